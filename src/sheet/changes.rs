//! What changed between two archives, in sentences: for the whole region, comune by comune, project by
//! project; and the same for programs.

use super::csv::Cell;
use super::note::capital;
use super::page::{Block, Link, Page, Part, PartId};
use super::{Note, Subject, status_word};
use crate::compare::{Change, Comparison, Fate, Item, Sums};
use crate::lang::{Lang, Word, w};
use crate::model::{AmountKind, Cents, ComuneCode, Fund};
use crate::snapshot::Catalogue;
use crate::text::grammar::{counted, in_region, list};
use crate::text::number::{count, date, euro};
use crate::title::{self, at_comune};
use jiff::civil::Date;
use serde_json::{Value, json};

/// Comuni and projects that a page tells; all of them stand in JSON and CSV.
const COMUNI: usize = 30;
const PROJECTS: usize = 50;

/// The page: `old` and `new` are the archives, `first` the comuni that the person follows.
pub fn changes(of: &Comparison, [old, new]: [&Catalogue; 2], first: &[ComuneCode], lang: Lang) -> Page {
    let mut page = Page::new(lang.say(w::CHANGE_TITLE), lang);
    let place = match of.comune {
        Some(code) => comune(new, code, lang),
        None if lang == Lang::It => in_region(&new.region_name),
        None => format!("in {}", new.region_name),
    };
    let mut told = vec![Block::Paragraph(sentence(&of.all, of.old, &place, lang))];
    if !of.new_tables.is_empty() && !of.changes.is_empty() {
        let tables = list(&of.new_tables, lang);
        let says = lang.fill(w::CHANGE_TABLES, &[("tables", &tables)]);
        told.push(Block::Note(Note::Line(says)));
    }
    if !of.changes.is_empty() {
        told.push(Block::Note(Note::Line(lang.say(w::CHANGE_MONEY).to_owned())));
    }
    page.parts
        .push(Part::new(PartId::Told(w::CHANGE_TITLE), "").with(told));
    let mut part = |word: Word, mut blocks: Vec<Block>, most: usize| {
        let more = blocks.len().saturating_sub(most);
        blocks.truncate(most);
        if more > 0 {
            let says = lang.fill(w::CHANGE_MORE, &[("count", &count(more, lang))]);
            blocks.push(Block::Note(Note::Line(says)));
        }
        if !blocks.is_empty() {
            page.parts
                .push(Part::new(PartId::Told(word), lang.say(word)).with(blocks));
        }
    };
    if of.comune.is_none() {
        let told = by_comune(of, first).into_iter().map(|(code, sums)| {
            let place = comune(new, code, lang);
            let values = [
                ("where", &*capital(&place)),
                ("what", &list(&pieces(sums, lang), lang)),
            ];
            let says = lang.fill(w::CHANGE_SHORT, &values);
            Block::Link(Link::new(&says, Subject::Comune(code)))
        });
        part(w::CHANGE_COMUNI, told.collect(), COMUNI);
    }
    if of.comune.is_some() || of.changes.len() <= PROJECTS {
        let told = of.changes.iter().map(|change| project(change, [old, new], lang));
        part(w::CHANGE_PROJECTS, told.collect(), PROJECTS);
    }
    page
}

/// The way to it from the page of the data.
pub fn way(lang: Lang) -> Part {
    let link = Link::new(lang.say(w::CHANGE_WAY), Subject::Changes);
    let heading = w::CHANGE_TITLE;
    Part::new(PartId::Told(heading), lang.say(heading)).with(vec![Block::Link(link)])
}

/// The comuni that the person follows, then those where most changed.
fn by_comune<'a>(of: &'a Comparison, first: &[ComuneCode]) -> Vec<(ComuneCode, &'a Sums)> {
    let mut all: Vec<_> = of.comuni.iter().map(|(code, sums)| (*code, sums)).collect();
    let many = |sums: &Sums| sums.new + sums.gone + sums.changed;
    all.sort_by_key(|(code, sums)| (!first.contains(code), std::cmp::Reverse(many(sums))));
    all
}

fn comune(catalogue: &Catalogue, code: ComuneCode, lang: Lang) -> String {
    let name = catalogue.comune_name(code).unwrap_or_else(|| code.as_str());
    at_comune(name, lang)
}

/// "Dal 31 marzo 2025", "Dall'8 marzo 2025".
fn since(day: Option<Date>, lang: Lang) -> String {
    let Some(day) = day else {
        return lang.say(w::CHANGE_SINCE_UNKNOWN).to_owned();
    };
    let word = match day.day() {
        8 | 11 => w::CHANGE_SINCE_VOWEL,
        _ => w::CHANGE_SINCE,
    };
    lang.fill(word, &[("day", &date(day, lang))])
}

/// "Dal 31 marzo 2025 a Montaione: un progetto nuovo, 2 conclusi e 120.000 euro pagati in più."
pub fn sentence(sums: &Sums, day: Option<Date>, place: &str, lang: Lang) -> String {
    let what = pieces(sums, lang);
    let (since, what) = (since(day, lang), list(&what, lang));
    let word = if what.is_empty() {
        w::CHANGE_NOTHING
    } else {
        w::CHANGE_TOLD
    };
    let values = [("since", since.as_str()), ("where", place), ("what", &what)];
    lang.fill(word, &values)
}

