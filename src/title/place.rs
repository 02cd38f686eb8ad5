//! Where a project is, in a few words: "a Prato", "a Prato e Montemurlo", "a Prato e in altri 4 comuni", "in
//! provincia di Lucca", "in Toscana".

use crate::lang::Lang;
use crate::model::{Brief, BriefPlace, ComuneCode, FactKind, Spread};
use crate::snapshot::Catalogue;
use crate::text::grammar::{at, in_province, list};

/// How far it reaches from the one comune of its rows, where a text says that.
fn spread(brief: &Brief) -> Option<Spread> {
    brief.facts.first(FactKind::Spread).and_then(Spread::from_code)
}

/// `None` when no place is known, or only that of the office.
pub fn whereabouts(catalogue: &Catalogue, brief: &Brief, lang: Lang) -> Option<String> {
    let inside = |p: &&BriefPlace| catalogue.region.is_none() || p.region == catalogue.region;
    let mut places: Vec<&BriefPlace> = brief.places.iter().filter(inside).collect();
    if places.is_empty() {
        places = brief.places.iter().collect();
    }
    let mut comuni: Vec<ComuneCode> = Vec::new();
    for comune in places.iter().filter_map(|p| p.comune) {
        if !comuni.contains(&comune) {
            comuni.push(comune);
        }
    }
    let names: Vec<&str> = comuni.iter().filter_map(|c| catalogue.comune_name(*c)).collect();
    match (names.as_slice(), brief.facts.first(FactKind::Area)) {
        ([], Some(area)) => Some(in_area(area, lang)),
        ([_], _) if spread(brief) == Some(Spread::Seat) => None,
        ([one], _) if spread(brief) == Some(Spread::Wider) || reaches_beyond(catalogue, brief) => {
            Some(match lang {
                Lang::It => format!("{} e altrove", at(one)),
                Lang::En => format!("in {one} and elsewhere"),
            })
        }
        (names, _) => among(catalogue, names, &places, lang),
    }
}

/// Whether some of its places lie in other regions than that of the archive.
fn reaches_beyond(catalogue: &Catalogue, brief: &Brief) -> bool {
    let regions = || brief.places.iter().filter_map(|p| p.region);
    let is_own = |region| Some(region) == catalogue.region;
    regions().any(is_own) && !regions().all(is_own)
}

/// "in comuni della provincia di Pisa".
pub fn in_area(area: &str, lang: Lang) -> String {
    let name = ["della ", "delle ", "del ", "dell'"]
        .iter()
        .find_map(|of| area.strip_prefix(of))
        .unwrap_or(area);
    match (lang, name.strip_prefix("provincia di ")) {
        (Lang::It, _) => format!("in comuni {area}"),
        (Lang::En, Some(province)) => format!("in comuni of the province of {province}"),
        (Lang::En, None) => format!("in comuni of {name}"),
    }
}

/// The comuni by name, or their number; else the whole province or region.
fn among(catalogue: &Catalogue, names: &[&str], places: &[&BriefPlace], lang: Lang) -> Option<String> {
    match names {
        [] => in_provinces(catalogue, places, lang).or_else(|| wider(catalogue, places.first()?, lang)),
        [one] => Some(at_comune(one, lang)),
        [one, other] => Some(match lang {
            Lang::It => format!("{} e {}", at(one), at(other)),
            Lang::En => format!("in {}", list(&[one, other], lang)),
        }),
        [first, others @ ..] => Some(match lang {
            Lang::It => format!("{} e in altri {} comuni", at(first), others.len()),
            Lang::En => format!("in {first} and {} other comuni", others.len()),
        }),
    }
}

/// "nelle province di Lucca e Pisa", "in 3 province": of several whole ones none is the place.
fn in_provinces(catalogue: &Catalogue, places: &[&BriefPlace], lang: Lang) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    for place in places {
        let name = catalogue.provinces.get(&place.province?)?.name.as_str();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    match (names.len(), lang) {
        (0 | 1, _) => None,
        (2, Lang::It) => Some(format!("nelle province di {}", list(&names, lang))),
        (2, Lang::En) => Some(format!("in the provinces of {}", list(&names, lang))),
        (n, Lang::It) => Some(format!("in {n} province")),
        (n, Lang::En) => Some(format!("in {n} provinces")),
    }
}

/// "a Prato", "ad Arezzo"; "in Prato".
pub fn at_comune(name: &str, lang: Lang) -> String {
    match lang {
        Lang::It => at(name),
        Lang::En => format!("in {name}"),
    }
}

/// A whole province, region or the nation.
fn wider(catalogue: &Catalogue, first: &BriefPlace, lang: Lang) -> Option<String> {
    // A comune whose code nobody knows is no whole province.
    if let Some(name) = first.named.as_deref() {
        return Some(at_comune(name, lang));
    }
    if let Some(province) = first.province.and_then(|code| catalogue.provinces.get(&code)) {
        return Some(match lang {
            Lang::It => in_province(&province.name),
            Lang::En => format!("in the province of {}", province.name),
        });
    }
    if let Some(region) = first.region.and_then(|code| catalogue.regions.get(&code)) {
        return Some(match lang {
            Lang::It => region.in_it.clone(),
            Lang::En => format!("in {}", region.name),
        });
    }
    if first.region.is_some() || first.province.is_some() {
        return None;
    }
    Some(match lang {
        Lang::It => "in tutta Italia".to_owned(),
        Lang::En => "all over Italy".to_owned(),
    })
}
