//! What a text means beside projects: at most three rows above them. One answer for every face.

mod row;

pub use row::{Kind, Leads, Meant};

use super::{Archive, Asked};
use crate::explain::{self, Question};
use crate::lang::{Entry, GLOSSARY, Lang, card, w};
use crate::model::ComuneCode;
use crate::search::{Beyond, Field, Filter, How, Query, Results, Settings, Value, What, area, says_little};
use crate::sheet::{PartId, Subject, projects_said};
use crate::text::fold::{fold, words};
use crate::text::number::{self, euro_sign};
use row::{wished, word_row};

/// Rows at most.
const MOST: usize = 3;

/// The part of a project's page that answers a question.
pub fn part_of(question: Question) -> PartId {
    PartId::Question(question)
}

impl Archive {
    /// What a text means beside the projects that it found.
    pub fn meant(&self, asked: &Asked, results: &Results, lang: Lang) -> Vec<Meant> {
        let mut out = Vec::new();
        out.extend(asked.wish.as_ref().and_then(|wish| wished(wish, lang)));
        // One word that projects have is rather looked for.
        for only in out
            .iter_mut()
            .filter(|row| row.kind == Kind::Cannot && !asked.is_spoken)
        {
            only.sure = results.hits.is_empty();
        }
        let settled = !out.is_empty();
        out.extend(asked.whole(|name| self.comune_meant(name, asked.question, lang)));
        out.extend(asked.whole(|name| self.area_meant(name, lang)));
        out.extend(
            results
                .beyond
                .as_ref()
                .map(|place| self.beyond_meant(place, results, lang)),
        );
        let wide = self.wide_meant(results, lang);
        // A word that people use for things is rather looked for than asked about.
        let found = results.hits.first().is_some_and(|hit| {
            let about = [
                Field::Thing,
                Field::Title,
                Field::Site,
                Field::Comune,
                Field::MeasureName,
                Field::Topic,
            ];
            let here = results.totals.projects > 0;
            here && about.iter().any(|field| hit.fields.contains(*field))
        });
        if let Some(entry) = asked.whole(|name| word_meant(name, asked.means)) {
            let sure = asked.means || !found;
            out.push(word_row(entry, sure && !settled, lang));
        }
        out.extend(asked.whole(|name| self.measure_meant(name, !found && !settled, lang)));
        out.extend(wide);
        out.truncate(MOST);
        out
    }

    /// What concerns the comune of a search together with others: it stands apart, for it is in no
    /// sum of the comune's own.
    fn wide_meant(&self, results: &Results, lang: Lang) -> Option<Meant> {
        let comune = self.catalogue().comuni.get(&results.totals.comune?)?;
        let own = Value::Comune(comune.code).filter(self.catalogue());
        let names = [comune.name.as_str()].map(fold);
        let is_name = |word: &str| names.iter().any(|name| words(name).any(|own| own == word));
        let mut query = results.query.clone();
        query.items.retain(|item| match &item.what {
            What::Filter(filter) => !matches!(filter, Filter::Comune(_)),
            // "La scuola di" says no more than "scuola".
            What::Word(word) => !is_name(&fold(word)) && !says_little(&fold(word)),
            What::Phrase(_) => true,
        });
        if query
            .filters()
            .any(|(_, filter, _)| matches!(filter, Filter::Wide(_)))
        {
            return None;
        }
        let Filter::Comune(name) = own else { return None };
        query.toggle(Filter::Wide(name));
        let query = query.without_talk();
        let exact = Settings {
            correct: false,
            ..Settings::default()
        };
        let found = self.index.search(&query, &exact, 0).totals;
        // Those of several comuni stand in the list already: it is for the rest.
        (found.projects > results.totals.wider).then(|| Meant {
            kind: Kind::Wide,
            text: projects_said(found.projects, lang),
            note: Some(lang.fill(w::BOX_WIDE_NOTE, &[("name", &comune.name)])),
            to: Some(Leads::Page(Subject::Search(query.to_string()), None)),
            sure: false,
        })
    }

    fn comune_meant(&self, name: &str, question: Option<Question>, lang: Lang) -> Option<Meant> {
        let found = self.lists.comuni_named(name);
        let held = found.only().filter(|n| found.how == How::Exact && n.held)?;
        let item = self.lists.comuni.iter().find(|item| item.code == held.code)?;
        let mut note = vec![projects_said(item.projects, lang)];
        let own = item.projects - item.shared;
        note.extend(item.euro.filter(|_| own > 0).map(|euro| {
            let amount = euro_sign(euro.0, lang);
            let own = number::count(own, lang);
            match item.shared {
                0 => amount,
                _ => lang.fill(w::BOX_OWN_ONLY, &[("amount", &amount), ("own", &own)]),
            }
        }));
        Some(Meant {
            kind: Kind::Comune,
            text: self.lists.said(held, lang),
            note: Some(note.join(" · ")),
            to: Some(Leads::Page(Subject::Comune(held.code), comune_part(question))),
            sure: true,
        })
    }

