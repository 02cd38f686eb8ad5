//! Filters → which entities and rows pass.

use super::distance::within;
use super::field::Field;
use super::index::columns::{COMBINATIONS, combination, day};
use super::index::{Columns, Entity, Index, PlaceSet};
use super::kind::{AmountBand, BodyKind};
use super::query::{Filter, Key, Notice, Query, Trouble};
use crate::model::{Cents, ComuneCode, Province, ProvinceCode, RegionCode, Status};
use crate::search::codes::submeasure;
use crate::snapshot::Catalogue;
use crate::text::fold::{fold, words};

/// What a query's filters let through.
pub(super) struct Mask {
    /// For measures, places and bodies; categories and the rest always pass.
    entities: Option<Vec<bool>>,
    combinations: Option<Vec<bool>>,
    min: i64,
    max: i64,
    with_amount: bool,
    from: u32,
    to: u32,
    /// Filters that shut out what they name and need a closer look.
    not_amount: Vec<(i64, i64)>,
    not_end: Vec<(u32, u32)>,
    pub is_open: bool,
}

impl Mask {
    pub fn open() -> Mask {
        Mask {
            entities: None,
            combinations: None,
            min: i64::MIN,
            max: i64::MAX,
            with_amount: false,
            from: 0,
            to: u32::MAX,
            not_amount: Vec::new(),
            not_end: Vec::new(),
            is_open: true,
        }
    }

    pub fn passes(&self, columns: &Columns, row: usize) -> bool {
        if self.is_open {
            return true;
        }
        if let Some(entities) = &self.entities {
            let own = &columns.entities[row][..3];
            if !own.iter().all(|e| entities[*e as usize]) {
                return false;
            }
        }
        if let Some(combinations) = &self.combinations
            && !combinations[usize::from(columns.combination[row])]
        {
            return false;
        }
        let (amount, end) = (columns.total[row], columns.end[row]);
        let published =
            super::index::columns::parts(usize::from(columns.combination[row])).2 != AmountBand::Unpublished;
        (self.min..=self.max).contains(&amount)
            && (published || !self.with_amount)
            && (self.from..=self.to).contains(&end)
            && !self
                .not_amount
                .iter()
                .any(|(min, max)| published && (min..=max).contains(&&amount))
            && !self.not_end.iter().any(|(from, to)| (from..=to).contains(&&end))
    }
}

/// Resolves the filters of a query; values that the archive does not know become notices and
/// shut nothing out.
pub(super) fn resolve(index: &Index, query: &Query) -> (Mask, Vec<Notice>) {
    let mut mask = Mask::open();
    let mut notices = Vec::new();
    let mut chosen = Chosen::default();
    for (number, filter, negated) in query.filters() {
        mask.is_open = false;
        let unknown = |near: Vec<String>, typed: &str| Notice {
            span: query.items[number].span.clone(),
            trouble: Trouble::UnknownValue {
                key: filter.key(),
                typed: typed.to_owned(),
                near,
            },
        };
        match filter {
            Filter::Comune(typed) => match comuni(index, typed) {
                Ok(codes) => chosen.places(negated, 0, move |set| {
                    set.comuni.iter().any(|c| codes.binary_search(c).is_ok())
                }),
                Err(near) => notices.push(unknown(near, typed)),
            },
            Filter::Province(typed) => match provinces(index, typed) {
                Ok(codes) => chosen.places(negated, 1, move |set| {
                    set.provinces.iter().any(|c| codes.binary_search(c).is_ok())
                }),
                Err(near) => notices.push(unknown(near, typed)),
            },
            Filter::Region(typed) => match regions(index, typed) {
                Ok(codes) => chosen.places(negated, 2, move |set| {
                    set.regions.iter().any(|c| codes.binary_search(c).is_ok())
                }),
                Err(near) => notices.push(unknown(near, typed)),
            },
            Filter::Mission(code) => chosen.measures(negated, 0, index, |m| {
                m.code.mission() == code || code == "PNC" && m.code.is_pnc()
            }),
            Filter::Measure(typed) => {
                let wanted = [submeasure(typed), super::codes::tidy(typed)];
                let fits = |code: &str| wanted.iter().any(|w| code.starts_with(w.as_str()));
                chosen.measures(negated, 1, index, |m| fits(&submeasure(m.code.as_str())));
            }
            Filter::Body(typed) => chosen.body(negated, index, typed),
            Filter::Status(status) => chosen.combination(negated, 0, |s, _, _| s == *status),
            Filter::Kind(kind) => chosen.combination(negated, 1, |_, k, _| k == *kind),
            Filter::NoAmount => chosen.combination(negated, 2, |_, _, b| b == AmountBand::Unpublished),
            Filter::Amount { min, max } => {
                let range = (min.unwrap_or(Cents(i64::MIN)).0, max.unwrap_or(Cents(i64::MAX)).0);
                if negated {
                    mask.not_amount.push(range);
                } else {
                    mask.min = mask.min.max(range.0);
                    mask.max = mask.max.min(range.1);
                    mask.with_amount = true;
                }
            }
            Filter::End { from, to } => {
                let range = (from.map_or(1, day), to.map_or(u32::MAX, day));
                if negated {
                    mask.not_end.push(range);
                } else {
                    mask.from = mask.from.max(range.0);
                    mask.to = mask.to.min(range.1);
                }
            }
        }
    }
    mask.entities = chosen.entities(index);
    mask.combinations = chosen.combinations();
    (mask, notices)
}

