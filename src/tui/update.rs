//! Decides: an event changes the state, and what must be done elsewhere comes back as effects.
//! Nothing here reads a clock, a file or a terminal.

use super::action::Action;
use super::backend::{Answer, Block, ComuneItem, Lists, Sheet, Subject};
use super::desk;
use super::event::{Done, Effect, Event};
use super::keymap::Key;
use super::layout::{self, Target};
use super::pages;
use super::screen::lesson::{self, layout::With};
use super::screen::pick::{Go, PickKind};
use super::screen::{Screen, map, note, pick, read, search, start, workshop};
use super::state::{Archive, State, bounded};
use crate::lang::{Lang, w};
use crate::model::ComuneCode;
use crate::text::fold;
use crossterm::event::{KeyEvent, KeyEventKind, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Rect};
use std::sync::Arc;

pub fn update(state: &mut State, event: Event) -> Vec<Effect> {
    let mut effects = match event {
        Event::Key(event) if event.kind == KeyEventKind::Release => return Vec::new(),
        Event::Key(event) => key(state, &event),
        Event::Paste(text) => {
            paste(state, &text);
            Vec::new()
        }
        Event::Mouse(event) => mouse(state, event),
        Event::Resize { width, height } => {
            state.size = bounded(width, height);
            Vec::new()
        }
        Event::Opened(Ok(opened)) => {
            state.overview = Some(opened.overview);
            if !opened.notices.is_empty() {
                state.notice = Some(opened.notices.join(" "));
            }
            Vec::new()
        }
        Event::Opened(Err(why)) | Event::Loaded(Err(why)) => {
            state.archive = Archive::Failed(why);
            Vec::new()
        }
        Event::Loaded(Ok(lists)) => {
            state.home = home(state.settings.comune.as_deref(), &lists);
            state.lists = Arc::new(lists);
            state.archive = Archive::Ready;
            Vec::new()
        }
        Event::Found { generation, answer } => {
            found(state, generation, answer);
            Vec::new()
        }
        Event::Sheet { subject, lang, sheet } => {
            if lang == state.lang {
                arrived(state, &subject, sheet);
            }
            Vec::new()
        }
        Event::Desk { lang, answer } => {
            desk::answered(state, lang, answer);
            Vec::new()
        }
        Event::Step { ask, stage } => {
            for screen in state.history.places() {
                if let Screen::Lesson(lesson) = screen
                    && lesson.asked.as_ref() == Some(&ask)
                {
                    lesson::update::arrived(lesson, stage.clone());
                }
            }
            Vec::new()
        }
        Event::Wake { ticket } => {
            lesson::update::wake(state, ticket, layout::body(state.size));
            Vec::new()
        }
        Event::Done(done) => {
            match done {
                Ok(Done::Copied { tried, taken }) => state.notice = Some(copied(state.lang, &tried, taken)),
                Ok(Done::Saved) => {}
                Err(why) => state.notice = Some(why),
            }
            Vec::new()
        }
    };
    effects.extend(ensure(state));
    effects
}

/// Which clipboards were tried.
fn copied(lang: Lang, tried: &[&str], taken: bool) -> String {
    let last = tried.last().copied().unwrap_or_default();
    match (tried, taken) {
        ([], _) => lang.say(w::TUI_COPIED).to_owned(),
        (_, true) => lang.fill(w::TUI_COPIED_TOO, &[("tool", last)]),
        (_, false) => lang.fill(w::TUI_COPIED_TRIED, &[("tool", &tried.join(", "))]),
    }
}

/// Asks for what the screen at hand shows and does not have, then keeps selections in sight.
fn ensure(state: &mut State) -> Vec<Effect> {
    keep_up(state, layout::body(state.size))
}

