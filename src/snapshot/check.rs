//! What can be told of a file's bytes before SQLite sees them: ours or foreign, newer, cut short,
//! altered. The checksum stands in the file itself, as 64 hexadecimal digits behind a mark, and
//! is computed with those digits as zeros.

use super::OpenError;
use super::guard::LARGEST;
use super::schema::{APPLICATION_ID, FORMAT};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

/// Stands in the row `checksum` of the table `meta`, before the digits.
pub(crate) const MARK: &str = "sportello-sha256:";
const DIGITS: usize = 64;

/// The value that the row `checksum` has while a snapshot is written.
pub(crate) fn blank() -> String {
    format!("{MARK}{}", "0".repeat(DIGITS))
}

/// Puts the checksum of the whole into the digits behind the mark.
pub(crate) fn seal(bytes: &mut [u8]) -> Option<String> {
    let at = find(bytes)?;
    let sum = sum(bytes, at);
    bytes.get_mut(at..at + DIGITS)?.copy_from_slice(sum.as_bytes());
    Some(sum)
}

/// Puts the checksum of a file that states none yet behind its mark; whether it has one.
pub(super) fn seal_file(mut file: &File) -> io::Result<bool> {
    file.seek(SeekFrom::Start(0))?;
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    // What was read last, from there on: the mark may begin in it.
    let (mut held, mut from) = (Vec::new(), 0);
    let mut found = None;
    loop {
        let read = match file.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        hash.update(&buffer[..read]);
        if found.is_none() {
            held.extend_from_slice(&buffer[..read]);
            found = find(&held).map(|at| from + at as u64);
            let passed = held.len().saturating_sub(MARK.len() + DIGITS);
            held.drain(..passed);
            from += passed as u64;
        }
    }
    let Some(at) = found else { return Ok(false) };
    file.seek(SeekFrom::Start(at))?;
    file.write_all(digits(hash).as_bytes())?;
    Ok(true)
}

/// Whether the bytes are a whole snapshot of a format that this program reads.
///
/// # Errors
/// When they are not: why.
pub fn check(bytes: &[u8]) -> Result<(), OpenError> {
    check_head(bytes, bytes.len() as u64)?;
    let mut checked = Checked::new(bytes);
    checked.count(bytes);
    checked.verdict()
}

/// What the first hundred bytes of a file of `got` bytes tell.
pub(super) fn check_head(bytes: &[u8], got: u64) -> Result<(), OpenError> {
    let number = |at: usize| -> Option<u32> {
        let four = bytes.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_be_bytes(four))
    };
    if !bytes.starts_with(b"SQLite format 3\0") || number(68) != Some(APPLICATION_ID) {
        return Err(OpenError::Foreign);
    }
    let format = number(60).unwrap_or_default();
    if format > FORMAT {
        return Err(OpenError::Newer {
            found: format,
            known: FORMAT,
        });
    }
    if format < FORMAT {
        return Err(OpenError::Older {
            found: format,
            known: FORMAT,
        });
    }
    let page = bytes
        .get(16..18)
        .map_or(0, |b| u64::from(b[0]) << 8 | u64::from(b[1]));
    let page = if page == 1 { 65_536 } else { page };
    let want = page * u64::from(number(28).unwrap_or_default());
    if got < want {
        return Err(OpenError::Truncated { want, got });
    }
    match got == want && got <= LARGEST {
        true => Ok(()),
        false => Err(OpenError::Damaged),
    }
}

/// A reader that computes the checksum of what passes through it, so that a file is read once
/// and stands in memory once.
pub(super) struct Checked<R> {
    inner: R,
    hash: Sha256,
    /// Read but not counted yet: the mark may begin in it.
    held: Vec<u8>,
    stated: Option<Vec<u8>>,
}

impl<R> Checked<R> {
    /// Counts nothing yet.
    pub fn new(inner: R) -> Checked<R> {
        Checked {
            inner,
            hash: Sha256::new(),
            held: Vec::new(),
            stated: None,
        }
    }

    fn count(&mut self, bytes: &[u8]) {
        if self.stated.is_some() {
            return self.hash.update(bytes);
        }
        self.held.extend_from_slice(bytes);
        if let Some(at) = find(&self.held) {
            let digits = self.held.get(at..at + DIGITS).unwrap_or_default().to_vec();
            self.hash.update(&self.held[..at]);
            self.hash.update([b'0'; DIGITS]);
            self.hash.update(self.held.get(at + DIGITS..).unwrap_or_default());
            (self.held, self.stated) = (Vec::new(), Some(digits));
            return;
        }
        let counted = self.held.len().saturating_sub(MARK.len() + DIGITS);
        self.hash.update(&self.held[..counted]);
        self.held.drain(..counted);
    }

    /// Whether what was read has the checksum that it states.
    pub fn verdict(self) -> Result<(), OpenError> {
        let digits = digits(self.hash);
        match self.stated {
            Some(stated) if stated == digits.as_bytes() => Ok(()),
            _ => Err(OpenError::Damaged),
        }
    }
}

impl<R: Read> Read for Checked<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let piece = into.len().min(1 << 20);
        let read = self.inner.read(&mut into[..piece])?;
        self.count(&into[..read]);
        Ok(read)
    }
}

/// Where the digits begin.
fn find(bytes: &[u8]) -> Option<usize> {
    let mark = MARK.as_bytes();
    let digits = |at: usize| {
        bytes
            .get(at..at + DIGITS)
            .is_some_and(|d| d.iter().all(u8::is_ascii_hexdigit))
    };
    let mut marks = memchr::memmem::find_iter(bytes, mark).map(|at| at + mark.len());
    marks.find(|at| digits(*at))
}

fn sum(bytes: &[u8], at: usize) -> String {
    let mut hash = Sha256::new();
    hash.update(&bytes[..at]);
    hash.update([b'0'; DIGITS]);
    hash.update(&bytes[(at + DIGITS).min(bytes.len())..]);
    digits(hash)
}

fn digits(hash: Sha256) -> String {
    hash.finalize().iter().map(|b| format!("{b:02x}")).collect()
}
