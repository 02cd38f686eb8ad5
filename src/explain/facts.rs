//! What every answer is told from: the project, its measure and card, the sources, the language;
//! and the few ways of making a claim.

use super::Evidence;
use super::claim::{Cite, Claim};
use super::names::names;
use super::plain::plain_name;
use super::wording::{at, at_aged, finish};
use super::{funds, gloss};
use crate::lang::{Card, CardText, Lang, Word, card, w};
use crate::model::{
    AmountKind, Body, Brief, Comune, Fund, LabelKind, Measure, Project, Role, Source, SourceId, Table,
};
use crate::snapshot::Catalogue;
use crate::text::grammar::{self, Article};
use crate::text::{readability, repair};
use crate::title;
use jiff::civil::Date;
use std::cell::OnceCell;

pub(super) struct Facts<'a> {
    pub catalogue: &'a Catalogue,
    pub project: &'a Project,
    pub lang: Lang,
    /// The day on which it is told.
    pub today: Date,
    pub brief: Option<&'a Brief>,
    pub measure: Option<&'a Measure>,
    pub card: Option<&'static Card>,
    /// The releases that list the project, the newest first; undated ones last.
    pub seen: Vec<&'a Source>,
    names: OnceCell<Vec<String>>,
}

/// Words of the longest sentence.
const LONGEST: usize = 25;

/// Values for the `{names}` of a sentence.
pub(super) type Values<'v> = &'v [(&'v str, &'v str)];

/// Where a body's tax code stands that no column names.
pub const BODY_IN_CODE: &str = "Codice Locale Progetto";

