//! A page as plain text, wrapped to a width; tables that do not fit become lines.

use super::marks::{Marks, mark};
use super::page::{Block, Page, Table};
use crate::lang::Lang;
use crate::model::Evidence;
use crate::text::columns;
use unicode_width::UnicodeWidthStr;

impl Page {
    /// Plain text of lines no wider than `width` columns (20 at least), ending in a line break.
    pub fn text(&self, width: usize, marks: Marks) -> String {
        let width = width.max(20);
        let mut out = String::new();
        heading(&mut out, 1, &self.title, width, marks);
        for note in &self.under {
            wrap(&mut out, &note.line(marks, self.lang), "", "   ", width);
        }
        for part in self.parts.iter().filter(|part| part.id.on_paper()) {
            if !part.heading.is_empty() {
                heading(&mut out, part.id.level(), &part.heading, width, marks);
            }
            for block in &part.blocks {
                self.lines(block, width, marks, &mut out);
            }
        }
        out
    }

    fn lines(&self, block: &Block, width: usize, marks: Marks, out: &mut String) {
        match block {
            Block::Paragraph(text) => wrap(out, text, "", "", width),
            Block::Blank(what) => {
                let room = width.saturating_sub(what.width() + 2).max(width / 3);
                let line = format!("{} {}", before(what), "_".repeat(room));
                wrap(out, line.trim_start(), "", "", width);
            }
            Block::Claim(told) => {
                let evidence = told.claim.evidence;
                let line = sentence(&told.claim.text, &told.notes, evidence, marks, self.lang);
                match marks {
                    Marks::Words => wrap(out, &line, "", "", width),
                    _ => {
                        let first = format!("{} ", mark(evidence, marks, self.lang));
                        wrap(out, &line, &first, "  ", width);
                    }
                }
            }
            Block::Note(note) => wrap(out, &note.line(marks, self.lang), "", "   ", width),
            Block::Pairs(pairs) => {
                for (name, value) in pairs {
                    wrap(out, &format!("{name}: {value}"), "", "  ", width);
                }
            }
            Block::Link(link) => wrap(out, &link.text, "- ", "  ", width),
            Block::Table(it) => table(out, it, width),
            Block::Picture(_) => {}
        }
    }
}

/// What stands before a line to write on.
pub(super) fn before(what: &str) -> String {
    match what {
        "" => String::new(),
        what => format!("{what}:"),
    }
}

/// The sentence with the numbers of its sources, and in [`Marks::Words`] its evidence.
fn sentence(text: &str, notes: &[usize], evidence: Evidence, marks: Marks, lang: Lang) -> String {
    let mut out = text.to_owned();
    if marks == Marks::Words {
        out.push_str(&format!(" ({})", mark(evidence, marks, lang)));
    } else if !notes.is_empty() {
        let numbers: Vec<String> = notes.iter().map(usize::to_string).collect();
        out.push_str(&format!(" [{}]", numbers.join(",")));
    }
    out
}

fn heading(out: &mut String, level: u8, text: &str, width: usize, marks: Marks) {
    if !out.is_empty() {
        out.push('\n');
    }
    wrap(out, text, "", "", width);
    let rule = match (level, marks) {
        (_, Marks::Words) | (3.., _) => return,
        (1, Marks::Symbols) => "═",
        (_, Marks::Symbols) => "─",
        (1, Marks::Ascii) => "=",
        (_, Marks::Ascii) => "-",
    };
    out.push_str(&rule.repeat(text.width().min(width)));
    out.push('\n');
}

