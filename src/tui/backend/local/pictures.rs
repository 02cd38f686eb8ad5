//! The pictures of a page, put where they belong. A picture stands only where there are figures
//! for it: what is missing is said by the sentences.

use crate::explain::{self, ComuneAccount, MeasureAccount};
use crate::lang::{Lang, Word, w};
use crate::model::{AmountKind, Brief, Cents, Fund, Phase, Project, ProjectDateKind};
use crate::snapshot::Catalogue;
use crate::text::{clean, number};
use crate::tui::backend::picture::{Parts, Passages, Picture, Sizes};
use crate::tui::backend::{Block, Sheet};
use crate::tui::widget::Amount;
use crate::tui::widget::histogram::{LIMITS, count};
use crate::tui::widget::share::Share;
use crate::tui::widget::timeline::Period;
use jiff::civil::Date;

/// Fewer amounts are a list and have no shape.
const LEAST_AMOUNTS: usize = 5;

/// Money under its heading, then the way of the project, then the amounts of its sub-measure.
pub fn of_project(page: &mut Sheet, catalogue: &Catalogue, project: &Project, lang: Lang, today: Date) {
    let mut place = Place::new(page, lang, w::SHEET_MONEY);
    place.begin([funding(project, lang), paid(project)].into_iter().flatten());
    let way = timeline(catalogue, project, today);
    if place.has(w::SHEET_PHASES) {
        place.last = lang.say(w::SHEET_PHASES);
        place.begin(way);
    } else if let Some(way) = way {
        place.part(w::SCREEN_PICTURE_TIMES, vec![Block::Picture(way)]);
    }
    if let Some(brief) = catalogue.brief(project.id)
        && let Some(current) = brief.total
    {
        let fellows = catalogue.projects.iter().filter(|b| b.measure == brief.measure);
        let sizes = sizes(fellows, Some(current));
        place.part(
            w::SCREEN_PICTURE_FELLOWS,
            sizes.map(Block::Picture).into_iter().collect(),
        );
    }
}

/// The missions above their table, then payments and amounts of the comune's own projects.
pub fn of_comune(page: &mut Sheet, catalogue: &Catalogue, account: &ComuneAccount) {
    let lang = account.lang;
    let rows: Vec<(String, Amount)> = account
        .figures
        .missions
        .iter()
        .filter(|(_, _, sum)| sum.0 > 0)
        .map(|(mission, _, sum)| (explain::mission_name(mission, lang), Amount::Known(*sum)))
        .collect();
    let mut place = Place::new(page, lang, w::SHEET_MISSIONS);
    place.begin((rows.len() > 1).then_some(Picture::Bars(Parts { rows, whole: None })));
    let own = |brief: &&Brief| explain::is_own(brief, account.code);
    amounts(&mut place, catalogue.projects.iter().filter(own));
}

/// Payments and amounts of the measure's projects, after what is said of the region.
pub fn of_measure(page: &mut Sheet, catalogue: &Catalogue, account: &MeasureAccount) {
    let of = |b: &&Brief| catalogue.measure_of(b).is_some_and(|m| m.code == account.code);
    let mut place = Place::new(page, account.lang, w::SAY_MEASURE_HERE);
    amounts(&mut place, catalogue.projects.iter().filter(of));
}

fn amounts<'a>(place: &mut Place<'_>, briefs: impl Iterator<Item = &'a Brief> + Clone) {
    let lang = place.lang;
    if let Some((share, counted)) = paid_of(briefs.clone()) {
        let figure = |n: usize| number::integer(i64::try_from(n).unwrap_or(i64::MAX), lang);
        let (counted, all) = (figure(counted), figure(briefs.clone().count()));
        let says = lang.fill(
            w::SCREEN_PICTURE_PAID_COUNTED,
            &[("count", &counted), ("all", &all)],
        );
        place.part(
            w::SCREEN_PICTURE_PAID,
            vec![Block::Picture(Picture::Share(share)), Block::Paragraph(says)],
        );
    }
    let sizes = sizes(briefs, None);
    place.part(
        w::SCREEN_PICTURE_SIZES,
        sizes.map(Block::Picture).into_iter().collect(),
    );
}

/// Whose money it is, where several give some.
fn funding(project: &Project, lang: Lang) -> Option<Picture> {
    let of = |fund: Fund| {
        let amount = project.amount(AmountKind::Funding, fund)?.value;
        (amount.0 > 0).then_some(amount)
    };
    let state = of(Fund::State).is_some();
    let mut parts: Vec<(Cents, String)> = Fund::ALL
        .iter()
        .filter(|fund| !(fund.is_total() || fund.is_part() && state))
        .filter_map(|fund| {
            let name = Word::from_key(&format!("sheet.funds.{}", fund.code()))?;
            Some((of(*fund)?, lang.say(name).to_owned()))
        })
        .collect();
    parts.sort_by_key(|(amount, _)| std::cmp::Reverse(*amount));
    let rows: Vec<(String, Amount)> = parts
        .into_iter()
        .map(|(amount, name)| (name, Amount::Known(amount)))
        .collect();
    let whole = of(Fund::Total);
    (rows.len() > 1).then_some(Picture::Bars(Parts { rows, whole }))
}

