//! The comuni by a figure, on the map.

use crate::support::{buffer, holds, lines};
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;
use sportello::app::ranking::{Figure, Row};
use sportello::lang::Lang;
use sportello::model::ComuneCode;
use sportello::tui::widget::Look;
use sportello::tui::widget::map::{Map, at, classes, comuni, draw, spot};
use std::collections::HashSet;

fn code(istat: &str) -> ComuneCode {
    ComuneCode::parse(istat).unwrap()
}

/// Provinces from Massa-Carrara to Prato, each with a figure of its own; Lucca has none.
fn rows_of() -> Vec<Row> {
    comuni()
        .map(|code| {
            let value = match &code.as_str()[..3] {
                "045" => Some(10),
                "046" => None,
                "047" | "100" => Some(20),
                "048" => Some(30),
                "053" => Some(40),
                _ => Some(100),
            };
            let name = if code == self::code("048017") {
                "Firenze"
            } else {
                "Altrove"
            };
            Row {
                code,
                name: name.to_owned(),
                value,
                rank: None,
                own: 0,
                shared: 0,
            }
        })
        .collect()
}

fn with(rows: &[Row]) -> Map<'_> {
    Map {
        figure: Figure::Projects,
        limits: &[10, 20, 30, 40],
        rows,
        selected: Some(code("048017")),
        rank: "7º su 9",
        exact: "30",
        more: "3,4 mln euro",
    }
}

fn shown(columns: u16, rows: u16, ascii: bool) -> Vec<String> {
    let look = Look::plain(Lang::It, ascii);
    let all = rows_of();
    lines(columns, rows, |area, buf| draw(&with(&all), area, buf, &look))
}

#[test]
fn forty_columns() {
    let found = shown(40, 12, false);
    let legend: Vec<&str> = found
        .iter()
        .filter_map(|line| line.get(line.find("  ")?..))
        .collect();
    assert!(legend[0].ends_with("Progetti"));
    for (line, wanted) in found[1..].iter().zip([
        "··· fino a 10",
        "░░░ fino a 20",
        "▒▒▒ fino a 30",
        "▓▓▓ fino a 40",
        "███ oltre 40",
        "??? non pubblicato",
    ]) {
        assert!(line.ends_with(wanted), "{line}");
    }
    assert!(found[3].contains("▸◆◂"), "{found:#?}");
    assert_eq!(found[10..], ["◆ Firenze  7º su 9", "Progetti: 30"]);
}

#[test]
fn eighty_columns_in_ascii() {
    let found = shown(80, 24, true);
    // The north-west belongs to Massa-Carrara, then comes Lucca; the south to Grosseto.
    assert!(found[1].trim_start().starts_with(".."), "{found:#?}");
    assert!(found[5].contains('?') && found[17].contains("**"), "{found:#?}");
    assert!(found.iter().any(|line| line.contains(">@<")));
    assert_eq!(
        found[21..],
        ["@ Firenze  7º su 9", "Progetti: 30", "3,4 mln euro"]
    );
}

#[test]
fn a_hundred_and_twenty_columns() {
    let found = shown(120, 40, false);
    let land: usize = found[..37]
        .iter()
        .map(|line| line.chars().take(64).filter(|c| *c != ' ').count())
        .sum();
    assert!((900..1100).contains(&land), "{land}");
    // At this size Firenze has cells enough to be seen without the marks beside it.
    let any = |sign: &str| found.iter().any(|line| line.contains(sign));
    assert!(any("◆◆") && !any("▸"));
}

#[test]
fn narrow_and_high_puts_the_legend_below() {
    let found = shown(28, 40, false);
    let legend = found.iter().position(|line| line == "Progetti").unwrap();
    assert!(legend > 10 && found[legend + 1] == "··· fino a 10");
    let found = shown(20, 9, false);
    assert!(!found.iter().any(|line| line.contains("fino a")) && found[7] == "◆ Firenze  7º su 9");
    assert_eq!(
        shown(40, 4, false),
        ["", "", "◆ Firenze  7º su 9", "Progetti: 30"]
    );
}

