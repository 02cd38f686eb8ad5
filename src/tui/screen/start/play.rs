//! ```text
//! question
//! field
//! hint
//!
//! doors, one a line
//!
//! the person's own comune and favourites, questions, as far as there is room
//!
//! how many, how old
//! ```

use super::{Start, offer};
use crate::app::ComuneItem;
use crate::lang::{QUESTIONS, Word, w};
use crate::sheet::{self, Subject};
use crate::text::number;
use crate::title::at_comune;
use crate::tui::action::Action;
use crate::tui::area::field_text;
use crate::tui::field::Field;
use crate::tui::frame::{Target, field};
use crate::tui::screen::Screen;
use crate::tui::screen::pick::{Go, PickKind};
use crate::tui::state::{Archive, State};
use crate::tui::then::Then;
use crate::tui::widget::{Canvas, indent, line_at, on_line, row, stack, width, wrap};
use ratatui::layout::{Margin, Position, Rect};
use std::cmp::Reverse;
use std::iter;

/// A way in for those who would rather look than search.
#[derive(Clone, Debug)]
pub struct Door {
    pub name: String,
    pub says: String,
    pub go: Go,
}

/// The four doors; then, as far as there is room, the person's own comune and favourites, the last
/// searches of the session, and questions that people ask.
pub fn doors(state: &State, body: Rect) -> Vec<Door> {
    let lang = state.lang;
    let door = |name: Word, says: Word, go: Go| Door {
        name: lang.say(name).to_owned(),
        says: lang.say(says).to_owned(),
        go,
    };
    let [comuni, measures, learn] = [PickKind::Comuni, PickKind::Measures, PickKind::Learn].map(Go::List);
    let desk = Go::Open(Subject::Desk);
    let mut out = vec![
        door(w::SCREEN_START_COMUNE, w::SCREEN_START_COMUNE_SAYS, comuni),
        door(w::SCREEN_START_MEASURES, w::SCREEN_START_MEASURES_SAYS, measures),
        door(w::SCREEN_START_LEARN, w::SCREEN_START_LEARN_SAYS, learn),
        door(w::SCREEN_START_DESK, w::SCREEN_START_DESK_SAYS, desk),
    ];
    let more = |name: &str, go: Subject| Door {
        name: state.sign(&go) + name,
        says: String::new(),
        go: Go::Open(go),
    };
    out.extend(state.first.then(|| Door {
        name: offer::says(state, areas(body, DOORS).doors.width.saturating_sub(2)),
        says: String::new(),
        go: Go::List(PickKind::Settings),
    }));
    let found = state.newer.iter();
    out.extend(found.map(|found| {
        more(
            &sheet::newer_row(found, lang),
            Subject::Newer(Box::new(found.clone())),
        )
    }));
    let mut comuni = state.lists.comuni.iter();
    let own = comuni.find(|comune| Some(comune.code) == state.home);
    out.extend(own.map(|comune| more(&comune.name, Subject::Comune(comune.code))));
    let kept = state.desk.favourites.iter().take(OWN);
    out.extend(kept.filter_map(|kept| Some(more(&kept.name, kept.to.clone()?))));
    let searched = state.searches.iter().take(OWN);
    // Said once: the next citizen need not see them.
    let key = state.keymap.say(Action::Home, lang);
    let words = iter::once(w::SCREEN_START_AGAIN_FIRST).chain(iter::repeat(w::SCREEN_START_AGAIN));
    out.extend(searched.zip(words).map(|(text, word)| {
        let name = lang.fill(word, &[("text", text), ("key", &key)]);
        more(&name, Subject::Search(text.clone()))
    }));
    out.extend(asked(state).map(|text| more(&text, Subject::Search(text.clone()))));
    let questions = QUESTIONS.iter().take(ASKED);
    out.extend(questions.map(|q| more(q.text(lang).question, Subject::Question(q.id))));
    let room = usize::from(body.height.saturating_sub(REST));
    out.truncate(DOORS + room.max(usize::from(state.first)));
    out
}

