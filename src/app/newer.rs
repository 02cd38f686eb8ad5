//! Whether the folder of the settings or a stick has newer data than the archive at hand, and taking
//! them. Nothing here asks the net.

use crate::desk::{Settings, folders};
use crate::lang::{Lang, w};
use crate::renew::{self, Desk, Newer, Places, RenewError, region_of};
use crate::snapshot::Snapshot;
use std::time::Duration;

/// Nobody waits longer for a stick that hangs.
const PATIENCE: Duration = Duration::from_millis(400);

/// What is found, and signed by a key that the desk trusts.
pub fn newer(snapshot: &Snapshot) -> Option<Newer> {
    let settings = Settings::load().ok()?;
    let found = of_desk(snapshot, &settings, |desk| {
        // Who trusts no key is told of nothing: there is nothing to look for.
        let places = Places::of(settings.updates.as_deref(), desk);
        let places = (!settings.keys.is_empty()).then_some(Places {
            sticks: true,
            ..places
        });
        places.and_then(|places| places.newer(PATIENCE))
    });
    found.ok().flatten()
}

/// Takes what was found: what was done, sentence by sentence. It is read at the next start.
///
/// # Errors
/// When it is not to be taken after all; the sentence says why, and that the archive of before stays.
pub fn take_newer(snapshot: &Snapshot, found: &Newer, lang: Lang) -> Result<Vec<String>, String> {
    let settings = Settings::load().unwrap_or_default();
    let taken = of_desk(snapshot, &settings, |desk| renew::take(desk, &found.folder));
    match taken.and_then(|taken| taken) {
        Ok(taken) => {
            let next = lang.say(w::RENEW_NEXT_START).to_owned();
            Ok(taken.say(lang).into_iter().chain([next]).collect())
        }
        Err(error) => Err(lang.fill(w::RENEW_KEPT, &[("why", &error.say(lang))])),
    }
}

/// Does something as the desk that has this archive.
fn of_desk<T>(
    snapshot: &Snapshot,
    settings: &Settings,
    does: impl FnOnce(&Desk<'_>) -> T,
) -> Result<T, RenewError> {
    let desk = Desk {
        archives: &folders::archives().ok_or(RenewError::NoFolder)?,
        keys: &settings.keys,
        region: &region_of(snapshot),
        day: snapshot.newest_day().map_err(RenewError::Archive)?,
        unsigned: false,
        back: false,
    };
    Ok(does(&desk))
}
