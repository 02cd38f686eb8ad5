//! Loading the catalogue: one ordered scan a table.

use super::briefs::Classes;
use super::catalogue::{Catalogue, Class, Overview};
use super::row::Columns;
use super::{OpenError, Snapshot};
use crate::model::{
    Body, BodyId, Call, Comune, ComuneCode, Measure, Milestone, Province, ProvinceCode, Region, RegionCode,
    Source, SourceId, Spending, Submeasure, Table,
};
use std::collections::{BTreeMap, HashMap};

impl Snapshot {
    pub fn overview(&self) -> Result<Overview, OpenError> {
        let day = |text: Option<String>| text.and_then(|t| t.parse().ok());
        let out = self.db.query_row(
            "SELECT (SELECT value FROM meta WHERE key = 'region_name'), (SELECT count(*) FROM project),
                    min(date), max(date) FROM source WHERE rows > 0 AND \"table\" <> 'istat'",
            [],
            |row| {
                Ok(Overview {
                    region_name: row.get::<_, Option<String>>(0)?.unwrap_or_default(),
                    projects: row.get(1)?,
                    oldest: day(row.get(2)?),
                    newest: day(row.get(3)?),
                })
            },
        )?;
        Ok(out)
    }

    pub fn meta(&self, key: &str) -> Result<Option<String>, OpenError> {
        let mut get = self.db.prepare("SELECT value FROM meta WHERE key = ?1")?;
        let mut rows = get.query([key])?;
        Ok(rows.next()?.map(|row| row.get(0)).transpose()?)
    }

    pub fn catalogue(&self) -> Result<Catalogue, OpenError> {
        let region = self.meta("region")?.and_then(|code| RegionCode::parse(&code));
        let mut out = Catalogue {
            region,
            region_name: self.meta("region_name")?.unwrap_or_default(),
            sources: self.sources()?,
            measures: self.measures()?,
            milestones: self.all_milestones()?,
            ..Catalogue::default()
        };
        self.places(&mut out)?;
        let mut bodies = HashMap::new();
        for (i, body) in self.bodies()?.into_iter().enumerate() {
            bodies.insert(body.id.0.clone(), i as u32);
            out.bodies.push(body);
        }
        let mut classes = Classes::default();
        let kinds =
            "SELECT kind, code, name FROM class WHERE kind IN ('nature', 'category') ORDER BY kind, code";
        self.each(kinds, |row| {
            let class = Class {
                kind: row.text(0)?,
                code: row.text(1)?,
                name: row.text(2)?,
            };
            let of_kind = match class.kind.as_str() {
                "nature" => &mut classes.natures,
                _ => &mut classes.categories,
            };
            of_kind.insert(class.code.clone(), out.classes.len() as u32);
            out.classes.push(class);
            Ok(())
        })?;
        self.briefs(&mut out, &bodies, &classes)?;
        Ok(out)
    }

