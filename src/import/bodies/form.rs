//! Legal forms, written one way inside the names of companies: S.r.l., S.p.A., soc. coop.; also
//! where the table cut the name in the middle of its form.

use crate::text::fold::{fold, key};

/// Folded words of a form → how it is written. The longer ones come first.
const LONG: &[(&str, &str)] = &[
    ("societa consortile a responsabilita limitata", "S.c.a.r.l."),
    (
        "societa cooperativa a responsabilita limitata",
        "soc. coop. a r.l.",
    ),
    ("societa a responsabilita limitata semplificata", "S.r.l.s."),
    ("societa a responsabilita limitata", "S.r.l."),
    ("societa cooperativa sociale onlus", "soc. coop. sociale onlus"),
    ("societa cooperativa sociale", "soc. coop. sociale"),
    ("societa cooperativa per azioni", "soc. coop. p.a."),
    ("societa consortile per azioni", "S.c.p.A."),
    ("societa cooperativa", "soc. coop."),
    ("societa per azioni", "S.p.A."),
    ("societa in nome collettivo", "S.n.c."),
    ("societa in accomandita semplice", "S.a.s."),
    ("soc coop sociale", "soc. coop. sociale"),
    ("soc coop", "soc. coop."),
];

/// Letters of a short form → how it is written.
const SHORT: &[(&str, &str)] = &[
    ("srl", "S.r.l."),
    ("srls", "S.r.l.s."),
    ("spa", "S.p.A."),
    ("snc", "S.n.c."),
    ("sas", "S.a.s."),
    ("scarl", "S.c.a.r.l."),
    ("scrl", "S.c.r.l."),
    ("scpa", "S.c.p.A."),
];

/// The name with its form as everywhere else. `described` is what the table says of the form,
/// `is_cut` that the name fills its column.
pub(super) fn one_way(name: &str, described: Option<&str>, is_cut: bool) -> String {
    let words: Vec<&str> = name.split(' ').collect();
    let folded: Vec<String> = words.iter().map(|w| fold(w)).collect();
    for at in 1..words.len() {
        let rest: Vec<&str> = folded[at..].iter().flat_map(|w| w.split(' ')).collect();
        if is_cut && let Some(form) = begun(&rest, described) {
            return joined(&words[..at], form, &[]);
        }
        if let Some((form, length)) = whole(&rest) {
            let behind: Vec<&str> = words[at..].iter().skip(length).copied().collect();
            return joined(&words[..at], form, &behind);
        }
    }
    let short = |(i, word): (usize, &&str)| {
        let last = i + 1 == words.len();
        match SHORT.iter().find(|(letters, _)| i > 0 && key(word) == *letters) {
            Some((_, form)) if last || is_form(word) => {
                let end = if word.ends_with(',') { "," } else { "" };
                format!("{form}{end}")
            }
            _ => (*word).to_owned(),
        }
    };
    words.iter().enumerate().map(short).collect::<Vec<_>>().join(" ")
}

/// "SPA" and "S.p.a.", not the Spa of a hotel.
fn is_form(word: &str) -> bool {
    word.contains('.') || word.chars().all(char::is_uppercase)
}

/// The form whose words begin the rest, and how many there are.
fn whole(rest: &[&str]) -> Option<(&'static str, usize)> {
    LONG.iter().find_map(|(form, short)| {
        let form: Vec<&str> = form.split(' ').collect();
        rest.starts_with(&form).then_some((*short, form.len()))
    })
}

/// The form of which the rest is the beginning. "Società" alone begins them all: what the table
/// says of the form decides.
fn begun(rest: &[&str], described: Option<&str>) -> Option<&'static str> {
    let text = rest.join(" ");
    let told = described.map(fold).and_then(|d| match d {
        d if d.contains("responsabilit") => Some("S.r.l."),
        d if d.contains("azioni") => Some("S.p.A."),
        d if d.contains("cooperativa") => Some("soc. coop."),
        _ => None,
    });
    if matches!(text.as_str(), "soc" | "soci" | "socie" | "societ" | "societa") {
        return told;
    }
    let mut forms = LONG
        .iter()
        .filter(|(form, _)| text.len() > 9 && form.starts_with(&text))
        .map(|(_, short)| *short);
    let first = forms.next()?;
    let alone = forms.next().is_none();
    // "Società Cooperativa S" may be social; that it is a cooperative is sure.
    match told {
        _ if alone => Some(first),
        Some(told) if text.starts_with("societa a ") || text.starts_with("societa coop") => Some(told),
        _ => None,
    }
}

fn joined(before: &[&str], form: &str, behind: &[&str]) -> String {
    let mut before = before.to_vec();
    while before.last().is_some_and(|w| matches!(*w, "-" | "–" | ",")) {
        before.pop();
    }
    let before = before.join(" ");
    let mut out = before.trim_end_matches([',', '-']).to_owned();
    for word in std::iter::once(form).chain(behind.iter().copied()) {
        out.push(' ');
        out.push_str(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Alfa Società a Responsabilità Limitata", "Alfa S.r.l.")]
    #[case("Alfa - Società per Azioni", "Alfa S.p.A.")]
    #[case("Alfa Beta Srl", "Alfa Beta S.r.l.")]
    #[case("Alfa S.R.L. Unipersonale", "Alfa S.r.l. Unipersonale")]
    #[case("Alfa s.p.a", "Alfa S.p.A.")]
    #[case("Alfa Società Cooperativa Sociale Onlus", "Alfa soc. coop. sociale onlus")]
    #[case("Alfa Soc. Coop.", "Alfa soc. coop.")]
    #[case("Società Cooperativa Alfa", "Società Cooperativa Alfa")]
    #[case("Hotel Spa Alfa", "Hotel Spa Alfa")]
    fn forms_are_written_one_way(#[case] name: &str, #[case] want: &str) {
        assert_eq!(one_way(name, None, false), want);
    }

    #[rstest]
    #[case(
        "Alfa Società a Responsabilità Limit",
        "Società a responsabilità limitata",
        "Alfa S.r.l."
    )]
    #[case("Alfa Società Cooperativa S", "Società cooperativa", "Alfa soc. coop.")]
    #[case("Alfa - Soci", "Società per azioni", "Alfa S.p.A.")]
    #[case("Alfa Soci", "", "Alfa Soci")]
    #[case("Alfa Beta e Gam", "Società per azioni", "Alfa Beta e Gam")]
    fn a_form_that_is_cut_is_written_out(#[case] name: &str, #[case] described: &str, #[case] want: &str) {
        assert_eq!(one_way(name, Some(described), true), want);
    }
}
