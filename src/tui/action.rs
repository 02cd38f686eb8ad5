//! What a person can do, by name. The keys that call an action, and where it holds, stand in
//! `assets/keys.toml`; its words in `assets/lang`, under `keys.<id>`.

use crate::lang::{Lang, Word};

macro_rules! actions {
    ($($variant:ident => $id:literal,)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Action { $($variant,)* }

        impl Action {
            pub const ALL: &[Action] = &[$(Action::$variant,)*];

            /// Its name in `keys.toml`.
            pub fn id(self) -> &'static str {
                match self { $(Action::$variant => $id,)* }
            }

            /// The action of this name in `keys.toml`.
            pub fn from_id(id: &str) -> Option<Action> {
                match id { $($id => Some(Action::$variant),)* _ => None }
            }
        }
    };
}

actions! {
    Help => "help",
    Open => "open",
    Why => "why",
    Whole => "whole",
    Map => "map",
    Table => "table",
    Figure => "figure",
    Back => "back",
    NextPane => "next-pane",
    PreviousPane => "previous-pane",
    NextPart => "next-part",
    PreviousPart => "previous-part",
    Filters => "filters",
    Sort => "sort",
    Exact => "exact",
    Language => "language",
    Copy => "copy",
    Words => "words",
    Favourite => "favourite",
    Note => "note",
    Count => "count",
    Uncount => "uncount",
    Remove => "remove",
    SaveNote => "save-note",
    Desk => "desk",
    Palette => "palette",
    Quit => "quit",
    Data => "data",
    News => "news",
    Theme => "theme",
    Settings => "settings",
    Mouse => "mouse",
    Home => "home",
    HistoryBack => "history-back",
    HistoryForward => "history-forward",
    Up => "up",
    Down => "down",
    West => "west",
    East => "east",
    PageUp => "page-up",
    PageDown => "page-down",
    First => "first",
    Last => "last",
    CursorLeft => "cursor-left",
    CursorRight => "cursor-right",
    WordLeft => "word-left",
    WordRight => "word-right",
    CursorStart => "cursor-start",
    CursorEnd => "cursor-end",
    DeleteBack => "delete-back",
    DeleteForward => "delete-forward",
    DeleteWord => "delete-word",
    Clear => "clear",
    Learn => "learn",
    Answer => "answer",
    Hint => "hint",
    Look => "look",
    Next => "next",
    Previous => "previous",
    Workshop => "workshop",
    Suspend => "suspend",
    Interrupt => "interrupt",
}

impl Action {
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
