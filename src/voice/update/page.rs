//! Reading a page: one part at a time, all of it, the parts by name, its codes and its links.

use super::{Turn, full_stop};
use crate::app::Ask;
use crate::lang::w;
use crate::sheet::PartId;
use crate::voice::command::Command;
use crate::voice::page::{Reading, Said, proven};
use crate::voice::place::{Menu, What};
use crate::voice::speech;
use crate::voice::state::Content;

/// Links that are named behind a short page.
const NAMED: usize = 5;

impl Turn<'_> {
    pub(super) fn on_page(&self) -> Option<&Reading> {
        match &self.state.content {
            Content::Page(page) => Some(page),
            _ => None,
        }
    }

    pub(super) fn begin_page(&mut self) {
        let Some(page) = self.on_page() else {
            return;
        };
        let (title, brief) = (page.title.clone(), page.brief.clone());
        if !self.chosen {
            self.say(&full_stop(&title));
        }
        // What was asked comes first.
        let wanted = self.wanted.take();
        for line in brief.iter().filter(|_| wanted.is_none()) {
            self.say(line);
        }
        self.say_kept();
        let at = wanted.and_then(|id| self.on_page()?.part(&[id]));
        self.part(at.unwrap_or(0));
    }

    /// Reads a part: its heading, its first sentences.
    pub(super) fn part(&mut self, n: usize) {
        let Some(page) = self.on_page() else {
            return;
        };
        let Some(part) = page.parts.get(n) else {
            return;
        };
        let (heading, total) = (part.heading.clone(), page.parts.len());
        (self.state.here().at, self.state.here().shown) = (Some(n), 0);
        if total > 1 {
            self.heading(n, total, &heading);
        }
        self.read_on(n);
    }

    /// The next sentences of a part, as many as one listens to; then what comes next.
    fn read_on(&mut self, n: usize) {
        /// Letters of a turn: some twenty seconds.
        const BREATH: usize = 300;
        let from = self.state.history.here.shown;
        let Some(page) = self.on_page() else {
            return;
        };
        let Some(part) = page.parts.get(n) else {
            return;
        };
        let mut letters = 0;
        let fits = |said: &&Said| {
            let first = letters == 0;
            letters += said.text.chars().count();
            first || letters <= BREATH
        };
        let lines: Vec<Said> = part.lines[from.min(part.lines.len())..]
            .iter()
            .take_while(fits)
            .cloned()
            .collect();
        let (to, all, total) = (from + lines.len(), part.lines.len(), page.parts.len());
        let next = page.parts.get(n + 1).map(|part| part.heading.clone());
        self.sentences(&lines);
        self.state.told = lines;
        self.state.here().shown = to;
        match next {
            _ if to < all => {
                let left = self.count(all - to);
                self.fill(w::LINEAR_LIST_MORE, &[("count", &left)]);
            }
            Some(heading) => self.fill(w::LINEAR_PAGE_NEXT, &[("heading", &full_stop(&heading))]),
            None if total > 1 => self.word(w::LINEAR_PAGE_END),
            None => self.name_links(),
        }
    }

    pub(super) fn heading(&mut self, n: usize, total: usize, heading: &str) {
        let (n, total) = ((n + 1).to_string(), total.to_string());
        self.fill(
            w::LINEAR_PAGE_PART,
            &[("n", &n), ("total", &total), ("heading", &full_stop(heading))],
        );
    }

    fn sentences(&mut self, lines: &[Said]) {
        let texts = if self.state.proofs {
            proven(lines, self.lang())
        } else {
            lines.iter().map(|said| said.text.clone()).collect()
        };
        for text in texts {
            self.say(&speech::spoken(&text, self.lang()));
        }
    }

    fn name_links(&mut self) {
        let Some(page) = self.on_page() else {
            return;
        };
        let names: Vec<&str> = page
            .links
            .iter()
            .take(NAMED)
            .map(|link| link.label.as_str())
            .collect();
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
        let link = page.links.get(n - 1);
        if let Some((label, target)) = link.map(|item| (item.label.clone(), item.to.clone())) {
            self.say_choice(n, last, &label);
            self.follow(target);
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
        let lang = self.lang();
        let Some(page) = self.on_page().filter(|page| page.parts.len() > 1) else {
            return self.useless(Command::Parts);
        };
        let parts = page.parts.iter().enumerate().map(|(i, part)| {
            let n = (i + 1).to_string();
            lang.fill(w::LINEAR_LIST_ITEM, &[("n", &n), ("label", &part.heading)])
        });
        let parts: Vec<String> = parts.collect();
        for line in parts {
            self.say(&line);
        }
    }

    pub(super) fn read_all(&mut self) {
        if self.on_page().is_none() {
            return match self.state.history.here.what {
                What::Lesson(_) => self.all_steps(),
                _ => self.useless(Command::All),
            };
        }
        let parts = self.on_page().map_or(0, |page| page.parts.len());
        let mut told = Vec::new();
        for n in 0..parts {
            let Some(part) = self.on_page().and_then(|page| page.parts.get(n)) else {
                continue;
            };
            let (heading, lines) = (part.heading.clone(), part.lines.clone());
            if parts > 1 {
                self.heading(n, parts, &heading);
            }
            self.sentences(&lines);
            told.extend(lines);
        }
        self.state.told = told;
        self.state.here().at = parts.checked_sub(1);
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
        let lines = page
            .parts
            .iter()
            .take(ANSWERS)
            .filter_map(|part| part.lines.first().cloned());
        let lines: Vec<Said> = lines.collect();
        self.sentences(&lines);
        self.state.told = lines;
    }

    pub(super) fn see(&mut self) {
        let What::Page(subject) = &self.state.history.here.what else {
            return self.useless(Command::See);
        };
        let subject = subject.clone();
        if self.on_page().is_none_or(|page| page.links.is_empty()) {
            return self.mend(w::LINEAR_PAGE_NO_SEE, &[]);
        }
        self.go(What::Menu(Menu::See(subject)));
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
        self.mend(
            if self.state.proofs {
                w::LINEAR_PAGE_PROOFS_ON
            } else {
                w::LINEAR_PAGE_PROOFS_OFF
            },
            &[],
        );
    }
}
