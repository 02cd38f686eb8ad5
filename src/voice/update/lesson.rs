//! A lesson, heard step by step: sentences, something to look at, exercises whose answers come
//! from the live data.

use super::Turn;
use crate::app::{Ask, speaks_of_home};
use crate::lang::{GLOSSARY, LESSONS, Lesson, Show, Step, StepKind, w};
use crate::model::{ComuneCode, ProjectId};
use crate::search::Query;
use crate::sheet::heard::speech::full_stop;
use crate::sheet::{Subject, in_words};
use crate::title;
use crate::voice::command::Command;
use crate::voice::page;
use crate::voice::place::{Names, What};

/// Results named in a step.
const NAMED: usize = 3;

impl Turn<'_> {
    pub(super) fn lesson(&self) -> Option<(&'static Lesson, usize, &'static Step)> {
        let place = &self.state.history.here;
        let What::Lesson(lesson) = place.what else {
            return None;
        };
        let at = place.at.unwrap_or(0).min(lesson.steps.len().saturating_sub(1));
        Some((lesson, at, lesson.steps.get(at)?))
    }

    /// An exercise waits for its answer.
    pub(super) fn answering(&self) -> bool {
        let ask = |(_, _, step): (_, _, &Step)| matches!(step.kind, StepKind::Ask(_));
        !self.state.solved && self.lesson().is_some_and(ask)
    }

    /// The comune that `{comune}` stands for.
    fn comune_of_lessons(&self) -> Option<(ComuneCode, &str)> {
        self.archive.comune_of_lessons(self.state.home)
    }

    pub(super) fn filled(&self, text: &str) -> String {
        self.archive.filled(text, self.state.home)
    }

    pub(super) fn begin_lesson(&mut self) {
        let Some((lesson, ..)) = self.lesson() else {
            return;
        };
        let text = lesson.text(self.lang());
        if !self.chosen {
            self.say(&full_stop(text.title));
        }
        self.say(text.goal);
        if speaks_of_home(lesson) && self.state.home.is_none() {
            let name = self
                .comune_of_lessons()
                .map_or_else(String::new, |(_, name)| name.to_owned());
            self.fill(w::LINEAR_LESSON_HOME, &[("name", &name)]);
        }
        self.at_step(0);
    }

    fn at_step(&mut self, at: usize) {
        self.state.here().at = Some(at);
        self.state.tries = 0;
        self.state.solved = false;
        self.say_step();
    }

    pub(super) fn say_step(&mut self) {
        let Some((lesson, at, step)) = self.lesson() else {
            return;
        };
        let text = step.text(self.lang());
        let (n, total) = ((at + 1).to_string(), lesson.steps.len().to_string());
        let values = [
            ("n", n.as_str()),
            ("total", &total),
            ("heading", &full_stop(text.heading)),
        ];
        self.fill(w::LINEAR_LESSON_STEP, &values);
        for sentence in text.text {
            self.say(&self.filled(sentence));
        }
        match &step.kind {
            StepKind::Say => {}
            StepKind::Show { what, .. } => self.show(what, lesson.query(at)),
            StepKind::Ask(_) => {
                self.say(&self.filled(text.question));
                for (i, option) in text.options.iter().enumerate() {
                    self.say_item(i, option);
                }
                if self.expected().is_none() {
                    self.word(w::LINEAR_LESSON_NO_ANSWER);
                } else {
                    self.once(w::LINEAR_LESSON_ANSWER);
                }
                return;
            }
        }
        if at + 1 < lesson.steps.len() {
            self.once(w::LINEAR_LESSON_NEXT);
        } else {
            self.say_end(lesson);
        }
    }

    /// A lesson that is over says which comes next.
    fn say_end(&mut self, lesson: &Lesson) {
        self.word(w::LINEAR_LESSON_END);
        let at = LESSONS
            .iter()
            .position(|own| own.id == lesson.id)
            .unwrap_or(LESSONS.len());
        if let Some(next) = LESSONS.get(at + 1) {
            let (n, title) = ((at + 2).to_string(), next.text(self.lang()).title);
            self.fill(w::LINEAR_LESSON_THEN, &[("title", title), ("n", &n)]);
        }
    }

    /// What the screen would show beside the words.
    fn show(&mut self, what: &Show, query: Option<&'static str>) {
        let lang = self.lang();
        match what {
            Show::Start | Show::Data => self.dates(),
            Show::Measures => {
                let count = self.count(self.archive.lists.measures.len());
                self.fill(w::LINEAR_LESSON_MEASURES, &[("count", &count)]);
            }
            Show::Word(id) => {
                if let Some(entry) = GLOSSARY.iter().find(|e| e.id == *id) {
                    self.say(entry.text(lang).says);
                }
            }
            Show::Comune => {
                let subject = self.comune_of_lessons().map(|(code, _)| Subject::Comune(code));
                let page = subject.and_then(|s| {
                    page::build(self.archive, &s, lang, self.state.today)
                        .ok()
                        .flatten()
                });
                let part = page.and_then(|page| page.parts.into_iter().next());
                for said in part.map(|part| part.lines).unwrap_or_default() {
                    self.say(&said.text);
                }
            }
            Show::Query(_) => {
                let ask = Ask::whole(self.filled(query.unwrap_or_default()));
                let answer = self.state.find(self.archive, &ask, NAMED);
                let count = self.count(answer.total - answer.national);
                let query = Query::parse(&ask.text).to_string();
                let values = [("query", query.as_str()), ("count", &count)];
                self.fill(w::LINEAR_LESSON_QUERY, &values);
                for (i, row) in answer.rows.iter().enumerate() {
                    self.say_item(i, &row.title);
                }
            }
            Show::Project => {
                if let Some(brief) = self
                    .first(query, 0)
                    .and_then(|id| self.archive.catalogue().brief(id))
                {
                    let title = title::compose(self.archive.catalogue(), brief, lang);
                    self.say(&format!("{title}."));
                    let line = in_words(brief, lang);
                    self.say(&page::in_brief(self.archive, brief, line, lang));
                }
            }
        }
        if !matches!(what, Show::Start) {
            self.once(w::LINEAR_LESSON_OPENS);
        }
    }

    /// A result of a step's query, from 0.
    fn first(&self, query: Option<&str>, n: usize) -> Option<ProjectId> {
        let ask = Ask::whole(self.filled(query?));
        let answer = self.state.find(self.archive, &ask, n + 1);
        answer.rows.get(n).map(|row| row.id)
    }

    /// Opens what a step is about; stepping back returns to the lesson.
    pub(super) fn open_shown(&mut self) {
        let Some((lesson, at, step)) = self.lesson() else {
            return self.useless(Command::Open);
        };
        let query = lesson.query(at);
        let results = query.map(|query| What::Results(Ask::whole(self.filled(query))));
        let what = match &step.kind {
            StepKind::Say => None,
            StepKind::Ask(_) => results,
            StepKind::Show { what, .. } => match what {
                Show::Query(_) => results,
                Show::Project => self.first(query, 0).map(|id| What::Page(Subject::Project(id))),
                Show::Comune => self
                    .comune_of_lessons()
                    .map(|(code, _)| What::Page(Subject::Comune(code))),
                Show::Word(id) => Some(What::Page(Subject::Word(id))),
                Show::Start => Some(What::Start),
                Show::Data => Some(What::Page(Subject::Data)),
                Show::Measures => Some(Names::Measures.all()),
            },
        };
        match what {
            Some(what) => self.go(what),
            None => self.useless(Command::Open),
        }
    }

    /// A number where no exercise waits opens a result that the step named.
    pub(super) fn lesson_number(&mut self, n: usize) {
        let shown = self.lesson().and_then(|(lesson, at, step)| match &step.kind {
            StepKind::Show {
                what: Show::Query(_), ..
            } => lesson.query(at),
            _ => None,
        });
        if shown.is_none() {
            return self.mend(w::LINEAR_NUMBER_NONE, &[]);
        }
        let found = n
            .checked_sub(1)
            .filter(|i| *i < NAMED)
            .and_then(|i| self.first(shown, i));
        match found {
            Some(id) => self.go(What::Page(Subject::Project(id))),
            None => {
                let (n, last) = (n.to_string(), NAMED.to_string());
                self.mend(w::LINEAR_NUMBER_WRONG, &[("n", &n), ("last", &last)]);
            }
        }
    }

    /// The next step; an exercise that nobody answered says its answer first.
    pub(super) fn next_step(&mut self) {
        let Some((lesson, at, step)) = self.lesson() else {
            return;
        };
        if self.answering()
            && let Some(expected) = self.expected()
        {
            self.tell(&expected, step);
        }
        if at + 1 < lesson.steps.len() {
            self.at_step(at + 1);
        } else {
            self.state.solved = true;
            self.say_end(lesson);
        }
    }

    /// A demonstration runs to its end by itself; a lesson waits for its pupils.
    pub(super) fn all_steps(&mut self) {
        let Some((lesson, at, _)) = self.lesson() else {
            return;
        };
        let asks = |step: &Step| matches!(step.kind, StepKind::Ask(_));
        if lesson.steps.iter().any(asks) {
            return self.mend(w::LINEAR_LESSON_ONLY_END, &[]);
        }
        for n in at + 1..lesson.steps.len() {
            self.at_step(n);
        }
    }
}
