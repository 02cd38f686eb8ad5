//! The form for a visit on the spot: what should be there, what to look at, and room to write.

use super::letter;
use super::written::Of;
use crate::explain::{Question, Spending, office, spending};
use crate::lang::{Word, w};
use crate::model::{FactKind, LabelKind, Project, Thing};
use crate::sheet::form::Paper;
use crate::sheet::page::{Block, Table};

pub(super) fn page(of: &mut Of<'_>) {
    let (look, whom) = looks(of.project);
    of.part(w::CIVIC_VISIT_SHOULD);
    of.about();
    of.known(&[Question::What, Question::Progress, Question::When]);
    if spending(of.project) == Spending::Works {
        of.part(w::CIVIC_VISIT_BOARD);
        let board = board(of);
        of.b.push(Block::Table(board));
    }
    of.part(w::CIVIC_VISIT_LOOK);
    of.say(look);
    let whom = of.lang().say(whom).to_owned();
    of.fill(w::CIVIC_VISIT_TALK, &[("whom", &whom)]);
    of.say(w::CIVIC_VISIT_PHOTOS);
    of.part(w::CIVIC_VISIT_STATE);
    of.say(w::CIVIC_VISIT_STEPS);
    for what in [w::CIVIC_VISIT_WORKS, w::CIVIC_VISIT_FAILS] {
        of.blank(what);
        of.more();
    }
    of.blank(w::CIVIC_VISIT_USEFUL);
    of.part(w::CIVIC_VISIT_VERDICT);
    of.say(w::CIVIC_VISIT_VERDICTS);
    of.blank(w::CIVIC_VISIT_DAY);
    let steps = steps(of);
    of.home(w::CIVIC_VISIT_HOW, &steps);
}

/// What to keep, and where the form may be sent: nothing of it must be done.
fn steps(of: &Of<'_>) -> Vec<String> {
    let lang = of.lang();
    let office = office(of.b.catalogue, of.project, lang, of.today);
    let to_body = match &office {
        Some(office) => {
            let which = lang.say(letter::which(Paper::Office, Some(office)));
            let values = [("body", office.claim.text.as_str()), ("office", which)];
            lang.fill(w::CIVIC_VISIT_TO_BODY, &values)
        }
        None => lang.say(w::CIVIC_VISIT_TO_NOBODY).to_owned(),
    };
    let say = |word: Word| lang.say(word).to_owned();
    let site = match of.project.cup.is_empty() {
        true => w::CIVIC_VISIT_TO_SITE_PLAIN,
        false => w::CIVIC_VISIT_TO_SITE,
    };
    vec![
        say(w::CIVIC_VISIT_FREE),
        say(w::CIVIC_VISIT_KEEP),
        say(site),
        to_body,
        say(w::CIVIC_VISIT_NO_NAMES),
    ]
}

/// What the board of the site must or may say: yes, no, cannot be read.
fn board(of: &Of<'_>) -> Table {
    let rows = [
        w::CIVIC_VISIT_BOARD_WORKS,
        w::CIVIC_VISIT_BOARD_FIRM,
        w::CIVIC_VISIT_BOARD_DATES,
        w::CIVIC_VISIT_BOARD_COST,
        w::CIVIC_VISIT_BOARD_CUP,
        w::CIVIC_VISIT_BOARD_EUROPE,
    ];
    let box_of = || "[ ]".to_owned();
    let rows = of.b.say(&rows).into_iter();
    Table {
        head: of.b.say(&[
            w::CIVIC_VISIT_BOARD_HEAD,
            w::CIVIC_VISIT_YES,
            w::CIVIC_VISIT_NO,
            w::CIVIC_VISIT_UNREADABLE,
        ]),
        rows: rows.map(|row| vec![row, box_of(), box_of(), box_of()]).collect(),
        right: vec![false; 4],
    }
}

/// What to look at, and whom to talk to, for the kind of thing.
fn looks(project: &Project) -> (Word, Word) {
    // What is studied, bought as a service or helped is not there to be looked at.
    let nature = project.label(LabelKind::Nature).map(|label| label.value.as_str());
    let stands = !matches!(nature, Some("02" | "06" | "07" | "08"));
    let thing = project.fact(FactKind::Thing).filter(|_| stands);
    match thing.and_then(|fact| Thing::from_code(&fact.value)) {
        Some(thing) => of_thing(thing),
        None if project.fact(FactKind::Service).is_some() => (w::CIVIC_LOOK_DIGITAL, w::CIVIC_WHOM_DIGITAL),
        None if project.fact(FactKind::Beneficiary).is_some() => (w::CIVIC_LOOK_FIRM, w::CIVIC_WHOM_ANY),
        None => (w::CIVIC_LOOK_ANY, w::CIVIC_WHOM_ANY),
    }
}

