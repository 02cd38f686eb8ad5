//! Draws a list and what is said of its selected item.

use super::layout::areas;
use super::{Pick, PickKind};
use crate::lang::w;
use crate::tui::widget::{Canvas, but_last, indent, row, width};
use ratatui::layout::Rect;

/// Draws the list.
pub fn draw(canvas: &mut Canvas<'_>, pick: &Pick, body: Rect) {
    let areas = areas(body);
    let (theme, lang) = (canvas.theme, canvas.lang);
    let (name, hint) = (lang.say(pick.kind.title()), lang.say(w::SCREEN_PICK_EMPTY));
    canvas.named_field(areas.field, name, &pick.field, hint, theme.focus);
    if pick.shown.is_empty() {
        let line = indent(row(areas.list, 0), 2);
        canvas.text(line, lang.say(w::SCREEN_PICK_NOTHING), theme.text);
        return;
    }
    let list = but_last(areas.list);
    let shown = pick.shown.iter().enumerate().skip(pick.scroll);
    for (y, (i, item)) in (0..list.height).zip(shown) {
        let Some(item) = pick.items.get(*item) else {
            continue;
        };
        let line = row(list, y);
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
        canvas.text(but_last(rest), &item.name, role);
    }
    let seen = usize::from(list.height);
    canvas.scroll_mark(areas.list, pick.scroll, seen, pick.shown.len());
    says(canvas, pick, areas.says);
}

fn says(canvas: &mut Canvas<'_>, pick: &Pick, area: Rect) {
    let Some(item) = pick.selected_item() else {
        return;
    };
    let theme = canvas.theme;
    let room = but_last(area);
    let mut y = canvas.paragraph(room, 0, &item.name, theme.title);
    for text in item.says.iter().filter(|text| !text.is_empty()) {
        y = canvas.paragraph(room, y + 1, text, theme.text);
    }
}
