//! How the person likes the program: a TOML file in their config folder.

use super::folders;
use crate::lang::Lang;
use crate::snapshot::{WriteError, save};
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};

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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mouse: Option<bool>,
    /// `unicode` or `ascii`.
    #[serde(rename = "segni", skip_serializing_if = "Option::is_none")]
    pub glyphs: Option<String>,
    /// Start in the linear mode for screen readers.
    #[serde(rename = "semplice")]
    pub linear: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    #[error("{}: {error}", path.display())]
    Read { path: PathBuf, error: std::io::Error },
    #[error("{}: {error}", path.display())]
    Syntax {
        path: PathBuf,
        error: Box<toml::de::Error>,
    },
    #[error("the settings cannot be written: {0}")]
    Write(String),
}

impl Settings {
    pub const FILE: &str = "impostazioni.toml";

    /// The person's settings; the defaults when there is no file.
    pub fn load() -> Result<Settings, SettingsError> {
        match folders::config() {
            Some(folder) => Settings::load_from(&folder.join(Settings::FILE)),
            None => Ok(Settings::default()),
        }
    }

    pub fn load_from(path: &Path) -> Result<Settings, SettingsError> {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(Settings::default()),
            Err(error) => {
                return Err(SettingsError::Read {
                    path: path.to_owned(),
                    error,
                });
            }
        };
        toml::from_str(&text).map_err(|error| SettingsError::Syntax {
            path: path.to_owned(),
            error: Box::new(error),
        })
    }

    pub fn save(&self) -> Result<PathBuf, SettingsError> {
        let folder = folders::config().ok_or_else(|| SettingsError::Write("no config folder".into()))?;
        let path = folder.join(Settings::FILE);
        self.save_to(&path)?;
        Ok(path)
    }

    pub fn save_to(&self, path: &Path) -> Result<(), SettingsError> {
        let failed = |e: &dyn std::fmt::Display| SettingsError::Write(e.to_string());
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|e| failed(&e))?;
        }
        let text = toml::to_string(self).map_err(|e| failed(&e))?;
        save(path, text.as_bytes()).map_err(|e: WriteError| failed(&e))
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
        let error = Settings::load_from(&path).unwrap_err().to_string();
        assert!(
            error.contains(Settings::FILE) && error.contains("lingau"),
            "{error}"
        );
    }
}
