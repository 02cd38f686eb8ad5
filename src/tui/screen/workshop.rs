//! A page as a talk: one answer at a time, its question in large letters, to be read from the
//! last row and turned with a clicker.

pub mod play;

use crate::lang::Lang;
use crate::sheet::{Block, Page, Subject};
use std::sync::Arc;

#[derive(Clone, Debug)]
pub struct Workshop {
    pub subject: Subject,
    pub asked: Option<Lang>,
    pub page: Option<Arc<Page>>,
    /// Why there is no page.
    pub failed: Option<String>,
    /// 0 is the title, then the questions in their order.
    pub at: usize,
    /// The page of it, where it is longer than the screen.
    pub leaf: usize,
    /// The screen is black, so that all look at who speaks.
    pub dark: bool,
}

/// A question and its sentences.
pub struct Slides<'a> {
    pub heading: &'a str,
    /// Counted as a page counts its parts.
    pub number: usize,
    pub blocks: Vec<&'a Block>,
}

/// What of a page is said aloud: figures in tables and ways to other pages are not. Where a page
/// has answers, its other text is the small print.
pub fn parts(page: &Page) -> Vec<Slides<'_>> {
    let claims = page.blocks().any(|block| matches!(block, Block::Claim(_)));
    let aloud = |block: &&Block| match block {
        Block::Claim(_) => true,
        Block::Paragraph(_) => !claims,
        _ => false,
    };
    let mut number = 0;
    let parts = page.parts.iter().map(|part| {
        let heading = match part.heading.as_str() {
            "" => &page.title,
            heading => {
                number += 1;
                heading
            }
        };
        Slides {
            heading,
            number,
            blocks: part.blocks.iter().filter(aloud).collect(),
        }
    });
    parts.filter(|part| !part.blocks.is_empty()).collect()
}

impl Workshop {
    /// A talk from its title on.
    pub fn new(subject: Subject) -> Workshop {
        Workshop {
            subject,
            asked: None,
            page: None,
            failed: None,
            at: 0,
            leaf: 0,
            dark: false,
        }
    }

    /// How many questions there are.
    pub fn count(&self) -> usize {
        self.page.as_ref().map_or(0, |page| parts(page).len())
    }
}
