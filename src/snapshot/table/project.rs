//! Projects by their three codes, other spellings of the local one, and who lists them.

use crate::model::{Project, ProjectId, SourceId, Submeasure};
use crate::snapshot::sql::{Read, insert, query};
use crate::snapshot::{OpenError, Snapshot};
use rusqlite::{Connection, Row};

query! { one: "project" { submeasure, cup, local_code } "FROM project WHERE id = ?1" }
query! { brief: "project" { id, submeasure, cup, local_code } "FROM project ORDER BY id" }
query! { of_cup: "project" { id, submeasure } "FROM project WHERE cup = ?1 AND id <> ?2 ORDER BY id" }
query! { alias: "alias" { value } "FROM alias WHERE project = ?1 ORDER BY value" }
query! { all_aliases: "alias" { value, project } "FROM alias ORDER BY value, project" }
query! { meant: "alias" { project } "FROM alias WHERE value = ?1 ORDER BY project" }
query! { seen: "seen" { source } "FROM seen WHERE project = ?1" }

/// Writes the codes of a project, its other spellings and the sources that list it.
pub fn insert(db: &Connection, p: &Project) -> rusqlite::Result<()> {
    insert!(db, "INSERT" "project", for p in [p] => {
        id: p.id, submeasure: p.submeasure, cup: p.cup, local_code: p.local_code,
    });
    insert!(db, "INSERT OR IGNORE" "alias", for alias in &p.aliases => { project: p.id, value: alias });
    insert!(db, "INSERT OR IGNORE" "seen", for source in &p.seen => { project: p.id, source: source });
    Ok(())
}

/// Sub-measure, CUP and local code.
pub type Codes = (Submeasure, String, String);

/// The codes of a project.
pub fn codes(snapshot: &Snapshot, id: ProjectId) -> Result<Option<Codes>, OpenError> {
    let mut rows = snapshot.rows(one::SQL, [id], |row| {
        Ok((
            row.read(one::submeasure)?,
            row.read(one::cup)?,
            row.read(one::local_code)?,
        ))
    })?;
    Ok(rows.pop())
}

/// Other projects of the snapshot with the same CUP.
pub fn siblings(
    snapshot: &Snapshot,
    id: ProjectId,
    cup: &str,
) -> Result<Vec<(ProjectId, Submeasure)>, OpenError> {
    if cup.is_empty() {
        return Ok(Vec::new());
    }
    snapshot.rows(of_cup::SQL, (cup, id), |row| {
        Ok((row.read(of_cup::id)?, row.read(of_cup::submeasure)?))
    })
}

/// The ids that other spellings of its local code give.
pub fn aliases(snapshot: &Snapshot, id: ProjectId) -> Result<Vec<ProjectId>, OpenError> {
    snapshot.rows(alias::SQL, [id], |row| row.read(alias::value))
}

/// Every such id, with its project.
pub fn all_aliases(snapshot: &Snapshot) -> Result<Vec<(ProjectId, ProjectId)>, OpenError> {
    snapshot.rows(all_aliases::SQL, [], |row| {
        Ok((row.read(all_aliases::value)?, row.read(all_aliases::project)?))
    })
}

/// The project that an id of another spelling means.
pub fn meant(snapshot: &Snapshot, alias: ProjectId) -> Result<Option<ProjectId>, OpenError> {
    let mut found = snapshot.rows(meant::SQL, [alias], |row| row.read(meant::project))?;
    found.truncate(1);
    Ok(found.pop())
}

/// The sources that list the project.
pub fn seen(snapshot: &Snapshot, id: ProjectId) -> Result<Vec<SourceId>, OpenError> {
    snapshot.rows(seen::SQL, [id], |row| row.read(seen::source))
}

pub use brief::SQL as BRIEF;

/// Id, sub-measure, CUP and local code.
pub fn brief<'a>(row: &'a Row<'_>) -> Result<(ProjectId, &'a str, &'a str, &'a str), OpenError> {
    Ok((
        row.read(brief::id)?,
        row.str(brief::submeasure)?,
        row.str(brief::cup)?,
        row.str(brief::local_code)?,
    ))
}
