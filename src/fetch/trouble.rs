//! What can go wrong on the way, in one sentence each: what, where, what to do.

use crate::import::{ImportError, NotATable};
use crate::lang::{Lang, Word, w};
use crate::snapshot::WriteError;
use crate::text::{clean, number};
use std::io;
use std::path::{Path, PathBuf};
use ureq::Error;

/// Why something did not come.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    #[error("it was called off")]
    Cancelled,
    #[error("the name of the machine leads nowhere")]
    NoHost,
    #[error("there is no line")]
    Line,
    #[error("nothing came for too long")]
    Slow,
    #[error("the line broke before the end")]
    Cut,
    #[error("nobody known vouches for the other side")]
    Certificate,
    #[error("the proxy does not let through")]
    Proxy,
    #[error("it is sent from one address to the next")]
    Redirects,
    #[error("it is sent to an address without TLS")]
    Insecure,
    #[error("the other side turns us away ({0})")]
    TurnedAway(u16),
    #[error("it is not there ({0})")]
    Missing(u16),
    /// With the seconds that are to be waited for.
    #[error("the other side has too much to do")]
    Busy(Option<u64>),
    #[error("the other side answers {0}")]
    Status(u16),
    #[error("the answer is packed")]
    Packed,
    #[error("it is longer than {0} bytes")]
    TooLarge(u64),
    #[error("it is a page and no table")]
    Page,
    #[error("it is no table that we know")]
    Table(NotATable),
    #[error("the last row is not whole")]
    LastRow,
    #[error("its machine did not answer before")]
    Skipped,
    #[error("{} is in the way", .0.display())]
    InTheWay(PathBuf),
    #[error("another program is at it")]
    AtIt,
    #[error("{} cannot be read: {error}", path.display())]
    Read { path: PathBuf, error: io::Error },
    #[error("{} cannot be written: {error}", path.display())]
    Write { path: PathBuf, error: io::Error },
    #[error("line {line} is no list of addresses")]
    List {
        path: PathBuf,
        /// From 1.
        line: usize,
        text: String,
    },
    #[error("{0} is no address of a table")]
    NoAddress(String),
}

impl Trouble {
    /// What the line says.
    pub fn of(error: Error) -> Trouble {
        match error {
            Error::Timeout(_) => Trouble::Slow,
            Error::HostNotFound => Trouble::NoHost,
            Error::TooManyRedirects | Error::RedirectFailed | Error::BadUri(_) => Trouble::Redirects,
            Error::RequireHttpsOnly(_) => Trouble::Insecure,
            Error::ConnectProxyFailed(_) | Error::InvalidProxyUrl => Trouble::Proxy,
            Error::Tls(_) | Error::Rustls(_) => Trouble::Certificate,
            Error::Io(error) => Trouble::of_io(error),
            Error::Protocol(_) | Error::BodyStalled => Trouble::Cut,
            _ => Trouble::Line,
        }
    }

    fn of_io(error: io::Error) -> Trouble {
        match error.kind() {
            _ if error.get_ref().is_some_and(|inner| inner.is::<rustls::Error>()) => Trouble::Certificate,
            io::ErrorKind::UnexpectedEof | io::ErrorKind::ConnectionReset => Trouble::Cut,
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => Trouble::Slow,
            _ => Trouble::Line,
        }
    }

    /// The same behind the head of an answer: there was a line.
    #[must_use]
    pub fn in_the_midst(self) -> Trouble {
        match self {
            Trouble::Line | Trouble::NoHost => Trouble::Cut,
            other => other,
        }
    }

    /// What an answer says that is none of those that were wanted.
    pub fn of_status(status: u16, after: Option<u64>) -> Trouble {
        match status {
            401 | 403 | 406 | 451 => Trouble::TurnedAway(status),
            404 | 410 => Trouble::Missing(status),
            407 => Trouble::Proxy,
            429 | 503 => Trouble::Busy(after),
            300..=399 => Trouble::Redirects,
            _ => Trouble::Status(status),
        }
    }

    /// A file cannot be read.
    pub fn read(path: &Path, error: io::Error) -> Trouble {
        let path = path.to_owned();
        Trouble::Read { path, error }
    }

    /// A file cannot be written.
    pub fn write(path: &Path, error: io::Error) -> Trouble {
        let path = path.to_owned();
        Trouble::Write { path, error }
    }

    /// The same, as the room that writes says it.
    pub fn not_written(path: &Path, error: WriteError) -> Trouble {
        match error {
            WriteError::Io { path, error } => Trouble::Write { path, error },
            error => Trouble::write(path, io::Error::other(error)),
        }
    }

