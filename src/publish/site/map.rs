//! The map of the comuni, a dot for each, and the ranking beside it: one page a figure.

use super::frame::{Crumb, Sheet};
use super::lists::pages;
use super::way::way;
use crate::app::Archive;
use crate::app::ranking::{Figure, Row, rows};
use crate::lang::{Lang, w};
use crate::sheet::html::escaped;
use crate::sheet::picture::atlas::{Atlas, KM};
use crate::sheet::picture::classes::classes;
use crate::sheet::{Block, Link, Note, Page, Part, PartId, Subject};

/// Rows of the ranking beside the map.
const ROWS: usize = 60;
/// Kilometres to the edge around the land.
const EDGE: f32 = 6.0;
/// How wide the dots of a class are, in kilometres.
const WIDTHS: [u8; 5] = [4, 5, 6, 8, 10];

fn path(figure: Figure) -> &'static str {
    match figure {
        Figure::Projects => "mappa",
        Figure::Euro => "mappa/euro",
        Figure::PerHead => "mappa/abitante",
    }
}

/// The pages of the map, one for each figure and more where the ranking is long.
pub(super) fn all(archive: &Archive, lang: Lang) -> Vec<Sheet> {
    let of = |figure: Figure| pages(sheet(archive, figure, lang), ROWS);
    Figure::ALL.into_iter().flat_map(of).collect()
}

fn sheet(archive: &Archive, figure: Figure, lang: Lang) -> Sheet {
    let rows = rows(&archive.lists.comuni, figure);
    let title = format!(
        "{}: {}",
        lang.say(w::SITE_MAP),
        lang.say(figure.word()).to_lowercase()
    );
    let mut page = Page::new(&title, lang);
    let land = land(&rows, figure, lang);
    let under = match land.is_empty() {
        true => w::SITE_MAP_NO_LAND,
        false => w::SITE_MAP_UNDER,
    };
    page.under.push(Note::Line(lang.say(under).to_owned()));
    let link = |row: &Row| Block::Link(Link::new(&said(row, figure, lang), Subject::Comune(row.code)));
    let links = rows.iter().map(link).collect();
    page.parts
        .push(Part::new(PartId::All, lang.say(w::SITE_MAP_RANKING)).with(links));
    Sheet {
        page,
        crumbs: vec![Crumb::start(lang)],
        before: format!("{}<div class=\"map\">{land}<div>", figures(figure, lang)),
        after: "</div></div>\n".to_owned(),
        ..Sheet::new(path(figure).to_owned())
    }
}

fn said(row: &Row, figure: Figure, lang: Lang) -> String {
    let rank = row.rank.map(|rank| rank.to_string());
    let values = [
        ("rank", rank.as_deref().unwrap_or_default()),
        ("name", &row.name),
        ("value", &figure.exact(row.value, lang)),
    ];
    match rank {
        Some(_) => lang.fill(w::SITE_MAP_RANK, &values),
        None => lang.fill(w::SITE_MAP_NO_RANK, &values[1..]),
    }
}

/// The ways to the same page with another figure.
fn figures(at_hand: Figure, lang: Lang) -> String {
    let from = path(at_hand);
    let link = |figure: Figure| {
        let text = escaped(lang.say(figure.word()));
        let current = if figure == at_hand {
            " aria-current=\"page\""
        } else {
            ""
        };
        format!("<a href=\"{}\"{current}>{text}</a>\n", way(from, path(figure)))
    };
    let links: String = Figure::ALL.into_iter().map(link).collect();
    let label = escaped(lang.say(w::SITE_MAP_FIGURES));
    format!("<nav class=\"pages\" aria-label=\"{label}\">{links}</nav>\n")
}

/// The land as dots; nothing where the atlas has none of the comuni. Who walks by keyboard or listens
/// has the same ways in the ranking, so here they are for pointers alone.
fn land(rows: &[Row], figure: Figure, lang: Lang) -> String {
    let atlas = Atlas::get();
    let limits = classes(rows.iter().filter_map(|row| row.value));
    let [low, high] = atlas.corners;
    let at = |axis: usize, degrees: f32| {
        let from = if axis == 0 {
            degrees - low[0]
        } else {
            high[1] - degrees
        };
        from * KM[axis] + EDGE
    };
    let mut groups: [String; 5] = Default::default();
    for row in rows {
        let Some(shape) = atlas.index(row.code).and_then(|at| atlas.shapes.get(at)) else {
            continue;
        };
        let class = row
            .value
            .map_or(0, |value| limits.partition_point(|limit| *limit < value));
        let [x, y] = [at(0, shape.centre[0]), at(1, shape.centre[1])];
        let to = way(path(figure), &format!("c/{}", row.code));
        let value = match row.value {
            Some(value) => figure.short(value, lang),
            None => figure.exact(None, lang),
        };
        let name = escaped(&format!("{}: {value}", row.name));
        groups[class.min(4)] +=
            &format!("<a href={to} tabindex=-1><title>{name}</title><path d=M{x:.0},{y:.0}h0 /></a>\n");
    }
    if groups.iter().all(String::is_empty) {
        return String::new();
    }
    let (wide, high) = (at(0, high[0]) + EDGE, at(1, low[1]) + EDGE);
    let group = |(n, dots): (usize, String)| {
        let width = WIDTHS.get(n).copied().unwrap_or(4);
        format!(
            "<g stroke=\"var(--{})\" stroke-width=\"{width}\">\n{dots}</g>\n",
            n + 1
        )
    };
    let groups: String = groups.into_iter().enumerate().map(group).collect();
    format!(
        "<div class=\"land\" aria-hidden=\"true\"><svg viewBox=\"0 0 {wide:.0} {high:.0}\">\n{groups}</svg></div>\n"
    )
}
