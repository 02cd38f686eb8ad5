//! An address as it is written on a letter: the kind of the street, the house number and the postal
//! code shut out nothing, for tables write them in many ways or not at all.

use super::slot::{Reading, Slot};

/// Folded; "b.go" is two words.
const KINDS: &[&str] = &[
    "via", "viale", "vle", "largo", "vicolo", "vlo", "lungarno", "localita", "loc", "frazione", "fraz",
    "snc", "civico", "numero", "n", "nr", "cap",
];
/// These are things too: they shut out nothing where a house number stands behind.
const THINGS: &[&str] = &[
    "piazza",
    "piazzale",
    "piazzetta",
    "pza",
    "pzza",
    "corso",
    "strada",
    "borgo",
    "bgo",
    "costa",
    "salita",
    "contrada",
];
/// What stands right before a house number.
const NUMBERS: &[&str] = &["n", "nr", "numero", "civico"];
/// Words between the kind of a street and the house number.
const NAME: usize = 5;

/// Makes them words that may be missing, where others stand beside them.
pub(super) fn forgive(slots: &mut [Slot]) {
    let says_more = |slot: &Slot| {
        slot.reading != Reading::Ignored
            && !slot.optional
            && !is_number(slot)
            && !is_kind(slot)
            && !slot.exact
    };
    if !slots.iter().any(says_more) {
        return;
    }
    // Where the kind of a street stands that is being read.
    let mut street: Option<usize> = None;
    for at in 0..slots.len() {
        let slot = &slots[at];
        if slot.exact {
            continue;
        }
        if is_kind(slot) || THINGS.contains(&slot.typed.as_str()) {
            street = Some(at);
            slots[at].optional |= is_kind(&slots[at]);
        } else if is_number(slot) {
            // "via Roma 12", "56125 Pisa"; a year or a count stays.
            let named = |kind: usize| at > kind + 1 || NUMBERS.contains(&slots[kind].typed.as_str());
            let kind = street.filter(|kind| named(*kind) && slot.typed.len() <= 4);
            let postal = slot.typed.len() == 5;
            for at in kind.into_iter().chain([at]).filter(|_| kind.is_some() || postal) {
                slots[at].optional = true;
            }
        } else {
            street = street.filter(|kind| at - kind <= NAME);
        }
    }
}

fn is_kind(slot: &Slot) -> bool {
    KINDS.contains(&slot.typed.as_str())
}

/// A house number or a postal code: "12", "12a", "56125".
fn is_number(slot: &Slot) -> bool {
    let digits = slot.typed.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let letters = slot.typed.len() - digits.len();
    letters <= 1 && matches!(digits.len(), 1..=5) && digits.bytes().all(|b| b.is_ascii_digit())
}
