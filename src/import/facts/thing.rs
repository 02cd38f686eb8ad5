//! What kind of thing a project is about: a nursery, a bridge, a scanner. The words of titles and
//! summaries are looked up in a list of ours; the parts that name a street or a comune are passed
//! over, for a "Via del Mercato" is no market.

mod words;

#[cfg(test)]
pub(super) use words::PHRASES;

use super::place::span;
use super::source::{self, Source};
use super::{Found, Texts};
use crate::model::{FactKind, TextColumn, Thing};
use crate::text::fold::fold;
use crate::text::tokens::{Gap, Tokens};
use around::{
    TOPONYMS, is_beside, is_joined_to, is_numeral, is_of_names, is_of_tests, is_where, is_where_from,
    is_worked_on,
};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

mod around;
mod of_measure;

/// Scholarships, guidance and civil service: their texts name bodies and studies ("La Strada", "Castelli").
const OF_BODIES: &[&str] = &["M4C1I4.01", "M4C1I3.04", "M4C2I3.03", "M4C1I1.06", "M5C1I2.01"];

/// Most things of one project that are said.
const MAX_THINGS: usize = 5;

/// Phrases by their first word, longest first.
type ByWord = FxHashMap<&'static str, Vec<(Vec<&'static str>, Option<Thing>)>>;

fn phrases() -> &'static ByWord {
    static PHRASES: OnceLock<ByWord> = OnceLock::new();
    PHRASES.get_or_init(|| {
        let mut out = ByWord::default();
        for (thing, list) in words::PHRASES {
            for phrase in list.split('|') {
                let mut words = phrase.split(' ');
                let Some(first) = words.next() else { continue };
                out.entry(first).or_default().push((words.collect(), *thing));
            }
        }
        out.values_mut()
            .for_each(|v| v.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len())));
        out
    })
}

/// The longest phrase of the list at `i`: what it stands for, and how many words it takes.
pub(super) fn phrase(t: &Tokens, i: usize) -> Option<(Option<Thing>, usize)> {
    let list = phrases().get(t.at(i))?;
    let fits = |rest: &[&str]| {
        t.is_phrase(i + 1, rest)
            && (0..rest.len()).all(|k| !matches!(t.gap(i + 1 + k), Gap::Star | Gap::Sign))
    };
    list.iter()
        .find(|(rest, _)| fits(rest))
        .map(|(rest, thing)| (*thing, rest.len() + 1))
}

/// All things that a text names, whatever its project is.
pub(super) fn named(text: &str) -> Vec<Thing> {
    let about = About {
        comuni: &[],
        is_health: true,
        made: &[],
    };
    let t = Tokens::quoting(text);
    within(&t, 0, t.len(), &about)
}

/// The one kind of thing that each project of the measure makes.
pub(super) fn made_by_measure(measure: &str) -> &'static [Thing] {
    match of_measure::of(measure) {
        one if of_measure::is_of_care(one) => one,
        _ => &[],
    }
}

