//! Natural persons never enter a snapshot. The tables name them as researchers, rural
//! pharmacies, one-person firms, professionals: what may be a person is left out, and counted.

use crate::text::fold::fold;
pub(crate) use crate::text::given::is_given_name;
use std::collections::HashSet;
use std::sync::OnceLock;

/// What stands in the columns of a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// Nobody is named.
    Nobody,
    /// A natural person, or one that may be.
    Person,
    Body,
}

/// How sure we must be that a subject is no person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// Bodies that answer for projects are public but for a few: leave out what looks like a
    /// person.
    Implementer,
    /// Winners and recipients: leave out what is not plainly a body.
    Recipient,
    /// From an index of public bodies: only a personal code betrays a person.
    None,
}

impl Doubt {
    /// Tells the three apart in a key.
    pub fn mark(self) -> &'static str {
        match self {
            Doubt::Implementer => "\0i",
            Doubt::Recipient => "\0r",
            Doubt::None => "\0n",
        }
    }
}

/// Whether a subject is a body, by its tax code, name and legal form.
pub(crate) fn judge(code: &str, name: &str, form: &str, doubt: Doubt) -> Subject {
    if code.contains('*') || name.contains("**") || is_personal_code(code) || holds_code(name) {
        return Subject::Person;
    }
    if is_left_out(name) {
        return Subject::Nobody;
    }
    let name = joined(&fold(name));
    let form = fold(form);
    if any_phrase(&form, PERSONAL_FORMS) {
        return Subject::Person;
    }
    let words: Vec<&str> = name.split(' ').collect();
    let named = words.iter().any(|w| is_given_name(w));
    let company = words.iter().any(|w| COMPANY.has(w));
    // "Croce" is a surname too.
    let public = words.iter().any(|w| PUBLIC.has(w)) || any_phrase(&name, CROSSES);
    let partnership = words.iter().any(|w| PARTNERS.contains(w)) || any_phrase(&form, PARTNERSHIPS);
    let personal = words.iter().any(|w| PERSONAL.has(w));
    let firm = words.iter().any(|w| FIRM.has(w));
    // Of a group of firms and professionals the latter are named too.
    let grouped = words.iter().any(|w| GROUPS.contains(w));
    let person = match () {
        () if grouped && words.iter().any(|w| TITLES.contains(w)) => true,
        // "SCS" is a form, and a name that a partner gave it.
        () if doubt == Doubt::Recipient && partnership && named && name.contains(" di ") => true,
        () if company || doubt == Doubt::None => false,
        () if personal || words.first() == Some(&"di") => true,
        () if firm && !public && doubt == Doubt::Recipient => true,
        () if doubt == Doubt::Recipient && words.windows(2).any(|w| w[0] == "di" && is_given_name(w[1])) => {
            true
        }
        () if partnership => {
            named || name.contains(" di ") || !words.iter().any(|w| PARTNERS[..2].contains(w))
        }
        () if any_phrase(&form, STUDIOS) => !public || words.iter().any(|w| is_initial(w)),
        () if public && !looks_like_a_name(&words) => false,
        () if any_phrase(&form, BODY_FORMS) => named && words.len() <= 4,
        // Tax codes that begin with 8 and 9 are given to bodies without a VAT number: schools
        // answer for projects under the name of whom they are named after.
        () if is_body_code(code) => doubt == Doubt::Recipient && named && words.len() <= 3,
        () if doubt == Doubt::Implementer => named && (words.len() <= 4 || name.contains(" di ")),
        () => true,
    };
    if person { Subject::Person } else { Subject::Body }
}

/// Nothing stands in the column of the name, or what stands there is none.
pub(crate) fn is_left_out(name: &str) -> bool {
    let name = fold(name);
    let digits = name.bytes().all(|b| b.is_ascii_digit() || b == b' ');
    digits
        || name == "non determinata"
        || name == "non disponibile"
        || name.starts_with("denominazione del soggetto non")
}

