//! Administrations in ordinary words: the tables cut and abbreviate their names.

use crate::text::{fold::fold, repair};

const PRESIDENCY: &str = "Presidenza del Consiglio dei ministri";

/// Folded name in the tables → name.
const NAMES: &[(&str, &str)] = &[
    (
        "giust amm va consiglio di stato e tar",
        "Giustizia amministrativa (Consiglio di Stato e TAR)",
    ),
    (
        "maeci min aff est",
        "Ministero degli Affari esteri e della Cooperazione internazionale",
    ),
    (
        "min affari esteri e cooperaz int",
        "Ministero degli Affari esteri e della Cooperazione internazionale",
    ),
    (
        "min agric sovranita alim e foreste",
        "Ministero dell'Agricoltura, della Sovranità alimentare e delle Foreste",
    ),
    (
        "min ambiente e sicurezza energetica",
        "Ministero dell'Ambiente e della Sicurezza energetica",
    ),
    (
        "min dell universita e della ricerca",
        "Ministero dell'Università e della Ricerca",
    ),
    ("ministero della cultura", "Ministero della Cultura"),
    ("ministero della giustizia", "Ministero della Giustizia"),
    ("ministero della salute", "Ministero della Salute"),
    (
        "ministero dell economia e delle finanze",
        "Ministero dell'Economia e delle Finanze",
    ),
    (
        "ministero del lavoro e politiche sociali",
        "Ministero del Lavoro e delle Politiche sociali",
    ),
    ("ministero dell interno", "Ministero dell'Interno"),
    (
        "ministero dell istruzione e merito",
        "Ministero dell'Istruzione e del Merito",
    ),
    ("ministero del turismo", "Ministero del Turismo"),
    (
        "ministero imprese e del made in italy",
        "Ministero delle Imprese e del Made in Italy",
    ),
    (
        "ministero infrastrutture e trasporti",
        "Ministero delle Infrastrutture e dei Trasporti",
    ),
    ("mitur min turismo", "Ministero del Turismo"),
];

/// Parts of the Presidency, behind its abbreviation.
const PARTS: &[(&str, &str)] = &[
    ("", ""),
    (
        "dip affari regionali e autonomie",
        "Dipartimento per gli affari regionali e le autonomie",
    ),
    (
        "dip pari opportunita e famiglia",
        "Dipartimento per le pari opportunità e la famiglia",
    ),
    (
        "dip pol giovan e serv civ univers",
        "Dipartimento per le politiche giovanili e il servizio civile universale",
    ),
    (
        "dip politiche di coesione",
        "Dipartimento per le politiche di coesione",
    ),
    ("dip protezione civile", "Dipartimento della protezione civile"),
    (
        "dipartim trasformazione digitale",
        "Dipartimento per la trasformazione digitale",
    ),
    (
        "dipartimento funzione pubblica",
        "Dipartimento della funzione pubblica",
    ),
    ("dipartimento per lo sport", "Dipartimento per lo sport"),
    ("min pub amm", "Dipartimento della funzione pubblica"),
    ("presidenza consiglio ministri", ""),
    (
        "struttura commiss ricostruzione",
        "Struttura commissariale per la ricostruzione",
    ),
    ("struttura di missione pnrr", "Struttura di missione PNRR"),
    (
        "uff pol in fav pers con disabilita",
        "Dipartimento per le politiche in favore delle persone con disabilità",
    ),
];

pub(crate) fn readable(raw: &str) -> String {
    let folded = fold(raw);
    if let Some((_, name)) = NAMES.iter().find(|(short, _)| *short == folded) {
        return (*name).to_owned();
    }
    if let Some(part) = folded.strip_prefix("pcm") {
        let known = PARTS.iter().find(|(short, _)| *short == part.trim());
        return match known {
            Some((_, "")) => PRESIDENCY.to_owned(),
            Some((_, part)) => format!("{PRESIDENCY}, {part}"),
            None => {
                let rest = raw.get(3..).unwrap_or_default().trim_start_matches([' ', '-']);
                format!("{PRESIDENCY}, {}", repair::name(rest))
            }
        };
    }
    repair::name(raw)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_written_out() {
        assert_eq!(
            readable("PCM - DIPARTIM. TRASFORMAZIONE DIGITALE"),
            "Presidenza del Consiglio dei ministri, Dipartimento per la trasformazione digitale"
        );
        assert_eq!(
            readable("MIN AMBIENTE E SICUREZZA ENERGETICA"),
            "Ministero dell'Ambiente e della Sicurezza energetica"
        );
        assert_eq!(
            readable("MIN DELL'UNIVERSITÀ E DELLA RICERCA"),
            "Ministero dell'Università e della Ricerca"
        );
        assert_eq!(readable("PCM PRESIDENZA CONSIGLIO MINISTRI"), PRESIDENCY);
        assert_eq!(readable("MINISTERO DELLE POSTE"), "Ministero delle Poste");
    }
}
