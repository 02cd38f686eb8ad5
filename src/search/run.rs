//! One search from the query to the results.

use super::facet::{self, Facet, Sums};
use super::field::Fields;
use super::filter::{self, Resolved};
use super::highlight::Highlight;
use super::hint::{self, Hint};
use super::hit::Hit;
use super::index::Index;
use super::partial::{self, Near, Partial};
use super::phrase::Finder;
use super::query::{Query, What};
use super::scan::{self, Plan, Scores};
use super::settings::Settings;
use super::understand::{self, Effort, Reading, Slot, Tier};
use crate::model::{ComuneCode, Scope};
use crate::text::fold::fold;
use std::ops::Range;

/// How a typed word was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// Folded; of a split word, one half.
    pub word: String,
    /// Its place in the text that was parsed.
    pub span: Range<usize>,
    /// A result may lack it.
    pub optional: bool,
    pub reading: Reading,
}

#[derive(Clone, Debug, Default)]
pub struct Results {
    /// The best ones, in the order asked for.
    pub hits: Vec<Hit>,
    /// Where no project has all the words, those that have most of them.
    pub near: Near,
    /// Number and sums of all that match; of what is near nothing is counted.
    pub totals: Sums,
    pub facets: Vec<Facet>,
    pub words: Vec<Understood>,
    /// The query with its filters mended.
    pub query: Query,
    /// The query with its corrections, when the first result needed one.
    pub corrected: Option<String>,
    pub hints: Vec<Hint>,
    pub highlight: Highlight,
}

impl Index {
    /// Searches; `limit` is the largest number of hits, counts and sums are of all that match.
    pub fn search(&self, query: &Query, settings: &Settings, limit: usize) -> Results {
        let Resolved { mask, query, notices } = filter::resolve(self, query, settings.correct);
        let query = &query;
        let effort = if settings.correct {
            Effort::Rare
        } else {
            Effort::None
        };
        let mut slots = understand::understand(self, query, effort);
        let unwanted = unwanted(self, query);
        let mut plan = Plan::new(self, &slots, unwanted, mask, settings);
        let mut keys = matches(&plan, query);
        // The first reading, and the hardest that found nothing.
        let mut first: Option<(Vec<Slot>, Vec<Scores>)> = None;
        for effort in [Effort::All, Effort::Plain] {
            let in_vain = effort == Effort::Plain && !understand::may_be_plain(&slots);
            if !keys.is_empty() || !settings.correct || slots.is_empty() || in_vain {
                break;
            }
            let harder = understand::understand(self, query, effort);
            let scores = scan::wanted(self, &harder);
            let before = (
                std::mem::replace(&mut slots, harder),
                std::mem::replace(&mut plan.wanted, scores),
            );
            first.get_or_insert(before);
            keys = matches(&plan, query);
        }

        // A list holds no projects of the whole nation; only words find them.
        let all = keys.clone();
        if !query.has_words() {
            keys.retain(|key| self.columns.scope(row(*key)) != Scope::National);
        }
        let top = scan::top(self, &keys, settings, limit);
        let hits: Vec<Hit> = top.iter().filter_map(|key| self.hit(&plan, row(*key))).collect();
        let mut best = keys.iter().max().copied();
        let mut near = Near::default();
        if partial::helps(query, &hits, keys.len(), &slots) {
            let mut rows = partial::most(&plan, &slots);
            rows.retain(|key| !keys.iter().any(|found| row(*found) == row(*key)));
            if !keys.is_empty() {
                // Beside what was found with a correction only what needs none.
                rows.retain(|key| self.hit(&plan, row(*key)).is_some_and(|hit| !hit.corrected));
            }
            near.total = rows.len();
            rows.sort_unstable_by(|a, b| b.cmp(a));
            rows.truncate(limit);
            best = best.or(rows.first().copied());
            let one = |key: &u64| {
                let missing = partial::missing(&plan, &slots, query, row(*key));
                let hit = self.hit(&plan, row(*key))?;
                Some(Partial { hit, missing })
            };
            near.hits = rows.iter().filter_map(one).collect();
        }
        let mut hints: Vec<Hint> = query
            .notices
            .iter()
            .chain(&notices)
            .cloned()
            .map(Hint::Notice)
            .collect();
        let mended = hints.iter().any(Hint::mends);
        hints.extend(hint::near_codes(self, &slots));
        if let Some(best) = best {
            own_up(self, &plan, &mut slots, row(best));
        }
        if keys.is_empty() {
            // What to try instead is said of the words as they were read at first.
            let (own, scores) = first.unzip();
            if let Some(scores) = scores {
                plan.wanted = scores;
            }
            let own = own.unwrap_or_else(|| slots.clone());
            hints.extend(hint::nothing(self, &own, &plan.without()));
            if near.hits.is_empty() {
                slots = own;
            }
        }
        let home = filter::one_comune(self, query).or_else(|| hint::only_comune(self, &slots));
        let (facets, totals) = facet::count(self, &all, settings.facet_values, home);
        Results {
            hits,
            near,
            totals,
            facets,
            corrected: corrected(query, &slots, mended),
            highlight: Highlight::new(self, &slots),
            words: slots
                .into_iter()
                .map(|slot| Understood {
                    word: slot.typed,
                    span: slot.span,
                    optional: slot.optional,
                    reading: slot.reading,
                })
                .collect(),
            hints,
            query: query.clone(),
        }
    }

