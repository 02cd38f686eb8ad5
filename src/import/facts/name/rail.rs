//! Names of rail lines: the two ends, "Alfa–Beta".

use super::words;
use crate::import::facts::Texts;
use crate::text::repair;
use crate::text::tokens::{Gap, Tokens};

/// The line that the text names behind "linea", "ferrovia", "tratta", "raddoppio".
pub(super) fn line(t: &Tokens, _comuni: &[String], texts: &Texts) -> Option<String> {
    for i in 0..t.len() {
        if ![
            "linea",
            "ferrovia",
            "tratta",
            "raddoppio",
            "ferroviaria",
            "ferroviario",
            "ciclovia",
        ]
        .contains(&t.at(i))
        {
            continue;
        }
        let mut from = i + 1;
        while [
            "ferroviaria",
            "ferroviario",
            "av",
            "ac",
            "la",
            "fs",
            "rfi",
            "della",
        ]
        .contains(&t.at(from))
        {
            from += 1;
        }
        for n in 1..=3 {
            let dash = from + n;
            let sign = matches!(t.gap(dash), Gap::Hyphen | Gap::Sign)
                && (t.is_followed_by(dash, "-")
                    || t.is_followed_by(dash, " -")
                    || t.is_followed_by(dash, "–")
                    || t.is_followed_by(dash, " –"));
            if !sign {
                if matches!(t.gap(dash), Gap::Blank | Gap::Apostrophe) {
                    continue;
                }
                break;
            }
            let Some(a) = known(t, from, dash, texts) else {
                break;
            };
            if let Some(b) = (1..=3).rev().find_map(|m| known(t, dash, dash + m, texts)) {
                return Some(format!("{a}–{b}"));
            }
        }
    }
    None
}

/// A comune, in ordinary case.
fn known(t: &Tokens, from: usize, to: usize, texts: &Texts) -> Option<String> {
    let words: Vec<&str> = (from..to).map(|i| t.at(i)).collect();
    let name = words.join(" ");
    let found = !texts.known.named(&name).is_empty() && !words::is_common(&name);
    found.then(|| repair::name(&t.slice(from, to).to_uppercase()))
}
