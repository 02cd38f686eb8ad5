//! The arrows, among things in a row.

use super::action::Action;

/// Where a movement leads among `count` things.
pub fn walk(at: usize, action: Action, page: usize, count: usize) -> usize {
    let to = match action {
        Action::Up => at.saturating_sub(1),
        Action::Down => at.saturating_add(1),
        Action::PageUp => at.saturating_sub(page),
        Action::PageDown => at.saturating_add(page),
        Action::First => 0,
        Action::Last => count.saturating_sub(1),
        _ => at,
    };
    to.min(count.saturating_sub(1))
}
