//! Singular and plural, by the endings that Italian (and English) words have. A form counts only
//! when the vocabulary knows it, so the rules may be generous; they never change the gender
//! ("porto" is not "porta").

/// Endings of the singular and of the plural, longest first where one ends with the other.
const ENDINGS: &[(&str, &str)] = &[
    ("cia", "ce"),
    ("gia", "ge"),
    ("co", "chi"),
    ("go", "ghi"),
    ("ca", "che"),
    ("ga", "ghe"),
    ("io", "i"),
    ("o", "i"),
    ("a", "e"),
    ("e", "i"),
    ("ema", "emi"),
    ("amma", "ammi"),
    ("ista", "isti"),
    ("y", "ies"),
    ("ch", "ches"),
    ("sh", "shes"),
];

/// Calls `take` with the other number of `word`, in every way that its ending allows.
pub(super) fn forms(word: &str, mut take: impl FnMut(&str)) {
    if word.len() < 4 || !word.is_ascii() || word.bytes().any(|b| b.is_ascii_digit()) {
        return;
    }
    let mut form = String::with_capacity(word.len() + 2);
    let mut give = |stem: &str, ending: &str| {
        form.clear();
        form.push_str(stem);
        form.push_str(ending);
        take(&form);
    };
    for (one, many) in ENDINGS {
        for (from, to) in [(one, many), (many, one)] {
            if let Some(stem) = word.strip_suffix(from).filter(|s| s.len() > 1) {
                give(stem, to);
            }
        }
    }
    match word.strip_suffix('s') {
        Some(stem) => give(stem, ""),
        None => give(word, "s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_form(word: &str, form: &str) -> bool {
        let mut found = false;
        forms(word, |f| found |= f == form);
        found
    }

    #[test]
    fn knows_the_common_endings() {
        for (one, many) in [
            ("asilo", "asili"),
            ("scuola", "scuole"),
            ("ponte", "ponti"),
            ("parco", "parchi"),
            ("biblioteca", "biblioteche"),
            ("edificio", "edifici"),
            ("ciclovia", "ciclovie"),
            ("sistema", "sistemi"),
            ("provincia", "province"),
            ("nursery", "nurseries"),
            ("school", "schools"),
        ] {
            assert!(is_form(one, many) && is_form(many, one), "{one} {many}");
        }
    }

    #[test]
    fn keeps_the_gender_and_short_words() {
        assert!(!is_form("porto", "porta"));
        assert!(!is_form("rio", "ri"));
        assert!(!is_form("2021", "2021s"));
    }
}
