//! Words that nobody meant who mistyped another: those of our English texts for a person who
//! writes in Italian, and those of the names of comuni beyond the region.

use super::Index;
use crate::lang::{CARDS, CardText};
use crate::search::vocabulary::Term;
use crate::text::fold::{fold, words};
use std::collections::BTreeSet;

/// The words that only English texts of ours have.
pub(super) fn english(index: &Index) -> Vec<Term> {
    let of = |text: &CardText| -> Vec<String> {
        let folded = fold(&format!("{} {}", text.title, text.name));
        words(&folded).map(str::to_owned).collect()
    };
    let own: BTreeSet<String> = CARDS.iter().flat_map(|card| of(&card.it)).collect();
    let topics: BTreeSet<String> = CARDS.iter().flat_map(|c| c.topics).map(|t| fold(t)).collect();
    let cards = CARDS.iter().flat_map(|card| of(&card.en));
    let synonyms = index
        .synonyms
        .words()
        .filter(|word| index.synonyms.is_english(word));
    let all = cards.chain(synonyms.map(str::to_owned));
    let alone = all.filter(|word| !own.contains(word) && !topics.contains(word));
    let is_ours = |term: &Term| {
        let postings = index.postings(*term);
        postings.iter().all(|p| p.entity() < index.bases.place)
    };
    sorted(
        alone
            .filter_map(|word| index.vocabulary.find(&word))
            .filter(is_ours),
    )
}

/// The words that only the names of comuni and provinces beyond the region have. An archive of the
/// nation has none.
pub(super) fn beyond(index: &Index) -> Vec<Term> {
    let catalogue = &index.catalogue;
    let Some(region) = catalogue.region else {
        return Vec::new();
    };
    let province = |code| catalogue.provinces.get(code);
    let is_near = |code| province(code).is_some_and(|province| province.region == region);
    let names = catalogue.comuni.values().map(|c| (&c.name, is_near(&c.province)));
    let names = names.chain(
        catalogue
            .provinces
            .values()
            .map(|p| (&p.name, p.region == region)),
    );
    let (mut near, mut far) = (BTreeSet::new(), BTreeSet::new());
    for (name, is_near) in names {
        let folded = fold(name);
        let side = if is_near { &mut near } else { &mut far };
        side.extend(words(&folded).map(str::to_owned));
    }
    let terms = far
        .difference(&near)
        .filter_map(|word| index.vocabulary.find(word));
    let only_places = |term: &Term| {
        let postings = index.postings(*term);
        let places = index.bases.place..index.bases.body;
        postings.iter().all(|p| places.contains(&p.entity()))
    };
    sorted(terms.filter(only_places))
}

fn sorted(terms: impl Iterator<Item = Term>) -> Vec<Term> {
    let terms: BTreeSet<Term> = terms.collect();
    terms.into_iter().collect()
}
