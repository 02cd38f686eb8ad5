//! The page on the quality of the data: what to publish or mend first, by the citizens' questions that
//! it would answer; what is missing, what cannot be read, how old it is. And the same for programs.

use super::csv::Cell;
use super::page::{Block, Link, Page, Part, PartId, Table};
use super::project::heading;
use super::source::tables;
use super::{Note, Subject};
use crate::explain::{Census, Gap, Missing, Question};
use crate::lang::{Lang, Word, w};
use crate::model::{Cents, Source, SourceId};
use crate::snapshot::Catalogue;
use crate::text::grammar::counted;
use crate::text::number::{count, date, euro, integer, percent_short};
use jiff::civil::Date;
use serde_json::{Value, json};

/// What the import found wrong: of which source, the word of the trouble, how often.
pub type Problems = [(SourceId, String, u64)];

/// The way to it from the page of the data.
pub fn way(lang: Lang) -> Part {
    let link = Link::new(lang.say(w::QUALITY_WAY), Subject::Quality);
    Part::new(PartId::Told(w::QUALITY_TITLE), lang.say(w::QUALITY_TITLE)).with(vec![Block::Link(link)])
}

/// The page, as it is told on a day.
pub fn quality(census: &Census, problems: &Problems, catalogue: &Catalogue, lang: Lang, today: Date) -> Page {
    let mut page = Page::new(lang.say(w::QUALITY_TITLE), lang);
    let under = lang.fill(w::QUALITY_UNDER, &[("count", &count(census.projects, lang))]);
    page.under.push(Note::Line(under));
    let mut part = |word: Word, heading: String, blocks: Vec<Block>| {
        page.parts
            .push(Part::new(PartId::Told(word), heading).with(blocks));
    };
    let say = |word: Word| lang.say(word).to_owned();
    let first = census.gaps.iter().map(|gap| said(gap, lang));
    let agree = census.contradictions.iter().map(|(column, n)| {
        let values = [("column", *column), ("projects", &*projects(*n, lang))];
        lang.fill(w::QUALITY_AGREE, &values)
    });
    let all = first.chain(agree).zip(1..);
    let first = all
        .map(|(says, n)| Block::Paragraph(format!("{n}. {says}")))
        .collect();
    part(w::QUALITY_FIRST, say(w::QUALITY_FIRST), first);
    let open = Question::ALL.map(|question| {
        let n = census.unanswered.get(&question).copied().unwrap_or_default();
        (say(heading(question)), count(n, lang))
    });
    let all = lang.fill(w::QUALITY_UNANSWERED, &[("count", &count(census.projects, lang))]);
    part(w::QUALITY_UNANSWERED, all, vec![Block::Pairs(open.to_vec())]);
    let rows = census.columns.iter().map(|(column, n)| {
        let share = percent_short(whole(*n), whole(census.projects), lang).unwrap_or_default();
        vec![(*column).to_owned(), count(*n, lang), share]
    });
    let heads = [w::QUALITY_COLUMN, w::QUALITY_PROJECTS, w::QUALITY_SHARE];
    let table = Table::of(heads, [false, true, true], rows, lang);
    part(
        w::QUALITY_COLUMNS,
        say(w::QUALITY_COLUMNS),
        vec![Block::Table(table)],
    );
    let mut tables = tables(catalogue);
    tables.sort_by_key(|table| std::cmp::Reverse(table.newest().and_then(|source| source.date)));
    let rows = tables.iter().filter_map(|table| {
        let newest = table.newest()?;
        let day = newest.date.map(|day| date(day, lang)).unwrap_or_default();
        let age = age(newest, today)
            .map(|days| integer(days, lang))
            .unwrap_or_default();
        let rows = integer(i64::try_from(table.rows()).unwrap_or(i64::MAX), lang);
        Some(vec![newest.table.official_name().to_owned(), day, age, rows])
    });
    let heads = [w::QUALITY_TABLE, w::QUALITY_DAY, w::QUALITY_AGE, w::QUALITY_ROWS];
    let table = Table::of(heads, [false, false, true, true], rows, lang);
    part(
        w::QUALITY_TABLES,
        say(w::QUALITY_TABLES),
        vec![Block::Table(table)],
    );
    let cells = census.unread.iter().map(|((source, column), n)| {
        let name = catalogue
            .source(*source)
            .map_or("", |source| source.name.as_str());
        (format!("{name}, «{column}»"), count(*n, lang))
    });
    part(
        w::QUALITY_UNREAD,
        say(w::QUALITY_UNREAD),
        pairs(cells.collect(), lang),
    );
    let fields = census
        .contradictions
        .iter()
        .map(|(column, n)| (format!("«{column}»"), count(*n, lang)));
    part(
        w::QUALITY_CONTRADICTIONS,
        say(w::QUALITY_CONTRADICTIONS),
        pairs(fields.collect(), lang),
    );
    let mut rows = super::data::troubles(catalogue, problems, lang);
    rows.push((say(w::QUALITY_SAME_CUP), count(census.same_cup, lang)));
    part(
        w::SCREEN_DATA_QUALITY,
        say(w::SCREEN_DATA_QUALITY),
        vec![Block::Pairs(rows)],
    );
    page
}

