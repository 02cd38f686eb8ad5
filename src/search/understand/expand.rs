//! What may stand for one word.

use super::join;
use super::slot::{BEGUN, Effort, Manner, ONE_ERROR, RARE, Reading, Slot, Source, Stand, Tier};
use crate::search::codes::{self, CodeKind};
use crate::search::distance;
use crate::search::index::Index;
use crate::search::inflect::forms;
use crate::search::plain;
use crate::search::synonyms::Likeness;
use crate::search::vocabulary::Term;

/// From here on a word that is known is taken as whole while it is being typed.
const LONG: usize = 4;
/// The same, of a word that people use for another or that says little.
const SHORT: usize = 2;
/// A correction of a short word to very many would only be noise.
const MOST_CORRECTIONS: usize = 40;

/// Fills the sources of a slot and appends it; a word that is two becomes two slots.
pub(super) fn expand(index: &Index, mut slot: Slot, manner: Manner<'_>, out: &mut Vec<Slot>) {
    let effort = manner.effort;
    if slot.reading == Reading::Ignored {
        return out.push(slot);
    }
    let mut known = literal(index, &mut slot);
    if slot.exact {
        return out.push(slot);
    }
    // A word that is known stands for itself, so that a question has one answer, typed or asked;
    // where that finds nothing it may still be the beginning of another.
    let whole = is_whole(index, &slot, known);
    let begins = slot.unfinished && (!whole || effort >= Effort::All && slot.typed.len() >= LONG);
    // Where the word itself is known, another spelling of it stands under it: "castello" over
    // "Castel del Piano".
    let spelled = if known >= RARE {
        Tier::Beginning
    } else {
        Tier::Whole
    };
    known += code(index, &mut slot);
    if !slot.named {
        let lone = [slot.typed.as_str()];
        known += synonyms(index, &lone, spelled, Tier::Synonym, &mut slot.sources);
    }
    let letters = slot.typed.len();
    if begins {
        known += beginning(index, &mut slot);
    }
    let digits = slot.typed.bytes().any(|b| b.is_ascii_digit());
    let mend = match effort {
        Effort::None => false,
        Effort::Rare => known < RARE && !slot.spoken && !slot.right,
        Effort::All | Effort::Plain => !slot.right,
        // "Quando" is never "quanto", however little it says, and the plan is the plan.
        Effort::Offer => !plain::is_passed_over(&slot.typed) && !plain::is_of_plan(&slot.typed),
    };
    // A comune is first of all the comune.
    let mend = mend && !slot.named && (!slot.right || !index.is_comune(&slot.typed));
    if digits || !mend {
        return out.push(slot);
    }
    if !begins && letters >= 3 {
        known += beginning(index, &mut slot);
        if effort == Effort::Rare && known >= RARE {
            return out.push(slot);
        }
    }
    let near = correct(index, &mut slot, 1, manner);
    if slot.unfinished && letters >= 5 {
        correct_beginning(index, &mut slot, manner);
    }
    let unknown = known == 0 && slot.reading == Reading::Unknown && !slot.right;
    let cut = unknown && (near == 0 || effort >= Effort::All);
    if cut && let Some((one, other)) = join::split(index, &slot.typed, slot.unfinished) {
        return halves(index, slot, one, other, out);
    }
    if near < RARE || effort >= Effort::All {
        correct(index, &mut slot, 2, manner);
    }
    out.push(slot);
}

/// Whether a word that is being typed is one already.
fn is_whole(index: &Index, slot: &Slot, known: u32) -> bool {
    let typed = slot.typed.as_str();
    let lone = [typed];
    let said = || {
        index
            .synonyms
            .at(&lone)
            .any(|p| index.synonyms.phrases[p as usize].len() == 1)
    };
    // "Via" may be going on to Viareggio.
    let begun = || {
        index
            .vocabulary
            .beginning(typed)
            .any(|t| index.is_comune(index.vocabulary.word(t)))
    };
    let is_word = || known >= RARE || slot.right && known > 0 || index.is_comune(typed);
    typed.len() >= SHORT && (plain::is_soft(typed) || said() && !begun()) || typed.len() >= LONG && is_word()
}

fn halves(index: &Index, slot: Slot, one: String, other: String, out: &mut Vec<Slot>) {
    let reading = Reading::Split(one.clone(), other.clone());
    for (half, unfinished) in [(one, false), (other, slot.unfinished)] {
        let mut part = Slot {
            typed: half,
            unfinished,
            sources: Vec::new(),
            reading: reading.clone(),
            code: None,
            ..slot.clone()
        };
        if plain::is_stop(&part.typed) {
            continue;
        }
        literal(index, &mut part);
        let lone = [part.typed.as_str()];
        synonyms(index, &lone, Tier::Whole, Tier::Synonym, &mut part.sources);
        if unfinished {
            beginning(index, &mut part);
        }
        out.push(part);
    }
}

fn add(sources: &mut Vec<Source>, stand: Stand, tier: Tier, grade: u16) {
    sources.push(Source { stand, tier, grade });
}

