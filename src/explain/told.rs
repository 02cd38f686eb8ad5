//! What the texts of this project tell, as the first sentences of its page: what it is about,
//! where, what is done there, how much of it.

mod about;
mod does;
mod place;
mod said;
mod subject;

use super::body::{Kind, is_own};
use super::claim::{Cite, Claim};
use super::facts::{Facts, cite};
use super::spoken::spoken;
use super::{state, targets, trade};
use crate::lang::{Lang, w};
use crate::model::{
    Candidature, Fact, FactKind, LabelKind, Role, Service, SourceId, Status, Thing, Unit, Work,
};
use crate::text::{fold::fold, grammar};
use crate::title::{lot, quantity, say};
use about::{is_a_space, is_of_streets};
use does::{does, is_a_move, is_study};
use place::place;
use said::{MOST, cites, told};
use std::borrow::Cow;
use subject::{Deed, subject};

pub(super) use about::{is_house, is_new, made_inside, only_service, thing};
pub(super) use place::{at_address, at_street, at_the_start, on_roads, reach, several};
pub(super) use subject::reached;

/// Works of a whole thing, which follows as their object: "si restaura la villa".
const WHOLE: &[Work] = &[
    Work::Rebuilding,
    Work::NewBuilding,
    Work::Reconstruction,
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
    Work::Tidying,
    Work::Upgrade,
    Work::Renewal,
    Work::Completion,
];
/// Words of the longest sentence, and with those of names and streets.
const LONGEST: usize = 24;
const MOST_WORDS: usize = 30;

/// The sentence that says what the project is: the services of a body, else the thing and what is
/// done.
pub(super) fn first(f: &Facts<'_>) -> Option<Claim> {
    services(f)
        .or_else(|| site(f))
        .or_else(|| civil(f))
        .or_else(|| about(f))
}

/// "Il Comune di Pienza attiva i pagamenti con pagoPA."
fn services(f: &Facts<'_>) -> Option<Claim> {
    let services = told(f, FactKind::Service, "service");
    let (_, body, _) = f.lead()?;
    let words: Vec<&str> = services.iter().map(|(_, word)| *word).take(MOST).collect();
    let body = match spoken(&body.name) {
        Some(name) => f.the(&name),
        None if Kind::of(&body.name) == Kind::School => f.lang.say(w::SAY_WHAT_THIS_SCHOOL).to_owned(),
        None => f.lang.say(w::SAY_WHAT_THIS_BODY).to_owned(),
    };
    let list = grammar::list(&words, f.lang);
    let cites = cites(services.iter().map(|(fact, _)| *fact));
    let moved = is_cloud(f);
    let count = f
        .project
        .facts_of(FactKind::Quantity)
        .find(|q| q.value == Unit::Services.code())
        .filter(|q| !is_of_given_up(f, q.source));
    let count = count
        .and_then(|q| quantity(&q.value, q.number?, f.lang))
        .filter(|_| moved);
    let word = match (moved, count.is_some(), is_in_service(f)) {
        (true, true, _) if state::status(f) == Status::Withdrawn => w::SAY_WHAT_CLOUD_COUNT_GONE,
        _ if state::status(f) == Status::Withdrawn => w::SAY_WHAT_SERVICES_GONE,
        (true, true, false) => w::SAY_WHAT_CLOUD_COUNT,
        (true, true, true) => w::SAY_WHAT_CLOUD_COUNT_DONE,
        (true, false, false) => w::SAY_WHAT_CLOUD,
        (true, false, true) => w::SAY_WHAT_CLOUD_DONE,
        (false, _, false) => w::SAY_WHAT_SERVICES,
        (false, _, true) => w::SAY_WHAT_SERVICES_DONE,
    };
    let count = count.unwrap_or_default();
    let values = [("body", body.as_str()), ("services", &list), ("count", &count)];
    (!words.is_empty()).then(|| f.observed(word, &values, cites))
}