/// Questions of citizens that found nothing at the desks, with how often each was asked.
pub fn asked_part(asked: &[(String, u64)], lang: Lang) -> Option<Part> {
    let row = |(words, times): &(String, u64)| {
        let times = usize::try_from(*times).unwrap_or(usize::MAX);
        (format!("«{words}»"), count(times, lang))
    };
    let pairs = vec![Block::Pairs(asked.iter().map(row).collect())];
    let part = Part::new(PartId::Told(w::QUALITY_ASKED), lang.say(w::QUALITY_ASKED));
    (!asked.is_empty()).then(|| part.with(pairs))
}

fn pairs(rows: Vec<(String, String)>, lang: Lang) -> Vec<Block> {
    match rows.is_empty() {
        true => vec![Block::Paragraph(lang.say(w::QUALITY_NONE).to_owned())],
        false => vec![Block::Pairs(rows)],
    }
}

fn whole(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// "7.986 progetti".
fn projects(n: usize, lang: Lang) -> String {
    let (one, many) = (lang.say(w::QUALITY_PROJECT), lang.say(w::QUALITY_PROJECTS));
    counted(whole(n), one, many, lang)
}

/// "Riempire «Data Fine Progetto Prevista»: di 7.986 progetti non si sa quando finisce. La domanda
/// «Quando» resta senza risposta per 7.986 progetti."
fn said(gap: &Gap, lang: Lang) -> String {
    let word = match gap.which {
        Missing::NotPublished => w::QUALITY_FILL,
        Missing::NotInArchive => w::QUALITY_GIVE,
        Missing::Unread => w::QUALITY_MEND,
    };
    let columns: Vec<String> = gap.columns().iter().map(|column| format!("«{column}»")).collect();
    let columns = columns.join(&format!(" {} ", lang.say(w::QUALITY_OR)));
    let values = [
        ("columns", columns.as_str()),
        ("projects", &projects(gap.projects, lang)),
        ("thing", lang.say(gap.thing())),
    ];
    let question = lang.say(heading(gap.question()));
    let cost = match gap.unanswered {
        0 => lang.fill(w::QUALITY_COST_NONE, &[("question", question)]),
        n => {
            let n = projects(n, lang);
            lang.fill(w::QUALITY_COST, &[("question", question), ("unanswered", &n)])
        }
    };
    let money = (gap.funding > Cents::ZERO)
        .then(|| lang.fill(w::QUALITY_MONEY, &[("euro", &euro(gap.funding.0, lang))]));
    let parts = [Some(lang.fill(word, &values)), Some(cost), money];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The tables that speak of projects, the newest first.
fn sources(catalogue: &Catalogue) -> impl Iterator<Item = &Source> {
    let mut sources: Vec<&Source> = catalogue
        .sources
        .iter()
        .filter(|source| source.rows > 0)
        .collect();
    sources.sort_by_key(|source| std::cmp::Reverse((source.date, source.id)));
    sources.into_iter()
}

/// A table's name and day, as cells of [`quality_rows`].
fn named(source: Option<&Source>) -> (&str, String) {
    let day = source.and_then(|source| source.date);
    let day = day.map(|day| day.to_string()).unwrap_or_default();
    (source.map_or("", |source| &source.name), day)
}

fn age(source: &Source, today: Date) -> Option<i64> {
    Some(i64::from((today - source.date?).get_days()))
}

/// The word of a way of missing.
fn code(which: Missing) -> &'static str {
    match which {
        Missing::NotPublished => "not_published",
        Missing::NotInArchive => "not_in_archive",
        Missing::Unread => "unread",
    }
}

/// The columns of [`quality_rows`].
pub const COLUMNS: &[&str] = &[
    "kind",
    "name",
    "missing",
    "question",
    "projects",
    "of",
    "unanswered",
    "date",
];

/// A row for each line of the page.
pub fn quality_rows(
    census: &Census,
    problems: &Problems,
    asked: &[(String, u64)],
    catalogue: &Catalogue,
) -> Vec<Vec<Cell>> {
    let mut out = Vec::new();
    let number = |n: usize| n.to_string();
    let mut row = |cells: [String; 8]| out.push(cells.map(Cell::Text).to_vec());
    let none = String::new;
    let (of, all) = (census.projects, number(census.projects));
    for gap in &census.gaps {
        row([
            "first".into(),
            gap.columns().join(" | "),
            code(gap.which).into(),
            gap.question().code().into(),
            number(gap.projects),
            number(of),
            number(gap.unanswered),
            none(),
        ]);
    }
    for question in Question::ALL {
        let n = census.unanswered.get(&question).copied().unwrap_or_default();
        let code = question.code();
        row([
            "question".into(),
            code.into(),
            none(),
            code.into(),
            number(of - n),
            all.clone(),
            number(n),
            none(),
        ]);
    }
    for (column, n) in &census.columns {
        row([
            "column".into(),
            (*column).into(),
            none(),
            none(),
            number(*n),
            all.clone(),
            none(),
            none(),
        ]);
    }
    for source in sources(catalogue) {
        let (name, day) = named(Some(source));
        row([
            "table".into(),
            name.into(),
            none(),
            none(),
            source.rows.to_string(),
            none(),
            none(),
            day,
        ]);
    }
    for ((source, column), n) in &census.unread {
        let (name, day) = named(catalogue.source(*source));
        row([
            "unread".into(),
            format!("{name}: {column}"),
            none(),
            none(),
            number(*n),
            none(),
            none(),
            day,
        ]);
    }
    for (column, n) in &census.contradictions {
        row([
            "contradiction".into(),
            (*column).into(),
            none(),
            none(),
            number(*n),
            all.clone(),
            none(),
            none(),
        ]);
    }
    for (source, problem, n) in problems {
        let (name, day) = named(catalogue.source(*source));
        row([
            "problem".into(),
            format!("{name}: {problem}"),
            none(),
            none(),
            n.to_string(),
            none(),
            none(),
            day,
        ]);
    }
    row([
        "same_cup".into(),
        "CUP".into(),
        none(),
        none(),
        number(census.same_cup),
        none(),
        none(),
        none(),
    ]);
    for (words, times) in asked {
        row([
            "asked".into(),
            words.clone(),
            none(),
            none(),
            none(),
            none(),
            times.to_string(),
            none(),
        ]);
    }
    out
}

/// The same for programs.
pub fn quality_json(
    census: &Census,
    problems: &Problems,
    asked: &[(String, u64)],
    catalogue: &Catalogue,
    lang: Lang,
    today: Date,
) -> Value {
    let first = census.gaps.iter().map(|gap| {
        json!({
            "gap": gap.code(), "missing": code(gap.which), "columns": gap.columns(),
            "question": gap.question().code(), "projects": gap.projects,
            "unanswered": gap.unanswered, "funding_eur": gap.funding, "says": said(gap, lang),
        })
    });
    let questions = Question::ALL.map(|question| {
        let n = census.unanswered.get(&question).copied().unwrap_or_default();
        json!({ "question": question.code(), "unanswered": n })
    });
    let columns = census
        .columns
        .iter()
        .map(|(column, n)| json!({ "column": column, "projects": n }));
    let tables = sources(catalogue).map(|source| {
        json!({
            "table": source.name, "date": source.date, "age_days": age(source, today),
            "rows": source.rows, "licence": source.licence,
        })
    });
    let named = |id: &SourceId| {
        let source = catalogue.source(*id);
        (
            source.map_or("", |source| source.name.as_str()),
            source.and_then(|source| source.date),
        )
    };
    let unread = census.unread.iter().map(|((id, column), n)| {
        let (table, day) = named(id);
        json!({ "table": table, "date": day, "column": column, "cells": n })
    });
    let contradictions = census
        .contradictions
        .iter()
        .map(|(column, n)| json!({ "column": column, "projects": n }));
    let problems = problems.iter().map(|(id, problem, n)| {
        let (table, day) = named(id);
        json!({ "table": table, "date": day, "problem": problem, "rows": n })
    });
    json!({
        "region": catalogue.region_name,
        "projects": census.projects,
        "first": first.collect::<Vec<_>>(),
        "questions": questions,
        "columns": columns.collect::<Vec<_>>(),
        "tables": tables.collect::<Vec<_>>(),
        "unread": unread.collect::<Vec<_>>(),
        "contradictions": contradictions.collect::<Vec<_>>(),
        "problems": problems.collect::<Vec<_>>(),
        "same_cup": census.same_cup,
        "asked": asked.iter().map(|(words, times)| json!({ "words": words, "times": times })).collect::<Vec<_>>(),
    })
}
