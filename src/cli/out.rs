//! Standard output: buffered, deaf to a closed pipe, and never a way for data to command the
//! terminal.

use super::failure::Failure;
use std::borrow::Cow;
use std::io::{self, BufWriter, Write};

/// Where a command prints.
pub struct Out {
    to: BufWriter<Box<dyn Write>>,
    /// The reader went away; the rest is dropped quietly.
    closed: bool,
    error: Option<io::Error>,
}

impl Out {
    pub fn stdout() -> Out {
        Out {
            to: BufWriter::new(Box::new(io::stdout())),
            closed: false,
            error: None,
        }
    }

    /// Prints text after taking out what could command a terminal.
    pub fn text(&mut self, text: &str) {
        self.bytes(tame(text).as_bytes());
    }

    pub fn line(&mut self, text: &str) {
        self.text(text);
        self.bytes(b"\n");
    }

    pub fn json(&mut self, value: &serde_json::Value) {
        self.line(&serde_json::to_string_pretty(value).unwrap_or_default());
    }

    /// Prints as it is: for bytes that a program reads (CSV, man pages, completions).
    pub fn bytes(&mut self, bytes: &[u8]) {
        if self.closed || self.error.is_some() {
            return;
        }
        if let Err(error) = self.to.write_all(bytes) {
            self.failed(error);
        }
    }

    fn failed(&mut self, error: io::Error) {
        match error.kind() {
            io::ErrorKind::BrokenPipe => self.closed = true,
            _ => self.error = Some(error),
        }
    }

    /// Hands over what was printed so far: the reader waits for it.
    pub fn flush(&mut self) -> Result<(), Failure> {
        self.finish()
    }

    /// Nobody reads any more.
    pub fn is_closed(&self) -> bool {
        self.closed
    }

    pub fn finish(&mut self) -> Result<(), Failure> {
        if !self.closed
            && let Err(error) = self.to.flush()
        {
            self.failed(error);
        }
        match self.error.take() {
            Some(error) => Err(Failure::data(error.to_string())),
            None => Ok(()),
        }
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_cannot_command_the_terminal() {
        assert_eq!(tame("a\u{1b}[31mb\u{9b}c\u{202e}d\ne"), "a [31mb c d\ne");
        assert!(matches!(tame("Città di Prato\n"), Cow::Borrowed(_)));
    }
}
