//! A page with a long table on as many sheets as it takes: each bears the head of the table, and a
//! page that fits is one sheet.

use super::{Handed, colophon, layout, printable};
use crate::lang::w;
use crate::sheet::page::{Block, Page, PartId, Table};

/// The sheets of a page, in their order. Nothing of its table is left out.
pub fn pages(page: &Page, handed: Handed<'_>) -> Vec<Page> {
    let mut whole = page.clone();
    // Favourites and lists are ways on a screen; on paper they are their names.
    for block in whole.parts.iter_mut().flat_map(|part| &mut part.blocks) {
        if let Block::Link(link) = block {
            *block = Block::Paragraph(std::mem::take(&mut link.text));
        }
    }
    whole = printable(&whole);
    whole
        .parts
        .retain(|part| !part.blocks.is_empty() && part.id != PartId::Reports);
    whole.parts.push(colophon(page, handed));
    let rows = longest(&mut whole).map_or(0, |table| table.rows.len());
    if layout::fits(&whole) || rows < 2 {
        return vec![whole];
    }
    // As wide as the widest numbers that a title can have.
    let with = |from: usize, to: usize, title: &str| {
        let mut sheet = whole.clone();
        title.clone_into(&mut sheet.title);
        if let Some(table) = longest(&mut sheet) {
            table.rows.truncate(to);
            table.rows.drain(..from);
        }
        sheet
    };
    let titled = |n: usize, total: usize| {
        let (n, total) = (n.to_string(), total.to_string());
        let values = [("title", &*page.title), ("n", &n), ("total", &total)];
        page.lang.fill(w::PAPER_SHEET_OF, &values)
    };
    let mut cuts = vec![0];
    let mut from = 0;
    while from < rows {
        let fit = (from + 1..=rows)
            .take_while(|to| *to == from + 1 || layout::fits(&with(from, *to, &titled(999, 999))));
        from = fit.last().unwrap_or(rows);
        cuts.push(from);
    }
    let total = cuts.len() - 1;
    let sheet = |(n, cut): (usize, &[usize])| with(cut[0], cut[1], &titled(n, total));
    (1..).zip(cuts.windows(2)).map(sheet).collect()
}

/// The table with most rows.
fn longest(page: &mut Page) -> Option<&mut Table> {
    let blocks = page.parts.iter_mut().flat_map(|part| &mut part.blocks);
    let tables = blocks.filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.max_by_key(|table| table.rows.len())
}
