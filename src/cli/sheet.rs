//! `scheda`: one project, explained, as text, Markdown or JSON.

use super::failure::{Code, Failure};
use super::out::Out;
use super::{Context, archive, find};
use crate::explain;
use crate::lang::w;
use crate::model::{Brief, Cig, ProjectId};
use crate::search::{Query, Settings};
use crate::sheet::{self, Marks, To, search_ways};
use crate::snapshot::{Catalogue, Snapshot};

pub fn run(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let failed = |e: crate::snapshot::OpenError| Failure::data(e.to_string());
    let snapshot = archive::open(context)?;
    let catalogue = snapshot.catalogue().map_err(failed)?;
    let text = |name| {
        context
            .args
            .get_one::<String>(name)
            .map(String::as_str)
            .unwrap_or_default()
    };
    let code = text("codice");
    let Some(brief) = brief(&catalogue, &snapshot, code)? else {
        drop(catalogue);
        return nothing(context, &snapshot, code);
    };
    let Some(project) = snapshot.project(brief.id).map_err(failed)? else {
        return nothing(context, &snapshot, code);
    };
    let explanation = explain::project(&catalogue, &project, lang);
    let format = if context.args.get_flag("json") {
        "json"
    } else {
        text("formato")
    };
    match format {
        "json" => out.json(&sheet::json::project(&catalogue, &project, &explanation)),
        "markdown" => out.text(&sheet::project(&catalogue, &project, &explanation).markdown()),
        "html" => out.text(&sheet::project(&catalogue, &project, &explanation).html()),
        _ => out.text(&sheet::project(&catalogue, &project, &explanation).text(width(), Marks::default())),
    }
    Ok(Code::Found)
}

/// The width of the terminal, at most that of a comfortable line.
pub fn width() -> usize {
    const COMFORT: u16 = 88;
    crossterm::terminal::size()
        .map_or(COMFORT, |(columns, _)| columns.min(COMFORT))
        .into()
}

/// By id, CUP or CIG; where several projects bear the code, the one with the largest funding (its
/// sheet names the others).
fn brief<'a>(
    catalogue: &'a Catalogue,
    snapshot: &Snapshot,
    code: &str,
) -> Result<Option<&'a Brief>, Failure> {
    if let Some(brief) = ProjectId::parse(code).and_then(|id| catalogue.brief(id)) {
        return Ok(Some(brief));
    }
    let tidy: String = code
        .chars()
        .filter(|c| c.is_ascii_alphanumeric())
        .collect::<String>()
        .to_ascii_uppercase();
    let mut found: Vec<&Brief> = catalogue
        .projects
        .iter()
        .filter(|b| !tidy.is_empty() && &*b.cup == tidy.as_str())
        .collect();
    if found.is_empty() && tidy.len() == Cig::LEN {
        let ids = snapshot
            .projects_of_cig(&tidy)
            .map_err(|e| Failure::data(e.to_string()))?;
        found = ids.into_iter().filter_map(|id| catalogue.brief(id)).collect();
    }
    Ok(found
        .into_iter()
        .max_by_key(|b| (b.total, std::cmp::Reverse(b.id))))
}

/// Says so, with the codes that differ in one sign.
fn nothing(context: &Context, snapshot: &Snapshot, code: &str) -> Result<Code, Failure> {
    let lang = context.lang;
    eprintln!(
        "sportello: {}",
        super::out::tame(&lang.fill(w::FIND_NO_PROJECT, &[("code", code)]))
    );
    let index = find::index(snapshot)?;
    let results = index.search(&Query::parse(code), &Settings::default(), 0);
    let ways = search_ways(index.catalogue(), &results, code, lang).into_iter();
    for way in ways.filter(|way| matches!(way.to, Some(To::Project(_)))) {
        eprintln!("{}", super::out::tame(&way.text));
    }
    Ok(Code::Nothing)
}
