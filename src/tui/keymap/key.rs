//! One key with its modifiers: read from a name, from the terminal, and said to a person.

use crate::lang::{Lang, Word};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    pub code: KeyCode,
    pub ctrl: bool,
    pub alt: bool,
    pub shift: bool,
}

/// Why a name is no key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    #[error("\"{0}\" is no key")]
    Unknown(String),
    #[error("\"{0}\" is for typing: put ctrl- before it")]
    Typing(String),
}

const NAMED: &[(&str, KeyCode)] = &[
    ("enter", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("page-up", KeyCode::PageUp),
    ("page-down", KeyCode::PageDown),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
];

impl Key {
    /// `ctrl-q`, `alt-left`, `f1`.
    ///
    /// # Errors
    /// When the name is no key, or one that types.
    pub fn parse(name: &str) -> Result<Key, KeyError> {
        let lower = name.trim().to_lowercase();
        let (mut rest, mut key) = (lower.as_str(), Key::plain(KeyCode::Null));
        loop {
            if let Some(tail) = rest.strip_prefix("ctrl-") {
                (key.ctrl, rest) = (true, tail);
            } else if let Some(tail) = rest.strip_prefix("alt-") {
                (key.alt, rest) = (true, tail);
            } else if let Some(tail) = rest.strip_prefix("shift-") {
                (key.shift, rest) = (true, tail);
            } else {
                break;
            }
        }
        let mut letters = rest.chars();
        let function = || {
            rest.strip_prefix('f')?
                .parse()
                .ok()
                .filter(|n| (1..=12).contains(n))
        };
        key.code = if let Some((_, code)) = NAMED.iter().find(|(n, _)| *n == rest) {
            *code
        } else if let Some(n) = function() {
            KeyCode::F(n)
        } else if rest == "space" {
            KeyCode::Char(' ')
        } else if let (Some(c), None) = (letters.next(), letters.next()) {
            KeyCode::Char(c)
        } else {
            return Err(KeyError::Unknown(name.to_owned()));
        };
        if matches!(key.code, KeyCode::Char(_)) && !key.ctrl {
            return Err(KeyError::Typing(name.to_owned()));
        }
        Ok(key)
    }

    fn plain(code: KeyCode) -> Key {
        Key {
            code,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }

    /// A key as the terminal reports it: letters in lower case, Shift-Tab under one name.
    pub fn from_event(event: &KeyEvent) -> Key {
        let has = |m| event.modifiers.contains(m);
        let mut key = Key {
            code: event.code,
            ctrl: has(KeyModifiers::CONTROL),
            alt: has(KeyModifiers::ALT),
            shift: has(KeyModifiers::SHIFT),
        };
        match key.code {
            KeyCode::BackTab => (key.code, key.shift) = (KeyCode::Tab, true),
            KeyCode::Char(c) => {
                key.code = KeyCode::Char(c.to_lowercase().next().unwrap_or(c));
                key.shift = false;
            }
            _ => {}
        }
        key
    }

    /// The letter that a key types, if it types one. AltGr arrives as Ctrl and Alt together.
    pub fn typed(event: &KeyEvent) -> Option<char> {
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        let alt = event.modifiers.contains(KeyModifiers::ALT);
        match event.code {
            KeyCode::Char(c) if ctrl == alt && !c.is_control() => Some(c),
            _ => None,
        }
    }

    /// The letter that was typed right behind Esc: a terminal reports the two as one key with Alt.
    /// Windows tells Alt from Esc.
    pub fn behind_esc(event: &KeyEvent) -> Option<char> {
        match event.code {
            KeyCode::Char(c) if cfg!(unix) && !c.is_control() => {
                let held = event.modifiers - KeyModifiers::SHIFT;
                (held == KeyModifiers::ALT).then_some(c)
            }
            _ => None,
        }
    }

    /// Its name in a table of keys.
    pub fn id(self) -> String {
        let mut out = String::new();
        for (held, name) in [(self.ctrl, "ctrl-"), (self.alt, "alt-"), (self.shift, "shift-")] {
            out.push_str(if held { name } else { "" });
        }
        match self.code {
            KeyCode::F(n) => out.push_str(&format!("f{n}")),
            KeyCode::Char(' ') => out.push_str("space"),
            KeyCode::Char(c) => out.push(c),
            code => out.push_str(NAMED.iter().find(|(_, c)| *c == code).map_or("", |(n, _)| n)),
        }
        out
    }

    /// As it is written on the keyboard: "Ctrl-Q", "Invio", "Alt-Freccia sinistra".
    pub fn say(self, lang: Lang) -> String {
        let mut out = String::new();
        let shift = Word::from_key("keys.names.shift").map_or("Shift", |w| lang.say(w));
        for (held, name) in [(self.ctrl, "Ctrl"), (self.alt, "Alt"), (self.shift, shift)] {
            if held {
                out.push_str(name);
                out.push('-');
            }
        }
        match self.code {
            KeyCode::F(n) => out.push_str(&format!("F{n}")),
            KeyCode::Char(c) if c != ' ' => out.extend(c.to_uppercase()),
            _ => {
                let name = Key::plain(self.code).id();
                let word = Word::from_key(&format!("keys.names.{name}"));
                out.push_str(word.map_or("?", |w| lang.say(w)));
            }
        }
        out
    }
}
