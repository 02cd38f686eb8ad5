//! What the texts of this project tell, as the first sentences of its page: what it is about,
//! where, what is done there, how much of it.

use super::claim::{Cite, Claim};
use super::facts::{Facts, cite};
use crate::lang::{Lang, Word, w};
use crate::model::{Fact, FactKind, Service, Thing, Work};
use crate::text::fold::fold;
use crate::text::grammar;
use crate::text::grammar::Article;
use crate::title::{at_comune, bare, lot, part, quantity, say, the_thing, whereabouts};

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
    Work::Adaptation,
    Work::Safety,
    Work::Recovery,
    Work::Repair,
    Work::Upgrade,
    Work::Renewal,
];
const MACHINES: &[Thing] = &[
    Thing::CtScanner,
    Thing::MriScanner,
    Thing::Mammograph,
    Thing::Ultrasound,
    Thing::XRay,
    Thing::Angiograph,
    Thing::LinearAccelerator,
    Thing::PetScanner,
    Thing::GammaCamera,
    Thing::Bus,
    Thing::Train,
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

/// What is done to the subject of a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Deed {
    About,
    Made,
    Bought,
}

/// What a sentence is about, and whether its verb stands in the plural.
struct Subject {
    text: String,
    /// The same as the place of the works: "in una palestra, a Firenze", "sul Ponte Alfa".
    inside: String,
    is_many: bool,
    deed: Deed,
}

impl Subject {
    fn alone(&self) -> Word {
        match (self.deed, self.is_many) {
            (Deed::About, _) => w::SAY_WHAT_SUBJECT,
            (Deed::Made, false) => w::SAY_WHAT_MADE,
            (Deed::Made, true) => w::SAY_WHAT_MADE_MANY,
            (Deed::Bought, false) => w::SAY_WHAT_BOUGHT,
            (Deed::Bought, true) => w::SAY_WHAT_BOUGHT_MANY,
        }
    }

    fn with_works(&self) -> Word {
        match (self.deed, self.is_many) {
            (Deed::About, _) => w::SAY_WHAT_SUBJECT_DOES,
            (Deed::Made, false) => w::SAY_WHAT_MADE_DOES,
            (Deed::Made, true) => w::SAY_WHAT_MADE_MANY_DOES,
            (Deed::Bought, false) => w::SAY_WHAT_BOUGHT_DOES,
            (Deed::Bought, true) => w::SAY_WHAT_BOUGHT_MANY_DOES,
        }
    }
}

/// "Biblioteca comunale Calvino" is a library, whatever else the texts speak of.
fn thing_of_name<'a>(f: &Facts<'a>, name: &Fact) -> Option<&'a Fact> {
    let name = fold(&name.value);
    let says = |t: &&Fact| {
        let noun = say("thing", &t.value, Lang::It).map(|noun| fold(bare(noun)));
        noun.is_some_and(|noun| name.contains(&noun))
    };
    f.project.facts_of(FactKind::Thing).find(says)
}

/// The fact that says what the project is about.
pub(super) fn thing<'a>(f: &Facts<'a>) -> Option<&'a Fact> {
    let things = || f.project.facts_of(FactKind::Thing);
    let name = f.project.fact(FactKind::Name);
    if let Some(named) = name.and_then(|name| thing_of_name(f, name)) {
        return Some(named);
    }
    let code = the_thing(f.card, things().map(|t| t.value.as_str()))?;
    things().find(|t| t.value == code)
}

/// "la Scuola Mattei, a Prato, in via Adige", "una scuola primaria a Prato".
fn subject<'a>(f: &Facts<'a>, used: &mut Vec<&'a Fact>) -> Option<Subject> {
    let (subject, is_many, made) = match f.project.fact(FactKind::Name) {
        Some(name) => named(f, name, used),
        None => unnamed(f, used)?,
    };
    let deed = match made.is_empty() {
        true if is_bought(f) => Deed::Bought,
        true => Deed::About,
        false => Deed::Made,
    };
    used.extend(&made);
    let inside = inside(f, &subject);
    let place = place(f, &subject, used);
    // "In una palestra a Firenze, in via Adige 12, si riducono…".
    let is_at = |place: &str| place.starts_with("a ") || place.starts_with("ad ");
    let inside = match &place {
        Some(place) if !is_at(place) => format!("{inside}, {place},"),
        Some(place) if place.contains(", ") => format!("{inside} {place},"),
        Some(place) => format!("{inside} {place}"),
        None => inside,
    };
    let text = match place {
        Some(place) => format!("{subject}, {place}"),
        None => subject,
    };
    Some(Subject {
        text,
        inside,
        is_many,
        deed,
    })
}

/// Things that works are done on and not in.
const LINES: &[Thing] = &[
    Thing::Road,
    Thing::Bridge,
    Thing::RailLine,
    Thing::Tramway,
    Thing::Metro,
    Thing::CyclePath,
    Thing::Path,
    Thing::Slope,
    Thing::RiverBank,
    Thing::Canal,
    Thing::Coast,
];

