//! The steps of a project in the words of a person, which differ by its nature: works on a site,
//! goods that are delivered, services, grants.

use super::claim::{Cite, Claim};
use super::facts::{Facts, cite};
use super::wording::day;
use crate::lang::{Word, w};
use crate::model::{Label, LabelKind, Phase, Stated};
use crate::text::fold::fold;
use jiff::civil::Date;

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

/// The present phase of a project that is under way in it, as one sentence tells both.
pub(super) fn ongoing(f: &Facts<'_>) -> Option<(String, Vec<Cite>)> {
    let (phase, status, progress) = (
        f.project.label(LabelKind::Phase)?,
        f.project.label(LabelKind::PhaseStatus)?,
        f.project.label(LabelKind::Progress)?,
    );
    let same = phase.source == progress.source;
    let both = [status, progress].map(|label| Stated::of(&label.value));
    (same && both == [Some(Stated::Ongoing); 2] && !is_planned(status)).then(|| {
        let cites = vec![
            cite(phase.source, LabelKind::Phase.column()),
            cite(status.source, LabelKind::PhaseStatus.column()),
        ];
        // "del collaudo, cioè del controllo finale," ends the sentence here.
        let phrase = phrase(f, &phase.value);
        (phrase.trim_end_matches(',').to_owned(), cites)
    })
}

/// Whether the final test is over of a project that is still called under way.
pub(super) fn is_tested(f: &Facts<'_>) -> bool {
    let label = |kind| f.project.label(kind);
    let stated = |kind| label(kind).and_then(|l| Stated::of(&l.value));
    let test = label(LabelKind::Phase).is_some_and(|phase| fold(&phase.value).contains("collaud"));
    let states = [LabelKind::Progress, LabelKind::PhaseStatus].map(stated);
    test && states == [Some(Stated::Ongoing), Some(Stated::Completed)]
}

/// "Fase in corso da previsione": only its planned days say so.
fn is_planned(status: &Label) -> bool {
    fold(&status.value).contains("previsione")
}

/// The phase that the tables show as the present one. Its state is told in our words where we
/// know the published one, else as it stands there.
pub(super) fn current(f: &Facts<'_>) -> Option<Claim> {
    if ongoing(f).is_some() || is_tested(f) {
        return None;
    }
    let label = f.project.label(LabelKind::Phase)?;
    // "Fase non disponibile" is no phase.
    if fold(&label.value).contains("non disponibile") {
        return None;
    }
    let status = f.project.label(LabelKind::PhaseStatus);
    let word = match status.map(|s| Stated::of(&s.value)) {
        Some(Some(Stated::Completed)) => w::SAY_PROGRESS_PHASE_DONE,
        Some(Some(Stated::Waiting)) => w::SAY_PROGRESS_PHASE_WAITING,
        Some(Some(Stated::Ongoing)) if status.is_some_and(is_planned) => w::SAY_PROGRESS_PHASE_PLANNED,
        Some(Some(Stated::Ongoing)) => w::SAY_PROGRESS_PHASE,
        Some(Some(Stated::Withdrawn) | None) => w::SAY_PROGRESS_PHASE_STATED,
        None => w::SAY_PROGRESS_PHASE_ALONE,
    };
    let (phase, at) = (phrase(f, &label.value), f.at_source(label.source));
    let state = status.map_or("", |s| s.value.as_str());
    let mut cites = vec![cite(label.source, LabelKind::Phase.column())];
    cites.extend(status.map(|s| cite(s.source, LabelKind::PhaseStatus.column())));
    Some(f.observed(
        word,
        &[("phase", phase.as_str()), ("at", &at), ("state", state)],
        cites,
    ))
}

/// The newest steps with their dates: an end, else a start, else what is planned.
pub(super) fn when(f: &Facts<'_>) -> Vec<Claim> {
    let mut steps: Vec<(Step, &Phase)> = f
        .project
        .phases
        .iter()
        .filter_map(|p| Some((Step::of(f, p)?, p)))
        .collect();
    steps.sort_by(|a, b| (a.0.date, &a.1.code).cmp(&(b.0.date, &b.1.code)));
    let skip = steps.len().saturating_sub(MOST_PHASES);
    steps
        .into_iter()
        .skip(skip)
        .map(|(step, p)| step.claim(f, p))
        .collect()
}

/// A phase's actual day that lies after the day of its table.
pub(super) fn to_come<'a>(f: &Facts<'a>) -> Option<&'a Phase> {
    let later = |p: &Phase, day: Option<Date>| matches!((day, f.date_of(p.source)), (Some(d), Some(seen)) if d > seen);
    let mut phases = f.project.phases.iter();
    phases.find(|p| later(p, p.start_actual) || later(p, p.end_actual))
}

/// What is told of a phase: one of its four days.
struct Step {
    word: Word,
    date: Date,
    planned: bool,
    column: &'static str,
}

impl Step {
    fn of(f: &Facts<'_>, p: &Phase) -> Option<Step> {
        let seen = f.date_of(p.source);
        let done = |day: Option<Date>| day.filter(|d| seen.is_none_or(|seen| *d <= seen));
        let step = |word, date, planned, column| Step {
            word,
            date,
            planned,
            column,
        };
        let (ends, starts) = (p.end_planned, p.start_planned);
        done(p.end_actual)
            .map(|d| step(w::SAY_WHEN_PHASE_ENDED, d, false, "Data Fine Effettiva"))
            .or_else(|| {
                done(p.start_actual)
                    .map(|d| step(w::SAY_WHEN_PHASE_STARTED, d, false, "Data Inizio Effettiva"))
            })
            .or_else(|| {
                let word = |d| match d < f.today {
                    true => w::SAY_WHEN_PHASE_WAS_TO_END,
                    false => w::SAY_WHEN_PHASE_ENDS,
                };
                ends.map(|d| step(word(d), d, true, "Data Fine Prevista"))
            })
            .or_else(|| {
                let word = |d| match d < f.today {
                    true => w::SAY_WHEN_PHASE_WAS_TO_START,
                    false => w::SAY_WHEN_PHASE_STARTS,
                };
                starts.map(|d| step(word(d), d, true, "Data Inizio Prevista"))
            })
    }

    fn claim(self, f: &Facts<'_>, p: &Phase) -> Claim {
        let phrase = phrase(f, p.name.as_deref().unwrap_or(&p.code));
        let said = day(self.date, f.lang);
        let text = if self.planned { said.for_() } else { said.on() };
        f.observed(
            self.word,
            &[("phase", &phrase), ("day", &text)],
            vec![cite(p.source, self.column)],
        )
    }
}
