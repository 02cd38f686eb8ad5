//! What each action does; what it means on one screen only, that screen decides.

use super::chosen;
use crate::app::DeskAsk;
use crate::desk::Gathered;
use crate::desk::hand::Way;
use crate::lang::w;
use crate::model::ComuneCode;
use crate::sheet::{Block, Subject, words_in};
use crate::tui::action::Action;
use crate::tui::desk;
use crate::tui::dispatch;
use crate::tui::event::Effect;
use crate::tui::field::request;
use crate::tui::frame;
use crate::tui::gather;
use crate::tui::hints;
use crate::tui::screen::code::Code;
use crate::tui::screen::pick::{Pick, PickKind};
use crate::tui::screen::search::Focus;
use crate::tui::screen::{Screen, read, search, workshop};
use crate::tui::state::State;

/// Does what an action says, wherever it was called from. What leaves no trace is told; who comes
/// back to a search can type another at once.
pub fn act(state: &mut State, action: Action) -> Vec<Effect> {
    let before = state.history.here.mark();
    let effects = does(state, action);
    let silent = effects.is_empty() && state.notice.is_none() && state.called.is_none() && !moves(action);
    if silent && state.history.here.mark() == before {
        state.notice = Some(no_meaning(state, &state.keymap.say(action, state.lang)));
    }
    if matches!(action, Action::Back | Action::HistoryBack)
        && let Screen::Search(search) = &mut state.history.here
        && search.focus == Focus::Results
    {
        search.field.choose();
    }
    effects
}

/// Whether it moves what is selected, the cursor or what is deleted before it: at an end these stand
/// still without a word, for whoever holds the key down.
pub fn moves(action: Action) -> bool {
    action.walks() || matches!(action, Action::West | Action::East) || request(action).is_some()
}

fn does(state: &mut State, action: Action) -> Vec<Effect> {
    let asked = std::mem::take(&mut state.interrupted);
    let mut next = Vec::new();
    if let Some(effects) = chosen::act(state, action).or_else(|| gather::act(state, action)) {
        return effects;
    }
    match action {
        Action::Quit | Action::Back | Action::Home | Action::HistoryBack if !asked && is_noting(state) => {
            state.interrupted = true;
            let [key, save] = [action, Action::SaveNote].map(|of| state.keymap.say(of, state.lang));
            let values = [("key", &*key), ("save", &save)];
            state.notice = Some(state.lang.fill(w::TUI_UNSAVED, &values));
        }
        Action::Quit => return vec![Effect::Quit],
        Action::Suspend => return vec![Effect::Suspend],
        Action::Interrupt if asked => return vec![Effect::Quit],
        Action::Interrupt => {
            state.interrupted = true;
            state.notice = Some(state.lang.say(w::TUI_INTERRUPT).to_owned());
        }
        Action::Help => {
            let mut help = Pick::new(PickKind::Help);
            help.asked_in = dispatch::contexts(state);
            go(state, Screen::Pick(Box::new(help)));
        }
        Action::Palette => {
            let mut palette = Pick::new(PickKind::Palette);
            // The map opens from everywhere; who is at the list of commands needs neither it nor a
            // second way out.
            let own =
                |action: &Action| !moves(*action) && !matches!(action, Action::Palette | Action::Interrupt);
            palette.can = hints::can(state).chain([Action::Map]).filter(own).collect();
            go(state, Screen::Pick(Box::new(palette)));
        }
        Action::Learn => go(state, Screen::pick(PickKind::Learn)),
        Action::Settings => go(state, Screen::pick(PickKind::Settings)),
        Action::Gathered => {
            let list = state.gathered.clone();
            go(state, Screen::read(Subject::Gathered(list)));
        }
        Action::Desk => go(state, Screen::read(Subject::Desk)),
        Action::Favourite | Action::Note | Action::Count | Action::Uncount | Action::Remove => {
            return desk::act(state, action);
        }
        Action::Data => go(state, Screen::read(Subject::Data)),
        Action::News => go(state, Screen::read(Subject::News)),
        Action::Print => return print(state),
        Action::OpenSheet => return hand(state, Way::Open),
        Action::PrintSheet => return hand(state, Way::Print),
        Action::Words => words(state),
        Action::Code => code(state),
        Action::Workshop => talk(state),
        Action::Map => {
            let at = comune_at_hand(state);
            go(state, Screen::map(at));
        }
        Action::Home => {
            state.history.home();
            state.searches.clear();
            state.gathered = Gathered::default();
            state.printed = None;
            let (ask, lang) = (DeskAsk::Next, state.lang);
            next = vec![Effect::Desk { ask, lang }];
            state.notice = Some(state.lang.say(w::TUI_AT_HOME).to_owned());
        }
        Action::HistoryBack if !state.history.back() => {
            state.notice = Some(state.lang.say(w::TUI_NO_PLACE_BEFORE).to_owned());
        }
        Action::HistoryForward if !state.history.forward() => {
            state.notice = Some(state.lang.say(w::TUI_NO_PLACE_AFTER).to_owned());
        }
        Action::HistoryBack | Action::HistoryForward => {}
        Action::Earlier | Action::Later => recall(state, action),
        Action::Back if state.history.at_the_bottom() => {
            state.history.here = Screen::default();
            let quit = state.keymap.say(Action::Quit, state.lang);
            state.notice = Some(state.lang.fill(w::TUI_HOW_TO_QUIT, &[("key", &quit)]));
        }
        Action::Request => {
            let mut kinds = Pick::new(PickKind::Request);
            kinds.of = desk::subject(state);
            go(state, Screen::Pick(Box::new(kinds)));
        }
        _ => return dispatch::act(state, action),
    }
    next
}

