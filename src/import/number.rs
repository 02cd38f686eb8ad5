//! Numbers as the tables write them. Which sign is the decimal one belongs to the file, not to
//! the value: `100.000` is a hundred thousand in one and a hundred in another.

use crate::model::Cents;

/// The decimal sign of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decimal {
    Comma,
    Point,
}

/// Why a text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotANumber {
    /// It holds no figure, or more than a figure.
    Text,
    /// It contradicts the decimal sign of the file.
    Sign,
    TooLarge,
}

impl Decimal {
    fn signs(self) -> (u8, u8) {
        match self {
            Decimal::Comma => (b',', b'.'),
            Decimal::Point => (b'.', b','),
        }
    }

    /// What a value tells of its file's sign, if anything: `1,50` and `1.000.000` say comma,
    /// `14000.0` says point, `100.000` may be either.
    pub fn told_by(value: &[u8]) -> Option<Decimal> {
        let value = trim(value);
        if value
            .iter()
            .any(|b| !b.is_ascii_digit() && !matches!(b, b'.' | b',' | b'-'))
        {
            return None;
        }
        let count = |sign: u8| value.iter().filter(|b| **b == sign).count();
        let last = |sign: u8| value.iter().rposition(|b| *b == sign);
        match (count(b','), count(b'.')) {
            (0, 0) => None,
            (0, 1) => one(value, b'.', Decimal::Point),
            (1, 0) => one(value, b',', Decimal::Comma),
            (0, _) => Some(Decimal::Comma),
            (_, 0) => Some(Decimal::Point),
            _ if last(b',') > last(b'.') => Some(Decimal::Comma),
            _ => Some(Decimal::Point),
        }
    }
}

/// A single sign with other than three figures behind it is the decimal one.
fn one(value: &[u8], sign: u8, decimal: Decimal) -> Option<Decimal> {
    let at = value.iter().position(|b| *b == sign)?;
    let before = value.iter().take(at).filter(|b| b.is_ascii_digit()).count();
    let behind = value.len() - at - 1;
    (behind != 3 || before == 0 || before > 3).then_some(decimal)
}

fn trim(value: &[u8]) -> &[u8] {
    value.trim_ascii()
}

/// Figures before and behind the decimal sign.
struct Parts {
    negative: bool,
    whole: Vec<u8>,
    fraction: Vec<u8>,
}

/// Words and signs before an amount.
const MONEY: &[&str] = &["circa", "ca", "€", "euro", "eur"];

fn parts(text: &str, decimal: Decimal) -> Result<Parts, NotANumber> {
    let (mark, group) = decimal.signs();
    let text = &text.replace('\u{2212}', "-");
    let mut text = text.trim();
    let is_plain = text.starts_with(|c: char| c.is_ascii_digit() || c == '-');
    let signs: &[&str] = if is_plain { &[] } else { MONEY };
    for sign in signs {
        let lower = text.to_lowercase();
        if lower.starts_with(*sign) {
            text = text
                .get(sign.len()..)
                .unwrap_or_default()
                .trim_start_matches(['.', ' ']);
        }
    }
    let text = text
        .trim_end_matches(['€', '%', ' ', '\u{a0}'])
        .trim_end_matches("EUR")
        .trim();
    let negative = text.starts_with('-');
    let digits: Vec<u8> = text
        .strip_prefix('-')
        .unwrap_or(text)
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\'')
        .map(|c| u8::try_from(c).unwrap_or(b'?'))
        .collect();
    let allowed = |b: &u8| b.is_ascii_digit() || *b == mark || *b == group;
    if !digits.iter().any(u8::is_ascii_digit) || !digits.iter().all(allowed) {
        return Err(NotANumber::Text);
    }
    let marks = digits.iter().filter(|b| **b == mark).count();
    if marks > 1 {
        return Err(NotANumber::Sign);
    }
    let at = digits.iter().position(|b| *b == mark).unwrap_or(digits.len());
    let (whole, fraction) = digits.split_at(at);
    let fraction: Vec<u8> = fraction.iter().skip(1).copied().collect();
    let mut groups = whole.split(|b| *b == group);
    let first = groups.next().map_or(0, <[u8]>::len);
    let grouped = whole.contains(&group);
    if fraction.contains(&group) || grouped && (first == 0 || first > 3 || groups.any(|g| g.len() != 3)) {
        return Err(NotANumber::Sign);
    }
    Ok(Parts {
        negative,
        whole: whole.iter().copied().filter(u8::is_ascii_digit).collect(),
        fraction,
    })
}

