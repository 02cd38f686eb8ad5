//! A page set in lines of a width. The view draws these lines, the layout counts them.

mod draw;
mod line;
mod set;

pub use draw::{Chosen, draw, picture};
pub use line::{Fold, Item, Kind, Line, Shown, Typeset, left};

use crate::model::Evidence;
use crate::sheet::{Block, Marks, Page};
use crate::text::clean;
use crate::tui::widget::wrap;
use set::Setter;

/// Sets a page in lines of a width.
pub fn typeset(page: &Page, columns: u16, shown: Shown<'_>) -> Typeset {
    let mut set = Setter::new(columns, shown, page.lang);
    for line in wrap(&page.title, columns) {
        set.push(None, Kind::Title, line);
    }
    for note in &page.under {
        for line in wrap(&clean::line(&note.line(Marks::Symbols, page.lang)), columns) {
            set.push(None, Kind::Quiet, line);
        }
    }
    let mut from = 0;
    for part in &page.parts {
        let drawings = !part.blocks.is_empty() && part.blocks.iter().all(|b| matches!(b, Block::Picture(_)));
        if !(drawings && shown.fold == Fold::Everything) {
            set.part(part, from);
        }
        from += part.blocks.len();
    }
    set.end_side();
    let claims = page.blocks().any(|b| matches!(b, Block::Claim(_)));
    if claims && shown.fold != Fold::Everything {
        set.push(None, Kind::Blank, String::new());
        for (first, second) in [
            (Evidence::Observed, Some(Evidence::Linked)),
            (Evidence::Derived, Some(Evidence::Missing)),
            (Evidence::Written, None),
        ] {
            set.push(None, Kind::Legend(first, second), String::new());
        }
    }
    Typeset {
        lines: set.lines,
        items: set.items,
    }
}