impl<'a> Facts<'a> {
    pub fn new(catalogue: &'a Catalogue, project: &'a Project, lang: Lang, today: Date) -> Facts<'a> {
        let mut seen: Vec<&Source> = project.seen.iter().filter_map(|s| catalogue.source(*s)).collect();
        seen.sort_by_key(|s| (std::cmp::Reverse(s.date), s.table, s.id));
        Facts {
            catalogue,
            project,
            lang,
            today,
            brief: catalogue.brief(project.id),
            measure: catalogue.measure(project.submeasure.as_str()),
            card: card(project.submeasure.card_code()),
            seen,
            names: OnceCell::new(),
        }
    }

    pub fn title(&self) -> String {
        match (self.brief, self.card) {
            (Some(brief), _) => title::compose(self.catalogue, brief, self.lang),
            (None, Some(card)) => card.text(self.lang).title.to_owned(),
            (None, None) => self.lang.say(w::SAY_PROJECT).to_owned(),
        }
    }

    pub fn official_title(&self) -> Option<String> {
        let title = self.project.official_title.as_ref()?;
        Some(repair::sentence(&title.value))
    }

    pub fn card_text(&self) -> Option<&'static CardText> {
        self.card.map(|c| c.text(self.lang))
    }

    /// The body that answers for the project: soggetto attuatore, applicant or contracting
    /// authority.
    pub fn lead(&self) -> Option<(Role, &'a Body, SourceId)> {
        [Role::Implementer, Role::Applicant, Role::ContractingAuthority]
            .into_iter()
            .find_map(|role| {
                let (body, source) = self.project.body(role)?;
                Some((role, body, source))
            })
    }

    /// A claim with another's text put behind words of ours: "Non si sa quando finisce: …".
    pub fn behind(&self, word: Word, claim: Claim) -> Claim {
        let text = finish(self.lang.fill(word, &[("rest", &small(&claim.text))]));
        Claim { text, ..claim }
    }

    /// A claim with words behind it that tell another, in one sentence where there is room; else
    /// the two.
    pub fn join(&self, first: Claim, word: Word, values: Values<'_>, other: Claim) -> Vec<Claim> {
        let text = format!("{}{}.", unstopped(&first.text), self.lang.fill(word, values));
        match self.fits(&text) {
            true => vec![first.with(finish(text), other)],
            false => vec![first, other],
        }
    }

    /// Two claims in one sentence where there is room; else the two.
    pub fn follow(&self, first: Claim, other: Claim) -> Vec<Claim> {
        let text = format!("{}; {}", unstopped(&first.text), lowered(&other.text));
        match self.fits(&text) {
            true => vec![first.with(text, other)],
            false => vec![first, other],
        }
    }

    /// Whether the project is of one of these measures, by the beginnings of their codes.
    pub fn is_of_measure(&self, codes: &[&str]) -> bool {
        let own = self.project.submeasure.to_string();
        codes.iter().any(|code| own.starts_with(code))
    }

    /// The one comune in which all of the project lies.
    pub fn only_comune(&self) -> Option<&'a Comune> {
        let places = &self.project.places;
        let first = places.first()?.comune?;
        places
            .iter()
            .all(|p| p.comune == Some(first))
            .then(|| self.catalogue.comuni.get(&first))?
    }

    // Claims

    pub fn claim(&self, evidence: Evidence, word: Word, values: Values<'_>, mut cites: Vec<Cite>) -> Claim {
        dedup(&mut cites);
        Claim {
            text: finish(self.lang.fill(word, values)),
            evidence,
            cites,
            missing: None,
        }
    }

    pub fn observed(&self, word: Word, values: Values<'_>, cites: Vec<Cite>) -> Claim {
        self.claim(Evidence::Observed, word, values, cites)
    }

    pub fn linked(&self, word: Word, values: Values<'_>, cites: Vec<Cite>) -> Claim {
        self.claim(Evidence::Linked, word, values, cites)
    }

    pub fn derived(&self, word: Word, values: Values<'_>, cites: Vec<Cite>) -> Claim {
        self.claim(Evidence::Derived, word, values, cites)
    }

    /// Whether a sentence is short enough, each name being one word.
    pub fn fits(&self, text: &str) -> bool {
        let names = self.names.get_or_init(|| names(self.catalogue, self.project));
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        readability::longest_sentence(text, &names) <= LONGEST
    }

    /// The sentences of a text of ours, one claim each: no table says them.
    pub fn written(&self, text: &'static str) -> Vec<Claim> {
        written(text)
    }

    /// A sentence of ours with a word filled in.
    pub fn own_words(&self, word: Word, values: Values<'_>) -> Claim {
        self.claim(Evidence::Written, word, values, Vec::new())
    }

    // Sources

    pub fn date_of(&self, source: SourceId) -> Option<Date> {
        self.catalogue.source(source)?.date
    }

    /// "al 31 marzo 2025", as [`at`] says it.
    pub fn at(&self, date: Option<Date>) -> String {
        at(date, self.lang)
    }

    /// [`Facts::at`] the date of a source; of the unofficial copy the time is known, the day is not.
    pub fn at_source(&self, source: SourceId) -> String {
        match self.table(source) {
            Some(Table::OpenPnrrToscana) => self.lang.say(w::SAY_PROGRESS_COPY_AT).to_owned(),
            _ => self.at(self.date_of(source)),
        }
    }

    /// [`Facts::at`] with the age of the day behind it, when that is more than a year.
    pub fn at_aged(&self, date: Option<Date>) -> String {
        at_aged(date, self.today, self.lang)
    }

    /// The newest table of the programme and its day, when the measure is in it no more.
    pub fn has_left(&self) -> Option<(SourceId, Date)> {
        let programme = self.measure?.programme.as_ref()?;
        Some((programme.source, programme.left?))
    }

    /// The newest day on which a table lists the project, or has it no more; else that of the archive.
    pub fn newest(&self) -> Option<Date> {
        let listed = self.seen.iter().filter_map(|s| s.date).max();
        let unlisted = self.project.label(LabelKind::Unlisted);
        listed
            .or_else(|| self.date_of(unlisted?.source))
            .or_else(|| self.catalogue.dates().1)
    }

    /// Whether a source speaks of an earlier day than another; one without a date is the earliest.
    pub fn is_older(&self, source: SourceId, than: SourceId) -> bool {
        self.date_of(source) < self.date_of(than)
    }

    pub fn table(&self, source: SourceId) -> Option<Table> {
        self.catalogue.source(source).map(|s| s.table)
    }

    /// The column of an amount, in the table of the source.
    pub fn amount_column(&self, source: SourceId, kind: AmountKind, fund: Fund) -> &'static str {
        match (self.table(source), fund) {
            (Some(Table::OpenPnrrToscana), Fund::Total) => "importo_progetto",
            (Some(Table::OpenPnrrToscana), Fund::Pnrr) => "finanziato_pnrr",
            (Some(Table::OpenPnrrToscana), Fund::Pnc) => "finanziato_pnc",
            (Some(Table::Candidatures), _) => "importo_finanziamento",
            _ => funds::column(kind, fund),
        }
    }

    /// The column that names a body, in the table of the source.
    pub fn body_column(&self, source: SourceId, role: Role) -> &'static str {
        match (self.table(source), role) {
            (Some(Table::Candidatures), _) => "ente",
            (Some(Table::Subjects), _) => "Denominazione",
            (_, Role::ContractingAuthority) => "Stazione Appaltante",
            (Some(Table::Projects | Table::PncProjects) | None, _) => "Soggetto Attuatore",
            // No column names it: its tax code stands in the project's own code.
            _ => BODY_IN_CODE,
        }
    }

    /// The cell that says to which measure the project belongs.
    pub fn cite_code(&self) -> Vec<Cite> {
        let newest = self.seen.first();
        newest
            .map(|s| cite(s.id, code_column(s.table)))
            .into_iter()
            .collect()
    }

    /// The cell of the measure's own row.
    pub fn cite_measure(&self, column: &'static str) -> Vec<Cite> {
        let own = self.measure.map(|m| cite(m.source, column));
        own.into_iter().chain(self.cite_code()).collect()
    }

    // Names

    /// "il Comune di Prato"; "the Comune di Prato".
    pub fn the(&self, name: &str) -> String {
        the(name, self.lang)
    }

    /// "del Comune di Prato"; "of the Comune di Prato".
    pub fn of(&self, name: &str) -> String {
        match self.lang {
            Lang::It => grammar::of(&plain_name(name)),
            Lang::En => format!("of {}", self.the(name)),
        }
    }

    /// "dal Comune di Prato"; "by the Comune di Prato".
    pub fn by(&self, name: &str) -> String {
        match self.lang {
            Lang::It => grammar::by(&plain_name(name)),
            Lang::En => format!("by {}", self.the(name)),
        }
    }

    /// "al Comune di Prato"; "to the Comune di Prato".
    pub fn to(&self, name: &str) -> String {
        match self.lang {
            Lang::It => grammar::to(&plain_name(name)),
            Lang::En => format!("to {}", self.the(name)),
        }
    }

    /// "al Comune di Prato"; "the Comune di Prato", behind "ask".
    pub fn ask(&self, name: &str) -> String {
        match self.lang {
            Lang::It => grammar::to(&plain_name(name)),
            Lang::En => self.the(name),
        }
    }
}

