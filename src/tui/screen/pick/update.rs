//! Letters narrow the list, arrows walk it, Enter does what the item says.

use super::{Go, Pick, PickKind, items, view};
use crate::app::choices::narrowed;
use crate::app::{DeskAsk, Lists};
use crate::lang::Lang;
use crate::tui::action::Action;
use crate::tui::event::Effect;
use crate::tui::frame::Target;
use crate::tui::screen::Screen;
use crate::tui::state::State;
use crate::tui::then::Then;
use ratatui::layout::Rect;
use std::sync::Arc;

/// What an action does on the list.
pub fn act(pick: &mut Pick, action: Action, body: Rect) -> Then {
    match action {
        Action::Back => return Then::Back,
        Action::Open => return open(pick),
        _ if action.walks() => {
            let page = view::seen(pick, body).max(2) - 1;
            pick.selected = action.walk(pick.selected, page, pick.shown.len());
        }
        _ if pick.field.act(action) => pick.selected = 0,
        _ => {}
    }
    Then::Stay
}

fn open(pick: &Pick) -> Then {
    let Some(item) = pick.selected_item() else {
        return Then::Stay;
    };
    match (&item.to, pick.kind) {
        (Go::Do(action), PickKind::Settings) => Then::Do(*action),
        // A list of commands closes, and the command is done where one was.
        (Go::Do(Action::Help), PickKind::Help) | (Go::Do(Action::Palette), PickKind::Palette) => Then::Back,
        (Go::Do(action), _) => Then::Call(*action),
        (Go::Amend(amend), _) => {
            let (ask, lang) = (DeskAsk::Amend(pick.of.clone(), amend.clone()), pick.lang());
            Then::Leave(Some(Effect::Desk { ask, lang }))
        }
        (Go::Home(comune), _) => Then::Home(*comune),
        (go, PickKind::Palette) => Screen::of(go).map_or(Then::Stay, Then::Replace),
        (go, _) => Then::open(Screen::of(go)),
    }
}

/// What a click on a part of the list does.
pub fn click(pick: &mut Pick, target: Target) -> Then {
    match target {
        Target::Item(index) if index == pick.selected => return open(pick),
        Target::Item(index) => pick.selected = index,
        _ => {}
    }
    Then::Stay
}

/// Makes the items when language or lists changed, sifts them when the text did; asks for the page
/// that stands beside the list.
pub fn ensure(pick: &mut Pick, state: &State, body: Rect) -> Option<Effect> {
    let current =
        |(lang, lists): &(Lang, Arc<Lists>)| *lang == state.lang && Arc::ptr_eq(lists, &state.lists);
    if pick.kind == PickKind::Settings || !pick.made.as_ref().is_some_and(current) {
        pick.items = items::items(pick, state);
        pick.own = pick.items.len();
        pick.made = Some((state.lang, Arc::clone(&state.lists)));
        pick.sifted = None;
    }
    if pick.sifted.as_deref() != Some(pick.field.text()) {
        let typed = pick.field.text().to_owned();
        pick.items.truncate(pick.own);
        pick.shown = narrowed(&mut pick.items, &typed, &state.lists, state.lang).found;
        pick.sifted = Some(typed);
    }
    let page = pick.selected_page().filter(|_| body.width >= view::WIDE)?;
    let (subject, lang) = (page.clone(), state.lang);
    let asked = pick.preview.asked.replace((subject.clone(), lang));
    (asked.as_ref() != Some(&(subject.clone(), lang))).then_some(Effect::Page { subject, lang })
}
