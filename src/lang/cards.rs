//! The cards of the measures, the glossary and the questions.

use super::Lang;

/// A sub-measure (or a programme of the PNC) in plain words.
#[derive(Debug)]
pub struct Card {
    /// `M4C1I1.01.00`, or `C.12`.
    pub code: &'static str,
    /// Gender and number of the Italian title.
    pub feminine: bool,
    pub plural: bool,
    pub topics: &'static [&'static str],
    pub it: CardText,
    pub en: CardText,
}

/// One language of a card. All but `title` and `name` are whole sentences.
#[derive(Debug)]
pub struct CardText {
    /// What one project of the measure is, without article: "Casa della Comunità".
    pub title: &'static str,
    /// Popular name of the measure.
    pub name: &'static str,
    pub does: &'static str,
    pub what: &'static str,
    pub why: &'static str,
    pub who: &'static str,
    pub change: &'static str,
    pub example: &'static str,
    pub ask: &'static str,
}

/// A word of the glossary.
#[derive(Debug)]
pub struct Entry {
    pub id: &'static str,
    /// Ids of related words.
    pub see: &'static [&'static str],
    pub it: EntryText,
    pub en: EntryText,
}

#[derive(Debug)]
pub struct EntryText {
    pub term: &'static str,
    /// Other spellings under which a text may show the word.
    pub forms: &'static [&'static str],
    pub says: &'static str,
    pub example: &'static str,
}

/// A question that citizens ask about the plan itself.
#[derive(Debug)]
pub struct Question {
    pub id: &'static str,
    pub see: &'static [&'static str],
    pub it: QuestionText,
    pub en: QuestionText,
}

#[derive(Debug)]
pub struct QuestionText {
    pub question: &'static str,
    /// Whole sentences.
    pub answer: &'static [&'static str],
}

include!(concat!(env!("OUT_DIR"), "/cards.rs"));

/// The card of a code as [`crate::model::Submeasure::card_code`] gives it.
pub fn card(code: &str) -> Option<&'static Card> {
    let found = CARDS.binary_search_by(|c| c.code.cmp(code)).ok()?;
    CARDS.get(found)
}

macro_rules! in_lang {
    ($($owner:ident => $text:ident),*) => {
        $(impl $owner {
            pub fn text(&self, lang: Lang) -> &$text {
                match lang { Lang::It => &self.it, Lang::En => &self.en }
            }
        })*
    };
}

in_lang!(Card => CardText, Entry => EntryText, Question => QuestionText);
