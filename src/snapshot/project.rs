//! All that a snapshot holds of one project.

use super::row::Columns;
use super::{OpenError, Snapshot};
use crate::model::{
    AmountKind, Award, Body, BodyId, Call, Candidature, ComuneCode, Disagreement, Fund, Label, LabelKind,
    Observed, Phase, Place, Project, ProjectDate, ProjectDateKind, ProjectId, ProvinceCode, RegionCode, Role,
    Submeasure, Target, Tender,
};
use rusqlite::{OptionalExtension, Result, Row};

pub(super) const CALL: &str = "SELECT id, measure, kind, code, title, issuer, audience, opened, closed, status, amount, source FROM call";

pub(super) fn call(row: &Row<'_>) -> Result<Call> {
    Ok(Call {
        id: row.text(0)?,
        measure: row.maybe_text(1)?.and_then(|code| Submeasure::parse(&code).ok()),
        kind: row.maybe_text(2)?,
        code: row.maybe_text(3)?,
        title: row.maybe_text(4)?,
        issuer: row.maybe_text(5)?,
        audience: row.maybe_text(6)?,
        opened: row.maybe_date(7)?,
        closed: row.maybe_date(8)?,
        status: row.maybe_text(9)?,
        amount: row.maybe_cents(10)?,
        source: row.source(11)?,
    })
}

impl Snapshot {
    pub fn project(&self, id: ProjectId) -> Result<Option<Project>, OpenError> {
        let head = self
            .db
            .prepare_cached("SELECT submeasure, cup, local_code FROM project WHERE id = ?1")?
            .query_row([id.as_str()], |row| {
                Ok((row.text(0)?, row.text(1)?, row.text(2)?))
            })
            .optional()?;
        let Some((submeasure, cup, local_code)) = head else {
            return Ok(None);
        };
        let Ok(submeasure) = Submeasure::parse(&submeasure) else {
            return Ok(None);
        };
        let labels = self.labels(id)?;
        let call_key = labels
            .iter()
            .find(|l| l.kind == LabelKind::Call)
            .map(|l| l.value.as_str());
        let call = call_key.map(|key| self.call(key)).transpose()?.flatten();
        let mut texts = self.rows(
            id,
            "SELECT kind, value, source FROM official_text WHERE project = ?1",
            |row| {
                Ok((
                    row.text(0)?,
                    Observed {
                        value: row.text(1)?,
                        source: row.source(2)?,
                    },
                ))
            },
        )?;
        let mut text = |kind: &str| {
            let at = texts.iter().position(|(k, _)| k == kind)?;
            Some(texts.swap_remove(at).1)
        };
        Ok(Some(Project {
            id,
            siblings: self.siblings(id, &cup)?,
            submeasure,
            cup,
            local_code,
            aliases: self.rows(id, "SELECT value FROM alias WHERE project = ?1", |row| {
                row.text(0)
            })?,
            seen: self.rows(id, "SELECT source FROM seen WHERE project = ?1", |row| {
                row.source(0)
            })?,
            call,
            labels,
            amounts: self.amounts(id)?,
            dates: self.dates(id)?,
            phases: self.phases(id)?,
            places: self.places_of(id)?,
            bodies: self.roles(id)?,
            tenders: self.tenders(id)?,
            targets: self.targets(id)?,
            candidatures: self.candidatures(id)?,
            disagreements: self.disagreements(id)?,
            official_title: text("title"),
            official_summary: text("summary"),
        }))
    }

    /// The project of a tender's code, or all of them.
    pub fn projects_of_cig(&self, cig: &str) -> Result<Vec<ProjectId>, OpenError> {
        let mut get = self
            .db
            .prepare("SELECT DISTINCT project FROM tender WHERE cig = ?1 ORDER BY project")?;
        let rows = get.query_map([cig], |row| row.project(0))?;
        Ok(rows.collect::<Result<_>>()?)
    }

    /// Every CIG with its project, for the search by code.
    pub fn cigs(&self) -> Result<Vec<(String, ProjectId)>, OpenError> {
        let mut get = self
            .db
            .prepare("SELECT DISTINCT cig, project FROM tender WHERE cig <> '' ORDER BY cig, project")?;
        let rows = get.query_map([], |row| Ok((row.text(0)?, row.project(1)?)))?;
        Ok(rows.collect::<Result<_>>()?)
    }

