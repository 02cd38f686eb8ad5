//! What lists, filters and search need of all projects at once, loaded in a few ordered scans.

use super::row::Columns;
use super::{OpenError, Snapshot};
use crate::model::{
    AmountKind, Body, BodyId, Brief, BriefPlace, Call, Cents, Comune, ComuneCode, Fund, LabelKind, Measure,
    Milestone, ProjectId, Province, ProvinceCode, Region, RegionCode, Role, Signs, Source, SourceId,
    Spending, Submeasure, Table,
};
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap};

/// A named code of the CUP classification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// `nature`, `category`…
    pub kind: String,
    pub code: String,
    /// Official name, in ordinary case.
    pub name: String,
}

/// Everything of a snapshot but the details of its projects.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// `None` for a snapshot of the whole nation.
    pub region: Option<RegionCode>,
    pub region_name: String,
    pub sources: Vec<Source>,
    pub regions: BTreeMap<RegionCode, Region>,
    pub provinces: BTreeMap<ProvinceCode, Province>,
    pub comuni: BTreeMap<ComuneCode, Comune>,
    /// Sorted by code.
    pub measures: Vec<Measure>,
    /// Milestones and targets of each measure, in order of their term.
    pub milestones: BTreeMap<Submeasure, Vec<Milestone>>,
    pub bodies: Vec<Body>,
    pub classes: Vec<Class>,
    /// Sorted by id.
    pub projects: Vec<Brief>,
}

/// Counts and sums over the projects of a snapshot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    pub projects: usize,
    pub cups: usize,
    pub total: Cents,
    pub pnrr: Cents,
    pub paid: Cents,
    /// Projects that also lie outside of the region.
    pub shared: usize,
    pub shared_pnrr: Cents,
    /// Comuni of the region with at least one project of their own.
    pub comuni: usize,
    pub measures: usize,
    /// Projects without any published funding.
    pub without_amount: usize,
}

/// Region and dates: enough for the first frame, before the catalogue is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    pub region_name: String,
    pub projects: usize,
    /// Oldest and newest date of the sources that speak of projects.
    pub oldest: Option<Date>,
    pub newest: Option<Date>,
}

impl Catalogue {
    pub fn brief(&self, id: ProjectId) -> Option<&Brief> {
        let found = self.projects.binary_search_by(|b| b.id.cmp(&id)).ok()?;
        self.projects.get(found)
    }

    pub fn measure_of(&self, brief: &Brief) -> Option<&Measure> {
        self.measures.get(usize::from(brief.measure))
    }

    pub fn measure(&self, code: &str) -> Option<&Measure> {
        let found = self
            .measures
            .binary_search_by(|m| m.code.as_str().cmp(code))
            .ok()?;
        self.measures.get(found)
    }

    pub fn body_of(&self, brief: &Brief) -> Option<&Body> {
        self.bodies.get(brief.body? as usize)
    }

    pub fn class(&self, index: Option<u32>) -> Option<&Class> {
        self.classes.get(index? as usize)
    }

    pub fn source(&self, id: SourceId) -> Option<&Source> {
        self.sources.iter().find(|s| s.id == id)
    }

    pub fn comune_name(&self, code: ComuneCode) -> Option<&str> {
        self.comuni.get(&code).map(|c| c.name.as_str())
    }

    /// Oldest and newest date of the sources that speak of projects.
    pub fn dates(&self) -> (Option<Date>, Option<Date>) {
        let of_projects = self
            .sources
            .iter()
            .filter(|s| s.rows > 0 && s.table != Table::Istat);
        let dates: Vec<Date> = of_projects.filter_map(|s| s.date).collect();
        (dates.iter().min().copied(), dates.iter().max().copied())
    }