/// Whether a row is of the time of a request that was given up for one of another amount.
fn is_of_given_up(f: &Facts<'_>, source: SourceId) -> bool {
    let Some((last, earlier)) = f.project.candidatures.split_last() else {
        return false;
    };
    let is_another = |c: &Candidature| c.status == Some('R') && c.amount != last.amount;
    last.status != Some('R') && source < last.source && earlier.iter().any(is_another)
}

/// Measures whose projects are parts of a plan for homes that has a name.
const HOMES: &[&str] = &["M5C2I2.03"];
/// The measure for young people who help a body.
const CIVIL_SERVICE: &[&str] = &["M5C1I2.01"];
/// The measure for websites and online services.
const SITES: &[&str] = &["M1C1I1.04.01"];

/// "Il progetto rende più chiari e facili il sito e i servizi in rete del Comune di Pienza."
fn site(f: &Facts<'_>) -> Option<Claim> {
    let (role, body, source) = f.lead().filter(|_| f.is_of_measure(SITES))?;
    let name = spoken(&body.name).filter(|_| Kind::of(&body.name) == Kind::Comune)?;
    let mut cites = f.cite_measure("Descrizione Submisura");
    cites.push(cite(source, f.body_column(source, role)));
    Some(f.linked(w::SAY_WHAT_SITE_OF, &[("of", &f.of(&name))], cites))
}

/// "I giovani fanno il servizio civile contro le dipendenze a Mulazzo, con Caritas Italiana."
fn civil(f: &Facts<'_>) -> Option<Claim> {
    if !f.is_of_measure(CIVIL_SERVICE) {
        return None;
    }
    let host = f.project.fact(FactKind::Host);
    let aims = told(f, FactKind::Aim, "aim");
    if host.is_none() && aims.is_empty() {
        return None;
    }
    let with = host.map_or_else(String::new, |host| {
        f.lang
            .fill(w::SAY_WHAT_HOST_WITH, &[("the", &f.the(&host.value))])
    });
    let spaced = |text: String| if text.is_empty() { text } else { format!(" {text}") };
    let tell = |most: usize| {
        let aims = aims.iter().take(most);
        let words: Vec<&str> = aims.clone().map(|(_, word)| *word).collect();
        let mut used: Vec<&Fact> = host.into_iter().chain(aims.map(|(fact, _)| *fact)).collect();
        let aims = spaced(grammar::list(&words, f.lang));
        let place = spaced(place(f, "", &mut used).unwrap_or_default());
        let values = [("aims", aims.as_str()), ("place", &place), ("with", &with)];
        f.observed(w::SAY_WHAT_HOST, &values, cites(used))
    };
    // Where there is no room for all that it is for, the first is told.
    let mut all = (1..=aims.len()).rev().map(tell);
    all.find(|claim| f.fits(&claim.text)).or_else(|| Some(tell(1)))
}

/// Whether the service is there: the project is done, or a table reports its end as reached.
pub(super) fn is_in_service(f: &Facts<'_>) -> bool {
    state::status(f) == Status::Completed || reached(f).is_some()
}

/// Whether services move to the cloud, and nothing else is done.
fn is_cloud(f: &Facts<'_>) -> bool {
    only_service(f).is_some_and(|fact| fact.value == Service::Cloud.code())
}

/// What is told of a kind of work.
struct Done<'a> {
    fact: &'a Fact,
    work: Option<Work>,
    does: Cow<'static, str>,
}

impl Done<'_> {
    /// One of the words that say little, which stand last in the vocabulary.
    fn is_vague(&self) -> bool {
        self.work.is_some_and(Work::is_vague)
    }

    fn is_purchase(&self) -> bool {
        matches!(self.work, Some(Work::Machines | Work::Vehicles | Work::Equipment))
    }

    /// "Lavori di restauro", "lavori di messa in sicurezza".
    fn is_called_works(&self) -> bool {
        let not = |work: Work| matches!(work, Work::FireSafety | Work::Monitoring);
        self.is_of_a_whole() && !self.work.is_some_and(not) || self.work == Some(Work::Maintenance)
    }

    fn is_of_a_whole(&self) -> bool {
        self.work.is_some_and(|w| WHOLE.contains(&w))
    }
}

