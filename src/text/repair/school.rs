//! The names of schools. Tables shorten the kind of school ("IC", "Ist.Comp.") or leave it out
//! ("A.Meucci"); a citizen reads it whole.

use super::super::fold::fold;
use super::super::grammar::Article;

/// How tables shorten a kind of school, without points and blanks, and the kind itself.
const KINDS: &[(&str, &str)] = &[
    ("ic", "Istituto Comprensivo"),
    ("ics", "Istituto Comprensivo Statale"),
    ("isc", "Istituto Scolastico Comprensivo"),
    ("iac", "Istituto Autonomo Comprensivo"),
    ("istcomp", "Istituto Comprensivo"),
    ("istcompr", "Istituto Comprensivo"),
    ("istcomprensivo", "Istituto Comprensivo"),
    ("sitcomprensivo", "Istituto Comprensivo"),
    ("istitcomprensivo", "Istituto Comprensivo"),
    ("istitutocomp", "Istituto Comprensivo"),
    ("io", "Istituto Omnicomprensivo"),
    ("iis", "Istituto di Istruzione Superiore"),
    ("is", "Istituto di Istruzione Superiore"),
    ("isi", "Istituto Superiore di Istruzione"),
    ("isis", "Istituto Statale di Istruzione Superiore"),
    ("iiss", "Istituto di Istruzione Secondaria Superiore"),
    ("isiss", "Istituto Statale di Istruzione Secondaria Superiore"),
    ("istsup", "Istituto di Istruzione Superiore"),
    ("ististrsup", "Istituto di Istruzione Superiore"),
    ("iststatistrsup", "Istituto Statale di Istruzione Superiore"),
    ("istitutoistrsup", "Istituto di Istruzione Superiore"),
    ("istitutoistrsuperiore", "Istituto di Istruzione Superiore"),
    ("istprof", "Istituto Professionale"),
    ("ipsia", "Istituto Professionale per l'Industria e l'Artigianato"),
    ("ipsseoa", "Istituto Alberghiero"),
    ("ipseoa", "Istituto Alberghiero"),
    ("ipsar", "Istituto Alberghiero"),
    ("ipssar", "Istituto Alberghiero"),
    ("iti", "Istituto Tecnico Industriale"),
    ("itis", "Istituto Tecnico Industriale Statale"),
    ("itt", "Istituto Tecnico Tecnologico"),
    ("itts", "Istituto Tecnico Tecnologico Statale"),
    ("itc", "Istituto Tecnico Commerciale"),
    ("itcg", "Istituto Tecnico Commerciale e per Geometri"),
    ("itg", "Istituto Tecnico per Geometri"),
    ("im", "Istituto Magistrale"),
    ("ls", "Liceo Scientifico"),
    ("ps", "Liceo Scientifico"),
    ("lc", "Liceo Classico"),
    ("pc", "Liceo Classico"),
    ("cd", "Circolo Didattico"),
    ("dd", "Direzione Didattica"),
    ("ee", "Scuola Elementare"),
    ("mm", "Scuola Media"),
    ("sm", "Scuola Media"),
    ("sms", "Scuola Media Statale"),
    ("cpia", "Centro Provinciale per l'Istruzione degli Adulti"),
];

/// What a whole kind of school begins with.
const WHOLE: [&str; 6] = [
    "Istituto ",
    "Liceo ",
    "Scuola ",
    "Circolo Didattico",
    "Direzione Didattica",
    "Centro Provinciale",
];

/// How a list of schools calls all upper secondary ones, before their name.
const UPPER: &str = "Istruzione Secondaria Superiore - ";

/// Whether a name begins with its kind and a dash: "Istituto Comprensivo - Alfa".
pub fn is_listed_by_kind(name: &str) -> bool {
    name.starts_with(UPPER) || name.split_once('-').is_some_and(|(kind, _)| is_kind(kind.trim()))
}

/// A kind alone, without the name of a school: "Istituto Tecnico Commerciale".
fn is_kind(text: &str) -> bool {
    const OF_KINDS: &str = "istituto comprensivo superiore magistrale tecnico commerciale industriale agrario \
        professionale secondario statale omnicomprensivo liceo scientifico classico artistico linguistico \
        per i servizi alberghieri e ristorazione commerciali turistici industria artigianato l d arte di \
        istruzione grado geometri circolo didattico direzione didattica scuola media elementare primaria";
    WHOLE.iter().any(|kind| format!("{text} ").starts_with(kind))
        && fold(text)
            .split(' ')
            .all(|word| OF_KINDS.split(' ').any(|known| known == word))
}

/// Most words that a shortened kind takes ("Ist. Stat. Istr. Sup.").
const LONGEST_KIND: usize = 4;

