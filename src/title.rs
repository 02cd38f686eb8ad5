//! The readable title of a project, composed from its facts when a snapshot is loaded.
//!
//! An official title is a row of capitals; ours says what the project is about (the building, the
//! firm or the body that the facts name, else what its measure pays for), where it is, and what is
//! done: "Scuola Mattei a Prato: tetto". Search, explanations and screens share it.

mod lots;
mod place;
mod source;
mod told;

use crate::lang::{Card, Lang, card};
use crate::model::{Brief, FactKind, Measure};
use crate::snapshot::Catalogue;
use crate::text::fold::fold;
use crate::text::grammar::list;

pub use lots::lot_of_code;
pub use place::{at_comune, in_area, whereabouts};
pub use source::{licence, publisher};
pub use told::{bare, lot, made_beside, part, quantity, say, says_noun, the_thing};

/// Topics whose projects are told apart by the body rather than by the place.
const BODY_TOPICS: &[&str] = &["digitale", "pubblica amministrazione", "giustizia"];
/// A longer address is left to the sheet.
const LONGEST_ADDRESS: usize = 40;
/// A title that is longer gives up what is done, then the street.
const LONGEST: usize = 72;
/// A body's name that is cut keeps so many letters.
const SHORTEST: usize = 30;

/// "Teatro dei Rinnovati a Siena: luci che consumano meno", "Comune di Pienza: pagamenti con pagoPA".
pub fn compose(catalogue: &Catalogue, brief: &Brief, lang: Lang) -> String {
    if let Some((whole, part)) = lots::whole_of(catalogue, brief)
        && let Some(title) = lots::titled(&compose(catalogue, whole, lang), &part, LONGEST, lang)
    {
        return title;
    }
    let card = card_of(catalogue, brief);
    let head = told::head(catalogue, brief, card, lang);
    if head.is_none()
        && let Some(body) = body_to_name(catalogue, brief, card)
    {
        return of_body(catalogue, brief, body, lang);
    }
    let what = what(catalogue, brief, card, lang);
    let mut done = told::done(brief, lang);
    // What is made or stands there goes before what its measure pays for.
    if let Some(site) = brief
        .site
        .as_deref()
        .filter(|_| head.is_none() && done.is_empty())
        && !told::says_thing(brief, card, site)
        && !told::is_research(card)
        && brief.facts.first(FactKind::Thing).is_some()
    {
        done.push(told::made(brief, lang).map_or_else(|| small(&what), str::to_owned));
    }
    let near = near(catalogue, brief, lang).map_or_else(String::new, |near| format!(", {near}"));
    let places = places(catalogue, brief, lang);
    // A building's name is its place; where it says nothing of the works the measure does.
    let mut out = Vec::new();
    for place in &places {
        let head = match (&head, brief.site.as_deref()) {
            (Some(head), _) => head.clone(),
            (None, Some(site)) if done.is_empty() && !told::says_thing(brief, card, site) => {
                with_site(&what, site, lang)
            }
            (None, Some(site)) => site.to_owned(),
            (None, None) => what.clone(),
        };
        let head = match (brief.facts.first(FactKind::Beneficiary), brief.site.as_deref()) {
            (Some(_), _) => head,
            (None, Some(site)) => named(catalogue, brief, &head, site, place),
            (None, None) => with_place(&head, place),
        };
        let near = match brief.site.is_some() || head.contains(" (") {
            true => "",
            false => near.as_str(),
        };
        out.push((head, near));
    }
    // Where there is no room for all three, the thing stands behind street and comune; what the
    // measure pays for only where nothing is known to be done.
    let place = places.first().map_or("", String::as_str);
    let street = near.trim_start_matches([',', ' ']);
    let room = |(head, near): &(String, &str)| head.chars().count() + near.chars().count() <= LONGEST;
    let placed = brief.places.iter().any(|p| p.comune.is_some());
    if brief.site.is_none() && placed && !street.is_empty() && !out.first().is_some_and(room) {
        let at = with_place(street, place);
        let title = match (&head, done.is_empty()) {
            (Some(thing), _) => format!("{at}, {}", small(thing)),
            (None, true) => cut(&format!("{at}: {}", small(&what)), LONGEST),
            (None, false) => at,
        };
        out.insert(0, (title, ""));
    }
    if let Some(site) = brief
        .site
        .as_deref()
        .filter(|_| done.is_empty() && head.is_none())
    {
        out.push((named(catalogue, brief, site, site, place), ""));
    }
    fitting(&out, &done)
}

