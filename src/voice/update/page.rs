//! Reading a page: one part at a time, all of it, the parts by name, its codes and its links.

use super::{Turn, full_stop};
use crate::app::{Asked, comune_part, part_of};
use crate::lang::w;
use crate::search::says_little;
use crate::sheet::{PartId, Subject};
use crate::text::fold::{fold, words};
use crate::voice::command::Command;
use crate::voice::page::{Reading, Said, proven};
use crate::voice::place::{Ask, Menu, What};
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
        for line in brief {
            self.say(&line);
        }
        self.say_kept();
        let wanted = self.wanted.take();
        let at = wanted.and_then(|id| self.on_page()?.part(&[id]));
        self.part(at.unwrap_or(0));
    }

    /// The part that is asked for in the words of its heading: "chi paga", "quando?".
    pub(super) fn part_asked(&self, line: &str) -> Option<usize> {
        const LEAST: usize = 3;
        let asked = fold(line.trim().trim_end_matches('?').trim_end());
        let page = self.on_page().filter(|_| asked.len() >= LEAST)?;
        let says = |heading: &str| {
            let heading = format!("{} ", fold(heading));
            // A heading can hold two questions.
            let starts = [" e ", " and "].map(|and| format!("{and}{asked} "));
            heading.starts_with(&format!("{asked} ")) || starts.iter().any(|s| heading.contains(s))
        };
        page.parts.iter().position(|part| says(&part.heading))
    }

    /// Answers a question on what is at hand, and stays there: on the page that is open, of the
    /// choice that was made, or of the only one there is. False where it asks of something else.
    pub(super) fn answered_here(&mut self, asked: &Asked) -> bool {
        let Some(question) = asked.question.filter(|_| !asked.means) else {
            return false;
        };
        let here = self.state.history.here.what.clone();
        if let (What::Page(subject), Some(page)) = (&here, self.on_page()) {
            let title = fold(&page.title);
            let named = |word: &String| says_little(word) || words(&title).any(|own| own == word);
            let id = match subject {
                Subject::Project(_) => Some(part_of(question)),
                Subject::Comune(_) => comune_part(Some(question)),
                _ => None,
            };
            let part = id
                .and_then(|id| page.part(&[id]))
                .filter(|_| asked.rest.iter().all(named));
            if let Some(part) = part {
                self.part(part);
            }
            return part.is_some();
        }
        if !asked.is_bare() || !matches!(here, What::Results(_)) {
            return false;
        }
        let only = self.list().is_some_and(|list| list.total == 1).then_some(0);
        let Some(at) = self.state.history.here.at.or(only) else {
            return false;
        };
        self.wanted = Some(part_of(question));
        self.choose(at + 1);
        true
    }

    /// Reads a part: its heading, its sentences, what comes next.
    pub(super) fn part(&mut self, n: usize) {
        let Some(page) = self.on_page() else {
            return;
        };
        let Some(part) = page.parts.get(n) else {
            return;
        };
        let (heading, lines, total) = (part.heading.clone(), part.lines.clone(), page.parts.len());
        let next = page.parts.get(n + 1).map(|part| part.heading.clone());
        self.state.here().at = Some(n);
        if total > 1 {
            self.heading(n, total, &heading);
        }
        self.sentences(&lines);
        self.state.told = lines;
        match next {
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
            self.say(&text);
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

    pub(super) fn cup(&mut self) {
        let here = &self.state.history.here;
        let Some(cup) = self.on_page().map(|page| page.cup.clone()) else {
            return self.mend(w::LINEAR_CODE_NO_PROJECT, &[]);
        };
        if !matches!(here.what, What::Page(Subject::Project(_))) {
            return self.mend(w::LINEAR_CODE_NO_PROJECT, &[]);
        }
        match cup {
            Some(cup) => self.fill(w::LINEAR_CODE_CUP, &[("code", &cup)]),
            None => self.word(w::LINEAR_CODE_NONE),
        }
    }

    /// A code sign by sign: the one that was typed, else the project's CUP.
    pub(super) fn letters(&mut self, rest: &str) {
        let own = || self.on_page().and_then(|page| page.cup.clone());
        let code = if rest.is_empty() {
            own()
        } else {
            Some(rest.to_owned())
        };
        match code.map(|code| speech::letters(&code)).filter(|l| !l.is_empty()) {
            Some(letters) => self.fill(w::LINEAR_CODE_LETTERS, &[("letters", &letters)]),
            None => self.mend(w::LINEAR_CODE_LETTERS_NONE, &[]),
        }
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
            Some(text) => self.search(Ask::of(text)),
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
