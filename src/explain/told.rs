//! What the texts of this project tell, as the first sentences of its page: what it is about,
//! where, what is done there, how much of it.

use super::claim::{Cite, Claim};
use super::facts::{Facts, cite};
use crate::lang::{Lang, w};
use crate::model::{Fact, FactKind};
use crate::text::fold::fold;
use crate::text::{grammar, number};
use crate::title::{say, whereabouts};

/// Kinds of work in one sentence, and quantities.
const MOST: usize = 3;
/// What is done to a thing: without one a sentence names the work.
const OF_A_THING: &[&str] = &[
    "rebuilding",
    "new_building",
    "extension",
    "change_of_use",
    "restoration",
    "demolition",
    "seismic",
    "fire_safety",
    "insulation",
    "waterproofing",
    "monitoring",
    "renovation",
    "refit",
    "safety",
    "recovery",
    "completion",
    "repair",
    "upgrade",
    "renewal",
    "creation",
];
/// Works that say little where a text names others.
const VAGUE: &[&str] = &[
    "renovation",
    "refit",
    "safety",
    "recovery",
    "completion",
    "repair",
    "upgrade",
    "renewal",
    "maintenance",
    "creation",
    "design",
];
/// A name of more words is said where the page tells who is in charge.
const LONGEST_NAME: usize = 10;
/// Words of the longest sentence.
const LONGEST: usize = 24;

pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    let mut out = Vec::new();
    out.extend(services(f));
    if out.is_empty() {
        out.extend(about(f));
    }
    out.extend(quantities(f));
    out.extend(programme(f));
    out
}

fn cites<'a>(facts: impl IntoIterator<Item = &'a Fact>) -> Vec<Cite> {
    let cited = facts
        .into_iter()
        .map(|fact| cite(fact.source, fact.column.column()));
    cited.collect()
}

/// The facts of a kind that have words of ours, and the words.
fn told<'a>(f: &Facts<'a>, kind: FactKind, group: &str) -> Vec<(&'a Fact, &'static str)> {
    let facts = f.project.facts_of(kind);
    facts
        .filter_map(|fact| Some((fact, say(group, &fact.value, f.lang)?)))
        .collect()
}

/// "Il Comune di Pienza attiva i pagamenti con pagoPA."
fn services(f: &Facts<'_>) -> Option<Claim> {
    let services = told(f, FactKind::Service, "service");
    let (_, body, _) = f.lead()?;
    let words: Vec<&str> = services.iter().map(|(_, word)| *word).take(MOST).collect();
    let body = match body.name.split_whitespace().count() {
        0..=LONGEST_NAME => f.the(&body.name),
        _ => f.lang.say(w::SAY_WHAT_THIS_BODY).to_owned(),
    };
    let list = grammar::list(&words, f.lang);
    let cites = cites(services.iter().map(|(fact, _)| *fact));
    (!words.is_empty()).then(|| {
        f.observed(
            w::SAY_WHAT_SERVICES,
            &[("body", &body), ("services", &list)],
            cites,
        )
    })
}

/// The thing with its name and place, and what is done; with fewer works where they are long.
fn about(f: &Facts<'_>) -> Option<Claim> {
    let mut works = told(f, FactKind::Work, "does");
    // "Si rifà il tetto" needs no "si fa manutenzione" behind it.
    let is_vague = |(fact, _): &(&Fact, &str)| VAGUE.contains(&fact.value.as_str());
    if !works.iter().all(is_vague) {
        works.retain(|work| !is_vague(work));
    }
    // That a thing is made goes without saying.
    works.retain(|(fact, _)| !["creation", "completion"].contains(&fact.value.as_str()));
    (0..=works.len().min(MOST)).rev().find_map(|most| {
        let claim = sentence(f, works.get(..most)?)?;
        (claim.text.split_whitespace().count() <= LONGEST).then_some(claim)
    })
}

