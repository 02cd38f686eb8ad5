//! The measure in general, apart from the project: its name, what it does, who leads it. Four
//! sentences at most; the rest stands on the measure's own page.

use super::claim::Claim;
use super::facts::{Facts, cite};
use crate::lang::w;

/// Sentences of the card beside the name and the administration.
const MOST_SENTENCES: usize = 2;

pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    let mut out: Vec<Claim> = left(f).into_iter().collect();
    out.extend(name(f));
    if let Some(card) = f.card_text() {
        out.extend(f.written(card.what).into_iter().take(MOST_SENTENCES));
    }
    out.extend(administration(f));
    out
}

/// A measure that is in the plan no more is told so before anything else.
fn left(f: &Facts<'_>) -> Option<Claim> {
    let (source, day) = f.has_left()?;
    let name = f.card_text().map_or(f.measure?.name.as_str(), |card| card.name);
    let at = f.at(Some(day));
    let cites = vec![cite(source, "Codice Univoco Submisura")];
    Some(f.derived(w::SAY_WHAT_LEFT, &[("name", name), ("at", &at)], cites))
}

fn name(f: &Facts<'_>) -> Option<Claim> {
    let pnc = f.project.submeasure.is_pnc();
    if let Some(card) = f.card_text() {
        if f.has_left().is_some() {
            return None;
        }
        let word = match pnc {
            true => w::SAY_WHAT_MEASURE_PNC,
            false => w::SAY_WHAT_MEASURE,
        };
        return Some(f.own_words(word, &[("name", card.name)]));
    }
    let name = &f.measure?.name;
    let cites = f.cite_measure("Descrizione Submisura");
    (!name.is_empty()).then(|| f.linked(w::SAY_WHAT_OFFICIAL_MEASURE, &[("name", name)], cites))
}

fn administration(f: &Facts<'_>) -> Option<Claim> {
    let name = f.measure?.administration.as_deref()?;
    if f.has_left().is_some() {
        return None;
    }
    if f.lead()
        .is_some_and(|(_, body, _)| body.name.eq_ignore_ascii_case(name))
    {
        return None;
    }
    let the = f.the(name);
    Some(f.linked(
        w::SAY_WHO_ADMINISTRATION,
        &[("body", &the)],
        f.cite_measure("Amministrazione Titolare"),
    ))
}
