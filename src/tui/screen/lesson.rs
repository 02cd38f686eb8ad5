//! A lesson, one step at a time: sentences in large type, something of the program shown live,
//! exercises whose answers come from the data at hand. The demonstration is a lesson that turns
//! its own pages.

mod text;
pub mod update;
pub mod view;

use crate::app::StepAsk;
use crate::desk::lesson::Expected;
use crate::lang::{self, LESSONS, Step, StepKind};
use crate::model::ComuneCode;
use crate::tui::field::Field;
use std::collections::BTreeMap;

/// `Live` is what a step shows of the program: a screen, which can be a lesson in its turn.
#[derive(Clone, Debug)]
pub struct Lesson<Live> {
    pub lesson: &'static lang::Lesson,
    /// 0 is the title, then the steps, then the end.
    pub at: usize,
    /// The page of the step, where it is longer than the screen.
    pub page: usize,
    /// What was asked of the data for this step, and whether the answer came.
    pub asked: Option<StepAsk>,
    pub arrived: bool,
    /// The comune that the lesson speaks of.
    pub comune: Option<(ComuneCode, String)>,
    pub expected: Option<Expected>,
    /// What the step shows of the program.
    pub live: Option<Box<Live>>,
    pub field: Field,
    /// The option at hand.
    pub choice: usize,
    pub tries: u8,
    /// Enter was pressed before the right answer was known.
    pub early: bool,
    /// What was said to the last answer.
    pub said: Option<Said>,
    /// Exercises that are over, by their step.
    pub done: BTreeMap<usize, Outcome>,
    /// Only in the demonstration.
    pub run: Option<Run>,
}

/// The clock of the demonstration.
#[derive(Clone, Debug, Default)]
pub struct Run {
    /// Someone has the word.
    pub stopped: bool,
    /// The alarm that is set.
    pub ticket: Option<u64>,
    /// Letters of the query that are typed.
    pub letters: usize,
}

impl Run {
    /// A new page begins.
    pub fn restart(&mut self) {
        (self.ticket, self.letters) = (None, 0);
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    Hint,
    NotYet,
}

/// How an exercise ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Right,
    /// The program said the answer.
    Told,
}

impl<Live> Lesson<Live> {
    /// The lesson that runs by itself is the one without exercises.
    pub fn new(lesson: &'static lang::Lesson) -> Lesson<Live> {
        let asks = lesson
            .steps
            .iter()
            .any(|step| matches!(step.kind, StepKind::Ask(_)));
        Lesson {
            lesson,
            at: usize::from(!asks),
            page: 0,
            asked: None,
            arrived: false,
            comune: None,
            expected: None,
            live: None,
            field: Field::default(),
            choice: 0,
            tries: 0,
            early: false,
            said: None,
            done: BTreeMap::new(),
            run: (!asks).then(Run::default),
        }
    }

    /// By its id.
    pub fn named(id: &str) -> Option<Lesson<Live>> {
        LESSONS.iter().find(|lesson| lesson.id == id).map(Lesson::new)
    }

    /// How many steps the lesson has.
    pub fn steps(&self) -> usize {
        self.lesson.steps.len()
    }

    /// Whether all steps are done.
    pub fn at_the_end(&self) -> bool {
        self.at > self.steps()
    }

    /// The step at hand.
    pub fn step(&self) -> Option<&'static Step> {
        self.lesson.steps.get(self.at.checked_sub(1)?)
    }

    /// An exercise waits for its answer, also while the data are still asked for the right one.
    pub fn answering(&self) -> bool {
        let ask = self
            .step()
            .is_some_and(|step| matches!(step.kind, StepKind::Ask(_)));
        ask && (self.expected.is_some() || !self.arrived) && !self.done.contains_key(&self.at)
    }

    /// The answer is one of a few, and they are the same in both languages.
    pub fn chooses(&self) -> bool {
        self.answering() && self.options() > 0
    }

    /// How many answers one can choose from.
    pub fn options(&self) -> usize {
        self.step().map_or(0, |step| step.it.options.len())
    }

    /// Enter leads on to something: a screen, another lesson, the beginning.
    pub fn opens(&self) -> bool {
        match self.at_the_end() {
            true => self.run.is_some() || self.next_lesson().is_some(),
            false => self.live.is_some(),
        }
    }

    /// An exercise that asks about the data, which can be looked at.
    pub fn has_query(&self) -> bool {
        let exercise = |step: &Step| matches!(&step.kind, StepKind::Ask(ask) if !ask.query.is_empty());
        self.step().is_some_and(exercise)
    }

    /// The one that comes after this one.
    pub fn next_lesson(&self) -> Option<&'static lang::Lesson> {
        let has_exercises = |lesson: &&'static lang::Lesson| Self::new(lesson).run.is_none();
        let here = LESSONS.iter().position(|lesson| lesson.id == self.lesson.id)?;
        LESSONS.get(here + 1).filter(has_exercises)
    }

    /// The words with the comune filled in.
    pub fn filled(&self, text: &str) -> String {
        let name = self.comune.as_ref().map_or("…", |(_, name)| name);
        text.replace("{comune}", name)
    }
}
