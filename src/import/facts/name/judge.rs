//! Is it a name? The doubts that a run of words must survive.

use super::ask::Ask;
use super::head::Head;
use super::words::{self, is_common, is_generic, is_given_name, is_particle};
use crate::import::facts::texts::ComuneNames;
use crate::model::ComuneCode;
use crate::text::fold::fold;
use crate::text::repair;
use crate::text::tokens::{Gap, Tokens};

/// Every doubt answered: the words are a name and nothing else.
pub(super) fn is_a_name(t: &Tokens, start: usize, from: usize, end: usize, head: Head, ask: &Ask) -> bool {
    let (comuni, known) = (ask.comuni, ask.known);
    let described = (from..end).any(|i| is_common(t.at(i)) && !is_dated(t, i));
    // "SCUOLA E ORATORIO": two things; an institute "di" something studies it.
    let square = head.is_street && is_generic(t.at(from));
    let other = square
        || t.at(from) == "e" && !t.is_followed_by(from + 1, ".")
        || head.label == "istituto" && ["nazionale", "arte"].contains(&t.at(from))
        || head.label == "ponte" && t.at(from) == "a"
        || head.label == "palazzina" && t.at(from).len() == 1
        || t.is_followed_by(end, " &")
        || head.label == "istituto" && t.at(from) == "di"
        || head.label == "scuola" && t.at(from) == "superiore";
    let beyond = is_beyond_comune(t, from, end, comuni);
    let of_comune = !beyond && (head.is_service() || !head.is_landmark);
    let of_another = head.is_service()
        && (from..end).any(|i| {
            let own = comuni.iter().any(|comune| comune == t.at(i));
            is_own(t, i) && !own && is_comune_near(t.at(i), ask)
        });
    let doubts = [
        is_misspelt_comune(t, from, end, head, comuni),
        is_a_comune(t, start, end, known),
        is_of_elsewhere(t, from, end, head, ask),
        (from..end).any(|i| t.is_phrase(i, &["di", "ex"]) || is_unsayable(t.at(i)) || is_glued(t.at(i))),
        described,
        other,
        of_comune,
        of_another,
        !has_own_part(t, from, end),
        is_shortened(t, from, end),
        is_owned(t, start, end),
        is_only_letters(t, from, end),
    ];
    !doubts.contains(&true)
}

/// "Santa Rosa" is no "Rosà" of another region: a comune of the same province, or of any where nobody
/// knows which the project has.
fn is_comune_near(word: &str, ask: &Ask) -> bool {
    let near = |code: &ComuneCode| ask.own.iter().any(|(_, own)| own.province() == code.province());
    let named = ask.known.named(word);
    named.iter().any(near) || ask.own.is_empty() && !named.is_empty()
}

impl Head {
    /// One of many of its comune, which the comune's name does not tell apart.
    pub(super) fn is_service(&self) -> bool {
        self.label.contains("comunità")
            || self.label.starts_with("centrale operativa")
            || self.label == "poliambulatorio"
    }
}

/// "OSPEDALE DI CIVTA ALFA": a comune with letters astray.
fn is_misspelt_comune(t: &Tokens, from: usize, end: usize, head: Head, comuni: &[String]) -> bool {
    let near = |word: &str, part: &str| word.len() > 4 && (1..=2).contains(&strsim::osa_distance(word, part));
    let parts = || comuni.iter().flat_map(|c| c.split(' '));
    let astray = |i: usize| parts().all(|p| p != t.at(i)) && parts().any(|p| near(t.at(i), p));
    head.is_landmark
        && (from..end)
            .filter(|&i| is_own(t, i))
            .all(|i| astray(i) || parts().any(|p| p == t.at(i)))
        && (from..end).any(astray)
}

/// "CASTELLO D'ALFA" may be the name of a comune.
fn is_a_comune(t: &Tokens, start: usize, end: usize, known: &ComuneNames) -> bool {
    let words: Vec<&str> = (start..end).map(|i| t.at(i)).collect();
    !known.named(&words.join(" ")).is_empty()
}

