//! Text in columns: how many it takes, cut to so many, on several lines.

use std::borrow::Cow;
use textwrap::{Options, WordSplitter};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Columns that a text takes.
pub fn width(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

/// The text, or as much of it as fits with the sign of the cut behind it.
pub fn fit<'a>(text: &'a str, columns: u16, cut: &str) -> Cow<'a, str> {
    if width(text) <= columns {
        return text.into();
    }
    let Some(room) = columns.checked_sub(1) else {
        return "".into();
    };
    let (mut out, mut used) = (String::new(), 0);
    for grapheme in text.graphemes(true) {
        used += width(grapheme);
        if used > room {
            break;
        }
        out.push_str(grapheme);
    }
    out.truncate(out.trim_end().len());
    (out + cut).into()
}

/// Lines of at most `columns` columns; a word that is longer alone is broken.
pub fn wrap(text: &str, columns: u16) -> Vec<String> {
    let options = Options::new(usize::from(columns.max(1))).word_splitter(WordSplitter::NoHyphenation);
    textwrap::wrap(text, options)
        .into_iter()
        .map(|line| line.into_owned())
        .collect()
}
