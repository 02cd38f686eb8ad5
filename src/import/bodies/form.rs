//! Legal forms, written one way inside the names of companies: S.r.l., S.p.A., soc. coop.; also
//! where the table cut the name in the middle of its form.

use super::spelling;
use crate::text::fold::{fold, key};
use crate::text::repair;

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
    ("societa a responsabilita", "S.r.l."),
    (
        "societa agricola a responsabilita limitata",
        "Società Agricola a r.l.",
    ),
    ("societa agricola a responsabilita", "Società Agricola a r.l."),
    ("societa consortile per azioni", "S.c.p.A."),
    ("societa cooperativa", "soc. coop."),
    ("societa per azioni", "S.p.A."),
    ("societa in nome collettivo", "S.n.c."),
    ("societa in accomandita semplice", "S.a.s."),
    ("societa tra professionisti", "Società tra Professionisti"),
    ("societa unipersonale", "Società Unipersonale"),
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

/// "S.r.l.s." at length.
const SIMPLER: [&str; 3] = ["S.r.l. Semplificata", "S.r.l. semplificata", "S.r.l. S."];

/// "a r.l." as tables write it.
const LIMITED: [&str; 5] = [" a RL", " a Rl", " a R.L.", " a R. L.", " a r. l."];

/// The name with its form as everywhere else. `described` is what the table says of the form,
/// `is_cut` that the name fills its column.
pub(super) fn one_way(name: &str, described: Option<&str>, is_cut: bool) -> String {
    let words: Vec<&str> = name.split(' ').collect();
    let folded: Vec<String> = words.iter().map(|w| fold(w)).collect();
    let all: Vec<&str> = folded.iter().flat_map(|w| w.split(' ')).collect();
    let mut from = folded.first().map_or(0, |w| w.split(' ').count());
    for at in 1..words.len() {
        let rest = &all[from..];
        // "…Responsabilita'Limit Ata": parted anew where nothing but the form is left.
        let tail = key(&words[at..].concat());
        if !folded[at].is_empty()
            && whole(rest).is_none()
            && let Some((_, form)) = LONG.iter().find(|(long, _)| key(long) == tail)
        {
            return joined(&words[..at], form, &[]);
        }
        from += folded[at].split(' ').count();
        if is_cut && let Some(form) = begun(rest, described) {
            let before = &words[..at];
            // "Alfa S.r.l. - Società" has said it already.
            if before.iter().any(|word| key(word) == key(form)) {
                return joined(before, "", &[]).trim_end().to_owned();
            }
            // "…Firenze e S" goes on otherwise.
            if rest != ["s"] || words[at].ends_with('.') {
                return joined(before, form, &[]);
            }
        }
        if let Some((form, length)) = whole(rest) {
            let mut behind: Vec<&str> = words[at..].iter().skip(length).copied().collect();
            // "…a Responsabilità Li"
            if form == "S.r.l." && matches!(behind[..], [end] if "limitata".starts_with(&fold(end))) {
                behind.clear();
            }
            if behind.is_empty() && words[..at].iter().any(|word| key(word) == key(form)) {
                return joined(&words[..at], "", &[]).trim_end().to_owned();
            }
            return joined(&words[..at], form, &behind);
        }
    }
    let short = |(i, word): (usize, &&str)| {
        let last = i + 1 == words.len();
        match SHORT.iter().find(|(letters, _)| i > 0 && key(word) == *letters) {
            Some((_, form)) if last || is_form(word) || *form != "S.p.A." && *form != "S.a.s." => {
                let end = if word.ends_with(',') { "," } else { "" };
                format!("{form}{end}")
            }
            _ if last && word.len() > 8 && "unipersonale".starts_with(&fold(word)) => {
                "Unipersonale".to_owned()
            }
            _ => (*word).to_owned(),
        }
    };
    let name = words.iter().enumerate().map(short).collect::<Vec<_>>().join(" ");
    let name = SIMPLER
        .iter()
        .fold(name, |name, long| name.replace(long, "S.r.l.s."));
    // "Soc. Coop. Alfa a RL"
    let limited = LIMITED.iter().find_map(|end| name.strip_suffix(end));
    let name = limited.map_or(name.clone(), |own| format!("{own} a r.l."));
    // "Alfa S.r.l. - Uni": one alone owns it.
    let name = name.strip_suffix(" - Uni").map_or(name.clone(), str::to_owned);
    // "Alfa - S.r.l."
    let parted = SHORT
        .iter()
        .find_map(|(_, form)| name.strip_suffix(&format!(" - {form}")).map(|own| (own, form)));
    parted.map_or_else(|| name.clone(), |(own, form)| format!("{own} {form}"))
}

