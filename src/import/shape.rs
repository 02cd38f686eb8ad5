//! What a row of a file looks like: how many fields it has and where its key stands. It tells a
//! row from a piece of one.

use super::fields::{Fields, Quotes, bare};
use crate::model::Cup;

/// A line inside of a quoted field is taken for a row only in tables that are so wide.
const WIDE: usize = 6;

#[derive(Clone, Debug)]
pub(crate) struct Shape {
    /// Fields of the header, without empty ones at its end.
    pub width: usize,
    /// Fields of most rows, when those beyond the header are empty.
    pub widest: usize,
    /// Fields without which a row says nothing.
    pub least: usize,
    pub submeasure: Option<usize>,
    pub cup: Option<usize>,
}

impl Shape {
    /// The record at hand has the fields of a row.
    pub fn fits(&self, fields: &Fields, record: &[u8]) -> bool {
        let count = fields.len();
        count == self.width || count == self.widest && fields.is_blank_from(record, self.width)
    }

    /// A line is a row, or the beginning of one.
    pub fn is_row(&self, line: &[u8], scratch: &mut Fields) -> bool {
        scratch.hold(line, Quotes::Lost);
        if self.is_keyless() {
            return self.width >= WIDE && self.fits(scratch, line);
        }
        self.has_key(scratch, line)
    }

    pub fn is_keyless(&self) -> bool {
        self.submeasure.is_none() && self.cup.is_none()
    }

    /// The fields of the key are there and can be those of one.
    pub fn has_key(&self, fields: &Fields, record: &[u8]) -> bool {
        let is = |at: Option<usize>, test: fn(&[u8]) -> bool| at.map(|i| test(bare(fields.get(record, i))));
        match (is(self.submeasure, is_submeasure), is(self.cup, is_cup)) {
            (None, None) => false,
            (Some(submeasure), _) => submeasure,
            (None, Some(cup)) => cup,
        }
    }

    /// The record at hand lacks no more than empty fields at its end, as far as one can see.
    pub fn is_short(&self, fields: &Fields, record: &[u8]) -> bool {
        (self.least..self.width).contains(&fields.len()) && self.has_key(fields, record)
    }
}

/// `M4C1I1.01.00`, `E.2.0.0`.
pub(crate) fn is_submeasure(code: &[u8]) -> bool {
    match code {
        [m, a, c, b, i, n, ..] => {
            m.eq_ignore_ascii_case(&b'M')
                && c.eq_ignore_ascii_case(&b'C')
                && matches!(i.to_ascii_uppercase(), b'I' | b'R')
                && [a, b, n].iter().all(|d| d.is_ascii_digit())
                || is_intervention(code)
        }
        _ => is_intervention(code),
    }
}

fn is_intervention(code: &[u8]) -> bool {
    matches!(code, [a, b'.', n, ..] if a.is_ascii_alphabetic() && n.is_ascii_digit())
}

fn is_cup(code: &[u8]) -> bool {
    code.len() == Cup::LEN
        && code.first().is_some_and(u8::is_ascii_alphabetic)
        && code.iter().all(u8::is_ascii_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape() -> Shape {
        Shape {
            width: 4,
            widest: 5,
            least: 3,
            submeasure: Some(0),
            cup: Some(1),
        }
    }

    fn held(record: &str) -> Fields {
        let mut fields = Fields::new(b';');
        fields.hold(record.as_bytes(), Quotes::None);
        fields
    }

    #[test]
    fn only_empty_fields_may_stand_beyond_the_header() {
        for (record, want) in [
            ("a;b;c;d", true),
            ("a;b;c;d; ", true),
            ("a;b;c;d;e", false),
            ("a;b;c", false),
            ("a;b;c;d;;", false),
        ] {
            assert_eq!(shape().fits(&held(record), record.as_bytes()), want, "{record}");
        }
    }

    #[test]
    fn a_short_row_has_its_key_and_all_that_is_needed() {
        for (record, want) in [
            ("M1C1I1.01.00;J11B22000010006;c", true),
            ("=\"E.2.0.0\";J11B22000010006;c", true),
            ("M1C1I1.01.00;J11B22000010006", false),
            ("continues;here;c", false),
        ] {
            assert_eq!(
                shape().is_short(&held(record), record.as_bytes()),
                want,
                "{record}"
            );
        }
    }

    #[test]
    fn lines_of_a_text_are_no_rows() {
        let mut scratch = Fields::new(b';');
        let shape = shape();
        assert!(shape.is_row(b"M1C1I1.01.00;J11B22000010006;\"open", &mut scratch));
        assert!(!shape.is_row(b"one; two; three; four", &mut scratch));
        let narrow = Shape {
            submeasure: None,
            cup: None,
            ..shape
        };
        assert!(!narrow.is_row(b"one; two; three; four", &mut scratch));
    }
}
