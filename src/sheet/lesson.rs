//! The right answer of a lesson's exercise, from the live data: the full screen and the linear
//! mode ask here, so that they can never disagree.

use crate::desk::lesson::Expected;
use crate::explain::{self, Question};
use crate::lang::{Ask, Lang, Wants};
use crate::model::{Brief, ComuneCode};
use crate::search::{Index, Query, Settings};
use crate::snapshot::{Catalogue, OpenError, Snapshot};
use std::collections::HashMap;

/// The answer, or `None` when these data have none. `query` is the exercise's with its comune
/// filled in, `home` what the person's own searches lift.
pub fn expected(
    ask: &Ask,
    query: &str,
    index: &Index,
    snapshot: &Snapshot,
    home: Option<ComuneCode>,
) -> Result<Option<Expected>, OpenError> {
    if let Wants::Choice(right) = ask.wants {
        return Ok(Some(Expected::Choice(right)));
    }
    let settings = Settings {
        home,
        ..Settings::default()
    };
    let results = index.search(&Query::parse(query), &settings, 1);
    let sums = results.totals;
    let catalogue = index.catalogue();
    let first = results.hits.first().and_then(|hit| catalogue.brief(hit.id));
    let Some(first) = first.filter(|_| sums.projects > 0) else {
        return Ok(None);
    };
    Ok(match ask.wants {
        Wants::Count => Some(Expected::Count(sums.projects)),
        Wants::Total => Some(Expected::Money(sums.total)),
        Wants::Pnrr => Some(Expected::Money(sums.pnrr)),
        Wants::Paid => Some(Expected::Money(sums.paid)),
        Wants::Body => catalogue
            .body_of(first)
            .map(|body| Expected::Name(body.name.clone())),
        Wants::Cup => Some(Expected::Cup(first.cup.to_string())).filter(|_| !first.cup.is_empty()),
        Wants::Year => year(first).map(Expected::Year),
        Wants::Status => Some(Expected::Status(first.status)),
        Wants::Evidence(about) => evidence(about, first, catalogue, snapshot)?,
        Wants::Choice(right) => Some(Expected::Choice(right)),
    })
}

/// The year that a CUP bears at its positions 5 and 6.
fn year(brief: &Brief) -> Option<i16> {
    let digits = brief.cup.get(4..6)?;
    let year: i16 = digits.parse().ok()?;
    Some(2000 + year)
}

fn evidence(
    about: &str,
    brief: &Brief,
    catalogue: &Catalogue,
    snapshot: &Snapshot,
) -> Result<Option<Expected>, OpenError> {
    let Some(question) = Question::ALL.into_iter().find(|q| q.code() == about) else {
        return Ok(None);
    };
    let project = snapshot.project(brief.id)?;
    Ok(project.and_then(|project| {
        let explanation = explain::project(catalogue, &project, Lang::It);
        let claim = explanation.answer(question).claims.first()?;
        Some(Expected::Evidence(claim.evidence))
    }))
}

/// The comune that `{comune}` stands for: the person's own, else the one with the most projects.
pub fn comune(catalogue: &Catalogue, home: Option<ComuneCode>) -> Option<ComuneCode> {
    if home.is_some() {
        return home;
    }
    let mut counts: HashMap<ComuneCode, usize> = HashMap::new();
    for place in catalogue.projects.iter().flat_map(|b| &b.places) {
        if let Some(code) = place.comune {
            *counts.entry(code).or_default() += 1;
        }
    }
    counts
        .into_iter()
        .max_by_key(|(code, n)| (*n, std::cmp::Reverse(*code)))
        .map(|(code, _)| code)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::lang::{LESSONS, StepKind};
    use std::sync::Arc;

    #[test]
    fn every_exercise_has_an_answer_in_the_bundled_region() {
        let snapshot = Snapshot::embedded().unwrap();
        let catalogue = Arc::new(snapshot.catalogue().unwrap());
        let index = Index::open(&snapshot, catalogue.clone()).unwrap();
        let code = comune(&catalogue, None).unwrap();
        let name = catalogue.comune_name(code).unwrap();
        let mut asked = 0;
        for lesson in LESSONS {
            for step in lesson.steps {
                let StepKind::Ask(ask) = &step.kind else {
                    continue;
                };
                asked += 1;
                let query = ask.query.replace("{comune}", name);
                let answer = expected(ask, &query, &index, &snapshot, None).unwrap();
                let answer = answer.unwrap_or_else(|| panic!("{}: {query}", lesson.id));
                for lang in Lang::ALL {
                    let text = step.text(lang);
                    let said = answer.say(text, lang);
                    assert!(answer.is_right(&said, text), "{}: {said}", lesson.id);
                }
            }
        }
        assert!(asked > 15, "{asked}");
    }
}