/// Whether a name ends in a whole form: then nothing of it is missing.
pub(super) fn ends(name: &str) -> bool {
    let mut forms = LONG.iter().chain(SHORT).map(|(_, form)| form);
    forms.any(|form| name.ends_with(form))
}

/// Whether a name ends in the form of a company of another kind than the table says.
pub(super) fn contradicts(name: &str, described: &str) -> bool {
    let described = fold(described);
    let limited = described.contains("responsabilit") && !described.contains("azioni");
    let by_shares = described.contains("per azioni") && !described.contains("responsabilit");
    by_shares && (name.ends_with("S.r.l.") || name.ends_with("S.r.l.s."))
        || limited && name.ends_with("S.p.A.")
}

/// What the table says of the form, in ordinary case and whole.
pub(super) fn described(text: &str) -> String {
    let text = repair::sentence(&spelling::mended(text));
    match text.trim_end_matches(['.', '…']).strip_suffix("mutualità preval") {
        Some(before) => format!("{before}mutualità prevalente"),
        None => text,
    }
}

/// "SPA" and "S.p.a.", not the Spa of a hotel.
fn is_form(word: &str) -> bool {
    word.contains('.') || word.chars().all(char::is_uppercase)
}

/// The form whose words begin the rest, and how many there are.
fn whole(rest: &[&str]) -> Option<(&'static str, usize)> {
    LONG.iter().find_map(|(form, short)| {
        let mut words = rest.iter();
        let stands = form.split(' ').all(|word| words.next() == Some(&word));
        stands.then(|| (*short, rest.len() - words.len()))
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
    match text.as_str() {
        "soc" | "soci" | "socie" | "societ" | "societa" => return told,
        // "…a Responsabilità Limit" goes on in three ways; limited it is in all.
        _ if text.starts_with("societa a ") => return told.or(Some("S.r.l.")),
        "sr" | "s r" => return Some("S.r.l."),
        "sp" | "s p" => return Some("S.p.A."),
        "s" => return told.filter(|form| form.starts_with('S')),
        _ => {}
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
        Some(told) if text.starts_with("societa coop") => Some(told),
        _ if text.starts_with("societa coop") => Some("soc. coop."),
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
    #[case("Alfa - S.r.l.", "Alfa S.r.l.")]
    #[case("Soc. Coop. Alfa a RL", "Soc. Coop. Alfa a r.l.")]
    #[case("Alfa Società Consortile a Responsabilita'Limit Ata", "Alfa S.c.a.r.l.")]
    #[case("Alfa Società a Respons Abilità Limitata Semplificata", "Alfa S.r.l.s.")]
    #[case("Alfa Società a Responsabilità", "Alfa S.r.l.")]
    #[case("Alfa Società a Responsabilità Li", "Alfa S.r.l.")]
    #[case("Alfa S.r.l. - Società a Responsabilità", "Alfa S.r.l.")]
    #[case("Alfa S.r.l. Uniperson", "Alfa S.r.l. Unipersonale")]
    #[case("Alfa SRL Semplificata", "Alfa S.r.l.s.")]
    #[case("Alfa srl Scavi", "Alfa S.r.l. Scavi")]
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
    #[case("Alfa Società a Resp", "", "Alfa S.r.l.")]
    #[case("Alfa Società Coopera", "", "Alfa soc. coop.")]
    #[case("Alfa - Società tra Pro", "", "Alfa Società tra Professionisti")]
    #[case("Alfa Sr", "", "Alfa S.r.l.")]
    #[case("Alfa S.P", "", "Alfa S.p.A.")]
    #[case(
        "Alfa S.r.l. Unipersonale - Società",
        "Società a responsabilità limitata",
        "Alfa S.r.l. Unipersonale"
    )]
    #[case("Alfa Beta S.", "Società per azioni", "Alfa Beta S.p.A.")]
    #[case("Alfa Beta e S", "Società per azioni", "Alfa Beta e S")]
    #[case("Alfa Socie", "SocietàCooperativa a mutualità", "Alfa soc. coop.")]
    #[case("Alfa Beta e Gam", "Società per azioni", "Alfa Beta e Gam")]
    fn a_form_that_is_cut_is_written_out(#[case] name: &str, #[case] described: &str, #[case] want: &str) {
        assert_eq!(one_way(name, Some(described), true), want);
    }
}
