//! What is made anew: "REALIZZAZIONE DI UN NIDO E DI UNA MENSA" makes both, "REALIZZAZIONE
//! ASCENSORE NELLA SCUOLA" makes no school.

use super::source::{self, Source};
use super::{Found, Texts, thing};
use crate::model::{FactKind, TextColumn, Thing};
use crate::text::fold::fold;
use crate::text::tokens::{Gap, Tokens};

const MAKERS: &[&str] = &[
    "realizzazione",
    "realizzare",
    "costruzione",
    "costruire",
    "edificazione",
    "creazione",
];

/// At the start of a part of the text: "NUOVA MENSA".
const NEW: &[&str] = &["nuovo", "nuova", "nuovi", "nuove"];

/// Words of which the last leads to what a house becomes: "CONVERSIONE DI UN IMMOBILE IN", "DA
/// ADIBIRE A".
const TURNING: &[&str] = &["riconversione", "conversione", "trasformazione"];
/// Before "come": "RIFUNZIONALIZZAZIONE DELLA SCUOLA ALFA COME".
const TURNED: &[&str] = &[
    "rifunzionalizzazione",
    "riuso",
    "riutilizzo",
    "riconversione",
    "recupero",
];
const MEANT: &[&str] = &["adibire", "adibirsi", "destinare", "destinarsi"];
/// Most words between "conversione" and "in".
const MOST_TURNING: usize = 5;

fn turns_into(t: &Tokens, at: usize) -> bool {
    let before = |n: usize| at.checked_sub(n).map(|i| t.at(i)).unwrap_or_default();
    match t.at(at) {
        "in" => (1..=MOST_TURNING).any(|n| TURNING.contains(&before(n))),
        "a" | "ad" | "al" | "alla" => MEANT.contains(&before(1)) || TURNING.contains(&before(1)),
        // "ALLA DESTINAZIONE DI", "DA DESTINARSI AD ATTIVITA DI".
        "di" => {
            before(1) == "destinazione" && before(2) == "alla"
                || before(1) == "attivita" && MEANT.contains(&before(3))
        }
        "come" => (1..=2 * MOST_TURNING).any(|n| TURNED.contains(&before(n))),
        _ => false,
    }
}

/// Between the verb and the thing.
const BETWEEN: &[&str] = &[
    "di",
    "d",
    "del",
    "dello",
    "della",
    "dell",
    "dei",
    "degli",
    "delle",
    "il",
    "lo",
    "la",
    "l",
    "i",
    "gli",
    "le",
    "un",
    "uno",
    "una",
    "nuovo",
    "nuova",
    "nuovi",
    "nuove",
    "n",
    "nr",
    "piccolo",
    "piccola",
    "primo",
    "prima",
    "secondo",
    "seconda",
    "moderno",
    "moderna",
    "innovativo",
    "innovativa",
    "ulteriore",
    "ulteriori",
    "tratto",
    "tratti",
    "tratta",
    "tronco",
    "ramo",
    "rami",
];
/// Between the verb and what its house is for: "NUOVO EDIFICIO PER CENTRO DIURNO".
const HOUSES: &[&str] = &["edificio", "fabbricato", "immobile", "struttura"];
const FOR: &[&str] = &[
    "per",
    "ad",
    "uso",
    "a",
    "da",
    "adibire",
    "destinare",
    "adibito",
    "destinato",
];
/// Most words between the verb and the thing.
const MOST_BETWEEN: usize = 5;

/// Joins a second thing to the first.
const AND: &[&str] = &["e", "ed", "con"];
/// Behind a joint: "e annessa mensa".
const ANNEXED: &[&str] = &[
    "annesso", "annessa", "annessi", "annesse", "relativo", "relativa", "anche",
];
/// Words of the first thing that may stand before the joint: "alloggi di edilizia pubblica e".
const MOST_BEHIND: usize = 3;
/// A word that tells where or why begins another part of the sentence.
const ELSEWHERE: &[&str] = &[
    "in", "nel", "nella", "nello", "nell", "nei", "nelle", "a", "ad", "al", "alla", "allo", "all", "presso",
    "per", "da", "dal", "dalla", "via", "viale", "piazza", "localita", "loc", "tra", "fra", "lungo", "su",
    "sul", "sulla", "e", "ed", "con",
];

