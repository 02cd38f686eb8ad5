//! What is done: kinds of work out of title, summary and objects of tenders.

mod kin;
mod object;
mod table;

use super::phrase::{Phrases, clauses};
use super::{Found, Texts};
use crate::model::{FactKind, TextColumn, Thing, Work};
use crate::text::fold::fold;
use std::sync::LazyLock;

static PHRASES: LazyLock<Phrases<Work>> = LazyLock::new(|| Phrases::new(table::TABLE));

/// Most kinds of one project: what stands behind the eighth weighs little.
const MOST: usize = 8;

/// The kinds of work of a project, the weightiest first. Objects of tenders are read only where
/// title and summary say nothing; `named` gives the things that a text names.
pub fn add(texts: &Texts, named: fn(&str) -> Vec<Thing>, out: &mut Vec<Found>) {
    let mut found: Vec<(Work, TextColumn)> = Vec::new();
    read(texts, texts.title, TextColumn::Title, &mut found);
    read(texts, texts.summary, TextColumn::Summary, &mut found);
    // "MANUTENZIONE STRAORDINARIA" of a house, "RISTRUTTURAZIONE" of pipes: the tenders say which.
    let pipes = [Thing::Aqueduct, Thing::Sewer].map(Thing::code);
    let of_pipes = out
        .iter()
        .any(|fact| fact.kind == FactKind::Thing && pipes.contains(&fact.value.as_str()));
    let says_little = |work: Work| work == Work::Maintenance || of_pipes && work.is_vague();
    if found.iter().all(|(work, _)| says_little(*work)) {
        let own = found.len();
        for object in main_objects(texts, named, out) {
            read(texts, object, TextColumn::TenderObject, &mut found);
        }
        // Who maintains builds nothing anew.
        let mut place = 0..;
        found.retain(|(work, _)| own == 0 || place.next() < Some(own) || *work > Work::Demolition);
    }
    // "MANUTENZIONE STRAORDINARIA CON EFFICIENTAMENTO ENERGETICO" is the kind of works of the form.
    // A house that becomes something else is told with it.
    let makes = out.iter().any(|fact| fact.kind == FactKind::Made);
    let type_name = fold(texts.type_name);
    let first = out.iter().find(|fact| fact.kind == FactKind::Thing);
    let of_a_house = first
        .and_then(|fact| Thing::from_code(&fact.value))
        .is_none_or(Thing::is_house);
    let saves = !makes && of_a_house && type_name.contains("efficientamento energetico");
    let told = |work: Work| found.iter().any(|(known, _)| *known == work);
    if saves && texts.nature == "03" && !SAVES.iter().any(|work| told(*work)) {
        found.push((Work::EnergySaving, TextColumn::Type));
    }
    if found.is_empty() {
        found.extend(of_local_code(texts).map(|work| (work, TextColumn::LocalCode)));
    }
    // "DEMOLIZIONE DELLA SCUOLA ALFA IN VIA BETA E RICOSTRUZIONE", far apart.
    let stands = |work: Work| found.iter().any(|(w, _)| *w == work);
    if stands(Work::Demolition)
        && (stands(Work::Reconstruction) || stands(Work::NewBuilding))
        && !stands(Work::Rebuilding)
    {
        let column = found
            .iter()
            .find(|(w, _)| *w == Work::Demolition)
            .map(|(_, column)| *column);
        found.extend(column.map(|column| (Work::Rebuilding, column)));
    }
    let has = |work: Work| found.iter().any(|(w, _)| *w == work);
    let said_better = |work: Work| match work {
        // "Realizzazione di un nuovo ospedale di comunità" in rooms that are there, "nuovo sito della
        // scuola".
        Work::NewBuilding if has(Work::Website) || has(Work::Adaptation) => true,
        // "NUOVO CORPO LABORATORI" of a school that is there; a house that is renovated with a new one
        // beside it is not built from nothing.
        Work::NewBuilding if has(Work::NewWing) && !makes || has(Work::Renovation) => true,
        Work::NewBuilding => has(Work::SecondBuilding) || has(Work::Rebuilding),
        Work::Reconstruction | Work::Demolition => has(Work::Rebuilding),
        Work::Creation => {
            has(Work::Rebuilding)
                || has(Work::NewBuilding)
                || has(Work::NewWing)
                || has(Work::SwingBuilding)
                || has(Work::NewRoad)
        }
        Work::Lighting => has(Work::Led),
        // "RIPRISTINO DEI PARAPETTI DEL PONTE" leaves the bridge as it is.
        Work::Structure => has(Work::Parapets) || has(Work::Floors),
        // "CONSOLIDAMENTO DEL PIANO VIABILE" lays no asphalt.
        Work::RoadSurface => has(Work::RoadStrengthening) || has(Work::BasaltSurface),
        Work::Paving => has(Work::RoadSurface) || has(Work::BasaltSurface),
        Work::RoadMarkings => has(Work::Signs),
        Work::RoofCare => has(Work::Roof),
        // "SISTEMAZIONE TRATTO DI BARRIERE" tidies no road.
        Work::Tidying => has(Work::SafetyBarriers),
        Work::Greenery => has(Work::Planting),
        Work::Renewal => has(Work::UrbanRenewal) || has(Work::EnergySaving),
        // "Miglioramento e adeguamento sismico": what is better afterwards is named.
        Work::Upgrade => [
            Work::Seismic,
            Work::Structure,
            Work::FireSafety,
            Work::Refit,
            Work::Adaptation,
            Work::Systems,
            Work::MoreStorage,
        ]
        .into_iter()
        .any(has),
        // "Adeguamento alla normativa antincendio" is one rule, not two.
        Work::Refit => has(Work::FireSafety),
        Work::Equipment => has(Work::Machines) || has(Work::Vehicles),
        Work::GoingAbroad => has(Work::TradeFairs) || has(Work::Ecommerce),
        Work::Guidance => has(Work::MusicGuidance),
        Work::Scholarships => has(Work::Doctorates),
        // What says whether they are new or old says it better.
        Work::Pipes => has(Work::NewPipes) || has(Work::PipesReplaced),
        Work::Sidewalks => has(Work::NewSidewalks) || has(Work::SidewalksRedone),
        Work::Cooling => has(Work::NewCooling),
        Work::Extension => has(Work::MoreStorage),
        Work::Seismic => has(Work::QuakeProof),
        // A design is the work only where nothing is built, and nothing is where a service is paid.
        Work::Design => found.len() > 1 && texts.nature != "02",
        _ => texts.nature == "02" && has(Work::Design) && is_built(work),
    };
    let mut kept: Vec<(Work, TextColumn)> = found.iter().copied().filter(|(w, _)| !said_better(*w)).collect();
    kept.sort_by_key(|(work, _)| *work);
    let facts = kept.into_iter().take(MOST);
    out.extend(facts.map(|(work, column)| Found::new(FactKind::Work, work.code(), column)));
}

