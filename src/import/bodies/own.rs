//! What a company is called beside the names of its partners: "ALFA S.N.C. DI BETA M. E GAMMA L." is
//! Alfa S.n.c.; and studios whose name holds only words of their work and letters.

use crate::import::person::{PARTNERSHIPS, is_given_name, is_initial};
use crate::text::fold::fold;

/// The letters of a partnership, as they stand folded in a name, and as they are written.
const LETTERS: [(&str, &str); 2] = [("snc", "S.n.c."), ("sas", "S.a.s.")];

/// What stands between the name of a firm and those of its partners.
const BEHIND: [&str; 8] = [
    " DI ",
    ".DI ",
    " DELL'ING",
    " DELL' ING",
    " DELLA DOTT",
    " DEL GEOM",
    " DEGLI ING",
    " DEGLI ARCH",
];

/// The name without those of persons, where the rest is one of its own. A firm of one person is
/// none, whatever the table says of its form.
pub(super) fn name(name: &str, form: &str) -> Option<String> {
    let form = fold(form);
    let (head, tail) = parts(name);
    if name.contains('@') || !tail.is_empty() && is_any(head) {
        return None;
    }
    let many = fold(tail).split(' ').any(|word| word == "e") || tail.contains('&');
    // A studio with one name behind it, or with an initial in it, may be of one.
    let is_of_many = (tail.is_empty() || many) && !holds_initial(head);
    if is_of_work(head) && (is_studio(&form) && is_of_many || is_limited(&form)) {
        return Some(head.to_owned());
    }
    let partners = PARTNERSHIPS.iter().any(|kind| form.contains(kind));
    let letters = letters(name);
    let written = match letters {
        Some(written) => written,
        None if partners && many && form.contains("collettivo") => LETTERS[0].1,
        None => return None,
    };
    if tail.is_empty() || !is_own(head, tail) {
        return None;
    }
    match self::letters(head) {
        Some(_) => Some(head.to_owned()),
        None => Some(format!("{head} {written}")),
    }
}

/// The name of the firm, and those of its partners behind it.
pub(super) fn parts(name: &str) -> (&str, &str) {
    let upper = name.to_ascii_uppercase();
    let at = BEHIND.iter().filter_map(|behind| {
        // "STUDIO DI INGEGNERIA" is of no Ingegneria.
        let mut found = upper.match_indices(behind).map(|(at, _)| at);
        found.find(|at| !starts_with_work(&upper[at + behind.len()..]))
    });
    match at.min() {
        Some(at) => {
            let end = at + usize::from(upper[at..].starts_with('.'));
            (trimmed(&name[..end]), &name[at + 1..])
        }
        None => (trimmed(name), ""),
    }
}

/// The names of partners one by one: "DI BETA PAOLO E GAMMA LUCIA & C.".
pub(super) fn partners(tail: &str) -> Vec<&str> {
    let (_, names) = tail.split_once(' ').unwrap_or_default();
    let cut = names.split(['&', ',', '-']).flat_map(|part| part.split(" E "));
    cut.flat_map(|part| part.split(" e ")).map(str::trim).collect()
}

fn trimmed(head: &str) -> &str {
    head.trim_matches(|c: char| matches!(c, ' ' | '-' | ',' | '\'' | '"'))
}

fn starts_with_work(text: &str) -> bool {
    let folded = fold(text.split(' ').next().unwrap_or_default());
    WORK.split_ascii_whitespace().any(|word| word == folded)
}

/// The letters of a partnership in a name.
fn letters(name: &str) -> Option<&'static str> {
    let folded = fold(name).replace("s n c", "snc").replace("s a s", "sas");
    let found = folded
        .split(' ')
        .find_map(|word| LETTERS.iter().find(|(letters, _)| *letters == word));
    found.map(|(_, written)| *written)
}

