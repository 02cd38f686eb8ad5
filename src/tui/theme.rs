//! Colours and weights, by role. A theme is a file of `assets/themes`.

use crate::lang::{Lang, Word};
use ratatui::style::Style;
use serde::Deserialize;
use std::sync::LazyLock;

macro_rules! themes {
    ($($variant:ident => $id:literal,)*) => {
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum ThemeName { #[default] $($variant,)* }

        impl ThemeName {
            pub const ALL: &[ThemeName] = &[$(ThemeName::$variant,)*];

            /// Its name in the settings.
            pub fn id(self) -> &'static str {
                match self { $(ThemeName::$variant => $id,)* }
            }

            fn source(self) -> &'static str {
                match self {
                    $(ThemeName::$variant => include_str!(concat!("../../assets/themes/", $id, ".toml")),)*
                }
            }
        }
    };
}

themes! {
    Terminal => "terminal",
    Dark => "dark",
    Light => "light",
    HighContrast => "high-contrast",
    ColourBlind => "colour-blind",
    Mono => "mono",
}

/// The style of each role.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    pub text: Style,
    pub title: Style,
    /// What may be read second.
    pub quiet: Style,
    pub frame: Style,
    /// The frame of what has the focus.
    pub focus: Style,
    pub selected: Style,
    /// Letters that match the search.
    pub matched: Style,
    pub key: Style,
    pub heading: Style,
    pub bad: Style,
    /// Amounts, and other values beside their names.
    pub figure: Style,
    /// A sentence that says what is not known.
    pub missing: Style,
    /// The line at the top.
    pub bar: Style,
    /// The classes of the map, from few to many: each further from the ground than the one before.
    pub shades: [Style; 5],
}

static THEMES: LazyLock<Vec<Theme>> = LazyLock::new(|| {
    // A file that cannot be read would give a theme without colours; a test reads each of them.
    let read = |name: &ThemeName| toml::from_str(name.source()).unwrap_or_default();
    ThemeName::ALL.iter().map(read).collect()
});

impl ThemeName {
    /// Its colours.
    pub fn get(self) -> &'static Theme {
        &THEMES[self as usize]
    }

    /// The theme of this name in the settings.
    pub fn from_id(id: &str) -> Option<ThemeName> {
        ThemeName::ALL.iter().copied().find(|name| name.id() == id)
    }

    /// The theme that follows.
    pub fn next(self) -> ThemeName {
        ThemeName::ALL[(self as usize + 1) % ThemeName::ALL.len()]
    }

    /// The theme for people far from the screen: one that the terminal's owner chose stays.
    pub fn for_a_room(self) -> ThemeName {
        match self {
            ThemeName::Dark | ThemeName::ColourBlind => ThemeName::HighContrast,
            own => own,
        }
    }

    /// Its name for people.
    pub fn say(self, lang: Lang) -> &'static str {
        Word::from_key(&format!("tui.theme.{}", self.id())).map_or(self.id(), |w| lang.say(w))
    }
}
