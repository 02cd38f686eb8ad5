//! What the texts of this project tell, as the first sentences of its page: what it is about,
//! where, what is done there, how much of it.

mod place;
mod said;
mod subject;

use super::claim::Claim;
use super::facts::Facts;
use crate::lang::{Lang, w};
use crate::model::{Fact, FactKind, Service, Work};
use crate::text::grammar;
use crate::title::{lot, quantity, say, whereabouts};
use place::place;
use said::{MOST, cites, told};
use subject::{Deed, is_of_streets, subject};

pub(super) use place::{at_street, at_the_start, is_street};
pub(super) use subject::thing;

/// Works of a whole thing, which follows as their object: "si restaura la villa".
const WHOLE: &[Work] = &[
    Work::Rebuilding,
    Work::NewBuilding,
    Work::Extension,
    Work::Restoration,
    Work::Demolition,
    Work::FireSafety,
    Work::Insulation,
    Work::Waterproofing,
    Work::Monitoring,
    Work::Renovation,
    Work::Refit,
    Work::Adaptation,
    Work::Safety,
    Work::Recovery,
    Work::Repair,
    Work::Upgrade,
    Work::Renewal,
];
/// A name of more words is said where the page tells who is in charge.
const LONGEST_NAME: usize = 10;
/// Words of the longest sentence.
const LONGEST: usize = 24;

/// The sentence that says what the project is: the services of a body, else the thing and what is
/// done.
pub(super) fn first(f: &Facts<'_>) -> Option<Claim> {
    services(f).or_else(|| about(f))
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
    let is_cloud = services.len() == 1
        && services
            .iter()
            .all(|(fact, _)| fact.value == Service::Cloud.code());
    let word = match is_cloud {
        true => w::SAY_WHAT_CLOUD,
        false => w::SAY_WHAT_SERVICES,
    };
    (!words.is_empty()).then(|| f.observed(word, &[("body", &body), ("services", &list)], cites))
}

/// What is told of a kind of work.
struct Done<'a> {
    fact: &'a Fact,
    work: Option<Work>,
    does: &'static str,
}

impl Done<'_> {
    /// One of the words that say little, which stand last in the vocabulary.
    fn is_vague(&self) -> bool {
        self.work.is_some_and(|w| w >= Work::Renovation)
    }

    fn is_purchase(&self) -> bool {
        matches!(self.work, Some(Work::Machines | Work::Vehicles | Work::Equipment))
    }

    fn is_of_a_whole(&self) -> bool {
        self.work.is_some_and(|w| WHOLE.contains(&w))
    }
}

/// The thing with its name and place, and what is done; with fewer works where they are long.
fn about(f: &Facts<'_>) -> Option<Claim> {
    let told = told(f, FactKind::Work, "does").into_iter();
    let on_streets = is_of_streets(f);
    let mut works: Vec<Done<'_>> = told
        .map(|(fact, does)| Done {
            fact,
            work: Work::from_code(&fact.value),
            does: match Work::from_code(&fact.value) {
                Some(Work::Lighting) if on_streets => f.lang.say(w::FACT_STREETS_LIGHTING),
                Some(Work::EnergySaving) if on_streets => f.lang.say(w::FACT_STREETS_ENERGY),
                Some(Work::Led) if on_streets => f.lang.say(w::FACT_STREETS_LED),
                _ => does,
            },
        })
        .collect();
    // "Efficientamento dell'illuminazione" saves energy, and says nothing of the light.
    if on_streets && works.iter().any(|done| done.work == Some(Work::EnergySaving)) {
        works.retain(|done| done.work != Some(Work::Lighting));
    }
    // "Si rifà il tetto" needs no "si fa manutenzione" behind it.
    if !works.iter().all(Done::is_vague) {
        works.retain(|work| !work.is_vague());
    }
    // That a thing is made goes without saying.
    works.retain(|done| !matches!(done.work, Some(Work::Creation | Work::Completion)));
    (0..=works.len().min(MOST)).rev().find_map(|most| {
        let claim = sentence(f, works.get(..most)?)?;
        (claim.text.split_whitespace().count() <= LONGEST).then_some(claim)
    })
}

