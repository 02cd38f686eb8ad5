//! Whether the folder of the settings or a stick has newer data than the archive at hand.

use crate::desk::{Settings, folders};
use crate::renew::{Desk, Newer, Places, region_of};
use crate::snapshot::Snapshot;
use std::time::Duration;

/// Nobody waits longer for a stick that hangs.
const PATIENCE: Duration = Duration::from_millis(400);

/// What is found, and signed by a key that the desk trusts.
pub fn newer(snapshot: &Snapshot) -> Option<Newer> {
    let settings = Settings::load().ok()?;
    let desk = Desk {
        archives: &folders::archives()?,
        keys: &settings.keys,
        region: &region_of(snapshot),
        day: snapshot.newest_day().ok()?,
        unsigned: false,
        back: false,
    };
    // Who trusts no key is told of nothing: there is nothing to look for.
    let places = Places::of(settings.updates.as_deref(), &desk);
    let places = (!settings.keys.is_empty()).then_some(Places {
        sticks: true,
        ..places
    })?;
    places.newer(PATIENCE)
}
