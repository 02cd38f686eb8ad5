//! When no project has all the words: those that have most of them.
//!
//! A rare word says more than a common one, and the name of a comune, at a desk, most of all:
//! whoever asks for a nursery in Seravezza is not served with one in another place. So a project
//! is shown when what it has weighs more than what it lacks, and it says which words it lacks.

use super::field::Field;
use super::hit::Hit;
use super::index::Index;
use super::place;
use super::plain;
use super::query::{Query, What};
use super::rows::Rows;
use super::scan::{Plan, Scores};
use super::understand::{ONE_ERROR, Reading, Slot, Stand, Tier};
use crate::text::fold::fold;

/// A project that has most of the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partial {
    pub hit: Hit,
    /// The words that it lacks, as typed.
    pub missing: Vec<String>,
}

/// What nearly matches; none of it is in the counts and sums of the results.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Near {
    /// The best ones.
    pub hits: Vec<Partial>,
    /// How many there are.
    pub total: usize,
}

/// Fewer words have no "most".
const LEAST: usize = 2;
/// Where more is found, what is near is not looked for.
const FEW: usize = 3;
/// Weight of a word that every project has; one that a single project has weighs twice as much.
const COMMON: f64 = 100.0;

/// What a word adds that may be missing.
const RAISES: u32 = 25;

/// The rows that have most of the words, as keys; the greatest is the best.
pub(super) fn most(plan: &Plan<'_>, slots: &[Slot]) -> Vec<u64> {
    let index = plan.index;
    let must: Vec<(&Slot, &Scores)> = plan.read(slots).filter(|(_, s)| !s.optional).collect();
    if must.len() < LEAST {
        return Vec::new();
    }
    let weights = weights(index, &must);
    let all: u32 = weights.iter().sum();
    // "Teatro Puccini, Torre del Lago": whoever asks for a theatre is not served with a school.
    let mut known = must.iter().zip(&weights).filter(|((_, s), _)| s.rows.count() > 0);
    let thing = known.next().filter(|((slot, _), _)| is_thing(index, slot));
    let thing = thing.map(|((_, scores), weight)| (scores, weight / 2));
    let far: Vec<bool> = must
        .iter()
        .map(|(slot, _)| index.comune_names().is_far(&slot.typed))
        .collect();
    // Of two words, one that no project has leaves what has the other.
    let lone = must.len() == LEAST && must.iter().any(|(_, s)| s.rows.count() == 0);
    let least = if must.len() == LEAST { 1 } else { 2 };
    let mut rows = Rows::in_some(index.len(), must.iter().map(|(_, s)| &s.rows), least);
    for scores in &plan.unwanted {
        rows.drop(&scores.rows);
    }
    let columns = &index.columns;
    let mut out = Vec::new();
    for row in rows.iter().filter(|row| plan.mask.passes(columns, *row)) {
        let entities = index.entities(row);
        let own = |(((_, scores), weight), far): ((&(&Slot, &Scores), &u32), &bool)| {
            let (tier, field) = scores.best(entities)?;
            Some(match tier {
                // A comune beyond the region is rather a word of something here.
                Tier::Whole if *far && field.is_comune() => weight / 2,
                // What it is called says more than what its texts speak of.
                _ if field.is_said() => weight * 3 / 5,
                Tier::Whole | Tier::Synonym => *weight,
                // What was only guessed counts less.
                Tier::Beginning | Tier::Corrected => weight * 4 / 5,
            })
        };
        let held: u32 = must.iter().zip(&weights).zip(&far).filter_map(own).sum();
        if held * 2 > all || lone && held > 0 {
            let more = plan
                .read(slots)
                .filter(|(_, s)| s.optional && s.rows.contains(row));
            let held = (held + RAISES * more.count() as u32).min(all);
            let more = thing.filter(|(scores, _)| scores.rows.contains(row));
            let held = held + more.map_or(0, |(_, weight)| weight);
            let all = all + thing.map_or(0, |(_, weight)| weight);
            let share = u64::from(held) * 255 / u64::from(all.max(1));
            let (_, worth) = plan.worth(row);
            out.push(share << 56 | worth << 35 | columns.local(row) << 32 | row as u64);
        }
    }
    out
}

fn weights(index: &Index, must: &[(&Slot, &Scores)]) -> Vec<u32> {
    let all = (index.len().max(2) as f64).ln();
    let weigh = |(slot, scores): &(&Slot, &Scores)| {
        let rows = scores.rows.count();
        let rarity = (index.len() as f64 / rows.max(1) as f64).ln() / all;
        let weight = COMMON * (1.0 + rarity);
        let times = if names_comune(index, slot) { 2.0 } else { 1.0 };
        (rows > 0).then_some((weight * times) as u32)
    };
    let known: Vec<Option<u32>> = must.iter().map(weigh).collect();
    // A word that no project has weighs like the others: it tells none of them apart.
    let (sum, count) = known.iter().flatten().fold((0, 0), |(s, n), w| (s + w, n + 1));
    let usual = sum / count.max(1);
    known.into_iter().map(|w| w.unwrap_or(usual)).collect()
}

