//! The page of a comune: what is told of it, what is done by theme, its largest projects, all of
//! them, then the sources.

use super::Subject;
use super::build::Builder;
use super::listed::{Parts, amounts, projects, search_for_all};
use super::page::{Block, Link, Page, PartId};
use super::picture::{self, Picture, own_projects};
use crate::explain::{ComuneAccount, Theme, theme_name};
use crate::lang::{Lang, w};
use crate::model::{Cents, ComuneCode};
use crate::search::{Filter, Value};
use crate::snapshot::Catalogue;
use crate::text::number::{self, count};
use crate::title;

/// Measures that a theme names.
const MOST_MEASURES: usize = 3;

/// The page of a comune.
pub fn comune(catalogue: &Catalogue, account: &ComuneAccount) -> Page {
    let figures = &account.figures;
    let mut b = Builder::new(catalogue, &account.name, account.lang);
    for (heading, claims) in &account.parts {
        b.part(PartId::Told(*heading), *heading);
        b.claims(claims);
        if *heading == w::SAY_COMUNE_OWN {
            themes(&mut b, account.code, &figures.themes);
        }
    }
    let biggest = Parts {
        paper: PartId::BiggestTable,
        screen: PartId::Biggest,
        heading: w::SHEET_BIGGEST,
    };
    projects(&mut b, &biggest, &figures.biggest);
    amounts(&mut b, own_projects(catalogue, account.code));
    let all = Parts {
        paper: PartId::AllTable,
        screen: PartId::All,
        heading: w::SHEET_ALL,
    };
    projects(&mut b, &all, &figures.all);
    b.small_print();
    let filter = filter(catalogue, account.code).to_string();
    search_for_all(&mut b, figures.all.len(), filter);
    let wide = figures.shared.projects + figures.wide.projects;
    if wide > 0
        && let Filter::Comune(name) = self::filter(catalogue, account.code)
    {
        let text = b
            .lang
            .fill(w::SCREEN_LINKS_WIDE, &[("count", &count(wide, b.lang))]);
        b.link(&text, Subject::Search(Filter::Wide(name).to_string()));
    }
    b.link(b.lang.say(w::SCREEN_LINKS_MAP), Subject::Map(account.code));
    b.finish()
}

fn filter(catalogue: &Catalogue, code: ComuneCode) -> Filter {
    Value::Comune(code).filter(catalogue)
}

/// What is done by theme: a table on paper; on a screen a drawing, and ways to the projects.
fn themes(b: &mut Builder<'_>, code: ComuneCode, themes: &[Theme]) {
    let (lang, catalogue) = (b.lang, b.catalogue);
    let rows = themes.iter().map(|theme| {
        vec![
            theme_name(&theme.mission, lang),
            some(theme.own.projects, lang),
            some(theme.shared, lang),
            sum(theme, lang, number::amount),
        ]
    });
    let head = [
        w::SHEET_MISSION,
        w::SHEET_PROJECTS,
        w::SHEET_SHARED,
        w::SHEET_TOTAL,
    ];
    let right = [false, true, true, true];
    let rows = rows.collect();
    b.whole_table(PartId::Missions, w::SHEET_MISSIONS, &head, &right, rows);
    let funded = themes.iter().filter(|theme| theme.own.total.0 > 0);
    let bars: Vec<(String, Cents)> = funded
        .map(|theme| (theme_name(&theme.mission, lang), theme.own.total))
        .collect();
    let bars = picture::Parts {
        rows: bars,
        whole: None,
    };
    let drawn = (bars.rows.len() > 1).then_some(Block::Picture(Picture::Bars(bars)));
    let place = filter(catalogue, code);
    let way = |theme: &Theme| {
        let mission = Filter::Mission(theme.mission.clone());
        let to = Subject::Search(format!("{place} {mission}"));
        Block::Link(Link::new(&told(catalogue, theme, lang), to))
    };
    let blocks: Vec<Block> = drawn.into_iter().chain(themes.iter().map(way)).collect();
    b.blocks(PartId::Themes, w::SHEET_MISSIONS, blocks);
}

/// A number of projects; of none, nothing.
fn some(n: usize, lang: Lang) -> String {
    match n {
        0 => String::new(),
        n => count(n, lang),
    }
}

/// What a theme's own projects are funded with, where it is known of one.
fn sum(theme: &Theme, lang: Lang, money: fn(i64, Lang) -> String) -> String {
    let own = &theme.own;
    match own.projects.saturating_sub(own.without_amount) {
        _ if own.projects == 0 => String::new(),
        0 => lang.say(w::SHEET_UNKNOWN_AMOUNT).to_owned(),
        _ => money(own.total.0, lang),
    }
}

/// "La scuola e la ricerca: 12 progetti, circa 3,4 milioni di euro. Con più progetti: Nidi e scuole
/// dell'infanzia".
fn told(catalogue: &Catalogue, theme: &Theme, lang: Lang) -> String {
    let name = theme_name(&theme.mission, lang);
    let mut pieces = Vec::new();
    let own = &theme.own;
    if own.projects > 0 {
        pieces.push(super::projects_said(own.projects, lang));
        if own.projects > own.without_amount {
            pieces.push(number::euro_words(own.total.0, lang));
        }
        if own.without_amount > 0 {
            let count = count(own.without_amount, lang);
            pieces.push(lang.fill(w::SHEET_OF_UNKNOWN_AMOUNT, &[("count", &count)]));
        }
    }
    if theme.shared > 0 {
        let count = count(theme.shared, lang);
        pieces.push(lang.fill(w::SHEET_WITH_OTHERS, &[("count", &count)]));
    }
    let mut text = format!("{name}: {}", pieces.join(", "));
    let measures = theme.measures.iter().take(MOST_MEASURES);
    let measures: Vec<&str> = measures
        .filter_map(|at| catalogue.measures.get(usize::from(*at)))
        .map(|measure| title::measure_name(measure, lang))
        .collect();
    if !measures.is_empty() {
        let values = [("measures", &*measures.join(", "))];
        text.push_str(&lang.fill(w::SHEET_MOSTLY, &values));
    }
    text
}
