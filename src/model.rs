//! The words of the field, as types: no I/O, no SQL, no terminal.
//!
//! Everything the program knows about a project is one of these; what a column of an official
//! table means (its unit, its shape, its checks) is written here once.

#[macro_use]
mod vocabulary;

pub mod body;
pub mod cents;
pub mod cig;
pub mod code;
pub mod cup;
pub mod fact;
pub mod fund;
pub mod istat;
pub mod measure;
pub mod place;
pub mod project;
pub mod removal;
pub mod source;
pub mod status;
pub mod submeasure;
pub mod target;
pub mod thing;
pub mod work;

pub use body::{Body, BodyId, Role, Trade};
pub use cents::Cents;
pub use cig::Cig;
pub use code::{Checked, CodeError};
pub use cup::Cup;
pub use fact::{BriefFact, BriefFacts, Fact, FactKind, Spread, TextColumn};
pub use fund::{AmountKind, Fund};
pub use istat::{Comune, ComuneCode, Province, ProvinceCode, Region, RegionCode};
pub use measure::{Call, Measure, Milestone, Programme, Spending};
pub use place::{Coordinates, Place, Scope};
pub use project::{
    Award, Brief, BriefPlace, Candidature, Disagreement, DisagreementKind, Label, LabelKind, Phase, Project,
    ProjectDate, ProjectDateKind, ProjectId, Tender, Unnamed, Unread, Word,
};
pub use removal::Removal;
pub use source::{Evidence, LICENCE_UNDECLARED, Observed, Source, SourceId, Table, UNOFFICIAL_COPY};
pub use status::{Sign, Signs, Stated, Status};
pub use submeasure::Submeasure;
pub use target::{IndicatorRow, STEPS, Target, is_done, is_end, is_half_paid, is_made, is_step, is_whole};
pub use thing::Thing;
pub use work::{Aim, Service, Study, Task, Unit, Work};
