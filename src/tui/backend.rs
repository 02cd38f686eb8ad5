//! What the screens ask of the rest of the program: where the data are opened, searched and
//! explained. One real answer stands in [`local`]; tests bring their own.
//!
//! Every text that comes through here is plain text for people: cleaned, in the language asked
//! for, without control characters.

mod desk;
pub mod local;
pub mod picture;

pub use desk::{Desk, DeskAnswer, DeskAsk, Kept};

use crate::desk::lesson::Expected;
use crate::lang::{Lang, Lesson};
use crate::model::{Cents, ComuneCode, Evidence, ProjectId, RegionCode, SourceId, Status};
use crate::snapshot::Overview;
pub use picture::Picture;
use std::ops::Range;

/// Opened and asked by one worker thread, so it may keep what it likes between calls.
pub trait Backend: Send {
    /// Region and dates, for the first frame.
    fn open(&mut self) -> Result<Opened, String>;
    /// Catalogue and index, behind the first frame.
    fn load(&mut self) -> Result<Lists, String>;
    fn search(&mut self, ask: &Ask) -> Answer;
    /// The page of something, or a sentence that says why there is none.
    fn sheet(&mut self, subject: &Subject, lang: Lang) -> Result<Sheet, String>;
    /// What the person at the desk keeps: asked and changed.
    fn desk(&mut self, ask: &DeskAsk, lang: Lang) -> Result<DeskAnswer, String>;
    /// What a step of a lesson needs of the data; nothing where they do not have it.
    fn step(&mut self, ask: &StepAsk) -> Stage;
}

/// An archive that was opened.
#[derive(Clone, Debug, Default)]
pub struct Opened {
    pub overview: Overview,
    /// Sentences on files that were passed over.
    pub notices: Vec<String>,
}

/// A search as it was typed, filters included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    pub text: String,
    pub sort: Sort,
    /// Most rows to give back.
    pub limit: usize,
    pub lang: Lang,
    /// The comune whose projects stand first.
    pub home: Option<ComuneCode>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    #[default]
    Relevance,
    Amount,
    SharePaid,
    End,
    Name,
}

impl Sort {
    pub const ALL: &[Sort] = &[
        Sort::Relevance,
        Sort::Amount,
        Sort::SharePaid,
        Sort::End,
        Sort::Name,
    ];

    pub fn next(self) -> Sort {
        let at = Sort::ALL.iter().position(|s| *s == self).unwrap_or(0);
        Sort::ALL[(at + 1) % Sort::ALL.len()]
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    pub rows: Vec<Row>,
    /// Rows at the end that only nearly match.
    pub near: usize,
    /// All that match, also those beyond the limit; what is near is not counted.
    pub total: usize,
    /// Public money set aside for all that match, and paid so far.
    pub funded: Cents,
    pub paid: Cents,
    pub facets: Vec<Facet>,
    /// Words that were understood otherwise than typed.
    pub corrected: Vec<Correction>,
    /// Sentences about the query: an unknown filter, a word to drop.
    pub hints: Vec<Hint>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Hint {
    pub text: String,
    /// Where it leads, when it can be followed.
    pub lead: Option<Lead>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Lead {
    /// Another text for the field.
    Type(String),
    Open(Subject),
}

/// One project in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub id: ProjectId,
    pub title: String,
    pub place: String,
    pub body: String,
    pub amount: Option<Cents>,
    pub paid: Option<Cents>,
    pub status: Status,
    /// Bytes of the title that match.
    pub matched: Vec<Range<usize>>,
    /// The words that it lacks, as a phrase, where it only nearly matches.
    pub missing: Option<String>,
}

/// A way to narrow the answer, with the number of projects that each value would leave.
#[derive(Clone, Debug, PartialEq)]
pub struct Facet {
    pub name: String,
    pub values: Vec<FacetValue>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct FacetValue {
    pub label: String,
    pub count: usize,
    /// Whether the query holds it.
    pub on: bool,
    /// The query with the filter put in, or taken out when it is on.
    pub toggled: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    pub typed: String,
    pub understood: String,
}

/// What the pickers choose from.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    /// In order of name.
    pub comuni: Vec<ComuneItem>,
    /// In order of code.
    pub measures: Vec<MeasureItem>,
    /// None for an archive of the whole nation.
    pub region: Option<RegionCode>,
}

#[derive(Clone, Debug)]
pub struct ComuneItem {
    pub code: ComuneCode,
    pub name: String,
    /// Two letters.
    pub province: String,
    /// All projects with a place in it.
    pub projects: usize,
    /// Those of them that have places in other comuni too.
    pub shared: usize,
    /// Funding of the others, its own: none when not one of them has a published amount.
    pub euro: Option<Cents>,
    /// The same for every inhabitant.
    pub per_head: Option<Cents>,
}

#[derive(Clone, Debug)]
pub struct MeasureItem {
    /// `M4C1I1.01.00`.
    pub code: String,
    /// Where the card of the measure stands.
    pub card: String,
    /// Official name, for a measure without a card.
    pub name: String,
    pub projects: usize,
}

/// What a page can be about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    Project(ProjectId),
    Comune(ComuneCode),
    /// By its code.
    Measure(String),
    /// The archive itself: sources, dates, quality.
    Data,
    /// A table that facts come from.
    Source(SourceId),
    /// What the person keeps: tally, favourites, notes.
    Desk,
    /// A word of the glossary, a question on the plan: by their id.
    Word(&'static str),
    Question(&'static str),
    /// Not a page but the map, at a comune.
    Map(ComuneCode),
    /// Not a page but the search screen with this text in its field.
    Search(String),
}

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

/// A page: blocks of text, some of which can be chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    pub title: String,
    /// A line under the title: where, who.
    pub subtitle: String,
    pub blocks: Vec<Block>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A question or the name of a part; the blocks up to the next heading are its own.
    Heading(String),
    /// A sentence, how it is known, the lines that say why, and the ways that open with them: the
    /// words of the glossary in it, the tables it stands on.
    Claim {
        text: String,
        evidence: Evidence,
        why: Vec<String>,
        ways: Vec<Way>,
    },
    Paragraph(String),
    /// Name and figure, side by side.
    Pairs(Vec<(String, String)>),
    /// Rows of as many cells as the head; columns of figures stand at the right.
    Table {
        head: Vec<String>,
        rows: Vec<Vec<String>>,
        right: Vec<bool>,
    },
    /// Drawn, and told as a table when it is asked for.
    Picture(Picture),
    /// A way to another page.
    Link {
        text: String,
        to: Subject,
    },
}

/// A name that leads to a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    pub text: String,
    pub to: Subject,
}

impl Block {
    /// How many places there are in it for the selection to stop.
    pub fn items(&self) -> usize {
        match self {
            Block::Heading(_) => 0,
            Block::Claim { .. } | Block::Paragraph(_) | Block::Picture(_) | Block::Link { .. } => 1,
            Block::Pairs(pairs) => pairs.len(),
            Block::Table { rows, .. } => rows.len(),
        }
    }
}