/// Whether a name is none of a person: no given name in it, and beside a name that a partner
/// bears only words of work.
fn is_own(head: &str, tail: &str) -> bool {
    let (head, tail) = (fold(head), fold(tail));
    let is_letters = |word: &str| word.chars().count() == 1 || LETTERS.iter().any(|(own, _)| *own == word);
    let own: Vec<&str> = head.split(' ').filter(|word| !is_letters(word)).collect();
    let is_given = |word: &&str| is_given_name(word) || TITLES.contains(word);
    if own.iter().any(is_given) || head.chars().filter(|c| c.is_alphabetic()).count() < 3 {
        return false;
    }
    let is_partner = |word: &str| tail.split(' ').any(|of| of == word);
    let beside = own.iter().filter(|word| !is_partner(word));
    let works = beside.clone().filter(|word| is_work(word)).count();
    beside.clone().count() == own.len() || works == beside.count()
}

/// Two words or three, one of them a given name: whoever's code stands beside it.
pub(super) fn is_person(name: &str) -> bool {
    let folded = fold(name);
    let words: Vec<&str> = folded.split(' ').filter(|word| !TITLES.contains(word)).collect();
    words.len() <= 3 && words.iter().any(|word| is_given_name(word))
}

/// Words of work and letters, at least one of the former.
fn is_of_work(head: &str) -> bool {
    let folded = fold(head);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let mut works = words.iter().filter(|word| is_work(word));
    // Letters alone, or one word, tell nobody.
    words.len() > 1 && works.next().is_some() && words.iter().all(|word| is_work(word) || is_acronym(word))
}

/// "B & P", "L. & M.": letters that stand alone.
fn holds_initial(head: &str) -> bool {
    let apart = head
        .to_lowercase()
        .replace(". ", " ")
        .replace(['-', ':', ','], " ");
    let mut words = apart.split_whitespace();
    words.any(|word| is_initial(word.trim_matches('.')))
}

/// "Studio tecnico", "Impresa edile" without its persons is anyone's.
fn is_any(head: &str) -> bool {
    let folded = fold(head);
    let (any, _) = WORK.split_once("\n\n").unwrap_or((WORK, ""));
    folded
        .split(' ')
        .all(|word| any.split_ascii_whitespace().any(|of| of == word))
}

fn is_work(word: &str) -> bool {
    WORK.split_ascii_whitespace().any(|work| work == word)
}

/// Letters that are no name: without a vowel, or two consonants that begin or end so short a word;
/// or a word with a figure in it.
fn is_acronym(word: &str) -> bool {
    let is_vowel = |c: char| "aeiou".contains(c);
    let letters: Vec<char> = word.chars().collect();
    if TITLES.contains(&word) {
        return false;
    }
    match letters.as_slice() {
        [_] => true,
        all if all.iter().any(char::is_ascii_digit) => true,
        all if all.len() <= 4 && !all.iter().any(|c| is_vowel(*c) || *c == 'y') => true,
        [a, b, c] => !is_vowel(*b) && (!is_vowel(*a) || !is_vowel(*c)) && is_vowel(*a) != is_vowel(*c),
        _ => false,
    }
}

fn is_studio(form: &str) -> bool {
    form.contains("studio") || form.contains("profess")
}

fn is_limited(form: &str) -> bool {
    ["responsabilit", "per azioni", "cooperativa"]
        .iter()
        .any(|kind| form.contains(kind))
}

/// Words that persons are introduced by.
const TITLES: &[&str] = &[
    "ing", "ingg", "arch", "archh", "dott", "dottssa", "dr", "geom", "avv", "geol", "per", "ind", "prof",
    "rag", "agr", "ditta", "eredi", "sig",
];

/// What firms do, and little words between; behind the line, words that make a name of them.
const WORK: &str = "
    studio studi tecnico tecnica tecnici associato associata associati associate associazione professionale professionisti
    ingegneria ingegneri ingegnere civile civili architettura architetti architectural architecture engineering engineers design
    urban plan geologi geologia geologico geologica geologiassociati geometri geofisica progetti progetto progettazione
    progettazioni project projects consulenza consulting servizi service ambiente ambientale territorio strutture strutturale
    impianti impianto costruzioni costruzione costr edilizia edile edili restauri restauro scavi asfalti topografia rilievi
    archeologia energia partners group gruppo laboratorio area sicurezza impresa generale generali termoidraulica elettrici
    elettrico idraulici meccaniche autotrasporti stradali lavori ponteggi pulizie costruzione di e ed per la il lo le dell della
    delle dei in

    geo eco sisma spazio omega delta antares interstudio eurostudio neostudio geoprogetti ingproject geotecno ingeo";

