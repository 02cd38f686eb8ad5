//! The index, made from a catalogue when a snapshot is loaded.
//!
//! A project's words are those of its measure, its places, its body, its category, and a few of
//! its own. So words are kept once for each of these *entities*, and a project is a row of five
//! numbers. A search gives every entity a score for every word, then walks the rows once: the
//! time does not depend on how common a word is, exact counts come with it, and the index of the
//! nation is built in the blink of an eye. A start reads one that was stored before.

mod barred;
mod build;
pub(super) mod columns;
mod entity;
mod stored;

use super::codes::Codes;
use super::field::Field;
use super::inflect::forms;
use super::names::{Found, Names, names_of_comuni};
use super::synonyms::Synonyms;
use super::texts::{self, Texts};
use super::vocabulary::{Term, Vocabulary};
use crate::lang::Lang;
use crate::model::{ComuneCode, ProvinceCode, RegionCode};
use crate::snapshot::{Catalogue, OpenError, Snapshot};
use crate::text::fold::fold;
use crate::title;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

pub(super) use columns::Columns;

/// Number of an entity; 0 is none. Measures come first, then places, bodies, categories, and
/// last the projects' own words, one for each row.
pub(super) type Entity = u32;

/// A set of places that one or more projects lie in.
#[derive(Debug, Default)]
pub(super) struct PlaceSet {
    pub comuni: Vec<ComuneCode>,
    /// Their places in [`Index::comuni`].
    pub comuni_at: Vec<u32>,
    pub provinces: Vec<ProvinceCode>,
    /// Their places in [`Index::provinces`].
    pub provinces_at: Vec<u32>,
    pub regions: Vec<RegionCode>,
    /// Provinces and regions that it concerns as a whole.
    pub whole_provinces: Vec<ProvinceCode>,
    pub whole_regions: Vec<RegionCode>,
    /// It has more places than one.
    pub several: bool,
    /// All its places lie in its one comune.
    pub alone: bool,
}

impl PlaceSet {
    /// Whether it lies in one of these comuni and elsewhere too, or in all of its province or region.
    pub fn is_wide(&self, places: &[Wider]) -> bool {
        places
            .iter()
            .any(|wider| match self.comuni.contains(&wider.comune) {
                true => self.several,
                false => {
                    self.whole_provinces.contains(&wider.province)
                        || self.whole_regions.contains(&wider.region)
                }
            })
    }
}

/// A comune with its province and region.
pub(super) struct Wider {
    comune: ComuneCode,
    province: ProvinceCode,
    region: RegionCode,
}

/// Where each kind of entity begins.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Bases {
    pub measure: Entity,
    pub place: Entity,
    pub body: Entity,
    pub category: Entity,
    pub own: Entity,
    pub end: Entity,
}

/// The search index of one catalogue.
pub struct Index {
    pub(super) catalogue: Arc<Catalogue>,
    pub(super) vocabulary: Vocabulary,
    /// Where the postings of each word begin; the last entry is the end.
    starts: Vec<u32>,
    /// Entity and field of each occurrence, packed.
    postings: Vec<Posting>,
    /// For each word, about how many projects have it; never more than there are.
    projects_of: Vec<u32>,
    pub(super) bases: Bases,
    /// The rows of each entity that projects share, and where those of each begin.
    rows: Vec<u32>,
    row_starts: Vec<u32>,
    pub(super) places: Vec<PlaceSet>,
    pub(super) columns: Columns,
    pub(super) codes: Codes,
    pub(super) synonyms: Synonyms,
    /// Occurrences of each phrase of the synonyms, found when first asked for.
    phrases: Vec<OnceLock<Box<[Posting]>>>,
    names: [OnceLock<Vec<u32>>; 2],
    groups: OnceLock<Vec<u32>>,
    texts: OnceLock<Texts>,
    comune_names: OnceLock<Arc<Names<ComuneCode>>>,
    beyond_names: OnceLock<HashMap<String, String>>,
    /// The comuni of all sets of places, sorted.
    pub(super) comuni: Vec<ComuneCode>,
    /// The same of provinces.
    pub(super) provinces: Vec<ProvinceCode>,
    /// Words that only English texts of ours have, and words that only names of comuni beyond the
    /// region have; both sorted.
    english: Vec<Term>,
    beyond: Vec<Term>,
}

/// An entity and the field of it where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Posting(u32);

/// Bits of the field in a posting.
const FIELD: u32 = 5;

impl Posting {
    fn new(entity: Entity, field: Field) -> Posting {
        Posting(entity << FIELD | field as u32)
    }

