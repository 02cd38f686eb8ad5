//! The sources of an import: one for each table, release and declared date. The number of a source
//! is made of these three, so that a folder more or less changes no number: two registers differ
//! only where their data do.

use crate::model::{LICENCE_UNDECLARED, Source, SourceId, Table};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use std::collections::{BTreeMap, BTreeSet};

/// The releases that spell their tables in different ways, from the oldest to the newest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Release {
    /// The first open data, 2021 to 2023.
    First,
    /// "Dati Validati", early 2023.
    Validati,
    /// "Universo ReGiS", 2023.
    Universo,
    /// The layout of 2025 and after.
    Current,
}

/// Before this day nobody spoke of the Plan: a table that declares an earlier one has none.
const BEGINNING: Date = date(2020, 1, 1);

impl Release {
    const ALL: [Release; 4] = [
        Release::First,
        Release::Validati,
        Release::Universo,
        Release::Current,
    ];

    fn suffix(self) -> &'static str {
        match self {
            Release::First => " (2022)",
            Release::Validati => " (Dati Validati)",
            Release::Universo => " (Universo ReGiS)",
            Release::Current => "",
        }
    }
}

/// Columns that a source is told to have; the widest table has a sixth of them.
const MOST_COLUMNS: usize = 400;

/// What tells one source from another; sorted, the newest is last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Origin {
    /// Tables without a date are the oldest.
    pub date: Option<Date>,
    pub release: Release,
    pub table: Table,
}

impl Origin {
    /// The number of the source: days since the beginning, a figure for the release, two for the
    /// table. The newer of two sources has the greater number.
    pub fn id(self) -> SourceId {
        let days = self
            .date
            .and_then(|day| (day - BEGINNING).get_days().try_into().ok());
        let release = Release::ALL.iter().position(|r| *r == self.release);
        let table = Table::ALL.iter().position(|t| *t == self.table);
        let part = |at: Option<usize>| u32::try_from(at.unwrap_or_default()).unwrap_or_default();
        SourceId(days.map_or(0, |d: u32| d + 1) * 1000 + part(release) * 100 + part(table) + 1)
    }

    /// What a number is made of.
    pub fn of(SourceId(number): SourceId) -> Origin {
        let at = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
        let (days, release, table) = (number / 1000, number / 100 % 10, number % 100);
        let day = |days: u32| BEGINNING.checked_add(i64::from(days).days()).ok();
        Origin {
            date: days.checked_sub(1).and_then(day),
            release: Release::ALL.get(at(release)).copied().unwrap_or(Release::First),
            table: Table::ALL
                .get(at(table).wrapping_sub(1))
                .copied()
                .unwrap_or(Table::Istat),
        }
    }

    pub fn side(self) -> Side {
        let Origin { date, release, .. } = self;
        // The validated data of one release carry several dates.
        (if release == Release::Validati { None } else { date }, release)
    }
}

/// One delivery of the tables: in each, a project has one spelling of its local code.
pub(crate) type Side = (Option<Date>, Release);

#[derive(Default)]
pub(crate) struct Sources {
    known: BTreeMap<SourceId, Known>,
}

#[derive(Default)]
struct Known {
    columns: Vec<String>,
    rows: u64,
    /// Where its files were fetched from.
    addresses: BTreeSet<String>,
}

impl Known {
    /// Where the one file of the source was fetched from.
    fn address(&self) -> Option<String> {
        let mut addresses = self.addresses.iter();
        let first = addresses.next()?;
        addresses.next().is_none().then(|| first.clone())
    }
}

impl Sources {
    /// The number of a source, which is known from now on with these columns.
    pub fn of(&mut self, origin: Origin, columns: &[String]) -> SourceId {
        let id = origin.id();
        let known = self.known.entry(id).or_default();
        for column in columns {
            // Names of columns that nobody knows may be many.
            if known.columns.len() < MOST_COLUMNS && !known.columns.contains(column) {
                known.columns.push(column.clone());
            }
        }
        id
    }

    /// A file of the source was fetched from there.
    pub fn came(&mut self, id: SourceId, address: Option<&str>) {
        if let (Some(known), Some(address)) = (self.known.get_mut(&id), address) {
            known.addresses.insert(address.to_owned());
        }
    }

