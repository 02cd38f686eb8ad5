//! ```text
//! field
//! list | what is said of the selected item (in fewer than 80 columns below the list)
//! ```

use super::{Go, Pick, PickKind};
use crate::lang::w;
use crate::tui::frame::{Target, field};
use crate::tui::state::State;
use crate::tui::widget::{Canvas, but_last, indent, line_at, on_line, row, scroll_to, stack, width};
use ratatui::layout::{Position, Rect};

/// Columns of what the keys of a group are for.
const TASK: u16 = 12;

/// Fewest rows of a narrow list below which the selected item is explained.
const SAID: u16 = 8;

struct Areas {
    field: Rect,
    list: Rect,
    says: Rect,
}

/// Where the parts of the list stand.
fn areas(pick: &Pick, body: Rect) -> Areas {
    let (field, rest) = field(body);
    let list = match body.width {
        110.. => rest.width / 2,
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
        says: Rect::new(rest.x + list + gap, rest.y, rest.width - list - gap, rest.height),
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
        // Names matter more than notes, but for keys and values.
        let notes = matches!(pick.kind, PickKind::Help | PickKind::Settings | PickKind::Palette);
        let needs = width(&item.name) + width(&item.note) + 2;
        let rest = if notes || needs <= line.width {
            canvas.text_right(line, &item.note, if selected { role } else { theme.key })
        } else {
            line
        };
        let sign = match &item.to {
            Go::Open(to) => state.sign(to),
            _ => String::new(),
        };
        canvas.text(but_last(rest), &format!("{sign}{}", item.name), role);
    }
    canvas.scroll_mark(areas.list, pick.scroll, seen(pick, body), pick.shown.len());
    says(canvas, pick, areas.says);
}

fn says(canvas: &mut Canvas<'_>, pick: &Pick, area: Rect) {
    let Some(item) = pick.selected_item() else {
        return;
    };
    let theme = canvas.theme;
    let room = but_last(area);
    let below = area.x == 0;
    let mut y = match below {
        true => 0,
        false => canvas.paragraph(room, 0, &item.name, theme.title) + 1,
    };
    for text in item.says.iter().filter(|text| !text.is_empty()) {
        y = canvas.paragraph(indent(room, 2 * u16::from(below)), y, text, theme.text) + u16::from(!below);
    }
}
