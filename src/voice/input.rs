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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn lines_end_where_they_end() {
        let mut from = io::BufReader::with_capacity(3, &b"casa\r\n\n1"[..]);
        let mut next = || line(&mut from).unwrap();
        assert_eq!(next().as_deref(), Some("casa"));
        assert_eq!(next().as_deref(), Some(""));
        assert_eq!(next().as_deref(), Some("1"));
        assert_eq!(next(), None);
    }

    #[test]
    fn a_line_without_end_is_cut_and_broken_letters_are_survived() {
        let text = [b"x".repeat(100_000), b"\n\xff\xfe\n".to_vec()].concat();
        let mut from = &text[..];
        assert_eq!(line(&mut from).unwrap().unwrap().len(), MOST);
        assert_eq!(line(&mut from).unwrap().as_deref(), Some(""));
        assert_eq!(line(&mut from).unwrap(), None);
    }
}