/// "POLICLINICO ALFA DI BETA" in another comune: the hospital that owns it.
fn is_of_elsewhere(t: &Tokens, from: usize, end: usize, head: Head, ask: &Ask) -> bool {
    let Some(of) = (from + 1..end).rev().find(|&i| t.at(i) == "di") else {
        return false;
    };
    let place: Vec<&str> = (of + 1..end).map(|i| t.at(i)).collect();
    let place = place.join(" ");
    let whole = |k: usize| {
        let words: Vec<&str> = (k..end).map(|i| t.at(i)).collect();
        ask.comuni.contains(&words.join(" "))
    };
    // "TAC PER L'OSPEDALE ALFA DI BETO", said twice, is for no other.
    let name: Vec<&str> = (from..end).map(|i| t.at(i)).collect();
    let times = (0..t.len()).filter(|&i| t.is_phrase(i, &name)).count();
    head.is_landmark
        && times < 2
        && !(from..end).any(whole)
        && has_own_part(t, from, of)
        && !ask.comuni.is_empty()
        && !ask.comuni.contains(&place)
        && !ask.known.named(&place).is_empty()
}

/// "ALFAREALIZZAZIONE": the works begin inside the word.
fn is_glued(word: &str) -> bool {
    [
        "realizzazione",
        "riqualificazione",
        "ristrutturazione",
        "ampliamento",
        "costruzione",
    ]
    .iter()
    .any(|works| word.find(works).is_some_and(|at| at > 2))
}

/// No word begins so: "RLABORATORI".
fn is_unsayable(word: &str) -> bool {
    // "F.LLI".
    if word == "lli" {
        return false;
    }
    let mut letters = word.bytes();
    let (first, second) = (letters.next(), letters.next());
    first.is_some_and(|b| b"lrn".contains(&b))
        && second.is_some_and(|b| b.is_ascii_alphabetic() && !b"aeiouyh".contains(&b))
}

/// "II GIUGNO", "25 APRILE".
fn is_dated(t: &Tokens, i: usize) -> bool {
    words::is_month(t.at(i + 1))
}

/// A word that is neither generic nor a particle.
pub(super) fn has_own_part(t: &Tokens, from: usize, end: usize) -> bool {
    (from..end).any(|i| is_own(t, i))
}

fn is_own(t: &Tokens, i: usize) -> bool {
    !is_generic(t.at(i)) && !is_particle(t.at(i)) && t.at(i).chars().count() > 1
}

/// Something of its own besides the words of its comune.
fn is_beyond_comune(t: &Tokens, from: usize, end: usize, comuni: &[String]) -> bool {
    // Also with a letter astray.
    let same = |part: &str, word: &str| {
        part == word || part.len() > 4 && word.len() > 4 && strsim::osa_distance(part, word) == 1
    };
    let of_comune = |word: &str| comuni.iter().any(|c| c.split(' ').any(|part| same(part, word)));
    (from..end).any(|i| is_own(t, i) && !of_comune(t.at(i)))
}

/// The last word is an initial, an abbreviation, or has lost its end.
fn is_shortened(t: &Tokens, from: usize, end: usize) -> bool {
    let initials = (from..end).filter(|&i| t.at(i).chars().count() == 1).count();
    let last = t.at(end - 1);
    let shortened = |i: usize| {
        t.at(i).chars().count() == 1
            && t.is_followed_by(i + 1, ".")
            && i > from
            && is_particle(t.at(i - 1))
            && t.at(i - 1).len() > 2
    };
    // "MARIA D ALFA" has lost its apostrophe, and more.
    let lost = |i: usize| t.at(i) == "d" && t.gap(i + 1) == Gap::Blank && !t.is_followed_by(i + 1, ".");
    let coast = |i: usize| t.at(i) == "mare" && i > 0 && t.at(i - 1).len() == 1;
    initials > 3
        || (from..end).any(coast)
        || (from + 1..end).any(lost)
        || (from..end).any(shortened)
        || t.is_followed_by(end, ".") && !is_numbered(t, end) && !last.ends_with(['a', 'e', 'i', 'o', 'u'])
        || (last.chars().count() <= 2 && !is_numbered(t, end))
        || (last.chars().count() == 3 && end - from == 1 && !last.ends_with(['a', 'e', 'i', 'o', 'y']))
        || (from..end).any(|i| !is_particle(t.at(i)) && has_lost_its_end(t.raw(i)))
}

