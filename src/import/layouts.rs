//! Every table that we know, by its columns.

use super::columns::Layout;
use super::italia_domani as pnrr;
use super::{open_pnrr, pa_digitale, pnc};
use crate::model::Table;

pub(crate) const LAYOUTS: &[&Layout] = &[
    &pnrr::projects::LAYOUT,
    &pnrr::places::LAYOUT,
    &pnrr::subjects::LAYOUT,
    &pnrr::tenders::LAYOUT,
    &pnrr::winners::LAYOUT,
    &pnrr::winners::subcontractors::LAYOUT,
    &pnrr::payments::LAYOUT,
    &pnrr::targets::LAYOUT,
    &pnrr::phases::LAYOUT,
    &pnrr::procedures::LAYOUT,
    &pnrr::notices::LAYOUT,
    &pnrr::measures::LAYOUT,
    &pnrr::milestones::LAYOUT,
    &pnrr::spending::LAYOUT,
    &pnrr::unused::RECOMMENDATIONS,
    &pnrr::unused::TAGS,
    &pnrr::unused::MILESTONE_MAP,
    &pnc::projects::LAYOUT,
    &pnc::places::LAYOUT,
    &pnc::tenders::LAYOUT,
    &pa_digitale::LAYOUT,
    &pa_digitale::calls::LAYOUT,
    &open_pnrr::LAYOUT,
];

/// Tables whose readers begin with `Gather::pair`: a row of another pair is of another region,
/// whatever else it says.
pub(crate) fn is_of_pairs(table: Table) -> bool {
    matches!(
        table,
        Table::Projects
            | Table::Places
            | Table::Subjects
            | Table::Tenders
            | Table::Winners
            | Table::Subcontractors
            | Table::Payments
            | Table::Targets
            | Table::Phases
            | Table::PncProjects
            | Table::PncPlaces
            | Table::PncTenders
    )
}
