//! What kind of body runs a project, and how large it is: told from names and amounts, for
//! filters and facets.

use crate::model::Cents;
use crate::text::fold::fold;
use crate::text::grammar::is_firm;

/// The kind of a body, derived from its name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum BodyKind {
    /// Comuni and their unions.
    Comune,
    /// Provinces and metropolitan cities.
    Provincia,
    Regione,
    /// *Azienda sanitaria*, hospitals.
    Health,
    School,
    /// Universities and bodies of research.
    University,
    /// Ministries, departments, agencies of the state.
    Ministry,
    /// *Impresa*, societies owned by the state included.
    Company,
    #[default]
    Other,
}

impl BodyKind {
    pub const ALL: [BodyKind; 9] = [
        BodyKind::Comune,
        BodyKind::Provincia,
        BodyKind::Regione,
        BodyKind::Health,
        BodyKind::School,
        BodyKind::University,
        BodyKind::Ministry,
        BodyKind::Company,
        BodyKind::Other,
    ];

    /// The word that means it in a query.
    pub fn word(self) -> &'static str {
        self.words()[0]
    }

    fn words(self) -> &'static [&'static str] {
        match self {
            BodyKind::Comune => &["comune", "comuni", "town", "municipality"],
            BodyKind::Provincia => &["provincia", "province"],
            BodyKind::Regione => &["regione", "regioni", "region"],
            BodyKind::Health => &["asl", "usl", "sanita", "health", "ospedale", "hospital"],
            BodyKind::School => &["scuola", "scuole", "school"],
            BodyKind::University => &["universita", "ricerca", "university"],
            BodyKind::Ministry => &["ministero", "ministeri", "ministry", "state"],
            BodyKind::Company => &["impresa", "imprese", "azienda", "company", "firm"],
            BodyKind::Other => &["altro", "altri", "other"],
        }
    }

    pub fn from_word(typed: &str) -> Option<BodyKind> {
        let folded = fold(typed);
        BodyKind::ALL
            .into_iter()
            .find(|k| k.words().contains(&folded.as_str()))
    }

    pub fn of(name: &str) -> BodyKind {
        const STARTS: &[(BodyKind, &[&str])] = &[
            (
                BodyKind::Comune,
                &[
                    "comune ",
                    "unione ",
                    "comunita montana",
                    "citta di ",
                    "roma capitale",
                ],
            ),
            (
                BodyKind::Provincia,
                &["provincia ", "citta metropolitana", "libero consorzio"],
            ),
            (
                BodyKind::Health,
                &[
                    "azienda usl",
                    "azienda unita sanitaria",
                    "azienda sanitaria",
                    "azienda ospedalier",
                    "asl ",
                    "usl ",
                    "ausl ",
                    "ats ",
                    "aou ",
                    "ospedale",
                    "irccs",
                    "policlinico",
                ],
            ),
            (BodyKind::Regione, &["regione ", "regioni ", "giunta regionale"]),
            (
                BodyKind::University,
                &[
                    "universit",
                    "politecnico",
                    "scuola normale",
                    "scuola superiore",
                    "scuola imt",
                    "alma mater",
                    "consiglio nazionale delle ricerche",
                    "istituto nazionale di",
                ],
            ),
            (
                BodyKind::School,
                &[
                    "istituto",
                    "ist ",
                    "liceo",
                    "scuola",
                    "convitto",
                    "conservatorio",
                    "educandato",
                    "ic ",
                    "i c ",
                    "iis ",
                    "i i s",
                    "isis",
                    "isiss",
                    "itis",
                    "itc ",
                    "iti ",
                    "ipsia",
                    "cpia",
                    "direzione didattica",
                ],
            ),
            (
                BodyKind::Ministry,
                &[
                    "ministero",
                    "dipartimento",
                    "presidenza del consiglio",
                    "agenzia",
                    "pcm",
                    "mim",
                    "mit ",
                    "commissario",
                    "prefettura",
                    "tribunale",
                ],
            ),
        ];
        let folded = format!("{} ", fold(name));
        let starts = |starts: &&[&str]| starts.iter().any(|s| folded.starts_with(s));
        if is_firm(name) {
            return BodyKind::Company;
        }
        let found = STARTS.iter().find(|(_, s)| starts(s));
        match found {
            Some((kind, _)) => *kind,
            None if folded.contains(" ministero ") => BodyKind::Ministry,
            None if folded.starts_with("societa ") || folded.contains(" societa ") => BodyKind::Company,
            None => BodyKind::Other,
        }
    }
}

