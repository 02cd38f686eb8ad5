//! The page of a measure: what is told of it, its promises one by one, all its projects, then the
//! sources.

use super::Note;
use super::build::Builder;
use super::listed::{Parts, amounts, projects, search_for_all};
use super::note::capital;
use super::page::{Page, PartId};
use super::picture::projects_of;
use crate::explain::{self, MeasureAccount};
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
        let goal = m.goal.filter(|g| m.is_target && *g > 0.0);
        let what = match (explain::promise(m, lang), goal) {
            (Some(promise), _) => capital(&promise),
            (None, Some(goal)) => lang.fill(w::SHEET_IS_TARGET, &[("goal", &decimal(goal, 2, lang))]),
            (None, None) => lang.say(w::SHEET_IS_MILESTONE).to_owned(),
        };
        vec![m.code.clone(), format!("{month} {year}").trim().to_owned(), what]
    });
    let head = [w::SHEET_MILESTONE, w::SHEET_TERM, w::SHEET_PROMISE];
    let right = [false; 3];
    let rows = rows.collect();
    b.whole_table(PartId::Milestones, w::SHEET_MILESTONES, &head, &right, rows);
}
