//! Accented last letters that an official table lost, or wrote as an apostrophe.

use std::borrow::Cow;

/// Words that end in an apostrophe of their own.
const ELIDED: &[&str] = &[
    "po'", "ca'", "mo'", "de'", "ne'", "co'", "be'", "da'", "va'", "fa'", "sta'", "di'", "a'",
];

/// Words whose accented last letter is often dropped altogether: the stem, and the letter.
const STEMS: &[(&str, char)] = &[
    ("citt", 'à'),
    ("propriet", 'à'),
    ("societ", 'à'),
    ("libert", 'à'),
    ("povert", 'à'),
    ("facolt", 'à'),
    ("unit", 'à'),
    ("ges", 'ù'),
    ("dignit", 'à'),
    ("novit", 'à'),
    ("difficolt", 'à'),
    ("localit", 'à'),
    ("podest", 'à'),
    ("universit", 'à'),
    ("trinit", 'à'),
    ("carit", 'à'),
    ("piet", 'à'),
    ("eternit", 'à'),
    ("et", 'à'),
    ("perch", 'é'),
    ("nonch", 'é'),
    ("affinch", 'é'),
    ("poich", 'é'),
    ("niccol", 'ò'),
    ("caff", 'è'),
    ("volont", 'à'),
    ("met", 'à'),
    ("giovent", 'ù'),
    ("virt", 'ù'),
    ("sanit", 'à'),
    ("makall", 'è'),
];

/// Endings after which an `-à` was dropped ("comunit", "attivit", "sostenibilit").
const STEM_ENDINGS: &[&str] = &[
    "bilit", "ivit", "alit", "icit", "arit", "orit", "osit", "enit", "ilit", "unit", "anit", "essit", "imit",
    "acit", "ivilit", "eit", "ietr", "ersit", "entit", "ianit", "gnit", "erit",
];
/// Words with such an ending that have lost nothing.
const WHOLE: &[&str] = &[
    "explicit", "licit", "audit", "benefit", "deficit", "deposit", "transit", "summit", "credit", "merit",
];

/// Words written without the accent of their last letter.
const UNACCENTED: &[(&str, &str)] = &[
    ("universita", "università"),
    ("societa", "società"),
    ("citta", "città"),
    ("comunita", "comunità"),
    ("attivita", "attività"),
    ("qualita", "qualità"),
    ("sanita", "sanità"),
    ("mobilita", "mobilità"),
    ("autorita", "autorità"),
    ("proprieta", "proprietà"),
    ("localita", "località"),
    ("unita", "unità"),
    ("liberta", "libertà"),
    ("disabilita", "disabilità"),
    ("viabilita", "viabilità"),
    ("identita", "identità"),
    ("accessibilita", "accessibilità"),
    ("sostenibilita", "sostenibilità"),
    ("funzionalita", "funzionalità"),
    ("modalita", "modalità"),
    ("finalita", "finalità"),
    ("opportunita", "opportunità"),
    ("necessita", "necessità"),
    ("capacita", "capacità"),
    ("pubblicita", "pubblicità"),
    ("facolta", "facoltà"),
    ("podesta", "podestà"),
    ("trinita", "trinità"),
    ("carita", "carità"),
    ("prossimita", "prossimità"),
    ("criticita", "criticità"),
    ("priorita", "priorità"),
    ("forli", "forlì"),
    ("cantu", "cantù"),
    ("perche", "perché"),
    ("nonche", "nonché"),
    ("piu", "più"),
    ("niccolo", "niccolò"),
    ("gia", "già"),
    ("gioventu", "gioventù"),
    ("cosi", "così"),
    ("puo", "può"),
];

/// Stems that are whole names of firms, too: "MET SRL".
pub(super) fn may_be_whole(token: &str) -> bool {
    const NAMES: &[&str] = &["et", "ges", "met", "piet", "unit", "virt"];
    NAMES.iter().any(|name| token.eq_ignore_ascii_case(name))
}

/// The word (in small letters) with the accent it lost; `None` when it lost none.
pub(super) fn restored(lower: &str) -> Option<String> {
    if let Some(stem) = lower.strip_suffix('\'') {
        return if ELIDED.contains(&lower) {
            None
        } else {
            from_apostrophe(stem)
        };
    }
    if let Some((_, accented)) = UNACCENTED.iter().find(|(w, _)| *w == lower) {
        return (*accented != lower).then(|| (*accented).to_owned());
    }
    if let Some((stem, letter)) = STEMS.iter().find(|(s, _)| *s == lower) {
        return Some(format!("{stem}{letter}"));
    }
    if lower.len() >= 9 && lower.ends_with("bilita") {
        return Some(format!("{}à", &lower[..lower.len() - 1]));
    }
    let lost = lower.len() >= 7 && !WHOLE.contains(&lower) && STEM_ENDINGS.iter().any(|e| lower.ends_with(e));
    lost.then(|| format!("{lower}à"))
}

