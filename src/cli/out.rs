//! Standard output: buffered, deaf to a closed pipe, and never a way for data to command the
//! terminal.

use super::failure::Failure;
use super::tame::tame;
use crate::lang::{Lang, w};
use std::io::{self, BufWriter, Write};

/// Where a command prints.
pub struct Out {
    lang: Lang,
    to: BufWriter<Box<dyn Write>>,
    /// The reader went away; the rest is dropped quietly.
    closed: bool,
    error: Option<io::Error>,
}

impl Out {
    /// Standard output; what is wrong with it is told in this language.
    pub fn stdout(lang: Lang) -> Out {
        Out {
            lang,
            to: BufWriter::new(Box::new(io::stdout())),
            closed: false,
            error: None,
        }
    }

    /// Prints text after taking out what could command a terminal.
    pub fn text(&mut self, text: &str) {
        self.bytes(tame(text).as_bytes());
    }

    /// [`Out::text`] and the end of the line.
    pub fn line(&mut self, text: &str) {
        self.text(text);
        self.bytes(b"\n");
    }

    /// A value over several lines, for eyes and programs.
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

    /// Hands over the rest.
    ///
    /// # Errors
    /// When what was printed did not get through, for another reason than a closed pipe.
    pub fn finish(&mut self) -> Result<(), Failure> {
        if !self.closed
            && let Err(error) = self.to.flush()
        {
            self.failed(error);
        }
        match self.error.take() {
            Some(error) => {
                let why = self.lang.why(&error);
                Err(Failure::data(
                    self.lang.fill(w::CLI_ERROR_OUTPUT, &[("why", &why)]),
                ))
            }
            None => Ok(()),
        }
    }
}

impl crate::sheet::csv::Sink for Out {
    fn bytes(&mut self, bytes: &[u8]) {
        Out::bytes(self, bytes);
    }
}
