//! The place that a text asks for: "scuola a Zeri", "ospedale di La Spezia". A comune of the archive
//! is first of all that comune; a place beyond the region is called so, and no other word is taken
//! for it. Where a street or the archive's own words carry the name ("via Roma", "Don Milani")
//! nothing is asked.

use super::field::Field;
use super::index::Index;
use super::lexicon;
use super::names::Name;
use super::vocabulary::Term;
use crate::model::ComuneCode;
use std::ops::Range;

/// A place that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    Here(ComuneCode),
    Beyond(Beyond),
}

/// A comune, a province or a region that the archive is not about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beyond {
    pub name: String,
    pub comune: Option<ComuneCode>,
}

/// A word of a text, folded.
pub(super) struct Said<'a> {
    pub word: &'a str,
    /// Only its first letter is a capital.
    pub capital: bool,
}

/// Where its name stands among the words.
pub(super) struct Asked {
    pub first: usize,
    pub end: usize,
    pub place: Place,
}

/// What stands before a place where something is, and where something is from.
const AT: &[&str] = &[
    "a", "ad", "al", "alla", "all", "in", "nel", "nella", "nell", "at", "near",
];
const OF: &[&str] = &["di", "del", "della", "dell", "of"];
/// What stands before a place beyond the region; of one here it is rather a name: "Leonardo da Vinci".
const FROM: &[&str] = &["da", "dal", "dalla", "dall", "from"];
/// What stands before the name of a street.
pub(super) const STREETS: &[&str] = &[
    "via", "viale", "piazza", "piazzale", "corso", "strada", "largo", "vicolo", "borgo", "lungarno",
];
/// Whose name a place ends, wherever they are at work: "Università di Pisa".
const BODIES: &[&str] = &[
    "area",
    "asl",
    "ateneo",
    "azienda",
    "camera",
    "city",
    "citta",
    "comune",
    "corte",
    "diocese",
    "diocesi",
    "municipality",
    "politecnico",
    "prefettura",
    "province",
    "provincia",
    "questura",
    "town",
    "tribunale",
    "universita",
    "university",
    "usl",
    "zona",
];
/// Saints are called by where they came from: "Sant'Antonio da Padova".
const SAINTS: &[&str] = &["san", "santo", "santa", "sant", "s", "madonna", "beato", "beata"];
/// Provinces whose name is a word, too, where it has no capital.
const WORDS: &[&str] = &["fermo", "latina", "potenza"];
/// Words of the longest name of a comune: "Monte San Giovanni in Sabina".
pub(super) const LONGEST: usize = 6;

/// The place that the words ask for, the last one where there are several.
pub(super) fn asked(index: &Index, words: &[Said<'_>]) -> Option<Asked> {
    let mut last: Option<Asked> = None;
    for first in 1..words.len() {
        // Lucca is a part of "Bagni di Lucca".
        if last.as_ref().is_none_or(|last| last.end <= first) {
            last = at(index, words, first).or(last);
        }
    }
    let found = last?;
    let before = words[..found.first - 1].last();
    let street = before.is_some_and(|said| STREETS.contains(&said.word));
    let saint = is_saint(&words[..found.first - 1]);
    let at = AT.contains(&words[found.first - 1].word);
    (!street && (at || !saint) && !is_end_of_a_name(index, words, &found)).then_some(found)
}

/// Whether a saint is named at the end of these words: "Sant'Antonio", "San Giovanni Bosco".
fn is_saint(words: &[Said<'_>]) -> bool {
    let last = words.iter().rev().take(3);
    last.map(|said| said.word).any(|word| SAINTS.contains(&word))
}

/// The words of the place that a saint is called by, where it is none that may be asked for:
/// "Sant'Antonio da Padova", "San Francesco di Paola".
pub(super) fn of_a_saint(index: &Index, words: &[Said<'_>]) -> Option<Range<usize>> {
    (2..words.len()).find_map(|first| {
        let before = words[first - 1].word;
        let (from, of) = (FROM.contains(&before), OF.contains(&before));
        if !(from || of) || !is_saint(&words[..first - 1]) {
            return None;
        }
        let longest = words.len().min(first + LONGEST);
        let end = (first + 1..=longest).rev().find(|end| {
            let place = named(index, &joined(&words[first..*end]));
            place.is_some_and(|place| from || matches!(place, Place::Beyond(_)))
        })?;
        Some(first..end)
    })
}

/// Whoever writes "Bagni di Lucca" alone asks for nothing in Lucca.
fn is_end_of_a_name(index: &Index, words: &[Said<'_>], found: &Asked) -> bool {
    let begins = found.end.saturating_sub(LONGEST)..found.first;
    begins
        .into_iter()
        .any(|first| named(index, &joined(&words[first..found.end])).is_some())
}

fn at(index: &Index, words: &[Said<'_>], first: usize) -> Option<Asked> {
    let before = words[first - 1].word;
    let (at, of) = (AT.contains(&before), OF.contains(&before));
    if !at && !of && !FROM.contains(&before) {
        return None;
    }
    // "Alla Spezia", "dell'Aquila".
    let article = ["la", "l"]
        .into_iter()
        .find(|own| before.len() > 2 && before.ends_with(own));
    let longest = words.len().min(first + LONGEST);
    (first + 1..=longest).rev().find_map(|end| {
        let own = joined(&words[first..end]);
        let with = article.map(|article| format!("{article} {own}"));
        let place = with.into_iter().chain([own]).find_map(|name| {
            let place = named(index, &name)?;
            let is_meant = match &place {
                Place::Here(_) => at || of && first > 1 && !BODIES.contains(&words[first - 2].word),
                Place::Beyond(_) if end > first + 1 || !lexicon::has(&name) => true,
                Place::Beyond(_) => match is_province(index, &name) {
                    true => words[first].capital || !WORDS.contains(&name.as_str()),
                    false => at && words[first].capital,
                },
            };
            is_meant.then_some(place)
        })?;
        Some(Asked { first, end, place })
    })
}

fn named(index: &Index, name: &str) -> Option<Place> {
    let names = index.comune_names();
    let own: Vec<&Name<ComuneCode>> = names.whole(name).collect();
    let held: Vec<_> = own.iter().filter(|own| own.held).collect();
    index.catalogue.region?;
    if let [only] = held.as_slice() {
        return Some(Place::Here(only.code));
    }
    if !held.is_empty() {
        return None;
    }
    let comune = own.first().map(|own| (own.written.clone(), Some(own.code)));
    let wider = index.beyond_names().get(name);
    let found = comune.or_else(|| Some((wider?.clone(), None)));
    found.map(|(name, comune)| Place::Beyond(Beyond { name, comune }))
}

fn is_province(index: &Index, name: &str) -> bool {
    index.beyond_names().contains_key(name)
}

/// Whether a word is that of a thing that projects make: "scuola".
pub(super) fn is_thing(index: &Index, word: &str) -> bool {
    let term = index.vocabulary.find(word);
    term.is_some_and(|term| is_thing_of(index, term))
}

/// Whether some project has the word as its thing.
pub(super) fn is_thing_of(index: &Index, term: Term) -> bool {
    index.postings(term).iter().any(|p| p.field() == Field::Thing)
}

/// The place with the words before it, as the texts of a project would carry it.
pub(super) fn carried(words: &[Said<'_>], asked: &Asked) -> Option<String> {
    let first = asked.first.checked_sub(2)?;
    Some(joined(&words[first..asked.end]))
}

fn joined(words: &[Said<'_>]) -> String {
    let words: Vec<&str> = words.iter().map(|said| said.word).collect();
    words.join(" ")
}