/// An amount of euro in cents, rounded half up.
pub(crate) fn cents(text: &str, decimal: Decimal) -> Result<Cents, NotANumber> {
    let plain = text.len() <= 15 && text.bytes().all(|b| b.is_ascii_digit());
    if let (true, Ok(euro)) = (plain, text.parse::<i64>()) {
        return Ok(Cents(euro * 100));
    }
    let parts = parts(text, decimal)?;
    let mut cents: i64 = 0;
    let mut fraction = parts.fraction.iter().copied();
    let figures = parts.whole.iter().copied();
    let two = [fraction.next().unwrap_or(b'0'), fraction.next().unwrap_or(b'0')];
    for figure in figures.chain(two) {
        let figure = i64::from(figure - b'0');
        let next = cents.checked_mul(10).and_then(|c| c.checked_add(figure));
        cents = next.ok_or(NotANumber::TooLarge)?;
    }
    if fraction.next().is_some_and(|f| f >= b'5') {
        cents = cents.checked_add(1).ok_or(NotANumber::TooLarge)?;
    }
    match Cents(cents) <= Cents::MOST {
        true => Ok(Cents(if parts.negative { -cents } else { cents })),
        false => Err(NotANumber::TooLarge),
    }
}

pub(crate) fn quantity(text: &str, decimal: Decimal) -> Result<f64, NotANumber> {
    let parts = parts(text, decimal)?;
    let figures = |f: &[u8]| f.iter().map(|b| char::from(*b)).collect::<String>();
    let plain = format!("{}.{}0", figures(&parts.whole), figures(&parts.fraction));
    let value: f64 = format!("0{plain}").parse().map_err(|_| NotANumber::Text)?;
    let value = if parts.negative { -value } else { value };
    if value.is_finite() {
        Ok(value)
    } else {
        Err(NotANumber::TooLarge)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_form_of_the_tables() {
        for (text, decimal, want) in [
            ("114.000.000", Decimal::Comma, 11_400_000_000),
            (" 80.000.000,00 ", Decimal::Comma, 8_000_000_000),
            ("797874", Decimal::Comma, 79_787_400),
            ("134198,91", Decimal::Comma, 13_419_891),
            ("1000000.0", Decimal::Point, 100_000_000),
            ("ca 2.000.000.000 €", Decimal::Comma, 200_000_000_000),
            ("100.000", Decimal::Comma, 10_000_000),
            ("100.000", Decimal::Point, 10_000),
            ("14000.0", Decimal::Point, 1_400_000),
            ("0,005", Decimal::Comma, 1),
            ("-12,5", Decimal::Comma, -1_250),
            ("€ 1.234,5", Decimal::Comma, 123_450),
            ("\u{2212}5.000,00", Decimal::Comma, -500_000),
            ("€ -5", Decimal::Comma, -500),
        ] {
            assert_eq!(cents(text, decimal), Ok(Cents(want)), "{text}");
        }
    }

    #[test]
    fn says_why_not() {
        assert_eq!(cents("molti", Decimal::Comma), Err(NotANumber::Text));
        assert_eq!(cents("14000.0", Decimal::Comma), Err(NotANumber::Sign));
        assert_eq!(cents("1,5,0", Decimal::Comma), Err(NotANumber::Sign));
        for many in ["9".repeat(40), "1000000000000,01".to_owned()] {
            assert_eq!(cents(&many, Decimal::Comma), Err(NotANumber::TooLarge));
        }
        assert_eq!(cents("-1000000000000", Decimal::Comma), Ok(Cents(-Cents::MOST.0)));
    }

    #[test]
    fn values_tell_the_sign_of_their_file() {
        for (value, want) in [
            ("100.000", None),
            ("100,000", None),
            ("14000.0", Some(Decimal::Point)),
            ("1.234.567", Some(Decimal::Comma)),
            ("1234,5", Some(Decimal::Comma)),
            ("1.234,567", Some(Decimal::Comma)),
            ("1,234.5", Some(Decimal::Point)),
            ("1234.567", Some(Decimal::Point)),
            ("12", None),
            ("N/D", None),
        ] {
            assert_eq!(Decimal::told_by(value.as_bytes()), want, "{value}");
        }
    }

    #[test]
    fn quantities_keep_their_fraction() {
        assert_eq!(quantity("1.234,75", Decimal::Comma), Ok(1234.75));
        assert_eq!(quantity("30,00", Decimal::Comma), Ok(30.0));
    }
}
