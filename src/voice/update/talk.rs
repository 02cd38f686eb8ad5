//! Words about the words: help, where one is, why something was said, what a hard word means.

use super::Turn;
use crate::explain::{self, Terms};
use crate::lang::w;
use crate::sheet::Subject;
use crate::sheet::heard::{Proof, speech};
use crate::voice::command::Command;
use crate::voice::menu;
use crate::voice::place::{Menu, Names, What};
use crate::voice::state::Content;

impl Turn<'_> {
    /// What can be done here, the most useful first.
    pub(super) fn help(&mut self) {
        use Command::{
            All, Back, Brief, Comune, Continue, Count, Cup, Data, Desk, Down, Exact, Export, Favourite,
            Filters, Gather, Gathered, GatheredEmpty, Hint, Lessons, Measure, More, Note, Open, Parts, Print,
            Projects, Questions, Quit, Repeat, SaveList, See, Settings, Sort, Where, Why, Words,
        };
        let here: &[Command] = match (&self.state.history.here.what, &self.state.content) {
            (What::Page(Subject::Project(_)), _) => &[
                Continue, All, Back, Brief, Parts, Why, Words, Cup, See, Gather, Gathered, Favourite, Note,
                Count,
            ],
            (What::Page(Subject::Comune(_) | Subject::Measure(_)), _) => {
                &[Continue, Projects, Back, Parts, Why, See, Favourite, Note, Count]
            }
            (What::Page(_), _) => &[Continue, All, See, Back],
            (What::Results(_), _) => &[Open, More, Back, Down, See, Filters, Gather, Sort, Exact],
            (What::Menu(Menu::Gathered), _) => {
                &[Open, Down, Print, SaveList, Export, Gather, GatheredEmpty, Back]
            }
            (What::Lesson(_), _) => &[Continue, Hint, Open, Back],
            (What::Menu(_), _) => &[More, Down, Open, Back],
            (What::Start, _) => &[Comune, Measure, Questions, Quit, Lessons, Desk, Data, Settings],
        };
        let lang = self.lang();
        let here = here.iter().chain(&[Where, Repeat]);
        let lines: Vec<String> = here.map(|command| menu::help_line(*command, lang)).collect();
        // How a question is put, where one can be.
        let page = self.on_page().map(|_| w::LINEAR_HELP_ANY);
        let ends: Vec<&str> = page
            .into_iter()
            .chain([w::LINEAR_HELP_REST])
            .map(|word| lang.say(word))
            .collect();
        self.word(w::LINEAR_HELP_HERE);
        let all = self.lines.iter().map(String::as_str).chain(ends.iter().copied());
        let fit = speech::breath(all.chain(lines.iter().map(String::as_str))).saturating_sub(1 + ends.len());
        lines.iter().take(fit).for_each(|line| self.say(line));
        ends.iter().for_each(|line| self.say(line));
        self.aside = true;
    }

    /// Where am I.
    pub(super) fn locate(&mut self) {
        self.aside = true;
        self.say_place();
    }

    /// The place, and where in it one is.
    pub(super) fn say_place(&mut self) {
        let lang = self.lang();
        let at = self.state.history.here.at;
        match &self.state.history.here.what {
            What::Start => {
                let start = self.lang().say(w::LINEAR_START);
                self.say(start);
            }
            What::Results(ask) => {
                let query = ask.text.clone();
                self.fill(w::LINEAR_RESULTS_HERE, &[("query", &query)]);
                self.say_chosen();
            }
            What::Menu(_) => {
                let head = self.list().and_then(|list| list.head.first().cloned());
                self.say(&head.unwrap_or_default());
                self.say_chosen();
            }
            What::Page(_) => {
                let Some(page) = self.on_page() else {
                    return;
                };
                self.fill(w::LINEAR_PAGE_HERE, &[("title", &page.title)]);
                match at.and_then(|at| Some((at, page.parts.get(at)?))) {
                    Some((at, part)) => self.heading(at, page.parts.len(), &part.heading),
                    None => self.word(w::LINEAR_PAGE_UNREAD),
                }
            }
            What::Lesson(lesson) => {
                let n = (at.unwrap_or(0) + 1).to_string();
                let total = lesson.steps.len().to_string();
                let values = [("title", lesson.text(lang).title), ("n", &n), ("total", &total)];
                self.fill(w::LINEAR_LESSON_HERE, &values);
            }
        }
    }

    /// How much of a list was said, and what is chosen in it.
    fn say_chosen(&mut self) {
        let place = &self.state.history.here;
        let Some(list) = self.list() else {
            return;
        };
        let chosen = place.at.and_then(|at| Some((at + 1, list.items.get(at)?)));
        let shown = place.shown.max(chosen.map_or(0, |(n, _)| n)).min(list.total);
        if let Some((n, item)) = chosen {
            let values = [("n", &*n.to_string()), ("label", &item.label)];
            self.fill(w::LINEAR_LIST_CHOSEN, &values);
        }
        let (shown, total) = (self.count(shown), self.count(list.total));
        self.fill(w::LINEAR_LIST_HEARD, &[("shown", &shown), ("total", &total)]);
    }

    /// "Perché dico così": the proof of the last sentence, or of the one with this number.
    pub(super) fn why(&mut self, rest: &str) {
        let last = self.state.told.len();
        if last == 0 {
            return self.mend(w::LINEAR_PAGE_WHY_NONE, &[]);
        }
        let n = if rest.is_empty() {
            last
        } else {
            rest.parse().unwrap_or(0)
        };
        let Some(said) = n.checked_sub(1).and_then(|i| self.state.told.get(i)) else {
            let last = last.to_string();
            return self.mend(w::LINEAR_PAGE_WHY_NUMBER, &[("last", &last)]);
        };
        let said = said.clone();
        self.fill(w::LINEAR_PAGE_WHY_SAYS, &[("text", &said.text)]);
        match &said.proof {
            Proof::Claim(claim) => {
                for line in explain::why(claim, self.archive.catalogue(), self.lang()) {
                    self.say(&line);
                }
            }
            Proof::Table => self.word(w::LINEAR_PAGE_WHY_TABLE),
            Proof::Own => self.word(w::LINEAR_PAGE_WHY_OWN),
        }
    }

    /// The hard words of what was read last; where nothing was, all of them.
    pub(super) fn words(&mut self) {
        if self.state.told.is_empty() || !matches!(self.state.content, Content::Page(_)) {
            return self.go(Names::Glossary.all());
        }
        let terms = Terms::new(self.lang());
        let here = match &self.state.history.here.what {
            What::Page(Subject::Word(id)) => Some(*id),
            _ => None,
        };
        let mut ids: Vec<&'static str> = Vec::new();
        for said in &self.state.told {
            for (_, entry) in terms.find(&said.text) {
                if !ids.contains(&entry.id) && Some(entry.id) != here {
                    ids.push(entry.id);
                }
            }
        }
        match ids.as_slice() {
            [] => self.mend(w::LINEAR_PAGE_NO_WORDS, &[]),
            [only] => self.go(What::Page(Subject::Word(only))),
            _ => self.go(What::Menu(Menu::Words(ids))),
        }
    }
}
