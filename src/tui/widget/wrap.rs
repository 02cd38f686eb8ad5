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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::widget::width;

    #[test]
    fn no_line_is_too_wide() {
        let text =
            "Il Comune di Pisa ha ricevuto 1.200.000 euro. Xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx 漢字漢字漢字";
        for columns in 2..50 {
            assert!(
                wrap(text, columns).iter().all(|line| width(line) <= columns),
                "{columns}"
            );
        }
        assert!(!wrap(text, 0).is_empty());
    }
}
