//! A sentence on its way to a voice: one line, no longer than a breath, codes in groups, nothing
//! that could command a terminal.

use crate::model::Cup;
use crate::text::clean::tame;

/// Characters of a line at most.
pub const LONGEST: usize = 280;

/// The lines that a text is said in: one, unless it is too long.
pub fn lines(text: &str) -> Vec<String> {
    let tamed = tame(text);
    let flat: Vec<&str> = tamed.split_whitespace().collect();
    let mut rest = grouped(&flat.join(" "));
    let mut out = Vec::new();
    while let Some((cut, _)) = rest.char_indices().nth(LONGEST) {
        let at = pause(&rest[..cut]);
        let tail = rest[at..].trim_start().to_owned();
        rest.truncate(at);
        out.push(rest.trim_end().to_owned());
        rest = tail;
    }
    out.push(rest.trim_end().to_owned());
    out
}

/// Where a voice would pause, as far on as there is such a place: after a sentence, a clause, an
/// item of a list, a word.
fn pause(text: &str) -> usize {
    let half = text.len() / 2;
    let after = |sign: &str| text.rfind(sign).map(|i| i + sign.len()).filter(|i| *i > half);
    [". ", "; ", ": ", ", ", " "]
        .iter()
        .find_map(|sign| after(sign))
        .unwrap_or(text.len())
}

/// Codes of fifteen and ten signs set in groups.
fn grouped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut word = String::new();
    for c in text.chars() {
        if c.is_alphanumeric() || c == '_' || c == '/' {
            word.push(c);
        } else {
            out.push_str(&code(&word).unwrap_or_else(|| word.clone()));
            word.clear();
            out.push(c);
        }
    }
    out.push_str(&code(&word).unwrap_or(word));
    out
}

/// A CUP or a CIG as one reads it aloud: "J57 H22 00123 0006", "9326 801 FA7".
pub fn code(word: &str) -> Option<String> {
    let upper = |c: u8| c.is_ascii_uppercase() || c.is_ascii_digit();
    let mixed = word.bytes().any(|b| b.is_ascii_digit()) && word.bytes().all(upper);
    match word.len() {
        Cup::LEN if mixed => Some(Cup::parse(word).ok()?.code.grouped()),
        crate::model::Cig::LEN if mixed && word.bytes().filter(u8::is_ascii_digit).count() > 3 => {
            Some(format!("{} {} {}", &word[..4], &word[4..7], &word[7..]))
        }
        _ => None,
    }
}

/// A code sign by sign: "J, 5, 7".
pub fn letters(code: &str) -> String {
    let signs: Vec<String> = code
        .chars()
        .filter(|c| c.is_alphanumeric())
        .map(|c| c.to_uppercase().to_string())
        .collect();
    signs.join(", ")
}
