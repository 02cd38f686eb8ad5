//! What a search found, as lines for a person.

use super::super::out::Out;
use crate::app::{Leads, Meant};
use crate::lang::{Lang, w};
use crate::model::Brief;
use crate::search::{Hit, Results};
use crate::sheet::{Subject, Way, alike, list_rows, missing, search_ways};
use crate::snapshot::Catalogue;
use crate::text::number::integer;

/// Prints what is meant beside projects.
pub fn meant(all: &[Meant], lang: Lang, out: &mut Out) {
    for meant in all {
        out.line(&meant.line(lang));
        if let Some(note) = &meant.note {
            out.line(&format!("          {note}"));
        }
        if let Some(command) = meant.to.as_ref().and_then(command) {
            out.line(&format!("          sportello {command}"));
        }
    }
}

/// The command that shows where a row leads.
fn command(to: &Leads) -> Option<String> {
    Some(match to {
        Leads::Page(Subject::Comune(code), _) => format!("comune {code}"),
        Leads::Page(Subject::Measure(code), _) => format!("misura {code}"),
        Leads::Page(Subject::Word(id), _) => format!("glossario {}", id.replace('-', " ")),
        Leads::Page(Subject::Search(text), _) => format!("cerca {text}"),
        Leads::Do(id) if id == "help" => "aiuto".to_owned(),
        Leads::Do(id) if id == "data" => "dati".to_owned(),
        Leads::Do(id) if id == "news" => "novita".to_owned(),
        _ => return None,
    })
}

/// Prints the count, the projects, those that are near, and the ways on.
pub fn print(
    catalogue: &Catalogue,
    (results, meant): (&Results, &[Meant]),
    text: &str,
    lang: Lang,
    out: &mut Out,
) {
    let count = |n: usize| integer(i64::try_from(n).unwrap_or(i64::MAX), lang);
    let (found, shown) = (results.totals.projects, results.hits.len());
    let all_shown = shown >= results.lines;
    if let Some(corrected) = &results.corrected {
        out.line(&lang.fill(w::FIND_CORRECTED, &[("query", corrected)]));
    }
    match found {
        // What is near, or what no project has, is said below.
        0 if results.near.total > 0 || !results.absent.is_empty() => {}
        0 if results.totals.national > 0 || meant.iter().any(|meant| meant.sure) => {}
        0 => out.line(lang.say(w::FIND_NOTHING)),
        1 => out.line(lang.say(w::FIND_ONE)),
        n if all_shown => out.line(&lang.fill(w::FIND_ALL, &[("n", &count(n))])),
        n => {
            let values = [("n", &*count(n)), ("shown", &count(shown))];
            out.line(&lang.fill(w::FIND_MANY, &values));
        }
    }
    lines(catalogue, results.hits.iter().map(|hit| (hit, None)), lang, out);
    let ways = search_ways(catalogue, results, text, lang);
    let (said, leads): (Vec<Way>, Vec<Way>) = ways.into_iter().partition(|way| way.to.is_none());
    said.iter().for_each(|way| out.line(&way.text));
    let near = results.near.hits.iter();
    lines(
        catalogue,
        near.map(|near| (&near.hit, Some(&near.missing[..]))),
        lang,
        out,
    );
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

/// Projects on two lines each: id, amount, status and code; then the title, and the words that it
/// lacks.
fn lines<'a>(
    catalogue: &Catalogue,
    hits: impl Iterator<Item = (&'a Hit, Option<&'a [String]>)>,
    lang: Lang,
    out: &mut Out,
) {
    let hits: Vec<(&Hit, &Brief, Option<&[String]>)> = hits
        .filter_map(|(hit, lacks)| Some((hit, catalogue.brief(hit.id)?, lacks)))
        .collect();
    let rows = list_rows(catalogue, hits.iter().map(|(_, brief, _)| *brief), lang);
    for ((hit, brief, lacks), row) in hits.into_iter().zip(rows) {
        let several = alike(hit, lang);
        let one = several.is_none();
        let mut facts = several.unwrap_or(row.facts);
        if one && !brief.cup.is_empty() {
            facts.push(format!("CUP {}", brief.cup));
        }
        let lacks = lacks.map(|words| format!(" ({})", missing(words, lang)));
        out.line(&format!("{}  {}", brief.id, facts.join(" · ")));
        out.line(&format!("          {}{}", row.title, lacks.unwrap_or_default()));
    }
}
