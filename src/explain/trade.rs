//! What a firm does for a living, in our words, by its class in the ATECO list.

use super::body::Kind;
use super::claim::Cite;
use super::facts::{Facts, cite};
use crate::lang::w;
use crate::model::{Body, Table, Trade};
use crate::text::fold::fold;
use crate::title::say;

/// Divisions that say nothing of a firm: offices, associations, households, bodies of the world.
const EMPTY: &[&str] = &["84", "94", "97", "98", "99"];

/// The rank of those whose work is beside the thing.
pub(super) const LAST: u8 = 3;

/// "45.21.0", with its points.
const OF_2002: usize = 7;

/// "scarpe", and the cell that says it; nothing of a public body or a consortium, and nothing that
/// its name says.
pub(super) fn of<'a>(f: &Facts<'a>, body: &'a Body) -> Option<(&'static str, Cite)> {
    let trade = body.trade.as_ref()?;
    // Those who are in a consortium do the work.
    let is_consortium = fold(&body.name)
        .split(' ')
        .any(|word| word == "consorzio" || word == "cons");
    if is_consortium || !matches!(Kind::of(&body.name), Kind::Firm | Kind::Other) {
        return None;
    }
    let (word, cite) = word(f, trade)?;
    let name = fold(&body.name);
    let is_said = fold(word).split(' ').all(|w| name.contains(w));
    (!is_said && !says_its_own(&name)).then_some((word, cite))
}

/// Trades that a name says, small: what a table says beside it may be another.
const SAID: &[&str] = &[
    "archeolog",
    "architett",
    "ascensori",
    "geolog",
    "geognost",
    "giardin",
    "ingegner",
    "infissi",
    "ponteggi",
    "restaur",
    "serramenti",
    "tipograf",
    "topograf",
    "vivai",
];

fn says_its_own(name: &str) -> bool {
    name.split(' ')
        .any(|word| SAID.iter().any(|own| word.starts_with(own)))
}

/// "scarpe", by its code, and the cell that says it.
pub(super) fn word(f: &Facts<'_>, trade: &Trade) -> Option<(&'static str, Cite)> {
    // Who makes medicines sells machines to a hospital.
    let is_of_health = f.is_of_measure(&["M6"]);
    let jars = is_of_health && is_of(trade, &["21"]);
    if jars || EMPTY.iter().any(|code| trade.code.starts_with(code)) {
        return None;
    }
    // "41.20.00", then "41.20", "41.2" and "41". Codes of five digits are of the list of 2002, where 45
    // is building and not cars: of that list only what builds is told.
    let (list, lengths): (&str, &[usize]) = match trade.code.len() == OF_2002 {
        true => ("o", &[5]),
        false => ("a", &[8, 5, 4, 2]),
    };
    let codes = lengths.iter().filter_map(|n| trade.code.get(..*n));
    let word = codes
        .map(|code| format!("{list}{}", code.replace('.', "_")))
        .find_map(|code| say("trade", &code, f.lang))?;
    Some((word, cite(trade.source, column(f.table(trade.source)))))
}

/// Whether it builds for a living: the divisions of buildings, roads and plants.
pub(super) fn builds(body: &Body) -> bool {
    body.trade.as_ref().is_some_and(is_of_building)
}

/// Those who put up buildings and roads before those who do a part of them, these before others, and who
/// prints, tells and insures last.
pub(super) fn rank(body: &Body) -> u8 {
    match body.trade.as_ref() {
        Some(trade) if is_of(trade, &["41.2", "42"]) => 0,
        Some(trade) if is_of_building(trade) => 1,
        Some(trade) if is_of(trade, &["18", "58", "59", "60", "63", "65", "66", "73"]) => LAST,
        _ => 2,
    }
}

/// Whether it is one of them.
pub(super) fn is_of_building(trade: &Trade) -> bool {
    is_of(trade, &BUILDING) || trade.code.len() == OF_2002 && trade.code.starts_with("45")
}

const BUILDING: [&str; 3] = ["41", "42", "43"];
/// The divisions of those who plan, measure, advise, teach and do paperwork.
const DESK: [&str; 12] = [
    "62", "63", "64", "65", "66", "69", "70", "71", "72", "73", "74", "85",
];

fn is_of(trade: &Trade, divisions: &[&str]) -> bool {
    trade.code.len() != OF_2002 && divisions.iter().any(|code| trade.code.starts_with(code))
}

/// Whether it works at a desk for a living, and builds nothing.
pub(super) fn is_of_the_desk(trade: Option<&Trade>) -> bool {
    trade.is_some_and(|trade| is_of(trade, &DESK))
}

/// Whether it teaches or advises: what it does is not for one building.
pub(super) fn is_of_advice(trade: Option<&Trade>) -> bool {
    trade.is_some_and(|trade| is_of(trade, &["70", "85"]))
}

/// "Alfa S.r.l. (edilizia)", each firm with what it does; of three or more of one kind once: "Gamma
/// S.r.l. (tutte: mobili)".
pub(super) fn behind(f: &Facts<'_>, firms: &[(&Body, String)], cites: &mut Vec<Cite>) -> Vec<String> {
    let trades: Vec<Option<(&str, Cite)>> = firms.iter().map(|(body, _)| of(f, body)).collect();
    cites.extend(trades.iter().flatten().map(|(_, cite)| cite.clone()));
    let trades: Vec<Option<&str>> = trades.iter().map(|t| t.as_ref().map(|(t, _)| *t)).collect();
    let alike = trades.len() > 2 && trades.windows(2).all(|two| matches!(two, [a, b] if a == b));
    let told = firms
        .iter()
        .zip(trades)
        .enumerate()
        .map(|(i, ((_, said), trade))| {
            let word = match (alike, i + 1 == firms.len()) {
                (true, true) => w::SAY_WHO_TRADE_ALL,
                (true, false) => return said.clone(),
                (false, _) => w::SAY_WHO_TRADE,
            };
            trade.map_or_else(
                || said.clone(),
                |trade| f.lang.fill(word, &[("firm", said), ("trade", trade)]),
            )
        });
    told.collect()
}

/// The column of the code in a table.
pub(super) fn column(table: Option<Table>) -> &'static str {
    match table {
        Some(Table::Subjects) => "Codice ATECO",
        Some(Table::Subcontractors) => "Codice ATECO Subappaltatore",
        _ => "Codice ATECO Aggiudicatario",
    }
}
