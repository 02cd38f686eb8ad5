//! Projects that only study or draw: "STUDIO DI RICOGNIZIONE DEGLI INVASI" builds nothing, and
//! "PROGETTAZIONE DELLA STRADA" mends no road yet.

use super::phrase::clauses;
use super::{Found, Texts, work};
use crate::model::{FactKind, TextColumn, Thing, Work};

/// How a text begins that says what is studied.
const STUDIES: &[&str] = &[
    "studio",
    "studi",
    "ricognizione",
    "mappatura",
    "censimento",
    "redazione",
];
/// Behind them something is built, too.
const BUILDING: &[&str] = &["lavori", "realizzazione", "esecuzione", "opere", "esecutiva"];

/// The column whose last part says that nothing but a study or a design is made.
pub(super) fn column(texts: &Texts) -> Option<TextColumn> {
    if work::is_research(texts) {
        return None;
    }
    let (text, column) = match texts.summary.is_empty() {
        true => (texts.title, TextColumn::Title),
        false => (texts.summary, TextColumn::Summary),
    };
    let fields: Vec<&str> = text.split('*').collect();
    let last = fields.iter().rev().find(|field| {
        let field = field.trim();
        !field.is_empty() && !field.eq_ignore_ascii_case("xxx")
    })?;
    let clause = clauses(last).into_iter().next()?;
    let words: Vec<&str> = clause.split(' ').collect();
    let at = |i: usize| words.get(i).copied().unwrap_or_default();
    let begins = STUDIES.contains(&at(0))
        || at(0) == "progettazione" && !["e", "ed"].contains(&at(1))
        || at(0) == "creazione" && ["mappa", "mappe"].contains(&at(if at(1) == "di" { 2 } else { 1 }));
    let builds = words.iter().any(|word| BUILDING.contains(word));
    (begins && !builds).then_some(column)
}

/// Nothing is built of what is studied; the road that is drawn is told.
pub(super) fn mend(column: TextColumn, out: &mut Vec<Found>) {
    let roads = [Thing::Road, Thing::Roads].map(Thing::code);
    out.retain(|fact| match fact.kind {
        FactKind::Made | FactKind::Beside | FactKind::Within | FactKind::Work => false,
        FactKind::Thing => roads.contains(&fact.value.as_str()),
        _ => true,
    });
    out.push(Found::new(FactKind::Work, Work::Design.code(), column));
}
