//! ```text
//! field
//! list | what is said of the selected item (in fewer than 80 columns below the list)
//! ```

use super::{Go, Pick, PickKind};
use crate::lang::w;
use crate::tui::action::Action;
use crate::tui::frame::{Target, field};
use crate::tui::screen::read::typeset::{self, Chosen, typeset};
use crate::tui::screen::search::layout::PREVIEW;
use crate::tui::state::State;
use crate::tui::widget::{
    Canvas, but_last, fit, indent, line_at, on_line, row, scroll_to, stack, width, wrap,
};
use ratatui::layout::{Position, Rect};

/// Columns of what the keys of a group are for.
const TASK: u16 = 12;

/// From this width on the page of what is selected stands beside the list.
pub const WIDE: u16 = 150;

/// Widest text beside a list.
const WIDEST: u16 = 85;

/// Fewest rows of a narrow list below which the selected item is explained.
const SAID: u16 = 8;

struct Areas {
    field: Rect,
    list: Rect,
    says: Rect,
}

/// Where the parts of the list stand. On a wide screen the list is as wide as its names, and what is
/// said of one has a measure that the eye follows.
fn areas(pick: &Pick, body: Rect) -> Areas {
    let (field, rest) = field(body);
    let longest = pick
        .items
        .iter()
        .map(|item| width(&item.name) + width(&item.note) + 5)
        .max();
    let longest = longest.unwrap_or(0) + if pick.kind == PickKind::Help { TASK } else { 0 };
    let list = match body.width {
        110.. => longest.clamp(rest.width * 2 / 5, rest.width * 3 / 5),
        80.. => rest.width * 55 / 100,
        _ => rest.width,
    };
    let gap = if list < rest.width { 2 } else { 0 };
    if gap == 0 {
        // Of a comune no more is said than stands in its line.
        let told = !matches!(pick.kind, PickKind::Comuni | PickKind::Home) && rest.height >= SAID;
        let below = if told { (rest.height / 3).min(4) } else { 0 };
        let [list, says] = stack(rest, [rest.height - below, below]);
        return Areas { field, list, says };
    }
    Areas {
        field,
        list: Rect::new(rest.x, rest.y, list, rest.height),
        says: Rect {
            width: (rest.width - list - gap).min(WIDEST),
            ..indent(rest, list + gap)
        },
    }
}

/// The names in a list: in the help, behind what its keys are for.
fn names(pick: &Pick, list: Rect) -> Rect {
    let grouped = pick.kind == PickKind::Help && list.width > 3 * TASK + 4;
    indent(list, TASK * u16::from(grouped))
}

/// Where the list itself stands.
pub fn list(pick: &Pick, body: Rect) -> Rect {
    areas(pick, body).list
}

/// What of the list stands at a place.
pub fn target(pick: &Pick, body: Rect, at: Position) -> Option<Target> {
    let areas = areas(pick, body);
    if areas.field.contains(at) {
        return Some(Target::Field);
    }
    let line = line_at(areas.list, pick.scroll, at)?;
    (line < pick.shown.len()).then_some(Target::Item(line))
}

/// Where the terminal's cursor stands on the list.
pub fn cursor(pick: &Pick, body: Rect) -> Option<Position> {
    let areas = areas(pick, body);
    if pick.selected == 0 || pick.shown.is_empty() {
        return Some(pick.field.cursor(areas.field));
    }
    Some(on_line(names(pick, areas.list), pick.selected, pick.scroll))
}

/// Keeps what is selected on the list in sight.
pub fn settle(pick: &mut Pick, body: Rect) {
    let count = pick.shown.len();
    pick.selected = pick.selected.min(count.saturating_sub(1));
    pick.scroll = scroll_to(pick.scroll, pick.selected, seen(pick, body), count);
}

/// Lines of the list that are seen at once.
pub fn seen(pick: &Pick, body: Rect) -> usize {
    usize::from(areas(pick, body).list.height)
}

