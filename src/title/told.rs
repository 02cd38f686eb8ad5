//! What the texts of a project tell for its title: whom or what it is about, and what is done.

use crate::lang::{Card, Lang, Word};
use crate::model::{Aim, Brief, FactKind, Thing, Work};
use crate::snapshot::Catalogue;
use crate::text::fold::fold;
use crate::text::grammar::list;
use crate::text::number;

/// Services and works in a title.
const MOST: usize = 2;

/// A code of the vocabularies of facts, in words.
pub fn say(group: &str, code: &str, lang: Lang) -> Option<&'static str> {
    Word::from_key(&format!("fact.{group}.{code}")).map(|word| lang.say(word))
}

/// A noun without the article before it: "asilo nido" of "un asilo nido".
pub fn bare(noun: &str) -> &str {
    let after = |article: &str| noun.strip_prefix(article);
    ["un'", "l'"]
        .into_iter()
        .find_map(after)
        .or_else(|| {
            let (article, rest) = noun.split_once(' ')?;
            let is_article = matches!(
                article,
                "un" | "una"
                    | "uno"
                    | "dei"
                    | "degli"
                    | "delle"
                    | "i"
                    | "il"
                    | "lo"
                    | "la"
                    | "gli"
                    | "le"
                    | "a"
                    | "an"
                    | "the"
            );
            is_article.then_some(rest)
        })
        .unwrap_or(noun)
}

/// The first letter as a capital.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Works that say nothing behind the name of what is made.
const EMPTY: &[&str] = &["creation", "completion"];

/// What is done, the fullest first: the services that are taken up, else the weightiest works and
/// how much of them.
pub(super) fn done(brief: &Brief, lang: Lang) -> Vec<String> {
    let services: Vec<&str> = brief.facts.of(FactKind::Service).take(MOST).collect();
    if let Some(first) = services.first() {
        let full = |codes: &[&str]| {
            let words: Vec<&str> = codes
                .iter()
                .filter_map(|c| say("service", c, lang).map(bare))
                .collect();
            list(&words, lang)
        };
        let short = say("shortly", first, lang).map(bare).unwrap_or_default();
        return vec![
            full(&services),
            full(services.get(..1).unwrap_or_default()),
            short.to_owned(),
        ];
    }
    let works = brief
        .facts
        .of(FactKind::Work)
        .filter(|code| !EMPTY.contains(code));
    let works: Vec<&str> = works.collect();
    let is_vague = |code: &&str| Work::from_code(code).is_some_and(Work::is_vague);
    let only_vague = works.iter().all(is_vague);
    let codes: Vec<&str> = works
        .into_iter()
        .filter(|code| only_vague || !is_vague(code) || Work::from_code(code).is_some_and(Work::is_beside))
        .filter(|code| say("work", code, lang).is_some())
        .take(MOST)
        .collect();
    let works: Vec<&str> = codes.iter().filter_map(|code| say("work", code, lang)).collect();
    let short = codes.first().and_then(|code| say("shortly", code, lang));
    let sizes = brief.facts.iter().filter(|f| f.kind == FactKind::Quantity);
    let size = sizes.filter_map(|f| quantity(f.value, f.number?, lang)).next();
    let mut out = Vec::new();
    let studies: Vec<&str> = brief
        .facts
        .of(FactKind::Study)
        .filter_map(|code| say("study", code, lang))
        .collect();
    for n in (1..=studies.len()).rev() {
        out.push(list(studies.get(..n).unwrap_or_default(), lang));
    }
    let aims: Vec<&str> = brief
        .facts
        .of(FactKind::Aim)
        .filter_map(|code| say("aim", code, lang))
        .collect();
    let host = brief.facts.first(FactKind::Host);
    let first = aims.first().copied();
    // "Spazi rinnovati per lo sport".
    let renewed = works.first().zip(first).filter(|_| host.is_none());
    out.extend(renewed.map(|(work, aim)| format!("{work} {aim}")));
    out.extend(host.zip(first).map(|(host, aim)| format!("{host}, {aim}")));
    // "Per tutti" alone hangs in the air.
    let is_vague = brief.facts.first(FactKind::Aim) == Some(Aim::Everyone.code());
    let first = first.filter(|_| renewed.is_none() || !is_vague);
    out.extend(host.or(first).map(str::to_owned));
    out.extend(first.map(str::to_owned));
    if let Some(value) = brief.facts.first(FactKind::Lot) {
        let part = lot(value, lang);
        out.push(with_part(works.first().copied(), &part));
        out.extend(short.map(|short| with_part(Some(short), &part)));
        // The work tells more than that it is not done everywhere, or not for the first time.
        if !SOME.contains(&value) || works.is_empty() {
            out.push(part);
        }
    }
    if let Some(size) = size {
        out.push(with_part(works.first().copied(), &size));
    }
    for n in (1..=works.len()).rev() {
        out.push(list(works.get(..n).unwrap_or_default(), lang));
    }
    out.extend(short.map(str::to_owned));
    // Where the head says the first.
    out.extend(works.get(1).map(|second| (*second).to_owned()));
    out
}

