//! Changes of contracts that are under way: no contracts of their own, and no prices of the works.

use super::claim::{Cite, Claim};
use super::contracts::{Contract, changes};
use super::facts::{Facts, cite};
use super::tender::{BASE, PROCEDURE};
use crate::lang::w;
use crate::model::{Cents, SourceId, Task, TextColumn};
use crate::text::number::{euro, integer};

/// "Un contratto è cambiato a lavori iniziati (variante): erano previsti 13.254,17 euro."
pub(super) fn claim(f: &Facts<'_>) -> Option<Claim> {
    let changes = changes(f);
    let bases: Option<Vec<(Cents, SourceId)>> = changes.iter().map(own_base).collect();
    let sum: Option<Cents> = bases.as_ref().map(|all| all.iter().map(|(base, _)| *base).sum());
    let word = match (changes.len(), sum.is_some()) {
        (0, _) => return None,
        (1, true) => w::SAY_WHO_CHANGE_FROM,
        (1, false) => w::SAY_WHO_CHANGE,
        (_, true) => w::SAY_WHO_CHANGES_FROM,
        (_, false) => w::SAY_WHO_CHANGES,
    };
    let mut cites: Vec<Cite> = changes.iter().flat_map(said_by).collect();
    cites.extend(bases.iter().flatten().map(|(_, source)| cite(*source, BASE)));
    let count = integer(changes.len() as i64, f.lang);
    let amount = sum.map_or_else(String::new, |sum| euro(sum.0, f.lang));
    Some(f.linked(word, &[("count", &count), ("amount", &amount)], cites))
}

/// The price of a change; that of a framework is not this project's.
fn own_base(change: &Contract<'_>) -> Option<(Cents, SourceId)> {
    change.base().filter(|_| !change.is_framework())
}

/// The cells that say that it is a change.
fn said_by(change: &Contract<'_>) -> Vec<Cite> {
    let rows = change.rows.iter().filter_map(|t| Some((t, t.source?)));
    let column = |tasks: &[Task]| match tasks.contains(&Task::Change) {
        true => TextColumn::TenderObject.column(),
        false => PROCEDURE,
    };
    rows.map(|(t, source)| cite(source, column(&t.tasks))).collect()
}
