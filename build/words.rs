//! `assets/lang/it.toml`, `explain.it.toml`… and their English twins → one constant a word and a
//! static table a language. A word that one language lacks stops the build.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

pub fn build(folder: &Path) -> Result<String, Box<dyn Error>> {
    let it = read_all(folder, "it")?;
    let en = read_all(folder, "en")?;
    if let Some(key) = it.keys().find(|k| !en.contains_key(*k)) {
        return Err(format!("assets/lang: the English words lack {key}").into());
    }
    if let Some(key) = en.keys().find(|k| !it.contains_key(*k)) {
        return Err(format!("assets/lang: the Italian words lack {key}").into());
    }
    let mut out = String::new();
    for (i, (key, text)) in it.iter().enumerate() {
        let name = key.replace(['.', '-'], "_").to_uppercase();
        let shown = format!("{text:?}").replace('`', "'");
        writeln!(out, "/// `{shown}`\npub const {name}: Word = Word({i});")?;
    }
    for (name, words) in [("KEYS", None), ("IT", Some(&it)), ("EN", Some(&en))] {
        writeln!(out, "pub(super) static {name}: &[&str] = &[")?;
        for key in it.keys() {
            let text = words.map_or(key, |w| &w[key]);
            writeln!(out, "{text:?},")?;
        }
        writeln!(out, "];")?;
    }
    Ok(out)
}

/// The words of one language: `it.toml` and every `<room>.it.toml`.
fn read_all(folder: &Path, lang: &str) -> Result<BTreeMap<String, String>, Box<dyn Error>> {
    let mut out = BTreeMap::new();
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if name != format!("{lang}.toml") && !name.ends_with(&format!(".{lang}.toml")) {
            continue;
        }
        for (key, text) in read(&path)? {
            if out.insert(key.clone(), text).is_some() {
                return Err(format!("{}: {key} is said twice", path.display()).into());
            }
        }
    }
    Ok(out)
}

/// The tables flattened: `[search] hint = "…"` is `search.hint`.
fn read(path: &Path) -> Result<BTreeMap<String, String>, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let table: toml::Table = toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut out = BTreeMap::new();
    flatten("", &table, &mut out)?;
    Ok(out)
}

fn flatten(
    prefix: &str,
    table: &toml::Table,
    out: &mut BTreeMap<String, String>,
) -> Result<(), Box<dyn Error>> {
    for (key, value) in table {
        let path = if prefix.is_empty() {
            key.clone()
        } else {
            format!("{prefix}.{key}")
        };
        match value {
            toml::Value::String(text) => _ = out.insert(path, text.clone()),
            toml::Value::Table(inner) => flatten(&path, inner, out)?,
            _ => return Err(format!("{path}: only words and tables").into()),
        }
    }
    Ok(())
}
