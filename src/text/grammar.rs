//! Italian from data: articles and prepositions that fit the name they stand before.
//!
//! The gender and number of a name come from its first word, looked up in `nouns`. A name whose
//! first word is not there, or that is a firm, takes no article: "di Alfa S.r.l." is right where
//! a guessed "della Alfa" may be wrong.

mod nouns;
mod place;

pub use place::{at, in_province, in_region, of_region, the_region};

use super::Lang;
use super::fold::fold;
use super::number::integer;
use nouns::{Noun, noun};
use std::borrow::Cow;

/// The definite articles: il, lo, la, l', i, gli, le.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Article {
    Il,
    Lo,
    La,
    /// Before a vowel, masculine or feminine.
    L,
    I,
    Gli,
    Le,
}

impl Article {
    /// The article of a body, a building or an office; `None` for firms and unknown names.
    ///
    /// ```
    /// use sportello::text::grammar::Article;
    /// assert_eq!(Article::of("Azienda USL Toscana Centro"), Some(Article::L));
    /// assert_eq!(Article::of("Sportello unico"), Some(Article::Lo));
    /// assert_eq!(Article::of("Alfa S.r.l."), None);
    /// ```
    pub fn of(name: &str) -> Option<Article> {
        let start = fold(name);
        let noun = noun(&start).filter(|_| !is_firm_folded(&start))?;
        let vowel = start.starts_with(['a', 'e', 'i', 'o', 'u']);
        Some(match noun {
            Noun::F | Noun::M if vowel => Article::L,
            Noun::F => Article::La,
            Noun::M if takes_lo(&start) => Article::Lo,
            Noun::M => Article::Il,
            Noun::Fp => Article::Le,
            Noun::Mp if vowel || takes_lo(&start) => Article::Gli,
            Noun::Mp => Article::I,
        })
    }

    fn index(self) -> usize {
        self as usize
    }
}

/// Before z, gn, ps, pn, x, y and s with a consonant.
fn takes_lo(folded: &str) -> bool {
    let mut chars = folded.chars();
    match (chars.next(), chars.next()) {
        (Some('z' | 'x' | 'y'), _) | (Some('g' | 'p'), Some('n')) | (Some('p'), Some('s')) => true,
        (Some('s'), Some(c)) => !"aeiou ".contains(c),
        _ => false,
    }
}

/// A name that carries the form of a company, or is known to take no article.
pub fn is_firm(name: &str) -> bool {
    is_firm_folded(&fold(name))
}

fn is_firm_folded(folded: &str) -> bool {
    const FORMS: [&str; 10] = [
        "spa", "srl", "srls", "snc", "sas", "scarl", "scrl", "scpa", "ltd", "gmbh",
    ];
    if folded.ends_with("per azioni") || folded.starts_with("poste italiane") {
        return true;
    }
    // "s r l" is "srl" whose points were folded away.
    let mut spelt = String::new();
    folded.split(' ').any(|word| {
        if word.len() == 1 {
            spelt.push_str(word);
            return FORMS.iter().any(|form| spelt.ends_with(form));
        }
        spelt.clear();
        FORMS.contains(&word)
    })
}

const THE: [&str; 7] = ["il ", "lo ", "la ", "l'", "i ", "gli ", "le "];
const OF: [&str; 7] = ["del ", "dello ", "della ", "dell'", "dei ", "degli ", "delle "];
const TO: [&str; 7] = ["al ", "allo ", "alla ", "all'", "ai ", "agli ", "alle "];
const BY: [&str; 7] = ["dal ", "dallo ", "dalla ", "dall'", "dai ", "dagli ", "dalle "];
const IN: [&str; 7] = ["nel ", "nello ", "nella ", "nell'", "nei ", "negli ", "nelle "];
const ON: [&str; 7] = ["sul ", "sullo ", "sulla ", "sull'", "sui ", "sugli ", "sulle "];

fn joined(name: &str, forms: &[&str; 7], bare: &str) -> String {
    // "L'ex convento": a small word inside a sentence, however the name begins.
    let name = match name.strip_prefix("Ex ") {
        Some(rest) => Cow::Owned(format!("ex {rest}")),
        None => Cow::Borrowed(name),
    };
    match Article::of(&name) {
        Some(article) => format!("{}{name}", forms[article.index()]),
        None => format!("{bare}{name}"),
    }
}

/// `il Comune di Prato`, `l'Università di Pisa`, `Alfa S.r.l.`
///
/// ```
/// use sportello::text::grammar::the;
/// assert_eq!(the("Università di Pisa"), "l'Università di Pisa");
/// assert_eq!(the("Poste Italiane"), "Poste Italiane");
/// ```
pub fn the(name: &str) -> String {
    joined(name, &THE, "")
}

