//! Draws a list and what is said of its selected item.

use super::layout::areas;
use super::{Pick, PickKind};
use crate::lang::w;
use crate::tui::frame::field_text;
use crate::tui::widget::{Canvas, indent, row, width, wrap};
use ratatui::layout::Rect;

/// Draws the list.
pub fn draw(canvas: &mut Canvas<'_>, pick: &Pick, body: Rect) {
    let areas = areas(body);
    let (theme, lang) = (canvas.theme, canvas.lang);
    if areas.field.height >= 3 {
        canvas.frame(areas.field, lang.say(pick.kind.title()), theme.focus);
    } else {
        canvas.text(areas.field, ">", theme.focus);
    }
    canvas.field(
        field_text(areas.field),
        &pick.field,
        lang.say(w::SCREEN_PICK_EMPTY),
    );
    if pick.shown.is_empty() {
        canvas.text(
            indent(row(areas.list, 0), 2),
            lang.say(w::SCREEN_PICK_NOTHING),
            theme.text,
        );
        return;
    }
    let list = Rect::new(
        areas.list.x,
        areas.list.y,
        areas.list.width.saturating_sub(1),
        areas.list.height,
    );
    let shown = pick.shown.iter().enumerate().skip(pick.scroll);
    for (y, (i, item)) in (0..list.height).zip(shown) {
        let Some(item) = pick.items.get(*item) else {
            continue;
        };
        let line = row(list, y);
        let selected = i == pick.selected;
        let role = if selected { theme.selected } else { theme.text };
        if selected {
            canvas.fill(line, role);
            canvas.text(line, canvas.glyphs.selected, role);
        }
        let line = indent(line, 2);
        // Names matter more than notes, but for keys and values.
        let notes = matches!(pick.kind, PickKind::Help | PickKind::Settings | PickKind::Palette);
        let needs = width(&item.name) + width(&item.note) + 2;
        let rest = if notes || needs <= line.width {
            canvas.text_right(line, &item.note, if selected { role } else { theme.key })
        } else {
            line
        };
        let room = Rect::new(rest.x, rest.y, rest.width.saturating_sub(1), rest.height);
        canvas.text(room, &item.name, role);
    }
    canvas.scroll_mark(
        areas.list,
        pick.scroll,
        usize::from(list.height),
        pick.shown.len(),
    );
    says(canvas, pick, areas.says);
}

fn says(canvas: &mut Canvas<'_>, pick: &Pick, area: Rect) {
    let Some(item) = pick.selected_item() else {
        return;
    };
    let theme = canvas.theme;
    let mut y = 0;
    let room = area.width.saturating_sub(1);
    for line in wrap(&item.name, room) {
        canvas.text(row(area, y), &line, theme.title);
        y += 1;
    }
    for text in item.says.iter().filter(|t| !t.is_empty()) {
        y += 1;
        for line in wrap(text, room) {
            canvas.text(row(area, y), &line, theme.text);
            y += 1;
        }
    }
}
