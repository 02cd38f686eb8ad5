//! No command: the full screen.

use super::archive;
use super::context::Context;
use super::failure::Failure;
use crate::desk::{Settings, Store, folders, today};
use crate::tui::{self, Options, TuiError, backend::local::Local};

/// The person's own keys, beside the settings.
const KEYS: &str = "tasti.toml";

/// Opens the full screen, which says where settings are if `elsewhere`, and returns when the person
/// leaves.
///
/// # Errors
/// When there is no terminal, keys or settings are wrong, or no archive can be opened.
pub fn run(context: &Context, elsewhere: Option<String>) -> Result<(), Failure> {
    let lang = context.lang;
    let named = context.path("archivio").cloned();
    let open = move || {
        let (archive, mut notices) = archive::at_desk(named.as_deref(), lang)?;
        notices.extend(elsewhere.clone());
        Ok((archive, notices))
    };
    let folder = folders::config();
    let asked = context.text("lingua").and_then(|code| code.parse().ok());
    let options = Options {
        backend: Box::new(Local::new(Box::new(open), today, Store::at_home(), lang)),
        lang: asked,
        settings: folder.as_ref().map(|f| f.join(Settings::FILE)),
        keys: folder.map(|f| f.join(KEYS)),
    };
    match tui::run(options) {
        Ok(()) => Ok(()),
        Err(error @ (TuiError::Keys { .. } | TuiError::Settings(_) | TuiError::NoTerminal)) => {
            Err(Failure::usage(error.say(lang)))
        }
        Err(error) => Err(Failure::data(error.say(lang))),
    }
}