/// Adds the things of the texts, the first part of a title first.
pub(super) fn add(texts: &Texts, sources: &[Source], tenders: &[Source], out: &mut Vec<Found>) {
    let names_bodies = OF_BODIES.iter().any(|code| texts.submeasure.starts_with(code));
    if source::is_digital(texts) || names_bodies || !source::is_work(texts) {
        return;
    }
    let comuni = source::comuni(texts);
    let made = of_measure::of(texts.submeasure);
    let about = About {
        comuni: &comuni,
        is_health: texts.submeasure.starts_with("M6") || texts.submeasure.starts_with("E.2."),
        made,
    };
    let mut found: Vec<(Thing, TextColumn)> = Vec::new();
    let take = |source: &Source, from: usize, to: usize, found: &mut Vec<(Thing, TextColumn)>| {
        for thing in within(&source.words, from, to, &about) {
            if !found.iter().any(|(known, _)| *known == thing) {
                found.push((thing, source.column));
            }
        }
    };
    let readable = || sources.iter().filter(|s| !is_programme(&s.words));
    for source in readable() {
        let segments = source.words.segments();
        if let Some(&(from, to)) = segments.first() {
            take(source, from, to, &mut found);
        }
    }
    for source in readable() {
        let segments = source.words.segments();
        let skip = if segments.len() > 2 { 2 } else { 1 };
        for &(from, to) in segments.iter().skip(skip) {
            take(source, from, to, &mut found);
        }
    }
    if found.is_empty() {
        for source in tenders.iter().take(5) {
            take(source, 0, source.words.len(), &mut found);
        }
    }
    let texts_in_use = || sources.iter().chain(tenders).map(|source| &source.words);
    one_school_or_many(texts_in_use, &mut found);
    // What the measure makes stands in the tenders where title and summary name only its house.
    if of_measure::is_of_care(made) && !found.iter().any(|(thing, _)| made.contains(thing)) {
        let mut of_tenders = Vec::new();
        for source in tenders {
            take(source, 0, source.words.len(), &mut of_tenders);
        }
        found.extend(of_tenders.into_iter().filter(|(thing, _)| made.contains(thing)));
    }
    // "NUOVE CASE NELLE AREE URBANE DI ALFA": where homes are built and counted, they are the thing.
    let has_homes = || {
        texts
            .indicators
            .iter()
            .any(|name| fold(name).contains("abitative erp"))
    };
    if fold(texts.category).contains("fabbricati residenziali")
        && has_homes()
        && found.iter().all(|(thing, _)| *thing == Thing::PublicSpace)
    {
        found.insert(0, (Thing::Housing, TextColumn::Indicator));
    }
    // "COHOUSING ALFA*VIA BETA*RIQUALIFICAZIONE SPAZIO PUBBLICO": the houses are where it is.
    let names_a_building = sources
        .iter()
        .any(|s| (0..s.words.len()).any(|i| is_building(s.words.at(i))));
    if found.iter().any(|(thing, _)| *thing == Thing::PublicSpace) && !names_a_building {
        found.retain(|(thing, _)| *thing != Thing::CoHousing);
    }
    // A programme for the houses of the many has no others; what a text calls "fabbricato" or
    // "padiglione" is what the measure is for.
    let is_told = !(texts.title.is_empty() && texts.summary.is_empty());
    let kind = of_measure::all_of(texts.submeasure).filter(|_| is_told || !texts.tender_objects.is_empty());
    if let Some(kind) = kind.filter(|kind| found.is_empty() || *kind == Thing::Housing)
        && !found.iter().any(|(thing, _)| *thing == kind)
    {
        found.push((kind, TextColumn::Measure));
    }
    let things: Vec<Thing> = found.iter().map(|(thing, _)| *thing).collect();
    let is_roof = |thing: Thing| thing == Thing::PublicBuildings && things.contains(&Thing::SolarPlants);
    // A house that is built for it is one of the things.
    let is_new = sources.iter().any(|s| builds_a_district(&s.words));
    let is_its_place = |thing: Thing| {
        of_measure::is_its_place(thing, &things, made) && !(is_new && thing == Thing::HealthDistrict)
    };
    let house = found
        .iter()
        .filter(|(thing, _)| is_its_place(*thing) || is_roof(*thing))
        .min_by_key(|(thing, _)| *thing == Thing::HealthPost);
    out.extend(house.map(|(thing, column)| Found::new(FactKind::Within, thing.code(), *column)));
    found.retain(|(thing, _)| !is_said(*thing, &things, texts.submeasure) && !is_its_place(*thing));
    // What the measure makes goes before the building that it is put into.
    found.sort_by_key(|(thing, _)| !made.contains(thing));
    let facts = found.into_iter().take(MAX_THINGS);
    out.extend(facts.map(|(thing, column)| Found::new(FactKind::Thing, thing.code(), column)));
}

/// What is known of a project whose things are looked for.
struct About<'a> {
    comuni: &'a [String],
    is_health: bool,
    /// What its measure makes.
    made: &'static [Thing],
}

/// "M4-C1-1.1: …": the name of the measure, for which a nursery and an infant school are one.
fn is_programme(t: &Tokens) -> bool {
    let numbered = |word: &str, letter: char| {
        word.strip_prefix(letter)
            .is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_digit()))
    };
    numbered(t.at(0), 'm') && numbered(t.at(1), 'c')
}

/// Of "SCUOLA ALFA" and "EDIFICI SCOLASTICI" what is told first counts, unless the others are said to be
/// worked on as well; several that become one house are one.
fn one_school_or_many<'a, I: Iterator<Item = &'a Tokens>>(
    texts: impl Fn() -> I,
    found: &mut Vec<(Thing, TextColumn)>,
) {
    let kinds = [Thing::School, Thing::Schools];
    let says = |words: &[&str]| texts().any(|t| (0..t.len()).any(|i| t.is_phrase(i, words)));
    let others = says(&["altri", "edifici", "scolastici"]) || says(&["altre", "scuole"]);
    let one = says(&["nuovo", "edificio"]) || says(&["unico", "plesso"]);
    let Some(at) = found.iter().position(|(thing, _)| kinds.contains(thing)) else {
        return;
    };
    if others {
        found[at].0 = Thing::Schools;
    } else if one {
        found[at].0 = Thing::School;
    }
    let mut place = 0..;
    found.retain(|(thing, _)| place.next() == Some(at) || !kinds.contains(thing));
}

