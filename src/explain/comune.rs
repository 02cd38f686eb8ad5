//! The same engine on a comune: its own projects, the shared and the wider ones kept apart, and
//! how it stands beside comuni of its size.

mod figures;
mod telling;

pub use figures::{ComuneFigures, Share};

use super::claim::Claim;
use crate::lang::{Lang, Word};
use crate::model::ComuneCode;
use crate::snapshot::Catalogue;
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

pub fn comune(catalogue: &Catalogue, code: ComuneCode, lang: Lang) -> Option<ComuneAccount> {
    let place = catalogue.comuni.get(&code)?;
    let figures = figures::figures(catalogue, place);
    let parts = Telling {
        catalogue,
        place,
        figures: &figures,
        lang,
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

/// "la scuola e la ricerca": what a mission is about, in our words.
pub(super) fn mission_word(mission: &str) -> Option<Word> {
    Word::from_key(&format!("say.mission.{}", mission.to_lowercase()))
}

/// "M4: la scuola e la ricerca", "PNC D: la cultura".
pub fn mission_name(mission: &str, lang: Lang) -> String {
    let code = match mission.len() {
        1 => format!("PNC {mission}"),
        _ => mission.to_owned(),
    };
    match mission_word(mission) {
        Some(word) => format!("{code}: {}", lang.say(word)),
        None => code,
    }
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
