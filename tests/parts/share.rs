//! What was paid of what was set aside.

use crate::support::{holds, lines};
use rstest::rstest;
use sportello::lang::Lang;
use sportello::model::Cents;
use sportello::sheet::picture::Share;
use sportello::tui::widget::Look;
use sportello::tui::widget::share::{HEIGHT, draw, table};

const fn known(euro: i64) -> Cents {
    Cents(euro * 100)
}

fn shown(paid: Cents, funded: Cents, columns: u16, ascii: bool) -> Vec<String> {
    let look = Look::plain(Lang::It, ascii);
    let share = Share { paid, funded };
    lines(columns, HEIGHT as u16, |area, buf| draw(&share, area, buf, &look))
}

#[rstest]
#[case(known(1_300_000), known(3_400_000), ["███████▋░░░░░░░░░░░░ 38%", "Pagati 1,3 mln su 3,4 m…"])]
#[case(known(0), known(5_000), ["░░░░░░░░░░░░░░░░░░░░░ 0%", "Pagati 0 su 5.000"])]
#[case(known(10), known(3_400_000), ["▏░░░░░░░░░░░░░░░░░░░ <1%", "Pagati 10 su 3,4 mln"])]
#[case(known(4_999), known(5_000), ["███████████████████▉ 99%", "Pagati 4.999 su 5.000"])]
#[case(known(5_000), known(5_000), ["███████████████████ 100%", "Pagati 5.000 su 5.000"])]
#[case(known(7_000), known(5_000), ["█████████████│▓▓▓▓▓ 140%", "Pagati 7.000 su 5.000"])]
fn small(#[case] paid: Cents, #[case] funded: Cents, #[case] wanted: [&str; 2]) {
    assert_eq!(shown(paid, funded, 24, false), wanted);
}

#[test]
fn middle_and_large() {
    let found = shown(known(1_300_000), known(3_400_000), 80, true);
    assert_eq!(found[0], format!("{}{} 38%", "#".repeat(29), ".".repeat(47)));
    assert_eq!(found[1], "Pagati 1,3 milioni di euro su 3,4 milioni di euro");
    let found = shown(known(1_400_000), known(1_000_000), 120, false);
    assert_eq!(found[0].chars().position(|c| c == '│'), Some(82));
    assert_eq!(
        found[1],
        "Pagati 1,4 milioni di euro, più del finanziamento di 1 milione di euro"
    );
}

#[test]
fn any_size() {
    for (paid, funded) in [(known(7), known(5)), (known(i64::MAX / 100), known(1))] {
        holds(|area, buf, look| draw(&Share { paid, funded }, area, buf, look));
    }
}

#[test]
fn as_a_table() {
    let share = Share {
        paid: known(7),
        funded: known(5),
    };
    assert_eq!(table(&share, Lang::En).rows[0], ["€7", "€5", "140%"]);
}