/// Italian names end in a vowel; one in capitals that does not may have lost an accented letter.
fn has_lost_its_end(text: &str) -> bool {
    let shouted = text.chars().count() > 3 && text.chars().all(|c| !c.is_lowercase());
    let fixed = fold(&repair::name(text));
    shouted
        && [
            "t", "ll", "rr", "ss", "cc", "d", "v", "p", "f", "b", "g", "rn", "rl", "im", "om",
        ]
        .iter()
        .any(|e| fixed.ends_with(e))
        && !words::may_end_so(&fixed)
}

/// Nothing of its own but acronyms.
fn is_only_letters(t: &Tokens, from: usize, end: usize) -> bool {
    let acronym = |i: usize| {
        let word = t.raw(i);
        word.chars().count() < 6
            && repair::name(word)
                .chars()
                .filter(|c| c.is_alphabetic())
                .all(char::is_uppercase)
    };
    (from..end).filter(|&i| is_own(t, i)).all(acronym)
}

/// "… DI ROSSI MARIO": somebody's, not something's.
fn is_owned(t: &Tokens, start: usize, end: usize) -> bool {
    let Some(of) = (start + 1..end.saturating_sub(1)).find(|&i| t.at(i) == "di" && !is_generic(t.at(i + 1)))
    else {
        return false;
    };
    let titled = |i: usize| words::is_title(t.at(i - 1));
    (2..=3).contains(&(end - of - 1)) && (of + 1..end).any(|i| is_given_name(t.at(i)) && !titled(i))
}

/// The first general word with letters astray: "OESPDALIERA".
pub(super) fn misspelt(t: &Tokens, from: usize, end: usize) -> Option<usize> {
    (from..end).filter(|&i| is_own(t, i)).find(|&i| {
        let word = t.at(i);
        let most = if word.len() >= 8 { 2 } else { 1 };
        let near = |w: &str| w.len().abs_diff(word.len()) <= most && strsim::osa_distance(w, word) <= most;
        word.len() >= 6 && words::LONG.iter().copied().any(near)
    })
}

/// The text spells a word of the name in two ways: nobody knows which is right.
pub(super) fn is_spelt_in_two_ways(t: &Tokens, from: usize, end: usize) -> bool {
    (from..end)
        .filter(|&i| is_own(t, i) && t.at(i).len() >= 6)
        .any(|i| {
            let word = t.at(i);
            (0..t.len()).any(|k| {
                let other = t.at(k);
                other != word
                    && other.len() >= 6
                    && other.len().abs_diff(word.len()) < 2
                    && other.as_bytes()[0] == word.as_bytes()[0]
                    && strsim::osa_distance(other, word) == 1
            })
        })
        || (from + 1..end)
            .filter(|&i| is_own(t, i) && is_own(t, i - 1) && t.at(i).len() > 3)
            .any(|i| {
                (1..t.len()).any(|k| {
                    let same = t.at(k - 1) == t.at(i - 1) && t.at(k).len() == t.at(i).len();
                    same && strsim::osa_distance(t.at(k), t.at(i)) == 1
                })
            })
}

/// A numeral of several letters in capitals.
pub(super) fn is_roman(t: &Tokens, i: usize) -> bool {
    t.raw(i).len() > 1 && t.raw(i).bytes().all(|b| b"IVX".contains(&b))
}

/// "Umberto I": the numeral belongs to the name.
pub(super) fn is_numbered(t: &Tokens, end: usize) -> bool {
    end >= 2 && (t.raw(end - 1) == "I" || is_roman(t, end - 1)) && is_given_name(t.at(end - 2))
}
