//! The village that stands behind the thing, at the end of a text: "NUOVO ASILO NIDO A ALFETTA".

use super::list::List;
use super::place::span;
use super::source::{self, Source};
use super::{Found, Texts, thing};
use crate::model::{FactKind, Thing};
use crate::text::tokens::{Gap, Tokens};

/// Adds the village, where no other part of the texts says where in the comune it is.
pub(super) fn add(texts: &Texts, sources: &[Source], tenders: &[Source], out: &mut Vec<Found>) {
    let has = |kinds: &[FactKind]| out.iter().any(|f| kinds.contains(&f.kind));
    if has(&[FactKind::Locality]) || !source::is_work(texts) || source::is_digital(texts) {
        return;
    }
    // A street tells where it is better than a village that only may be one.
    let is_placed = has(&[FactKind::Street, FactKind::Road]);
    let is_named = has(&[FactKind::Name]);
    let comuni = source::comuni(texts);
    let comuni: Vec<&str> = comuni.iter().map(String::as_str).collect();
    let told = if sources.is_empty() { tenders } else { sources };
    let found = told.iter().filter_map(|s| {
        let t = &s.words;
        let village = of_paese(t, &comuni).or_else(|| renewed(t, &comuni));
        let may_be = |leads: &[&str]| match is_placed {
            true => None,
            false => behind_thing(s, &comuni, leads),
        };
        // The name says it: "Scuola di Alfetta".
        let of_it = || may_be(&["di"]).filter(|_| !is_named);
        Some((village.or_else(|| may_be(&["a", "ad"])).or_else(of_it)?, s.column))
    });
    out.extend(
        found
            .take(1)
            .map(|(value, column)| Found::new(FactKind::Locality, value, column)),
    );
}

/// "COHOUSING DI PAESE ALFETTA - ALFA": the village in the first part, before its comune.
fn of_paese(t: &Tokens, comuni: &[&str]) -> Option<String> {
    let (from, to) = *t.segments().first()?;
    let first = (from..to).find(|&i| t.is_phrase(i, &["cohousing", "di", "paese"]))? + 3;
    let last = (first..to).find(|&i| t.gap(i) >= Gap::Sign)?;
    // "COHOUSING DI PAESE PALAZZO ALFA" is no village.
    let is_house = thing::phrase(t, first).is_some_and(|(thing, _)| thing.is_some());
    village(t, first, last, comuni).filter(|_| !is_house)
}

/// "RIGENERAZIONE URBANA A ALFETTA LOTTO 2".
fn renewed(t: &Tokens, comuni: &[&str]) -> Option<String> {
    let works = ["rigenerazione", "riqualificazione"];
    let at = (0..t.len()).find(|&i| {
        works.contains(&t.at(i)) && t.at(i + 1) == "urbana" && ["a", "ad"].contains(&t.at(i + 2))
    })?;
    let first = at + 3;
    let ends = first + 1 >= t.len() || t.gap(first + 1) >= Gap::Sign || t.at(first + 1) == "lotto";
    village(t, first, first + 1, comuni).filter(|_| ends)
}

/// "NUOVO ASILO NIDO A ALFETTA": the village behind the thing, at the end of the text or of its
/// clause.
fn behind_thing(source: &Source, comuni: &[&str], leads: &[&str]) -> Option<String> {
    let t = &source.words;
    let house = |thing: Option<Thing>| {
        thing.is_some_and(|thing| (Thing::Nursery..=Thing::Gym).contains(&thing) || thing == Thing::Cemetery)
    };
    let ends =
        (0..t.len()).filter_map(|at| Some(at + thing::phrase(t, at).filter(|(thing, _)| house(*thing))?.1));
    for end in ends {
        let first = end + 1;
        if !leads.contains(&t.at(end)) || t.gap(first) != Gap::Blank {
            continue;
        }
        let last = (first..t.len())
            .find(|&i| i > first && t.gap(i) >= Gap::Sign)
            .unwrap_or(t.len());
        let is_whole = last < t.len() || !source.is_cut;
        let found = village(t, first, last, comuni).filter(|_| is_whole);
        if found.is_some() {
            return found;
        }
    }
    None
}

/// The words as a village, if they are the name of one and not of the comune.
fn village(t: &Tokens, first: usize, last: usize, comuni: &[&str]) -> Option<String> {
    let words: Vec<&str> = (first..last).map(|i| t.at(i)).collect();
    let own = |w: &&str| w.len() > 3 && !NO_VILLAGE.has(w) && !span::is_works(w) && !span::is_number(w);
    let plain = words
        .iter()
        .all(|w| own(w) || ["in", "di", "del", "della", "la", "al", "san", "loc"].contains(w));
    let whole = words.join(" ");
    let is_comune = comuni
        .iter()
        .any(|comune| whole.contains(comune) || comune.contains(&whole));
    let ends_well = words.last().is_some_and(own) && !span::has_lost_its_end(t, first, last);
    let from = first + usize::from(words.first() == Some(&"loc"));
    ((1..=4).contains(&words.len()) && plain && !is_comune && ends_well)
        .then(|| span::written(t, "", from, last))
}

/// Behind "a" and no place: "A TEMPO PIENO", "A BASSO CONSUMO".
static NO_VILLAGE: List = List::new(
    "tempo servizio servizi basso bassa alta alto zero energia gestione norma rischio favore seguito carico valere sostegno supporto
     disposizione livello centro storico territorio comune comuni varie vari diverse sede sistema rete edificio scuola livelli titolarita regia misura prova vista terra uso carattere musica legno scherma calcio cottura danza quartiere proprieta ambito pertinenza riferimento gestione intervento interventi sostegno diverse plesso grado infanzia capoluogo nuova nuovo due tre quattro cinque sei",
);