/// The name of a body that is known to be a school.
///
/// ```
/// use sportello::text::repair::school;
/// assert_eq!(school("IC Grosseto 3"), "Istituto Comprensivo Grosseto 3");
/// assert_eq!(school("Ist.Comprensivo di Seravezza"), "Istituto Comprensivo di Seravezza");
/// assert_eq!(school("A.Meucci"), "Scuola A. Meucci");
/// assert_eq!(school("Liceo Artistico Franco Russoli"), "Liceo Artistico Franco Russoli");
/// ```
pub fn school(name: &str) -> String {
    if let Some(own) = name.strip_prefix(UPPER) {
        let own = school(own);
        return match own.strip_prefix("Scuola ") {
            Some(bare) => format!("Istituto superiore {bare}"),
            None => own,
        };
    }
    if let Some((kind, own)) = name.split_once('-').filter(|(kind, _)| is_kind(kind.trim())) {
        let own = school(own.trim());
        // "Istituto Comprensivo - Ist.Comprensivo di Seravezza" says its kind twice.
        return match own.strip_prefix("Scuola ") {
            Some(bare) => format!("{} {bare}", kind.trim()),
            None if WHOLE.iter().any(|kind| own.starts_with(kind)) => own,
            None => format!("{} {}", kind.trim(), unquoted(&own)),
        };
    }
    let parted = parted(name, false);
    let words: Vec<&str> = parted.split(' ').collect();
    for taken in (1..=LONGEST_KIND.min(words.len())).rev() {
        let key: String = words[..taken]
            .iter()
            .flat_map(|w| w.chars())
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect();
        if let Some((_, kind)) = KINDS.iter().find(|(short, _)| *short == key) {
            let rest = words[taken..].join(" ");
            let rest = rest.trim_start_matches(['-', ' ', '.']);
            return format!("{kind} {rest}").trim_end().to_owned();
        }
    }
    let name = self::parted(name, true);
    let folded = fold(&name);
    let foreign = ["schul", "gymnasium", "institut "]
        .iter()
        .any(|w| folded.contains(w));
    // A kind that stands further back: "Polo Tecnico", "Na I.C. 35".
    let told = foreign
        || folded
            .split(' ')
            .any(|w| ["istituto", "liceo", "ic", "scuola"].contains(&w));
    if told || Article::of(&name).is_some() {
        return name;
    }
    format!("Scuola {}", unquoted(&name))
}

/// A blank behind each point that a word follows ("A.Meucci", but not "I.C."); of `initials` only,
/// "Prof.le" stays.
fn parted(name: &str, initials: bool) -> String {
    let letters: Vec<char> = name.chars().collect();
    let is_letter = |i: Option<usize>| i.and_then(|i| letters.get(i)).is_some_and(|c| c.is_alphabetic());
    let mut out = String::with_capacity(name.len() + 4);
    for (i, c) in letters.iter().enumerate() {
        out.push(*c);
        let word = is_letter(Some(i + 1)) && is_letter(Some(i + 2));
        let initial = !is_letter(i.checked_sub(2));
        if *c == '.' && word && (initial || !initials) {
            out.push(' ');
        }
    }
    out
}

fn unquoted(name: &str) -> &str {
    let inner = name.strip_prefix('\'').and_then(|n| n.strip_suffix('\''));
    inner.filter(|n| !n.contains('\'')).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("I.C. Alfa Beta", "Istituto Comprensivo Alfa Beta")]
    #[case("I. C. Alfa", "Istituto Comprensivo Alfa")]
    #[case("Ist.Comp.Piazza Alfa", "Istituto Comprensivo Piazza Alfa")]
    #[case("Ist. Compr. Statale Alfa", "Istituto Comprensivo Statale Alfa")]
    #[case("Istruzione Secondaria Superiore - Alfa Beta", "Istituto superiore Alfa Beta")]
    #[case("Istruzione Secondaria Superiore - 'A. Alfa'", "Istituto superiore A. Alfa")]
    #[case(
        "Istruzione Secondaria Superiore - I.I.S. Alfa",
        "Istituto di Istruzione Superiore Alfa"
    )]
    #[case("Istituto Istr.Sup. - A.Alfa", "Istituto di Istruzione Superiore A. Alfa")]
    #[case(
        "Ist. Stat.Istr.Sup. L.Alfa-E.Beta",
        "Istituto Statale di Istruzione Superiore L. Alfa-E. Beta"
    )]
    #[case(
        "I.S.I.S. Alfa - Beta",
        "Istituto Statale di Istruzione Superiore Alfa - Beta"
    )]
    #[case("Istituto Comprensivo - I.C.Alfa Beta", "Istituto Comprensivo Alfa Beta")]
    #[case(
        "Istituto Comprensivo - Ist.Comprensivo di Alfa",
        "Istituto Comprensivo di Alfa"
    )]
    #[case("Istituto Comprensivo - 'Alfa Beta'", "Istituto Comprensivo Alfa Beta")]
    #[case(
        "Istituto Tecnico Commerciale - G. Alfa",
        "Istituto Tecnico Commerciale G. Alfa"
    )]
    #[case("Istituto Comprensivo Alfa - Beta", "Istituto Comprensivo Alfa - Beta")]
    #[case("CPIA 1 Alfa", "Centro Provinciale per l'Istruzione degli Adulti 1 Alfa")]
    #[case("'G. Alfa'", "Scuola G. Alfa")]
    #[case("'Alfa' C.Beta", "Scuola 'Alfa' C. Beta")]
    #[case("Alfa 2", "Scuola Alfa 2")]
    #[case("Polo Tec. Prof.le Alfa", "Polo Tec. Prof.le Alfa")]
    #[case("Istituto Comprensivo Alfa", "Istituto Comprensivo Alfa")]
    #[case("Convitto Nazionale - 'Alfa'", "Convitto Nazionale - 'Alfa'")]
    #[case("Grundschulsprengel Alfa", "Grundschulsprengel Alfa")]
    fn kinds_are_whole(#[case] name: &str, #[case] wanted: &str) {
        assert_eq!(school(name), wanted);
        assert_eq!(school(wanted), wanted, "twice");
    }
}
