//! An official text as words: each folded for comparing, each with its place in the text for
//! quoting, and the sign that parts it from the word before. Finders of names, streets and things
//! all walk the same words, so a text is folded once.

use super::clean::line;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    Blank,
    /// `DELL'OSPEDALE`
    Apostrophe,
    /// `G.VERDI`, `S. MARIA`, the end of a sentence.
    Point,
    /// `BARI-TARANTO`
    Hyphen,
    /// `12/A`
    Slash,
    Quote,
    /// Comma, colon, bracket, dash between blanks.
    Sign,
    /// `*`, between the parts of a title in the layout of the CUP; also before the first word.
    Star,
}

#[derive(Clone, Copy, Debug)]
struct Token {
    start: usize,
    end: usize,
    folded: (usize, usize),
    gap: Gap,
}

/// The words of one text.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    text: String,
    folded: String,
    tokens: Vec<Token>,
    is_quoting: bool,
}

impl Tokens {
    /// Cuts a text into words whose apostrophes may close a quotation that opens nowhere.
    pub fn quoting(text: &str) -> Tokens {
        Tokens {
            is_quoting: true,
            ..Tokens::new(text)
        }
    }

    /// Cuts a text into words.
    pub fn new(text: &str) -> Tokens {
        let mut out = Tokens {
            text: line(text),
            folded: String::with_capacity(text.len()),
            tokens: Vec::with_capacity(text.len() / 5),
            is_quoting: false,
        };
        let mut gap = Gap::Star;
        let mut start = None;
        let text = std::mem::take(&mut out.text);
        let mut chars = text.char_indices().peekable();
        let mut letter_before = false;
        while let Some((at, c)) = chars.next() {
            if c.is_alphanumeric() {
                start.get_or_insert(at);
                letter_before = true;
                continue;
            }
            if let Some(start) = start.take() {
                out.push(&text, (start, at), gap);
                gap = Gap::Blank;
            }
            let letter_behind = chars.peek().is_some_and(|(_, c)| c.is_alphanumeric());
            gap = gap.max(kind(c, letter_before, letter_behind));
            letter_before = false;
        }
        if let Some(start) = start {
            out.push(&text, (start, text.len()), gap);
        }
        out.text = text;
        out
    }

