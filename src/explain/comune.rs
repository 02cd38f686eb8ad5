//! The same engine on a comune: its own projects, the shared and the wider ones kept apart, and
//! how it stands beside comuni of its size.

mod figures;
mod mission;
mod telling;

pub use figures::{ComuneFigures, Theme};
pub use mission::{mission_name, theme_name};

use super::claim::Claim;
use crate::lang::{Lang, Word};
use crate::model::ComuneCode;
use crate::snapshot::Catalogue;
use jiff::civil::Date;
use telling::Telling;

/// A comune, explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComuneAccount {
    pub code: ComuneCode,
    pub name: String,
    pub lang: Lang,
    pub figures: ComuneFigures,
    /// Headings and their sentences, in order.
    pub parts: Vec<(Word, Vec<Claim>)>,
}

/// Explains a comune, as it is explained today.
pub fn comune(catalogue: &Catalogue, code: ComuneCode, lang: Lang, today: Date) -> Option<ComuneAccount> {
    let place = catalogue.comuni.get(&code)?;
    let figures = figures::figures(catalogue, place);
    let parts = Telling {
        catalogue,
        place,
        figures: &figures,
        lang,
        today,
    }
    .parts();
    Some(ComuneAccount {
        code,
        name: place.name.clone(),
        lang,
        figures,
        parts,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missions_and_parts_of_the_complementary_plan_have_names() {
        assert_eq!(mission_name("M6", Lang::It), "M6: la salute");
        assert_eq!(mission_name("D", Lang::En), "PNC D: culture");
    }

    #[test]
    fn the_largest_is_called_so_of_the_known_amounts_where_some_are_unknown() {
        use crate::explain::fixture::{self, TODAY};
        use crate::model::{Brief, BriefPlace, Cents, ProjectId};
        let mut catalogue = fixture::catalogue();
        let empoli = fixture::comune("048014");
        let brief = |cup: &str, total: Option<i64>, copied: Option<i64>| Brief {
            places: vec![BriefPlace {
                region: Some(fixture::region()),
                comune: Some(empoli),
                ..BriefPlace::default()
            }],
            total: total.map(Cents),
            copied: copied.map(Cents),
            ..Brief::new(ProjectId::of("M4C1I1.01.00", cup, "", 0), 2)
        };
        let told = |catalogue: &Catalogue, lang| -> Vec<String> {
            let account = comune(catalogue, empoli, lang, TODAY);
            let parts = account.map(|a| a.parts).unwrap_or_default();
            let claims = parts.into_iter().flat_map(|(_, claims)| claims);
            claims.map(|c| c.text).collect()
        };
        let says = |told: &[String], start: &str| told.iter().any(|text| text.starts_with(start));
        catalogue.projects = vec![brief("one", Some(5_000_000), None)].into();
        let known = told(&catalogue, Lang::It);
        assert!(says(&known, "Il progetto più grande è questo: "), "{known:?}");
        assert!(
            says(&known, "Tutta la somma va per la scuola e la ricerca."),
            "{known:?}"
        );
        catalogue.projects = vec![
            brief("one", Some(5_000_000), None),
            brief("two", None, Some(90_000_000)),
        ]
        .into();
        let some = told(&catalogue, Lang::It);
        assert!(
            says(
                &some,
                "Tra gli importi delle tabelle il più grande è di questo progetto: "
            ),
            "{some:?}"
        );
        assert!(!says(&some, "Il progetto più grande"), "{some:?}");
        let english = told(&catalogue, Lang::En);
        assert!(
            says(&english, "Of the amounts in the tables, the largest"),
            "{english:?}"
        );
    }
}
