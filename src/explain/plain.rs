//! Names and addresses as a sentence carries them: what a table left behind is dropped.

use crate::text::grammar::Article;
use crate::text::repair;
use std::borrow::Cow;

/// A body's name as a sentence carries it: no word in capitals but known acronyms, no acronym
/// before the ministry that it stands for, no "Ist." for "Istituto".
pub(super) fn plain_name(name: &str) -> Cow<'_, str> {
    let name = match name.split_once(" - ") {
        Some((_, rest)) if rest.starts_with("Ministero") => rest,
        _ => name,
    };
    // "Istituto Comprensivo - Istituto Comprensivo Figline".
    let name = match name.split_once(" - ") {
        Some((head, rest)) if rest.starts_with(head) => rest,
        _ => name,
    };
    let name = match name.strip_prefix("Ist. ") {
        Some(rest) => Cow::Owned(format!("Istituto {}", repair::calm(rest))),
        None => repair::calm(name),
    };
    // Signs and blanks that a table left behind.
    const STRAY: [(&str, &str); 8] = [
        ("(mandataria)", ""),
        ("(mandante)", ""),
        ("(capogruppo)", ""),
        ("*", ""),
        ("_", ""),
        ("( ", "("),
        (" .", "."),
        (" ,", ","),
    ];
    let name = STRAY
        .iter()
        .fold(name, |name, (stray, instead)| match name.contains(stray) {
            true => Cow::Owned(name.replace(stray, instead)),
            false => name,
        });
    // A name that the table cut in the middle.
    match name.trim_end_matches([' ', '(', '-', ',', '"']).len() {
        whole if whole == name.len() => name,
        cut => Cow::Owned(name[..cut].to_owned()),
    }
}

/// An address as a sentence carries it: no sigla of a province at its end, no word in capitals.
pub(super) fn plain_address(address: &str) -> Cow<'_, str> {
    let sigla = |s: &str| s.len() == 2 && s.bytes().all(|b| b.is_ascii_uppercase());
    let bare = match address.rsplit_once(' ') {
        Some((rest, last)) if sigla(last.trim_matches(['(', ')'])) => rest,
        _ => address,
    };
    repair::calm(bare.trim_end_matches([' ', '-', ',']))
}

/// Whether a name asks for a verb in the plural: "le Gallerie degli Uffizi".
pub(super) fn is_plural(name: &str) -> bool {
    matches!(Article::of(name), Some(Article::I | Article::Gli | Article::Le))
}
