//! Bytes that pass once, are counted, and are not more than was said.

use super::RenewError;
use sha2::{Digest, Sha256};
use std::io::{Read, Write};
use std::path::Path;

/// What passed.
pub struct Passed {
    pub bytes: u64,
    pub sha256: String,
}

/// Copies all, at most one byte more than `most`: who has more to give than was said is seen, and
/// nobody is read without an end.
///
/// # Errors
/// When one side fails; `from` and `to` are the files that are told.
pub fn pass(
    (from, mut reader): (&Path, impl Read),
    (to, mut writer): (&Path, impl Write),
    most: u64,
) -> Result<Passed, RenewError> {
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    let mut bytes = 0;
    while bytes <= most {
        let left = usize::try_from(most + 1 - bytes).unwrap_or(usize::MAX);
        let room = buffer.len().min(left);
        let read = match reader.read(&mut buffer[..room]) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(RenewError::read(from, error)),
        };
        hash.update(&buffer[..read]);
        writer
            .write_all(&buffer[..read])
            .map_err(|error| RenewError::write(to, error))?;
        bytes += read as u64;
    }
    let sha256 = hex(&hash.finalize());
    Ok(Passed { bytes, sha256 })
}

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// The digest of bytes.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}
