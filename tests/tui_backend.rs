//! The real archive behind the screens: what it finds, how it is narrowed, what its pages hold.

#![allow(clippy::unwrap_used)]

#[path = "support/archive.rs"]
mod archive;

use jiff::civil::{Date, date};
use sportello::app::{Answer, Ask, DeskAsk, Lists, StepAsk};
use sportello::desk::lesson::Expected;
use sportello::desk::tally::Sums;
use sportello::desk::{Amend, Done, Store, Theme};
use sportello::lang::{LESSONS, Lang, StepKind, Wants};
use sportello::model::ComuneCode;
use sportello::sheet::picture::Picture;
use sportello::sheet::{Block, Page, Subject};
use sportello::snapshot::Snapshot;
use sportello::tui::backend::Backend;
use sportello::tui::backend::local::Local;

fn today() -> Date {
    date(2025, 11, 22)
}

fn local() -> (Local, std::sync::Arc<Lists>) {
    local_with(Store::new(None))
}

fn local_with(store: Store) -> (Local, std::sync::Arc<Lists>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("prova.sqlite");
    std::fs::write(&path, archive::bytes()).unwrap();
    let open = move || match Snapshot::open(&path) {
        Ok(snapshot) => Ok((snapshot, vec!["un altro file è rovinato".to_owned()])),
        Err(error) => Err(error.to_string()),
    };
    let mut local = Local::new(Box::new(open), today, store, Lang::It);
    let opened = local.open().unwrap();
    assert_eq!(opened.overview.region_name, "Toscana");
    assert_eq!(opened.notices.len(), 1);
    let lists = local.load().unwrap();
    (local, lists)
}

fn search(local: &mut Local, text: &str) -> Answer {
    local.search(&Ask {
        text: text.into(),
        limit: 20,
        ..Ask::default()
    })
}

fn links(page: &Page) -> Vec<&Subject> {
    page.links().map(|link| &link.to).collect()
}

#[test]
fn a_search_that_comes_before_the_archive_is_loaded_waits_for_it() {
    let open = || Ok((Snapshot::embedded().unwrap(), Vec::new()));
    let mut local = Local::new(Box::new(open), today, Store::new(None), Lang::It);
    local.open().unwrap();
    assert!(search(&mut local, "asilo prato").total > 0);
    assert!(!local.load().unwrap().comuni.is_empty());
}

#[test]
fn the_lists_count_projects() {
    let (_, lists) = local();
    assert_eq!(lists.comuni.len(), 6);
    assert_eq!(lists.comuni.iter().map(|c| c.projects).sum::<usize>(), 60);
    assert_eq!(lists.measures.iter().map(|m| m.projects).sum::<usize>(), 60);
    assert!(lists.comuni.windows(2).all(|pair| pair[0].name < pair[1].name));
}

#[test]
fn a_mistyped_word_is_found_marked_and_told() {
    let (mut local, _) = local();
    let answer = search(&mut local, "asillo prato");
    assert!(answer.total > 0);
    assert_eq!(answer.corrected[0].typed, "asillo");
    assert_eq!(answer.corrected[0].understood, "asilo");
    let row = &answer.rows[0];
    let marked: Vec<&str> = row.matched.iter().map(|m| &row.title[m.clone()]).collect();
    assert!(marked.contains(&"Prato"), "{marked:?} in {}", row.title);
    assert_eq!(row.place, "Prato (PO)");
}

#[test]
fn a_filter_narrows_to_its_count_and_can_be_taken_out() {
    let (mut local, _) = local();
    let all = search(&mut local, "");
    assert_eq!(all.total, 60);
    for facet in &all.facets {
        for value in &facet.values {
            let narrowed = search(&mut local, &value.toggled);
            assert_eq!(narrowed.total, value.count, "{}: {}", facet.name, value.label);
            let values = narrowed.facets.iter().flat_map(|f| &f.values);
            let on = values.filter(|v| v.on).collect::<Vec<_>>();
            assert_eq!(on.len(), 1, "{}", value.toggled);
            assert_eq!(search(&mut local, &on[0].toggled).total, 60);
        }
    }
}

#[test]
fn nothing_found_has_a_way_out() {
    let (mut local, _) = local();
    let answer = search(&mut local, "asilo zqwzqw");
    assert_eq!(answer.total, 0);
    let leads: Vec<&Subject> = answer.hints.iter().filter_map(|h| h.to.as_ref()).collect();
    assert!(leads.contains(&&Subject::Search("asilo".into())), "{leads:?}");
}

