//! What belongs to the person at the desk: where their files are, how they like the program,
//! whom they served, what they keep, and what they answer in a lesson.
//!
//! - [`store`]: tally, favourites and notes, in a file of their own; [`item`], [`tally`] and
//!   [`note`] say what it holds, [`shelf`] finds it again in the archive at hand.

pub mod export;
pub mod folders;
pub mod gathered;
pub mod hand;
pub mod item;
pub mod lesson;
pub mod note;
pub mod report;
pub mod served;
pub mod settings;
pub mod shelf;
pub mod store;
pub mod tally;
pub mod unanswered;

pub use gathered::Gathered;
pub use item::{Item, Kind};
pub use served::{Amend, Entry, Visit};
pub use settings::{Settings, SettingsError, Site};
pub use store::{Ask, Contents, Done, Store, StoreError};
pub use tally::{Tally, Theme};

use jiff::Zoned;
use jiff::civil::Date;

/// Names a day, `2026-12-01`, to tell what was true then: for recordings that stay the same.
const DAY: &str = "SPORTELLO_OGGI";

/// The day at the desk.
pub fn today() -> Date {
    let named = named_day().and_then(|day| day.parse().ok());
    named.unwrap_or_else(|| Zoned::now().date())
}

/// What was named as the day and is none.
pub fn no_day() -> Option<String> {
    named_day().filter(|day| day.parse::<Date>().is_err())
}

fn named_day() -> Option<String> {
    let named = std::env::var_os(DAY).filter(|day| !day.is_empty())?;
    Some(named.to_string_lossy().into_owned())
}
