//! Candidatures of PA digitale 2026.

use super::call;
use crate::model::{Candidature, ProjectId};
use crate::snapshot::sql::{Read, Walk, insert, query};
use crate::snapshot::{OpenError, Snapshot};
use rusqlite::{Connection, Row};

query! {
    one: "candidature" { ipa, call, window, amount, sent, funded, status, status_date, source }
    "FROM candidature WHERE project = ?1 ORDER BY seq"
}
query! {
    /// The last state of a project is the one that holds.
    brief: "candidature" { project, status }
    "FROM candidature WHERE status IS NOT NULL ORDER BY project, seq"
}

// Sent and granted on the same days for the same money, under one CUP: two lists name two bodies.
query! {
    moved: "candidature" { project = "o.project", is_newer = "o.source > c.source" }
    "FROM candidature c JOIN project ours ON ours.id = c.project
    JOIN project theirs ON theirs.cup = ?2 AND theirs.submeasure = ours.submeasure AND theirs.id <> ours.id
    JOIN candidature o ON o.project = theirs.id AND o.sent = c.sent AND o.funded = c.funded
    AND o.amount = c.amount AND o.ipa <> c.ipa AND o.source <> c.source
    WHERE c.project = ?1 ORDER BY o.source DESC"
}

/// The project under whose body another list has the same application.
pub fn moved(snapshot: &Snapshot, id: ProjectId, cup: &str) -> Result<Option<(ProjectId, bool)>, OpenError> {
    if cup.is_empty() {
        return Ok(None);
    }
    let mut found = snapshot.rows(moved::SQL, (id, cup), |row| {
        Ok((row.read(moved::project)?, row.read(moved::is_newer)?))
    })?;
    found.truncate(1);
    Ok(found.pop())
}

/// Writes the candidatures of a project.
pub fn insert(db: &Connection, project: ProjectId, candidatures: &[Candidature]) -> rusqlite::Result<()> {
    for call in candidatures.iter().filter_map(|c| c.call.as_ref()) {
        call::insert(db, call)?;
    }
    insert!(db, "INSERT" "candidature", for (seq, c) in (0..).zip(candidatures) => {
        project: project, seq: seq as i64, ipa: c.ipa, call: c.call.as_ref().map(|call| &call.id),
        window: c.window, amount: c.amount, sent: c.sent, funded: c.funded,
        status: c.status.map(String::from), status_date: c.status_date, source: c.source,
    });
    Ok(())
}

/// The candidatures of a project.
pub fn of(snapshot: &Snapshot, project: ProjectId) -> Result<Vec<Candidature>, OpenError> {
    snapshot.rows(one::SQL, [project], |row| {
        let call = match row.maybe_str(one::call)? {
            Some(id) => call::of(snapshot, id)?,
            None => None,
        };
        Ok(Candidature {
            ipa: row.read(one::ipa)?,
            call,
            window: row.read(one::window)?,
            amount: row.read(one::amount)?,
            sent: row.read(one::sent)?,
            funded: row.read(one::funded)?,
            status: row.maybe_str(one::status)?.and_then(|s| s.chars().next()),
            status_date: row.read(one::status_date)?,
            source: row.read(one::source)?,
        })
    })
}

pub const BRIEF: Walk = Walk {
    sql: brief::SQL,
    project: brief::project,
};

/// The status of the candidature of a row.
pub fn brief(row: &Row<'_>) -> Result<Option<char>, OpenError> {
    Ok(row.str(brief::status)?.chars().next())
}
