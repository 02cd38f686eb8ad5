//! The readable title of a project, composed from its facts when a snapshot is loaded.
//!
//! An official title is a row of capitals; ours says what the project is (the card of its
//! measure), the building where the facts name one, and where it is: "Casa della Comunità a
//! Montemurlo". Search, explanations and screens share it.

mod place;

use crate::lang::{Card, Lang, card};
use crate::model::{Brief, Measure};
use crate::snapshot::Catalogue;
use crate::text::fold::fold;

pub use place::{at_comune, whereabouts};

/// Topics whose projects are told apart by the body rather than by the place.
const BODY_TOPICS: &[&str] = &["digitale", "pubblica amministrazione", "giustizia"];
/// A longer address is left to the sheet.
const LONGEST_ADDRESS: usize = 40;

/// "Casa della Comunità a Montemurlo", "Pagamenti pagoPA: Comune di Pienza".
pub fn compose(catalogue: &Catalogue, brief: &Brief, lang: Lang) -> String {
    let card = card_of(catalogue, brief);
    let what = what(catalogue, brief, card, lang);
    if let Some(body) = body_to_name(catalogue, brief, card) {
        return format!("{what}: {body}");
    }
    let place = whereabouts(catalogue, brief, lang);
    match brief.site.as_deref() {
        Some(site) => with_site(catalogue, brief, &what, site, place, lang),
        None => with_address(brief, &what, place),
    }
}

/// The card of the project's measure.
pub fn card_of(catalogue: &Catalogue, brief: &Brief) -> Option<&'static Card> {
    card(catalogue.measure_of(brief)?.code.card_code())
}

/// Our name of a measure, else the official one.
pub fn measure_name(measure: &Measure, lang: Lang) -> &str {
    card(measure.code.card_code()).map_or(measure.name.as_str(), |c| c.text(lang).name)
}

/// What the project is, without a place: the card's title, else the official name of the measure.
fn what(catalogue: &Catalogue, brief: &Brief, card: Option<&Card>, lang: Lang) -> String {
    match (card, catalogue.measure_of(brief)) {
        (Some(card), _) => card.text(lang).title.to_owned(),
        (None, Some(measure)) if !measure.name.is_empty() => measure.name.clone(),
        _ => match lang {
            Lang::It => "Progetto".to_owned(),
            Lang::En => "Project".to_owned(),
        },
    }
}

/// Digital projects are named by the body that they serve, when it lies in one known place.
fn body_to_name<'a>(catalogue: &'a Catalogue, brief: &Brief, card: Option<&Card>) -> Option<&'a str> {
    let body = catalogue.body_of(brief)?;
    names_body(card?).then_some(body.name.as_str())
}

/// Whether the titles of a measure's projects name the body rather than the place.
pub fn names_body(card: &Card) -> bool {
    card.topics.iter().any(|topic| BODY_TOPICS.contains(topic))
}

/// "Scuola più sicura: Scuola primaria Don Milani, Prato"; when the building's own name says what
/// the project is, it stands alone: "Casa della Comunità Le Fornaci a Pistoia".
fn with_site(
    catalogue: &Catalogue,
    brief: &Brief,
    what: &str,
    site: &str,
    place: Option<String>,
    lang: Lang,
) -> String {
    let folded = fold(site);
    let says_what = lang == Lang::It && folded.starts_with(&fold(what));
    let names_place = brief
        .places
        .iter()
        .filter_map(|p| catalogue.comune_name(p.comune?))
        .any(|comune| {
            let comune = fold(comune);
            folded.ends_with(&comune) || folded.contains(&format!("{comune} "))
        });
    let head = if says_what {
        site.to_owned()
    } else {
        format!("{what}: {site}")
    };
    match place {
        Some(place) if !names_place => format!("{head} {place}"),
        _ => head,
    }
}

fn with_address(brief: &Brief, what: &str, place: Option<String>) -> String {
    let Some(place) = place else {
        return what.to_owned();
    };
    let [only] = brief.places.as_slice() else {
        return format!("{what} {place}");
    };
    match only.address.as_deref() {
        Some(address) if only.comune.is_some() && address.chars().count() <= LONGEST_ADDRESS => {
            format!("{what} {place}, {address}")
        }
        _ => format!("{what} {place}"),
    }
}

#[cfg(test)]
mod tests;
