//! Lists of folded words that are looked up often.

use rustc_hash::FxHashSet;
use std::sync::OnceLock;

/// Words as a set that is made when it is first asked.
pub(crate) struct List {
    words: &'static str,
    set: OnceLock<FxHashSet<&'static str>>,
}

impl List {
    /// Words parted by blanks.
    pub const fn new(words: &'static str) -> List {
        List {
            words,
            set: OnceLock::new(),
        }
    }

    /// Whether the folded word stands in the list.
    pub fn has(&self, word: &str) -> bool {
        self.set
            .get_or_init(|| self.words.split_ascii_whitespace().collect())
            .contains(word)
    }
}
