//! What a person and a script are told when something goes wrong.

use super::tame::tell;
use crate::app::why;
use crate::lang::{Lang, Word, w};
use crate::snapshot::{OpenError, WriteError};
use std::path::Path;
use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    Found = 0,
    Nothing = 1,
    Usage = 2,
    BadData = 3,
}

impl From<Code> for ExitCode {
    fn from(code: Code) -> ExitCode {
        ExitCode::from(code as u8)
    }
}

/// One sentence for the person and a code for the script.
#[derive(Debug)]
pub struct Failure {
    pub code: Code,
    pub message: String,
}

impl Failure {
    /// The command was not written well.
    pub fn usage(message: impl Into<String>) -> Failure {
        Failure {
            code: Code::Usage,
            message: message.into(),
        }
    }

    /// Data cannot be read or written.
    pub fn data(message: impl Into<String>) -> Failure {
        Failure {
            code: Code::BadData,
            message: message.into(),
        }
    }

    /// A file cannot be read.
    pub fn reading(file: &Path, error: &std::io::Error, lang: Lang) -> Failure {
        Failure::of_file(w::CLI_ERROR_READ, file, error, lang)
    }

    /// A file cannot be written.
    pub fn writing(file: &Path, error: &std::io::Error, lang: Lang) -> Failure {
        Failure::of_file(w::CLI_ERROR_WRITE, file, error, lang)
    }

    fn of_file(word: Word, file: &Path, error: &std::io::Error, lang: Lang) -> Failure {
        let values = [("file", &*file.display().to_string()), ("why", &lang.why(error))];
        Failure::data(lang.fill(word, &values))
    }

    /// A file or folder cannot be written, as the room that writes says it.
    pub fn not_written(file: &Path, error: &WriteError, lang: Lang) -> Failure {
        match error {
            WriteError::Io { path, error } => Failure::writing(path, error, lang),
            WriteError::Database(_) | WriteError::Seal => {
                let file = file.display().to_string();
                Failure::data(lang.fill(w::CLI_ERROR_INSIDE, &[("file", &file)]))
            }
        }
    }

    /// The archive that is open cannot be read on.
    pub fn archive(error: &OpenError, lang: Lang) -> Failure {
        Failure::data(lang.fill(w::CLI_ERROR_ARCHIVE, &[("why", &why(error, lang))]))
    }

    /// Says it on standard error.
    pub fn report(&self) -> ExitCode {
        tell(&self.message);
        self.code.into()
    }
}