/// No part that has a number.
const SOME: &[&str] = &["alcuni tratti", "completamento dei lavori", "intervento pilota"];

/// "tetto, lotto 2"; "corrente per le navi da crociera"; of "tetto" and "una parte del tetto" the part
/// alone.
pub(super) fn with_part(work: Option<&str>, part: &str) -> String {
    let Some(work) = work else {
        return part.to_owned();
    };
    let (before, last) = work.rsplit_once(' ').unwrap_or(("", work));
    let of_part = || part.split(' ');
    match of_part().position(|word| word == last) {
        Some(0) if !before.is_empty() => format!("{before} {part}"),
        Some(_) => part.to_owned(),
        None => format!("{work}, {part}"),
    }
}

/// "lotto 2 B"; "lot 2 B".
pub fn lot(value: &str, lang: Lang) -> String {
    match lang {
        Lang::It => value.to_owned(),
        Lang::En => value
            .replacen("intervento pilota", "pilot works", 1)
            .replacen("lotto", "lot", 1)
            .replacen("stralcio", "section", 1)
            .replacen("numero", "number", 1)
            .replacen("dall'edificio", "from building", 1)
            .replacen("dagli edifici", "from buildings", 1)
            .replacen(" e ", " and ", 1)
            .replacen("completamento dei lavori", "completion of works", 1)
            .replacen("al nuovo", "to the new", 1)
            .replacen("una parte dell'edificio", "part of the building", 1)
            .replacen("edificio", "building", 1)
            .replacen("padiglione", "building", 1)
            .replacen("blocco", "block", 1)
            .replacen("settore", "section", 1)
            .replacen("fase", "phase", 1)
            .replacen("intervento", "works", 1)
            .replacen("navi da crociera", "cruise ships", 1)
            .replacen("navi porta container", "container ships", 1)
            .replacen("parte vecchia", "old part", 1)
            .replacen("parte nuova", "new part", 1)
            .replacen("una parte del tetto", "part of the roof", 1)
            .replacen("un tratto", "one stretch", 1)
            .replacen("alcuni tratti", "some stretches", 1)
            .replacen("piano terra", "ground floor", 1)
            .replacen("primo piano", "first floor", 1)
            .replacen("secondo piano", "second floor", 1)
            .replacen("terzo piano", "third floor", 1)
            .replacen("quarto piano", "fourth floor", 1)
            .replacen("quinto piano", "fifth floor", 1)
            .replacen("piano seminterrato", "basement", 1)
            .replacen("ala est", "east wing", 1)
            .replacen("ala ovest", "west wing", 1)
            .replacen("ala nord", "north wing", 1)
            .replacen("ala sud", "south wing", 1)
            .replacen("ala vecchia", "old wing", 1)
            .replacen("ala nuova", "new wing", 1),
    }
}

/// "41 posti", "1 aula".
pub fn quantity(unit: &str, value: f64, lang: Lang) -> Option<String> {
    let group = if value == 1.0 { "unit-one" } else { "unit-many" };
    let unit = say(group, unit, lang)?;
    let figure = match value.fract() == 0.0 {
        true => number::integer(value as i64, lang),
        false => number::decimal(value, 2, lang),
    };
    Some(format!("{figure} {unit}"))
}

