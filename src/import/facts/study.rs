//! What a project of research or a doctorate is about, out of title and summary: the name of a
//! department, of a course, of what is studied.

use super::phrase::{Phrases, clauses};
use super::{Found, Texts, work};
use crate::model::{
    FactKind,
    Study::{self, *},
    TextColumn,
};
use crate::text::fold::fold;
use std::sync::LazyLock;

const TABLE: &[(Study, &str)] = &[
    (Mathematics, "matematic* -pura/operator*"),
    (Statistics, "statistic* -judiciary"),
    (Computing, "informatic* -attrezzatur*\ncomputer science"),
    (
        Intelligence,
        "intelligenza artificiale\nartificial intelligence\nmachine learning\nreti neurali",
    ),
    (Security, "cyber*"),
    (Robotics, "robot*\nbiorobot*"),
    (Quantum, "quantistic*\nquantum"),
    (
        Physics,
        "fisica -motoria/attivita\nfisico -attivita\nphysics\nfotonic*\nottich*\nottica",
    ),
    (Astronomy, "astronom*\nastrofisic*"),
    (Space, "aerospazial*\nspaziale\nsatellit*"),
    (Chemistry, "chimic*\nchemistry\nchemical"),
    (
        Materials,
        "nuovi/materiali materiali/innovativi\nmaterial* innovativ*\nnanomaterial*\nnanotecnolog*\ngrafene",
    ),
    (
        Biology,
        "biolog* -sostanz*\n-metodi/metodo biomolecolar*\nbiotecnolog*\ngenom*\nbiology",
    ),
    (Pharmacy, "farmac*\ndrug"),
    (
        Medicine,
        "medicin*\nbiomedic*\nclinic*\nsanita\nterapi*\nmedicine\npazient*",
    ),
    (Cancer, "tumor*\ncancro\noncolog*\ncancer"),
    (Brain, "neuro*\nsistema nervoso\nnervoso"),
    (Heart, "cardi*\ncardiovascolar*"),
    (
        Infections,
        "malattie infettive\ninfectious\nvirus\nviral*\nantibiotic*\nantipandemi*",
    ),
    (Veterinary, "veterinar*"),
    (
        Agriculture,
        "agrari*\nagricol*\nagro*\nagrifood\nagritech\ncolture",
    ),
    (
        Food,
        "alimentar* -ad/a/da\nalimentazione -a/ad/elettric*/idric*\nalimento\nalimenti\nfood",
    ),
    (Forests, "forestal*\nforeste"),
    (Engineering, "ingegneri*\nengineering"),
    (Electronics, "elettronic*\ntelecomunicazion*\nantenn*\nradar"),
    (Energy, "energetic*\nidrogeno\nbatteri* ~ litio\nfotovoltaic*"),
    (
        Architecture,
        "-dell/un architettur* -dei/di/de/del/della/delle/e\nurbanistic*",
    ),
    (
        Building,
        "strutture ~ opere\ninfrastruttur* esistenti\ningegneria civile\nsismic*",
    ),
    (
        Environment,
        "ambient* -lavoro/di\nsostenibilit*\nclima\nclimatic*\nclimate\neconomia circolare\ntransizione verde",
    ),
    (Earth, "scienze ~ terra\ngeolog*\ngeofisic*\nearth\nvulcan*"),
    (Land, "tutela/difesa/salvaguardia/protezione ~ territorio"),
    (Sea, "marin*\nmare -nostrum\nmarittim*\noceano*"),
    (Water, "acqua\nacque\nidric*\nidraulic*"),
    (Transport, "trasport* -di/del\nmobilita sostenibile"),
    (
        Economy,
        "econom* --circolare\neconomic*\nmanagement\naziendale\nfinanza",
    ),
    (Law, "giuridic*\ndiritto\ngiurisprudenza\nius"),
    (
        Politics,
        "scienze/scienza politiche/politica\nglobal politics\nsociolog*\nscienze sociali",
    ),
    (
        History,
        "storia\nstudi storici\nscienze storiche\nmedioevo\nrinascimento",
    ),
    (Archaeology, "archeolog*\nscienze ~ antichita"),
    (
        Heritage,
        "beni/patrimonio culturali/culturale\nheritage\nconservazione ~ patrimonio",
    ),
    (Art, "storia ~ arte\narti\nmusic*\nspettacolo"),
    (
        Languages,
        "lingue\nlinguistic*\nletteratur*\nfilolog*\nitalianistic*\nlinguistics",
    ),
    (Philosophy, "filosof*"),
    (
        Education,
        "educazione\neducativ*\nformazione ~ psicologia\npedagog*\ndidattic*",
    ),
    (Psychology, "psicolog*"),
    (Administration, "pubblica amministrazione"),
    (Tourism, "turism*\nturistic*"),
];

/// Words that stand by the way in texts of other fields: read where no other field is named.
const BY_THE_WAY: &[(Study, &str)] = &[
    (Computing, "-prodotti software"),
    (Infections, "covid*\npandemi*"),
    (Energy, "energia"),
    (Transport, "veicol*"),
    (Law, "legal*"),
    (History, "storic*"),
];

static PHRASES: LazyLock<Phrases<Study>> = LazyLock::new(|| Phrases::new(TABLE));
static OTHERS: LazyLock<Phrases<Study>> = LazyLock::new(|| Phrases::new(BY_THE_WAY));

/// Most fields of one project.
const MOST: usize = 2;

/// Words that stand in the names of calls, and that other fields are of: told where no other is.
const WIDE: &[Study] = &[Engineering, Medicine, Environment];

