//! A page as Markdown.

use super::Note;
use super::marks::{Marks, mark};
use super::page::{Block, Page, Table};
use super::text::before;

impl Page {
    /// The page as Markdown.
    pub fn markdown(&self) -> String {
        let mut out = format!("# {}\n", escape(&self.title));
        for (i, note) in self.under.iter().enumerate() {
            let before = if i == 0 { "\n" } else { "" };
            let note = escape(&note.line(Marks::Symbols, self.lang));
            out.push_str(&format!("{before}- {note}\n"));
        }
        for part in self.parts.iter().filter(|part| part.id.on_paper()) {
            if !part.heading.is_empty() {
                let signs = "#".repeat(usize::from(part.id.level()));
                out.push_str(&format!("\n{signs} {}\n", escape(&part.heading)));
            }
            let mut before: Option<&Block> = None;
            for block in part.blocks.iter().filter(|b| !matches!(b, Block::Picture(_))) {
                let same_list = |before| is_item(before) && is_item(block);
                if !before.is_some_and(same_list) {
                    out.push('\n');
                }
                before = Some(block);
                self.put_markdown(block, &mut out);
            }
        }
        out
    }

    fn put_markdown(&self, block: &Block, out: &mut String) {
        match block {
            Block::Paragraph(text) => out.push_str(&format!("{}\n", escape(text))),
            Block::Blank(what) => out.push_str(&format!("{} {}\n", escape(&before(what)), "\\_".repeat(40))),
            Block::Claim(told) => {
                let word = mark(told.claim.evidence, Marks::Words, self.lang);
                let notes: String = told.notes.iter().map(|n| format!(" \\[{n}\\]")).collect();
                out.push_str(&format!("- {} *({word})*{notes}\n", escape(&told.claim.text)));
            }
            Block::Note(note) => {
                let line = match note {
                    // "1. PNRR_Progetti" would begin a list of its own.
                    Note::Source { number, .. } => format!("[{number}] {}", note.say(self.lang)),
                    _ => note.line(Marks::Symbols, self.lang),
                };
                out.push_str(&format!("- {}\n", escape(&line)));
            }
            Block::Pairs(pairs) => {
                for (name, value) in pairs {
                    out.push_str(&format!("- {}: {}\n", escape(name), escape(value)));
                }
            }
            Block::Link(link) => out.push_str(&format!("- {}\n", escape(&link.text))),
            Block::Table(it) => table(out, it),
            Block::Picture(_) => {}
        }
    }
}

/// Items of one list stand together.
fn is_item(block: &Block) -> bool {
    matches!(
        block,
        Block::Claim(_) | Block::Note(_) | Block::Link(_) | Block::Pairs(_)
    )
}

fn table(out: &mut String, Table { head, rows, right }: &Table) {
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