fn from_apostrophe(stem: &str) -> Option<String> {
    let last = stem.chars().next_back()?;
    let acute = ["ch", "n", "s", "tr"]
        .iter()
        .any(|e| stem.strip_suffix('e').is_some_and(|s| s.ends_with(e)));
    let letter = match last {
        'a' => 'à',
        'e' if acute && stem != "cene" => 'é',
        'e' => 'è',
        'i' => 'ì',
        'o' => 'ò',
        'u' => 'ù',
        // The letter itself fell, the apostrophe stayed: "UNIVERSIT'".
        _ => return restored(stem),
    };
    Some(format!("{}{letter}", &stem[..stem.len() - 1]))
}

/// Apostrophes that are quotes: the last one of `'IL GRILLO'` is no accent.
#[derive(Default)]
pub(super) struct Quotes {
    open: bool,
}

impl Quotes {
    /// The token with its accents back, whatever its case (it stays in capitals if it was).
    pub(super) fn accented<'a>(&mut self, token: &'a str) -> Cow<'a, str> {
        let inner = token.trim_start_matches(['(', '"', '[', '«']);
        self.open |= inner.starts_with('\'');
        if self.open {
            self.open = !inner.trim_end_matches([',', '.', ')', ';']).ends_with('\'') || inner == "'";
            return Cow::Borrowed(token);
        }
        let core = token.trim_matches(|c: char| !(c.is_alphanumeric() || c == '\''));
        let (hyphen_safe, at) = (
            core.contains('-') || core.contains('/'),
            token.find(core).unwrap_or(0),
        );
        if core.is_empty() || core.chars().any(|c| c.is_ascii_digit()) {
            return Cow::Borrowed(token);
        }
        let fixed = if hyphen_safe {
            core.split_inclusive(['-', '/'])
                .map(|p| {
                    let (word, sign) = match p.char_indices().next_back() {
                        Some((i, c @ ('-' | '/'))) => (&p[..i], c.to_string()),
                        _ => (p, String::new()),
                    };
                    shouted(word) + &sign
                })
                .collect()
        } else {
            shouted(core)
        };
        if fixed == core {
            return Cow::Borrowed(token);
        }
        // The sign that an unreadable letter became.
        let rest = token[at + core.len()..].trim_start_matches('?');
        Cow::Owned(format!("{}{fixed}{rest}", &token[..at]))
    }
}

/// One word, in capitals again when it was. What stands before an inner apostrophe
/// ("DELL'UNIVERSIT") is left alone.
fn shouted(word: &str) -> String {
    let inner = word
        .strip_suffix('\'')
        .unwrap_or(word)
        .rfind('\'')
        .map_or(0, |i| i + 1);
    let lower = word[inner..].to_lowercase();
    match restored(&lower) {
        Some(fixed)
            if word[inner..].chars().any(char::is_lowercase)
                && !word[inner..].starts_with(char::is_uppercase) =>
        {
            format!("{}{fixed}", &word[..inner])
        }
        Some(fixed) => format!("{}{}", &word[..inner], fixed.to_uppercase()),
        None => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("universit", Some("università"))]
    #[case("comunit", Some("comunità"))]
    #[case("sostenibilit", Some("sostenibilità"))]
    #[case("citta'", Some("città"))]
    #[case("piu'", Some("più"))]
    #[case("forli'", Some("forlì"))]
    #[case("perche'", Some("perché"))]
    #[case("caffe'", Some("caffè"))]
    #[case("universit'", Some("università"))]
    #[case("responsabilita", Some("responsabilità"))]
    #[case("po'", None)]
    #[case("benefit", None)]
    #[case("salita", None)]
    #[case("prato", None)]
    fn lost_accents(#[case] word: &str, #[case] wanted: Option<&str>) {
        assert_eq!(restored(word).as_deref(), wanted);
    }

    #[test]
    fn quotes_are_no_accents() {
        let mut quotes = Quotes::default();
        let out: Vec<_> = "'LA ROSA' CITTA' (QUALITA')"
            .split(' ')
            .map(|t| quotes.accented(t))
            .collect();
        assert_eq!(out, ["'LA", "ROSA'", "CITTÀ", "(QUALITÀ)"]);
    }
}
