//! The filters of a query, gathered by kind, and which entities and combinations they let through.

use super::mask::Mask;
use super::measures::{of_measure, of_mission};
use super::named::{bodies, comuni, provinces, regions};
use crate::model::{Cents, Measure, ProjectId, Status};
use crate::search::areas;
use crate::search::index::columns::{COMBINATIONS, combination, day};
use crate::search::index::{Entity, Index, PlaceSet};
use crate::search::kind::{AmountBand, BodyKind};
use crate::search::query::Filter;
use crate::search::rows::Rows;

type PlaceTest = Box<dyn Fn(&PlaceSet) -> bool>;

/// The filters that were chosen, gathered by kind: within one kind any will do.
#[derive(Default)]
pub(super) struct Chosen {
    places: Vec<(bool, u8, PlaceTest)>,
    /// Entities that a filter names: whether it is negated, its kind, the entities.
    named: Vec<(bool, u8, Vec<Entity>)>,
    combined: Vec<(bool, u8, Vec<bool>)>,
}

impl Chosen {
    /// A filter whose value the archive has.
    pub fn take(&mut self, index: &Index, filter: &Filter, negated: bool, mask: &mut Mask) {
        match filter {
            Filter::Comune(typed) => {
                let codes = comuni(index, typed).unwrap_or_default();
                self.places(negated, 0, move |set| {
                    set.comuni.iter().any(|c| codes.binary_search(c).is_ok())
                });
            }
            Filter::Province(typed) => {
                let codes = provinces(index, typed).unwrap_or_default();
                self.places(negated, 1, move |set| {
                    set.provinces.iter().any(|c| codes.binary_search(c).is_ok())
                });
            }
            Filter::Region(typed) => {
                let codes = regions(index, typed).unwrap_or_default();
                self.places(negated, 2, move |set| {
                    set.regions.iter().any(|c| codes.binary_search(c).is_ok())
                });
            }
            Filter::Area(typed) => {
                let codes = areas::named(typed).unwrap_or_default();
                self.places(negated, 3, move |set| {
                    set.comuni.iter().any(|c| codes.binary_search(c).is_ok())
                });
            }
            Filter::Wide(typed) => {
                let places = index.wide_of(&comuni(index, typed).unwrap_or_default());
                self.places(negated, 4, move |set| set.is_wide(&places));
            }
            Filter::Mission(code) => self.measures(negated, 0, index, |m| of_mission(m, code)),
            Filter::Measure(typed) => self.measures(negated, 1, index, |m| of_measure(m, typed)),
            Filter::Body(typed) => {
                let named = bodies(index, typed).unwrap_or_default();
                self.named.push((negated, 2, named));
            }
            Filter::Status(status) => self.combination(negated, 0, |s, _, _| s == *status),
            Filter::Kind(kind) => self.combination(negated, 1, |_, k, _| k == *kind),
            Filter::Like(id) => {
                let mut like = mask.like.take().unwrap_or_else(|| Rows::none(index.len()));
                let project = ProjectId::parse(id).and_then(|id| index.catalogue.position(id));
                let row = |p: usize| index.columns.project.iter().position(|own| *own as usize == p);
                if let Some(row) = project.and_then(row) {
                    let groups = index.groups();
                    let own = groups.iter().zip(0..).filter(|(group, _)| **group == groups[row]);
                    own.for_each(|(_, row)| like.insert(row));
                }
                mask.like = Some(like);
                mask.unlike = negated;
            }
            Filter::Bad { .. } => {}
            Filter::NoAmount => self.combination(negated, 2, |_, _, b| b == AmountBand::Unpublished),
            Filter::Amount { min, max } => {
                let range = (min.unwrap_or(Cents(i64::MIN)).0, max.unwrap_or(Cents(i64::MAX)).0);
                if negated {
                    mask.not_amount.push(range);
                } else {
                    mask.min = mask.min.max(range.0);
                    mask.max = mask.max.min(range.1);
                    mask.with_amount = true;
                }
            }
            Filter::End { from, to } => {
                let range = (from.map_or(1, day), to.map_or(u32::MAX, day));
                if negated {
                    mask.not_end.push(range);
                } else {
                    mask.from = mask.from.max(range.0);
                    mask.to = mask.to.min(range.1);
                }
            }
        }
    }

    fn places(&mut self, negated: bool, kind: u8, test: impl Fn(&PlaceSet) -> bool + 'static) {
        self.places.push((negated, kind, Box::new(test)));
    }

    fn measures(&mut self, negated: bool, kind: u8, index: &Index, test: impl Fn(&Measure) -> bool) {
        let numbered = index.catalogue.measures.iter().zip(index.bases.measure..);
        let named = numbered.filter(|(m, _)| test(m)).map(|(_, e)| e).collect();
        self.named.push((negated, kind, named));
    }

    fn combination(&mut self, negated: bool, kind: u8, test: impl Fn(Status, BodyKind, AmountBand) -> bool) {
        let mut passes = vec![false; COMBINATIONS];
        for status in Status::ALL {
            for body in BodyKind::ALL {
                for band in AmountBand::ALL {
                    passes[usize::from(combination(*status, body, band))] = test(*status, body, band);
                }
            }
        }
        self.combined.push((negated, kind, passes));
    }

    pub fn entities(&self, index: &Index) -> Option<Vec<bool>> {
        if self.places.is_empty() && self.named.is_empty() {
            return None;
        }
        let bases = &index.bases;
        let mut out = vec![true; bases.category as usize];
        for (set, at) in index.places.iter().zip(bases.place as usize..) {
            let tests = self
                .places
                .iter()
                .map(|(negated, kind, test)| (*negated, *kind, test(set)));
            out[at] = holds(tests);
        }
        for (kinds, range) in [
            (0..2, bases.measure..bases.place),
            (2..3, bases.body..bases.category),
        ] {
            let own: Vec<_> = self
                .named
                .iter()
                .filter(|(_, kind, _)| kinds.contains(kind))
                .collect();
            if own.is_empty() {
                continue;
            }
            let judge =
                |entity: Entity| {
                    holds(own.iter().map(|(negated, kind, named)| {
                        (*negated, *kind, named.binary_search(&entity).is_ok())
                    }))
                };
            for entity in range {
                out[entity as usize] = judge(entity);
            }
            // Entity 0 stands for no body: it has none of what is named. All have a measure.
            if kinds.contains(&2) {
                out[0] &= judge(0);
            }
        }
        Some(out)
    }

    pub fn combinations(&self) -> Option<Vec<bool>> {
        let judge = |n: usize| {
            holds(
                self.combined
                    .iter()
                    .map(|(negated, kind, passes)| (*negated, *kind, passes[n])),
            )
        };
        (!self.combined.is_empty()).then(|| (0..COMBINATIONS).map(judge).collect())
    }
}

/// Whether tests hold: of one kind any, of several kinds all, of negated ones none.
fn holds(tests: impl Iterator<Item = (bool, u8, bool)>) -> bool {
    let (mut asked, mut met) = (0u8, 0u8);
    for (negated, kind, passed) in tests {
        if negated {
            if passed {
                return false;
            }
            continue;
        }
        asked |= 1 << kind;
        met |= u8::from(passed) << kind;
    }
    asked == met
}
