//! The measure tree and what is known of each measure as a whole.

use super::cents::Cents;
use super::source::SourceId;
use super::submeasure::Submeasure;
use jiff::civil::Date;

/// A sub-measure of the PNRR or an intervention of the PNC, with its place in the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    pub code: Submeasure,
    /// Official name of the sub-measure.
    pub name: String,
    /// Code and official name of the measure above it (`M4C1I1.01`).
    pub measure: Option<String>,
    pub measure_name: Option<String>,
    pub mission_name: Option<String>,
    pub component_name: Option<String>,
    /// *Prestito* or *Sovvenzione*.
    pub loan_or_grant: Option<String>,
    /// *Amministrazione titolare*, in ordinary case.
    pub administration: Option<String>,
    /// National allocation.
    pub total: Option<Cents>,
    pub source: SourceId,
    /// What the ministry declared as spent nation-wide, when a table states it.
    pub spending: Option<Spending>,
    /// Whether it left the plan or changed its code.
    pub programme: Option<Programme>,
}

impl Measure {
    /// A measure of which only the name is known.
    pub fn named(code: Submeasure, name: String, source: SourceId) -> Measure {
        Measure {
            code,
            name,
            measure: None,
            measure_name: None,
            mission_name: None,
            component_name: None,
            loan_or_grant: None,
            administration: None,
            total: None,
            source,
            spending: None,
            programme: None,
        }
    }
}

/// What the tables of the programme, one beside the other, say of a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Programme {
    /// It stood in an older table of the whole programme and is no more in the newest, which is of
    /// this day.
    pub left: Option<Date>,
    /// The code under which it stood before.
    pub follows: Option<Submeasure>,
    /// The code under which it stands now.
    pub followed_by: Option<Submeasure>,
    /// The newest table of the programme.
    pub source: SourceId,
}

/// National spending of a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spending {
    pub spent: Cents,
    pub source: SourceId,
}

/// A milestone or target of a measure: its code, kind and term. Its official text is not kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Milestone {
    /// `M6C1-3`.
    pub code: String,
    /// True for a target (a number to reach), false for a milestone (a step to take).
    pub is_target: bool,
    /// True when the European Council's decision holds it, false for a national one.
    pub european: bool,
    pub year: Option<i16>,
    /// 1 to 4.
    pub quarter: Option<i8>,
    /// The value to reach, in `unit`.
    pub goal: Option<f64>,
    pub unit: Option<String>,
    pub source: SourceId,
}

/// A call, notice or other procedure that chose projects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// Short key within the snapshot.
    pub id: String,
    pub measure: Option<Submeasure>,
    /// The procedure's kind as published, in ordinary case ("bando", "legge o decreto…").
    pub kind: Option<String>,
    /// Official code of the procedure, when there is one.
    pub code: Option<String>,
    /// Official title; absent from a register.
    pub title: Option<String>,
    pub issuer: Option<String>,
    /// Whom it is for.
    pub audience: Option<String>,
    pub opened: Option<Date>,
    pub closed: Option<Date>,
    pub status: Option<String>,
    pub amount: Option<Cents>,
    pub source: SourceId,
}
