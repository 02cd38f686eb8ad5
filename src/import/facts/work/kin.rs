//! Which things may be one with another: a school and its gym, a street and its lamps.

use crate::model::Thing::{self, *};

/// Things that are told for one another; of the rest each is its own kind.
const FAMILIES: &[&[Thing]] = &[
    &[
        Nursery,
        InfantSchool,
        PrimarySchool,
        LowerSecondarySchool,
        UpperSecondarySchool,
        ChildhoodCentre,
        School,
        Schools,
        SchoolGym,
        Gym,
        Canteen,
        Kitchen,
        University,
    ],
    &[SportsField, Stadium, SportsCentre, SportsHall, Gym, SwimmingPool],
    &[TownHall, Office, Archive],
    &[Theatre, Cinema, Auditorium, CulturalCentre],
    &[Museum, Library, Archive, CulturalCentre, Palace, Castle, Villa],
    &[
        HealthHouse,
        CommunityHospital,
        CareCoordinationCentre,
        Hospital,
        HospitalWard,
        Clinic,
        HealthDistrict,
        HealthPost,
    ],
    &[Road, Roads, StreetLamps, Bridge, Bridges, Square, Slope],
    &[Aqueduct, Sewer, Reservoir, Well, PumpingStation],
];

/// Things whose words stand for where something is, or for any house, as well: they part nothing.
const ANYWHERE: &[Thing] = &[
    Road,
    Roads,
    Square,
    PublicSpace,
    Park,
    Garden,
    Path,
    CarPark,
    Village,
    Slope,
    RiverBank,
    Canal,
    Station,
    Laboratory,
    Housing,
    TownFlats,
    PublicBuilding,
    PublicBuildings,
    SolarPlant,
    SolarPlants,
    ChargingPoint,
    Market,
    Church,
    Villa,
    Castle,
    Port,
    Bridge,
    Forest,
];

/// Whether all that is named beside is of another kind than the thing.
pub(super) fn is_of_another(own: Thing, others: &[Thing]) -> bool {
    let related = |other: &Thing| {
        *other == own
            || FAMILIES
                .iter()
                .any(|family| family.contains(&own) && family.contains(other))
    };
    let mut clear = others.iter().filter(|other| !ANYWHERE.contains(other)).peekable();
    let open = [
        ChargingPoint,
        SolarPlant,
        SolarPlants,
        Train,
        PublicBuilding,
        PublicBuildings,
    ];
    !open.contains(&own) && clear.peek().is_some() && !clear.any(related) && !others.contains(&own)
}
