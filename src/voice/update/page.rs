//! Reading a page: one part at a time, all of it, the parts by name, its codes and its links.

use super::Turn;
use crate::app::Ask;
use crate::lang::w;
use crate::sheet::PartId;
use crate::sheet::heard::speech::{self, full_stop};
use crate::sheet::heard::{Said, proven};
use crate::voice::command::Command;
use crate::voice::menu;
use crate::voice::page::Reading;
use crate::voice::place::{Menu, What};
use crate::voice::state::Content;
use std::rc::Rc;

/// Links that are named behind a short page.
const NAMED: usize = 5;

impl Turn<'_> {
    pub(super) fn on_page(&self) -> Option<Rc<Reading>> {
        match &self.state.content {
            Content::Page(page) => Some(Rc::clone(page)),
            _ => None,
        }
    }

    pub(super) fn begin_page(&mut self) {
        let Some(page) = self.on_page() else {
            return;
        };
        if !self.chosen {
            self.say(&full_stop(&page.title));
        }
        // What was asked comes first.
        let wanted = self.wanted.take();
        for line in page.brief.iter().filter(|_| wanted.is_none()) {
            self.say(line);
        }
        self.say_kept();
        let at = wanted.and_then(|id| page.part(&[id]));
        self.part(at.unwrap_or(0));
    }

    /// The page as a talk: one answer at a time, without the words of evidence. Elsewhere the word is
    /// searched for.
    pub(super) fn workshop(&mut self) {
        let Some(page) = self.on_page() else {
            let word = self.lang().say(Command::Workshop.word());
            return self.asked(Ask::whole(word));
        };
        self.state.proofs = false;
        let count = self.count(page.parts.len());
        self.fill(w::LINEAR_WORKSHOP, &[("count", &count)]);
        self.part(0);
    }

    /// Reads a part: its heading, its first sentences.
    pub(super) fn part(&mut self, n: usize) {
        let page = self.on_page();
        let Some((page, part)) = page.as_ref().and_then(|page| Some((page, page.parts.get(n)?))) else {
            return;
        };
        (self.state.here().at, self.state.here().shown) = (Some(n), 0);
        self.heading(n, page.parts.len(), &part.heading);
        self.read_on(n);
    }

    /// The next sentences of a part, as many as one listens to; then what comes next.
    fn read_on(&mut self, n: usize) {
        let (from, lang) = (self.state.history.here.shown, self.lang());
        let page = self.on_page();
        let Some((page, part)) = page.as_ref().and_then(|page| Some((page, page.parts.get(n)?))) else {
            return;
        };
        let rest = &part.lines[from.min(part.lines.len())..];
        // What the turn said before takes its time too.
        let before = self.lines.iter().cloned();
        let all = before.chain(rest.iter().map(|said| speech::spoken(&said.text, lang)));
        let count = speech::breath(all)
            .saturating_sub(self.lines.len())
            .max(1)
            .min(rest.len());
        let lines = rest[..count].to_vec();
        let (to, all) = (from + lines.len(), part.lines.len());
        self.sentences(&lines);
        self.state.told = lines;
        self.state.here().shown = to;
        match page.parts.get(n + 1) {
            _ if to < all => {
                let left = self.count(all - to);
                self.fill(w::LINEAR_LIST_MORE, &[("count", &left)]);
            }
            Some(next) => self.fill(w::LINEAR_PAGE_NEXT, &[("heading", &full_stop(&next.heading))]),
            None if page.parts.len() > 1 => self.word(w::LINEAR_PAGE_END),
            None => self.name_links(page),
        }
    }

    /// The heading of a part, where there are others.
    pub(super) fn heading(&mut self, n: usize, total: usize, heading: &str) {
        if total < 2 {
            return;
        }
        let (n, total) = ((n + 1).to_string(), total.to_string());
        self.fill(
            w::LINEAR_PAGE_PART,
            &[("n", &n), ("total", &total), ("heading", &full_stop(heading))],
        );
    }

    fn sentences(&mut self, lines: &[Said]) {
        let texts = match self.state.proofs {
            true => proven(lines, self.lang()),
            false => lines.iter().map(|said| said.text.clone()).collect(),
        };
        for text in texts {
            self.say(&speech::spoken(&text, self.lang()));
        }
    }

    fn name_links(&mut self, page: &Reading) {
        let names = page.links.iter().take(NAMED).map(|link| link.label.as_str());
        let names: Vec<&str> = names.collect();
        if !names.is_empty() {
            let names = names.join(", ");
            self.fill(w::LINEAR_PAGE_SEE, &[("words", &names)]);
        }
    }

    /// The next part of a page or step of a lesson.
    pub(super) fn go_on(&mut self) {
        let at = self.state.history.here.at;
        if matches!(self.state.history.here.what, What::Lesson(_)) {
            return self.next_step();
        }
        let Some(page) = self.on_page() else {
            return match self.state.history.here.what {
                What::Results(_) | What::Menu(_) => self.more(),
                _ => self.useless(Command::Continue),
            };
        };
        let part = at.and_then(|at| page.parts.get(at));
        if part.is_some_and(|part| self.state.history.here.shown < part.lines.len()) {
            return self.read_on(at.unwrap_or(0));
        }
        let next = at.map_or(0, |at| at + 1);
        if next < page.parts.len() {
            self.part(next);
        } else {
            self.mend(w::LINEAR_PAGE_END, &[]);
        }
    }

    pub(super) fn part_number(&mut self, n: usize) {
        let Some(page) = self.on_page() else {
            return;
        };
        let (parts, links) = (page.parts.len(), page.links.len());
        // A short page has no parts to choose from, so its numbers are its links.
        let last = if parts > 1 { parts } else { links };
        if last == 0 {
            return self.mend(w::LINEAR_NUMBER_NONE, &[]);
        }
        if n == 0 || n > last {
            let (n, last) = (n.to_string(), last.to_string());
            return self.mend(w::LINEAR_NUMBER_WRONG, &[("n", &n), ("last", &last)]);
        }
        if parts > 1 {
            return self.part(n - 1);
        }
        if let Some(link) = page.links.get(n - 1) {
            self.say_choice(n, last, &link.label);
            self.follow(link.to.clone());
        }
    }

    /// The first of these parts.
    pub(super) fn part_named(&mut self, parts: &[PartId], command: Command) {
        let lang = self.lang();
        let Some(page) = self.on_page() else {
            return self.useless(command);
        };
        match page.part(parts) {
            Some(n) => self.part(n),
            None => self.mend(w::LINEAR_PAGE_NO_PART, &[("part", lang.say(command.word()))]),
        }
    }

    pub(super) fn parts(&mut self) {
        let Some(page) = self.on_page().filter(|page| page.parts.len() > 1) else {
            return self.useless(Command::Parts);
        };
        // As many as one listens to; the same word says the rest.
        let headings: Vec<&str> = page.parts.iter().map(|part| part.heading.as_str()).collect();
        let fit = speech::breath(headings.iter().map(|heading| format!("10. {heading}")));
        let rest = self.unsure == Some(Command::Parts);
        let (from, to) = if rest { (fit, headings.len()) } else { (0, fit) };
        for (i, heading) in headings.iter().enumerate().take(to).skip(from) {
            self.say_item(i, heading);
        }
        if to < headings.len() {
            self.state.unsure = Some(Command::Parts);
            let (count, word) = (
                self.count(headings.len() - to),
                self.lang().say(Command::Parts.word()),
            );
            self.fill(w::LINEAR_PAGE_PARTS_MORE, &[("count", &count), ("command", word)]);
        }
    }

    pub(super) fn read_all(&mut self) {
        let Some(page) = self.on_page() else {
            return match self.state.history.here.what {
                What::Lesson(_) => self.all_steps(),
                _ => self.useless(Command::All),
            };
        };
        self.state.told.clear();
        for (n, part) in page.parts.iter().enumerate() {
            self.heading(n, page.parts.len(), &part.heading);
            self.sentences(&part.lines);
            self.state.told.extend_from_slice(&part.lines);
        }
        self.state.here().at = page.parts.len().checked_sub(1);
        self.state.here().shown = usize::MAX;
        self.word(w::LINEAR_PAGE_END);
    }

    /// The first sentence of each answer.
    pub(super) fn in_brief(&mut self) {
        /// Parts that answer a question; tables and sources come after them.
        const ANSWERS: usize = 8;
        let Some(page) = self.on_page().filter(|page| page.parts.len() > 1) else {
            return self.useless(Command::Brief);
        };
        let firsts = page
            .parts
            .iter()
            .take(ANSWERS)
            .filter_map(|part| part.lines.first());
        let lines: Vec<Said> = firsts.cloned().collect();
        self.sentences(&lines);
        self.state.told = lines;
    }

    pub(super) fn see(&mut self) {
        let menu = match &self.state.history.here.what {
            What::Page(subject) => Menu::See(subject.clone()),
            What::Results(ask) => Menu::Beside(ask.clone()),
            _ => return self.useless(Command::See),
        };
        match menu::build(self.archive, &menu, self.state) {
            Ok(list) if list.items.is_empty() => self.mend(w::LINEAR_PAGE_NO_SEE, &[]),
            _ => self.go(What::Menu(menu)),
        }
    }

    /// The projects of the comune or the measure at hand.
    pub(super) fn projects(&mut self) {
        match self.on_page().and_then(|page| page.projects.clone()) {
            Some(text) => self.search(Ask::whole(text)),
            None => self.mend(w::LINEAR_PAGE_NO_PROJECTS, &[]),
        }
    }

    pub(super) fn proofs(&mut self) {
        self.state.proofs = !self.state.proofs;
        let says = match self.state.proofs {
            true => w::LINEAR_PAGE_PROOFS_ON,
            false => w::LINEAR_PAGE_PROOFS_OFF,
        };
        self.mend(says, &[]);
    }
}
