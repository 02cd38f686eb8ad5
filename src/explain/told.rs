//! What the texts of this project tell, as the first sentences of its page: what it is about,
//! where, what is done there, how much of it.

use super::claim::{Cite, Claim};
use super::facts::{Facts, cite};
use crate::lang::{Lang, w};
use crate::model::{Fact, FactKind, Work};
use crate::text::fold::fold;
use crate::text::grammar;
use crate::text::grammar::Article;
use crate::title::{at_comune, bare, part, quantity, say, the_thing, whereabouts};

/// Kinds of work in one sentence, and quantities.
const MOST: usize = 3;
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

    fn is_of_a_whole(&self) -> bool {
        self.work.is_some_and(|w| WHOLE.contains(&w))
    }
}

/// The thing with its name and place, and what is done; with fewer works where they are long.
fn about(f: &Facts<'_>) -> Option<Claim> {
    let told = told(f, FactKind::Work, "does").into_iter();
    let mut works: Vec<Done<'_>> = told
        .map(|(fact, does)| Done {
            fact,
            work: Work::from_code(&fact.value),
            does,
        })
        .collect();
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
        let (whole, mut rest): (Vec<&Done<'_>>, Vec<&Done<'_>>) =
            works.iter().partition(|w| w.is_of_a_whole());
        if !whole.is_empty() {
            rest.retain(|work| !work.is_vague());
        }
        let word = match (whole.is_empty() || subject.is_many, rest.is_empty()) {
            _ if works.is_empty() => w::SAY_WHAT_SUBJECT,
            (true, _) => w::SAY_WHAT_SUBJECT_DOES,
            (false, true) => w::SAY_WHAT_WHOLE,
            (false, false) => w::SAY_WHAT_WHOLE_DOES,
        };
        values.push(("subject", subject.text));
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

/// What a sentence is about, and whether its verb stands in the plural.
struct Subject {
    text: String,
    is_many: bool,
}

/// The fact that says what the project makes.
pub(super) fn thing<'a>(f: &Facts<'a>) -> Option<&'a Fact> {
    let things = || f.project.facts_of(FactKind::Thing);
    // "Biblioteca comunale Calvino" is a library, whatever else the texts speak of.
    let name = f.project.fact(FactKind::Name).map(|name| fold(&name.value));
    let named = |t: &&Fact| {
        let noun = say("thing", &t.value, Lang::It).map(|noun| fold(bare(noun)));
        noun.is_some_and(|noun| name.as_ref().is_some_and(|name| name.contains(&noun)))
    };
    if let Some(named) = things().find(named) {
        return Some(named);
    }
    let code = the_thing(f.card, things().map(|t| t.value.as_str()))?;
    things().find(|t| t.value == code)
}

/// "la Scuola Mattei, a Prato, in via Adige", "una scuola primaria a Prato".
fn subject<'a>(f: &Facts<'a>, used: &mut Vec<&'a Fact>) -> Option<Subject> {
    let (fact, subject, is_many) = match f.project.fact(FactKind::Name) {
        Some(name) => {
            let many = [Article::I, Article::Gli, Article::Le];
            let is_many = Article::of(&name.value).is_some_and(|a| many.contains(&a));
            let codes = f.project.facts_of(FactKind::Thing).map(|t| t.value.as_str());
            match part(codes, &name.value, Lang::It).and_then(|code| say("thing", code, f.lang)) {
                Some(part) => {
                    let things = f.project.facts_of(FactKind::Thing);
                    used.extend(things.filter(|t| say("thing", &t.value, f.lang) == Some(part)));
                    let within = match f.lang {
                        Lang::It => grammar::in_(&name.value),
                        Lang::En => format!("in {}", f.the(&name.value)),
                    };
                    (name, format!("{part} {within}"), false)
                }
                None => (name, f.the(&name.value), is_many),
            }
        }
        None => {
            let thing = thing(f)?;
            let word = say("thing", &thing.value, f.lang)?;
            // "A Massa si rifà il fondo della strada" names the thing with the work.
            let noun = bare(word);
            let works = told(f, FactKind::Work, "does");
            if f.lang == Lang::It && works.iter().any(|(_, does)| does.split(' ').any(|w| w == noun)) {
                return None;
            }
            let many = ["dei ", "degli ", "delle ", "i ", "gli ", "le "];
            (thing, word.to_owned(), many.iter().any(|m| word.starts_with(m)))
        }
    };
    used.push(fact);
    let text = match place(f, &subject, used) {
        Some(place) => format!("{subject}, {place}"),
        None => subject,
    };
    Some(Subject { text, is_many })
}

/// Where it is, at the start of a sentence of which it is no part; nothing where no table says it.
pub(super) fn at_the_start(f: &Facts<'_>) -> (String, Vec<Cite>) {
    let mut used = Vec::new();
    let mut place = place(f, "", &mut used).unwrap_or_default();
    if f.lang == Lang::It && place.contains(", ") {
        place.push(',');
    }
    (place, cites(used))
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
    let lone = brief.places.len() == 1 && brief.places.iter().all(|p| p.comune.is_some());
    if let Some(street) = f.project.fact(FactKind::Street).filter(|_| lone) {
        used.push(street);
        parts.push(at_street(&street.value, f.lang));
    } else if let Some(road) = f.project.fact(FactKind::Road) {
        used.push(road);
        parts.push(f.lang.fill(w::SAY_WHERE_ON_ROAD, &[("road", &road.value)]));
    } else if let Some(hamlet) = f.project.fact(FactKind::Locality).filter(|_| lone) {
        used.push(hamlet);
        parts.push(at_comune(&hamlet.value, f.lang));
    }
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Words that a street begins with, small in a sentence.
const STREETS: [&str; 12] = [
    "via",
    "viale",
    "piazza",
    "piazzale",
    "piazzetta",
    "corso",
    "largo",
    "vicolo",
    "strada",
    "contrada",
    "localita",
    "borgo",
];

/// "in via Adige 12".
pub(super) fn at_street(street: &str, lang: Lang) -> String {
    let (head, rest) = street.split_once(' ').unwrap_or((street, ""));
    match lang {
        Lang::En => format!("at {street}"),
        Lang::It if is_street(street) => format!("in {} {rest}", head.to_lowercase()),
        Lang::It => format!("in {street}"),
    }
}

/// Whether an address begins with the word of a street.
pub(super) fn is_street(address: &str) -> bool {
    let head = address.split(' ').next().unwrap_or_default();
    STREETS.contains(&fold(head).as_str())
}

/// How much of it, behind the sentence that says what: "(41 posti e 2 aule)", where there is room.
pub(super) fn with_quantities(f: &Facts<'_>, first: Claim) -> Vec<Claim> {
    let facts: Vec<&Fact> = f.project.facts_of(FactKind::Quantity).take(MOST).collect();
    let said: Vec<String> = facts
        .iter()
        .filter_map(|fact| quantity(&fact.value, fact.number?, f.lang))
        .collect();
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
