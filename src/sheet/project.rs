//! The page of a project: the eight answers, what does not add up, then the tables with their
//! pictures, and the ways to its comuni, its measure and the projects of the same CUP.

use super::build::Builder;
use super::page::{Block, Page, PartId};
use super::picture::{Picture, among_fellows};
use super::{Note, Subject, drawn};
use crate::explain::{Explanation, Question, body_name};
use crate::lang::{Lang, Word, card, w};
use crate::model::{AmountKind, Cents, ComuneCode, Fund, Phase, Place, Project, Target, Tender, Unnamed};
use crate::snapshot::Catalogue;
use crate::text::number::{self, decimal};
use crate::title;
use jiff::civil::Date;

/// The words that ask a question.
pub fn heading(question: Question) -> Word {
    match question {
        Question::What => w::SHEET_WHAT,
        Question::Who => w::SHEET_WHO,
        Question::HowMuch => w::SHEET_HOW_MUCH,
        Question::Where => w::SHEET_WHERE,
        Question::When => w::SHEET_WHEN,
        Question::Progress => w::SHEET_PROGRESS,
        Question::Benefit => w::SHEET_BENEFIT,
        Question::Contact => w::SHEET_CONTACT,
    }
}

/// The page of a project as it is seen on a day.
pub fn project(catalogue: &Catalogue, project: &Project, explanation: &Explanation, today: Date) -> Page {
    let lang = explanation.lang;
    let mut b = Builder::new(catalogue, &explanation.title, lang);
    b.under(Note::InBrief(explanation.line.clone()));
    if let Some(title) = &explanation.official_title {
        b.under(Note::OfficialTitle(title.clone()));
    }
    for answer in &explanation.answers {
        b.part(PartId::Question(answer.question), heading(answer.question));
        b.claims(&answer.claims);
    }
    if !explanation.oddities.is_empty() {
        b.part(PartId::Odd, w::SHEET_ODD);
        b.claims(&explanation.oddities);
    }
    if !explanation.measure.is_empty() {
        b.part(PartId::General, w::SHEET_IN_GENERAL);
        b.claims(&explanation.measure);
    }
    money(&mut b, project);
    phases(&mut b, project, drawn::timeline(catalogue, project, today));
    let sizes = catalogue
        .brief(project.id)
        .and_then(|brief| among_fellows(catalogue, brief));
    let sizes = sizes.map(|sizes| Block::Picture(Picture::Sizes(sizes)));
    b.blocks(PartId::Fellows, w::SHEET_PICTURE_FELLOWS, sizes);
    tenders(&mut b, project);
    targets(&mut b, project);
    places(&mut b, project);
    b.small_print();
    links(&mut b, project);
    b.finish()
}

fn links(b: &mut Builder<'_>, project: &Project) {
    let (lang, catalogue) = (b.lang, b.catalogue);
    b.part(PartId::Links, w::SCREEN_LINKS_TITLE);
    let mut comuni: Vec<ComuneCode> = project.places.iter().filter_map(|p| p.comune).collect();
    comuni.sort_unstable();
    comuni.dedup();
    for code in comuni {
        if let Some(name) = catalogue.comune_name(code) {
            let text = lang.fill(w::SCREEN_LINKS_COMUNE, &[("name", name)]);
            b.link(&text, Subject::Comune(code));
        }
    }
    let code = project.submeasure.as_str();
    let name = card(project.submeasure.card_code()).map(|c| c.text(lang).name);
    let name = name
        .or_else(|| catalogue.measure(code).map(|m| m.name.as_str()))
        .unwrap_or(code);
    let text = lang.fill(w::SCREEN_LINKS_MEASURE, &[("name", name)]);
    b.link(&text, Subject::Measure(code.to_owned()));
    for (id, _) in &project.siblings {
        if let Some(brief) = catalogue.brief(*id) {
            let title = title::compose(catalogue, brief, lang);
            let text = lang.fill(w::SCREEN_LINKS_SIBLING, &[("title", &title)]);
            b.link(&text, Subject::Project(*id));
        }
    }
    b.link(lang.say(w::CIVIC_PAPERS_LINK), Subject::Papers(project.id));
    b.link(lang.say(w::SCREEN_LINKS_DATA), Subject::Data);
}

fn cell(amount: Option<Cents>, lang: Lang) -> String {
    amount.map_or_else(String::new, |c| number::amount(c.0, lang))
}

fn day(date: Option<Date>) -> String {
    date.map_or_else(String::new, number::date_short)
}

fn money(b: &mut Builder<'_>, p: &Project) {
    let lang = b.lang;
    let of = |kind, fund| p.amount(kind, fund).map(|a| a.value);
    let rows: Vec<Vec<String>> = Fund::ALL
        .iter()
        .filter_map(|fund| {
            let (funding, paid) = (of(AmountKind::Funding, *fund), of(AmountKind::Payment, *fund));
            funding.or(paid)?;
            let name = Word::from_key(&format!("sheet.funds.{}", fund.code()))?;
            Some(vec![
                lang.say(name).to_owned(),
                cell(funding, lang),
                cell(paid, lang),
            ])
        })
        .collect();
    let head = [w::SHEET_FUND, w::SHEET_FUNDING, w::SHEET_PAYMENTS];
    let pictures = [drawn::funding(p, lang), drawn::paid(p)];
    let pictures = pictures.into_iter().flatten();
    b.table(
        PartId::Money,
        w::SHEET_MONEY,
        pictures,
        &head,
        &[false, true, true],
        rows,
    );
}

