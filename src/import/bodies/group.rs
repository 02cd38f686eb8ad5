//! A group of firms under the tax code of its first, and a firm with its seat: what is kept is the
//! firm that the code is of.

/// Words before the names of a group, small.
const GROUPS: &[&str] = &[
    "raggruppamento temporaneo di imprese",
    "raggruppamento temporaneo",
    "r.t.i.",
    "a.t.i.",
    "rti",
    "ati",
];
/// Forms as the names of groups write them, small: behind one the next firm begins.
const FORMS: &[&str] = &[
    "s.r.l.",
    "s.p.a.",
    "s.n.c.",
    "s.a.s.",
    "s.c.a.r.l.",
    "soc. coop.",
    "srl",
    "spa",
];

/// What stands before a seat, and before the shorter name that a firm may go by, small.
const BEHIND: &[&str] = &[
    " con sede ",
    " o piu' breve",
    " o più breve",
    " breveme",
    " in breve",
    " abbreviabile",
];

/// The name alone.
pub(super) fn alone(name: &str, form: Option<&str>) -> String {
    let small = name.to_lowercase();
    let behind = BEHIND.iter().filter_map(|words| small.find(words)).min();
    let end = behind.filter(|at| *at > 0 && small.len() == name.len() && name.is_char_boundary(*at));
    let name = end.map_or(name, |at| name[..at].trim_end_matches([' ', '-', '–', ',']));
    let is_firm = form.is_some_and(|form| form.starts_with("Societ"));
    if let Some(first) = first_of_glued(name).filter(|_| is_firm) {
        return first.to_owned();
    }
    match members(name).filter(|_| is_firm) {
        Some(members) => first(members).to_owned(),
        None => name.to_owned(),
    }
}

/// "Alfaspa+Beta+Gamma", "RTIalfa+Beta": names without a blank between them.
fn first_of_glued(name: &str) -> Option<&str> {
    let (first, _) = name.split_once('+').filter(|_| !name.contains(' '))?;
    let first = first.split('(').next().unwrap_or(first);
    let small = first.to_ascii_lowercase();
    let group = ["rti", "ati"].iter().any(|group| small.starts_with(group));
    let own = if group { &first[3..] } else { first };
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count() > 3;
    letters(own).then_some(own)
}

/// What stands behind "RTI tra:".
fn members(name: &str) -> Option<&str> {
    let small = name.to_ascii_lowercase();
    let group = GROUPS.iter().find(|g| small.starts_with(**g))?;
    let rest = &name[group.len()..];
    // "Atic" is no group.
    if !group.ends_with('.') && rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let signs = [' ', ':', '-', '–', ','];
    let rest = rest.trim_start_matches(signs);
    let among = rest.get(..3).filter(|word| word.eq_ignore_ascii_case("tra"));
    let rest = among
        .map(|word| &rest[word.len()..])
        .filter(|r| r.starts_with(signs))
        .unwrap_or(rest);
    let rest = rest.trim_start_matches(signs);
    (rest.chars().filter(|c| c.is_alphabetic()).count() > 3).then_some(rest)
}

/// The first of the firms.
fn first(members: &str) -> &str {
    let small = members.to_ascii_lowercase();
    let word_ends = |at: usize| !small[at..].starts_with(|c: char| c.is_alphanumeric());
    let behind = |form: &&str| {
        let at = small.find(&format!(" {form}"))? + 1 + form.len();
        word_ends(at).then_some(at)
    };
    let form = FORMS.iter().filter_map(behind).min();
    let sign = members.find(['/', '+', '(', ',', '-', '–']).filter(|at| *at > 3);
    let end = [form, sign].into_iter().flatten().min().unwrap_or(members.len());
    members[..end].trim_end_matches([' ', '-', '–'])
}

#[cfg(test)]
mod tests {
    use super::alone;
    use rstest::rstest;

    #[rstest]
    #[case("RTI Alfa Spa-Beta Italia S.p.A. - Gamma S.r.l.", "Alfa Spa")]
    #[case("RTI tra: - Consorzio Alfa (Capogruppo) - Beta", "Consorzio Alfa")]
    #[case("RTI TRA: - CONSORZIO ALFA (CAPOGRUPPO)", "CONSORZIO ALFA")]
    #[case("R.T.I. Alfa S.p.A. e Beta SCC", "Alfa S.p.A.")]
    #[case("ATI Alfa S.r.l. Betazioni Gamm…", "Alfa S.r.l.")]
    #[case("R.T.I.Alfieri(m.ria)-Betatal", "Alfieri")]
    #[case("ALFA S.r.l. con sede in via Beta n. 1 Gammopoli", "ALFA S.r.l.")]
    #[case("ALFASPA+BETA+GAMMA.+", "ALFASPA")]
    #[case("RTIALFA+BETA", "ALFA")]
    #[case("ALFA+BETA S.R.L.", "ALFA+BETA S.R.L.")]
    #[case("Atic S.r.l.", "Atic S.r.l.")]
    #[case("ATI", "ATI")]
    #[case("Alfa-Beta S.r.l.", "Alfa-Beta S.r.l.")]
    fn a_group_is_told_by_its_first(#[case] name: &str, #[case] want: &str) {
        assert_eq!(alone(name, Some("Società per azioni")), want);
    }

    #[test]
    fn a_public_body_of_these_letters_is_no_group() {
        assert_eq!(alone("ATI Alfa - Assemblea", None), "ATI Alfa - Assemblea");
    }
}
