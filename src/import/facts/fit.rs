//! What cannot be done to what: a stream is not demolished, a network of pipes has no squares, a
//! railing stands on no solar plant. Where works and thing do not go together, one of them was read
//! in another part of the text.

use super::Found;
use crate::model::{
    FactKind,
    Thing::{self, *},
    Work,
};

/// Works on a house.
const OF_HOUSES: &[Work] = &[
    Work::Roof,
    Work::RoofCare,
    Work::Windows,
    Work::Shading,
    Work::Facade,
    Work::Insulation,
    Work::HeatPump,
    Work::Heating,
    Work::NewCooling,
    Work::Cooling,
    Work::Air,
    Work::Sanitary,
    Work::Classrooms,
];
/// Works on streets and slopes.
const OF_LAND: &[Work] = &[
    Work::BasaltSurface,
    Work::RoadSurface,
    Work::NewSidewalks,
    Work::SidewalksRedone,
    Work::Sidewalks,
    Work::Crossings,
    Work::SafetyBarriers,
    Work::RoadWidening,
    Work::RoadStrengthening,
    Work::Rockfall,
    Work::LandslideWorks,
];
/// Works on what a town has above its pipes.
const OF_TOWNS: &[Work] = &[
    Work::UrbanRenewal,
    Work::Outdoors,
    Work::Greenery,
    Work::Lighting,
    Work::Restoration,
];
/// What is done to one house, not to all of a village or to a stream.
const OF_ONE_HOUSE: &[Work] = &[
    Work::Rebuilding,
    Work::NewBuilding,
    Work::Reconstruction,
    Work::Extension,
    Work::Restoration,
    Work::Renovation,
    Work::Demolition,
    Work::Seismic,
];

/// What has neither roof nor windows.
const OPEN: &[Thing] = &[
    Road,
    Roads,
    Bridge,
    Bridges,
    CarPark,
    CyclePath,
    FootCyclePath,
    Path,
    Square,
    PublicSpace,
    Slope,
    RiverBank,
    Canal,
    Walls,
    Promenade,
    Coast,
];
/// Houses that places are named after.
const HOUSES: &[Thing] = &[Church, Castle, Convent, Tower, Villa, Palace, Market, Mill, Farm];
const WATERS: &[Thing] = &[RiverBank, Canal, Coast];
const PIPES: &[Thing] = &[Aqueduct, Sewer];
const PLANTS: &[Thing] = &[
    PumpingStation,
    Reservoir,
    DepurationPlant,
    IrrigationNetwork,
    StreetLamps,
];

/// Leaves out works and things of another part of the text.
pub(super) fn mend(out: &mut Vec<Found>) {
    let is_named = out.iter().any(|fact| fact.kind == FactKind::Name);
    if things(out).contains(&RailLine) {
        // "BINARIO TRA ALFA E ALFA PORTO": the line leads to it.
        drop_thing(out, Port);
    }
    if has(out, Work::SolarPanels) {
        solar(out);
    }
    charging(out);
    bridge(out);
    new_aqueduct(out);
    if !is_named {
        train(out);
        others(out);
    }
    lights(out);
    rooms(out);
    one_road(out);
    if things(out).contains(&Schools) && !is_named {
        // The number is that of one of them.
        out.retain(|fact| {
            fact.kind != FactKind::Street || !fact.value.ends_with(|c: char| c.is_ascii_digit())
        });
    }
    let first = things(out).first().copied();
    // "RICOSTRUZIONE DEL FOSSO TOMBATO" is done.
    if first.is_some_and(|thing| WATERS.contains(&thing)) && !is_named {
        drop_works(out, |work| {
            OF_ONE_HOUSE.contains(&work) && work != Work::Reconstruction
        });
    }
    if first == Some(Village) && !is_named {
        drop_works(out, |work| OF_ONE_HOUSE.contains(&work));
        // The square that is renewed is not where the village is.
        out.retain(|fact| fact.kind != FactKind::Street);
    }
}

/// "PAVIMENTAZIONI STRADALI SULLA SP 7": one road.
fn one_road(out: &mut [Found]) {
    if out.iter().filter(|fact| fact.kind == FactKind::Road).count() == 1
        && let Some(roads) = out
            .iter_mut()
            .find(|fact| fact.kind == FactKind::Thing && fact.value == Roads.code())
    {
        roads.value = Road.code().to_owned();
    }
}

/// "IMPIANTO FOTOVOLTAICO SULLA COPERTURA DELLA SCUOLA ALFA" is told of the school, and a plant that
/// is made tells its panels.
fn solar(out: &mut Vec<Found>) {
    let all = things(out);
    let Some(plant) = all
        .iter()
        .copied()
        .find(|thing| matches!(thing, SolarPlant | SolarPlants))
    else {
        return;
    };
    let alone = all.len() == 1;
    let only_made = alone && makes(out, plant);
    let silent = [
        Work::SolarPanels,
        Work::Creation,
        Work::Completion,
        Work::EnergySaving,
    ];
    if only_made && works(out).all(|work| silent.contains(&work)) {
        drop_works(out, |work| work == Work::SolarPanels);
        return;
    }
    drop_thing(out, plant);
    // The new house is where they are put.
    let makes = out.iter().any(|fact| fact.kind == FactKind::Made);
    drop_works(out, |work| work == Work::NewBuilding && !makes);
}

