//! What a project is about: the thing that its texts name, the house that is made, and what kind of
//! thing it is for a sentence.

use super::super::facts::Facts;
use crate::lang::Lang;
use crate::model::{Fact, FactKind, LabelKind, Thing, Work};
use crate::text::fold::fold;
use crate::title::{bare, made_beside, part, say, says_noun, the_thing};

/// "Biblioteca comunale Calvino" is a library, whatever else the texts speak of.
pub fn thing_of_name<'a>(f: &Facts<'a>, name: &Fact) -> Option<&'a Fact> {
    let name = fold(&name.value);
    let says = |t: &&Fact| {
        let noun = say("thing", &t.value, Lang::It).map(|noun| fold(bare(noun)));
        noun.is_some_and(|noun| says_noun(&name, &noun))
    };
    f.project.facts_of(FactKind::Thing).find(says)
}

/// The fact that says what the project is about.
pub fn thing<'a>(f: &Facts<'a>) -> Option<&'a Fact> {
    let things = || f.project.facts_of(FactKind::Thing);
    let name = f.project.fact(FactKind::Name);
    if let Some(named) = name.and_then(|name| thing_of_name(f, name)) {
        return Some(named);
    }
    if let (Some(made), None) = (made_beside_another(f), name) {
        return things().find(|t| t.value == made.value);
    }
    let code = the_thing(f.card, things().map(|t| t.value.as_str()))?;
    things().find(|t| t.value == code)
}

/// "COSTRUZIONE DEL CENTRO COTTURA A SERVIZIO DEL NIDO": the one house that is made, where the texts
/// name another first that is not.
pub fn made_beside_another<'a>(f: &Facts<'a>) -> Option<&'a Fact> {
    let code = the_thing(
        f.card,
        f.project.facts_of(FactKind::Thing).map(|t| t.value.as_str()),
    )?;
    let all = || f.project.facts_of(FactKind::Made);
    made_beside(code, all().map(|made| made.value.as_str()))?;
    all().next()
}

/// A new work by the type of its CUP, where no text says what is done.
const NEW: &str = "03.01";

/// Whether the table calls it a new work, and its texts say nothing else.
pub fn is_new(f: &Facts<'_>) -> bool {
    let said = |fact: &Fact| {
        !matches!(
            Work::from_code(&fact.value),
            Some(Work::Creation | Work::Completion)
        )
    };
    let is_new = f
        .project
        .label(LabelKind::Type)
        .is_some_and(|kind| kind.value == NEW);
    is_new && thing(f).is_some() && !f.project.facts_of(FactKind::Work).any(said)
}

/// Things that works are done on and not in.
pub const LINES: &[Thing] = &[
    Thing::Road,
    Thing::Roads,
    Thing::Bridge,
    Thing::Bridges,
    Thing::Promenade,
    Thing::RailLine,
    Thing::Tramway,
    Thing::Metro,
    Thing::CyclePath,
    Thing::FootCyclePath,
    Thing::Path,
    Thing::AccessiblePath,
    Thing::Slope,
    Thing::RiverBank,
    Thing::Canal,
    Thing::Coast,
];

/// Whether the thing is a square or another space of a town.
pub fn is_a_space(f: &Facts<'_>) -> bool {
    let kind = thing(f).and_then(|thing| Thing::from_code(&thing.value));
    kind.is_some_and(|kind| {
        matches!(
            kind,
            Thing::Square | Thing::PublicSpace | Thing::AccessiblePath | Thing::Village | Thing::Promenade
        )
    })
}

/// Whether the thing is put into a house.
pub fn is_house(f: &Facts<'_>) -> bool {
    thing(f)
        .and_then(|thing| Thing::from_code(&thing.value))
        .is_some_and(Thing::is_house)
}

