//! Arrows walk from sentence to sentence, Tab from part to part.

use super::typeset::Item;
use super::{Read, layout};
use crate::app::own_page;
use crate::lang::Lang;
use crate::sheet::{Block, Page, Subject};
use crate::tui::action::Action;
use crate::tui::event::Effect;
use crate::tui::frame::Target;
use crate::tui::screen::Screen;
use crate::tui::then::Then;
use ratatui::layout::Rect;
use std::sync::Arc;

/// What an action does on the page.
pub fn act(read: &mut Read, action: Action, body: Rect) -> Then {
    match action {
        Action::Back => match read.open {
            Some(block) => toggle(read, block, body),
            None => return Then::Back,
        },
        Action::Why => return open(read, body),
        Action::Whole if matches!(read.subject, Subject::Project(_) | Subject::Gathered(_)) => {
            whole(read, body)
        }
        Action::Copy => {
            if let Some(page) = &read.page {
                return Then::Effect(Effect::Copy(page.pasted()));
            }
        }
        Action::NextPart | Action::PreviousPart => part(read, action, body),
        Action::PageDown | Action::PageUp | Action::Down | Action::Up if within(read, action, body) => {}
        Action::PageDown | Action::PageUp => page(read, action, body),
        _ => {
            let count = layout::page(read, body).items.len();
            read.selected = action.walk(read.selected, 1, count);
        }
    }
    Then::Stay
}

/// Shows the rest of a folded answer, or the reasons of a sentence; goes where a link leads.
fn open(read: &mut Read, body: Rect) -> Then {
    if let Some(to) = layout::selected_way(read, body) {
        return Then::Open(Screen::to(to));
    }
    match layout::selected_block(read, body) {
        Some((_, Block::Link(link))) => {
            return match &link.to {
                Subject::Take(found) => Then::Take(found.clone()),
                to => Then::Open(Screen::to(to)),
            };
        }
        Some((at, Block::Picture(_))) => toggle(read, at, body),
        Some((at, Block::Claim(_))) => more(read, at, body),
        _ => {}
    }
    Then::Stay
}

/// The rest of the answer at hand or, where there is none, the reasons of its sentence.
fn more(read: &mut Read, sentence: usize, body: Rect) {
    let set = layout::page(read, body);
    let asked = read.folded && read.unfolded.insert(set.part_of(read.selected));
    if !asked || layout::page(read, body).items.len() == set.items.len() {
        toggle(read, sentence, body);
    }
}

/// Opens a block or closes it; the selection stays on it, whatever other block closes above.
fn toggle(read: &mut Read, block: usize, body: Rect) {
    read.open = Some(block).filter(|_| read.open != Some(block));
    let own = Item { block, way: None };
    let set = layout::page(read, body);
    let at = set.items.iter().position(|item| *item == own);
    read.selected = at.unwrap_or(read.selected);
    // What opens below the edge would not be seen to open: its sentence goes to the top.
    let opened = set.span(read.selected).filter(|_| read.open.is_some());
    if let Some((first, last)) = opened
        && last >= read.scroll + usize::from(body.height)
    {
        read.scroll = first;
    }
}

/// All sentences, or the first of each answer.
fn whole(read: &mut Read, body: Rect) {
    let block = layout::selected_block(read, body).map(|(at, _)| at);
    read.folded = !read.folded;
    read.unfolded.clear();
    // The selection stays on its sentence, or on the last one before it that is still shown.
    let items = layout::page(read, body).items;
    let at = items.iter().rposition(|item| Some(item.block) <= block);
    read.selected = at.unwrap_or(0);
}

/// The first item of the next part, or of this one and then of the one before.
fn part(read: &mut Read, action: Action, body: Rect) {
    let set = layout::page(read, body);
    let here = set.part_of(read.selected);
    let last = set.lines.last().map_or(0, |l| l.part);
    let mut before = (0..=here).rev().filter_map(|part| set.first_of(part));
    let to = match action {
        Action::NextPart => (here + 1..=last).find_map(|part| set.first_of(part)),
        _ => before.find(|item| *item < read.selected),
    };
    read.selected = to.unwrap_or(read.selected);
}

/// Moves through an item that is taller than the screen, before it is left; whether it did.
fn within(read: &mut Read, action: Action, body: Rect) -> bool {
    let Some((first, last)) = layout::page(read, body).span(read.selected) else {
        return false;
    };
    // The title stands above the first item and belongs to it.
    let first = if read.selected == 0 { 0 } else { first };
    let height = usize::from(body.height);
    let page = height.max(2) - 1;
    match action {
        Action::Down | Action::PageDown if read.scroll + height <= last => read.scroll += page,
        Action::Up | Action::PageUp if read.scroll > first => {
            read.scroll = read.scroll.saturating_sub(page).max(first);
        }
        _ => return false,
    }
    true
}

/// About a screen up or down: never further than what was just seen.
fn page(read: &mut Read, action: Action, body: Rect) {
    let set = layout::page(read, body);
    let page = usize::from(body.height).max(2) - 1;
    let here = set.span(read.selected).map_or(0, |(first, _)| first);
    let to = action.walk(here, page, set.lines.len());
    let (found, one) = match action {
        Action::PageDown => {
            let mut above = set.lines.iter().take(to + 1).rev();
            (above.find_map(|l| l.item), Action::Down)
        }
        _ => (set.lines.iter().skip(to).find_map(|l| l.item), Action::Up),
    };
    let step = one.walk(read.selected, 1, set.items.len());
    read.selected = found.filter(|item| *item != read.selected).unwrap_or(step);
}

/// What a click on a part of the page does.
pub fn click(read: &mut Read, target: Target, body: Rect) -> Then {
    let Target::Item(item) = target else {
        return Then::Stay;
    };
    let again = std::mem::replace(&mut read.selected, item) == item;
    match layout::selected_block(read, body) {
        Some((_, Block::Link(_))) => open(read, body),
        _ if again => open(read, body),
        _ => Then::Stay,
    }
}

/// Makes a page that needs no archive, asks for another, once in each language.
pub fn ask_page(
    subject: &Subject,
    asked: &mut Option<Lang>,
    page: &mut Option<Arc<Page>>,
    lang: Lang,
) -> Option<Effect> {
    if asked.replace(lang) == Some(lang) {
        return None;
    }
    if let Some(own) = own_page(subject, lang) {
        *page = Some(Arc::new(own));
        return None;
    }
    let subject = subject.clone();
    Some(Effect::Page { subject, lang })
}
