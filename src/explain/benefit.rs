//! Whom it serves: what fits this thing, these works, this service. The card of the measure speaks
//! only where the tables say none of them.

use super::body::Kind;
use super::called::as_subject;
use super::claim::Claim;
use super::facts::Facts;
use super::spoken::spoken;
use super::wording::finish;
use super::{again, state, told};
use crate::lang::{Lang, Word, w};
use crate::model::{FactKind, LabelKind, Service, Status, Target, Thing, Work};
use crate::text::fold::fold;
use crate::text::grammar::list;
use crate::title::{at_comune, part, say};

/// What a service or a work brings, in one sentence.
const MOST: usize = 2;

/// Indicators of places in nurseries and in infant schools.
const NURSERY_PLACES: &str = "T0182";
const INFANT_PLACES: &str = "T0303";
/// Council homes and homes at a low rent.
const HOMES: [&str; 2] = ["T0286", "T0287"];
/// Public space in square metres.
const PUBLIC_SPACE: &str = "T0291";
/// A centre that puts hospital, doctor and nurses together, whatever house it is in.
const CARE_CENTRE: &str = "T0106";

/// Letters of a name that may be said once more.
const SHORT_NAME: usize = 32;

pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    if state::status(f) == Status::Withdrawn {
        let body = f.lead().map(|(_, body, _)| &body.name);
        let body = body
            .filter(|name| name.chars().count() <= SHORT_NAME)
            .map(|name| f.the(name));
        return vec![match body {
            _ if let Some(other) = again::claim(f) => other,
            Some(body) => f.own_words(w::SAY_BENEFIT_WITHDRAWN_FOR, &[("body", &body)]),
            None => f.own_words(w::SAY_BENEFIT_WITHDRAWN, &[]),
        }];
    }
    if let Some(own) = own(f) {
        return vec![own];
    }
    if let Some(study) = study(f) {
        return vec![study];
    }
    match f.card_text() {
        Some(card) => f
            .written(card.who)
            .into_iter()
            .take(1)
            .map(|c| placed(f, c))
            .collect(),
        None => vec![without_card(f)],
    }
}

/// "A Firenze il progetto serve a chi fa ricerca in architettura e, con il tempo, a tutti."
fn study(f: &Facts<'_>) -> Option<Claim> {
    let studies = || f.project.facts_of(FactKind::Study);
    let fields: Vec<&str> = studies().filter_map(|s| say("field", &s.value, f.lang)).collect();
    let doctorates = [Work::Doctorates.code(), Work::Scholarships.code()];
    let is_school = f
        .project
        .facts_of(FactKind::Work)
        .any(|work| doctorates.contains(&work.value.as_str()));
    let serves = match is_school {
        true => w::SAY_GAIN_FOR_DOCTORS,
        false => w::SAY_GAIN_FOR_RESEARCH,
    };
    let (at, word) = match f.only_comune() {
        Some(comune) => (at_comune(&comune.name, f.lang), w::SAY_GAIN_AT),
        None => (String::new(), w::SAY_GAIN_ANYWHERE),
    };
    let tell = |fields: &[&str]| {
        let rest = f.lang.fill(serves, &[("fields", &list(fields, f.lang))]);
        f.own_words(word, &[("at", &at), ("rest", &rest)])
    };
    let (first, all) = (tell(fields.get(..1)?), tell(&fields));
    Some(if f.fits(&all.text) { all } else { first })
}