fn pieces(sums: &Sums, lang: Lang) -> Vec<String> {
    let mut out = Vec::new();
    if sums.new > 0 {
        let (one, many) = (lang.say(w::CHANGE_NEW), lang.say(w::CHANGE_NEW_MANY));
        out.push(counted(
            i64::try_from(sums.new).unwrap_or(i64::MAX),
            one,
            many,
            lang,
        ));
    }
    let number = |n: usize, one: Word, many: Word, eur: Cents| {
        let word = if n == 1 { one } else { many };
        let (count, euro) = (count(n, lang), euro(eur.0, lang));
        (n > 0).then(|| filled(word, &[("count", &count), ("euro", &euro)], lang))
    };
    let counts = [
        (sums.gone, w::CHANGE_GONE, w::CHANGE_GONE_MANY),
        (sums.completed, w::CHANGE_COMPLETED, w::CHANGE_COMPLETED_MANY),
        (sums.ongoing, w::CHANGE_ONGOING, w::CHANGE_ONGOING_MANY),
        (sums.paid, w::CHANGE_PAID, w::CHANGE_PAID_MANY),
        (sums.withdrawn, w::CHANGE_WITHDRAWN, w::CHANGE_WITHDRAWN_MANY),
        (sums.other_status, w::CHANGE_OTHER, w::CHANGE_OTHER_MANY),
    ];
    out.extend(
        counts
            .into_iter()
            .filter_map(|(n, one, many)| number(n, one, many, Cents::ZERO)),
    );
    let sum = |eur: Cents, more: Word, less: Word| {
        let word = if eur.0 > 0 { more } else { less };
        let euro = euro(eur.0.saturating_abs(), lang);
        (eur.0 != 0).then(|| lang.fill(word, &[("euro", &euro)]))
    };
    out.extend(sum(sums.payments_eur, w::CHANGE_MORE_PAID, w::CHANGE_LESS_PAID));
    let (one, many) = (w::CHANGE_KNOWN_PAID, w::CHANGE_KNOWN_PAID_MANY);
    out.extend(number(sums.payments_known, one, many, sums.payments_known_eur));
    out.extend(sum(
        sums.funding_eur,
        w::CHANGE_MORE_FUNDING,
        w::CHANGE_LESS_FUNDING,
    ));
    let (one, many) = (w::CHANGE_KNOWN_FUNDING, w::CHANGE_KNOWN_FUNDING_MANY);
    out.extend(number(sums.funding_known, one, many, sums.funding_known_eur));
    out.extend(number(
        sums.dates,
        w::CHANGE_DATES,
        w::CHANGE_DATES_MANY,
        Cents::ZERO,
    ));
    out.extend(number(
        sums.winners,
        w::CHANGE_WINNERS,
        w::CHANGE_WINNERS_MANY,
        Cents::ZERO,
    ));
    if out.is_empty() {
        out.extend(number(
            sums.changed,
            w::CHANGE_CHANGED,
            w::CHANGE_CHANGED_MANY,
            Cents::ZERO,
        ));
    }
    out
}

/// A template with those of the values that it has a place for.
fn filled(word: Word, values: &[(&str, &str)], lang: Lang) -> String {
    let template = lang.say(word);
    let asked = values
        .iter()
        .filter(|(name, _)| template.contains(&format!("{{{name}}}")));
    lang.fill(word, &asked.copied().collect::<Vec<_>>())
}

fn title_of(change: &Change, [old, new]: [&Catalogue; 2], lang: Lang) -> String {
    let there = |catalogue: &Catalogue| {
        let brief = catalogue.brief(change.id)?;
        Some(title::compose(catalogue, brief, lang))
    };
    there(new)
        .or_else(|| there(old))
        .unwrap_or_else(|| change.id.to_string())
}

fn project(change: &Change, sides: [&Catalogue; 2], lang: Lang) -> Block {
    let title = title_of(change, sides, lang);
    let what: Vec<String> = change.items.iter().filter_map(|item| said(item, lang)).collect();
    let what = match what.is_empty() {
        true => lang.say(w::CHANGE_CHANGED).to_owned(),
        false => what.join("; "),
    };
    let word = match change.fate {
        Fate::New => w::CHANGE_PROJECT_NEW,
        Fate::Gone => w::CHANGE_PROJECT_GONE,
        Fate::Changed => w::CHANGE_PROJECT_CHANGED,
    };
    let says = filled(word, &[("title", &title), ("what", &what)], lang);
    match change.fate {
        Fate::Gone => Block::Paragraph(says),
        _ => Block::Link(Link::new(&says, Subject::Project(change.id))),
    }
}

