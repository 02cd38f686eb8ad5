//! Is it a name? The doubts that a run of words must survive.

use super::part::Word;
use super::words::{self, is_common, is_generic, is_given_name, is_particle};
use crate::text::fold::fold;
use crate::text::repair;

/// Every doubt answered: the words are a name and nothing else.
pub(super) fn is_a_name(name: &[Word], comuni: &[String]) -> bool {
    let described = name.iter().any(|w| is_common(&w.folded) || w.text.contains('?'));
    // "SCUOLA E ORATORIO": two things; "SCUOLA SUPERIORE …": a university, not a building.
    let other = name[1].folded == "e" || (name[0].folded == "scuola" && name[1].folded == "superiore");
    !described
        && !other
        && has_own_part(name)
        && !is_shortened(name)
        && !is_owned(name)
        && !is_only_letters(name)
        && (is_beyond_comune(name, comuni) || is_one_of_a_kind(name))
}

/// A word that is neither generic nor a particle.
pub(super) fn has_own_part(name: &[Word]) -> bool {
    name.iter().skip(1).any(is_own)
}

fn is_own(word: &Word) -> bool {
    !is_generic(&word.folded) && !is_particle(&word.folded)
}

/// Something of its own besides the words of its comune.
fn is_beyond_comune(name: &[Word], comuni: &[String]) -> bool {
    let of_comune = |word: &str| {
        comuni
            .iter()
            .any(|c| c.split(' ').any(|part| word.split(' ').any(|w| w == part)))
    };
    name.iter().skip(1).any(|w| is_own(w) && !of_comune(&w.folded))
}

/// Each place has one at most (a castle, a hospital): its comune's name is enough of a name.
fn is_one_of_a_kind(name: &[Word]) -> bool {
    words::is_landmark(&name[0].folded) && !name.iter().any(|w| w.folded.starts_with("comunit"))
}

/// The last word is an initial, an abbreviation, or has lost its end.
fn is_shortened(name: &[Word]) -> bool {
    let initials = name.iter().filter(|w| w.folded.chars().count() == 1).count();
    let Some(last) = name.last() else { return true };
    let text = last.text.trim_end_matches([')', '"']);
    initials > 3
        || text.ends_with('.')
        || (last.folded.len() <= 2 && !is_numbered(name))
        || has_lost_its_end(text)
}

/// Italian names end in a vowel; one in capitals that does not may have lost an accented letter.
fn has_lost_its_end(text: &str) -> bool {
    let shouted = text.chars().count() > 2 && text.chars().all(|c| !c.is_lowercase());
    let fixed = fold(&repair::name(text));
    shouted && !fixed.ends_with(['a', 'e', 'i', 'o', 'u', 'y']) && !words::may_end_so(&fixed)
}

/// Nothing of its own but acronyms.
fn is_only_letters(name: &[Word]) -> bool {
    let acronym = |w: &Word| {
        w.text.chars().count() < 6
            && repair::name(w.text)
                .chars()
                .filter(|c| c.is_alphabetic())
                .all(char::is_uppercase)
    };
    name.iter().skip(1).filter(|w| is_own(w)).all(acronym)
}

/// "… DI ROSSI MARIO": somebody's, not something's.
fn is_owned(name: &[Word]) -> bool {
    let of = name
        .windows(2)
        .position(|pair| pair[0].folded == "di" && !is_generic(&pair[1].folded));
    let Some(of) = of else { return false };
    let owner = &name[of + 1..];
    let titled = |i: usize| i > 0 && words::is_title(&owner[i - 1].folded);
    owner.len() <= 3
        && owner
            .iter()
            .enumerate()
            .any(|(i, w)| is_given_name(&w.folded) && !titled(i))
}

/// "Umberto I": the numeral belongs to the name.
pub(super) fn is_numbered(name: &[Word]) -> bool {
    match name {
        [.., before, last] => {
            ["i", "ii", "iii", "iv"].contains(&last.folded.as_str()) && is_given_name(&before.folded)
        }
        _ => false,
    }
}
