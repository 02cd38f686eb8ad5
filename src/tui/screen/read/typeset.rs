//! A page set in lines of a width. The view draws these lines, the layout counts them.

mod table;

use crate::lang::w;
use crate::model::Evidence;
use crate::tui::backend::{Block, Sheet};
use crate::tui::widget::{Canvas, indent, width, wrap};
use ratatui::layout::Rect;

#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The item that the line belongs to.
    pub item: Option<usize>,
    /// The part of the page, counted by headings.
    pub part: usize,
    /// Left column: a heading beside its sentences.
    pub side: String,
    pub kind: Kind,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    Title,
    Quiet,
    Heading,
    /// First line of a sentence, and how it is known.
    Claim(Evidence),
    /// Next lines of a sentence.
    More(Evidence),
    Why,
    Text,
    /// A name (its column's width, itself) before its figure.
    Pair(u16, String),
    Link,
    Legend,
    Blank,
}

/// From this width on headings stand beside their sentences.
const TWO_COLUMNS: u16 = 66;
const SIDE: u16 = 17;

/// Columns that headings take at the left of the text.
pub fn left(columns: u16) -> u16 {
    if columns >= TWO_COLUMNS { SIDE } else { 0 }
}

pub fn typeset(sheet: &Sheet, columns: u16, open: Option<usize>) -> Vec<Line> {
    let mut page = Page {
        columns,
        lines: Vec::new(),
        item: 0,
        part: 0,
        side: Vec::new(),
    };
    for line in wrap(&sheet.title, columns) {
        page.push(None, Kind::Title, line);
    }
    if !sheet.subtitle.is_empty() {
        for line in wrap(&sheet.subtitle, columns) {
            page.push(None, Kind::Quiet, line);
        }
    }
    for block in &sheet.blocks {
        page.block(block, open);
    }
    page.end_side();
    if sheet.blocks.iter().any(|b| matches!(b, Block::Claim { .. })) {
        page.push(None, Kind::Blank, String::new());
        page.push(None, Kind::Legend, String::new());
    }
    page.lines
}

struct Page {
    columns: u16,
    lines: Vec<Line>,
    item: usize,
    part: usize,
    /// Lines of the heading that still wait for their place in the left column.
    side: Vec<String>,
}

impl Page {
    fn push(&mut self, item: Option<usize>, kind: Kind, text: String) {
        let side = match (&kind, self.side.is_empty()) {
            (Kind::Title | Kind::Quiet | Kind::Blank, _) | (_, true) => String::new(),
            _ => self.side.remove(0),
        };
        let part = self.part;
        self.lines.push(Line {
            item,
            part,
            side,
            kind,
            text,
        });
    }

    fn end_side(&mut self) {
        while !self.side.is_empty() {
            self.push(None, Kind::Text, String::new());
        }
    }

    /// Columns of text, without the sign of the selection.
    fn room(&self) -> u16 {
        self.columns.saturating_sub(left(self.columns) + 2).max(1)
    }

    fn block(&mut self, block: &Block, open: Option<usize>) {
        let room = self.room();
        match block {
            Block::Heading(text) => {
                self.end_side();
                self.part += 1;
                self.push(None, Kind::Blank, String::new());
                if left(self.columns) > 0 && width(text) <= 2 * SIDE {
                    self.side = wrap(text, SIDE - 2);
                } else {
                    for line in wrap(text, self.columns) {
                        self.push(None, Kind::Heading, line);
                    }
                }
            }
            Block::Claim { text, evidence, why } => {
                let item = Some(self.item);
                for (i, line) in wrap(text, room.saturating_sub(2)).into_iter().enumerate() {
                    let kind = if i == 0 {
                        Kind::Claim(*evidence)
                    } else {
                        Kind::More(*evidence)
                    };
                    self.push(item, kind, line);
                }
                if open == item {
                    for reason in why {
                        for line in wrap(reason, room.saturating_sub(4)) {
                            self.push(item, Kind::Why, line);
                        }
                    }
                }
                self.item += 1;
            }
            Block::Paragraph(text) => {
                for line in wrap(text, room) {
                    self.push(Some(self.item), Kind::Text, line);
                }
                self.item += 1;
            }
            Block::Pairs(pairs) => {
                let widest = pairs.iter().map(|(name, _)| width(name)).max().unwrap_or(0);
                let columns = widest.min(room / 2);
                for (name, value) in pairs {
                    let names = wrap(name, columns);
                    let values = wrap(value, room.saturating_sub(columns + 2));
                    for i in 0..names.len().max(values.len()) {
                        let at = |lines: &[String]| lines.get(i).cloned().unwrap_or_default();
                        self.push(Some(self.item), Kind::Pair(columns, at(&names)), at(&values));
                    }
                    self.item += 1;
                }
            }
            Block::Table { head, rows, right } => {
                for line in table::head(head, rows, right, room) {
                    self.push(None, Kind::Text, line);
                }
                for row in rows {
                    for line in table::row(head, rows, right, row, room) {
                        self.push(Some(self.item), Kind::Text, line);
                    }
                    self.item += 1;
                }
            }
            Block::Link { text, .. } => {
                for line in wrap(text, room) {
                    self.push(Some(self.item), Kind::Link, line);
                }
                self.item += 1;
            }
        }
    }
}