fn sentence(f: &Facts<'_>, works: &[Done<'_>]) -> Option<Claim> {
    let all = |works: &[&Done<'_>]| {
        let words: Vec<&str> = works.iter().map(|done| done.does).collect();
        grammar::list(&words, f.lang)
    };
    let list = all(&works.iter().collect::<Vec<_>>());
    let nouns = works
        .iter()
        .filter_map(|done| say("work", &done.fact.value, f.lang));
    let nouns = grammar::list(&nouns.collect::<Vec<_>>(), f.lang);
    let mut used: Vec<&Fact> = works.iter().map(|done| done.fact).collect();
    let mut values = vec![("works", list), ("nouns", nouns)];
    let word = if let Some(who) = f.project.fact(FactKind::Beneficiary) {
        used.push(who);
        values.push((
            "to",
            match f.lang {
                Lang::It => grammar::to(&who.value),
                Lang::En => format!("to {}", who.value),
            },
        ));
        let place = f.brief.and_then(|b| whereabouts(f.catalogue, b, f.lang));
        values.push(("place", place.map_or_else(String::new, |at| format!(", {at}"))));
        match works {
            [] => w::SAY_WHAT_BENEFICIARY,
            _ => w::SAY_WHAT_BENEFICIARY_DOES,
        }
    } else if let Some(subject) = subject(f, &mut used) {
        let told = works.iter().filter(|work| match subject.deed {
            Deed::About => true,
            Deed::Made => !(work.is_vague() || subject.is_many && work.is_of_a_whole()),
            Deed::Bought => !work.is_purchase(),
        });
        let told: Vec<&Done<'_>> = told.collect();
        let (whole, mut rest): (Vec<&Done<'_>>, Vec<&Done<'_>>) =
            told.iter().copied().partition(|w| w.is_of_a_whole());
        if !whole.is_empty() {
            rest.retain(|work| !work.is_vague());
        }
        values[0].1 = all(&told);
        let bought = subject.deed == Deed::Bought;
        let word = match (whole.is_empty() || subject.is_many || bought, rest.is_empty()) {
            _ if told.is_empty() => subject.alone(),
            (true, _) => subject.with_works(),
            (false, true) => w::SAY_WHAT_WHOLE,
            (false, false) => w::SAY_WHAT_WHOLE_DOES,
        };
        values.push((
            "subject",
            match (word == w::SAY_WHAT_SUBJECT_DOES, f.lang) {
                (true, Lang::It) => subject.inside,
                _ => subject.text,
            },
        ));
        values.push(("whole", all(&whole)));
        values.push(("rest", all(&rest)));
        word
    } else {
        let mut place = place(f, "", &mut used)?;
        if f.lang == Lang::It && place.contains(", ") {
            place.push(',');
        }
        values.push(("place", place));
        match works {
            [] => return None,
            works if works.iter().any(Done::is_of_a_whole) => w::SAY_WHAT_WORKS,
            // "Si rende più sicuro": what, no text says.
            works if works.iter().any(|d| d.work == Some(Work::Seismic)) => w::SAY_WHAT_WORKS,
            works if works.iter().any(|d| d.work == Some(Work::ChangeOfUse)) => w::SAY_WHAT_WORKS,
            _ => w::SAY_WHAT_DOES,
        }
    };
    let values: Vec<(&str, &str)> = values.iter().map(|(key, value)| (*key, value.as_str())).collect();
    Some(f.observed(word, &values, cites(used)))
}

/// How much of it, behind the sentence that says what: "(41 posti e 2 aule)", where there is room.
pub(super) fn with_quantities(f: &Facts<'_>, first: Claim) -> Vec<Claim> {
    let quantities = f.project.facts_of(FactKind::Quantity).take(MOST);
    let facts: Vec<&Fact> = f.project.facts_of(FactKind::Lot).chain(quantities).collect();
    let said = facts.iter().filter_map(|fact| match fact.kind {
        FactKind::Lot => Some(lot(&fact.value, f.lang)),
        _ => quantity(&fact.value, fact.number?, f.lang),
    });
    let said: Vec<String> = said.collect();
    if said.is_empty() {
        return vec![first];
    }
    let list = grammar::list(&said, f.lang);
    let values = [("quantities", list.as_str())];
    let alone = f.observed(w::SAY_WHAT_QUANTITY, &values, cites(facts));
    f.join(first, w::SAY_WHAT_QUANTITY_BEHIND, &values, alone)
}

pub(super) fn programme(f: &Facts<'_>) -> Option<Claim> {
    let fact = f.project.fact(FactKind::Programme)?;
    Some(f.observed(w::SAY_WHAT_PROGRAMME, &[("name", &fact.value)], cites([fact])))
}