/// The first letter small, but that of an acronym or of a name of two capitals.
fn small(text: &str) -> String {
    let mut letters = text.chars();
    let second = letters.clone().nth(1).is_some_and(char::is_lowercase);
    match letters
        .next()
        .filter(|_| second && !text.starts_with("Casa della "))
    {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => text.to_owned(),
    }
}

/// The body and the service that it takes up, or what its measure pays for.
fn of_body(catalogue: &Catalogue, brief: &Brief, body: &str, lang: Lang) -> String {
    let done = told::done(brief, lang);
    let fits = |title: &String| title.chars().count() <= LONGEST;
    if done.is_empty() {
        let what = what(catalogue, brief, card_of(catalogue, brief), lang);
        let titles = [format!("{what}: {body}"), format!("{body}: {what}")];
        return cut_body(titles.into_iter().find(fits), body, &what);
    }
    let titles = done.iter().map(|done| format!("{body}: {done}"));
    cut_body(
        titles.into_iter().find(fits),
        body,
        done.last().map_or("", String::as_str),
    )
}

/// The title that fits; else the body's name cut at a word.
fn cut_body(title: Option<String>, body: &str, done: &str) -> String {
    title.unwrap_or_else(|| {
        let room = LONGEST.saturating_sub(done.chars().count() + 3);
        let cut = cut(body, room.max(SHORTEST));
        format!("{cut}: {done}")
    })
}

/// A text cut behind a word, with a sign that it was.
fn cut(text: &str, room: usize) -> String {
    if text.chars().count() <= room {
        return text.to_owned();
    }
    let mut out = String::new();
    for word in text.split(' ') {
        if out.chars().count() + word.chars().count() + 2 > room {
            break;
        }
        out = if out.is_empty() {
            word.to_owned()
        } else {
            format!("{out} {word}")
        };
    }
    const JOINTS: [&str; 12] = [
        "a", "ad", "ai", "al", "alla", "di", "e", "in", "per", "and", "of", "the",
    ];
    while let Some((head, _)) = out.rsplit_once(' ').filter(|(_, last)| JOINTS.contains(last)) {
        out = head.to_owned();
    }
    format!("{}…", out.trim_end_matches([',', '-', ' ', '\'']))
}

/// As much as a title has room for: what tells two alike apart stands in it as long as it can.
fn fitting(heads: &[(String, &str)], done: &[String]) -> String {
    // "Ricerca a Siena: ricerca" says it twice.
    let says = |head: &str, done: &str| fold(head).contains(&fold(done));
    let with = |near: bool, told: bool| {
        heads.iter().flat_map(move |(head, street)| {
            let head = match near {
                true => format!("{head}{street}"),
                false => head.clone(),
            };
            let told = done.iter().filter(|done| told && !says(&head, done));
            let told: Vec<String> = told.map(|done| format!("{head}: {done}")).collect();
            match told.is_empty() {
                true => vec![head],
                false => told,
            }
        })
    };
    let all = [(true, true), (true, false), (false, true), (false, false)];
    let titles: Vec<String> = all
        .into_iter()
        .flat_map(|(near, told)| with(near, told))
        .collect();
    let last = titles.last().cloned().unwrap_or_default();
    let fits = |title: &String| title.chars().count() <= LONGEST;
    titles
        .into_iter()
        .find(fits)
        .unwrap_or_else(|| cut(&last, LONGEST))
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

/// Digital projects are named by the body that they serve; that of an agency, which has many, only
/// where a text names the service.
fn body_to_name<'a>(catalogue: &'a Catalogue, brief: &Brief, card: Option<&Card>) -> Option<&'a str> {
    let body = catalogue.body_of(brief)?;
    let service = brief.facts.first(FactKind::Service).is_some();
    let placed = brief.places.len() == 1 && fold(&body.name).starts_with("regione ");
    (names_body(card?) && (service || !placed)).then_some(body.name.as_str())
}

