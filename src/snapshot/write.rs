//! Writing a snapshot: built in memory, sealed with its checksum, put beside its final name and
//! renamed, so that no half file is ever taken for a whole one.

use super::{SCHEMA, check};
use crate::model::{
    Body, Call, Comune, Measure, Milestone, Project, Province, Region, RegionCode, Source, SourceId,
    Submeasure,
};
use rusqlite::{Connection, MAIN_DB, ToSql, params};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Collects rows and yields the bytes of a snapshot. Rows that were written already under the
/// same key (bodies, classes, calls) are left as they are.
pub struct Writer {
    db: Connection,
}

#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    #[error("the database refuses: {0}")]
    Database(#[from] rusqlite::Error),
    #[error("{}: {error}", path.display())]
    Io { path: PathBuf, error: std::io::Error },
    #[error("the checksum has no place in the snapshot")]
    Seal,
}

type Done = Result<(), WriteError>;

impl Writer {
    /// `region` is `None` for the whole nation.
    pub fn new(region: Option<RegionCode>, region_name: &str) -> Result<Writer, WriteError> {
        let db = Connection::open_in_memory()?;
        db.set_prepared_statement_cache_capacity(64);
        db.execute_batch(SCHEMA)?;
        // Nothing is ever rolled back: what fails is thrown away.
        db.pragma_update(None, "journal_mode", "OFF")?;
        db.execute_batch("BEGIN")?;
        let writer = Writer { db };
        let region = region.map(|code| code.to_string()).unwrap_or_default();
        for (key, value) in [
            ("checksum", check::blank().as_str()),
            ("region", &region),
            ("region_name", region_name),
        ] {
            writer.put("INSERT INTO meta VALUES (?1, ?2)", params![key, value])?;
        }
        Ok(writer)
    }

    fn put(&self, sql: &str, values: &[&dyn ToSql]) -> Done {
        self.db.prepare_cached(sql)?.execute(values)?;
        Ok(())
    }

    /// Many rows of one table, under one look-up of its statement.
    fn put_all<T>(
        &self,
        sql: &str,
        rows: &[T],
        bind: impl Fn(&T, &mut rusqlite::Statement) -> rusqlite::Result<usize>,
    ) -> Done {
        if rows.is_empty() {
            return Ok(());
        }
        let mut statement = self.db.prepare_cached(sql)?;
        for row in rows {
            bind(row, &mut statement)?;
        }
        Ok(())
    }

