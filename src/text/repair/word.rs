//! One word of a shouted name, in the case that it has in print.

use super::capital::capital;

/// What stood before a word: it decides whether an article keeps its capital.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Previous {
    /// Nothing, or a sign after which a name begins anew.
    Start,
    /// A preposition that an article may follow ("per le Imprese").
    Linking,
    Word,
}

const PARTICLES: &[&str] = &[
    "di", "del", "dello", "della", "dei", "degli", "delle", "da", "dal", "dallo", "dalla", "dai", "dagli",
    "dalle", "a", "ad", "al", "allo", "alla", "ai", "agli", "alle", "in", "nel", "nello", "nella", "nei",
    "negli", "nelle", "su", "sul", "sullo", "sulla", "sui", "sugli", "sulle", "con", "per", "tra", "fra",
    "e", "ed", "o", "ex", "presso", "de'", "and", "of", "the",
];
const LINKING: &[&str] = &["per", "con", "tra", "fra", "e", "ed", "o", "presso", "and"];
const ARTICLES: &[&str] = &["il", "lo", "la", "i", "gli", "le"];
const ELISIONS: &[&str] = &["dell", "all", "nell", "sull", "dall", "d", "coll", "degl", "dagl"];
/// Family names that begin with a capital D'.
const D_NAMES: &[&str] = &[
    "azeglio",
    "annunzio",
    "acquisto",
    "antona",
    "amico",
    "angelo",
    "ambrosio",
    "andrea",
    "agostino",
    "alessandro",
    "amato",
    "onofrio",
    "ovidio",
    "ippolito",
    "errico",
    "urso",
    "isidoro",
];

/// Written in capitals everywhere, besides roman numerals and words without a vowel.
pub(super) const ACRONYMS: &[&str] = &[
    "usl", "asl", "ausl", "aulss", "asp", "aou", "aoup", "aous", "ao", "ater", "arpat", "arpa", "anas",
    "rfi", "cnr", "infn", "inaf", "ingv", "enea", "simest", "inps", "inail", "istat", "ipsia", "itis",
    "isis", "iis", "itc", "itcg", "itt", "itg", "ite", "iti", "ipssar", "ipsar", "ipseoa", "ipc", "ic",
    "ics", "is", "isc", "isi", "cpia", "isia", "itas", "rsa", "rsd", "ersu", "dsu", "aps", "ets", "odv",
    "asd", "ssd", "ati", "rti", "rtp", "erp", "erap", "enav", "enac", "enit", "cup", "cig", "pnrr", "pnc",
    "tpl", "suap", "urp", "ced", "gse", "tim", "unesco", "onu", "ztl", "led", "bim", "cciaa", "imt", "miur",
    "mim", "mur", "mef", "mase", "mimit", "pmi", "cri", "cai", "cot", "cto", "tac", "uo", "uoc", "ue", "eu",
    "dpcm", "dm", "spid", "cie", "anpr", "ict", "ippc", "siae", "coni", "figc", "sert", "pos", "api", "gis",
    "iot", "stem", "pon", "por", "fesr", "fse", "fsc", "ato", "aato", "ait", "apes", "atersir", "aler",
    "acer", "iacp", "arte", "agid", "aci", "iva", "imu", "tari", "sua", "cuc", "cei", "uni", "iso", "dop",
    "igp", "ee",
];
/// Acronyms only in running text about offices: too much like words inside a name.
const NOT_IN_NAMES: &[&str] = &["arte", "uni", "api", "led", "acer", "pos", "tim", "sua", "cai"];

/// Companies' forms, as the law writes them: keyed without points.
const FORMS: &[(&str, &str)] = &[
    ("spa", "S.p.A."),
    ("srl", "S.r.l."),
    ("srls", "S.r.l.s."),
    ("snc", "S.n.c."),
    ("sas", "S.a.s."),
    ("scarl", "S.c.a.r.l."),
    ("scrl", "S.c.r.l."),
    ("scpa", "S.c.p.A."),
    ("srlu", "S.r.l.u."),
    ("onlus", "Onlus"),
    ("adsp", "AdSP"),
    ("pagopa", "pagoPA"),
    ("dlgs", "D.Lgs."),
];

