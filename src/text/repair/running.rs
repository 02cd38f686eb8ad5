//! Shouted running text → sentence case, with the capitals that we can be sure of.

use super::accent;
use super::capital::capital;
use super::word::{Previous, is_acronym, is_roman, named};
use crate::text::fold::{fold, fold_into};

/// After these the next word is a name.
const BEFORE_A_NAME: &[&str] = &[
    "san",
    "santa",
    "santo",
    "santi",
    "sant",
    "don",
    "monsignor",
    "papa",
    "suor",
    "beato",
    "beata",
    "fra",
    "monte",
    "val",
    "castel",
    "dott",
    "prof",
    "ing",
    "arch",
    "via",
    "viale",
    "piazza",
    "piazzale",
    "piazzetta",
    "corso",
    "vicolo",
    "largo",
    "lungarno",
    "borgo",
    "localita",
    "loc",
    "frazione",
    "fraz",
    "torrente",
    "fiume",
    "fosso",
    "rio",
    "lago",
    "isola",
];
/// Part of the name that they begin.
const SAINTS: &[&str] = &["san", "santa", "santo", "don", "monsignor"];
/// After these and "di" the next word is a name.
const BEFORE_DI: &[&str] = &[
    "comune",
    "comuni",
    "provincia",
    "citta",
    "localita",
    "frazione",
    "abitato",
    "capoluogo",
    "regione",
    "stazione",
    "ospedale",
    "porto",
    "aeroporto",
    "borgo",
    "castello",
    "pieve",
    "badia",
    "torrente",
    "zona",
    "universita",
];
const ADDRESS: &[&str] = &[
    "via",
    "viale",
    "piazza",
    "piazzale",
    "piazzetta",
    "corso",
    "vicolo",
    "largo",
    "lungarno",
    "lungomare",
    "loc",
    "localita",
    "frazione",
    "fraz",
    "borgo",
    "strada",
    "vico",
    "contrada",
    "calle",
];
const PLACES: &[&str] = &[
    "italia",
    "europa",
    "toscana",
    "abruzzo",
    "basilicata",
    "calabria",
    "campania",
    "lazio",
    "liguria",
    "lombardia",
    "molise",
    "piemonte",
    "puglia",
    "sardegna",
    "sicilia",
    "umbria",
    "veneto",
    "roma",
    "milano",
    "napoli",
    "torino",
    "palermo",
    "genova",
    "bologna",
    "firenze",
    "bari",
    "catania",
    "venezia",
    "verona",
    "messina",
    "padova",
    "trieste",
    "arezzo",
    "grosseto",
    "livorno",
    "lucca",
    "pisa",
    "pistoia",
    "siena",
    "carrara",
    "arno",
    "appennino",
    "tirreno",
    "adriatico",
    "maremma",
    "mugello",
    "versilia",
    "garfagnana",
    "lunigiana",
    "chianti",
    "valdarno",
    "casentino",
    "tevere",
    "unesco",
];
const SMALL: &[&str] = &[
    "di", "del", "della", "dei", "delle", "degli", "dello", "e", "il", "la", "le", "lo", "i",
];

/// The segment is a street or a place.
pub(super) fn is_address(segment: &str) -> bool {
    ADDRESS.contains(&fold(segment.split(' ').next().unwrap_or("")).as_str())
}