/// "A Siena serve a chi va in bicicletta": where the project has one comune.
fn placed(f: &Facts<'_>, claim: Claim) -> Claim {
    // A measure for all kinds of schools, and one school of them; for all firms, and one.
    let of_one = match f.project.fact(FactKind::Beneficiary) {
        _ if f.is_of_measure(&["M4C1I3.02"]) => Some(f.lang.say(w::SAY_GAIN_FOR_THAT_SCHOOL)),
        None if f.is_of_measure(OF_ONE_FIRM) => Some(f.lang.say(w::SAY_GAIN_FOR_ONE_FIRM)),
        _ => None,
    };
    let heads = match f.lang {
        Lang::It => ["Serve ", "La misura serve "],
        Lang::En => ["It serves ", "The measure serves "],
    };
    let rest = heads.iter().find_map(|head| claim.text.strip_prefix(head));
    let rest = rest.map(|rest| of_one.unwrap_or(rest));
    let (Some(rest), Some(comune)) = (rest, f.only_comune()) else {
        return claim;
    };
    let at = at_comune(&comune.name, f.lang);
    let plain = f.lang.fill(w::SAY_GAIN_AT, &[("at", &at), ("rest", rest)]);
    let text = [named(f, rest), Some(plain)].into_iter().flatten();
    match text.into_iter().find(|text| f.fits(text)) {
        Some(text) => Claim {
            text: finish(text),
            ..claim
        },
        None => claim,
    }
}

/// "Il progetto per il Teatro Alfa serve a chi va a spettacoli": where its house is known.
fn named(f: &Facts<'_>, rest: &str) -> Option<String> {
    f.project.fact(FactKind::Name)?;
    let project = as_subject(f);
    let values = [("project", project.as_str()), ("rest", rest)];
    Some(f.lang.fill(w::SAY_GAIN_NAMED, &values))
}

/// Whether the measure has to say it, because nothing of the project does.
pub(super) fn is_of_card(f: &Facts<'_>) -> bool {
    own(f).is_none()
}

fn own(f: &Facts<'_>) -> Option<Claim> {
    services(f).or_else(|| thing(f))
}

/// "Chi si rivolge al Comune di Pienza potrà pagare in banca, alla posta, dal tabaccaio o in rete."
fn services(f: &Facts<'_>) -> Option<Claim> {
    let (_, body, _) = f.lead()?;
    let codes = f.project.facts_of(FactKind::Service);
    let mut gains: Vec<&str> = Vec::new();
    for gain in codes.filter_map(|fact| gain_of_service(Service::from_code(&fact.value)?)) {
        let gain = f.lang.say(gain);
        if !gains.contains(&gain) && gains.len() < MOST {
            gains.push(gain);
        }
    }
    let name = spoken(&body.name);
    let who = match Kind::of(&body.name) {
        Kind::School if name.is_none() => w::SAY_GAIN_WHO_THIS_SCHOOL,
        _ if name.is_none() => w::SAY_GAIN_WHO_THIS,
        Kind::School => w::SAY_GAIN_WHO_SCHOOL,
        Kind::Health => w::SAY_GAIN_WHO_HEALTH,
        Kind::University => w::SAY_GAIN_WHO_UNIVERSITY,
        _ => w::SAY_GAIN_WHO_BODY,
    };
    let name = name.unwrap_or_default();
    let (to, of) = (f.to(&name), f.of(&name));
    let who = f.lang.fill(who, &[("to_body", &to), ("of_body", &of)]);
    let tell = |gains: &[&str]| {
        let gains = list(gains, f.lang);
        let word = match told::is_in_service(f) {
            true => w::SAY_GAIN_SERVICE_NOW,
            false => w::SAY_GAIN_SERVICE,
        };
        f.own_words(word, &[("who", &who), ("gains", &gains)])
    };
    let (first, all) = (tell(gains.get(..1)?), tell(&gains));
    Some(if f.fits(&all.text) { all } else { first })
}

fn gain_of_service(service: Service) -> Option<Word> {
    use Service::*;
    Some(match service {
        PagoPa => w::SAY_GAIN_PAGOPA,
        AppIo => w::SAY_GAIN_APP_IO,
        SpidCie => w::SAY_GAIN_SPID,
        Anpr | Ansc => w::SAY_GAIN_REGISTRY,
        Anncsu => w::SAY_GAIN_STREETS,
        Pdnd => w::SAY_GAIN_PDND,
        ItWallet => w::SAY_GAIN_WALLET,
        Send => w::SAY_GAIN_SEND,
        Cloud | DataCentre => w::SAY_GAIN_CLOUD,
        Website => w::SAY_GAIN_WEBSITE,
        OnlineServices => w::SAY_GAIN_ONLINE,
    })
}