/// The word itself and its other number.
fn literal(index: &Index, slot: &mut Slot) -> u32 {
    let mut known = 0;
    let mut take = |word: &str, grade| {
        if let Some(term) = index.vocabulary.find(word) {
            known += index.projects_of(term);
            add(&mut slot.sources, Stand::Term(term), Tier::Whole, grade);
        }
    };
    take(&slot.typed, 100);
    // Zeri is a comune, and no other number of zero.
    if !slot.exact && !slot.named && !index.is_comune(&slot.typed) {
        forms(&slot.typed, |form| take(form, 92));
    }
    known
}

fn code(index: &Index, slot: &mut Slot) -> u32 {
    let Some(typed) = &slot.code else {
        return 0;
    };
    let mut found = index.codes.beginning(&codes::tidy(typed));
    if found.is_empty() {
        found = index.codes.beginning(&codes::submeasure(typed));
    }
    // Two signs begin too many codes to mean one, but for a mission.
    let mission = found.clone().next().map(|i| index.codes.kind(i)) == Some(CodeKind::Submeasure);
    if found.is_empty() || slot.typed.len() < 4 && !mission {
        return 0;
    }
    let count = u32::try_from(found.len()).unwrap_or(u32::MAX);
    add(&mut slot.sources, Stand::Codes(found), Tier::Whole, 100);
    // A code is whole though few have it.
    count + RARE
}

/// What the synonyms know of the words: other spellings in one tier, other words in another.
fn synonyms(index: &Index, words: &[&str], spelled: Tier, said: Tier, sources: &mut Vec<Source>) -> u32 {
    let mut known = 0;
    for phrase in index.synonyms.at(words) {
        if index.synonyms.phrases[phrase as usize].len() == words.len() {
            known += finds(index, phrase, spelled, said, sources);
        }
    }
    known
}

fn finds(index: &Index, phrase: u32, spelled: Tier, said: Tier, sources: &mut Vec<Source>) -> u32 {
    let mut known = 0;
    for (found, likeness) in &index.synonyms.finds[phrase as usize] {
        let count = u32::try_from(index.phrase(*found).len()).unwrap_or(u32::MAX);
        let (tier, grade) = match likeness {
            Likeness::Spelling => (spelled, 90),
            Likeness::Synonym => (said, 88),
        };
        if count > 0 {
            known += count;
            add(sources, Stand::Phrase(*found), tier, grade);
        }
    }
    known
}

/// The words that begin with it, and the synonyms of those that people say.
fn beginning(index: &Index, slot: &mut Slot) -> u32 {
    let terms = index.vocabulary.beginning(&slot.typed);
    let mut known = 0;
    for term in terms.clone() {
        known += index.projects_of(term);
        if known >= RARE {
            break;
        }
    }
    if known > 0 {
        add(&mut slot.sources, Stand::Terms(terms), Tier::Beginning, 90);
    }
    if slot.typed.len() >= 4 {
        let heads: Vec<u32> = index.synonyms.beginning(&slot.typed).collect();
        for phrase in heads {
            known += finds(index, phrase, Tier::Whole, Tier::Synonym, &mut slot.sources);
        }
    }
    known
}

/// Words with at most so many typing errors less; how many projects have one.
fn correct(index: &Index, slot: &mut Slot, errors: usize, manner: Manner<'_>) -> u32 {
    // What counts are the letters of the word that was meant: "nio" may be "nido".
    let letters = slot.typed.len();
    let Some(longer) = (0..=errors).find(|more| distance::allowed(letters + more) >= errors) else {
        return 0;
    };
    let shortest = if longer == 0 { 0 } else { letters + longer };
    let grade = if errors == 1 { ONE_ERROR } else { 60 };
    let near = manner.spellings.near(shortest, &slot.typed, errors);
    let meant = |term: &Term| index.may_be_meant(*term, manner.lang);
    let found: Vec<Term> = near.iter().copied().filter(meant).collect();
    corrections(index, slot, found, grade)
}

fn correct_beginning(index: &Index, slot: &mut Slot, manner: Manner<'_>) -> u32 {
    // Words that no project has are let alone: the whole one may still be far off.
    let near = manner.spellings.beginning(&slot.typed);
    let begun = index.vocabulary.beginning(&slot.typed);
    let held = |term: &Term| {
        index.projects_of(*term) > 0 && !begun.contains(term) && index.may_be_meant(*term, manner.lang)
    };
    let found: Vec<Term> = near.iter().copied().filter(held).collect();
    corrections(index, slot, found, BEGUN)
}

fn corrections(index: &Index, slot: &mut Slot, mut found: Vec<Term>, grade: u16) -> u32 {
    let has = |sources: &[Source], term: Term| sources.iter().any(|s| s.stand == Stand::Term(term));
    found.retain(|term| !has(&slot.sources, *term));
    if found.len() > MOST_CORRECTIONS {
        found.sort_by_key(|term| std::cmp::Reverse(index.projects_of(*term)));
        found.truncate(MOST_CORRECTIONS);
    }
    let mut known = 0;
    for term in found {
        known += index.projects_of(term);
        add(&mut slot.sources, Stand::Term(term), Tier::Corrected, grade);
        let word = index.vocabulary.word(term);
        known += synonyms(
            index,
            &[word],
            Tier::Corrected,
            Tier::Corrected,
            &mut slot.sources,
        );
    }
    known
}