#[test]
fn every_page_opens_and_leads_on_in_both_languages() {
    let (mut local, lists) = local();
    let rows = search(&mut local, "").rows;
    let mut subjects: Vec<Subject> = rows.iter().map(|r| Subject::Project(r.id)).collect();
    subjects.extend(lists.comuni.iter().map(|c| Subject::Comune(c.code)));
    subjects.extend(lists.measures.iter().map(|m| Subject::Measure(m.code.clone())));
    for subject in &subjects {
        for lang in [Lang::It, Lang::En] {
            let sheet = local.page(subject, lang).unwrap();
            assert!(sheet.parts.len() > 1, "{subject:?}");
            assert!(!links(&sheet).is_empty(), "{subject:?}");
            for to in links(&sheet) {
                match to {
                    Subject::Search(text) => assert!(search(&mut local, text).total > 0, "{text}"),
                    Subject::Map(code) => assert!(lists.comuni.iter().any(|c| c.code == *code)),
                    page => assert!(local.page(page, lang).is_ok(), "{page:?}"),
                }
            }
        }
    }
    let project = local.page(&subjects[0], Lang::It).unwrap();
    let claims = project.blocks().filter(|b| matches!(b, Block::Claim(_)));
    assert!(project.parts.len() >= 8 && claims.count() >= 8);
    assert!(local.page(&Subject::Data, Lang::It).unwrap().title == "Toscana");
}

/// The pictures of a page, each with the heading that it stands under.
fn pictures(page: &Page) -> Vec<(&str, &Picture)> {
    let drawn = page.parts.iter().flat_map(|part| {
        part.blocks.iter().filter_map(|block| match block {
            Block::Picture(picture) => Some((part.heading.as_str(), picture)),
            _ => None,
        })
    });
    drawn.collect()
}

#[test]
fn a_project_draws_its_money_and_stands_among_its_fellows() {
    let (mut local, _) = local();
    // The first project of the archive has payments, and no dates at all.
    let rows = search(&mut local, "").rows.into_iter();
    let mut sheets = rows.map(|row| local.page(&Subject::Project(row.id), Lang::It).unwrap());
    let is_paid = |sheet: &Page| {
        pictures(sheet)
            .iter()
            .any(|(_, it)| matches!(it, Picture::Share(_)))
    };
    let sheet = sheets.find(is_paid).unwrap();
    let drawn = pictures(&sheet);
    let headings: Vec<&str> = drawn.iter().map(|(heading, _)| *heading).collect();
    assert_eq!(
        headings,
        ["I soldi", "I soldi", "Gli importi della stessa misura"]
    );
    let figures = |i: usize| drawn[i].1.figures(Lang::It).rows;
    let shares: Vec<String> = figures(0).into_iter().map(|row| row[2].clone()).collect();
    assert_eq!(shares, ["80%", "20%"]);
    assert_eq!(figures(1)[0][2], "40%");
    let own = figures(2).into_iter().filter(|row| !row[2].is_empty());
    assert_eq!(own.count(), 1);
}

#[test]
fn a_comune_and_a_measure_draw_their_own_projects() {
    let (mut local, lists) = local();
    for comune in &lists.comuni {
        let sheet = local.page(&Subject::Comune(comune.code), Lang::It).unwrap();
        let headings: Vec<&str> = pictures(&sheet).iter().map(|(h, _)| *h).collect();
        assert_eq!(headings.last(), Some(&"Grandi e piccoli"), "{headings:?}");
        let (_, sizes) = *pictures(&sheet).last().unwrap();
        let counted: usize = sizes
            .figures(Lang::It)
            .rows
            .iter()
            .map(|r| r[1].parse::<usize>().unwrap())
            .sum();
        assert_eq!(counted, comune.projects);
    }
    let measure = Subject::Measure(lists.measures[0].code.clone());
    let sheet = local.page(&measure, Lang::En).unwrap();
    let headings: Vec<&str> = pictures(&sheet).iter().map(|(h, _)| *h).collect();
    assert_eq!(headings, ["How much has been paid so far", "Large and small"]);
}

#[test]
fn what_is_not_there_is_told() {
    let (mut local, _) = local();
    let nowhere = Subject::Comune(ComuneCode::parse("001001").unwrap());
    let says = local.page(&nowhere, Lang::It).unwrap_err();
    assert_eq!(says, "Questa pagina non c'è in questo archivio.");
}

