//! The desks of a card by the names of the place: "del vostro comune" is that of Seravezza.

use super::facts::Facts;
use crate::lang::Lang;
use crate::model::Comune;
use crate::text::grammar::in_province;

/// A card's sentence about a desk, with the comune, the province and the region where the project
/// lies; as it is where that is not one.
pub(super) fn local(f: &Facts<'_>, text: &str) -> String {
    let comune = f.only_comune();
    let of_comune = comune.and_then(|comune| named(text, &comunes(&comune.name, f.lang)));
    let text = of_comune.as_deref().unwrap_or(text);
    let province = comune.and_then(|comune| named(text, &provinces(province(f, comune)?, f.lang)));
    let text = province.as_deref().unwrap_or(text);
    let region = is_of_archive(f).then(|| named(text, &regions(&f.catalogue.region_name, f.lang)));
    region.flatten().unwrap_or_else(|| text.to_owned())
}

type Pair = (&'static str, String);

/// The first of these words that the sentence has, by its name.
fn named(text: &str, pairs: &[Pair]) -> Option<String> {
    let (words, own) = pairs.iter().find(|(words, _)| text.contains(words))?;
    Some(text.replace(words, own))
}

fn comunes(name: &str, lang: Lang) -> Vec<Pair> {
    match lang {
        Lang::It => vec![
            ("del vostro comune", format!("del comune di {name}")),
            ("al vostro comune", format!("al comune di {name}")),
            ("chiedere al comune.", format!("chiedere al comune di {name}.")),
        ],
        Lang::En => vec![
            ("your town council", format!("the town council of {name}")),
            ("your town hall", format!("the town hall of {name}")),
            (
                "ask the town council (comune).",
                format!("ask the town council of {name}."),
            ),
        ],
    }
}

fn provinces(name: &str, lang: Lang) -> Vec<Pair> {
    let metropolitan = in_province(name).strip_prefix("nella ").map(str::to_owned);
    let own = match (lang, metropolitan) {
        (Lang::It, Some(city)) => format!("alla {city}"),
        (Lang::It, None) => format!("alla Provincia di {name}"),
        (Lang::En, Some(_)) => format!("the Metropolitan City of {name}"),
        (Lang::En, None) => format!("the Province of {name}"),
    };
    let words: &[&str] = match lang {
        Lang::It => &[
            "alla provincia o alla città metropolitana",
            "alla città metropolitana",
        ],
        Lang::En => &["the province or the metropolitan city", "your metropolitan city"],
    };
    words.iter().map(|words| (*words, own.clone())).collect()
}

fn regions(name: &str, lang: Lang) -> Vec<Pair> {
    let (own, words): (_, &[&str]) = match lang {
        Lang::It => (format!("Regione {name}"), &["vostra regione", "vostra Regione"]),
        Lang::En => (
            format!("the Regione {name}"),
            &["your region (regione)", "your region"],
        ),
    };
    words.iter().map(|words| (*words, own.clone())).collect()
}

fn province<'a>(f: &Facts<'a>, comune: &Comune) -> Option<&'a str> {
    let province = f.catalogue.provinces.get(&comune.province)?;
    Some(&province.name)
}

/// Whether all its places lie in the archive's own region.
fn is_of_archive(f: &Facts<'_>) -> bool {
    let region = f.catalogue.region;
    region.is_some() && f.project.places.iter().all(|place| place.region == region)
}
