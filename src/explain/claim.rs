//! The shape of an explanation: questions, answers, claims, and what a claim stands on.

use super::Evidence;
use crate::lang::Lang;
use crate::model::{ProjectId, SourceId};

/// The eight questions, in the order in which they are answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    What,
    Who,
    HowMuch,
    Where,
    When,
    Progress,
    Benefit,
    Contact,
}

impl Question {
    pub const ALL: [Question; 8] = [
        Question::What,
        Question::Who,
        Question::HowMuch,
        Question::Where,
        Question::When,
        Question::Progress,
        Question::Benefit,
        Question::Contact,
    ];

    /// The word of the JSON.
    pub fn code(self) -> &'static str {
        match self {
            Question::What => "what",
            Question::Who => "who",
            Question::HowMuch => "how_much",
            Question::Where => "where",
            Question::When => "when",
            Question::Progress => "progress",
            Question::Benefit => "benefit",
            Question::Contact => "contact",
        }
    }
}

/// A column of a release of a table.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cite {
    pub source: SourceId,
    /// The official name of the column.
    pub column: &'static str,
}

/// Which way of missing it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Missing {
    /// We hold a table that lists the project and has the column: its cell is empty.
    NotPublished,
    /// We do not hold a table that says it, or its release is older.
    NotInArchive,
    /// Its cell holds something that nobody can read.
    Unread,
}

/// One sentence and how we know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Begins with a capital and ends with a full stop.
    pub text: String,
    pub evidence: Evidence,
    /// What it stands on, the strongest first, none twice. Empty exactly for our own words, and
    /// where no table is held that would say what is missing.
    pub cites: Vec<Cite>,
    /// Set exactly when `evidence` is [`Evidence::Missing`].
    pub missing: Option<Missing>,
}

impl Claim {
    /// The claim in new words that say another's too: known as surely as the less sure of them.
    pub(super) fn with(mut self, text: String, other: Claim) -> Claim {
        for cite in other.cites {
            if !self.cites.contains(&cite) {
                self.cites.push(cite);
            }
        }
        let evidence = self.evidence.max(other.evidence);
        Claim {
            text,
            evidence,
            missing: self.missing.or(other.missing),
            ..self
        }
    }
}

/// The claims that answer one question. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub question: Question,
    pub claims: Vec<Claim>,
}

impl Answer {
    /// Whether any claim says something, rather than that it is missing.
    pub fn is_answered(&self) -> bool {
        self.claims.iter().any(|c| c.missing.is_none())
    }
}

/// A project, explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    pub id: ProjectId,
    /// Composed by us from facts.
    pub title: String,
    /// Amount, share paid, status and its day, as far as they are known.
    pub line: Vec<String>,
    /// As published, repaired for reading; absent in a register.
    pub official_title: Option<String>,
    pub lang: Lang,
    pub answers: [Answer; 8],
    /// What does not add up in the data.
    pub oddities: Vec<Claim>,
    /// The measure in general, apart from the project.
    pub measure: Vec<Claim>,
}

impl Explanation {
    pub fn answer(&self, question: Question) -> &Answer {
        &self.answers[question as usize]
    }

    /// All claims: the answers, the oddities, the measure.
    pub fn claims(&self) -> impl Iterator<Item = &Claim> {
        let answers = self.answers.iter().flat_map(|a| &a.claims);
        answers.chain(&self.oddities).chain(&self.measure)
    }

    /// The answers without what is missing and without our own words of the measure: the text that
    /// readability is measured on.
    pub fn prose(&self) -> String {
        let said: Vec<&str> = self
            .answers
            .iter()
            .flat_map(|a| &a.claims)
            .filter(|c| c.missing.is_none() && c.evidence != Evidence::Written)
            .map(|c| c.text.as_str())
            .collect();
        said.join(" ")
    }
}
