//! Where a fact comes from: the table, its release, its date.

use jiff::civil::Date;
use serde::Serialize;

/// Number of a source, made of what it is: the same in every snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct SourceId(pub u32);

/// A value and the source that states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observed<T> {
    pub value: T,
    pub source: SourceId,
}

/// How we know what a sentence says, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// *osservato*: it stands in a table.
    Observed,
    /// *collegato*: joined from another table by an exact key.
    Linked,
    /// *derivato*: computed from what stands in tables.
    Derived,
    /// *mancante*: no table at hand says it.
    Missing,
    /// *scritto da noi*: our own words, of a card or the glossary; no table says it.
    Written,
}

impl Evidence {
    /// In the order of a legend.
    pub const ALL: [Evidence; 5] = [
        Evidence::Observed,
        Evidence::Linked,
        Evidence::Derived,
        Evidence::Missing,
        Evidence::Written,
    ];
}

/// One release of one official table: rows of the same table and date share a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub id: SourceId,
    pub table: Table,
    /// The table's official name: `PNRR_Progetti`.
    pub name: String,
    pub publisher: String,
    /// Date of observation that the rows declare; some older tables declare none.
    pub date: Option<Date>,
    /// Rows of this table and date that speak of the snapshot's projects.
    pub rows: u64,
    pub licence: String,
    pub url: String,
    /// The official names of the columns that the release has.
    pub columns: Vec<String>,
}

/// What stands as the licence of a table whose publisher, if there is one, states none.
pub const LICENCE_UNDECLARED: &str = "non dichiarata";

/// What stands behind the name of a publisher whose table is an unofficial copy.
pub const UNOFFICIAL_COPY: &str = ", copia non ufficiale";

impl Source {
    /// False for an unofficial copy: what it says is said as such, and kept apart in totals.
    pub fn is_official(&self) -> bool {
        self.table.is_official()
    }

    /// Whether the release has the column at all (`Data Fine Progetto Prevista` entered late):
    /// it tells an empty cell from a table that we do not hold.
    pub fn has_column(&self, name: &str) -> bool {
        self.columns.iter().any(|c| c == name)
    }
}

macro_rules! tables {
    ($($(#[$doc:meta])* $variant:ident => $code:literal, $name:literal;)*) => {
        /// The official tables that the program reads.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Table { $($(#[$doc])* $variant,)* }

        impl Table {
            pub const ALL: &[Table] = &[$(Table::$variant,)*];

            /// The word that stands for the table in a snapshot.
            pub fn code(self) -> &'static str {
                match self { $(Table::$variant => $code,)* }
            }

            /// The name under which the publisher issues it.
            pub fn official_name(self) -> &'static str {
                match self { $(Table::$variant => $name,)* }
            }

            pub fn from_code(code: &str) -> Option<Table> {
                match code { $($code => Some(Table::$variant),)* _ => None }
            }

            /// False for an unofficial copy, of which neither publisher nor licence is known.
            pub fn is_official(self) -> bool {
                self != Table::OpenPnrrToscana
            }
        }
    };
}

// A new one goes to the end: the place of a table is a part of the numbers of its sources.
tables! {
    Projects => "projects", "PNRR_Progetti";
    Places => "places", "PNRR_Localizzazione";
    Subjects => "subjects", "PNRR_Soggetti";
    Tenders => "tenders", "PNRR_Gare";
    Winners => "winners", "PNRR_Aggiudicatari_Gare";
    Subcontractors => "subcontractors", "PNRR_Subappaltatori_Gare";
    Payments => "payments", "PNRR_Pagamenti_di_Progetto";
    Targets => "targets", "PNRR_Indicatori_Target";
    Phases => "phases", "PNRR_Iter_di_Progetto";
    /// Procedures that chose the projects (PRATT).
    Procedures => "procedures", "PNRR_PRATT";
    /// Calls and notices of the first releases.
    Notices => "notices", "PNRR_Bandi_e_Avvisi";
    Measures => "measures", "OpenData_PNRR_QuadroFinProgrammazione";
    Milestones => "milestones", "PNRR_MeT_OAprogrammazione";
    /// Which indicators of projects feed which milestone or target.
    MilestoneMap => "milestone_map", "PNRR_Map_Indicatori_Target";
    Spending => "spending", "PNRR_Spesa_per_misura_PNRR";
    Tags => "tags", "TAG_sostegno_clima_digitale";
    /// Country-specific recommendations beside each measure.
    Recommendations => "recommendations", "PNRR_CSR";
    PncProjects => "pnc_projects", "OpenData_PNC_Progetti";
    PncPlaces => "pnc_places", "OpenData_PNC_LocalizzazioneGeografica";
    PncTenders => "pnc_tenders", "OpenData_PNC_Gare";
    /// PA digitale 2026: the candidatures that were funded.
    Candidatures => "candidatures", "candidature_finanziate";
    /// PA digitale 2026: its calls.
    Calls => "calls", "avvisi";
    /// An unofficial copy of the regional site, of early 2023.
    OpenPnrrToscana => "openpnrr_toscana", "Open PNRR Toscana";
    /// ISTAT: comuni, provinces, regions, resident population.
    Istat => "istat", "ISTAT";
}
