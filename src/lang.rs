//! What people wrote for people, in Italian and English: the interface's words, the cards of the
//! measures, the glossary, the questions, the lessons. Nothing here is taken from an official text.
//!
//! The texts stand in `assets`; `build.rs` turns them into static tables, so a word that one
//! language lacks stops the build and nothing is parsed when the program starts.

mod cards;
mod lessons;
mod system;
mod words;

pub use crate::text::Lang;
pub use cards::{CARDS, Card, CardText, Entry, EntryText, GLOSSARY, QUESTIONS, Question, QuestionText, card};
pub use lessons::{Ask, LESSONS, Lesson, LessonText, Show, Step, StepKind, StepText, Wants};
pub use words::{Word, w};
