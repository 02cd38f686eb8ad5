//! A file of keys is read, or what is wrong with it is told.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sportello::lang::Lang;
use sportello::tui::keymap::Keymap;

fuzz_target!(|data: &[u8]| {
    if let Err(error) = Keymap::new(Some(&String::from_utf8_lossy(data))) {
        for lang in [Lang::It, Lang::En] {
            assert!(!error.say(lang).is_empty());
        }
    }
});
