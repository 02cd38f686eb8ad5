//! The page of the desk: who was served, what is kept, what was noted.

use crate::app::{Desk, Kept};
use crate::lang::{Lang, w};
use crate::sheet::{Block, Link, Page, Part, PartId, Table};
use crate::text::number;
use crate::tui::action::Action;
use crate::tui::keymap::Keymap;

/// What stands in a block of the page, for the keys that remove.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    Words,
    Served,
    Favourite(usize),
    Note(usize),
}

/// The page, and what each of its blocks is.
pub fn page(desk: &Desk, keymap: &Keymap, lang: Lang) -> (Page, Vec<Line>) {
    let mut page = Page::new(lang.say(w::DESK_TITLE), lang);
    let mut lines = Vec::new();
    let mut part = |id, heading: &str, own: Vec<(Block, Line)>| {
        let (blocks, own): (Vec<Block>, Vec<Line>) = own.into_iter().unzip();
        page.parts.push(Part::new(id, heading).with(blocks));
        lines.extend(own);
    };
    let advice = |word, action| {
        let key = keymap.say(action, lang);
        (Block::Paragraph(lang.fill(word, &[("key", &key)])), Line::Words)
    };
    if let Some(why) = &desk.problem {
        part(
            PartId::Notice,
            "",
            vec![(Block::Paragraph(why.clone()), Line::Words)],
        );
    }
    let people = match desk.themes.is_empty() {
        true => advice(w::DESK_SERVED_NONE, Action::Count),
        false => (served(desk, lang), Line::Served),
    };
    part(PartId::Served, lang.say(w::DESK_SERVED), vec![people]);
    let mut kept: Vec<(Block, Line)> = Vec::new();
    for (i, one) in desk.favourites.iter().enumerate() {
        kept.push((way(one, &one.name, lang), Line::Favourite(i)));
    }
    if kept.is_empty() {
        kept.push(advice(w::DESK_FAVOURITES_NONE, Action::Favourite));
    }
    part(PartId::Favourites, lang.say(w::DESK_FAVOURITES), kept);
    let mut notes: Vec<(Block, Line)> = Vec::new();
    for (i, one) in desk.notes.iter().enumerate() {
        let values = [("name", one.name.as_str()), ("text", &one.text)];
        notes.push((way(one, &lang.fill(w::DESK_NOTED, &values), lang), Line::Note(i)));
    }
    if notes.is_empty() {
        notes.push(advice(w::DESK_NOTES_NONE, Action::Note));
    }
    part(PartId::Notes, lang.say(w::DESK_NOTES), notes);
    (page, lines)
}

/// People by theme, today and this month, and all of them.
fn served(desk: &Desk, lang: Lang) -> Block {
    let count = |n: u64| number::integer(i64::try_from(n).unwrap_or(i64::MAX), lang);
    let themes = desk.themes.iter().map(|(theme, sums)| (theme.say(lang), *sums));
    let rows = themes.chain([(lang.say(w::DESK_TOTAL), desk.served)]);
    Block::Table(Table {
        head: [w::DESK_HEAD_THEME, w::DESK_HEAD_DAY, w::DESK_HEAD_MONTH]
            .map(|word| lang.say(word).to_owned())
            .to_vec(),
        rows: rows
            .map(|(name, sums)| vec![name.to_owned(), count(sums.day), count(sums.month)])
            .collect(),
        right: vec![false, true, true],
    })
}

fn way(kept: &Kept, text: &str, lang: Lang) -> Block {
    match &kept.to {
        Some(to) => Block::Link(Link::new(text, to.clone())),
        None => Block::Paragraph(lang.fill(w::DESK_GONE, &[("name", text)])),
    }
}