fn sentence(f: &Facts<'_>, works: &[(&Fact, &str)]) -> Option<Claim> {
    let words: Vec<&str> = works.iter().map(|(_, word)| *word).collect();
    let list = grammar::list(&words, f.lang);
    let nouns = works
        .iter()
        .filter_map(|(fact, _)| say("work", &fact.value, f.lang));
    let nouns = grammar::list(&nouns.collect::<Vec<_>>(), f.lang);
    let mut used: Vec<&Fact> = works.iter().map(|(fact, _)| *fact).collect();
    let values =
        |key: &'static str, value: String| [(key, value), ("works", list.clone()), ("nouns", nouns.clone())];
    let (with, without, values) = if let Some(who) = f.project.fact(FactKind::Beneficiary) {
        used.push(who);
        let to = match f.lang {
            Lang::It => grammar::to(&who.value),
            Lang::En => format!("to {}", who.value),
        };
        let words = (w::SAY_WHAT_BENEFICIARY_DOES, w::SAY_WHAT_BENEFICIARY);
        (words.0, Some(words.1), values("to", to))
    } else if let Some(subject) = subject(f, &mut used) {
        let words = (w::SAY_WHAT_SUBJECT_DOES, w::SAY_WHAT_SUBJECT);
        (words.0, Some(words.1), values("subject", subject))
    } else {
        let mut place = place(f, "", &mut used)?;
        if f.lang == Lang::It && place.contains(", ") {
            place.push(',');
        }
        let word = if works
            .iter()
            .any(|(fact, _)| OF_A_THING.contains(&fact.value.as_str()))
        {
            w::SAY_WHAT_WORKS
        } else {
            w::SAY_WHAT_DOES
        };
        (word, None, values("place", place))
    };
    let word = if works.is_empty() { without? } else { with };
    let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
    Some(f.observed(word, &values, cites(used)))
}

/// "la Scuola Mattei, a Prato, in via Adige", "una scuola primaria a Prato".
fn subject<'a>(f: &Facts<'a>, used: &mut Vec<&'a Fact>) -> Option<String> {
    let (fact, subject) = match f.project.fact(FactKind::Name) {
        Some(name) => (name, f.the(&name.value)),
        None => {
            let thing = f.project.fact(FactKind::Thing)?;
            (thing, say("thing", &thing.value, f.lang)?.to_owned())
        }
    };
    used.push(fact);
    Some(match place(f, &subject, used) {
        Some(place) => format!("{subject}, {place}"),
        None => subject,
    })
}

/// Where, to the street; without the comune that a name says.
fn place<'a>(f: &Facts<'a>, name: &str, used: &mut Vec<&'a Fact>) -> Option<String> {
    let brief = f.brief?;
    let mut comuni = brief
        .places
        .iter()
        .filter_map(|p| f.catalogue.comune_name(p.comune?));
    let folded = format!(" {} ", fold(name));
    let says = comuni.any(|comune| folded.contains(&format!(" {} ", fold(comune))));
    let mut parts = Vec::new();
    if !says {
        parts.extend(whereabouts(f.catalogue, brief, f.lang));
    }
    let lone = brief.places.len() == 1;
    if let Some(street) = f.project.fact(FactKind::Street).filter(|_| lone) {
        used.push(street);
        parts.push(match f.lang {
            Lang::It => in_street(&street.value),
            Lang::En => format!("at {}", street.value),
        });
    }
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// "in via Adige 12"; what is no street stands as it is.
fn in_street(street: &str) -> String {
    let (head, rest) = street.split_once(' ').unwrap_or((street, ""));
    let kind = fold(head);
    match kind.as_str() {
        "via" | "viale" | "piazza" | "piazzale" | "piazzetta" | "corso" | "largo" | "vicolo" | "strada"
        | "contrada" | "localita" => format!("in {} {rest}", head.to_lowercase()),
        _ => street.to_owned(),
    }
}

/// "In cifre: 41 posti e 2 aule."
fn quantities(f: &Facts<'_>) -> Option<Claim> {
    let facts: Vec<&Fact> = f.project.facts_of(FactKind::Quantity).take(MOST).collect();
    let said: Vec<String> = facts.iter().filter_map(|fact| quantity(fact, f.lang)).collect();
    let list = grammar::list(&said, f.lang);
    (!said.is_empty()).then(|| f.observed(w::SAY_WHAT_QUANTITY, &[("quantities", &list)], cites(facts)))
}

fn quantity(fact: &Fact, lang: Lang) -> Option<String> {
    let value = fact.number?;
    let group = if value == 1.0 { "unit-one" } else { "unit-many" };
    let unit = say(group, &fact.value, lang)?;
    let figure = match value.fract() == 0.0 {
        true => number::integer(value as i64, lang),
        false => number::decimal(value, 2, lang),
    };
    Some(format!("{figure} {unit}"))
}

fn programme(f: &Facts<'_>) -> Option<Claim> {
    let fact = f.project.fact(FactKind::Programme)?;
    Some(f.observed(w::SAY_WHAT_PROGRAMME, &[("name", &fact.value)], cites([fact])))
}