#[test]
fn the_desk_is_kept_in_a_file_and_named_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("banco.db");
    let (mut local, _) = local_with(Store::new(Some(path.clone())));
    let id = search(&mut local, "prato").rows[0].id;
    let project = Subject::Project(id);
    let mut ask = |ask: DeskAsk| local.desk(&ask, Lang::It).unwrap();
    assert_eq!(ask(DeskAsk::Keep(project.clone())).done, Done::Kept);
    assert_eq!(
        ask(DeskAsk::Count(Some(project.clone()), true)).done,
        Done::Counted
    );
    assert_eq!(ask(DeskAsk::Count(None, true)).done, Done::Counted);
    let noted = ask(DeskAsk::Note(project.clone(), "il martedì".into()));
    assert_eq!(noted.desk.note(&project).unwrap().text, "il martedì");
    let sums = Sums { day: 2, month: 2 };
    assert_eq!(noted.desk.served, sums);
    let themes: Vec<Theme> = noted.desk.themes.iter().map(|(theme, _)| *theme).collect();
    assert_eq!(themes, [Theme::Project, Theme::Other]);

    // Another start of the program, in English.
    let (mut again, _) = local_with(Store::new(Some(path)));
    let desk = again.desk(&DeskAsk::Read, Lang::En).unwrap().desk;
    let kept = desk.favourite(&project).unwrap();
    let sheet = again.page(&project, Lang::En).unwrap();
    assert_eq!(kept.name, sheet.title);
    let answer = again.desk(&DeskAsk::Drop(kept.item.clone()), Lang::En).unwrap();
    assert!(answer.done == Done::Dropped && answer.desk.favourites.is_empty());
    assert!(again.desk(&DeskAsk::Keep(Subject::Data), Lang::En).is_err());
}

#[test]
fn the_steps_of_lessons_are_answered_from_the_archive() {
    let (mut local, lists) = local();
    let home = lists.comuni[0].clone();
    let (mut counted, mut projects) = (0, 0);
    for lesson in LESSONS {
        for (step, what) in lesson.steps.iter().enumerate() {
            let stage = local.step(&StepAsk {
                lesson,
                step,
                home: Some(home.code),
            });
            assert_eq!(stage.comune, Some((home.code, home.name.clone())));
            let query = lesson.query(step).unwrap_or_default();
            let query = query.replace("{comune}", &home.name);
            let found = search(&mut local, &query);
            match &what.kind {
                StepKind::Ask(ask) if ask.wants == Wants::Count && found.total > 0 => {
                    assert_eq!(stage.expected, Some(Expected::Count(found.total)), "{query}");
                    counted += 1;
                }
                StepKind::Ask(_) => {}
                _ => assert_eq!(stage.expected, None),
            }
            if !query.is_empty() {
                assert_eq!(stage.project.is_some(), !found.rows.is_empty(), "{query}");
                projects += usize::from(stage.project.is_some());
            }
        }
    }
    assert!(counted > 0 && projects > 0);
}

#[test]
fn a_word_that_is_missing_everywhere_was_not_understood() {
    let (mut local, _) = local();
    let answer = search(&mut local, "asilo nido girasole prato galilo");
    assert!(answer.total == 0 && answer.near > 0, "{answer:?}");
    let missing = answer.rows.iter().filter_map(|row| row.missing.as_deref());
    assert!(missing.into_iter().all(|missing| missing.contains("galilo")));
    assert!(answer.corrected.is_empty(), "{:?}", answer.corrected);
    // By itself it is.
    assert_eq!(search(&mut local, "galilo").corrected.len(), 1);
}

/// A visit goes on after it was counted: sheets and minutes are added to it until the next citizen.
#[test]
fn a_visit_is_amended_until_the_next_citizen() {
    let folder = tempfile::tempdir().unwrap();
    let (mut local, _) = local_with(Store::new(Some(folder.path().join("banco.db"))));
    let id = search(&mut local, "prato").rows[0].id;
    let page = Some(Subject::Project(id));
    let mut ask = |ask: DeskAsk| local.desk(&ask, Lang::En).unwrap();
    ask(DeskAsk::Printed(1));
    let counted = ask(DeskAsk::Count(page.clone(), true));
    let visit = counted.desk.entries[0].visit.clone();
    assert_eq!((visit.sheets, visit.minutes, visit.lang), (1, 1, Some(Lang::En)));
    assert_eq!(
        visit.opened,
        Some((sportello::desk::Kind::Project, id.to_string()))
    );
    assert_eq!(ask(DeskAsk::Printed(2)).done, Done::Read, "nothing is said of it");
    let money = Amend::Request("soldi".into());
    assert_eq!(
        ask(DeskAsk::Amend(page.clone(), money.clone())).done,
        Done::Amended
    );
    let visit = ask(DeskAsk::Next).desk.entries[0].visit.clone();
    assert_eq!(
        (visit.sheets, visit.minutes, visit.request.as_str()),
        (3, 1, "soldi")
    );
    // Of the next one nothing is known: telling the request counts them.
    assert_eq!(ask(DeskAsk::Amend(page, money)).done, Done::Counted);
    let desk = ask(DeskAsk::Unanswered("piscina di Maria Rossi".into())).desk;
    assert_eq!(
        (desk.entries.len(), desk.unanswered[0].0.as_str()),
        (2, "piscina di")
    );
}
