//! Which rows match, and how well: sets of rows tell the first, scores of entities the second.

use super::field::Field;
use super::filter::Mask;
use super::index::Index;
use super::rows::Rows;
use super::settings::{Settings, Sort};
use super::understand::{Slot, Source, Stand, Tier};
use crate::model::ComuneCode;

/// Scores of every entity for one word: tier, worth and the field, from the upper bits down.
pub(super) struct Scores {
    values: Vec<u32>,
    /// The rows that have it.
    pub rows: Rows,
    pub optional: bool,
    /// The word is read in the place of a typed one.
    pub mended: bool,
}

/// Bits of the field, and of the worth above it.
const FIELD: u32 = 5;
const TIER: u32 = FIELD + 13;
const WORTH: u32 = (1 << TIER) - 1;
/// For every further entity of a project that has the word.
const AGAIN: u32 = 150 << FIELD;
/// What a home comune and its neighbours add.
const HOME: u16 = 2_000;
const NEIGHBOUR: u16 = 900;
/// What works add where a place is asked for.
pub(super) const WORKS: u64 = 700;
/// By what the worth of a word that may be missing is divided.
const OPTIONAL: u64 = 4;

impl Scores {
    pub fn new(index: &Index, slot: &Slot) -> Scores {
        let mut out = Scores {
            values: vec![0; index.bases.end as usize],
            rows: Rows::none(index.len()),
            optional: slot.optional,
            mended: slot.mended.is_some(),
        };
        let mut shared = Vec::new();
        for source in &slot.sources {
            out.add(index, source, slot.typed.len(), &mut shared);
        }
        out.find_rows(index, &shared);
        out
    }

    /// The rows of the entities that projects share: from the lists of rows, or, where these are
    /// longer than all rows together, from the rows.
    fn find_rows(&mut self, index: &Index, scored: &[u32]) {
        let lists = || scored.iter().map(|entity| index.rows_of(*entity));
        let long: usize = lists().map(<[u32]>::len).sum();
        if long <= index.len() {
            lists().flatten().for_each(|row| self.rows.insert(*row));
            return;
        }
        let shared = &self.values[..index.bases.own as usize];
        for (row, entities) in (0..).zip(&index.columns.entities) {
            if entities.iter().any(|e| shared[*e as usize] > 0) {
                self.rows.insert(row);
            }
        }
    }