/// The thing that bears the name: the one that it says, or the only one; what is made at a station
/// is not the station, and what is made in a former house is not that house.
pub fn own_thing<'a>(f: &Facts<'a>, name: &Fact) -> Option<&'a Fact> {
    let mut things = f.project.facts_of(FactKind::Thing);
    thing_of_name(f, name).or_else(|| {
        let only = things.next().filter(|_| things.next().is_none())?;
        let of_station = only.value == Thing::Interchange.code() && name.value.starts_with("Stazione");
        let of_the_past = name.value.starts_with("Ex ");
        (!of_station && !of_the_past).then_some(only)
    })
}

/// "Si realizzano delle case popolari negli Ex Macelli": what is made in a house of another name.
pub fn made_inside<'a>(f: &Facts<'a>, name: &Fact) -> Option<&'a Fact> {
    let thing = own_thing(f, name);
    if thing.is_some_and(|thing| made(f, &thing.value).is_some()) {
        return None;
    }
    let kind = |code: &str| Thing::from_code(code);
    let is_line = |code: &str| kind(code).is_some_and(|thing| LINES.contains(&thing));
    // A school for small children that becomes one from zero to six stays what it is.
    let infants = [Thing::Nursery, Thing::InfantSchool, Thing::ChildhoodCentre];
    let grows = |code: &str| {
        let both = [thing.map(|thing| thing.value.as_str()), Some(code)];
        let mut both = both.into_iter().map(|code| code.and_then(kind));
        both.all(|kind| kind.is_some_and(|kind| infants.contains(&kind)))
    };
    f.project.facts_of(FactKind::Made).find(|made| {
        thing.is_none_or(|thing| thing.value != made.value) && !is_line(&made.value) && !grows(&made.value)
    })
}

/// Whether the lamps of streets are what is worked on, and the works say it.
pub fn is_of_streets(f: &Facts<'_>) -> bool {
    let lamps = thing(f).is_some_and(|thing| thing.value == Thing::StreetLamps.code());
    let light = [Work::Lighting, Work::Led].map(Work::code);
    let lit = f
        .project
        .facts_of(FactKind::Work)
        .any(|work| light.contains(&work.value.as_str()));
    lamps && lit && f.project.fact(FactKind::Name).is_none() && made(f, Thing::StreetLamps.code()).is_none()
}

/// Whether the thing is a machine, which is bought and not built.
pub fn is_bought(f: &Facts<'_>) -> bool {
    let name = f.project.fact(FactKind::Name);
    let of_name = name.and_then(|name| {
        let codes = f.project.facts_of(FactKind::Thing).map(|t| t.value.as_str());
        part(codes, &name.value, Lang::It)
    });
    let code = match name {
        Some(_) => of_name,
        None => thing(f).map(|thing| thing.value.as_str()),
    };
    // Works on depots buy no trains.
    let works = f
        .project
        .label(LabelKind::Nature)
        .is_some_and(|nature| nature.value == "03");
    let vehicles = f
        .project
        .facts_of(FactKind::Work)
        .any(|work| work.value == Work::Vehicles.code());
    code.and_then(Thing::from_code).is_some_and(|thing| {
        let moves = matches!(thing, Thing::Bus | Thing::ElectricBus | Thing::Train);
        Thing::MACHINES.contains(&thing) || moves && (vehicles || !works)
    })
}

/// The service that an office or a school brings, where it is one.
pub fn only_service<'a>(f: &Facts<'a>) -> Option<&'a Fact> {
    let mut services = f.project.facts_of(FactKind::Service);
    services.next().filter(|_| services.next().is_none())
}

/// The first of these things that the texts name.
pub fn things_beside<'a>(f: &Facts<'a>, kinds: &[Thing]) -> Option<&'a Fact> {
    f.project
        .facts_of(FactKind::Thing)
        .find(|fact| Thing::from_code(&fact.value).is_some_and(|kind| kinds.contains(&kind)))
}

/// The fact that a thing is made anew.
pub fn made<'a>(f: &Facts<'a>, code: &str) -> Option<&'a Fact> {
    f.project.facts_of(FactKind::Made).find(|fact| fact.value == code)
}
