//! Text on several lines.

use textwrap::{Options, WordSplitter};

/// Lines of at most `columns` columns; a word that is longer alone is broken.
pub fn wrap(text: &str, columns: u16) -> Vec<String> {
    let options = Options::new(usize::from(columns.max(1))).word_splitter(WordSplitter::NoHyphenation);
    textwrap::wrap(text, options)
        .into_iter()
        .map(|line| line.into_owned())
        .collect()
}
