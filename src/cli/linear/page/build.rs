//! The page of each subject, from the same sheets as every other form of it.

use super::{Page, Part, Said, figures};
use crate::cli::data;
use crate::cli::linear::list::Item;
use crate::cli::linear::state::{Subject, What};
use crate::cli::linear::world::World;
use crate::explain;
use crate::lang::{Entry, GLOSSARY, Lang, QUESTIONS, Word, w};
use crate::model::{Brief, ComuneCode, ProjectId, Submeasure};
use crate::search::{Filter, Value};
use crate::sheet;
use crate::sheet::picture::{among_fellows, own_projects, projects_of};
use crate::sheet::status_word;
use crate::snapshot::OpenError;
use crate::text::number::{euro_words, integer};
use crate::text::readability::sentences;
use crate::title;

/// `None` when these data have no such thing.
pub fn build(world: &World, subject: &Subject, lang: Lang) -> Result<Option<Page>, OpenError> {
    Ok(match subject {
        Subject::Project(id) => project(world, *id, lang)?,
        Subject::Comune(code) => comune(world, *code, lang),
        Subject::Measure(code) => measure(world, code, lang),
        Subject::Data => Some(data_page(world, lang)?),
        Subject::Source(id) => {
            sheet::source::source(world.catalogue(), *id, lang).map(|s| Page::of_sheet(&s))
        }
        Subject::Word(id) => GLOSSARY.iter().find(|e| e.id == *id).map(|e| word(e, lang)),
        Subject::Question(id) => question(id, lang),
    })
}

fn project(world: &World, id: ProjectId, lang: Lang) -> Result<Option<Page>, OpenError> {
    let catalogue = world.catalogue();
    let (Some(brief), Some(project)) = (catalogue.brief(id), world.snapshot.project(id)?) else {
        return Ok(None);
    };
    let explanation = explain::project(catalogue, &project, lang);
    let mut page = Page::of_sheet(&sheet::project(catalogue, &project, &explanation));
    // The official title is long: it is heard after our answer.
    if let Some(part) = page.parts.first_mut() {
        part.lines.extend(page.brief.drain(..).map(Said::table));
    }
    page.brief.push(in_brief(world, brief, lang));
    if let Some(sizes) = among_fellows(catalogue, brief) {
        figures::add_sizes(&mut page, w::SHEET_PICTURE_FELLOWS, &sizes, lang);
    }
    page.cup = Some(project.cup.clone()).filter(|cup| !cup.is_empty());
    let mut comuni: Vec<ComuneCode> = project.places.iter().filter_map(|p| p.comune).collect();
    comuni.sort_unstable();
    comuni.dedup();
    for code in comuni {
        if let Some(name) = catalogue.comune_name(code) {
            let label = lang.fill(w::LINEAR_PAGE_COMUNE, &[("name", name)]);
            page.links
                .push(Item::open(label, What::Page(Subject::Comune(code))));
        }
    }
    let code = project.submeasure.to_string();
    if let Some(measure) = catalogue.measure(&code) {
        let name = title::measure_name(measure, lang);
        let label = lang.fill(w::LINEAR_PAGE_MEASURE, &[("name", name)]);
        page.links
            .push(Item::open(label, What::Page(Subject::Measure(code))));
    }
    for (other, _) in &project.siblings {
        if let Some(brief) = catalogue.brief(*other) {
            let title = title::compose(catalogue, brief, lang);
            let label = lang.fill(w::LINEAR_PAGE_SIBLING, &[("title", &title)]);
            page.links
                .push(Item::open(label, What::Page(Subject::Project(*other))));
        }
    }
    let label = lang.say(w::LINEAR_PAGE_DATA);
    page.links.push(Item::open(label, What::Page(Subject::Data)));
    Ok(Some(page))
}

/// What a citizen asks first: how much, how far, who.
pub fn in_brief(world: &World, brief: &Brief, lang: Lang) -> String {
    let money = |word: Word, cents: i64| lang.fill(word, &[("amount", &euro_words(cents, lang))]);
    let mut facts = vec![match brief.total {
        Some(total) => money(w::LINEAR_PAGE_FUNDED, total.0),
        None => lang.say(w::LINEAR_RESULTS_NO_AMOUNT).to_owned(),
    }];
    facts.push(match brief.paid.filter(|paid| !paid.is_zero()) {
        Some(paid) => money(w::LINEAR_PAGE_PAID, paid.0),
        None => lang.say(w::LINEAR_PAGE_UNPAID).to_owned(),
    });
    facts.push(lang.say(status_word(brief.status)).to_owned());
    let body = world.catalogue().body_of(brief);
    facts.extend(body.map(|b| b.name.clone()));
    lang.fill(w::LINEAR_PAGE_BRIEF, &[("facts", &facts.join(", "))])
}

