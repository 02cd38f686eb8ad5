//! The screens, and the places where one has been.

pub mod lesson;
pub mod map;
pub mod note;
pub mod pick;
pub mod read;
pub mod search;
pub mod slide;
pub mod start;
pub mod workshop;

use super::backend::Subject;
use crate::model::ComuneCode;
use lesson::Lesson;
use map::Map;
use note::Note;
use pick::{Pick, PickKind};
use read::Read;
use search::Search;
use start::Start;
use workshop::Workshop;

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
}

impl Screen {
    pub fn read(subject: Subject) -> Screen {
        Screen::Read(Box::new(Read::new(subject)))
    }

    /// The screen that a way leads to.
    pub fn to(subject: &Subject) -> Screen {
        match subject {
            Subject::Search(text) => Screen::search(text),
            Subject::Map(code) => Screen::map(Some(*code)),
            page => Screen::read(page.clone()),
        }
    }

    /// The map, at a comune if one is meant.
    pub fn map(at: Option<ComuneCode>) -> Screen {
        Screen::Map(Box::new(Map::new(at)))
    }

    pub fn pick(kind: PickKind) -> Screen {
        Screen::Pick(Box::new(Pick::new(kind)))
    }

    /// By the lesson's id; the list of lessons where there is none.
    pub fn lesson(id: &str) -> Screen {
        Lesson::named(id).map_or_else(|| Screen::pick(PickKind::Learn), |l| Screen::Lesson(Box::new(l)))
    }

    pub fn search(text: &str) -> Screen {
        Screen::Search(Box::new(Search::new(text)))
    }
}

/// Most places that are remembered.
const MOST: usize = 100;

/// Where one is, was, and came back from. The oldest place is always the start screen.
#[derive(Clone, Debug)]
pub struct History {
    past: Vec<Screen>,
    pub here: Screen,
    future: Vec<Screen>,
}

impl Default for History {
    fn default() -> Self {
        History {
            past: Vec::new(),
            here: Screen::Start(Start::default()),
            future: Vec::new(),
        }
    }
}

impl History {
    pub fn open(&mut self, screen: Screen) {
        self.past.push(std::mem::replace(&mut self.here, screen));
        self.future.clear();
        if self.past.len() > MOST {
            // The start screen stays at the bottom.
            self.past.remove(1);
        }
    }

    /// Puts another screen in the place of this one: a list of commands is not a place to go
    /// back to.
    pub fn replace(&mut self, screen: Screen) {
        self.here = screen;
        self.future.clear();
    }

    /// Whether there was a place to go back to.
    pub fn back(&mut self) -> bool {
        let Some(screen) = self.past.pop() else {
            return false;
        };
        self.future.push(std::mem::replace(&mut self.here, screen));
        true
    }

    pub fn forward(&mut self) -> bool {
        let Some(screen) = self.future.pop() else {
            return false;
        };
        self.past.push(std::mem::replace(&mut self.here, screen));
        true
    }

    /// The start screen, from where one can still go back to here.
    pub fn home(&mut self) {
        if !matches!(self.here, Screen::Start(_)) {
            self.open(Screen::Start(Start::default()));
        }
    }

    /// Every screen that answers belong to, also those that a lesson shows.
    pub fn all(&mut self) -> impl Iterator<Item = &mut Screen> {
        self.places().flat_map(|screen| match screen {
            Screen::Lesson(lesson) => lesson.live.as_deref_mut(),
            own => Some(own),
        })
    }

    pub fn places(&mut self) -> impl Iterator<Item = &mut Screen> {
        self.past
            .iter_mut()
            .chain([&mut self.here])
            .chain(self.future.iter_mut())
    }

    pub fn at_the_bottom(&self) -> bool {
        self.past.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_place_is_the_start() {
        let mut history = History::default();
        for _ in 0..3 * MOST {
            history.open(Screen::read(Subject::Data));
        }
        let mut steps = 0;
        while history.back() {
            steps += 1;
        }
        assert!(matches!(history.here, Screen::Start(_)) && steps == MOST);
        assert!(history.forward() && history.back() && !history.back());
    }
}
