//! What the screen at hand is: its name, its page, where one is in it.

use crate::lang::w;
use crate::sheet::Subject;
use crate::text::number;
use crate::tui::frame;
use crate::tui::screen::pick::{Go, PickKind};
use crate::tui::screen::search::Focus;
use crate::tui::screen::{Screen, read};
use crate::tui::state::State;

/// What the screen is called.
pub fn name(state: &State, screen: &Screen) -> Option<&'static str> {
    let word = match screen {
        Screen::Start(_) => return None,
        Screen::Search(_) => w::SCREEN_SEARCH_TITLE,
        Screen::Pick(pick) => pick.kind.title(),
        Screen::Read(read) => read.subject.kind(),
        Screen::Note(note) => note.words()[0],
        Screen::Code(_) => w::PAPER_CODE_NAME,
        Screen::Workshop(_) => w::SCREEN_WORKSHOP_TITLE,
        Screen::Lesson(lesson) => return Some(lesson.lesson.text(state.lang).title),
        Screen::Map(_) => w::SCREEN_MAP_TITLE,
    };
    Some(state.lang.say(word))
}

/// What is open on a screen, and is closed before one leaves it.
fn step(state: &State, screen: &Screen) -> Option<&'static str> {
    let word = match screen {
        Screen::Search(search) if search.focus == Focus::Filters => w::SCREEN_SEARCH_FILTERS,
        Screen::Search(search) if search.focus == Focus::Preview => w::SCREEN_SEARCH_SHEET,
        Screen::Read(read) if read.open.is_some() => w::SCREEN_READ_OPEN,
        Screen::Note(note) if note.field.text() != note.kept => w::TUI_NOT_KEPT,
        _ => return None,
    };
    Some(state.lang.say(word))
}

/// By what steps one came here from the start: Esc goes back over one of them.
pub fn way(state: &State) -> Vec<&'static str> {
    // A lesson can show the first screen too: then it has been come to.
    let start = Some(state.lang.say(w::APP_NAME));
    let places = state.history.past().iter().chain([&state.history.here]).skip(1);
    places
        .flat_map(|screen| [name(state, screen).or(start), step(state, screen)])
        .flatten()
        .collect()
}

/// Where one is in a list or on a page: "12 di 2.639", "0%".
pub fn position(state: &State) -> [Option<String>; 2] {
    let lang = state.lang;
    let say = |percent: usize| lang.fill(w::TUI_PERCENT, &[("percent", &percent.to_string())]);
    let of = |at: usize, all: usize| {
        let (n, total) = (number::count(at + 1, lang), number::count(all, lang));
        let values = [("n", &*n), ("total", &total)];
        let position = |at| [lang.fill(w::TUI_POSITION, &values), say((at + 1) * 100 / all)].map(Some);
        Some(at).filter(|at| *at < all).map_or([None, None], position)
    };
    match &state.history.here {
        Screen::Search(search) => of(search.selected, search.all()),
        Screen::Pick(pick) => of(pick.selected, pick.shown.len()),
        Screen::Map(map) => of(map.at().unwrap_or(map.rows.len()), map.rows.len()),
        Screen::Read(read) => [
            None,
            read::layout::percent(read, frame::body(state.size)).map(say),
        ],
        _ => [None, None],
    }
}

/// The oldest and the newest day, in figures: of what the page stands on; elsewhere of the archive.
pub fn dates(state: &State) -> Option<[String; 2]> {
    let page = match &state.history.here {
        Screen::Read(read) if read.subject != Subject::Data => &read.page,
        Screen::Workshop(talk) => &talk.page,
        _ => return state.dates(),
    };
    Some(page.as_ref()?.days()?.map(number::date_short))
}

/// The page at hand: what is read, or what is selected in a list.
pub fn subject(state: &State) -> Option<Subject> {
    match &state.history.here {
        Screen::Read(read) => Some(read.subject.clone()),
        Screen::Search(search) => search.selected_row().map(|row| Subject::Project(row.id)),
        Screen::Pick(pick) if matters(pick.kind) => match &pick.selected_item()?.to {
            Go::Open(subject) => Some(subject.clone()),
            _ => None,
        },
        Screen::Note(note) => Some(note.subject.clone()),
        Screen::Code(code) => Some(code.subject.clone()),
        Screen::Workshop(talk) => Some(talk.subject.clone()),
        Screen::Map(map) => Some(Subject::Comune(map.selected?)),
        Screen::Start(_) | Screen::Pick(_) | Screen::Lesson(_) => None,
    }
}

/// Lists of what a citizen can come for.
fn matters(kind: PickKind) -> bool {
    matches!(
        kind,
        PickKind::Comuni | PickKind::Measures | PickKind::Learn | PickKind::Glossary
    )
}

/// The title of a page, as far as the screen at hand knows it.
pub fn title(state: &State, subject: &Subject) -> Option<String> {
    match &state.history.here {
        Screen::Read(read) if read.subject == *subject => read.page.as_ref().map(|p| p.title.clone()),
        Screen::Search(search) => search.selected_row().map(|row| row.title.clone()),
        Screen::Pick(pick) => pick.selected_item().map(|item| item.name.clone()),
        _ => None,
    }
}
