//! What is it: what the project does, which building it is about, the kind of work, the measure.

use super::claim::Claim;
use super::facts::{Facts, cite};
use super::told;
use crate::lang::{Word, w};
use crate::model::LabelKind;

pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    let mut out = told::claims(f);
    if let Some(card) = f.card_text() {
        out.extend(f.written(card.does));
    }
    out.extend(kind(f));
    out.extend(category(f));
    out.extend(existing(f));
    if out.is_empty() {
        out.extend(measure(f));
    }
    if out.is_empty() {
        out.push(plan(f));
    }
    out
}

/// The kind of work, from the CUP's type or, when that has no words of ours, its nature. Of goods
/// and services the card says more.
fn kind(f: &Facts<'_>) -> Option<Claim> {
    let nature = f.project.label(LabelKind::Nature)?;
    if f.card.is_some() && ["01", "02"].contains(&nature.value.as_str()) {
        return None;
    }
    [LabelKind::Type, LabelKind::Nature].into_iter().find_map(|kind| {
        let label = f.project.label(kind)?;
        let key = format!("say.kind.k{}", label.value.replace('.', "_"));
        let word = Word::from_key(&key)?;
        Some(f.observed(word, &[], vec![cite(label.source, kind.column())]))
    })
}

/// The category in our words, for works only: for the rest the card says more.
fn category(f: &Facts<'_>) -> Option<Claim> {
    if f.project.label(LabelKind::Nature)?.value != "03" {
        return None;
    }
    let label = f.project.label(LabelKind::Category)?;
    let word = Word::from_key(&format!("say.category.c{}", label.value.replace('.', "_")))?;
    let cites = vec![cite(label.source, LabelKind::Category.column())];
    Some(f.observed(w::SAY_WHAT_CATEGORY, &[("category", f.lang.say(word))], cites))
}

/// A project of which nothing else is known is one of its measure.
fn measure(f: &Facts<'_>) -> Option<Claim> {
    let name = &f.measure?.name;
    let cites = f.cite_measure("Descrizione Submisura");
    (!name.is_empty()).then(|| f.linked(w::SAY_WHAT_OFFICIAL_MEASURE, &[("name", name)], cites))
}

fn plan(f: &Facts<'_>) -> Claim {
    let word = if f.has_left().is_some() {
        w::SAY_WHAT_PLAN_THEN
    } else if f.project.submeasure.is_pnc() {
        w::SAY_WHAT_PLAN_PNC
    } else {
        w::SAY_WHAT_PLAN_PNRR
    };
    match f.cite_code() {
        cites if cites.is_empty() => f.own_words(word, &[]),
        cites => f.linked(word, &[], cites),
    }
}

fn existing(f: &Facts<'_>) -> Option<Claim> {
    let label = f.project.label(LabelKind::Existing)?;
    let yes = ["yes", "sì", "si"].contains(&label.value.to_lowercase().as_str());
    yes.then(|| {
        f.observed(
            w::SAY_WHAT_EXISTING,
            &[],
            vec![cite(label.source, LabelKind::Existing.column())],
        )
    })
}
