//! The tables of the PNC, the national plan beside the PNRR. Their key is the code of the
//! intervention and the CUP.

pub(crate) mod places;
pub(crate) mod projects;
pub(crate) mod tenders;
