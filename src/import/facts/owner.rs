//! The public health body that a building or a hospital belongs to, where the region has the money:
//! "IMMOBILE DI PROPRIETA DELL'AZIENDA USL ALFA EST", "AOU ALFA".

use super::{Found, Texts};
use crate::model::{FactKind, TextColumn};
use crate::text::fold::fold;
use crate::text::repair;

/// How the texts begin the name, and how it is written.
const HEADS: &[(&str, &str)] = &[
    (
        "azienda ospedaliero universitaria",
        "Azienda ospedaliero-universitaria",
    ),
    (
        "azienda ospedaliera universitaria",
        "Azienda ospedaliero-universitaria",
    ),
    ("aou", "Azienda ospedaliero-universitaria"),
    ("azienda usl", "Azienda USL"),
    ("azienda unita sanitaria locale", "Azienda USL"),
    ("ausl", "Azienda USL"),
    ("usl", "Azienda USL"),
    ("asl", "Azienda USL"),
];

/// Names of health bodies, longest first: what else stands behind a head is no part of a name.
const NAMES: &[&str] = &[
    "toscana nord ovest",
    "toscana nordovest",
    "toscana sud est",
    "toscana sudest",
    "toscana centro",
    "della romagna",
    "umbria 1",
    "umbria 2",
    "pisana",
    "senese",
    "careggi",
    "meyer",
];

/// The first body that summary or title name.
pub(super) fn add(texts: &Texts, out: &mut Vec<Found>) {
    if !["M6", "E.2."].iter().any(|m| texts.submeasure.starts_with(m)) {
        return;
    }
    let columns = [
        (texts.summary, TextColumn::Summary),
        (texts.title, TextColumn::Title),
    ];
    let mut owners = columns
        .into_iter()
        .filter_map(|(text, column)| Some(Found::new(FactKind::Owner, named(text)?, column)));
    out.extend(owners.next());
}

fn named(text: &str) -> Option<String> {
    let folded = format!(" {} ", fold(text));
    let (head, name) = HEADS.iter().find_map(|(words, head)| {
        let (_, behind) = folded.split_once(&format!(" {words} "))?;
        let is_next = |name: &&&str| behind.starts_with(&format!("{name} "));
        Some((*head, *NAMES.iter().find(is_next)?))
    })?;
    let name = name
        .replace("nordovest", "nord ovest")
        .replace("sudest", "sud est");
    Some(format!("{head} {}", repair::name(&name.to_uppercase())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(
        "IMMOBILE DI PROPRIET DELL'AZIENDA USL TOSCANA SUD EST PER",
        Some("Azienda USL Toscana Sud Est")
    )]
    #[case(
        "ASL TOSCANA NORDOVEST - PRESIDIO ALFA",
        Some("Azienda USL Toscana Nord Ovest")
    )]
    #[case("AOU PISANA", Some("Azienda ospedaliero-universitaria Pisana"))]
    #[case(
        "AZIENDA OSPEDALIERA UNIVERSITARIA SENESE*VIA ALFA",
        Some("Azienda ospedaliero-universitaria Senese")
    )]
    #[case("AZIENDA OSPEDALIERA UNIVERSITARIA SENES", None)]
    #[case("AZIENDA ALFA", None)]
    fn health_bodies_are_named_one_way(#[case] text: &str, #[case] name: Option<&str>) {
        assert_eq!(named(text).as_deref(), name);
    }
}