/// Questions of this archive: one each on the comuni with most projects.
fn asked(state: &State) -> impl Iterator<Item = String> {
    let mut most: Vec<&ComuneItem> = state.lists.comuni.iter().collect();
    most.sort_by_key(|comune| Reverse(comune.projects));
    let words = [
        w::SCREEN_START_ASK_WHAT,
        w::SCREEN_START_ASK_MONEY,
        w::SCREEN_START_ASK_SCHOOL,
        w::SCREEN_START_ASK_HOMES,
        w::SCREEN_START_ASK_NURSERY,
    ];
    let lang = state.lang;
    words.into_iter().zip(most).map(move |(word, comune)| {
        let values = [("at", &*at_comune(&comune.name, lang)), ("name", &comune.name)];
        lang.fill(word, &values)
    })
}

/// The doors that are always there; favourites and questions below them at most.
const DOORS: usize = 4;
const OWN: usize = 3;
const ASKED: usize = 5;

/// Rows of all but what is more than the doors: below them, above the line on the data.
const REST: u16 = 18;

/// From this height on the first screen does not begin at its top.
const HIGH: u16 = 36;

/// The row of a door among them: what is more stands one line apart.
fn row_of(door: usize) -> u16 {
    u16::try_from(door + usize::from(door >= DOORS)).unwrap_or(u16::MAX)
}

/// Where a door leads; below the doors is the line on how old the data are.
fn leads(doors: &[Door], index: usize) -> Option<Screen> {
    let go = doors.get(index).map(|door| &door.go);
    Screen::of(go.unwrap_or(&Go::Open(Subject::Data)))
}

struct Areas {
    question: Rect,
    field: Rect,
    hint: Rect,
    doors: Rect,
    dates: Rect,
}

/// Where the parts of the first screen stand.
fn areas(body: Rect, doors: usize) -> Areas {
    let roomy = u16::from(body.height >= 16);
    let side = match body.width {
        100.. => (body.width - 84) / 2,
        _ => 2,
    };
    let tall = field(body).0.height;
    let count = row_of(doors.max(1) - 1) + 1;
    let apart = u16::from(body.height > count + tall + 4);
    let column = body.inner(Margin::new(side, 0));
    // On a high screen what is said stands in its middle third.
    let used = 2 * roomy + 4 + tall + count + apart;
    let top = roomy + body.height.saturating_sub(used) / 3 * u16::from(body.height >= HIGH);
    // In the smallest window the doors need the empty line.
    let gap = u16::from(body.height > count + 2);
    let rows = [top, 1, tall, roomy, gap, count, apart, body.height];
    let [_, question, field, hint, _, doors, _, dates] = stack(column, rows);
    Areas {
        question,
        field,
        hint,
        doors,
        dates,
    }
}

/// What of the first screen stands at a place.
pub fn target(doors: &[Door], body: Rect, at: Position) -> Option<Target> {
    let areas = areas(body, doors.len());
    if areas.field.contains(at) {
        return Some(Target::Field);
    }
    if areas.dates.contains(at) {
        return Some(Target::Item(doors.len()));
    }
    let line = line_at(areas.doors, 0, at)?;
    let door = (0..doors.len()).find(|door| usize::from(row_of(*door)) == line);
    door.map(Target::Item)
}

/// Where the terminal's cursor stands on the first screen.
pub fn cursor(start: &Start, doors: &[Door], body: Rect) -> Option<Position> {
    let areas = areas(body, doors.len());
    Some(match start.door {
        None => field_text(areas.field).as_position(),
        Some(door) if door >= doors.len() && areas.dates.height > 0 => areas.dates.as_position(),
        Some(door) => on_line(areas.doors, usize::from(row_of(door)), 0),
    })
}

