//! What belongs to the person at the desk: where their files are, how they like the program, and
//! what they answer in a lesson.

pub mod folders;
pub mod lesson;
pub mod settings;

pub use settings::{Settings, SettingsError};
