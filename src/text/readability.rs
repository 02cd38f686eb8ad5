//! How easy a text is to read: Gulpease for Italian, Flesch for English, as published.
//!
//! A word is a run of letters, digits and apostrophes; letters are letters only; a sentence ends
//! at `.`, `!` or `?` outside numbers and abbreviations. The index alone can mislead (short
//! fragments score well), so the longest sentence is measured too.

use serde::Serialize;

/// The measures of one text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Readability {
    /// 89 + (300 × sentences − 10 × letters) / words; higher is easier, for Italian.
    pub gulpease: f64,
    /// Flesch reading ease, for English; syllables are counted by rule.
    pub flesch: f64,
    pub sentences: usize,
    pub words: usize,
    pub letters: usize,
    /// Words of the longest sentence, where each of the given names counts as one.
    pub longest_sentence: usize,
}

/// Measures a text. `names` are bodies, measures and places that count as one word for the
/// longest sentence only.
pub fn measure(text: &str, names: &[&str]) -> Readability {
    let sentences = sentences(text).len();
    let (mut count, mut letters, mut syllables) = (0, 0, 0);
    for word in words(text) {
        count += 1;
        letters += word.chars().filter(|c| c.is_alphabetic()).count();
        syllables += english_syllables(word);
    }
    if count == 0 {
        return Readability::default();
    }
    let per_word = |n: usize| n as f64 / count as f64;
    Readability {
        gulpease: 89.0 + 300.0 * per_word(sentences) - 10.0 * per_word(letters),
        flesch: 206.835 - 1.015 * (count as f64 / sentences.max(1) as f64) - 84.6 * per_word(syllables),
        sentences,
        words: count,
        letters,
        longest_sentence: longest_sentence(text, names),
    }
}

/// Runs of letters, digits and apostrophes.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '’'))
        .filter(|w| w.contains(char::is_alphanumeric))
}

/// The sentences of a text; what stands after the last full stop is one too when it has words.
///
/// ```
/// use sportello::text::readability::sentences;
/// assert_eq!(sentences("Costa 12.500 euro. Lo fa Alfa S.p.A. di Prato! Vero?").len(), 3);
/// ```
pub fn sentences(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, mark) in text.match_indices(['.', '!', '?']) {
        let end = at + mark.len();
        if ends_here(&text[start..at], mark, &text[end..]) {
            out.push(text[start..end].trim());
            start = end;
        }
    }
    out.push(text[start..].trim());
    out.retain(|s| words(s).next().is_some());
    out
}

/// Words of the longest sentence, each of `names` counting as one.
pub fn longest_sentence(text: &str, names: &[&str]) -> usize {
    let text = with_names_as_one_word(text, names);
    sentences(&text)
        .iter()
        .map(|s| words(s).count())
        .max()
        .unwrap_or(0)
}

fn ends_here(before: &str, mark: &str, after: &str) -> bool {
    let closing = after.trim_start_matches(['"', '\'', '»', '”', '’', ')', '.', '!', '?']);
    // A point inside a number, an abbreviation, an address on the web.
    if closing.starts_with(|c: char| !c.is_whitespace()) && closing.len() == after.len() {
        return false;
    }
    if mark != "." {
        return true;
    }
    let word = before
        .rsplit(|c: char| c.is_whitespace() || "(\"'«’".contains(c))
        .next()
        .unwrap_or("");
    if word.len() > LONGEST_ABBREVIATION {
        return true;
    }
    let folded = word.to_lowercase();
    let next = closing.trim_start().chars().next();
    if ALWAYS_OPEN.contains(&folded.as_str()) || is_initial(word) {
        return next.is_none();
    }
    if MAY_CLOSE.contains(&folded.as_str()) {
        return next.is_none_or(|c| c.is_uppercase());
    }
    true
}

/// `G.` or `G.B.`: initials before a surname. A lone small letter ends a sentence.
fn is_initial(word: &str) -> bool {
    word.split('.')
        .all(|p| p.chars().count() == 1 && p.chars().all(char::is_uppercase))
}

/// Bytes of the longest abbreviation.
const LONGEST_ABBREVIATION: usize = 10;
/// Abbreviations that something always follows (written here without their last point).
const ALWAYS_OPEN: &[&str] = &[
    "n", "nn", "nr", "num", "art", "artt", "dott", "dr", "dott.ssa", "ing", "arch", "avv", "geom", "prof",
    "prof.ssa", "sig", "sig.ra", "pag", "pagg", "p", "pp", "cfr", "es", "p.es", "fig", "tab", "cap", "lett",
    "co", "l", "d.l", "d.lgs", "d.m", "d.p.c.m", "d.d", "loc", "fraz", "v", "vs", "p.za", "p.zza", "f.lli",
    "s", "ss", "tel", "prot", "rif", "int", "reg", "e.g", "i.e", "mr", "mrs", "ms", "st", "approx", "ca",
];
/// Abbreviations that may close a sentence: they do before a capital letter.
const MAY_CLOSE: &[&str] = &[
    "s.p.a",
    "s.r.l",
    "s.r.l.s",
    "s.n.c",
    "s.a.s",
    "s.c",
    "s.c.a.r.l",
    "s.c.a r.l",
    "r.l",
    "s.c.r.l",
    "soc",
    "coop",
    "ecc",
    "etc",
    "a.c",
    "d.c",
    "s.s",
    "ltd",
    "inc",
    "u.s.l",
    "a.s.l",
];