/// Works that save energy.
const SAVES: &[Work] = &[
    Work::EnergySaving,
    Work::Insulation,
    Work::Led,
    Work::HeatPump,
    Work::SolarPanels,
    Work::Windows,
];

/// The objects of the tenders that may speak of the thing that is told: one that names only things of
/// another kind is of other works under the same CUP.
fn main_objects<'a>(texts: &Texts<'a>, named: fn(&str) -> Vec<Thing>, facts: &[Found]) -> Vec<&'a str> {
    let of = |kind| facts.iter().filter(move |fact: &&Found| fact.kind == kind);
    let name = of(FactKind::Name).next().map(|fact| fold(&fact.value));
    let told: Vec<Thing> = of(FactKind::Thing)
        .filter_map(|fact| Thing::from_code(&fact.value))
        .collect();
    let own = match &name {
        Some(name) => named(name).into_iter().next(),
        None => told.first().copied(),
    };
    let all = texts.tender_objects.iter().copied();
    let Some(own) = own else { return all.collect() };
    let is_of_own = |object: &&str| {
        let others = named(object);
        let calls = name
            .as_ref()
            .is_some_and(|name| fold(object).contains(name.as_str()));
        calls || !kin::is_of_another(own, &others)
    };
    all.filter(is_of_own).collect()
}

/// Whether the object of a tender names a work that the project is known to do.
pub(super) fn is_named(object: &str, facts: &[Found]) -> bool {
    let known = |work: Work| {
        let mut works = facts.iter().filter(|fact| fact.kind == FactKind::Work);
        works.any(|fact| fact.value == work.code())
    };
    clauses(object).iter().any(|clause| {
        let words: Vec<&str> = clause.split(' ').collect();
        PHRASES.find(&words).into_iter().any(known)
    })
}

/// Cinemas, theatres and museums have the money of their measure for one kind of work.
pub fn of_measure(texts: &Texts, out: &mut Vec<Found>) {
    let has = |kind| out.iter().any(|fact: &Found| fact.kind == kind);
    if texts.submeasure.starts_with("M1C3I1.03") && has(FactKind::Thing) && !has(FactKind::Work) {
        out.push(Found::new(
            FactKind::Work,
            Work::EnergySaving.code(),
            TextColumn::Measure,
        ));
    }
}