/// What lies in a building of another name, or is put into it.
const PARTS: &[Thing] = &[
    Thing::OperatingTheatre,
    Thing::EmergencyRoom,
    Thing::IntensiveCare,
    Thing::HospitalWard,
    Thing::CareCoordinationCentre,
    Thing::HealthHouse,
    Thing::CommunityHospital,
    Thing::SchoolGym,
    Thing::Canteen,
    Thing::Kitchen,
    Thing::CoHousing,
];

fn is_part(code: &str) -> bool {
    let mut parts = PARTS.iter().chain(&Thing::MACHINES);
    parts.any(|part| part.code() == code)
}

/// The code of a part that the texts name beside the building whose name does not say it.
pub fn part<'a>(things: impl Iterator<Item = &'a str>, name: &str, lang: Lang) -> Option<&'a str> {
    let name = fold(name);
    let told: Vec<&str> = things.collect();
    // The ward is where the machine stands.
    if let Some(machine) = told.iter().copied().find(|code| is_machine(code)) {
        return Some(machine);
    }
    // Of a villa whose garden has the money the garden is told.
    let grounds = told.first().copied().filter(|code| {
        let green = [Thing::Garden, Thing::Park].map(Thing::code);
        green.contains(code) && HOUSES.iter().any(|house| name.starts_with(house))
    });
    if grounds.is_some() {
        return grounds;
    }
    told.into_iter().find(|code| {
        let noun = say("thing", code, lang).map(|noun| fold(bare(noun)));
        // A "polo" holds several schools; that of childhood is what it holds.
        let holds = name.starts_with("polo ") && *code != Thing::ChildhoodCentre.code()
            || name.starts_with("cittadella dello sport") && *code != Thing::SportsCentre.code();
        // "Casa della salute" is the older name of the same house.
        let same = *code == Thing::HealthHouse.code() && name.starts_with("casa della salute");
        (is_part(code) || holds) && !same && noun.is_some_and(|noun| !says_noun(&name, &noun))
    })
}

/// How the names of houses with grounds begin.
const HOUSES: &[&str] = &[
    "villa ",
    "palazzo ",
    "castello ",
    "fortezza ",
    "certosa ",
    "rocca ",
];

/// Other words for the same kind of thing, with which names begin.
const SAME: &[(&str, &str)] = &[
    ("scuola dell infanzia", "scuola d infanzia"),
    ("scuola dell infanzia", "scuola materna"),
    ("palestra scolastica", "palestra"),
    ("scuola primaria", "scuola elementare"),
    ("scuola media", "scuola secondaria di primo grado"),
    ("asilo nido", "nido"),
];

/// Whether a folded name says the kind of thing that the noun is for.
pub fn says_noun(name: &str, noun: &str) -> bool {
    let same = |(own, other): &(&str, &str)| *own == noun && name.starts_with(other);
    name.contains(noun) || SAME.iter().any(same)
}

fn is_machine(code: &str) -> bool {
    Thing::MACHINES.iter().any(|machine| machine.code() == code)
}

/// Whether the measure pays for research.
pub(super) fn is_research(card: Option<&Card>) -> bool {
    card.is_some_and(|card| card.topics.contains(&"ricerca"))
}

/// The name says what kind of thing it is: "Asilo nido Alfa"; a project of research is not the
/// museum that does it.
pub(super) fn says_thing(brief: &Brief, card: Option<&Card>, name: &str) -> bool {
    let name = fold(name);
    let mut nouns = brief
        .facts
        .of(FactKind::Thing)
        .filter_map(|code| say("thing", code, Lang::It));
    !is_research(card)
        && (name.starts_with("ciclovia ") || nouns.any(|noun| says_noun(&name, &fold(bare(noun)))))
}

/// What is made at a place of another name: "punto di scambio tra treno, bus e auto".
pub(super) fn made(brief: &Brief, lang: Lang) -> Option<&'static str> {
    say("thing", brief.facts.first(FactKind::Made)?, lang).map(bare)
}