/// Adds the things that the texts say are made, those of the summary first.
pub(super) fn add(texts: &Texts, sources: &[Source], tenders: &[Source], out: &mut Vec<Found>) {
    if !source::is_work(texts) || source::is_digital(texts) {
        return;
    }
    let mut found: Vec<(Thing, TextColumn)> = Vec::new();
    // Things are read in objects of tenders only where title and summary name none.
    let of_tenders = out
        .iter()
        .any(|f| f.kind == FactKind::Thing && f.column == TextColumn::TenderObject);
    let sources = if of_tenders { tenders } else { sources };
    for source in sources {
        for thing in of(&source.words) {
            // Only what is told as a thing of the project: "la strada" beside a school is not.
            let known = out
                .iter()
                .any(|f| f.kind == FactKind::Thing && f.value == thing.code());
            if known && !found.iter().any(|(t, _)| *t == thing) {
                found.push((thing, source.column));
            }
        }
    }
    // "COHOUSING ALFA*VIA BETA*RIQUALIFICAZIONE EDIFICIO PUBBLICO": the building becomes it.
    for source in sources.iter().filter(|source| renews_a_building(&source.words)) {
        let first = out.iter().find(|f| f.kind == FactKind::Thing);
        let first = first.and_then(|f| Thing::from_code(&f.value));
        if let Some(thing) = first.filter(|thing| BECOMES.contains(thing) && found.is_empty()) {
            found.push((thing, source.column));
            let others = out.iter().filter(|f| f.kind == FactKind::Thing);
            let others = others.filter_map(|f| Thing::from_code(&f.value));
            found.extend(
                others
                    .filter(|other| *other == Thing::Housing)
                    .map(|other| (other, source.column)),
            );
            let house = Thing::PublicBuilding.code();
            out.push(Found::new(FactKind::Within, house, source.column));
        }
    }
    // Where a measure makes one kind of thing, a project of it does, whatever house it is put into.
    let is_kept = [texts.title, texts.summary].iter().any(|text| is_kept_up(text));
    let grows = |thing| sources.iter().any(|source| is_extended(&source.words, thing));
    for thing in thing::made_by_measure(texts.submeasure) {
        let known = out
            .iter()
            .any(|f| f.kind == FactKind::Thing && f.value == thing.code());
        // A centre that is built beside is one more.
        let beside = found.iter().all(|(thing, _)| *thing == Thing::DisabilityCentre);
        if known && beside && !is_kept && !grows(*thing) {
            found.insert(0, (*thing, TextColumn::Measure));
        }
    }
    // "SISTEMAZIONE IDRAULICA DEL RIO ALFA. REALIZZAZIONE DEL NUOVO PONTE": what is built is the bridge.
    let bridge = sources.iter().any(|source| {
        let t = &source.words;
        (0..t.len()).any(|i| MAKERS.contains(&t.at(i)) && t.is_phrase(i + 1, &["del", "nuovo", "ponte"]))
    });
    if bridge && found.iter().any(|(thing, _)| *thing == Thing::Bridge) {
        let river = Thing::RiverBank.code();
        out.retain(|f| f.kind != FactKind::Thing || f.value != river);
    }
    let beside = beside(sources, out);
    out.extend(
        found
            .into_iter()
            .map(|(thing, column)| Found::new(FactKind::Made, thing.code(), column)),
    );
    out.extend(beside);
}

/// What a public building becomes of which a text says only that it is renewed.
const BECOMES: &[Thing] = &[
    Thing::ElderHousing,
    Thing::CoHousing,
    Thing::CommunityCentre,
    Thing::FamilyCentre,
    Thing::ElderCentre,
    Thing::YouthCentre,
    Thing::MeetingPlace,
];

fn renews_a_building(t: &Tokens) -> bool {
    let segments = t.segments();
    let Some((from, _)) = segments.last().filter(|_| segments.len() > 2) else {
        return false;
    };
    t.at(*from).starts_with("riqualificazion") && t.is_phrase(from + 1, &["edificio", "pubblico"])
}

/// "AMPLIAMENTO CASA DELLA COMUNITÀ": what grows is there.
fn is_extended(t: &Tokens, thing: Thing) -> bool {
    let grows = (0..t.len()).filter(|&at| t.at(at) == "ampliamento");
    grows.into_iter().any(|at| {
        let found = behind(t, at + 1, BETWEEN, 2);
        found.is_some_and(|(found, _)| found == thing)
    })
}

/// Walls that are painted make nothing: the house is there.
fn is_kept_up(text: &str) -> bool {
    let folded = fold(text);
    ["imbiancatur", "tinteggiatur", "manutenzione ordinaria"]
        .iter()
        .any(|word| folded.contains(word))
}

/// What stands behind the first thing with an "e": "NIDO E SCUOLA DELL'INFANZIA".
fn beside(sources: &[Source], facts: &[Found]) -> Vec<Found> {
    let mut known = facts.iter().filter(|f| f.kind == FactKind::Thing);
    let Some(first) = known.next() else {
        return Vec::new();
    };
    let others: Vec<&str> = known.map(|f| f.value.as_str()).collect();
    let mut out: Vec<Found> = Vec::new();
    for source in sources {
        let t = &source.words;
        let ends = (0..t.len()).filter_map(|at| match thing::phrase(t, at)? {
            (Some(thing), n) if thing.code() == first.value => Some(at + n),
            _ => None,
        });
        for (thing, _) in ends.filter_map(|end| joined(t, end)) {
            let new = out.iter().all(|f| f.value != thing.code());
            if new && others.contains(&thing.code()) {
                out.push(Found::new(FactKind::Beside, thing.code(), source.column));
            }
        }
    }
    out
}

