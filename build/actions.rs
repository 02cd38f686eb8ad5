//! `assets/keys.toml` → the names of the actions: an enum and the id of each.

use serde::Deserialize;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

#[derive(Deserialize)]
struct Keys {
    action: Vec<Action>,
}

#[derive(Deserialize)]
struct Action {
    id: String,
}

pub fn build(keys: &Path) -> Result<String, Box<dyn Error>> {
    let keys: Keys = toml::from_str(&fs::read_to_string(keys)?)?;
    let named: Vec<(String, &str)> = keys.action.iter().map(|a| (variant(&a.id), &*a.id)).collect();
    let mut out = "#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]\npub enum Action {\n".to_owned();
    for (variant, _) in &named {
        writeln!(out, "{variant},")?;
    }
    writeln!(out, "}}\npub(super) static ACTIONS: &[(Action, &str)] = &[")?;
    for (variant, id) in &named {
        writeln!(out, "(Action::{variant}, {id:?}),")?;
    }
    writeln!(out, "];")?;
    Ok(out)
}

/// `next-pane` is `NextPane`.
fn variant(id: &str) -> String {
    let parts = id.split('-').map(|part| {
        let (first, rest) = part.split_at(part.len().min(1));
        first.to_uppercase() + rest
    });
    parts.collect()
}
