//! Sets the blocks of a page, part by part.

use super::line::{self, Fold, Item, Kind, Line, Shown, left};
use crate::lang::Lang;
use crate::sheet::picture::Picture;
use crate::sheet::{Block, Link, Marks, Part};
use crate::text::clean;
use crate::tui::widget::{width, wrap};

/// Columns that a heading beside its sentences may take, without the space behind it.
const SIDE: u16 = line::SIDE - 2;

pub struct Setter<'a> {
    columns: u16,
    shown: Shown<'a>,
    /// The language of the page.
    lang: Lang,
    pub lines: Vec<Line>,
    pub items: Vec<Item>,
    part: usize,
    /// Lines of the heading that still wait for their place in the left column.
    side: Vec<String>,
}

impl<'a> Setter<'a> {
    /// Nothing set yet.
    pub fn new(columns: u16, shown: Shown<'a>, lang: Lang) -> Setter<'a> {
        Setter {
            columns,
            shown,
            lang,
            lines: Vec::new(),
            items: Vec::new(),
            part: 0,
            side: Vec::new(),
        }
    }

    /// One more line.
    pub fn push(&mut self, item: Option<usize>, kind: Kind, text: String) {
        let side = match (&kind, self.side.is_empty()) {
            (Kind::Title | Kind::Quiet | Kind::Blank, _) | (_, true) => String::new(),
            _ => self.side.remove(0),
        };
        let first = item.is_some() && self.lines.last().is_none_or(|line| line.item != item);
        let part = self.part;
        self.lines.push(Line {
            item,
            first,
            part,
            side,
            kind,
            text,
        });
    }

    /// Lines for what is left of a heading that is longer than its part.
    pub fn end_side(&mut self) {
        while !self.side.is_empty() {
            self.push(None, Kind::Text, String::new());
        }
    }

    /// A new item, for a block.
    fn item(&mut self, block: usize) -> Option<usize> {
        self.items.push(Item { block, way: None });
        Some(self.items.len() - 1)
    }

    /// Columns of text, without the sign of the selection.
    fn room(&self) -> u16 {
        self.columns.saturating_sub(left(self.columns) + 2).max(1)
    }

    /// A heading and its blocks. `from` is the place of the first block in the page.
    pub fn part(&mut self, part: &Part, from: usize) {
        let (heading, blocks) = (part.heading.as_str(), &part.blocks);
        let claims = blocks.iter().all(|b| matches!(b, Block::Claim(_)));
        if !heading.is_empty() {
            self.end_side();
            self.part += 1;
            let dense = claims && self.shown.fold != Fold::Nothing && self.part > 1;
            if !dense {
                self.push(None, Kind::Blank, String::new());
            }
            if left(self.columns) > 0 && width(heading) <= 3 * SIDE {
                self.side = wrap(heading, SIDE);
            } else {
                for line in wrap(heading, self.columns) {
                    self.push(None, Kind::Heading, line);
                }
            }
        }
        let folded = claims
            && match self.shown.fold {
                Fold::Nothing => false,
                Fold::Everything => true,
                Fold::AllBut(parts) => !parts.contains(&self.part),
            };
        let shown = if folded { blocks.len().min(1) } else { blocks.len() };
        let mut drawn = false;
        for (i, block) in blocks.iter().take(shown).enumerate() {
            let draws = matches!(block, Block::Picture(_));
            if draws && self.shown.fold == Fold::Everything {
                continue;
            }
            if i > 0 && (draws || drawn) {
                self.push(None, Kind::Blank, String::new());
            }
            drawn = draws;
            self.block(block, from + i, blocks.len() - shown);
        }
    }

    fn block(&mut self, block: &Block, at: usize, hidden: usize) {
        let room = self.room();
        match block {
            Block::Claim(told) => {
                let (text, evidence) = (&told.claim.text, told.claim.evidence);
                let item = self.item(at);
                let text = match hidden {
                    0 => text.clone(),
                    more => format!("{text} (+{more})"),
                };
                for line in wrap(&text, room.saturating_sub(2)) {
                    self.push(item, Kind::Claim(evidence), line);
                }
                let open = self.shown.open == Some(at);
                let reasons = told.why.iter().filter(|_| open);
                for line in reasons.flat_map(|reason| wrap(reason, room.saturating_sub(4))) {
                    self.push(item, Kind::Why, line);
                }
                if open {
                    self.ways(&told.ways, at);
                }
            }
            Block::Paragraph(text) => self.lines_of(at, Kind::Text, wrap(text, room)),
            Block::Blank(what) => self.lines_of(at, Kind::Text, wrap(&format!("{what} …"), room)),
            Block::Note(note) => {
                let says = clean::line(&note.line(Marks::Symbols, self.lang));
                self.lines_of(at, Kind::Text, wrap(&says, room));
            }
            Block::Link(link) => {
                self.lines_of(at, Kind::Link, wrap(&link.text, room.saturating_sub(2)));
            }
            Block::Picture(picture) => self.picture(picture, at),
            Block::Pairs(pairs) => self.pairs(pairs, at),
            Block::Table(it) => {
                let (head, rows) = it.lines(room);
                for line in head {
                    self.push(None, Kind::TableHead, line);
                }
                for row in rows {
                    self.lines_of(at, Kind::Text, row);
                }
            }
        }
    }

    fn ways(&mut self, ways: &[Link], block: usize) {
        let room = self.room();
        for (i, way) in ways.iter().enumerate() {
            self.items.push(Item { block, way: Some(i) });
            let item = Some(self.items.len() - 1);
            for line in wrap(&way.text, room.saturating_sub(6)) {
                self.push(item, Kind::Way, line);
            }
        }
    }

    fn lines_of(&mut self, block: usize, kind: Kind, lines: Vec<String>) {
        let item = self.item(block);
        for line in lines {
            self.push(item, kind.clone(), line);
        }
    }

    /// Its rows, and its figures below when they are asked for.
    fn picture(&mut self, picture: &Picture, at: usize) {
        let item = self.item(at);
        for row in 0..picture.height(self.room() + self.shown.beside, self.lang).max(1) {
            self.push(item, Kind::Picture { block: at, row }, String::new());
        }
        if self.shown.open != Some(at) {
            return;
        }
        let (head, rows) = picture.figures(self.lang).lines(self.room());
        self.push(item, Kind::Figure, String::new());
        for line in head {
            self.push(item, Kind::FigureHead, line);
        }
        for line in rows.into_iter().flatten() {
            self.push(item, Kind::Figure, line);
        }
    }

    fn pairs(&mut self, pairs: &[(String, String)], at: usize) {
        let room = self.room();
        let widest = pairs.iter().map(|(name, _)| width(name)).max().unwrap_or(0);
        let columns = widest.min(room / 2);
        for (name, value) in pairs {
            let item = self.item(at);
            let names = wrap(name, columns);
            let values = wrap(value, room.saturating_sub(columns + 2));
            for i in 0..names.len().max(values.len()) {
                let line = |lines: &[String]| lines.get(i).cloned().unwrap_or_default();
                self.push(item, Kind::Pair(columns, line(&names)), line(&values));
            }
        }
    }
}
