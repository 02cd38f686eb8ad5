//! Texts under `assets/screens` that tests make and check. With `SPORTELLO_REGISTRA` set they are
//! written anew.

use std::fs;
use std::path::Path;
use std::time::Duration;

/// How long the screen must be still before it is read: on a busy machine the first may be short.
const QUIET: [Duration; 2] = [Duration::from_millis(250), Duration::from_millis(1500)];

/// Plays, and compares each text with its file.
pub fn check(play: impl Fn(Duration) -> Vec<(String, String)>) {
    let mut wrong = Vec::new();
    for quiet in QUIET {
        let played = play(quiet);
        wrong = played
            .iter()
            .filter_map(|(name, text)| differs(name, text))
            .collect();
        if wrong.is_empty() {
            return;
        }
    }
    panic!("not what is on the screen: {wrong:#?}");
}

/// The first line that differs.
fn differs(name: &str, played: &str) -> Option<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/screens");
    let path = folder.join(name);
    let played = format!("{}\n", played.trim_end());
    if std::env::var_os("SPORTELLO_REGISTRA").is_some() {
        fs::create_dir_all(&folder).unwrap();
        fs::write(&path, &played).unwrap();
    }
    let stored = fs::read_to_string(&path).unwrap_or_default();
    let line = stored.lines().zip(played.lines()).find(|(a, b)| a != b);
    (stored != played).then(|| format!("{name}: {line:?}"))
}
