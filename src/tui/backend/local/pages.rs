//! Pages out of the snapshot: the sheets of the program's other half, with ways to go on.

use super::{data, pictures};
use crate::explain::{self, Claim};
use crate::lang::{Lang, card, w};
use crate::model::{ComuneCode, Project, ProjectId, Submeasure};
use crate::search::Filter;
use crate::sheet;
use crate::snapshot::{Catalogue, OpenError, Snapshot};
use crate::text::{clean, number};
use crate::title;
use crate::tui::backend::{Block, Sheet, Subject, Way};
use jiff::civil::Date;

/// `None` when there is no such thing in the snapshot.
pub fn sheet(
    snapshot: &Snapshot,
    catalogue: &Catalogue,
    subject: &Subject,
    lang: Lang,
    today: Date,
) -> Result<Option<Sheet>, OpenError> {
    Ok(match subject {
        Subject::Project(id) => snapshot
            .project(*id)?
            .map(|p| project(catalogue, &p, lang, today)),
        Subject::Comune(code) => comune(catalogue, *code, lang),
        Subject::Measure(code) => measure(catalogue, code, lang),
        Subject::Data => Some(data::sheet(snapshot, catalogue, lang)?),
        Subject::Source(id) => {
            sheet::source::source(catalogue, *id, lang).map(|sheet| page(catalogue, &sheet, None))
        }
        Subject::Desk | Subject::Word(_) | Subject::Question(_) | Subject::Map(_) | Subject::Search(_) => {
            None
        }
    })
}

fn project(catalogue: &Catalogue, project: &Project, lang: Lang, today: Date) -> Sheet {
    let explanation = explain::project(catalogue, project, lang);
    let mut page = page(catalogue, &sheet::project(catalogue, project, &explanation), None);
    pictures::of_project(&mut page, catalogue, project, lang, today);
    page.blocks
        .push(Block::Heading(lang.say(w::SCREEN_LINKS_TITLE).to_owned()));
    let mut comuni: Vec<ComuneCode> = project.places.iter().filter_map(|p| p.comune).collect();
    comuni.sort_unstable();
    comuni.dedup();
    for code in comuni {
        if let Some(name) = catalogue.comune_name(code) {
            page.blocks.push(link(
                lang.fill(w::SCREEN_LINKS_COMUNE, &[("name", name)]),
                Subject::Comune(code),
            ));
        }
    }
    let code = project.submeasure.as_str();
    let text = card(project.submeasure.card_code()).map(|c| c.text(lang).name);
    let name = text
        .or_else(|| catalogue.measure(code).map(|m| m.name.as_str()))
        .unwrap_or(code);
    page.blocks.push(link(
        lang.fill(w::SCREEN_LINKS_MEASURE, &[("name", name)]),
        Subject::Measure(code.to_owned()),
    ));
    for (id, _) in &project.siblings {
        if let Some(brief) = catalogue.brief(*id) {
            let title = title::compose(catalogue, brief, lang);
            page.blocks.push(link(
                lang.fill(w::SCREEN_LINKS_SIBLING, &[("title", &title)]),
                Subject::Project(*id),
            ));
        }
    }
    page.blocks
        .push(link(lang.say(w::SCREEN_LINKS_DATA).to_owned(), Subject::Data));
    page
}

fn comune(catalogue: &Catalogue, code: ComuneCode, lang: Lang) -> Option<Sheet> {
    let account = explain::comune(catalogue, code, lang)?;
    let biggest = lang.say(w::SHEET_BIGGEST);
    let mut page = page(catalogue, &sheet::comune(catalogue, &account), Some(biggest));
    let figures = &account.figures;
    pictures::of_comune(&mut page, catalogue, &account);
    if !figures.biggest.is_empty() {
        page.blocks.push(Block::Heading(biggest.to_owned()));
        let links = figures
            .biggest
            .iter()
            .filter_map(|id| project_link(catalogue, *id, lang));
        page.blocks.extend(links);
    }
    let filter = Filter::Comune(account.name.clone()).to_string();
    all_projects(
        &mut page,
        figures.own.projects + figures.shared.projects,
        filter,
        lang,
    );
    page.blocks
        .push(link(lang.say(w::SCREEN_LINKS_MAP).to_owned(), Subject::Map(code)));
    Some(page)
}

