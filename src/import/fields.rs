//! Cutting a record into fields. Most records hold no quote: their fields are found by looking
//! for the separator alone, and only when they are asked for, since of most rows only the key is.

use memchr::memchr_iter;
use std::ops::Range;

/// How a record is quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Quotes {
    None,
    /// As it should be: a quote that opens a field is closed.
    Closed,
    /// The record is one line of a broken one: a quote that nothing closes in it is a letter.
    Lost,
}

/// The fields of the record at hand.
pub(crate) struct Fields {
    separator: u8,
    count: usize,
    /// In the record, or in `unquoted` when it holds quotes.
    at: Vec<Range<usize>>,
    unquoted: Vec<u8>,
    is_split: bool,
    quotes: Quotes,
}

impl Fields {
    pub fn new(separator: u8) -> Fields {
        Fields {
            separator,
            count: 0,
            at: Vec::new(),
            unquoted: Vec::new(),
            is_split: false,
            quotes: Quotes::None,
        }
    }

    /// Takes a record in hand.
    pub fn hold(&mut self, record: &[u8], quotes: Quotes) {
        self.quotes = quotes;
        self.is_split = false;
        if quotes == Quotes::None {
            self.count = memchr_iter(self.separator, record).count() + 1;
        } else {
            self.unquote(record);
        }
    }

    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether the fields from one on are empty.
    pub fn is_blank_from(&self, record: &[u8], i: usize) -> bool {
        if self.is_split {
            return (i..self.count).all(|i| bare(self.get(record, i)).is_empty());
        }
        let last = memchr_iter(self.separator, record).nth(i.saturating_sub(1));
        let rest = record.get(last.unwrap_or(record.len())..).unwrap_or_default();
        rest.iter()
            .all(|b| *b == self.separator || b.is_ascii_whitespace())
    }

    /// Finds all the fields of the record at hand, of which many will be asked for.
    pub fn split(&mut self, record: &[u8]) {
        if self.is_split {
            return;
        }
        self.is_split = true;
        self.at.clear();
        let mut from = 0;
        for at in memchr_iter(self.separator, record) {
            self.at.push(from..at);
            from = at + 1;
        }
        self.at.push(from..record.len());
    }

    /// A field of the record at hand; nothing where it has none.
    pub fn get<'a>(&'a self, record: &'a [u8], i: usize) -> &'a [u8] {
        if self.is_split {
            let bytes = if self.quotes == Quotes::None {
                record
            } else {
                &self.unquoted
            };
            let field = self.at.get(i).and_then(|at| bytes.get(at.clone()));
            return field.unwrap_or_default();
        }
        let mut ends = memchr_iter(self.separator, record);
        let from = if i == 0 {
            Some(0)
        } else {
            ends.nth(i - 1).map(|at| at + 1)
        };
        let to = ends.next().unwrap_or(record.len());
        from.and_then(|from| record.get(from..to)).unwrap_or_default()
    }

    /// Some fields of the record at hand, found in one walk.
    pub fn some<'a, const N: usize>(&'a self, record: &'a [u8], wanted: [Option<usize>; N]) -> [&'a [u8]; N] {
        if self.is_split {
            return wanted.map(|i| i.map_or(b"".as_slice(), |i| self.get(record, i)));
        }
        let mut out = [b"".as_slice(); N];
        let last = wanted.iter().flatten().max();
        let ends = memchr_iter(self.separator, record).chain([record.len()]);
        let mut from = 0;
        for (i, to) in ends.enumerate().take(last.map_or(0, |last| last + 1)) {
            for (out, _) in out.iter_mut().zip(wanted).filter(|(_, at)| *at == Some(i)) {
                *out = record.get(from..to).unwrap_or_default();
            }
            from = to + 1;
        }
        out
    }

    /// Cuts a record with quotes. A quote opens a quoted field only where the field begins, a
    /// doubled one is one, and what stands behind the closing quote belongs to the field.
    fn unquote(&mut self, record: &[u8]) {
        self.is_split = true;
        self.at.clear();
        self.unquoted.clear();
        let mut rest = record;
        loop {
            let from = self.unquoted.len();
            if let Some(inside) = rest.strip_prefix(b"\"") {
                rest = match closing(inside) {
                    None if self.quotes == Quotes::Lost => inside,
                    close => {
                        let close = close.unwrap_or(inside.len());
                        self.push_quoted(inside.get(..close).unwrap_or_default());
                        inside.get(close + 1..).unwrap_or_default()
                    }
                };
            }
            let end = memchr::memchr(self.separator, rest);
            let (field, behind) = rest.split_at(end.unwrap_or(rest.len()));
            self.unquoted.extend_from_slice(field);
            self.at.push(from..self.unquoted.len());
            let Some(next) = behind.get(1..) else { break };
            rest = next;
        }
        self.count = self.at.len();
    }

    fn push_quoted(&mut self, text: &[u8]) {
        let mut from = 0;
        let mut quotes = memchr_iter(b'"', text);
        // Of each pair the first quote is kept.
        while let (Some(at), Some(_)) = (quotes.next(), quotes.next()) {
            self.unquoted
                .extend_from_slice(text.get(from..=at).unwrap_or_default());
            from = at + 2;
        }
        self.unquoted
            .extend_from_slice(text.get(from..).unwrap_or_default());
    }
}