/// What a project of research can be about; the other things of its texts are what it studies.
const OF_RESEARCH: &[Thing] = &[Thing::Laboratory, Thing::University, Thing::DataCentre];

/// Things of which another that the texts name may be the kind, or a part.
const GENERIC: &[Thing] = &[Thing::School, Thing::Hospital];
/// The kinds of school.
const SCHOOLS: &[Thing] = &[
    Thing::Nursery,
    Thing::InfantSchool,
    Thing::PrimarySchool,
    Thing::LowerSecondarySchool,
    Thing::UpperSecondarySchool,
    Thing::ChildhoodCentre,
];

/// The thing that a project of this measure makes, of those that the texts name: a primary school
/// rather than a school, the operating theatre rather than its hospital.
pub fn the_thing<'a>(card: Option<&Card>, things: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let research = is_research(card);
    let is_of = |list: &[Thing], code: &str| list.iter().any(|thing| thing.code() == code);
    let told: Vec<&str> = things
        .filter(|code| !research || is_of(OF_RESEARCH, code))
        .collect();
    let first = told.first().copied()?;
    let rooms = [
        Thing::HospitalWard,
        Thing::EmergencyRoom,
        Thing::Clinic,
        Thing::HealthDistrict,
        Thing::HealthPost,
    ];
    if is_of(&rooms, first)
        && let Some(machine) = told.iter().copied().find(|code| is_machine(code))
    {
        return Some(machine);
    }
    let rather = |code: &str| match first == Thing::School.code() {
        true => is_of(SCHOOLS, code),
        false => is_part(code),
    };
    let kind = told.iter().copied().find(|code| rather(code));
    kind.filter(|_| is_of(GENERIC, first)).or(Some(first))
}

/// "COSTRUZIONE DEL CENTRO COTTURA A SERVIZIO DEL NIDO": the one house that is made, where the texts
/// name another first that is not.
pub fn made_beside<'a>(first: &str, mut made: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let only = made.next().filter(|_| made.next().is_none())?;
    let kind = Thing::from_code(only)?;
    let infants = [Thing::Nursery, Thing::InfantSchool, Thing::ChildhoodCentre];
    (only != first && kind.is_house() && !infants.contains(&kind)).then_some(only)
}

/// "Iscotrans S.p.A. (Genova)", "Scuola primaria", "Sala operatoria, Ospedale San Luca": the head of
/// a title, where the texts say whom the money is for or what kind of thing it is.
pub(super) fn head(catalogue: &Catalogue, brief: &Brief, card: Option<&Card>, lang: Lang) -> Option<String> {
    if let Some(who) = brief.facts.first(FactKind::Beneficiary) {
        let comune = match brief.places.as_slice() {
            [only] => only.comune.and_then(|code| catalogue.comune_name(code)),
            _ => None,
        };
        return Some(match comune {
            Some(comune) => format!("{who} ({comune})"),
            None => who.to_owned(),
        });
    }
    let things = || brief.facts.of(FactKind::Thing);
    if let Some(site) = brief.site.as_deref() {
        let part = capital(bare(say("thing", part(things(), site, Lang::It)?, lang)?));
        return Some(format!("{part}, {site}"));
    }
    if brief.facts.first(FactKind::Service).is_some() {
        return None;
    }
    let thing = the_thing(card, things())?;
    // What a house becomes is worth more than what it was.
    let made = made_beside(thing, brief.facts.of(FactKind::Made));
    let thing = made.unwrap_or(thing);
    // A house of the comunità and the exchange that is put into it are two things.
    let other =
        things().find(|other| *other != thing && is_part(thing) && is_part(other) && !is_machine(thing));
    let beside = brief
        .facts
        .first(FactKind::Beside)
        .filter(|beside| *beside != thing && made.is_none());
    let other = other.or(beside);
    let names = [Some(thing), other].into_iter().flatten();
    let names: Vec<&str> = names
        .filter_map(|code| say("thing", code, lang).map(bare))
        .collect();
    Some(capital(&list(&names, lang)))
}
