//! Columns by their folded names: where a column stands in a file never matters, and each
//! release may spell it in its own way.

use crate::model::Table;
use crate::text::fold;

/// What the reader of a table must know of one of its columns beforehand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flag {
    /// Without it the file is not this table.
    Needed,
    /// Holds amounts or quantities: it tells the file's decimal sign.
    Number,
}

/// A column of an official table.
#[derive(Debug)]
pub(crate) struct Column {
    /// As today's release spells it.
    pub name: &'static str,
    /// As other releases spell it.
    pub aliases: &'static [&'static str],
    pub flags: &'static [Flag],
}

impl Column {
    pub fn has(&self, flag: Flag) -> bool {
        self.flags.contains(&flag)
    }
}

/// A table that we recognise by its headers.
#[derive(Debug)]
pub(crate) struct Layout {
    pub table: Table,
    pub columns: &'static [Column],
}

/// Declares the columns of a table: an enum `Col` to ask for them and `COLUMNS` to find them.
macro_rules! columns {
    ($($col:ident = $name:literal $(| $alias:literal)* $(, $flag:ident)*;)*) => {
        #[derive(Clone, Copy, Debug)]
        #[allow(dead_code, reason = "a column may be known without being drawn from")]
        pub(crate) enum Col { $($col),* }

        impl From<Col> for usize {
            fn from(col: Col) -> usize { col as usize }
        }

        pub(crate) const COLUMNS: &[$crate::import::columns::Column] = &[$(
            $crate::import::columns::Column {
                name: $name,
                aliases: &[$($alias),*],
                flags: &[$($crate::import::columns::Flag::$flag),*],
            }
        ),*];
    };
}
pub(crate) use columns;

/// A layout laid over the header of a file.
#[derive(Clone, Debug)]
pub(crate) struct Fit {
    /// For each column of the layout, its place in the file.
    pub at: Vec<Option<usize>>,
    /// Needed columns that the file lacks.
    pub missing: Vec<&'static str>,
    /// Columns of the file that the layout knows.
    pub known: usize,
    /// Columns of the layout that stand once more in the file, and where.
    pub twins: Vec<(usize, usize)>,
}

/// Letters and digits only: `CUP_COD_NATURA`, `Cup Cod Natura ` and `CUP Cod. Natura` are one.
pub(crate) fn squash(header: &str) -> String {
    fold::key(&fold::header(header))
}

impl Layout {
    /// Lays the layout over squashed headers.
    pub fn fit(&self, headers: &[String]) -> Fit {
        let place = |column: &Column| {
            let mut names = std::iter::once(&column.name).chain(column.aliases);
            names.find_map(|name| {
                let name = squash(name);
                headers.iter().position(|h| *h == name)
            })
        };
        let at: Vec<Option<usize>> = self.columns.iter().map(place).collect();
        let twin = |at: usize| headers.iter().skip(at + 1).position(|h| *h == headers[at]);
        let twins = at.iter().enumerate().filter_map(|(col, at)| {
            let at = (*at)?;
            Some((col, at + 1 + twin(at)?))
        });
        let twins = twins.collect();
        let both = || self.columns.iter().zip(&at);
        let missing = both()
            .filter(|(column, at)| at.is_none() && column.has(Flag::Needed))
            .map(|(column, _)| column.name)
            .collect();
        let known = at.iter().flatten().count();
        Fit {
            at,
            missing,
            known,
            twins,
        }
    }

    /// The file's columns under their official names; those that we do not know as they are.
    pub fn official(&self, fit: &Fit, raw: &[String]) -> Vec<String> {
        let name = |(i, raw): (usize, &String)| {
            let ours = fit.at.iter().position(|at| *at == Some(i));
            ours.map_or_else(|| raw.trim().to_owned(), |c| self.columns[c].name.to_owned())
        };
        raw.iter().enumerate().map(name).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    columns! {
        Cup = "CUP", Needed;
        Total = "Finanziamento Totale" | "FINANZ_TOTALE", Number;
    }
    const LAYOUT: Layout = Layout {
        table: Table::Projects,
        columns: COLUMNS,
    };

    #[test]
    fn order_case_and_blanks_do_not_matter() {
        let raw: Vec<String> = ["Altro", "FINANZ_TOTALE ", "\u{feff}cup "]
            .map(String::from)
            .to_vec();
        let squashed: Vec<String> = raw.iter().map(|h| squash(h)).collect();
        let fit = LAYOUT.fit(&squashed);
        assert_eq!(fit.at, [Some(2), Some(1)]);
        assert_eq!((fit.known, fit.missing.len()), (2, 0));
        assert_eq!(
            LAYOUT.official(&fit, &raw),
            ["Altro", "Finanziamento Totale", "CUP"]
        );
        let _ = (Col::Cup, Col::Total);
        assert!(COLUMNS[1].has(Flag::Number));
    }

    #[test]
    fn a_column_that_stands_twice_is_known() {
        let headers = ["cup", "finanziamentototale", "cup"].map(String::from);
        assert_eq!(LAYOUT.fit(&headers).twins, [(0, 2)]);
    }

    #[test]
    fn names_what_is_missing() {
        assert_eq!(LAYOUT.fit(&["finanziamentototale".into()]).missing, ["CUP"]);
    }
}