/// A work as one that is over: "si sono cambiate le finestre"; of those that finished projects
/// have most.
fn done(f: &Facts<'_>, fact: &Fact) -> Option<&'static str> {
    say("did", &fact.value, f.lang)
}

/// The thing with its name and place, and what is done; with fewer works where they are long.
fn about(f: &Facts<'_>) -> Option<Claim> {
    let told = told(f, FactKind::Work, "does").into_iter();
    let on_streets = is_of_streets(f);
    // A sentence has one tense.
    let mut all = f.project.facts_of(FactKind::Work);
    let are_done = is_in_service(f) && !on_streets && all.all(|fact| done(f, fact).is_some());
    let mut works: Vec<Done<'_>> = told
        .map(|(fact, word)| Done {
            fact,
            // "Si rinnova una piazza", and not the spaces in it.
            work: match Work::from_code(&fact.value) {
                Some(Work::UrbanRenewal) if is_a_space(f) => Some(Work::Renewal),
                work => work,
            },
            does: match done(f, fact).filter(|_| are_done) {
                Some(did) => did.into(),
                None => does(f, fact, word),
            },
        })
        .collect();
    // "Efficientamento dell'illuminazione" saves energy, and says nothing of the light.
    // "Ampliamento dell'illuminazione pubblica": what is made larger is the light.
    let of_light =
        |done: &Done<'_>| matches!(done.work, Some(Work::Lighting | Work::Led | Work::EnergySaving));
    if on_streets && works.iter().any(of_light) {
        works.retain(|done| !done.is_of_a_whole());
    }
    if on_streets && works.iter().any(|done| done.work == Some(Work::EnergySaving)) {
        works.retain(|done| done.work != Some(Work::Lighting));
    }
    // "Si sistemano gli spazi" says no more than "si sistemano gli spazi esterni".
    let of_spaces = |done: &Done<'_>| matches!(done.work, Some(Work::Outdoors | Work::UrbanRenewal));
    if works.iter().any(of_spaces) {
        works.retain(|done| done.work != Some(Work::Adaptation));
    }
    // That a thing is made goes without saying.
    works.retain(|done| done.work != Some(Work::Creation));
    let is_named = f.project.fact(FactKind::Name).is_some() || thing(f).is_some();
    works.retain(|done| is_named || done.work != Some(Work::Completion));
    let house = in_a_house(f, &works);
    // "Si rifà il tetto" needs no "si fa manutenzione" behind it.
    if !works.iter().all(Done::is_vague) {
        let beside = |work: Work| is_named && !on_streets && work.is_beside();
        works.retain(|done| !done.is_vague() || done.work.is_some_and(beside));
    }
    (0..=works.len().max(house.len()).min(MOST))
        .rev()
        .find_map(|most| {
            let works = works.get(..most.min(works.len()))?;
            let claim = sentence(f, works, house.get(..most.min(house.len()))?)?;
            // A street and a name are one word, as in a measure of how hard a text is to read.
            let long = claim.text.split_whitespace().count() > MOST_WORDS;
            (f.fits(&claim.text) && !long).then_some(claim)
        })
}

fn sentence(f: &Facts<'_>, works: &[Done<'_>], house: &[String]) -> Option<Claim> {
    let all = |works: &[&Done<'_>]| {
        let words: Vec<&str> = works.iter().map(|done| done.does.as_ref()).collect();
        grammar::list(&words, f.lang)
    };
    let list = all(&works.iter().collect::<Vec<_>>());
    let nouns = works
        .iter()
        .filter_map(|done| say("work", &done.fact.value, f.lang));
    let nouns = grammar::list(&nouns.collect::<Vec<_>>(), f.lang);
    let mut used: Vec<&Fact> = works.iter().map(|done| done.fact).collect();
    if works.iter().any(|done| done.work.is_some_and(is_study)) {
        used.extend(f.project.facts_of(FactKind::Study));
        used.extend(f.project.facts_of(FactKind::Quantity).filter(|q| is_said(f, q)));
    }
    let mut values = vec![("works", list), ("nouns", nouns)];
    let mut more: Vec<Cite> = Vec::new();
    let of_text = f.project.facts_of(FactKind::Quantity).any(|q| is_said(f, q));
    let pays = |done: &Done<'_>| matches!(done.work, Some(Work::Doctorates | Work::Scholarships));
    if !of_text && works.iter().any(pays) {
        more.extend(targets::scholarships(f).map(|(_, cite)| cite));
    }
    let word = if let Some(who) = f.project.fact(FactKind::Beneficiary) {
        return Some(of_a_firm(f, who, works, used));
    } else if let Some(subject) = subject(f, &mut used) {
        let told = works.iter().filter(|work| match subject.deed {
            Deed::About => true,
            Deed::Made => !(work.is_vague() || subject.is_many && work.is_of_a_whole()),
            Deed::Bought => !work.is_purchase(),
        });
        let told: Vec<&Done<'_>> = told.collect();
        // "Si costruisce da zero" says all of it.
        let from_nothing = works.iter().any(|done| done.work == Some(Work::NewBuilding));
        let house = match subject.deed {
            Deed::Made if !from_nothing => {
                let house: Vec<&str> = house.iter().map(String::as_str).collect();
                grammar::list(&house, f.lang)
            }
            _ => String::new(),
        };
        // "The Villa Alfa in Prato is restored and made safe: the roof is redone".
        let by_subject = f.lang == Lang::En && subject.deed == Deed::About;
        let is_whole = |done: &Done<'_>| match by_subject {
            true => done.does.starts_with(IT_IS),
            false => done.is_of_a_whole(),
        };
        let (whole, mut rest): (Vec<&Done<'_>>, Vec<&Done<'_>>) =
            told.iter().copied().partition(|done| is_whole(done));
        if !whole.is_empty() {
            rest.retain(|done| !done.is_vague() || done.work == Some(Work::Adaptation));
        }
        values[0].1 = all(&told);
        // "Si ristrutturano delle case popolari".
        let each: Option<Vec<&str>> = whole
            .iter()
            .map(|done| say("many", done.work?.code(), f.lang))
            .collect();
        let each = each.filter(|each| {
            subject.is_many && subject.deed == Deed::About && !each.is_empty() && f.lang == Lang::It
        });
        let bought = subject.deed == Deed::Bought;
        if !house.is_empty() {
            values[0].1 = house.clone();
        }
        let apart = whole.is_empty() || subject.is_many && !by_subject || bought;
        let word = match (apart, rest.is_empty()) {
            _ if !house.is_empty() => subject.with_works(),
            (_, true) if each.is_some() => w::SAY_WHAT_WHOLE,
            (_, false) if each.is_some() => w::SAY_WHAT_WHOLE_DOES,
            _ if told.is_empty() => {
                let done = reached(f).filter(|_| subject.deed != Deed::About);
                more.extend(done.into_iter().flat_map(|done| done.cites));
                subject.alone(f)
            }
            (true, _) => subject.with_works(),
            (false, true) => w::SAY_WHAT_WHOLE,
            (false, false) => w::SAY_WHAT_WHOLE_DOES,
        };
        values.push((
            "subject",
            match (word == w::SAY_WHAT_SUBJECT_DOES, f.lang) {
                (true, Lang::It) => subject.inside,
                (true, Lang::En) => subject.inside.trim_end_matches(',').to_owned(),
                (false, Lang::En) if word == w::SAY_WHAT_WHOLE || word == w::SAY_WHAT_WHOLE_DOES => {
                    let comma = if subject.text.contains(", ") { "," } else { "" };
                    format!("{}{comma}", subject.text)
                }
                _ => subject.text,
            },
        ));
        values.push((
            "whole",
            match (each, f.lang) {
                (Some(each), _) => grammar::list(&each, f.lang),
                (None, Lang::It) => all(&whole),
                (None, Lang::En) => is_done(&whole, subject.is_many),
            },
        ));
        values.push(("rest", all(&rest)));
        word
    } else {
        if !is_told_by_works(f, works) {
            return None;
        }
        let at_body = at_its_body(f, works);
        let mut place = match &at_body {
            Some((at, _)) => at.clone(),
            None => place(f, "", &mut used)?,
        };
        if f.lang == Lang::It && place.contains(", ") {
            place.push(',');
        }
        more.extend(at_body.map(|(_, cite)| cite));
        values.push(("place", place));
        match works {
            [] => return None,
            works if works.iter().all(Done::is_called_works) => w::SAY_WHAT_WORKS_OF,
            works if works.iter().any(Done::is_of_a_whole) => w::SAY_WHAT_WORKS,
            // "Si rende più sicuro": what, no text says.
            works if works.iter().any(|d| d.work == Some(Work::Seismic)) => w::SAY_WHAT_WORKS,
            works if works.iter().any(|d| d.work == Some(Work::ChangeOfUse)) => w::SAY_WHAT_WORKS,
            _ => w::SAY_WHAT_DOES,
        }
    };
    let values: Vec<(&str, &str)> = values.iter().map(|(key, value)| (*key, value.as_str())).collect();
    let cites = cites(used).into_iter().chain(more).collect();
    Some(f.observed(word, &values, cites))
}

