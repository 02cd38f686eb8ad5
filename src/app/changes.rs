//! What an update changed: the archive at hand beside the one before it.

use super::ready::catalogue;
use crate::compare::{Side, Which, compare};
use crate::desk::{Settings, folders};
use crate::lang::Lang;
use crate::renew;
use crate::search::comune_names;
use crate::sheet::{Page, changes::changes};
use crate::snapshot::{Catalogue, OpenError, Snapshot};

/// The archive before the one at hand, where that came in a package.
///
/// # Errors
/// When it cannot be read.
pub fn former(snapshot: &Snapshot) -> Result<Option<(Snapshot, Catalogue)>, OpenError> {
    let before = folders::archives().and_then(|folder| renew::before(snapshot, &folder));
    let Some(before) = before else {
        return Ok(None);
    };
    let before = before?.kept_in(snapshot.kept().cloned());
    let own = catalogue(&before)?;
    Ok(Some((before, own)))
}

/// The page of what changed; the person's own comune comes first.
pub(super) fn page(snapshot: &Snapshot, own: &Catalogue, lang: Lang) -> Result<Option<Page>, OpenError> {
    let Some((before, old)) = former(snapshot)? else {
        return Ok(None);
    };
    let [was, is] =
        [(&before, &old), (snapshot, own)].map(|(snapshot, catalogue)| Side { snapshot, catalogue });
    let told = compare(was, is, &Which::default())?;
    let home = Settings::load().ok().and_then(|settings| settings.comune);
    let names = comune_names(own);
    let home = home.and_then(|home| names.comune(&home).only().map(|name| name.code));
    Ok(Some(changes(&told, [&old, own], home.as_slice(), lang)))
}

/// Whether there is one.
pub(super) fn is_there(snapshot: &Snapshot) -> bool {
    folders::archives().is_some_and(|folder| renew::before(snapshot, &folder).is_some())
}