/// "in una palestra", "su una strada", "nel Liceo Alfa", "per l'illuminazione delle strade".
fn inside(f: &Facts<'_>, subject: &str) -> String {
    let kind = thing(f).and_then(|thing| Thing::from_code(&thing.value));
    let is_line = kind.is_some_and(|thing| LINES.contains(&thing));
    let name = f.project.fact(FactKind::Name).map(|name| name.value.as_str());
    let is_name = |name: &&str| f.the(name) == subject;
    match (name.filter(is_name), is_line) {
        (Some(name), true) => grammar::on(name),
        (Some(name), false) => grammar::in_(name),
        (None, true) => format!("su {subject}"),
        (None, false)
            if ["l'", "la ", "il ", "lo ", "i ", "gli ", "le "]
                .iter()
                .any(|a| subject.starts_with(a)) =>
        {
            format!("per {subject}")
        }
        (None, false) => match ["dei ", "degli ", "delle "]
            .iter()
            .find_map(|a| subject.strip_prefix(a))
        {
            Some(bare) => format!("in {bare}"),
            None => format!("in {subject}"),
        },
    }
}

/// Words of a subject, whether they are a plural, and the facts that say that it is made anew.
type Words<'a> = (String, bool, Vec<&'a Fact>);

/// What the name stands for, or a part of it that the texts speak of.
fn named<'a>(f: &Facts<'a>, name: &'a Fact, used: &mut Vec<&'a Fact>) -> Words<'a> {
    used.push(name);
    let things = || f.project.facts_of(FactKind::Thing);
    let codes = things().map(|t| t.value.as_str());
    let part = part(codes, &name.value, Lang::It);
    if let Some((code, word)) = part.and_then(|code| Some((code, say("thing", code, f.lang)?))) {
        used.extend(things().filter(|t| say("thing", &t.value, f.lang) == Some(word)));
        let within = match f.lang {
            _ if is_bought(f) => f.lang.fill(w::SAY_WHAT_FOR, &[("name", &f.the(&name.value))]),
            Lang::It => grammar::in_(&name.value),
            Lang::En => format!("in {}", f.the(&name.value)),
        };
        return (
            format!("{word} {within}"),
            false,
            made(f, code).into_iter().collect(),
        );
    }
    let many = [Article::I, Article::Gli, Article::Le];
    let is_many = Article::of(&name.value).is_some_and(|a| many.contains(&a));
    let thing = thing_of_name(f, name).or_else(|| match things().count() {
        1 => things().next(),
        _ => None,
    });
    let made = thing.and_then(|thing| made(f, &thing.value));
    (f.the(&name.value), is_many, made.into_iter().collect())
}

/// Whether the lamps of streets are what is worked on, and the works say it.
fn is_of_streets(f: &Facts<'_>) -> bool {
    let lamps = thing(f).is_some_and(|thing| thing.value == Thing::StreetLamps.code());
    let light = [Work::Lighting, Work::Led].map(Work::code);
    let lit = f
        .project
        .facts_of(FactKind::Work)
        .any(|work| light.contains(&work.value.as_str()));
    lamps && lit && f.project.fact(FactKind::Name).is_none() && made(f, Thing::StreetLamps.code()).is_none()
}

/// The thing that is made, with what is made beside it, or that the works are for.
fn unnamed<'a>(f: &Facts<'a>, used: &mut Vec<&'a Fact>) -> Option<Words<'a>> {
    if is_of_streets(f) {
        return None;
    }
    let thing = thing(f)?;
    let word = say("thing", &thing.value, f.lang)?;
    // "A Massa si rifà il fondo della strada" names the thing with the work.
    let noun = bare(word);
    let works = told(f, FactKind::Work, "does");
    if f.lang == Lang::It && works.iter().any(|(_, does)| does.split(' ').any(|w| w == noun)) {
        return None;
    }
    used.push(thing);
    if made(f, &thing.value).is_some() {
        let all = told(f, FactKind::Made, "thing");
        let all: Vec<(&Fact, &str)> = all.into_iter().take(MOST).collect();
        let words: Vec<&str> = all.iter().map(|(_, word)| *word).collect();
        let facts = all.iter().map(|(fact, _)| *fact).collect();
        return Some((
            grammar::list(&words, f.lang),
            all.len() > 1 || is_plural(word),
            facts,
        ));
    }
    let beside = told(f, FactKind::Beside, "thing");
    if let Some((fact, other)) = beside.first() {
        used.push(fact);
        return Some((grammar::list(&[word, *other], f.lang), true, Vec::new()));
    }
    Some((word.to_owned(), is_plural(word), Vec::new()))
}

/// Whether the thing is a machine, which is bought and not built.
fn is_bought(f: &Facts<'_>) -> bool {
    let name = f.project.fact(FactKind::Name);
    let of_name = name.and_then(|name| {
        let codes = f.project.facts_of(FactKind::Thing).map(|t| t.value.as_str());
        part(codes, &name.value, Lang::It)
    });
    let code = match name {
        Some(_) => of_name,
        None => thing(f).map(|thing| thing.value.as_str()),
    };
    code.and_then(Thing::from_code)
        .is_some_and(|thing| MACHINES.contains(&thing))
}

fn is_plural(word: &str) -> bool {
    let many = ["dei ", "degli ", "delle ", "i ", "gli ", "le "];
    many.iter().any(|m| word.starts_with(m))
}

/// The fact that a thing is made anew.
fn made<'a>(f: &Facts<'a>, code: &str) -> Option<&'a Fact> {
    f.project.facts_of(FactKind::Made).find(|fact| fact.value == code)
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
    let is_said = |street: &&Fact| {
        let bare = street
            .value
            .trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
        folded.contains(&format!(" {} ", fold(bare)))
    };
    let street = f.project.fact(FactKind::Street).filter(|_| lone);
    if let Some(street) = street.filter(|street| !is_said(street)) {
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
