//! The screens, and the places where one has been.

pub mod code;
pub mod lesson;
pub mod map;
pub mod note;
pub mod pick;
pub mod read;
pub mod search;
pub mod slide;
pub mod start;
pub mod workshop;

use crate::app::Trail;
use crate::model::ComuneCode;
use crate::sheet::{PartId, Subject};
use code::Code;
use map::Map;
use note::Note;
use pick::{Go, Pick, PickKind};
use read::Read;
use search::Search;
use start::Start;
use workshop::Workshop;

/// A lesson, with the screen that it shows.
pub type Lesson = lesson::Lesson<Screen>;

#[derive(Clone, Debug)]
pub enum Screen {
    Start(Start),
    Search(Box<Search>),
    Pick(Box<Pick>),
    Read(Box<Read>),
    Note(Box<Note>),
    Workshop(Box<Workshop>),
    Lesson(Box<Lesson>),
    Map(Box<Map>),
    Code(Box<Code>),
}

impl Screen {
    /// The page of a subject.
    pub fn read(subject: Subject) -> Screen {
        Screen::Read(Box::new(Read::new(subject)))
    }

    /// The page of a subject, at a part of it.
    pub fn read_at(subject: Subject, at: Option<PartId>) -> Screen {
        Screen::Read(Box::new(Read {
            at,
            ..Read::new(subject)
        }))
    }

    /// The screen that a way leads to.
    pub fn to(subject: &Subject) -> Screen {
        match subject {
            Subject::Search(text) => Screen::search(text),
            Subject::Map(code) => Screen::map(Some(*code)),
            page => Screen::read(page.clone()),
        }
    }

    /// The screen that a choice leads to, if it is one.
    pub fn of(go: &Go) -> Option<Screen> {
        match go {
            Go::Open(subject) => Some(Screen::to(subject)),
            Go::List(kind) => Some(Screen::pick(*kind)),
            Go::Lesson(id) => Some(Screen::lesson(id)),
            Go::Do(_) | Go::Home(_) | Go::Amend(_) => None,
        }
    }

    /// The map, at a comune if one is meant.
    pub fn map(at: Option<ComuneCode>) -> Screen {
        Screen::Map(Box::new(Map::new(at)))
    }

    /// A list to choose from.
    pub fn pick(kind: PickKind) -> Screen {
        Screen::Pick(Box::new(Pick::new(kind)))
    }

    /// By the lesson's id; the list of lessons where there is none.
    pub fn lesson(id: &str) -> Screen {
        Lesson::named(id).map_or_else(|| Screen::pick(PickKind::Learn), |l| Screen::Lesson(Box::new(l)))
    }

    /// The search with this text in its field.
    pub fn search(text: &str) -> Screen {
        Screen::Search(Box::new(Search::new(text)))
    }
}

impl Screen {
    /// What a person has changed on it: two that are alike look alike.
    pub fn mark(&self) -> String {
        match self {
            Screen::Start(it) => format!("{:?}", it.door),
            Screen::Search(it) => {
                let typed = (it.field.text(), it.field.is_chosen(), it.open_first);
                let places = (it.focus, it.selected, it.filter, it.preview.scroll);
                format!("{typed:?}{:?}{places:?}", it.sort)
            }
            Screen::Pick(it) => format!("{:?}", (it.kind, it.field.text(), it.selected)),
            Screen::Read(it) => {
                let shown = (it.open, it.folded, &it.unfolded);
                format!("{:?}{shown:?}", (&it.subject, it.selected, it.scroll))
            }
            Screen::Note(it) => it.field.text().to_owned(),
            Screen::Workshop(it) => format!("{:?}", (it.at, it.leaf, it.dark)),
            Screen::Lesson(it) => {
                let answer = (it.field.text(), it.choice, it.tries, it.done.len());
                let stopped = it.run.as_ref().map(|run| run.stopped);
                format!("{:?}{answer:?}{stopped:?}", (it.at, it.page))
            }
            Screen::Code(it) => it.text.to_string(),
            Screen::Map(it) => format!("{:?}", (it.figure, it.selected, &it.typed, it.table, it.scroll)),
        }
    }
}

/// Where one is, was, and came back from. The oldest place is always the start screen.
pub type History = Trail<Screen>;

impl Default for Screen {
    fn default() -> Screen {
        Screen::Start(Start::default())
    }
}

impl History {
    /// The start screen, with no way back: what one citizen looked at is no business of the next.
    pub fn home(&mut self) {
        self.restart(Screen::default());
    }

    /// Every screen that answers belong to, also those that a lesson shows.
    pub fn all(&mut self) -> impl Iterator<Item = &mut Screen> {
        self.places().flat_map(|screen| match screen {
            Screen::Lesson(lesson) => lesson.live.as_deref_mut(),
            own => Some(own),
        })
    }
}
