//! Which parts of a displayed text matched, also where a typed word was corrected.

use super::index::Index;
use super::understand::{Reading, Slot, Stand, Tier};
use super::{codes, plain};
use crate::text::fold::fold_into;
use std::collections::BTreeSet;
use std::ops::Range;

/// What to mark in the texts of the results of one search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Highlight {
    words: BTreeSet<String>,
    beginnings: Vec<String>,
    codes: Vec<String>,
}

impl Highlight {
    pub(super) fn new(index: &Index, slots: &[Slot]) -> Highlight {
        let mut out = Highlight::default();
        for slot in slots.iter().filter(|s| s.reading != Reading::Ignored) {
            let known = |stand: &Stand| matches!(stand, Stand::Term(term) if index.projects_of(*term) > 0);
            let sources = slot.sources.iter();
            let literal = sources
                .clone()
                .any(|s| s.tier >= Tier::Beginning || known(&s.stand));
            for source in &slot.sources {
                match &source.stand {
                    Stand::Term(term) => {
                        out.words.insert(index.vocabulary.word(*term).to_owned());
                    }
                    Stand::Terms(_) => out.beginnings.push(slot.typed.clone()),
                    Stand::Together(_) => {}
                    Stand::Codes(_) => out.codes.push(codes::tidy(&slot.typed)),
                    // Synonyms are marked where the word itself is not known.
                    Stand::Phrase(_) if literal && source.tier < Tier::Beginning => {}
                    Stand::Phrase(phrase) => {
                        let words = index.synonyms.phrases[*phrase as usize].iter();
                        let telling = words.filter(|w| w.len() > 2 && !plain::is_stop(w));
                        out.words.extend(telling.cloned());
                    }
                }
            }
        }
        out
    }

    /// Bytes of `text` to mark, in order and apart.
    pub fn spans(&self, text: &str) -> Vec<Range<usize>> {
        let mut out: Vec<Range<usize>> = Vec::new();
        let mut folded = String::new();
        for range in runs(text, |c| !c.is_whitespace()) {
            let run = &text[range.clone()];
            if self
                .codes
                .iter()
                .any(|code| codes::tidy(run).starts_with(code.as_str()))
            {
                out.push(range);
                continue;
            }
            for word in runs(run, |c| c.is_alphanumeric() || is_mark(c)) {
                fold_into(&run[word.clone()], &mut folded);
                let at = range.start + word.start;
                if self.words.contains(&folded) {
                    out.push(at..range.start + word.end);
                } else if let Some(begun) = self
                    .beginnings
                    .iter()
                    .filter(|b| folded.starts_with(b.as_str()))
                    .map(|b| b.chars().count())
                    .max()
                {
                    let marked = text[at..range.start + word.end].char_indices().nth(begun);
                    out.push(at..marked.map_or(range.start + word.end, |(i, _)| at + i));
                }
            }
        }
        out
    }
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// The longest runs of characters that hold.
fn runs(text: &str, holds: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = None;
    for (i, c) in text.char_indices() {
        match (holds(c), start) {
            (true, None) => start = Some(i),
            (false, Some(from)) => {
                out.push(from..i);
                start = None;
            }
            _ => {}
        }
    }
    out.extend(start.map(|from| from..text.len()));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn highlight() -> Highlight {
        Highlight {
            words: ["asilo", "comunita"].map(str::to_owned).into(),
            beginnings: vec!["serav".into()],
            codes: vec!["M4C1".into()],
        }
    }

    fn marked(text: &str) -> Vec<&str> {
        highlight().spans(text).into_iter().map(|r| &text[r]).collect()
    }

    #[test]
    fn words_beginnings_and_codes_are_marked() {
        assert_eq!(marked("Asilo dell'ASILO, asili"), ["Asilo", "ASILO"]);
        assert_eq!(marked("Casa della Comunità a Seravezza"), ["Comunità", "Serav"]);
        assert_eq!(marked("comunita\u{300}!"), ["comunita\u{300}"]);
        assert_eq!(marked("misura M4C1I1.01.00."), ["M4C1I1.01.00."]);
        assert_eq!(marked("casilo"), [""; 0]);
    }

    proptest! {
        #[test]
        fn spans_are_whole_characters_in_order(text in "(asilo|Seravè|\\PC){0,8}") {
            let spans = highlight().spans(&text);
            prop_assert!(spans.iter().all(|r| text.get(r.clone()).is_some()));
            prop_assert!(spans.windows(2).all(|w| w[0].end <= w[1].start));
        }
    }
}
