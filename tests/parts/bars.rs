//! Amounts side by side.

use crate::support::{holds, lines};
use sportello::lang::Lang;
use sportello::model::Cents;
use sportello::sheet::picture::Parts;
use sportello::tui::widget::Look;
use sportello::tui::widget::bars::{draw, table};

fn bars(whole: Option<Cents>) -> Parts {
    let rows = [
        ("PNRR", Cents(340_000_000)),
        ("Fondo per le opere indifferibili", Cents(81_234_500)),
        ("Regione", Cents::ZERO),
        ("Provincia", Cents(120_000)),
    ];
    let rows = rows.map(|(name, amount)| (name.to_owned(), amount)).to_vec();
    Parts { rows, whole }
}

fn shown(columns: u16, rows: u16, ascii: bool) -> Vec<String> {
    let look = Look::plain(Lang::It, ascii);
    lines(columns, rows, |area, buf| draw(&bars(None), area, buf, &look))
}

#[test]
fn forty_columns() {
    let wanted = [
        "PNRR              █████████  3,4 mln 81%",
        "Fondo per le ope… ██▏       810 mila 19%",
        "Regione                            0  0%",
        "Provincia         ▏            1.200 <1%",
    ];
    assert_eq!(shown(40, 4, false), wanted);
}

#[test]
fn eighty_columns_in_ascii() {
    let wanted = [
        "PNRR                             ##################################  3,4 mln 81%",
        "Fondo per le opere indifferibili ########                           810 mila 19%",
        "Regione                                                                    0  0%",
        "Provincia                        #                                     1.200 <1%",
    ];
    assert_eq!(shown(80, 4, true), wanted);
}

#[test]
fn a_hundred_and_twenty_columns_and_too_few_rows() {
    let found = shown(120, 3, false);
    assert_eq!(found[0].matches('█').count(), 74);
    assert!(found[0].ends_with("3,4 mln 81%"));
    assert_eq!(found[2], "e altre 2 righe");
}

#[test]
fn without_room_for_bars_the_figures_stay() {
    assert_eq!(shown(24, 5, false)[0], "PNRR             3,4 mln");
}

#[test]
fn any_size() {
    holds(|area, buf, look| draw(&bars(None), area, buf, look));
}

#[test]
fn as_a_table() {
    let table = table(&bars(Some(Cents(680_000_000))), Lang::It);
    assert_eq!(table.head, ["Voce", "Importo", "Quota"]);
    assert_eq!(table.rows[0], ["PNRR", "3.400.000 euro", "50%"]);
    assert_eq!(table.rows[2], ["Regione", "0 euro", "0%"]);
}
