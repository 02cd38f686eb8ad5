//! The page of the archive itself: how much there is, from which tables, of which dates, what was
//! wrong.

use super::page::{Block, Link, Page, Part, PartId};
use super::{Note, Subject, source};
use crate::lang::{Lang, Word, w};
use crate::model::SourceId;
use crate::snapshot::Catalogue;
use crate::text::number::{self, count, euro};
use jiff::civil::Date;

/// `quality` is what was wrong in the tables: of which, the word of the trouble, how often; `removed`
/// how many names are not shown.
pub fn data(catalogue: &Catalogue, quality: &[(SourceId, String, u64)], removed: usize, lang: Lang) -> Page {
    let mut page = Page::new(&catalogue.region_name, lang);
    let (oldest, newest) = catalogue.dates();
    let dates = oldest.zip(newest);
    page.under
        .extend(dates.map(|(oldest, newest)| Note::Span(oldest, newest)));
    let mut part = |id, heading, blocks| {
        page.parts.push(Part::new(id, lang.say(heading)).with(blocks));
    };
    let mut figures = figures(catalogue, lang);
    if removed > 0 {
        figures.push((lang.say(w::DATA_REMOVED).to_owned(), count(removed, lang)));
    }
    part(PartId::Holds, w::SCREEN_DATA_HOLDS, vec![Block::Pairs(figures)]);
    let tables = source::tables(catalogue).into_iter().filter_map(|table| {
        let to = Subject::Source(table.newest()?.id);
        Some(Block::Link(Link::new(&table.say(lang), to)))
    });
    part(PartId::Tables, w::SCREEN_DATA_SOURCES, tables.collect());
    if !quality.is_empty() {
        let pairs = vec![Block::Pairs(troubles(catalogue, quality, lang))];
        part(PartId::Quality, w::SCREEN_DATA_QUALITY, pairs);
    }
    page
}

/// What was wrong in the tables, with how often.
pub(super) fn troubles(
    catalogue: &Catalogue,
    quality: &[(SourceId, String, u64)],
    lang: Lang,
) -> Vec<(String, String)> {
    let line = |(id, problem, n): &(SourceId, String, u64)| {
        let name = catalogue.source(*id).map_or("", |s| s.name.as_str());
        let trouble = trouble(problem, lang).to_lowercase();
        let n = count(usize::try_from(*n).unwrap_or(usize::MAX), lang);
        (format!("{name}, {trouble}"), n)
    };
    quality.iter().map(line).collect()
}

/// What the archive holds: names and figures.
pub fn figures(catalogue: &Catalogue, lang: Lang) -> Vec<(String, String)> {
    let totals = catalogue.totals();
    let (oldest, newest) = catalogue.dates();
    let region = match catalogue.region_name.as_str() {
        "" => "—",
        name => name,
    };
    let rows = [
        (w::DATA_REGION, region.to_owned()),
        (w::DATA_OLDEST, day(oldest, lang)),
        (w::DATA_NEWEST, day(newest, lang)),
        (w::DATA_PROJECTS, count(totals.projects, lang)),
        (w::DATA_CUPS, count(totals.cups, lang)),
        (w::DATA_TOTAL, euro(totals.total.0, lang)),
        (w::DATA_PNRR, euro(totals.pnrr.0, lang)),
        (w::DATA_PAID, euro(totals.paid.0, lang)),
        (w::DATA_WITHOUT, count(totals.without_amount, lang)),
        (w::DATA_COPIED, count(totals.copied, lang)),
        (w::DATA_COPIED_TOTAL, euro(totals.copied_total.0, lang)),
        (w::DATA_SHARED, count(totals.shared, lang)),
        (w::DATA_SHARED_PNRR, euro(totals.shared_pnrr.0, lang)),
        (w::DATA_NATIONAL, count(totals.national, lang)),
        (w::DATA_COMUNI, count(totals.comuni, lang)),
        (w::DATA_MEASURES, count(totals.measures, lang)),
    ];
    let is_told = |word: &Word| totals.copied > 0 || ![w::DATA_COPIED, w::DATA_COPIED_TOTAL].contains(word);
    let told = rows.into_iter().filter(|(word, _)| is_told(word));
    told.map(|(word, value)| (lang.say(word).to_owned(), value))
        .collect()
}

fn day(date: Option<Date>, lang: Lang) -> String {
    date.map_or_else(|| lang.say(w::DATA_NO_DATE).to_owned(), |d| number::date(d, lang))
}

/// What a word of the table `quality` means.
fn trouble(problem: &str, lang: Lang) -> String {
    let word = match problem {
        "natural_person" => Some(w::IMPORT_PERSONS),
        "old_istat_code" => Some(w::IMPORT_OLD_ISTAT),
        "unmatched" => Some(w::IMPORT_UNMATCHED),
        "placeholder_date" => Some(w::IMPORT_BAD_DATES),
        "unusual_cup" => Some(w::IMPORT_UNUSUAL_CUP),
        other => Word::from_key(&format!("import.problem.{}", other.replace('_', "-"))),
    };
    word.map_or_else(|| problem.replace('_', " "), |word| lang.say(word).to_owned())
}
