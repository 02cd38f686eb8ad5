//! Figures as people write them, in Italian and in English.
//!
//! Money is integer euro cents everywhere; only here does it become words.

use jiff::civil::Date;

use super::Lang;

/// A small number that is said: "uno", "il terzo", "two".
pub fn spoken(folded: &str) -> Option<usize> {
    const SAID: [&[&str]; 10] = [
        &["uno", "primo", "one", "first"],
        &["due", "secondo", "seconda", "two", "second"],
        &["tre", "terzo", "terza", "three", "third"],
        &["quattro", "quarto", "quarta", "four", "fourth"],
        &["cinque", "quinto", "quinta", "five", "fifth"],
        &["sei", "sesto", "sesta", "six", "sixth"],
        &["sette", "settimo", "settima", "seven", "seventh"],
        &["otto", "ottavo", "ottava", "eight", "eighth"],
        &["nove", "nono", "nona", "nine", "ninth"],
        &["dieci", "decimo", "decima", "ten", "tenth"],
    ];
    let before = [
        "il ",
        "la ",
        "lo ",
        "l ",
        "the ",
        "numero ",
        "number ",
        "il numero ",
    ];
    let bare = before.iter().filter_map(|before| folded.strip_prefix(before));
    let mut all = bare.chain([folded]);
    all.find_map(|word| SAID.iter().position(|said| said.contains(&word)))
        .map(|at| at + 1)
}

/// How many: [`integer`] of a count.
pub fn count(n: usize, lang: Lang) -> String {
    integer(i64::try_from(n).unwrap_or(i64::MAX), lang)
}

/// Grouped by thousands: `12.500` in Italian, `12,500` in English.
pub fn integer(n: i64, lang: Lang) -> String {
    let digits = n.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if n < 0 {
        out.push('-');
    }
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(if lang == Lang::It { '.' } else { ',' });
        }
        out.push(c);
    }
    out
}

/// A number with at most `digits` decimals, trailing zeros dropped: `3,4` or `3.4`.
pub fn decimal(value: f64, digits: usize, lang: Lang) -> String {
    let text = format!("{value:.digits$}");
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let rest = rest.trim_end_matches('0');
    let sign = if whole.starts_with('-') && (whole != "-0" || !rest.is_empty()) {
        "-"
    } else {
        ""
    };
    let whole = whole
        .trim_start_matches('-')
        .parse()
        .map_or_else(|_| whole.trim_start_matches('-').to_owned(), |n| integer(n, lang));
    match (rest, lang) {
        ("", _) => format!("{sign}{whole}"),
        (rest, Lang::It) => format!("{sign}{whole},{rest}"),
        (rest, Lang::En) => format!("{sign}{whole}.{rest}"),
    }
}

/// The exact amount, cents only when there are any: `12.500 euro`, `12.500,50 euro`, `€12,500`.
pub fn euro(cents: i64, lang: Lang) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    let amount = plain(cents.saturating_abs(), lang);
    match lang {
        Lang::It => format!("{sign}{amount} euro"),
        Lang::En => format!("{sign}€{amount}"),
    }
}

/// The exact amount without its unit, for a cell under a heading that says "euro".
pub fn amount(cents: i64, lang: Lang) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}", plain(cents.saturating_abs(), lang))
}

fn plain(cents: i64, lang: Lang) -> String {
    let whole = integer(cents / 100, lang);
    match (cents % 100, lang) {
        (0, _) => whole,
        (c, Lang::It) => format!("{whole},{c:02}"),
        (c, Lang::En) => format!("{whole}.{c:02}"),
    }
}

const EURO: i64 = 100;
const THOUSAND: i64 = 1_000 * EURO;
const MILLION: i64 = 1_000 * THOUSAND;
const BILLION: i64 = 1_000 * MILLION;

/// The size that a person grasps: two figures and a unit, "circa" when rounded. Amounts under
/// 10,000 euro, and round ones, are said as they are.
///
/// ```
/// use sportello::text::{Lang, number::euro_words};
/// assert_eq!(euro_words(79_821_300, Lang::It), "circa 800 mila euro");
/// assert_eq!(euro_words(340_000_000, Lang::It), "3,4 milioni di euro");
/// assert_eq!(euro_words(1_250_000, Lang::It), "12.500 euro");
/// ```
pub fn euro_words(cents: i64, lang: Lang) -> String {
    let size = cents.saturating_abs();
    if size < 10 * THOUSAND || (size < 100 * THOUSAND && size % THOUSAND != 0 && size % (100 * EURO) == 0) {
        return euro(cents, lang);
    }
    let sign = if cents < 0 { "-" } else { "" };
    let (rounded, exact) = rounded(size);
    let about = match (exact, lang) {
        (true, _) => "",
        (false, Lang::It) => "circa ",
        (false, Lang::En) => "about ",
    };
    let (unit, one, many) = match rounded {
        BILLION.. => (BILLION, "miliardo di", "miliardi di"),
        MILLION.. => (MILLION, "milione di", "milioni di"),
        _ => (THOUSAND, "mila", "mila"),
    };
    let figure = in_units(rounded, unit, lang);
    match lang {
        Lang::It => format!(
            "{about}{sign}{figure} {} euro",
            if figure == "1" { one } else { many }
        ),
        Lang::En => match unit {
            BILLION => format!("{about}{sign}€{figure} billion"),
            MILLION => format!("{about}{sign}€{figure} million"),
            _ => format!("{about}{sign}€{}", integer(rounded / EURO, lang)),
        },
    }
}

