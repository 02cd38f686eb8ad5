//! The projects of a catalogue: every table is clustered by project, so each is walked once beside
//! the ordered list of projects.

use super::catalogue::Catalogue;
use super::row::Columns;
use super::{OpenError, Snapshot};
use crate::model::{
    AmountKind, Brief, BriefPlace, Cents, ComuneCode, Fund, LabelKind, ProjectId, ProvinceCode, RegionCode,
    Role, Signs,
};
use jiff::civil::Date;
use std::collections::HashMap;

/// Places in [`Catalogue::classes`], by code.
#[derive(Default)]
pub(super) struct Classes {
    pub natures: HashMap<String, u32>,
    pub categories: HashMap<String, u32>,
}

impl Snapshot {
    /// One scan a table; all are clustered by project, so each walks beside the list of projects.
    pub(super) fn briefs(
        &self,
        out: &mut Catalogue,
        bodies: &HashMap<String, u32>,
        classes: &Classes,
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
        let ids: Vec<ProjectId> = briefs.iter().map(|b| b.id).collect();
        let dates: HashMap<u16, Option<Date>> = out.sources.iter().map(|s| (s.id.0, s.date)).collect();
        self.places_and_bodies(&mut briefs, &ids, out.region, bodies)?;
        let signs = self.signs(&ids, &dates, classes)?;
        for (brief, own) in briefs.iter_mut().zip(signs) {
            brief.pnrr = own.pnrr;
            brief.paid = own.paid;
            let status = Signs {
                progress: own.progress.as_deref(),
                cup_status: own.cup_status.as_deref(),
                candidature: own.candidature,
                start_actual: own.start_actual,
                end_actual: own.end_actual,
                seen: own.seen,
                paid: own.paid.is_some_and(|c| !c.is_zero()),
                funded: own.total.or(own.pnrr).or(own.pnc).is_some(),
            };
            brief.status = status.status();
            brief.total = own.total.or(own.pnrr).or(own.pnc);
            brief.end = own.end_actual.or(own.end_planned);
            brief.site = own.site;
            brief.nature = own.nature;
            brief.category = own.category;
        }
        out.projects = briefs;
        Ok(())
    }

    /// Where a project lies, who has it, its official title.
    fn places_and_bodies(
        &self,
        briefs: &mut [Brief],
        ids: &[ProjectId],
        region: Option<RegionCode>,
        bodies: &HashMap<String, u32>,
    ) -> Result<(), OpenError> {
        self.beside(
            ids,
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
        let mut rank: Vec<usize> = vec![usize::MAX; briefs.len()];
        self.beside(
            ids,
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
            ids,
            "SELECT project, value FROM official_text WHERE kind = 'title' ORDER BY project",
            |i, row| {
                briefs[i].official_title = Some(row.get_ref(1)?.as_str()?.into());
                Ok(())
            },
        )?;
        Ok(())
    }

    /// The labels, amounts and dates of every project.
    fn signs(
        &self,
        ids: &[ProjectId],
        dates: &HashMap<u16, Option<Date>>,
        classes: &Classes,
    ) -> Result<Vec<OwnSigns>, OpenError> {
        let mut signs: Vec<OwnSigns> = Vec::new();
        signs.resize_with(ids.len(), OwnSigns::default);
        self.beside(ids, "SELECT project, kind, value FROM label WHERE kind IN ('nature', 'category', 'site', 'cup_status', 'progress') ORDER BY project", |i, row| {
            let value = row.get_ref(2)?.as_str()?;
            let own = &mut signs[i];
            match LabelKind::from_code(row.get_ref(1)?.as_str()?) {
                Some(LabelKind::Nature) => own.nature = classes.natures.get(value).copied(),
                Some(LabelKind::Category) => own.category = classes.categories.get(value).copied(),
                Some(LabelKind::Site) => own.site = Some(value.into()),
                Some(LabelKind::CupStatus) => own.cup_status = Some(value.into()),
                Some(LabelKind::Progress) => own.progress = Some(value.into()),
                _ => {}
            }
            Ok(())
        })?;
        self.beside(ids, "SELECT project, kind, fund, cents FROM amount WHERE fund IN ('total', 'pnrr', 'pnc') ORDER BY project", |i, row| {
            let cents = Cents(row.get(3)?);
            let own = &mut signs[i];
            let kind = AmountKind::from_code(row.get_ref(1)?.as_str()?);
            match (kind, Fund::from_code(row.get_ref(2)?.as_str()?)) {
                (Some(AmountKind::Funding), Some(Fund::Total)) => own.total = Some(cents),
                (Some(AmountKind::Funding), Some(Fund::Pnrr)) => own.pnrr = Some(cents),
                (Some(AmountKind::Funding), Some(Fund::Pnc)) => own.pnc = Some(cents),
                (Some(AmountKind::Payment), Some(Fund::Total)) => own.paid = Some(cents),
                _ => {}
            }
            Ok(())
        })?;
        self.beside(
            ids,
            "SELECT project, kind, value, source FROM date ORDER BY project, kind",
            |i, row| {
                let Some(value) = row.maybe_date(2)? else {
                    return Ok(());
                };
                let own = &mut signs[i];
                match row.get_ref(1)?.as_str()? {
                    "start_actual" => own.start_actual = Some(value),
                    "end_actual" => {
                        own.end_actual = Some(value);
                        own.seen = dates.get(&row.get(3)?).copied().flatten();
                    }
                    "end_planned" => own.end_planned = Some(value),
                    _ => {}
                }
                Ok(())
            },
        )?;
        self.beside(
            ids,
            "SELECT project, status FROM candidature WHERE status IS NOT NULL ORDER BY project, seq",
            |i, row| {
                signs[i].candidature = row.get_ref(1)?.as_str()?.chars().next();
                Ok(())
            },
        )?;
        Ok(signs)
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
            // Most rows are of the same project as the one before, and need not be read as an id.
            let same = |id: &ProjectId| row.get_ref(0).and_then(|p| Ok(p.as_bytes()? == id.as_bytes()));
            if ids.get(at).map(same).transpose()? == Some(true) {
                return take(at, row);
            }
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
}

/// What [`Snapshot::signs`] finds: [`Signs`], and what stands in the same tables.
#[derive(Default)]
struct OwnSigns {
    progress: Option<Box<str>>,
    cup_status: Option<Box<str>>,
    candidature: Option<char>,
    start_actual: Option<Date>,
    end_actual: Option<Date>,
    seen: Option<Date>,
    end_planned: Option<Date>,
    total: Option<Cents>,
    pnrr: Option<Cents>,
    pnc: Option<Cents>,
    paid: Option<Cents>,
    site: Option<Box<str>>,
    nature: Option<u32>,
    category: Option<u32>,
}
