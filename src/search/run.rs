//! One search from the query to the results.

use super::facet::{self, Facet, Sums};
use super::field::Fields;
use super::filter::{self, Resolved};
use super::highlight::Highlight;
use super::hint::{self, Hint};
use super::hit::Hit;
use super::index::Index;
use super::mend;
use super::partial::{self, Near, Partial};
use super::phrase::Finder;
use super::place::{self, Beyond, Place};
use super::query::{Filter, Query, What};
use super::scan::{self, Plan, Scores};
use super::settings::Settings;
use super::spellings::Spellings;
use super::sure;
use super::twins::{self, Line};
use super::understand::{self, Correction, Effort, Manner, Mend, Reading, Slot, Tier};
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
    /// How many lines all that match make: fewer than projects where alike ones are one.
    pub lines: usize,
    /// Number and sums of all that match; of what is near nothing is counted.
    pub totals: Sums,
    pub facets: Vec<Facet>,
    pub words: Vec<Understood>,
    /// Words, as typed, that no project here has.
    pub absent: Vec<String>,
    /// The place beyond the archive's region that was asked for.
    pub beyond: Option<Beyond>,
    /// The comune that was asked for where no project there has the thing, and the thing as typed:
    /// what is near are its others.
    pub others: Option<(ComuneCode, String)>,
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
        let query = &query.without_talk();
        let unwanted = unwanted(self, query);
        let mut plan = Plan::new(self, unwanted, mask, settings);
        let spellings = &Spellings::new(&self.vocabulary);
        let Found {
            mut keys,
            mut slots,
            mut offered,
        } = self.read(query, settings, &mut plan, spellings);
        let asked = place::asked(self, &understand::said(&slots));
        let here = match asked.as_ref().map(|asked| &asked.place) {
            Some(Place::Here(comune)) => Some(*comune),
            _ => None,
        };
        if let Some(comune) = here {
            self.keep_in(comune, &mut keys);
            self.keep_in(comune, &mut offered);
        }
        let thing = here.and_then(|_| self.lacking(&plan, &slots, query, &keys));
        if thing.is_some() {
            keys.clear();
        }
        let beyond = asked.and_then(|asked| self.beyond(asked, &slots, &keys));
        if beyond.is_some() {
            offered.clear();
        }
        // A list holds no projects of the whole nation; only words find them.
        let all = (!query.has_words()).then(|| keys.clone());
        if all.is_some() {
            keys.retain(|key| self.columns.scope(row(*key)) != Scope::National);
        }
        let asked_alike = query.filters().any(|(_, f, _)| matches!(f, Filter::Like(_)));
        let folding = Settings {
            fold: settings.fold && !asked_alike,
            ..settings.clone()
        };
        let (top, lines) = twins::fold(self, &keys, &folding, limit);
        let hits: Vec<Hit> = top.iter().filter_map(|line| self.hit(&plan, line)).collect();
        // What was corrected is said as the best row has it.
        let is_mended = slots.iter().any(Slot::may_be_corrected);
        let best_of = |keys: &[u64]| keys.iter().copied().filter(|_| is_mended).max();
        let mut best = best_of(&keys).max(best_of(&offered));
        let mut near = Near::default();
        if !offered.is_empty() {
            near = self.near(&plan, offered, limit, |row| {
                partial::mended(&plan, &slots, query, row)
            });
        } else if beyond.is_none() && (thing.is_some() || partial::helps(query, &hits, keys.len(), &slots)) {
            let mut rows = partial::most(&plan, &slots);
            if let Some(comune) = here {
                self.keep_in(comune, &mut rows);
            }
            rows.retain(|key| !keys.iter().any(|found| row(*found) == row(*key)));
            if !keys.is_empty() {
                // Beside what was found with a correction only what needs none.
                rows.retain(|key| {
                    self.hit(&plan, &Line::alone(self, row(*key)))
                        .is_some_and(|hit| !hit.corrected)
                });
            }
            best = best.or(best_of(&rows));
            near = self.near(&plan, rows, limit, |row| match &thing {
                // It is said once for all.
                Some(_) => Vec::new(),
                None => partial::missing(&plan, &slots, query, row),
            });
        }
        let has_others = !near.hits.is_empty();
        let mut hints: Vec<Hint> = query
            .notices
            .iter()
            .chain(&notices)
            .cloned()
            .map(Hint::Notice)
            .collect();
        let mended = hints.iter().any(Hint::mends);
        if query
            .filters()
            .any(|(_, filter, _)| matches!(filter, Filter::End { .. }))
        {
            let known = self.columns.end.iter().filter(|end| **end > 0).count();
            hints.push(Hint::Dated {
                known,
                all: self.len(),
            });
        }
        hints.extend(hint::near_codes(self, &slots));
        if let Some(best) = best {
            own_up(self, &plan, &mut slots, row(best));
        }
        let highlight = Highlight::new(self, &slots);
        let mut absent = Vec::new();
        if keys.is_empty() {
            // Where no project has all the words none is taken for another: it is only offered.
            let offers = !near.hits.is_empty() && thing.is_none() && self.may_offer(&slots);
            let offer = corrected(query, &slots, false).filter(|_| offers);
            let places: Vec<Mend> = slots.iter().filter_map(|slot| self.mended_place(slot)).collect();
            slots = understand::understand(self, query, Manner::plain(spellings), &places);
            plan.wanted = scan::wanted(self, &slots);
            absent = partial::absent(&plan, &slots, query);
            hints.extend(offer.map(|text| Hint::Offer { text }));
            hints.extend(hint::nothing(self, &slots, &plan.without()));
            if beyond.is_some() {
                // It is said above, with the way to its page.
                absent.clear();
                hints.retain(|hint| !matches!(hint, Hint::Comune(_)));
            }
        }
        let home = filter::one_comune(self, query).or_else(|| hint::only_comune(self, &slots));
        let (facets, totals) =
            facet::count(self, all.as_deref().unwrap_or(&keys), settings.facet_values, home);
        Results {
            hits,
            near,
            lines,
            totals,
            facets,
            corrected: corrected(query, &slots, mended),
            highlight,
            words: slots
                .into_iter()
                .map(|slot| Understood {
                    word: slot.as_typed().to_owned(),
                    span: slot.span,
                    optional: slot.optional,
                    reading: slot.reading,
                })
                .collect(),
            absent,
            beyond,
            others: here.zip(thing).filter(|_| has_others),
            hints,
            query: query.clone(),
        }
    }

    /// Reads the words, and where one was mistyped again with the one that was meant in its place.
    /// What was found only with a correction that is not sure, or in the place of a right word, is
    /// an offer.
    fn read(
        &self,
        query: &Query,
        settings: &Settings,
        plan: &mut Plan<'_>,
        spellings: &Spellings<'_>,
    ) -> Found {
        let read = |plan: &mut Plan<'_>, mends: &[Mend]| {
            let manner = |effort| Manner {
                effort,
                lang: settings.lang,
                spellings,
            };
            let read = |effort| understand::understand(self, query, manner(effort), mends);
            self.read_words(query, settings.correct, plan, read)
        };
        let (mut keys, mut slots, first) = read(plan, &[]);
        // A word that was cut in two, in vain, was rather mistyped.
        let cut = keys.is_empty() && slots.iter().any(Slot::is_cut);
        let wrong = if cut { &first } else { &slots };
        if settings.correct && wrong.iter().any(mend::may_be) {
            let near = match keys.is_empty() {
                true => partial::most(plan, &slots),
                false => keys.clone(),
            };
            let mends = mend::of(self, wrong, &best_rows(near), keys.is_empty());
            if !mends.is_empty() {
                let before = std::mem::take(&mut plan.wanted);
                let (found, mended, _) = read(plan, &mends);
                if found.is_empty() && !keys.is_empty() {
                    plan.wanted = before;
                } else {
                    (keys, slots) = (found, mended);
                }
            }
        }
        let mut offered = Vec::new();
        let best = keys.iter().copied().max();
        if best.is_some_and(|best| !self.is_sure(plan, &slots, row(best), keys.len())) {
            offered = std::mem::take(&mut keys);
        }
        Found { keys, slots, offered }
    }

    /// Reads the words harder and harder until a project has them all: how they were read, and
    /// how they were at first.
    fn read_words(
        &self,
        query: &Query,
        correct: bool,
        plan: &mut Plan<'_>,
        read: impl Fn(Effort) -> Vec<Slot>,
    ) -> (Vec<u64>, Vec<Slot>, Vec<Slot>) {
        let effort = if correct { Effort::Rare } else { Effort::None };
        let mut slots = read(effort);
        let mut first = Vec::new();
        plan.wanted = scan::wanted(self, &slots);
        let place = |slot: &Slot| {
            let begins = || slot.unfinished && partial::begins_comune(self, slot);
            slot.reading != Reading::Ignored && (partial::names_comune(self, slot) || begins())
        };
        plan.works = if slots.iter().any(place) { scan::WORKS } else { 0 };
        let mut keys = matches(plan, query);
        let again = correct && !slots.is_empty();
        for effort in [Effort::All, Effort::Plain, Effort::Offer] {
            // A reading that would come to the same is left out.
            let in_vain = match effort {
                Effort::Plain => !understand::may_be_plain(&slots),
                Effort::Offer => !slots.iter().any(Slot::is_right_word),
                _ => false,
            };
            if !keys.is_empty() || !again || in_vain {
                continue;
            }
            let harder = read(effort);
            let scores = scan::wanted(self, &harder);
            let before = std::mem::replace(&mut plan.wanted, scores);
            keys = matches(plan, query);
            if effort == Effort::Offer && keys.is_empty() {
                plan.wanted = before;
            } else {
                let easier = std::mem::replace(&mut slots, harder);
                if first.is_empty() {
                    first = easier;
                }
            }
        }
        (keys, slots, first)
    }

    /// Whether all that a row needs was typed, or may be taken for it and not only offered: words
    /// that are not right as they stand, by one error, into words that are common here or that
    /// stand beside others that were typed rightly.
    fn is_sure(&self, plan: &Plan<'_>, slots: &[Slot], row: usize, found: usize) -> bool {
        let entities = self.entities(row);
        let tier = |scores: &Scores| scores.best(entities).map(|(tier, _)| tier);
        let must = || plan.read(slots).filter(|(slot, _)| !slot.optional);
        let typed = |(_, scores): &(&Slot, &Scores)| !scores.mended && tier(scores) == Some(Tier::Whole);
        let beside = must().filter(typed).count();
        must().all(|(slot, scores)| match (&slot.mended, tier(scores)) {
            (Some(mend), _) => sure::corrected(self, slot, &mend.meant, beside),
            (None, Some(Tier::Corrected)) => {
                let meant = slot.correction(self, entities);
                !slot.right && meant.is_some_and(|meant| sure::corrected(self, slot, &meant, beside))
            }
            (None, Some(Tier::Beginning)) => slot.is_begun(self),
            // Two words alone that hardly any project has together are perhaps a name.
            _ => slot.is_well_cut() && (!slot.is_cut() || must().count() > 2 || found >= sure::common(self)),
        })
    }

    /// The best of the rows that nearly match, and what each lacks.
    fn near(
        &self,
        plan: &Plan<'_>,
        mut rows: Vec<u64>,
        limit: usize,
        missing: impl Fn(usize) -> Vec<String>,
    ) -> Near {
        let total = rows.len();
        if limit < rows.len() {
            rows.select_nth_unstable_by(limit, |a, b| b.cmp(a));
            rows.truncate(limit);
        }
        rows.sort_unstable_by(|a, b| b.cmp(a));
        let one = |key: &u64| {
            let hit = self.hit(plan, &Line::alone(self, row(*key)))?;
            let missing = missing(row(*key));
            Some(Partial { hit, missing })
        };
        let hits = rows.iter().filter_map(one).collect();
        Near { hits, total }
    }

    /// Whether all of the project of a row lies in a comune.
    pub(super) fn is_only_in(&self, row: usize, comune: ComuneCode) -> bool {
        let [_, place, ..] = self.columns.entities[row];
        let set = self.places.get((place - self.bases.place) as usize);
        set.is_some_and(|set| set.alone && set.comuni == [comune])
    }

    fn hit(&self, plan: &Plan<'_>, line: &Line) -> Option<Hit> {
        let row = line.row;
        let project = self.columns.project[row];
        let mut hit = Hit {
            project,
            id: self.catalogue.projects.id(project as usize)?,
            fields: Fields::default(),
            corrected: false,
            alike: line.alike,
            funding: line.funding,
        };
        let entities = self.entities(row);
        for scores in &plan.wanted {
            if let Some((tier, field)) = scores.best(entities) {
                hit.fields.insert(field);
                hit.corrected |= tier == Tier::Corrected || scores.mended;
            }
        }
        Some(hit)
    }
}

/// What reading the words came to.
struct Found {
    keys: Vec<u64>,
    slots: Vec<Slot>,
    /// Rows that have the words only with corrections that are not made but offered.
    offered: Vec<u64>,
}

/// Rows by which a word that was meant is known.
const EVIDENCE: usize = 20;

/// The rows of the greatest keys.
fn best_rows(mut keys: Vec<u64>) -> Vec<usize> {
    if EVIDENCE < keys.len() {
        keys.select_nth_unstable_by(EVIDENCE, |a, b| b.cmp(a));
        keys.truncate(EVIDENCE);
    }
    keys.sort_unstable_by(|a, b| b.cmp(a));
    keys.into_iter().map(row).collect()
}

pub(super) fn row(key: u64) -> usize {
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
        if let Some(Correction { word, .. }) = slot.correction(index, entities) {
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