    /// A table that was fetched cannot be looked at.
    pub fn not_looked_at(path: &Path, error: ImportError) -> Trouble {
        match error {
            ImportError::Read { path, error } => Trouble::Read { path, error },
            error => Trouble::read(path, io::Error::other(error)),
        }
    }

    /// Whether it may be gone when one tries again.
    pub fn may_pass(&self) -> bool {
        match self {
            Trouble::NoHost | Trouble::Line | Trouble::Slow | Trouble::Cut | Trouble::Busy(_) => true,
            Trouble::LastRow => true,
            Trouble::Status(status) => *status >= 500,
            _ => false,
        }
    }

    /// Whether the next file of the same machine would meet it too.
    pub fn is_of_the_machine(&self) -> bool {
        matches!(
            self,
            Trouble::NoHost
                | Trouble::Line
                | Trouble::Slow
                | Trouble::Certificate
                | Trouble::Proxy
                | Trouble::TurnedAway(_)
                | Trouble::Busy(_)
                | Trouble::Skipped
        )
    }

    /// Whether nothing at all can go on: it was called off, or the disk is at its end.
    pub fn is_the_end(&self) -> bool {
        matches!(self, Trouble::Cancelled | Trouble::Write { .. } | Trouble::AtIt)
    }

    /// Whether a person can still fetch the file with a browser.
    pub fn leaves_the_hand(&self) -> bool {
        !self.is_the_end()
            && !matches!(
                self,
                Trouble::InTheWay(_) | Trouble::Read { .. } | Trouble::List { .. }
            )
    }

    /// What is wrong with an address, and what to do.
    pub fn say(&self, address: &str, lang: Lang) -> String {
        let address = clean::line(address);
        let fill = |word: Word, name: &str, value: &str| {
            lang.fill(word, &[("address", address.as_str()), (name, value)])
        };
        let word = match self {
            Trouble::Read { path, error } => return of_file(w::CLI_ERROR_READ, path, error, lang),
            Trouble::Write { path, error } => return of_file(w::CLI_ERROR_WRITE, path, error, lang),
            Trouble::TurnedAway(status) => return fill(w::FETCH_ERROR_AWAY, "status", &status.to_string()),
            Trouble::Missing(status) => return fill(w::FETCH_ERROR_MISSING, "status", &status.to_string()),
            Trouble::Status(status) => return fill(w::FETCH_ERROR_STATUS, "status", &status.to_string()),
            Trouble::TooLarge(most) => {
                let most = number::integer(i64::try_from(*most).unwrap_or(i64::MAX), lang);
                return fill(w::FETCH_ERROR_LARGE, "most", &most);
            }
            Trouble::Table(why) => return fill(w::FETCH_ERROR_TABLE, "why", &why.say(&address, lang)),
            Trouble::InTheWay(path) => {
                return fill(w::FETCH_ERROR_IN_WAY, "file", &path.display().to_string());
            }
            Trouble::NoAddress(given) => return fill(w::FETCH_ERROR_ADDRESS, "given", &clean::line(given)),
            Trouble::List { path, line, text } => {
                let values = [
                    ("file", &*path.display().to_string()),
                    ("line", &line.to_string()),
                    ("text", text),
                ];
                return lang.fill(w::FETCH_ERROR_LIST, &values);
            }
            Trouble::Cancelled => w::FETCH_ERROR_CANCELLED,
            Trouble::NoHost => w::FETCH_ERROR_HOST,
            Trouble::Line => w::FETCH_ERROR_LINE,
            Trouble::Slow => w::FETCH_ERROR_SLOW,
            Trouble::Cut => w::FETCH_ERROR_CUT,
            Trouble::Certificate => w::FETCH_ERROR_CERTIFICATE,
            Trouble::Proxy => w::FETCH_ERROR_PROXY,
            Trouble::Redirects => w::FETCH_ERROR_REDIRECTS,
            Trouble::Insecure => w::FETCH_ERROR_INSECURE,
            Trouble::Busy(_) => w::FETCH_ERROR_BUSY,
            Trouble::Packed => w::FETCH_ERROR_PACKED,
            Trouble::Page => w::FETCH_ERROR_PAGE,
            Trouble::LastRow => w::FETCH_ERROR_LAST_ROW,
            Trouble::Skipped => w::FETCH_ERROR_SKIPPED,
            Trouble::AtIt => w::FETCH_ERROR_AT_IT,
        };
        lang.fill(word, &[("address", &address)])
    }
}

fn of_file(word: Word, path: &Path, error: &io::Error, lang: Lang) -> String {
    let file = path.display().to_string();
    lang.fill(word, &[("file", &file), ("why", &lang.why(error))])
}
