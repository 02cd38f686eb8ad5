//! Draws the first screen.

use super::layout::areas;
use super::{DOORS, Start};
use crate::lang::w;
use crate::text::number;
use crate::tui::action::Action;
use crate::tui::field::Field;
use crate::tui::state::{Archive, State};
use crate::tui::widget::{Canvas, indent, row, width, wrap};
use ratatui::layout::Rect;

/// Draws the first screen.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, start: &Start, body: Rect) {
    let areas = areas(body);
    let (theme, lang) = (canvas.theme, canvas.lang);
    canvas.text(areas.question, lang.say(w::SCREEN_START_QUESTION), theme.title);
    search_field(canvas, areas.field, &Field::default(), start.door.is_none());
    canvas.text(areas.hint, lang.say(w::SCREEN_START_HINT), theme.quiet);
    let names: Vec<&str> = DOORS.iter().map(|d| lang.say(d.name)).collect();
    let widest = names.iter().map(|n| width(n)).max().unwrap_or(0);
    let longest = DOORS.iter().map(|d| width(lang.say(d.says))).max().unwrap_or(0);
    let explained = widest + 5 + longest <= areas.doors.width;
    for (i, door) in DOORS.iter().enumerate() {
        let line = row(areas.doors, i as u16);
        let selected = start.door == Some(i);
        let role = canvas.choice(line, selected, theme.text);
        let own = if selected { role } else { theme.title };
        canvas.text(indent(line, 2), names[i], own);
        if explained {
            canvas.text(indent(line, widest + 5), lang.say(door.says), role);
        }
    }
    let below = indent(areas.dates, 2);
    let fits = |said: &String| wrap(said, below.width).len() <= usize::from(areas.dates.height);
    let said = Some(sentences(state).join("\n"))
        .filter(fits)
        .unwrap_or_else(|| short(state));
    let selected = start.door.is_some_and(|door| door >= DOORS.len());
    let role = if selected { theme.selected } else { theme.quiet };
    if selected {
        canvas.text(row(areas.dates, 0), canvas.glyphs.selected, role);
    }
    canvas.paragraph(below, 0, &said, role);
}

/// A field in a frame, or on one line behind a sign where there is little room.
pub fn search_field(canvas: &mut Canvas<'_>, area: Rect, field: &Field, focus: bool) {
    let role = if focus {
        canvas.theme.focus
    } else {
        canvas.theme.frame
    };
    let (name, hint) = [w::SCREEN_SEARCH_FIELD, w::SCREEN_SEARCH_EMPTY]
        .map(|word| canvas.lang.say(word))
        .into();
    canvas.named_field(area, name, field, hint, role);
}

/// The same in one line, for a small screen.
fn short(state: &State) -> String {
    let dates = state.overview.as_ref().and_then(|o| Some((o.oldest?, o.newest?)));
    let Some((oldest, newest)) = dates else {
        return String::new();
    };
    let (oldest, newest) = (number::date_short(oldest), number::date_short(newest));
    state
        .lang
        .fill(w::SCREEN_START_SHORT, &[("oldest", &oldest), ("newest", &newest)])
}

/// What the archive holds and how old it is.
fn sentences(state: &State) -> Vec<String> {
    let lang = state.lang;
    if let Archive::Failed(why) = &state.archive {
        return vec![lang.fill(w::SCREEN_START_FAILED, &[("why", why)])];
    }
    let Some(overview) = &state.overview else {
        return vec![lang.say(w::SCREEN_START_OPENING).to_owned()];
    };
    let count = number::count(overview.projects, lang);
    let mut out = vec![lang.fill(
        w::SCREEN_START_HOLDS,
        &[("count", &count), ("region", &overview.region_name)],
    )];
    if let (Some(oldest), Some(newest)) = (overview.oldest, overview.newest) {
        let (oldest, newest) = (number::date(oldest, lang), number::date(newest, lang));
        let key = state.keymap.say(Action::Data, lang);
        let dates = lang.fill(w::SCREEN_START_DATES, &[("oldest", &oldest), ("newest", &newest)]);
        let whence = lang.fill(w::SCREEN_START_DATA, &[("key", &key)]);
        out.push(format!("{dates} {whence}"));
    }
    out
}
