//! A question: answered where one is, or from the page that a search surely asks for.

use super::Turn;
use crate::app::{Ask, Asked, comune_part, part_of};
use crate::lang::w;
use crate::search::says_little;
use crate::sheet::Subject;
use crate::text::fold::{fold, words};
use crate::voice::place::What;

/// Results of which the first is taken for the one that a question is about.
const FEW: usize = 5;

impl Turn<'_> {
    /// A search that surely asks for one page is answered from it: the list that it comes from is
    /// left unsaid, but for what was read otherwise than typed.
    pub(super) fn asked(&mut self, ask: Ask) {
        self.keep_unanswered(&ask);
        self.place(What::Results(ask));
        if !self.rebuild() {
            return;
        }
        let opens = self.list().filter(|list| list.opens && !list.items.is_empty());
        let Some(list) = opens else {
            return self.begin_list();
        };
        list.mends.iter().for_each(|line| self.say(line));
        self.state.here().at = Some(0);
        self.follow(list.items[0].to.clone());
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

    /// A word that says nothing to the archive leaves no lesson: it is said to be unknown.
    pub(super) fn unknown_in_lesson(&mut self, line: &str) -> bool {
        let unknown = self.lesson().is_some() && {
            let found = self.state.find(self.archive, &Ask::whole(line.trim()), 1);
            found.rows.is_empty() && found.meant.is_empty()
        };
        if unknown {
            self.mend(w::LINEAR_LESSON_UNKNOWN, &[("typed", line.trim())]);
        }
        unknown
    }

    /// Answers a question on what is at hand, and stays there: on the page that is open, of the
    /// choice that was made, or of the first of a few. False where it asks of something else.
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
        // Enter would open the first, too; of many it would be any.
        let few = self.list().is_some_and(|list| (1..=FEW).contains(&list.total));
        let only = few.then_some(0);
        let Some(at) = self.state.history.here.at.or(only) else {
            let several = self.list().is_some_and(|list| list.total > 0);
            if several {
                self.mend(w::LINEAR_RESULTS_WHICH, &[]);
            }
            return several;
        };
        self.wanted = Some(part_of(question));
        self.choose(at + 1);
        true
    }
}
