//! The projects of a catalogue: every table is clustered by project, so each is walked once beside
//! the ordered list of projects.

use super::catalogue::Catalogue;
use super::sql::{Read, Walk};
use super::table::{amount, candidature, date, fact, label, place, project, role, target, text};
use super::{OpenError, Snapshot};
use crate::model::{
    AmountKind, Brief, BriefFacts, Cents, FactKind, Fund, LabelKind, ProjectDateKind, ProjectId, RegionCode,
    Role, Scope, Signs, SourceId, Status, is_done, is_half_paid,
};
use jiff::civil::Date;
use rusqlite::Row;
use std::collections::{HashMap, HashSet};

/// Places in [`Catalogue::classes`], by code.
#[derive(Default)]
pub(super) struct Classes {
    pub natures: HashMap<String, u32>,
    pub categories: HashMap<String, u32>,
}

/// Whose body a list names, the first that there is.
const ROLES: [Role; 4] = [
    Role::Implementer,
    Role::Applicant,
    Role::ContractingAuthority,
    Role::Recipient,
];

impl Snapshot {
    /// Fills the projects of a catalogue whose other lists are there.
    pub(super) fn briefs(
        &self,
        out: &mut Catalogue,
        bodies: &HashMap<String, u32>,
        classes: &Classes,
    ) -> Result<(), OpenError> {
        let measures: HashMap<&str, u16> = out.measures.iter().map(|m| m.code.as_str()).zip(0..).collect();
        let mut briefs = self.rows(project::BRIEF, [], |row| {
            let (id, submeasure, cup, local_code) = project::brief(row)?;
            Ok(Brief {
                cup: cup.into(),
                local_code: local_code.into(),
                ..Brief::new(id, measures.get(submeasure).copied().unwrap_or(u16::MAX))
            })
        })?;
        let ids: Vec<ProjectId> = briefs.iter().map(|b| b.id).collect();
        let dates: HashMap<u32, Option<Date>> = out.sources.iter().map(|s| (s.id.0, s.date)).collect();
        self.brief_places(&mut briefs, &ids, out.region)?;
        self.brief_bodies(&mut briefs, &ids, bodies)?;
        self.brief_texts(&mut briefs, &ids)?;
        let copies = out
            .sources
            .iter()
            .filter(|s| !s.is_official())
            .map(|s| s.id)
            .collect();
        let signs = self.signs(&ids, &dates, &copies, classes)?;
        for (brief, own) in briefs.iter_mut().zip(signs) {
            brief.pnrr = own.pnrr;
            brief.paid = own.paid;
            brief.copied = own.copied;
            brief.total = own.total.or(own.pnrr).or(own.pnc);
            let told = Signs {
                progress: own.progress.as_deref(),
                cup_status: own.cup_status.as_deref(),
                candidature: own.candidature,
                start_actual: own.start_actual,
                start_seen: own.start_seen,
                end_actual: own.end_actual,
                seen: own.seen,
                paid: own.paid.is_some_and(|c| c.0 > 0),
                all_paid: own
                    .total
                    .is_some_and(|total| total.0 > 0 && own.paid == Some(total)),
                done: own.done,
                funded: brief.total.is_some_and(|c| c.0 > 0),
            }
            .told();
            (brief.status, brief.sign) = match told {
                Some((status, sign)) => (status, Some(sign)),
                None => (Status::Unknown, None),
            };
            brief.end = own.end_actual.or(own.end_planned);
            brief.nature = own.nature;
            brief.category = own.category;
        }
        out.projects = briefs.into();
        Ok(())
    }

    /// Where each project lies: places of the snapshot's region first.
    fn brief_places(
        &self,
        briefs: &mut [Brief],
        ids: &[ProjectId],
        region: Option<RegionCode>,
    ) -> Result<(), OpenError> {
        let is_own = |own: Option<RegionCode>| region.is_none() || own == region;
        self.beside(ids, place::BRIEF, |i, row| {
            briefs[i].places.push(place::brief(row)?);
            Ok(())
        })?;
        for brief in briefs {
            brief.places.sort_by_key(|place| !is_own(place.region));
            brief.scope = Scope::of(brief.places.iter().map(|p| p.region), region);
        }
        Ok(())
    }

    fn brief_bodies(
        &self,
        briefs: &mut [Brief],
        ids: &[ProjectId],
        bodies: &HashMap<String, u32>,
    ) -> Result<(), OpenError> {
        let mut rank: Vec<usize> = vec![usize::MAX; briefs.len()];
        self.beside(ids, role::BRIEF, |i, row| {
            let (role, body) = role::brief(row)?;
            let place = ROLES.iter().position(|r| *r == role);
            if let Some(place) = place.filter(|p| *p < rank[i]) {
                rank[i] = place;
                briefs[i].body = bodies.get(body).copied();
            }
            Ok(())
        })
    }

