//! What a search at a place keeps to: the comune that was asked for, what is not there, the place that the
//! archive is not about.

use super::distance;
use super::field::Field;
use super::index::Index;
use super::partial;
use super::phrase::Finder;
use super::place::{self, Beyond, Place};
use super::query::Query;
use super::run::row;
use super::scan::{Plan, Scores};
use super::sure;
use super::understand::{self, Correction, Mend, ONE_ERROR, Reading, Slot};
use crate::model::ComuneCode;

impl Index {
    /// Whether what the words may have been meant to be is common here: of a word that hardly any
    /// project has nobody is asked.
    pub(super) fn may_offer(&self, slots: &[Slot]) -> bool {
        let common = sure::common(self) as u32;
        slots.iter().all(|slot| match &slot.reading {
            Reading::Corrected(found) => found.first().is_none_or(|word| {
                let term = self.vocabulary.find(word);
                term.is_none_or(|term| self.projects_of(term) >= common)
            }),
            _ => true,
        })
    }

    /// The comune that a mistyped word surely is: what was understood is not called unknown.
    pub(super) fn mended_place(&self, slot: &Slot) -> Option<Mend> {
        if let Some(mend) = &slot.mended {
            let is_place = self.is_comune(&mend.meant.word) && sure::corrected(self, slot, &mend.meant, 1);
            return is_place.then(|| mend.clone());
        }
        let Reading::Corrected(found) = &slot.reading else {
            return None;
        };
        let word = found.first().filter(|word| self.is_comune(word))?;
        let meant = Correction {
            word: word.clone(),
            grade: ONE_ERROR,
            projects: self.projects_of(self.vocabulary.find(word)?),
        };
        let by_one = distance::within(slot.typed.as_bytes(), word.as_bytes(), 1);
        (by_one && sure::corrected(self, slot, &meant, 1)).then(|| Mend {
            typed: slot.typed.clone(),
            span: slot.span.clone(),
            meant,
        })
    }

    /// Of projects of which some lie in a comune only those: "Leonardo da Vinci" is no school at Vinci.
    pub(super) fn keep_in(&self, comune: ComuneCode, keys: &mut Vec<u64>) {
        let is_in = |key: &u64| self.is_in(row(*key), comune);
        if keys.iter().any(is_in) {
            keys.retain(is_in);
        }
    }

    fn is_in(&self, row: usize, comune: ComuneCode) -> bool {
        let [_, place, ..] = self.columns.entities[row];
        let set = self.places.get((place - self.bases.place) as usize);
        set.is_some_and(|set| set.comuni.contains(&comune))
    }

    /// The thing that was asked for beside a comune, as typed, where none of the rows is one: a
    /// service whose measure speaks of schools is no school.
    pub(super) fn lacking(
        &self,
        plan: &Plan<'_>,
        slots: &[Slot],
        query: &Query,
        keys: &[u64],
    ) -> Option<String> {
        let must: Vec<(&Slot, &Scores)> = plan.read(slots).filter(|(slot, _)| !slot.optional).collect();
        let mut others = must.iter().filter(|(slot, _)| !slot.named);
        let (Some((thing, scores)), None) = (others.next(), others.next()) else {
            return None;
        };
        let is_one = |key: &u64| {
            let own = [
                Field::Thing,
                Field::Title,
                Field::Site,
                Field::OfficialTitle,
                Field::Body,
            ];
            let found = scores.best(self.entities(row(*key)));
            self.columns.is_works(row(*key)) || found.is_some_and(|(_, field)| own.contains(&field))
        };
        let may_be = place::is_thing(self, thing.word()) || thing.reading == Reading::Unfinished;
        (may_be && !keys.iter().any(is_one)).then(|| partial::as_typed(thing, query))
    }

    /// The place beyond the region that was asked for, unless a project that was found is called so.
    pub(super) fn beyond(&self, asked: place::Asked, slots: &[Slot], keys: &[u64]) -> Option<Beyond> {
        let carried = place::carried(&understand::said(slots), &asked);
        let mut finder = carried.map(|name| Finder::new(self, &name));
        let is_carried = keys
            .iter()
            .any(|key| finder.as_mut().is_some_and(|f| f.in_row(row(*key))));
        match asked.place {
            Place::Beyond(beyond) if !is_carried => Some(beyond),
            _ => None,
        }
    }
}
