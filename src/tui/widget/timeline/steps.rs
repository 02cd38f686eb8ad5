//! What a timeline is drawn from.

use crate::sheet::picture::Period;
use jiff::civil::Date;

/// A step of the way: the project itself or one of its phases.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    pub label: &'a str,
    pub planned: Period,
    pub actual: Period,
}

/// A project and its phases, with the two days that they are seen from.
#[derive(Clone, Copy, Debug)]
pub struct Timeline<'a> {
    /// The project first: its lines bear the words "Previsto" and "Reale" in place of its label.
    pub steps: &'a [Step<'a>],
    pub today: Date,
    /// The date of the data.
    pub data: Option<Date>,
}
