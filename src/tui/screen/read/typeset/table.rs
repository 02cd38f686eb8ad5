//! A table in lines: columns where they fit, else each row as its names and figures.

use crate::tui::widget::{width, wrap};

const GAP: u16 = 2;

/// Width of each column, when the whole table fits.
fn columns(head: &[String], rows: &[Vec<String>], room: u16) -> Option<Vec<u16>> {
    let widest = |i: usize| {
        let cells = rows.iter().filter_map(|row| row.get(i)).chain(head.get(i));
        cells.map(|cell| width(cell)).max().unwrap_or(0)
    };
    let columns: Vec<u16> = (0..head.len()).map(widest).collect();
    let gaps = GAP * u16::try_from(head.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let all = columns
        .iter()
        .fold(gaps, |sum, column| sum.saturating_add(*column));
    (all <= room).then_some(columns)
}

/// The line of the heads; none where rows are told one by one.
pub fn head(head: &[String], rows: &[Vec<String>], right: &[bool], room: u16) -> Vec<String> {
    columns(head, rows, room).map_or_else(Vec::new, |columns| vec![line(head, &columns, right)])
}

/// The lines of a row.
pub fn row(head: &[String], rows: &[Vec<String>], right: &[bool], row: &[String], room: u16) -> Vec<String> {
    if let Some(columns) = columns(head, rows, room) {
        return vec![line(row, &columns, right)];
    }
    let mut out = Vec::new();
    for (i, (name, cell)) in head.iter().zip(row).enumerate() {
        if cell.is_empty() {
            continue;
        }
        let (text, indent) = match i {
            0 => (cell.clone(), ""),
            _ => (format!("{name}: {cell}"), "  "),
        };
        let lines = wrap(&text, room.saturating_sub(width(indent)));
        out.extend(lines.into_iter().map(|line| format!("{indent}{line}")));
    }
    out
}

fn line(cells: &[String], columns: &[u16], right: &[bool]) -> String {
    let mut out = String::new();
    for (i, (cell, column)) in cells.iter().zip(columns).enumerate() {
        let space = " ".repeat(usize::from(column.saturating_sub(width(cell))));
        if i > 0 {
            out.push_str(&" ".repeat(usize::from(GAP)));
        }
        match right.get(i) {
            Some(true) => out.extend([space.as_str(), cell]),
            _ => out.extend([cell, space.as_str()]),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_that_does_not_fit_is_told_row_by_row() {
        let strings = |cells: [&str; 2]| cells.map(String::from).to_vec();
        let (names, rows) = (strings(["Da dove", "Euro"]), vec![strings(["PNRR", "1.000"])]);
        let right = [false, true];
        assert_eq!(head(&names, &rows, &right, 20), ["Da dove   Euro"]);
        assert_eq!(row(&names, &rows, &right, &rows[0], 20), ["PNRR     1.000"]);
        assert_eq!(head(&names, &rows, &right, 12), [""; 0]);
        assert_eq!(
            row(&names, &rows, &right, &rows[0], 12),
            ["PNRR", "  Euro:", "  1.000"]
        );
    }
}