/// Marks the words that together are a phrase of the synonyms that finds something: of "banda
/// ultralarga" neither word is an error, even where no project has it.
pub(super) fn mark_spoken(index: &Index, slots: &mut [Slot]) {
    let words: Vec<String> = slots.iter().map(|slot| slot.typed.clone()).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    for start in 0..words.len() {
        for phrase in index.synonyms.at(&words[start..]) {
            let length = index.synonyms.phrases[phrase as usize].len();
            let mut finds = index.synonyms.finds[phrase as usize].iter();
            if length > 1 && finds.any(|(found, _)| !index.phrase(*found).is_empty()) {
                slots[start..start + length]
                    .iter_mut()
                    .for_each(|s| s.spoken = true);
            }
        }
    }
}

/// Phrases of several words ("case popolari"): what they find stands for each of their words.
pub(super) fn phrases(index: &Index, slots: &mut [Slot]) {
    let words: Vec<String> = slots.iter().map(|slot| best_word(index, slot)).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    for start in 0..words.len() {
        for phrase in index.synonyms.at(&words[start..]) {
            let length = index.synonyms.phrases[phrase as usize].len();
            if length < 2 || slots[start..start + length].iter().any(|s| s.exact || s.named) {
                continue;
            }
            let known = !index.phrase(phrase).is_empty();
            for (slot, word) in slots[start..start + length].iter_mut().zip(&words[start..]) {
                if slot.reading != Reading::Ignored {
                    if known && slot.typed == *word {
                        together(slot, phrase);
                    }
                    let (spelled, said) = if slot.typed == *word {
                        (Tier::Whole, Tier::Synonym)
                    } else {
                        (Tier::Corrected, Tier::Corrected)
                    };
                    finds(index, phrase, spelled, said, &mut slot.sources);
                }
            }
        }
    }
}

/// "Ospedale di comunità" is one thing: a row where the phrase stands has it, one where its words
/// only stand apart hardly.
fn together(slot: &mut Slot, phrase: u32) {
    let others = slot.sources.iter_mut();
    for source in others.filter(|s| !matches!(s.stand, Stand::Together(_))) {
        source.tier = source.tier.min(Tier::Synonym);
    }
    add(&mut slot.sources, Stand::Together(phrase), Tier::Whole, 100);
}

/// The word itself, or the one that it was most likely meant to be.
fn best_word(index: &Index, slot: &Slot) -> String {
    let literal = slot.right || slot.sources.iter().any(|s| s.tier == Tier::Whole);
    let corrected = slot.sources.iter().filter_map(|s| match (&s.stand, s.tier) {
        (Stand::Term(term), Tier::Corrected) => Some((index.projects_of(*term), *term)),
        _ => None,
    });
    match corrected.max() {
        Some((_, term)) if !literal => index.vocabulary.word(term).to_owned(),
        _ => slot.typed.clone(),
    }
}

/// Says how the word was read, from its sources.
pub(super) fn read(index: &Index, slot: &mut Slot) {
    if slot.reading != Reading::Unknown {
        return;
    }
    let word = |stand: &Stand| match stand {
        Stand::Term(term) => index.vocabulary.word(*term).to_owned(),
        Stand::Phrase(phrase) => index.synonyms.phrases[*phrase as usize].join(" "),
        Stand::Terms(_) | Stand::Codes(_) | Stand::Together(_) => String::new(),
    };
    let of = |tier: Tier| -> Vec<&Source> {
        let held = |s: &&Source| match &s.stand {
            Stand::Term(term) => index.projects_of(*term) > 0,
            _ => true,
        };
        slot.sources
            .iter()
            .filter(|s| s.tier == tier)
            .filter(held)
            .collect()
    };
    let whole = of(Tier::Whole);
    slot.reading = if let Some(Stand::Codes(range)) = whole
        .iter()
        .map(|s| &s.stand)
        .find(|s| matches!(s, Stand::Codes(_)))
    {
        Reading::Code(index.codes.kind(range.start))
    } else if !whole.is_empty() {
        Reading::Whole
    } else if !of(Tier::Beginning).is_empty() {
        Reading::Unfinished
    } else if !of(Tier::Synonym).is_empty() {
        Reading::Synonym(of(Tier::Synonym).iter().map(|s| word(&s.stand)).collect())
    } else if !of(Tier::Corrected).is_empty() {
        let mut found: Vec<(u16, u32, String)> = Vec::new();
        for source in of(Tier::Corrected) {
            let count = match &source.stand {
                Stand::Term(term) => index.projects_of(*term),
                _ => 0,
            };
            found.push((source.grade, count, word(&source.stand)));
        }
        found.sort_by(|a, b| b.cmp(a));
        Reading::Corrected(found.into_iter().map(|(_, _, word)| word).collect())
    } else {
        Reading::Unknown
    };
}
