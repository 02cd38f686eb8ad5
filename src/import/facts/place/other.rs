//! A comune that a text names and that no place row of the project has.

use crate::import::facts::list::List;
use crate::import::facts::texts::ComuneNames;
use crate::model::ComuneCode;
use crate::text::tokens::{Gap, Tokens};

/// Most words of a comune's name that are looked up.
const LONGEST: usize = 5;

/// Comuni of the project's provinces that the thing is said to stand in: "OSPEDALE DI ALFA*…",
/// "… NEL COMUNE DI ALFA".
pub(super) fn comuni(t: &Tokens, own: &[(&str, ComuneCode)], known: &ComuneNames) -> Vec<ComuneCode> {
    let mut out: Vec<ComuneCode> = Vec::new();
    // A text that names the project's own comune, too, does not deny it.
    let names_own = own.iter().any(|(name, _)| {
        let folded = crate::text::fold::fold(name);
        let words: Vec<&str> = folded.split(' ').collect();
        (0..t.len()).any(|i| t.is_phrase(i, &words))
    });
    if names_own || own.is_empty() {
        return out;
    }
    for i in 1..t.len() {
        if !["di", "a", "in", "ad", "comune"].contains(&t.at(i - 1))
            || matches!(t.gap(i), Gap::Star | Gap::Sign)
        {
            continue;
        }
        let Some((code, end)) = (1..=LONGEST)
            .rev()
            .find_map(|n| Some((one(t, i, n, own, known)?, i + n)))
        else {
            continue;
        };
        // What follows must end the name: a sign, the province in brackets, a new part.
        let listed = t.gap(end) == Gap::Sign && !known.named(t.at(end)).is_empty();
        let closed = t.gap(end) >= Gap::Sign && !listed;
        if closed && is_said_to_stand_in(t, i - 1) && !out.contains(&code) {
            out.push(code);
        }
    }
    out
}

/// The one comune of the project's provinces that has these words for a name; none when a comune
/// of the project has them too.
fn one(
    t: &Tokens,
    i: usize,
    n: usize,
    own: &[(&str, ComuneCode)],
    known: &ComuneNames,
) -> Option<ComuneCode> {
    if i + n > t.len() || (1..n).any(|k| t.gap(i + k) >= Gap::Slash) {
        return None;
    }
    let words: Vec<&str> = (i..i + n).map(|k| t.at(k)).collect();
    let name = words.join(" ");
    if name.len() < 4
        || COMMON.has(&name)
        || name.starts_with("san ")
        || name.starts_with("santa ")
        || name.starts_with("sant ")
    {
        return None;
    }
    let provinces: Vec<_> = own.iter().filter_map(|(_, c)| c.province()).collect();
    let mut found = known
        .named(&name)
        .iter()
        .copied()
        .filter(|c| c.province().is_some_and(|p| provinces.contains(&p)));
    let code = found.next()?;
    let of_own = own.iter().any(|(own_name, c)| {
        let folded = crate::text::fold::fold(own_name);
        *c == code || folded.contains(&name) || name.contains(&folded)
    });
    (found.next().is_none() && !of_own).then_some(code)
}

/// The words before the preposition name a building or say "comune": no street, no office, no
/// body that serves many comuni.
fn is_said_to_stand_in(t: &Tokens, preposition: usize) -> bool {
    let start = (0..=preposition)
        .rev()
        .find(|&i| t.gap(i) >= Gap::Sign)
        .unwrap_or(0);
    if t.at(preposition.saturating_sub(1)) == "comune" || t.at(preposition) == "comune" {
        return !(start..preposition).any(|i| BODIES.has(t.at(i)));
    }
    let words: Vec<&str> = (start..preposition).map(|i| t.at(i)).collect();
    let building = words.iter().any(|w| BUILDINGS.has(w));
    building && !words.iter().any(|w| STREETS.has(w) || BODIES.has(w))
}

static BUILDINGS: List = List::new(
    "ospedale ospedali presidio poliambulatorio casa teatro museo biblioteca castello piscina palestra asilo nido municipio depuratore
     discarica porto cot odc cdc centrale operativa",
);
static STREETS: List = List::new(
    "via viale piazza corso strada largo localita loc frazione collegamento tratto da tra piazzale ponte",
);
static BODIES: List = List::new(
    "asl ausl usl ats asst azienda distretto unione consorzio comprensorio provincia ambito zona diocesi istituto liceo scuola scuole
     sede comuni convenzione rete sistema universita proprieta disponibilita stazione centro polo territorio servizio coordinamento",
);
/// Names of comuni that are words, too.
static COMMON: List = List::new(
    "pace villa monte castello ponte fiume valle rocca torre stazione porto lago corte pieve borgo colle campo casale
     roma monti ala don carpi livo massa sala cura calcio premia vita bene patti",
);