/// "Il progetto per la Scuola Mattei serve ad alunni, famiglie e personale: porta più sicurezza in
/// caso di terremoto."
fn thing(f: &Facts<'_>) -> Option<Claim> {
    let mut brings: Vec<&str> = Vec::new();
    let works = f.project.facts_of(FactKind::Work);
    let on_the_way = told::thing(f)
        .and_then(|thing| Thing::from_code(&thing.value))
        .is_some_and(|thing| {
            matches!(
                thing,
                Thing::Road | Thing::Roads | Thing::Bridge | Thing::RoadTunnel
            )
        });
    let has = |work: Work| {
        let mut works = f.project.facts_of(FactKind::Work);
        works.any(|fact| fact.value == work.code())
    };
    let of = |work: Work| match work {
        // New lamps that save energy bring no more light.
        Work::Lighting if has(Work::EnergySaving) => None,
        Work::Structure if on_the_way => Some(w::SAY_GAIN_DRIVE),
        // That pipes are changed says of no water that was lost, but where the measure is for that.
        Work::PipesReplaced | Work::WaterMeters if !f.is_of_measure(AGAINST_LEAKS) => None,
        // New asphalt makes a road better, and safer only where a text says so.
        Work::RoadSurface | Work::BasaltSurface | Work::RoadMarkings | Work::Signs
            if is_outside(f) && !has(Work::Safety) =>
        {
            Some(w::SAY_GAIN_ROAD)
        }
        Work::NewSidewalks | Work::SidewalksRedone | Work::Sidewalks if !has(Work::Safety) => {
            Some(w::SAY_GAIN_SIDEWALKS)
        }
        // The railing of a hall makes no road safer.
        work if !on_the_way && gain_of_work(work) == Some(w::SAY_GAIN_DRIVE) => {
            is_outside(f).then_some(w::SAY_GAIN_DRIVE)
        }
        work => gain_of_work(work),
    };
    for gain in works.filter_map(|fact| of(Work::from_code(&fact.value)?)) {
        let gain = f.lang.say(gain);
        if !brings.contains(&gain) && brings.len() < MOST {
            brings.push(gain);
        }
    }
    // Roads that are to be safer are in good order.
    let safer = f.lang.say(w::SAY_GAIN_DRIVE);
    if brings.contains(&safer) {
        brings.retain(|gain| *gain != f.lang.say(w::SAY_GAIN_ROAD));
    }
    let firm = f.project.fact(FactKind::Beneficiary);
    let thing = told::thing(f);
    let whom = match (firm, thing) {
        (Some(firm), _) => {
            let to = match f.lang {
                Lang::It => f.to(&firm.value),
                Lang::En => f.the(&firm.value),
            };
            f.lang.fill(w::SAY_GAIN_FOR_FIRM, &[("firm", &to)])
        }
        // The project of a museum that does research.
        (None, Some(thing)) if thing.value == Thing::Museum.code() && f.is_of_measure(OF_RESEARCH) => {
            return None;
        }
        (None, Some(thing)) if Thing::from_code(&thing.value).is_some_and(|thing| has_homes(f, thing)) => {
            f.lang.say(w::SAY_GAIN_FOR_HOMES).to_owned()
        }
        // What a house was says nothing of what it will be.
        (None, Some(_)) if is_of_the_past(f) => f.lang.say(w::SAY_GAIN_FOR_PLACE).to_owned(),
        (None, Some(thing)) => whom(
            of_the_works(f, of_all_ages(f, part_or(f, Thing::from_code(&thing.value)?))),
            f,
        ),
        (None, None) if brings_water(f) => whom(Thing::Aqueduct, f),
        (None, None) if brings.is_empty() || f.card.is_some() => return None,
        (None, None) => f.lang.say(w::SAY_GAIN_FOR_PLACE).to_owned(),
    };
    let tell = |brings: &[&str]| {
        let brings = list(brings, f.lang);
        let values = [("whom", whom.as_str()), ("brings", brings.as_str())];
        let word = match brings.is_empty() {
            true => w::SAY_GAIN_THING,
            false => w::SAY_GAIN_THING_BRINGS,
        };
        f.own_words(word, &values)
    };
    let all = [brings.len(), 1, 0]
        .into_iter()
        .filter_map(|n| Some(tell(brings.get(..n)?)));
    let fitting = all.into_iter().find(|claim| f.fits(&claim.text))?;
    Some(match firm {
        Some(_) => fitting,
        None => placed(f, fitting),
    })
}