    pub fn source(&self, source: &Source) -> Done {
        let Source {
            id,
            table,
            name,
            publisher,
            date,
            rows,
            licence,
            url,
            columns,
        } = source;
        let date = date.map(|d| d.to_string());
        let rows = i64::try_from(*rows).unwrap_or(i64::MAX);
        let sql = "INSERT INTO source VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        self.put(
            sql,
            params![
                id.0,
                table.code(),
                name,
                publisher,
                date,
                rows,
                licence,
                url,
                columns.join("; ")
            ],
        )
    }

    pub fn region(&self, region: &Region) -> Done {
        let Region {
            code,
            name,
            in_it,
            of_it,
        } = region;
        self.put(
            "INSERT OR IGNORE INTO region VALUES (?1, ?2, ?3, ?4)",
            params![code.as_str(), name, in_it, of_it],
        )
    }

    pub fn province(&self, province: &Province) -> Done {
        let Province {
            code,
            sigla,
            name,
            region,
        } = province;
        self.put(
            "INSERT OR IGNORE INTO province VALUES (?1, ?2, ?3, ?4)",
            params![code.as_str(), sigla, name, region.as_str()],
        )
    }

    pub fn comune(&self, comune: &Comune) -> Done {
        let Comune {
            code,
            name,
            province,
            population,
            source,
        } = comune;
        let sql = "INSERT OR IGNORE INTO comune VALUES (?1, ?2, ?3, ?4, ?5)";
        self.put(
            sql,
            params![code.as_str(), name, province.as_str(), population, source.0],
        )
    }

    pub fn measure(&self, m: &Measure) -> Done {
        let sql = "INSERT INTO measure VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
        let total = m.total.map(|c| c.0);
        self.put(
            sql,
            params![
                m.code.as_str(),
                m.name,
                m.measure,
                m.measure_name,
                m.mission_name,
                m.component_name,
                m.loan_or_grant,
                m.administration,
                total,
                m.source.0
            ],
        )?;
        match &m.spending {
            Some(s) => self.put(
                "INSERT INTO spending VALUES (?1, ?2, ?3)",
                params![m.code.as_str(), s.spent.0, s.source.0],
            ),
            None => Ok(()),
        }
    }

    /// `seq` tells apart the parts of one milestone.
    pub fn milestone(&self, measure: &Submeasure, seq: usize, m: &Milestone) -> Done {
        let sql = "INSERT INTO milestone VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
        self.put(
            sql,
            params![
                measure.as_str(),
                m.code,
                seq as i64,
                m.is_target,
                m.european,
                m.year,
                m.quarter,
                m.goal,
                m.unit,
                m.source.0
            ],
        )
    }

    pub fn call(&self, c: &Call) -> Done {
        let sql = "INSERT OR IGNORE INTO call VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
        let measure = c.measure.as_ref().map(Submeasure::as_str);
        let (opened, closed) = (c.opened.map(|d| d.to_string()), c.closed.map(|d| d.to_string()));
        let amount = c.amount.map(|a| a.0);
        self.put(
            sql,
            params![
                c.id, measure, c.kind, c.code, c.title, c.issuer, c.audience, opened, closed, c.status,
                amount, c.source.0
            ],
        )
    }

    /// Official name of a code of the classification, or of an indicator (`kind` "indicator").
    pub fn class(&self, kind: &str, code: &str, name: &str) -> Done {
        self.put(
            "INSERT OR IGNORE INTO class VALUES (?1, ?2, ?3)",
            params![kind, code, name],
        )
    }

    pub fn quality(&self, source: SourceId, problem: &str, count: u64) -> Done {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        self.put(
            "INSERT INTO quality VALUES (?1, ?2, ?3)",
            params![source.0, problem, count],
        )
    }

    fn body(&self, body: &Body) -> Done {
        let sql = "INSERT OR IGNORE INTO body VALUES (?1, ?2, ?3, ?4)";
        self.put(sql, params![body.id.0, body.name, body.tax_code, body.form])
    }

    /// The project and all that hangs on it. Its call, if any, is written by [`Writer::call`].
    pub fn project(&self, p: &Project) -> Done {
        let id = p.id.as_str();
        self.put(
            "INSERT INTO project VALUES (?1, ?2, ?3, ?4)",
            params![id, p.submeasure.as_str(), p.cup, p.local_code],
        )?;
        self.put_all(
            "INSERT OR IGNORE INTO alias VALUES (?1, ?2)",
            &p.aliases,
            |alias, s| s.execute(params![id, alias]),
        )?;
        self.put_all(
            "INSERT OR IGNORE INTO seen VALUES (?1, ?2)",
            &p.seen,
            |source, s| s.execute(params![id, source.0]),
        )?;
        self.put_all("INSERT INTO label VALUES (?1, ?2, ?3, ?4)", &p.labels, |l, s| {
            s.execute(params![id, l.kind.code(), l.value, l.source.0])
        })?;
        self.put_all(
            "INSERT INTO amount VALUES (?1, ?2, ?3, ?4, ?5)",
            &p.amounts,
            |(kind, fund, amount), s| {
                s.execute(params![
                    id,
                    kind.code(),
                    fund.code(),
                    amount.value.0,
                    amount.source.0
                ])
            },
        )?;
        self.put_all("INSERT INTO date VALUES (?1, ?2, ?3, ?4)", &p.dates, |d, s| {
            s.execute(params![id, d.kind.code(), d.value.to_string(), d.source.0])
        })?;
        self.phases(id, p)?;
        for (seq, place) in p.places.iter().enumerate() {
            let sql = "INSERT INTO place VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
            self.put(
                sql,
                params![
                    id,
                    seq as i64,
                    place.region.map(|c| c.to_string()),
                    place.province.map(|c| c.to_string()),
                    place.comune.map(|c| c.to_string()),
                    place.address,
                    place.cap,
                    place.share,
                    place.source.0
                ],
            )?;
        }
        for (role, body, source) in &p.bodies {
            self.body(body)?;
            let sql = "INSERT OR IGNORE INTO role VALUES (?1, ?2, ?3, ?4)";
            self.put(sql, params![id, role.code(), body.id.0, source.0])?;
        }
        self.tenders(id, p)?;
        self.targets(id, p)?;
        for (seq, c) in p.candidatures.iter().enumerate() {
            if let Some(call) = &c.call {
                self.call(call)?;
            }
            let sql = "INSERT INTO candidature VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
            self.put(
                sql,
                params![
                    id,
                    seq as i64,
                    c.ipa,
                    c.call.as_ref().map(|call| &call.id),
                    c.amount.map(|a| a.0),
                    c.sent.map(|d| d.to_string()),
                    c.funded.map(|d| d.to_string()),
                    c.status.map(String::from),
                    c.status_date.map(|d| d.to_string()),
                    c.source.0
                ],
            )?;
        }
        for (seq, d) in p.disagreements.iter().enumerate() {
            let sql = "INSERT INTO disagreement VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
            self.put(
                sql,
                params![
                    id,
                    d.field,
                    seq as i64,
                    d.kept,
                    d.kept_source.0,
                    d.other,
                    d.other_source.0
                ],
            )?;
        }
        for (kind, text) in [("title", &p.official_title), ("summary", &p.official_summary)] {
            if let Some(text) = text {
                let sql = "INSERT INTO official_text VALUES (?1, ?2, ?3, ?4)";
                self.put(sql, params![id, kind, text.value, text.source.0])?;
            }
        }
        Ok(())
    }

    fn phases(&self, id: &str, p: &Project) -> Done {
        for phase in &p.phases {
            let day = |d: Option<jiff::civil::Date>| d.map(|d| d.to_string());
            let sql = "INSERT INTO phase VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
            self.put(
                sql,
                params![
                    id,
                    phase.code,
                    phase.name,
                    day(phase.start_planned),
                    day(phase.start_actual),
                    day(phase.end_planned),
                    day(phase.end_actual),
                    phase.source.0
                ],
            )?;
        }
        Ok(())
    }

    fn tenders(&self, id: &str, p: &Project) -> Done {
        for (seq, t) in p.tenders.iter().enumerate() {
            let sql = "INSERT INTO tender VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)";
            self.put(
                sql,
                params![
                    id,
                    seq as i64,
                    t.cig,
                    t.pda,
                    t.framework_cig,
                    t.object_kind,
                    t.object,
                    t.mode,
                    t.procedure,
                    t.published.map(|d| d.to_string()),
                    t.absence_code,
                    t.absence,
                    t.base.map(|c| c.0),
                    t.award.map(|c| c.0),
                    t.awarded.map(|d| d.to_string()),
                    t.source.unwrap_or(SourceId(0)).0
                ],
            )?;
            for (n, w) in t.winners.iter().enumerate() {
                if let Some(body) = &w.body {
                    self.body(body)?;
                }
                let body = w.body.as_ref().map(|b| &b.id.0);
                let sql = "INSERT INTO winner VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
                self.put(
                    sql,
                    params![
                        id,
                        seq as i64,
                        n as i64,
                        body,
                        w.subcontractor,
                        w.role,
                        w.source.0
                    ],
                )?;
            }
        }
        Ok(())
    }

    fn targets(&self, id: &str, p: &Project) -> Done {
        for (seq, t) in p.targets.iter().enumerate() {
            self.class("indicator", &t.indicator, &t.name)?;
            let sql = "INSERT INTO target VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
            self.put(
                sql,
                params![
                    id,
                    t.indicator,
                    seq as i64,
                    t.unit,
                    t.planned,
                    t.achieved,
                    t.year,
                    t.month,
                    t.source.0
                ],
            )?;
        }
        Ok(())
    }

    /// The bytes of the snapshot, sealed.
    pub fn finish(mut self) -> Result<Vec<u8>, WriteError> {
        self.db.execute_batch("COMMIT")?;
        let mut bytes = self.db.serialize(MAIN_DB)?.to_vec();
        check::seal(&mut bytes).ok_or(WriteError::Seal)?;
        Ok(bytes)
    }
}

/// Writes bytes so that `path` holds either what it held or all of them: beside, fsync, rename.
pub fn save(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let failed = |error: std::io::Error| WriteError::Io {
        path: path.to_owned(),
        error,
    };
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".sportello-").suffix(".part");
    // A temporary file is its owner's alone; a snapshot is an ordinary file, as the umask allows.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut beside = builder.tempfile_in(folder).map_err(failed)?;
    beside.write_all(bytes).map_err(failed)?;
    beside.as_file().sync_all().map_err(failed)?;
    beside.persist(path).map_err(|e| failed(e.error))?;
    // On Unix the rename itself lasts only once the folder is written; elsewhere a folder cannot be opened.
    #[cfg(unix)]
    std::fs::File::open(folder)
        .and_then(|f| f.sync_all())
        .map_err(failed)?;
    Ok(())
}
