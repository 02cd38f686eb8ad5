//! What is it: what the project does, which building it is about, the kind of work, the measure.

use super::claim::{Cite, Claim};
use super::facts::{Facts, cite};
use super::{called, told};
use crate::lang::{Word, w};
use crate::model::{FactKind, LabelKind};

pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    let mut out = told::claims(f);
    if out.is_empty() {
        out.extend(
            f.card_text()
                .into_iter()
                .flat_map(|card| called::of_card(f, card.does)),
        );
    }
    out.extend(kind(f));
    if out.is_empty() {
        out.extend(measure(f));
    }
    if out.is_empty() {
        out.push(plan(f));
    }
    out
}

/// The kind of work, from the CUP's type or, when that has no words of ours, its nature; with the
/// kind of thing. Where the texts say thing and works they say it better; of goods, services and
/// grants the card says more.
fn kind(f: &Facts<'_>) -> Option<Claim> {
    let nature = f.project.label(LabelKind::Nature)?;
    if f.card.is_some() && nature.value != "03" {
        return None;
    }
    let has = |kind| f.project.fact(kind).is_some();
    let category = category(f).filter(|_| !has(FactKind::Thing) && !has(FactKind::Name));
    let told = [LabelKind::Type, LabelKind::Nature].into_iter().find_map(|kind| {
        let label = f.project.label(kind)?;
        let key = format!("say.kind.k{}", label.value.replace('.', "_"));
        Some((Word::from_key(&key)?, cite(label.source, kind.column()), kind))
    });
    let (word, cite, kind) = told?;
    // "Fa dei lavori pubblici" alone tells nothing.
    if f.card.is_some() && category.is_none() && (has(FactKind::Work) || kind == LabelKind::Nature) {
        return None;
    }
    let Some((category, of)) = category else {
        return Some(f.observed(word, &[], vec![cite]));
    };
    let does = f.lang.say(word).trim_end_matches('.');
    let values = [("does", does), ("category", f.lang.say(category))];
    Some(f.observed(w::SAY_WHAT_KIND, &values, vec![cite, of]))
}

/// The category in our words.
fn category(f: &Facts<'_>) -> Option<(Word, Cite)> {
    let label = f.project.label(LabelKind::Category)?;
    let word = Word::from_key(&format!("say.category.c{}", label.value.replace('.', "_")))?;
    Some((word, cite(label.source, LabelKind::Category.column())))
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
