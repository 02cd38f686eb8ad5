//! The page of the desk: who was served, what is kept, what was noted.

use super::{Desk, Kept};
use crate::lang::{Lang, Word, w};
use crate::sheet::{Block, Link, Page, Part, PartId, Table};
use crate::text::number;

/// What stands in a block of the page, for those who remove.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    Words,
    Served,
    Favourite(usize),
    Note(usize),
    List(usize),
}

impl Desk {
    /// The page, and what each of its blocks is. `how` one counts a person, keeps a page and writes
    /// a note is said where there is none.
    pub fn page(&self, how: [&str; 3], lang: Lang) -> (Page, Vec<Line>) {
        let mut page = Page::new(lang.say(w::DESK_TITLE), lang);
        let mut lines = Vec::new();
        let mut part = |id, heading: Option<Word>, own: Vec<(Block, Line)>| {
            let (blocks, own): (Vec<Block>, Vec<Line>) = own.into_iter().unzip();
            let heading = heading.map_or("", |word| lang.say(word));
            page.parts.push(Part::new(id, heading).with(blocks));
            lines.extend(own);
        };
        let advice = |word, key: &str| {
            let says = lang.fill(word, &[("key", key)]);
            (Block::Paragraph(says), Line::Words)
        };
        if let Some(why) = &self.problem {
            let why = Block::Paragraph(why.clone());
            part(PartId::Notice, None, vec![(why, Line::Words)]);
        }
        let people = match self.themes.is_empty() {
            true => advice(w::DESK_SERVED_NONE, how[0]),
            false => (Block::Table(self.served(lang)), Line::Served),
        };
        part(PartId::Served, Some(w::DESK_SERVED), vec![people]);
        let kept = self.favourites.iter().enumerate();
        let mut kept: Vec<_> = kept
            .map(|(i, one)| (way(one, &one.name, lang), Line::Favourite(i)))
            .collect();
        if kept.is_empty() {
            kept.push(advice(w::DESK_FAVOURITES_NONE, how[1]));
        }
        part(PartId::Favourites, Some(w::DESK_FAVOURITES), kept);
        let lists = self.lists.iter().enumerate();
        let lists: Vec<_> = lists
            .map(|(i, one)| (way(one, &one.name, lang), Line::List(i)))
            .collect();
        if !lists.is_empty() {
            part(PartId::Lists, Some(w::GATHERED_LISTS), lists);
        }
        let notes = self.notes.iter().enumerate().map(|(i, one)| {
            let values = [("name", one.name.as_str()), ("text", &one.text)];
            (way(one, &lang.fill(w::DESK_NOTED, &values), lang), Line::Note(i))
        });
        let mut notes: Vec<_> = notes.collect();
        if notes.is_empty() {
            notes.push(advice(w::DESK_NOTES_NONE, how[2]));
        }
        part(PartId::Notes, Some(w::DESK_NOTES), notes);
        (page, lines)
    }

    /// People by theme, today and this month, and all of them.
    fn served(&self, lang: Lang) -> Table {
        let count = |n: u64| number::integer(i64::try_from(n).unwrap_or(i64::MAX), lang);
        let themes = self.themes.iter().map(|(theme, sums)| (theme.say(lang), *sums));
        let rows = themes.chain([(lang.say(w::DESK_TOTAL), self.served)]);
        let head = [w::DESK_HEAD_THEME, w::DESK_HEAD_DAY, w::DESK_HEAD_MONTH];
        Table {
            head: head.map(|word| lang.say(word).to_owned()).to_vec(),
            rows: rows
                .map(|(name, sums)| vec![name.to_owned(), count(sums.day), count(sums.month)])
                .collect(),
            right: vec![false, true, true],
        }
    }

    /// "Persone servite: 3 oggi, 40 questo mese."
    pub fn say_served(&self, lang: Lang) -> String {
        let (day, month) = (self.served.day.to_string(), self.served.month.to_string());
        lang.fill(w::LINEAR_DESK_SERVED, &[("day", &day), ("month", &month)])
    }
}

/// What the archive does not have is said.
fn way(kept: &Kept, text: &str, lang: Lang) -> Block {
    match &kept.to {
        Some(to) => Block::Link(Link::new(text, to.clone())),
        None => Block::Paragraph(lang.fill(w::DESK_GONE, &[("name", text)])),
    }
}