/// "Si porta acqua da bere", whatever is built for it.
fn brings_water(f: &Facts<'_>) -> bool {
    let mut works = f.project.facts_of(FactKind::Work);
    works.any(|work| work.value == Work::DrinkingWater.code())
}

/// Whether the works lie on roads, squares and paths, or nothing says where.
fn is_outside(f: &Facts<'_>) -> bool {
    !told::is_house(f)
}

/// "Ex ludoteca di Alfa", where no text says what is made there.
fn is_of_the_past(f: &Facts<'_>) -> bool {
    let name = f.project.fact(FactKind::Name);
    name.is_some_and(|name| name.value.starts_with("Ex ")) && f.project.fact(FactKind::Made).is_none()
}

/// A nursery with an infant school is for children up to six; a palace where places for them are
/// promised is for them, too.
fn of_all_ages(f: &Facts<'_>, thing: Thing) -> Thing {
    let infants = [Thing::InfantSchool, Thing::ChildhoodCentre];
    let things = f
        .project
        .facts_of(FactKind::Thing)
        .filter_map(|t| Thing::from_code(&t.value));
    let promises = |indicator: &str| promises(f, indicator);
    let thing = match (promises(NURSERY_PLACES), promises(INFANT_PLACES)) {
        _ if is_for_pupils(thing) => thing,
        _ if promises(CARE_CENTRE) => Thing::CareCoordinationCentre,
        (true, _) => Thing::Nursery,
        (false, true) => Thing::InfantSchool,
        (false, false) => thing,
    };
    // "Nido Alfa", of a call that speaks of infant schools, too.
    let only_nursery = promises(NURSERY_PLACES) && !promises(INFANT_PLACES) && is_a_nursery(f);
    let both = things.into_iter().any(|t| infants.contains(&t)) || promises(INFANT_PLACES);
    match thing {
        Thing::Nursery | Thing::InfantSchool if both && promises(NURSERY_PLACES) && !only_nursery => {
            Thing::ChildhoodCentre
        }
        thing => thing,
    }
}

/// Whether the thing that is told is a nursery, with no school for older ones beside it.
fn is_a_nursery(f: &Facts<'_>) -> bool {
    let kind = told::thing(f).and_then(|thing| Thing::from_code(&thing.value));
    let named = [FactKind::Made, FactKind::Beside]
        .into_iter()
        .flat_map(|kind| f.project.facts_of(kind));
    let others = [Thing::InfantSchool, Thing::ChildhoodCentre].map(Thing::code);
    kind == Some(Thing::Nursery)
        && !named
            .into_iter()
            .any(|fact| others.contains(&fact.value.as_str()))
}

/// Whether an indicator of the project has something planned.
fn promises(f: &Facts<'_>, indicator: &str) -> bool {
    let of = |t: &Target| t.indicator == indicator && t.planned.is_some_and(|n| n > 0.0);
    f.project.targets.iter().any(of)
}

/// New homes, or a palace or a square with homes in it; not homes that somebody lives in.
fn has_homes(f: &Facts<'_>, thing: Thing) -> bool {
    let is_made = told::is_new(f) || f.project.fact(FactKind::Made).is_some();
    let own = match thing {
        // Nobody lives yet in homes that are built.
        Thing::Housing | Thing::TownFlats => !is_made,
        thing => matches!(thing, Thing::CoHousing | Thing::Shelter),
    };
    !own && HOMES.iter().any(|indicator| promises(f, indicator))
}

