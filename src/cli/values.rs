//! The values that an option has, so that a shell can complete them and a wrong one can be
//! answered with the right ones.

use crate::lang::{GLOSSARY, Lang};
use crate::search::BodyKind;
use crate::snapshot::Catalogue;
use crate::text::fold::fold;

/// Missions of the plan, and the complementary plan.
pub const MISSIONS: [&str; 8] = ["M1", "M2", "M3", "M4", "M5", "M6", "M7", "PNC"];

/// How far a project is, as a filter takes it.
pub fn statuses(lang: Lang) -> [&'static str; 6] {
    match lang {
        Lang::It => [
            "concluso",
            "in-corso",
            "pagato",
            "finanziato",
            "ritirato",
            "sconosciuto",
        ],
        Lang::En => ["completed", "ongoing", "paid", "funded", "withdrawn", "unknown"],
    }
}

/// Kinds of body, as a filter takes them.
pub fn bodies() -> impl Iterator<Item = &'static str> {
    BodyKind::ALL.into_iter().map(BodyKind::word)
}

/// The regions of Italy and Italy itself, as `importa` takes them.
pub fn regions() -> Vec<String> {
    let table = include_str!("../../data/places/regions.csv").lines().skip(1);
    let names = table.filter_map(|line| line.split(',').nth(1));
    slugs(names.chain(["Italia"]))
}

/// Names from an archive, each as one word that needs no quotes in any shell.
#[derive(Debug, Default)]
pub struct Values {
    pub comuni: Vec<String>,
    pub provinces: Vec<String>,
    pub measures: Vec<String>,
    pub terms: Vec<String>,
    pub chapters: Vec<String>,
}

impl Values {
    /// What an archive and the glossary know; `chapters` are the titles of the manual.
    pub fn of<'a>(catalogue: &Catalogue, chapters: impl Iterator<Item = &'a str>, lang: Lang) -> Values {
        let mut measures: Vec<String> = catalogue.measures.iter().map(|m| m.code.to_string()).collect();
        measures.dedup();
        let here = |code| {
            let province = catalogue.provinces.get(&code);
            catalogue.region.is_none() || province.map(|p| p.region) == catalogue.region
        };
        let comuni = catalogue.comuni.values().filter(|c| here(c.province));
        let provinces = catalogue.provinces.values().filter(|p| here(p.code));
        Values {
            comuni: slugs(comuni.map(|c| c.name.as_str())),
            provinces: slugs(provinces.map(|p| p.name.as_str())),
            measures,
            terms: slugs(GLOSSARY.iter().map(|entry| entry.text(lang).term)),
            chapters: slugs(chapters),
        }
    }
}

/// "San Giuliano Terme" as `san-giuliano-terme`: the search folds both alike.
fn slugs<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut out: Vec<String> = names.map(|name| fold(name).replace(' ', "-")).collect();
    out.sort();
    out.dedup();
    out
}
