//! A package that anyone may have put on a stick is refused in one sentence, or its archive opens.

#![no_main]
#![allow(clippy::unwrap_used)]

use libfuzzer_sys::fuzz_target;
use sportello::lang::Lang;
use sportello::renew::{self, Desk};
use sportello::snapshot::Snapshot;
use sportello_fuzz::{file, folder, tame};

const NAME: &str = "sportello-09-2026-09-30-1";
/// Between manifest, signature, packed archive and pointer.
const BETWEEN: u8 = 0xff;

fuzz_target!(|data: &[u8]| {
    let (stick, home) = (folder(), folder());
    let mut parts = data.splitn(4, |byte| *byte == BETWEEN);
    let names = ["json", "json.minisig", "sqlite.zst"].map(|ending| format!("{NAME}.{ending}"));
    for name in names.iter().map(String::as_str).chain(["sportello-dati.json"]) {
        if let Some(part) = parts.next() {
            file(&stick, name, part);
        }
    }
    let desk = Desk {
        archives: home.path(),
        keys: &[],
        region: "09",
        day: None,
        unsigned: true,
        back: true,
    };
    match renew::take(&desk, stick.path()) {
        Ok(taken) => {
            taken.say(Lang::It).iter().for_each(|line| tame(line));
            let bundled = Snapshot::embedded().unwrap();
            let (opened, refused) = renew::in_place_of(bundled, home.path(), None);
            assert!(refused.is_empty() && opened.is_unsigned);
        }
        Err(error) => {
            for lang in Lang::ALL {
                assert!(!error.say(lang).contains('\n'), "{error:?}");
            }
        }
    }
});
