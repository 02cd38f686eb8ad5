//! The steps of a project in the words of a person, which differ by its nature: works on a site,
//! goods that are delivered, services, grants.

use super::claim::Claim;
use super::facts::{Facts, cite};
use super::wording::day;
use crate::lang::{Word, w};
use crate::model::{LabelKind, Phase};
use crate::text::fold::fold;

/// Phases told with their dates.
const MOST_PHASES: usize = 4;

/// "dei lavori in cantiere": behind "la fase".
pub(super) fn phrase(f: &Facts<'_>, name: &str) -> String {
    match word(f, &fold(name)) {
        Some(word) => f.lang.say(word).to_owned(),
        None => f
            .lang
            .fill(w::SAY_PHASE_CALLED, &[("name", &name.to_lowercase())]),
    }
}

fn word(f: &Facts<'_>, name: &str) -> Option<Word> {
    let has = |roots: &[&str]| roots.iter().any(|r| name.contains(r));
    let nature = f.project.label(LabelKind::Nature).map(|l| l.value.as_str());
    Some(if has(&["collaud"]) {
        w::SAY_PHASE_TEST
    } else if has(&["fattibil"]) {
        w::SAY_PHASE_STUDY
    } else if has(&["progettaz", "preliminare", "definitiv", "esecutiv"]) {
        w::SAY_PHASE_DESIGN
    } else if has(&["stipula", "contratt"]) {
        w::SAY_PHASE_CONTRACT
    } else if has(&["gara", "bando", "aggiudic", "affidament"]) {
        w::SAY_PHASE_TENDER
    } else if has(&["verific", "controll"]) {
        w::SAY_PHASE_CHECKS
    } else if has(&["attribuz", "concession", "assegnaz"]) {
        w::SAY_PHASE_GRANT
    } else if has(&["erogaz"]) {
        w::SAY_PHASE_PAYMENT
    } else if has(&["esecuz", "lavori", "fornitur", "consegna"]) {
        match nature {
            Some("03") => w::SAY_PHASE_WORKS,
            Some("01") => w::SAY_PHASE_GOODS,
            Some("02") => w::SAY_PHASE_SERVICE,
            Some("06" | "07") => w::SAY_PHASE_ACTIVITY,
            _ if has(&["lavori"]) => w::SAY_PHASE_WORKS,
            _ if has(&["fornitur", "consegna"]) => w::SAY_PHASE_GOODS,
            _ => w::SAY_PHASE_ACTIVITY,
        }
    } else {
        return None;
    })
}

/// The phase that the tables show as the present one.
pub(super) fn current(f: &Facts<'_>) -> Option<Claim> {
    let label = f.project.label(LabelKind::Phase)?;
    let status = f.project.label(LabelKind::PhaseStatus);
    let state = status.map(|s| fold(&s.value)).unwrap_or_default();
    let has = |roots: &[&str]| roots.iter().any(|r| state.contains(r));
    let word = if has(&["conclus", "complet", "chius", "termin"]) {
        w::SAY_PROGRESS_PHASE_DONE
    } else if has(&["non avviat", "da avviare", "non iniziat"]) {
        w::SAY_PROGRESS_PHASE_WAITING
    } else {
        w::SAY_PROGRESS_PHASE
    };
    let (phase, at) = (phrase(f, &label.value), f.at_source(label.source));
    let mut cites = vec![cite(label.source, LabelKind::Phase.column())];
    cites.extend(status.map(|s| cite(s.source, LabelKind::PhaseStatus.column())));
    Some(f.observed(word, &[("phase", &phase), ("at", &at)], cites))
}

/// The newest steps with their dates: an end, else a start, else what is planned.
pub(super) fn when(f: &Facts<'_>) -> Vec<Claim> {
    let mut steps: Vec<(jiff::civil::Date, &Phase)> = f
        .project
        .phases
        .iter()
        .filter_map(|p| {
            let date = p
                .end_actual
                .or(p.start_actual)
                .or(p.end_planned)
                .or(p.start_planned)?;
            Some((date, p))
        })
        .collect();
    steps.sort_by(|a, b| (a.0, &a.1.code).cmp(&(b.0, &b.1.code)));
    let skip = steps.len().saturating_sub(MOST_PHASES);
    steps.into_iter().skip(skip).map(|(_, p)| step(f, p)).collect()
}

fn step(f: &Facts<'_>, p: &Phase) -> Claim {
    let phrase = phrase(f, p.name.as_deref().unwrap_or(&p.code));
    let (word, date, column) = match (p.end_actual, p.start_actual, p.end_planned, p.start_planned) {
        (Some(d), ..) => (w::SAY_WHEN_PHASE_ENDED, Some(d), "Data Fine Effettiva"),
        (_, Some(d), ..) => (w::SAY_WHEN_PHASE_STARTED, Some(d), "Data Inizio Effettiva"),
        (_, _, Some(d), _) => (w::SAY_WHEN_PHASE_ENDS, Some(d), "Data Fine Prevista"),
        (_, _, _, d) => (w::SAY_WHEN_PHASE_STARTS, d, "Data Inizio Prevista"),
    };
    let planned = p.end_actual.or(p.start_actual).is_none();
    let text = date
        .map(|d| day(d, f.lang))
        .map(|d| if planned { d.for_() } else { d.on() })
        .unwrap_or_default();
    f.observed(
        word,
        &[("phase", &phrase), ("day", &text)],
        vec![cite(p.source, column)],
    )
}
