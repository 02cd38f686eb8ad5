//! Typed words → slots. A slot is a word that every result must have, with all that may stand
//! for it: itself, its other number, another spelling, its continuation, a synonym, a code, and,
//! when fewer than three projects have any of these, words with a typing error less. What is right
//! as it stands ([`right`]) is corrected only as an offer.

mod expand;
mod join;
mod right;
mod slot;
mod street;

use super::codes;
use slot::MANY;
pub use slot::Reading;
pub(super) use slot::{BEGUN, Correction, Effort, Manner, Mend, ONE_ERROR, Slot, Source, Stand, Tier, said};

use super::index::Index;
use super::names::italian;
use super::place::{self, Place};
use super::plain;
use super::query::{Query, What};
use super::spellings::Spellings;
use crate::text::fold::{fold, words};
use std::ops::Range;

/// The longest query that is read: nobody types more words.
const MOST_WORDS: usize = 24;

/// The slots of the words that must be there, some of them read in the place of typed ones.
pub(super) fn understand(index: &Index, query: &Query, manner: Manner<'_>, mends: &[Mend]) -> Vec<Slot> {
    let effort = manner.effort;
    let mut slots = tokens(query);
    slots.truncate(MOST_WORDS);
    slots.iter_mut().for_each(|slot| mend(slot, mends));
    join::codes(index, &mut slots);
    right::mark(index, &mut slots, manner.lang);
    if effort != Effort::None {
        mend_things(index, &mut slots);
        join::words(index, &mut slots, effort);
    }
    ignore_plain(index, &mut slots, effort);
    street::forgive(&mut slots);
    forgive_saints(index, &mut slots);
    expand::mark_spoken(index, &mut slots);
    let mut out = Vec::with_capacity(slots.len());
    for slot in slots {
        expand::expand(index, slot, manner, &mut out);
    }
    expand::phrases(index, &mut out);
    if effort >= Effort::Plain {
        forgive_plain(&mut out);
    }
    for slot in &mut out {
        expand::read(index, slot);
        if slot.mended.is_some() && slot.reading != Reading::Ignored {
            slot.reading = Reading::Corrected(vec![slot.typed.clone()]);
        }
    }
    out
}

/// Puts what was meant in the place of what was typed.
fn mend(slot: &mut Slot, mends: &[Mend]) {
    let own = mends
        .iter()
        .find(|mend| mend.span == slot.span && mend.typed == slot.typed);
    if let Some(own) = own {
        slot.typed.clone_from(&own.meant.word);
        slot.unfinished = false;
        slot.mended = Some(own.clone());
    }
}

/// Beside a comune that was asked for, a slip that is a word too is read as the thing that was meant.
fn mend_things(index: &Index, slots: &mut [Slot]) {
    let asked = place::asked(index, &said(slots));
    if !asked.is_some_and(|asked| matches!(asked.place, Place::Here(_))) {
        return;
    }
    for slot in slots {
        if let Some(meant) = right::thing_meant(index, slot) {
            let (typed, span) = (slot.typed.clone(), slot.span.clone());
            mend(slot, &[Mend { typed, span, meant }]);
        }
    }
}

/// The slot of a word to leave out.
pub(super) fn understand_alone(index: &Index, word: &str) -> Vec<Slot> {
    let query = Query::parse(word);
    let mut slots = tokens(&query);
    for slot in &mut slots {
        slot.unfinished = false;
    }
    let spellings = Spellings::new(&index.vocabulary);
    let mut out = Vec::new();
    for slot in slots {
        expand::expand(index, slot, Manner::plain(&spellings), &mut out);
    }
    out
}

fn tokens(query: &Query) -> Vec<Slot> {
    let mut out = Vec::new();
    let last = query.items.len();
    for (item, number) in query.items.iter().zip(1..) {
        let (text, exact) = match &item.what {
            What::Word(text) => (text, false),
            What::Phrase(text) => (text, true),
            What::Filter(_) => continue,
        };
        if item.negated {
            continue;
        }
        let folded = fold(text);
        let tidy = codes::tidy(text);
        let code = (!exact && codes::looks_like_code(&tidy)).then(|| text.clone());
        let slot = |word: &str| Slot {
            typed: if exact { word } else { italian(word) }.to_owned(),
            span: item.span.clone(),
            optional: false,
            reading: Reading::Unknown,
            sources: Vec::new(),
            exact,
            spoken: false,
            right: false,
            named: false,
            capital: is_capital(text),
            unfinished: false,
            code: code.clone(),
            mended: None,
        };
        let first = out.len();
        out.extend(words(&folded).map(slot));
        if query.unfinished
            && number == last
            && let Some(slot) = out.last_mut()
        {
            slot.unfinished = true;
        }
        // A code with signs inside is one word all the same.
        if out.len() > first + 1
            && code.is_some()
            && tidy.bytes().any(|b| b.is_ascii_alphabetic())
            && tidy.len() > 5
        {
            out.truncate(first + 1);
            out[first].typed = tidy.to_lowercase();
            out[first].unfinished = query.unfinished && number == last;
        } else if out.len() > first + 1 {
            out[first..].iter_mut().for_each(|slot| slot.code = None);
        }
    }
    out
}

