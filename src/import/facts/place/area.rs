//! "VARI COMUNI DELLA PROVINCIA DI ALFA": the part of a region, where no comune is told.

use super::span;
use crate::import::facts::ComuneNames;
use crate::text::tokens::{Gap, Tokens};

/// Most words of a name.
const LONGEST: usize = 7;
/// Words of bodies and of what comuni share, which are no part of a region.
const NO_AREA: &[&str] = &[
    "unione",
    "comunita",
    "territorio",
    "societa",
    "convenzione",
    "rete",
    "regione",
    "toscana",
    "zona",
    "area",
    "citta",
];

/// "della provincia di Alfa", "della Alfetta".
pub(super) fn of(t: &Tokens) -> Option<String> {
    (0..t.len()).find_map(|at| {
        let of = at + 1;
        if t.at(at) != "comuni" || !["della", "del", "dell", "delle"].contains(&t.at(of)) {
            return None;
        }
        let from = of + 1;
        let ends = |i: usize| i >= t.len() || i > from && t.gap(i) >= Gap::Sign || span::is_works(t.at(i));
        let end = (from..=from + LONGEST).find(|&i| ends(i))?;
        let own = |word: &str| word.len() > 2 && word.bytes().all(|b| b.is_ascii_alphabetic());
        let plain = (from..end).all(|i| own(t.at(i)) || span::is_particle(t.at(i)) || t.at(i) == "e");
        let named = end > from && t.gap(from) <= Gap::Apostrophe && !NO_AREA.contains(&t.at(from));
        let last = end.checked_sub(1).map_or("", |i| t.at(i));
        if !(plain && named) || span::is_particle(last) || span::has_lost_its_end(t, from, end) {
            return None;
        }
        let name = span::written(t, "", from, end);
        let name = name.trim().replacen("Provincia ", "provincia ", 1);
        Some(match t.at(of) {
            "dell" => format!("dell'{name}"),
            of => format!("{of} {name}"),
        })
    })
}

/// Words before "nella provincia di": what lies there.
const LIES: &[&str] = &[
    "ubicati",
    "ubicate",
    "siti",
    "site",
    "posti",
    "poste",
    "situati",
    "situate",
    "comuni",
    "alloggi",
    "fabbricati",
    "edifici",
];
/// Provinces with another name than their chief town.
const DOUBLE: &[&str] = &["massa carrara", "pesaro urbino", "forli cesena", "monza brianza"];

/// "ALLOGGI UBICATI NELLA PROVINCIA DI ALFA": as of its comuni.
pub(super) fn of_province(t: &Tokens, known: &ComuneNames) -> Option<String> {
    (2..t.len()).find_map(|at| {
        let there = ["nella", "della", "in"].contains(&t.at(at - 1)) && LIES.contains(&t.at(at - 2));
        if t.at(at) != "provincia" || t.at(at + 1) != "di" || !there {
            return None;
        }
        let from = at + 2;
        let end = (from + 1..=(from + 3).min(t.len())).rev().find(|&end| {
            let words: Vec<&str> = (from..end).map(|i| t.at(i)).collect();
            let name = words.join(" ");
            DOUBLE.contains(&name.as_str()) || !known.named(&name).is_empty()
        })?;
        Some(format!(
            "della provincia di {}",
            span::written(t, "", from, end).trim()
        ))
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_province_is_told_where_houses_lie_in_it() {
        let known = ComuneNames::new([("Alfa", crate::model::ComuneCode::parse("099001").unwrap())]);
        for (text, area) in [
            (
                "ALLOGGI UBICATI NELLA PROVINCIA DI ALFA COMUNE BETA",
                Some("della provincia di Alfa"),
            ),
            (
                "FABBRICATI SITI NELLA PROVINCIA DI MASSA CARRARA (COD 1)",
                Some("della provincia di Massa Carrara"),
            ),
            ("CASE DELLA PROVINCIA DI ALFA", None),
            ("ALLOGGI SITI NELLA PROVINCIA DI GAMMA", None),
        ] {
            assert_eq!(of_province(&Tokens::new(text), &known).as_deref(), area, "{text}");
        }
    }

    #[test]
    fn a_part_of_a_region_is_told_by_its_comuni() {
        for (text, area) in [
            (
                "EDIFICI SITI IN VARI COMUNI DELLA PROVINCIA DI ALFA.*VIA VARIE*LAVORI",
                Some("della provincia di Alfa"),
            ),
            ("*VARI COMUNI DELLA ALFETTA*LAVORI", Some("della Alfetta")),
            ("NEI COMUNI DELL'UNIONE MONTANA", None),
            ("NEI COMUNI DI ALFA E BETA", None),
        ] {
            assert_eq!(of(&Tokens::new(text)).as_deref(), area, "{text}");
        }
    }
}