fn with_names_as_one_word(text: &str, names: &[&str]) -> String {
    let mut names: Vec<&str> = names.iter().copied().filter(|n| !n.trim().is_empty()).collect();
    names.sort_by_key(|n| std::cmp::Reverse(n.len()));
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut inside_word = false;
    while let Some(c) = rest.chars().next() {
        let name = if inside_word {
            None
        } else {
            names.iter().find(|n| stands_at_start(rest, n))
        };
        if let Some(name) = name {
            out.push_str("Nome");
            rest = &rest[name.len()..];
            // The point of "S.p.A." may close the sentence as well.
            if name.ends_with('.') && rest.trim_start().chars().next().is_none_or(char::is_uppercase) {
                out.push('.');
            }
            inside_word = true;
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
            inside_word = c.is_alphanumeric();
        }
    }
    out
}

fn stands_at_start(text: &str, name: &str) -> bool {
    text.strip_prefix(name).is_some_and(|after| {
        !(name.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric))
    })
}

/// Groups of vowels, a silent final `e` not counted; at least one.
fn english_syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    if word.chars().all(|c| c.is_ascii_digit()) {
        return word.len().min(3);
    }
    let vowel = |c: char| "aeiouyàèéìòù".contains(c);
    let groups = word.split(|c| !vowel(c)).filter(|g| !g.is_empty()).count();
    let silent = word.ends_with('e') && !word.ends_with("le") && groups > 1
        || word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded") && groups > 1;
    (groups - usize::from(silent)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Il Comune rifà la scuola. I lavori costano 1.250.000,50 euro.", 2)]
    #[case("Lo fa Alfa S.p.A. con Beta S.r.l. entro l'anno.", 1)]
    #[case("Lo fa Alfa S.p.A. Il Comune paga.", 2)]
    #[case("Vedi art. 5, n. 3 ecc. della legge.", 1)]
    #[case("Lo dice il dott. Bianchi, in via G. B. Vico.", 1)]
    #[case("Davvero?! Sì... Ecco", 3)]
    #[case("Guarda www.esempio.it e la misura M4C1I1.01.00.", 1)]
    #[case("", 0)]
    #[case(" . . ", 0)]
    fn sentences_are_counted(#[case] text: &str, #[case] wanted: usize) {
        assert_eq!(sentences(text).len(), wanted, "{:?}", sentences(text));
    }

    #[test]
    fn gulpease_is_the_published_formula() {
        // 1 sentence, 4 words (L'asilo, apre, domani, 1), 16 letters.
        let r = measure("L'asilo apre domani 1.", &[]);
        assert_eq!((r.sentences, r.words, r.letters), (1, 4, 16));
        assert!((r.gulpease - (89.0 + (300.0 - 160.0) / 4.0)).abs() < 1e-9);
    }

    #[test]
    fn flesch_of_plain_english_is_high() {
        assert!(measure("The town builds a new school. It costs two million euro.", &[]).flesch > 70.0);
        assert!(
            measure(
                "Interministerial administrative rationalisation necessitates authorisation.",
                &[]
            )
            .flesch
                < 0.0
        );
    }

    #[test]
    fn a_name_counts_as_one_word_for_the_longest_sentence_only() {
        let text = "Paga il Comune di San Giuliano Terme. Lavora la Beta Costruzioni S.r.l. Fine.";
        let names = [
            "San Giuliano",
            "Comune di San Giuliano Terme",
            "Beta Costruzioni S.r.l.",
        ];
        assert_eq!(longest_sentence(text, &names), 3);
        assert_eq!(longest_sentence(text, &[]), 7);
        assert_eq!(measure(text, &names).words, measure(text, &[]).words);
    }

    #[test]
    fn the_longest_abbreviation_is_known() {
        let all = ALWAYS_OPEN.iter().chain(MAY_CLOSE);
        assert!(all.map(|a| a.len()).max() <= Some(LONGEST_ABBREVIATION));
    }

    #[test]
    fn nothing_has_no_index() {
        assert_eq!(measure(" … ", &[]), Readability::default());
    }
}