    fn push(&mut self, text: &str, (start, end): (usize, usize), gap: Gap) {
        let from = self.folded.len();
        let word = &text[start..end];
        if word.is_ascii() {
            self.folded.push_str(word);
            self.folded[from..].make_ascii_lowercase();
        } else {
            let bare = word.nfkd().filter(|c| !is_combining_mark(*c));
            self.folded
                .extend(bare.flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()));
        }
        self.tokens.push(Token {
            start,
            end,
            folded: (from, self.folded.len()),
            gap,
        });
    }

    /// How many words.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// No word at all.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The folded word at `i`; empty behind the last one.
    pub fn at(&self, i: usize) -> &str {
        self.tokens
            .get(i)
            .map_or("", |t| &self.folded[t.folded.0..t.folded.1])
    }

    /// What stands before the word at `i`; a star behind the last one.
    pub fn gap(&self, i: usize) -> Gap {
        self.tokens.get(i).map_or(Gap::Star, |t| t.gap)
    }

    /// The word at `i` as it is written.
    pub fn raw(&self, i: usize) -> &str {
        self.slice(i, i + 1)
    }

    /// The text from the word at `from` to the one before `to`, with the signs between them.
    pub fn slice(&self, from: usize, to: usize) -> &str {
        match (
            self.tokens.get(from),
            to.checked_sub(1).and_then(|l| self.tokens.get(l)),
        ) {
            (Some(a), Some(b)) if a.start <= b.end => &self.text[a.start..b.end],
            _ => "",
        }
    }

    /// [`Tokens::slice`] with the apostrophe that stands for the accent of its last letter.
    pub fn whole(&self, from: usize, to: usize) -> &str {
        let slice = self.slice(from, to);
        let accented = slice.ends_with(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', 'U'])
            && self.is_followed_by(to, "'")
            && !self.is_quoted(from, to)
            && (!self.is_quoting || ["a", "su"].iter().any(|end| self.at(to - 1).ends_with(end)));
        match (
            accented,
            self.tokens.get(from),
            to.checked_sub(1).and_then(|l| self.tokens.get(l)),
        ) {
            (true, Some(a), Some(b)) => &self.text[a.start..=b.end],
            _ => slice,
        }
    }

    /// A quote opens in the words up to `to`, or before them in the same part of the text.
    pub fn is_quoted(&self, from: usize, to: usize) -> bool {
        let start = (0..=from).rev().find(|&i| self.gap(i) == Gap::Star).unwrap_or(0);
        // Behind a star the quote does not show in the gap.
        let before = self.tokens.get(start).map_or("", |t| &self.text[..t.start]);
        before.ends_with(['\'', '"', '“', '«', '‘', '’', '?'])
            || (start..to).any(|i| self.gap(i) == Gap::Quote)
    }

    /// What follows the word before `to` in the text begins with `sign`.
    pub fn is_followed_by(&self, to: usize, sign: &str) -> bool {
        let last = to.checked_sub(1).and_then(|l| self.tokens.get(l));
        last.is_some_and(|t| self.text[t.end..].starts_with(sign))
    }

    /// The words from `i` are these.
    pub fn is_phrase(&self, i: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(n, w)| self.at(i + n) == *w)
    }

    /// Ranges of the words between two stars.
    pub fn segments(&self) -> Vec<(usize, usize)> {
        let starts: Vec<usize> = (0..self.len()).filter(|&i| self.gap(i) == Gap::Star).collect();
        let ends = starts.iter().skip(1).copied().chain([self.len()]);
        starts.iter().copied().zip(ends).collect()
    }

    /// The text, clean.
    pub fn text(&self) -> &str {
        &self.text
    }
}

fn kind(c: char, letter_before: bool, letter_after: bool) -> Gap {
    match c {
        '*' => Gap::Star,
        '\'' | '’' | '‘' | '`' | '´' | '‛' | '?' if letter_before && letter_after => Gap::Apostrophe,
        '\'' | '’' | '‘' | '`' | '´' | '‛' | '?' if letter_before => Gap::Blank,
        '\'' | '’' | '‘' | '`' | '´' | '‛' | '?' | '"' | '“' | '”' | '«' | '»' | '„' => {
            Gap::Quote
        }
        '.' => Gap::Point,
        '-' | '–' if letter_before && letter_after => Gap::Hyphen,
        '/' => Gap::Slash,
        ' ' => Gap::Blank,
        // "1^ GRADO".
        '^' => Gap::Blank,
        _ => Gap::Sign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str) -> Vec<(String, Gap)> {
        let t = Tokens::new(text);
        (0..t.len()).map(|i| (t.at(i).to_owned(), t.gap(i))).collect()
    }

    #[test]
    fn words_know_what_parts_them() {
        assert_eq!(
            shown("CITTÀ DELL'ALFA*VIA G.BETA, 12/A - Rione"),
            [
                ("citta".into(), Gap::Star),
                ("dell".into(), Gap::Blank),
                ("alfa".into(), Gap::Apostrophe),
                ("via".into(), Gap::Star),
                ("g".into(), Gap::Blank),
                ("beta".into(), Gap::Point),
                ("12".into(), Gap::Sign),
                ("a".into(), Gap::Slash),
                ("rione".into(), Gap::Sign),
            ]
        );
        let t = Tokens::new("A B*C");
        assert_eq!(
            (t.segments(), t.slice(0, 2), t.raw(2), t.at(9)),
            (vec![(0, 2), (2, 3)], "A B", "C", "")
        );
    }

    proptest! {
        #[test]
        fn every_word_lies_in_the_text(text in ".{0,80}", from in 0usize..20, to in 0usize..20) {
            let t = Tokens::new(&text);
            let _ = t.slice(from, to);
            for i in 0..t.len() {
                prop_assert!(t.text().contains(t.raw(i)));
            }
        }
    }
}
