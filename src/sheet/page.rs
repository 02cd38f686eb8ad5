//! A page: what is known of a subject, in parts with an id, neutral of every face. Screen, voice
//! and paper take from it what they can show; nobody finds a part by the words of its heading or
//! parses a note.

use super::picture::Picture;
use super::{Note, Subject};
use crate::explain::{self, Claim, Question, Terms};
use crate::lang::{Lang, Word};
use crate::model::{ComuneCode, ProjectId, SourceId};
use crate::snapshot::Catalogue;
use crate::text::clean;
use jiff::civil::Date;

/// A title, what stands under it, and the parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    pub title: String,
    pub lang: Lang,
    /// What stands under the title.
    pub under: Vec<Note>,
    pub parts: Vec<Part>,
    /// Where the web has a page on the same subject.
    pub address: Option<String>,
}

/// A heading and what stands below it.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub id: PartId,
    /// Empty where the part needs none.
    pub heading: String,
    pub blocks: Vec<Block>,
}

/// Which part of a page it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartId {
    Question(Question),
    /// What does not add up in the data.
    Odd,
    /// The measure of a project in general.
    General,
    Money,
    /// Planned and actual dates, where there is no table of phases.
    Times,
    Phases,
    /// A project among those of its measure.
    Fellows,
    Tenders,
    Targets,
    Places,
    /// Sentences on a comune or a measure, by their heading.
    Told(Word),
    /// The biggest projects as a table, for paper.
    BiggestTable,
    /// The biggest projects as ways to them.
    Biggest,
    /// What is done in a comune by mission: a table for paper, and ways for the screen.
    Missions,
    Themes,
    /// All projects of a comune or of a measure: a table for paper, and ways for the screen.
    AllTable,
    All,
    Milestones,
    Paid,
    Sizes,
    /// Of the archive: what it holds, its tables, what was wrong in them.
    Holds,
    Tables,
    Quality,
    /// Of a table: what it tells, its releases, how to check it.
    Tells,
    Releases,
    Check,
    /// Of a word: what it means, an example, the words beside it.
    Means,
    Example,
    See,
    /// The answer to a question on the plan.
    Answer,
    /// One of several words or questions on a page, by its id.
    Entry(&'static str),
    /// One of the projects of a gathered list.
    Gathered(ProjectId),
    /// What the person keeps.
    Served,
    Favourites,
    Lists,
    Reports,
    Unanswered,
    /// Who was served, counted.
    Report,
    Notes,
    /// A part of a form or of a letter, by its heading: no sheet is cut there.
    Form(Word),
    /// What whoever signs a letter does with it: it is not sent along.
    Guide,
    /// A sentence before all parts.
    Notice,
    /// What the marks of the sentences mean.
    Known,
    Sources,
    /// The last lines of a sheet of paper: the address, the desk, the day.
    Colophon,
    /// Ways to other pages.
    Links,
}

impl PartId {
    /// Whether text, Markdown, HTML and JSON have it: they have neither drawings nor ways on.
    pub fn on_paper(self) -> bool {
        !matches!(
            self,
            PartId::Times
                | PartId::Fellows
                | PartId::Paid
                | PartId::Sizes
                | PartId::Biggest
                | PartId::Themes
                | PartId::All
                | PartId::Links
        )
    }

    /// Whether the screen has it: it explains the marks in its last line.
    pub fn on_screen(self) -> bool {
        !matches!(
            self,
            PartId::Known | PartId::BiggestTable | PartId::Missions | PartId::AllTable
        )
    }

    /// Whether a site has it: what the screen has but for its drawings. What the marks mean is told on
    /// a page of its own.
    pub fn on_web(self) -> bool {
        let drawn = matches!(
            self,
            PartId::Times | PartId::Fellows | PartId::Paid | PartId::Sizes
        );
        self.on_screen() && !drawn
    }

    /// Small print, which comes after all that is said.
    pub fn is_small_print(self) -> bool {
        matches!(self, PartId::Known | PartId::Sources | PartId::Colophon)
    }

    /// Level of the heading: a question or a part is 2, a table of a part 3.
    pub fn level(self) -> u8 {
        match self {
            PartId::Money
            | PartId::Phases
            | PartId::Tenders
            | PartId::Targets
            | PartId::Places
            | PartId::BiggestTable
            | PartId::Missions
            | PartId::AllTable
            | PartId::Milestones => 3,
            _ => 2,
        }
    }
}

/// One piece of a part.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A sentence and how it is known.
    Claim(Told),
    Paragraph(String),
    /// A line to write on by hand, with what goes there; without words it goes on with the last.
    Blank(String),
    Note(Note),
    /// Name and figure, side by side.
    Pairs(Vec<(String, String)>),
    Table(Table),
    /// Drawn, and told as a table when it is asked for.
    Picture(Picture),
    /// A way to another page.
    Link(Link),
}

