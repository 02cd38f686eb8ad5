//! What the tables of the programme say one beside the other: a measure of an older one that the
//! newest whole one lacks has left the plan, or goes on under a code that is new and has its name.

use crate::import::sources::Origin;
use crate::model::{Measure, Programme, SourceId, Submeasure};
use crate::text::fold::fold;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Codes and folded names of one table.
type Rows<'a> = BTreeMap<&'a Submeasure, String>;

pub(super) fn of(planned: &BTreeMap<Submeasure, Vec<Measure>>) -> BTreeMap<Submeasure, Programme> {
    let mut tables: BTreeMap<SourceId, Rows> = BTreeMap::new();
    for measure in planned.values().flatten() {
        let rows = tables.entry(measure.source).or_default();
        rows.insert(&measure.code, fold(&measure.name));
    }
    let mut out = BTreeMap::new();
    let Some((source, newest)) = tables.pop_last() else {
        return out;
    };
    let is_whole = tables.values().all(|old| newest.len() * 2 >= old.len());
    let (Some(day), true) = (Origin::of(source).date, is_whole) else {
        return out;
    };
    let stood: BTreeMap<&Submeasure, &String> = tables
        .values()
        .flat_map(|rows| rows.iter().map(|(c, n)| (*c, n)))
        .collect();
    let gone = || stood.iter().filter(|(code, _)| !newest.contains_key(**code));
    let new = newest.iter().filter(|(code, _)| !stood.contains_key(**code));
    let (left, came) = (
        by_name(gone().map(|(c, n)| (*c, n.as_str()))),
        by_name(new.map(|(c, n)| (*c, n.as_str()))),
    );
    let mut put = |code: &Submeasure, follows: Option<&Submeasure>, followed_by: Option<Submeasure>| {
        let left = follows.is_none() && followed_by.is_none();
        out.insert(
            code.clone(),
            Programme {
                left: left.then_some(day),
                follows: follows.cloned(),
                followed_by,
                source,
            },
        );
    };
    for (code, name) in gone() {
        let only = |names: &HashMap<&str, BTreeSet<&Submeasure>>| -> Option<Submeasure> {
            let codes = names.get(name.as_str()).filter(|codes| codes.len() == 1)?;
            codes.first().map(|code| (*code).clone())
        };
        let next = only(&left).and_then(|_| only(&came));
        if let Some(next) = &next {
            put(next, Some(*code), None);
        }
        put(code, None, next);
    }
    out
}

fn by_name<'a>(
    rows: impl Iterator<Item = (&'a Submeasure, &'a str)>,
) -> HashMap<&'a str, BTreeSet<&'a Submeasure>> {
    let mut out: HashMap<&str, BTreeSet<&Submeasure>> = HashMap::new();
    for (code, name) in rows {
        out.entry(name).or_default().insert(code);
    }
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::import::sources::Release;
    use crate::model::Table;
    use jiff::civil::date;

    fn code(text: &str) -> Submeasure {
        Submeasure::parse(text).unwrap()
    }

    fn programme(old: &[(&str, &str)], new: &[(&str, &str)]) -> BTreeMap<Submeasure, Programme> {
        let mut planned: BTreeMap<Submeasure, Vec<Measure>> = BTreeMap::new();
        for (rows, day) in [(old, None), (new, Some(date(2025, 3, 31)))] {
            let origin = Origin {
                date: day,
                release: Release::Current,
                table: Table::Measures,
            };
            let source = origin.id();
            for (text, name) in rows {
                let measure = Measure::named(code(text), (*name).to_owned(), source);
                planned.entry(code(text)).or_default().push(measure);
            }
        }
        of(&planned)
    }

    #[test]
    fn what_the_newest_whole_table_lacks_has_left_or_goes_on_under_a_new_code() {
        let old = [
            ("M2C4I2.02.00", "Alfa"),
            ("M2C4I2.01.01", "Beta"),
            ("M1C1I1.01.00", "Gamma"),
        ];
        let new = [("M2C4I2.01.A1", "beta"), ("M1C1I1.01.00", "Delta")];
        let found = programme(&old, &new);
        let left = &found[&code("M2C4I2.02.00")];
        assert_eq!((left.left, &left.followed_by), (Some(date(2025, 3, 31)), &None));
        let renamed = &found[&code("M2C4I2.01.01")];
        assert_eq!(
            (renamed.left, &renamed.followed_by),
            (None, &Some(code("M2C4I2.01.A1")))
        );
        let next = &found[&code("M2C4I2.01.A1")];
        assert_eq!((next.left, &next.follows), (None, &Some(code("M2C4I2.01.01"))));
        assert!(!found.contains_key(&code("M1C1I1.01.00")));
    }

    #[test]
    fn a_part_of_the_programme_proves_nothing() {
        let old = [
            ("M2C4I2.02.00", "Alfa"),
            ("M2C4I2.01.01", "Beta"),
            ("M1C1I1.01.00", "Gamma"),
        ];
        assert!(programme(&old, &old[..1]).is_empty());
    }
}