/// What is paid, of the funding of the same column.
fn paid(project: &Project) -> Option<Picture> {
    let (fund, paid, _) = explain::paid(project)?;
    let funded = project.amount(AmountKind::Funding, fund)?.value;
    (funded.0 > 0).then_some(Picture::Share(Share {
        paid: Amount::Known(paid),
        funded: Amount::Known(funded),
    }))
}

/// What is paid of the projects that publish it, and how many they are.
fn paid_of<'a>(briefs: impl Iterator<Item = &'a Brief>) -> Option<(Share, usize)> {
    let both = briefs.filter_map(|b| b.paid.zip(b.total.filter(|t| t.0 > 0)));
    let (mut paid, mut funded, mut counted) = (Cents::ZERO, Cents::ZERO, 0);
    for (out, set_aside) in both {
        paid += out;
        funded += set_aside;
        counted += 1;
    }
    let share = Share {
        paid: Amount::Known(paid),
        funded: Amount::Known(funded),
    };
    (paid.0 > 0).then_some((share, counted))
}

fn sizes<'a>(briefs: impl Iterator<Item = &'a Brief>, current: Option<Cents>) -> Option<Picture> {
    let (mut amounts, mut unknown) = (Vec::new(), 0);
    for brief in briefs {
        match brief.total {
            Some(total) => amounts.push(total),
            None => unknown += 1,
        }
    }
    (amounts.len() >= LEAST_AMOUNTS).then(|| {
        Picture::Histogram(Sizes {
            counts: count(amounts, &LIMITS),
            unknown,
            current,
        })
    })
}

/// Planned and actual dates of the project and of its phases, when there are any.
fn timeline(catalogue: &Catalogue, project: &Project, today: Date) -> Option<Picture> {
    use ProjectDateKind::{EndActual, EndPlanned, StartActual, StartPlanned};
    let period = |start, end| Period {
        start: project.date(start).map(|d| d.value),
        end: project.date(end).map(|d| d.value),
    };
    let whole = (
        String::new(),
        period(StartPlanned, EndPlanned),
        period(StartActual, EndActual),
    );
    let phase = |phase: &Phase| {
        let name = phase.name.as_deref().unwrap_or(&phase.code);
        let (planned, actual) = (
            Period {
                start: phase.start_planned,
                end: phase.end_planned,
            },
            Period {
                start: phase.start_actual,
                end: phase.end_actual,
            },
        );
        (clean::line(name), planned, actual)
    };
    let steps: Vec<(String, Period, Period)> = std::iter::once(whole)
        .chain(project.phases.iter().map(phase))
        .collect();
    let unknown = Period::default();
    if steps
        .iter()
        .all(|(_, planned, actual)| (*planned, *actual) == (unknown, unknown))
    {
        return None;
    }
    let dated = project.dates.iter().map(|d| d.source);
    let sources = dated.chain(project.phases.iter().map(|p| p.source));
    let data = sources
        .filter_map(|id| catalogue.source(id).and_then(|s| s.date))
        .max();
    Some(Picture::Timeline(Passages { steps, today, data }))
}

/// Where on a page the next picture goes.
struct Place<'a> {
    page: &'a mut Sheet,
    lang: Lang,
    /// The heading of the part that it comes after.
    last: &'static str,
}

impl<'a> Place<'a> {
    fn new(page: &'a mut Sheet, lang: Lang, last: Word) -> Place<'a> {
        let last = lang.say(last);
        Place { page, lang, last }
    }

    fn at(&self, heading: &str) -> Option<usize> {
        let is_it = |block: &Block| matches!(block, Block::Heading(text) if text == heading);
        self.page.blocks.iter().position(is_it)
    }

    fn has(&self, heading: Word) -> bool {
        self.at(self.lang.say(heading)).is_some()
    }

    /// Pictures at the beginning of the last part, above its table.
    fn begin(&mut self, pictures: impl IntoIterator<Item = Picture>) {
        if let Some(at) = self.at(self.last) {
            let pictures = pictures.into_iter().map(Block::Picture);
            self.page.blocks.splice(at + 1..at + 1, pictures);
        }
    }

    /// A part of its own, after the last one; none without blocks.
    fn part(&mut self, heading: Word, blocks: Vec<Block>) {
        let Some(before) = self.at(self.last).filter(|_| !blocks.is_empty()) else {
            return;
        };
        let rest = self.page.blocks.iter().skip(before + 1);
        let own = rest.take_while(|b| !matches!(b, Block::Heading(_))).count();
        let end = before + 1 + own;
        let heading = self.lang.say(heading);
        let all = std::iter::once(Block::Heading(heading.to_owned())).chain(blocks);
        self.page.blocks.splice(end..end, all);
        self.last = heading;
    }
}
