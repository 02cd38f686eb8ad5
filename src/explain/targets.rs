//! What the project must deliver and what it reports.

use super::claim::Claim;
use super::facts::{Facts, cite};
use crate::lang::{Word, w};
use crate::model::Target;
use crate::text::number::decimal;
use crate::text::repair::{calm, is_known_acronym};

/// Indicators told in sentences; all of them stand in the sheet's table.
const MOST_TARGETS: usize = 3;
/// An official name with more words than this is left to the table.
const LONGEST_NAME: usize = 9;

const PLANNED: &str = "Valore Programmato";
const ACHIEVED: &str = "Valore Realizzato";

pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    let mut out = Vec::new();
    let mut told = 0;
    for indicator in indicators(&f.project.targets) {
        if told == MOST_TARGETS {
            break;
        }
        let claims = one(f, &indicator);
        // Two indicators can have one name: it is told once.
        let again = |c: &Claim| out.iter().any(|o: &Claim| o.text == c.text);
        if claims.first().is_none_or(again) {
            continue;
        }
        told += 1;
        out.extend(claims);
    }
    out
}

/// One indicator: the row of its newest month that has a planned value, and that of its newest
/// reported value.
struct Indicator<'a> {
    first: &'a Target,
    planned: Option<(f64, &'a Target)>,
    achieved: Option<(f64, &'a Target)>,
}

fn indicators(targets: &[Target]) -> Vec<Indicator<'_>> {
    let mut rows: Vec<&Target> = targets.iter().collect();
    rows.sort_by_key(|t| (t.indicator.as_str(), t.year, t.month));
    let mut out: Vec<Indicator<'_>> = Vec::new();
    for row in rows {
        if out.last().is_none_or(|i| i.first.indicator != row.indicator) {
            out.push(Indicator {
                first: row,
                planned: None,
                achieved: None,
            });
        }
        if let Some(indicator) = out.last_mut() {
            indicator.planned = row
                .planned
                .filter(|n| *n > 0.0)
                .map(|n| (n, row))
                .or(indicator.planned);
            indicator.achieved = row.achieved.map(|n| (n, row)).or(indicator.achieved);
        }
    }
    out
}

fn one(f: &Facts<'_>, i: &Indicator<'_>) -> Vec<Claim> {
    let figure = |n: f64| decimal(n, 2, f.lang);
    let mut out = Vec::new();
    match (i.planned, i.achieved) {
        (Some((planned, row)), achieved) => {
            let Some(said) = promised(f, i.first, planned, row) else {
                return out;
            };
            out.push(said);
            if let Some((n, row)) = achieved {
                let at = f.at_source(row.source);
                let cites = vec![cite(row.source, ACHIEVED)];
                let values = [("at", at), ("achieved", figure(n)), ("planned", figure(planned))];
                let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
                let word = if n >= planned {
                    w::SAY_TARGET_REACHED
                } else {
                    w::SAY_TARGET_REPORTED
                };
                out.push(f.observed(word, &values, cites));
            }
        }
        (None, Some((n, row))) if n > 0.0 => {
            let at = f.at_source(row.source);
            if let Some(thing) = thing(f, i.first, n) {
                out.push(f.observed(
                    w::SAY_TARGET_ONLY_REPORTED,
                    &[("at", &at), ("thing", &thing)],
                    vec![cite(row.source, ACHIEVED)],
                ));
            }
        }
        _ => {}
    }
    out
}

fn promised(f: &Facts<'_>, first: &Target, n: f64, row: &Target) -> Option<Claim> {
    let cites = vec![cite(row.source, PLANNED)];
    if let Some(thing) = thing(f, first, n) {
        return Some(f.observed(w::SAY_TARGET_PLANNED, &[("thing", &thing)], cites));
    }
    let name = plain_name(&first.name)?;
    let figure = decimal(n, 2, f.lang);
    Some(f.observed(
        w::SAY_TARGET_OTHER,
        &[("name", &name), ("planned", &figure)],
        cites,
    ))
}

/// "60 posti nei nidi": the indicator in our words, singular or plural.
fn thing(f: &Facts<'_>, target: &Target, n: f64) -> Option<String> {
    let word = Word::from_key(&format!("indicator.{}", target.indicator.to_lowercase()))?;
    let (one, many) = f.lang.say(word).split_once('|')?;
    let noun = if n == 1.0 { one } else { many };
    Some(format!("{} {noun}", decimal(n, 2, f.lang)))
}

/// The official name without its "number of", with a small first letter, when it is short enough.
fn plain_name(name: &str) -> Option<String> {
    let counts = ["numero di ", "nr. di ", "nr di ", "nr. ", "nr ", "n. di ", "n. "];
    let rest = counts
        .iter()
        .find_map(|p| {
            let head = name.get(..p.len())?;
            head.eq_ignore_ascii_case(p).then(|| &name[p.len()..])
        })
        .unwrap_or(name);
    let simple = !rest.contains(['(', ')', '/', '"']);
    let words = rest.split(' ').filter(|w| !w.is_empty()).count();
    let mut chars = rest.chars();
    let first = chars.next()?;
    let small: String = match rest.split_once(' ') {
        Some(("MQ" | "Mq" | "mq", rest)) => format!("metri quadrati {rest}"),
        Some(("KM" | "Km" | "km", rest)) => format!("chilometri {rest}"),
        Some(("KW" | "Kw" | "kW", rest)) => format!("kilowatt {rest}"),
        Some(("MW", rest)) => format!("megawatt {rest}"),
        Some((word, _)) if is_known_acronym(word) => rest.to_owned(),
        _ => first.to_lowercase().chain(chars).collect(),
    };
    (simple && words <= LONGEST_NAME).then(|| calm(&small).into_owned())
}
