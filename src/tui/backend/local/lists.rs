//! The comuni and the measures of an archive, with their figures.

use crate::explain::{self, ComuneSums};
use crate::model::ComuneCode;
use crate::snapshot::Catalogue;
use crate::tui::backend::{ComuneItem, Lists, MeasureItem};

pub fn lists(catalogue: &Catalogue) -> Lists {
    let mut by_measure = vec![0usize; catalogue.measures.len()];
    for brief in &catalogue.projects {
        if let Some(count) = by_measure.get_mut(usize::from(brief.measure)) {
            *count += 1;
        }
    }
    let measures = catalogue
        .measures
        .iter()
        .zip(&by_measure)
        .filter(|(_, n)| **n > 0);
    Lists {
        region: catalogue.region,
        comuni: comuni(catalogue),
        measures: measures
            .map(|(m, n)| MeasureItem {
                code: m.code.to_string(),
                card: m.code.card_code().to_owned(),
                name: m.name.clone(),
                projects: *n,
            })
            .collect(),
    }
}

/// The comuni of the region with their figures, in order of name.
pub fn comuni(catalogue: &Catalogue) -> Vec<ComuneItem> {
    let province = |c: &crate::model::Comune| catalogue.provinces.get(&c.province);
    let comune = |(code, sums): (ComuneCode, ComuneSums)| {
        let comune = catalogue.comuni.get(&code)?;
        let silent = sums.own.projects > 0 && sums.own.without_amount == sums.own.projects;
        Some(ComuneItem {
            code,
            name: comune.name.clone(),
            province: province(comune).map_or(String::new(), |p| p.sigla.clone()),
            projects: sums.own.projects + sums.shared,
            shared: sums.shared,
            euro: (!silent).then_some(sums.own.total),
            per_head: sums.per_head().filter(|_| !silent),
        })
    };
    let sums = explain::comuni(catalogue, catalogue.region);
    let mut comuni: Vec<ComuneItem> = sums.into_iter().filter_map(comune).collect();
    comuni.sort_by(|a, b| a.name.cmp(&b.name));
    comuni
}