/// The words of a name in one order, without titles; nothing where it is hidden or left out.
pub(crate) fn key(name: &str) -> String {
    if is_left_out(name) {
        return String::new();
    }
    let name = fold(name);
    let mut words: Vec<&str> = name.split(' ').filter(|w| !TITLES.contains(w)).collect();
    words.sort_unstable();
    words.join(" ")
}

/// Sixteen letters and digits that begin with six letters, wherever they stand.
pub(crate) fn holds_code(text: &str) -> bool {
    if text.len() < 16 {
        return false;
    }
    text.split(|c: char| !c.is_ascii_alphanumeric())
        .any(is_personal_code)
}

/// A *codice fiscale* of a person: six letters, two digits, a letter, two digits, a letter, three
/// digits, a letter; letters may stand for digits where two persons would share one.
pub(crate) fn is_personal_code(code: &str) -> bool {
    let code = code.trim().as_bytes();
    code.len() == 16
        && code.iter().enumerate().all(|(i, b)| match i {
            0..=5 | 8 | 11 | 15 => b.is_ascii_alphabetic(),
            _ => b.is_ascii_digit() || b"LMNPQRSTUVlmnpqrstuv".contains(b),
        })
        && code.iter().filter(|b| b.is_ascii_digit()).count() >= 3
}

/// The text without the personal codes that stand in it.
pub(crate) fn without_codes(text: String) -> String {
    if !holds_code(&text) {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(start) = rest.find(|c: char| c.is_ascii_alphanumeric()) {
        let end = rest[start..]
            .find(|c: char| !c.is_ascii_alphanumeric())
            .map_or(rest.len(), |i| start + i);
        out.push_str(&rest[..start]);
        let word = &rest[start..end];
        out.push_str(if is_personal_code(word) { "…" } else { word });
        rest = &rest[end..];
    }
    out + rest
}

/// "A" of "A. Beta": whoever has one letter and a surname.
pub(crate) fn is_initial(word: &str) -> bool {
    word.len() == 1 && word.bytes().all(|b| b.is_ascii_alphabetic()) && !matches!(word, "a" | "e")
}

fn is_body_code(code: &str) -> bool {
    let digits = code.len() == 11 && code.bytes().all(|b| b.is_ascii_digit());
    digits && (code.starts_with('8') || code.starts_with('9'))
}

/// Two or three words, one of them a given name, with nothing that a body is called by.
fn looks_like_a_name(words: &[&str]) -> bool {
    words.len() <= 3
        && words.iter().any(|w| is_given_name(w))
        && !words.iter().any(|w| COMPANY.has(w) || PUBLIC.has(w))
}

/// Single letters in a row are one word: "s r l" is "srl"; the initial before a form is none of it:
/// "beta a s n c" is "beta a snc".
fn joined(folded: &str) -> String {
    let mut out = String::with_capacity(folded.len());
    let mut run = String::new();
    let put = |out: &mut String, run: &mut String| {
        let form = PARTNERS[..2].iter().find(|form| run.ends_with(**form));
        match form.map(|form| run.len() - form.len()) {
            Some(at @ 1..) => {
                let (before, form) = run.split_at(at);
                for word in [before, form] {
                    out.push(' ');
                    out.push_str(word);
                }
            }
            _ if run.is_empty() => {}
            _ => {
                out.push(' ');
                out.push_str(run);
            }
        }
        run.clear();
    };
    for word in folded.split(' ') {
        if word.chars().count() == 1 {
            run.push_str(word);
            continue;
        }
        put(&mut out, &mut run);
        out.push(' ');
        out.push_str(word);
    }
    put(&mut out, &mut run);
    out.trim_start().to_owned()
}

/// A list of folded words that is looked up often.
struct Words {
    list: &'static str,
    set: OnceLock<HashSet<&'static str>>,
}

impl Words {
    const fn new(list: &'static str) -> Words {
        Words {
            list,
            set: OnceLock::new(),
        }
    }

    fn has(&self, word: &str) -> bool {
        self.set
            .get_or_init(|| self.list.split_ascii_whitespace().collect())
            .contains(word)
    }
}

fn any_phrase(text: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|p| text.contains(p))
}

