//! A name in ordinary case, what is generic in it in small letters.

use super::head::{Head, OLD};
use super::words::{is_particle, is_small};
use crate::import::facts::place::span::{apart, family, pointed};
use crate::text::fold::fold;
use crate::text::repair;
use crate::text::tokens::Tokens;

/// "TEATRO COMUNALE G.ALFA" → "Teatro comunale G. Alfa".
pub(super) fn written(t: &Tokens, head: Head, from: usize, end: usize) -> String {
    let start = from - head.len;
    let old = OLD.iter().find(|word| t.at(start) == **word).copied();
    let raw = t
        .whole(from, end)
        .replace(['’', '‘', '`', '´', '?'], "'")
        .replace("SAN'", "SANT'");
    let raw: String = raw.chars().filter(|c| !"\"“”«»„()[],;:".contains(*c)).collect();
    let raw = unquoted(raw.trim_matches([' ', '-', '.']), t, from, end);
    let label = if head.label.is_empty() { "ex" } else { head.label };
    let loud = !raw.chars().any(|c| c.is_ascii_lowercase()) || !raw.chars().any(char::is_uppercase);
    let cased = if loud {
        let named = repair::name(&format!("SCUOLA {}", raw.to_uppercase()));
        named.strip_prefix("Scuola ").unwrap_or(&named).to_owned()
    } else {
        repair::calm(&raw).into_owned()
    };
    let cased = pointed(&apart(&cased));
    // "Teatro comunale Alfa", but "Ospedale Valle Media".
    let mut leading = true;
    let folded: Vec<String> = cased.split(' ').map(fold).collect();
    let own: Vec<String> = cased
        .split(' ')
        .enumerate()
        .map(|(i, w)| {
            let ordinal = ["primo", "secondo"].contains(&folded[i].as_str());
            let small = is_small(&folded[i]) && (!ordinal || folded.get(i + 1).is_some_and(|n| n == "grado"));
            leading &= small || is_particle(&folded[i]);
            if leading && small {
                w.to_lowercase()
            } else {
                w.to_owned()
            }
        })
        .collect();
    let prefix = match old {
        Some(word) if !head.label.is_empty() => format!("{word} "),
        _ => String::new(),
    };
    let mut own = own.join(" ");
    // "ISISS Da Collo": behind a school a family name.
    let school =
        label.chars().all(char::is_uppercase) || label.starts_with("liceo") || label.starts_with("istituto");
    if school
        && ["da ", "de ", "dalla ", "dal ", "d'"]
            .iter()
            .any(|p| own.starts_with(p))
    {
        own = large(&own);
    }
    let whole = format!("{prefix}{label} {own}");
    large(&family(&whole))
}

/// Quotes around a part of the name are no apostrophes.
fn unquoted(raw: &str, t: &Tokens, from: usize, end: usize) -> String {
    let quoted = (from..end).any(|i| t.gap(i) == crate::text::tokens::Gap::Quote);
    if !quoted {
        return raw.to_owned();
    }
    let words = raw.split(' ').map(|w| w.trim_matches('\''));
    words.filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The words of a name without a head.
pub(super) fn own(t: &Tokens, from: usize, to: usize) -> String {
    let raw = t.whole(from, to);
    let loud = !raw.chars().any(char::is_lowercase);
    let cased = if loud {
        repair::name(&raw.to_uppercase())
    } else {
        raw.to_owned()
    };
    large(&family(&apart(&cased)))
}

/// In the middle of a sentence: "scuola Alfa".
pub(super) fn small(name: &str) -> String {
    let mut chars = name.chars();
    chars
        .next()
        .map_or_else(String::new, |c| c.to_lowercase().chain(chars).collect())
}

fn large(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}
