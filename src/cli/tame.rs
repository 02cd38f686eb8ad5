//! Text from data never commands the terminal, and a closed or full standard error ends nothing.

use std::io::{Write, stderr};

pub use crate::text::clean::tame;

/// Words as a terminal takes them when they are typed again. What a shell gives a meaning says nothing
/// to a search; quotes inside become those that no shell knows.
pub fn shell(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || " :.,_/-".contains(c);
    if text.chars().all(plain) && !text.contains(" -") && !text.starts_with('-') {
        return text.to_owned();
    }
    let mut opens = false;
    let sign = |c| match c {
        '"' => {
            opens = !opens;
            if opens { '«' } else { '»' }
        }
        '$' | '`' | '!' | '\\' | '%' => ' ',
        other => other,
    };
    let inside: String = text.chars().map(sign).collect();
    let minus = if inside.starts_with('-') { "-- " } else { "" };
    format!("{minus}\"{inside}\"")
}

/// One line for the person on standard error, where scripts do not read.
pub fn tell(text: &str) {
    tell_bare(&format!("sportello: {text}"));
}

/// The same without the name of the program; where nobody reads any more it is lost.
pub fn tell_bare(text: &str) {
    _ = writeln!(stderr(), "{}", tame(text));
}