/// "All'Università di Siena": where the table of places has only Italy, a study is told at its body.
fn at_its_body(f: &Facts<'_>, works: &[Done<'_>]) -> Option<(String, Cite)> {
    let is_national = f.project.places.iter().all(|place| place.region.is_none());
    let is_study = works.iter().any(|done| done.work.is_some_and(is_study));
    let (role, body, source) = f.lead().filter(|_| is_national && is_study)?;
    let name = spoken(&body.name).filter(|_| is_own(&body.name))?;
    let at = match f.lang {
        Lang::It => f.to(&name),
        Lang::En => format!("at {}", f.the(&name)),
    };
    Some((at, cite(source, f.body_column(source, role))))
}

/// How a work of the whole begins in English.
const IT_IS: &str = "it is ";

/// "is restored and made safe", "are renewed".
fn is_done(whole: &[&Done<'_>], is_many: bool) -> String {
    let verb = if is_many { "are" } else { "is" };
    let parts: Vec<&str> = whole
        .iter()
        .map(|done| done.does.strip_prefix(IT_IS).unwrap_or(&done.does))
        .collect();
    format!("{verb} {}", grammar::list(&parts, Lang::En))
}

/// Measures whose card says what is built better than works without their object do.
const OF_ONE_KIND: &[&str] = &["M2C3I1", "M4C1I1.01"];

/// Whether works without their object tell anything: "miglioramento" of a patent does not.
fn is_told_by_works(f: &Facts<'_>, works: &[Done<'_>]) -> bool {
    let nature = f.project.label(LabelKind::Nature);
    let of_building = nature.is_none_or(|nature| nature.value == "03");
    let only_vague = works.iter().all(|done| done.is_vague() || done.is_of_a_whole());
    f.card.is_none() || !only_vague || of_building && !f.is_of_measure(OF_ONE_KIND)
}