fn is_for_pupils(thing: Thing) -> bool {
    use Thing::*;
    matches!(
        thing,
        Nursery | InfantSchool | ChildhoodCentre | PrimarySchool | LowerSecondarySchool | School | Schools
    )
}

/// The measure that is to lose less water.
const AGAINST_LEAKS: &[&str] = &["M2C4I4.02"];
/// Measures that help many firms, each project one.
const OF_ONE_FIRM: &[&str] = &["M2C1I2.02", "M1C2I5.01"];
/// Measures for homes and their quarters: a palace there becomes a house for those who live near.
const OF_QUARTERS: &[&str] = &["M5C2I2.03"];
/// The gyms of this measure are those of schools.
const OF_SCHOOLS: &[&str] = &["M4C1I3.03"];
const OF_RESEARCH: &[&str] = &["M4C2"];
/// Category of the CUP for works on the heritage.
const HERITAGE: &str = "05.11";

/// A reservoir that waters the fields is for those who till them.
fn of_the_works(f: &Facts<'_>, thing: Thing) -> Thing {
    let category = f.project.label(LabelKind::Category);
    let is_heritage = category.is_some_and(|category| category.value.starts_with(HERITAGE));
    let waters = || {
        f.project
            .facts_of(FactKind::Work)
            .any(|work| work.value == Work::Irrigation.code())
    };
    let drinks = || {
        f.project.facts_of(FactKind::Work).any(|work| {
            [Work::MoreWater, Work::NewPipes, Work::PipesReplaced, Work::Pipes]
                .map(Work::code)
                .contains(&work.value.as_str())
        })
    };
    match thing {
        Thing::Reservoir if waters() && !drinks() => Thing::IrrigationNetwork,
        // "EDIFICIO A SERVIZIO DEI RESIDENTI": no homes are promised, but room for all.
        Thing::CoHousing if promises(f, PUBLIC_SPACE) && !HOMES.iter().any(|home| promises(f, home)) => {
            Thing::CommunityCentre
        }
        Thing::Gym if f.is_of_measure(OF_SCHOOLS) => Thing::SchoolGym,
        Thing::Palace | Thing::Villa | Thing::Convent | Thing::Church
            if f.is_of_measure(OF_QUARTERS) && !is_heritage =>
        {
            Thing::CommunityCentre
        }
        thing => thing,
    }
}

/// The part of a building that "what" names, else the thing.
fn part_or(f: &Facts<'_>, thing: Thing) -> Thing {
    let codes = f.project.facts_of(FactKind::Thing).map(|t| t.value.as_str());
    let name = f.project.fact(FactKind::Name);
    let part = name.and_then(|name| part(codes, &name.value, Lang::It));
    let part = part.or_else(|| Some(&told::made_inside(f, name?)?.value));
    part.and_then(Thing::from_code).unwrap_or(thing)
}

fn gain_of_work(work: Work) -> Option<Word> {
    use Work::*;
    Some(match work {
        Seismic | QuakeProof => w::SAY_GAIN_QUAKE,
        Structure | Floors => w::SAY_GAIN_SOLID,
        FireSafety => w::SAY_GAIN_FIRE,
        Asbestos => w::SAY_GAIN_ASBESTOS,
        Insulation | Led | HeatPump | EnergySaving => w::SAY_GAIN_ENERGY,
        SolarPanels => w::SAY_GAIN_SUN,
        Accessibility | Lift => w::SAY_GAIN_ACCESS,
        Waterproofing => w::SAY_GAIN_DRY,
        Roof | RoofCare => w::SAY_GAIN_ROOF,
        NewSidewalks | SidewalksRedone | Sidewalks | Crossings => w::SAY_GAIN_WALK,
        ShorePower => w::SAY_GAIN_SHORE,
        Parapets | RoadStrengthening | Roundabout | BasaltSurface | RoadSurface | SafetyBarriers | Signs
        | RoadMarkings | RoadWidening => w::SAY_GAIN_DRIVE,
        NewCooling => w::SAY_GAIN_COMFORT,
        MoreStorage => w::SAY_GAIN_STORED,
        SwingBuilding => w::SAY_GAIN_OPEN,
        VacantHomes => w::SAY_GAIN_MORE_HOMES,
        Planting | Greenery => w::SAY_GAIN_GREEN,
        Rockfall | RetainingWall | LandslideWorks => w::SAY_GAIN_LANDSLIDE,
        FloodDefence => w::SAY_GAIN_FLOOD,
        CoastDefence => w::SAY_GAIN_COAST,
        LandCleaning => w::SAY_GAIN_CLEAN,
        Leaks | PipesReplaced | WaterMeters => w::SAY_GAIN_LEAKS,
        Lighting => w::SAY_GAIN_LIGHT,
        Telemedicine | HomeCare => w::SAY_GAIN_CARE,
        WasteCollection => w::SAY_GAIN_WASTE,
        _ => return None,
    })
}

