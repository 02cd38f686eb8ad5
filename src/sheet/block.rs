//! The neutral form of a sheet.

use super::text::{Marks, mark};
use crate::explain::{Cite, Claim};
use crate::lang::{Lang, w};
use crate::model::{Evidence, SourceId};
use crate::snapshot::Catalogue;
use crate::text::number;
use jiff::civil::Date;

/// One piece of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Level 1 is the title of the sheet, 2 a question, 3 a table.
    Heading {
        level: u8,
        text: String,
    },
    Paragraph(String),
    /// A sentence, how it is known, and the numbers of its sources in the list at the end.
    Claim {
        claim: Claim,
        notes: Vec<usize>,
    },
    /// Small print.
    Note(String),
    Table {
        head: Vec<String>,
        rows: Vec<Vec<String>>,
        /// Columns of figures, set to the right.
        right: Vec<bool>,
    },
}

/// A title and its blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub title: String,
    pub lang: Lang,
    pub blocks: Vec<Block>,
}

/// Rows of a table that a sheet shows.
const MOST_ROWS: usize = 20;

/// Collects blocks and numbers the sources as they are first cited.
pub(super) struct Builder<'a> {
    pub catalogue: &'a Catalogue,
    pub lang: Lang,
    sheet: Sheet,
    sources: Vec<SourceId>,
}

impl<'a> Builder<'a> {
    pub fn new(catalogue: &'a Catalogue, title: &str, lang: Lang) -> Builder<'a> {
        let mut builder = Builder {
            catalogue,
            lang,
            sources: Vec::new(),
            sheet: Sheet {
                title: title.to_owned(),
                lang,
                blocks: Vec::new(),
            },
        };
        builder.heading(1, title);
        builder
    }

    pub fn heading(&mut self, level: u8, text: &str) {
        let text = text.to_owned();
        self.sheet.blocks.push(Block::Heading { level, text });
    }

    pub fn note(&mut self, text: String) {
        self.sheet.blocks.push(Block::Note(text));
    }

    pub fn claims(&mut self, claims: &[Claim]) {
        for claim in claims {
            let mut notes: Vec<usize> = claim.cites.iter().map(|c| self.number(c)).collect();
            notes.sort_unstable();
            notes.dedup();
            self.sheet.blocks.push(Block::Claim {
                claim: claim.clone(),
                notes,
            });
        }
    }

    /// The number of a source in the list at the end, from 1.
    fn number(&mut self, cite: &Cite) -> usize {
        let known = self.sources.iter().position(|s| *s == cite.source);
        known.unwrap_or_else(|| {
            self.sources.push(cite.source);
            self.sources.len() - 1
        }) + 1
    }

    /// A table, when it has rows; of a long one the first rows and the number of the rest.
    pub fn table(&mut self, title: &str, head: &[&str], right: &[bool], mut rows: Vec<Vec<String>>) {
        if rows.is_empty() {
            return;
        }
        self.heading(3, title);
        let more = rows.len().saturating_sub(MOST_ROWS);
        rows.truncate(MOST_ROWS);
        self.sheet.blocks.push(Block::Table {
            head: head.iter().map(|h| (*h).to_owned()).collect(),
            rows,
            right: right.to_vec(),
        });
        if more > 0 {
            let count = number::integer(more as i64, self.lang);
            self.note(self.lang.fill(w::SHEET_MORE_ROWS, &[("count", &count)]));
        }
    }

    /// What the marks mean, the dates of the sources and the sources themselves.
    pub fn finish(mut self) -> Sheet {
        let evidence: Vec<Evidence> = self
            .sheet
            .blocks
            .iter()
            .filter_map(|b| match b {
                Block::Claim { claim, .. } => Some(claim.evidence),
                _ => None,
            })
            .collect();
        if !evidence.is_empty() {
            self.heading(2, self.lang.say(w::SHEET_KNOWN));
            for (kind, means) in [
                (Evidence::Observed, w::SHEET_OBSERVED_MEANS),
                (Evidence::Linked, w::SHEET_LINKED_MEANS),
                (Evidence::Derived, w::SHEET_DERIVED_MEANS),
                (Evidence::Missing, w::SHEET_MISSING_MEANS),
            ] {
                if evidence.contains(&kind) {
                    let [symbol, word] = [Marks::Symbols, Marks::Words].map(|m| mark(kind, m, self.lang));
                    self.note(format!("{symbol} {word}: {}", self.lang.say(means)));
                }
            }
        }
        if !self.sources.is_empty() {
            self.heading(2, self.lang.say(w::SHEET_SOURCES));
            let dates = self.dates();
            self.note(dates);
            for (i, id) in self.sources.clone().into_iter().enumerate() {
                if let Some(source) = self.catalogue.source(id) {
                    let date = self.day(source.date);
                    let line = self.lang.fill(
                        w::SHEET_SOURCE,
                        &[
                            ("number", &(i + 1).to_string()),
                            ("table", &source.name),
                            ("publisher", &source.publisher),
                            ("date", &date),
                            ("licence", &source.licence),
                        ],
                    );
                    self.note(line);
                }
            }
        }
        self.sheet
    }

    pub fn day(&self, date: Option<Date>) -> String {
        date.map_or_else(|| self.lang.say(w::SHEET_UNDATED).to_owned(), number::date_short)
    }

    fn dates(&self) -> String {
        let dates = self
            .sources
            .iter()
            .filter_map(|id| self.catalogue.source(*id)?.date);
        let dates: Vec<Date> = dates.collect();
        let (Some(oldest), Some(newest)) = (dates.iter().min(), dates.iter().max()) else {
            return self.lang.say(w::SHEET_NO_DATE).to_owned();
        };
        let (oldest_said, newest_said) = (number::date_short(*oldest), number::date_short(*newest));
        let word = if oldest == newest {
            w::SHEET_ONE_DATE
        } else {
            w::SHEET_DATES
        };
        self.lang
            .fill(word, &[("oldest", &oldest_said), ("newest", &newest_said)])
    }
}
