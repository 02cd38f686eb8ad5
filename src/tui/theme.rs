//! Colours and weights, by role. A theme is a file of `assets/themes`.

use crate::lang::{Lang, Word};
use ratatui::style::{Color, Modifier, Style};
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
    pub text: Role,
    pub title: Role,
    /// What may be read second.
    pub quiet: Role,
    pub frame: Role,
    /// The frame of what has the focus.
    pub focus: Role,
    pub selected: Role,
    /// Letters that match the search.
    pub matched: Role,
    pub key: Role,
    pub heading: Role,
    pub good: Role,
    pub bad: Role,
    /// A sentence that says what is not known.
    pub missing: Role,
    /// The line at the top.
    pub bar: Role,
    /// The classes of the map, from few to many: each further from the ground than the one before.
    pub shades: [Role; 5],
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Role {
    fg: Option<Colour>,
    bg: Option<Colour>,
    bold: bool,
    underline: bool,
    italic: bool,
    reverse: bool,
}

/// One of the 256, or the name of one of the 16 that the terminal's owner chose.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(untagged)]
enum Colour {
    Indexed(u8),
    Named(Named),
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Named {
    Cyan,
    Green,
    Red,
}

impl Role {
    /// A line under letters, whatever their colours.
    pub const UNDERLINE: Role = Role {
        fg: None,
        bg: None,
        bold: false,
        underline: true,
        italic: false,
        reverse: false,
    };

    /// Colours and weight.
    pub fn style(self) -> Style {
        let colour = |c| match c {
            Colour::Indexed(n) => Color::Indexed(n),
            Colour::Named(Named::Cyan) => Color::Cyan,
            Colour::Named(Named::Green) => Color::Green,
            Colour::Named(Named::Red) => Color::Red,
        };
        let mut style = Style {
            fg: self.fg.map(colour),
            bg: self.bg.map(colour),
            ..Style::default()
        };
        for (is, modifier) in [
            (self.bold, Modifier::BOLD),
            (self.underline, Modifier::UNDERLINED),
            (self.italic, Modifier::ITALIC),
            (self.reverse, Modifier::REVERSED),
        ] {
            if is {
                style = style.add_modifier(modifier);
            }
        }
        style
    }
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
