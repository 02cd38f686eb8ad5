//! Key → action. The table of `assets/keys.toml` says which keys call an action and where; the
//! user's own file may give an action other keys.

mod key;

pub use key::{Key, KeyError};

use super::action::Action;
use crate::desk::settings::fault;
use crate::lang::{Lang, Word, w};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// Where an action holds. A key is looked up in the contexts at hand, the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Context {
    Everywhere,
    /// A text field has the focus.
    Field,
    /// There is something to choose from.
    List,
    /// The filters have the focus.
    Filters,
    /// A page.
    Reading,
    Search,
    Start,
    /// A list that a field narrows.
    Pick,
    /// The field of a note.
    Note,
    /// One page after the other, for those who look on.
    Slides,
    Lesson,
    /// A lesson's question waits for its answer.
    Exercise,
    /// The comuni on the map or in its table.
    Map,
    /// A code to photograph.
    Code,
    /// The page of the projects gathered for one citizen.
    Gathered,
}

impl Context {
    /// Its name: "ricerca".
    pub fn say(self, lang: Lang) -> &'static str {
        lang.say(match self {
            Context::Everywhere => w::KEYS_IN_EVERYWHERE,
            Context::Field => w::KEYS_IN_FIELD,
            Context::List => w::KEYS_IN_LIST,
            Context::Filters => w::KEYS_IN_FILTERS,
            Context::Reading => w::KEYS_IN_READING,
            Context::Search => w::KEYS_IN_SEARCH,
            Context::Start => w::KEYS_IN_START,
            Context::Pick => w::KEYS_IN_PICK,
            Context::Note => w::KEYS_IN_NOTE,
            Context::Slides => w::KEYS_IN_SLIDES,
            Context::Lesson => w::KEYS_IN_LESSON,
            Context::Exercise => w::KEYS_IN_EXERCISE,
            Context::Map => w::KEYS_IN_MAP,
            Context::Code => w::KEYS_IN_CODE,
            Context::Gathered => w::KEYS_IN_GATHERED,
        })
    }
}

/// One line of the table.
#[derive(Clone, Debug)]
pub struct Binding {
    pub action: Action,
    pub keys: Vec<Key>,
    pub contexts: Vec<Context>,
    pub footer: bool,
    /// What it is for.
    pub task: Task,
}

/// What people do with keys, in the order of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Task {
    Read,
    Search,
    Program,
    Go,
    Desk,
    Take,
    Room,
    Write,
}

impl Task {
    /// "cercare".
    pub fn say(self, lang: Lang) -> &'static str {
        let id = format!("{self:?}").to_lowercase();
        Word::from_key(&format!("keys.task.{id}")).map_or("", |word| lang.say(word))
    }
}

#[derive(Clone, Debug, Default)]
pub struct Keymap {
    pub bindings: Vec<Binding>,
}

/// What is wrong with a table of keys, and where.
#[derive(Debug, thiserror::Error)]
pub enum KeymapError {
    #[error("line {line}: {error}")]
    Toml {
        line: usize,
        text: String,
        error: Box<toml::de::Error>,
    },
    #[error("\"{0}\" is no action of this program")]
    Action(String),
    #[error("{action}: {error}")]
    Key { action: String, error: KeyError },
    #[error("{key} would call both {first} and {second}")]
    Twice {
        key: String,
        first: &'static str,
        second: &'static str,
    },
}

impl KeymapError {
    /// The same for the person whose file it is.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            KeymapError::Toml { line, text, .. } => {
                let values = [("line", &*line.to_string()), ("text", text)];
                lang.fill(w::TUI_KEYS_SYNTAX, &values)
            }
            KeymapError::Action(id) => lang.fill(w::TUI_KEYS_ACTION, &[("id", id)]),
            KeymapError::Key { action, error } => {
                let (word, key) = match error {
                    KeyError::Unknown(key) => (w::TUI_KEYS_UNKNOWN, key),
                    KeyError::Typing(key) => (w::TUI_KEYS_TYPING, key),
                };
                lang.fill(word, &[("action", action), ("key", key)])
            }
            KeymapError::Twice { key, first, second } => {
                let values = [("key", key.as_str()), ("first", first), ("second", second)];
                lang.fill(w::TUI_KEYS_TWICE, &values)
            }
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    action: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    task: Task,
    keys: Vec<String>,
    r#in: Vec<Context>,
    #[serde(default)]
    footer: bool,
}

const DEFAULT: &str = include_str!("../../assets/keys.toml");

impl Keymap {
    /// The program's table, with the keys of the user's file (`quit = ["ctrl-q"]`) put in.
    ///
    /// # Errors
    /// When the file is not what it should be.
    pub fn new(user: Option<&str>) -> Result<Keymap, KeymapError> {
        let table: Table = read(DEFAULT)?;
        let mut bindings = Vec::new();
        for row in table.action {
            let action = Action::from_id(&row.id).ok_or(KeymapError::Action(row.id))?;
            bindings.push(Binding {
                action,
                keys: keys(action, &row.keys)?,
                contexts: row.r#in,
                footer: row.footer,
                task: row.task,
            });
        }
        let mut map = Keymap { bindings };
        let own: BTreeMap<String, Vec<String>> = read(user.unwrap_or_default())?;
        for (id, names) in own {
            let action = Action::from_id(&id).ok_or(KeymapError::Action(id))?;
            let new = keys(action, &names)?;
            for binding in map.bindings.iter_mut().filter(|b| b.action == action) {
                binding.keys.clone_from(&new);
            }
        }
        map.check()?;
        Ok(map)
    }

    /// No key may call two actions in one context.
    fn check(&self) -> Result<(), KeymapError> {
        for (i, a) in self.bindings.iter().enumerate() {
            for b in self.bindings.iter().skip(i + 1) {
                let together = a.contexts.iter().any(|c| b.contexts.contains(c));
                if let Some(key) = a.keys.iter().find(|k| together && b.keys.contains(k)) {
                    return Err(KeymapError::Twice {
                        key: key.id(),
                        first: a.action.id(),
                        second: b.action.id(),
                    });
                }
            }
        }
        Ok(())
    }

    /// The action of a key in the nearest of the contexts.
    pub fn action(&self, key: Key, contexts: &[Context]) -> Option<Action> {
        contexts.iter().find_map(|context| {
            let holds = |b: &&Binding| b.contexts.contains(context) && b.keys.contains(&key);
            self.bindings.iter().find(holds).map(|b| b.action)
        })
    }

    /// The first key that calls an action, as it is written on the keyboard; nothing for one that
    /// has none.
    pub fn say(&self, action: Action, lang: Lang) -> String {
        let own = self.bindings.iter().find(|binding| binding.action == action);
        let key = own.and_then(|binding| binding.keys.first());
        key.map_or_else(String::new, |key| key.say(lang))
    }
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, KeymapError> {
    toml::from_str(text).map_err(|error| {
        let (line, text) = fault(text, &error);
        let error = Box::new(error);
        KeymapError::Toml { line, text, error }
    })
}

fn keys(action: Action, names: &[String]) -> Result<Vec<Key>, KeymapError> {
    let parse = |name: &String| {
        Key::parse(name).map_err(|error| KeymapError::Key {
            action: action.id().to_owned(),
            error,
        })
    };
    names.iter().map(parse).collect()
}
