//! The line under the title.

use super::*;

#[test]
fn the_line_tells_amount_share_status_and_its_day() {
    let line = it(&full()).line;
    assert_eq!(
        line,
        [
            "circa 1,3 milioni di euro",
            "pagato il 24 per cento al 31 marzo 2025",
            "in corso al 13 giugno 2026"
        ]
    );
    let english = project(&catalogue(), &full(), Lang::En, TODAY).line;
    assert_eq!(
        english,
        [
            "about €1.3 million",
            "24 per cent paid as of 31 March 2025",
            "under way as of 13 June 2026"
        ]
    );
}

#[test]
fn what_is_not_known_is_left_out_and_nothing_is_said_to_be_nothing() {
    let mut p = full();
    p.amounts.retain(|(kind, _, _)| *kind == AmountKind::Funding);
    assert_eq!(it(&p).line.len(), 2);
    p.amounts.clear();
    assert_eq!(it(&p).line, ["in corso al 13 giugno 2026"]);
    let nothing = it(&bare("M4C1I1.01.00", &[PROJECTS])).line;
    assert_eq!(nothing, ["importo e stato sconosciuti"]);
}

#[test]
fn more_paid_than_funded_is_no_share() {
    let mut p = full();
    for (kind, fund, amount) in &mut p.amounts {
        if (*kind, *fund) == (AmountKind::Payment, Fund::Total) {
            amount.value = Cents(200_000_000);
        }
    }
    assert_eq!(it(&p).line[1], "già pagati 2 milioni di euro al 31 marzo 2025");
}
