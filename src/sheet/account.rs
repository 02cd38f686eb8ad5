//! The pages of a comune and of a measure.

use super::build::Builder;
use super::page::{Block, Page, PartId};
use super::picture::{Amount, Paid, Parts, Picture, Share, Sizes, own_projects, projects_of};
use super::{Note, Subject};
use crate::explain::{ComuneAccount, MeasureAccount, mission_name};
use crate::lang::{Lang, w};
use crate::model::{Brief, Cents, Milestone, ProjectId};
use crate::search::Filter;
use crate::snapshot::Catalogue;
use crate::text::number::{self, count, decimal};
use crate::title;

/// The page of a comune.
pub fn comune(catalogue: &Catalogue, account: &ComuneAccount) -> Page {
    let lang = account.lang;
    let figures = &account.figures;
    let mut b = Builder::new(catalogue, &account.name, lang);
    for (heading, claims) in &account.parts {
        b.part(PartId::Told(*heading), *heading);
        b.claims(claims);
    }
    let biggest: Vec<(String, &Brief)> = figures
        .biggest
        .iter()
        .filter_map(|id| {
            let brief = catalogue.brief(*id)?;
            Some((title::compose(catalogue, brief, lang), brief))
        })
        .collect();
    let row = |(title, brief): &(String, &Brief)| {
        // Where two have one title, the code tells them apart.
        let twin = biggest.iter().filter(|(other, _)| other == title).count() > 1;
        let title = match twin && !brief.cup.is_empty() {
            true => format!("{title} (CUP {})", brief.cup),
            false => title.clone(),
        };
        vec![title, number::amount(brief.total.unwrap_or_default().0, lang)]
    };
    let head = [w::SHEET_PROJECT, w::SHEET_TOTAL];
    let rows = biggest.iter().map(row).collect();
    b.table(
        PartId::BiggestTable,
        w::SHEET_BIGGEST,
        None,
        &head,
        &[false, true],
        rows,
    );
    missions(&mut b, &figures.missions);
    amounts(&mut b, own_projects(catalogue, account.code));
    b.small_print();
    let biggest: Vec<Block> = figures
        .biggest
        .iter()
        .filter_map(|id| Some(Block::Link(way(catalogue, *id, lang)?)))
        .collect();
    b.blocks(PartId::Biggest, w::SHEET_BIGGEST, biggest);
    let filter = Filter::Comune(account.name.clone()).to_string();
    all_projects(&mut b, figures.own.projects + figures.shared.projects, filter);
    b.link(lang.say(w::SCREEN_LINKS_MAP), Subject::Map(account.code));
    b.finish()
}

fn missions(b: &mut Builder<'_>, missions: &[(String, usize, Cents)]) {
    let lang = b.lang;
    let rows = missions.iter().map(|(mission, n, sum)| {
        vec![
            mission_name(mission, lang),
            count(*n, lang),
            match sum.0 {
                0 => lang.say(w::SHEET_UNKNOWN_AMOUNT).to_owned(),
                sum => number::amount(sum, lang),
            },
        ]
    });
    let funded = missions.iter().filter(|(_, _, sum)| sum.0 > 0);
    let bars: Vec<(String, Amount)> = funded
        .map(|(mission, _, sum)| (mission_name(mission, lang), Amount::Known(*sum)))
        .collect();
    let picture = (bars.len() > 1).then_some(Picture::Bars(Parts {
        rows: bars,
        whole: None,
    }));
    let head = [w::SHEET_MISSION, w::SHEET_PROJECTS, w::SHEET_TOTAL];
    let right = [false, true, true];
    let (id, rows) = (PartId::Missions, rows.collect());
    b.table(id, w::SHEET_MISSIONS, picture, &head, &right, rows);
}

/// Payments and amounts of some projects.
fn amounts<'a>(b: &mut Builder<'_>, briefs: impl Iterator<Item = &'a Brief> + Clone) {
    if let Some(paid) = Paid::of(briefs.clone()) {
        let share = Share {
            paid: Amount::Known(paid.paid),
            funded: Amount::Known(paid.funded),
        };
        let counted = Block::Note(Note::Line(paid.counted(b.lang)));
        let blocks = [Block::Picture(Picture::Share(share)), counted];
        b.blocks(PartId::Paid, w::SHEET_PICTURE_PAID, blocks);
    }
    let sizes = Sizes::of(briefs, None).map(|sizes| Block::Picture(Picture::Sizes(sizes)));
    b.blocks(PartId::Sizes, w::SHEET_PICTURE_SIZES, sizes);
}

/// A project with its amount, as a way to it.
fn way(catalogue: &Catalogue, id: ProjectId, lang: Lang) -> Option<super::Link> {
    let brief = catalogue.brief(id)?;
    let title = title::compose(catalogue, brief, lang);
    let text = match brief.total {
        Some(total) => format!("{title}: {}", number::euro_words(total.0, lang)),
        None => title,
    };
    Some(super::Link::new(&text, Subject::Project(id)))
}

fn all_projects(b: &mut Builder<'_>, projects: usize, filter: String) {
    b.part(PartId::Links, w::SCREEN_LINKS_TITLE);
    let projects = count(projects, b.lang);
    let text = b.lang.fill(w::SCREEN_LINKS_ALL_PROJECTS, &[("count", &projects)]);
    b.link(&text, Subject::Search(filter));
}

/// The page of a measure.
pub fn measure(catalogue: &Catalogue, account: &MeasureAccount) -> Page {
    let mut b = Builder::new(catalogue, &account.name, account.lang);
    b.under(Note::OfficialName {
        name: account.official_name.clone(),
        code: account.code.to_string(),
    });
    for (heading, claims) in &account.parts {
        b.part(PartId::Told(*heading), *heading);
        b.claims(claims);
        if *heading == w::SAY_MEASURE_HERE {
            amounts(&mut b, projects_of(catalogue, &account.code));
        }
    }
    milestones(&mut b, &account.milestones);
    b.small_print();
    let filter = Filter::Measure(account.code.to_string()).to_string();
    all_projects(&mut b, account.figures.region.projects, filter);
    b.finish()
}

fn milestones(b: &mut Builder<'_>, milestones: &[Milestone]) {
    let lang = b.lang;
    let rows = milestones.iter().map(|m| {
        let month = m.quarter.and_then(|q| q.checked_mul(3));
        let month = month.map_or("", |month| number::month(month, lang));
        let year = m.year.map_or_else(String::new, |y| y.to_string());
        let kind = match m.is_target {
            true => w::SHEET_IS_TARGET,
            false => w::SHEET_IS_MILESTONE,
        };
        let goal = m.goal.filter(|g| m.is_target && *g > 0.0);
        vec![
            m.code.clone(),
            lang.say(kind).to_owned(),
            format!("{month} {year}").trim().to_owned(),
            goal.map_or_else(String::new, |g| decimal(g, 2, lang)),
        ]
    });
    let head = [w::SHEET_MILESTONE, w::SHEET_KIND, w::SHEET_TERM, w::SHEET_GOAL];
    let right = [false, false, false, true];
    let (id, rows) = (PartId::Milestones, rows.collect());
    b.table(id, w::SHEET_MILESTONES, None, &head, &right, rows);
}
