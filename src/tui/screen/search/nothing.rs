//! Where nothing is found: what is said instead of results, and the ways out.

use super::Search;
use crate::lang::{Lang, w};
use crate::tui::widget::wrap;
use ratatui::layout::{Position, Rect};

/// Columns before the title, for the sign of the selection, and behind it, for the scroll mark.
pub const SIDES: u16 = 3;

/// Where nothing is found: what is said, line by line, with the number of the lead it belongs to.
pub fn lines(search: &Search, lang: Lang, area: Rect) -> Vec<(Option<usize>, String)> {
    let columns = area.width.saturating_sub(SIDES);
    let mut out = Vec::new();
    let mut say = |lead: Option<usize>, text: &str| {
        out.extend(wrap(text, columns).into_iter().map(|line| (lead, line)));
    };
    say(None, lang.say(w::SCREEN_SEARCH_NOTHING));
    let mut lead = 0;
    for hint in search.answer.iter().flat_map(|(_, answer)| &answer.hints) {
        say(hint.to.as_ref().map(|_| lead), &hint.text);
        lead += usize::from(hint.to.is_some());
    }
    say(None, lang.say(w::SCREEN_SEARCH_TRY));
    out
}

/// The way out that stands at a place.
pub fn lead_at(search: &Search, area: Rect, at: Position) -> Option<usize> {
    if !search.is_bare() {
        return None;
    }
    let lang = search.answer.as_ref()?.0.lang;
    lines(search, lang, area).get(usize::from(at.y - area.y))?.0
}

/// Where the selected way out begins.
pub fn lead_place(search: &Search, area: Rect) -> Option<Position> {
    let lang = search.answer.as_ref()?.0.lang;
    let lines = lines(search, lang, area);
    let line = lines
        .iter()
        .position(|(lead, _)| *lead == Some(search.selected))?;
    let y = u16::try_from(line)
        .unwrap_or(0)
        .min(area.height.saturating_sub(1));
    Some(Position::new(area.x, area.y + y))
}