/// What is done to the house in which a thing is made anew: "si ingrandisce l'edificio", "si rifà
/// il tetto".
fn in_a_house(f: &Facts<'_>, works: &[Done<'_>]) -> Vec<String> {
    if !is_house(f) || reached(f).is_some() {
        return Vec::new();
    }
    let of_house = |done: &Done<'_>| say("house", &done.fact.value, f.lang);
    let words = works
        .iter()
        .filter_map(|done| match done.is_vague() || done.is_of_a_whole() {
            true => of_house(done),
            false => Some(of_house(done).unwrap_or(&done.does)),
        });
    let mut out: Vec<String> = Vec::new();
    // "Ristrutturazione per cambio d'uso" is one work.
    let has = |work: Work| works.iter().any(|done| done.work == Some(work));
    let conversion = has(Work::ChangeOfUse) && has(Work::Renovation);
    let both = conversion.then(|| f.lang.say(w::FACT_HOUSE_CONVERSION));
    let each = [Work::ChangeOfUse, Work::Renovation].map(|work| say("house", work.code(), f.lang));
    let words = words.filter(|word| !conversion || !each.contains(&Some(word)));
    for word in both.into_iter().chain(words) {
        if out.iter().all(|known| known != word) {
            out.push(word.to_owned());
        }
    }
    out
}