/// Where the quote stands that closes a field, of what follows the quote that opened it.
pub(crate) fn closing(inside: &[u8]) -> Option<usize> {
    let mut from = 0;
    loop {
        let at = from + memchr::memchr(b'"', inside.get(from..)?)?;
        if inside.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        from = at + 2;
    }
}

/// A field without blanks around it and without the `="…"` by which spreadsheets keep zeros.
pub(crate) fn bare(field: &[u8]) -> &[u8] {
    let field = field.trim_ascii();
    let inside = field.strip_prefix(b"=\"").and_then(|f| f.strip_suffix(b"\""));
    inside.map_or(field, <[u8]>::trim_ascii)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(record: &str, quotes: Quotes) -> Vec<String> {
        let mut fields = Fields::new(b';');
        let record = record.as_bytes();
        fields.hold(record, quotes);
        let field = |i| String::from_utf8_lossy(fields.get(record, i)).into_owned();
        (0..fields.len()).map(field).collect()
    }

    #[test]
    fn what_stands_behind_a_closing_quote_belongs_to_the_field() {
        assert_eq!(
            fields("\"a;\"\"b\"\"\"c;;d\"e", Quotes::Closed),
            ["a;\"b\"c", "", "d\"e"]
        );
    }

    #[test]
    fn a_quote_that_nothing_closes_is_a_letter_in_a_broken_line() {
        assert_eq!(fields("\"a\";\"b;c;d", Quotes::Lost), ["a", "b", "c", "d"]);
        assert_eq!(fields("\"a\";\"b;c;d", Quotes::Closed), ["a", "b;c;d"]);
    }

    #[test]
    fn fields_at_the_end_may_be_blank() {
        for (record, quotes) in [("a;b; ;", Quotes::None), ("a;b;\"\"; ", Quotes::Closed)] {
            let mut fields = Fields::new(b';');
            let record = record.as_bytes();
            fields.hold(record, quotes);
            assert!(fields.is_blank_from(record, 2) && !fields.is_blank_from(record, 1));
            fields.split(record);
            assert!(fields.is_blank_from(record, 2) && !fields.is_blank_from(record, 1));
        }
    }

    #[test]
    fn some_fields_are_those_that_are_found_one_by_one() {
        for (record, quotes) in [("a;b;;d", Quotes::None), ("a;\"b;b\";;d", Quotes::Closed)] {
            let mut fields = Fields::new(b';');
            let record = record.as_bytes();
            fields.hold(record, quotes);
            let wanted = [Some(3), None, Some(0), Some(1), Some(2), Some(9), Some(0)];
            let one = |i: Option<usize>| i.map_or(b"".as_slice(), |i| fields.get(record, i));
            assert_eq!(fields.some(record, wanted), wanted.map(one));
        }
    }

    #[test]
    fn fields_of_spreadsheets_keep_their_zeros() {
        assert_eq!(bare(b" =\"09\" "), b"09");
        assert_eq!((bare(b"=1+1"), bare(b"=\"")), (&b"=1+1"[..], &b"=\""[..]));
    }
}
