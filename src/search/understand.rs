//! Typed words → slots. A slot is a word that every result must have, with all that may stand
//! for it: itself, its other number, another spelling, its continuation, a synonym, a code, and,
//! when fewer than three projects have any of these, words with a typing error less.

mod expand;
mod join;

use super::codes::{self, CodeKind};
use super::index::Index;
use super::plain;
use super::query::{Query, What};
use super::vocabulary::Term;
use crate::text::fold::{fold, words};
use std::ops::Range;

/// How a match came about, best first; every higher one stands above every lower one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u16)]
pub(super) enum Tier {
    Corrected = 1,
    Synonym = 2,
    Beginning = 3,
    Whole = 4,
}

/// Something that may stand for a typed word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    Term(Term),
    /// All words that begin with it.
    Terms(Range<Term>),
    /// A phrase of the synonyms.
    Phrase(u32),
    /// Places in the list of codes.
    Codes(Range<usize>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Source {
    pub stand: Stand,
    pub tier: Tier,
    /// Worth within its tier, 0 to 100.
    pub grade: u16,
}

/// How a word was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Said little and was passed over.
    Ignored,
    /// Stands as it was typed (or in its other number, or in another spelling).
    Whole,
    /// Is the beginning of words.
    Unfinished,
    Code(CodeKind),
    /// Only other words for the same thing were found: as the archive says it.
    Synonym(Vec<String>),
    /// A typing error was mended: what it was taken for, likeliest first.
    Corrected(Vec<String>),
    /// Two words written as one.
    Split(String, String),
    /// One word written as two.
    Joined(String),
    /// Nothing like it is known.
    Unknown,
}

#[derive(Clone, Debug)]
pub(super) struct Slot {
    /// Folded, as typed.
    pub typed: String,
    pub span: Range<usize>,
    /// May be missing from a result.
    pub optional: bool,
    pub reading: Reading,
    pub sources: Vec<Source>,
    /// Words of an exact phrase stand for themselves only.
    exact: bool,
    /// One of a phrase of the synonyms, with others beside it: known, though alone it may not be.
    spoken: bool,
    unfinished: bool,
    /// As typed, when it may be a code.
    code: Option<String>,
}

impl Slot {
    /// The corrected word that one of these entities has.
    pub fn correction(&self, index: &Index, entities: [u32; 5]) -> Option<String> {
        let corrected = self.sources.iter().filter(|s| s.tier == Tier::Corrected);
        let mut best: Option<(u16, String)> = None;
        for source in corrected {
            let (postings, word) = match &source.stand {
                Stand::Term(term) => (index.postings(*term), index.vocabulary.word(*term).to_owned()),
                Stand::Phrase(phrase) => {
                    let words = index.synonyms.phrases[*phrase as usize].join(" ");
                    (index.phrase(*phrase), words)
                }
                Stand::Terms(_) | Stand::Codes(_) => continue,
            };
            let has = |e: &u32| postings.binary_search_by(|p| p.entity().cmp(e)).is_ok();
            if best.as_ref().is_none_or(|(grade, _)| source.grade > *grade) && entities.iter().any(has) {
                best = Some((source.grade, word));
            }
        }
        best.map(|(_, word)| word)
    }
}

/// The longest query that is read: nobody types more words.
const MOST_WORDS: usize = 24;

/// How far a reading goes, each further than the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Effort {
    /// Nothing is corrected.
    None,
    /// A word that fewer than three projects have.
    Rare,
    /// Every word: the first reading found nothing.
    All,
    /// Words that say little may be mistyped too: the second reading found nothing.
    Plain,
}

/// The slots of the words that must be there.
pub(super) fn understand(index: &Index, query: &Query, effort: Effort) -> Vec<Slot> {
    let mut slots = tokens(query);
    slots.truncate(MOST_WORDS);
    join::codes(index, &mut slots);
    if effort != Effort::None {
        join::words(index, &mut slots, effort);
    }
    ignore_plain(&mut slots);
    expand::mark_spoken(index, &mut slots);
    let mut out = Vec::with_capacity(slots.len());
    for slot in slots {
        expand::expand(index, slot, effort, &mut out);
    }
    expand::phrases(index, &mut out);
    if effort == Effort::Plain {
        forgive_plain(&mut out);
    }
    for slot in &mut out {
        expand::read(index, slot);
    }
    out
}

/// The slot of a word to leave out.
pub(super) fn understand_alone(index: &Index, word: &str) -> Vec<Slot> {
    let query = Query::parse(word);
    let mut slots = tokens(&query);
    for slot in &mut slots {
        slot.unfinished = false;
    }
    let mut out = Vec::new();
    for slot in slots {
        expand::expand(index, slot, Effort::None, &mut out);
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
            typed: word.to_owned(),
            span: item.span.clone(),
            optional: false,
            reading: Reading::Unknown,
            sources: Vec::new(),
            exact,
            spoken: false,
            unfinished: false,
            code: code.clone(),
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

/// Words that say little are passed over, unless nothing else was typed.
fn ignore_plain(slots: &mut [Slot]) {
    // A single letter begins half of all words: it says something when there are two.
    let growing = |slot: &Slot| {
        let mut letters = slot.typed.chars();
        slot.unfinished && letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
    };
    if let Some(last) = slots.last_mut().filter(|slot| growing(slot)) {
        last.reading = Reading::Ignored;
    }
    let plain =
        |slot: &Slot| slot.reading == Reading::Ignored || !slot.exact && plain::is_passed_over(&slot.typed);
    if slots.iter().all(plain) {
        return;
    }
    let last = slots.len();
    for (slot, number) in slots.iter_mut().zip(1..) {
        if plain(slot) {
            slot.reading = Reading::Ignored;
        } else if !slot.exact && plain::is_soft(&slot.typed)
            || slot.typed.chars().count() == 1 && number < last
        {
            slot.optional = true;
        }
    }
    if slots.iter().all(|s| s.optional || s.reading == Reading::Ignored) {
        slots.iter_mut().for_each(|s| s.optional = false);
    }
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
        let held = slot.sources.iter().any(|s| s.tier == Tier::Whole);
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
