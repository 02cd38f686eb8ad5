//! A file of keys is read, or what is wrong with it is told.

use sportello::lang::Lang;
use sportello::tui::keymap::Keymap;

pub fn feed(data: &[u8]) {
    if let Err(error) = Keymap::new(Some(&String::from_utf8_lossy(data))) {
        for lang in [Lang::It, Lang::En] {
            assert!(!error.say(lang).is_empty());
        }
    }
}
