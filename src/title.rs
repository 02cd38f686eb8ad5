//! The readable title of a project, composed from its facts when a snapshot is loaded.
//!
//! An official title is a row of capitals; ours says what the project is about (the building, the
//! firm or the body that the facts name, else what its measure pays for), where it is, and what is
//! done: "Scuola Mattei a Prato: tetto". Search, explanations and screens share it.

mod place;
mod told;

use crate::lang::{Card, Lang, card};
use crate::model::{Brief, FactKind, Measure};
use crate::snapshot::Catalogue;
use crate::text::fold::fold;

pub use place::{at_comune, whereabouts};
pub use told::{bare, say};

/// Topics whose projects are told apart by the body rather than by the place.
const BODY_TOPICS: &[&str] = &["digitale", "pubblica amministrazione", "giustizia"];
/// A longer address is left to the sheet.
const LONGEST_ADDRESS: usize = 40;
/// A title that is longer gives up what is done, then the street.
const LONGEST: usize = 72;

/// "Teatro dei Rinnovati a Siena: luci che consumano meno", "Comune di Pienza: pagamenti con pagoPA".
pub fn compose(catalogue: &Catalogue, brief: &Brief, lang: Lang) -> String {
    let card = card_of(catalogue, brief);
    let done = told::done(brief, lang);
    let what = what(catalogue, brief, card, lang);
    let is_grant = brief.facts.first(FactKind::Beneficiary).is_some();
    if let Some(body) = body_to_name(catalogue, brief, card).filter(|_| !is_grant) {
        return done.map_or_else(|| format!("{what}: {body}"), |done| format!("{body}: {done}"));
    }
    let place = whereabouts(catalogue, brief, lang);
    let (head, street) = match (brief.site.as_deref(), told::head(catalogue, brief, lang)) {
        (Some(site), _) if done.is_some() => (named(catalogue, brief, site, place), None),
        (Some(site), _) => return with_site(catalogue, brief, &what, site, place, lang),
        (None, Some(head)) => (head, street(brief)),
        (None, None) => (with_place(&what, place), street(brief)),
    };
    fitting(head, street, done)
}

/// As much as a title has room for: the street tells two alike apart, so it goes last.
fn fitting(head: String, street: Option<&str>, done: Option<&str>) -> String {
    let street = street.map_or_else(String::new, |street| format!(", {street}"));
    // "Ricerca a Siena: ricerca" says it twice.
    let says = |done: &&str| fold(&head).contains(&fold(done));
    let done = done.filter(|done| !says(done));
    let done = done.map_or_else(String::new, |done| format!(": {done}"));
    let full = format!("{head}{street}{done}");
    let without = format!("{head}{street}");
    let fits = |title: &String| title.chars().count() <= LONGEST;
    [full, without].into_iter().find(fits).unwrap_or(head)
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
    let says_what = lang == Lang::It && fold(site).starts_with(&fold(what));
    let named = named(catalogue, brief, site, place);
    if says_what {
        named
    } else {
        format!("{what}: {named}")
    }
}

/// The name of a building, with its place unless it says it.
fn named(catalogue: &Catalogue, brief: &Brief, site: &str, place: Option<String>) -> String {
    let folded = fold(site);
    let names_place = brief
        .places
        .iter()
        .filter_map(|p| catalogue.comune_name(p.comune?))
        .any(|comune| {
            let comune = fold(comune);
            folded.ends_with(&comune) || folded.contains(&format!("{comune} "))
        });
    match place {
        Some(place) if !names_place => format!("{site} {place}"),
        _ => site.to_owned(),
    }
}

fn with_place(what: &str, place: Option<String>) -> String {
    place.map_or_else(|| what.to_owned(), |place| format!("{what} {place}"))
}

/// The street of a project that lies in one place: what its texts say, else its place row.
fn street(brief: &Brief) -> Option<&str> {
    let [only] = brief.places.as_slice() else {
        return None;
    };
    only.comune?;
    let told = brief.facts.first(FactKind::Street);
    told.or(only.address.as_deref())
        .filter(|street| street.chars().count() <= LONGEST_ADDRESS)
}

#[cfg(test)]
mod tests;
