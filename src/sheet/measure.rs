//! The page of a measure: what is told of it, its promises one by one, all its projects, then the
//! sources.

use super::Note;
use super::build::Builder;
use super::listed::{Parts, amounts, projects, search_for_all};
use super::note::capital;
use super::page::{Page, PartId};
use super::picture::projects_of;
use crate::explain::{self, MeasureAccount};
use crate::lang::{Lang, w};
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
        vec![
            m.code.clone(),
            format!("{month} {year}").trim().to_owned(),
            what(m, lang),
        ]
    });
    let head = [w::SHEET_MILESTONE, w::SHEET_TERM, w::SHEET_PROMISE];
    let right = [false; 3];
    let rows = rows.collect();
    b.whole_table(PartId::Milestones, w::SHEET_MILESTONES, &head, &right, rows);
}

/// "1.038 Case della Comunità aperte", "quota da raggiungere: 56 per cento".
fn what(m: &Milestone, lang: Lang) -> String {
    let goal = m.goal.filter(|g| m.is_target && *g > 0.0);
    match (explain::promise(m, lang), goal) {
        (Some(promise), _) => capital(&promise),
        (None, Some(goal)) => {
            let word = match m.unit.as_deref() {
                Some("Percentuale") => w::SHEET_IS_SHARE,
                _ => w::SHEET_IS_TARGET,
            };
            lang.fill(word, &[("goal", &decimal(goal, 2, lang))])
        }
        (None, None) => lang.say(w::SHEET_IS_MILESTONE).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SourceId;

    #[test]
    fn a_share_to_reach_is_no_bare_number() {
        let target = |unit: &str| Milestone {
            code: "M9C9-00-ITA-1".into(),
            is_target: true,
            european: false,
            year: Some(2023),
            quarter: Some(4),
            goal: Some(56.0),
            unit: Some(unit.into()),
            source: SourceId(1),
        };
        let told = |unit| what(&target(unit), Lang::It);
        assert_eq!(told("Percentuale"), "quota da raggiungere: 56 per cento");
        assert_eq!(told("Numero"), "numero da raggiungere: 56");
        assert_eq!(
            what(&target("Percentuale"), Lang::En),
            "share to reach: 56 per cent"
        );
    }
}
