//! The chapter on keys: every key of `assets/keys.toml`, and what it does on each screen.

use crate::lang::{Lang, w};
use crate::tui::keymap::{Key, Keymap};

/// "- F3  ricerca: filtri; pagina: tutto": a line for each key, in the order of the table.
pub fn chapter(lang: Lang) -> String {
    let mut rows: Vec<(Key, Vec<String>)> = Vec::new();
    let bindings = Keymap::new(None).map_or_else(|_| Vec::new(), |map| map.bindings);
    for binding in &bindings {
        let screens: Vec<&str> = binding.contexts.iter().map(|at| at.say(lang)).collect();
        let does = format!("{}: {}", screens.join(", "), binding.action.short(lang));
        for key in &binding.keys {
            match rows.iter_mut().find(|(own, _)| own == key) {
                Some((_, all)) => all.push(does.clone()),
                None => rows.push((*key, vec![does.clone()])),
            }
        }
    }
    let mut out = format!(
        "# {}\n\n{}\n\n",
        lang.say(w::CLI_KEYS_TITLE),
        lang.say(w::CLI_KEYS_HOW)
    );
    for (key, does) in rows {
        out.push_str(&format!("- {}  {}\n", key.say(lang), does.join("; ")));
    }
    out
}
