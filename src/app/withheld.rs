//! What no table tells is answered with a sentence and no list: that of all roads is none of a
//! closed one. The list is offered.

use super::{Asked, Wish};
use crate::search::{Hint, Results, area, says_little};

/// Lines of a list that are few enough to be an answer all the same.
const FEW: usize = 5;

impl Asked {
    /// The results, if they can be an answer.
    pub fn settle(&self, results: Results) -> Results {
        let unanswerable = matches!(self.wish, Some(Wish::Cannot(_))) && self.is_spoken;
        match unanswerable && !self.narrows(&results) {
            true => self.withheld(results),
            false => results,
        }
    }

    /// Whether a place, or how little was found, makes a list an answer.
    fn narrows(&self, results: &Results) -> bool {
        let place = results.totals.comune.is_some() || self.rest.iter().any(|word| area(word).is_some());
        place || (1..=FEW).contains(&results.lines)
    }

    fn withheld(&self, results: Results) -> Results {
        let words = self.rest.iter().map(String::as_str);
        let words: Vec<&str> = words.filter(|word| !says_little(word)).collect();
        let (text, projects) = (words.join(" "), results.totals.found());
        let listed = (projects > 0 && !text.is_empty()).then_some(Hint::Listed { text, projects });
        Results {
            hints: listed.into_iter().collect(),
            query: results.query,
            ..Results::default()
        }
    }
}
