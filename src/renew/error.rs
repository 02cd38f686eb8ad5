//! What can go wrong with fresh data, in one sentence.

use crate::lang::{Lang, w};
use crate::snapshot::OpenError;
use crate::text::number;
use jiff::civil::Date;
use std::io;
use std::path::{Path, PathBuf};

/// Why a package was not made or not taken.
#[derive(Debug, thiserror::Error)]
pub enum RenewError {
    #[error("{} cannot be read: {error}", path.display())]
    Read { path: PathBuf, error: io::Error },
    #[error("{} cannot be written: {error}", path.display())]
    Write { path: PathBuf, error: io::Error },
    #[error("{0} is no key")]
    NoKey(String),
    #[error("the settings name more than two keys")]
    ManyKeys,
    #[error("the settings name no key")]
    NoKeys,
    #[error("the package is not signed")]
    NoSignature,
    #[error("the package is signed by a key that is not trusted")]
    UnknownKey,
    #[error("the signature does not fit the manifest")]
    Forged,
    #[error("the manifest cannot be read")]
    NoManifest,
    #[error("the package needs a newer program")]
    NewProgram,
    #[error("the package was made for an older program")]
    OldPackage,
    #[error("manifest and package do not belong together")]
    Mixed,
    #[error("the package was changed")]
    Changed,
    #[error("the package is cut short")]
    Short,
    #[error("the package is of the region {found}")]
    OtherRegion { found: String },
    #[error("the package has serial {serial}, one with {floor} was here already")]
    Older { serial: u64, floor: u64 },
    #[error("the package is of {day}, the archive at hand of {own}")]
    OlderDay { day: Date, own: Date },
    #[error("the archive says no day")]
    NoDay,
    #[error("a package of serial {least} is there already")]
    Serial { least: u64 },
    #[error("the archive of the package cannot be read: {0}")]
    Archive(OpenError),
    #[error("another program is at it")]
    Busy,
    #[error("there is no package of the region in {}", .0.display())]
    Nothing(PathBuf),
    #[error("there is no folder for archives")]
    NoFolder,
    #[error("there is no former archive")]
    NoFormer,
    #[error("the list of names that are not shown is not signed by a trusted key")]
    ListNotSigned,
    #[error("no package was received")]
    NotReceived,
}

impl RenewError {
    /// A file cannot be read.
    pub fn read(path: &Path, error: io::Error) -> RenewError {
        let path = path.to_owned();
        RenewError::Read { path, error }
    }

    /// A file cannot be written.
    pub fn write(path: &Path, error: io::Error) -> RenewError {
        let path = path.to_owned();
        RenewError::Write { path, error }
    }

    /// What is wrong, and what to do.
    pub fn say(&self, lang: Lang) -> String {
        let word = match self {
            RenewError::Read { path, error } | RenewError::Write { path, error } => {
                let word = match self {
                    RenewError::Read { .. } => w::CLI_ERROR_READ,
                    _ => w::CLI_ERROR_WRITE,
                };
                let file = path.display().to_string();
                return lang.fill(word, &[("file", &file), ("why", &lang.why(error))]);
            }
            RenewError::NoKey(key) => return lang.fill(w::RENEW_ERROR_KEY, &[("key", key)]),
            RenewError::OtherRegion { found } => {
                return lang.fill(w::RENEW_ERROR_REGION, &[("region", found)]);
            }
            RenewError::Older { serial, floor } => {
                let values = [("serial", &*serial.to_string()), ("floor", &floor.to_string())];
                return lang.fill(w::RENEW_ERROR_OLDER, &values);
            }
            RenewError::OlderDay { day, own } => {
                let (day, own) = (number::date(*day, lang), number::date(*own, lang));
                return lang.fill(w::RENEW_ERROR_OLDER_DAY, &[("day", &day), ("own", &own)]);
            }
            RenewError::Serial { least } => {
                return lang.fill(w::RENEW_ERROR_SERIAL, &[("serial", &least.to_string())]);
            }
            RenewError::Nothing(folder) => {
                let folder = folder.display().to_string();
                return lang.fill(w::RENEW_ERROR_NOTHING, &[("folder", &folder)]);
            }
            RenewError::ManyKeys => w::RENEW_ERROR_MANY_KEYS,
            RenewError::NoKeys => w::RENEW_ERROR_NO_KEYS,
            RenewError::NoSignature => w::RENEW_ERROR_NO_SIGNATURE,
            RenewError::UnknownKey => w::RENEW_ERROR_UNKNOWN_KEY,
            RenewError::Forged => w::RENEW_ERROR_FORGED,
            RenewError::NoManifest => w::RENEW_ERROR_NO_MANIFEST,
            RenewError::NewProgram => w::RENEW_ERROR_NEW_PROGRAM,
            RenewError::OldPackage => w::RENEW_ERROR_OLD_PACKAGE,
            RenewError::Mixed => w::RENEW_ERROR_MIXED,
            RenewError::Changed => w::RENEW_ERROR_CHANGED,
            RenewError::Short => w::RENEW_ERROR_SHORT,
            RenewError::Archive(_) => w::RENEW_ERROR_ARCHIVE,
            RenewError::NoDay => w::RENEW_ERROR_NO_DAY,
            RenewError::Busy => w::RENEW_ERROR_BUSY,
            RenewError::NoFolder => w::RENEW_ERROR_NO_FOLDER,
            RenewError::NoFormer => w::RENEW_ERROR_NO_FORMER,
            RenewError::ListNotSigned => w::RENEW_ERROR_LIST,
            RenewError::NotReceived => w::RENEW_ERROR_NOT_RECEIVED,
        };
        lang.say(word).to_owned()
    }
}