/// "Sanremo", and not "SANREMO".
fn is_capital(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

/// Words that say little are passed over, unless nothing else was typed.
fn ignore_plain(index: &Index, slots: &mut [Slot], effort: Effort) {
    // A single letter begins half of all words: it says something when there are two.
    let growing = |slot: &Slot| {
        let mut letters = slot.typed.chars();
        slot.unfinished && letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
    };
    if let Some(last) = slots.last_mut().filter(|slot| growing(slot)) {
        last.reading = Reading::Ignored;
    }
    let words: Vec<String> = slots.iter().map(|slot| slot.typed.clone()).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    for (at, slot) in slots.iter_mut().enumerate().filter(|(_, slot)| !slot.exact) {
        if plain::is_somebodys(&words[..at], words[at], words.get(at + 1).copied()) {
            slot.reading = Reading::Ignored;
        }
    }
    // "Pgato" may be "Prato" rather than "pagato", and "comunia" "comunità" rather than "comuni".
    let is_place = |slot: &Slot| {
        let mut near = index.vocabulary.near(&slot.typed, 1);
        near.any(|term| index.is_comune(index.vocabulary.word(term)))
    };
    let is_other = |slot: &Slot| {
        let mut near = index.vocabulary.near(&slot.typed, 1);
        near.any(|term| index.projects_of(term) >= MANY && !plain::says_little(index.vocabulary.word(term)))
    };
    let plain = |slot: &Slot| {
        let slip = || effort != Effort::None && !slot.right && plain::is_slip(&slot.typed) && !is_place(slot);
        slot.reading == Reading::Ignored
            || !slot.exact && !slot.named && (plain::is_passed_over(&slot.typed) || slip())
    };
    if slots.iter().all(plain) {
        return;
    }
    let last = slots.len();
    // "4.0" says something.
    let digits = |slot: &Slot| slot.typed.bytes().all(|b| b.is_ascii_digit());
    let version = |pair: &&[Slot]| pair[0].span == pair[1].span && pair.iter().all(digits);
    let versions: Vec<Range<usize>> = slots
        .windows(2)
        .filter(version)
        .map(|pair| pair[0].span.clone())
        .collect();
    for (slot, number) in slots.iter_mut().zip(1..) {
        if plain(slot) {
            slot.reading = Reading::Ignored;
        } else if !slot.exact && !slot.named && plain::is_soft(&slot.typed)
            || effort != Effort::None
                && !slot.right
                && !slot.exact
                && plain::soft_slip(&slot.typed).is_some()
                && !is_other(slot)
                && !is_place(slot)
                && soften(slot)
            || slot.typed.chars().count() == 1 && number < last && !versions.contains(&slot.span)
        {
            slot.optional = true;
        }
    }
    if slots.iter().all(|s| s.optional || s.reading == Reading::Ignored) {
        slots.iter_mut().for_each(|s| s.optional = false);
    }
}

/// Where a saint is from shuts out nothing: the church may be written without it.
fn forgive_saints(index: &Index, slots: &mut [Slot]) {
    let place = place::of_a_saint(index, &said(slots)).unwrap_or_default();
    let own = slots.get_mut(place).unwrap_or_default();
    own.iter_mut()
        .filter(|slot| !slot.exact)
        .for_each(|slot| slot.optional = true);
}

/// Takes a mistyped "nuove" for it: like the word that was meant it shuts out nothing.
fn soften(slot: &mut Slot) -> bool {
    let Some(meant) = plain::soft_slip(&slot.typed) else {
        return false;
    };
    slot.typed = meant.to_owned();
    slot.right = true;
    true
}

/// Whether [`Effort::Plain`] could read a word otherwise.
pub(super) fn may_be_plain(slots: &[Slot]) -> bool {
    slots.iter().any(|slot| plain::near(&slot.typed).is_some())
}

/// A mistyped "della" or "comune" shuts out nothing, like the word that was meant.
fn forgive_plain(slots: &mut [Slot]) {
    let says_more = |slot: &Slot| !slot.optional && slot.reading != Reading::Ignored;
    for at in 0..slots.len() {
        let (before, rest) = slots.split_at_mut(at);
        let Some((slot, after)) = rest.split_first_mut() else {
            return;
        };
        let others = before.iter().chain(&*after).any(says_more);
        let held = slot.right || slot.sources.iter().any(|s| s.tier == Tier::Whole);
        if !others || held || slot.exact || !says_more(slot) {
            continue;
        }
        if let Some(meant) = plain::near(&slot.typed) {
            slot.optional = true;
            if slot.sources.is_empty() {
                slot.reading = Reading::Corrected(vec![meant.to_owned()]);
            }
        }
    }
}