/// What differs of a project; of its amounts those that people ask for.
fn said(item: &Item, lang: Lang) -> Option<String> {
    let three = |words: [Word; 3], column: &str, from: Option<String>, to: Option<String>| {
        let word = match (&from, &to) {
            (Some(_), Some(_)) => words[0],
            (None, _) => words[1],
            (_, None) => words[2],
        };
        let (from, to) = (from.unwrap_or_default(), to.unwrap_or_default());
        filled(word, &[("column", column), ("from", &from), ("to", &to)], lang)
    };
    match item {
        Item::Amount(kind, fund @ (Fund::Total | Fund::Pnrr | Fund::Pnc), from, to) => {
            let column = match kind {
                AmountKind::Funding => fund.column().to_owned(),
                AmountKind::Payment => fund.column().replace("Finanziamento", "Pagamento"),
                AmountKind::OfCup => return None,
            };
            let words = [w::CHANGE_AMOUNT, w::CHANGE_AMOUNT_NEW, w::CHANGE_AMOUNT_GONE];
            let [from, to] = [from, to].map(|value| value.map(|cents| euro(cents.0, lang)));
            Some(three(words, &column, from, to))
        }
        Item::Amount(..) => None,
        Item::Status(from, to) => {
            let [from, to] = [from, to].map(|status| lang.say(status_word(*status)));
            Some(lang.fill(w::CHANGE_STATUS, &[("from", from), ("to", to)]))
        }
        Item::Date(kind, from, to) => {
            let words = [w::CHANGE_DATE, w::CHANGE_DATE_NEW, w::CHANGE_DATE_GONE];
            let [from, to] = [from, to].map(|value| value.map(|day| date(day, lang)));
            Some(three(words, kind.column(), from, to))
        }
        Item::Winner(from, to) => {
            let word = if to.is_some() {
                w::CHANGE_WINNER
            } else {
                w::CHANGE_WINNER_GONE
            };
            let name = to.as_ref().or(from.as_ref())?;
            Some(lang.fill(word, &[("name", name)]))
        }
    }
}

/// The columns of [`rows`].
pub const COLUMNS: &[&str] = &[
    "change",
    "id",
    "cup",
    "submeasure",
    "istat",
    "title",
    "field",
    "old",
    "new",
];

/// A row for each value that differs; one for a project that is new or gone.
pub fn rows(of: &Comparison, sides: [&Catalogue; 2], lang: Lang) -> Vec<Vec<Cell>> {
    let mut out = Vec::new();
    for change in &of.changes {
        let (cup, measure) = codes(change, sides);
        let comuni: Vec<&str> = change.comuni.iter().map(|code| code.as_str()).collect();
        let head = [
            Cell::Text(change.fate.code().to_owned()),
            Cell::Code(change.id.to_string()),
            Cell::Code(cup),
            Cell::Code(measure),
            Cell::Code(comuni.join(" ")),
            Cell::Text(title_of(change, sides, lang)),
        ];
        let mut row = |field: String, values: [Option<String>; 2]| {
            let values = values.map(|value| Cell::Text(value.unwrap_or_default()));
            let cells = head.iter().cloned().chain([Cell::Text(field)]).chain(values);
            out.push(cells.collect());
        };
        if change.items.is_empty() {
            row(String::new(), [None, None]);
        }
        for item in &change.items {
            row(item.field().code(), item.values());
        }
    }
    out
}

fn codes(change: &Change, [old, new]: [&Catalogue; 2]) -> (String, String) {
    let there = |catalogue: &Catalogue| {
        let brief = catalogue.brief(change.id)?;
        let measure = catalogue.measure_of(brief).map(|m| m.code.to_string());
        Some((brief.cup.to_string(), measure.unwrap_or_default()))
    };
    there(new).or_else(|| there(old)).unwrap_or_default()
}

/// The same for programs.
pub fn changes_json(of: &Comparison, sides: [&Catalogue; 2], lang: Lang) -> Value {
    let [old, new] = sides;
    let comuni = of.comuni.iter().map(|(code, sums)| {
        let mut one = json!({
            "istat": code.as_str(),
            "name": new.comune_name(*code),
            "says": sentence(sums, of.old, &comune(new, *code, lang), lang),
        });
        one["sums"] = serde_json::to_value(sums).unwrap_or_default();
        one
    });
    let projects = of.changes.iter().map(|change| {
        let (cup, measure) = codes(change, sides);
        let values = change.items.iter().map(|item| {
            let [from, to] = item.values();
            json!({ "field": item.field().code(), "old": from, "new": to })
        });
        json!({
            "change": change.fate.code(), "id": change.id, "cup": cup, "submeasure": measure,
            "istat": change.comuni.iter().map(|code| code.as_str()).collect::<Vec<_>>(),
            "title": title_of(change, sides, lang), "values": values.collect::<Vec<_>>(),
        })
    });
    json!({
        "region": new.region_name,
        "old": { "date": of.old, "projects": old.regional().count() },
        "new": { "date": of.new, "projects": new.regional().count() },
        "both": of.both,
        "new_tables": of.new_tables,
        "sums": of.all,
        "comuni": comuni.collect::<Vec<_>>(),
        "projects": projects.collect::<Vec<_>>(),
    })
}