    /// Scores what a source finds; of what projects share, each that was not scored before joins
    /// `shared`.
    fn add(&mut self, index: &Index, source: &Source, letters: usize, shared: &mut Vec<u32>) {
        let together = matches!(source.stand, Stand::Together(_));
        let tier = |field: Field| {
            let apart = together && field.is_said();
            (if apart { Tier::Synonym } else { source.tier } as u32) << TIER
        };
        let worths = Field::ALL.map(|field| u32::from(field.weight()));
        let (values, rows) = (&mut self.values, &mut self.rows);
        let mut put = |entity: u32, field: Field, grade: u16| {
            let worth = ((worths[field as usize] * u32::from(grade)) << FIELD).min(WORTH);
            let value = &mut values[entity as usize];
            match entity.checked_sub(index.bases.own) {
                Some(row) => rows.insert(row),
                None if *value == 0 => shared.push(entity),
                None => {}
            }
            *value = (*value).max(tier(field) | worth | field as u32);
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
            Stand::Phrase(phrase) | Stand::Together(phrase) => {
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

    /// The score of a row: its best entity's, and a little for each other one. 0 is no match. Where
    /// the title is the project's own, that of its measure says half as much.
    fn of(&self, entities: [u32; 5], body_in_title: bool, own_title: bool) -> u32 {
        let mut best = 0;
        let mut again = 0;
        for (i, entity) in entities.iter().enumerate() {
            let mut value = self.values[*entity as usize];
            if value == 0 {
                continue;
            }
            value = match i {
                0 if own_title => scaled(value, 1, 2),
                2 if body_in_title => scaled(value, 3, 2),
                _ => value,
            };
            again += AGAIN;
            best = best.max(rank(value));
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

/// A score with so many times its worth.
fn scaled(score: u32, times: u32, by: u32) -> u32 {
    let worth = (score & WORTH) >> FIELD;
    let worth = (worth * times / by).min(WORTH >> FIELD);
    score & !WORTH | worth << FIELD | score & ((1 << FIELD) - 1)
}

/// A score in the order: what only a text of a project says is not more than another word for it in
/// its title, so "palestra scuola" is a school gym before a garden beside both.
fn rank(score: u32) -> u32 {
    const WHOLE: u32 = Tier::Whole as u32;
    let field = score & ((1 << FIELD) - 1);
    let said = field == Field::Word as u32 || field == Field::Beside as u32;
    match score >> TIER == WHOLE && said {
        true => score - ((WHOLE - Tier::Beginning as u32) << TIER),
        false => score,
    }
}

/// Everything that decides whether a row matches and where it stands.
pub(super) struct Plan<'a> {
    pub index: &'a Index,
    pub wanted: Vec<Scores>,
    pub unwanted: Vec<Scores>,
    pub mask: Mask,
    /// What the home comune adds to each set of places.
    near: Option<Vec<u16>>,
    /// What works add: where a place is asked for they stand before courses and grants.
    pub works: u64,
}

/// How many projects there would be without one of the words, or without the filters.
#[derive(Debug, Default)]
pub(super) struct Without {
    pub word: Vec<u32>,
    pub filters: u32,
}

impl<'a> Plan<'a> {
    /// The words that are wanted are put in when they are read.
    pub fn new(index: &'a Index, unwanted: Vec<Scores>, mask: Mask, settings: &Settings) -> Plan<'a> {
        Plan {
            index,
            wanted: Vec::new(),
            unwanted,
            mask,
            works: 0,
            near: settings.home.map(|home| near(index, home)),
        }
    }

    /// The slots that were read, each with its scores.
    pub fn read<'s>(&'s self, slots: &'s [Slot]) -> impl Iterator<Item = (&'s Slot, &'s Scores)> {
        let read = slots
            .iter()
            .filter(|slot| slot.reading != super::Reading::Ignored);
        read.zip(&self.wanted)
    }

    /// The rows that have every word, as keys; the greatest key is the best: tiers, worth, whether
    /// it is a comune's own, and the row itself, which is its rank by amount.
    pub fn matches(&self) -> Vec<u64> {
        let mut rows = Rows::all(self.index.len());
        for scores in self.wanted.iter().filter(|s| !s.optional) {
            rows.keep(&scores.rows);
        }
        for scores in &self.unwanted {
            rows.drop(&scores.rows);
        }
        let columns = &self.index.columns;
        // Of a list by filters alone all rows are worth the same.
        let is_worth = !self.wanted.is_empty() || self.near.is_some() || self.works > 0;
        let mut out = Vec::with_capacity(rows.count());
        rows.each(|row| {
            if self.mask.passes(columns, row) {
                let (tiers, worth) = if is_worth { self.worth(row) } else { (0, 0) };
                out.push(tiers << 56 | worth << 35 | columns.local(row) << 32 | row as u64);
            }
        });
        out
    }

    /// The sum of the tiers and that of the worths. A word that may be missing adds worth only:
    /// else "comune" would count as much as the place that stands behind it.
    pub fn worth(&self, row: usize) -> (u64, u64) {
        let entities = self.index.entities(row);
        let titled = self.index.columns.body_in_title(row);
        let own_title = self.index.columns.has_own_title(row);
        let (mut tiers, mut worth) = (0u64, 0u64);
        for scores in &self.wanted {
            let score = scores.of(entities, titled, own_title);
            let own = u64::from((score & WORTH) >> FIELD);
            if scores.optional {
                worth += own / OPTIONAL;
            } else {
                tiers += u64::from(score >> TIER);
                worth += own;
            }
        }
        if let Some(near) = &self.near {
            worth += u64::from(near[(entities[1] - self.index.bases.place) as usize]);
        }
        if self.index.columns.is_works(row) {
            worth += self.works;
        }
        (tiers, worth)
    }

    /// What each word, and the filters together, shut out alone.
    pub fn without(&self) -> Without {
        let all = self.index.len();
        let mut out = Without {
            word: vec![0; self.wanted.len()],
            filters: 0,
        };
        let must = || self.wanted.iter().filter(|s| !s.optional);
        let lacks = |scores: &Scores| {
            let mut rows = Rows::all(all);
            rows.drop(&scores.rows);
            rows
        };
        let lacking: Vec<Rows> = must().map(lacks).collect();
        let mut one = Rows::in_some(all, lacking.iter(), 1);
        let mut none = Rows::all(all);
        none.drop(&one);
        one.drop(&Rows::in_some(all, lacking.iter(), 2));
        for scores in &self.unwanted {
            one.drop(&scores.rows);
        }
        let columns = &self.index.columns;
        for row in one.iter().filter(|row| self.mask.passes(columns, *row)) {
            let missed = self
                .wanted
                .iter()
                .position(|s| !s.optional && !s.rows.contains(row));
            if let Some(count) = missed.and_then(|at| out.word.get_mut(at)) {
                *count += 1;
            }
        }
        let shut_out = |row: &usize| {
            !self.mask.passes(columns, *row) || self.unwanted.iter().any(|s| s.rows.contains(*row))
        };
        out.filters = none.iter().filter(shut_out).count() as u32;
        out
    }
}

/// The scores of the words that were read.
pub(super) fn wanted(index: &Index, slots: &[Slot]) -> Vec<Scores> {
    let read = slots
        .iter()
        .filter(|slot| slot.reading != super::Reading::Ignored);
    read.map(|slot| Scores::new(index, slot)).collect()
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
