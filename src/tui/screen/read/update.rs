//! Arrows walk from sentence to sentence, Tab from part to part.

use super::typeset::{Item, Typeset};
use super::{Read, layout};
use crate::app::own_page;
use crate::lang::Lang;
use crate::sheet::{Block, Marks, Page, Subject, Table};
use crate::tui::action::Action;
use crate::tui::event::Effect;
use crate::tui::frame::Target;
use crate::tui::screen::Screen;
use crate::tui::then::Then;
use crate::tui::walk::walk;
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
        Action::Whole if matches!(read.subject, Subject::Project(_)) => whole(read, body),
        Action::Copy => {
            if let Some(page) = &read.page {
                return Then::Effect(Effect::Copy(to_text(page)));
            }
        }
        Action::NextPart => part(read, body, 1),
        Action::PreviousPart => part(read, body, -1),
        Action::PageDown | Action::PageUp | Action::Down | Action::Up if within(read, action, body) => {}
        Action::PageDown | Action::PageUp => page(read, action, body),
        _ => {
            let count = layout::page(read, body).items.len();
            read.selected = walk(read.selected, action, 1, count);
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
        Some((_, Block::Link(link))) => return Then::Open(Screen::to(&link.to)),
        Some((at, Block::Picture(_))) => toggle(read, at, body),
        Some((at, Block::Claim(_))) => {
            let lines = layout::page(read, body).lines;
            let line = lines.iter().find(|l| l.item == Some(read.selected));
            let part = line.map_or(0, |l| l.part);
            if !(read.folded && read.unfolded.insert(part)) {
                toggle(read, at, body);
            }
        }
        _ => {}
    }
    Then::Stay
}

/// Opens a block or closes it; the selection stays on it, whatever other block closes above.
fn toggle(read: &mut Read, block: usize, body: Rect) {
    read.open = if read.open == Some(block) {
        None
    } else {
        Some(block)
    };
    select(read, block, body);
}

fn select(read: &mut Read, block: usize, body: Rect) {
    let own = Item { block, way: None };
    let at = layout::page(read, body)
        .items
        .iter()
        .position(|item| *item == own);
    read.selected = at.unwrap_or(read.selected);
}

/// All sentences, or the first of each answer.
fn whole(read: &mut Read, body: Rect) {
    let block = layout::selected_block(read, body).map(|(at, _)| at);
    read.folded = !read.folded;
    read.unfolded.clear();
    // The selection stays on its sentence, or on the last one before it that is still shown.
    let items = layout::page(read, body).items;
    read.selected = items
        .iter()
        .rposition(|item| Some(item.block) <= block)
        .unwrap_or(0);
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

/// Moves through an item that is taller than the screen, before it is left; whether it did.
fn within(read: &mut Read, action: Action, body: Rect) -> bool {
    let lines = layout::page(read, body).lines;
    let Some((first, last)) = layout::span(&lines, read.selected) else {
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

/// A page as plain text, to be pasted into a letter; of a picture, its figures.
pub fn to_text(page: &Page) -> String {
    let lang = page.lang;
    let mut out = format!("{}\n", page.title);
    for note in &page.under {
        line(&mut out, &note.say(lang));
    }
    for part in &page.parts {
        if !part.heading.is_empty() {
            out.push_str(&format!("\n{}\n", part.heading));
        }
        for block in &part.blocks {
            match block {
                Block::Claim(told) => line(&mut out, &told.claim.text),
                Block::Paragraph(text) => line(&mut out, text),
                Block::Blank(what) => line(&mut out, &format!("{what} …")),
                Block::Note(note) => line(&mut out, &note.line(Marks::Symbols, lang)),
                Block::Link(link) => line(&mut out, &link.text),
                Block::Pairs(pairs) => {
                    for (name, value) in pairs {
                        line(&mut out, &format!("{name}: {value}"));
                    }
                }
                Block::Table(it) => table(&mut out, it),
                Block::Picture(picture) => table(&mut out, &picture.figures(lang)),
            }
        }
    }
    out
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

fn table(out: &mut String, Table { head, rows, .. }: &Table) {
    for cells in std::iter::once(head).chain(rows) {
        line(out, &cells.join("\t"));
    }
}
