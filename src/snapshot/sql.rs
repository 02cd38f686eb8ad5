//! How a table's file speaks to SQLite: by the names of columns, never by their places. A query
//! names its columns once and they are read by these names; a row is written as `column: value`.
//! The types of the model pass through here in both directions, and what is no value of its type
//! is an error that names table and column.

use super::OpenError;
use crate::model::{
    AmountKind, BodyId, Cents, ComuneCode, DisagreementKind, FactKind, Fund, LabelKind, ProjectDateKind,
    ProjectId, ProvinceCode, RegionCode, Role, SourceId, Submeasure, Table, Task, TextColumn,
};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use rusqlite::{Row, ToSql};
use std::sync::OnceLock;

/// A column of a query.
#[derive(Clone, Copy)]
pub(super) struct Column {
    pub table: &'static str,
    pub name: &'static str,
    pub at: usize,
}

/// A query ordered by project, to be walked beside the list of all projects.
pub(super) struct Walk {
    pub sql: &'static str,
    pub project: Column,
}

/// `query! { name: "table" { column, other = "t.sql" } "FROM table …" }` makes a module `name`
/// with the query as `SQL` and a constant for each column.
macro_rules! query {
    (
        $(#[$doc:meta])*
        $name:ident: $table:literal {
            $first:ident $(= $first_sql:literal)? $(, $rest:ident $(= $rest_sql:literal)?)* $(,)?
        } $tail:literal
    ) => {
        $(#[$doc])*
        #[allow(non_upper_case_globals)]
        mod $name {
            use crate::snapshot::sql::{Column, expression};

            #[allow(non_camel_case_types)]
            enum At { $first $(, $rest)* }

            pub const SQL: &str = concat!(
                "SELECT ", expression!($first $(= $first_sql)?),
                $(", ", expression!($rest $(= $rest_sql)?),)* " ", $tail
            );
            pub const $first: Column = Column {
                table: $table, name: stringify!($first), at: At::$first as usize,
            };
            $(pub const $rest: Column = Column {
                table: $table, name: stringify!($rest), at: At::$rest as usize,
            };)*
        }
    };
}

macro_rules! expression {
    ($name:ident) => {
        concat!("\"", stringify!($name), "\"")
    };
    ($name:ident = $sql:literal) => {
        $sql
    };
}

/// `insert!(db, "INSERT" "table", for row in rows => { column: value, … })` writes all rows, some of
/// them with each statement: SQLite begins and ends one in more time than a row takes.
macro_rules! insert {
    (
        $db:expr, $verb:literal $table:literal, for $row:pat in $rows:expr => {
            $first:ident: $first_value:expr $(, $rest:ident: $rest_value:expr)* $(,)?
        }
    ) => {{
        static SQL: crate::snapshot::sql::Rows = crate::snapshot::sql::Rows::new(
            concat!(
                $verb, " INTO \"", $table, "\" (\"", stringify!($first), "\"",
                $(", \"", stringify!($rest), "\"",)* ") VALUES "
            ),
            [stringify!($first) $(, stringify!($rest))*].len(),
        );
        let mut rows = IntoIterator::into_iter($rows);
        loop {
            let some: Vec<_> = rows.by_ref().take(crate::snapshot::sql::TOGETHER).collect();
            let Some(sql) = SQL.of(some.len()) else { break };
            let mut statement = $db.prepare_cached(sql)?;
            let mut at = 0;
            for $row in some {
                at += 1;
                statement.raw_bind_parameter(at, &$first_value)?;
                $(
                    at += 1;
                    statement.raw_bind_parameter(at, &$rest_value)?;
                )*
            }
            statement.raw_execute()?;
        }
    }};
}

pub(super) use {expression, insert, query};

/// So many rows are written together.
pub(super) const TOGETHER: usize = 12;

/// The statements that write rows of a table.
pub(super) struct Rows {
    head: &'static str,
    columns: usize,
    /// With one row, with two, and so on.
    sql: OnceLock<Vec<String>>,
}

impl Rows {
    pub const fn new(head: &'static str, columns: usize) -> Rows {
        let sql = OnceLock::new();
        Rows { head, columns, sql }
    }

    /// The statement that writes so many.
    pub fn of(&self, rows: usize) -> Option<&str> {
        let all = self.sql.get_or_init(|| {
            let row = format!("({})", vec!["?"; self.columns].join(","));
            let rows = (1..=TOGETHER).map(|n| vec![row.as_str(); n].join(","));
            rows.map(|rows| format!("{}{rows}", self.head)).collect()
        });
        all.get(rows.checked_sub(1)?).map(String::as_str)
    }
}

/// Reads columns as the types of the model.
pub(super) trait Read {
    fn read<T: FromSql>(&self, column: Column) -> Result<T, OpenError>;

    /// A text, not copied.
    fn str(&self, column: Column) -> Result<&str, OpenError>;

    /// A text or null, not copied.
    fn maybe_str(&self, column: Column) -> Result<Option<&str>, OpenError>;
}

impl Read for Row<'_> {
    fn read<T: FromSql>(&self, column: Column) -> Result<T, OpenError> {
        self.get(column.at).map_err(|error| malformed(column, error))
    }

    fn str(&self, column: Column) -> Result<&str, OpenError> {
        let text = self.get_ref(column.at)?.as_str();
        text.map_err(|error| malformed(column, error))
    }

    fn maybe_str(&self, column: Column) -> Result<Option<&str>, OpenError> {
        let text = self.get_ref(column.at)?.as_str_or_null();
        text.map_err(|error| malformed(column, error))
    }
}

fn malformed(column: Column, error: impl ToString) -> OpenError {
    OpenError::Malformed {
        table: column.table,
        column: column.name,
        error: error.to_string(),
    }
}

/// What is no value of its type.
#[derive(Debug, thiserror::Error)]
#[error("«{0}» is no such value")]
struct NoValue(String);

fn no_value(text: &str) -> FromSqlError {
    FromSqlError::other(NoValue(text.chars().take(40).collect()))
}

/// Types that stand in a file as a text which they can read back.
macro_rules! texts {
    ($($type:ty: $read:expr, $write:expr;)*) => { $(
        impl FromSql for $type {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                let text = value.as_str()?;
                let read: fn(&str) -> Option<$type> = $read;
                read(text).ok_or_else(|| no_value(text))
            }
        }

        impl ToSql for $type {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                let write: fn(&$type) -> &str = $write;
                Ok(write(self).into())
            }
        }
    )* };
}

