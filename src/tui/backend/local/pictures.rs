//! The pictures of a page, put where they belong. A picture stands only where there are figures
//! for it: what is missing is said by the sentences.

use crate::explain::{self, ComuneAccount, MeasureAccount};
use crate::lang::{Lang, Word, w};
use crate::model::{AmountKind, Brief, Cents, Fund, Phase, Project, ProjectDateKind};
use crate::sheet::picture::{Paid, Sizes, among_fellows, own_projects, projects_of};
use crate::snapshot::Catalogue;
use crate::text::clean;
use crate::tui::backend::picture::{Parts, Passages, Picture};
use crate::tui::backend::{Block, Sheet};
use crate::tui::widget::Amount;
use crate::tui::widget::share::Share;
use crate::tui::widget::timeline::Period;
use jiff::civil::Date;

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
    if let Some(brief) = catalogue.brief(project.id) {
        let sizes = among_fellows(catalogue, brief).map(drawn);
        place.part(w::SHEET_PICTURE_FELLOWS, sizes.into_iter().collect());
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
    amounts(&mut place, own_projects(catalogue, account.code));
}

/// Payments and amounts of the measure's projects, after what is said of the region.
pub fn of_measure(page: &mut Sheet, catalogue: &Catalogue, account: &MeasureAccount) {
    let mut place = Place::new(page, account.lang, w::SAY_MEASURE_HERE);
    amounts(&mut place, projects_of(catalogue, &account.code));
}

fn amounts<'a>(place: &mut Place<'_>, briefs: impl Iterator<Item = &'a Brief> + Clone) {
    let lang = place.lang;
    if let Some(paid) = Paid::of(briefs.clone()) {
        let share = Picture::Share(Share {
            paid: Amount::Known(paid.paid),
            funded: Amount::Known(paid.funded),
        });
        place.part(
            w::SHEET_PICTURE_PAID,
            vec![Block::Picture(share), Block::Paragraph(paid.counted(lang))],
        );
    }
    let sizes = Sizes::of(briefs, None).map(drawn);
    place.part(w::SHEET_PICTURE_SIZES, sizes.into_iter().collect());
}

fn drawn(sizes: Sizes) -> Block {
    Block::Picture(Picture::Histogram(sizes))
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
