//! A package from an address: pointer, manifest and signature are brought into a folder of their own,
//! and all is looked at as on a stick; the packed archive follows only when it is wanted. There is one
//! way of checking, and it is that of `renew`.

use super::list::scheme;
use super::patience::{Watch, tried};
use super::trouble::Trouble;
use super::wire::Wire;
use crate::lang::{Lang, w};
use crate::renew::{
    self, Desk, MOST_MANIFEST, MOST_POINTER, MOST_SIGNATURE, Manifest, Name, POINTER, RenewError, Taken,
};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// Why a package was not taken.
#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    #[error("{address}: {trouble}")]
    Fetch { address: String, trouble: Trouble },
    #[error(transparent)]
    Renew(#[from] RenewError),
    #[error("what nobody signed is not taken from the net")]
    Unsigned,
    #[error("{0} is no address of a folder")]
    NoFolder(String),
    #[error("the settings have no address")]
    NoAddress,
}

impl NotTaken {
    /// What is wrong, and what to do.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            NotTaken::Fetch { address, trouble } => trouble.say(address, lang),
            // There `--senza-firma` is offered, which is not for the net.
            NotTaken::Renew(RenewError::NoSignature) => lang.say(w::FETCH_ERROR_NO_SIGNATURE).to_owned(),
            NotTaken::Renew(RenewError::NoKeys) => lang.say(w::FETCH_ERROR_NO_KEYS).to_owned(),
            NotTaken::Renew(error) => error.say(lang),
            NotTaken::NoAddress => lang.say(w::FETCH_NO_ADDRESS).to_owned(),
            NotTaken::Unsigned => lang.say(w::FETCH_ERROR_UNSIGNED).to_owned(),
            NotTaken::NoFolder(given) => {
                let given = crate::text::clean::line(given);
                lang.fill(w::FETCH_ERROR_NO_FOLDER, &[("given", &given)])
            }
        }
    }
}

/// Whether a person wrote an address, and no folder.
pub fn is_address(text: &str) -> bool {
    ["http://", "https://"]
        .iter()
        .any(|begin| text.starts_with(begin))
}

/// The address of a folder as it is asked for: without what stands behind its last name.
///
/// # Errors
/// When it is no address of a folder.
pub fn folder(address: &str) -> Result<String, NotTaken> {
    let none = || NotTaken::NoFolder(address.to_owned());
    let plain = address
        .strip_suffix(POINTER)
        .unwrap_or(address)
        .trim_end_matches('/');
    let is_one = is_address(address) && scheme(plain).is_some() && !plain.contains(['?', '#', '@']);
    is_one.then(|| plain.to_owned()).ok_or_else(none)
}

/// Takes the newest package of the desk's region from the folder at an address.
///
/// # Errors
/// When it does not come, or is not to be taken: then the archive of before stays.
pub fn package(
    desk: &Desk<'_>,
    address: &str,
    cancel: Arc<AtomicBool>,
    watch: &mut dyn Watch,
) -> Result<Taken, NotTaken> {
    if desk.unsigned {
        return Err(NotTaken::Unsigned);
    }
    let base = folder(address)?;
    let made = tempfile::Builder::new().prefix("sportello-").tempdir();
    let made = made.map_err(|error| RenewError::write(&std::env::temp_dir(), error))?;
    let mut bringing = Bringing {
        base: &base,
        into: made.path(),
        wire: Wire::new(cancel),
        watch,
        trouble: None,
    };
    let name = bringing.offer(desk.region)?;
    // It stands here for a moment only: what is told is where it came from.
    let nothing = || RenewError::Nothing(PathBuf::from(&base));
    let name = name.ok_or_else(nothing)?;
    let taken = renew::take_when_there(desk, made.path(), |manifest| bringing.archive(&name, manifest));
    match (taken, bringing.trouble) {
        (Ok(taken), _) => Ok(taken),
        (Err(_), Some(failed)) => Err(failed),
        (Err(error), None) => Err(error.into()),
    }
}

struct Bringing<'a> {
    base: &'a str,
    into: &'a Path,
    wire: Wire,
    watch: &'a mut dyn Watch,
    /// Why the archive did not come.
    trouble: Option<NotTaken>,
}

impl Bringing<'_> {
    /// Pointer, manifest and signature, as far as they are there.
    fn offer(&mut self, region: &str) -> Result<Option<Name>, NotTaken> {
        self.small(POINTER, MOST_POINTER)?;
        // One that cannot be read names nothing.
        let Ok(Some(name)) = renew::pointed(self.into, region) else {
            return Ok(None);
        };
        self.small(&name.manifest(), MOST_MANIFEST)?;
        match self.small(&name.signature(), MOST_SIGNATURE) {
            Err(NotTaken::Fetch {
                trouble: Trouble::Missing(_),
                ..
            }) => {}
            done => done?,
        }
        Ok(Some(name))
    }

    fn small(&mut self, file: &str, most: u64) -> Result<(), NotTaken> {
        let address = format!("{}/{file}", self.base);
        let wire = &self.wire;
        let bytes = tried(&address, wire, self.watch, |_| {
            let answer = wire.get(&address, &[])?;
            match (answer.head.status, answer.head.is_packed) {
                (200, true) => Err(Trouble::Packed),
                (200, false) => answer.all(most),
                (status, _) => Err(Trouble::of_status(status, answer.head.after)),
            }
        });
        let bytes = bytes.map_err(|trouble| NotTaken::Fetch { address, trouble })?;
        let path = self.into.join(file);
        fs::write(&path, bytes).map_err(|error| RenewError::write(&path, error).into())
    }

    /// The packed archive, not a byte more than the manifest says.
    fn archive(&mut self, name: &Name, manifest: &Manifest) -> Result<(), RenewError> {
        let file = name.package();
        let address = format!("{}/{file}", self.base);
        let (path, wire) = (self.into.join(&file), &self.wire);
        let came = tried(&address, wire, self.watch, |watch| {
            let mut answer = wire.get(&address, &[])?;
            match answer.head.status {
                200 => {}
                status => return Err(Trouble::of_status(status, answer.head.after)),
            }
            let failed = |error| Trouble::write(&path, error);
            let mut into = File::create(&path).map_err(failed)?;
            let mut left = manifest.size;
            watch.begins(&file, 0, Some(left));
            while let Some(bytes) = answer.next()? {
                let more = bytes.len() as u64;
                left = left.checked_sub(more).ok_or(Trouble::TooLarge(manifest.size))?;
                into.write_all(&bytes).map_err(failed)?;
                watch.advance(more, 0);
            }
            match left {
                0 => Ok(()),
                _ => Err(Trouble::Cut),
            }
        });
        self.watch.ends();
        came.map_err(|trouble| {
            self.trouble = Some(NotTaken::Fetch { address, trouble });
            RenewError::NotReceived
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_has_an_address() {
        for (given, want) in [
            ("https://example.org/dati/", Some("https://example.org/dati")),
            (
                "https://example.org/dati/sportello-dati.json",
                Some("https://example.org/dati"),
            ),
            ("http://example.org", Some("http://example.org")),
            ("https://", None),
            ("https://example.org/dati?x=1", None),
            ("https://user@example.org/dati", None),
            ("ftp://example.org/dati", None),
            ("https://example.org/a b", None),
        ] {
            assert_eq!(folder(given).ok().as_deref(), want, "{given}");
        }
        assert!(!is_address("/media/stick") && !is_address("rete"));
    }
}
