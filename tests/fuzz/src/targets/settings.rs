//! A file of settings is read, or what is wrong with it is told in one sentence.

use super::super::{file, folder};
use sportello::desk::Settings;
use sportello::lang::Lang;

pub fn feed(data: &[u8]) {
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
}