/// The same in an area of the screen, for what a lesson shows.
pub fn keep_up(state: &mut State, body: Rect) -> Vec<Effect> {
    pick::update::ensure(state);
    map::update::ensure(state);
    let lang = state.lang;
    let mut effects = desk::ensure(state);
    effects.extend(read::update::ensure(state));
    effects.extend(workshop::update::ensure(state));
    effects.extend(search::update::ensure(state, body));
    effects.extend(lesson::update::ensure(state, body));
    match &mut state.history.here {
        Screen::Start(_) | Screen::Note(_) => {}
        Screen::Search(search) => search::layout::settle(search, body),
        Screen::Pick(pick) => pick::layout::settle(pick, body),
        Screen::Read(read) => read::layout::settle(read, body),
        Screen::Lesson(lesson) => {
            let (lang, home) = (state.lang, state.home.is_some());
            let keys = &state.keymap;
            lesson::layout::settle(lesson, body, With { lang, keys, home });
        }
        Screen::Workshop(talk) => workshop::layout::settle(talk, body, state.lang, &state.keymap),
        Screen::Map(map) => map::layout::settle(map, body, lang),
    }
    effects
}

/// The comune of the settings, by its ISTAT code or its name.
fn home(chosen: Option<&str>, lists: &Lists) -> Option<ComuneCode> {
    let chosen = fold::fold(chosen?);
    let is_it = |c: &&ComuneItem| c.code.as_str() == chosen || fold::fold(&c.name) == chosen;
    lists.comuni.iter().find(is_it).map(|c| c.code)
}

fn key(state: &mut State, event: &KeyEvent) -> Vec<Effect> {
    state.notice = None;
    let action = state.keymap.action(Key::from_event(event), state.contexts());
    if action != Some(Action::Interrupt) {
        state.interrupted = false;
    }
    lesson::update::key(state, action, Key::typed(event));
    match (action, Key::typed(event)) {
        (Some(action), _) => act(state, action),
        (None, Some(letter)) => typed(state, letter),
        (None, None) => Vec::new(),
    }
}

/// A letter goes into the field of the screen; where there is none it begins a new search.
fn typed(state: &mut State, letter: char) -> Vec<Effect> {
    match &mut state.history.here {
        Screen::Search(search) => {
            search.field.type_char(letter);
            search::update::typed(search);
        }
        Screen::Pick(pick) => {
            pick.field.type_char(letter);
            pick.selected = 0;
        }
        Screen::Note(note) => note.field.type_char(letter),
        Screen::Read(_) if letter == ' ' => return act(state, Action::PageDown),
        Screen::Lesson(_) => return lesson::update::typed(state, letter),
        Screen::Workshop(_) if letter == ' ' => return act(state, Action::Next),
        Screen::Workshop(_) => {}
        Screen::Start(_) | Screen::Map(_) if letter == ' ' => {}
        Screen::Start(_) | Screen::Read(_) | Screen::Map(_) => {
            state.history.open(Screen::search(&letter.to_string()))
        }
    }
    Vec::new()
}

fn paste(state: &mut State, text: &str) {
    state.notice = None;
    match &mut state.history.here {
        Screen::Search(search) => {
            search.field.paste(text);
            search::update::typed(search);
        }
        Screen::Pick(pick) => {
            pick.field.paste(text);
            pick.selected = 0;
        }
        Screen::Note(note) => note.field.paste(text),
        Screen::Workshop(_) => {}
        Screen::Lesson(_) => lesson::update::paste(state, text),
        Screen::Start(_) | Screen::Read(_) | Screen::Map(_) => {
            let mut search = search::Search::new("");
            search.field.paste(text);
            if !search.field.is_empty() {
                state.history.open(Screen::Search(Box::new(search)));
            }
        }
    }
}

