//! A file of settings is read, or what is wrong with it is told in one sentence.

#![no_main]
#![allow(clippy::unwrap_used)]

use libfuzzer_sys::fuzz_target;
use sportello::desk::Settings;
use sportello::lang::Lang;
use sportello_fuzz::{file, folder};

fuzz_target!(|data: &[u8]| {
    let folder = folder();
    let path = file(&folder, Settings::FILE, data);
    match Settings::load_from(&path) {
        Ok(settings) => {
            settings.save_to(&path).unwrap();
            assert_eq!(Settings::load_from(&path).unwrap(), settings);
        }
        Err(error) => {
            for lang in [Lang::It, Lang::En] {
                let says = error.say(lang);
                assert!(says.contains(Settings::FILE) && !says.contains('\n'), "{says:?}");
            }
        }
    }
});