    /// A place that the archive is not about.
    fn beyond_meant(&self, place: &Beyond, results: &Results, lang: Lang) -> Meant {
        let region = &self.catalogue().region_name;
        let values = [("comune", place.name.as_str()), ("region", region)];
        // In the words of its page; above a list the reader is told what the list is.
        let note = match results.hits.is_empty() {
            true => w::SAY_COMUNE_BEYOND,
            false => w::BOX_BEYOND_WORD,
        };
        let page = place.comune.map(|code| Leads::Page(Subject::Comune(code), None));
        Meant {
            kind: if page.is_some() { Kind::Comune } else { Kind::Area },
            text: place.name.clone(),
            note: Some(lang.fill(note, &values)),
            to: page,
            sure: true,
        }
    }

    fn area_meant(&self, name: &str, lang: Lang) -> Option<Meant> {
        let area = area(name)?;
        let here = |code: &&ComuneCode| self.catalogue().comuni.contains_key(code);
        let comuni = area.comuni.iter().filter(here).count();
        let filter = Filter::Area(area.name.to_owned()).to_string();
        let query = Query::parse(&filter);
        let totals = self.index.search(&query, &Settings::default(), 0).totals;
        if totals.projects == 0 {
            return None;
        }
        let amount = euro_sign(totals.total.0, lang);
        let (comuni, projects) = (comuni.to_string(), projects_said(totals.projects, lang));
        let values = [
            ("comuni", comuni.as_str()),
            ("projects", &projects),
            ("amount", &amount),
        ];
        Some(Meant {
            kind: Kind::Area,
            text: area.name.to_owned(),
            note: Some(lang.fill(w::BOX_AREA_NOTE, &values)),
            to: Some(Leads::Page(Subject::Search(filter), None)),
            sure: true,
        })
    }

    /// A measure by its name, also one without projects here.
    fn measure_meant(&self, name: &str, sure: bool, lang: Lang) -> Option<Meant> {
        const LEAST: usize = 4;
        if name.len() < LEAST {
            return None;
        }
        let named = |code: &str| -> bool {
            let texts = card(code).map(|card| Lang::ALL.map(|lang| card.text(lang)));
            texts.is_some_and(|texts| {
                texts
                    .iter()
                    .any(|text| called(text.name, name) || called(text.title, name))
            })
        };
        let measures = &self.catalogue().measures;
        let measure = measures.iter().find(|m| named(m.code.card_code()))?;
        let own = self
            .lists
            .measures
            .iter()
            .find(|item| item.code == measure.code.as_str());
        Some(Meant {
            kind: Kind::Measure,
            text: crate::title::measure_name(measure, lang).to_owned(),
            note: Some(match own {
                Some(own) => projects_said(own.projects, lang),
                None => lang.say(w::BOX_NO_PROJECTS).to_owned(),
            }),
            to: Some(Leads::Page(Subject::Measure(measure.code.to_string()), None)),
            sure,
        })
    }
}

/// Whether a name is this one, or begins with two words or more that are it.
fn called(name: &str, typed: &str) -> bool {
    let name = fold(name);
    name == typed || typed.contains(' ') && name.starts_with(&format!("{typed} "))
}

/// The part of a comune's page that answers a question.
pub fn comune_part(question: Option<Question>) -> Option<PartId> {
    match question? {
        Question::HowMuch | Question::Who => Some(PartId::Told(w::SAY_COMUNE_OWN)),
        Question::When | Question::Progress => Some(PartId::Told(w::SAY_COMUNE_STATE)),
        _ => None,
    }
}

/// A word of the glossary: by its whole name, or, where it is asked what it means, by the words
/// that it begins with.
fn word_meant(name: &str, means: bool) -> Option<&'static Entry> {
    let typed = name
        .strip_prefix("un ")
        .or(name.strip_prefix("una "))
        .unwrap_or(name);
    let is_it = |entry: &&Entry| {
        let texts = Lang::ALL.map(|lang| entry.text(lang));
        let names = texts
            .iter()
            .flat_map(|text| text.forms.iter().chain([&text.term]));
        let plain = |name: &str| fold(name.split(" (").next().unwrap_or(name));
        names.map(|name| plain(name)).any(|name| name == typed)
    };
    let whole = GLOSSARY.iter().find(is_it);
    let begun = || {
        let several = means || typed.contains(' ');
        let found = explain::entry(typed, Lang::It);
        let starts = |entry: &&&Entry| fold(entry.text(Lang::It).term).starts_with(typed);
        found
            .iter()
            .find(starts)
            .copied()
            .filter(|_| several && typed.len() > 3)
    };
    whole.or_else(begun)
}
