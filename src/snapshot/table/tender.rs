//! Tenders of a project, with their winners.

use super::body;
use crate::model::{Award, Body, BodyId, ProjectId, SourceId, Task, Tender, Unnamed};
use crate::snapshot::sql::{Read, Tasks, insert, query};
use crate::snapshot::{OpenError, Snapshot};
use rusqlite::{Connection, Row};

// A code that stands in another project, too, is a contract that serves both.
query! {
    one: "tender" {
        cig, pda, framework_cig, object_kind, object, tasks, mode, procedure, published, absence_code,
        absence, base, framework = "t.framework OR EXISTS (SELECT 1 FROM tender o
            JOIN project theirs ON theirs.id = o.project JOIN project ours ON ours.id = t.project
            WHERE o.cig = t.cig AND t.cig <> '' AND theirs.cup <> ours.cup)",
        award, awarded, source
    }
    "FROM tender t WHERE project = ?1 ORDER BY seq"
}
query! {
    winner: "winner" {
        tender = "w.tender", subcontractor = "w.subcontractor", role = "w.role", source = "w.source",
        unnamed = "w.unnamed", own_trade = "w.trade",
        id = "b.id", name = "b.name", tax_code = "b.tax_code", form = "b.form", trade = "b.trade",
        trade_source = "b.trade_source"
    }
    "FROM winner w LEFT JOIN body b ON b.id = w.body WHERE w.project = ?1 ORDER BY w.tender, w.seq"
}
query! { of_cig: "tender" { project = "DISTINCT project" } "FROM tender WHERE cig = ?1 ORDER BY project" }
// Under the same CUP and measure, no contract of one is missing in the other.
query! {
    doubles: "project" { id = "theirs.id" }
    "FROM project theirs JOIN project ours ON ours.id = ?1 AND ours.submeasure = theirs.submeasure
    WHERE theirs.cup = ?2 AND theirs.id <> ?1
    AND EXISTS (SELECT 1 FROM tender t WHERE t.project = ?1 AND t.cig <> '')
    AND NOT EXISTS (SELECT 1 FROM tender t WHERE t.project = ?1 AND NOT EXISTS
        (SELECT 1 FROM tender o WHERE o.project = theirs.id AND o.cig = t.cig))
    AND NOT EXISTS (SELECT 1 FROM tender o WHERE o.project = theirs.id AND NOT EXISTS
        (SELECT 1 FROM tender t WHERE t.project = ?1 AND t.cig = o.cig))
    ORDER BY theirs.id"
}
query! {
    cigs: "tender" { cig = "DISTINCT cig", project }
    "FROM tender WHERE cig <> '' ORDER BY cig, project"
}

/// Other projects of its CUP and measure that have the very same contracts.
pub fn doubles(snapshot: &Snapshot, id: ProjectId, cup: &str) -> Result<Vec<ProjectId>, OpenError> {
    if cup.is_empty() {
        return Ok(Vec::new());
    }
    snapshot.rows(doubles::SQL, (id, cup), |row| row.read(doubles::id))
}

/// Writes the tenders of a project.
pub fn insert(db: &Connection, project: ProjectId, tenders: &[Tender]) -> rusqlite::Result<()> {
    insert!(db, "INSERT" "tender", for (seq, t) in (0..).zip(tenders) => {
        project: project, seq: seq as i64, cig: t.cig, pda: t.pda, framework_cig: t.framework_cig,
        object_kind: t.object_kind, object: t.object, tasks: codes(&t.tasks), mode: t.mode, procedure: t.procedure,
        published: t.published, absence_code: t.absence_code, absence: t.absence, base: t.base,
        framework: t.framework, award: t.award, awarded: t.awarded,
        source: t.source.unwrap_or(SourceId(0)),
    });
    for (tender, t) in (0i64..).zip(tenders) {
        for body in t.winners.iter().filter_map(|w| w.body.as_ref()) {
            body::insert(db, body)?;
        }
        insert!(db, "INSERT" "winner", for (seq, w) in (0..).zip(&t.winners) => {
            project: project, tender: tender, seq: seq as i64, body: w.body.as_ref().map(|b| &b.id),
            unnamed: w.unnamed.code(), trade: w.trade.as_ref().map(|t| t.code.as_str()),
            subcontractor: w.subcontractor, role: w.role, source: w.source,
        });
    }
    Ok(())
}

/// The tenders of a project.
pub fn of(snapshot: &Snapshot, project: ProjectId) -> Result<Vec<Tender>, OpenError> {
    let mut tenders = snapshot.rows(one::SQL, [project], tender)?;
    let winners = snapshot.rows(winner::SQL, [project], |row| {
        Ok((row.read::<usize>(winner::tender)?, award(row)?))
    })?;
    for (tender, award) in winners {
        if let Some(tender) = tenders.get_mut(tender) {
            tender.winners.push(award);
        }
    }
    Ok(tenders)
}

/// "design supervision".
fn codes(tasks: &[Task]) -> String {
    let codes: Vec<&str> = tasks.iter().map(|task| task.code()).collect();
    codes.join(" ")
}

fn tender(row: &Row<'_>) -> Result<Tender, OpenError> {
    Ok(Tender {
        cig: row.read(one::cig)?,
        pda: row.read(one::pda)?,
        framework_cig: row.read(one::framework_cig)?,
        object_kind: row.read(one::object_kind)?,
        object: row.read(one::object)?,
        tasks: row.read::<Tasks>(one::tasks)?.0,
        mode: row.read(one::mode)?,
        procedure: row.read(one::procedure)?,
        published: row.read(one::published)?,
        absence_code: row.read(one::absence_code)?,
        absence: row.read(one::absence)?,
        base: row.read(one::base)?,
        framework: row.read(one::framework)?,
        award: row.read(one::award)?,
        awarded: row.read(one::awarded)?,
        source: Some(row.read(one::source)?),
        winners: Vec::new(),
    })
}

fn award(row: &Row<'_>) -> Result<Award, OpenError> {
    let body = match row.read::<Option<BodyId>>(winner::id)? {
        Some(id) => Some(Body {
            id,
            name: row.read(winner::name)?,
            tax_code: row.read(winner::tax_code)?,
            form: row.read(winner::form)?,
            trade: body::trade(row.read(winner::trade)?, row.read(winner::trade_source)?),
        }),
        None => None,
    };
    let source = row.read(winner::source)?;
    Ok(Award {
        body,
        unnamed: Unnamed::from_code(row.maybe_str(winner::unnamed)?),
        trade: body::trade(row.read(winner::own_trade)?, Some(source)),
        subcontractor: row.read(winner::subcontractor)?,
        role: row.read(winner::role)?,
        source,
    })
}

impl Snapshot {
    /// The projects of a tender's code.
    ///
    /// # Errors
    /// When the archive cannot be read.
    pub fn projects_of_cig(&self, cig: &str) -> Result<Vec<ProjectId>, OpenError> {
        self.rows(of_cig::SQL, [cig], |row| row.read(of_cig::project))
    }

    /// Every CIG with its project, for the search by code.
    ///
    /// # Errors
    /// When the archive cannot be read.
    pub fn cigs(&self) -> Result<Vec<(String, ProjectId)>, OpenError> {
        self.rows(cigs::SQL, [], |row| {
            Ok((row.read(cigs::cig)?, row.read(cigs::project)?))
        })
    }
}
