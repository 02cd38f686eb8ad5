//! A QR code: black squares on white with a quiet zone of four all around, as the standard asks.

use qrcodegen::{QrCode, QrCodeEcc};

/// What a QR code says, and its squares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    pub text: String,
    side: usize,
    dark: Vec<bool>,
}

/// White squares around the code: fewer, and telephones do not find it.
const QUIET: usize = 4;

/// Bytes that still make squares large enough to be read from a screen at arm's length.
pub const LONGEST: usize = 300;

impl Code {
    /// The code of a text, with as much correction of errors as its size has room for; `None`
    /// when the text is too long to be read.
    pub fn new(text: &str) -> Option<Code> {
        let short = (!text.is_empty() && text.len() <= LONGEST).then_some(text)?;
        let code = QrCode::encode_text(short, QrCodeEcc::Medium).ok()?;
        let inner = usize::try_from(code.size()).ok()?;
        let side = inner + 2 * QUIET;
        let squares = (0..side).flat_map(|y| (0..side).map(move |x| (x, y)));
        let dark = squares.map(|(x, y)| {
            let of_code = |at: usize| i32::try_from(at).map_or(-1, |at| at - QUIET as i32);
            code.get_module(of_code(x), of_code(y))
        });
        Some(Code {
            text: text.to_owned(),
            side,
            dark: dark.collect(),
        })
    }

    /// Squares on a side, the quiet zone included.
    pub fn side(&self) -> usize {
        self.side
    }

    /// Whether a square is black; outside all is white.
    pub fn dark(&self, x: usize, y: usize) -> bool {
        x < self.side && self.dark.get(y * self.side + x).copied().unwrap_or_default()
    }

    /// The black squares, as runs in a row: column, row, length.
    pub fn runs(&self) -> Vec<(usize, usize, usize)> {
        let mut out: Vec<(usize, usize, usize)> = Vec::new();
        for y in 0..self.side {
            for x in (0..self.side).filter(|x| self.dark(*x, y)) {
                match out.last_mut() {
                    Some((from, row, length)) if *row == y && *from + *length == x => *length += 1,
                    _ => out.push((x, y, 1)),
                }
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// An independent decoder reads what was written, of every length that is promised.
    #[test]
    fn another_program_reads_it() {
        let long = "a città è più bella ".repeat(13);
        let address = "https://opencup.gov.it/portale/progetto/-/cup/J57H22001230006";
        for text in ["x", address, long.trim_end()] {
            let code = Code::new(text).unwrap();
            let scale = 4;
            let side = code.side() * scale;
            let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| {
                if code.dark(x / scale, y / scale) { 0 } else { 255 }
            });
            let grids = image.detect_grids();
            assert_eq!(grids.len(), 1);
            assert_eq!(grids[0].decode().unwrap().1, text);
        }
    }

    #[test]
    fn the_quiet_zone_is_white_and_the_runs_are_all_that_is_black() {
        let code = Code::new("https://openpnrr.it/territorio/048017").unwrap();
        let side = code.side();
        for at in 0..side {
            for edge in (0..QUIET).chain(side - QUIET..side) {
                assert!(!code.dark(at, edge) && !code.dark(edge, at));
            }
        }
        let black = (0..side)
            .flat_map(|y| (0..side).map(move |x| (x, y)))
            .filter(|(x, y)| code.dark(*x, *y));
        let in_runs: usize = code.runs().iter().map(|(.., length)| length).sum();
        assert_eq!(black.count(), in_runs);
    }

    #[test]
    fn what_is_too_long_or_nothing_has_no_code() {
        assert!(Code::new("").is_none());
        assert!(Code::new(&"a".repeat(LONGEST + 1)).is_none());
    }
}