fn comune(world: &World, code: ComuneCode, lang: Lang) -> Option<Page> {
    let catalogue = world.catalogue();
    let account = explain::comune(catalogue, code, lang)?;
    let mut page = Page::of_sheet(&sheet::comune(catalogue, &account));
    figures::add(&mut page, own_projects(catalogue, code), lang);
    page.projects = Some(Value::Comune(code).filter(catalogue));
    for id in &account.figures.biggest {
        if let Some(brief) = catalogue.brief(*id) {
            let title = title::compose(catalogue, brief, lang);
            page.links
                .push(Item::open(title, What::Page(Subject::Project(*id))));
        }
    }
    Some(page)
}

fn measure(world: &World, code: &str, lang: Lang) -> Option<Page> {
    let catalogue = world.catalogue();
    let submeasure = Submeasure::parse(code).ok()?;
    let account = explain::measure(catalogue, &submeasure, lang)?;
    let mut page = Page::of_sheet(&sheet::measure(catalogue, &account));
    // The official name is long: it is heard last.
    if let Some(part) = page.parts.last_mut() {
        part.lines.extend(page.brief.drain(..).map(Said::table));
    }
    figures::add(&mut page, projects_of(catalogue, &account.code), lang);
    page.projects = Some(Filter::Measure(code.to_owned()));
    Some(page)
}

fn data_page(world: &World, lang: Lang) -> Result<Page, OpenError> {
    let catalogue = world.catalogue();
    let part = |heading: Word, lines: Vec<String>| Part {
        heading: lang.say(heading).to_owned(),
        lines: lines.into_iter().map(Said::table).collect(),
    };
    let tables = sheet::source::tables(catalogue);
    let mut parts = vec![
        part(w::SCREEN_DATA_HOLDS, data::figures(catalogue, lang)),
        part(
            w::SCREEN_DATA_SOURCES,
            tables.iter().map(|t| t.say(lang)).collect(),
        ),
    ];
    let quality = world.snapshot.quality()?;
    if !quality.is_empty() {
        let line = |(id, problem, n): &(_, String, u64)| {
            let name = catalogue.source(*id).map_or("", |s| s.name.as_str());
            let count = integer(i64::try_from(*n).unwrap_or(i64::MAX), lang);
            format!("{name}, {}: {count}.", trouble(problem, lang).to_lowercase())
        };
        parts.push(part(w::SCREEN_DATA_QUALITY, quality.iter().map(line).collect()));
    }
    let newest = tables.iter().filter_map(sheet::source::Releases::newest);
    let links = newest.map(|s| Item::open(s.table.official_name(), What::Page(Subject::Source(s.id))));
    Ok(Page {
        links: links.collect(),
        title: lang.say(w::SCREEN_DATA_TITLE).to_owned(),
        parts,
        ..Page::default()
    })
}

/// What a word of the table `quality` means.
fn trouble(problem: &str, lang: Lang) -> String {
    let word = match problem {
        "natural_person" => Some(w::IMPORT_PERSONS),
        "old_istat_code" => Some(w::IMPORT_OLD_ISTAT),
        other => Word::from_key(&format!("import.problem.{}", other.replace('_', "-"))),
    };
    word.map_or_else(|| problem.replace('_', " "), |word| lang.say(word).to_owned())
}

fn word(entry: &'static Entry, lang: Lang) -> Page {
    let text = entry.text(lang);
    let mut lines: Vec<Said> = sentences(text.says).into_iter().map(Said::own).collect();
    if !text.example.is_empty() {
        lines.push(Said::own(
            lang.fill(w::SHEET_EXAMPLE, &[("example", text.example)]),
        ));
    }
    Page {
        title: text.term.to_owned(),
        parts: vec![Part {
            heading: String::new(),
            lines,
        }],
        links: words(entry.see, lang),
        ..Page::default()
    }
}

fn question(id: &str, lang: Lang) -> Option<Page> {
    let question = QUESTIONS.iter().find(|q| q.id == id)?;
    let text = question.text(lang);
    Some(Page {
        title: text.question.to_owned(),
        parts: vec![Part {
            heading: String::new(),
            lines: text.answer.iter().map(|s| Said::own(*s)).collect(),
        }],
        links: words(question.see, lang),
        ..Page::default()
    })
}

/// Words of the glossary as ways to go.
pub fn words(ids: &[&'static str], lang: Lang) -> Vec<Item> {
    let entry = |id: &&str| GLOSSARY.iter().find(|e| e.id == *id);
    ids.iter()
        .filter_map(entry)
        .map(|e| Item::open(e.text(lang).term, What::Page(Subject::Word(e.id))))
        .collect()
}
