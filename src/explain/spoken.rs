//! Long names as people say them: "Istituto superiore Enrico Fermi", "Ordine dei Medici della
//! Provincia di Lucca". Who carries a project out is told with the whole name.

use crate::text::fold::fold;
use std::borrow::Cow;

/// A name of more letters makes a sentence heavy.
const LONGEST: usize = 60;

/// The most letters of a name from which something was left out.
const MOST: usize = 66;

/// Bytes that no name of a body has.
const NO_NAME: usize = 400;

/// Kinds of schools and what they are called.
const KINDS: &[(&str, &str)] = &[
    (
        "Istituto Statale di Istruzione Secondaria Superiore",
        "Istituto superiore",
    ),
    (
        "Istituto di Istruzione Secondaria Superiore",
        "Istituto superiore",
    ),
    ("Istituto Statale di Istruzione Superiore", "Istituto superiore"),
    ("Istituto di Istruzione Superiore", "Istituto superiore"),
    (
        "Istituto Professionale per i Servizi Alberghieri e Ristorazione",
        "Istituto Alberghiero",
    ),
    (
        "Istituto Professionale per i Servizi Commerciali e Turistici",
        "Istituto Professionale",
    ),
    (
        "Istituto Professionale per l'Industria e l'Artigianato",
        "Istituto Professionale",
    ),
    (
        "Istituto Professionale Industria e Artigianato",
        "Istituto Professionale",
    ),
];

/// Companies that everybody knows by their acronym.
const ACRONYMS: &[(&str, &str)] = &[("Società Italiana per le Imprese all'Estero", "Simest S.p.A.")];

/// Other professions of an order or a college, and other trades of a chamber: everybody says the
/// first alone.
const OTHERS: &[&str] = &[
    " Chirurghi e degli Odontoiatri",
    " Pianificatori, Paesaggisti e Conservatori",
    " Pianificatori Paesaggisti e Conservatori",
    " Pianficatori Paesaggisti e Conservatori",
    " Pianificatori Paesaggisti Conservatori",
    " e degli Esperti Contabili",
    " Esperti Contabili",
    " e dei Geometri Laureati",
    " e Geometri Laureati",
    " e dei Periti Industriali Laureati",
    " e Periti Agrari Laureati",
    " e Agrotecnici Laureati",
    " e Dottori Forestali",
    " Industria Artigianato e Agricoltura",
    " Industria, Artigianato e Agricoltura",
    " per la Ricerca Medica e di Sanità Pubblica",
];

/// The name as it is said in a sentence; `None` where even so it is too long.
pub(super) fn spoken(name: &str) -> Option<Cow<'_, str>> {
    let fits = |name: &str, most: usize| name.chars().count() <= most;
    if let Some((_, said)) = ACRONYMS.iter().find(|(whole, _)| after(name, whole).is_some()) {
        return Some(Cow::Borrowed(said));
    }
    if fits(name, LONGEST) {
        return Some(Cow::Borrowed(name));
    }
    // No body is called so: an archive may hold anything.
    if name.len() > NO_NAME {
        return None;
    }
    let kind = KINDS.iter().find_map(|(kind, said)| {
        let rest = after(name, kind)?;
        Some(format!("{said} {}", rest.trim_start_matches([' ', '-'])))
    });
    let short = kind.unwrap_or_else(|| {
        let other = OTHERS.iter().copied().find_map(|other| {
            let at = name
                .char_indices()
                .find(|(at, _)| after(&name[*at..], other).is_some())?;
            Some((at.0, other.len()))
        });
        match other {
            Some((at, len)) => format!("{}{}", &name[..at], &name[at + len..]),
            None => name.to_owned(),
        }
    });
    (short != name && fits(&short, MOST)).then_some(Cow::Owned(short))
}

/// What follows the words, in whatever capitals the name has them.
fn after<'a>(name: &'a str, words: &str) -> Option<&'a str> {
    let head = name.get(..words.len())?;
    (fold(head) == fold(words) && head.starts_with(' ') == words.starts_with(' '))
        .then(|| &name[words.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Comune di Prato", Some("Comune di Prato"))]
    #[case(
        "Società Italiana per le Imprese all'Estero - SIMEST S.p.A.",
        Some("Simest S.p.A.")
    )]
    #[case(
        "Istituto Statale di Istruzione Secondaria Superiore della Piana di Alfa",
        Some("Istituto superiore della Piana di Alfa")
    )]
    #[case(
        "Ordine Dei Dottori Commercialisti e Degli Esperti Contabili di Livorno",
        Some("Ordine Dei Dottori Commercialisti di Livorno")
    )]
    #[case(
        "Collegio dei Periti Industriali e dei Periti Industriali Laureati della Provincia di Siena",
        Some("Collegio dei Periti Industriali della Provincia di Siena")
    )]
    #[case(
        "Consorzio Alfa per la gestione di tutti i servizi che nessuno sa dire in poche parole",
        None
    )]
    fn a_long_name_is_said_in_short(#[case] name: &str, #[case] said: Option<&str>) {
        assert_eq!(spoken(name).as_deref(), said);
    }
}