#[cfg(test)]
mod tests {
    use super::name;

    const SNC: &str = "Società in nome collettivo";
    const SAS: &str = "Società in accomandita semplice";
    const SRL: &str = "Società a responsabilità limitata";
    const STUDIO: &str = "Studio assoc. e Società di profess.";

    #[test]
    fn a_firm_of_partners_has_a_name_of_its_own() {
        for (raw, form, own) in [
            ("ALFAGEO SNC DI MARIO BETA E LUIGI GAMMA", SNC, "ALFAGEO SNC"),
            ("ALFAGEO S.A.S. DI BETA PAOLO & C.", SAS, "ALFAGEO S.A.S."),
            ("ALFAGEO DI BETA PAOLO & C. SAS", SAS, "ALFAGEO S.a.s."),
            // Forty letters, and the table has no more.
            ("ALFATECMA DI BETA MICHELE E GAMMA FRAN", SNC, "ALFATECMA S.n.c."),
            ("BETA IMPIANTI SNC DI BETA PAOLO E C", SNC, "BETA IMPIANTI SNC"),
        ] {
            assert_eq!(name(raw, form).as_deref(), Some(own), "{raw}");
        }
    }

    #[test]
    fn a_person_and_a_firm_of_one_are_never_named() {
        for (raw, form) in [
            ("BETA PAOLO DI BETA LUIGI E BETA MARCO SNC", SNC),
            ("BETA GHIGO DI BETA LUIGI E C. SNC", SNC),
            ("ALFAGEO DI BETA PAOLO", "Non Disponibile"),
            ("ALFAGEO DI BETA PAOLO", SAS),
            ("ALFA DELL'ING. BETA PAOLO", STUDIO),
            ("Beta Mario", SRL),
            ("ing. Mario Beta", SRL),
            ("STUDIO TECNICO BETA", STUDIO),
            ("STUDIO TECNICO BETA E GAMMA", STUDIO),
            ("STUDIO DI INGEGNERIA BETA ASSOCIATI", STUDIO),
            ("STUDIO TECNICO RAU", STUDIO),
            ("STUDIO TECNICO ING. BETA", STUDIO),
            ("STUDIO TECNICO GLM", "Non Disponibile"),
            ("X & K INGEGNERI CIVILI STUDIO TECNICO ASS", STUDIO),
            ("STUDIO X. & K. ASSOCIATI", STUDIO),
            ("X&GEO STUDIO GEOLOGI ASSOCIATI DI BETAN", STUDIO),
            ("BETA SNC", SNC),
            ("IMPRESA EDILE DI BETA PAOLO E C. SNC", SNC),
            ("STUDIO ASSOCIATO ENERGIA DI BETA GAMMA DELTINI", STUDIO),
        ] {
            assert_eq!(name(raw, form), None, "{raw}");
        }
    }

    #[test]
    fn who_stands_under_the_code_of_a_company_is_a_person_still() {
        assert!(super::is_person("ing. Mario Beta"));
        assert!(super::is_person("BETA MARIO"));
        assert!(!super::is_person("ALFAGEO INDAGINI"));
    }

    #[test]
    fn words_of_work_and_letters_name_nobody() {
        for (raw, form) in [
            (
                "XKZ INGEGNERIA - STUDIO ASSOCIATO ARCHITETTURA E INGEGNERIA CIVILE",
                STUDIO,
            ),
            ("Studio di ingegneria XKZ", STUDIO),
            ("XK COSTRUZIONI DI COSTRUZIONI E SERVIZI", SRL),
            ("TSX STUDIO ASSOCIATO", STUDIO),
        ] {
            assert_eq!(name(raw, form).as_deref(), Some(raw), "{raw}");
        }
        assert_eq!(
            name("S.X.K. GEOLOGI ASSOCIATI DI BETA E GAMMA", STUDIO).as_deref(),
            Some("S.X.K. GEOLOGI ASSOCIATI")
        );
    }
}