/// Draws the list.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, pick: &Pick, body: Rect) {
    let areas = areas(pick, body);
    let (theme, lang) = (canvas.theme, canvas.lang);
    let (name, hint) = (lang.say(pick.kind.title()), lang.say(w::SCREEN_PICK_EMPTY));
    canvas.named_field(areas.field, name, &pick.field, hint, theme.focus);
    if pick.shown.is_empty() {
        let line = indent(row(areas.list, 0), 2);
        canvas.text(line, lang.say(w::SCREEN_PICK_NOTHING), theme.text);
        return;
    }
    let list = but_last(areas.list);
    let names = names(pick, list);
    // The help says once in each group what its keys are for.
    let task = |i: usize| pick.items.get(*pick.shown.get(i)?)?.says.last();
    let shown = pick.shown.iter().enumerate().skip(pick.scroll);
    for (y, (i, item)) in (0..list.height).zip(shown) {
        let Some(item) = pick.items.get(*item) else {
            continue;
        };
        let line = row(names, y);
        if let Some(said) = task(i).filter(|_| names.x > list.x && (y == 0 || task(i - 1) != task(i))) {
            canvas.text(row(list, y), said, theme.heading);
        }
        let selected = i == pick.selected;
        let role = canvas.choice(line, selected, theme.text);
        let line = indent(line, 2);
        let rest = canvas.text_right(line, &item.note, if selected { role } else { theme.key });
        let sign = match &item.to {
            Go::Open(to) => state.sign(to),
            _ => String::new(),
        };
        canvas.text(but_last(rest), &format!("{sign}{}", item.name), role);
    }
    canvas.scroll_mark(areas.list, pick.scroll, seen(pick, body), pick.shown.len());
    says(canvas, state, pick, areas.says, names);
}

/// What is said of the selected item; where it goes on below, the key that opens it stands behind.
fn says(canvas: &mut Canvas<'_>, state: &State, pick: &Pick, area: Rect, seen: Rect) {
    let Some(item) = pick.selected_item() else {
        return;
    };
    let below = area.x == 0;
    let room = indent(but_last(area), 2 * u16::from(below));
    // On a wide screen the page itself stands beside the list, and below it the key for the rest.
    let opens = format!(
        "{} {}",
        canvas.glyphs.cut,
        state.keymap.say(Action::Open, canvas.lang)
    );
    let page = pick
        .preview
        .page
        .as_ref()
        .filter(|(own, _)| pick.selected_page() == Some(own));
    if let Some((_, page)) = page.filter(|_| canvas.buf.area.width >= WIDE) {
        let lines = typeset(page, room.width, PREVIEW).lines;
        let on = lines.len() > usize::from(room.height);
        let seen = usize::from(room.height).saturating_sub(usize::from(on));
        for (place, line) in room.rows().take(seen).zip(&lines) {
            typeset::draw(canvas, place, line, Chosen::Not);
        }
        canvas.text(
            row(room, room.height.saturating_sub(1)),
            if on { &opens } else { "" },
            canvas.theme.key,
        );
        return;
    }
    // The name stands in the list, and is said again only where it is cut there.
    let cut = width(&item.name) + width(&item.note) + 3 > seen.width;
    let name = Some(&item.name).filter(|_| cut);
    let top = name.map_or(0, |name| {
        canvas.paragraph(room, 0, name, canvas.theme.title) + u16::from(!below)
    });
    // The keys of an action and what it is for stand in the list too.
    let of_keys = match &item.to {
        Go::Do(_) if pick.kind != PickKind::Settings => 2,
        _ => 0,
    };
    let texts = item.says.iter().take(item.says.len().saturating_sub(of_keys));
    let texts: Vec<&str> = texts
        .map(String::as_str)
        .filter(|text| !text.is_empty())
        .collect();
    let lines = wrap(&texts.join(if below { "\n" } else { "\n\n" }), room.width);
    for (y, (i, line)) in (top..).zip(lines.iter().enumerate()) {
        let on = y + 1 == room.height && i + 1 < lines.len();
        let leads = matches!(item.to, Go::Open(_) | Go::Lesson(_));
        let end = if leads { &*opens } else { canvas.glyphs.cut };
        let fitted = fit(
            line,
            room.width.saturating_sub(if on { width(end) } else { 0 }),
            "",
        );
        let rest = canvas.text(row(room, y), &fitted, canvas.theme.text);
        canvas.text(rest, if on { end } else { "" }, canvas.theme.key);
    }
}
