//! Words that belong together though a blank divides them: a code read aloud in groups, "tele
//! medicina"; and the reverse, "piazzadante".

use super::slot::{Effort, Reading, Slot};
use crate::search::codes;
use crate::search::index::Index;
use crate::search::plain;

/// Joins neighbours that together begin a code: `J57H 2200 1230 006`.
pub(super) fn codes(index: &Index, slots: &mut Vec<Slot>) {
    let mut i = 0;
    while i + 1 < slots.len() {
        let mut joined = codes::tidy(&slots[i].typed);
        let mut best = None;
        for (j, slot) in slots.iter().enumerate().skip(i + 1) {
            joined.push_str(&codes::tidy(&slot.typed));
            if slot.exact || joined.len() > 15 {
                break;
            }
            let digits = joined.bytes().filter(u8::is_ascii_digit).count();
            if joined.len() >= 6 && digits >= 3 && !index.codes.beginning(&joined).is_empty() {
                best = Some((j, joined.clone()));
            }
        }
        if let Some((j, code)) = best {
            slots[i].typed = code.to_lowercase();
            slots[i].span.end = slots[j].span.end;
            slots[i].unfinished = slots[j].unfinished;
            slots[i].code = Some(code);
            slots.drain(i + 1..=j);
        }
        i += 1;
    }
}

/// Joins two words that together are a known one, when one of them is hardly known.
pub(super) fn words(index: &Index, slots: &mut Vec<Slot>, effort: Effort) {
    let known = |word: &str| {
        let found = index.vocabulary.find(word);
        found.map_or(0, |term| index.projects_of(term))
    };
    let mut i = 0;
    while i + 1 < slots.len() {
        let (one, other) = (&slots[i], &slots[i + 1]);
        let joined = format!("{}{}", one.typed, other.typed);
        let rare = |slot: &Slot| known(&slot.typed) < 3 && !slot.right;
        let weak = effort >= Effort::All || rare(one) || rare(other) && !other.unfinished;
        if weak
            && !one.exact
            && !other.exact
            && !one
                .typed
                .bytes()
                .chain(other.typed.bytes())
                .any(|b| b.is_ascii_digit())
            && joined.len() >= 4
            && index.vocabulary.find(&joined).is_some()
        {
            let end = other.span.end;
            slots[i].unfinished = false;
            slots[i].right = true;
            slots[i].span.end = end;
            slots[i].reading = Reading::Joined(joined.clone());
            slots[i].typed = joined;
            slots.remove(i + 1);
        }
        i += 1;
    }
}

/// The best way to divide a word into two known ones. A word that says little may be one of
/// them ("dellascuola"); when the word is unfinished, so may the second be.
pub(super) fn split(index: &Index, word: &str, unfinished: bool) -> Option<(String, String)> {
    if !word.is_ascii() || word.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let known = |part: &str, whole: bool| -> u32 {
        if plain::is_stop(part) && part.len() > 1 {
            return u32::MAX;
        }
        if part.len() < 3 {
            return 0;
        }
        // A word of the synonyms counts though no project has it.
        let exact = index
            .vocabulary
            .find(part)
            .map_or(0, |t| index.projects_of(t).max(1));
        if whole || exact > 0 {
            return exact;
        }
        let terms = index.vocabulary.beginning(part);
        terms
            .take(64)
            .map(|t| index.projects_of(t))
            .max()
            .unwrap_or_default()
    };
    // Of two ways the one whose rarer half is the more common counts.
    let ways = (2..word.len().saturating_sub(1)).filter_map(|i| {
        let (one, other) = word.split_at(i);
        let least = known(one, true).min(known(other, !unfinished));
        let both_plain = plain::is_stop(one) && plain::is_stop(other);
        (least > 0 && !both_plain).then_some((least, i))
    });
    let (_, i) = ways.max()?;
    let (one, other) = word.split_at(i);
    Some((one.to_owned(), other.to_owned()))
}
