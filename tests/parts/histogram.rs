//! Projects by size.

use crate::support::{buffer, holds, lines};
use ratatui::style::Modifier;
use sportello::lang::Lang;
use sportello::model::Cents;
use sportello::sheet::picture::Sizes;
use sportello::tui::widget::Look;
use sportello::tui::widget::histogram::{draw, height, table};

fn histogram() -> Sizes {
    Sizes {
        counts: [41, 1_312, 2_490, 711, 0],
        unknown: 3_800,
        current: Some(Cents(34_000_000)),
    }
}

fn shown(columns: u16, ascii: bool, lang: Lang) -> Vec<String> {
    let look = Look::plain(lang, ascii);
    let histogram = histogram();
    lines(columns, height(&histogram) as u16, |area, buf| {
        draw(&histogram, area, buf, &look)
    })
}

#[test]
fn forty_columns() {
    let wanted = [
        "  sotto 10 mila    ▏                  41",
        "  10 - 100 mila    █████▏          1.312",
        "▸ 100 mila - 1 mln █████████▉      2.490",
        "  1 - 10 mln       ██▊               711",
        "  da 10 mln in su                      0",
        "  senza importo    ███████████████ 3.800",
        "▸ qui c'è questo progetto",
    ];
    assert_eq!(shown(40, false, Lang::It), wanted);
}

#[test]
fn eighty_columns_in_ascii_and_a_hundred_and_twenty() {
    let found = shown(80, true, Lang::En);
    assert_eq!(
        found[1].trim_start_matches("  10 - 100K   "),
        format!("{:61}1,312", "#".repeat(21))
    );
    assert_eq!(found[6], "> this project is here");
    let found = shown(120, false, Lang::It);
    assert!(found[5].contains(&"█".repeat(90)) && found[5].ends_with(" 3.800"));
}

#[test]
fn the_own_band_stands_out() {
    let (look, histogram) = (Look::plain(Lang::It, false), histogram());
    let buf = buffer(60, 7, |area, buf| draw(&histogram, area, buf, &look));
    let bold = |y| buf[(2, y)].modifier.contains(Modifier::BOLD);
    assert!(bold(2) && bold(6) && !bold(1));
}

#[test]
fn any_size() {
    holds(|area, buf, look| draw(&histogram(), area, buf, look));
    holds(|area, buf, look| draw(&Sizes::default(), area, buf, look));
}

#[test]
fn as_a_table() {
    let table = table(&histogram(), Lang::It);
    assert_eq!(table.head, ["Euro", "Progetti", "Questo progetto"]);
    assert_eq!(
        table.rows[2],
        ["100 mila - 1 mln", "2.490", "qui c'è questo progetto"]
    );
    assert_eq!(table.rows[5], ["senza importo", "3.800", ""]);
}
