//! Words that are near to a typed one. A search reads its words several times, harder and harder;
//! the whole vocabulary is gone through once for each of them.

use super::vocabulary::{Term, Vocabulary};
use std::cell::RefCell;
use std::rc::Rc;

/// What was asked for.
#[derive(PartialEq, Eq)]
enum Asked {
    /// Words of at least so many letters, with at most so many errors.
    Near(usize, usize),
    /// Words that begin so but for an error.
    Beginning,
}

/// The words of one search, each with what is near to it.
pub(super) struct Spellings<'a> {
    vocabulary: &'a Vocabulary,
    found: RefCell<Vec<Found>>,
}

struct Found {
    asked: Asked,
    word: String,
    terms: Rc<[Term]>,
}

impl<'a> Spellings<'a> {
    pub fn new(vocabulary: &'a Vocabulary) -> Spellings<'a> {
        Spellings {
            vocabulary,
            found: RefCell::default(),
        }
    }

    /// The words at most `errors` typing errors away, of at least `shortest` letters.
    pub fn near(&self, shortest: usize, word: &str, errors: usize) -> Rc<[Term]> {
        self.once(Asked::Near(shortest, errors), word, || {
            self.vocabulary.near_from(shortest, word, errors).collect()
        })
    }

    /// The words that begin with `word` but for one typing error.
    pub fn beginning(&self, word: &str) -> Rc<[Term]> {
        self.once(Asked::Beginning, word, || {
            self.vocabulary.near_beginning(word).collect()
        })
    }

    fn once(&self, asked: Asked, word: &str, find: impl FnOnce() -> Rc<[Term]>) -> Rc<[Term]> {
        let is_it = |found: &&Found| found.asked == asked && found.word == word;
        if let Some(found) = self.found.borrow().iter().find(is_it) {
            return found.terms.clone();
        }
        let terms = find();
        self.found.borrow_mut().push(Found {
            asked,
            word: word.to_owned(),
            terms: terms.clone(),
        });
        terms
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_once_is_found_again() {
        let vocabulary = Vocabulary::new(["asili", "asilo", "nido", "seravezza"].into_iter());
        let spellings = Spellings::new(&vocabulary);
        for _ in 0..2 {
            assert_eq!(*spellings.near(2, "asillo", 1), [1]);
            assert_eq!(*spellings.near(2, "asillo", 2), [0, 1]);
            assert_eq!(*spellings.near(6, "asillo", 2), [0; 0]);
            assert_eq!(*spellings.beginning("serav"), [3]);
        }
        assert_eq!(spellings.found.borrow().len(), 4);
    }
}
