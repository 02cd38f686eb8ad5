//! Filters → which entities and rows pass.

mod chosen;
mod mask;
mod measures;
mod named;

pub(super) use mask::Mask;

use super::areas;
use super::index::Index;
use super::kind::BodyKind;
use super::query::{Filter, Key, Notice, Query, Trouble, What};
use crate::model::{ComuneCode, ProjectId, Status};
use chosen::Chosen;
use measures::{of_measure, of_mission};
use named::{bodies, comuni, provinces, regions};

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
        let mut known = (correct || !mended) && !matches!(filter, Filter::Bad { .. });
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
        out.notices.extend(former(index, &filter).map(|trouble| Notice {
            span: span.clone(),
            trouble,
        }));
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

/// What is to be said of a comune that goes by a name of before.
fn former(index: &Index, filter: &Filter) -> Option<Trouble> {
    let Filter::Comune(typed) = filter else {
        return None;
    };
    let found = index.comune_named(typed);
    let name = found.only()?;
    Some(Trouble::FormerName {
        typed: typed.clone(),
        written: name.written.clone(),
        today: index.catalogue.comune_name(name.code)?.to_owned(),
        since: name.former?,
    })
}

/// The comune that the filters ask for, when it is one.
pub(super) fn one_comune(index: &Index, query: &Query) -> Option<ComuneCode> {
    let mut asked = query.filters().filter_map(|(_, filter, negated)| match filter {
        Filter::Comune(typed) if !negated => Some(index.comune_named(typed).only()?.code),
        _ => None,
    });
    asked.next().filter(|_| asked.next().is_none())
}

/// What a filter names, when the archive does not have it, and the values near to it.
fn unknown(index: &Index, filter: &Filter) -> Option<(Key, String, Vec<String>)> {
    let (typed, near) = match filter {
        Filter::Comune(typed) | Filter::Wide(typed) => (typed, comuni(index, typed).err()?),
        Filter::Province(typed) => (typed, provinces(index, typed).err()?),
        Filter::Region(typed) => (typed, regions(index, typed).err()?),
        Filter::Area(typed) => (typed, areas::named(typed).err()?),
        Filter::Body(typed) => (typed, bodies(index, typed).err()?),
        Filter::Mission(code) => {
            let measures = &index.catalogue.measures;
            let held = measures.iter().any(|m| of_mission(m, code));
            return (!held).then(|| (filter.key(), code.clone(), Vec::new()));
        }
        Filter::Like(id) => {
            let held = ProjectId::parse(id).and_then(|id| index.catalogue.brief(id));
            return held.is_none().then(|| (filter.key(), id.clone(), Vec::new()));
        }
        Filter::Measure(typed) => {
            let held = index.catalogue.measures.iter().any(|m| of_measure(m, typed));
            return (!held).then(|| (filter.key(), typed.clone(), Vec::new()));
        }
        _ => return None,
    };
    Some((filter.key(), typed.clone(), near))
}

/// Keys whose values come from the archive, with all values there are: for completing a filter
/// that is being typed.
pub fn values(index: &Index, key: Key) -> Vec<String> {
    let catalogue = &index.catalogue;
    match key {
        Key::Comune | Key::Wide => catalogue.comuni.values().map(|c| c.name.clone()).collect(),
        Key::Province => catalogue.provinces.values().map(|p| p.name.clone()).collect(),
        Key::Region => catalogue.regions.values().map(|r| r.name.clone()).collect(),
        Key::Area => areas::areas().iter().map(|a| a.name.to_owned()).collect(),
        Key::Measure => catalogue.measures.iter().map(|m| m.code.to_string()).collect(),
        Key::Body => BodyKind::ALL.iter().map(|k| k.word().to_owned()).collect(),
        Key::Status => {
            let words = Status::ALL.iter().map(|s| Filter::Status(*s).to_string());
            words
                .filter_map(|w| Some(w.split_once(':')?.1.trim_matches('"').to_owned()))
                .collect()
        }
        Key::Like | Key::Mission | Key::Amount | Key::Year | Key::By => Vec::new(),
    }
}