/// Whether a thing is told to be made.
fn makes(out: &[Found], thing: Thing) -> bool {
    out.iter()
        .any(|fact| fact.kind == FactKind::Made && fact.value == thing.code())
}

/// "Si mettono punti di ricarica" says it.
fn charging(out: &mut Vec<Found>) {
    let first = things(out).first() == Some(&ChargingPoint);
    if first && has(out, Work::Charging) && !makes(out, ChargingPoint) {
        drop_thing(out, ChargingPoint);
    }
}

/// "RIFUNZIONALIZZAZIONE" puts rooms in order, and a road or a plant of pipes has none.
fn rooms(out: &mut [Found]) {
    let first = things(out).first().copied();
    if first.is_some_and(|thing| OPEN.contains(&thing) || PIPES.contains(&thing) || PLANTS.contains(&thing)) {
        let adapted =
            |fact: &&mut Found| fact.kind == FactKind::Work && fact.value == Work::Adaptation.code();
        if let Some(adapted) = out.iter_mut().find(adapted) {
            adapted.value = Work::Tidying.code().to_owned();
        }
    }
}

/// The programme's name goes before the bridge that is built.
fn bridge(out: &mut Vec<Found>) {
    let all = things(out);
    if makes(out, Bridge) && all.first() == Some(&Bridge) && !all.contains(&RiverBank) {
        drop_works(out, |work| work == Work::FloodDefence);
    }
}

/// The lamps of the streets beside a house are not the light in it; a street and its lamps have no
/// spaces, and a heating network no heating.
fn lights(out: &mut Vec<Found>) {
    let all = things(out);
    let Some(first) = all.first().copied() else { return };
    let of_streets = [
        StreetLamps,
        Road,
        Roads,
        CyclePath,
        FootCyclePath,
        Path,
        RoadTunnel,
    ];
    if all.contains(&StreetLamps) && first.is_house() {
        drop_works(out, |work| matches!(work, Work::Lighting | Work::Led));
    }
    // "RIQUALIFICAZIONE URBANA DI VIALE ALFA": the street is renewed.
    let renewed = out
        .iter_mut()
        .filter(|_| matches!(first, Road | Roads))
        .find(|fact| fact.kind == FactKind::Work && fact.value == Work::UrbanRenewal.code());
    if let Some(renewed) = renewed {
        renewed.value = Work::Renewal.code().to_owned();
    }
    if of_streets.contains(&first) {
        drop_works(out, |work| work == Work::UrbanRenewal);
    }
    if first == DistrictHeating {
        drop_works(out, |work| work == Work::Heating);
    }
}

/// "INVASO ALFA … NUOVO ACQUEDOTTO": the water comes from where it is.
fn new_aqueduct(out: &mut Vec<Found>) {
    if makes(out, Aqueduct) && !makes(out, Reservoir) && things(out).first() == Some(&Reservoir) {
        drop_thing(out, Reservoir);
    }
}

/// Old trains run to what is mended.
fn train(out: &mut Vec<Found>) {
    let other = works(out).any(|work| work != Work::Vehicles && !work.is_vague());
    if things(out).first() == Some(&Train) && other && !has(out, Work::Vehicles) {
        drop_thing(out, Train);
    }
}

/// The first thing on which the works cannot be done is none, unless it is told that it is made.
fn others(out: &mut Vec<Found>) {
    let any = |out: &[Found], list: &[Work]| works(out).any(|work| list.contains(&work));
    while let Some(first) = things(out).first().copied() {
        let unfit = OPEN.contains(&first) && any(out, OF_HOUSES)
            || HOUSES.contains(&first) && any(out, OF_LAND)
            || PIPES.contains(&first) && any(out, OF_TOWNS)
            || first == StreetLamps && any(out, OF_HOUSES) && !any(out, &[Work::Lighting, Work::Led]);
        if makes(out, first) || !unfit {
            return;
        }
        drop_thing(out, first);
    }
}

fn things(out: &[Found]) -> Vec<Thing> {
    let facts = out.iter().filter(|fact| fact.kind == FactKind::Thing);
    facts.filter_map(|fact| Thing::from_code(&fact.value)).collect()
}

fn works(out: &[Found]) -> impl Iterator<Item = Work> {
    let facts = out.iter().filter(|fact| fact.kind == FactKind::Work);
    facts.filter_map(|fact| Work::from_code(&fact.value))
}

fn has(out: &[Found], work: Work) -> bool {
    works(out).any(|known| known == work)
}

fn drop_thing(out: &mut Vec<Found>, thing: Thing) {
    let of_things = [FactKind::Thing, FactKind::Made, FactKind::Beside];
    out.retain(|fact| !(of_things.contains(&fact.kind) && fact.value == thing.code()));
}

fn drop_works(out: &mut Vec<Found>, unfit: impl Fn(Work) -> bool) {
    out.retain(|fact| fact.kind != FactKind::Work || !Work::from_code(&fact.value).is_some_and(&unfit));
}