/// For whom a kind of thing is.
fn whom(thing: Thing, f: &Facts<'_>) -> String {
    use Thing::*;
    let word = match thing {
        Nursery => w::SAY_GAIN_FOR_BABIES,
        InfantSchool => w::SAY_GAIN_FOR_INFANT_SCHOOL,
        ChildhoodCentre => w::SAY_GAIN_FOR_INFANTS,
        PrimarySchool | LowerSecondarySchool | UpperSecondarySchool | School | Schools | SchoolGym
        | Canteen | Kitchen => w::SAY_GAIN_FOR_PUPILS,
        University => w::SAY_GAIN_FOR_STUDENTS,
        StudentHousing => w::SAY_GAIN_FOR_STUDENTS_AWAY,
        Laboratory | DataCentre => w::SAY_GAIN_FOR_STAFF,
        GolfCourse => w::SAY_GAIN_FOR_GOLF,
        Gym | SwimmingPool | SportsField | SportsHall | Stadium | SportsCentre | SkatePark => {
            w::SAY_GAIN_FOR_SPORT
        }
        Library | Archive => w::SAY_GAIN_FOR_READERS,
        Theatre | Cinema | Auditorium | CulturalCentre => w::SAY_GAIN_FOR_AUDIENCE,
        Museum | Church | Convent | Castle | Tower | Villa | Palace | Walls | ArchaeologicalSite => {
            w::SAY_GAIN_FOR_VISITORS
        }
        MountainHut | Park | Garden | BotanicalGarden | Forest | Path => w::SAY_GAIN_FOR_WALKERS,
        Playground | ToyLibrary => w::SAY_GAIN_FOR_CHILDREN,
        HealthHouse | HealthDistrict | HealthPost | Clinic | Pharmacy => w::SAY_GAIN_FOR_CARE,
        FamilyClinic | FamilyCentre => w::SAY_GAIN_FOR_FAMILIES,
        CommunityHospital => w::SAY_GAIN_FOR_FRAIL,
        CareCoordinationCentre => w::SAY_GAIN_FOR_COORDINATION,
        Hospital | HospitalWard | EmergencyRoom | OperatingTheatre | IntensiveCare => {
            w::SAY_GAIN_FOR_PATIENTS
        }
        CtScanner | MriScanner | Mammograph | Ultrasound | XRay | Angiograph | PetScanner | GammaCamera
            if !is_in_hospital(f) =>
        {
            w::SAY_GAIN_FOR_EXAMS_ANYWHERE
        }
        CtScanner | MriScanner | Mammograph | Ultrasound | XRay | Angiograph | PetScanner | GammaCamera => {
            w::SAY_GAIN_FOR_EXAMS
        }
        LinearAccelerator => w::SAY_GAIN_FOR_TUMOURS,
        DisabilityCentre => w::SAY_GAIN_FOR_DISABILITY,
        CareHome | ElderCentre | ElderHousing | DayCentre => w::SAY_GAIN_FOR_ELDERS,
        Road | Roads | Bridge | Bridges | RoadTunnel | CarPark => w::SAY_GAIN_FOR_DRIVERS,
        CyclePath => w::SAY_GAIN_FOR_CYCLISTS,
        FootCyclePath => w::SAY_GAIN_FOR_FEET_AND_WHEELS,
        Promenade | Square | PublicSpace | AccessiblePath | StreetLamps | Fountain => w::SAY_GAIN_FOR_WALKING,
        ChargingPoint => w::SAY_GAIN_FOR_ELECTRIC,
        RailLine | Station | Interchange | Train | Tramway | Metro | Bus | ElectricBus | BusDepot => {
            w::SAY_GAIN_FOR_TRAVELLERS
        }
        Port | Pier | Airport | FreightTerminal => w::SAY_GAIN_FOR_PORTS,
        Aqueduct | Well | Spring | WaterKiosk | WaterTreatmentPlant | Reservoir | PumpingStation => {
            w::SAY_GAIN_FOR_WATER
        }
        Sewer | DepurationPlant | ContaminatedSite | Dump => w::SAY_GAIN_FOR_CLEAN,
        IrrigationNetwork | Farm | Mill | RuralBuilding => w::SAY_GAIN_FOR_FARMERS,
        Canal | RiverBank | Slope | Coast => w::SAY_GAIN_FOR_SAFETY,
        WasteCentre | RecyclingPlant | CompostPlant | WasteBins => w::SAY_GAIN_FOR_WASTE,
        SolarPlant | SolarPlants | HydroPlant | BiogasPlant | HydrogenPlant | DistrictHeating | PowerGrid => {
            w::SAY_GAIN_FOR_ENERGY
        }
        Broadband => w::SAY_GAIN_FOR_ONLINE,
        Housing => w::SAY_GAIN_FOR_TENANTS,
        TownFlats => w::SAY_GAIN_FOR_FLATS,
        CoHousing => w::SAY_GAIN_FOR_SHARED_HOMES,
        Shelter => w::SAY_GAIN_FOR_HOMELESS,
        YouthCentre => w::SAY_GAIN_FOR_YOUNG,
        CommunityCentre | MeetingPlace | CommonRoom | Village => w::SAY_GAIN_FOR_PLACE,
        Cemetery => w::SAY_GAIN_FOR_GRAVES,
        PublicBuilding | PublicBuildings => w::SAY_GAIN_FOR_BUILDINGS,
        TownHall | Court | Office => w::SAY_GAIN_FOR_COUNTER,
        Prison => w::SAY_GAIN_FOR_PRISON,
        Barracks | FireStation | CivilProtectionCentre => w::SAY_GAIN_FOR_RESCUE,
        Hotel => w::SAY_GAIN_FOR_GUESTS,
        Market | Slaughterhouse | Factory | Warehouse => w::SAY_GAIN_FOR_TRADE,
    };
    f.lang.say(word).to_owned()
}

/// Category of the CUP for houses of health that are no hospital.
const NO_HOSPITAL: &str = "05.30.150";

/// Neither the texts nor the category of the CUP put the machine elsewhere.
fn is_in_hospital(f: &Facts<'_>) -> bool {
    let category = f.project.label(LabelKind::Category);
    let name = f.project.fact(FactKind::Name);
    let called = name.is_some_and(|name| fold(&name.value).contains("osped"));
    let outside = [Thing::Clinic, Thing::HealthHouse, Thing::HealthDistrict].map(Thing::code);
    let mut things = f.project.facts_of(FactKind::Thing);
    let is_outside = category.is_some_and(|category| category.value == NO_HOSPITAL)
        || things.any(|thing| outside.contains(&thing.value.as_str()));
    called || !is_outside
}

/// A measure that has no words of ours: its mission says for whom it is.
fn without_card(f: &Facts<'_>) -> Claim {
    let name = f.measure.and_then(|m| m.mission_name.as_deref());
    match name {
        Some(name) => f.linked(
            w::SAY_BENEFIT_MISSION,
            &[("mission", name)],
            f.cite_measure("Descrizione Missione"),
        ),
        None => f.own_words(w::SAY_BENEFIT_UNKNOWN, &[]),
    }
}
