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

impl Snapshot {
    /// One scan a table; all are clustered by project, so each walks beside the list of projects.
    pub(super) fn briefs(
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