    pub(super) fn each(
        &self,
        sql: &str,
        mut take: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<()>,
    ) -> Result<(), OpenError> {
        let mut statement = self.db.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            take(row)?;
        }
        Ok(())
    }

    fn sources(&self) -> Result<Vec<Source>, OpenError> {
        let mut out = Vec::new();
        let sql = "SELECT id, \"table\", name, publisher, date, rows, licence, url, columns FROM source ORDER BY id";
        self.each(sql, |row| {
            let Some(table) = Table::from_code(&row.text(1)?) else {
                return Ok(());
            };
            out.push(Source {
                id: row.source(0)?,
                table,
                name: row.text(2)?,
                publisher: row.text(3)?,
                date: row.maybe_date(4)?,
                rows: row.get(5)?,
                licence: row.text(6)?,
                url: row.text(7)?,
                columns: row
                    .text(8)?
                    .split("; ")
                    .filter(|c| !c.is_empty())
                    .map(str::to_owned)
                    .collect(),
            });
            Ok(())
        })?;
        Ok(out)
    }

    fn measures(&self) -> Result<Vec<Measure>, OpenError> {
        let mut out = Vec::new();
        let sql = "SELECT m.code, m.name, m.measure, m.measure_name, m.mission_name, m.component_name,
                          m.loan_or_grant, m.administration, m.total, m.source, s.spent, s.source
                   FROM measure m LEFT JOIN spending s ON s.measure = m.code ORDER BY m.code";
        self.each(sql, |row| {
            let Ok(code) = Submeasure::parse(&row.text(0)?) else {
                return Ok(());
            };
            let spent = row.maybe_cents(10)?;
            out.push(Measure {
                code,
                name: row.text(1)?,
                measure: row.maybe_text(2)?,
                measure_name: row.maybe_text(3)?,
                mission_name: row.maybe_text(4)?,
                component_name: row.maybe_text(5)?,
                loan_or_grant: row.maybe_text(6)?,
                administration: row.maybe_text(7)?,
                total: row.maybe_cents(8)?,
                source: row.source(9)?,
                spending: match spent {
                    Some(spent) => Some(Spending {
                        spent,
                        source: row.source(11)?,
                    }),
                    None => None,
                },
            });
            Ok(())
        })?;
        Ok(out)
    }

    fn places(&self, out: &mut Catalogue) -> Result<(), OpenError> {
        self.each("SELECT code, name, in_it, of_it FROM region", |row| {
            if let Some(code) = RegionCode::parse(&row.text(0)?) {
                let region = Region {
                    code,
                    name: row.text(1)?,
                    in_it: row.text(2)?,
                    of_it: row.text(3)?,
                };
                out.regions.insert(code, region);
            }
            Ok(())
        })?;
        self.each("SELECT code, sigla, name, region FROM province", |row| {
            let codes = (
                ProvinceCode::parse(&row.text(0)?),
                RegionCode::parse(&row.text(3)?),
            );
            if let (Some(code), Some(region)) = codes {
                let province = Province {
                    code,
                    sigla: row.text(1)?,
                    name: row.text(2)?,
                    region,
                };
                out.provinces.insert(code, province);
            }
            Ok(())
        })?;
        self.each(
            "SELECT code, name, province, population, source FROM comune",
            |row| {
                let codes = (
                    ComuneCode::parse(&row.text(0)?),
                    ProvinceCode::parse(&row.text(2)?),
                );
                if let (Some(code), Some(province)) = codes {
                    let comune = Comune {
                        code,
                        name: row.text(1)?,
                        province,
                        population: row.get(3)?,
                        source: row.source(4)?,
                    };
                    out.comuni.insert(code, comune);
                }
                Ok(())
            },
        )
    }

    fn bodies(&self) -> Result<Vec<Body>, OpenError> {
        let mut out = Vec::new();
        self.each("SELECT id, name, tax_code, form FROM body ORDER BY id", |row| {
            let id = BodyId(row.text(0)?);
            out.push(Body {
                id,
                name: row.text(1)?,
                tax_code: row.maybe_text(2)?,
                form: row.maybe_text(3)?,
            });
            Ok(())
        })?;
        Ok(out)
    }

    /// The milestones and targets of every measure, in order of their term.
    fn all_milestones(&self) -> Result<BTreeMap<Submeasure, Vec<Milestone>>, OpenError> {
        let mut out: BTreeMap<Submeasure, Vec<Milestone>> = BTreeMap::new();
        let sql = "SELECT code, is_target, european, year, quarter, goal, unit, source, measure
                   FROM milestone ORDER BY measure, year, quarter, code, seq";
        self.each(sql, |row| {
            let milestone = Milestone {
                code: row.text(0)?,
                is_target: row.get(1)?,
                european: row.get(2)?,
                year: row.get(3)?,
                quarter: row.get(4)?,
                goal: row.get(5)?,
                unit: row.maybe_text(6)?,
                source: row.source(7)?,
            };
            if let Ok(measure) = Submeasure::parse(row.get_ref(8)?.as_str()?) {
                out.entry(measure).or_default().push(milestone);
            }
            Ok(())
        })?;
        Ok(out)
    }

    /// The calls and procedures of a measure.
    pub fn calls(&self, measure: &str) -> Result<Vec<Call>, OpenError> {
        let sql = format!("{} WHERE measure = ?1 ORDER BY opened, id", super::project::CALL);
        let mut get = self.db.prepare(&sql)?;
        let rows = get.query_map([measure], super::project::call)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What the import found wrong, by source.
    pub fn quality(&self) -> Result<Vec<(SourceId, String, u64)>, OpenError> {
        let mut out = Vec::new();
        self.each(
            "SELECT source, problem, count FROM quality ORDER BY source, problem",
            |row| {
                out.push((row.source(0)?, row.text(1)?, row.get(2)?));
                Ok(())
            },
        )?;
        Ok(out)
    }
}
