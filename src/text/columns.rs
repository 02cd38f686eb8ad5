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

/// The parts that fit whole on one line, the first in any case: a sum that is cut is another sum.
pub fn whole<S: AsRef<str>>(parts: &[S], between: &str, columns: u16) -> String {
    let mut parts = parts.iter().map(AsRef::as_ref);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |line, part| {
        let more = format!("{line}{between}{part}");
        if width(&more) <= columns { more } else { line }
    })
}

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

    #[test]
    fn a_part_that_does_not_fit_is_left_out_whole() {
        let parts = ["27 progetti", "3,2 mln € assegnati", "2"].map(str::to_owned);
        assert_eq!(whole(&parts, " · ", 40), "27 progetti · 3,2 mln € assegnati · 2");
        assert_eq!(whole(&parts, " · ", 30), "27 progetti · 2");
        assert_eq!(whole(&parts, " · ", 5), "27 progetti");
        assert_eq!(whole::<&str>(&[], " · ", 5), "");
    }
}
