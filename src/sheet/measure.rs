//! The page of a measure: what is told of it, its promises one by one, all its projects, then the
//! sources.

use super::Note;
use super::build::Builder;
use super::listed::{Parts, amounts, projects, search_for_all};
use super::page::{Page, PartId};
use super::picture::projects_of;
use crate::explain::MeasureAccount;
use crate::lang::w;
use crate::model::Milestone;
use crate::search::Filter;
use crate::snapshot::Catalogue;
use crate::text::number::{self, decimal};

/// The page of a measure.
pub fn measure(catalogue: &Catalogue, account: &MeasureAccount) -> Page {
    let mut b = Builder::new(catalogue, &account.name, account.lang);
    b.under(Note::OfficialName {
        name: account.official_name.clone(),
        code: account.code.to_string(),
    });
    for (heading, claims) in &account.parts {
        b.part(PartId::Told(*heading), *heading);
        b.claims(claims);
        if *heading == w::SAY_MEASURE_HERE {
            amounts(&mut b, projects_of(catalogue, &account.code));
        }
    }
    milestones(&mut b, &account.milestones);
    let all = Parts {
        paper: PartId::AllTable,
        screen: PartId::All,
        heading: w::SHEET_ALL,
    };
    projects(&mut b, &all, &account.figures.all);
    b.small_print();
    let filter = Filter::Measure(account.code.to_string()).to_string();
    search_for_all(&mut b, account.figures.region.projects, filter);
    b.finish()
}

fn milestones(b: &mut Builder<'_>, milestones: &[Milestone]) {
    let lang = b.lang;
    let rows = milestones.iter().map(|m| {
        let month = m.quarter.and_then(|q| q.checked_mul(3));
        let month = month.map_or("", |month| number::month(month, lang));
        let year = m.year.map_or_else(String::new, |y| y.to_string());
        let kind = match m.is_target {
            true => w::SHEET_IS_TARGET,
            false => w::SHEET_IS_MILESTONE,
        };
        let goal = m.goal.filter(|g| m.is_target && *g > 0.0);
        vec![
            m.code.clone(),
            lang.say(kind).to_owned(),
            format!("{month} {year}").trim().to_owned(),
            goal.map_or_else(String::new, |g| decimal(g, 2, lang)),
        ]
    });
    let head = [w::SHEET_MILESTONE, w::SHEET_KIND, w::SHEET_TERM, w::SHEET_GOAL];
    let right = [false, false, false, true];
    let (id, rows) = (PartId::Milestones, rows.collect());
    b.table(id, w::SHEET_MILESTONES, None, &head, &right, rows);
}
