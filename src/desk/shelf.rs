//! Between what is kept and the archive at hand: the item of a page, and the page of an item,
//! also when another archive took the place of the one that it was kept from.

use super::item::{Item, Kind};
use super::tally::OTHER;
use crate::lang::Lang;
use crate::model::{Brief, ComuneCode, ProjectId, Submeasure};
use crate::snapshot::Catalogue;
use crate::title;

/// Where an item leads in the archive at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    Project(ProjectId),
    Comune(ComuneCode),
    Measure(String),
}

pub fn item(catalogue: &Catalogue, place: &Place, lang: Lang) -> Option<Item> {
    Some(match place {
        Place::Project(id) => {
            let brief = catalogue.brief(*id)?;
            let measure = &catalogue.measure_of(brief)?.code;
            Item::project(*id, &brief.cup, measure, title::compose(catalogue, brief, lang))
        }
        Place::Comune(code) => Item::comune(*code, catalogue.comune_name(*code)?.to_owned()),
        Place::Measure(code) => Item::measure(
            code,
            title::measure_name(catalogue.measure(code)?, lang).to_owned(),
        ),
    })
}

/// `None` when the archive does not have it.
pub fn place(catalogue: &Catalogue, item: &Item) -> Option<Place> {
    match item.kind {
        Kind::Project => project(catalogue, item).map(|brief| Place::Project(brief.id)),
        Kind::Comune => {
            let code = ComuneCode::parse(&item.key)?;
            catalogue
                .comuni
                .contains_key(&code)
                .then_some(Place::Comune(code))
        }
        // Its projects are found one by one.
        Kind::List => None,
        Kind::Measure => {
            let measure = catalogue.measure(&item.key)?;
            Some(Place::Measure(measure.code.to_string()))
        }
    }
}

/// Its name in the archive at hand, else the one that it was kept under.
pub fn name(catalogue: &Catalogue, item: &Item, lang: Lang) -> String {
    let here = place(catalogue, item).and_then(|place| self::item(catalogue, &place, lang));
    here.map_or_else(|| item.name.clone(), |here| here.name)
}

/// The mission of what a citizen came for, or [`OTHER`].
pub fn mission(catalogue: &Catalogue, place: Option<&Place>) -> String {
    let code = match place {
        Some(Place::Project(id)) => catalogue
            .brief(*id)
            .and_then(|brief| catalogue.measure_of(brief))
            .map(|measure| measure.code.clone()),
        Some(Place::Measure(code)) => Submeasure::parse(code).ok(),
        _ => None,
    };
    code.map_or_else(|| OTHER.to_owned(), |code| code.mission().to_owned())
}

/// By its id; where the id is new, by CUP and sub-measure when one project alone has them.
fn project<'a>(catalogue: &'a Catalogue, item: &Item) -> Option<&'a Brief> {
    let by_id = ProjectId::parse(&item.key).and_then(|id| catalogue.brief(id));
    if by_id.is_some() || item.cup.is_empty() {
        return by_id;
    }
    let is_it = |brief: &&Brief| {
        *brief.cup == *item.cup
            && catalogue
                .measure_of(brief)
                .is_some_and(|m| m.code.as_str() == item.submeasure)
    };
    let mut found = catalogue.projects.iter().filter(is_it);
    let one = found.next()?;
    found.next().is_none().then_some(one)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::snapshot::Snapshot;

    #[test]
    fn an_item_is_found_again_when_its_id_has_changed() {
        let catalogue = Snapshot::embedded().unwrap().catalogue().unwrap();
        let cups = |brief: &Brief| catalogue.projects.iter().filter(|b| b.cup == brief.cup).count();
        let brief = catalogue
            .projects
            .iter()
            .find(|b| !b.cup.is_empty() && cups(b) == 1)
            .unwrap();
        let here = Place::Project(brief.id);
        let mut kept = item(&catalogue, &here, Lang::It).unwrap();
        assert_eq!(place(&catalogue, &kept), Some(here.clone()));
        kept.key = "00000000".into();
        assert_eq!(place(&catalogue, &kept), Some(here.clone()));
        let english = item(&catalogue, &here, Lang::En).unwrap().name;
        assert_eq!(name(&catalogue, &kept, Lang::En), english);
        kept.cup = "X00X00000000000".into();
        assert_eq!(place(&catalogue, &kept), None);
        assert_eq!(name(&catalogue, &kept, Lang::En), kept.name);
        assert!(mission(&catalogue, Some(&here)).len() <= 2);
        assert_eq!(mission(&catalogue, None), OTHER);
    }

    #[test]
    fn an_item_is_found_under_a_key_that_became_an_alias() {
        let mut catalogue = Snapshot::embedded().unwrap().catalogue().unwrap();
        let id = catalogue.projects.iter().next().unwrap().id;
        let mut kept = item(&catalogue, &Place::Project(id), Lang::It).unwrap();
        let before = ProjectId::parse("00000000").unwrap();
        (kept.key, kept.cup) = (before.to_string(), String::new());
        assert_eq!(place(&catalogue, &kept), None);
        catalogue.aliases.insert(0, (before, id));
        assert_eq!(place(&catalogue, &kept), Some(Place::Project(id)));
    }

    #[test]
    fn comuni_and_measures_are_found_by_code() {
        let catalogue = Snapshot::embedded().unwrap().catalogue().unwrap();
        let prato = Place::Comune(ComuneCode::parse("100005").unwrap());
        let kept = item(&catalogue, &prato, Lang::It).unwrap();
        assert_eq!(
            (kept.name.as_str(), place(&catalogue, &kept)),
            ("Prato", Some(prato))
        );
        let measure = Place::Measure("M6C1I1.01.00".into());
        let kept = item(&catalogue, &measure, Lang::It).unwrap();
        assert_eq!(place(&catalogue, &kept), Some(measure.clone()));
        assert_eq!(mission(&catalogue, Some(&measure)), "M6");
    }
}