    pub fn totals(&self) -> Totals {
        let mut cups: Vec<&str> = Vec::new();
        let mut measures = vec![false; self.measures.len()];
        let mut comuni = std::collections::BTreeSet::new();
        let mut out = Totals {
            projects: self.projects.len(),
            ..Totals::default()
        };
        for brief in &self.projects {
            if !brief.cup.is_empty() {
                cups.push(&brief.cup);
            }
            if let Some(seen) = measures.get_mut(usize::from(brief.measure)) {
                *seen = true;
            }
            let own = |p: &&BriefPlace| self.region.is_none() || p.region == self.region;
            comuni.extend(brief.places.iter().filter(own).filter_map(|p| p.comune));
            let pnrr = brief.pnrr.unwrap_or_default();
            out.total += brief.total.unwrap_or_default();
            out.pnrr += pnrr;
            out.paid += brief.paid.unwrap_or_default();
            out.without_amount += usize::from(brief.total.is_none() && brief.pnrr.is_none());
            if brief.shared {
                out.shared += 1;
                out.shared_pnrr += pnrr;
            }
        }
        cups.sort_unstable();
        cups.dedup();
        out.cups = cups.len();
        out.comuni = comuni.len();
        out.measures = measures.into_iter().filter(|seen| *seen).count();
        out
    }
}

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
        let mut classes = HashMap::new();
        let kinds =
            "SELECT kind, code, name FROM class WHERE kind IN ('nature', 'category') ORDER BY kind, code";
        self.each(kinds, |row| {
            let class = Class {
                kind: row.text(0)?,
                code: row.text(1)?,
                name: row.text(2)?,
            };
            classes.insert(
                (class.kind == "nature", class.code.clone()),
                out.classes.len() as u32,
            );
            out.classes.push(class);
            Ok(())
        })?;
        self.briefs(&mut out, &bodies, &classes)?;
        Ok(out)
    }

    fn each(
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

    /// One scan a table; all are clustered by project, so each walks beside the list of projects.
    fn briefs(
        &self,
        out: &mut Catalogue,
        bodies: &HashMap<String, u32>,
        classes: &HashMap<(bool, String), u32>,
    ) -> Result<(), OpenError> {
        let measures: HashMap<String, u16> = out
            .measures
            .iter()
            .zip(0u16..)
            .map(|(m, i)| (m.code.as_str().to_owned(), i))
            .collect();
        let mut briefs = Vec::new();
        self.each(
            "SELECT id, submeasure, cup, local_code FROM project ORDER BY id",
            |row| {
                briefs.push(Brief {
                    id: row.project(0)?,
                    measure: measures
                        .get(row.get_ref(1)?.as_str()?)
                        .copied()
                        .unwrap_or(u16::MAX),
                    cup: row.get_ref(2)?.as_str()?.into(),
                    local_code: row.get_ref(3)?.as_str()?.into(),
                    places: Vec::new(),
                    shared: false,
                    body: None,
                    site: None,
                    official_title: None,
                    category: None,
                    nature: None,
                    total: None,
                    pnrr: None,
                    paid: None,
                    status: Default::default(),
                    end: None,
                });
                Ok(())
            },
        )?;
        let mut signs: Vec<OwnSigns> = Vec::new();
        signs.resize_with(briefs.len(), OwnSigns::default);
        let region = out.region;
        let dates: HashMap<u16, Option<Date>> = out.sources.iter().map(|s| (s.id.0, s.date)).collect();

        self.beside(
            &briefs_ids(&briefs),
            "SELECT project, region, province, comune, address FROM place ORDER BY project, seq",
            |i, row| {
                let place = BriefPlace {
                    region: row.get_ref(1)?.as_str_or_null()?.and_then(RegionCode::parse),
                    province: row.get_ref(2)?.as_str_or_null()?.and_then(ProvinceCode::parse),
                    comune: row.get_ref(3)?.as_str_or_null()?.and_then(ComuneCode::parse),
                    address: row.get_ref(4)?.as_str_or_null()?.map(Box::from),
                };
                let brief: &mut Brief = &mut briefs[i];
                let inside = region.is_none() || place.region == region;
                if inside {
                    let own = brief
                        .places
                        .iter()
                        .take_while(|p| region.is_none() || p.region == region)
                        .count();
                    brief.places.insert(own, place);
                } else {
                    brief.shared = true;
                    brief.places.push(place);
                }
                Ok(())
            },
        )?;
        self.beside(&briefs_ids(&briefs), "SELECT project, kind, value FROM label WHERE kind IN ('nature', 'category', 'site', 'cup_status', 'progress') ORDER BY project", |i, row| {
            let value = row.get_ref(2)?.as_str()?;
            let brief = &mut briefs[i];
            match LabelKind::from_code(row.get_ref(1)?.as_str()?) {
                Some(LabelKind::Nature) => brief.nature = classes.get(&(true, value.to_owned())).copied(),
                Some(LabelKind::Category) => brief.category = classes.get(&(false, value.to_owned())).copied(),
                Some(LabelKind::Site) => brief.site = Some(value.into()),
                Some(LabelKind::CupStatus) => signs[i].cup_status = Some(value.into()),
                Some(LabelKind::Progress) => signs[i].progress = Some(value.into()),
                _ => {}
            }
            Ok(())
        })?;
        self.beside(&briefs_ids(&briefs), "SELECT project, kind, fund, cents FROM amount WHERE fund IN ('total', 'pnrr', 'pnc') ORDER BY project", |i, row| {
            let cents = Cents(row.get(3)?);
            let brief = &mut briefs[i];
            let kind = AmountKind::from_code(row.get_ref(1)?.as_str()?);
            match (kind, Fund::from_code(row.get_ref(2)?.as_str()?)) {
                (Some(AmountKind::Funding), Some(Fund::Total)) => brief.total = Some(cents),
                (Some(AmountKind::Funding), Some(Fund::Pnrr)) => brief.pnrr = Some(cents),
                (Some(AmountKind::Funding), Some(Fund::Pnc)) => signs[i].pnc = Some(cents),
                (Some(AmountKind::Payment), Some(Fund::Total)) => brief.paid = Some(cents),
                _ => {}
            }
            Ok(())
        })?;
        self.beside(
            &briefs_ids(&briefs),
            "SELECT project, kind, value, source FROM date ORDER BY project, kind",
            |i, row| {
                let Some(value) = row.maybe_date(2)? else {
                    return Ok(());
                };
                match row.get_ref(1)?.as_str()? {
                    "start_actual" => signs[i].start_actual = Some(value),
                    "end_actual" => {
                        signs[i].end_actual = Some(value);
                        signs[i].seen = dates.get(&row.get(3)?).copied().flatten();
                        briefs[i].end = Some(value);
                    }
                    "end_planned" => briefs[i].end = briefs[i].end.or(Some(value)),
                    _ => {}
                }
                Ok(())
            },
        )?;
        self.beside(
            &briefs_ids(&briefs),
            "SELECT project, status FROM candidature WHERE status IS NOT NULL ORDER BY project, seq",
            |i, row| {
                signs[i].candidature = row.get_ref(1)?.as_str()?.chars().next();
                Ok(())
            },
        )?;
        let mut rank: Vec<usize> = vec![usize::MAX; briefs.len()];
        self.beside(
            &briefs_ids(&briefs),
            "SELECT project, role, body FROM role ORDER BY project, role, body",
            |i, row| {
                let order = [
                    Role::Implementer,
                    Role::Applicant,
                    Role::ContractingAuthority,
                    Role::Recipient,
                ];
                let role = Role::from_code(row.get_ref(1)?.as_str()?);
                let place = order.iter().position(|r| Some(*r) == role);
                if let Some(place) = place.filter(|p| *p < rank[i]) {
                    rank[i] = place;
                    briefs[i].body = bodies.get(row.get_ref(2)?.as_str()?).copied();
                }
                Ok(())
            },
        )?;
        self.beside(
            &briefs_ids(&briefs),
            "SELECT project, value FROM official_text WHERE kind = 'title' ORDER BY project",
            |i, row| {
                briefs[i].official_title = Some(row.get_ref(1)?.as_str()?.into());
                Ok(())
            },
        )?;
        for (brief, own) in briefs.iter_mut().zip(&signs) {
            let signs = Signs {
                progress: own.progress.as_deref(),
                cup_status: own.cup_status.as_deref(),
                candidature: own.candidature,
                start_actual: own.start_actual,
                end_actual: own.end_actual,
                seen: own.seen,
                paid: brief.paid.is_some_and(|c| !c.is_zero()),
                funded: brief.total.or(brief.pnrr).or(own.pnc).is_some(),
            };
            brief.status = signs.status();
            brief.total = brief.total.or(brief.pnrr).or(own.pnc);
        }
        out.projects = briefs;
        Ok(())
    }

    /// Walks the rows of a query ordered by project beside the ordered ids.
    fn beside(
        &self,
        ids: &[ProjectId],
        sql: &str,
        mut take: impl FnMut(usize, &rusqlite::Row<'_>) -> rusqlite::Result<()>,
    ) -> Result<(), OpenError> {
        let mut at = 0;
        self.each(sql, |row| {
            let project = row.project(0)?;
            while ids.get(at).is_some_and(|id| *id < project) {
                at += 1;
            }
            if ids.get(at) == Some(&project) {
                take(at, row)
            } else {
                Ok(())
            }
        })
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

fn briefs_ids(briefs: &[Brief]) -> Vec<ProjectId> {
    briefs.iter().map(|b| b.id).collect()
}

/// [`Signs`] while the tables are read.
#[derive(Default)]
struct OwnSigns {
    progress: Option<Box<str>>,
    cup_status: Option<Box<str>>,
    candidature: Option<char>,
    start_actual: Option<Date>,
    end_actual: Option<Date>,
    seen: Option<Date>,
    pnc: Option<Cents>,
}