/// What an action does on the first screen.
pub fn act(start: &mut Start, action: Action, doors: &[Door], body: Rect) -> Then {
    // The line on the data can be chosen where it is seen.
    let last = doors.len() - usize::from(areas(body, doors.len()).dates.height == 0);
    start.door = match (action, start.door) {
        (Action::Open, None) => return Then::Open(Screen::search("")),
        (Action::Open, Some(at)) => return Then::open(leads(doors, at)),
        (Action::Up, Some(n)) if n > 0 => Some(n.min(last + 1) - 1),
        (Action::Up | Action::PageUp | Action::First | Action::Back, _) => None,
        (Action::Down, door) => Some(door.map_or(0, |n| (n + 1).min(last))),
        (Action::PageDown | Action::Last, _) => Some(last),
        (_, door) => door,
    };
    Then::Stay
}

/// What a click on a part of the first screen does.
pub fn click(start: &mut Start, target: Target, doors: &[Door]) -> Then {
    match target {
        Target::Item(at) => Then::open(leads(doors, at)),
        _ => {
            start.door = None;
            Then::Stay
        }
    }
}

/// Draws the first screen.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, start: &Start, body: Rect) {
    let doors = doors(state, body);
    let areas = areas(body, doors.len());
    let (theme, lang) = (canvas.theme, canvas.lang);
    canvas.text(areas.question, lang.say(w::SCREEN_START_QUESTION), theme.title);
    search_field(canvas, areas.field, &Field::default(), start.door.is_none());
    canvas.text(areas.hint, lang.say(w::SCREEN_START_HINT), theme.quiet);
    let named = || doors.iter().take(DOORS);
    let widest = named().map(|door| width(&door.name)).max().unwrap_or(0);
    let longest = named().map(|door| width(&door.says)).max().unwrap_or(0);
    let explained = widest + 5 + longest <= areas.doors.width;
    for (i, door) in doors.iter().enumerate() {
        let line = row(areas.doors, row_of(i));
        let selected = start.door == Some(i);
        let role = canvas.choice(line, selected, theme.text);
        let own = match selected || i >= DOORS {
            true => role,
            false => theme.title,
        };
        canvas.text(indent(line, 2), &door.name, own);
        if explained {
            canvas.text(indent(line, widest + 5), &door.says, role);
        }
    }
    let below = indent(areas.dates, 2);
    let fits = |said: &String| wrap(said, below.width).len() <= usize::from(areas.dates.height);
    let whole = Some(sentences(state).join("\n")).filter(fits);
    let said = whole.unwrap_or_else(|| short(state));
    let selected = start.door.is_some_and(|door| door >= doors.len());
    let role = canvas.choice(row(areas.dates, 0), selected, theme.quiet);
    canvas.paragraph(below, 0, &said, role);
}

/// A field in a frame, or on one line behind a sign where there is little room.
pub fn search_field(canvas: &mut Canvas<'_>, area: Rect, field: &Field, focus: bool) {
    let role = match focus {
        true => canvas.theme.focus,
        false => canvas.theme.frame,
    };
    let [name, hint] = [w::SCREEN_SEARCH_FIELD, w::SCREEN_SEARCH_EMPTY].map(|word| canvas.lang.say(word));
    canvas.named_field(area, name, field, hint, role);
}

/// The same in one line, for a small screen.
fn short(state: &State) -> String {
    let say = |[oldest, newest]: [String; 2]| {
        let values = [("oldest", oldest.as_str()), ("newest", &newest)];
        state.lang.fill(w::SCREEN_START_SHORT, &values)
    };
    state.dates().map_or_else(String::new, say)
}

/// What the archive holds and how old it is.
fn sentences(state: &State) -> Vec<String> {
    let lang = state.lang;
    let known = state
        .overview
        .as_ref()
        .filter(|_| !matches!(state.archive, Archive::Failed(_)));
    let Some(overview) = known else {
        let opening = w::SCREEN_START_OPENING;
        return vec![state.archive.say(lang, opening, opening)];
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
