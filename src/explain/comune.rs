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
}
