//! Arrows walk from sentence to sentence, Tab from part to part.

use super::typeset::Typeset;
use super::{Read, layout};
use crate::tui::action::Action;
use crate::tui::backend::{Block, Sheet, Subject};
use crate::tui::desk;
use crate::tui::event::Effect;
use crate::tui::layout::Target;
use crate::tui::pages;
use crate::tui::screen::Screen;
use crate::tui::screen::search::update::walk;
use crate::tui::state::State;
use ratatui::layout::Rect;
use std::sync::Arc;

pub fn act(state: &mut State, action: Action, body: Rect) -> Vec<Effect> {
    let Screen::Read(read) = &mut state.history.here else {
        return Vec::new();
    };
    match action {
        Action::Back if read.open.is_some() => read.open = None,
        Action::Back => _ = state.history.back(),
        Action::Why => open(state, body),
        Action::Whole if matches!(read.subject, Subject::Project(_)) => whole(read, body),
        Action::Copy => {
            if let Some(sheet) = &read.sheet {
                return vec![Effect::Copy(to_text(sheet))];
            }
        }
        Action::NextPart => part(read, body, 1),
        Action::PreviousPart => part(read, body, -1),
        Action::PageDown | Action::PageUp => page(read, action, body),
        _ => {
            let count = layout::page(read, body).items.len();
            read.selected = walk(read.selected, action, 1, count);
        }
    }
    Vec::new()
}

/// Shows the rest of a folded answer, or the reasons of a sentence; goes where a link leads.
fn open(state: &mut State, body: Rect) {
    let Screen::Read(read) = &mut state.history.here else {
        return;
    };
    match layout::selected_block(read, body) {
        Some((_, Block::Link { to, .. })) => {
            let screen = Screen::to(to);
            state.history.open(screen);
        }
        Some((at, Block::Claim { .. })) => {
            let lines = layout::page(read, body).lines;
            let line = lines.iter().find(|l| l.item == Some(read.selected));
            let part = line.map_or(0, |l| l.part);
            if read.folded && read.unfolded.insert(part) {
                return;
            }
            read.open = if read.open == Some(at) { None } else { Some(at) };
        }
        _ => {}
    }
}

/// All sentences, or the first of each answer.
fn whole(read: &mut Read, body: Rect) {
    let block = layout::selected_block(read, body).map(|(at, _)| at);
    read.folded = !read.folded;
    read.unfolded.clear();
    // The selection stays on its sentence, or on the last one before it that is still shown.
    let items = layout::page(read, body).items;
    read.selected = items.iter().rposition(|at| Some(*at) <= block).unwrap_or(0);
}

/// The first item of the next part, or of this one and then of the one before.
fn part(read: &mut Read, body: Rect, step: isize) {
    let lines = layout::page(read, body).lines;
    let part_of = |item| lines.iter().find(|l| l.item == Some(item)).map_or(0, |l| l.part);
    let first_of = |part| {
        lines
            .iter()
            .find(|l| l.part == part && l.item.is_some())
            .and_then(|l| l.item)
    };
    let here = part_of(read.selected);
    if step < 0 && first_of(here).is_some_and(|first| first < read.selected) {
        read.selected = first_of(here).unwrap_or(0);
        return;
    }
    let last = lines.last().map_or(0, |l| l.part);
    let mut to = here;
    while let Some(next) = to.checked_add_signed(step).filter(|n| *n <= last) {
        to = next;
        if let Some(item) = first_of(to) {
            read.selected = item;
            return;
        }
    }
}

/// About a screen up or down: never further than what was just seen.
fn page(read: &mut Read, action: Action, body: Rect) {
    let Typeset { lines, items } = layout::page(read, body);
    let page = usize::from(body.height).max(2) - 1;
    let here = layout::span(&lines, read.selected).map_or(0, |(first, _)| first);
    let to = walk(here, action, page, lines.len());
    let found = match action {
        Action::PageDown => lines.iter().take(to + 1).rev().find_map(|l| l.item),
        _ => lines.iter().skip(to).find_map(|l| l.item),
    };
    let count = items.len();
    let one = if action == Action::PageDown {
        Action::Down
    } else {
        Action::Up
    };
    read.selected = match found {
        Some(item) if item != read.selected => item,
        _ => walk(read.selected, one, 1, count),
    };
}

pub fn click(state: &mut State, target: Target, body: Rect) {
    let Screen::Read(read) = &mut state.history.here else {
        return;
    };
    if let Target::Item(item) = target {
        let again = read.selected == item;
        read.selected = item;
        let is_link = matches!(layout::selected_block(read, body), Some((_, Block::Link { .. })));
        if again || is_link {
            open(state, body);
        }
    }
}

/// Asks for the page when it is not there, or there in the other language.
pub fn ensure(state: &mut State) -> Vec<Effect> {
    let lang = state.lang;
    let Screen::Read(read) = &mut state.history.here else {
        return Vec::new();
    };
    if read.asked == Some(lang) {
        return Vec::new();
    }
    read.asked = Some(lang);
    if read.subject == Subject::Desk {
        let page = desk::page(&state.desk, &state.keymap, lang).0;
        read.sheet = Some(Arc::new(page));
        return Vec::new();
    }
    if let Some(own) = pages::own(&read.subject, lang) {
        read.sheet = Some(Arc::new(own));
        return Vec::new();
    }
    vec![Effect::Sheet {
        subject: read.subject.clone(),
        lang,
    }]
}

/// A page as plain text, to be pasted into a letter.
pub fn to_text(sheet: &Sheet) -> String {
    let mut out = format!("{}\n{}\n", sheet.title, sheet.subtitle);
    for block in &sheet.blocks {
        match block {
            Block::Heading(text) => out.push_str(&format!("\n{text}\n")),
            Block::Claim { text, .. } | Block::Paragraph(text) | Block::Link { text, .. } => {
                out.push_str(text);
                out.push('\n');
            }
            Block::Pairs(pairs) => {
                for (name, value) in pairs {
                    out.push_str(&format!("{name}: {value}\n"));
                }
            }
            Block::Table { head, rows, .. } => {
                for line in [head].into_iter().chain(rows) {
                    out.push_str(&line.join("\t"));
                    out.push('\n');
                }
            }
        }
    }
    out
}
