//! Whatever is typed into the box of the screen or said to the simple mode is answered.

use super::super::{archive, file, folder};
use jiff::civil::date;
use sportello::app::{Archive, Ask, Words};
use sportello::desk::Settings;
use sportello::lang::Lang;
use sportello::snapshot::Snapshot;
use sportello::voice::state::State;
use sportello::voice::update;
use tempfile::TempDir;

// Built once for all inputs of a thread, to which a snapshot belongs; its file is there as long.
thread_local! {
    static ARCHIVE: (Archive, TempDir) = {
        let folder = folder();
        let path = file(&folder, "a.sqlite", &archive::bytes());
        (Archive::load(Snapshot::open(&path).unwrap()).unwrap(), folder)
    };
}

/// The first byte chooses the language and how words are read, the lines are what is typed.
pub fn feed(data: &[u8]) {
    let [how, typed @ ..] = data else { return };
    let typed = String::from_utf8_lossy(typed);
    ARCHIVE.with(|(archive, _)| {
        let lang = if how & 1 == 0 { Lang::It } else { Lang::En };
        let mut state = State::new(lang, Settings::default(), date(2026, 6, 1));
        update::welcome(&mut state, archive);
        for line in typed.lines().take(20) {
            archive.find(&Ask {
                words: if how & 2 == 0 { Words::Whole } else { Words::Typing },
                limit: 20,
                lang,
                ..Ask::whole(line)
            });
            update::update(&mut state, archive, line);
        }
    });
}
