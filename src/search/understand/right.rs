//! What is right as it stands: a word that the archive has, a word of common Italian, one of those
//! that say little, a word of the name of a place. It is never corrected, split or joined, but as
//! an offer; and in the name of a comune no synonym acts ("Pieve Santo Stefano" is no church).

use super::slot::{Correction, MANY, ONE_ERROR, RARE, Slot, said};
use crate::lang::Lang;
use crate::search::index::Index;
use crate::search::inflect::forms;
use crate::search::place::{self, LONGEST};
use crate::search::vocabulary::Term;
use crate::search::{lexicon, plain, sure};

/// Marks the words that are right, and those that together name a comune.
pub(super) fn mark(index: &Index, slots: &mut [Slot], lang: Lang) {
    let names = index.comune_names();
    for start in 0..slots.len() {
        let mut name = slots[start].typed.clone();
        for end in start + 1..slots.len().min(start + LONGEST) {
            name.push(' ');
            name.push_str(&slots[end].typed);
            if names.whole(&name).next().is_some() {
                for slot in &mut slots[start..=end] {
                    (slot.right, slot.named) = (true, true);
                }
            }
        }
    }
    let asked = place::asked(index, &said(slots)).map(|asked| asked.first..asked.end);
    for slot in slots.get_mut(asked.unwrap_or(0..0)).unwrap_or_default() {
        (slot.right, slot.named) = (true, true);
    }
    for slot in slots.iter_mut().filter(|slot| !slot.right) {
        slot.right = is_right(index, &slot.typed, lang);
    }
}

/// The thing that was meant by a word that hardly any project has, though Italian has it: at a comune
/// "scola" is rather a school.
pub(super) fn thing_meant(index: &Index, slot: &Slot) -> Option<Correction> {
    let projects = |term| index.projects_of(term);
    let known = index.vocabulary.find(&slot.typed).map_or(0, projects);
    if known >= RARE
        || slot.named
        || slot.exact
        || slot.mended.is_some()
        || plain::is_passed_over(&slot.typed)
    {
        return None;
    }
    // One letter for another makes words that are meant: "parto" is no park.
    let lacks = |term: &Term| index.vocabulary.word(*term).len() != slot.typed.len();
    let near = index.vocabulary.near(&slot.typed, 1).filter(lacks);
    let meant = near.filter(|term| projects(*term) >= MANY && place::is_thing_of(index, *term));
    let meant = meant.max_by_key(|term| projects(*term)).map(|term| Correction {
        word: index.vocabulary.word(term).to_owned(),
        grade: ONE_ERROR,
        projects: projects(term),
    });
    meant.filter(|meant| sure::corrected(index, slot, meant, 1))
}

/// Whether a word is right in itself.
pub(super) fn is_right(index: &Index, word: &str, lang: Lang) -> bool {
    let held = |word: &str| {
        index
            .vocabulary
            .find(word)
            .is_some_and(|t| index.is_word(t, lang))
    };
    let mut other = false;
    forms(word, |form| other |= held(form));
    held(word)
        || other
        || plain::is_passed_over(word)
        || plain::is_soft(word)
        || lexicon::has(word)
        || index.is_place_word(word)
}
