//! Text from data never commands the terminal, and a closed or full standard error ends nothing.

use std::io::{Write, stderr};

pub use crate::text::clean::tame;

/// One line for the person on standard error, where scripts do not read.
pub fn tell(text: &str) {
    tell_bare(&format!("sportello: {text}"));
}

/// The same without the name of the program; where nobody reads any more it is lost.
pub fn tell_bare(text: &str) {
    _ = writeln!(stderr(), "{}", tame(text));
}
