//! Names of bodies as a sentence carries them: repaired, and in English where Italy's own
//! administrations have an English name.

use super::plain::plain_name;
use crate::lang::Lang;
use crate::text::fold::fold;

/// Beginnings of folded Italian names and what stands for them; the longest that fits wins.
const ENGLISH: &[(&str, &str)] = &[
    ("ministero dell agricoltura", "the Ministry of Agriculture"),
    ("ministero dell ambiente", "the Ministry of the Environment"),
    ("ministero dell economia", "the Ministry of Economy and Finance"),
    ("ministero dell interno", "the Ministry of the Interior"),
    ("ministero dell istruzione", "the Ministry of Education"),
    (
        "ministero dell universita",
        "the Ministry of Universities and Research",
    ),
    ("ministero della cultura", "the Ministry of Culture"),
    ("ministero della difesa", "the Ministry of Defence"),
    ("ministero della giustizia", "the Ministry of Justice"),
    ("ministero della salute", "the Ministry of Health"),
    (
        "ministero della transizione ecologica",
        "the Ministry for the Ecological Transition",
    ),
    ("ministero del lavoro", "the Ministry of Labour"),
    ("ministero del turismo", "the Ministry of Tourism"),
    ("ministero delle imprese", "the Ministry of Enterprises"),
    (
        "ministero delle infrastrutture",
        "the Ministry of Infrastructure and Transport",
    ),
    (
        "ministero delle politiche agricole",
        "the Ministry of Agriculture",
    ),
    (
        "ministero dello sviluppo economico",
        "the Ministry of Economic Development",
    ),
    ("ministero degli affari esteri", "the Ministry of Foreign Affairs"),
    ("ministero degli esteri", "the Ministry of Foreign Affairs"),
    (
        "ministero per la pubblica amministrazione",
        "the Ministry for Public Administration",
    ),
    (
        "presidenza del consiglio",
        "the Presidency of the Council of Ministers",
    ),
    (
        "presidenza consiglio",
        "the Presidency of the Council of Ministers",
    ),
    (
        "dipartimento per la trasformazione digitale",
        "the Department for Digital Transformation",
    ),
    ("agenzia per l italia digitale", "the Agency for Digital Italy"),
    (
        "consiglio nazionale delle ricerche",
        "the National Research Council (CNR)",
    ),
    (
        "dipartimento per le politiche giovanili",
        "the Department for Youth Policies",
    ),
    ("guardia di finanza", "the Guardia di Finanza, the finance police"),
    (
        "istituto nazionale della previdenza",
        "the National Institute for Social Security (INPS)",
    ),
    (
        "istituto nazionale previdenza",
        "the National Institute for Social Security (INPS)",
    ),
    (
        "istituto nazionale di alta matematica",
        "the National Institute of Higher Mathematics",
    ),
    (
        "istituto nazionale di astrofisica",
        "the National Institute for Astrophysics (INAF)",
    ),
    (
        "istituto nazionale di documentazione",
        "the National Institute for Educational Research (INDIRE)",
    ),
    (
        "istituto nazionale di fisica nucleare",
        "the National Institute for Nuclear Physics (INFN)",
    ),
    (
        "istituto nazionale di geofisica",
        "the National Institute of Geophysics and Volcanology (INGV)",
    ),
    (
        "istituto nazionale di oceanografia",
        "the National Institute of Oceanography and Geophysics (OGS)",
    ),
    (
        "istituto nazionale per l assicurazione",
        "the National Institute for Insurance against Accidents at Work (INAIL)",
    ),
    ("giustizia amministrativa", "the administrative courts"),
    ("consiglio di stato", "the Council of State"),
    ("agenzia del demanio", "the State Property Agency"),
    ("agenzia delle entrate", "the Revenue Agency"),
    (
        "agenzia per la coesione territoriale",
        "the Agency for Territorial Cohesion",
    ),
    (
        "agenzia per la cybersicurezza nazionale",
        "the National Cybersecurity Agency",
    ),
];