/// Legal forms of persons.
const PERSONAL_FORMS: &[&str] = &[
    "individual",
    "professionista",
    "professionist",
    "persona fisica",
    "autonomo",
    "ditta",
    "imprenditore",
    "lavoratore",
    "artigian",
];
/// Partnerships, by the letters in their names and by their forms.
const PARTNERS: &[&str] = &["snc", "sas", "ss", "stp"];
pub(crate) const PARTNERSHIPS: &[&str] = &["in nome collettivo", "accomandita semplice", "societa semplice"];
const CROSSES: &[&str] = &[
    "croce rossa",
    "croce verde",
    "croce bianca",
    "croce azzurra",
    "croce d oro",
];
const STUDIOS: &[&str] = &["studio", "profess"];
const BODY_FORMS: &[&str] = &[
    "responsabilit",
    "per azioni",
    "cooperativ",
    "consor",
    "fondazion",
    "universit",
    "associazione riconosciuta",
    "comune",
    "provincia",
    "regione",
    "citta metropolitana",
    "ente ",
    "azienda o ente",
    "istituto",
    "gruppo europeo",
    "ministero",
    "agenzia",
    "camera di commercio",
    "unione",
];
/// Words that only companies have in their names.
static COMPANY: Words = Words::new("
    srl srls spa sapa scarl scrl scpa scpl scs scsrl sccrl arl coop cooperativa cooperative cooperativo societa consorzio
    consortile soc gmbh ltd limited inc bv nv llc plc sarl geie ag srlcr srlu corporation company");
/// Words that bodies, public or of many people, have in their names.
static PUBLIC: Words = Words::new("
    comune comuni provincia provinciale regione regionale citta metropolitana unione unioni ministero istituto istituti istituzione scuola
    scuole liceo universita universit politecnico conservatorio accademia asl usl ausl asst ats irccs ospedale ospedaliera
    ospedaliero policlinico ente enti agenzia autorita camera parrocchia diocesi arcidiocesi curia consiglio presidenza
    dipartimento direzione comando prefettura fondazione associazione onlus aps odv federazione confederazione
    confcommercio confindustria ufficio tribunale corte museo musei biblioteca archivio soprintendenza parco comunita
    opera acer aler ater erp casa nazionale italiana italiano provveditorato commissario convitto istruzione comprensivo
    circolo cpia ipsia itis iis anas rfi invitalia infratel cnr enea inaf infn ingv ispra istat inps inail formez sogei
    consip simest gestore struttura bonifica misericordia pubblica universitaria asp ipab centro unita locale sanitaria");
/// Words that persons, and the firms of one person, are introduced by.
static PERSONAL: Words = Words::new("
    farmacia farmacie dott dottssa dottoressa dottor dr drssa ing ingg arch avv geom rag perito ditta individuale titolare eredi
    sig sigra omonima professionista geologo geol notaio agronomo agr");
/// Titles of the professionals in a group; "Dr" is in names of firms too.
const TITLES: &[&str] = &["ing", "ingg", "arch", "dott", "dottssa", "geom", "avv", "geol"];
/// Firms and persons that work together for one contract.
const GROUPS: &[&str] = &["raggruppamento", "rtp", "rti", "temporaneo", "mandante"];
/// Words that firms are called by, of one person as well as of many.
static FIRM: Words = Words::new("studio agricola agricolo impresa azienda officina");

#[cfg(test)]
mod tests {
    use super::*;
    use Doubt::{Implementer, Recipient};

    #[test]
    fn masks_and_personal_codes_are_persons() {
        assert_eq!(
            judge("****************", "Alfa S.r.l.", "", Recipient),
            Subject::Person
        );
        assert_eq!(
            judge("XXXYYY00A00X000Y", "Alfa S.r.l.", "", Implementer),
            Subject::Person
        );
        assert_eq!(judge("", "ALFA XXXYYY00A00X000Y", "", Recipient), Subject::Person);
        assert_eq!(judge("00012345678", "", "", Recipient), Subject::Nobody);
        assert_eq!(
            judge("00012345678", "00012345678", "", Recipient),
            Subject::Nobody
        );
        assert!(!is_personal_code("J57H220012300061"));
        assert_eq!(
            without_codes("incarico (XXXYYY00A00X000Y), fine".into()),
            "incarico (…), fine"
        );
    }

    #[test]
    fn what_may_be_a_person_is_one() {
        for (name, form, doubt) in [
            ("BETA LUCIA", "", Recipient),
            ("CROCE LUCIA", "", Recipient),
            ("La Quercia di Beta Lucia e Gamma An", "", Implementer),
            ("Farmacia Beta dr. Luigi", "", Implementer),
            ("Gamma Impianti", "Impresa individuale", Recipient),
            (
                "Studio tecnico Gamma",
                "Studio assoc. e Società di profess.",
                Recipient,
            ),
            (
                "DELTA SAS DI MARIO DELTA",
                "Società in accomandita semplice",
                Recipient,
            ),
            (
                "GAMMA PROGETTI ASSOCIAZIONE PROFESSIONALE DI: T. Beta-C. Delta",
                "Studio assoc. e Società di profess.",
                Recipient,
            ),
            (
                "AL.FA. DI BETA S. GAMMA A. S.N.C.",
                "Società a responsabilità limitata",
                Recipient,
            ),
            ("GS SCS DI LUCIA BETA & C. S.A.S.", "", Recipient),
            ("EDIL DELTA SNC DI ROSSI", "", Recipient),
            ("AZIENDA AGRICOLA BETA", "", Recipient),
            ("Gamma Impianti", "", Recipient),
            ("ROSSI MARIO", "", Implementer),
            ("ING. BETA PAOLO", "Non Disponibile", Recipient),
            ("MUSEI ALFA DI PAOLO BETA", "", Recipient),
        ] {
            assert_eq!(judge("01234567890", name, form, doubt), Subject::Person, "{name}");
        }
    }

    #[test]
    fn a_group_that_names_professionals_is_not_said() {
        let who = |name| judge("01234567890", name, "", Recipient);
        let grouped = "RAGGRUPPAMENTO TEMPORANEO ALFA ING.BETA - GAMMA S.R.L. MANDANTE";
        assert_eq!(who(grouped), Subject::Person);
        assert_eq!(who("RTI ALFA S.P.A. - DR BETA MEDICAL S.R.L."), Subject::Body);
        assert_eq!(who("RTI ALFA S.P.A. - BETA S.R.L."), Subject::Body);
    }

    #[test]
    fn schools_are_named_after_people() {
        assert_eq!(
            judge("80012345678", "MARIO ROSSI", "", Implementer),
            Subject::Body
        );
        assert_eq!(
            judge("80012345678", "MARIO ROSSI", "", Recipient),
            Subject::Person
        );
    }

    #[test]
    fn bodies_are_bodies() {
        for (name, form, doubt) in [
            ("COMUNE DI SAN GIULIANO TERME", "", Implementer),
            ("AZIENDA USL TOSCANA CENTRO", "", Implementer),
            ("ALFA S.R.L.", "", Recipient),
            ("Costruzioni Mario Rossi s.p.a.", "", Recipient),
            ("ALFA INGEGNERIA", "Società a responsabilità limitata", Recipient),
            ("CAMEN IMPIANTI SNC", "Società in nome collettivo", Recipient),
            ("SOCIETA' COOPERATIVA ALFA", "Non Disponibile", Recipient),
            ("ISTITUTO COMPRENSIVO DON LORENZO", "", Implementer),
            ("ANAS", "", Implementer),
        ] {
            assert_eq!(judge("01234567890", name, form, doubt), Subject::Body, "{name}");
        }
    }
}
