//! Collects the parts of a page and numbers the sources as they are first cited.

use super::page::{Block, Link, Page, Part, PartId, Table, Told};
use super::picture::Picture;
use super::{Cited, Note, Subject};
use crate::explain::{Cite, Claim};
use crate::lang::{Lang, Word};
use crate::model::{Evidence, SourceId};
use crate::snapshot::Catalogue;
use crate::text::clean;

/// Rows of a table that a page shows; of tenders and their winners it shows all.
const MOST_ROWS: usize = 20;

pub(super) struct Builder<'a> {
    pub catalogue: &'a Catalogue,
    pub lang: Lang,
    page: Page,
    sources: Vec<SourceId>,
}

impl<'a> Builder<'a> {
    pub fn new(catalogue: &'a Catalogue, title: &str, lang: Lang) -> Builder<'a> {
        Builder {
            catalogue,
            lang,
            sources: Vec::new(),
            page: Page::new(title, lang),
        }
    }

    pub fn say(&self, words: &[Word]) -> Vec<String> {
        words.iter().map(|word| self.lang.say(*word).to_owned()).collect()
    }

    pub fn under(&mut self, note: Note) {
        self.page.under.push(note);
    }

    /// A new part: what is pushed next stands in it.
    pub fn part(&mut self, id: PartId, heading: Word) {
        let heading = self.lang.say(heading);
        self.page.parts.push(Part::new(id, heading));
    }

    /// A new part with a heading of its own.
    pub fn part_called(&mut self, id: PartId, heading: String) {
        self.page.parts.push(Part::new(id, heading));
    }

    pub fn push(&mut self, block: Block) {
        if let Some(part) = self.page.parts.last_mut() {
            part.blocks.push(block);
        }
    }

    pub fn claims(&mut self, claims: &[Claim]) {
        for claim in claims {
            let mut notes: Vec<usize> = claim.cites.iter().map(|c| self.number(c)).collect();
            notes.sort_unstable();
            notes.dedup();
            let claim = Claim {
                text: clean::clean(&claim.text).into_owned(),
                ..claim.clone()
            };
            self.push(Block::Claim(Told {
                claim,
                notes,
                why: Vec::new(),
                ways: Vec::new(),
            }));
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

    /// A part of pictures and a table, when the table has rows; of a long one the first rows and
    /// the number of the rest.
    pub fn table(
        &mut self,
        id: PartId,
        heading: Word,
        pictures: impl IntoIterator<Item = Picture>,
        head: &[Word],
        right: &[bool],
        mut rows: Vec<Vec<String>>,
    ) {
        if rows.is_empty() {
            return;
        }
        self.part(id, heading);
        for picture in pictures {
            self.push(Block::Picture(picture));
        }
        let most = match id {
            PartId::Tenders => rows.len(),
            _ => MOST_ROWS,
        };
        let more = rows.len().saturating_sub(most);
        rows.truncate(most);
        self.set(head, right, rows);
        if more > 0 {
            self.push(Block::Note(Note::MoreRows(more)));
        }
    }

    /// A part of a table with all its rows, when it has some.
    pub fn whole_table(
        &mut self,
        id: PartId,
        heading: Word,
        head: &[Word],
        right: &[bool],
        rows: Vec<Vec<String>>,
    ) {
        if !rows.is_empty() {
            self.part(id, heading);
            self.set(head, right, rows);
        }
    }

    fn set(&mut self, head: &[Word], right: &[bool], mut rows: Vec<Vec<String>>) {
        for cell in rows.iter_mut().flatten() {
            *cell = clean::line(cell);
        }
        let (head, right) = (self.say(head), right.to_vec());
        self.push(Block::Table(Table { head, rows, right }));
    }

    /// A part of these blocks; none without blocks.
    pub fn blocks(&mut self, id: PartId, heading: Word, blocks: impl IntoIterator<Item = Block>) {
        let mut blocks = blocks.into_iter().peekable();
        if blocks.peek().is_some() {
            self.part(id, heading);
            blocks.for_each(|block| self.push(block));
        }
    }

    pub fn link(&mut self, text: &str, to: Subject) {
        self.push(Block::Link(Link::new(text, to)));
    }

    /// What the marks mean, the dates of the sources and the sources themselves.
    pub fn small_print(&mut self) {
        use Evidence::{Derived, Linked, Missing, Observed, Written};
        let said = |kind: Evidence| {
            let is_it = |b: &Block| matches!(b, Block::Claim(told) if told.claim.evidence == kind);
            self.page.blocks().any(is_it)
        };
        let kinds = [Observed, Linked, Derived, Missing, Written].into_iter();
        let marks: Vec<Block> = kinds
            .filter(|kind| said(*kind))
            .map(|kind| Block::Note(Note::Mark(kind)))
            .collect();
        self.blocks(PartId::Known, crate::lang::w::SHEET_KNOWN, marks);
        let sources: Vec<Cited> = self
            .sources
            .iter()
            .filter_map(|id| self.catalogue.source(*id).map(Cited::from))
            .collect();
        if self.sources.is_empty() {
            return;
        }
        self.part(PartId::Sources, crate::lang::w::SHEET_SOURCES);
        let dates = || sources.iter().filter_map(|cited| cited.date);
        let dates = dates().min().zip(dates().max());
        self.push(Block::Note(Note::Dates(dates)));
        for (i, cited) in sources.into_iter().enumerate() {
            let number = i + 1;
            self.push(Block::Note(Note::Source { number, cited }));
        }
    }

    pub fn finish(self) -> Page {
        self.page
    }
}
