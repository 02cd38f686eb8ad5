//! What a person can do, by name. The actions are those of `assets/keys.toml`, with the keys that
//! call each and where it holds (`next-pane` is `Action::NextPane`); their words stand in
//! `assets/lang`, under `keys.<id>`.

use crate::lang::{Lang, Word};

mod named {
    include!(concat!(env!("OUT_DIR"), "/actions.rs"));
}

use named::ACTIONS;
pub use named::Action;

impl Action {
    /// Its name in `keys.toml`.
    pub fn id(self) -> &'static str {
        ACTIONS.get(self as usize).map_or("", |(_, id)| id)
    }

    /// The action of this name in `keys.toml`.
    pub fn from_id(id: &str) -> Option<Action> {
        let mut named = ACTIONS.iter().filter(|(_, own)| *own == id);
        named.next().map(|(action, _)| *action)
    }

    /// Whether it walks among things in a row.
    pub fn walks(self) -> bool {
        use Action::{Down, First, Last, PageDown, PageUp, Up};
        matches!(self, Up | Down | PageUp | PageDown | First | Last)
    }

    /// Where a movement leads among `count` things.
    pub fn walk(self, at: usize, page: usize, count: usize) -> usize {
        let to = match self {
            Action::Up => at.saturating_sub(1),
            Action::Down => at.saturating_add(1),
            Action::PageUp => at.saturating_sub(page),
            Action::PageDown => at.saturating_add(page),
            Action::First => 0,
            Action::Last => count.saturating_sub(1),
            _ => at,
        };
        to.min(count.saturating_sub(1))
    }

    /// One or two words for the footer: "aiuto".
    pub fn short(self, lang: Lang) -> &'static str {
        self.word("short").map_or(self.id(), |word| lang.say(word))
    }

    /// A sentence for the help: "Apre questa pagina di aiuto."
    pub fn long(self, lang: Lang) -> &'static str {
        self.word("long").map_or(self.id(), |word| lang.say(word))
    }

    fn word(self, part: &str) -> Option<Word> {
        Word::from_key(&format!("keys.{}.{part}", self.id()))
    }
}