/// For narrow columns: `3,4 mln`, `800 mila`, `2,4 mld`, `950`; in English `3.4M`, `800K`, `2.4B`.
pub fn euro_short(cents: i64, lang: Lang) -> String {
    let size = cents.saturating_abs();
    let sign = if cents < 0 { "-" } else { "" };
    if size < 10 * THOUSAND {
        return format!("{sign}{}", integer((size + EURO / 2) / EURO, lang));
    }
    let (rounded, _) = rounded(size);
    let (unit, it, en) = match rounded {
        BILLION.. => (BILLION, "mld", "B"),
        MILLION.. => (MILLION, "mln", "M"),
        _ => (THOUSAND, "mila", "K"),
    };
    let figure = in_units(rounded, unit, lang);
    match lang {
        Lang::It => format!("{sign}{figure} {it}"),
        Lang::En => format!("{sign}{figure}{en}"),
    }
}

/// [`euro_short`] with its sign: "3,4 mln €"; "€3.4M".
pub fn euro_sign(cents: i64, lang: Lang) -> String {
    let short = euro_short(cents, lang);
    match lang {
        Lang::It => format!("{short} €"),
        Lang::En => format!("€{short}"),
    }
}

/// Two significant figures, or the amount itself where it has no more than one decimal of its
/// unit; and whether nothing was rounded.
fn rounded(size: i64) -> (i64, bool) {
    let grain = match size {
        BILLION.. => BILLION / 10,
        MILLION.. => MILLION / 10,
        _ => THOUSAND,
    };
    if size % grain == 0 {
        return (size, true);
    }
    let mut step = 1;
    while size / step >= 100 {
        step *= 10;
    }
    ((size / step + i64::from(size % step >= step / 2)) * step, false)
}

fn in_units(size: i64, unit: i64, lang: Lang) -> String {
    let (whole, tenth) = (size / unit, size % unit * 10 / unit);
    let comma = if lang == Lang::It { ',' } else { '.' };
    match tenth {
        0 => integer(whole, lang),
        t => format!("{}{comma}{t}", integer(whole, lang)),
    }
}

/// A share in whole per cents, never 0 unless there is nothing, never 100 unless it is full;
/// `None` when there is no whole to speak of.
pub fn percent(part: i64, whole: i64, lang: Lang) -> Option<String> {
    let word = if lang == Lang::It { "per cento" } else { "per cent" };
    Some(match (share(part, whole)?, lang) {
        (Share::Tiny, Lang::It) => format!("meno dell'1 {word}"),
        (Share::Tiny, Lang::En) => format!("less than 1 {word}"),
        (Share::JustOver, Lang::It) => format!("più del 100 {word}"),
        (Share::JustOver, Lang::En) => format!("more than 100 {word}"),
        (Share::Whole(n), _) => format!("{} {word}", integer(n, lang)),
    })
}

/// [`percent`] for a column: `42%`, `<1%`, `>100%`.
pub fn percent_short(part: i64, whole: i64, lang: Lang) -> Option<String> {
    Some(match share(part, whole)? {
        Share::Tiny => "<1%".to_owned(),
        Share::JustOver => ">100%".to_owned(),
        Share::Whole(n) => format!("{}%", integer(n, lang)),
    })
}

enum Share {
    Tiny,
    Whole(i64),
    JustOver,
}

fn share(part: i64, whole: i64) -> Option<Share> {
    if whole <= 0 || part < 0 {
        return None;
    }
    let (part, whole) = (i128::from(part), i128::from(whole));
    let rounded = i64::try_from((part * 200 + whole) / (2 * whole)).unwrap_or(i64::MAX);
    Some(if part == 0 {
        Share::Whole(0)
    } else if part * 100 < whole {
        Share::Tiny
    } else if part < whole {
        Share::Whole(rounded.min(99))
    } else if part > whole && rounded == 100 {
        Share::JustOver
    } else {
        Share::Whole(rounded)
    })
}

const MONTHS_IT: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The month's name, 1 to 12; empty for any other number.
pub fn month(number: i8, lang: Lang) -> &'static str {
    let names = if lang == Lang::It { MONTHS_IT } else { MONTHS_EN };
    usize::try_from(number)
        .ok()
        .and_then(|n| names.get(n.checked_sub(1)?).copied())
        .unwrap_or("")
}

/// `1º gennaio 2025`, `31 marzo 2025`; `1 January 2025`.
pub fn date(d: Date, lang: Lang) -> String {
    let ordinal = if d.day() == 1 && lang == Lang::It {
        "º"
    } else {
        ""
    };
    format!("{}{ordinal} {}", d.day(), month_year(d, lang))
}