fn measure(catalogue: &Catalogue, code: &str, lang: Lang) -> Option<Sheet> {
    let code = Submeasure::parse(code).ok()?;
    let account = explain::measure(catalogue, &code, lang)?;
    let mut page = page(catalogue, &sheet::measure(catalogue, &account), None);
    pictures::of_measure(&mut page, catalogue, &account);
    let filter = Filter::Measure(code.to_string()).to_string();
    all_projects(&mut page, account.figures.region.projects, filter, lang);
    Some(page)
}

fn all_projects(page: &mut Sheet, count: usize, filter: String, lang: Lang) {
    let count = number::integer(i64::try_from(count).unwrap_or(i64::MAX), lang);
    page.blocks
        .push(Block::Heading(lang.say(w::SCREEN_LINKS_TITLE).to_owned()));
    page.blocks.push(link(
        lang.fill(w::SCREEN_LINKS_ALL_PROJECTS, &[("count", &count)]),
        Subject::Search(filter),
    ));
}

fn project_link(catalogue: &Catalogue, id: ProjectId, lang: Lang) -> Option<Block> {
    let brief = catalogue.brief(id)?;
    let title = title::compose(catalogue, brief, lang);
    let text = match brief.total {
        Some(total) => format!("{title}: {}", number::euro_words(total.0, lang)),
        None => title,
    };
    Some(link(text, Subject::Project(id)))
}

fn link(text: String, to: Subject) -> Block {
    Block::Link {
        text: clean::line(&text),
        to,
    }
}

/// A neutral sheet as a page. The notes on the marks are left to the page's own last line, and so
/// is the part called `without`.
fn page(catalogue: &Catalogue, sheet: &sheet::Sheet, without: Option<&str>) -> Sheet {
    let known = sheet.lang.say(w::SHEET_KNOWN);
    let mut out = Sheet {
        title: clean::line(&sheet.title),
        ..Sheet::default()
    };
    let terms = explain::Terms::new(sheet.lang);
    let mut skipping = false;
    for block in &sheet.blocks {
        if let sheet::Block::Heading { level, text } = block {
            skipping = *level > 1 && (text == known || Some(text.as_str()) == without);
        }
        if skipping {
            continue;
        }
        match block {
            sheet::Block::Heading { level: 1, .. } => {}
            sheet::Block::Heading { text, .. } => out.blocks.push(Block::Heading(text.clone())),
            sheet::Block::Paragraph(text) => {
                out.blocks.push(Block::Paragraph(clean::clean(text).into_owned()))
            }
            // What is noted before the first part belongs to the title.
            sheet::Block::Note(text) if out.blocks.is_empty() => out.subtitle = clean::line(text),
            sheet::Block::Note(text) => out.blocks.push(Block::Paragraph(clean::line(text))),
            sheet::Block::Claim { claim, .. } => out.blocks.push(Block::Claim {
                text: clean::clean(&claim.text).into_owned(),
                evidence: claim.evidence,
                why: explain::why(claim, catalogue, sheet.lang),
                ways: ways(claim, catalogue, &terms, sheet.lang),
            }),
            sheet::Block::Table { head, rows, right } => out.blocks.push(Block::Table {
                head: head.clone(),
                rows: rows
                    .iter()
                    .map(|row| row.iter().map(|cell| clean::line(cell)).collect())
                    .collect(),
                right: right.clone(),
            }),
        }
    }
    out
}

/// The words of the glossary that a sentence uses, then the tables that it stands on, each once.
fn ways(claim: &Claim, catalogue: &Catalogue, terms: &explain::Terms, lang: Lang) -> Vec<Way> {
    let mut out: Vec<Way> = Vec::new();
    let mut add = |text: &str, to: Subject| {
        if out.iter().all(|way| way.to != to) {
            let text = clean::line(text);
            out.push(Way { text, to });
        }
    };
    for (_, entry) in terms.find(&claim.text) {
        add(entry.text(lang).term, Subject::Word(entry.id));
    }
    for source in claim
        .cites
        .iter()
        .filter_map(|cite| catalogue.source(cite.source))
    {
        add(&source.name, Subject::Source(source.id));
    }
    out
}