fn wrap(out: &mut String, text: &str, first: &str, rest: &str, width: usize) {
    let options = textwrap::Options::new(width)
        .initial_indent(first)
        .subsequent_indent(rest)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    for line in textwrap::wrap(text, options) {
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

/// The least that a column of words may be narrowed to.
const NARROWEST: usize = 24;

/// The widths of a table's columns.
pub struct Columns<'a> {
    widths: Vec<usize>,
    right: &'a [bool],
}

impl Table {
    /// Columns that fit into a width, the widest column of words giving way to it; `None` where it
    /// would become too narrow.
    pub fn columns(&self, width: usize) -> Option<Columns<'_>> {
        let right = self.right.as_slice();
        let widest = |i: usize| {
            let cells = self.rows.iter().chain([&self.head]).filter_map(|row| row.get(i));
            cells.map(|cell| cell.width()).max().unwrap_or(0)
        };
        let mut widths: Vec<usize> = (0..self.head.len()).map(widest).collect();
        let whole = widths.iter().sum::<usize>() + 2 * widths.len().saturating_sub(1);
        let over = whole.saturating_sub(width);
        if over > 0 {
            let words = (0..widths.len()).filter(|i| right.get(*i) != Some(&true));
            let widest = words.max_by_key(|i| widths[*i])?;
            if widths[widest] < NARROWEST + over {
                return None;
            }
            widths[widest] -= over;
        }
        Some(Columns { widths, right })
    }

    /// In lines of a width: those of the head, none where there is no room for columns and rows are
    /// told one by one; and those of each row.
    pub fn lines(&self, room: u16) -> (Vec<String>, Vec<Vec<String>>) {
        let Some(columns) = self.columns(usize::from(room)) else {
            let rows = self.rows.iter().map(|row| self.told(row, room));
            return (Vec::new(), rows.collect());
        };
        let rows = self.rows.iter().map(|row| columns.lines(row));
        (columns.lines(&self.head), rows.collect())
    }

    /// A row as its names and figures.
    fn told(&self, row: &[String], room: u16) -> Vec<String> {
        let mut out = Vec::new();
        for (i, (name, cell)) in self.head.iter().zip(row).enumerate() {
            let (text, indent) = match i {
                _ if cell.is_empty() => continue,
                0 => (cell.clone(), ""),
                _ => (format!("{name}: {cell}"), "  "),
            };
            let lines = columns::wrap(&text, room.saturating_sub(columns::width(indent)));
            out.extend(lines.into_iter().map(|line| format!("{indent}{line}")));
        }
        out
    }
}

impl Columns<'_> {
    /// The lines of a row, or of the head.
    pub fn lines(&self, cells: &[String]) -> Vec<String> {
        let wrapped: Vec<Vec<String>> = cells
            .iter()
            .zip(&self.widths)
            .map(|(cell, width)| {
                let lines = textwrap::wrap(cell, (*width).max(1));
                lines.into_iter().map(|l| l.trim_end().to_owned()).collect()
            })
            .collect();
        let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
        let line = |n: usize| {
            let cells = wrapped.iter().zip(&self.widths).enumerate();
            let set = cells.map(|(i, (cell, width))| {
                let text = cell.get(n).map_or("", String::as_str);
                let blanks = " ".repeat(width.saturating_sub(text.width()));
                match self.right.get(i) {
                    Some(true) => format!("{blanks}{text}"),
                    _ => format!("{text}{blanks}"),
                }
            });
            set.collect::<Vec<_>>().join("  ").trim_end().to_owned()
        };
        (0..height).map(line).collect()
    }
}

/// Columns when they fit; else a line for every cell.
fn table(out: &mut String, table: &Table, width: usize) {
    let Some(columns) = table.columns(width) else {
        return stacked(out, &table.head, &table.rows, width);
    };
    for cells in std::iter::once(&table.head).chain(&table.rows) {
        for line in columns.lines(cells) {
            out.push_str(&line);
            out.push('\n');
        }
    }
}

fn stacked(out: &mut String, head: &[String], rows: &[Vec<String>], width: usize) {
    for (n, row) in rows.iter().enumerate() {
        if n > 0 {
            out.push('\n');
        }
        for (name, cell) in head.iter().zip(row).filter(|(_, cell)| !cell.is_empty()) {
            wrap(out, &format!("{name}: {cell}"), "", "  ", width);
        }
    }
}
