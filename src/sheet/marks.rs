//! How the evidence of a sentence is shown: by a sign, or by a word for a voice.

use crate::lang::{Lang, w};
use crate::model::Evidence;

/// How the evidence of a sentence is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Marks {
    /// `●`, `◆`, `◇`, `○`, `“` before the sentence.
    #[default]
    Symbols,
    /// The same in ASCII: `*`, `+`, `~`, `?`, `"`.
    Ascii,
    /// The word behind the sentence, for a voice that reads it.
    Words,
}

/// The mark of a kind of evidence; for [`Marks::Words`], the word.
pub fn mark(evidence: Evidence, marks: Marks, lang: Lang) -> &'static str {
    let (symbol, ascii, word) = match evidence {
        Evidence::Observed => ("●", "*", w::SHEET_OBSERVED),
        Evidence::Linked => ("◆", "+", w::SHEET_LINKED),
        Evidence::Derived => ("◇", "~", w::SHEET_DERIVED),
        Evidence::Missing => ("○", "?", w::SHEET_MISSING),
        Evidence::Written => ("“", "\"", w::SHEET_WRITTEN),
    };
    match marks {
        Marks::Symbols => symbol,
        Marks::Ascii => ascii,
        Marks::Words => lang.say(word),
    }
}
