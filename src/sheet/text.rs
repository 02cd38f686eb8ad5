//! A sheet as plain text, wrapped to a width; tables that do not fit become lines.

use super::{Block, Sheet};
use crate::lang::{Lang, w};
use crate::model::Evidence;
use unicode_width::UnicodeWidthStr;

/// How the evidence of a sentence is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Marks {
    /// `●`, `◆`, `◇`, `○` before the sentence.
    #[default]
    Symbols,
    /// The same in ASCII: `*`, `+`, `~`, `?`.
    Ascii,
    /// The word behind the sentence, for a voice that reads it.
    Words,
}

/// The mark of a kind of evidence; for [`Marks::Words`], the word.
pub fn mark(evidence: Evidence, marks: Marks, lang: Lang) -> &'static str {
    let (symbol, ascii, word) = match evidence {
        Evidence::Observed => ("●", "*", w::SHEET_OBSERVED),
        Evidence::Linked => ("◆", "+", w::SHEET_LINKED),
        Evidence::Derived => ("◇", "~", w::SHEET_DERIVED),
        Evidence::Missing => ("○", "?", w::SHEET_MISSING),
    };
    match marks {
        Marks::Symbols => symbol,
        Marks::Ascii => ascii,
        Marks::Words => lang.say(word),
    }
}

impl Sheet {
    /// Plain text of lines no wider than `width` columns (20 at least), ending in a line break.
    pub fn text(&self, width: usize, marks: Marks) -> String {
        let width = width.max(20);
        let mut out = String::new();
        for block in &self.blocks {
            match block {
                Block::Heading { level, text } => heading(&mut out, *level, text, width, marks),
                Block::Paragraph(text) => wrap(&mut out, text, "", "", width),
                Block::Claim { claim, notes } => {
                    let line = sentence(&claim.text, notes, claim.evidence, marks, self.lang);
                    match marks {
                        Marks::Words => wrap(&mut out, &line, "", "", width),
                        _ => {
                            let first = format!("{} ", mark(claim.evidence, marks, self.lang));
                            wrap(&mut out, &line, &first, "  ", width);
                        }
                    }
                }
                Block::Note(text) => wrap(&mut out, &in_marks(text, marks), "", "   ", width),
                Block::Table { head, rows, right } => table(&mut out, head, rows, right, width),
            }
        }
        out
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

/// The legend is written with symbols: other marks take their place.
fn in_marks(text: &str, marks: Marks) -> String {
    let symbols = [
        Evidence::Observed,
        Evidence::Linked,
        Evidence::Derived,
        Evidence::Missing,
    ]
    .map(|e| (e, mark(e, Marks::Symbols, Lang::It)));
    for (evidence, symbol) in symbols {
        if let Some(rest) = text.strip_prefix(symbol) {
            return match marks {
                Marks::Symbols => text.to_owned(),
                Marks::Ascii => format!("{}{rest}", mark(evidence, Marks::Ascii, Lang::It)),
                Marks::Words => rest.trim_start().to_owned(),
            };
        }
    }
    text.to_owned()
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

/// Columns when they fit, the widest column of words giving way to the width; else a line for
/// every cell.
fn table(out: &mut String, head: &[String], rows: &[Vec<String>], right: &[bool], width: usize) {
    let figures = |i: usize| right.get(i).copied().unwrap_or_default();
    let mut widths: Vec<usize> = (0..head.len())
        .map(|i| {
            let cells = rows.iter().filter_map(|r| r.get(i)).map(|c| c.width());
            let head = head.get(i).map_or(0, |h| h.width());
            cells.chain([head]).max().unwrap_or(0)
        })
        .collect();
    let whole = widths.iter().sum::<usize>() + 2 * widths.len().saturating_sub(1);
    let over = whole.saturating_sub(width);
    if over > 0 {
        let words = (0..widths.len()).filter(|i| !figures(*i));
        let Some(widest) = words.max_by_key(|i| widths[*i]) else {
            return stacked(out, head, rows, width);
        };
        if widths[widest] < NARROWEST + over {
            return stacked(out, head, rows, width);
        }
        widths[widest] -= over;
    }
    for cells in std::iter::once(head).chain(rows.iter().map(Vec::as_slice)) {
        let wrapped: Vec<Vec<String>> = cells
            .iter()
            .zip(&widths)
            .map(|(cell, width)| {
                let lines = textwrap::wrap(cell, (*width).max(1));
                lines.into_iter().map(|l| l.trim_end().to_owned()).collect()
            })
            .collect();
        let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
        for n in 0..height {
            let line: Vec<String> = wrapped
                .iter()
                .zip(&widths)
                .enumerate()
                .map(|(i, (cell, width))| {
                    let text = cell.get(n).map_or("", String::as_str);
                    let blanks = " ".repeat(width.saturating_sub(text.width()));
                    if figures(i) {
                        format!("{blanks}{text}")
                    } else {
                        format!("{text}{blanks}")
                    }
                })
                .collect();
            out.push_str(line.join("  ").trim_end());
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
