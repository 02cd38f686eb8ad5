//! Official names and titles, shouted in capitals and shorn of accents → ordinary Italian.
//!
//! Two ways out of capitals: [`name`] for what is a name (bodies, places, buildings: every word
//! that matters gets its capital), and [`sentence`] for running text (only the first word and the
//! names we can be sure of do). Text that is not in capitals keeps the case that it has.

mod accent;
mod capital;
mod cut;
mod running;
mod school;
mod word;

pub use school::{is_listed_by_kind, school};

use super::clean::line;
use super::fold::fold;
use super::grammar::is_firm;
use capital::capital;
use std::borrow::Cow;
use word::Previous;

/// The ordinary form of a body's, a place's or a building's name.
///
/// ```
/// use sportello::text::repair::name;
/// assert_eq!(name("COMUNE DI SAN GIULIANO TERME"), "Comune di San Giuliano Terme");
/// assert_eq!(name("SOCIETA' ITALIANA PER LE IMPRESE ALL'ESTERO"), "Società Italiana per le Imprese all'Estero");
/// assert_eq!(name("UNIVERSIT DEGLI STUDI DI FIRENZE"), "Università degli Studi di Firenze");
/// assert_eq!(name("ALFA BETA S.R.L."), "Alfa Beta S.r.l.");
/// ```
pub fn name(text: &str) -> String {
    let text = plain(text);
    let mut quoted = accent::Quotes::default();
    if !is_shouted(&text) && text.chars().any(char::is_uppercase) {
        let tokens: Vec<Cow<'_, str>> = text
            .split(' ')
            .map(|token| in_its_case(token, &quoted.accented(token)))
            .collect();
        return tokens.join(" ");
    }
    let mut previous = Previous::Start;
    let mut out: Vec<String> = Vec::new();
    let tokens: Vec<&str> = text.split(' ').collect();
    for (i, token) in tokens.iter().enumerate() {
        let token = match i == 0 && accent::may_be_whole(token) {
            true => Cow::Borrowed(*token),
            false => quoted.accented(token),
        };
        let (word, next) = word::named(&token, previous, i + 1 == tokens.len());
        out.push(word);
        previous = next;
    }
    out.join(" ")
}

/// "Università" of "Universita'", where the accent was found in capitals.
fn in_its_case<'a>(token: &'a str, accented: &str) -> Cow<'a, str> {
    let bare = token.trim_end_matches('\'');
    let last = accented.chars().last().filter(|last| !last.is_ascii());
    match last.filter(|_| bare != token) {
        Some(last) if bare.chars().any(char::is_lowercase) => {
            let kept = bare.chars().count().saturating_sub(1);
            let head: String = bare.chars().take(kept).collect();
            Cow::Owned(head + &last.to_lowercase().to_string())
        }
        _ => Cow::Borrowed(token),
    }
}

/// A name for a sentence: words in capitals that are not known acronyms get ordinary case, also
/// inside a name that is in order for the rest.
///
/// ```
/// use sportello::text::repair::calm;
/// assert_eq!(calm("ROSSINI Costruzioni SRL"), "Rossini Costruzioni S.r.l.");
/// assert_eq!(calm("Azienda USL Toscana Centro"), "Azienda USL Toscana Centro");
/// ```
pub fn calm(name: &str) -> Cow<'_, str> {
    let mut capitals = 0;
    let loud = name.chars().any(|c| {
        capitals = if c.is_uppercase() { capitals + 1 } else { 0 };
        capitals == 2
    });
    if !loud {
        return Cow::Borrowed(name);
    }
    let mut out = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let of_word = first.is_alphabetic();
        let end = rest
            .find(|c: char| c.is_alphabetic() != of_word)
            .unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        let shouted = of_word && word.chars().nth(1).is_some() && word.chars().all(char::is_uppercase);
        match word::form(&word.to_lowercase()) {
            _ if !shouted || is_known_acronym(word) => out.push_str(word),
            Some(form) if !out.is_empty() => {
                out.push_str(form);
                rest = after.strip_prefix('.').unwrap_or(after);
                continue;
            }
            _ => out.push_str(&capital(word)),
        }
        rest = after;
    }
    Cow::Owned(out)
}

/// Whether a word in capitals is one that people know as it is: an acronym of the list, or a
/// roman numeral.
pub fn is_known_acronym(word: &str) -> bool {
    word::is_known(word)
}

/// An official title or summary as it may be shown: capitals → sentence case, `*` → ` · `, codes
/// parted from the words they stick to, a cut end marked with `…`.
///
/// ```
/// use sportello::text::repair::sentence;
/// assert_eq!(sentence("SCUOLA ALFA*VIA ROMA 1*LAVORI DI RESTAURO"), "Scuola alfa · Via Roma 1 · Lavori di restauro");
/// assert_eq!(sentence("1.4.1cx999Comune di Betania"), "1.4.1 cx999 Comune di Betania");
/// ```
pub fn sentence(text: &str) -> String {
    sentence_naming(text, &[])
}