fn of_thing(thing: Thing) -> (Word, Word) {
    use Thing::*;
    match thing {
        Nursery | InfantSchool | PrimarySchool | LowerSecondarySchool | UpperSecondarySchool
        | ChildhoodCentre | School | Schools | Canteen | Kitchen | University | Laboratory => {
            (w::CIVIC_LOOK_SCHOOL, w::CIVIC_WHOM_SCHOOL)
        }
        SchoolGym | Gym | SwimmingPool | SportsField | SportsHall | GolfCourse | Stadium | SportsCentre
        | SkatePark => (w::CIVIC_LOOK_SPORT, w::CIVIC_WHOM_SPORT),
        Library | Archive | Theatre | Cinema | Museum | Auditorium | CulturalCentre | Church | Convent
        | Castle | Tower | Villa | Palace | Walls | ArchaeologicalSite | RuralBuilding | Village => {
            (w::CIVIC_LOOK_CULTURE, w::CIVIC_WHOM_CULTURE)
        }
        Park | Garden | BotanicalGarden | Playground | Forest | Path => {
            (w::CIVIC_LOOK_GREEN, w::CIVIC_WHOM_GREEN)
        }
        HealthHouse
        | CommunityHospital
        | CareCoordinationCentre
        | Hospital
        | HospitalWard
        | EmergencyRoom
        | OperatingTheatre
        | IntensiveCare
        | Clinic
        | HealthDistrict
        | HealthPost
        | FamilyClinic
        | CareHome
        | Pharmacy => (w::CIVIC_LOOK_HEALTH, w::CIVIC_WHOM_HEALTH),
        CtScanner | MriScanner | Mammograph | Ultrasound | XRay | Angiograph | LinearAccelerator
        | PetScanner | GammaCamera => (w::CIVIC_LOOK_MACHINE, w::CIVIC_WHOM_HEALTH),
        Road | Roads | Bridge | Bridges | Promenade | RoadTunnel | CarPark | CyclePath | FootCyclePath
        | Square | PublicSpace | AccessiblePath => (w::CIVIC_LOOK_ROAD, w::CIVIC_WHOM_ROAD),
        RailLine | Station | Interchange | Tramway | Metro | Bus | ElectricBus | BusDepot | Train | Port
        | Pier | Airport | FreightTerminal => (w::CIVIC_LOOK_TRAVEL, w::CIVIC_WHOM_ROAD),
        Aqueduct | Sewer | WaterTreatmentPlant | Reservoir | IrrigationNetwork | PumpingStation
        | Fountain | Well | Spring | WaterKiosk => (w::CIVIC_LOOK_WATER, w::CIVIC_WHOM_ROAD),
        Canal | RiverBank | Slope | Coast | ContaminatedSite => (w::CIVIC_LOOK_LAND, w::CIVIC_WHOM_ROAD),
        DepurationPlant | Dump | WasteCentre | RecyclingPlant | CompostPlant | WasteBins => {
            (w::CIVIC_LOOK_WASTE, w::CIVIC_WHOM_ANY)
        }
        StreetLamps | ChargingPoint | SolarPlant | SolarPlants | HydroPlant | BiogasPlant | HydrogenPlant
        | DistrictHeating | PowerGrid => (w::CIVIC_LOOK_ENERGY, w::CIVIC_WHOM_ANY),
        Housing | TownFlats | ElderHousing | CoHousing | Shelter | StudentHousing | Barracks | Prison => {
            (w::CIVIC_LOOK_HOMES, w::CIVIC_WHOM_ANY)
        }
        CommunityCentre
        | FamilyCentre
        | ElderCentre
        | YouthCentre
        | ToyLibrary
        | MeetingPlace
        | CommonRoom
        | DayCentre
        | DisabilityCentre
        | TownHall
        | Court
        | FireStation
        | CivilProtectionCentre
        | Office
        | PublicBuilding
        | PublicBuildings
        | MountainHut
        | Cemetery => (w::CIVIC_LOOK_OFFICE, w::CIVIC_WHOM_ANY),
        Market | Farm | Mill | Factory | Hotel | Slaughterhouse | Warehouse => {
            (w::CIVIC_LOOK_TRADE, w::CIVIC_WHOM_ANY)
        }
        Broadband | DataCentre => (w::CIVIC_LOOK_DIGITAL, w::CIVIC_WHOM_DIGITAL),
    }
}
