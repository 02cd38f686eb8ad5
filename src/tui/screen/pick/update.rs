//! Letters narrow the list, arrows walk it, Enter does what the item says.

use super::{Go, PickKind, Toggle, items, layout, sift};
use crate::tui::action::Action;
use crate::tui::event::Effect;
use crate::tui::frame::Target;
use crate::tui::glyphs::GlyphSet;
use crate::tui::screen::Screen;
use crate::tui::state::State;
use crate::tui::walk::walk;
use ratatui::layout::Rect;
use std::sync::Arc;

/// What an action does on the list.
pub fn act(state: &mut State, action: Action, body: Rect) -> Vec<Effect> {
    use Action::{Down, First, Last, PageDown, PageUp, Up};
    let Screen::Pick(pick) = &mut state.history.here else {
        return Vec::new();
    };
    match action {
        Action::Back => _ = state.history.back(),
        Action::Open => return open(state),
        Up | Down | PageUp | PageDown | First | Last => {
            let page = usize::from(layout::areas(body).list.height).max(2) - 1;
            pick.selected = walk(pick.selected, action, page, pick.shown.len());
        }
        _ => {
            if pick.field.act(action) {
                pick.selected = 0;
            }
        }
    }
    Vec::new()
}

fn open(state: &mut State) -> Vec<Effect> {
    let Screen::Pick(pick) = &state.history.here else {
        return Vec::new();
    };
    let Some(go) = pick.selected_item().map(|item| item.go.clone()) else {
        return Vec::new();
    };
    let passing = matches!(pick.kind, PickKind::Palette);
    match go {
        Go::Do(action) => {
            // The list of commands closes, and the command is done where one was.
            let own = matches!(
                (pick.kind, action),
                (PickKind::Help, Action::Help) | (PickKind::Palette, Action::Palette)
            );
            state.history.back();
            state.called = Some(action).filter(|_| !own);
        }
        Go::Toggle(toggle) => return toggled(state, toggle),
        Go::Home(comune) => {
            state.home = comune;
            state.settings.comune = comune.map(|code| code.to_string());
            state.history.back();
            return vec![Effect::Save(state.settings.clone())];
        }
        Go::Open(_) | Go::List(_) | Go::Lesson(_) => {}
    }
    if let Some(screen) = Screen::of(&go) {
        if passing {
            state.history.replace(screen);
        } else {
            state.history.open(screen);
        }
    }
    Vec::new()
}

fn toggled(state: &mut State, toggle: Toggle) -> Vec<Effect> {
    match toggle {
        Toggle::Language => state.called = Some(Action::Language),
        Toggle::Theme => state.called = Some(Action::Theme),
        Toggle::Mouse => state.called = Some(Action::Mouse),
        Toggle::Glyphs => {
            state.glyphs = match state.glyphs {
                GlyphSet::Unicode => GlyphSet::Ascii,
                GlyphSet::Ascii => GlyphSet::Unicode,
            };
            state.settings.glyphs = Some(state.glyphs.id().to_owned());
            return vec![Effect::Save(state.settings.clone())];
        }
    }
    Vec::new()
}

/// What a click on a part of the list does.
pub fn click(state: &mut State, target: Target) -> Vec<Effect> {
    let Screen::Pick(pick) = &mut state.history.here else {
        return Vec::new();
    };
    match target {
        Target::Item(index) if index == pick.selected => open(state),
        Target::Item(index) => {
            pick.selected = index;
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// Makes the items when language or lists changed, sifts them when the text did.
pub fn ensure(state: &mut State) {
    let Screen::Pick(pick) = &state.history.here else {
        return;
    };
    let current =
        |(lang, lists): &(crate::lang::Lang, Arc<_>)| *lang == state.lang && Arc::ptr_eq(lists, &state.lists);
    let live = pick.kind == PickKind::Settings;
    let made = (live || !pick.made.as_ref().is_some_and(current)).then(|| items::items(pick.kind, state));
    let (lang, lists) = (state.lang, Arc::clone(&state.lists));
    let Screen::Pick(pick) = &mut state.history.here else {
        return;
    };
    if let Some(made) = made {
        pick.own = made.len();
        pick.items = made;
        pick.made = Some((lang, Arc::clone(&lists)));
        pick.sifted = None;
    }
    if pick.sifted.as_deref() != Some(pick.field.text()) {
        let typed = pick.field.text().to_owned();
        pick.items.truncate(pick.own);
        pick.shown = sift::sift(&mut pick.items, &typed, &lists, lang);
        pick.sifted = Some(typed);
    }
}
