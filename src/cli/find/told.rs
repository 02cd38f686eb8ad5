//! What a search found, as lines for a person.

use super::super::out::Out;
use crate::lang::{Lang, w};
use crate::search::{Hit, Results};
use crate::sheet::{Subject, Way, missing, search_ways};
use crate::snapshot::Catalogue;
use crate::text::number::{euro, integer};
use crate::title;

/// Prints the count, the projects, those that are near, and the ways on.
pub fn print(catalogue: &Catalogue, results: &Results, text: &str, lang: Lang, out: &mut Out) {
    let count = |n: usize| integer(i64::try_from(n).unwrap_or(i64::MAX), lang);
    let (found, shown) = (results.totals.projects, results.hits.len());
    if let Some(corrected) = &results.corrected {
        out.line(&lang.fill(w::FIND_CORRECTED, &[("query", corrected)]));
    }
    match found {
        0 => out.line(lang.say(w::FIND_NOTHING)),
        1 => out.line(lang.say(w::FIND_ONE)),
        n if n == shown => out.line(&lang.fill(w::FIND_ALL, &[("n", &count(n))])),
        n => {
            let values = [("n", &*count(n)), ("shown", &count(shown))];
            out.line(&lang.fill(w::FIND_MANY, &values));
        }
    }
    for hit in &results.hits {
        line(catalogue, hit, None, lang, out);
    }
    let ways = search_ways(catalogue, results, text, lang);
    let (said, leads): (Vec<Way>, Vec<Way>) = ways.into_iter().partition(|way| way.to.is_none());
    said.iter().for_each(|way| out.line(&way.text));
    for near in &results.near.hits {
        line(catalogue, &near.hit, Some(&near.missing), lang, out);
    }
    for way in leads {
        match way.to {
            Some(Subject::Comune(code)) => {
                let name = catalogue.comune_name(code).unwrap_or_default();
                out.line(&lang.fill(w::FIND_COMUNE, &[("comune", name)]));
            }
            _ => out.line(&way.text),
        }
    }
}

/// A project on two lines: id and title; amount, code and the words that it lacks.
fn line(catalogue: &Catalogue, hit: &Hit, lacks: Option<&[String]>, lang: Lang, out: &mut Out) {
    let Some(brief) = catalogue.brief(hit.id) else {
        return;
    };
    let mut facts = vec![match brief.total {
        Some(total) => euro(total.0, lang),
        None => lang.say(w::FIND_NO_AMOUNT).to_owned(),
    }];
    if !brief.cup.is_empty() {
        facts.push(format!("CUP {}", brief.cup));
    }
    facts.extend(lacks.map(|words| missing(words, lang)));
    let title = title::compose(catalogue, brief, lang);
    out.line(&format!("{}  {title}", brief.id));
    out.line(&format!("          {}", facts.join(", ")));
}