/// Adds the fields of research, in the order of the words.
pub(super) fn add(texts: &Texts, out: &mut Vec<Found>) {
    // Networks for health research are of the complementary plan.
    if !(work::is_research(texts) || texts.submeasure.starts_with("E.3.")) {
        return;
    }
    let mut found = within(texts, &PHRASES);
    if found.iter().all(|(study, _)| WIDE.contains(study)) {
        found.extend(within(texts, &OTHERS));
    }
    if found.iter().any(|(study, _)| !WIDE.contains(study)) {
        found.retain(|(study, _)| !WIDE.contains(study));
    }
    let facts = found.into_iter().take(MOST);
    out.extend(facts.map(|(study, column)| Found::new(FactKind::Study, study.code(), column)));
}

/// The fields that title and summary name, each once.
fn within(texts: &Texts, phrases: &Phrases<Study>) -> Vec<(Study, TextColumn)> {
    let mut found: Vec<(Study, TextColumn)> = Vec::new();
    for (text, column) in [
        (texts.summary, TextColumn::Summary),
        (texts.title, TextColumn::Title),
    ] {
        let told = subject(text, phrases);
        for study in told {
            if found.iter().all(|(known, _)| *known != study) {
                found.push((study, column));
            }
        }
    }
    found
}

/// The fields of "who*where*what": those of what is studied, where a department does it; never those
/// in the name of a firm or a museum that takes part.
fn subject(text: &str, phrases: &Phrases<Study>) -> Vec<Study> {
    let fields: Vec<&str> = text.split('*').collect();
    let of = |text: &str| {
        let found = clauses(text).into_iter().map(|clause| {
            let words: Vec<&str> = clause.split(' ').collect();
            phrases.find(&words)
        });
        found.flatten().collect::<Vec<Study>>()
    };
    let (Some((first, others)), true) = (fields.split_first(), fields.len() > 1) else {
        return of(text);
    };
    let who = format!(" {} ", fold(first));
    let has = |words: &[&str]| words.iter().any(|word| who.contains(word));
    // Of three fields the second is the address.
    let what = match others {
        [_, what @ ..] if !what.is_empty() => what.join("*"),
        _ => others.join("*"),
    };
    let studied = of(&what);
    let tells = studied.iter().any(|study| !WIDE.contains(study));
    if has(BODIES) || has(DEPARTMENTS) && !has(COURSES) && tells {
        return studied;
    }
    of(first).into_iter().chain(studied).collect()
}

/// Bodies whose names tell their trade.
const BODIES: &[&str] = &[
    " s r l ",
    " srl ",
    " s p a ",
    " spa ",
    " museo ",
    " consorzio ",
    " fondazione ",
    " societa ",
    " societ ",
];
const DEPARTMENTS: &[&str] = &[" dipartimento ", " dip ", " dipart "];
const COURSES: &[&str] = &[" dottorat", " bors", " corso ", " ph d "];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::facts::ComuneNames;

    fn of(measure: &str, title: &str, summary: &str) -> Vec<String> {
        let known = ComuneNames::default();
        let texts = Texts {
            title,
            summary,
            tender_objects: &[],
            call_title: "",
            call_code: "",
            local_code: "",
            submeasure: measure,
            indicators: &[],
            addresses: &[],
            comuni: &[],
            nature: "02",
            category: "",
            type_name: "",
            known: &known,
        };
        let mut out = Vec::new();
        add(&texts, &mut out);
        out.into_iter().map(|fact| fact.value).collect()
    }

    #[test]
    fn departments_courses_and_subjects_name_the_field() {
        let research = "M4C2I1.01.00";
        for (summary, fields) in [
            (
                "DIPARTIMENTO DI ARCHITETTURA*VIA ALFA 3*UN TETTO CHE RESPIRA",
                &["architecture"][..],
            ),
            ("CORSO DI DOTTORATO IN INGEGNERIA DELL'ENERGIA", &["energy"]),
            ("DIPARTIMENTO DI INGEGNERIA", &["engineering"]),
            (
                "DIPARTIMENTO DI CHIMICA E BIOLOGIA * UNA RICERCA",
                &["chemistry", "biology"],
            ),
            ("UN AUTOBUS ALIMENTATO AD IDROGENO", &["energy"]),
            (
                "DIPARTIMENTO DI SCIENZE POLITICHE*VIA ALFA 3*I PESCI DEL MARE",
                &["sea"],
            ),
            (
                "DIPARTIMENTO DI DIRITTO*VIA ALFA 3*LE CAMERE DOPO LA PANDEMIA",
                &["law"],
            ),
            ("ALFA ROBOTICA S.R.L.*VIA BETA 2*LA SALUTE DI TUTTI", &[]),
            ("MUSEO DI STORIA ALFEA*VIA BETA 2*RETE DELLE CURE", &[]),
            (
                "REGOLE ETICHE E LEGALI DELL'INTELLIGENZA ARTIFICIALE",
                &["artificial_intelligence"],
            ),
            ("ACQUISTO DI PRODOTTI SOFTWARE E LIBRI", &[]),
            (
                "DOTTORATO IN BIOLOGIA*VIA ALFA 3*MALATTIE NEUROLOGICHE",
                &["biology", "brain"],
            ),
            ("MODELLI PER UN'ALIMENTAZIONE SANA", &["food"]),
            ("UNIVERSIT ALFA*BANDO 2020", &[]),
        ] {
            assert_eq!(of(research, "", summary), fields, "{summary}");
        }
        assert!(of("M4C1I1.01.00", "", "ASILO NIDO VICINO AL DIPARTIMENTO DI CHIMICA").is_empty());
    }
}
