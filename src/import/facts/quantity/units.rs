//! The words of units, and those that tell a quantity from other numbers.

use crate::model::Unit;

/// Whether a unit counts things or measures a length, an area, a power.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    Count,
    Length,
}

/// A unit, the words for it, the words that must follow them (none: any may), and the number
/// above which it is something else.
pub(super) struct UnitWords {
    pub unit: Unit,
    pub measure: Measure,
    pub words: &'static [&'static str],
    pub then: &'static [&'static str],
    pub most: f64,
}

impl UnitWords {
    /// Whether the unit stands there: its word, and what must follow it.
    pub fn fits(&self, word: &str, next: &str) -> bool {
        self.words.contains(&word) && (self.then.is_empty() || self.then.contains(&next))
    }

    /// Whether "1" of it is bought or given alone.
    pub fn may_be_one(&self) -> bool {
        matches!(
            self.unit,
            Unit::Scholarships | Unit::Researchers | Unit::Machines | Unit::Trains | Unit::Lifts
        )
    }
}

const fn count(
    unit: Unit,
    words: &'static [&'static str],
    then: &'static [&'static str],
    most: f64,
) -> UnitWords {
    UnitWords {
        unit,
        measure: Measure::Count,
        words,
        then,
        most,
    }
}

const fn length(unit: Unit, words: &'static [&'static str], then: &'static [&'static str]) -> UnitWords {
    UnitWords {
        unit,
        measure: Measure::Length,
        words,
        then,
        most: 10_000_000.0,
    }
}

pub(super) const UNITS: &[UnitWords] = &[
    count(Unit::Beds, &["posti", "post"], &["letto"], 2_000.0),
    count(Unit::Beds, &["pl"], &[], 500.0),
    count(
        Unit::ParkingPlaces,
        &["posti"],
        &["auto", "macchina", "moto"],
        5_000.0,
    ),
    count(Unit::ParkingPlaces, &["stalli", "parcheggi"], &[], 5_000.0),
    count(
        Unit::Places,
        &["posti"],
        &[
            "nido", "bambini", "bambino", "asilo", "nei", "per", "infanzia", "scuola", "", "alunni",
            "studenti", "alloggio",
        ],
        5_000.0,
    ),
    count(Unit::Places, &["bambini", "bimbi", "alunni"], &[], 1_000.0),
    count(
        Unit::Services,
        &["servizi", "servizio"],
        &[
            "da", "d", "di", "a", "in", "digitali", "", "cloud", "migrati", "oggetto",
        ],
        200.0,
    ),
    count(
        Unit::Flats,
        &["alloggi", "alloggio", "appartamenti", "appartamento"],
        &[],
        5_000.0,
    ),
    count(
        Unit::Flats,
        &["unita"],
        &["abitative", "residenziali", "alloggiative"],
        5_000.0,
    ),
    count(Unit::Classrooms, &["aule", "aula"], &[], 200.0),
    count(Unit::Buildings, &["edifici", "fabbricati"], &[], 500.0),
    count(Unit::Lifts, &["ascensori", "ascensore"], &[], 200.0),
    count(Unit::Lamps, &["lampade", "lampioni"], &[], 100_000.0),
    count(Unit::Lamps, &["punti"], &["luce", "luminosi"], 100_000.0),
    count(Unit::Lamps, &["corpi", "apparecchi"], &["illuminanti"], 100_000.0),
    count(Unit::Trees, &["alberi", "alberature"], &[], 1_000_000.0),
    count(
        Unit::Machines,
        &[
            "ecografi",
            "ecografo",
            "ecotomografi",
            "ecotomografo",
            "mammografi",
            "mammografo",
            "tomografi",
            "tomografo",
            "tac",
            "tc",
            "angiografi",
            "angiografo",
            "ortopantomografi",
            "ortopantomografo",
            "telecomandati",
            "telecomandato",
            "apparecchiature",
            "apparecchiatura",
            "rmn",
            "ventilatori",
            "macchinari",
            "densitometri",
            "densitometro",
        ],
        &[],
        500.0,
    ),
    count(
        Unit::Buses,
        &["autobus", "bus", "scuolabus", "minibus"],
        &[],
        2_000.0,
    ),
    count(
        Unit::Vehicles,
        &["veicoli", "automezzi", "autovetture", "furgoni", "automobili"],
        &[],
        5_000.0,
    ),
    count(
        Unit::Trains,
        &["treni", "treno", "convogli", "elettrotreni", "tram"],
        &[],
        200.0,
    ),
    count(Unit::Bins, &["cassonetti", "compostiere"], &[], 1_000_000.0),
    count(Unit::ChargingPoints, &["colonnine", "colonnina"], &[], 50_000.0),
    count(
        Unit::ChargingPoints,
        &["punti", "stazioni"],
        &["ricarica"],
        50_000.0,
    ),
    count(Unit::Meters, &["contatori", "misuratori"], &[], 5_000_000.0),
    count(Unit::Sensors, &["sensori"], &[], 1_000_000.0),
    count(Unit::Scholarships, &["borse", "borsa"], &[], 5_000.0),
    count(
        Unit::Researchers,
        &["ricercatori", "ricercatore", "rtda", "ricercatrici"],
        &[],
        1_000.0,
    ),
    length(Unit::Kilometres, &["km", "chilometri"], &[]),
    length(
        Unit::SquareMetres,
        &["mq", "m2", "m²", "metri"],
        &["quadri", "quadrati"],
    ),
    length(Unit::SquareMetres, &["mq", "m2"], &[]),
    length(Unit::CubicMetres, &["metri"], &["cubi"]),
    length(Unit::CubicMetres, &["mc", "m3"], &[]),
    length(Unit::Metres, &["ml", "mt"], &[]),
    length(Unit::Metres, &["metri"], &["", "lineari", "di"]),
    length(Unit::Hectares, &["ettari", "ha"], &[]),
    length(Unit::Kilowatts, &["kw", "kwp"], &[]),
    length(Unit::Megawatts, &["mw", "mwp"], &[]),
    count(Unit::Inhabitants, &["ae"], &[], 5_000_000.0),
    count(Unit::Inhabitants, &["abitanti"], &["equivalenti"], 5_000_000.0),
];

