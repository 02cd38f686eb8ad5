//! A page as it is pasted into a letter: whole lines, cells between tabs.

use super::marks::Marks;
use super::page::{Block, Page, Table};

impl Page {
    /// A page as plain text, to be pasted into a letter; of a picture, its figures.
    pub fn pasted(&self) -> String {
        let lang = self.lang;
        let mut out = vec![self.title.clone()];
        out.extend(self.under.iter().map(|note| note.say(lang)));
        let rows = |Table { head, rows, .. }: &Table| -> Vec<String> {
            let lines = std::iter::once(head).chain(rows);
            lines.map(|cells| cells.join("\t")).collect()
        };
        for part in &self.parts {
            if !part.heading.is_empty() {
                out.extend([String::new(), part.heading.clone()]);
            }
            for block in &part.blocks {
                match block {
                    Block::Claim(told) => out.push(told.claim.text.clone()),
                    Block::Paragraph(text) => out.push(text.clone()),
                    Block::Blank(what) => out.push(format!("{what} …")),
                    Block::Note(note) => out.push(note.line(Marks::Symbols, lang)),
                    Block::Link(link) => out.push(link.text.clone()),
                    Block::Pairs(pairs) => {
                        out.extend(pairs.iter().map(|(name, value)| format!("{name}: {value}")));
                    }
                    Block::Table(table) => out.extend(rows(table)),
                    Block::Picture(picture) => out.extend(rows(&picture.figures(lang))),
                }
            }
        }
        out.push(String::new());
        out.join("\n")
    }
}