/// [`sentence`], with names (comuni, bodies) in their ordinary form that keep their capitals.
pub fn sentence_naming(text: &str, names: &[&str]) -> String {
    let text = plain(text);
    let cut = cut::is_cut(&text);
    let parted = cut::part_codes(&text);
    let segments: Vec<String> = parted
        .split('*')
        .map(str::trim)
        .filter(|s| !is_filler(s))
        .map(|s| match is_shouted(s) {
            // A firm's name, not a sentence.
            true if is_firm(s) && s.split(' ').count() <= 8 && !running::is_address(s) => name(s),
            true => running::segment(s, names),
            false => s.to_owned(),
        })
        .collect();
    let mut out = segments.join(" · ");
    if cut {
        out.truncate(out.trim_end_matches([' ', '-', ',', '(', '·', '/']).len());
        out.push('…');
    }
    out
}

/// Nothing, or signs that stand for nothing (`XXX`, `.`, `-`).
fn is_filler(segment: &str) -> bool {
    segment
        .chars()
        .all(|c| c == 'X' || c == 'x' || !c.is_alphanumeric())
}

/// Most of the letters are capitals; words with figures in them (codes) are not counted.
///
/// ```
/// use sportello::text::repair::is_shouted;
/// assert!(is_shouted("CASA DELLA COMUNITà"));
/// assert!(!is_shouted("Casa della Comunità RSA"));
/// ```
pub fn is_shouted(text: &str) -> bool {
    let words = text.split(' ').filter(|w| !w.chars().any(|c| c.is_ascii_digit()));
    let (mut upper, mut all) = (0, 0);
    for c in words.flat_map(str::chars).filter(|c| c.is_alphabetic()) {
        all += 1;
        upper += usize::from(c.is_uppercase());
    }
    upper * 10 > all * 7
}

/// Clean, with one kind of apostrophe and quote.
fn plain(text: &str) -> String {
    let text = line(text)
        .replace(['’', '‘', '`', '´', '‛'], "'")
        .replace(['“', '”', '„'], "\"");
    let mut out = String::with_capacity(text.len());
    let mut joins = false;
    for word in text.split(' ') {
        match joins && fold(word).starts_with(['a', 'e', 'i', 'o', 'u', 'h']) {
            true if out.ends_with('\'') => {}
            true => out.push('\''),
            false if !out.is_empty() => out.push(' '),
            false => {}
        }
        out.push_str(word);
        joins = ELISIONS.contains(&word.trim_end_matches('\''));
    }
    out
}