/// The phases with the way of the project drawn above them; without phases, the drawing alone.
fn phases(b: &mut Builder<'_>, p: &Project, way: Option<Picture>) {
    if p.phases.is_empty() {
        let way = way.map(Block::Picture);
        return b.blocks(PartId::Times, w::SCREEN_PICTURE_TIMES, way);
    }
    let row = |phase: &Phase| {
        vec![
            phase.name.clone().unwrap_or_else(|| phase.code.clone()),
            day(phase.start_planned),
            day(phase.start_actual),
            day(phase.end_planned),
            day(phase.end_actual),
        ]
    };
    let head = [
        w::SHEET_PHASE,
        w::SHEET_START_PLANNED,
        w::SHEET_START_ACTUAL,
        w::SHEET_END_PLANNED,
        w::SHEET_END_ACTUAL,
    ];
    let rows = p.phases.iter().map(row).collect();
    b.table(PartId::Phases, w::SHEET_PHASES, way, &head, &[false; 5], rows);
}

fn tenders(b: &mut Builder<'_>, p: &Project) {
    let lang = b.lang;
    let row = |tender: &Tender| {
        let mut winners: Vec<String> = tender
            .winners
            .iter()
            .filter(|a| !a.subcontractor)
            .map(|a| {
                let name = a.body.as_ref().map(|body| body_name(&body.name, lang));
                let unnamed = match a.unnamed {
                    Unnamed::Person => w::SHEET_PERSON,
                    Unnamed::Company => w::SHEET_COMPANY,
                    Unnamed::Untold => w::SHEET_UNTOLD,
                };
                name.unwrap_or_else(|| lang.say(unnamed).to_owned())
            })
            .collect();
        winners.dedup();
        vec![
            match tender.cig.as_str() {
                "" => lang.say(w::SHEET_NO_CIG).to_owned(),
                cig => cig.to_owned(),
            },
            day(tender.awarded),
            cell(tender.base, lang),
            cell(tender.award, lang),
            winners.join(", "),
        ]
    };
    let head = [
        w::SHEET_CODE,
        w::SHEET_AWARDED,
        w::SHEET_BASE,
        w::SHEET_CONTRACT,
        w::SHEET_WINNER,
    ];
    let rows = p.tenders.iter().map(row).collect();
    b.table(
        PartId::Tenders,
        w::SHEET_TENDERS,
        None,
        &head,
        &[false, false, true, true, false],
        rows,
    );
}

fn targets(b: &mut Builder<'_>, p: &Project) {
    let lang = b.lang;
    let figure = |n: Option<f64>| n.map_or_else(String::new, |n| decimal(n, 2, lang));
    let row = |t: &Target| {
        let month = t.month.map_or("", |m| number::month(m, lang));
        let year = t.year.map_or_else(String::new, |y| y.to_string());
        vec![
            t.name.clone(),
            figure(t.planned),
            figure(t.achieved),
            format!("{month} {year}").trim().to_owned(),
        ]
    };
    let head = [
        w::SHEET_TARGET,
        w::SHEET_PLANNED,
        w::SHEET_ACHIEVED,
        w::SHEET_MONTH,
    ];
    let rows = p.targets.iter().map(row).collect();
    b.table(
        PartId::Targets,
        w::SHEET_TARGETS,
        None,
        &head,
        &[false, true, true, false],
        rows,
    );
}

/// Places, when there is more than one.
fn places(b: &mut Builder<'_>, p: &Project) {
    // A row without a place says nothing beside those that name one.
    let named = p.places.iter().any(|place| !place.is_nation());
    let told = p.places.iter().filter(|place| !named || !place.is_nation());
    if told.clone().count() < 2 {
        return;
    }
    let (lang, catalogue) = (b.lang, b.catalogue);
    let row = |place: &Place| {
        let share = place.share.filter(|s| *s > 0);
        vec![
            place_name(catalogue, place, lang),
            place.address.clone().unwrap_or_default(),
            share.map_or_else(String::new, |s| {
                format!("{}%", decimal(f64::from(s) / 100.0, 2, lang))
            }),
        ]
    };
    let head = [w::SHEET_COMUNE, w::SHEET_ADDRESS, w::SHEET_SHARE];
    let rows = told.map(row).collect();
    b.table(
        PartId::Places,
        w::SHEET_PLACES,
        None,
        &head,
        &[false, false, true],
        rows,
    );
}

/// The comune, or what "the whole of it" is the whole of.
fn place_name(catalogue: &Catalogue, place: &Place, lang: Lang) -> String {
    if let Some(code) = place.comune {
        return catalogue
            .comune_name(code)
            .map_or_else(|| code.to_string(), str::to_owned);
    }
    let whole = |name: Option<&str>, word: Word| match name {
        Some(name) => format!("{name} ({})", lang.say(word)),
        None => lang.say(word).to_owned(),
    };
    match (place.province, place.region) {
        (Some(code), _) => {
            let name = catalogue.provinces.get(&code).map(|p| p.name.as_str());
            whole(name, w::SHEET_WHOLE_PROVINCE)
        }
        (None, Some(code)) => {
            let name = catalogue.regions.get(&code).map(|r| r.name.as_str());
            whole(name, w::SHEET_WHOLE_REGION)
        }
        (None, None) => lang.say(w::SHEET_WHOLE_NATION).to_owned(),
    }
}
