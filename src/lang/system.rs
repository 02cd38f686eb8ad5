//! What the system refuses, in the person's words: its own messages are English and end in a
//! number.

use super::{Lang, Word, w};
use std::io::{Error, ErrorKind};

impl Lang {
    /// Why something could not be read or written, as a clause: "il disco è pieno".
    pub fn why(self, error: &Error) -> String {
        let word = match error.kind() {
            ErrorKind::NotFound => w::SYSTEM_NOT_FOUND,
            ErrorKind::PermissionDenied => w::SYSTEM_DENIED,
            ErrorKind::ReadOnlyFilesystem => w::SYSTEM_READ_ONLY,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::WriteZero => w::SYSTEM_FULL,
            ErrorKind::FileTooLarge => w::SYSTEM_TOO_LARGE,
            ErrorKind::IsADirectory => w::SYSTEM_IS_FOLDER,
            ErrorKind::Unsupported => w::SYSTEM_NOT_FILE,
            ErrorKind::NotADirectory => w::SYSTEM_NOT_FOLDER,
            ErrorKind::InvalidFilename | ErrorKind::InvalidInput => w::SYSTEM_NAME,
            ErrorKind::AlreadyExists => w::SYSTEM_EXISTS,
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy | ErrorKind::WouldBlock => w::SYSTEM_BUSY,
            ErrorKind::InvalidData => w::SYSTEM_NOT_TEXT,
            ErrorKind::UnexpectedEof => w::SYSTEM_SHORT,
            _ => return self.unnamed(error),
        };
        self.say(word).to_owned()
    }

    /// An error that has no words here keeps its number, by which it can be looked up.
    fn unnamed(self, error: &Error) -> String {
        let word: Word = w::SYSTEM_OTHER;
        match error.raw_os_error() {
            Some(code) => self.fill(w::SYSTEM_CODE, &[("code", &code.to_string())]),
            None => self.say(word).to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn the_usual_refusals_are_told_in_our_words() {
        for (code, it, en) in [
            (2, "non c'è", "it is not there"),
            (13, "non avete il permesso", "you do not have permission"),
            (28, "il disco è pieno", "the disk is full"),
            (30, "il disco è di sola lettura", "the disk is read-only"),
            (21, "è una cartella", "it is a folder"),
            (
                20,
                "un pezzo del percorso non è una cartella",
                "part of the path is not a folder",
            ),
        ] {
            let error = Error::from_raw_os_error(code);
            assert_eq!(
                (Lang::It.why(&error).as_str(), Lang::En.why(&error).as_str()),
                (it, en)
            );
        }
        let odd = Lang::It.why(&Error::from_raw_os_error(71));
        assert_eq!(odd, "il sistema non lo permette (errore 71)");
    }
}