/// Whether the unit counts things.
pub(super) fn is_counted(unit: Unit) -> bool {
    UNITS
        .iter()
        .any(|u| u.unit == unit && u.measure == Measure::Count)
}

/// The word before a number says that it numbers something: a lot, a law, a road, a house.
pub(super) fn forbids(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "art",
        "articolo",
        "anno",
        "anni",
        "applicativo",
        "capo",
        "civico",
        "civ",
        "comma",
        "contrada",
        "dal",
        "decreto",
        "delibera",
        "determina",
        "dgr",
        "dl",
        "dlgs",
        "dm",
        "dpcm",
        "edificio",
        "euro",
        "fase",
        "foglio",
        "id",
        "intervento",
        "int",
        "invest",
        "investimento",
        "inv",
        "km",
        "legge",
        "lett",
        "linea",
        "lotti",
        "lotto",
        "missione",
        "misura",
        "modulo",
        "n",
        "padiglione",
        "pad",
        "part",
        "particella",
        "piano",
        "prog",
        "progressiva",
        "prot",
        "provinciale",
        "regionale",
        "scheda",
        "sez",
        "sp",
        "sr",
        "ss",
        "statale",
        "strada",
        "stralcio",
        "sub",
        "tipo",
        "tipologia",
        "vers",
        "zona",
        "plesso",
        "braccio",
        "m",
        "l",
        "r",
        "aula",
        "sede",
        "cup",
        "cig",
        "kmq",
        "classe",
        "livello",
        "gruppo",
        "area",
        "ambito",
        "distretto",
        "circolo",
    ];
    WORDS.contains(&word)
}

/// Words that may stand between a number and its unit.
pub(super) fn may_stand_between(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "nuovi", "nuove", "nuovo", "nuova", "due", "tre", "quattro", "cinque", "sei", "sette", "otto",
        "nove", "dieci", "dodici", "quindici", "venti", "uno", "una", "un",
    ];
    WORDS.contains(&word)
}

/// Words before "km 3,2" that make it a length and not a point of a road.
pub(super) fn announces(word: &str) -> bool {
    [
        "circa",
        "lunghezza",
        "complessivi",
        "complessivo",
        "totale",
        "totali",
        "per",
        "estensione",
        "sviluppo",
    ]
    .contains(&word)
}

pub(super) fn is_street(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "via", "viale", "piazza", "piazzale", "corso", "largo", "vicolo", "loc", "localita", "contrada",
        "strada", "sp", "ss", "sr", "lungarno", "vico", "salita", "borgo", "calle", "traversa", "rione",
    ];
    WORDS.contains(&word)
}