/// Whether a note is being written, and is not what was kept.
fn is_noting(state: &State) -> bool {
    matches!(&state.history.here, Screen::Note(note) if note.field.text() != note.kept)
}

/// Takes up a search of before, or one after it.
fn recall(state: &mut State, action: Action) {
    let here = state.searched().unwrap_or_default().to_owned();
    if !here.is_empty() && !state.searches.contains(&here) {
        state.remember(here.clone());
    }
    let at = state.searches.iter().position(|text| *text == here);
    let (next, none) = match action {
        Action::Earlier => (Some(at.map_or(0, |at| at + 1)), w::TUI_NO_SEARCH_BEFORE),
        _ => (at.and_then(|at| at.checked_sub(1)), w::TUI_NO_SEARCH_AFTER),
    };
    let Some(text) = next.and_then(|next| state.searches.get(next)).cloned() else {
        state.notice = Some(state.lang.say(none).to_owned());
        return;
    };
    match &mut state.history.here {
        Screen::Search(search) => {
            search.field.set(&text);
            search::update::typed(search);
        }
        _ => state.history.open(Screen::search(&text)),
    }
}

/// A key that has no meaning here says so, and where all that have one stand.
pub fn no_meaning(state: &State, key: &str) -> String {
    let help = state.keymap.say(Action::Help, state.lang);
    let values = [("key", key), ("help", help.as_str())];
    state.lang.fill(w::TUI_NO_MEANING, &values)
}

/// Opens a screen; where one stands on it already, the same key leads back.
fn go(state: &mut State, screen: Screen) {
    let already = match (&state.history.here, &screen) {
        (Screen::Pick(here), Screen::Pick(there)) => here.kind == there.kind,
        (Screen::Read(here), Screen::Read(there)) => here.subject == there.subject,
        (Screen::Map(_), Screen::Map(_)) => true,
        _ => false,
    };
    match already {
        true => _ = state.history.back(),
        false => state.history.open(screen),
    }
}

/// The sheet to take home of the page at hand.
fn print(state: &mut State) -> Vec<Effect> {
    let Some(subject) = dispatch::subject(state).filter(Subject::can_be_printed) else {
        state.notice = Some(state.lang.say(w::PAPER_NO_PAGE).to_owned());
        return Vec::new();
    };
    let (lang, desk) = (state.lang, state.settings.desk.clone());
    vec![Effect::Print { subject, lang, desk }]
}

/// The sheet that was written last, to the system; never before it is asked for.
fn hand(state: &mut State, way: Way) -> Vec<Effect> {
    if let Some(file) = &state.printed {
        return vec![Effect::Hand(way, file.clone())];
    }
    let key = state.keymap.say(Action::Print, state.lang);
    state.notice = Some(state.lang.fill(w::PAPER_NONE_WRITTEN, &[("key", &key)]));
    Vec::new()
}

/// From a page to its talk, at the question that was being read; from the talk back.
fn talk(state: &mut State) {
    let talk = match &state.history.here {
        Screen::Workshop(_) => {
            state.history.back();
            return;
        }
        Screen::Read(read) => workshop::play::of(read, frame::body(state.size)),
        _ => None,
    };
    match talk {
        Some(talk) => state.history.open(Screen::Workshop(Box::new(talk))),
        None => state.notice = Some(state.lang.say(w::SCREEN_WORKSHOP_WHERE).to_owned()),
    }
}

/// The code to photograph of the page that is read; the same key leads back.
fn code(state: &mut State) {
    let code = match &state.history.here {
        Screen::Code(_) => {
            state.history.back();
            return;
        }
        Screen::Read(read) if read.subject.is_for_a_citizen() => Code::of(read),
        _ => None,
    };
    match code {
        Some(code) => state.history.open(Screen::Code(Box::new(code))),
        None => state.notice = Some(state.lang.say(w::PAPER_NO_PAGE).to_owned()),
    }
}

/// The comune of the page or of the chosen project, or the one that was narrowed down to in a list.
fn comune_at_hand(state: &State) -> Option<ComuneCode> {
    let here = &state.history.here;
    if let Screen::Search(search) = here {
        return match search.beside()?.0 {
            Subject::Comune(code) => Some(code),
            _ => search.page_beside()?.comune(),
        };
    }
    match (dispatch::subject(state)?, here) {
        (_, Screen::Pick(pick)) if pick.field.is_empty() => None,
        (Subject::Comune(code), _) => Some(code),
        (_, Screen::Read(read)) => read.page.as_ref()?.comune(),
        _ => None,
    }
}

/// The glossary; from a sentence, at the words that it uses.
fn words(state: &mut State) {
    let mut ids = Vec::new();
    let body = frame::body(state.size);
    if let Screen::Read(read) = &state.history.here
        && let Some((_, block)) = read::layout::selected_block(read, body)
    {
        let text = match block {
            Block::Claim(told) => told.claim.text.as_str(),
            Block::Paragraph(text) => text,
            _ => "",
        };
        ids = words_in(text, state.lang);
    }
    match ids.as_slice() {
        [only] => go(state, Screen::read(Subject::Word(only))),
        _ => go(state, Screen::pick(PickKind::Glossary)),
    }
}