/// Does what an action says, wherever it was called from.
pub fn act(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::Quit => return vec![Effect::Quit],
        Action::Suspend => return vec![Effect::Suspend],
        Action::Interrupt if state.interrupted => return vec![Effect::Quit],
        Action::Interrupt => {
            state.interrupted = true;
            state.notice = Some(state.lang.say(w::TUI_INTERRUPT).to_owned());
        }
        Action::Language => {
            state.lang = state.lang.other();
            state.settings.lang = Some(state.lang);
            return vec![Effect::Save(state.settings.clone())];
        }
        Action::Theme => {
            state.theme = state.theme.next();
            state.settings.theme = Some(state.theme.id().to_owned());
            let name = state.theme.say(state.lang);
            state.notice = Some(state.lang.fill(w::TUI_THEME_NOW, &[("theme", name)]));
            return vec![Effect::Save(state.settings.clone())];
        }
        Action::Mouse => {
            state.mouse = !state.mouse;
            state.settings.mouse = Some(state.mouse);
            let word = if state.mouse {
                w::TUI_MOUSE_ON
            } else {
                w::TUI_MOUSE_OFF
            };
            state.notice = Some(state.lang.say(word).to_owned());
            return vec![Effect::Mouse(state.mouse), Effect::Save(state.settings.clone())];
        }
        Action::Help => go(state, Screen::pick(PickKind::Help)),
        Action::Palette => go(state, Screen::pick(PickKind::Palette)),
        Action::Learn => go(state, Screen::pick(PickKind::Learn)),
        Action::Settings => go(state, Screen::pick(PickKind::Settings)),
        Action::Desk => go(state, Screen::read(Subject::Desk)),
        Action::Favourite | Action::Note | Action::Count | Action::Uncount | Action::Remove => {
            return desk::act(state, action);
        }
        Action::Data => go(state, Screen::read(Subject::Data)),
        Action::Words => words(state),
        Action::Workshop => workshop::update::toggle(state, layout::body(state.size)),
        Action::Map => {
            let at = comune_at_hand(state);
            go(state, Screen::map(at));
        }
        Action::Home => state.history.home(),
        Action::HistoryBack => _ = state.history.back(),
        Action::HistoryForward => _ = state.history.forward(),
        Action::Back if state.history.at_the_bottom() => {
            start::update::act(state, Action::Back);
            let quit = state
                .keymap
                .key_of(Action::Quit)
                .map_or(String::new(), |k| k.say(state.lang));
            state.notice = Some(state.lang.fill(w::TUI_HOW_TO_QUIT, &[("key", &quit)]));
        }
        _ => return here(state, action),
    }
    Vec::new()
}

/// What an action means on the screen at hand.
fn here(state: &mut State, action: Action) -> Vec<Effect> {
    let body = layout::body(state.size);
    match &state.history.here {
        Screen::Start(_) if action == Action::Back => _ = state.history.back(),
        Screen::Start(_) => start::update::act(state, action),
        Screen::Note(_) => return note::act(state, action),
        Screen::Search(_) => return search::update::act(state, action, body),
        Screen::Pick(_) => return pick::update::act(state, action, body),
        Screen::Read(_) => return read::update::act(state, action, body),
        Screen::Workshop(_) => workshop::update::act(state, action, body),
        Screen::Lesson(_) => return lesson::update::act(state, action, body),
        Screen::Map(_) => return map::update::act(state, action, body),
    }
    Vec::new()
}

/// Opens a screen, unless one stands on it already.
fn go(state: &mut State, screen: Screen) {
    let already = match (&state.history.here, &screen) {
        (Screen::Pick(here), Screen::Pick(there)) => here.kind == there.kind,
        (Screen::Read(here), Screen::Read(there)) => here.subject == there.subject,
        (Screen::Map(_), Screen::Map(_)) => true,
        _ => false,
    };
    if !already {
        state.history.open(screen);
    }
}