texts! {
    AmountKind: Self::from_code, |c| c.code();
    BodyId: |id| Some(BodyId(id.into())), |id| &id.0;
    ComuneCode: Self::parse, |c| c.as_str();
    DisagreementKind: Self::from_code, |c| c.code();
    FactKind: Self::from_code, |c| c.code();
    Fund: Self::from_code, |c| c.code();
    LabelKind: Self::from_code, |c| c.code();
    ProjectDateKind: Self::from_code, |c| c.code();
    ProjectId: Self::parse, |id| id.as_str();
    ProvinceCode: Self::parse, |c| c.as_str();
    RegionCode: Self::parse, |c| c.as_str();
    Role: Self::from_code, |c| c.code();
    Submeasure: |code| Submeasure::parse(code).ok(), |c| c.as_str();
    Table: Self::from_code, |c| c.code();
    TextColumn: Self::from_code, |c| c.code();
}

/// Codes of tasks, parted by blanks.
pub(super) struct Tasks(pub Vec<Task>);

impl FromSql for Tasks {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        let tasks = text.split_whitespace().map(Task::from_code);
        let tasks = tasks
            .collect::<Option<Vec<Task>>>()
            .ok_or_else(|| no_value(text))?;
        Ok(Tasks(tasks))
    }
}

impl FromSql for Cents {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match i64::column_result(value)? {
            cents if cents.unsigned_abs() <= Cents::MOST.0.unsigned_abs() => Ok(Cents(cents)),
            cents => Err(FromSqlError::OutOfRange(cents)),
        }
    }
}

impl ToSql for Cents {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.into())
    }
}

impl FromSql for SourceId {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        u32::column_result(value).map(SourceId)
    }
}

impl ToSql for SourceId {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.into())
    }
}
