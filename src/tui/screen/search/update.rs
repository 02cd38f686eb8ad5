//! Letters go to the field, arrows to what has the focus; what must be asked for follows from
//! what is on the screen.

use super::{FIRST_ROWS, FilterLine, Focus, Search, layout};
use crate::app::{Answer, Ask, Leads, Words};
use crate::lang::{Lang, w};
use crate::sheet::{Correction, Subject};
use crate::tui::action::Action;
use crate::tui::event::Effect;
use crate::tui::frame::Target;
use crate::tui::screen::Screen;
use crate::tui::state::State;
use crate::tui::then::Then;
use ratatui::layout::{Position, Rect};
use std::sync::Arc;

/// What an action does on the search.
pub fn act(search: &mut Search, action: Action, body: Rect) -> Then {
    match action {
        Action::Back if search.focus != Focus::Results => search.focus = Focus::Results,
        Action::Back => return Then::Back,
        Action::NextPane => search.focus = next_focus(search, body, 2),
        Action::PreviousPane => search.focus = next_focus(search, body, 0),
        Action::Filters => {
            // What has no filters, as one result, opens no empty box.
            search.focus = match search.focus {
                Focus::Filters => Focus::Results,
                _ if search.filters().next().is_none() => {
                    let lang = search.answer.as_ref().map_or(Lang::It, |(ask, _)| ask.lang);
                    return Then::Say(lang.say(w::SCREEN_SEARCH_NO_FILTERS).to_owned());
                }
                _ => Focus::Filters,
            };
        }
        Action::Sort => {
            search.sort = search.sort.next();
            search.focus = Focus::Results;
        }
        Action::Exact => exact(search),
        Action::Open if search.focus == Focus::Filters => toggle(search),
        Action::Open => return open(search),
        Action::Copy => {
            let text = match (search.selected_row(), search.page_beside()) {
                (_, Some(page)) => page.pasted(),
                (Some(row), _) => format!("{}\n{}", row.title, row.place),
                (None, _) => return Then::Stay,
            };
            return Then::Effect(Effect::Copy(text));
        }
        _ if action.walks() => step(search, action, body),
        _ if search.field.act(action) => typed(search),
        _ => {}
    }
    Then::Stay
}

/// The field changed: from here on the arrows walk the results, from the first one.
pub fn typed(search: &mut Search) {
    search.focus = Focus::Results;
    search.open_first = false;
}

fn step(search: &mut Search, action: Action, body: Rect) {
    let page = layout::seen(search, body).max(2) - 1;
    let (count, filters) = (search.choices(), search.filters().count());
    match search.focus {
        Focus::Results => {
            search.selected = action.walk(search.selected, page, count);
            search.to_end = action == Action::Last && count < search.all();
            if search.to_end {
                search.limit = search.all();
            } else if search.selected + 2 * page >= count && count >= search.limit {
                search.limit = (search.limit * 4).min(100_000);
            }
        }
        Focus::Filters => search.filter = action.walk(search.filter, page, filters),
        Focus::Preview => search.preview.scroll = action.walk(search.preview.scroll, page, usize::MAX),
    }
}

/// The pane that follows among those that can be seen.
pub fn next_focus(search: &Search, body: Rect, steps: usize) -> Focus {
    const ALL: [Focus; 3] = [Focus::Results, Focus::Filters, Focus::Preview];
    let beside = Search {
        focus: Focus::Preview,
        ..Search::default()
    };
    let is_there = |focus: &Focus| match focus {
        Focus::Results => true,
        Focus::Filters => search.filters().next().is_some(),
        Focus::Preview => !layout::areas(&beside, body).preview.is_empty(),
    };
    let there: Vec<Focus> = ALL.into_iter().filter(is_there).collect();
    let here = there.iter().position(|f| *f == search.focus).unwrap_or(0);
    there[(here + there.len() - 1 + steps) % there.len()]
}

/// Puts what was corrected in quotes, so that it is searched for as it was typed.
fn exact(search: &mut Search) {
    let Some((_, answer)) = &search.answer else {
        return;
    };
    let mut text = search.field.text().to_owned();
    for Correction { typed, .. } in &answer.corrected {
        // Of a filter the value becomes words.
        let value = typed
            .split_once([':', '='])
            .map_or(typed.as_str(), |(_, value)| value);
        let quoted = format!("\"{}\"", value.trim_matches('"'));
        if !text.contains(&quoted) {
            text = text.replacen(typed.as_str(), &quoted, 1);
        }
    }
    if text == search.field.text() {
        // The second time it takes them away again.
        text = text.replace('"', "");
    }
    if text != search.field.text() {
        search.field.set(&text);
        typed(search);
    }
}

/// Puts the selected filter in or takes it out. It is known for the text that was answered, so a
/// key that comes before the answer does nothing.
fn toggle(search: &mut Search) {
    let text = search
        .filters()
        .nth(search.filter)
        .map(|value| value.toggled.clone());
    if let Some(text) = text.filter(|_| search.is_fresh()) {
        search.field.set(&text);
    }
}

