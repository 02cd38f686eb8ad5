//! An amount in a picture: known, or missing for a reason that is said.

use crate::lang::{Lang, w};
use crate::model::Cents;
use crate::sheet::picture::Amount;
use crate::text::number;

impl Amount {
    /// The amount, where there is one.
    pub fn known(self) -> Option<Cents> {
        match self {
            Amount::Known(cents) => Some(cents),
            Amount::NotPublished | Amount::NotHeld => None,
        }
    }

    /// Why there is no amount; empty when there is one.
    pub(super) fn silence(self, lang: Lang) -> &'static str {
        match self {
            Amount::Known(_) => "",
            Amount::NotPublished => lang.say(w::PICTURE_NOT_PUBLISHED),
            Amount::NotHeld => lang.say(w::PICTURE_NOT_HELD),
        }
    }

    /// `3,4 mln`, or why there is none.
    pub(super) fn short(self, lang: Lang) -> String {
        self.said(lang, number::euro_short)
    }

    /// `circa 3,4 milioni di euro`, or why there is none.
    pub(super) fn words(self, lang: Lang) -> String {
        self.said(lang, number::euro_words)
    }

    /// `3.412.000,50 euro`, or why there is none.
    pub(super) fn exact(self, lang: Lang) -> String {
        self.said(lang, number::euro)
    }

    fn said(self, lang: Lang, say: fn(i64, Lang) -> String) -> String {
        self.known()
            .map_or_else(|| self.silence(lang).to_owned(), |Cents(c)| say(c, lang))
    }
}
