//! The sources of an import: one for each table, release and declared date. While files are read
//! a source has a provisional number; [`Sources::finish`] gives the final ones.

use crate::model::{LICENCE_UNDECLARED, Source, SourceId, Table};
use jiff::civil::Date;
use std::collections::HashMap;

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

impl Release {
    fn suffix(self) -> &'static str {
        match self {
            Release::First => " (2022)",
            Release::Validati => " (Dati Validati)",
            Release::Universo => " (Universo ReGiS)",
            Release::Current => "",
        }
    }
}

/// What tells one source from another; sorted, the newest is last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Origin {
    /// Tables without a date are the oldest.
    pub date: Option<Date>,
    pub release: Release,
    pub table: Table,
}

/// One delivery of the tables: in each, a project has one spelling of its local code.
pub(crate) type Side = (Option<Date>, Release);

#[derive(Default)]
pub(crate) struct Sources {
    list: Vec<Known>,
    by_origin: HashMap<Origin, SourceId>,
}

struct Known {
    origin: Origin,
    columns: Vec<String>,
    rows: u64,
}

impl Sources {
    /// The provisional number of a source, which it gets when it is first met.
    pub fn of(&mut self, origin: Origin, columns: &[String]) -> SourceId {
        let next = SourceId(u16::try_from(self.list.len()).unwrap_or(u16::MAX));
        let id = *self.by_origin.entry(origin).or_insert(next);
        if id == next && usize::from(next.0) == self.list.len() {
            self.list.push(Known {
                origin,
                columns: Vec::new(),
                rows: 0,
            });
        }
        if let Some(known) = self.list.get_mut(usize::from(id.0)) {
            for column in columns {
                if !known.columns.contains(column) {
                    known.columns.push(column.clone());
                }
            }
        }
        id
    }

    /// A row of the source speaks of the projects at hand.
    pub fn count(&mut self, id: SourceId) {
        if let Some(known) = self.list.get_mut(usize::from(id.0)) {
            known.rows += 1;
        }
    }

    pub fn knows(&self, id: SourceId) -> bool {
        usize::from(id.0) < self.list.len()
    }

    /// Whether any rows of a table's release were met.
    pub fn has(&self, table: Table, release: Release) -> bool {
        self.list
            .iter()
            .any(|k| k.origin.table == table && k.origin.release == release)
    }

    pub fn newest(&self, table: Table) -> Option<SourceId> {
        let of_table = self
            .list
            .iter()
            .enumerate()
            .filter(|(_, k)| k.origin.table == table);
        let newest = of_table.max_by_key(|(_, k)| k.origin)?;
        u16::try_from(newest.0).ok().map(SourceId)
    }

    pub fn origin(&self, id: SourceId) -> Origin {
        let known = self.list.get(usize::from(id.0));
        known.map_or(
            Origin {
                date: None,
                release: Release::First,
                table: Table::Istat,
            },
            |k| k.origin,
        )
    }

    pub fn side(&self, id: SourceId) -> Side {
        let Origin { date, release, .. } = self.origin(id);
        // The validated data of one release carry several dates.
        (if release == Release::Validati { None } else { date }, release)
    }

    /// The final sources, by table, date and name, and the final number of each provisional one.
    pub fn finish(&self) -> (Vec<Source>, Vec<SourceId>) {
        let mut order: Vec<usize> = (0..self.list.len()).collect();
        order.sort_by_key(|i| {
            let Origin { date, release, table } = self.list[*i].origin;
            (table, date, release)
        });
        let mut numbers = vec![SourceId(0); self.list.len()];
        let mut out = Vec::new();
        for (place, i) in order.into_iter().enumerate() {
            let id = SourceId(u16::try_from(place + 1).unwrap_or(u16::MAX));
            numbers[i] = id;
            let Known {
                origin,
                columns,
                rows,
            } = &self.list[i];
            out.push(Source {
                id,
                table: origin.table,
                name: format!("{}{}", origin.table.official_name(), origin.release.suffix()),
                publisher: publisher(origin.table).into(),
                date: origin.date,
                rows: *rows,
                licence: licence(origin.table).into(),
                url: url(origin.table),
                columns: columns.clone(),
            });
        }
        (out, numbers)
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
    use super::*;
    use jiff::civil::date;

    fn origin(table: Table, day: Option<Date>) -> Origin {
        Origin {
            date: day,
            release: Release::Current,
            table,
        }
    }

    #[test]
    fn final_numbers_do_not_depend_on_the_order_of_meeting() {
        let a = origin(Table::Places, Some(date(2025, 3, 31)));
        let b = origin(Table::Projects, None);
        for pair in [[a, b], [b, a]] {
            let mut sources = Sources::default();
            let ids = pair.map(|o| sources.of(o, &["CUP".into()]));
            assert_eq!(sources.of(pair[0], &["Comune".into()]), ids[0]);
            sources.count(ids[0]);
            let (list, numbers) = sources.finish();
            assert_eq!((list[0].table, list[1].table), (Table::Projects, Table::Places));
            assert_eq!(list[usize::from(numbers[0].0) - 1].columns, ["CUP", "Comune"]);
            assert_eq!(list[usize::from(numbers[0].0) - 1].rows, 1);
        }
        assert!(a > b);
    }
}
