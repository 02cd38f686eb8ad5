//! A slot and what may stand in it.

use crate::lang::Lang;
use crate::search::codes::CodeKind;
use crate::search::index::Index;
use crate::search::place::Said;
use crate::search::plain;
use crate::search::spellings::Spellings;
use crate::search::vocabulary::Term;
use std::ops::Range;

/// How a match came about, best first; every higher one stands above every lower one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u16)]
pub(in crate::search) enum Tier {
    Corrected = 1,
    Synonym = 2,
    Beginning = 3,
    Whole = 4,
}

/// Something that may stand for a typed word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::search) enum Stand {
    Term(Term),
    /// All words that begin with it.
    Terms(Range<Term>),
    /// A phrase of the synonyms.
    Phrase(u32),
    /// The phrase that was typed, as one: where it only names something beside, its words are
    /// there by chance.
    Together(u32),
    /// Places in the list of codes.
    Codes(Range<usize>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::search) struct Source {
    pub stand: Stand,
    pub tier: Tier,
    /// Worth within its tier, 0 to 100.
    pub grade: u16,
}

/// How a word was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Said little and was passed over.
    Ignored,
    /// Stands as it was typed (or in its other number, or in another spelling).
    Whole,
    /// Is the beginning of words.
    Unfinished,
    Code(CodeKind),
    /// Only other words for the same thing were found: as the archive says it.
    Synonym(Vec<String>),
    /// A typing error was mended: what it was taken for, likeliest first.
    Corrected(Vec<String>),
    /// Two words written as one.
    Split(String, String),
    /// One word written as two.
    Joined(String),
    /// Nothing like it is known.
    Unknown,
}

#[derive(Clone, Debug)]
pub(in crate::search) struct Slot {
    /// Folded, as typed.
    pub typed: String,
    pub span: Range<usize>,
    /// May be missing from a result.
    pub optional: bool,
    pub reading: Reading,
    pub sources: Vec<Source>,
    /// Words of an exact phrase stand for themselves only.
    pub(super) exact: bool,
    /// One of a phrase of the synonyms, with others beside it: known, though alone it may not be.
    pub(super) spoken: bool,
    /// Right as it stands: a word of the language, of the archive, or of a name.
    pub(in crate::search) right: bool,
    /// One of the words of a comune's name: no synonym stands for it.
    pub(in crate::search) named: bool,
    pub(in crate::search) unfinished: bool,
    /// Only its first letter is a capital.
    pub(in crate::search) capital: bool,
    /// As typed, when it may be a code.
    pub(super) code: Option<String>,
    /// It is read in the place of what was typed.
    pub(in crate::search) mended: Option<Mend>,
}

/// A word that was typed with an error, and the one that is read in its place as if it had been
/// typed: so a slip costs nothing.
#[derive(Clone, Debug)]
pub(in crate::search) struct Mend {
    pub typed: String,
    pub span: Range<usize>,
    pub meant: Correction,
}

/// The words as they are read.
pub(in crate::search) fn said(slots: &[Slot]) -> Vec<Said<'_>> {
    slots
        .iter()
        .map(|slot| Said {
            word: &slot.typed,
            capital: slot.capital,
        })
        .collect()
}

impl Slot {
    /// The word as it was typed, folded.
    pub fn as_typed(&self) -> &str {
        self.mended.as_ref().map_or(&self.typed, |mend| &mend.typed)
    }

    /// Whether it is right as it stands and could be corrected all the same, as an offer.
    pub fn is_right_word(&self) -> bool {
        self.right && !self.exact && !plain::is_passed_over(&self.typed)
    }

    /// Whether a correction may stand for it.
    pub fn may_be_corrected(&self) -> bool {
        self.sources.iter().any(|source| source.tier == Tier::Corrected)
    }

    /// The corrected word that one of these entities has, and what it is worth.
    pub fn correction(&self, index: &Index, entities: [u32; 5]) -> Option<Correction> {
        let corrected = self.sources.iter().filter(|s| s.tier == Tier::Corrected);
        let mut best: Option<Correction> = None;
        for source in corrected {
            let (postings, word, projects) = match &source.stand {
                Stand::Term(term) => {
                    let word = index.vocabulary.word(*term).to_owned();
                    (index.postings(*term), word, index.projects_of(*term))
                }
                Stand::Phrase(phrase) => {
                    let words = index.synonyms.phrases[*phrase as usize].join(" ");
                    (index.phrase(*phrase), words, 0)
                }
                Stand::Terms(_) | Stand::Codes(_) | Stand::Together(_) => continue,
            };
            let grade = source.grade;
            let better = best
                .as_ref()
                .is_none_or(|b| (grade, projects) > (b.grade, b.projects));
            let has = |e: &u32| postings.binary_search_by(|p| p.entity().cmp(e)).is_ok();
            if better && entities.iter().any(has) {
                best = Some(Correction {
                    word,
                    grade,
                    projects,
                });
            }
        }
        best
    }
}

/// What a word was taken for.
#[derive(Clone, Debug)]
pub(in crate::search) struct Correction {
    pub word: String,
    /// [`ONE_ERROR`], or less.
    pub grade: u16,
    /// How many have it.
    pub projects: u32,
}

/// The grade of a word that begins so but for an error.
pub(in crate::search) const BEGUN: u16 = 70;
/// The grade of a correction by one error.
pub(in crate::search) const ONE_ERROR: u16 = 90;

/// Below this many projects a word is expanded.
pub(in crate::search) const RARE: u32 = 3;
/// Projects that make a word likelier than one that says little.
pub(in crate::search) const MANY: u32 = 50;

/// How words are read.
#[derive(Clone, Copy)]
pub(in crate::search) struct Manner<'a> {
    pub effort: Effort,
    /// The person's: a slip in Italian is not mended to a word of English.
    pub lang: Lang,
    pub spellings: &'a Spellings<'a>,
}

impl<'a> Manner<'a> {
    /// As they were typed.
    pub fn plain(spellings: &'a Spellings<'a>) -> Manner<'a> {
        Manner {
            effort: Effort::None,
            lang: Lang::default(),
            spellings,
        }
    }
}

/// How far a reading goes, each further than the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::search) enum Effort {
    /// Nothing is corrected.
    None,
    /// A word that fewer than three projects have, and that is not right as it stands.
    Rare,
    /// Every word that is not right: the first reading found nothing.
    All,
    /// Words that say little may be mistyped too: the second reading found nothing.
    Plain,
    /// Right words as well, for what is only offered: the third reading found nothing.
    Offer,
}
