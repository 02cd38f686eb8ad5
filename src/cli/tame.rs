//! Text from data never commands the terminal.

pub use crate::text::clean::tame;

/// One line for the person on standard error, where scripts do not read.
pub fn tell(text: &str) {
    eprintln!("sportello: {}", tame(text));
}
