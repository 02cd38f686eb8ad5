//! What Italy promised Europe for a measure: a number of things, and by when.

use super::Evidence;
use super::claim::Claim;
use super::facts::{Facts, cite};
use super::when::term;
use super::wording::finish;
use crate::lang::{Lang, Word, w};
use crate::model::{FactKind, Milestone, ProjectDateKind, Service, Status};
use crate::text::number::decimal;
use jiff::civil::Date;

/// "1.038 Case della Comunità aperte entro giugno 2026: il termine è passato."
pub(super) fn claim(m: &Milestone, lang: Lang, today: Date) -> Option<Claim> {
    told(m, w::SAY_MEASURE_TARGET, w::SAY_MEASURE_GONE_BY, lang, today)
}

/// The last promise of the measure, where no table says when the project ends.
pub(super) fn of_project(f: &Facts<'_>) -> Option<Claim> {
    let known = [ProjectDateKind::EndPlanned, ProjectDateKind::EndActual];
    let is_over = matches!(
        super::state::status(f),
        Status::Completed | Status::Withdrawn | Status::Paid
    );
    if is_over || f.has_left().is_some() || known.iter().any(|kind| f.project.date(*kind).is_some()) {
        return None;
    }
    let all = f.catalogue.milestones.get(&f.project.submeasure)?;
    let european = || all.iter().filter(|m| m.european && !is_of_another(f, m)).rev();
    let gone = [w::SAY_MEASURE_GONE_BY_UNKNOWN, w::SAY_MEASURE_GONE_BY];
    let of_all = gone.into_iter().filter_map(|gone| {
        european().find_map(|m| told(m, w::SAY_MEASURE_TARGET_OF_ALL, gone, f.lang, f.today))
    });
    let mut fitting = of_all.filter(|claim| f.fits(&claim.text));
    fitting.next()
}

/// One measure promised pagoPA to some offices and the app IO to others.
fn is_of_another(f: &Facts<'_>, m: &Milestone) -> bool {
    let has = |service: Service| {
        f.project
            .facts_of(FactKind::Service)
            .any(|fact| fact.value == service.code())
    };
    match m.code.as_str() {
        "M1C1-126" | "M1C1-149" => has(Service::AppIo) && !has(Service::PagoPa),
        "M1C1-127" | "M1C1-150" => has(Service::PagoPa) && !has(Service::AppIo),
        _ => false,
    }
}

fn told(m: &Milestone, word: Word, gone: Word, lang: Lang, today: Date) -> Option<Claim> {
    let (term, promise) = (term(m, lang)?, promise(m, lang)?);
    let gone = match has_gone_by(m, today) {
        true => lang.say(gone),
        false => "",
    };
    let values = [("promise", promise.as_str()), ("term", &term), ("gone", gone)];
    Some(Claim {
        text: finish(lang.fill(word, &values)),
        evidence: Evidence::Linked,
        cites: vec![
            cite(m.source, "Valore Obiettivo Target"),
            cite(m.source, "Anno di Conseguimento"),
            cite(m.source, "Trimestre di Conseguimento"),
        ],
        missing: None,
    })
}

/// Whether the last day of a promise's quarter lies before today.
fn has_gone_by(m: &Milestone, today: Date) -> bool {
    let month = m.quarter.and_then(|q| q.checked_mul(3));
    let first = month
        .zip(m.year)
        .and_then(|(month, year)| Date::new(year, month, 1).ok());
    first.is_some_and(|first| first.last_of_month() < today)
}

/// "1.038 Case della Comunità aperte": what a target is a number of, in our words.
pub fn promise(m: &Milestone, lang: Lang) -> Option<String> {
    let goal = m.goal.filter(|g| m.is_target && *g > 0.0)?;
    let word = Word::from_key(&format!("say.promise.{}", m.code.to_lowercase()))?;
    let goal = decimal(goal, 2, lang);
    let said = lang.fill(word, &[("goal", &goal)]);
    // "L'80 per cento", "l'11 per cento".
    Some(match goal.starts_with('8') || goal == "11" {
        true => said.replace(&format!(" il {goal} "), &format!(" l'{goal} ")),
        false => said,
    })
}
