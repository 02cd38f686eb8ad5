//! The ten-minute lessons and the demonstration, as `assets/lessons` has them.

use super::Lang;

#[derive(Debug)]
pub struct Lesson {
    pub id: &'static str,
    pub minutes: u8,
    pub it: LessonText,
    pub en: LessonText,
    pub steps: &'static [Step],
}

#[derive(Debug)]
pub struct LessonText {
    pub title: &'static str,
    /// What one can do afterwards, in one sentence.
    pub goal: &'static str,
}

#[derive(Debug)]
pub struct Step {
    pub kind: StepKind,
    pub it: StepText,
    pub en: StepText,
}

/// The fields from `question` on are filled in exercises only; `{comune}` stands for the home
/// comune and, in `wrong`, `{answer}` for the answer.
#[derive(Debug)]
pub struct StepText {
    pub heading: &'static str,
    /// Whole sentences.
    pub text: &'static [&'static str],
    pub question: &'static str,
    /// Only where one of them is to be chosen.
    pub options: &'static [&'static str],
    pub hint: &'static str,
    pub right: &'static str,
    pub wrong: &'static str,
}

#[derive(Debug)]
pub enum StepKind {
    Say,
    Show {
        what: Show,
        /// How long it stands when the lesson runs by itself.
        seconds: Option<u16>,
    },
    Ask(Ask),
}

/// What the program shows while someone speaks.
#[derive(Debug)]
pub enum Show {
    Query(&'static str),
    /// The first result of the last query.
    Project,
    Comune,
    /// A word of the glossary, by its id.
    Word(&'static str),
    Start,
    Data,
    Measures,
}

/// An exercise: what is asked of the projects that a query finds.
#[derive(Debug)]
pub struct Ask {
    pub wants: Wants,
    /// Empty where an option is to be chosen.
    pub query: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wants {
    /// How many projects there are.
    Count,
    /// Sums of euro over the projects.
    Total,
    Paid,
    Pnrr,
    /// The next four are of the first result.
    Body,
    Cup,
    Status,
    /// The year in the CUP, at its positions 5 and 6.
    Year,
    /// How the first sentence on a question is known; the question by its code ("how_much").
    Evidence(&'static str),
    /// Index of the right option.
    Choice(usize),
}

include!(concat!(env!("OUT_DIR"), "/lessons.rs"));

impl Lesson {
    pub fn text(&self, lang: Lang) -> &LessonText {
        match lang {
            Lang::It => &self.it,
            Lang::En => &self.en,
        }
    }

    /// The query that a step is about: its own, or for [`Show::Project`] the last one before it.
    pub fn query(&self, step: usize) -> Option<&'static str> {
        let own = |step: &Step| match &step.kind {
            StepKind::Show {
                what: Show::Query(query),
                ..
            } => Some(*query),
            StepKind::Ask(ask) if !ask.query.is_empty() => Some(ask.query),
            _ => None,
        };
        match &self.steps.get(step)?.kind {
            StepKind::Show {
                what: Show::Project, ..
            } => self.steps[..step].iter().rev().find_map(own),
            _ => own(&self.steps[step]),
        }
    }
}

impl Step {
    pub fn text(&self, lang: Lang) -> &StepText {
        match lang {
            Lang::It => &self.it,
            Lang::En => &self.en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_lesson_has_exercises_and_the_demonstration_runs_by_itself() {
        assert_eq!(LESSONS.len(), 6);
        for lesson in LESSONS {
            let asks = lesson.steps.iter().filter(|s| matches!(s.kind, StepKind::Ask(_)));
            let timed = |s: &Step| {
                matches!(
                    s.kind,
                    StepKind::Show {
                        seconds: Some(6..),
                        ..
                    }
                )
            };
            if lesson.id == "dimostrazione" {
                assert!(lesson.steps.iter().all(timed));
            } else {
                assert!(asks.count() >= 3, "{}", lesson.id);
            }
        }
    }

    #[test]
    fn whatever_opens_a_project_has_a_query_before_it() {
        for lesson in LESSONS {
            for (n, step) in lesson.steps.iter().enumerate() {
                if let StepKind::Show {
                    what: Show::Project, ..
                } = step.kind
                {
                    assert!(lesson.query(n).is_some(), "{} {n}", lesson.id);
                }
            }
        }
    }
}
