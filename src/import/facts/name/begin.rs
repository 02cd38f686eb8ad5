//! Where a name may begin: behind a sign, behind a description of works that we know, or right
//! behind "della", "presso", "denominato".

use super::head::{self, Head};
use super::words::{self, is_generic, is_particle};
use crate::import::facts::place::span;
use crate::text::tokens::{Gap, Tokens};

/// Words before a name of which one may be unknown: "APPARTEMNTI PALAZZO ALFA".
const FEW: usize = 5;

/// A name may begin at the start of the part, after a sign, or after the description of the works
/// ("RESTAURO DI …"), whose every word we must know, but for one before a kind of building that is
/// no other thing.
pub(super) fn may_begin(t: &Tokens, from: usize, i: usize) -> bool {
    if i == from || is_parted(t, i) {
        return true;
    }
    let begins = |k: usize| is_parted(t, k) || PURPOSE.contains(&t.at(k));
    let clause = (from..i).rev().find(|&k| begins(k)).unwrap_or(from);
    let unknown = (clause..i).filter(|&k| !is_known(t, from, k)).count();
    let house = t.at(if head::OLD.contains(&t.at(i)) { i + 1 } else { i });
    let sure = ["palazzo", "ospedale", "teatro", "convento"].contains(&house);
    unknown == 0 || unknown == 1 && sure && i - clause <= FEW
}

/// Behind it stands what a service is for.
const PURPOSE: &[&str] = &["per"];

/// A word of the description of works.
fn is_known(t: &Tokens, from: usize, k: usize) -> bool {
    let word = t.at(k);
    let mark = word.len() == 1 && k > from && is_part_of_house(t.at(k - 1));
    span::is_works(word)
        || is_particle(word)
        || is_generic(word)
        || words::may_precede(word)
        || mark
        || word.bytes().all(|b| b.is_ascii_digit())
}

/// "TERMOCONVETTORI DELLA SCUOLA ALFA": whatever is done there, unless the words say that it is done
/// beside or for the building.
pub(super) fn is_of_it(t: &Tokens, from: usize, i: usize, head: Head) -> bool {
    let clause = (from..i)
        .rev()
        .find(|&k| is_parted(t, k) || LEADS.contains(&t.at(k)))
        .unwrap_or(from);
    let Some(before) = i.checked_sub(1).filter(|before| *before >= clause) else {
        return false;
    };
    let article = ["la", "il", "lo", "l", "i", "le"].contains(&t.at(before));
    let at = t.at(if article { before.saturating_sub(1) } else { before }) == "presso";
    let leads = OF.contains(&t.at(before)) || CALLED.contains(&t.at(before)) || at;
    let unknown = (clause..i).filter(|&k| !is_known(t, from, k)).count();
    // "… SEDI ALFA E VILLA BETA", "DISPOSITIVI COT AZIENDA ALFA": with nothing that leads there.
    let bare = head.is_strong && !head.is_service();
    let most = match leads {
        true => MOST_UNKNOWN,
        false if bare => 1,
        false => return false,
    };
    head.is_a_house() && unknown <= most && !(clause..i).any(|k| words::is_beside(t.at(k)))
}

/// Behind these stands what is done, before them who does it and how.
const LEADS: &[&str] = &[
    "lavori",
    "intervento",
    "interventi",
    "opere",
    "appalto",
    "progetto",
];

/// What leads from works to the building that they are done on.
const OF: &[&str] = &[
    "di", "del", "dello", "della", "dell", "dei", "delle", "al", "allo", "alla", "all", "nel", "nella",
    "nell", "nello",
];

/// Words before the name of a building that no list has.
const MOST_UNKNOWN: usize = 5;

/// "PADIGLIONE C", "BLOCCO B": the letter tells a part.
fn is_part_of_house(word: &str) -> bool {
    ["padiglione", "pad", "blocco", "corpo", "ala", "edificio"].contains(&word)
}

/// What leads from a thing to its name.
pub(super) const CALLED: &[&str] = &[
    "denominato",
    "denominata",
    "detto",
    "detta",
    "chiamato",
    "chiamata",
    "intitolato",
    "intitolata",
];

/// The word at `i` begins a part of the text.
pub(super) fn is_parted(t: &Tokens, i: usize) -> bool {
    match t.gap(i) {
        Gap::Star | Gap::Sign | Gap::Slash => true,
        Gap::Point => i > 0 && t.at(i - 1).len() > 4,
        _ => false,
    }
}
