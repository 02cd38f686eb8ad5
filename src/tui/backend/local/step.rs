//! What a step of a lesson needs of the data.

use crate::lang::StepKind;
use crate::search::{Index, Query, Settings};
use crate::sheet::lesson::{comune, expected};
use crate::snapshot::{OpenError, Snapshot};
use crate::tui::backend::{Stage, StepAsk};

pub fn step(index: &Index, snapshot: &Snapshot, ask: &StepAsk) -> Result<Stage, OpenError> {
    let catalogue = index.catalogue();
    let comune =
        comune(catalogue, ask.home).and_then(|code| Some((code, catalogue.comune_name(code)?.to_owned())));
    let name = comune.as_ref().map_or("", |(_, name)| name);
    let query = ask
        .lesson
        .query(ask.step)
        .unwrap_or_default()
        .replace("{comune}", name);
    let expected = match ask.lesson.steps.get(ask.step).map(|step| &step.kind) {
        Some(StepKind::Ask(exercise)) => expected(exercise, &query, index, snapshot, ask.home)?,
        _ => None,
    };
    let project = if query.is_empty() {
        None
    } else {
        let settings = Settings {
            home: ask.home,
            ..Settings::default()
        };
        let results = index.search(&Query::parse(&query), &settings, 1);
        results.hits.first().map(|hit| hit.id)
    };
    Ok(Stage {
        comune,
        project,
        expected,
    })
}