/// Elided words that lost their apostrophe, or got a blank behind it ("DELL AQUILA", "L' AQUILA").
const ELISIONS: [&str; 8] = ["L", "D", "DELL", "ALL", "NELL", "SULL", "DALL", "SANT"];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("COMUNE DI SAN GIULIANO TERME", "Comune di San Giuliano Terme")]
    #[case("AZIENDA USL TOSCANA CENTRO", "Azienda USL Toscana Centro")]
    #[case(
        "SOCIETA' ITALIANA PER LE IMPRESE ALL'ESTERO",
        "Società Italiana per le Imprese all'Estero"
    )]
    #[case("UNIVERSIT DEGLI STUDI DI FIRENZE", "Università degli Studi di Firenze")]
    #[case("COMUNE DI SANTA CROCE SULL'ARNO", "Comune di Santa Croce sull'Arno")]
    #[case("COMUNE DI L'AQUILA", "Comune di L'Aquila")]
    #[case("AGENZIA PER L'ITALIA DIGITALE", "Agenzia per l'Italia Digitale")]
    #[case("SCUOLA SANT'ANNA", "Scuola Sant'Anna")]
    #[case("LICEO MASSIMO D'AZEGLIO", "Liceo Massimo D'Azeglio")]
    #[case("CASTIGLIONE D'ORCIA", "Castiglione d'Orcia")]
    #[case("FORLI'-CESENA", "Forlì-Cesena")]
    #[case("MASSA-CARRARA", "Massa-Carrara")]
    #[case("Universita' di Alfa", "Università di Alfa")]
    #[case("Convitto 'Alfa' e Liceo 'B. Beta'", "Convitto 'Alfa' e Liceo 'B. Beta'")]
    #[case("CITTA' METROPOLITANA DI FIRENZE", "Città Metropolitana di Firenze")]
    #[case("MET S.R.L.", "Met S.r.l.")]
    #[case("UNIT S.P.A.", "Unit S.p.A.")]
    #[case("VILLA DE' MEDICI", "Villa de' Medici")]
    #[case("OSPEDALE GIOVANNI XXIII", "Ospedale Giovanni XXIII")]
    #[case("PIAZZA VITTORIO EMANUELE II", "Piazza Vittorio Emanuele II")]
    #[case("BETA S.P.A.", "Beta S.p.A.")]
    #[case("BETA SPA", "Beta S.p.A.")]
    #[case("GAMMA SRLS", "Gamma S.r.l.s.")]
    #[case("DELTA SOC. COOP. ONLUS", "Delta Soc. Coop. Onlus")]
    #[case("ISTITUTO IPSIA (PI)", "Istituto IPSIA (PI)")]
    #[case("ENTE PARCO G.B. ROSSI", "Ente Parco G.B. Rossi")]
    #[case("CASA DELLA COMUNIT", "Casa della Comunità")]
    #[case("ASILO NIDO 'IL GRILLO'", "Asilo Nido 'Il Grillo'")]
    #[case("ASILO NIDO \"LA COCCINELLA\"", "Asilo Nido \"La Coccinella\"")]
    #[case("UNIVERSITA DEGLI STUDI DELL AQUILA", "Università degli Studi dell'Aquila")]
    #[case("CASA DELLA COMUNIT?", "Casa della Comunità")]
    #[case("ASILO L' AQUILONE", "Asilo L'Aquilone")]
    #[case("comune di vattelapesca", "Comune di Vattelapesca")]
    #[case("Comune di Già Scritto Bene", "Comune di Già Scritto Bene")]
    #[case("CNR", "CNR")]
    #[case("PIEVE A NIEVOLE", "Pieve a Nievole")]
    #[case("", "")]
    fn names_get_their_case_back(#[case] text: &str, #[case] wanted: &str) {
        assert_eq!(name(text), wanted);
    }

    #[rstest]
    #[case(
        "EDIFICIO ALFA*VIA G. VERDI N. 12*MESSA IN SICUREZZA",
        "Edificio alfa · Via G. Verdi n. 12 · Messa in sicurezza"
    )]
    #[case(
        "LAVORI NEL COMUNE DI PRATO E IN VIA SAN PIERO 3",
        "Lavori nel comune di Prato e in via San Piero 3"
    )]
    #[case(
        "ATTIVIT DI QUALITA' DELLA PA CON FONDI PNRR",
        "Attività di qualità della PA con fondi PNRR"
    )]
    #[case("SCUOLA GAMMA*XXX*ARREDI", "Scuola gamma · Arredi")]
    #[case(
        "1.2istscxxic99900nISTITUTO COMPRENSIVO",
        "1.2 istscxxic99900n Istituto comprensivo"
    )]
    #[case(
        "1.2istscXXIS99900LISTITUTO SUPERIORE",
        "1.2 istscXXIS99900L Istituto superiore"
    )]
    #[case("1.4.3 - pagoc_x999Comune di Alfa", "1.4.3 - pagoc_x999 Comune di Alfa")]
    #[case("Già in ordine*Via Roma", "Già in ordine · Via Roma")]
    #[case(
        "IL SOLE E LA LUNA SRL*VIA BIANCA SNC*FONDI",
        "Il Sole e la Luna S.r.l. · Via Bianca snc · Fondi"
    )]
    #[case(
        "1.4.1istscxxic99900nISTITUTO COMPRENSIV",
        "1.4.1 istscxxic99900n Istituto comprensiv…"
    )]
    #[case("PROGETTO PER IL", "Progetto per il…")]
    #[case(
        "AMBULATORIO ALFABETA VIA DELLA REPUBBLIC",
        "Ambulatorio alfabeta via della Repubblic…"
    )]
    fn titles_become_sentences(#[case] text: &str, #[case] wanted: &str) {
        assert_eq!(sentence(text), wanted);
    }

    #[test]
    fn given_names_keep_their_capitals() {
        let names = ["Castelfiorito", "Borgo sull'Alfa"];
        assert_eq!(
            sentence_naming("STRADA TRA CASTELFIORITO E BORGO SULL'ALFA", &names),
            "Strada tra Castelfiorito e Borgo sull'Alfa"
        );
    }

    proptest! {
        #[test]
        fn repairing_a_name_twice_changes_nothing(text in "[A-Z]{2,8}( (DI|DELL'|E|PER)? ?[A-Z]{2,8}){0,4}") {
            let once = name(&text);
            prop_assert_eq!(name(&once), once);
        }

        #[test]
        fn nothing_hostile_comes_out(text in ".{0,60}") {
            prop_assert!(!name(&text).chars().any(char::is_control));
            prop_assert!(!sentence(&text).chars().any(char::is_control));
        }
    }
}
