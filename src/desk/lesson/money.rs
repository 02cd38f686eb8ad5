//! Numbers as people type them: "3 milioni", "3,4 mln", "€ 3.400.000", "800 mila", "tre milioni
//! e mezzo", "2.5 million".

const SMALL: &[(&str, f64)] = &[
    ("zero", 0.0),
    ("niente", 0.0),
    ("nessuno", 0.0),
    ("none", 0.0),
    ("nothing", 0.0),
    ("un", 1.0),
    ("uno", 1.0),
    ("una", 1.0),
    ("one", 1.0),
    ("due", 2.0),
    ("two", 2.0),
    ("tre", 3.0),
    ("three", 3.0),
    ("quattro", 4.0),
    ("four", 4.0),
    ("cinque", 5.0),
    ("five", 5.0),
    ("sei", 6.0),
    ("six", 6.0),
    ("sette", 7.0),
    ("seven", 7.0),
    ("otto", 8.0),
    ("eight", 8.0),
    ("nove", 9.0),
    ("nine", 9.0),
    ("dieci", 10.0),
    ("ten", 10.0),
];

const UNITS: &[(&str, f64)] = &[
    ("mila", 1e3),
    ("k", 1e3),
    ("thousand", 1e3),
    ("m", 1e6),
    ("mln", 1e6),
    ("milione", 1e6),
    ("milioni", 1e6),
    ("million", 1e6),
    ("millions", 1e6),
    ("mld", 1e9),
    ("miliardo", 1e9),
    ("miliardi", 1e9),
    ("billion", 1e9),
    ("bn", 1e9),
];

/// What a text can mean as a number: a sign with three digits behind it divides thousands or, in
/// front of a unit, decimals too ("2.250 milioni").
pub fn readings(typed: &str) -> impl Iterator<Item = f64> {
    let folded = typed.replace(['€', '\u{a0}', '\''], " ").to_lowercase();
    let half = [" e mezzo", " and a half"].iter().any(|h| folded.contains(h));
    let mut found = None;
    let mut times = 1.0;
    let words: Vec<&str> = folded.split_whitespace().collect();
    for (i, word) in words.iter().enumerate() {
        let digits = word
            .find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')
            .unwrap_or(word.len());
        let (number, rest) = word.split_at(digits);
        // Digits in groups, "3 400 000", are one number.
        let grouped = i > 0 && number.len() == 3 && rest.is_empty();
        match (&mut found, number.is_empty()) {
            (None, false) => found = Some(number.to_owned()),
            (Some(before), false) if grouped => before.push_str(number),
            (None, true) => {
                let small = SMALL.iter().find(|(name, _)| *name == rest);
                found = small.map(|(_, value)| value.to_string());
                if small.is_some() {
                    continue;
                }
            }
            _ => {}
        }
        if let Some((_, unit)) = UNITS.iter().find(|(name, _)| *name == rest.trim_matches('.')) {
            times *= unit;
        }
    }
    let values = found.map(|n| numbers(&n, times > 1.0)).unwrap_or_default();
    let more = if half && times > 1.0 { times / 2.0 } else { 0.0 };
    values.into_iter().map(move |v| v * times + more)
}

/// "3.400.000,50", "3,400,000.50", "3,4", "1.250".
fn numbers(text: &str, before_a_unit: bool) -> Vec<f64> {
    let text = text.trim_end_matches(['.', ',']);
    let plain = |text: &str| text.replace(['.', ','], "").parse::<f64>().ok();
    let Some(last) = text.rfind(['.', ',']) else {
        return plain(text).into_iter().collect();
    };
    let (whole, part) = (&text[..last], &text[last + 1..]);
    let decimal = || {
        format!("{}.{part}", whole.replace(['.', ','], ""))
            .parse::<f64>()
            .ok()
    };
    match part.len() {
        3 if before_a_unit => plain(text).into_iter().chain(decimal()).collect(),
        3 => plain(text).into_iter().collect(),
        _ => decimal().into_iter().collect(),
    }
}
