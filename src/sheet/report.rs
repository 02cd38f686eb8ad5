//! The page of a report: who was served, counted by day, month or something else, drawn and as a
//! table.

use super::page::{Block, Link, Part, PartId, Table};
use super::picture::Picture;
use super::{Page, Subject};
use crate::desk::Entry;
use crate::desk::report::{By, Sum, report as counted};
use crate::lang::{Lang, w};
use crate::text::number;

/// Bars that a screen shows; the table has all.
const MOST_BARS: usize = 31;

/// The report of entries, each with its desk; with ways to the others where they can be gone to.
pub fn report<'a>(
    entries: impl Iterator<Item = (&'a str, &'a Entry)>,
    by: By,
    ways: bool,
    lang: Lang,
) -> Page {
    let report = counted(entries, by, lang);
    let named = |by: By| lang.say(by.head()).to_lowercase();
    let mut page = Page::new(&lang.fill(w::REPORT_BY, &[("by", &named(by))]), lang);
    let mut part = Part::new(PartId::Report, "");
    if report.rows.is_empty() {
        let nothing = lang.say(w::REPORT_NOTHING).to_owned();
        part.blocks.push(Block::Paragraph(nothing));
    } else {
        let from = report.rows.len().saturating_sub(MOST_BARS);
        let bars = report.rows[from..].iter();
        let bars = bars.map(|(_, name, sum)| (name.clone(), sum.people));
        part.blocks.push(Block::Picture(Picture::Counts(bars.collect())));
        let figure = |n: u64| number::integer(i64::try_from(n).unwrap_or(i64::MAX), lang);
        let row = |name: &str, sum: &Sum| {
            let figures = [sum.people, sum.minutes, sum.sheets, sum.unanswered].map(figure);
            std::iter::once(name.to_owned())
                .chain(figures)
                .collect::<Vec<_>>()
        };
        let rows = report.rows.iter().map(|(_, name, sum)| row(name, sum));
        let all = row(lang.say(w::REPORT_ALL), &report.all);
        let head = [
            by.head(),
            w::REPORT_PEOPLE,
            w::REPORT_MINUTES,
            w::REPORT_SHEETS,
            w::REPORT_UNANSWERED,
        ];
        let right = [false, true, true, true, true];
        let table = Table::of(head, right, rows.chain([all]), lang);
        part.blocks.push(Block::Table(table));
    }
    page.parts.push(part);
    if ways {
        let others = By::ALL.into_iter().filter(|other| *other != by);
        let way = |other: By| {
            let text = lang.fill(w::REPORT_OTHER_HEADING, &[("by", &named(other))]);
            Block::Link(Link::new(&text, Subject::Report(other)))
        };
        let links = Part::new(PartId::Links, lang.say(w::REPORT_LINKS));
        page.parts.push(links.with(others.map(way).collect()));
    }
    page
}
