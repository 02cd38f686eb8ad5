//! The projects gathered for one citizen: marked on any screen, walked, shown, kept under a name.

use super::action::Action;
use super::dispatch;
use super::event::Effect;
use super::frame;
use super::screen::note::Note;
use super::screen::pick::Go;
use super::screen::{Screen, read, start};
use super::state::State;
use crate::desk::Gathered;
use crate::lang::w;
use crate::model::ProjectId;
use crate::sheet::Subject;

/// The list whose page is at hand.
fn list(state: &State) -> Option<&Gathered> {
    match &state.history.here {
        Screen::Read(read) => match &read.subject {
            Subject::Gathered(list) => Some(list),
            _ => None,
        },
        _ => None,
    }
}

/// The project at hand: the page, the result that is selected, the one that a row of a page or of a
/// list leads to.
fn project(state: &State) -> Option<ProjectId> {
    let body = frame::body(state.size);
    let opens = |go: &Go| match go {
        Go::Open(subject) => Some(subject.clone()),
        _ => None,
    };
    let subject = match &state.history.here {
        Screen::Search(search) => search.selected_row()?.to.clone(),
        Screen::Read(read) if !matches!(read.subject, Subject::Project(_)) => {
            let (at, _) = read::layout::selected_block(read, body)?;
            return read.page.as_ref()?.project_at(at);
        }
        Screen::Pick(pick) => opens(&pick.selected_item()?.to)?,
        Screen::Start(start) => opens(&start::play::doors(state, body).get(start.door?)?.go)?,
        _ => dispatch::subject(state)?,
    };
    match subject {
        Subject::Project(id) => Some(id),
        _ => None,
    }
}

/// Whether an action's key is worth a word at the bottom of the screen.
pub fn useful(state: &State, action: Action) -> bool {
    match action {
        Action::Gather => {
            use Screen::{Pick, Read, Search, Start};
            let lists = matches!(state.history.here, Read(_) | Search(_) | Pick(_) | Start(_));
            lists && project(state).is_some()
        }
        Action::Gathered => !state.gathered.is_empty() && list(state).is_none(),
        _ => list(state).is_some_and(|list| !list.is_empty()),
    }
}

/// At the top: that the project at hand is one of them, and how many there are.
pub fn marks(state: &State) -> impl Iterator<Item = String> {
    let here = match &state.history.here {
        Screen::Read(read) => &read.subject,
        _ => &Subject::Desk,
    };
    let own = matches!(here, Subject::Project(id) if state.gathered.has(*id));
    let own = own.then(|| state.lang.say(w::GATHERED_IS).to_owned());
    own.into_iter().chain(state.gathered.counted(state.lang))
}

/// What an action does with the list; nothing where it is none of its own.
pub fn act(state: &mut State, action: Action) -> Option<Vec<Effect>> {
    let lang = state.lang;
    match (action, list(state).cloned()) {
        (Action::Gather, Some(list)) if list != state.gathered && !list.is_empty() => {
            let title = list.title(lang);
            state.gathered = list;
            state.notice = Some(lang.fill(w::GATHERED_RESUMED, &[("title", &title)]));
        }
        (Action::Gather, _) | (Action::Remove, Some(_)) => mark(state),
        (Action::GatheredNext | Action::GatheredPrevious, _) => walk(state, action == Action::GatheredNext),
        (Action::GatheredEmpty, _) => {
            state.gathered = Gathered::default();
            shown_anew(state);
            state.notice = Some(lang.say(w::GATHERED_EMPTIED).to_owned());
        }
        (Action::Favourite | Action::Note, Some(list)) if !list.is_empty() => {
            let note = Note::of_list(list, lang);
            state.history.open(Screen::Note(Box::new(note)));
        }
        (Action::Export, Some(list)) if !list.is_empty() => return Some(vec![Effect::Export { list, lang }]),
        _ => return None,
    }
    Some(Vec::new())
}

fn mark(state: &mut State) {
    let says = match project(state) {
        Some(id) => {
            let marked = state.gathered.mark(id);
            shown_anew(state);
            state.gathered.say(marked, state.lang)
        }
        None => state.lang.say(w::GATHERED_WHERE).to_owned(),
    };
    state.notice = Some(says);
}

/// Where the page of the list stands it is made anew, with the selection where it was.
pub fn shown_anew(state: &mut State) {
    let page = Subject::Gathered(state.gathered.clone());
    if let Screen::Read(read) = &mut state.history.here
        && matches!(read.subject, Subject::Gathered(_))
    {
        let selected = read.selected;
        **read = read::Read::new(page);
        read.selected = selected;
    }
}

/// To the next project of the list: in the place of the one at hand, if that is one of them.
fn walk(state: &mut State, after: bool) {
    let lang = state.lang;
    let here = project(state).filter(|_| list(state).is_none());
    let inside = here.is_some_and(|id| state.gathered.has(id));
    match state.gathered.beside(here, after) {
        Some(next) => {
            let page = Screen::read(Subject::Project(next));
            match (&state.history.here, inside) {
                (Screen::Read(_), true) => state.history.replace(page),
                _ => state.history.open(page),
            }
        }
        None if state.gathered.is_empty() => {
            let key = state.keymap.say(Action::Gather, lang);
            state.notice = Some(lang.fill(w::GATHERED_NONE, &[("key", &key)]));
        }
        None => {
            let word = [w::GATHERED_FIRST, w::GATHERED_LAST][usize::from(after)];
            state.notice = Some(lang.say(word).to_owned());
        }
    }
}
