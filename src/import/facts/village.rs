//! The village that stands behind the thing, at the end of a text: "NUOVO ASILO NIDO A ALFETTA".

use super::list::List;
use super::place::span;
use super::source::{self, Source};
use super::{Found, Texts, thing};
use crate::model::{FactKind, Thing};
use crate::text::tokens::{Gap, Tokens};

/// Adds the village, where no other part of the texts says where in the comune it is.
pub(super) fn add(texts: &Texts, sources: &[Source], out: &mut Vec<Found>) {
    let is_placed = out
        .iter()
        .any(|f| matches!(f.kind, FactKind::Locality | FactKind::Street | FactKind::Road));
    if is_placed || !source::is_work(texts) || source::is_digital(texts) {
        return;
    }
    let comuni = source::comuni(texts);
    let comuni: Vec<&str> = comuni.iter().map(String::as_str).collect();
    let whole = sources.iter().filter(|s| !s.is_cut);
    let found = whole.filter_map(|s| Some((behind_thing(&s.words, &comuni)?, s.column)));
    out.extend(
        found
            .take(1)
            .map(|(value, column)| Found::new(FactKind::Locality, value, column)),
    );
}

/// "NUOVO ASILO NIDO A ALFETTA": the village behind the thing, at the end of the text.
fn behind_thing(t: &Tokens, comuni: &[&str]) -> Option<String> {
    let house =
        |thing: Option<Thing>| thing.is_some_and(|thing| (Thing::Nursery..=Thing::Gym).contains(&thing));
    let ends =
        (0..t.len()).filter_map(|at| Some(at + thing::phrase(t, at).filter(|(thing, _)| house(*thing))?.1));
    for end in ends {
        let first = end + 1;
        if !["a", "ad"].contains(&t.at(end)) || t.gap(first) != Gap::Blank {
            continue;
        }
        let last = (first..t.len())
            .find(|&i| i > first && t.gap(i) >= Gap::Sign)
            .unwrap_or(t.len());
        let words: Vec<&str> = (first..last).map(|i| t.at(i)).collect();
        let own = |w: &&str| w.len() > 3 && !NO_VILLAGE.has(w) && !span::is_works(w);
        let plain = words
            .iter()
            .all(|w| own(w) || ["in", "di", "del", "della"].contains(w));
        let whole = words.join(" ");
        let is_comune = comuni
            .iter()
            .any(|comune| whole.contains(comune) || comune.contains(&whole));
        if (1..=3).contains(&words.len())
            && plain
            && own(&words[0])
            && own(&words[words.len() - 1])
            && !is_comune
            && !span::has_lost_its_end(t, first, last)
        {
            return Some(span::written(t, "", first, last));
        }
    }
    None
}

/// Behind "a" and no place: "A TEMPO PIENO", "A BASSO CONSUMO".
static NO_VILLAGE: List = List::new(
    "tempo servizio servizi basso bassa alta alto zero energia gestione norma rischio favore seguito carico valere sostegno supporto
     disposizione livello centro storico territorio comune comuni varie vari diverse sede sistema rete edificio scuola livelli titolarita regia misura prova vista terra uso carattere nuova nuovo due tre quattro cinque sei",
);
