//! What a project is called where a card's words tell what it does, or nothing is known: by its
//! building, else by its place, else by its body. "Il progetto" alone could be any.

use super::body::{Kind, is_own};
use super::claim::Claim;
use super::facts::Facts;
use super::spoken::spoken;
use super::told::{self, at_street};
use crate::lang::{Lang, Word, w};
use crate::model::FactKind;
use crate::title::{at_comune, say, whereabouts};

/// A name or a place of more letters makes a sentence heavy.
const LONGEST: usize = 34;
const LONGEST_PLACE: usize = 60;
const LONGEST_SCHOOL: usize = 48;

/// "progetto per la Scuola Mattei", "progetto di Alfa S.r.l.", "progetto a Prato": behind an
/// article. The street stands in "what" and "where".
pub(super) fn called(f: &Facts<'_>) -> String {
    let fill = |word: Word, value: &str| f.lang.fill(word, &[("what", value)]);
    let fact = |kind| f.project.fact(kind).map(|fact| fact.value.as_str());
    let short = |name: &&str| name.chars().count() <= LONGEST;
    if let Some(firm) = fact(FactKind::Beneficiary).filter(short) {
        return fill(w::SAY_CALLED_BY, &f.of(firm));
    }
    if let Some(name) = fact(FactKind::Name).filter(short) {
        return fill(w::SAY_CALLED_FOR, &f.the(name));
    }
    let at = f.brief.and_then(|brief| whereabouts(f.catalogue, brief, f.lang));
    let at = at.filter(|at| at.chars().count() <= LONGEST);
    let of = f
        .lead()
        .filter(|(_, body, _)| is_own(&body.name) && short(&body.name.as_str()));
    let of = of.map(|(_, body, _)| f.of(&body.name));
    let placed = f.project.places.iter().any(|p| p.comune.is_some());
    let national = f.project.places.iter().all(|p| p.region.is_none());
    let by = match (placed, national) {
        // A comune has many schools; English stays short.
        (true, _) => school(f).filter(|_| f.lang == Lang::It).or(at).or(of),
        (false, true) => of,
        (false, false) => of.or(at),
    };
    match by {
        Some(by) => fill(w::SAY_CALLED_BY, &by),
        None => f.lang.say(w::SAY_CALLED_ALONE).to_owned(),
    }
}

/// "dell'Istituto Comprensivo Massarosa 2", where a school carries it out.
fn school(f: &Facts<'_>) -> Option<String> {
    let (_, body, _) = f
        .lead()
        .filter(|(_, body, _)| Kind::of(&body.name) == Kind::School)?;
    let name = spoken(&body.name).filter(|name| name.chars().count() <= LONGEST_SCHOOL)?;
    Some(f.of(&name))
}

/// "progetto a Prato, in via Adige": where nothing else has told the street yet.
fn in_street(f: &Facts<'_>) -> Option<String> {
    let told = [FactKind::Beneficiary, FactKind::Name];
    if told.into_iter().any(|kind| f.project.fact(kind).is_some()) {
        return None;
    }
    let said = street_at(f).filter(|said| said.chars().count() <= LONGEST_PLACE);
    let said = match (said, f.only_comune()) {
        (Some(said), _) => said,
        (None, Some(comune)) if f.project.fact(FactKind::Street).is_some() => at_comune(&comune.name, f.lang),
        _ => return None,
    };
    Some(f.lang.fill(w::SAY_CALLED_BY, &[("what", &said)]))
}

/// "a Prato, in via Adige".
fn street_at(f: &Facts<'_>) -> Option<String> {
    let (street, comune) = f.project.fact(FactKind::Street).zip(f.only_comune())?;
    let at = at_comune(&comune.name, f.lang);
    // At a corner the first street is enough.
    let (street, _) = street
        .value
        .split_once(", angolo ")
        .unwrap_or((&street.value, ""));
    let street = at_street(street, f.lang);
    Some(
        f.lang
            .fill(w::SAY_CALLED_IN_STREET, &[("at", &at), ("street", &street)]),
    )
}

/// "progetto per una palestra a Prato, in via Adige", or by a long name: where there is room to
/// tell it from the others of its comune.
pub(super) fn by_thing(f: &Facts<'_>) -> Option<String> {
    if f.project.fact(FactKind::Beneficiary).is_some() {
        return None;
    }
    if let Some(name) = f.project.fact(FactKind::Name) {
        let the = f.the(&name.value);
        return (the.chars().count() <= LONGEST_PLACE)
            .then(|| f.lang.fill(w::SAY_CALLED_FOR, &[("what", &the)]));
    }
    let thing = told::thing(f).and_then(|thing| say("thing", &thing.value, f.lang));
    let service = || say("service", &told::only_service(f)?.value, f.lang);
    let thing = thing.or_else(service)?;
    let at = f
        .brief
        .and_then(|brief| whereabouts(f.catalogue, brief, f.lang))?;
    let both = |at: &str| format!("{thing} {at}");
    let with_street = street_at(f).map(|at| both(&at));
    let fits = |what: &String| what.chars().count() <= LONGEST_PLACE;
    let what = with_street.into_iter().chain([both(&at)]).find(fits)?;
    Some(f.lang.fill(w::SAY_CALLED_FOR, &[("what", &what)]))
}

/// The same before a verb: what stands between commas is closed.
pub(super) fn as_subject(f: &Facts<'_>) -> String {
    closed(called(f))
}

/// A sentence with the project's name in it, or "il progetto" where that makes it too long.
pub(super) fn with_name(f: &Facts<'_>, tell: impl Fn(&str) -> Claim) -> Claim {
    let named = tell(&as_subject(f));
    // Names of bodies and places are hard on an English sentence.
    match f.lang == Lang::It && f.fits(&named.text) {
        true => named,
        false => tell(f.lang.say(w::SAY_CALLED_ALONE)),
    }
}

fn closed(mut called: String) -> String {
    if called.contains(", ") {
        called.push(',');
    }
    called
}

/// The sentences of a card, the first said of the project: "Il progetto a Pistoia insegna…". They
/// stay words of ours, without a table.
pub(super) fn of_card(f: &Facts<'_>, text: &'static str) -> Vec<Claim> {
    let mut claims = f.written(text);
    let heads: &[&str] = match f.lang {
        Lang::It => &["Il progetto ", "La misura ", "Il programma "],
        Lang::En => &["The project ", "The measure ", "It "],
    };
    if let Some(first) = claims.first_mut()
        && let Some(rest) = heads.iter().find_map(|head| first.text.strip_prefix(head))
    {
        let project = closed(in_street(f).unwrap_or_else(|| called(f)));
        let values = [("project", project), ("rest", rest.to_owned())];
        let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
        first.text = f.lang.fill(w::SAY_CALLED_DOES, &values);
    }
    claims
}