/// `del Comune di Prato`, `dell'Azienda USL`, `dello Sportello`, `di Alfa S.r.l.`, `di Firenze`.
///
/// ```
/// use sportello::text::grammar::of;
/// assert_eq!(of("Comune di Prato"), "del Comune di Prato");
/// assert_eq!(of("Regione Toscana"), "della Regione Toscana");
/// assert_eq!(of("Alfa S.r.l."), "di Alfa S.r.l.");
/// ```
pub fn of(name: &str) -> String {
    joined(name, &OF, "di ")
}

/// `al Comune di Prato`, `all'Università di Pisa`, `a Beta S.p.A.`, `ad Alfa S.r.l.`
///
/// ```
/// use sportello::text::grammar::to;
/// assert_eq!(to("Città metropolitana di Firenze"), "alla Città metropolitana di Firenze");
/// assert_eq!(to("Alfa S.r.l."), "ad Alfa S.r.l.");
/// ```
pub fn to(name: &str) -> String {
    joined(name, &TO, if starts_with_a(name) { "ad " } else { "a " })
}

/// `dal Comune di Prato`, `dall'Azienda USL`, `da Alfa S.r.l.`
///
/// ```
/// use sportello::text::grammar::by;
/// assert_eq!(by("Istituto Comprensivo Dante"), "dall'Istituto Comprensivo Dante");
/// ```
pub fn by(name: &str) -> String {
    joined(name, &BY, "da ")
}

/// `nel Comune di Prato`, `nell'Ospedale San Luca`, `in Alfa S.r.l.`
///
/// ```
/// use sportello::text::grammar::in_;
/// assert_eq!(in_("Scuola Giovanni Pascoli"), "nella Scuola Giovanni Pascoli");
/// ```
pub fn in_(name: &str) -> String {
    joined(name, &IN, "in ")
}

/// `sul Ponte di Mezzo`, `sulla Ciclovia Tirrenica`, `su Alfa S.r.l.`
pub fn on(name: &str) -> String {
    joined(name, &ON, "su ")
}

fn starts_with_a(name: &str) -> bool {
    fold(name).starts_with('a')
}

/// `one` for one, `many` for any other number, nought included.
pub fn plural<'a>(n: i64, one: &'a str, many: &'a str) -> &'a str {
    if n == 1 { one } else { many }
}

/// The number and its noun, with nought and one said in words.
///
/// ```
/// use sportello::text::{Lang, grammar::counted};
/// assert_eq!(counted(0, "gara", "gare", Lang::It), "nessuna gara");
/// assert_eq!(counted(1, "sportello", "sportelli", Lang::It), "uno sportello");
/// assert_eq!(counted(1_250, "progetto", "progetti", Lang::It), "1.250 progetti");
/// assert_eq!(counted(0, "project", "projects", Lang::En), "no projects");
/// ```
pub fn counted(n: i64, one: &str, many: &str, lang: Lang) -> String {
    match (n, lang) {
        (0, Lang::En) => format!("no {many}"),
        (1, Lang::En) => format!("one {one}"),
        (0, Lang::It) => format!("ness{}{one}", a_or_an(one)),
        (1, Lang::It) => format!("{}{one}", a_or_an(one)),
        _ => format!("{} {many}", integer(n, lang)),
    }
}

/// `un progetto`, `uno sportello`, `una gara`, `un'opera`: the indefinite article with its blank.
fn a_or_an(one: &str) -> &'static str {
    let folded = fold(one);
    let first = folded.split(' ').next().unwrap_or("");
    let feminine = match noun(&folded) {
        Some(noun) => noun == Noun::F,
        None => {
            first.ends_with('a')
                || first.ends_with("ione")
                || one.split(' ').next().is_some_and(|w| w.ends_with("tà"))
        }
    };
    match feminine {
        true if folded.starts_with(['a', 'e', 'i', 'o', 'u']) => "un'",
        true => "una ",
        false if takes_lo(&folded) => "uno ",
        false => "un ",
    }
}

