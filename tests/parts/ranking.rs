//! The comuni by a figure, the highest first.

use sportello::app::ComuneItem;
use sportello::app::ranking::{Figure, rows};
use sportello::model::Cents;
use sportello::model::ComuneCode;

/// A made-up comune of the region.
pub fn comune(code: &str, projects: usize, euro: Option<i64>) -> ComuneItem {
    ComuneItem {
        code: ComuneCode::parse(code).unwrap(),
        name: code.to_owned(),
        province: "XX".to_owned(),
        projects,
        shared: 1,
        euro: euro.map(Cents),
        per_head: None,
    }
}

#[test]
fn equals_share_their_rank_and_the_unknown_stand_last_without_one() {
    let comuni = vec![
        comune("050001", 3, None),
        comune("050002", 3, Some(7_00)),
        comune("050003", 9, Some(7_00)),
        comune("050004", 1, Some(2_00)),
    ];
    let told = |figure| -> Vec<(String, Option<usize>)> {
        let rows = rows(&comuni, figure).into_iter();
        rows.map(|row| (row.code.to_string(), row.rank)).collect()
    };
    let of = |code: &str, rank| (code.to_owned(), rank);
    let euro = [
        of("050002", Some(1)),
        of("050003", Some(1)),
        of("050004", Some(3)),
        of("050001", None),
    ];
    assert_eq!(told(Figure::Euro), euro);
    let projects = [
        of("050003", Some(1)),
        of("050001", Some(2)),
        of("050002", Some(2)),
        of("050004", Some(4)),
    ];
    assert_eq!(told(Figure::Projects), projects);
    assert!(told(Figure::PerHead).iter().all(|(_, rank)| rank.is_none()));
}