fn of(t: &Tokens) -> Vec<Thing> {
    let mut out = Vec::new();
    for at in 0..t.len() {
        let starts = at == 0 || matches!(t.gap(at), Gap::Star | Gap::Sign);
        let is_new = starts && NEW.contains(&t.at(at));
        if !(MAKERS.contains(&t.at(at)) || is_new || turns_into(t, at)) {
            continue;
        }
        // A pavement that is made makes no street.
        let found = behind(t, at + 1, BETWEEN, MOST_BETWEEN)
            .filter(|(_, end)| !t.at(end - 1).starts_with("marciapied"));
        let Some((mut thing, mut end)) = found.or_else(|| in_a_house(t, at + 1)) else {
            continue;
        };
        loop {
            out.push(thing);
            let Some(next) = joined(t, end) else { break };
            (thing, end) = next;
        }
    }
    out
}

/// What a house is built for.
fn in_a_house(t: &Tokens, from: usize) -> Option<(Thing, usize)> {
    let plain = |at: &usize| BETWEEN.contains(&t.at(*at));
    let house = (from..(from + MOST_BETWEEN).min(t.len())).find(|at| !plain(at))?;
    (HOUSES.contains(&t.at(house)) && FOR.contains(&t.at(house + 1)))
        .then(|| behind(t, house + 2, FOR, MOST_BETWEEN))
        .flatten()
}

/// The thing behind words that only lead to it, and where its words end.
fn behind(t: &Tokens, from: usize, between: &[&str], most: usize) -> Option<(Thing, usize)> {
    for at in from..(from + most + 1).min(t.len()) {
        if at > from && matches!(t.gap(at), Gap::Star | Gap::Sign) {
            return None;
        }
        match thing::phrase(t, at) {
            Some((Some(thing), n)) => return Some((thing, at + n)),
            Some((None, _)) => return None,
            None => {}
        }
        let word = t.at(at);
        let leads = between.contains(&word) || word.bytes().all(|b| b.is_ascii_digit());
        if !leads {
            return None;
        }
    }
    None
}

/// "… e (di) una mensa", behind at most a few words more of the first thing.
fn joined(t: &Tokens, from: usize) -> Option<(Thing, usize)> {
    let last = (from + MOST_BEHIND).min(t.len());
    let joint = (from..=last).find(|&at| {
        let here =
            at < t.len() && (ELSEWHERE.contains(&t.at(at)) || matches!(t.gap(at), Gap::Star | Gap::Sign));
        here || at == last
    })?;
    if joint >= t.len() || !AND.contains(&t.at(joint)) || matches!(t.gap(joint), Gap::Star) {
        return None;
    }
    let next = joint + 1;
    let next = next + usize::from(next < t.len() && ANNEXED.contains(&t.at(next)));
    behind(t, next, BETWEEN, 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_stands_behind_its_verb() {
        use Thing::*;
        for (text, made) in [
            (
                "Realizzazione di un asilo nido e di una mensa a Prato",
                &[Nursery, Canteen][..],
            ),
            ("Realizzazione ascensore nella scuola Alfa", &[]),
            ("Progettazione e realizzazione della ciclovia", &[CyclePath]),
            (
                "Costruzione di n. 10 alloggi di edilizia pubblica e palestra",
                &[Housing, Gym],
            ),
            ("Realizzazione * asilo nido", &[Nursery]),
            ("Nuova mensa, via Alfa", &[Canteen]),
            ("Lavori nella nuova mensa", &[]),
            ("Riconversione di un magazzino in asilo nido", &[Nursery]),
            ("Riconversione ad asilo nido di una casa", &[Nursery]),
            ("Adeguamento di casa alla destinazione di asilo nido", &[Nursery]),
            ("Casa da destinarsi ad attività di asilo nido", &[Nursery]),
            (
                "Rifunzionalizzazione della scuola Alfa come asilo nido",
                &[Nursery],
            ),
            ("Nuovi rami di pista ciclabile", &[CyclePath]),
            ("Opere in un edificio da adibire ad asilo nido", &[Nursery]),
            ("Costruzione nuova scuola in via Alfa e parcheggio", &[School]),
            ("Realizzazione di interventi nella scuola", &[]),
            (
                "Costruzione di nuovo edificio per centro diurno disabili",
                &[DisabilityCentre],
            ),
            ("Costruzione di un edificio per scuola", &[School]),
        ] {
            assert_eq!(of(&Tokens::new(text)), made, "{text}");
        }
    }

    #[test]
    fn what_stands_beside_the_first_thing_is_told_with_it() {
        let source = Source {
            words: Tokens::new("Efficientamento asilo nido e scuola dell'infanzia, palestra"),
            column: TextColumn::Title,
            is_cut: false,
        };
        let things = ["nursery", "infant_school", "gym"];
        let facts = things.map(|code| Found::new(FactKind::Thing, code, TextColumn::Title));
        let beside = beside(&[source], &facts);
        let beside: Vec<&str> = beside.iter().map(|f| f.value.as_str()).collect();
        assert_eq!(beside, ["infant_school"]);
    }
}
