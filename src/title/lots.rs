//! A project without texts that is a lot of another of its measure and CUP.

use super::told::lot;
use crate::lang::Lang;
use crate::model::{Brief, FactKind};
use crate::snapshot::Catalogue;
use crate::text::fold::fold;

/// The one project that this is a lot of, and which lot.
pub(super) fn whole_of<'a>(catalogue: &'a Catalogue, brief: &Brief) -> Option<(&'a Brief, String)> {
    if brief.nature.is_some() || !brief.facts.is_empty() || brief.cup.is_empty() {
        return None;
    }
    let part = lot_of_code(&brief.local_code)?;
    let mut wholes = catalogue.projects.iter().filter(|other| {
        other.measure == brief.measure
            && other.cup == brief.cup
            && other.facts.first(FactKind::Thing).is_some()
    });
    let whole = wholes.next().filter(|_| wholes.next().is_none())?;
    Some((whole, part))
}

/// "Acquedotto a Prato: lotto 1", of the title of the whole; where there is no room for the section of
/// the lot, the lot alone.
pub(super) fn titled(whole: &str, part: &str, longest: usize, lang: Lang) -> Option<String> {
    let head = whole.split_once(": ").map_or(whole, |(head, _)| head);
    let parts = [part, part.split(" (").next().unwrap_or_default()];
    let mut titles = parts
        .into_iter()
        .map(|part| format!("{head}: {}", lot(part, lang)));
    titles.find(|title| title.chars().count() <= longest)
}

/// "lotto 2 (stralcio 1)" of "Lotto 2 – Stralcio 1 (L2S1)".
pub fn lot_of_code(code: &str) -> Option<String> {
    let folded = fold(code);
    let words: Vec<&str> = folded.split(' ').collect();
    let parts = ["lotto", "stralcio"].into_iter().filter_map(|part| {
        let at = words.iter().position(|word| *word == part)?;
        let number = words
            .get(at + 1)
            .filter(|n| n.len() < 3 && n.bytes().all(|b| b.is_ascii_digit()))?;
        Some(format!("{part} {number}"))
    });
    let parts: Vec<String> = parts.collect();
    match parts.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        [first, rest @ ..] => Some(format!("{first} ({})", rest.join(", "))),
    }
}

#[cfg(test)]
mod tests {
    use super::lot_of_code;

    #[test]
    fn a_local_code_names_its_lot() {
        for (code, lot) in [
            ("A2-22 Lotto 1", Some("lotto 1")),
            ("Lotto 2 – Stralcio 1 (L2S1)", Some("lotto 2 (stralcio 1)")),
            ("A2-22", None),
            ("Lotto A", None),
        ] {
            assert_eq!(lot_of_code(code).as_deref(), lot, "{code}");
        }
    }
}