/// Whether the titles of a measure's projects name the body rather than the place.
pub fn names_body(card: &Card) -> bool {
    card.topics.iter().any(|topic| BODY_TOPICS.contains(topic))
}

/// "Scuola più sicura: Scuola primaria Don Milani"; when the building's own name says what the
/// project is, it stands alone: "Casa della Comunità Le Fornaci".
fn with_site(what: &str, site: &str, lang: Lang) -> String {
    match lang == Lang::It && fold(site).starts_with(&fold(what)) {
        true => site.to_owned(),
        false => format!("{what}: {site}"),
    }
}

/// A head with the place of its building, unless the name says it.
fn named(catalogue: &Catalogue, brief: &Brief, head: &str, site: &str, place: &str) -> String {
    let folded = fold(site);
    let names_place = brief
        .places
        .iter()
        .filter_map(|p| catalogue.comune_name(p.comune?))
        .any(|comune| {
            let comune = fold(comune);
            folded.ends_with(&comune) || folded.contains(&format!("{comune} "))
        });
    match names_place {
        true => head.to_owned(),
        false => with_place(head, place),
    }
}

fn with_place(what: &str, place: &str) -> String {
    match place {
        "" => what.to_owned(),
        place => format!("{what} {place}"),
    }
}

/// Where, in full and shorter: of several comuni their number.
fn places(catalogue: &Catalogue, brief: &Brief, lang: Lang) -> Vec<String> {
    let place = whereabouts(catalogue, brief, lang).unwrap_or_default();
    let mut comuni: Vec<_> = brief.places.iter().filter_map(|p| p.comune).collect();
    comuni.sort_unstable();
    comuni.dedup();
    match comuni.len() {
        0 | 1 => vec![place],
        2 => {
            let first = brief.places.iter().find_map(|p| catalogue.comune_name(p.comune?));
            let elsewhere = match lang {
                Lang::It => "e altrove",
                Lang::En => "and elsewhere",
            };
            let shorter = first.map(|first| format!("{} {elsewhere}", at_comune(first, lang)));
            [Some(place), shorter].into_iter().flatten().collect()
        }
        many => vec![place, format!("in {many} comuni")],
    }
}

/// What tells two projects of a comune apart: the street of what its texts or its place row say,
/// else the road, else the hamlet; where no comune is known, the body.
fn near(catalogue: &Catalogue, brief: &Brief, lang: Lang) -> Option<String> {
    let short = |text: &&str| text.chars().count() <= LONGEST_ADDRESS;
    let fact = |kind| brief.facts.first(kind).filter(short);
    let first = brief.places.first().and_then(|p| p.comune);
    let lone = first
        .filter(|comune| brief.is_only_in(*comune))
        .map(|_| match brief.places.as_slice() {
            [only] => only.address.as_deref(),
            _ => None,
        });
    // At a corner the first street is enough.
    let own = brief.facts.first(FactKind::Street);
    let own = own.map(|street| street.split_once(", angolo ").map_or(street, |(first, _)| first));
    let street = || own.filter(short).or(lone?.filter(short)).map(str::to_owned);
    let street = lone.and_then(|_| street());
    let roads: Vec<&str> = brief.facts.of(FactKind::Road).take(2).collect();
    let roads = Some(list(&roads, lang)).filter(|roads| !roads.is_empty() && short(&roads.as_str()));
    street
        .or(roads)
        .or_else(|| fact(FactKind::Road).map(str::to_owned))
        .or_else(|| Some(at_comune(lone.and(fact(FactKind::Locality))?, lang)))
        .or_else(|| {
            let body = catalogue.body_of(brief).filter(|_| first.is_none())?;
            let many = ["regione ", "ministero ", "presidenza "];
            let own = !many.iter().any(|m| fold(&body.name).starts_with(m));
            (own && short(&body.name.as_str())).then(|| body.name.clone())
        })
}

#[cfg(test)]
mod tests;
