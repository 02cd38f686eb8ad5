//! What each table of a snapshot holds: the one description of its columns. From it come the
//! SQL that makes the file, the CSV tables of a register with their `datapackage.json`, and the
//! reader that `build.rs` makes of them (which includes this file, so nothing else of the
//! program is named here).
//!
//! Amounts are integer euro cents, dates ISO 8601. A table is clustered by its key and stands in
//! a register in that order.

// Said with its path, for `build.rs` sees this file from elsewhere.
#[path = "schema/tables.rs"]
mod tables;

pub use tables::TABLES;

/// Marks a file as one of ours: "SPOR".
pub const APPLICATION_ID: u32 = 0x5350_4f52;
/// The format that this program writes and reads: a new one with every change of the tables, so
/// that an older file is told as one.
pub const FORMAT: u32 = 7;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    Date,
    Integer,
    /// Euro cents.
    Cents,
    Number,
    /// 0 or 1.
    Flag,
    /// Id of a row of the table `source`.
    Source,
    /// Id of a row of the table `project`.
    Project,
}

/// Whether a cell may be without a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Each row has a value.
    Always,
    /// A text that may have no letters: it is part of a key, and the tables have rows without it.
    MayBeEmpty,
    /// Null where nothing is published.
    Optional,
}

#[derive(Clone, Copy, Debug)]
pub struct Column {
    pub name: &'static str,
    pub kind: Kind,
    pub presence: Presence,
    pub about: &'static str,
    /// Official text: filled in a file that a person imports, not a column of a register.
    pub official_text: bool,
}

#[derive(Clone, Copy, Debug)]
pub struct Table {
    pub name: &'static str,
    pub about: &'static str,
    pub key: &'static [&'static str],
    pub columns: &'static [Column],
    /// Its rows are official texts: not a table of a register.
    pub official_text: bool,
}

impl Column {
    const fn new(kind: Kind, name: &'static str, about: &'static str) -> Column {
        Column {
            name,
            kind,
            presence: Presence::Always,
            about,
            official_text: false,
        }
    }

    const fn may_be_empty(self) -> Column {
        Column {
            presence: Presence::MayBeEmpty,
            ..self
        }
    }

    const fn optional(self) -> Column {
        Column {
            presence: Presence::Optional,
            ..self
        }
    }

    const fn required(self) -> Column {
        Column {
            presence: Presence::Always,
            ..self
        }
    }

    const fn named(self, name: &'static str, about: &'static str) -> Column {
        Column { name, about, ..self }
    }

    const fn official_text(self) -> Column {
        Column {
            official_text: true,
            ..self
        }
    }

    fn sql(&self) -> String {
        let kind = match self.kind {
            Kind::Text | Kind::Date | Kind::Project => "TEXT",
            Kind::Integer | Kind::Cents | Kind::Flag | Kind::Source => "INTEGER",
            Kind::Number => "REAL",
        };
        let null = match self.presence {
            Presence::Optional => "",
            _ => " NOT NULL",
        };
        format!("\"{}\" {kind}{null}", self.name)
    }
}

impl Table {
    const fn new(
        name: &'static str,
        about: &'static str,
        key: &'static [&'static str],
        columns: &'static [Column],
    ) -> Table {
        Table {
            name,
            about,
            key,
            columns,
            official_text: false,
        }
    }

    const fn official_text(self) -> Table {
        Table {
            official_text: true,
            ..self
        }
    }

    /// The columns that a register has.
    pub fn register(&self) -> impl Iterator<Item = &'static Column> {
        self.columns.iter().filter(|c| !c.official_text)
    }

    fn sql(&self) -> String {
        let columns: Vec<String> = self.columns.iter().map(Column::sql).collect();
        let key: Vec<String> = self.key.iter().map(|k| format!("\"{k}\"")).collect();
        let (name, columns, key) = (self.name, columns.join(", "), key.join(", "));
        format!("CREATE TABLE \"{name}\" ({columns}, PRIMARY KEY ({key})) STRICT, WITHOUT ROWID;\n")
    }
}

/// The SQL that makes an empty snapshot.
pub fn sql() -> String {
    let mut out = format!(
        "PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {FORMAT}; PRAGMA page_size = 4096;\n"
    );
    out.extend(TABLES.iter().map(Table::sql));
    out.push_str(
        "CREATE INDEX project_cup ON project (cup);
         CREATE INDEX project_submeasure ON project (submeasure);
         CREATE INDEX tender_cig ON tender (cig);",
    );
    out
}

const fn text(name: &'static str, about: &'static str) -> Column {
    Column::new(Kind::Text, name, about)
}

const fn date(name: &'static str, about: &'static str) -> Column {
    Column::new(Kind::Date, name, about).optional()
}

const fn integer(name: &'static str, about: &'static str) -> Column {
    Column::new(Kind::Integer, name, about)
}

const fn cents(name: &'static str, about: &'static str) -> Column {
    Column::new(Kind::Cents, name, about).optional()
}

const fn number(name: &'static str, about: &'static str) -> Column {
    Column::new(Kind::Number, name, about).optional()
}

const fn flag(name: &'static str, about: &'static str) -> Column {
    Column::new(Kind::Flag, name, about)
}

const PROJECT: Column = Column::new(Kind::Project, "project", "the project");
const SEQ: Column = integer("seq", "place among the rows of the same key");
const SOURCE: Column = Column::new(Kind::Source, "source", "where it stands");
