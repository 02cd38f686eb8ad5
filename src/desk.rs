//! What belongs to the person at the desk: where their files are and how they like the program.

pub mod folders;
pub mod settings;

pub use settings::{Settings, SettingsError};