/// Bands of total funding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum AmountBand {
    Unpublished,
    UpTo50k,
    UpTo200k,
    UpTo1M,
    UpTo5M,
    Over5M,
}

impl AmountBand {
    pub const ALL: [AmountBand; 6] = [
        AmountBand::Unpublished,
        AmountBand::UpTo50k,
        AmountBand::UpTo200k,
        AmountBand::UpTo1M,
        AmountBand::UpTo5M,
        AmountBand::Over5M,
    ];

    /// The smallest amount of the band and the first above it.
    pub fn bounds(self) -> (Option<Cents>, Option<Cents>) {
        let euro = |n: i64| Some(Cents(n * 100));
        match self {
            AmountBand::Unpublished => (None, None),
            AmountBand::UpTo50k => (None, euro(50_000)),
            AmountBand::UpTo200k => (euro(50_000), euro(200_000)),
            AmountBand::UpTo1M => (euro(200_000), euro(1_000_000)),
            AmountBand::UpTo5M => (euro(1_000_000), euro(5_000_000)),
            AmountBand::Over5M => (euro(5_000_000), None),
        }
    }

    pub fn of(amount: Option<Cents>) -> AmountBand {
        let Some(amount) = amount else {
            return AmountBand::Unpublished;
        };
        let below = |band: &AmountBand| band.bounds().1.is_none_or(|end| amount < end);
        let bands = AmountBand::ALL.into_iter().skip(1);
        bands.into_iter().find(below).unwrap_or(AmountBand::Over5M)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Comune di Prato", BodyKind::Comune)]
    #[case("Unione dei Comuni della Garfagnana", BodyKind::Comune)]
    #[case("Città metropolitana di Firenze", BodyKind::Provincia)]
    #[case("Regione Toscana", BodyKind::Regione)]
    #[case("Azienda USL Toscana Centro", BodyKind::Health)]
    #[case("Azienda ospedaliero universitaria Senese", BodyKind::Health)]
    #[case("Istituto comprensivo Don Milani", BodyKind::School)]
    #[case("Scuola Normale Superiore", BodyKind::University)]
    #[case("Università degli Studi di Pisa", BodyKind::University)]
    #[case("Ministero della Cultura", BodyKind::Ministry)]
    #[case("Rete ferroviaria italiana S.p.A.", BodyKind::Company)]
    #[case("Istituto di vigilanza S.r.l.", BodyKind::Company)]
    #[case("Diocesi di Lucca", BodyKind::Other)]
    fn kinds_are_told_from_names(#[case] name: &str, #[case] kind: BodyKind) {
        assert_eq!(BodyKind::of(name), kind);
    }

    #[test]
    fn bands_join_without_gaps() {
        let euro = |n: i64| AmountBand::of(Some(Cents(n * 100)));
        assert_eq!(AmountBand::of(None), AmountBand::Unpublished);
        assert_eq!(
            (euro(0), euro(50_000)),
            (AmountBand::UpTo50k, AmountBand::UpTo200k)
        );
        assert_eq!(
            (euro(4_999_999), euro(5_000_000)),
            (AmountBand::UpTo5M, AmountBand::Over5M)
        );
        for pair in AmountBand::ALL[1..].windows(2) {
            assert_eq!(pair[0].bounds().1, pair[1].bounds().0);
        }
    }
}