/// "Alfa S.r.l., che si occupa di scarpe, a Prato, partecipa a fiere"; where the
/// place is said leaves no room for what the firm does, "where" says it.
fn of_a_firm<'a>(f: &Facts<'a>, who: &'a Fact, works: &[Done<'_>], mut used: Vec<&'a Fact>) -> Claim {
    used.push(who);
    let mut placed = used.clone();
    let at = place(f, "", &mut placed);
    let mut recipients = f
        .project
        .bodies
        .iter()
        .filter(|(role, ..)| *role == Role::Recipient);
    let firm = recipients.next().filter(|_| recipients.next().is_none());
    let trade = firm.and_then(|(_, body, _)| trade::of(f, body));
    let does = trade
        .as_ref()
        .map(|(trade, _)| f.lang.fill(w::SAY_WHAT_TRADE, &[("trade", trade)]));
    let tell = |with_trade: bool, with_place: bool| {
        let does = does.as_deref().filter(|_| with_trade);
        let at = at.as_deref().filter(|_| with_place);
        let behind: Vec<&str> = does.into_iter().chain(at).collect();
        let comma = if works.is_empty() || behind.is_empty() {
            ""
        } else {
            ","
        };
        let behind: String = behind.iter().map(|part| format!(", {part}")).collect();
        let values = [
            ("firm", f.the(&who.value)),
            ("to", f.to(&who.value)),
            ("works", firm_does(f, works)),
            ("place", format!("{behind}{comma}")),
        ];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        let mut cites = cites(if with_place { placed.clone() } else { used.clone() });
        cites.extend(trade.iter().filter(|_| with_trade).map(|(_, cite)| cite.clone()));
        let word = match works {
            [] => w::SAY_WHAT_BENEFICIARY,
            _ => w::SAY_WHAT_BENEFICIARY_DOES,
        };
        f.observed(word, &values, cites)
    };
    let ways = [(true, true), (true, false), (false, true)];
    let mut told = ways
        .map(|(trade, place)| tell(trade && does.is_some(), place))
        .into_iter();
    let fits = |claim: &Claim| claim.text.split_whitespace().count() <= LONGEST;
    let shortest = tell(false, false);
    told.find(fits).unwrap_or(shortest)
}

/// "partecipa a fiere", "investe nel digitale e per inquinare meno".
fn firm_does(f: &Facts<'_>, works: &[Done<'_>]) -> String {
    let has = |work| works.iter().any(|done| done.work == Some(work));
    if has(Work::FirmGreen) && has(Work::FirmDigital) {
        return f.lang.say(w::FACT_FIRM_BOTH).to_owned();
    }
    let words = works
        .iter()
        .map(|done| say("firm", &done.fact.value, f.lang).unwrap_or(&done.does));
    grammar::list(&words.collect::<Vec<_>>(), f.lang)
}

/// How much of it, behind the sentence that says what: "(41 posti e 2 aule)", where there is room.
pub(super) fn with_quantities(f: &Facts<'_>, first: Claim) -> Vec<Claim> {
    let moved = is_cloud(f);
    let quantities = f.project.facts_of(FactKind::Quantity);
    let quantities = quantities
        // "Il sito nuovo (1 servizio)" says nothing more.
        .filter(|q| q.value != Unit::Services.code() || !moved && q.number != Some(1.0))
        .filter(|q| !is_said(f, q))
        .take(MOST);
    // "Un tratto della Ciclovia Alfa" says it already.
    let is_stretch = first
        .text
        .contains(f.lang.fill(w::SAY_WHAT_STRETCH, &[("of", "")]).trim_end());
    let lots = f.project.facts_of(FactKind::Lot);
    let is_told = |fact: &&Fact| is_a_move(fact) && first.text.contains(&lot(&fact.value, f.lang));
    let lots = lots.filter(|lot| !(is_told(lot) || is_stretch && lot.value.contains("tratt")));
    let facts: Vec<&Fact> = lots.chain(quantities).collect();
    let said = facts.iter().filter_map(|fact| match fact.kind {
        FactKind::Lot if fact.value.starts_with("numero ") => Some(
            f.lang
                .fill(w::SAY_WHAT_CENTRE, &[("number", &lot(&fact.value, f.lang))]),
        ),
        FactKind::Lot => Some(lot(&fact.value, f.lang)),
        _ => quantity(&fact.value, fact.number?, f.lang),
    });
    let said: Vec<String> = said.collect();
    if said.is_empty() {
        return vec![first];
    }
    let list = grammar::list(&said, f.lang);
    let values = [("quantities", list.as_str())];
    let all = |is: fn(&Fact) -> bool| facts.iter().all(|fact| is(fact));
    let word = if all(is_a_move) {
        w::SAY_WHAT_MOVE
    } else if all(|fact| fact.kind == FactKind::Lot) {
        w::SAY_WHAT_LOT
    } else {
        w::SAY_WHAT_QUANTITY
    };
    let alone = f.observed(word, &values, cites(facts));
    f.join(first, w::SAY_WHAT_QUANTITY_BEHIND, &values, alone)
}

