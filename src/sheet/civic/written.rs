//! A paper as it is being written: what every form and letter is made of.

use crate::explain::{Claim, Explanation, Question};
use crate::lang::{Lang, Word, w};
use crate::model::Project;
use crate::sheet::Note;
use crate::sheet::build::Builder;
use crate::sheet::page::{Block, PartId};
use jiff::civil::Date;

/// The paper that is being written.
pub(super) struct Of<'a> {
    pub b: Builder<'a>,
    pub project: &'a Project,
    pub explanation: &'a Explanation,
    pub today: Date,
}

impl Of<'_> {
    pub fn lang(&self) -> Lang {
        self.explanation.lang
    }

    /// A new part, by its heading; all of it stays when a sheet is cut.
    pub fn part(&mut self, heading: Word) {
        self.b.part(PartId::Form(heading), heading);
    }

    pub fn say(&mut self, word: Word) {
        self.fill(word, &[]);
    }

    pub fn fill(&mut self, word: Word, values: &[(&str, &str)]) {
        let text = self.lang().fill(word, values);
        self.b.push(Block::Paragraph(text));
    }

    /// A line to write on, with what goes there.
    pub fn blank(&mut self, what: Word) {
        let what = self.lang().say(what).to_owned();
        self.b.push(Block::Blank(what));
    }

    /// One more line.
    pub fn more(&mut self) {
        self.b.push(Block::Blank(String::new()));
    }

    /// What the citizen does with the letter, step by step: on a part of its own, which stays at home.
    pub fn guide(&mut self, steps: &[String]) {
        self.home(w::CIVIC_HOW, steps);
        self.say(w::CIVIC_CHECKED);
    }

    /// A part of numbered sentences that stays at home.
    pub fn home(&mut self, heading: Word, steps: &[String]) {
        self.b.part(PartId::Guide, heading);
        for (n, step) in (1..).zip(steps) {
            self.b.push(Block::Paragraph(format!("{n}. {step}")));
        }
    }

    /// What an English page is, which nobody sends.
    pub fn translated(&mut self) {
        if self.lang() == Lang::En {
            self.b
                .under(Note::Line(self.lang().say(w::CIVIC_UNDER).to_owned()));
        }
    }

    /// "Scuola Mattei a Prato: tetto nuovo, CUP …".
    pub fn about(&mut self) {
        let (title, cup) = (self.explanation.title.clone(), self.project.cup.clone());
        match cup.is_empty() {
            true => self.fill(w::CIVIC_ABOUT_PLAIN, &[("title", &title)]),
            false => self.fill(w::CIVIC_ABOUT, &[("title", &title), ("cup", &cup)]),
        }
    }

    /// The first sentences of these answers, as far as something is known.
    pub fn known(&mut self, questions: &[Question]) {
        let claims: Vec<Claim> = questions
            .iter()
            .filter_map(|question| {
                let claims = &self.explanation.answer(*question).claims;
                claims.iter().find(|claim| claim.missing.is_none()).cloned()
            })
            .collect();
        self.b.claims(&claims);
    }
}
