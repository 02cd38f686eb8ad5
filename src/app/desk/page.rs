//! The page of the desk: who was served, what is kept, what was noted.

use super::{Desk, Kept};
use crate::desk::report::By;
use crate::lang::{Lang, Word, w};
use crate::sheet::{self, Block, Link, Page, Part, PartId, Subject, Table};
use crate::text::number;

/// What stands in a block of the page, for those who remove.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    Words,
    Served,
    Favourite(usize),
    Note(usize),
    List(usize),
    Unanswered(usize),
    /// A way to another page.
    Way,
}

impl Desk {
    /// The page, and what each of its blocks is. `how` one counts a person, keeps a page and writes
    /// a note is said where there is none; `keeps`: questions that find nothing are kept.
    pub fn page(&self, how: [&str; 3], keeps: bool, lang: Lang) -> (Page, Vec<Line>) {
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
        if !self.entries.is_empty() {
            let way = Link::new(lang.say(w::REPORT_TITLE), Subject::Report(By::Day));
            part(
                PartId::Reports,
                Some(w::REPORT_LINKS),
                vec![(Block::Link(way), Line::Way)],
            );
        }
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
        let asked = self.unanswered.iter().enumerate();
        let mut asked: Vec<_> = asked
            .map(|(i, (words, count, day))| {
                let (count, day) = (count.to_string(), number::date_short(*day));
                let values = [("words", words.as_str()), ("count", &count), ("day", &day)];
                let says = lang.fill(w::DESK_UNANSWERED_ROW, &values);
                (Block::Paragraph(says), Line::Unanswered(i))
            })
            .collect();
        if asked.is_empty() {
            let word = [w::DESK_UNANSWERED_OFF, w::DESK_UNANSWERED_NONE][usize::from(keeps)];
            let says = lang.say(word).to_owned();
            asked.push((Block::Paragraph(says), Line::Words));
        }
        part(PartId::Unanswered, Some(w::DESK_UNANSWERED), asked);
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

    /// Who was served, counted by something, with ways to the other reports.
    pub fn report(&self, by: By, lang: Lang) -> Page {
        let entries = self.entries.iter().map(|entry| (self.id.as_str(), entry));
        sheet::report(entries, by, true, lang)
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
