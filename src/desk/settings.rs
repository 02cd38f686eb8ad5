//! How the person likes the program: a TOML file in their config folder.

mod error;
mod site;

pub use error::{SettingsError, fault};
pub use site::Site;

use super::served::REQUESTS;
use super::{folders, note};
use crate::lang::Lang;
use crate::snapshot::{WriteError, read_text, save};
use serde::{Deserialize, Serialize};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Settings are short.
const MOST: u64 = 1 << 20;

/// The file's fields are Italian words, as the manual lists them; what is absent is the default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    #[serde(rename = "lingua", skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
    #[serde(rename = "tema", skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// Name or ISTAT code of the home comune.
    #[serde(rename = "comune", skip_serializing_if = "Option::is_none")]
    pub comune: Option<String>,
    /// The name of the desk, as it stands on the sheets that it hands out.
    #[serde(rename = "nome", skip_serializing_if = "Option::is_none")]
    pub desk: Option<String>,
    /// The words of questions that found nothing are kept.
    #[serde(rename = "senza_risposta", skip_serializing_if = "is_false")]
    pub unanswered: bool,
    /// The kinds of request of this desk, in the place of ours.
    #[serde(rename = "richieste", skip_serializing_if = "Vec::is_empty")]
    pub requests: Vec<String>,
    /// The public keys of who publishes data: today's, and the one to follow it.
    #[serde(rename = "chiavi", skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<String>,
    /// Where newer data are looked for.
    #[serde(rename = "aggiornamenti", skip_serializing_if = "Option::is_none")]
    pub updates: Option<PathBuf>,
    /// Where the region has its pages on the web: the codes to photograph lead there.
    #[serde(rename = "sito", skip_serializing_if = "Option::is_none")]
    pub site: Option<Site>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mouse: Option<bool>,
    /// `unicode` or `ascii`.
    #[serde(rename = "segni", skip_serializing_if = "Option::is_none")]
    pub glyphs: Option<String>,
    /// Start in the linear mode for screen readers.
    #[serde(rename = "semplice")]
    pub linear: bool,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // As serde asks for it.
fn is_false(is: &bool) -> bool {
    !is
}

/// Kinds of request that a person can choose from.
const MOST_REQUESTS: usize = 12;

impl Settings {
    /// The kinds of request: those of the office, else ours; none that could name a person.
    pub fn kinds_of_request(&self) -> Vec<String> {
        let own = self
            .requests
            .iter()
            .filter_map(|kind| note::check_name(kind).ok());
        let own: Vec<String> = own.filter(|kind| !kind.is_empty()).take(MOST_REQUESTS).collect();
        match own.is_empty() {
            true => REQUESTS.map(str::to_owned).to_vec(),
            false => own,
        }
    }

    pub const FILE: &str = "impostazioni.toml";

    /// Whether nothing was ever chosen here: it is the person's first start.
    pub fn are_new() -> bool {
        folders::config().is_some_and(|folder| !folder.join(Settings::FILE).exists())
    }

    /// The person's settings; the defaults when there is no file.
    ///
    /// # Errors
    /// When the file cannot be read or is not what it should be.
    pub fn load() -> Result<Settings, SettingsError> {
        match folders::config() {
            Some(folder) => Settings::load_from(&folder.join(Settings::FILE)),
            None => Ok(Settings::default()),
        }
    }

    /// Those of a file; the defaults when it is not there.
    ///
    /// # Errors
    /// When the file cannot be read or is not what it should be.
    pub fn load_from(path: &Path) -> Result<Settings, SettingsError> {
        let text = match read_text(path, MOST) {
            Ok(text) => text,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(Settings::default()),
            Err(error) => {
                return Err(SettingsError::Read {
                    path: path.to_owned(),
                    error,
                });
            }
        };
        toml::from_str(&text).map_err(|error| SettingsError::syntax(path.to_owned(), &text, error))
    }

    /// Writes them to the person's folder; yields where.
    ///
    /// # Errors
    /// When there is no folder for them or the file cannot be written.
    pub fn save(&self) -> Result<PathBuf, SettingsError> {
        let folder = folders::config().ok_or(SettingsError::NoFolder)?;
        let path = folder.join(Settings::FILE);
        self.save_to(&path)?;
        Ok(path)
    }

    /// Writes them to a file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn save_to(&self, path: &Path) -> Result<(), SettingsError> {
        let failed = |error| SettingsError::Write {
            path: path.to_owned(),
            error,
        };
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(failed)?;
        }
        let text = toml::to_string(self).map_err(|e| failed(io::Error::other(e)))?;
        save(path, text.as_bytes()).map_err(|error| match error {
            WriteError::Io { error, .. } => failed(error),
            error => failed(io::Error::other(error)),
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_saved_is_loaded() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new").join(Settings::FILE);
        assert_eq!(Settings::load_from(&path).unwrap(), Settings::default());
        let settings = Settings {
            lang: Some(Lang::En),
            mouse: Some(false),
            ..Settings::default()
        };
        settings.save_to(&path).unwrap();
        assert_eq!(Settings::load_from(&path).unwrap(), settings);
    }

    #[test]
    fn a_wrong_word_is_told_with_its_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(Settings::FILE);
        fs::write(&path, "lingau = \"it\"\n").unwrap();
        let error = Settings::load_from(&path).unwrap_err();
        let english = error.to_string();
        assert!(
            english.contains(Settings::FILE) && english.contains("lingau"),
            "{english}"
        );
        let says = error.say(Lang::It);
        assert!(says.contains("riga 1") && says.contains("lingau"), "{says}");
    }

    #[test]
    fn what_is_wrong_with_the_file_is_told_in_our_words() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(Settings::FILE);
        fs::create_dir(&path).unwrap();
        let says = Settings::load_from(&path).unwrap_err().say(Lang::It);
        assert!(says.contains("è una cartella"), "{says}");
        let below = path.join("x").join(Settings::FILE);
        fs::write(path.join("x"), "").unwrap();
        let says = Settings::default().save_to(&below).unwrap_err().say(Lang::It);
        assert!(
            says.starts_with("non riesco a scrivere") && !says.contains("os error"),
            "{says}"
        );
    }
}
