//! What a project is called in the middle of its page: by its building, its street, the firm or
//! the body that it is for, else its comune. "Il progetto" alone could be any.

use super::Evidence;
use super::body::{Kind, is_own};
use super::claim::{Cite, Claim};
use super::facts::{Facts, Values};
use super::told::at_street;
use crate::lang::{Lang, Word, w};
use crate::model::FactKind;
use crate::text::grammar;
use crate::title::{say, whereabouts};

/// A name of more letters is no name to call something by: said again and again it makes a page
/// heavy.
const LONGEST: usize = 34;

/// Of a building, which has its article and "per" before it.
const LONGEST_BUILDING: usize = 30;
/// Nor is a place of more letters.
const LONGEST_PLACE: usize = 25;

/// Whether a name is short enough to be said more than once.
pub(super) fn is_short(name: &str) -> bool {
    name.chars().count() <= LONGEST
}

/// "progetto per il Teatro dei Rinnovati", "progetto in via Adige", "progetto di Alfa S.r.l.",
/// "progetto del Comune di Pienza per il sito", "progetto a Prato": behind an article.
pub(super) fn called(f: &Facts<'_>) -> String {
    by_service(f).unwrap_or_else(|| shortly(f))
}

/// A sentence with the project called by what is its own, where there is room for that.
pub(super) fn calling(
    f: &Facts<'_>,
    evidence: Evidence,
    word: Word,
    values: Values<'_>,
    cites: Vec<Cite>,
) -> Claim {
    let with = |project: &str| {
        let mut all = values.to_vec();
        all.push(("project", project));
        f.claim(evidence, word, &all, cites.clone())
    };
    let mut told = ways(f).into_iter().map(|project| with(&project));
    let fitting = told.find(|claim| f.fits(&claim.text));
    fitting.unwrap_or_else(|| with(f.lang.say(w::SAY_CALLED_ALONE)))
}

/// The ways to call it, the fullest first: the last is "progetto" alone.
fn ways(f: &Facts<'_>) -> Vec<String> {
    let alone = f.lang.say(w::SAY_CALLED_ALONE).to_owned();
    let mut out: Vec<String> = by_service(f).into_iter().collect();
    out.extend([shortly(f), alone]);
    out
}

/// A body has a project for each service.
fn by_service(f: &Facts<'_>) -> Option<String> {
    let (_, body, _) = f.lead().filter(|(_, body, _)| is_own(&body.name))?;
    let what = service(f)?;
    let of = match is_short(&body.name) {
        true => f.of(&body.name),
        false => whereabouts(f.catalogue, f.brief?, f.lang)?,
    };
    Some(f.lang.fill(w::SAY_CALLED_SERVICE, &[("of", &of), ("what", what)]))
}

/// "il sito", "l'app IO": the first service, shortly.
fn service(f: &Facts<'_>) -> Option<&'static str> {
    let fact = f.project.fact(FactKind::Service)?;
    say("shortly", &fact.value, f.lang)
}

/// Behind the name of the body itself: "progetto per il sito", "progetto per la Scuola Mattei".
pub(super) fn behind(f: &Facts<'_>, body: &str) -> String {
    if let Some(what) = service(f) {
        return f.lang.fill(w::SAY_CALLED_FOR, &[("what", what)]);
    }
    let called = shortly(f);
    match called.ends_with(body) {
        true => f.lang.say(w::SAY_CALLED_ALONE).to_owned(),
        false => called,
    }
}

/// Without its service.
pub(super) fn shortly(f: &Facts<'_>) -> String {
    let fill = |word, value: &str| f.lang.fill(word, &[("what", value)]);
    let fact = |kind| f.project.fact(kind).map(|fact| fact.value.as_str());
    let short = |name: &&str| is_short(name);
    if let Some(firm) = fact(FactKind::Beneficiary).filter(short) {
        let of = match f.lang {
            Lang::It => grammar::of(firm),
            Lang::En => format!("of {firm}"),
        };
        return fill(w::SAY_CALLED_OF, &of);
    }
    if let Some(name) = fact(FactKind::Name).filter(|name| name.chars().count() <= LONGEST_BUILDING) {
        return fill(w::SAY_CALLED_FOR, &f.the(name));
    }
    if let Some(street) = fact(FactKind::Street).filter(|_| f.project.places.len() == 1) {
        return fill(w::SAY_CALLED_AT, &at_street(street, f.lang));
    }
    if let Some(road) = fact(FactKind::Road) {
        return fill(w::SAY_CALLED_ON_ROAD, road);
    }
    // A union or a province has works in many places: theirs tells more.
    let placed = f.only_comune().is_some();
    let is_own = |body: &str| is_own(body) && !(placed && Kind::of(body) == Kind::Territory);
    if let Some((_, body, _)) = f
        .lead()
        .filter(|(_, body, _)| is_own(&body.name) && short(&body.name.as_str()))
    {
        return fill(w::SAY_CALLED_OF, &f.of(&body.name));
    }
    let placed = f.project.places.iter().any(|p| p.comune.is_some());
    let at = f
        .brief
        .filter(|_| placed)
        .and_then(|brief| whereabouts(f.catalogue, brief, f.lang));
    match at.filter(|at| at.chars().count() <= LONGEST_PLACE) {
        Some(at) => fill(w::SAY_CALLED_AT, &at),
        None => f.lang.say(w::SAY_CALLED_ALONE).to_owned(),
    }
}

/// The sentences of a card, said of the project: "Il progetto a Pistoia insegna…". They stay words
/// of ours, without a table.
pub(super) fn of_card(f: &Facts<'_>, text: &'static str) -> Vec<Claim> {
    let called = called(f);
    let own = |mut claim: Claim| {
        let heads: &[&str] = match f.lang {
            Lang::It => &["Il progetto ", "La misura ", "Il programma "],
            Lang::En => &["The project ", "The measure ", "It "],
        };
        if let Some(rest) = heads.iter().find_map(|head| claim.text.strip_prefix(head)) {
            claim.text = f
                .lang
                .fill(w::SAY_CALLED_DOES, &[("project", &called), ("rest", rest)]);
        }
        claim
    };
    f.written(text).into_iter().map(own).collect()
}