/// One segment (what stands between two `*`) in sentence case.
pub(super) fn segment(text: &str, names: &[&str]) -> String {
    let mut quotes = accent::Quotes::default();
    let tokens: Vec<String> = text.split(' ').map(|t| quotes.accented(t).into_owned()).collect();
    let folded: Vec<String> = tokens.iter().map(|t| fold(t)).collect();
    let address = is_address(text);
    let mut out: Vec<String> = tokens.iter().map(|t| small(t)).collect();
    // How many more words belong to a name that has begun.
    let mut naming = 0;
    let mut previous = Previous::Start;
    for (i, token) in tokens.iter().enumerate() {
        let before = i.checked_sub(1).map_or("", |b| folded[b].as_str());
        if token.contains(|c: char| c.is_ascii_digit()) || token == "-" || folded[i].is_empty() {
            naming = 0;
        } else if address && i > 0 {
            naming = naming.max(1);
        }
        let street = ADDRESS.contains(&before);
        let saint = SAINTS
            .iter()
            .any(|s| *s == folded[i] || folded[i].strip_prefix("sant ").is_some());
        let known = saint
            || BEFORE_A_NAME.contains(&before)
            || street
            || PLACES.contains(&folded[i].as_str())
            || before == "di" && i >= 2 && BEFORE_DI.contains(&folded[i - 2].as_str());
        if known {
            naming = naming.max(if street { 3 } else { 1 });
        }
        // "SNC" behind a street: no number, not a company.
        let numberless = ["snc", "s n c"].contains(&folded[i].as_str());
        let number = token == "N." || token == "N";
        if number {
            naming = 0;
        } else if numberless {
            out[i] = "snc".to_owned();
        } else if naming > 0 {
            let (word, next) = named(token, if known { Previous::Word } else { previous }, false);
            if !SMALL.contains(&folded[i].as_str()) || previous == Previous::Start {
                naming -= 1;
            }
            out[i] = word;
            previous = next;
        } else {
            previous = Previous::Word;
        }
        if token.ends_with([',', ')', ';', ':']) {
            naming = 0;
        }
    }
    keep_names(&mut out, &folded, names);
    // A sentence begins after a full stop, too.
    let mut begins = true;
    for (i, word) in out.iter_mut().enumerate() {
        if begins && !is_kept(&tokens[i]) {
            *word = first_large(word);
        }
        let code = begins
            && word.contains(|c: char| c.is_ascii_digit())
            && !word.bytes().all(|b| b.is_ascii_digit());
        let closed = word.ends_with('.') && folded[i].len() > 3 && !folded[i].contains(' ');
        begins = code || closed || word.ends_with(['!', '?']);
    }
    out.join(" ")
}

/// A word inside a sentence: small, unless it is an acronym, a numeral or a code.
fn small(token: &str) -> String {
    if is_kept(token) {
        return token.to_owned();
    }
    let initial = token.len() == 2 && token.ends_with('.');
    if initial && !["N.", "P."].contains(&token) {
        token.to_owned()
    } else {
        token.to_lowercase()
    }
}

fn is_kept(token: &str) -> bool {
    let core = token.trim_matches(|c: char| !c.is_alphanumeric());
    let code = core.len() > 2
        && core.contains(|c: char| c.is_ascii_digit())
        && core.contains(|c: char| c.is_alphabetic());
    let tail = core.rsplit('\'').next().unwrap_or(core);
    core == "PA"
        || code
        || is_acronym(tail) && tail == core
        || is_roman(core)
        || (token.starts_with('(') && token.ends_with(')') && core.len() == 2)
}

fn first_large(word: &str) -> String {
    let start = word.find(char::is_alphabetic).unwrap_or(0);
    let (head, tail) = word.split_at(start);
    let letter = tail.chars().next().map_or(0, char::len_utf8);
    format!("{head}{}{}", capital(&tail[..letter]), &tail[letter..])
}

/// Puts the given names back in, wherever their words stand in the text.
fn keep_names(out: &mut [String], folded: &[String], names: &[&str]) {
    let mut wanted = String::new();
    for name in names {
        fold_into(name, &mut wanted);
        let parts: Vec<&str> = name.split(' ').collect();
        if wanted.is_empty() || parts.len() > out.len() {
            continue;
        }
        for i in 0..=out.len() - parts.len() {
            if folded[i..i + parts.len()].join(" ") == wanted {
                for (word, part) in out[i..].iter_mut().zip(&parts) {
                    let close = word.trim_start_matches(|c: char| c.is_alphanumeric() || c == '\'');
                    *word = format!("{part}{close}");
                }
            }
        }
    }
}
