//! The line of a town's cycle ways that have names as those of an underground: "BICIPOLITANA … TRATTI
//! DELLA LINEA VERDE".

use crate::text::tokens::Tokens;

const COLOURS: &[&str] = &[
    "arancione",
    "azzurra",
    "blu",
    "gialla",
    "rossa",
    "verde",
    "viola",
    "rosa",
    "bianca",
];

/// "Linea verde della Bicipolitana".
pub(super) fn line(t: &Tokens) -> Option<String> {
    let stands = |word: &str| (0..t.len()).any(|i| t.at(i) == word);
    if !stands("bicipolitana") {
        return None;
    }
    let mut lines = (1..t.len()).filter(|&i| t.at(i - 1) == "linea" && COLOURS.contains(&t.at(i)));
    let first = t.at(lines.next()?);
    lines
        .all(|i| t.at(i) == first)
        .then(|| format!("Linea {first} della Bicipolitana"))
}
