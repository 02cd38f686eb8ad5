//! Which words were meant where others were typed: one for each, so that all is read again as if it
//! had been typed rightly, and stands in the order that it then has.

use super::index::{Index, Posting};
use super::plain;
use super::sure;
use super::understand::{BEGUN, Correction, Mend, ONE_ERROR, Reading, Slot, Source, Stand, Tier};
use super::vocabulary::Term;

/// Shorter words are beginnings of too many.
const SHORT: usize = 5;

/// Whether a word was mistyped, or lacks its last letter.
pub(super) fn may_be(slot: &Slot) -> bool {
    let wrong = matches!(slot.reading, Reading::Corrected(_)) || is_begun(slot);
    wrong && !slot.optional && !slot.right && slot.mended.is_none()
}

fn is_begun(slot: &Slot) -> bool {
    let begins = |source: &Source| matches!(source.stand, Stand::Terms(_));
    let read = !matches!(slot.reading, Reading::Corrected(_) | Reading::Ignored);
    read && !slot.unfinished && slot.typed.len() >= SHORT && slot.sources.iter().any(begins)
}

/// The words that were meant, as the best rows tell, best first. `sure`: only those that may be
/// taken for granted.
pub(super) fn of(index: &Index, slots: &[Slot], rows: &[usize], sure: bool) -> Vec<Mend> {
    let typed = |slot: &&Slot| !slot.optional && matches!(slot.reading, Reading::Whole | Reading::Code(_));
    let beside = slots.iter().filter(typed).count();
    let mut out = Vec::new();
    for slot in slots.iter().filter(|slot| may_be(slot)) {
        let is_sure = |meant: &Correction| sure::corrected(index, slot, meant, beside);
        let words = words(index, slot);
        let in_row = |row: &usize| {
            let entities = index.entities(*row);
            let held = words.iter().filter(|word| word.stands_in(entities));
            held.max_by_key(|word| (word.grade, word.projects))
        };
        let mut found: Vec<Correction> = rows.iter().filter_map(in_row).map(Word::meant).collect();
        let first = found.first().cloned();
        // What is only begun may be left so.
        let sure = sure || is_begun(slot);
        found.extend(likeliest(&words).filter(|_| sure));
        let best = found.into_iter().filter(is_sure);
        let best = best.reduce(|best, other| if other.grade > best.grade { other } else { best });
        let meant = best.or(first.filter(|_| !sure));
        out.extend(meant.map(|meant| Mend {
            typed: slot.typed.clone(),
            span: slot.span.clone(),
            meant,
        }));
    }
    out
}

/// A word that may have been meant.
struct Word<'a> {
    word: &'a str,
    grade: u16,
    projects: u32,
    /// Where it stands, or what is said for it.
    postings: Vec<&'a [Posting]>,
}

impl Word<'_> {
    fn stands_in(&self, entities: [u32; 5]) -> bool {
        let has = |postings: &[Posting], entity: u32| {
            postings.binary_search_by(|p| p.entity().cmp(&entity)).is_ok()
        };
        let mut all = self.postings.iter();
        all.any(|postings| entities.into_iter().any(|entity| has(postings, entity)))
    }

    fn meant(&self) -> Correction {
        Correction {
            word: self.word.to_owned(),
            grade: self.grade,
            projects: self.projects,
        }
    }
}

fn likeliest(words: &[Word<'_>]) -> Option<Correction> {
    let word = words.iter().max_by_key(|word| (word.grade, word.projects))?;
    Some(word.meant())
}

fn words<'a>(index: &'a Index, slot: &Slot) -> Vec<Word<'a>> {
    let mut out = Vec::new();
    let mut look = |grade: u16, term: Term| {
        let word = index.vocabulary.word(term);
        if plain::is_passed_over(word) {
            return;
        }
        let lone = [word];
        let phrases = index.synonyms.at(&lone);
        let phrases = phrases.filter(|phrase| index.synonyms.phrases[*phrase as usize].len() == 1);
        let finds = phrases.flat_map(|phrase| &index.synonyms.finds[phrase as usize]);
        let said = finds.map(|(found, _)| index.phrase(*found));
        out.push(Word {
            word,
            grade,
            projects: index.projects_of(term),
            postings: std::iter::once(index.postings(term)).chain(said).collect(),
        });
    };
    for source in &slot.sources {
        match &source.stand {
            // What is being typed goes on.
            Stand::Term(term) if source.tier == Tier::Corrected && source.grade != BEGUN => {
                look(source.grade, *term);
            }
            Stand::Terms(terms) if is_begun(slot) => {
                let longer = |term: &Term| index.vocabulary.word(*term).len() == slot.typed.len() + 1;
                terms
                    .clone()
                    .filter(longer)
                    .for_each(|term| look(ONE_ERROR, term));
            }
            _ => {}
        }
    }
    out
}