    fn rows<T>(
        &self,
        id: ProjectId,
        sql: &str,
        read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>, OpenError> {
        let mut get = self.db.prepare_cached(sql)?;
        let rows = get.query_map([id.as_str()], read)?;
        Ok(rows.collect::<Result<_>>()?)
    }

    fn siblings(&self, id: ProjectId, cup: &str) -> Result<Vec<(ProjectId, Submeasure)>, OpenError> {
        if cup.is_empty() {
            return Ok(Vec::new());
        }
        let mut get = self
            .db
            .prepare_cached("SELECT id, submeasure FROM project WHERE cup = ?1 AND id <> ?2 ORDER BY id")?;
        let rows = get.query_map([cup, id.as_str()], |row| Ok((row.project(0)?, row.text(1)?)))?;
        let mut out = Vec::new();
        for row in rows {
            let (id, code) = row?;
            out.extend(Submeasure::parse(&code).ok().map(|code| (id, code)));
        }
        Ok(out)
    }

    fn call(&self, key: &str) -> Result<Option<Call>, OpenError> {
        let mut get = self.db.prepare_cached(&format!("{CALL} WHERE id = ?1"))?;
        Ok(get.query_row([key], call).optional()?)
    }

    fn labels(&self, id: ProjectId) -> Result<Vec<Label>, OpenError> {
        let sql = "SELECT l.kind, l.value, l.source, c.name FROM label l
                   LEFT JOIN class c ON c.kind = l.kind AND c.code = l.value WHERE l.project = ?1";
        let rows = self.rows(id, sql, |row| {
            let Some(kind) = LabelKind::from_code(&row.text(0)?) else {
                return Ok(None);
            };
            Ok(Some(Label {
                kind,
                value: row.text(1)?,
                source: row.source(2)?,
                name: row.maybe_text(3)?,
            }))
        })?;
        Ok(rows.into_iter().flatten().collect())
    }

    fn amounts(
        &self,
        id: ProjectId,
    ) -> Result<Vec<(AmountKind, Fund, Observed<crate::model::Cents>)>, OpenError> {
        let sql = "SELECT kind, fund, cents, source FROM amount WHERE project = ?1";
        let rows = self.rows(id, sql, |row| {
            let kind = AmountKind::from_code(&row.text(0)?);
            let fund = Fund::from_code(&row.text(1)?);
            let amount = Observed {
                value: crate::model::Cents(row.get(2)?),
                source: row.source(3)?,
            };
            Ok(kind.zip(fund).map(|(kind, fund)| (kind, fund, amount)))
        })?;
        Ok(rows.into_iter().flatten().collect())
    }

    fn dates(&self, id: ProjectId) -> Result<Vec<ProjectDate>, OpenError> {
        let rows = self.rows(
            id,
            "SELECT kind, value, source FROM date WHERE project = ?1",
            |row| {
                let kind = ProjectDateKind::from_code(&row.text(0)?);
                let source = row.source(2)?;
                Ok(kind
                    .zip(row.maybe_date(1)?)
                    .map(|(kind, value)| ProjectDate { kind, value, source }))
            },
        )?;
        Ok(rows.into_iter().flatten().collect())
    }

    fn phases(&self, id: ProjectId) -> Result<Vec<Phase>, OpenError> {
        let sql = "SELECT code, name, start_planned, start_actual, end_planned, end_actual, source
                   FROM phase WHERE project = ?1";
        self.rows(id, sql, |row| {
            Ok(Phase {
                code: row.text(0)?,
                name: row.maybe_text(1)?,
                start_planned: row.maybe_date(2)?,
                start_actual: row.maybe_date(3)?,
                end_planned: row.maybe_date(4)?,
                end_actual: row.maybe_date(5)?,
                source: row.source(6)?,
            })
        })
    }

    fn places_of(&self, id: ProjectId) -> Result<Vec<Place>, OpenError> {
        let sql =
            "SELECT region, province, comune, address, cap, share, source FROM place WHERE project = ?1";
        self.rows(id, sql, |row| {
            Ok(Place {
                region: row.maybe_text(0)?.and_then(|c| RegionCode::parse(&c)),
                province: row.maybe_text(1)?.and_then(|c| ProvinceCode::parse(&c)),
                comune: row.maybe_text(2)?.and_then(|c| ComuneCode::parse(&c)),
                address: row.maybe_text(3)?,
                cap: row.maybe_text(4)?,
                share: row.get(5)?,
                source: row.source(6)?,
            })
        })
    }

    fn roles(&self, id: ProjectId) -> Result<Vec<(Role, Body, crate::model::SourceId)>, OpenError> {
        let sql = "SELECT r.role, r.source, b.id, b.name, b.tax_code, b.form FROM role r
                   JOIN body b ON b.id = r.body WHERE r.project = ?1 ORDER BY r.role, r.body";
        let rows = self.rows(id, sql, |row| {
            let Some(role) = Role::from_code(&row.text(0)?) else {
                return Ok(None);
            };
            Ok(Some((role, body(row, 2)?, row.source(1)?)))
        })?;
        Ok(rows.into_iter().flatten().collect())
    }

    fn tenders(&self, id: ProjectId) -> Result<Vec<Tender>, OpenError> {
        let sql = "SELECT cig, pda, framework_cig, object_kind, object, mode, procedure, published,
                          absence_code, absence, base, award, awarded, source
                   FROM tender WHERE project = ?1 ORDER BY seq";
        let mut tenders = self.rows(id, sql, |row| {
            Ok(Tender {
                cig: row.text(0)?,
                pda: row.text(1)?,
                framework_cig: row.maybe_text(2)?,
                object_kind: row.maybe_text(3)?,
                object: row.maybe_text(4)?,
                mode: row.maybe_text(5)?,
                procedure: row.maybe_text(6)?,
                published: row.maybe_date(7)?,
                absence_code: row.maybe_text(8)?,
                absence: row.maybe_text(9)?,
                base: row.maybe_cents(10)?,
                award: row.maybe_cents(11)?,
                awarded: row.maybe_date(12)?,
                source: Some(row.source(13)?),
                winners: Vec::new(),
            })
        })?;
        let sql = "SELECT w.tender, w.subcontractor, w.role, w.source, b.id, b.name, b.tax_code, b.form
                   FROM winner w LEFT JOIN body b ON b.id = w.body
                   WHERE w.project = ?1 ORDER BY w.tender, w.seq";
        let winners = self.rows(id, sql, |row| {
            let named = row.maybe_text(4)?.is_some();
            let award = Award {
                body: if named { Some(body(row, 4)?) } else { None },
                subcontractor: row.get(1)?,
                role: row.maybe_text(2)?,
                source: row.source(3)?,
            };
            Ok((row.get::<_, usize>(0)?, award))
        })?;
        for (tender, award) in winners {
            if let Some(tender) = tenders.get_mut(tender) {
                tender.winners.push(award);
            }
        }
        Ok(tenders)
    }

    fn targets(&self, id: ProjectId) -> Result<Vec<Target>, OpenError> {
        let sql = "SELECT t.indicator, c.name, t.unit, t.planned, t.achieved, t.year, t.month, t.source
                   FROM target t LEFT JOIN class c ON c.kind = 'indicator' AND c.code = t.indicator
                   WHERE t.project = ?1 ORDER BY t.indicator, t.seq";
        self.rows(id, sql, |row| {
            Ok(Target {
                indicator: row.text(0)?,
                name: row.maybe_text(1)?.unwrap_or_default(),
                unit: row.maybe_text(2)?,
                planned: row.get(3)?,
                achieved: row.get(4)?,
                year: row.get(5)?,
                month: row.get(6)?,
                source: row.source(7)?,
            })
        })
    }

    fn candidatures(&self, id: ProjectId) -> Result<Vec<Candidature>, OpenError> {
        let sql = "SELECT ipa, call, amount, sent, funded, status, status_date, source
                   FROM candidature WHERE project = ?1 ORDER BY seq";
        let rows = self.rows(id, sql, |row| {
            let candidature = Candidature {
                ipa: row.text(0)?,
                call: None,
                amount: row.maybe_cents(2)?,
                sent: row.maybe_date(3)?,
                funded: row.maybe_date(4)?,
                status: row.maybe_text(5)?.and_then(|s| s.chars().next()),
                status_date: row.maybe_date(6)?,
                source: row.source(7)?,
            };
            Ok((candidature, row.maybe_text(1)?))
        })?;
        let mut out = Vec::new();
        for (mut candidature, key) in rows {
            candidature.call = key.map(|key| self.call(&key)).transpose()?.flatten();
            out.push(candidature);
        }
        Ok(out)
    }

    fn disagreements(&self, id: ProjectId) -> Result<Vec<Disagreement>, OpenError> {
        let sql = "SELECT field, kept, kept_source, other, other_source FROM disagreement
                   WHERE project = ?1 ORDER BY field, seq";
        self.rows(id, sql, |row| {
            Ok(Disagreement {
                field: row.text(0)?,
                kept: row.text(1)?,
                kept_source: row.source(2)?,
                other: row.text(3)?,
                other_source: row.source(4)?,
            })
        })
    }
}

fn body(row: &Row<'_>, at: usize) -> Result<Body> {
    Ok(Body {
        id: BodyId(row.text(at)?),
        name: row.text(at + 1)?,
        tax_code: row.maybe_text(at + 2)?,
        form: row.maybe_text(at + 3)?,
    })
}
