//! Planned against actual.

use crate::support::{buffer, holds, lines};
use jiff::civil::Date;
use jiff::civil::date;
use proptest::prelude::*;
use ratatui::style::Modifier;
use sportello::lang::Lang;
use sportello::sheet::picture::{Passages, Period};
use sportello::tui::widget::Look;
use sportello::tui::widget::timeline::{draw, table};

fn period(start: Option<(i16, i8, i8)>, end: Option<(i16, i8, i8)>) -> Period {
    let day = |(y, m, d)| date(y, m, d);
    Period {
        start: start.map(day),
        end: end.map(day),
    }
}

fn step(label: &str, planned: Period, actual: Period) -> (String, Period, Period) {
    (label.to_owned(), planned, actual)
}

fn timeline() -> Passages {
    let none = Period::default();
    let steps = vec![
        step(
            "Progetto",
            period(Some((2022, 3, 1)), Some((2025, 3, 31))),
            period(Some((2022, 4, 12)), None),
        ),
        step(
            "Progettazione",
            period(Some((2022, 3, 1)), Some((2022, 9, 30))),
            period(Some((2022, 4, 12)), Some((2023, 1, 15))),
        ),
        step(
            "Collaudo finale dei lavori",
            period(None, Some((2025, 3, 31))),
            none,
        ),
        step(
            "Al contrario",
            none,
            period(Some((2024, 3, 31)), Some((2022, 3, 31))),
        ),
    ];
    with(steps)
}

fn with(steps: Vec<(String, Period, Period)>) -> Passages {
    Passages {
        steps,
        today: date(2026, 11, 22),
        data: Some(date(2024, 8, 26)),
    }
}

fn shown(columns: u16, rows: u16, ascii: bool) -> Vec<String> {
    let look = Look::plain(Lang::It, ascii);
    lines(columns, rows, |area, buf| draw(&timeline(), area, buf, &look))
}

#[test]
fn forty_columns_with_a_line_for_each_phase() {
    let wanted = [
        "             2022 2023 2024  2025 2026",
        "             ┼────┼────┼───◆─┼────┼────▼",
        "Previsto     ├────────────────┤        │",
        "Reale         █████████████▶           │",
        "Progettazio… ├█████        ┊           │",
        "Collaudo fi…               ┊ ◀┤        │",
        "Al contrario █??????????█  ┊           │",
        "▼ oggi 22/11/2026  ◆ dati del 26/08/2024",
        "▶ la fine non è pubblicata",
    ];
    let found = shown(40, 9, false);
    assert_eq!(found[..6], wanted[..6]);
    assert_eq!(found[7..], wanted[7..]);
    assert!(found[6].starts_with("Al contrario") && found[6].contains("█????"));
}

#[test]
fn eighty_columns_with_two_lines_and_dates_in_ascii() {
    let found = shown(80, 12, true);
    assert!(found[2].starts_with("Previsto") && found[2].ends_with("01/03/2022 - 31/03/2025"));
    assert!(
        found[3].starts_with("Reale") && found[3].contains("###>") && found[3].ends_with("dal 12/04/2022")
    );
    assert!(found[4].starts_with("Progettazione") && found[4].contains("[--") && found[5].contains("###"));
    assert!(found[6].contains("<]") && found[6].ends_with("fino al 31/03/2025"));
    assert!(found[7].contains("non pubblicato"));
    assert_eq!(
        found[10],
        "V oggi 22/11/2026  * dati del 26/08/2024  > la fine non è pubblicata"
    );
}

#[test]
fn a_hundred_and_twenty_columns_with_quarters() {
    let found = shown(120, 14, false);
    assert!(found[1].contains("┬") && found[1].contains("▼") && found[1].contains("◆"));
    let today = found[1].chars().position(|c| c == '▼');
    let below = |line: &str| today.and_then(|x| line.chars().nth(x));
    assert!(found[2..10].iter().all(|line| below(line) == Some('│')));
}

#[test]
fn too_few_rows_say_how_many_steps_are_left() {
    let found = shown(40, 7, false);
    assert_eq!(found[5], "e altri 2 passi");
    assert_eq!(found[6], "▼ oggi 22/11/2026  ◆ dati del 26/08/2024");
}

#[test]
fn two_rows_are_the_project_itself() {
    let found = shown(40, 2, false);
    assert!(found[0].starts_with("Previsto") && found[1].starts_with("Reale"));
}

#[test]
fn marks_stand_out_and_what_is_missing_looks_so() {
    let look = Look::plain(Lang::It, false);
    let buf = buffer(80, 12, |area, buf| draw(&timeline(), area, buf, &look));
    let find = |sign: &str| buf.content.iter().find(|cell| cell.symbol() == sign).unwrap();
    assert!(find("▼").modifier.contains(Modifier::BOLD));
    assert!(find("◆").modifier.contains(Modifier::BOLD));
    assert!(find("?").modifier.contains(Modifier::ITALIC));
}

#[test]
fn a_date_far_off_stands_at_the_edge() {
    let steps = vec![step(
        "",
        period(Some((1861, 3, 17)), Some((2024, 6, 30))),
        period(Some((2023, 1, 1)), Some((9999, 12, 31))),
    )];
    let look = Look::plain(Lang::It, false);
    let found = lines(40, 6, |area, buf| draw(&with(steps), area, buf, &look));
    assert!(found[0].contains("2023") && !found[0].contains("1861"));
    assert!(found[2].contains('◀') && found[2].contains('┤'));
    assert!(found[3].ends_with('▶'));
}

#[test]
fn any_size() {
    holds(|area, buf, look| draw(&timeline(), area, buf, look));
    let nothing = Passages {
        steps: Vec::new(),
        data: None,
        today: Date::MAX,
    };
    holds(|area, buf, look| draw(&nothing, area, buf, look));
}

proptest! {
    #[test]
    fn any_dates(
        dates in proptest::collection::vec(proptest::option::of((-9999i16..=9999, 1i8..=12, 1i8..=28)), 4),
        today in (-9999i16..=9999, 1i8..=12, 1i8..=28),
        columns in 0u16..130,
    ) {
        let steps = vec![step("x", period(dates[0], dates[1]), period(dates[2], dates[3]))];
        let (year, month, day) = today;
        let timeline = Passages { steps, today: date(year, month, day), data: None };
        let look = Look::plain(Lang::En, false);
        buffer(columns, 9, |area, buf| draw(&timeline, area, buf, &look));
    }
}

#[test]
fn as_a_table() {
    let table = table(&timeline(), Lang::It);
    assert_eq!(table.head[1], "Inizio previsto");
    let project = [
        "Progetto",
        "01/03/2022",
        "31/03/2025",
        "12/04/2022",
        "non pubblicato",
    ];
    assert_eq!(table.rows[0], project);
}
