//! What a mission is about, in our words.

use crate::lang::{Lang, Word};

/// "la scuola e la ricerca": what a mission is about, in our words.
pub(super) fn mission_word(mission: &str) -> Option<Word> {
    Word::from_key(&format!("say.mission.{}", mission.to_lowercase()))
}

/// "M4: la scuola e la ricerca", "PNC D: la cultura".
pub fn mission_name(mission: &str, lang: Lang) -> String {
    let code = match mission.len() {
        1 => format!("PNC {mission}"),
        _ => mission.to_owned(),
    };
    match mission_word(mission) {
        Some(word) => format!("{code}: {}", lang.say(word)),
        None => code,
    }
}