/// A sentence, the numbers of its sources in the list at the end and, where one can ask for them,
/// the lines that say why and the ways that open with them.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    pub claim: Claim,
    pub notes: Vec<usize>,
    pub why: Vec<String>,
    pub ways: Vec<Link>,
}

/// Rows of as many cells as the head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
    /// Columns of figures, set to the right.
    pub right: Vec<bool>,
}

impl Table {
    /// A table whose columns have these heads.
    pub fn of<const N: usize>(
        head: [Word; N],
        right: [bool; N],
        rows: impl IntoIterator<Item = Vec<String>>,
        lang: Lang,
    ) -> Table {
        Table {
            head: head.map(|word| lang.say(word).to_owned()).into(),
            rows: rows.into_iter().collect(),
            right: right.into(),
        }
    }
}

/// A name that leads somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub text: String,
    pub to: Subject,
}

impl Link {
    /// A way with its name cleaned of what could command a terminal.
    pub fn new(text: &str, to: Subject) -> Link {
        let text = clean::line(text);
        Link { text, to }
    }
}

impl Part {
    /// A part without blocks.
    pub fn new(id: PartId, heading: impl Into<String>) -> Part {
        Part {
            id,
            heading: heading.into(),
            blocks: Vec::new(),
        }
    }

    /// The same with these blocks.
    pub fn with(self, blocks: Vec<Block>) -> Part {
        Part { blocks, ..self }
    }
}

impl Page {
    /// A page without parts.
    pub fn new(title: &str, lang: Lang) -> Page {
        Page {
            title: clean::line(title),
            lang,
            under: Vec::new(),
            parts: Vec::new(),
            address: None,
        }
    }

    /// The part with this id.
    pub fn part(&self, id: PartId) -> Option<&Part> {
        self.parts.iter().find(|part| part.id == id)
    }

    /// All blocks in their order.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> + Clone {
        self.parts.iter().flat_map(|part| &part.blocks)
    }

    /// A block by its place among all of them.
    pub fn block(&self, at: usize) -> Option<&Block> {
        self.blocks().nth(at)
    }

    /// The project that a block leads to, or that its part speaks of.
    pub fn project_at(&self, at: usize) -> Option<ProjectId> {
        if let Some(Block::Link(link)) = self.block(at)
            && let Subject::Project(id) = link.to
        {
            return Some(id);
        }
        let mut end = 0;
        let part = self.parts.iter().find(|part| {
            end += part.blocks.len();
            at < end
        });
        match part?.id {
            PartId::Gathered(id) => Some(id),
            _ => None,
        }
    }

    /// The ways to other pages that stand by themselves, in their order.
    pub fn links(&self) -> impl Iterator<Item = &Link> {
        self.blocks().filter_map(|block| match block {
            Block::Link(link) => Some(link),
            _ => None,
        })
    }

    /// The comune that it leads to first.
    pub fn comune(&self) -> Option<ComuneCode> {
        self.links().find_map(|link| match link.to {
            Subject::Comune(code) => Some(code),
            _ => None,
        })
    }

    /// The oldest and the newest day of the tables that it names as its sources.
    pub fn days(&self) -> Option<[Date; 2]> {
        let days = self.blocks().filter_map(|block| match block {
            Block::Note(Note::Source { cited, .. }) => cited.date,
            _ => None,
        });
        Some([days.clone().min()?, days.max()?])
    }

    /// What a screen shows of it, with the reasons of every sentence.
    pub fn for_screen(mut self, catalogue: &Catalogue) -> Page {
        self.parts.retain(|part| part.id.on_screen());
        let lang = self.lang;
        let terms = Terms::new(lang);
        for block in self.parts.iter_mut().flat_map(|part| &mut part.blocks) {
            if let Block::Claim(told) = block {
                told.why = explain::why(&told.claim, catalogue, lang);
                told.ways = ways(&told.claim, catalogue, &terms, lang);
            }
        }
        self
    }

    /// The source of a cite, from the list at the end.
    pub fn source(&self, id: SourceId) -> Option<&super::Cited> {
        self.blocks().find_map(|block| match block {
            Block::Note(Note::Source { cited, .. }) if cited.id == id => Some(cited),
            _ => None,
        })
    }
}

/// The words of the glossary that a sentence uses, then the tables that it stands on, each once.
fn ways(claim: &Claim, catalogue: &Catalogue, terms: &Terms, lang: Lang) -> Vec<Link> {
    let mut out: Vec<Link> = Vec::new();
    let mut add = |text: &str, to: Subject| {
        if out.iter().all(|way| way.to != to) {
            out.push(Link::new(text, to));
        }
    };
    for (_, entry) in terms.find(&claim.text) {
        add(entry.text(lang).term, Subject::Word(entry.id));
    }
    let sources = claim.cites.iter();
    for source in sources.filter_map(|cite| catalogue.source(cite.source)) {
        add(&source.name, Subject::Source(source.id));
    }
    out
}
