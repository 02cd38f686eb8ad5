//! One walk over the rows: which match, and how well.

use super::field::Field;
use super::filter::Mask;
use super::index::Index;
use super::settings::{Settings, Sort};
use super::understand::{Slot, Source, Stand, Tier};
use crate::model::ComuneCode;

/// Scores of every entity for one word: tier, worth and the field, from the upper bits down.
pub(super) struct Scores {
    values: Vec<u32>,
    /// Occurrences that gave them.
    found: u32,
    optional: bool,
}

/// Bits of the field, and of the worth above it.
const FIELD: u32 = 4;
const TIER: u32 = FIELD + 13;
const WORTH: u32 = (1 << TIER) - 1;
/// For every further entity of a project that has the word.
const AGAIN: u32 = 150 << FIELD;
/// What a home comune and its neighbours add.
const HOME: u16 = 2_000;
const NEIGHBOUR: u16 = 900;

impl Scores {
    pub fn new(index: &Index, slot: &Slot) -> Scores {
        let mut out = Scores {
            values: vec![0; index.bases.end as usize],
            found: 0,
            optional: slot.optional,
        };
        for source in &slot.sources {
            out.add(index, source, slot.typed.len());
        }
        out
    }

    fn add(&mut self, index: &Index, source: &Source, letters: usize) {
        let tier = (source.tier as u32) << TIER;
        let mut put = |entity: u32, field: Field, grade: u16| {
            let worth = (u32::from(field.weight() * grade) << FIELD).min(WORTH);
            self.found += 1;
            let value = &mut self.values[entity as usize];
            *value = (*value).max(tier | worth | field as u32);
        };
        match &source.stand {
            Stand::Term(term) => {
                for p in index.postings(*term) {
                    put(p.entity(), p.field(), source.grade);
                }
            }
            Stand::Terms(terms) => {
                for term in terms.clone() {
                    // The less is missing, the likelier is the word.
                    let missing = index.vocabulary.word(term).len().saturating_sub(letters).min(12);
                    let grade = source.grade - missing as u16;
                    for p in index.postings(term) {
                        put(p.entity(), p.field(), grade);
                    }
                }
            }
            Stand::Phrase(phrase) => {
                for p in index.phrase(*phrase) {
                    put(p.entity(), p.field(), source.grade);
                }
            }
            Stand::Codes(codes) => {
                for i in codes.clone() {
                    put(index.codes.entity(i), Field::Code, source.grade);
                }
            }
        }
    }

    /// The score of a row: its best entity's, and a little for each other one. 0 is no match.
    fn of(&self, entities: [u32; 5], body_in_title: bool) -> u32 {
        let mut best = 0;
        let mut again = 0;
        for (i, entity) in entities.into_iter().enumerate() {
            let mut value = self.values[entity as usize];
            if value == 0 {
                continue;
            }
            if i == 2 && body_in_title {
                value = value & !WORTH | ((value & WORTH) / 2 * 3).min(WORTH);
            }
            again += AGAIN;
            best = best.max(value);
        }
        if best == 0 {
            return 0;
        }
        let worth = ((best & WORTH) + again - AGAIN).min(WORTH);
        best & !WORTH | worth
    }

    /// The best match of a row: how it came about and in which field.
    pub fn best(&self, entities: [u32; 5]) -> Option<(Tier, Field)> {
        let value = entities.into_iter().map(|e| self.values[e as usize]).max()?;
        let tier = [Tier::Corrected, Tier::Synonym, Tier::Beginning, Tier::Whole]
            .into_iter()
            .find(|tier| value >> TIER == *tier as u32)?;
        let field = Field::ALL.get((value & ((1 << FIELD) - 1)) as usize)?;
        Some((tier, *field))
    }
}

/// Everything that decides whether a row matches and where it stands.
pub(super) struct Plan<'a> {
    pub index: &'a Index,
    pub wanted: Vec<Scores>,
    pub unwanted: Vec<Scores>,
    pub mask: Mask,
    near: Option<Vec<u16>>,
}

/// How many projects there would be without one of the words, or without the filters.
#[derive(Debug, Default)]
pub(super) struct Without {
    pub word: Vec<u32>,
    pub filters: u32,
}

