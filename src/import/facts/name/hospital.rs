//! The hospital that stands behind the health body which runs it: "ASL ALFA - BETO SAN GAMMO".

use crate::import::facts::Texts;
use crate::text::repair;
use crate::text::tokens::{Gap, Tokens};

/// Most words of a name.
const MAX_WORDS: usize = 4;

/// "… - AOU GAMMI": the body that is one hospital bears its name, unless it is that of the town.
fn of_a_hospital_body(t: &Tokens, from: usize, to: usize) -> Option<usize> {
    let own = to
        .checked_sub(1)
        .filter(|own| *own > from && t.at(own - 1) == "aou")?;
    let word = t.at(own);
    let of_town = ["ana", "ese", "ina", "ona"].iter().any(|end| word.ends_with(end));
    (word.len() > 4 && !of_town).then_some(own)
}

/// "Ospedale San Gammo di Beto", "Ospedale di Beto", "Ospedale Delta": of the measure that equips
/// hospitals, where the text has no word for the house.
pub(super) fn of_a_body(t: &Tokens, texts: &Texts) -> Option<String> {
    if !texts.submeasure.starts_with("M6C2I1.01") {
        return None;
    }
    let (from, to) = *t.segments().first()?;
    if let Some(own) = of_a_hospital_body(t, from, to) {
        return Some(format!("Ospedale {}", repair::name(&t.raw(own).to_uppercase())));
    }
    let body = (from..to).find(|&i| ["asl", "usl", "ausl"].contains(&t.at(i)))?;
    let start = (body + 1..to).find(|&i| t.gap(i) == Gap::Sign)?;
    let is_an_area = ["area", "ospedale", "ospedali", "presidio"].contains(&t.at(start));
    if is_an_area || to - start > MAX_WORDS || (start + 1..to).any(|i| t.gap(i) > Gap::Point) {
        return None;
    }
    let said = |from: usize, to: usize| repair::name(&t.slice(from, to).to_uppercase());
    let is_comune = |end: usize| {
        let words: Vec<&str> = (start..end).map(|i| t.at(i)).collect();
        !texts.known.named(&words.join(" ")).is_empty()
    };
    let saint = |i: usize| ["san", "santa", "santo", "s"].contains(&t.at(i));
    Some(match (start + 1..=to).rev().find(|&end| is_comune(end)) {
        Some(end) if end == to => format!("Ospedale di {}", said(start, to)),
        Some(end) if saint(end) => format!("Ospedale {} di {}", said(end, to), said(start, end)),
        _ => format!("Ospedale {}", said(start, to)),
    })
}
