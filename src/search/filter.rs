//! Filters → which entities and rows pass.

use super::distance::{allowed, begins, within};
use super::field::Field;
use super::index::columns::{COMBINATIONS, combination, day};
use super::index::{Columns, Entity, Index, PlaceSet};
use super::kind::{AmountBand, BodyKind};
use super::query::{Filter, Key, Notice, Query, Trouble, What};
use crate::model::{Cents, ComuneCode, Measure, Province, ProvinceCode, RegionCode, Status};
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
    /// A filter names what the archive does not have.
    nothing: bool,
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
            nothing: false,
            is_open: true,
        }
    }

    pub fn passes(&self, columns: &Columns, row: usize) -> bool {
        if self.is_open {
            return true;
        }
        if self.nothing {
            return false;
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

/// The filters of a query as they were understood.
pub(super) struct Resolved {
    pub mask: Mask,
    /// The query with its filters mended.
    pub query: Query,
    pub notices: Vec<Notice>,
}

/// Resolves the filters of a query. A value that the archive does not know is taken for the only
/// one near to it, unless `correct` is refused; where there is none, or several, the filter lets
/// nothing through, for a list of everything would be no answer.
pub(super) fn resolve(index: &Index, query: &Query, correct: bool) -> Resolved {
    let mut out = Resolved {
        mask: Mask::open(),
        query: query.clone(),
        notices: Vec::new(),
    };
    let mut chosen = Chosen::default();
    for (number, filter, negated) in query.filters() {
        out.mask.is_open = false;
        let span = &query.items[number].span;
        let mut filter = filter.clone();
        let mended = query
            .notices
            .iter()
            .any(|n| n.span == *span && matches!(n.trouble, Trouble::MendedValue { .. }));
        let mut known = correct || !mended;
        if let Some((key, typed, near)) = unknown(index, &filter) {
            let only = near.first().filter(|_| correct && near.len() == 1).cloned();
            let trouble = match &only {
                Some(meant) => Trouble::MendedValue {
                    key,
                    typed,
                    meant: meant.clone(),
                },
                None => Trouble::UnknownValue { key, typed, near },
            };
            out.notices.push(Notice {
                span: span.clone(),
                trouble,
            });
            match only.and_then(|meant| filter.with(meant)) {
                Some(meant) => filter = meant,
                None => known = false,
            }
        }
        if known {
            chosen.take(index, &filter, negated, &mut out.mask);
            out.query.items[number].what = What::Filter(filter);
        } else {
            out.mask.nothing |= !negated;
        }
    }
    out.mask.entities = chosen.entities(index);
    out.mask.combinations = chosen.combinations();
    out
}

/// What a filter names, when the archive does not have it, and the values near to it.
fn unknown(index: &Index, filter: &Filter) -> Option<(Key, String, Vec<String>)> {
    let (typed, near) = match filter {
        Filter::Comune(typed) => (typed, comuni(index, typed).err()?),
        Filter::Province(typed) => (typed, provinces(index, typed).err()?),
        Filter::Region(typed) => (typed, regions(index, typed).err()?),
        Filter::Body(typed) => (typed, bodies(index, typed).err()?),
        Filter::Mission(code) => {
            let measures = &index.catalogue.measures;
            let held = measures.iter().any(|m| of_mission(m, code));
            return (!held).then(|| (filter.key(), code.clone(), Vec::new()));
        }
        Filter::Measure(typed) => {
            let held = index.catalogue.measures.iter().any(|m| of_measure(m, typed));
            return (!held).then(|| (filter.key(), typed.clone(), Vec::new()));
        }
        _ => return None,
    };
    Some((filter.key(), typed.clone(), near))
}

fn of_mission(measure: &Measure, code: &str) -> bool {
    measure.code.mission() == code || code == "PNC" && measure.code.is_pnc()
}

fn of_measure(measure: &Measure, typed: &str) -> bool {
    let own = submeasure(measure.code.as_str());
    [submeasure(typed), super::codes::tidy(typed)]
        .iter()
        .any(|wanted| own.starts_with(wanted.as_str()))
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
    /// A filter whose value the archive has.
    fn take(&mut self, index: &Index, filter: &Filter, negated: bool, mask: &mut Mask) {
        match filter {
            Filter::Comune(typed) => {
                let codes = comuni(index, typed).unwrap_or_default();
                self.places(negated, 0, move |set| {
                    set.comuni.iter().any(|c| codes.binary_search(c).is_ok())
                });
            }
            Filter::Province(typed) => {
                let codes = provinces(index, typed).unwrap_or_default();
                self.places(negated, 1, move |set| {
                    set.provinces.iter().any(|c| codes.binary_search(c).is_ok())
                });
            }
            Filter::Region(typed) => {
                let codes = regions(index, typed).unwrap_or_default();
                self.places(negated, 2, move |set| {
                    set.regions.iter().any(|c| codes.binary_search(c).is_ok())
                });
            }
            Filter::Mission(code) => self.measures(negated, 0, index, |m| of_mission(m, code)),
            Filter::Measure(typed) => self.measures(negated, 1, index, |m| of_measure(m, typed)),
            Filter::Body(typed) => {
                let named = bodies(index, typed).unwrap_or_default();
                self.named.push((negated, 2, named));
            }
            Filter::Status(status) => self.combination(negated, 0, |s, _, _| s == *status),
            Filter::Kind(kind) => self.combination(negated, 1, |_, k, _| k == *kind),
            Filter::NoAmount => self.combination(negated, 2, |_, _, b| b == AmountBand::Unpublished),
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

    fn places(&mut self, negated: bool, kind: u8, test: impl Fn(&PlaceSet) -> bool + 'static) {
        self.places.push((negated, kind, Box::new(test)));
    }

    fn measures(&mut self, negated: bool, kind: u8, index: &Index, test: impl Fn(&Measure) -> bool) {
        let numbered = index.catalogue.measures.iter().zip(index.bases.measure..);
        let named = numbered.filter(|(m, _)| test(m)).map(|(_, e)| e).collect();
        self.named.push((negated, kind, named));
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

/// Near values that are offered at most.
const MOST_NEAR: usize = 5;

/// Names that a filter may give, folded and sorted, each with its code and the name as written.
pub(super) type Names<C> = Vec<(String, C, String)>;

fn names<'a, C>(all: impl Iterator<Item = (C, &'a str)>) -> Names<C> {
    let mut out: Names<C> = all
        .map(|(code, name)| (fold(name), code, name.to_owned()))
        .collect();
    out.sort_by(|a, b| a.0.cmp(&b.0));
    out
}

/// The codes that a text names: whole, else by the beginning of names; else the names near to
/// it, those with the fewest errors, and of these the ones that `held` knows if there are any.
fn named<C: Copy + Ord>(
    all: &Names<C>,
    typed: &str,
    held: impl Fn(C) -> bool,
) -> Result<Vec<C>, Vec<String>> {
    let wanted = fold(typed);
    let pick = |test: &dyn Fn(&str) -> bool| -> Vec<&(String, C, String)> {
        all.iter().filter(|(name, _, _)| test(name)).collect()
    };
    let codes = |found: Vec<&(String, C, String)>| -> Vec<C> {
        let mut codes: Vec<C> = found.iter().map(|(_, code, _)| *code).collect();
        codes.sort_unstable();
        codes
    };
    let exact = pick(&|name| name == wanted);
    if !exact.is_empty() {
        return Ok(codes(exact));
    }
    let begun = pick(&|name| name.len() > 2 && name.starts_with(&wanted));
    if !begun.is_empty() {
        return Ok(codes(begun));
    }
    let most = allowed(wanted.len()).max(1);
    let near = |errors| pick(&|name| name.len() > 2 && within(wanted.as_bytes(), name.as_bytes(), errors));
    let mut found = (1..=most)
        .map(near)
        .find(|found| !found.is_empty())
        .unwrap_or_default();
    if found.is_empty() && wanted.len() > 3 {
        found = pick(&|name| begins(wanted.as_bytes(), name.as_bytes()));
    }
    if found.iter().any(|(_, code, _)| held(*code)) {
        found.retain(|(_, code, _)| held(*code));
    }
    let mut names: Vec<String> = found.iter().map(|(_, _, name)| name.clone()).collect();
    names.sort();
    names.dedup();
    names.truncate(MOST_NEAR);
    Err(names)
}

/// The bodies whose name has all the words, each of which may be unfinished; else the name with
/// the words that are near to those that no body has.
fn bodies(index: &Index, typed: &str) -> Result<Vec<Entity>, Vec<String>> {
    let wanted = fold(typed);
    let mut named: Option<Vec<Entity>> = None;
    let mut meant: Vec<String> = Vec::new();
    let mut mended = false;
    for word in words(&wanted) {
        let of = |term| index.postings(term).iter().filter(|p| p.field() == Field::Body);
        let mut own: Vec<Entity> = index
            .vocabulary
            .beginning(word)
            .flat_map(|term| of(term).map(|p| p.entity()))
            .collect();
        own.sort_unstable();
        own.dedup();
        if own.is_empty() {
            let near = index.vocabulary.near(word, allowed(word.len()));
            let Some((_, term)) = near.map(|t| (of(t).count(), t)).filter(|(n, _)| *n > 0).max() else {
                return Err(Vec::new());
            };
            mended = true;
            meant.push(index.vocabulary.word(term).to_owned());
            continue;
        }
        meant.push(word.to_owned());
        if let Some(before) = named {
            own.retain(|e| before.binary_search(e).is_ok());
        }
        named = Some(own);
    }
    let named = named.unwrap_or_default();
    match mended {
        true => Err(vec![meant.join(" ")]),
        false if named.is_empty() => Err(Vec::new()),
        false => Ok(named),
    }
}

/// The comuni that a text names: by ISTAT code, name, or the beginning of names; else the names
/// that are near to it.
fn comuni(index: &Index, typed: &str) -> Result<Vec<ComuneCode>, Vec<String>> {
    match ComuneCode::parse(typed).filter(|code| index.catalogue.comuni.contains_key(code)) {
        Some(code) => Ok(vec![code]),
        None => named(index.comune_names(), typed, |code| {
            index.comuni.binary_search(&code).is_ok()
        }),
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
            let names = names(both.iter().map(|(code, name)| (*code, name.as_str())));
            named(&names, typed, |_| true)
        }
    }
}

fn regions(index: &Index, typed: &str) -> Result<Vec<RegionCode>, Vec<String>> {
    let all = &index.catalogue.regions;
    match RegionCode::parse(typed).filter(|code| all.contains_key(code)) {
        Some(code) => Ok(vec![code]),
        None => {
            let names = names(all.values().map(|r| (r.code, r.name.as_str())));
            named(&names, typed, |_| true)
        }
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
