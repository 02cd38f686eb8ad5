//! What a step of a lesson needs of the data: the comune that it speaks of, the project that it
//! shows, the right answer of its exercise. Every face asks here, so that they can never disagree.

use super::Archive;
use crate::desk::lesson::Expected;
use crate::explain::{self, Question};
use crate::lang::{Ask, Lang, Lesson, StepKind, Wants};
use crate::model::{Brief, ComuneCode, ProjectId};
use crate::search::{Query, Results, Settings};
use crate::snapshot::OpenError;
use jiff::civil::Date;
use std::cmp::Reverse;

/// A step of a lesson, from 0, for a person's home.
#[derive(Clone, Debug)]
pub struct StepAsk {
    pub lesson: &'static Lesson,
    pub step: usize,
    pub home: Option<ComuneCode>,
}

impl PartialEq for StepAsk {
    fn eq(&self, other: &StepAsk) -> bool {
        (self.lesson.id, self.step, self.home) == (other.lesson.id, other.step, other.home)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stage {
    /// The comune that the lesson speaks of, and its name.
    pub comune: Option<(ComuneCode, String)>,
    /// The first project of the step's query.
    pub project: Option<ProjectId>,
    /// The right answer of an exercise.
    pub expected: Option<Expected>,
}

/// Wrong answers before the right one is said.
pub const TRIES: u8 = 2;

/// Whether the words of a lesson name the comune of the person.
pub fn speaks_of_home(lesson: &Lesson) -> bool {
    lesson.steps.iter().enumerate().any(|(n, step)| {
        let query = lesson.query(n).unwrap_or_default();
        query.contains("{comune}") || step.it.text.iter().any(|text| text.contains("{comune}"))
    })
}

impl Archive {
    /// What a step needs; nothing where the data do not have it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn stage(&self, ask: &StepAsk) -> Result<Stage, OpenError> {
        let query = ask.lesson.query(ask.step).unwrap_or_default();
        let query = self.filled(query, ask.home);
        let expected = match ask.lesson.steps.get(ask.step).map(|step| &step.kind) {
            Some(StepKind::Ask(exercise)) => self.expected(exercise, ask.home)?,
            _ => None,
        };
        let results = (!query.is_empty()).then(|| self.of_lesson(&query, ask.home));
        Ok(Stage {
            comune: self
                .comune_of_lessons(ask.home)
                .map(|(code, name)| (code, name.to_owned())),
            project: results.and_then(|results| Some(results.hits.first()?.id)),
            expected,
        })
    }

    /// The comune that `{comune}` stands for: the person's own, else the one with the most
    /// projects.
    pub fn comune_of_lessons(&self, home: Option<ComuneCode>) -> Option<(ComuneCode, &str)> {
        let catalogue = self.catalogue();
        let counted = self.lists.comuni.iter().filter(|c| c.projects > 0);
        let most = || {
            counted
                .max_by_key(|c| (c.projects, Reverse(c.code)))
                .map(|c| c.code)
        };
        let code = home.or_else(most)?;
        Some((code, catalogue.comune_name(code)?))
    }

    /// The words of a lesson with `{comune}` filled in.
    pub fn filled(&self, text: &str, home: Option<ComuneCode>) -> String {
        let name = || self.comune_of_lessons(home).map_or("", |(_, name)| name);
        match text.contains("{comune}") {
            true => text.replace("{comune}", name()),
            false => text.to_owned(),
        }
    }

    fn of_lesson(&self, query: &str, home: Option<ComuneCode>) -> Results {
        let settings = Settings {
            home,
            ..Settings::default()
        };
        self.index.search(&Query::parse(query), &settings, 1)
    }

    /// The right answer of an exercise, or `None` when these data have none.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn expected(&self, ask: &Ask, home: Option<ComuneCode>) -> Result<Option<Expected>, OpenError> {
        if let Wants::Choice(right) = ask.wants {
            return Ok(Some(Expected::Choice(right)));
        }
        let results = self.of_lesson(&self.filled(ask.query, home), home);
        let sums = results.totals;
        let catalogue = self.catalogue();
        let first = results.hits.first().and_then(|hit| catalogue.brief(hit.id));
        let Some(first) = first.filter(|_| sums.projects > 0) else {
            return Ok(None);
        };
        Ok(match ask.wants {
            Wants::Count => Some(Expected::Count(sums.projects)),
            Wants::Total => Some(Expected::Money(sums.total)),
            Wants::Pnrr => Some(Expected::Money(sums.pnrr)),
            Wants::Paid => Some(Expected::Money(sums.paid)),
            Wants::Body => catalogue
                .body_of(first)
                .map(|body| Expected::Name(body.name.clone())),
            Wants::Cup => Some(Expected::Cup(first.cup.to_string())).filter(|_| !first.cup.is_empty()),
            Wants::Year => year(first).map(Expected::Year),
            Wants::Status => Some(Expected::Status(first.status)),
            Wants::Evidence(about) => self.evidence(about, first)?,
            Wants::Choice(right) => Some(Expected::Choice(right)),
        })
    }

    /// How the first sentence on a question is known.
    fn evidence(&self, about: &str, brief: &Brief) -> Result<Option<Expected>, OpenError> {
        let Some(question) = Question::ALL.into_iter().find(|q| q.code() == about) else {
            return Ok(None);
        };
        let project = self.snapshot.project(brief.id)?;
        // How a thing is known does not hang on the day; that of the data will do.
        let today = self.catalogue().dates().1.unwrap_or(Date::MAX);
        Ok(project.and_then(|project| {
            let explanation = explain::project(self.catalogue(), &project, Lang::It, today);
            let claim = explanation.answer(question).claims.first()?;
            Some(Expected::Evidence(claim.evidence))
        }))
    }
}

/// The year that a CUP bears at its positions 5 and 6.
fn year(brief: &Brief) -> Option<i16> {
    let digits = brief.cup.get(4..6)?;
    let year: i16 = digits.parse().ok()?;
    Some(2000 + year)
}
