//! A project: its facts by kind, each with its table and date.

use super::source_line;
use crate::lang::{Lang, w};
use crate::model::{AmountKind, Cents, Fund, Project, SourceId, Tender};
use crate::snapshot::Catalogue;
use crate::text::{number, repair};
use crate::title;
use crate::tui::backend::{Block, Sheet, Subject};

pub fn sheet(catalogue: &Catalogue, project: &Project, lang: Lang) -> Sheet {
    let brief = catalogue.brief(project.id);
    let mut blocks = Vec::new();
    money(project, lang, &mut blocks);
    dates(project, lang, &mut blocks);
    tenders(project, lang, &mut blocks);
    places(catalogue, project, lang, &mut blocks);
    codes(catalogue, project, lang, &mut blocks);
    sources(catalogue, project, lang, &mut blocks);
    let official = project.official_title.as_ref();
    Sheet {
        title: brief.map_or(project.cup.clone(), |b| title::compose(catalogue, b, lang)),
        subtitle: official.map_or(String::new(), |t| {
            lang.fill(
                w::SCREEN_PROJECT_OFFICIAL,
                &[("title", &repair::sentence(&t.value))],
            )
        }),
        blocks,
    }
}

fn part(blocks: &mut Vec<Block>, lang: Lang, heading: crate::lang::Word, pairs: Vec<(String, String)>) {
    if !pairs.is_empty() {
        blocks.push(Block::Heading(lang.say(heading).to_owned()));
        blocks.push(Block::Pairs(pairs));
    }
}

fn money(project: &Project, lang: Lang, blocks: &mut Vec<Block>) {
    for (kind, heading) in [
        (AmountKind::Funding, w::SCREEN_PROJECT_FUNDING),
        (AmountKind::Payment, w::SCREEN_PROJECT_PAYMENTS),
    ] {
        let own = project
            .amounts
            .iter()
            .filter(|(k, _, amount)| *k == kind && !amount.value.is_zero());
        let pairs = own.map(|(_, fund, amount)| (fund_name(*fund, lang), number::euro(amount.value.0, lang)));
        part(blocks, lang, heading, pairs.collect());
    }
}

fn fund_name(fund: Fund, lang: Lang) -> String {
    let key = format!("screen.fund.{}", fund.code());
    crate::lang::Word::from_key(&key)
        .map_or(fund.column(), |word| lang.say(word))
        .to_owned()
}

fn dates(project: &Project, lang: Lang, blocks: &mut Vec<Block>) {
    let mut pairs: Vec<(String, String)> = project
        .dates
        .iter()
        .map(|d| (d.kind.column().to_owned(), number::date(d.value, lang)))
        .collect();
    for phase in &project.phases {
        let name = phase.name.clone().unwrap_or_else(|| phase.code.clone());
        let day = |d: Option<jiff::civil::Date>| d.map_or("?".to_owned(), number::date_short);
        if phase.start_planned.or(phase.end_planned).is_some() {
            let says = [("from", day(phase.start_planned)), ("to", day(phase.end_planned))];
            pairs.push((name.clone(), filled(lang, w::SCREEN_PROJECT_PLANNED, &says)));
        }
        if phase.start_actual.or(phase.end_actual).is_some() {
            let says = [("from", day(phase.start_actual)), ("to", day(phase.end_actual))];
            pairs.push((name, filled(lang, w::SCREEN_PROJECT_ACTUAL, &says)));
        }
    }
    for target in &project.targets {
        let unit = target.unit.as_deref().unwrap_or_default();
        let figure = |n: Option<f64>| n.map_or("?".to_owned(), |n| number::decimal(n, 2, lang));
        let says = [
            ("planned", figure(target.planned)),
            ("achieved", figure(target.achieved)),
            ("unit", unit.to_owned()),
        ];
        pairs.push((target.name.clone(), filled(lang, w::SCREEN_PROJECT_TARGET, &says)));
    }
    part(blocks, lang, w::SCREEN_PROJECT_TIME, pairs);
}

fn filled(lang: Lang, word: crate::lang::Word, values: &[(&str, String)]) -> String {
    let values: Vec<(&str, &str)> = values.iter().map(|(n, v)| (*n, v.as_str())).collect();
    lang.fill(word, &values)
}

fn tenders(project: &Project, lang: Lang, blocks: &mut Vec<Block>) {
    if project.tenders.is_empty() {
        return;
    }
    blocks.push(Block::Heading(lang.say(w::SCREEN_PROJECT_TENDERS).to_owned()));
    for tender in &project.tenders {
        blocks.push(Block::Pairs(tender_pairs(tender, lang)));
    }
}