/// Words that begin a sentence of ours and have no capital in its middle.
const SMALL: [&str; 34] = [
    "Un",
    "Era",
    "Una",
    "Il",
    "Lo",
    "La",
    "I",
    "Gli",
    "Le",
    "Al",
    "All",
    "L",
    "Nessun",
    "No",
    "Professionisti",
    "Imprese",
    "Qualcuno",
    "Firms",
    "Persons",
    "Someone",
    "One",
    "Hanno",
    "Anche",
    "Altri",
    "Userà",
    "Another",
    "It",
    "Fatto",
    "In",
    "Non",
    "A",
    "The",
    "On",
    "Done",
];

/// A sentence without its full stop; an abbreviation at its end keeps its own.
fn unstopped(text: &str) -> &str {
    let last = text.rsplit(' ').next().unwrap_or_default();
    let figure = last.trim_end_matches('.').ends_with(|c: char| c.is_ascii_digit());
    match last.matches('.').count() {
        _ if figure => text.trim_end_matches('.'),
        1 if !last.starts_with("coop.") => text.trim_end_matches('.'),
        _ => text,
    }
}

/// A sentence that begins with an article or a verb, in the middle of another.
pub(super) fn small(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_lowercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// A sentence in the middle of another: a name keeps its capital.
fn lowered(text: &str) -> String {
    let head = text.split([' ', '\'', ':']).next().unwrap_or_default();
    match SMALL.contains(&head) {
        true => small(text),
        false => text.to_owned(),
    }
}

/// The sentences of a text of ours, one claim each.
pub(super) fn written(text: &'static str) -> Vec<Claim> {
    let claim = |sentence: &str| Claim {
        text: finish(sentence.to_owned()),
        evidence: Evidence::Written,
        cites: Vec::new(),
        missing: None,
    };
    readability::sentences(text).into_iter().map(claim).collect()
}

/// "il Comune di Prato"; "the Comune di Prato"; a firm's name as it is.
pub(super) fn the(name: &str, lang: Lang) -> String {
    let name = plain_name(name);
    if lang == Lang::En
        && let Some(english) = gloss::english(&name)
    {
        return english;
    }
    match lang {
        Lang::It => grammar::the(&name),
        Lang::En if Article::of(&name).is_some() => format!("the {name}"),
        Lang::En => name.into_owned(),
    }
}

pub(super) fn cite(source: SourceId, column: &'static str) -> Cite {
    Cite { source, column }
}

/// The column that carries the code of the measure.
fn code_column(table: Table) -> &'static str {
    match table {
        Table::Candidatures => "avviso",
        Table::PncProjects | Table::PncPlaces | Table::PncTenders => "Codice Intervento",
        _ => "Codice Univoco Submisura",
    }
}

fn dedup(cites: &mut Vec<Cite>) {
    let mut kept = 0;
    for i in 0..cites.len() {
        if !cites[..kept].contains(&cites[i]) {
            cites.swap(kept, i);
            kept += 1;
        }
    }
    cites.truncate(kept);
}
