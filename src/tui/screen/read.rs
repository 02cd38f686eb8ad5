//! A page: a project, a comune, a measure, a word, the archive. It is read sentence by sentence;
//! Enter on a sentence says how we know it, on a way to another page goes there.

pub mod layout;
pub mod typeset;
pub mod update;
pub mod view;

use crate::lang::Lang;
use crate::tui::backend::{Block, Sheet, Subject};
use std::sync::Arc;

#[derive(Clone, Debug)]
pub struct Read {
    pub subject: Subject,
    pub asked: Option<Lang>,
    pub sheet: Option<Arc<Sheet>>,
    /// Why there is no page.
    pub failed: Option<String>,
    /// The sentence or line at hand, counted through the page.
    pub selected: usize,
    /// The sentence whose reasons are shown.
    pub open: Option<usize>,
    pub scroll: usize,
}

impl Read {
    pub fn new(subject: Subject) -> Read {
        Read {
            subject,
            asked: None,
            sheet: None,
            failed: None,
            selected: 0,
            open: None,
            scroll: 0,
        }
    }

    /// The block of the selected item.
    pub fn selected_block(&self) -> Option<&Block> {
        let sheet = self.sheet.as_ref()?;
        let mut left = self.selected;
        sheet.blocks.iter().find(|block| {
            let items = block.items();
            let is_it = left < items;
            left = left.saturating_sub(items);
            is_it
        })
    }
}
