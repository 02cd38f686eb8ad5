//! Lists of folded words that are looked up often.

use std::collections::HashSet;
use std::sync::OnceLock;

pub(crate) struct List {
    words: &'static str,
    set: OnceLock<HashSet<&'static str>>,
}

impl List {
    pub const fn new(words: &'static str) -> List {
        List {
            words,
            set: OnceLock::new(),
        }
    }

    pub fn has(&self, word: &str) -> bool {
        self.set
            .get_or_init(|| self.words.split_ascii_whitespace().collect())
            .contains(word)
    }
}