/// Departments of the Presidency, behind its name.
const DEPARTMENTS: &[(&str, &str)] = &[
    (
        "dipartimento della funzione pubblica",
        "Department for Public Administration",
    ),
    (
        "dipartimento della protezione civile",
        "Civil Protection Department",
    ),
    (
        "dipartimento per gli affari regionali",
        "Department for Regional Affairs",
    ),
    (
        "dipartimento per la trasformazione digitale",
        "Department for Digital Transformation",
    ),
    (
        "dipartimento per le pari opportunita",
        "Department for Equal Opportunities",
    ),
    (
        "dipartimento per le politiche di coesione",
        "Department for Cohesion Policies",
    ),
    (
        "dipartimento per le politiche giovanili",
        "Department for Youth Policies",
    ),
    (
        "dipartimento per le politiche in favore delle persone",
        "Department for People with Disabilities",
    ),
    ("dipartimento per lo sport", "Department for Sport"),
    (
        "struttura commissariale per la ricostruzione",
        "Reconstruction Commissioner",
    ),
    ("struttura di missione pnrr", "PNRR Mission Unit"),
];

fn found(table: &[(&'static str, &'static str)], folded: &str) -> Option<&'static str> {
    let fits = table.iter().filter(|(start, _)| folded.starts_with(start));
    Some(fits.max_by_key(|(start, _)| start.len())?.1)
}

/// The English name of an Italian administration, with its article.
pub(super) fn english(name: &str) -> Option<String> {
    let (head, rest) = name.split_once(", ").unwrap_or((name, ""));
    let english = found(ENGLISH, &fold(head))?;
    Some(match found(DEPARTMENTS, &fold(rest)) {
        Some(department) => format!("{english}, {department}"),
        None => english.to_owned(),
    })
}

/// A body's name for a cell of a table or a line of a list: repaired, and in English with the
/// Italian name behind it where there is one.
pub fn body_name(name: &str, lang: Lang) -> String {
    let plain = plain_name(name);
    match english(&plain).filter(|_| lang == Lang::En) {
        Some(english) => {
            let bare = english.strip_prefix("the ").unwrap_or(&english);
            format!("{bare} ({plain})")
        }
        None => plain.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explain::body::Kind;

    /// Every administration of the state that the bundle names has one.
    #[test]
    #[allow(clippy::unwrap_used)]
    fn no_administration_of_the_bundle_is_left_in_italian() {
        let snapshot = crate::snapshot::Snapshot::embedded().unwrap();
        let catalogue = snapshot.catalogue().unwrap();
        let national = |name: &str| {
            let starts = [
                "istituto nazionale ",
                "consiglio nazionale delle ",
                "consiglio di stato",
                "agenzia per l italia digitale",
                "agenzia per la ",
                "guardia di finanza",
            ];
            starts.iter().any(|start| fold(name).starts_with(start))
        };
        let bodies = || catalogue.bodies.iter().map(|body| body.name.as_str());
        let state = |name: &&str| Kind::of(name) == Kind::State || national(name);
        assert!(bodies().filter(state).count() > 15);
        let left: Vec<&str> = bodies()
            .filter(state)
            .filter(|n| english(&plain_name(n)).is_none())
            .collect();
        assert!(left.is_empty(), "{left:?}");
    }

    #[test]
    fn administrations_have_an_english_name() {
        assert_eq!(
            english("Presidenza del Consiglio dei Ministri").as_deref(),
            Some("the Presidency of the Council of Ministers")
        );
        assert_eq!(
            english("Presidenza del Consiglio dei ministri, Dipartimento per lo sport").as_deref(),
            Some("the Presidency of the Council of Ministers, Department for Sport")
        );
        assert_eq!(english("Comune di Prato"), None);
        assert_eq!(
            body_name("MIC - Ministero della Cultura", Lang::En),
            "Ministry of Culture (Ministero della Cultura)"
        );
        assert_eq!(
            body_name("Ministero della Cultura", Lang::It),
            "Ministero della Cultura"
        );
    }
}
