//! A sheet as Markdown.

use super::text::{Marks, mark};
use super::{Block, Sheet};

impl Sheet {
    pub fn markdown(&self) -> String {
        let mut out = String::new();
        let mut before: Option<&Block> = None;
        for block in &self.blocks {
            let same_list = matches!(
                (before, block),
                (Some(Block::Claim { .. }), Block::Claim { .. }) | (Some(Block::Note(_)), Block::Note(_))
            );
            if before.is_some() && !same_list {
                out.push('\n');
            }
            before = Some(block);
            match block {
                Block::Heading { level, text } => {
                    let signs = "#".repeat(usize::from(*level));
                    out.push_str(&format!("{signs} {}\n", escape(text)));
                }
                Block::Paragraph(text) => out.push_str(&format!("{}\n", escape(text))),
                Block::Claim { claim, notes } => {
                    let word = mark(claim.evidence, Marks::Words, self.lang);
                    let notes: String = notes.iter().map(|n| format!(" \\[{n}\\]")).collect();
                    out.push_str(&format!("- {} *({word})*{notes}\n", escape(&claim.text)));
                }
                Block::Note(text) => out.push_str(&format!("- {}\n", escape(&unnumbered(text)))),
                Block::Table { head, rows, right } => table(&mut out, head, rows, right),
            }
        }
        out
    }
}

/// "1. PNRR_Progetti" would begin a list of its own.
fn unnumbered(text: &str) -> String {
    match text.split_once(". ") {
        Some((n, rest)) if n.bytes().all(|b| b.is_ascii_digit()) => format!("[{n}] {rest}"),
        _ => text.to_owned(),
    }
}

fn table(out: &mut String, head: &[String], rows: &[Vec<String>], right: &[bool]) {
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|c| escape(c)).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    out.push_str(&line(head));
    let rule: Vec<&str> = right.iter().map(|r| if *r { "--:" } else { "---" }).collect();
    out.push_str(&format!("| {} |\n", rule.join(" | ")));
    for row in rows {
        out.push_str(&line(row));
    }
}

/// Signs that Markdown would read as its own.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '|' | '~'
        ) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
