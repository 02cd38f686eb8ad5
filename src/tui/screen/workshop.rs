//! A page as a talk: one answer at a time, its question in large letters, to be read from the
//! last row and turned with a clicker.

pub mod layout;
pub mod update;
pub mod view;

use super::slide::{Item, Kind, Slide};
use crate::lang::{Lang, w};
use crate::tui::backend::{Block, Sheet, Subject};
use crate::tui::keymap::Keymap;
use std::sync::Arc;

#[derive(Clone, Debug)]
pub struct Workshop {
    pub subject: Subject,
    pub asked: Option<Lang>,
    pub sheet: Option<Arc<Sheet>>,
    /// Why there is no page.
    pub failed: Option<String>,
    /// 0 is the title, then the questions in their order.
    pub at: usize,
    /// The page of it, where it is longer than the screen.
    pub page: usize,
}

/// A question and its sentences.
pub struct Part<'a> {
    pub heading: &'a str,
    /// Counted by headings, as a page counts its parts.
    pub number: usize,
    blocks: Vec<&'a Block>,
}

/// What of a page is said aloud: figures in tables and ways to other pages are not. Where a page
/// has answers, its other text is the small print.
pub fn parts(sheet: &Sheet) -> Vec<Part<'_>> {
    let claims = sheet
        .blocks
        .iter()
        .any(|block| matches!(block, Block::Claim { .. }));
    let mut out = vec![Part {
        heading: &sheet.title,
        number: 0,
        blocks: Vec::new(),
    }];
    for block in &sheet.blocks {
        match (block, out.last_mut()) {
            (Block::Heading(heading), last) => {
                let number = last.map_or(0, |part| part.number) + 1;
                out.push(Part {
                    heading,
                    number,
                    blocks: Vec::new(),
                });
            }
            (Block::Claim { .. }, Some(part)) => part.blocks.push(block),
            (Block::Paragraph(_), Some(part)) if !claims => part.blocks.push(block),
            _ => {}
        }
    }
    out.retain(|part| !part.blocks.is_empty());
    out
}

impl Workshop {
    pub fn new(subject: Subject) -> Workshop {
        Workshop {
            subject,
            asked: None,
            sheet: None,
            failed: None,
            at: 0,
            page: 0,
        }
    }

    /// How many questions there are.
    pub fn count(&self) -> usize {
        self.sheet.as_ref().map_or(0, |sheet| parts(sheet).len())
    }

    pub fn slide(&self, lang: Lang, keys: &Keymap) -> Slide {
        let Some(sheet) = &self.sheet else {
            let waiting = lang.say(w::SCREEN_READ_LOADING);
            let says = self.failed.as_deref().unwrap_or(waiting);
            return Slide {
                items: vec![Item::new(Kind::Say, says)],
                ..Slide::default()
            };
        };
        let parts = parts(sheet);
        match self.at.checked_sub(1).and_then(|at| parts.get(at)) {
            Some(part) => Slide {
                heading: part.heading.to_owned(),
                items: part.blocks.iter().filter_map(|block| sentence(block)).collect(),
                double: true,
            },
            None => title(sheet, lang, keys),
        }
    }
}

fn sentence(block: &Block) -> Option<Item> {
    match block {
        Block::Claim { text, evidence, .. } => Some(Item::new(Kind::Claim(*evidence), text)),
        Block::Paragraph(text) => Some(Item::new(Kind::Say, text)),
        _ => None,
    }
}

fn title(sheet: &Sheet, lang: Lang, keys: &Keymap) -> Slide {
    let mut items = Vec::new();
    if !sheet.subtitle.is_empty() {
        items.push(Item::new(Kind::Say, &sheet.subtitle));
    }
    items.push(Item::how(lang, keys));
    Slide {
        heading: sheet.title.clone(),
        items,
        double: true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Evidence;

    fn named(blocks: Vec<Block>) -> Vec<(usize, String)> {
        let sheet = Sheet {
            title: "Una scuola".into(),
            subtitle: String::new(),
            blocks,
        };
        let one = |part: &Part<'_>| (part.number, part.heading.to_owned());
        parts(&sheet).iter().map(one).collect()
    }

    #[test]
    fn tables_links_and_small_print_are_no_part_of_a_talk() {
        let heading = |text: &str| Block::Heading(text.into());
        let paragraph = |text: &str| Block::Paragraph(text.into());
        let claim = |text: &str| Block::Claim {
            text: text.into(),
            evidence: Evidence::Observed,
            why: Vec::new(),
            ways: Vec::new(),
        };
        let found = named(vec![
            paragraph("Prima di tutto."),
            heading("Che cos'è"),
            claim("È una scuola."),
            heading("I soldi"),
            Block::Pairs(vec![("PNRR".into(), "1".into())]),
            heading("Quando"),
            claim("Presto."),
            heading("Da dove vengono i dati"),
            paragraph("Una tabella."),
        ]);
        assert_eq!(found, [(1, "Che cos'è".to_owned()), (3, "Quando".to_owned())]);
        let found = named(vec![heading("Che cosa vuol dire"), paragraph("Un codice.")]);
        assert_eq!(found, [(1, "Che cosa vuol dire".to_owned())]);
    }
}