/// `marzo 2025`; `March 2025`.
pub fn month_year(d: Date, lang: Lang) -> String {
    format!("{} {}", month(d.month(), lang), d.year())
}

/// `31/03/2025`, in both languages.
pub fn date_short(d: Date) -> String {
    format!("{:02}/{:02}/{}", d.day(), d.month(), d.year())
}

#[cfg(test)]
mod tests {
    use super::Lang::{En, It};
    use super::*;
    use jiff::civil::date as day;
    use rstest::rstest;

    #[rstest]
    #[case(0, "0", "0")]
    #[case(999, "999", "999")]
    #[case(1_234, "1.234", "1,234")]
    #[case(-12_500, "-12.500", "-12,500")]
    #[case(i64::MIN, "-9.223.372.036.854.775.808", "-9,223,372,036,854,775,808")]
    fn integers(#[case] n: i64, #[case] it: &str, #[case] en: &str) {
        assert_eq!((integer(n, It).as_str(), integer(n, En).as_str()), (it, en));
    }

    #[rstest]
    #[case(1_250_000, "12.500 euro", "€12,500")]
    #[case(1_250_050, "12.500,50 euro", "€12,500.50")]
    #[case(100, "1 euro", "€1")]
    #[case(-5, "-0,05 euro", "-€0.05")]
    fn exact_amounts(#[case] cents: i64, #[case] it: &str, #[case] en: &str) {
        assert_eq!((euro(cents, It).as_str(), euro(cents, En).as_str()), (it, en));
    }

    #[rstest]
    #[case(0, "0 euro", "€0")]
    #[case(451_250, "4.512,50 euro", "€4,512.50")]
    #[case(1_000_000, "10 mila euro", "€10,000")]
    #[case(4_257_651, "circa 43 mila euro", "about €43,000")]
    #[case(12_740_000, "circa 130 mila euro", "about €130,000")]
    #[case(79_800_000, "798 mila euro", "€798,000")]
    #[case(99_960_001, "circa 1 milione di euro", "about €1 million")]
    #[case(100_000_000, "1 milione di euro", "€1 million")]
    #[case(341_200_000, "circa 3,4 milioni di euro", "about €3.4 million")]
    #[case(11_400_000_000, "114 milioni di euro", "€114 million")]
    #[case(99_960_000_000, "999,6 milioni di euro", "€999.6 million")]
    #[case(200_000_000_000, "2 miliardi di euro", "€2 billion")]
    #[case(243_381_596_050, "circa 2,4 miliardi di euro", "about €2.4 billion")]
    fn amounts_in_words(#[case] cents: i64, #[case] it: &str, #[case] en: &str) {
        assert_eq!(
            (euro_words(cents, It).as_str(), euro_words(cents, En).as_str()),
            (it, en)
        );
    }

    #[rstest]
    #[case(95_000, "950", "950")]
    #[case(79_821_300, "800 mila", "800K")]
    #[case(341_200_000, "3,4 mln", "3.4M")]
    #[case(243_381_596_050, "2,4 mld", "2.4B")]
    fn amounts_in_columns(#[case] cents: i64, #[case] it: &str, #[case] en: &str) {
        assert_eq!(
            (euro_short(cents, It).as_str(), euro_short(cents, En).as_str()),
            (it, en)
        );
    }

    #[rstest]
    #[case(0, 50, Some("0 per cento"))]
    #[case(1, 1_000, Some("meno dell'1 per cento"))]
    #[case(42, 100, Some("42 per cento"))]
    #[case(9_999, 10_000, Some("99 per cento"))]
    #[case(7, 7, Some("100 per cento"))]
    #[case(1_001, 1_000, Some("più del 100 per cento"))]
    #[case(3, 2, Some("150 per cento"))]
    #[case(3, 0, None)]
    #[case(-1, 5, None)]
    fn percentages(#[case] part: i64, #[case] whole: i64, #[case] wanted: Option<&str>) {
        assert_eq!(percent(part, whole, It).as_deref(), wanted);
    }

    #[test]
    fn decimals_and_columns() {
        assert_eq!(decimal(1_234.50, 2, It), "1.234,5");
        assert_eq!(decimal(-0.004, 2, En), "0");
        assert_eq!(decimal(-0.25, 2, En), "-0.25");
        assert_eq!(percent_short(1, 1_000, It).as_deref(), Some("<1%"));
        assert_eq!(percent(1, 3, En).as_deref(), Some("33 per cent"));
        assert_eq!(amount(-150, It), "-1,50");
    }

    #[test]
    fn dates() {
        let first = day(2025, 1, 1);
        assert_eq!(date(first, It), "1º gennaio 2025");
        assert_eq!(date(first, En), "1 January 2025");
        assert_eq!(date(day(2025, 3, 31), It), "31 marzo 2025");
        assert_eq!(month_year(day(2025, 3, 31), En), "March 2025");
        assert_eq!(date_short(day(2025, 3, 31)), "31/03/2025");
        assert_eq!(month(13, It), "");
    }
}
