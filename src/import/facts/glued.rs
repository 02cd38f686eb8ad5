//! Words that a table glued together when it lost its apostrophes and points: "DELLINFANZIA",
//! "SLORENZO". Only those are taken apart that are no word as they stand.

use crate::import::facts::list::List;
use std::borrow::Cow;

/// The text with its words apart.
pub fn apart(text: &str) -> Cow<'_, str> {
    if text.split(is_sign).all(|word| cut(word).is_none()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for piece in text.split_inclusive(is_sign) {
        let word = piece.trim_end_matches(is_sign);
        match cut(word) {
            Some((at, sign)) => out.extend([&word[..at], sign, &word[at..], &piece[word.len()..]]),
            None => out.push_str(piece),
        }
    }
    Cow::Owned(out)
}

fn is_sign(c: char) -> bool {
    !c.is_alphanumeric()
}

/// Where the word is to be cut, and what belongs there.
fn cut(word: &str) -> Option<(usize, &'static str)> {
    // So long is none of them.
    let mut small = [0; 24];
    let small = small.get_mut(..word.len())?;
    if !word.is_ascii() || word.len() < 5 {
        return None;
    }
    small.copy_from_slice(word.as_bytes());
    small.make_ascii_lowercase();
    let small = std::str::from_utf8(small).ok()?;
    // Hardly a word is as long as a name with one of these behind it.
    let may_have = |works: &&&str| small.len() > works.len() + 2;
    let works = BEGINNINGS.iter().filter(may_have).find_map(|works| {
        small
            .find(works)
            .filter(|at| *at > 2 && !small.starts_with("auto"))
    });
    if let Some(at) = works {
        return Some((at, " - "));
    }
    let behind = |article: &str| small.strip_prefix(article).is_some_and(|w| WORDS.has(w));
    if let Some(article) = ARTICLES.iter().find(|article| behind(article)) {
        return Some((article.len(), "'"));
    }
    let saint = word.starts_with('S') && SAINTS.has(&small[1..]);
    saint.then_some((1, ". "))
}

const ARTICLES: &[&str] = &["dell", "all", "nell", "sull", "dall", "un", "l", "d"];
/// A description of works begins so, also right behind a name.
const BEGINNINGS: &[&str] = &[
    "realizzazione",
    "riqualificazione",
    "ristrutturazione",
    "demolizione",
];
/// Words that begin with a vowel and stand behind no article.
static WORDS: List = List::new(
    "infanzia asilo edificio istituto area ospedale impianto immobile offerta interno esterno attuale ampliamento adeguamento intervento
     efficientamento accesso unione energia acqua illuminazione istruzione inclusione aula aule",
);
/// Names of saints that begin with a consonant; with an S before them they are no word.
static SAINTS: List = List::new(
    "lorenzo pietro paolo giovanni martino maria michele marco francesco giuseppe domenico benedetto biagio bartolomeo rocco vito matteo
     giorgio donato leonardo vincenzo sebastiano bernardo gregorio girolamo felice lucia teresa chiara caterina margherita",
);

#[cfg(test)]
mod tests {
    use super::apart;
    use rstest::rstest;

    #[rstest]
    #[case("SCUOLA DELLINFANZIA G ALFA", "SCUOLA DELL'INFANZIA G ALFA")]
    #[case("scuola dellinfanzia", "scuola dell'infanzia")]
    #[case("SCUOLA SLORENZO*VIA ALFA", "SCUOLA S. LORENZO*VIA ALFA")]
    #[case("PER LINFANZIA, DELLASILO", "PER L'INFANZIA, DELL'ASILO")]
    #[case("LEDIFICIO", "L'EDIFICIO")]
    #[case("POLO ALFAREALIZZAZIONE DI NIDO", "POLO ALFA - REALIZZAZIONE DI NIDO")]
    #[case("PRERIQUALIFICAZIONE", "PRE - RIQUALIFICAZIONE")]
    #[case("DELL'INFANZIA SANNA SMARRITA", "DELL'INFANZIA SANNA SMARRITA")]
    #[case("LAREA DARTE DELLA LUCE", "L'AREA DARTE DELLA LUCE")]
    #[case("", "")]
    fn glued_words_come_apart(#[case] text: &str, #[case] wanted: &str) {
        assert_eq!(apart(text), wanted);
    }
}
