//! The sheets of a comune and of a measure.

use super::block::{Builder, Sheet};
use crate::explain::{ComuneAccount, MeasureAccount, mission_name};
use crate::lang::w;
use crate::snapshot::Catalogue;
use crate::text::number::{self, decimal, integer};
use crate::title;

pub fn comune(catalogue: &Catalogue, account: &ComuneAccount) -> Sheet {
    let lang = account.lang;
    let mut b = Builder::new(catalogue, &account.name, lang);
    for (heading, claims) in &account.parts {
        b.heading(2, lang.say(*heading));
        b.claims(claims);
    }
    let biggest = account.figures.biggest.iter().filter_map(|id| {
        let brief = catalogue.brief(*id)?;
        let total = brief.total.unwrap_or_default();
        let title = title::compose(catalogue, brief, lang);
        Some(vec![title, number::amount(total.0, lang)])
    });
    let head = [lang.say(w::SHEET_PROJECT), lang.say(w::SHEET_TOTAL)];
    let rows = biggest.collect();
    b.table(lang.say(w::SHEET_BIGGEST), &head, &[false, true], rows);
    let missions = account.figures.missions.iter().map(|(mission, n, sum)| {
        vec![
            mission_name(mission, lang),
            integer(*n as i64, lang),
            number::amount(sum.0, lang),
        ]
    });
    let head = [
        lang.say(w::SHEET_MISSION),
        lang.say(w::SHEET_PROJECTS),
        lang.say(w::SHEET_TOTAL),
    ];
    let rows = missions.collect();
    b.table(lang.say(w::SHEET_MISSIONS), &head, &[false, true, true], rows);
    b.finish()
}

pub fn measure(catalogue: &Catalogue, account: &MeasureAccount) -> Sheet {
    let lang = account.lang;
    let mut b = Builder::new(catalogue, &account.name, lang);
    let official = lang.fill(w::SHEET_OFFICIAL_NAME, &[("name", &account.official_name)]);
    b.note(format!("{official} ({})", account.code));
    for (heading, claims) in &account.parts {
        b.heading(2, lang.say(*heading));
        b.claims(claims);
    }
    let rows = account.milestones.iter().map(|m| {
        let month = m
            .quarter
            .and_then(|q| q.checked_mul(3))
            .map_or("", |q| number::month(q, lang));
        let year = m.year.map_or_else(String::new, |y| y.to_string());
        let kind = if m.is_target {
            w::SHEET_IS_TARGET
        } else {
            w::SHEET_IS_MILESTONE
        };
        let goal = m.goal.filter(|g| m.is_target && *g > 0.0);
        vec![
            m.code.clone(),
            lang.say(kind).to_owned(),
            format!("{month} {year}").trim().to_owned(),
            goal.map_or_else(String::new, |g| decimal(g, 2, lang)),
        ]
    });
    let head = [
        lang.say(w::SHEET_MILESTONE),
        lang.say(w::SHEET_KIND),
        lang.say(w::SHEET_TERM),
        lang.say(w::SHEET_GOAL),
    ];
    let rows = rows.collect();
    b.table(
        lang.say(w::SHEET_MILESTONES),
        &head,
        &[false, false, false, true],
        rows,
    );
    b.finish()
}
