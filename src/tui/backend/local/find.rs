//! A search: the question for the index, and its results as rows, filters and sentences.

use super::{hints, labels};
use crate::lang::Lang;
use crate::model::Brief;
use crate::search::{self, Hint, Hit, Index, Notice, Query, Reading, Results, Settings, Trouble, Understood};
use crate::sheet;
use crate::snapshot::Catalogue;
use crate::text::clean;
use crate::title;
use crate::tui::backend::{Answer, Ask, Correction, Facet, FacetValue, Row, Sort};

/// Values of a filter that are shown.
const FACET_VALUES: usize = 10;

pub fn find(index: &Index, ask: &Ask) -> Answer {
    let query = Query::parse(&ask.text);
    let settings = Settings {
        sort: match ask.sort {
            Sort::Relevance => search::Sort::Relevance,
            Sort::Amount => search::Sort::Amount,
            Sort::SharePaid => search::Sort::SharePaid,
            Sort::End => search::Sort::EndDate,
            Sort::Name => search::Sort::Name,
        },
        home: ask.home,
        facet_values: FACET_VALUES,
        lang: ask.lang,
        ..Settings::default()
    };
    let results = index.search(&query, &settings, ask.limit);
    let catalogue = index.catalogue();
    let row = |hit: &Hit, missing: &[String]| {
        let brief = catalogue.projects.get(hit.project as usize)?;
        let missing = (!missing.is_empty()).then(|| sheet::missing(missing, ask.lang));
        Some(Row {
            missing,
            ..row(catalogue, brief, &results, ask.lang)
        })
    };
    let found = results.hits.iter().filter_map(|hit| row(hit, &[]));
    let room = ask.limit.saturating_sub(results.hits.len());
    let near = results.near.hits.iter().take(room);
    let near = near.filter_map(|near| row(&near.hit, &near.missing));
    let rows: Vec<Row> = found.chain(near).collect();
    Answer {
        near: rows.len().saturating_sub(results.hits.len()),
        rows,
        total: results.totals.projects,
        funded: results.totals.total,
        paid: results.totals.paid,
        facets: facets(catalogue, &results.query, &results, ask.lang),
        corrected: corrections(&results, &ask.text),
        hints: hints::hints(catalogue, &results, ask),
    }
}

fn row(catalogue: &Catalogue, brief: &Brief, results: &Results, lang: Lang) -> Row {
    let title = clean::line(&title::compose(catalogue, brief, lang));
    Row {
        id: brief.id,
        place: clean::line(&labels::place(catalogue, brief, lang)),
        body: catalogue
            .body_of(brief)
            .map_or(String::new(), |b| clean::line(&b.name)),
        amount: brief.total,
        paid: brief.paid,
        status: brief.status,
        matched: results.highlight.spans(&title),
        missing: None,
        title,
    }
}

fn correction(word: &Understood, text: &str) -> Option<Correction> {
    let understood = match &word.reading {
        Reading::Corrected(found) => found.first()?.clone(),
        Reading::Joined(whole) => whole.clone(),
        Reading::Split(one, other) => format!("{one} {other}"),
        _ => return None,
    };
    Some(Correction {
        typed: text.get(word.span.clone())?.to_owned(),
        understood,
    })
}

/// What was understood otherwise than typed, once each.
fn corrections(results: &Results, text: &str) -> Vec<Correction> {
    let words = results.words.iter().filter_map(|word| correction(word, text));
    let mut out: Vec<Correction> = words.chain(mended_filters(results, text)).collect();
    out.dedup();
    // What even the nearest lack was read in vain; a row says that it is missing.
    let near = &results.near.hits;
    let vain = |typed: &String| near.iter().all(|near| near.missing.contains(typed));
    out.retain(|one| near.is_empty() || results.totals.projects > 0 || !vain(&one.typed));
    out
}

/// Filters that were read otherwise than typed: `comune:pratto`.
fn mended_filters<'a>(results: &'a Results, text: &'a str) -> impl Iterator<Item = Correction> + 'a {
    results.hints.iter().filter_map(|hint| match hint {
        Hint::Notice(Notice {
            span,
            trouble: Trouble::MendedValue { meant, .. },
        }) => Some(Correction {
            typed: text.get(span.clone())?.to_owned(),
            understood: meant.clone(),
        }),
        _ => None,
    })
}

/// Filters that would narrow the answer, or that do.
fn facets(catalogue: &Catalogue, query: &Query, results: &Results, lang: Lang) -> Vec<Facet> {
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
                    label: clean::line(&sheet::facet_value(catalogue, value, lang)),
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