    pub fn entity(self) -> Entity {
        self.0 >> FIELD
    }

    pub fn field(self) -> Field {
        let all = Field::ALL;
        all[(self.0 & ((1 << FIELD) - 1)) as usize % all.len()]
    }
}

impl Index {
    /// The index of a snapshot, whose catalogue is at hand.
    ///
    /// # Errors
    /// When the snapshot cannot be read.
    pub fn open(snapshot: &Snapshot, catalogue: Arc<Catalogue>) -> Result<Index, OpenError> {
        let mut words = Vec::new();
        snapshot.words(|project, set| words.push((project, set.into())))?;
        Ok(Index::build(catalogue, &snapshot.cigs()?, &words))
    }

    pub fn catalogue(&self) -> &Arc<Catalogue> {
        &self.catalogue
    }

    /// Makes ready what only some searches need (the order of names, what is alike), so that the
    /// first of them need not wait.
    pub fn warm(&self, lang: Lang) {
        self.comune_names();
        self.beyond_names();
        self.groups();
        self.by_name(lang);
    }

    /// The comuni that a text names: by ISTAT code or by name.
    pub fn comune_named(&self, typed: &str) -> Found<'_, ComuneCode> {
        self.comune_names().comune(typed)
    }

    /// Comuni with their provinces and regions.
    pub(super) fn wide_of(&self, comuni: &[ComuneCode]) -> Vec<Wider> {
        let wider = |comune: &ComuneCode| {
            let province = self.catalogue.comuni.get(comune)?.province;
            let region = self.catalogue.provinces.get(&province)?.region;
            Some(Wider {
                comune: *comune,
                province,
                region,
            })
        };
        comuni.iter().filter_map(wider).collect()
    }

    /// The names of the comuni, those of before as well.
    pub fn comune_names(&self) -> &Arc<Names<ComuneCode>> {
        let make = || Arc::new(names_of_comuni(&self.catalogue, &self.comuni));
        self.comune_names.get_or_init(make)
    }

    /// Folded names of the provinces and regions that the archive is not about, each as it is written.
    pub(super) fn beyond_names(&self) -> &HashMap<String, String> {
        self.beyond_names.get_or_init(|| {
            let (catalogue, own) = (&self.catalogue, self.catalogue.region);
            let provinces = catalogue.provinces.values().filter(|p| Some(p.region) != own);
            let regions = catalogue.regions.values().filter(|r| Some(r.code) != own);
            let names = regions.map(|r| &r.name).chain(provinces.map(|p| &p.name));
            names.map(|name| (fold(name), name.clone())).collect()
        })
    }

    /// For each row the first that is like it: of the same title, in the same places.
    pub(super) fn groups(&self) -> &[u32] {
        self.groups.get_or_init(|| self.alike(&self.titles(Lang::It)))
    }

    fn alike(&self, titles: &[String]) -> Vec<u32> {
        let mut first: HashMap<(Entity, &str), u32> = HashMap::with_capacity(self.len());
        let mut out = Vec::with_capacity(self.len());
        for ((title, entities), row) in titles.iter().zip(&self.columns.entities).zip(0..) {
            out.push(*first.entry((entities[1], title)).or_insert(row));
        }
        out
    }

    /// The composed title of each row.
    fn titles(&self, lang: Lang) -> Vec<String> {
        let briefs = &self.catalogue.projects;
        let title = |project: &u32| title::compose(&self.catalogue, &briefs[*project as usize], lang);
        self.columns.project.iter().map(title).collect()
    }

    /// Makes all that is made of titles, of each language once.
    fn make_titled(&self) {
        for (lang, cell) in Lang::ALL.into_iter().zip(&self.names) {
            let titles = self.titles(lang);
            if lang == Lang::It {
                self.groups.get_or_init(|| self.alike(&titles));
            }
            cell.get_or_init(|| in_order(&titles));
        }
    }

    /// The texts of a row in which "exact words" are looked for.
    pub(super) fn texts(&self, row: usize) -> &str {
        let texts = self.texts.get_or_init(|| Texts::of(self.len()));
        let brief = || {
            self.catalogue
                .projects
                .get(*self.columns.project.get(row)? as usize)
        };
        texts.row(row, || {
            brief().map_or_else(String::new, |brief| texts::of_project(&self.catalogue, brief))
        })
    }

    /// Number of projects.
    pub fn len(&self) -> usize {
        self.columns.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Number of different words.
    pub fn words(&self) -> usize {
        self.vocabulary.len()
    }

    /// Bytes that the largest parts of the index hold, for the benches.
    pub fn bytes(&self) -> usize {
        self.postings.len() * 4 + self.starts.len() * 8 + self.vocabulary.len() * 24 + self.columns.bytes()
    }

    pub(super) fn postings(&self, term: Term) -> &[Posting] {
        let at = |i: usize| self.starts.get(i).map_or(0, |s| *s as usize);
        let term = term as usize;
        self.postings.get(at(term)..at(term + 1)).unwrap_or_default()
    }

    /// Whether somebody who speaks this language can have meant a word.
    pub(super) fn may_be_meant(&self, term: Term, lang: Lang) -> bool {
        let foreign = lang == Lang::It && self.english.binary_search(&term).is_ok();
        !foreign && self.beyond.binary_search(&term).is_err()
    }

    /// Whether a project, or our own words in this language, have it.
    pub(super) fn is_word(&self, term: Term, lang: Lang) -> bool {
        self.projects_of(term) > 0 || self.may_be_meant(term, lang)
    }

    /// Whether it is a word of the name of a comune, wherever in Italy.
    pub(super) fn is_place_word(&self, word: &str) -> bool {
        self.comune_names().has_word(word) || super::areas::has_word(word)
    }

    /// Whether it is the whole name of a comune that has projects here.
    pub(super) fn is_comune(&self, word: &str) -> bool {
        self.comune_names().whole(word).any(|name| name.held)
    }

    pub(super) fn projects_of(&self, term: Term) -> u32 {
        self.projects_of.get(term as usize).copied().unwrap_or_default()
    }

    /// Where all the words of a phrase stand in one entity; the field is the least of theirs.
    pub(super) fn phrase(&self, number: u32) -> &[Posting] {
        let Some(cell) = self.phrases.get(number as usize) else {
            return &[];
        };
        cell.get_or_init(|| {
            let words = &self.synonyms.phrases[number as usize];
            let mut all: Option<Vec<Posting>> = None;
            for word in words.iter().filter(|w| !super::plain::is_stop(w)) {
                let own = self.postings_of_word(word);
                all = Some(match all {
                    None => own,
                    Some(before) => both(&before, &own),
                });
            }
            all.unwrap_or_default().into_boxed_slice()
        })
    }

    /// Of a word in either number, one for an entity, sorted.
    fn postings_of_word(&self, word: &str) -> Vec<Posting> {
        let mut out: Vec<Posting> = Vec::new();
        let mut add = |word: &str| {
            if let Some(term) = self.vocabulary.find(word) {
                out.extend_from_slice(self.postings(term));
            }
        };
        add(word);
        forms(word, add);
        out.sort_unstable();
        out.dedup_by_key(|p| p.entity());
        out
    }

    /// The rows that have one of the entities that projects share.
    pub(super) fn rows_of(&self, entity: Entity) -> &[u32] {
        let at = |i: usize| self.row_starts.get(i).map_or(0, |s| *s as usize);
        let range = at(entity as usize)..at(entity as usize + 1);
        self.rows.get(range).unwrap_or_default()
    }

    /// The entities of a row; the last is its own.
    pub(super) fn entities(&self, row: usize) -> [Entity; 5] {
        let [measure, place, body, category] = self.columns.entities[row];
        [measure, place, body, category, self.bases.own + row as u32]
    }

    /// The place of each row in the order of composed titles.
    pub(super) fn by_name(&self, lang: Lang) -> &[u32] {
        let cell = match lang {
            Lang::It => &self.names[0],
            Lang::En => &self.names[1],
        };
        cell.get_or_init(|| in_order(&self.titles(lang)))
    }
}

/// The place of each text in the order of the alphabet.
fn in_order(texts: &[String]) -> Vec<u32> {
    let mut sorted: Vec<(String, u32)> = texts.iter().map(|text| fold(text)).zip(0..).collect();
    sorted.sort_unstable();
    let mut out = vec![0; sorted.len()];
    for ((_, row), place) in sorted.iter().zip(0..) {
        out[*row as usize] = place;
    }
    out
}

/// What stands in both lists, by entity, with the lesser field.
fn both(one: &[Posting], other: &[Posting]) -> Vec<Posting> {
    let (mut i, mut j) = (0, 0);
    let mut out = Vec::new();
    while let (Some(a), Some(b)) = (one.get(i), other.get(j)) {
        match a.entity().cmp(&b.entity()) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                out.push(*a.max(b));
                i += 1;
                j += 1;
            }
        }
    }
    out
}
