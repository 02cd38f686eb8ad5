//! What can be told of a file's bytes before SQLite sees them: ours or foreign, newer, cut short,
//! altered. The checksum stands in the file itself, as 64 hexadecimal digits behind a mark, and
//! is computed with those digits as zeros.

use super::{APPLICATION_ID, FORMAT, OpenError};
use sha2::{Digest, Sha256};

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

/// Whether the bytes are a whole snapshot of a format that this program reads.
pub fn check(bytes: &[u8]) -> Result<(), OpenError> {
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
    let page = bytes
        .get(16..18)
        .map_or(0, |b| u64::from(b[0]) << 8 | u64::from(b[1]));
    let page = if page == 1 { 65_536 } else { page };
    let want = page * u64::from(number(28).unwrap_or_default());
    let got = bytes.len() as u64;
    if got < want {
        return Err(OpenError::Truncated { want, got });
    }
    let at = find(bytes).ok_or(OpenError::Damaged)?;
    let stated = bytes.get(at..at + DIGITS).ok_or(OpenError::Damaged)?;
    if stated != sum(bytes, at).as_bytes() {
        return Err(OpenError::Damaged);
    }
    Ok(())
}

/// Where the digits begin.
fn find(bytes: &[u8]) -> Option<usize> {
    let mark = MARK.as_bytes();
    let digits = |at: usize| {
        bytes
            .get(at..at + DIGITS)
            .is_some_and(|d| d.iter().all(u8::is_ascii_hexdigit))
    };
    let mut from = 0;
    while let Some(i) = bytes.get(from..)?.iter().position(|b| *b == mark[0]) {
        let at = from + i;
        if bytes[at..].starts_with(mark) && digits(at + mark.len()) {
            return Some(at + mark.len());
        }
        from = at + 1;
    }
    None
}

fn sum(bytes: &[u8], at: usize) -> String {
    let mut hash = Sha256::new();
    hash.update(&bytes[..at]);
    hash.update([b'0'; DIGITS]);
    hash.update(&bytes[(at + DIGITS).min(bytes.len())..]);
    hash.finalize().iter().map(|b| format!("{b:02x}")).collect()
}