    /// Whether all of the project of a row lies in a comune.
    pub(super) fn is_only_in(&self, row: usize, comune: ComuneCode) -> bool {
        let project = self.columns.project[row] as usize;
        let brief = self.catalogue.projects.get(project);
        brief.is_some_and(|brief| brief.is_only_in(comune))
    }

    fn hit(&self, plan: &Plan<'_>, row: usize) -> Option<Hit> {
        let project = self.columns.project[row];
        let mut hit = Hit {
            project,
            id: self.catalogue.projects.get(project as usize)?.id,
            fields: Fields::default(),
            corrected: false,
        };
        let entities = self.entities(row);
        for (tier, field) in plan.wanted.iter().filter_map(|s| s.best(entities)) {
            hit.fields.insert(field);
            hit.corrected |= tier == Tier::Corrected;
        }
        Some(hit)
    }
}

fn row(key: u64) -> usize {
    (key & u64::from(u32::MAX)) as usize
}

fn matches(plan: &Plan<'_>, query: &Query) -> Vec<u64> {
    let mut keys = plan.matches();
    for item in &query.items {
        if let What::Phrase(text) = &item.what
            && !item.negated
        {
            let mut finder = Finder::new(plan.index, &fold(text));
            keys.retain(|key| finder.in_row(row(*key)));
        }
    }
    for item in &query.items {
        let What::Phrase(text) = &item.what else {
            continue;
        };
        let words = understand::understand_alone(plan.index, text);
        let scores: Vec<Scores> = words.iter().map(|s| Scores::new(plan.index, s)).collect();
        if item.negated {
            let mut finder = Finder::new(plan.index, &fold(text));
            keys.retain(|key| {
                let entities = plan.index.entities(row(*key));
                scores.iter().any(|s| s.best(entities).is_none()) || !finder.in_row(row(*key))
            });
        }
    }
    keys
}

/// The words to leave out.
fn unwanted(index: &Index, query: &Query) -> Vec<Scores> {
    let words = query.items.iter().filter(|item| item.negated);
    let words = words.filter_map(|item| match &item.what {
        What::Word(word) => Some(word),
        _ => None,
    });
    let slots = words.flat_map(|word| understand::understand_alone(index, word));
    slots.map(|slot| Scores::new(index, &slot)).collect()
}

/// Words of which the first result has only a correction are read as corrected, the correction
/// that it has first.
fn own_up(index: &Index, plan: &Plan<'_>, slots: &mut [Slot], best: usize) {
    let entities = index.entities(best);
    let read = slots.iter_mut().filter(|s| s.reading != Reading::Ignored);
    for (slot, scores) in read.zip(&plan.wanted) {
        if scores.best(entities).map(|(tier, _)| tier) != Some(Tier::Corrected) {
            continue;
        }
        let mut found = match std::mem::replace(&mut slot.reading, Reading::Unknown) {
            Reading::Corrected(found) => found,
            _ => Vec::new(),
        };
        if let Some(word) = slot.correction(index, entities) {
            found.retain(|other| *other != word);
            found.insert(0, word);
        }
        slot.reading = Reading::Corrected(found);
    }
}

/// The query as it was understood, when a word of it or a filter was mended.
fn corrected(query: &Query, slots: &[Slot], filters: bool) -> Option<String> {
    let mended = |slot: &Slot| {
        matches!(
            slot.reading,
            Reading::Corrected(_) | Reading::Split(..) | Reading::Joined(_)
        )
    };
    if !filters && !slots.iter().any(mended) {
        return None;
    }
    let mut parts: Vec<String> = Vec::new();
    let mut done = 0;
    for item in &query.items {
        let plain = matches!(item.what, What::Word(_)) && !item.negated;
        if plain && item.span.end <= done {
            continue;
        }
        let inside =
            |slot: &&Slot| plain && slot.span.start == item.span.start && slot.span.end >= item.span.end;
        let own: Vec<&Slot> = slots.iter().filter(inside).collect();
        if own.iter().any(|slot| mended(slot)) {
            parts.extend(own.iter().map(|slot| match &slot.reading {
                Reading::Corrected(found) => found.first().unwrap_or(&slot.typed).clone(),
                _ => slot.typed.clone(),
            }));
            done = own.iter().map(|slot| slot.span.end).max().unwrap_or(done);
        } else {
            let alone = Query {
                items: vec![item.clone()],
                ..Query::default()
            };
            parts.push(alone.to_string());
        }
    }
    Some(parts.join(" "))
}
