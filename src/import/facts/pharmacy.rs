//! The country pharmacy that a contribution goes to, where the title names one of a comune: "ALFA
//! COOPERATIVA (Farmacia comunale di BETA)". Any other bears the name of whoever owns it.

use super::place::span;
use super::{Found, Texts, source};
use crate::model::{FactKind, TextColumn};
use crate::text::tokens::{Gap, Tokens};

/// The measure for the pharmacies of small villages.
const PHARMACIES: &str = "M5C3I1.01.02";
/// Most words of a village.
const MOST: usize = 4;

/// Adds the pharmacy, and the village where its comune is another.
pub(super) fn add(texts: &Texts, out: &mut Vec<Found>) {
    if !texts.submeasure.starts_with(PHARMACIES) {
        return;
    }
    let t = Tokens::new(texts.title);
    let Some((from, to)) = village(&t) else { return };
    let place = span::written(&t, "", from, to);
    let words: Vec<&str> = (from..to).map(|i| t.at(i)).collect();
    out.push(Found::new(
        FactKind::Name,
        format!("Farmacia comunale di {place}"),
        TextColumn::Title,
    ));
    if !source::comuni(texts).contains(&words.join(" ")) {
        out.push(Found::new(FactKind::Locality, place, TextColumn::Title));
    }
}

/// The words behind "farmacia comunale di", to the end of the title or a sign.
fn village(t: &Tokens) -> Option<(usize, usize)> {
    let from = (0..t.len()).find(|&i| t.is_phrase(i, &["farmacia", "comunale", "di"]))? + 3;
    let to = (from..t.len())
        .find(|&i| i > from && t.gap(i) >= Gap::Sign)
        .unwrap_or(t.len());
    let plain = (from..to).all(|i| t.at(i).chars().all(char::is_alphabetic));
    ((1..=MOST).contains(&(to - from.min(to))) && plain && !span::is_particle(t.at(to - 1)))
        .then_some((from, to))
}