#[test]
fn what_is_selected_has_its_style_and_the_cursor_stands_there() {
    let (look, all) = (Look::plain(Lang::It, false), rows_of());
    for (columns, rows) in [(40, 12), (80, 24), (120, 40)] {
        let area = Rect::new(0, 0, columns, rows);
        for selected in comuni() {
            let map = Map {
                selected: Some(selected),
                ..with(&all)
            };
            if selected.as_str().ends_with('7') {
                let buf = buffer(columns, rows, |area, buf| draw(&map, area, buf, &look));
                let cell = &buf[spot(area, selected).unwrap()];
                assert_eq!(cell.symbol(), "◆");
                assert!(cell.modifier.contains(Modifier::REVERSED));
            }
        }
    }
}

#[test]
fn the_mouse_finds_what_is_drawn() {
    let area = Rect::new(5, 3, 120, 40);
    let hit = comuni()
        .step_by(4)
        .filter(|code| spot(area, *code).and_then(|position| at(area, position)) == Some(*code))
        .count();
    assert!(hit > 55, "{hit} of 69");
    assert_eq!(
        at(area, spot(area, code("048017")).unwrap()),
        Some(code("048017"))
    );
    assert_eq!(at(area, Position::new(5, 39)), None);
    assert_eq!(at(area, Position::new(0, 0)), None);
    assert_eq!(at(Rect::ZERO, Position::new(0, 0)), None);
    assert_eq!(spot(area, code("001001")), None);
}

#[test]
fn classes_can_be_said() {
    assert_eq!(classes([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), [3, 5, 7, 9]);
    assert_eq!(
        classes([2_143, 4_410, 8_730, 14_512, 361_000]),
        [4_000, 9_000, 15_000]
    );
    assert_eq!(classes([3; 50]), [] as [i64; 0]);
    assert_eq!(classes([]), [] as [i64; 0]);
    assert!(classes([i64::MIN, 0, i64::MAX - 1, i64::MAX]).is_sorted());
}

#[test]
fn fewer_classes_still_reach_from_the_lightest_to_the_fullest() {
    let signs = |limits: &[i64]| -> Vec<String> {
        let map = Map { limits, ..with(&[]) };
        let found = lines(80, 24, |area, buf| {
            draw(&map, area, buf, &Look::plain(Lang::It, false))
        });
        let classes = found.iter().filter_map(|line| {
            let (land, _) = line.split_once("fino a").or(line.split_once("oltre"))?;
            land.trim_end().chars().last().map(String::from)
        });
        classes.collect()
    };
    assert_eq!(signs(&[1, 2, 3, 4]), ["·", "░", "▒", "▓", "█"]);
    assert_eq!(signs(&[1, 2]), ["·", "▒", "█"]);
    assert_eq!(signs(&[1]), ["·", "█"]);
    // More than five classes are not told apart.
    assert_eq!(signs(&[1, 2, 3, 4, 5, 6]), signs(&[1, 2, 3, 4]));
}

#[test]
fn any_size() {
    let rows = rows_of();
    holds(|area, buf, look| draw(&with(&rows), area, buf, look));
    holds(|area, _, _| {
        if let Some(position) = spot(area, code("048017")) {
            assert!(area.contains(position));
        }
    });
    let bare = Map {
        limits: &[],
        selected: Some(code("001001")),
        ..with(&[])
    };
    holds(|area, buf, look| draw(&bare, area, buf, look));
}

#[test]
fn no_island_is_lost_and_nearly_every_comune_is_seen_on_a_large_screen() {
    for (columns, rows, least) in [(40, 12, 60), (66, 41, 240)] {
        let area = Rect::new(0, 0, columns, rows);
        let seen: HashSet<ComuneCode> = area.positions().filter_map(|p| at(area, p)).collect();
        assert!(seen.len() > least, "{columns}x{rows}: {}", seen.len());
        assert!(
            ["049005", "053012"]
                .iter()
                .all(|island| seen.contains(&code(island)))
        );
    }
}

#[test]
fn every_line_of_the_outlines_is_a_closed_ring_of_a_comune() {
    let lines = include_str!("../../data/places/toscana.csv").lines().skip(1);
    let mut codes = HashSet::new();
    for line in lines {
        let cells: Vec<&str> = line.split(',').collect();
        let points: Vec<&str> = cells[2].split(' ').collect();
        assert!(points.len() > 3 && points.first() == points.last(), "{line}");
        codes.insert(code(cells[0]));
    }
    assert!(comuni().is_sorted() && comuni().collect::<HashSet<_>>() == codes);
}