fn tender_pairs(tender: &Tender, lang: Lang) -> Vec<(String, String)> {
    let say = |word| lang.say(word).to_owned();
    let euro = |c: Option<Cents>| c.filter(|c| !c.is_zero()).map(|c| number::euro(c.0, lang));
    let day = |d: Option<jiff::civil::Date>| d.map(|d| number::date(d, lang));
    let mut winners: Vec<String> = Vec::new();
    for winner in tender.winners.iter().filter(|a| !a.subcontractor) {
        let name = winner
            .body
            .as_ref()
            .map_or_else(|| say(w::SCREEN_PROJECT_PERSON), |b| b.name.clone());
        if !winners.contains(&name) {
            winners.push(name);
        }
    }
    let cig = if tender.cig.is_empty() {
        tender.absence.clone()
    } else {
        Some(tender.cig.clone())
    };
    [
        (say(w::SCREEN_PROJECT_CIG), cig),
        (say(w::SCREEN_PROJECT_PROCEDURE), tender.procedure.clone()),
        (say(w::SCREEN_PROJECT_PUBLISHED), day(tender.published)),
        (say(w::SCREEN_PROJECT_BASE), euro(tender.base)),
        (say(w::SCREEN_PROJECT_AWARDED), day(tender.awarded)),
        (say(w::SCREEN_PROJECT_AWARD), euro(tender.award)),
        (say(w::SCREEN_PROJECT_WINNERS), Some(winners.join(", "))),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name, value.filter(|v| !v.is_empty())?)))
    .collect()
}

fn places(catalogue: &Catalogue, project: &Project, lang: Lang, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(lang.say(w::SCREEN_PROJECT_PLACES).to_owned()));
    let mut seen = Vec::new();
    for place in &project.places {
        let Some(code) = place.comune else {
            continue;
        };
        let address = place.address.clone();
        let Some(name) = catalogue
            .comune_name(code)
            .filter(|_| !seen.contains(&(code, address.clone())))
        else {
            continue;
        };
        seen.push((code, address.clone()));
        let text = match &address {
            Some(address) => format!("{name}, {}", repair::sentence(address)),
            None => name.to_owned(),
        };
        blocks.push(Block::Link {
            text,
            to: Subject::Comune(code),
        });
    }
    if seen.is_empty() {
        let whole = catalogue
            .brief(project.id)
            .and_then(|b| title::whereabouts(catalogue, b, lang));
        let says = whole.unwrap_or_else(|| lang.say(w::SCREEN_PROJECT_NO_PLACE).to_owned());
        blocks.push(Block::Paragraph(says));
    }
}

fn codes(catalogue: &Catalogue, project: &Project, lang: Lang, blocks: &mut Vec<Block>) {
    let say = |word| lang.say(word).to_owned();
    let pairs = [
        (say(w::SCREEN_PROJECT_CUP), project.cup.clone()),
        (say(w::SCREEN_PROJECT_LOCAL), project.local_code.clone()),
        (say(w::SCREEN_PROJECT_ID), project.id.to_string()),
    ];
    part(
        blocks,
        lang,
        w::SCREEN_PROJECT_CODES,
        pairs.into_iter().filter(|(_, v)| !v.is_empty()).collect(),
    );
    let name = catalogue
        .measure(project.submeasure.as_str())
        .map_or("", |m| m.name.as_str());
    blocks.push(Block::Link {
        text: format!("{} {} {name}", say(w::SCREEN_READ_MEASURE), project.submeasure),
        to: Subject::Measure(project.submeasure.to_string()),
    });
    for (id, code) in &project.siblings {
        let other = catalogue.brief(*id).map(|b| title::compose(catalogue, b, lang));
        blocks.push(Block::Link {
            text: filled(
                lang,
                w::SCREEN_PROJECT_SIBLING,
                &[("code", code.to_string()), ("title", other.unwrap_or_default())],
            ),
            to: Subject::Project(*id),
        });
    }
}

fn sources(catalogue: &Catalogue, project: &Project, lang: Lang, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(lang.say(w::SCREEN_DATA_SOURCES).to_owned()));
    let line = |id: &SourceId| Block::Paragraph(source_line(catalogue, *id, lang));
    blocks.extend(project.seen.iter().map(line));
    blocks.push(Block::Link {
        text: lang.say(w::SCREEN_PROJECT_ALL_SOURCES).to_owned(),
        to: Subject::Data,
    });
}
