//! The exercises of a lesson: the answer, told right or wrong, the hint.

use super::Turn;
use crate::app::TRIES;
use crate::desk::lesson::Expected;
use crate::lang::{Step, StepKind, w};

impl Turn<'_> {
    pub(super) fn expected(&self) -> Option<Expected> {
        let (_, _, step) = self.lesson()?;
        let StepKind::Ask(ask) = &step.kind else {
            return None;
        };
        self.archive.expected(ask, self.state.home).ok().flatten()
    }

    pub(super) fn answer(&mut self, typed: &str) {
        let (Some((_, _, step)), Some(expected)) = (self.lesson(), self.expected()) else {
            return self.mend(w::LINEAR_LESSON_NO_ANSWER, &[]);
        };
        let text = step.text(self.lang());
        if expected.is_right(typed, text) {
            self.say(text.right);
            return self.solved();
        }
        self.state.tries += 1;
        if self.state.tries < TRIES {
            let hint = self.filled(text.hint);
            self.fill(w::LINEAR_LESSON_RETRY, &[("hint", &hint)]);
        } else {
            self.tell(&expected, step);
            self.solved();
        }
    }

    pub(super) fn tell(&mut self, expected: &Expected, step: &Step) {
        let text = step.text(self.lang());
        let answer = expected.say(text, self.lang());
        let said = self.filled(text.wrong).replace("{answer}", &answer);
        self.say(&said);
    }

    fn solved(&mut self) {
        self.state.solved = true;
        self.word(w::LINEAR_LESSON_NEXT);
    }

    pub(super) fn hint(&mut self) {
        match self.lesson() {
            Some((_, _, step)) if matches!(step.kind, StepKind::Ask(_)) => {
                let hint = self.filled(step.text(self.lang()).hint);
                self.say(&hint);
            }
            _ => self.mend(w::LINEAR_LESSON_NO_HINT, &[]),
        }
    }
}
