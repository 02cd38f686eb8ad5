//! Lines from standard input, however long or broken.

use std::io::{self, BufRead};

/// Bytes of a line that are read; the rest of it is passed over.
const MOST: usize = 2_000;

/// The next line without its end; `None` at the end of the input.
///
/// # Errors
/// When the input cannot be read.
pub fn line(from: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    let mut any = false;
    loop {
        let chunk = match from.fill_buf() {
            Ok(chunk) => chunk,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
            Err(e) => return Err(e),
        };
        if chunk.is_empty() {
            break;
        }
        any = true;
        let end = chunk.iter().position(|b| *b == b'\n');
        let part = &chunk[..end.unwrap_or(chunk.len())];
        let room = MOST - bytes.len();
        bytes.extend_from_slice(&part[..part.len().min(room)]);
        let used = end.map_or(chunk.len(), |i| i + 1);
        from.consume(used);
        if end.is_some() {
            break;
        }
    }
    Ok(any.then(|| {
        String::from_utf8_lossy(&bytes)
            .trim_end_matches(['\r', '\u{fffd}'])
            .to_owned()
    }))
}