    /// Official titles, and the facts that texts gave.
    fn brief_texts(&self, briefs: &mut [Brief], ids: &[ProjectId]) -> Result<(), OpenError> {
        self.beside(ids, text::BRIEF, |i, row| {
            briefs[i].official_title = Some(text::brief(row)?.into());
            Ok(())
        })?;
        let mut buffer = String::new();
        let mut of = 0;
        let mut put = |of: usize, buffer: &mut String| {
            if let Some(brief) = briefs.get_mut(of).filter(|_| !buffer.is_empty()) {
                brief.facts = BriefFacts::written(buffer);
                brief.site = brief.facts.first(FactKind::Name).map(Box::from);
                buffer.clear();
            }
        };
        self.beside(ids, fact::BRIEF, |i, row| {
            if i != of {
                put(of, &mut buffer);
                of = i;
            }
            fact::brief(row)?.write(&mut buffer);
            Ok(())
        })?;
        put(of, &mut buffer);
        Ok(())
    }

    /// The labels, amounts and dates of every project.
    fn signs(
        &self,
        ids: &[ProjectId],
        dates: &HashMap<u32, Option<Date>>,
        copies: &HashSet<SourceId>,
        classes: &Classes,
    ) -> Result<Vec<OwnSigns>, OpenError> {
        let mut signs: Vec<OwnSigns> = Vec::new();
        signs.resize_with(ids.len(), OwnSigns::default);
        self.beside(ids, label::BRIEF, |i, row| {
            let (kind, value) = label::brief(row)?;
            let own = &mut signs[i];
            match kind {
                LabelKind::Nature => own.nature = classes.natures.get(value).copied(),
                LabelKind::Category => own.category = classes.categories.get(value).copied(),
                LabelKind::CupStatus => own.cup_status = Some(value.into()),
                LabelKind::Progress => own.progress = Some(value.into()),
                _ => {}
            }
            Ok(())
        })?;
        self.beside(ids, amount::BRIEF, |i, row| {
            let own = &mut signs[i];
            let (kind, fund, cents, source) = amount::brief(row)?;
            if copies.contains(&source) {
                let largest = own.copied.filter(|known| *known > cents);
                own.copied = largest.or(Some(cents));
                return Ok(());
            }
            match (kind, fund, cents) {
                (AmountKind::Funding, Fund::Total, cents) => own.total = Some(cents),
                (AmountKind::Funding, Fund::Pnrr, cents) => own.pnrr = Some(cents),
                (AmountKind::Funding, Fund::Pnc, cents) => own.pnc = Some(cents),
                (AmountKind::Payment, Fund::Total, cents) => own.paid = Some(cents),
                _ => {}
            }
            Ok(())
        })?;
        self.beside(ids, date::BRIEF, |i, row| {
            let (kind, value, source) = date::brief(row)?;
            let own = &mut signs[i];
            match kind {
                ProjectDateKind::StartActual => {
                    own.start_actual = Some(value);
                    own.start_seen = dates.get(&source.0).copied().flatten();
                }
                ProjectDateKind::EndActual => {
                    own.end_actual = Some(value);
                    own.seen = dates.get(&source.0).copied().flatten();
                }
                ProjectDateKind::EndPlanned => own.end_planned = Some(value),
                _ => {}
            }
            Ok(())
        })?;
        self.beside(ids, candidature::BRIEF, |i, row| {
            signs[i].candidature = candidature::brief(row)?;
            Ok(())
        })?;
        let mut rows: Vec<(String, Option<f64>, Option<f64>)> = Vec::new();
        let mut of = 0;
        let done = |rows: &[(String, _, _)], own: &OwnSigns| {
            let rows = rows.iter().map(|(i, p, a)| (i.as_str(), *p, *a));
            is_done(rows, is_half_paid(own.total, own.paid))
        };
        self.beside(ids, target::BRIEF, |i, row| {
            if i != of {
                signs[of].done = done(&rows, &signs[of]);
                rows.clear();
                of = i;
            }
            let (indicator, planned, achieved) = target::brief(row)?;
            rows.push((indicator.to_owned(), planned, achieved));
            Ok(())
        })?;
        if let Some(last) = signs.get_mut(of) {
            last.done = done(&rows, last);
        }
        Ok(signs)
    }

    /// Walks the rows of a query ordered by project beside the ordered ids.
    fn beside(
        &self,
        ids: &[ProjectId],
        walk: Walk,
        mut take: impl FnMut(usize, &Row<'_>) -> Result<(), OpenError>,
    ) -> Result<(), OpenError> {
        let mut at = 0;
        self.each(walk.sql, |row| {
            let project = row.str(walk.project)?.as_bytes();
            while ids.get(at).is_some_and(|id| id.as_bytes() < project) {
                at += 1;
            }
            match ids.get(at) {
                Some(id) if id.as_bytes() == project => take(at, row),
                _ => Ok(()),
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
    start_seen: Option<Date>,
    end_actual: Option<Date>,
    seen: Option<Date>,
    end_planned: Option<Date>,
    total: Option<Cents>,
    pnrr: Option<Cents>,
    pnc: Option<Cents>,
    paid: Option<Cents>,
    done: bool,
    copied: Option<Cents>,
    nature: Option<u32>,
    category: Option<u32>,
}