/// Opens what is selected, or waits for the answer to what is typed.
pub fn open(search: &mut Search) -> Then {
    // As other programs are left.
    if search.field.text().trim() == ":q" {
        return Then::Do(Action::Quit);
    }
    if !search.is_fresh() {
        search.open_first = true;
        return Then::Stay;
    }
    let part = search.asked_part();
    let meant = search.meant().get(search.selected);
    let (to, part) = match meant.map(|meant| meant.to.clone()) {
        Some(Some(Leads::Do(id))) => {
            let action = Action::from_id(&id).filter(|action| *action != Action::Open);
            return action.map_or(Then::Stay, Then::Do);
        }
        Some(Some(Leads::Page(to, part))) => (Some(to), part),
        Some(None) => (None, None),
        None => {
            let row = search.selected_row().map(|row| row.to.clone());
            let lead = || search.lead(search.selected).map(|(_, lead)| lead.clone());
            (row.or_else(lead), part)
        }
    };
    match to {
        Some(Subject::Search(text)) => {
            search.field.set(&text);
            typed(search);
            Then::Stay
        }
        Some(Subject::Map(code)) => Then::Open(Screen::map(Some(code))),
        to => Then::open(to.map(|subject| Screen::read_at(subject, part))),
    }
}

/// The wheel moves what stands beside the results without choosing it; false over anything else.
pub fn rolled(search: &mut Search, at: Position, body: Rect, down: bool) -> bool {
    let areas = layout::areas(search, body);
    if areas.filters.contains(at) {
        // What is selected goes along with the lines that are seen.
        let height = usize::from(layout::inner(areas.filters, body).height);
        let lines = search.filter_lines();
        let edge = search.filter_scroll + if down { height } else { 0 };
        let (before, behind) = lines.split_at(edge.min(lines.len()));
        search.filter = match down {
            true => behind.iter().find_map(FilterLine::value).unwrap_or(search.filter),
            false => before.iter().rev().find_map(FilterLine::value).unwrap_or(0),
        };
        return true;
    }
    if areas.preview.contains(at) {
        let scroll = &mut search.preview.scroll;
        *scroll = scroll.saturating_add_signed(if down { 1 } else { -1 });
        return true;
    }
    false
}

/// What a click on a part of the search does.
pub fn click(search: &mut Search, target: Target) -> Then {
    match target {
        Target::Item(index) if index == search.selected && search.focus == Focus::Results => {
            return open(search);
        }
        Target::Item(index) => (search.selected, search.focus) = (index, Focus::Results),
        Target::Filter(index) => {
            (search.filter, search.focus) = (index, Focus::Filters);
            toggle(search);
        }
        Target::Field => search.focus = Focus::Results,
        Target::Preview => search.focus = Focus::Preview,
        Target::Place(_) => {}
    }
    Then::Stay
}

/// Asks for what the screen shows and does not have yet.
pub fn ensure(search: &mut Search, body: Rect, state: &mut State) -> Vec<Effect> {
    let mut effects = Vec::new();
    let changed = |(_, asked): &(u64, Ask)| asked.text != search.field.text();
    if search.asked.as_ref().is_some_and(changed) {
        search.limit = FIRST_ROWS;
    }
    let lang = state.lang;
    let ask = Ask {
        text: search.field.text().to_owned(),
        words: Words::Typing,
        sort: search.sort,
        limit: search.limit,
        lang,
        home: state.home,
    };
    // A question that another screen overtook may have been dropped unanswered.
    let answered = search.answer.as_ref().is_some_and(|(it, _)| *it == ask);
    let stands = |(n, asked): &(u64, Ask)| *asked == ask && (answered || *n >= state.generation);
    if !search.asked.as_ref().is_some_and(stands) {
        state.generation += 1;
        let generation = state.generation;
        search.asked = Some((generation, ask.clone()));
        effects.push(Effect::Search { generation, ask });
    }
    let shown = !layout::areas(search, body).preview.is_empty();
    if let Some((subject, _)) = search.beside().filter(|_| shown)
        && search.preview.asked.replace((subject.clone(), lang)) != Some((subject.clone(), lang))
    {
        search.preview.scroll = 0;
        effects.push(Effect::Page { subject, lang });
    }
    effects
}

/// An answer arrived; a late one is dropped. Whether Enter was waiting for it.
pub fn found(search: &mut Search, generation: u64, answer: Answer) -> bool {
    let Some((_, ask)) = search.asked.as_ref().filter(|(asked, _)| *asked == generation) else {
        return false;
    };
    let same = |old: &Ask| old.text == ask.text && old.sort == ask.sort;
    let kept = match &search.answer {
        Some((old, _)) if same(old) => search.selected_row().map(|row| row.id),
        _ => None,
    };
    search.selected = match kept {
        Some(id) => {
            let at = answer.rows.iter().position(|row| row.id == id);
            at.map_or(answer.first, |at| answer.meant.len() + at)
        }
        None => answer.first,
    };
    let filter = search
        .filters()
        .nth(search.filter)
        .map(|value| value.label.clone());
    search.answer = Some((ask.clone(), Arc::new(answer)));
    if std::mem::take(&mut search.to_end) {
        search.selected = search.choices().saturating_sub(1);
    }
    // A filter that was put in moves to the top of its list, and the selection with it.
    let moved = search
        .filters()
        .position(|value| Some(&value.label) == filter.as_ref());
    search.filter = moved.unwrap_or(search.filter);
    std::mem::take(&mut search.open_first)
}
