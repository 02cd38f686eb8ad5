//! The program without a face: what screen, voice and command line show and answer alike. It knows
//! the open archive and what can be asked of it; no terminal, no voice, no arguments.
//!
//! - [`Archive`]: a snapshot, its index and its lists; [`Archive::page`] makes the page of a subject.
//! - [`Ask`] → [`Answer`]: a search as rows, filters and sentences.
//! - [`Asked`], [`Meant`]: what a text asks, and what it means beside projects.
//! - [`Lists`], [`ranking`]: what the map and its table show; [`choices`]: what is chosen by name.
//! - [`DeskAsk`] → [`DeskAnswer`]: what the person keeps; [`StepAsk`] → [`Stage`]: a step of a lesson.
//! - [`Trail`]: where one is, was, and came back from.

mod archive;
mod changes;
pub mod choices;
mod desk;
mod find;
mod lesson;
mod lists;
mod meant;
mod newer;
mod pages;
mod paper;
pub mod ranking;
mod ready;
mod trail;
mod withheld;

pub use crate::sheet::{Asked, Wish, phrases_of};
pub use archive::{Archive, refusal, why};
pub use changes::former;
pub use desk::{Desk, DeskAnswer, DeskAsk, Kept, Line as DeskLine, answer as desk_answer};
pub use find::{Answer, Ask, Facet, FacetValue, Row, Words};
pub use lesson::{Stage, StepAsk, TRIES, speaks_of_home};
pub use lists::{ComuneItem, Lists, MeasureItem, measures};
pub use meant::{Kind, Leads, Meant, comune_part, part_of};
pub use newer::{newer, take_newer};
pub use pages::{own_page, page};
pub use paper::{file_name, print};
pub use ready::{catalogue, index};
pub use trail::Trail;

use crate::snapshot::Snapshot;
use jiff::civil::Date;

/// Chooses and opens the snapshot, and says which files were passed over; the error is a sentence
/// for the person.
pub type Opener = Box<dyn FnOnce() -> Result<(Snapshot, Vec<String>), String> + Send>;

/// What day it is.
pub type Clock = fn() -> Date;