/// `Prato, Lucca e Pisa`; `ed` before a word with e-; `Prato, Lucca and Pisa`.
///
/// ```
/// use sportello::text::{Lang, grammar::list};
/// assert_eq!(list(&["Prato", "Lucca", "Empoli"], Lang::It), "Prato, Lucca ed Empoli");
/// assert_eq!(list(&["Prato", "Lucca"], Lang::En), "Prato and Lucca");
/// ```
pub fn list<S: AsRef<str>>(items: &[S], lang: Lang) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    match items.split_last() {
        None => String::new(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, rest)) => {
            let and = match lang {
                Lang::En => "and",
                Lang::It if fold(last).starts_with('e') => "ed",
                Lang::It => "e",
            };
            format!("{} {and} {last}", rest.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(
        "Comune di Prato",
        "il Comune di Prato",
        "del Comune di Prato",
        "al Comune di Prato"
    )]
    #[case(
        "Azienda USL Toscana Centro",
        "l'Azienda USL Toscana Centro",
        "dell'Azienda USL Toscana Centro",
        "all'Azienda USL Toscana Centro"
    )]
    #[case(
        "Regione Toscana",
        "la Regione Toscana",
        "della Regione Toscana",
        "alla Regione Toscana"
    )]
    #[case(
        "Unione dei Comuni",
        "l'Unione dei Comuni",
        "dell'Unione dei Comuni",
        "all'Unione dei Comuni"
    )]
    #[case(
        "Sportello unico",
        "lo Sportello unico",
        "dello Sportello unico",
        "allo Sportello unico"
    )]
    #[case("Stadio Alfa", "lo Stadio Alfa", "dello Stadio Alfa", "allo Stadio Alfa")]
    #[case(
        "Gallerie Beta",
        "le Gallerie Beta",
        "delle Gallerie Beta",
        "alle Gallerie Beta"
    )]
    #[case(
        "Uffici giudiziari",
        "gli Uffici giudiziari",
        "degli Uffici giudiziari",
        "agli Uffici giudiziari"
    )]
    #[case("Musei civici", "i Musei civici", "dei Musei civici", "ai Musei civici")]
    #[case(
        "Autorità idrica",
        "l'Autorità idrica",
        "dell'Autorità idrica",
        "all'Autorità idrica"
    )]
    #[case("ASL 1", "l'ASL 1", "dell'ASL 1", "all'ASL 1")]
    #[case("CNR", "il CNR", "del CNR", "al CNR")]
    #[case(
        "Consorzio Alfa S.r.l.",
        "Consorzio Alfa S.r.l.",
        "di Consorzio Alfa S.r.l.",
        "a Consorzio Alfa S.r.l."
    )]
    #[case("Poste Italiane", "Poste Italiane", "di Poste Italiane", "a Poste Italiane")]
    #[case("Xyz", "Xyz", "di Xyz", "a Xyz")]
    #[case(
        "Impresa A.E.D. S.r.l.",
        "Impresa A.E.D. S.r.l.",
        "di Impresa A.E.D. S.r.l.",
        "a Impresa A.E.D. S.r.l."
    )]
    #[case(
        "Società Alfa per azioni",
        "Società Alfa per azioni",
        "di Società Alfa per azioni",
        "a Società Alfa per azioni"
    )]
    fn articles_fit_the_name(#[case] name: &str, #[case] the_: &str, #[case] of_: &str, #[case] to_: &str) {
        assert_eq!(
            (the(name).as_str(), of(name).as_str(), to(name).as_str()),
            (the_, of_, to_)
        );
    }

    #[test]
    fn other_prepositions() {
        assert_eq!(by("Ministero della Salute"), "dal Ministero della Salute");
        assert_eq!(
            in_("Città metropolitana di Firenze"),
            "nella Città metropolitana di Firenze"
        );
        assert_eq!(in_("Asilo nido Il Grillo"), "nell'Asilo nido Il Grillo");
        assert_eq!(on("Ponte Nuovo"), "sul Ponte Nuovo");
        assert_eq!(on("Autostrada A99"), "sull'Autostrada A99");
    }

    #[rstest]
    #[case(0, "opera", "opere", "nessun'opera")]
    #[case(1, "opera", "opere", "un'opera")]
    #[case(0, "progetto", "progetti", "nessun progetto")]
    #[case(1, "città", "città", "una città")]
    #[case(1, "stazione", "stazioni", "una stazione")]
    #[case(2, "gara", "gare", "2 gare")]
    fn nought_and_one_are_said(#[case] n: i64, #[case] one: &str, #[case] many: &str, #[case] wanted: &str) {
        assert_eq!(counted(n, one, many, Lang::It), wanted);
    }

    #[test]
    fn lists_and_plurals() {
        assert_eq!(list::<&str>(&[], Lang::It), "");
        assert_eq!(list(&["Prato"], Lang::It), "Prato");
        assert_eq!(list(&["Prato", "Pisa"], Lang::It), "Prato e Pisa");
        assert_eq!(
            (plural(0, "gara", "gare"), plural(1, "gara", "gare")),
            ("gare", "gara")
        );
    }
}
