//! Text from data never commands the terminal.

use std::borrow::Cow;

/// The text without control characters (line breaks aside) and marks that turn its direction.
pub fn tame(text: &str) -> Cow<'_, str> {
    let wild = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    if text.contains(wild) {
        Cow::Owned(text.replace(wild, " "))
    } else {
        Cow::Borrowed(text)
    }
}

/// One line for the person on standard error, where scripts do not read.
pub fn tell(text: &str) {
    eprintln!("sportello: {}", tame(text));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_cannot_command_the_terminal() {
        assert_eq!(tame("a\u{1b}[31mb\u{9b}c\u{202e}d\ne"), "a [31mb c d\ne");
        assert!(matches!(tame("Città di Prato\n"), Cow::Borrowed(_)));
    }
}
