//! Facts in our words, and the cells that they were read in.

use super::super::claim::Cite;
use super::super::facts::{Facts, cite};
use crate::model::{Fact, FactKind};
use crate::title::say;

/// Kinds of work in one sentence, and quantities.
pub const MOST: usize = 3;

pub fn cites<'a>(facts: impl IntoIterator<Item = &'a Fact>) -> Vec<Cite> {
    let cited = facts
        .into_iter()
        .map(|fact| cite(fact.source, fact.column.column()));
    cited.collect()
}

/// The facts of a kind that have words of ours, and the words.
pub fn told<'a>(f: &Facts<'a>, kind: FactKind, group: &str) -> Vec<(&'a Fact, &'static str)> {
    let facts = f.project.facts_of(kind);
    facts
        .filter_map(|fact| Some((fact, say(group, &fact.value, f.lang)?)))
        .collect()
}
