//! The tables of Italia Domani, one reader a table. A reader says which columns it draws from,
//! under every spelling, and what a row puts into the drafts.

pub(crate) mod measures;
pub(crate) mod milestones;
pub(crate) mod notices;
pub(crate) mod payments;
pub(crate) mod phases;
pub(crate) mod places;
pub(crate) mod procedures;
pub(crate) mod projects;
pub(crate) mod spending;
pub(crate) mod subjects;
pub(crate) mod targets;
pub(crate) mod tenders;
pub(crate) mod unused;
pub(crate) mod winners;