/// The word as a name has it, and what it means for the next one. `last`: it ends the name.
pub(super) fn named(token: &str, previous: Previous, last: bool) -> (String, Previous) {
    let start = token.find(|c: char| c.is_alphanumeric()).unwrap_or(token.len());
    let end = token
        .rfind(|c: char| c.is_alphanumeric() || c == '\'')
        .map_or(token.len(), |i| {
            i + token[i..].chars().next().map_or(0, char::len_utf8)
        });
    if start >= end {
        return (token.to_owned(), Previous::Start);
    }
    let (open, core, close) = (&token[..start], &token[start..end], &token[end..]);
    let previous = if open.is_empty() {
        previous
    } else {
        Previous::Start
    };
    // The closing quote of 'IL GRILLO' is no part of the word.
    let (core, quote) = match core.strip_suffix('\'') {
        Some(rest) if !PARTICLES.contains(&core.to_lowercase().as_str()) && !is_own_apostrophe(core) => {
            (rest, "'")
        }
        _ => (core, ""),
    };
    let lower = core.to_lowercase();
    if previous != Previous::Start
        && let Some(form) = form(&lower)
    {
        let close = if form.ends_with('.') {
            close.trim_start_matches('.')
        } else {
            close
        };
        return (format!("{open}{form}{quote}{close}"), Previous::Word);
    }
    if core.chars().any(|c| c.is_ascii_digit()) {
        return (token.to_owned(), Previous::Word);
    }
    // "(PI)": the sigla of a province.
    if open.ends_with('(') && close.starts_with(')') && core.len() == 2 {
        return (token.to_uppercase(), Previous::Word);
    }
    let single = core.chars().count() == 1;
    let initial = single && (close.starts_with('.') || (last && previous != Previous::Start));
    if !initial && previous != Previous::Start && PARTICLES.contains(&lower.as_str()) {
        let next = if LINKING.contains(&lower.as_str()) {
            Previous::Linking
        } else {
            Previous::Word
        };
        return (format!("{open}{lower}{quote}{close}"), next);
    }
    let next = match close.chars().next_back() {
        Some(':' | ';') => Previous::Start,
        _ => Previous::Word,
    };
    if previous == Previous::Linking && ARTICLES.contains(&lower.as_str()) {
        return (format!("{open}{lower}{quote}{close}"), next);
    }
    (format!("{open}{}{quote}{close}", parts(core, previous)), next)
}

fn is_own_apostrophe(core: &str) -> bool {
    ["ca'", "mo'", "po'", "ne'", "de'"].contains(&core.to_lowercase().as_str())
}

/// A company's form, whatever its points.
pub(super) fn form(lower: &str) -> Option<&'static str> {
    let bare: String = lower.chars().filter(|c| *c != '.').collect();
    FORMS.iter().find(|(k, _)| *k == bare).map(|(_, f)| *f)
}

/// Words joined by a sign: `MASSA-CARRARA`, `G.B.VICO`, `SANT'ANNA`.
fn parts(core: &str, previous: Previous) -> String {
    for sign in ['-', '/', '.', '+', '&'] {
        if core.contains(sign) {
            let parts: Vec<String> = core
                .split(sign)
                .enumerate()
                .map(|(i, p)| {
                    if sign == '.' && i > 0 && p.to_lowercase() == "lli" {
                        "lli".into()
                    } else {
                        parts(p, Previous::Start)
                    }
                })
                .collect();
            return parts.join(&sign.to_string());
        }
    }
    if let Some((head, tail)) = core.split_once('\'') {
        return elided(head, tail, previous);
    }
    if is_acronym(core) && !NOT_IN_NAMES.contains(&core.to_lowercase().as_str()) || is_roman(core) {
        return core.to_uppercase();
    }
    capital(core)
}

fn elided(head: &str, tail: &str, previous: Previous) -> String {
    let lower = head.to_lowercase();
    let surname = lower == "d" && D_NAMES.contains(&tail.to_lowercase().as_str());
    let small = previous != Previous::Start && ELISIONS.contains(&lower.as_str()) && !surname
        || previous == Previous::Linking && lower == "l";
    let head = if small { lower } else { capital(head) };
    // "Po'", "Ca'": nothing follows.
    if tail.is_empty() {
        format!("{head}'")
    } else {
        format!("{head}'{}", parts(tail, Previous::Start))
    }
}

/// On the list, or of two to five letters without a vowel (S and SS before saints' names are
/// abbreviations, and stay as they are too).
pub(super) fn is_acronym(word: &str) -> bool {
    let lower = word.to_lowercase();
    let consonants = lower.len() >= 2
        && lower.len() <= 5
        && lower
            .bytes()
            .all(|b| b.is_ascii_lowercase() && !b"aeiouy".contains(&b));
    (consonants && !["dr", "sr", "mr", "st", "ft", "lgs", "ndr"].contains(&lower.as_str()))
        || ACRONYMS.contains(&lower.as_str())
}

/// A word in capitals that people know as it is: on the list, or a roman numeral.
pub(super) fn is_known(word: &str) -> bool {
    ACRONYMS.contains(&word.to_lowercase().as_str()) || is_roman(word)
}

/// II, IV, XXIII … : numerals of two letters or more, up to 39.
pub(super) fn is_roman(word: &str) -> bool {
    let upper = word.to_uppercase();
    let rest = upper.trim_start_matches('X');
    let tens = upper.len() - rest.len();
    upper.len() >= 2
        && tens <= 3
        && matches!(
            rest,
            "" | "I" | "II" | "III" | "IV" | "V" | "VI" | "VII" | "VIII" | "IX"
        )
        && upper != "XXX"
}