/// The comune of the page, or the one that was narrowed down to in a list.
fn comune_at_hand(state: &State) -> Option<ComuneCode> {
    match &state.history.here {
        Screen::Read(read) => match read.subject {
            Subject::Comune(code) => Some(code),
            _ => None,
        },
        Screen::Pick(pick) if !pick.field.is_empty() => match pick.selected_item()?.go {
            Go::Open(Subject::Comune(code)) => Some(code),
            _ => None,
        },
        _ => None,
    }
}

/// The glossary; from a sentence, at the words that it uses.
fn words(state: &mut State) {
    let mut ids = Vec::new();
    let body = layout::body(state.size);
    if let Screen::Read(read) = &state.history.here
        && let Some((_, Block::Claim { text, .. } | Block::Paragraph(text))) =
            read::layout::selected_block(read, body)
    {
        ids = pages::words_in(text, state.lang);
    }
    match ids.as_slice() {
        [only] => go(state, Screen::read(Subject::Word(only))),
        _ => go(state, Screen::pick(PickKind::Glossary)),
    }
}

fn mouse(state: &mut State, event: MouseEvent) -> Vec<Effect> {
    if !state.mouse {
        return Vec::new();
    }
    match event.kind {
        MouseEventKind::ScrollUp => here(state, Action::Up),
        MouseEventKind::ScrollDown => here(state, Action::Down),
        MouseEventKind::Down(MouseButton::Left) => {
            state.notice = None;
            match layout::target(state, Position::new(event.column, event.row)) {
                Some(target) => click(state, target),
                None => Vec::new(),
            }
        }
        _ => Vec::new(),
    }
}

fn click(state: &mut State, target: Target) -> Vec<Effect> {
    if let Target::Hint(action) = target {
        return act(state, action);
    }
    match &state.history.here {
        Screen::Start(_) => start::update::click(state, target),
        Screen::Search(_) => search::update::click(state, target),
        Screen::Pick(_) => return pick::update::click(state, target),
        Screen::Map(_) => map::update::click(state, target),
        Screen::Read(_) => read::update::click(state, target, layout::body(state.size)),
        Screen::Note(_) | Screen::Workshop(_) => {}
        Screen::Lesson(_) => lesson::update::click(state, target, layout::body(state.size)),
    }
    Vec::new()
}

/// An answer belongs to whichever screen asked for it, also when one has moved on.
fn found(state: &mut State, generation: u64, answer: Answer) {
    let mut open = None;
    for screen in state.history.all() {
        if let Screen::Search(search) = screen
            && search
                .asked
                .as_ref()
                .is_some_and(|(asked, _)| *asked == generation)
        {
            let enter = search::update::found(search, generation, answer);
            open = search.selected_row().filter(|_| enter).map(|row| row.id);
            break;
        }
    }
    if let Some(id) = open.filter(|_| matches!(state.history.here, Screen::Search(_))) {
        state.history.open(Screen::read(Subject::Project(id)));
    }
}

fn arrived(state: &mut State, subject: &Subject, sheet: Result<Sheet, String>) {
    let lang = state.lang;
    let sheet = sheet.map(Arc::new);
    for screen in state.history.all() {
        match screen {
            Screen::Read(read) if read.subject == *subject && read.asked == Some(lang) => match &sheet {
                Ok(sheet) => (read.sheet, read.failed) = (Some(Arc::clone(sheet)), None),
                Err(why) => (read.sheet, read.failed) = (None, Some(why.clone())),
            },
            Screen::Workshop(talk) if talk.subject == *subject && talk.asked == Some(lang) => match &sheet {
                Ok(sheet) => (talk.sheet, talk.failed) = (Some(Arc::clone(sheet)), None),
                Err(why) => (talk.sheet, talk.failed) = (None, Some(why.clone())),
            },
            Screen::Search(search) => {
                if let (Subject::Project(id), Ok(sheet)) = (subject, &sheet)
                    && search.preview.asked == Some((*id, lang))
                {
                    search.preview.sheet = Some((*id, Arc::clone(sheet)));
                }
            }
            _ => {}
        }
    }
}
