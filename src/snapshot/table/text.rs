//! Official titles and summaries, in a file that a person imports.

use crate::model::{Observed, Project, ProjectId};
use crate::snapshot::sql::{Read, Walk, insert, query};
use crate::snapshot::{OpenError, Snapshot};
use rusqlite::{Connection, Row};

query! { one: "official_text" { kind, value, source } "FROM official_text WHERE project = ?1" }
query! {
    brief: "official_text" { project, value } "FROM official_text WHERE kind = 'title' ORDER BY project"
}

/// Writes the official texts of a project.
pub fn insert(db: &Connection, p: &Project) -> rusqlite::Result<()> {
    let texts = [("title", &p.official_title), ("summary", &p.official_summary)];
    let texts = texts
        .into_iter()
        .filter_map(|(kind, text)| Some((kind, text.as_ref()?)));
    insert!(db, "INSERT" "official_text", for (kind, text) in texts => {
        project: p.id, kind: kind, value: text.value, source: text.source,
    });
    Ok(())
}

/// Title and summary.
pub type Texts = (Option<Observed<String>>, Option<Observed<String>>);

/// The official texts of a project.
pub fn of(snapshot: &Snapshot, project: ProjectId) -> Result<Texts, OpenError> {
    let mut out = (None, None);
    snapshot.each_of(one::SQL, [project], |row| {
        let (value, source) = (row.read(one::value)?, row.read(one::source)?);
        let text = Some(Observed { value, source });
        match row.str(one::kind)? {
            "title" => out.0 = text,
            _ => out.1 = text,
        }
        Ok(())
    })?;
    Ok(out)
}

pub const BRIEF: Walk = Walk {
    sql: brief::SQL,
    project: brief::project,
};

/// The title of a row.
pub fn brief<'a>(row: &'a Row<'_>) -> Result<&'a str, OpenError> {
    row.str(brief::value)
}
