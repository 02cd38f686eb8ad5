//! A name in ordinary case, what is generic in it in small letters.

use super::part::Word;
use super::words::is_small;
use crate::text::fold::fold;
use crate::text::repair::{self, is_shouted};

/// "TEATRO COMUNALE G.ALFA" → "Teatro comunale G. Alfa".
pub(super) fn in_ordinary_case(name: &[Word]) -> String {
    let quoted = name
        .iter()
        .any(|w| w.text.trim_start_matches(['"', '(']).starts_with('\''));
    let sign = |c: char| "\"“”«»()[],;:-–".contains(c) || (quoted && c == '\'');
    let raw: Vec<&str> = name.iter().map(|w| w.text.trim_matches(sign)).collect();
    let raw = raw.join(" ");
    let quotes = raw.matches('\'').count();
    let cased = if is_shouted(&raw) || quotes > 0 {
        repair::name(&raw)
    } else {
        raw
    };
    let cased = apart(&cased);
    let words: Vec<String> = cased
        .split(' ')
        .enumerate()
        .map(|(i, w)| {
            let folded = fold(w);
            match i {
                0 => first_large(w),
                _ if is_small(&folded) => w.to_lowercase(),
                _ => w.to_owned(),
            }
        })
        .collect();
    words.join(" ")
}

/// An initial stands apart from the name.
fn apart(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut out = String::with_capacity(name.len() + 2);
    for (i, &c) in chars.iter().enumerate() {
        out.push(c);
        let letter = |at: usize| chars.get(at).is_some_and(|c| c.is_alphabetic());
        if c == '.' && letter(i + 1) && letter(i + 2) {
            out.push(' ');
        }
    }
    out
}

fn first_large(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}
