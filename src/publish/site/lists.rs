//! Lists over several pages: what a search finds, and whatever else is long.

use super::frame::{Crumb, Sheet};
use crate::app::{Archive, Ask};
use crate::explain::theme_name;
use crate::lang::{Lang, w};
use crate::model::Brief;
use crate::search::{Filter, Query};
use crate::sheet::{Block, Link, Note, Page, Part, PartId, Subject, list_rows};
use crate::snapshot::Catalogue;
use crate::text::number::count;
use crate::title::measure_name;

/// Rows of a page: of projects, of shorter names.
const PROJECTS: usize = 100;
pub(super) const NAMES: usize = 300;

/// The projects that a search finds, as pages that follow one another.
pub(super) fn found(archive: &Archive, path: String, text: &str, lang: Lang) -> Vec<Sheet> {
    let catalogue = archive.catalogue();
    let ask = Ask {
        limit: usize::MAX,
        lang,
        ..Ask::whole(text)
    };
    let (_, results) = archive.search(&ask, false);
    let hits = results.hits.iter();
    let briefs: Vec<&Brief> = hits
        .filter_map(|hit| catalogue.projects.get(hit.project as usize))
        .collect();
    let rows = list_rows(catalogue, briefs.iter().copied(), lang);
    let links = briefs
        .iter()
        .zip(&rows)
        .map(|(brief, row)| Block::Link(Link::new(&row.line(), Subject::Project(brief.id))));
    let mut page = Page::new(&title(catalogue, text, lang), lang);
    let under = lang.fill(w::SITE_LIST_UNDER, &[("count", &count(briefs.len(), lang))]);
    page.under.push(Note::Line(under));
    page.parts.push(Part::new(PartId::All, "").with(links.collect()));
    let crumbs = vec![Crumb::start(lang), Crumb::comuni(lang)];
    pages(
        Sheet {
            page,
            crumbs,
            ..Sheet::new(path)
        },
        PROJECTS,
    )
}

/// "Prato: La salute", "Nidi e scuole dell'infanzia".
fn title(catalogue: &Catalogue, text: &str, lang: Lang) -> String {
    let query = Query::parse(text);
    let names = query.filters().map(|(_, filter, _)| match filter {
        Filter::Comune(name) | Filter::Province(name) | Filter::Region(name) => name.clone(),
        Filter::Wide(name) => lang.fill(w::SITE_LIST_WIDE, &[("name", name)]),
        Filter::Mission(mission) => theme_name(mission, lang),
        Filter::Measure(code) => match catalogue.measure(code) {
            Some(measure) => measure_name(measure, lang).to_owned(),
            None => code.clone(),
        },
        other => other.to_string(),
    });
    let names: Vec<String> = names.collect();
    match names.is_empty() {
        true => lang.say(w::SITE_LIST).to_owned(),
        false => names.join(": "),
    }
}

/// A page cut into several where it has more than `most` ways; what
/// stands around the parts stays on the first.
pub(super) fn pages(sheet: Sheet, most: usize) -> Vec<Sheet> {
    let lang = sheet.page.lang;
    let mut cut: Vec<Vec<Part>> = vec![Vec::new()];
    let mut room = most;
    for part in &sheet.page.parts {
        for (at, block) in part.blocks.iter().enumerate() {
            if room == 0 {
                cut.push(Vec::new());
                room = most;
            }
            let Some(now) = cut.last_mut() else { continue };
            if at == 0 || now.is_empty() {
                now.push(Part::new(part.id, part.heading.clone()));
            }
            if let Some(last) = now.last_mut() {
                last.blocks.push(block.clone());
            }
            room -= 1;
        }
    }
    let all = cut.len();
    let path = |n: usize| match n {
        1 => sheet.path.clone(),
        n => format!("{}/{n}", sheet.path),
    };
    let first = |n: usize, html: &str| if n == 1 { html.to_owned() } else { String::new() };
    let one = |(parts, n): (Vec<Part>, usize)| {
        let mut page = Page {
            parts,
            ..sheet.page.clone()
        };
        let mut crumbs = sheet.crumbs.clone();
        if all > 1 {
            let values = [("n", &*count(n, lang)), ("all", &count(all, lang))];
            page.under.push(Note::Line(lang.fill(w::SITE_LIST_PAGE, &values)));
        }
        if n > 1 {
            crumbs.push(Crumb::new(&page.title, &sheet.path));
            page.title = format!("{}, {n}", page.title);
        }
        Sheet {
            path: path(n),
            page,
            crumbs,
            before: first(n, &sheet.before),
            after: first(n, &sheet.after),
            earlier: (n > 1).then(|| path(n - 1)),
            later: (n < all).then(|| path(n + 1)),
        }
    };
    cut.into_iter().zip(1..).map(one).collect()
}
