//! "VARIE LOCALITÀ": a text that says more of where than the one comune of its place rows.

use super::super::source::Source;
use super::super::{Texts, work};
use crate::model::Spread;
use crate::text::tokens::{Gap, Tokens};

/// Words that say that there are several.
const MANY: &[&str] = &["vari", "varie", "diversi", "diverse"];
/// What may stand before or behind them.
const AROUND: &[&str] = &[
    "via", "vie", "in", "nelle", "nei", "comunali", "comunale", "urbane", "stradali", "del", "della",
    "comune", "zona",
];
const STREETS: &[&str] = &["via", "vie", "strade", "stradali", "piste"];
const SPOTS: &[&str] = &[
    "localita",
    "localit",
    "loc",
    "ubicazioni",
    "indirizzi",
    "sedi",
    "zone",
    "siti",
    "punti",
    "luoghi",
    "frazioni",
];
/// Who has the territory that is meant.
const OWNERS: &[&str] = &[
    "unione",
    "provincia",
    "provinciale",
    "regione",
    "regionale",
    "comuni",
    "comunita",
];
/// A part with more words describes something.
const LONGEST: usize = 6;
/// Bodies that serve many comuni from one seat.
const AUTHORITIES: &[&str] = &["asl", "ausl", "usl", "ulss", "aulss", "asst"];

/// How far the works reach, where one comune alone has a row.
pub(super) fn of(texts: &Texts, source: &Source) -> Option<Spread> {
    if texts.comuni.len() != 1 || work::is_research(texts) {
        return None;
    }
    let t = &source.words;
    let segments = t.segments();
    let (&(from, to), &(start, end)) = (segments.first()?, segments.get(1).filter(|_| segments.len() > 2)?);
    if let Some(spread) = of_authority(t, from, to, texts) {
        return Some(spread);
    }
    let part: Vec<&str> = (start..end).map(|i| t.at(i)).collect();
    let spread = of_part(&part)?;
    // The green communities are of several comuni: the one that has a row is the seat of their union.
    let wide = texts.submeasure.starts_with("M2C1I3.02")
        || (0..t.len()).any(|i| t.at(i) == "intercomunale" || t.is_phrase(i, &["unione", "dei", "comuni"]));
    match spread {
        Spread::Spots | Spread::Streets if wide => Some(Spread::Wider),
        other => Some(other),
    }
}

/// Of an address in a place row.
pub(super) fn of_address(t: &Tokens) -> Option<Spread> {
    let words: Vec<&str> = (0..t.len()).map(|i| t.at(i)).collect();
    of_part(&words)
}

fn of_part(part: &[&str]) -> Option<Spread> {
    let has = |list: &[&str]| part.iter().any(|word| list.contains(word));
    if has(&["territorio"]) && has(OWNERS) {
        return Some(Spread::Wider);
    }
    let at = part.iter().position(|word| MANY.contains(word))?;
    let before = &part[..at];
    let noun = |word: &&str| AROUND.contains(word) || STREETS.contains(word) || SPOTS.contains(word);
    if part.len() > LONGEST || !before.iter().all(noun) {
        return None;
    }
    let behind = &part[at + 1..];
    match behind.first() {
        Some(&"comuni") => Some(Spread::Wider),
        _ if has(SPOTS) => Some(Spread::Spots),
        // "VIA VARIE" stands where nobody filled in the form.
        None if !before.iter().any(|word| word != &"via") => None,
        None => Some(Spread::Streets),
        Some(word) if noun(word) => Some(Spread::Streets),
        Some(_) => None,
    }
}

/// "PARCO TECNOLOGICO - ASL ALFA - OSPEDALE BETA", "INTERCONNESSIONE AZIENDALE - ASL ALFA": bought by
/// one office for a hospital or for all its centres, and placed at the office.
fn of_authority(t: &Tokens, from: usize, to: usize, texts: &Texts) -> Option<Spread> {
    // "P.O. ALFA - ASL BETA": at the hospital.
    let at_hospital = |i: usize| ["po", "presidio"].contains(&t.at(i)) || t.is_phrase(i, &["p", "o"]);
    if !matches!(texts.nature, "01" | "02") || (from..to).any(at_hospital) {
        return None;
    }
    let at = (from + 1..to).find(|&i| AUTHORITIES.contains(&t.at(i)) && t.gap(i) == Gap::Sign)?;
    if (from..at).any(|i| t.at(i) == "aziendale") {
        return Some(Spread::Wider);
    }
    (at + 1..to)
        .any(|i| t.gap(i) == Gap::Sign)
        .then_some(Spread::Seat)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_places_are_told_from_one() {
        for (part, wanted) in [
            ("VARIE LOCALIT", Some(Spread::Spots)),
            ("VIA VARIE LOCALITA'", Some(Spread::Spots)),
            ("VARIE LOC. ALFA A BETO", Some(Spread::Spots)),
            ("VIA VARIE", None),
            ("VARIE", None),
            ("STRADE VARIE", Some(Spread::Streets)),
            ("VIE VARIE", Some(Spread::Streets)),
            ("VARIE VIE DEL COMUNE", Some(Spread::Streets)),
            ("SEDI STRADALI DIVERSE", Some(Spread::Spots)),
            ("VARI COMUNI", Some(Spread::Wider)),
            ("VIA TERRITORIO DELL'UNIONE DEI COMUNI ALFA", Some(Spread::Wider)),
            ("TERRITORIO COMUNALE", None),
            ("VIA ADIGE 12", None),
            ("VARIE INIZIATIVE DI ALFA", None),
            ("INTERVENTI DIVERSI", None),
        ] {
            assert_eq!(of_address(&Tokens::new(part)), wanted, "{part}");
        }
    }
}
