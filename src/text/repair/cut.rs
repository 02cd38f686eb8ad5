//! Where an official text was cut, and where a code sticks to a word.

use crate::text::fold::fold;

/// Lengths at which the official tables cut a title.
const CUTS: [usize; 2] = [40, 255];

/// Words that cannot end a text: something followed.
const DANGLING: &[&str] = &[
    "di", "del", "dello", "della", "dei", "degli", "delle", "dell", "da", "dal", "dalla", "dall",
    "al", "allo", "alla", "alle", "agli", "ai", "all", "in", "nel", "nella", "nell", "nei",
    "nelle", "su", "sul", "sulla", "per", "con", "tra", "e", "ed", "il", "lo", "la", "le", "gli",
    "via", "viale", "piazza", "presso", "loc",
];

/// The text ends where its table's column did, or in a word that cannot be the last.
pub(super) fn is_cut(text: &str) -> bool {
    let count = text.chars().count();
    let ends_open = text.ends_with(|c: char| c.is_alphanumeric() || "(-*,'/".contains(c));
    let last = text.rsplit([' ', '*']).next().unwrap_or("");
    let dangling = text.contains(' ') && DANGLING.contains(&fold(last).as_str());
    // PA digitale's titles begin with a code and are cut a little before the others.
    let halved = last.len() > 3 && !fold(last).ends_with(['a', 'e', 'i', 'o', 'u']);
    let halved = halved && (36..=40).contains(&count) && part_codes(text).len() > text.len();
    ends_open && (CUTS.contains(&count) || halved) || dangling
}

/// Blanks between a measure's number, a candidature's code and the words stuck to them:
/// `1.4.1cx999Comune` → `1.4.1 cx999 Comune`.
pub(super) fn part_codes(text: &str) -> String {
    text.split(' ')
        .map(part_token)
        .collect::<Vec<_>>()
        .join(" ")
}

fn part_token(token: &str) -> String {
    let number = token
        .find(|c: char| !(c.is_ascii_digit() || c == '.'))
        .unwrap_or(token.len());
    let (number, rest) = token.split_at(number);
    let measure = number.contains('.') && number.starts_with(|c: char| c.is_ascii_digit());
    let has_figures = rest.contains(|c: char| c.is_ascii_digit());
    if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) || !(measure || has_figures) {
        return token.to_owned();
    }
    let mut out = String::from(number.trim_end_matches('.'));
    let (code, word) = rest.split_at(word_start(rest));
    for part in [code, word] {
        if !part.is_empty() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(part);
        }
    }
    out
}

/// Where the words begin that stick to a code.
fn word_start(rest: &str) -> usize {
    // Schools: "istsc", perhaps "_", and a code of ten signs.
    if let Some(after) = rest.strip_prefix("istsc") {
        let skip = 5 + usize::from(after.starts_with('_')) + 10;
        if rest.is_char_boundary(skip.min(rest.len())) {
            return skip.min(rest.len());
        }
    }
    let bytes = rest.as_bytes();
    (1..bytes.len().saturating_sub(1))
        .find(|&i| {
            let code_ends = bytes[i - 1].is_ascii_lowercase()
                || bytes[i - 1].is_ascii_digit()
                || bytes[i - 1] == b'_';
            code_ends && bytes[i].is_ascii_uppercase() && bytes[i + 1].is_ascii_alphabetic()
        })
        .unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_parted_from_words() {
        assert_eq!(
            part_codes("1.4.4c_x999Comune di Alfa"),
            "1.4.4 c_x999 Comune di Alfa"
        );
        assert_eq!(part_codes("1.4.4udcabUnione"), "1.4.4 udcab Unione");
        assert_eq!(
            part_codes("LOTTO 3 DI 4, 12.500 EURO"),
            "LOTTO 3 DI 4, 12.500 EURO"
        );
        assert_eq!(part_codes("1.2istsc"), "1.2 istsc");
        assert_eq!(part_codes("H2020"), "H2020");
    }

    #[test]
    fn cut_ends_are_seen() {
        assert!(is_cut("LAVORI PRESSO LA"));
        assert!(!is_cut("LAVORI"));
        assert!(!is_cut("E"));
    }
}
