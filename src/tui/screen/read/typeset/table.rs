//! A table in lines: columns where they fit, else each row as its names and figures.

use crate::sheet::Table;
use crate::tui::widget::{width, wrap};

/// The lines of the head, none where rows are told one by one; and those of each row.
pub fn lines(table: &Table, room: u16) -> (Vec<String>, Vec<Vec<String>>) {
    let Some(columns) = table.columns(usize::from(room)) else {
        let rows = table.rows.iter().map(|row| told(&table.head, row, room));
        return (Vec::new(), rows.collect());
    };
    let rows = table.rows.iter().map(|row| columns.lines(row));
    (columns.lines(&table.head), rows.collect())
}

fn told(head: &[String], row: &[String], room: u16) -> Vec<String> {
    let mut out = Vec::new();
    for (i, (name, cell)) in head.iter().zip(row).enumerate() {
        let (text, indent) = match i {
            _ if cell.is_empty() => continue,
            0 => (cell.clone(), ""),
            _ => (format!("{name}: {cell}"), "  "),
        };
        let lines = wrap(&text, room.saturating_sub(width(indent)));
        out.extend(lines.into_iter().map(|line| format!("{indent}{line}")));
    }
    out
}