/// "REALIZZAZIONE NUOVA SEDE DISTRETTUALE".
fn builds_a_district(t: &Tokens) -> bool {
    (1..t.len()).any(|i| {
        let named = phrase(t, i).is_some_and(|(thing, _)| thing == Some(Thing::HealthDistrict));
        named && (t.at(i).starts_with("nuov") || t.at(i - 1).starts_with("nuov"))
    })
}

fn is_building(word: &str) -> bool {
    ["edific", "fabbricat", "alloggi", "immobil"]
        .iter()
        .any(|root| word.starts_with(root))
}

/// A general word beside the particular one: a school that is a primary school, the old centre in
/// which a building stands.
fn is_said(thing: Thing, found: &[Thing], measure: &str) -> bool {
    use Thing::*;
    let any = |list: &[Thing]| list.iter().any(|t| found.contains(t));
    match thing {
        School | Schools => any(&[
            InfantSchool,
            PrimarySchool,
            LowerSecondarySchool,
            UpperSecondarySchool,
            Nursery,
            ChildhoodCentre,
        ]),
        Gym => any(&[SchoolGym]),
        Bus => any(&[ElectricBus]),
        Roads => any(&[Road]),
        CyclePath => any(&[FootCyclePath]),
        SolarPlant => any(&[SolarPlants]),
        Bridges => any(&[Bridge]),
        Station => any(&[Interchange]),
        PublicBuilding | PublicBuildings => {
            found
                .iter()
                .any(|t| !matches!(t, PublicBuilding | PublicBuildings))
                || thing == PublicBuilding && any(&[PublicBuildings])
        }
        Village => found.len() > 1 && !measure.starts_with("M1C3I2"),
        Park => any(&[ArchaeologicalSite, Playground]),
        _ => false,
    }
}

fn within(t: &Tokens, from: usize, to: usize, about: &About) -> Vec<Thing> {
    let mut out = Vec::new();
    let mut i = from;
    let mut behind = from;
    let mut streets = false;
    while i < to {
        if let Some(n) = comune_at(t, i, about.comuni) {
            i += n;
            continue;
        }
        let square = ["piazza", "piazzetta", "piazzale"].contains(&t.at(i));
        if let Some((spot, is_number)) = super::place::street_at(t, i, to)
            && (!square || is_number || i > from && is_where(t.at(i - 1)))
        {
            streets |= !square && !is_number && is_worked_on(t, i, from);
            i = spot.max(i + 1);
            continue;
        }
        match phrase(t, i) {
            Some((thing, n)) if i + n <= to => {
                // "sp", "ss" are roads with a number only; "ss" are saints.
                let road = matches!(t.at(i), "sp" | "ss" | "sr" | "s");
                let numbered = t.at(i + n).starts_with(|c: char| c.is_ascii_digit()) || t.at(i + n) == "n";
                let named = is_of_names(t, i, behind, from);
                // Outside of hospitals a "reparto" is an office.
                let ward = thing == Some(Thing::HospitalWard) || t.at(i).starts_with("padiglion");
                let office = ward && !about.is_health;
                // "RISTRUTTURAZIONE EX SCUOLA" for a house of health; "MUNICIPIO 9" is a part of a city.
                let gone = !about.made.is_empty() && i > from && t.at(i - 1) == "ex";
                let district = thing == Some(Thing::TownHall)
                    && n == 1
                    && (span::is_number(t.at(i + n)) || is_numeral(t.raw(i + n)));
                // "PONTE A ALFA" is a village.
                let village = thing == Some(Thing::Bridge)
                    && n == 1
                    && t.at(i + 1) == "a"
                    && comune_at(t, i + 2, about.comuni).is_none();
                // "A PIEVE DI ALFA" is one, too.
                let parish = t.at(i) == "pieve" && i > from && ["a", "in"].contains(&t.at(i - 1));
                let aside = is_beside(t, i, from)
                    || is_joined_to(t, i, from)
                    || is_of_tests(t, i, from)
                    || is_where_from(t, i, from);
                let other = office || road && !numbered || gone || district || village || parish || aside;
                if let Some(thing) = thing.filter(|t| !(other || named && TOPONYMS.contains(t))) {
                    out.push(thing);
                }
                i += n;
                behind = i;
            }
            None if about.is_health && t.raw(i) == "PO" => {
                out.push(Thing::Hospital);
                i += 1;
                behind = i;
            }
            _ => i += 1,
        }
    }
    // "MESSA IN SICUREZZA DI VIA ALFA" makes the street safe.
    if out.is_empty() && streets {
        out.push(Thing::Road);
    }
    out
}

fn comune_at(t: &Tokens, i: usize, comuni: &[String]) -> Option<usize> {
    comuni.iter().find_map(|c| {
        let words: Vec<&str> = c.split(' ').collect();
        t.is_phrase(i, &words).then_some(words.len())
    })
}