    /// A row of the source speaks of the projects at hand.
    pub fn count(&mut self, id: SourceId) {
        if let Some(known) = self.known.get_mut(&id) {
            known.rows += 1;
        }
    }

    pub fn knows(&self, id: SourceId) -> bool {
        self.known.contains_key(&id)
    }

    /// Whether any rows of a table's release were met.
    pub fn has(&self, table: Table, release: Release) -> bool {
        self.origins().any(|o| o.table == table && o.release == release)
    }

    pub fn newest(&self, table: Table) -> Option<SourceId> {
        let of_table = self.origins().filter(|o| o.table == table);
        of_table.max().map(Origin::id)
    }

    fn origins(&self) -> impl Iterator<Item = Origin> {
        self.known.keys().copied().map(Origin::of)
    }

    /// The sources in the order of their numbers.
    pub fn list(&self) -> Vec<Source> {
        let source = |(id, known): (&SourceId, &Known)| {
            let origin = Origin::of(*id);
            Source {
                id: *id,
                table: origin.table,
                name: format!("{}{}", origin.table.official_name(), origin.release.suffix()),
                publisher: publisher(origin.table).into(),
                date: origin.date,
                rows: known.rows,
                licence: licence(origin.table).into(),
                url: known.address().unwrap_or_else(|| url(origin.table)),
                columns: known.columns.clone(),
            }
        };
        self.known.iter().map(source).collect()
    }
}

fn publisher(table: Table) -> &'static str {
    match table {
        Table::Candidatures | Table::Calls => "PA digitale 2026, Dipartimento per la trasformazione digitale",
        Table::Istat => "ISTAT",
        Table::OpenPnrrToscana => "Open PNRR Toscana, copia non ufficiale",
        _ => "Italia Domani, Presidenza del Consiglio dei ministri",
    }
}

fn licence(table: Table) -> &'static str {
    match table.is_official() {
        true => "CC BY 4.0",
        false => LICENCE_UNDECLARED,
    }
}

/// Where the publisher issues the table today.
fn url(table: Table) -> String {
    let file = match table {
        Table::Candidatures | Table::Calls => return "https://padigitale2026.gov.it/".into(),
        Table::Istat => return "https://www.istat.it/".into(),
        Table::OpenPnrrToscana => return "https://pnrr.toscana.it/".into(),
        Table::Phases => "PNRR_Iter_di_progetto",
        other => other.official_name(),
    };
    format!("https://www.italiadomani.gov.it/content/dam/sogei-ng/opendata/{file}.csv")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn origin(table: Table, day: Option<Date>) -> Origin {
        Origin {
            date: day,
            release: Release::Current,
            table,
        }
    }

    #[test]
    fn a_number_is_made_of_what_the_source_is() {
        let a = origin(Table::Places, Some(date(2025, 3, 31)));
        let b = origin(Table::Projects, None);
        for pair in [[a, b], [b, a]] {
            let mut sources = Sources::default();
            let ids = pair.map(|o| sources.of(o, &["CUP".into()]));
            assert_eq!(sources.of(pair[0], &["Comune".into()]), ids[0]);
            sources.count(ids[0]);
            let list = sources.list();
            assert_eq!((list[0].table, list[1].table), (Table::Projects, Table::Places));
            let first = list.iter().find(|s| s.id == ids[0]).unwrap();
            assert_eq!((first.columns.len(), first.rows), (2, 1));
        }
        // They stand in registers: a table or release between the others would change them all.
        assert_eq!((a.id(), b.id()), (SourceId(1_917_302), SourceId(301)));
    }

    #[test]
    fn the_newer_source_has_the_greater_number() {
        let days = [
            None,
            Some(date(2020, 1, 1)),
            Some(date(2023, 2, 28)),
            Some(date(2099, 12, 31)),
        ];
        let mut last = None;
        for date in days {
            for release in Release::ALL {
                for table in Table::ALL.iter().copied() {
                    let origin = Origin { date, release, table };
                    assert_eq!(Origin::of(origin.id()), origin);
                    assert!(last < Some((origin, origin.id())));
                    last = Some((origin, origin.id()));
                }
            }
        }
        let early = origin(Table::Calls, Some(date(1999, 1, 1)));
        assert_eq!(Origin::of(early.id()).date, None);
    }
}