type PlaceTest = Box<dyn Fn(&PlaceSet) -> bool>;

/// The filters that were chosen, gathered by kind: within one kind any will do.
#[derive(Default)]
struct Chosen {
    places: Vec<(bool, u8, PlaceTest)>,
    /// Entities that a filter names: whether it is negated, its kind, the entities.
    named: Vec<(bool, u8, Vec<Entity>)>,
    combined: Vec<(bool, u8, Vec<bool>)>,
}

impl Chosen {
    fn places(&mut self, negated: bool, kind: u8, test: impl Fn(&PlaceSet) -> bool + 'static) {
        self.places.push((negated, kind, Box::new(test)));
    }

    fn measures(
        &mut self,
        negated: bool,
        kind: u8,
        index: &Index,
        test: impl Fn(&crate::model::Measure) -> bool,
    ) {
        let numbered = index.catalogue.measures.iter().zip(index.bases.measure..);
        let named = numbered.filter(|(m, _)| test(m)).map(|(_, e)| e).collect();
        self.named.push((negated, kind, named));
    }

    /// Bodies whose name has all the words, each of which may be unfinished.
    fn body(&mut self, negated: bool, index: &Index, typed: &str) {
        let wanted = fold(typed);
        let mut named: Option<Vec<Entity>> = None;
        for word in words(&wanted) {
            let terms = index.vocabulary.beginning(word);
            let postings = terms.flat_map(|term| index.postings(term));
            let bodies = postings.filter(|p| p.field() == Field::Body).map(|p| p.entity());
            let mut own: Vec<Entity> = bodies.collect();
            own.sort_unstable();
            own.dedup();
            if let Some(before) = named {
                own.retain(|e| before.binary_search(e).is_ok());
            }
            named = Some(own);
        }
        self.named.push((negated, 2, named.unwrap_or_default()));
    }

    fn combination(&mut self, negated: bool, kind: u8, test: impl Fn(Status, BodyKind, AmountBand) -> bool) {
        let mut passes = vec![false; COMBINATIONS];
        for status in Status::ALL {
            for body in BodyKind::ALL {
                for band in AmountBand::ALL {
                    passes[usize::from(combination(*status, body, band))] = test(*status, body, band);
                }
            }
        }
        self.combined.push((negated, kind, passes));
    }

    fn entities(&self, index: &Index) -> Option<Vec<bool>> {
        if self.places.is_empty() && self.named.is_empty() {
            return None;
        }
        let bases = &index.bases;
        let mut out = vec![true; bases.category as usize];
        for (set, at) in index.places.iter().zip(bases.place as usize..) {
            let tests = self
                .places
                .iter()
                .map(|(negated, kind, test)| (*negated, *kind, test(set)));
            out[at] = holds(tests);
        }
        for (kinds, range) in [
            (0..2, bases.measure..bases.place),
            (2..3, bases.body..bases.category),
        ] {
            let own: Vec<_> = self
                .named
                .iter()
                .filter(|(_, kind, _)| kinds.contains(kind))
                .collect();
            if own.is_empty() {
                continue;
            }
            let judge =
                |entity: Entity| {
                    holds(own.iter().map(|(negated, kind, named)| {
                        (*negated, *kind, named.binary_search(&entity).is_ok())
                    }))
                };
            for entity in range {
                out[entity as usize] = judge(entity);
            }
            // Entity 0 stands for a project without one: it has none of what is named.
            out[0] &= judge(0);
        }
        Some(out)
    }

    fn combinations(&self) -> Option<Vec<bool>> {
        let judge = |n: usize| {
            holds(
                self.combined
                    .iter()
                    .map(|(negated, kind, passes)| (*negated, *kind, passes[n])),
            )
        };
        (!self.combined.is_empty()).then(|| (0..COMBINATIONS).map(judge).collect())
    }
}

