//! What a measure makes, where it makes one kind of thing: a text names the building that it is put
//! into, too, and often first.

use crate::model::Thing::{self, *};

/// Codes of measures by their beginning, and what they make.
const MADE: &[(&str, &[Thing])] = &[
    ("M6C1I1.01", &[HealthHouse]),
    ("M6C1I1.02.02", &[CareCoordinationCentre]),
    ("M6C1I1.03", &[CommunityHospital]),
    ("M4C1I1.01", &[Nursery, InfantSchool, ChildhoodCentre]),
    ("M4C1I1.02", &[Canteen]),
    ("M4C1I1.03", &[SchoolGym, Gym]),
    ("C.13.", &[Housing]),
    ("M4C1R1.07", &[StudentHousing]),
    ("M4C1I1.07", &[StudentHousing]),
    ("M1C3I1.03", &[Theatre, Cinema, Museum, Library]),
    ("M1C3I2.03", &[Garden, Park, BotanicalGarden]),
    ("M2C3I1.02", &[Court]),
    ("M2C2I4.01", &[CyclePath, FootCyclePath]),
    ("M2C2I4.02", &[Tramway, Metro, Bus, ElectricBus]),
    (
        "M5C2I3.01",
        &[
            SportsHall,
            SwimmingPool,
            SportsField,
            Stadium,
            SportsCentre,
            SkatePark,
            Gym,
        ],
    ),
];

/// Measures whose projects are all for one kind of thing, whatever word their texts have for it.
const ALL_OF: &[(&str, Thing)] = &[
    ("C.12.", Road),
    ("C.13.", Housing),
    ("E.2.", Hospital),
    ("M6C2I1.02", Hospital),
    ("M4C1R1.07", StudentHousing),
    ("M4C1I1.07", StudentHousing),
];

/// What all projects of the measure are for.
pub(super) fn all_of(measure: &str) -> Option<Thing> {
    let own = ALL_OF.iter().find(|(code, _)| measure.starts_with(code));
    own.map(|(_, thing)| *thing)
}

/// Things of which each has a measure of its own, and which stand in each other's houses.
const CARE: &[Thing] = &[HealthHouse, CareCoordinationCentre, CommunityHospital];

/// What the measure makes; nothing for one that makes many things.
pub(super) fn of(measure: &str) -> &'static [Thing] {
    let own = MADE.iter().find(|(code, _)| measure.starts_with(code));
    own.map_or(&[], |(_, things)| things)
}

/// Whether these are things of which each has a measure of its own.
pub(super) fn is_of_care(things: &[Thing]) -> bool {
    !things.is_empty() && things.iter().all(|thing| CARE.contains(thing))
}

/// Houses in which what the measure makes is put.
const HOUSES: &[Thing] = &[HealthDistrict, HealthPost];

/// The thing is the house of the one that the measure makes: a centre in a house of the comunità.
pub(super) fn is_its_place(thing: Thing, found: &[Thing], made: &[Thing]) -> bool {
    (CARE.contains(&thing) || HOUSES.contains(&thing))
        && !made.contains(&thing)
        && found.iter().any(|t| CARE.contains(t) && made.contains(t))
}