/// What is done for a field of study that is known: the measure pays for one thing.
pub fn of_study(texts: &Texts, out: &mut Vec<Found>) {
    let has = |kind| out.iter().any(|fact: &Found| fact.kind == kind);
    if !has(FactKind::Study) || has(FactKind::Work) {
        return;
    }
    let work = match texts.submeasure {
        m if m.starts_with("M4C1I3.04") || m.starts_with("M4C1I4.01") || m.starts_with("M4C2I3.03") => {
            Work::Doctorates
        }
        m if m.starts_with("M4C2I1.") => Work::Research,
        _ => return,
    };
    out.push(Found::new(FactKind::Work, work.code(), TextColumn::Measure));
}

/// What a firm does with the money for industrial research.
pub fn of_a_firm(texts: &Texts, out: &mut Vec<Found>) {
    let has = |kind| out.iter().any(|fact: &Found| fact.kind == kind);
    if texts.submeasure.starts_with("F.3.") && has(FactKind::Beneficiary) && !has(FactKind::Work) {
        out.push(Found::new(
            FactKind::Work,
            Work::Research.code(),
            TextColumn::Measure,
        ));
    }
}

/// Help for firms that go abroad has three kinds, which stand in the local code: "65488/TD/FP".
fn of_local_code(texts: &Texts) -> impl Iterator<Item = Work> {
    let kind = match texts.submeasure.starts_with("M1C2I5.01") {
        true => texts.local_code.split('/').nth(1).unwrap_or_default(),
        false => "",
    };
    let works: &[Work] = match kind {
        "TD" => &[Work::FirmDigital, Work::GoingAbroad],
        "FF" => &[Work::TradeFairs],
        "EP" => &[Work::Ecommerce],
        _ => &[],
    };
    works.iter().copied()
}

fn read(texts: &Texts, text: &str, column: TextColumn, found: &mut Vec<(Work, TextColumn)>) {
    for clause in clauses(text) {
        let words: Vec<&str> = clause.split(' ').collect();
        let built = object::built(&words, column);
        let words: Vec<&str> = built.iter().map(String::as_str).collect();
        for work in PHRASES.find(&words) {
            if may_have(texts, work)
                && may_say(column, work)
                && !found.iter().any(|(w, _)| *w == work)
                && !object::is_of_another(work, &words, |words| PHRASES.find(words))
            {
                found.push((work, column));
            }
        }
    }
}

/// Tenders for builders are preceded by others for designs, surveys and experts: these are not
/// the work.
fn may_say(column: TextColumn, work: Work) -> bool {
    let beside = [
        Work::Design,
        Work::Hiring,
        Work::Monitoring,
        Work::WaterMeters,
        Work::Training,
    ];
    column != TextColumn::TenderObject || !beside.contains(&work)
}

/// Kinds that only builders do.
fn is_built(work: Work) -> bool {
    work <= Work::Outdoors || work >= Work::UrbanRenewal && work != Work::Design
}

/// Kinds that are about people, knowledge and firms.
fn is_of_people(work: Work) -> bool {
    (Work::Doctorates..=Work::Promotion).contains(&work)
}

const RESEARCH: &[&str] = &["M4C2", "M4C1I3.04", "M4C1I4.01"];

/// A project of research, doctorates or researchers, not of the buildings for them.
pub(super) fn is_research(texts: &Texts) -> bool {
    texts.nature != "03" && RESEARCH.iter().any(|c| texts.submeasure.starts_with(c))
}

/// Texts of research and of grants to firms speak of much that is not done with the money; those
/// of public works name institutes, halls and courses.
fn may_have(texts: &Texts, work: Work) -> bool {
    let measure = |codes: &[&str]| codes.iter().any(|c| texts.submeasure.starts_with(c));
    let is_works = texts.nature == "03";
    match () {
        () if measure(&["M1C2I5.01"]) => (Work::TradeFairs..=Work::GoingAbroad).contains(&work),
        () if measure(&["M5C1I2.01"]) => work == Work::CivilService,
        () if measure(&["F.3."]) => work == Work::Research,
        // The name of a project of volunteers says what they stand for.
        () if measure(&["M5C1I1.02", "M1C1I1.07.01"]) => false,
        () if is_research(texts) => {
            let of_research = [Work::Doctorates, Work::Scholarships, Work::Hiring, Work::Research];
            of_research.contains(&work) || texts.nature == "01" && work == Work::Machines
        }
        () if (Work::TradeFairs..=Work::GoingAbroad).contains(&work) => false,
        () if is_works => !is_of_people(work),
        () => true,
    }
}
