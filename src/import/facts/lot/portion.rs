//! A part of a building or of a way that has no number: "piano terra", "ala est", "un tratto".

use crate::model::Thing;
use crate::text::tokens::{Gap, Tokens};

const STORIES: &[(&[&str], &str)] = &[
    (&["terra", "terreno"], "piano terra"),
    (&["primo", "1", "i"], "primo piano"),
    (&["secondo", "2", "ii"], "secondo piano"),
    (&["terzo", "3", "iii"], "terzo piano"),
    (&["quarto", "4", "iv"], "quarto piano"),
    (&["quinto", "5", "v"], "quinto piano"),
    (&["seminterrato", "interrato"], "piano seminterrato"),
];
const WINGS: &[&str] = &["est", "ovest", "nord", "sud", "vecchia", "nuova"];
const HOUSES: &[&str] = &["edificio", "fabbricato", "immobile", "struttura", "edifici"];
/// Ways, of which a part may be built.
const WAYS: &[Thing] = &[
    Thing::CyclePath,
    Thing::FootCyclePath,
    Thing::Tramway,
    Thing::RailLine,
    Thing::Metro,
    Thing::Promenade,
    Thing::Path,
];

/// The part, where the text tells one and no other.
pub(super) fn of(t: &Tokens, thing: Option<&str>) -> Option<String> {
    let mut out: Vec<String> = Vec::new();
    let mut add = |part: String| {
        if !out.contains(&part) {
            out.push(part);
        }
    };
    let is_way = thing.is_some_and(|code| WAYS.iter().any(|way| way.code() == code));
    for at in 0..t.len() {
        let near = |i: usize| i < t.len() && t.gap(i) <= Gap::Quote;
        match t.at(at) {
            // "COIBENTAZIONE SOLAIO PIANO PRIMO" is one of the works.
            "piano" if at == 0 || !["solaio", "solai"].contains(&t.at(at - 1)) => {
                story(t, at).into_iter().for_each(&mut add);
                // "AL PRIMO E SECONDO PIANO": two are no one.
                let and = |i: Option<usize>| i.is_some_and(|i| ["e", "ed"].contains(&t.at(i)));
                if and(at.checked_sub(2)) || and(Some(at + 2)) {
                    add("e".to_owned());
                }
            }
            "ala" if near(at + 1) && WINGS.contains(&t.at(at + 1)) => add(format!("ala {}", t.at(at + 1))),
            "tratto" | "tratta" if is_way && !(at > 0 && t.at(at - 1) == "si") => add("un tratto".to_owned()),
            // "COLLEGAMENTO DEI TRATTI ESISTENTI": between them.
            "tratti" if is_way && !(at + 1..at + 3).any(|i| t.at(i) == "esistenti") => {
                add("alcuni tratti".to_owned());
            }
            // "ASFALTO A TRATTI", "SU VARI TRATTI DELLA STRADA".
            "tratti" if at > 0 && ["a", "vari", "alcuni"].contains(&t.at(at - 1)) => {
                add("alcuni tratti".to_owned());
            }
            "parte" | "porzione" if near(at + 1) => piece(t, at).into_iter().for_each(&mut add),
            "parziale"
                if at > 0 && ["ristrutturazione", "riconversione", "recupero"].contains(&t.at(at - 1)) =>
            {
                add(OF_HOUSE.to_owned());
            }
            _ => {}
        }
    }
    match out.as_slice() {
        [only] if only != "e" => Some(only.clone()),
        _ => None,
    }
}

/// Works that others began.
pub(super) const COMPLETION: &str = "completamento dei lavori";

/// "COMPLETAMENTO LAVORI DI", "OPERE DI COMPLETAMENTO": the works are the rest of others.
pub(super) fn is_completion(t: &Tokens) -> bool {
    let works = ["lavori", "opere", "interventi"];
    (0..t.len()).filter(|&at| t.at(at) == "completamento").any(|at| {
        let article = ["dei", "degli", "delle"].contains(&t.at(at + 1));
        let behind = works.contains(&t.at(if article { at + 2 } else { at + 1 }));
        behind || at > 1 && t.at(at - 1) == "di" && works.contains(&t.at(at - 2))
    })
}

const OF_HOUSE: &str = "una parte dell'edificio";

/// "PIANO TERRA", "AL PRIMO PIANO", "2° PIANO"; no plan of a park or a programme.
fn story(t: &Tokens, at: usize) -> Option<String> {
    let named = |i: usize| {
        let word = t.at(i);
        STORIES
            .iter()
            .find(|(words, _)| words.contains(&word))
            .map(|(_, story)| (*story).to_owned())
    };
    let behind = Some(at + 1)
        .filter(|i| *i < t.len() && t.gap(*i) <= Gap::Quote)
        .and_then(named);
    // "AVVISO 1.2 'PIANO DI ALFA'": a figure of something else.
    let signed = ["°", "º", "^"].iter().any(|sign| t.is_followed_by(at, sign));
    let near = signed || t.gap(at) <= Gap::Apostrophe;
    let before = at
        .checked_sub(1)
        .filter(|i| near && (*i == 0 || t.gap(*i) != Gap::Point))
        .and_then(named);
    behind.or(before)
}

/// "PARTE DELLA COPERTURA", "PORZIONE DI FABBRICATO".
fn piece(t: &Tokens, at: usize) -> Option<String> {
    let of = ["di", "del", "della", "dell", "dello"].contains(&t.at(at + 1));
    let what = t.at(if of { at + 2 } else { at + 1 });
    match what {
        "copertura" | "tetto" => Some("una parte del tetto".to_owned()),
        house if of && HOUSES.contains(&house) => Some(OF_HOUSE.to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_no_whole() {
        let path = Some(Thing::CyclePath.code());
        for (text, thing, part) in [
            (
                "SCUOLA ALFA*VIA BETA*BAGNI AL PIANO TERRA",
                None,
                Some("piano terra"),
            ),
            ("REPARTO AL 2° PIANO", None, Some("secondo piano")),
            ("AL PRIMO E SECONDO PIANO", None, None),
            ("PIANO TERRA E PIANO PRIMO", None, None),
            ("SECONDO IL PIANO DEL PARCO", None, None),
            ("TETTO, SOLAIO PIANO PRIMO", None, None),
            ("INVESTIMENTO 1.2 'PIANO DI ALFA'", None, None),
            ("COLLEGAMENTO DEI TRATTI CICLABILI ESISTENTI", path, None),
            ("RIFACIMENTO DELL'ALA EST", None, Some("ala est")),
            ("CICLOVIA ALFA NEL TRATTO BETA", path, Some("un tratto")),
            ("TRATTI DELLA LINEA ROSSA", path, Some("alcuni tratti")),
            ("STRADA NEL TRATTO BETA", None, None),
            ("STESA A TRATTI SULLA STRADA", None, Some("alcuni tratti")),
            (
                "PIANI VIABILI SU VARI TRATTI DELLA SP 1",
                None,
                Some("alcuni tratti"),
            ),
            ("COLLEGA I TRATTI", None, None),
            ("RIFACIMENTO PARTE COPERTURA", None, Some("una parte del tetto")),
            ("RICONVERSIONE DI PORZIONE DI EDIFICIO", None, Some(OF_HOUSE)),
            ("RICONVERSIONE PARZIALE", None, Some(OF_HOUSE)),
            ("FACENTE PARTE DELLA VITA", None, None),
        ] {
            assert_eq!(of(&Tokens::new(text), thing).as_deref(), part, "{text}");
        }
    }
}