/// Whether tests hold: of one kind any, of several kinds all, of negated ones none.
fn holds(tests: impl Iterator<Item = (bool, u8, bool)>) -> bool {
    let (mut asked, mut met) = (0u8, 0u8);
    for (negated, kind, passed) in tests {
        if negated {
            if passed {
                return false;
            }
            continue;
        }
        asked |= 1 << kind;
        met |= u8::from(passed) << kind;
    }
    asked == met
}

/// Names that a filter may give, folded and sorted, each with its code and the name as written.
pub(super) type Names<C> = Vec<(String, C, String)>;

fn names<'a, C>(all: impl Iterator<Item = (C, &'a str)>) -> Names<C> {
    let mut out: Names<C> = all
        .map(|(code, name)| (fold(name), code, name.to_owned()))
        .collect();
    out.sort_by(|a, b| a.0.cmp(&b.0));
    out
}

/// The codes that a text names: whole, else by the beginning of names, else the names near to it.
fn named<C: Copy + Ord>(all: &Names<C>, typed: &str) -> Result<Vec<C>, Vec<String>> {
    let wanted = fold(typed);
    let pick = |test: &dyn Fn(&str) -> bool| -> Vec<C> {
        let fits = all.iter().filter(|(name, _, _)| test(name));
        let mut codes: Vec<C> = fits.map(|(_, code, _)| *code).collect();
        codes.sort_unstable();
        codes
    };
    let exact = pick(&|name| name == wanted);
    if !exact.is_empty() {
        return Ok(exact);
    }
    let begun = pick(&|name| name.len() > 2 && name.starts_with(&wanted));
    if !begun.is_empty() {
        return Ok(begun);
    }
    let errors = super::distance::allowed(wanted.len()).max(1);
    let near = |name: &str| name.len() > 2 && within(wanted.as_bytes(), name.as_bytes(), errors);
    let mut names: Vec<String> = all
        .iter()
        .filter(|(name, _, _)| near(name))
        .map(|(_, _, name)| name.clone())
        .collect();
    names.sort();
    names.dedup();
    names.truncate(5);
    Err(names)
}

/// The comuni that a text names: by ISTAT code, name, or the beginning of names; else the names
/// that are near to it.
fn comuni(index: &Index, typed: &str) -> Result<Vec<ComuneCode>, Vec<String>> {
    match ComuneCode::parse(typed).filter(|code| index.catalogue.comuni.contains_key(code)) {
        Some(code) => Ok(vec![code]),
        None => named(index.comune_names(), typed),
    }
}

/// The names of all comuni of the catalogue, for [`Index::comune_names`].
pub(super) fn comune_names(catalogue: &Catalogue) -> Names<ComuneCode> {
    names(catalogue.comuni.values().map(|c| (c.code, c.name.as_str())))
}

fn provinces(index: &Index, typed: &str) -> Result<Vec<ProvinceCode>, Vec<String>> {
    let all = &index.catalogue.provinces;
    let both = |p: &'_ Province| -> [(ProvinceCode, String); 2] {
        [(p.code, p.sigla.clone()), (p.code, p.name.clone())]
    };
    match ProvinceCode::parse(typed).filter(|code| all.contains_key(code)) {
        Some(code) => Ok(vec![code]),
        None => {
            let both: Vec<_> = all.values().flat_map(both).collect();
            named(
                &names(both.iter().map(|(code, name)| (*code, name.as_str()))),
                typed,
            )
        }
    }
}

fn regions(index: &Index, typed: &str) -> Result<Vec<RegionCode>, Vec<String>> {
    let all = &index.catalogue.regions;
    match RegionCode::parse(typed).filter(|code| all.contains_key(code)) {
        Some(code) => Ok(vec![code]),
        None => named(&names(all.values().map(|r| (r.code, r.name.as_str()))), typed),
    }
}

/// Keys whose values come from the archive, with all values there are: for completing a filter
/// that is being typed.
pub fn values(index: &Index, key: Key) -> Vec<String> {
    let catalogue = &index.catalogue;
    match key {
        Key::Comune => catalogue.comuni.values().map(|c| c.name.clone()).collect(),
        Key::Province => catalogue.provinces.values().map(|p| p.name.clone()).collect(),
        Key::Region => catalogue.regions.values().map(|r| r.name.clone()).collect(),
        Key::Measure => catalogue.measures.iter().map(|m| m.code.to_string()).collect(),
        Key::Body => BodyKind::ALL.iter().map(|k| k.word().to_owned()).collect(),
        Key::Status => {
            let words = Status::ALL.iter().map(|s| Filter::Status(*s).to_string());
            words
                .filter_map(|w| Some(w.split_once(':')?.1.trim_matches('"').to_owned()))
                .collect()
        }
        Key::Mission | Key::Amount | Key::Year | Key::By => Vec::new(),
    }
}
