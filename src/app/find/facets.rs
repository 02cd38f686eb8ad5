//! The ways to narrow an answer.

use crate::lang::Lang;
use crate::search::Results;
use crate::sheet;
use crate::snapshot::Catalogue;
use crate::text::clean;

/// A way to narrow the answer, with the number of projects that each value would leave.
#[derive(Clone, Debug, PartialEq)]
pub struct Facet {
    pub name: String,
    pub values: Vec<FacetValue>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct FacetValue {
    pub label: String,
    pub count: usize,
    /// Whether the query holds it.
    pub on: bool,
    /// The query with the filter put in, or taken out when it is on.
    pub toggled: String,
}

/// Filters that would narrow the answer, or that do.
pub fn of(catalogue: &Catalogue, results: &Results, typing: bool, lang: Lang) -> Vec<Facet> {
    let query = &results.query;
    let mut out = Vec::new();
    for kind in sheet::FACETS {
        let Some(facet) = results.facets.iter().find(|f| f.kind == *kind) else {
            continue;
        };
        let values: Vec<FacetValue> = facet
            .values
            .iter()
            .map(|(value, count)| {
                let filter = value.filter(catalogue);
                let mut toggled = query.clone();
                let on = query.has(&filter);
                toggled.toggle(filter);
                FacetValue {
                    label: clean::line(&sheet::facet_value(catalogue, value, !typing, lang)),
                    count: *count as usize,
                    on,
                    toggled: toggled.to_string(),
                }
            })
            .collect();
        if values.len() > 1 || values.iter().any(|v| v.on) {
            let name = lang.say(sheet::facet_word(*kind)).to_owned();
            out.push(Facet { name, values });
        }
    }
    out
}