impl<'a> Plan<'a> {
    pub fn new(
        index: &'a Index,
        slots: &[Slot],
        unwanted: Vec<Scores>,
        mask: Mask,
        settings: &Settings,
    ) -> Plan<'a> {
        let read = |slot: &&Slot| slot.reading != super::Reading::Ignored;
        Plan {
            index,
            wanted: slots
                .iter()
                .filter(read)
                .map(|slot| Scores::new(index, slot))
                .collect(),
            unwanted,
            mask,
            near: settings.home.map(|home| near(index, home)),
        }
    }

    /// The same search with the words read otherwise.
    pub fn with(self, slots: &[Slot]) -> Plan<'a> {
        let read = |slot: &&Slot| slot.reading != super::Reading::Ignored;
        let wanted = slots.iter().filter(read);
        Plan {
            wanted: wanted.map(|slot| Scores::new(self.index, slot)).collect(),
            ..self
        }
    }

    /// The matching rows as keys, best last bits first: tiers, worth, whether it is a comune's
    /// own, and the row itself, which is its rank by amount. The greatest key is the best.
    pub fn matches(&self) -> Vec<u64> {
        let columns = &self.index.columns;
        // The word that shuts out most is asked first.
        let mut wanted: Vec<&Scores> = self.wanted.iter().collect();
        wanted.sort_by_key(|s| (s.optional, s.found));
        if wanted.first().is_some_and(|s| !s.optional && s.found == 0) {
            return Vec::new();
        }
        let mut out = Vec::with_capacity(if self.wanted.is_empty() {
            columns.len()
        } else {
            256
        });
        'rows: for row in 0..columns.len() {
            if !self.mask.passes(columns, row) {
                continue;
            }
            let entities = self.index.entities(row);
            let titled = columns.body_in_title(row);
            let (mut tiers, mut worth) = (0u64, 0u64);
            for scores in &wanted {
                let score = scores.of(entities, titled);
                if score == 0 {
                    if scores.optional {
                        continue;
                    }
                    continue 'rows;
                }
                tiers += u64::from(score >> TIER);
                worth += u64::from((score & WORTH) >> FIELD);
            }
            if self.unwanted.iter().any(|s| s.of(entities, false) > 0) {
                continue;
            }
            if let Some(near) = &self.near {
                worth += u64::from(near[(entities[1] - self.index.bases.place) as usize]);
            }
            out.push(tiers << 56 | worth << 35 | columns.local(row) << 32 | row as u64);
        }
        out
    }

    /// What each word, and the filters together, shut out alone.
    pub fn without(&self) -> Without {
        let columns = &self.index.columns;
        let mut out = Without {
            word: vec![0; self.wanted.len()],
            filters: 0,
        };
        for row in 0..columns.len() {
            let entities = self.index.entities(row);
            let passes =
                self.mask.passes(columns, row) && !self.unwanted.iter().any(|s| s.of(entities, false) > 0);
            let missing = |s: &Scores| !s.optional && s.of(entities, false) == 0;
            let mut missed = (0..)
                .zip(&self.wanted)
                .filter(|(_, s)| missing(s))
                .map(|(i, _)| i);
            match (missed.next(), missed.next()) {
                (None, _) if !passes => out.filters += 1,
                (Some(only), None) if passes => {
                    let only: usize = only;
                    out.word[only] += 1;
                }
                _ => {}
            }
        }
        out
    }
}

/// What the home comune and its neighbours add to each set of places.
fn near(index: &Index, home: ComuneCode) -> Vec<u16> {
    let around = super::near::neighbours(home);
    let worth = |set: &super::index::PlaceSet| {
        // Where a project lies in very many comuni, home is but one of them.
        let share = match set.comuni.len() {
            0..=3 => 1,
            4..=20 => 2,
            _ => 4,
        };
        if set.comuni.contains(&home) {
            HOME / share
        } else if set.comuni.iter().any(|c| around.contains(c)) {
            NEIGHBOUR / share
        } else {
            0
        }
    };
    index.places.iter().map(worth).collect()
}

/// Rows of keys in the order asked for: the first `limit`.
pub(super) fn top(index: &Index, keys: &[u64], settings: &Settings, limit: usize) -> Vec<u64> {
    let columns = &index.columns;
    let row = |key: u64| (key & u64::from(u32::MAX)) as usize;
    let mut keyed: Vec<u64> = match settings.sort {
        Sort::Relevance => keys.to_vec(),
        Sort::Amount => keys.iter().map(|k| row(*k) as u64).collect(),
        Sort::SharePaid => with(keys, |row| {
            let (paid, total) = (columns.paid[row].max(0) as u64, columns.total[row].max(0) as u64);
            if total == 0 {
                0
            } else {
                (u128::from(paid) * 100_000 / u128::from(total)).min(1 << 30) as u64 + 1
            }
        }),
        // The nearest end first; those without one last.
        Sort::EndDate => with(keys, |row| match columns.end[row] {
            0 => 0,
            end => u64::from(u32::MAX - end),
        }),
        Sort::Name => {
            let names = index.by_name(settings.lang);
            with(keys, |row| u64::from(u32::MAX - names[row]))
        }
    };
    let limit = limit.min(keyed.len());
    if limit == 0 {
        return Vec::new();
    }
    if limit < keyed.len() {
        keyed.select_nth_unstable_by(limit, |a, b| b.cmp(a));
        keyed.truncate(limit);
    }
    keyed.sort_unstable_by(|a, b| b.cmp(a));
    keyed
}

fn with(keys: &[u64], high: impl Fn(usize) -> u64) -> Vec<u64> {
    let low = |key: &u64| key & u64::from(u32::MAX);
    keys.iter()
        .map(|k| high(low(k) as usize) << 32 | low(k))
        .collect()
}