pub fn draw(canvas: &mut Canvas<'_>, area: Rect, line: &Line, selected: bool) {
    let (theme, glyphs, lang) = (canvas.theme, canvas.glyphs, canvas.lang);
    match line.kind {
        Kind::Title => _ = canvas.text(area, &line.text, theme.title),
        Kind::Quiet => _ = canvas.text(area, &line.text, theme.quiet),
        Kind::Heading => _ = canvas.text(area, &line.text, theme.heading),
        _ => {}
    }
    if matches!(line.kind, Kind::Title | Kind::Quiet | Kind::Heading | Kind::Blank) {
        return;
    }
    canvas.text(area, &line.side, theme.heading);
    let area = indent(area, left(area.width));
    let role = |own| if selected { theme.selected } else { own };
    let text = indent(area, 2);
    if selected {
        canvas.fill(text, theme.selected);
        canvas.text(area, glyphs.selected, theme.focus);
    }
    match &line.kind {
        Kind::Claim(evidence) => {
            let own = claim_role(canvas, *evidence);
            canvas.text(text, glyphs.evidence(*evidence), role(theme.quiet));
            canvas.text(indent(text, 2), &line.text, role(own));
        }
        Kind::More(evidence) => {
            let own = claim_role(canvas, *evidence);
            canvas.text(indent(text, 2), &line.text, role(own));
        }
        Kind::Why => _ = canvas.text(indent(text, 4), &line.text, role(theme.quiet)),
        Kind::Pair(columns, name) => {
            canvas.text(text, name, role(theme.quiet));
            canvas.text(indent(text, columns + 2), &line.text, role(theme.text));
        }
        Kind::Link => _ = canvas.text(text, &line.text, role(theme.key)),
        Kind::Legend => {
            let mut rest = text;
            for (evidence, word) in [
                (Evidence::Observed, w::SHEET_OBSERVED),
                (Evidence::Linked, w::SHEET_LINKED),
                (Evidence::Derived, w::SHEET_DERIVED),
                (Evidence::Missing, w::SHEET_MISSING),
            ] {
                let says = format!("{} {}", glyphs.evidence(evidence), lang.say(word));
                rest = indent(canvas.text(rest, &says, theme.quiet), 2);
            }
        }
        _ => _ = canvas.text(text, &line.text, role(theme.text)),
    }
}

fn claim_role(canvas: &Canvas<'_>, evidence: Evidence) -> crate::tui::theme::Role {
    match evidence {
        Evidence::Missing => canvas.theme.missing,
        _ => canvas.theme.text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> Sheet {
        let claim = |text: &str| Block::Claim {
            text: text.into(),
            evidence: Evidence::Observed,
            why: vec!["Lo dice una tabella.".into()],
        };
        Sheet {
            title: "Un titolo piuttosto lungo che va a capo".into(),
            subtitle: "Borgo".into(),
            blocks: vec![
                Block::Heading("Che cos'è, in due parole".into()),
                claim("È un asilo."),
                claim("Nasce in centro, dove prima c'era una scuola vuota da anni."),
                Block::Heading("Soldi".into()),
                Block::Pairs(vec![("Fondi del PNRR".into(), "1.000 euro".into())]),
            ],
        }
    }

    #[test]
    fn no_line_is_wider_than_the_page_and_every_item_has_one() {
        for columns in 4..100 {
            for open in [None, Some(0), Some(1)] {
                let lines = typeset(&sheet(), columns, open);
                for item in 0..3 {
                    assert!(lines.iter().any(|l| l.item == Some(item)), "{columns}");
                }
                let room = columns.saturating_sub(left(columns));
                let fits =
                    |l: &Line| width(&l.text) <= room.max(2) || matches!(l.kind, Kind::Title | Kind::Quiet);
                assert!(lines.iter().all(fits), "{columns}");
            }
        }
    }

    #[test]
    fn reasons_show_when_they_are_asked_for() {
        let shown = |open| typeset(&sheet(), 80, open).iter().any(|l| l.kind == Kind::Why);
        assert!(!shown(None) && shown(Some(0)));
    }

    #[test]
    fn a_heading_stands_beside_its_sentences_when_there_is_room() {
        let lines = typeset(&sheet(), 80, None);
        let beside: Vec<&str> = lines
            .iter()
            .map(|l| l.side.as_str())
            .filter(|s| !s.is_empty())
            .collect();
        assert_eq!(beside, ["Che cos'è, in", "due parole", "Soldi"]);
    }
}