/// Whether a word is of the name of a comune here, as typed or mended.
pub(super) fn names_comune(index: &Index, slot: &Slot) -> bool {
    let whole = slot.sources.iter().any(|s| s.tier == Tier::Whole);
    let tier = if whole { Tier::Whole } else { Tier::Corrected };
    let is_comune = |stand: &Stand| match stand {
        Stand::Term(term) => {
            let word = index.vocabulary.word(*term);
            let stands = || index.postings(*term).iter().any(|p| p.field() == Field::Comune);
            !index.comune_names().is_far(word) && stands()
        }
        _ => false,
    };
    slot.sources.iter().any(|s| s.tier == tier && is_comune(&s.stand))
}

/// Whether a word that is being typed may become the name of a comune here.
pub(super) fn begins_comune(index: &Index, slot: &Slot) -> bool {
    const LEAST: usize = 4;
    let mut terms = index.vocabulary.beginning(&slot.typed);
    slot.typed.len() >= LEAST && terms.any(|term| index.is_comune(index.vocabulary.word(term)))
}

/// Whether a word is that of a thing that projects make or mend: "teatro".
fn is_thing(index: &Index, slot: &Slot) -> bool {
    slot.sources.iter().any(|source| match &source.stand {
        Stand::Term(term) => source.grade >= ONE_ERROR && place::is_thing_of(index, *term),
        _ => false,
    })
}

/// The words that a row lacks, as they were typed: also those of which it has only what was meant,
/// for that is offered and not done, but for a comune.
pub(super) fn missing(plan: &Plan<'_>, slots: &[Slot], query: &Query, row: usize) -> Vec<String> {
    let lacks = |(slot, scores): &(&Slot, &Scores)| {
        let offered = scores.mended && !plan.index.is_comune(&slot.typed);
        !scores.optional && (offered || !scores.rows.contains(row))
    };
    typed(plan.read(slots).filter(lacks), query)
}

/// The words of which a row has only what they may have been meant to be, as they were typed.
pub(super) fn mended(plan: &Plan<'_>, slots: &[Slot], query: &Query, row: usize) -> Vec<String> {
    let entities = plan.index.entities(row);
    let other = |(slot, scores): &(&Slot, &Scores)| {
        matches!(slot.reading, Reading::Split(..) | Reading::Joined(_))
            || scores.mended && scores.rows.contains(row)
            || scores.best(entities).is_some_and(|(tier, _)| match tier {
                Tier::Corrected => true,
                Tier::Beginning => !slot.unfinished,
                Tier::Whole | Tier::Synonym => false,
            })
    };
    typed(plan.read(slots).filter(other), query)
}

/// The words that no project has, as they were typed; of the plan itself all projects speak.
pub(super) fn absent(plan: &Plan<'_>, slots: &[Slot], query: &Query) -> Vec<String> {
    let nowhere = |(slot, scores): &(&Slot, &Scores)| {
        !scores.optional && scores.rows.count() == 0 && !plain::is_of_plan(&slot.typed)
    };
    typed(plan.read(slots).filter(nowhere), query)
}

/// A word as it stands in the query, without the signs around it.
pub(super) fn as_typed(slot: &Slot, query: &Query) -> String {
    let own = slot.as_typed();
    let typed = query.items.iter().find_map(|item| match &item.what {
        What::Word(text) if item.span == slot.span && fold(text) == own => Some(text),
        _ => None,
    });
    let bare = |text: &String| text.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    typed.map_or_else(|| own.to_owned(), bare)
}

/// Words as they stand in the query, each once.
fn typed<'s>(slots: impl Iterator<Item = (&'s Slot, &'s Scores)>, query: &Query) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for (slot, _) in slots {
        let typed = as_typed(slot, query);
        if !out.contains(&typed) {
            out.push(typed);
        }
    }
    out
}

/// Whether a search is one that near matches may help: nothing found, or hardly anything and
/// only with corrections; and no words in quotes, for whoever puts quotes insists.
pub(super) fn helps(query: &Query, found: &[Hit], total: usize, slots: &[Slot]) -> bool {
    let quoted = query
        .items
        .iter()
        .any(|item| matches!(item.what, What::Phrase(_)));
    let code = slots.iter().any(|slot| matches!(slot.reading, Reading::Code(_)));
    !quoted && !code && total < FEW && found.iter().all(|hit| hit.corrected)
}