/// Scholarships and researchers whose number stands with what is done.
fn is_said(f: &Facts<'_>, quantity: &Fact) -> bool {
    let works: &[Work] = match Unit::from_code(&quantity.value) {
        Some(Unit::Scholarships) => &[Work::Doctorates, Work::Scholarships],
        Some(Unit::Researchers) => &[Work::Hiring],
        _ => &[],
    };
    let mut done = f.project.facts_of(FactKind::Work);
    done.any(|work| Work::from_code(&work.value).is_some_and(|work| works.contains(&work)))
}

/// "Il progetto riguarda la Casa Alfa, il Museo Beta e la Piazza Gamma."
pub(super) fn parts(f: &Facts<'_>) -> Option<Claim> {
    let facts: Vec<&Fact> = f.project.facts_of(FactKind::Part).collect();
    let names: Vec<String> = facts.iter().map(|fact| f.the(&fact.value)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let list = grammar::list(&names, f.lang);
    (!names.is_empty()).then(|| f.observed(w::SAY_WHAT_PARTS, &[("names", &list)], cites(facts)))
}

/// "La struttura fa capo all'Azienda USL Toscana Centro."
pub(super) fn owner(f: &Facts<'_>) -> Option<Claim> {
    let fact = f.project.fact(FactKind::Owner)?;
    // The body that has the money is told with it.
    if f.lead()
        .is_some_and(|(_, body, _)| fold(&body.name).contains(&fold(&fact.value)))
    {
        return None;
    }
    let to = f.to(&fact.value);
    Some(f.observed(w::SAY_WHAT_OWNER, &[("to", &to)], cites([fact])))
}

/// "Ne nasce un centro per bambini da zero a sei anni": of a school for small children that grows.
pub(super) fn becomes(f: &Facts<'_>) -> Option<Claim> {
    let kind = thing(f).and_then(|thing| Thing::from_code(&thing.value))?;
    let is_part = matches!(kind, Thing::Nursery | Thing::InfantSchool);
    let centre = Thing::ChildhoodCentre.code();
    let mut made = f.project.facts_of(FactKind::Made);
    let fact = made.find(|made| made.value == centre).filter(|_| is_part)?;
    let thing = say("thing", centre, f.lang)?;
    Some(f.observed(w::SAY_WHAT_BECOMES, &[("thing", thing)], cites([fact])))
}

pub(super) fn programme(f: &Facts<'_>) -> Option<Claim> {
    let fact = f.project.fact(FactKind::Programme)?;
    if f.is_of_measure(HOMES) {
        return Some(f.observed(w::SAY_WHAT_PART_OF, &[("name", &fact.value)], cites([fact])));
    }
    // The office that does it, where the text gives no name.
    if fact.value.starts_with("Dipartimento ") {
        let values = [("the", f.the(&fact.value))];
        let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
        return Some(f.observed(w::SAY_WHAT_DEPARTMENT, &values, cites([fact])));
    }
    Some(f.observed(w::SAY_WHAT_PROGRAMME, &[("name", &fact.value)], cites([fact])))
}
