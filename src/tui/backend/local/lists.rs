//! The comuni and the measures of an archive, with the number of their projects.

use crate::snapshot::Catalogue;
use crate::tui::backend::{ComuneItem, Lists, MeasureItem};
use std::collections::HashMap;

pub fn lists(catalogue: &Catalogue) -> Lists {
    let mut by_measure = vec![0usize; catalogue.measures.len()];
    let mut by_comune = HashMap::new();
    for brief in &catalogue.projects {
        if let Some(count) = by_measure.get_mut(usize::from(brief.measure)) {
            *count += 1;
        }
        let mut own: Vec<_> = brief.places.iter().filter_map(|p| p.comune).collect();
        own.sort_unstable();
        own.dedup();
        for code in own {
            *by_comune.entry(code).or_insert(0) += 1;
        }
    }
    let province = |c: &crate::model::Comune| catalogue.provinces.get(&c.province);
    let mut comuni: Vec<ComuneItem> = catalogue
        .comuni
        .values()
        .filter(|c| catalogue.region.is_none() || province(c).map(|p| p.region) == catalogue.region)
        .map(|c| ComuneItem {
            code: c.code,
            name: c.name.clone(),
            province: province(c).map_or(String::new(), |p| p.sigla.clone()),
            projects: by_comune.get(&c.code).copied().unwrap_or(0),
        })
        .collect();
    comuni.sort_by(|a, b| a.name.cmp(&b.name));
    let measures = catalogue
        .measures
        .iter()
        .zip(&by_measure)
        .filter(|(_, n)| **n > 0);
    Lists {
        comuni,
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
