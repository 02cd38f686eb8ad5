//! How a search is run, apart from what is searched.

use crate::lang::Lang;
use crate::model::ComuneCode;

/// The order of results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    #[default]
    Relevance,
    /// Largest first.
    Amount,
    /// Share paid, largest first.
    SharePaid,
    /// Earliest end first, those without one last.
    EndDate,
    /// By composed title.
    Name,
}

impl Sort {
    /// Every order, as they follow each other.
    pub const ALL: &[Sort] = &[
        Sort::Relevance,
        Sort::Amount,
        Sort::SharePaid,
        Sort::EndDate,
        Sort::Name,
    ];

    /// The order that follows.
    pub fn next(self) -> Sort {
        let at = Sort::ALL.iter().position(|s| *s == self).unwrap_or(0);
        Sort::ALL[(at + 1) % Sort::ALL.len()]
    }
}

#[derive(Clone, Debug)]
pub struct Settings {
    pub sort: Sort,
    /// Its projects and its neighbours' are lifted.
    pub home: Option<ComuneCode>,
    /// False when a correction was refused.
    pub correct: bool,
    /// Values of each facet at most.
    pub facet_values: usize,
    /// Rows of one title in the same comuni are one.
    pub fold: bool,
    /// Language of the titles when sorting by name.
    pub lang: Lang,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            sort: Sort::Relevance,
            home: None,
            correct: true,
            facet_values: 50,
            fold: false,
            lang: Lang::It,
        }
    }
}
