//! The sheet of a project: the eight answers, what does not add up, then the tables.

use super::block::{Builder, Sheet};
use crate::explain::{Explanation, Question};
use crate::lang::{Lang, Word, w};
use crate::model::{AmountKind, Cents, Fund, Phase, Place, Project, Target, Tender};
use crate::snapshot::Catalogue;
use crate::text::number::{self, decimal};
use jiff::civil::Date;

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

pub fn project(catalogue: &Catalogue, project: &Project, explanation: &Explanation) -> Sheet {
    let lang = explanation.lang;
    let mut b = Builder::new(catalogue, &explanation.title, lang);
    if let Some(title) = &explanation.official_title {
        b.note(lang.fill(w::SHEET_OFFICIAL_TITLE, &[("title", title)]));
    }
    for answer in &explanation.answers {
        b.heading(2, lang.say(heading(answer.question)));
        b.claims(&answer.claims);
    }
    if !explanation.oddities.is_empty() {
        b.heading(2, lang.say(w::SHEET_ODD));
        b.claims(&explanation.oddities);
    }
    money(&mut b, project);
    phases(&mut b, project);
    tenders(&mut b, project);
    targets(&mut b, project);
    places(&mut b, project);
    b.finish()
}

fn say(lang: Lang, words: &[Word]) -> Vec<&'static str> {
    words.iter().map(|word| lang.say(*word)).collect()
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
    let head = say(lang, &[w::SHEET_FUND, w::SHEET_FUNDING, w::SHEET_PAYMENTS]);
    b.table(lang.say(w::SHEET_MONEY), &head, &[false, true, true], rows);
}

fn phases(b: &mut Builder<'_>, p: &Project) {
    let lang = b.lang;
    let row = |phase: &Phase| {
        vec![
            phase.name.clone().unwrap_or_else(|| phase.code.clone()),
            day(phase.start_planned),
            day(phase.start_actual),
            day(phase.end_planned),
            day(phase.end_actual),
        ]
    };
    let head = say(
        lang,
        &[
            w::SHEET_PHASE,
            w::SHEET_START_PLANNED,
            w::SHEET_START_ACTUAL,
            w::SHEET_END_PLANNED,
            w::SHEET_END_ACTUAL,
        ],
    );
    let rows = p.phases.iter().map(row).collect();
    b.table(lang.say(w::SHEET_PHASES), &head, &[false; 5], rows);
}

fn tenders(b: &mut Builder<'_>, p: &Project) {
    let lang = b.lang;
    let row = |tender: &Tender| {
        let mut winners: Vec<&str> = tender
            .winners
            .iter()
            .filter(|a| !a.subcontractor)
            .map(|a| {
                a.body
                    .as_ref()
                    .map_or(lang.say(w::SHEET_PERSON), |body| body.name.as_str())
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
    let head = say(
        lang,
        &[
            w::SHEET_CODE,
            w::SHEET_AWARDED,
            w::SHEET_BASE,
            w::SHEET_CONTRACT,
            w::SHEET_WINNER,
        ],
    );
    let rows = p.tenders.iter().map(row).collect();
    b.table(
        lang.say(w::SHEET_TENDERS),
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
    let head = say(
        lang,
        &[
            w::SHEET_TARGET,
            w::SHEET_PLANNED,
            w::SHEET_ACHIEVED,
            w::SHEET_MONTH,
        ],
    );
    let rows = p.targets.iter().map(row).collect();
    b.table(
        lang.say(w::SHEET_TARGETS),
        &head,
        &[false, true, true, false],
        rows,
    );
}

/// Places, when there is more than one.
fn places(b: &mut Builder<'_>, p: &Project) {
    if p.places.len() < 2 {
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
    let head = say(lang, &[w::SHEET_COMUNE, w::SHEET_ADDRESS, w::SHEET_SHARE]);
    let rows = p.places.iter().map(row).collect();
    b.table(lang.say(w::SHEET_PLACES), &head, &[false, false, true], rows);
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
