//! Loading the catalogue: one ordered scan a table.

use super::briefs::Classes;
use super::catalogue::Catalogue;
use super::guard::Guard;
use super::shelf::{Briefs, Shelf};
use super::table::{body, call, class, measure, milestone, project, source, territory};
use super::{OpenError, Snapshot};
use crate::model::{Body, Call, RegionCode};
use rusqlite::{Params, Row};
use std::collections::HashMap;

impl Snapshot {
    /// Everything but the details of the projects.
    ///
    /// # Errors
    /// When the archive cannot be read.
    pub fn catalogue(&self) -> Result<Catalogue, OpenError> {
        let mut out = self.catalogue_with(Briefs::default(), body::all(self)?.into())?;
        let bodies: HashMap<String, u32> = (0..)
            .zip(&out.bodies)
            .map(|(i, body)| (body.id.0.to_string(), i))
            .collect();
        let mut classes = Classes::default();
        for (i, class) in (0..).zip(&out.classes) {
            let of_kind = match class.kind.as_str() {
                "nature" => &mut classes.natures,
                _ => &mut classes.categories,
            };
            of_kind.insert(class.code.clone(), i);
        }
        self.briefs(&mut out, &bodies, &classes)?;
        Ok(out)
    }

    /// The same of projects and bodies that are kept elsewhere.
    ///
    /// # Errors
    /// When the archive cannot be read.
    pub fn catalogue_with(&self, projects: Briefs, bodies: Shelf<Body>) -> Result<Catalogue, OpenError> {
        let region = self.meta("region")?.and_then(|code| RegionCode::parse(&code));
        Ok(Catalogue {
            region,
            region_name: self.meta("region_name")?.unwrap_or_default(),
            sources: source::all(self)?,
            regions: territory::regions(self)?
                .into_iter()
                .map(|r| (r.code, r))
                .collect(),
            provinces: territory::provinces(self)?
                .into_iter()
                .map(|p| (p.code, p))
                .collect(),
            comuni: territory::comuni(self)?
                .into_iter()
                .map(|c| (c.code, c))
                .collect(),
            measures: measure::all(self)?,
            milestones: milestone::all(self)?,
            bodies,
            classes: class::briefs(self)?,
            projects,
            aliases: project::all_aliases(self)?,
        })
    }

    /// The calls and procedures of a measure.
    ///
    /// # Errors
    /// When the archive cannot be read.
    pub fn calls(&self, measure: &str) -> Result<Vec<Call>, OpenError> {
        call::of_measure(self, measure)
    }

    /// Gives the rows of a query one by one.
    pub(super) fn each(
        &self,
        sql: &str,
        take: impl FnMut(&Row<'_>) -> Result<(), OpenError>,
    ) -> Result<(), OpenError> {
        self.each_of(sql, [], take)
    }

    /// [`Snapshot::each`] of a query with parameters.
    pub(super) fn each_of(
        &self,
        sql: &str,
        params: impl Params,
        mut take: impl FnMut(&Row<'_>) -> Result<(), OpenError>,
    ) -> Result<(), OpenError> {
        let mut get = self.db.prepare_cached(sql)?;
        let mut budget = self.guard.as_ref().map(Guard::begin);
        let mut rows = get.query(params)?;
        while let Some(row) = rows.next()? {
            if let Some(budget) = &mut budget {
                budget.take(row)?;
            }
            take(row)?;
        }
        Ok(())
    }

    /// All rows of a query.
    pub(super) fn rows<T>(
        &self,
        sql: &str,
        params: impl Params,
        mut read: impl FnMut(&Row<'_>) -> Result<T, OpenError>,
    ) -> Result<Vec<T>, OpenError> {
        let mut out = Vec::new();
        self.each_of(sql, params, |row| {
            out.push(read(row)?);
            Ok(())
        })?;
        Ok(out)
    }
}
