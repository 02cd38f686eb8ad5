//! Whatever is typed into the box of the screen or said to the simple mode is answered.

#![no_main]
#![allow(clippy::unwrap_used)]

use jiff::civil::date;
use libfuzzer_sys::fuzz_target;
use sportello::app::{Archive, Ask, Words};
use sportello::desk::Settings;
use sportello::lang::Lang;
use sportello::snapshot::Snapshot;
use sportello::voice::state::State;
use sportello::voice::update;
use sportello_fuzz::{archive, file, folder};
use std::sync::OnceLock;

// Built once for all inputs; a snapshot belongs to one thread, and there is but one.
thread_local! {
    static ARCHIVE: OnceLock<Archive> = const { OnceLock::new() };
}

// The first byte chooses the language and how words are read, the lines are what is typed.
fuzz_target!(|data: &[u8]| {
    let [how, typed @ ..] = data else { return };
    let typed = String::from_utf8_lossy(typed);
    ARCHIVE.with(|archive| {
        let archive = archive.get_or_init(|| {
            let folder = folder();
            let path = file(&folder, "a.sqlite", &archive::bytes());
            let archive = Archive::load(Snapshot::open(&path).unwrap()).unwrap();
            // The file is read as long as the archive lives.
            _ = folder.keep();
            archive
        });
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
});
