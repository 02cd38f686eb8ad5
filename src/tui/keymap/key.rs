//! One key with its modifiers: read from a name, from the terminal, and said to a person.

use crate::lang::{Lang, Word};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    pub code: KeyCode,
    /// Control, Alt and Shift: no other is told apart.
    pub held: KeyModifiers,
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
    ("insert", KeyCode::Insert),
    ("space", KeyCode::Char(' ')),
];

/// In the order in which they are written.
const HELD: [(KeyModifiers, &str); 3] = [
    (KeyModifiers::CONTROL, "ctrl-"),
    (KeyModifiers::ALT, "alt-"),
    (KeyModifiers::SHIFT, "shift-"),
];

impl Key {
    /// `ctrl-q`, `alt-left`, `f1`.
    ///
    /// # Errors
    /// When the name is no key, or one that types.
    pub fn parse(name: &str) -> Result<Key, KeyError> {
        let lower = name.trim().to_lowercase();
        let (mut rest, mut held) = (lower.as_str(), KeyModifiers::NONE);
        while let Some((one, tail)) = HELD.iter().find_map(|(m, n)| Some((m, rest.strip_prefix(n)?))) {
            (held, rest) = (held | *one, tail);
        }
        let function = || rest.strip_prefix('f')?.parse().ok();
        let mut letters = rest.chars();
        let code = if let Some((_, code)) = NAMED.iter().find(|(n, _)| *n == rest) {
            *code
        } else if let Some(n @ 1..=12) = function() {
            KeyCode::F(n)
        } else if let (Some(c), None) = (letters.next(), letters.next()) {
            KeyCode::Char(c)
        } else {
            return Err(KeyError::Unknown(name.to_owned()));
        };
        if matches!(code, KeyCode::Char(_)) && !held.contains(KeyModifiers::CONTROL) {
            return Err(KeyError::Typing(name.to_owned()));
        }
        Ok(Key { code, held })
    }

    /// A key as the terminal reports it: letters in lower case, Shift-Tab under one name.
    pub fn from_event(event: &KeyEvent) -> Key {
        let told = KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT;
        let (code, held) = (event.code, event.modifiers & told);
        match code {
            KeyCode::BackTab => Key {
                code: KeyCode::Tab,
                held: held | KeyModifiers::SHIFT,
            },
            KeyCode::Char(c) => Key {
                code: KeyCode::Char(c.to_lowercase().next().unwrap_or(c)),
                held: held - KeyModifiers::SHIFT,
            },
            _ => Key { code, held },
        }
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
        let held = HELD.iter().filter(|(one, _)| self.held.contains(*one));
        let held: String = held.map(|(_, name)| *name).collect();
        held + &self.name()
    }

    fn name(self) -> String {
        match self.code {
            KeyCode::F(n) => format!("f{n}"),
            KeyCode::Char(c) if c != ' ' => c.into(),
            code => NAMED
                .iter()
                .find(|(_, c)| *c == code)
                .map_or("", |(n, _)| n)
                .into(),
        }
    }

    /// As it is written on the keyboard: "Ctrl-Q", "Invio", "Alt-Freccia sinistra".
    pub fn say(self, lang: Lang) -> String {
        let shift = Word::from_key("keys.names.shift").map_or("Shift", |w| lang.say(w));
        let mut out = String::new();
        for ((one, _), name) in HELD.iter().zip(["Ctrl", "Alt", shift]) {
            if self.held.contains(*one) {
                out.push_str(&format!("{name}-"));
            }
        }
        let name = self.name();
        match Word::from_key(&format!("keys.names.{name}")) {
            Some(word) => out + lang.say(word),
            None if name.is_empty() => out + "?",
            None => out + &name.to_uppercase(),
        }
    }
}
