//! What a mission is about, in our words.

use super::super::wording::finish;
use crate::lang::{Lang, Word};

/// "la scuola e la ricerca": what a mission is about, in our words.
pub(super) fn mission_word(mission: &str) -> Option<Word> {
    Word::from_key(&format!("say.mission.{}", mission.to_lowercase()))
}

/// "La scuola e la ricerca"; of the complementary plan "La salute (PNC)".
pub fn theme_name(mission: &str, lang: Lang) -> String {
    let name = match mission_word(mission) {
        Some(word) => finish(lang.say(word).to_owned()),
        None => return mission_name(mission, lang),
    };
    match mission.len() {
        1 => format!("{name} (PNC)"),
        _ => name,
    }
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
