//! What kind of body a name is, for the office that answers citizens.

use crate::text::fold::fold;
use crate::text::grammar::is_firm;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Comune,
    /// Unions of comuni, provinces, metropolitan cities, and other bodies of the territory.
    Territory,
    Region,
    Health,
    School,
    University,
    /// Ministries and the other administrations of the state.
    State,
    Firm,
    Other,
}

impl Kind {
    pub fn of(name: &str) -> Kind {
        let folded = fold(name);
        let starts = |words: &[&str]| words.iter().any(|w| folded.starts_with(w));
        let has = |words: &[&str]| words.iter().any(|w| folded.contains(w));
        if is_firm(name) {
            Kind::Firm
        } else if starts(&["comune di ", "comune de", "comune ", "roma capitale"]) {
            Kind::Comune
        } else if starts(&["regione ", "provincia autonoma"]) {
            Kind::Region
        } else if starts(&[
            "unione ",
            "provincia ",
            "citta metropolitana",
            "amministrazione provinciale",
            "comunita montana",
            "consorzio di bonifica",
            "ente parco",
            "autorita di sistema portuale",
            "societa della salute",
        ]) {
            if starts(&["societa della salute"]) {
                Kind::Health
            } else {
                Kind::Territory
            }
        } else if has(&[
            "azienda usl",
            "unita sanitaria",
            "sanitaria",
            "ospedalier",
            "asl ",
            "ausl ",
            "irccs",
            "policlinico",
        ]) {
            Kind::Health
        } else if starts(&[
            "istituto comprensivo",
            "ist comprensivo",
            "istituto di istruzione",
            "istituto tecnico",
            "istituto professionale",
            "istituto statale",
            "istituto omnicomprensivo",
            "istituto superiore",
            "istituto istruzione",
            "istituto onnicomprensivo",
            "liceo",
            "scuola primaria",
            "scuola secondaria",
            "direzione didattica",
            "convitto",
            "educandato",
            "ic ",
            "i c ",
            "i i s ",
            "i s i s ",
            "i p s ",
            "iis ",
            "isis ",
            "itis ",
            "cpia",
            "centro provinciale per l istruzione",
        ]) {
            Kind::School
        } else if starts(&[
            "universita",
            "politecnico",
            "scuola normale",
            "scuola superiore",
            "scuola imt",
        ]) {
            Kind::University
        } else if starts(&[
            "minister",
            "presidenza del consiglio",
            "dipartimento ",
            "agenzia delle",
            "agenzia del ",
        ]) || has(&["ministero"])
        {
            Kind::State
        } else {
            Kind::Other
        }
    }

    /// A body whose works are for those who live in its comune; a hospital or a university of
    /// the same place serves many more.
    pub fn is_local(self) -> bool {
        matches!(self, Kind::Comune | Kind::School)
    }
}

/// Companies and agencies of the state that hand its money on.
const AGENCIES: [&str; 5] = [
    "simest",
    "invitalia",
    "gestore dei servizi energetici",
    "cassa depositi",
    "agenzia nazionale per l attrazione",
];

/// Whether a body hands the state's money on to others.
fn is_agency(name: &str) -> bool {
    let folded = fold(name);
    AGENCIES.iter().any(|agency| folded.contains(agency))
}

/// A ministry, a region or an agency has many projects: its name tells none of them apart.
pub(super) fn is_own(name: &str) -> bool {
    !matches!(Kind::of(name), Kind::State | Kind::Region) && !is_agency(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_the_kind() {
        for (name, kind) in [
            ("Comune di Prato", Kind::Comune),
            ("Unione dei Comuni del Mugello", Kind::Territory),
            ("Città Metropolitana di Firenze", Kind::Territory),
            ("Regione Toscana", Kind::Region),
            ("Azienda USL Toscana Centro", Kind::Health),
            ("Azienda Ospedaliero-Universitaria Pisana", Kind::Health),
            ("Istituto Comprensivo Convenevole", Kind::School),
            ("Università degli Studi di Siena", Kind::University),
            ("Ministero della Cultura", Kind::State),
            ("Rete Ferroviaria Italiana S.p.A.", Kind::Firm),
            ("Fondazione Alfa", Kind::Other),
        ] {
            assert_eq!(Kind::of(name), kind, "{name}");
        }
    }
}
