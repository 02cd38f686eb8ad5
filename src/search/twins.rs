//! Projects of one title in the same comuni: fifty courses of one school are one line of a list.

use super::index::Index;
use super::rows::Rows;
use super::scan;
use super::settings::{Settings, Sort};
use crate::model::Cents;
use rustc_hash::FxHashMap;

/// The best rows in the order asked for, each with the number of its like among those that match
/// and their funding; and how many lines there are in all.
pub(super) fn fold(index: &Index, keys: &[u64], settings: &Settings, limit: usize) -> (Vec<Line>, usize) {
    let sorted = matches!(settings.sort, Sort::Relevance | Sort::Name);
    if !settings.fold || !sorted {
        let top = scan::top(index, keys, settings, limit);
        return (
            top.iter().map(|key| Line::alone(index, row(*key))).collect(),
            keys.len(),
        );
    }
    let groups = index.groups();
    let group = |key: u64| groups.get(row(key)).copied().unwrap_or_default();
    let mut seen = Rows::none(index.len());
    keys.iter().for_each(|key| seen.insert(group(*key)));
    let lines = seen.count();
    let mut out: Vec<Line> = Vec::new();
    let mut at: FxHashMap<u32, usize> = FxHashMap::default();
    let mut reach = limit.saturating_mul(2);
    loop {
        out.clear();
        at.clear();
        for key in scan::top(index, keys, settings, reach) {
            if out.len() == limit {
                break;
            }
            at.entry(group(key)).or_insert_with(|| {
                out.push(Line::none(row(key)));
                out.len() - 1
            });
        }
        if out.len() >= limit.min(lines) || reach >= keys.len() {
            break;
        }
        reach = reach.saturating_mul(4);
    }
    let mut shown = Rows::none(index.len());
    at.keys().for_each(|group| shown.insert(*group));
    for key in keys.iter().filter(|key| shown.contains(group(**key) as usize)) {
        if let Some(line) = at.get(&group(*key)).and_then(|at| out.get_mut(*at)) {
            line.alike += 1;
            line.funding += Cents(index.columns.total[row(*key)]);
        }
    }
    (out, lines)
}

/// A line of a list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub row: usize,
    pub alike: u32,
    pub funding: Cents,
}

impl Line {
    fn none(row: usize) -> Line {
        Line {
            row,
            alike: 0,
            funding: Cents(0),
        }
    }

    /// A row that stands for itself.
    pub fn alone(index: &Index, row: usize) -> Line {
        Line {
            row,
            alike: 1,
            funding: Cents(index.columns.total[row]),
        }
    }
}

fn row(key: u64) -> usize {
    (key & u64::from(u32::MAX)) as usize
}
