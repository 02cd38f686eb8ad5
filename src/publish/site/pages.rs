//! All pages of one language: those of the lists first, then whatever a page leads to, until no way is
//! left without its page.

use super::files::{Count, Files};
use super::frame::{Frame, Sheet, moved};
use super::{index, lists, map, own};
use crate::app::Archive;
use crate::explain::Terms;
use crate::lang::{GLOSSARY, Lang, QUESTIONS, w};
use crate::model::SourceId;
use crate::renew::RenewError;
use crate::sheet::address::{path, root};
use crate::sheet::html::{Ties, escaped};
use crate::sheet::{Block, Note, Page, PartId, Subject};
use jiff::civil::Date;
use std::cell::RefCell;
use std::collections::{HashMap, VecDeque};

/// Rows of a table that a page shows.
const MOST_CELLS: usize = 150;
/// Ways to projects that a page shows by itself; a list has the others.
const MOST_ROWS: usize = 40;

/// The styles of all pages, and the script of the search.
const STYLE: &str = include_str!("../../../assets/site/stile.css");
const SCRIPT: &str = include_str!("../../../assets/site/cerca.js");

/// The pages of a language, as they are made.
pub(super) struct Pages<'a> {
    archive: &'a Archive,
    files: &'a Files,
    frame: Frame,
    lang: Lang,
    today: Date,
    terms: Terms,
    tables: RefCell<HashMap<SourceId, Option<String>>>,
    asked: RefCell<Asked>,
}

/// Pages that ways lead to.
#[derive(Default)]
struct Asked {
    queue: VecDeque<Subject>,
    /// What stands where.
    of: HashMap<String, Subject>,
}

impl<'a> Pages<'a> {
    /// None is made yet.
    pub fn new(archive: &'a Archive, files: &'a Files, lang: Lang, holder: &str, today: Date) -> Pages<'a> {
        Pages {
            frame: Frame::new(archive.catalogue(), lang, holder, today),
            archive,
            files,
            lang,
            today,
            terms: Terms::new(lang),
            tables: RefCell::default(),
            asked: RefCell::default(),
        }
    }

    /// Writes all of them.
    pub fn write(&self) -> Result<Count, RenewError> {
        let mut count = Count::default();
        self.put(&own::start(self.archive, self.lang), &mut count)?;
        if self.lang == Lang::It {
            self.files.file("stile.css", STYLE, &mut count)?;
            self.files.file(index::SCRIPT, SCRIPT, &mut count)?;
        }
        let list = format!("{}{}", root(self.lang), index::FILE);
        self.files
            .file(&list, &index::index(self.archive, self.lang), &mut count)?;
        let mut sheets = own::all(self.archive, self.lang);
        sheets.extend(map::all(self.archive, self.lang));
        for sheet in &sheets {
            self.put(sheet, &mut count)?;
        }
        for subject in self.first() {
            self.ask(&subject);
        }
        self.moved(&mut count)?;
        loop {
            let next = self.asked.borrow_mut().queue.pop_front();
            let Some(subject) = next else { break };
            for sheet in self.sheets(&subject)? {
                self.put(&sheet, &mut count)?;
            }
        }
        Ok(count)
    }

    /// An address by a spelling of before leads on to that of today.
    fn moved(&self, count: &mut Count) -> Result<(), RenewError> {
        let catalogue = self.archive.catalogue();
        for (alias, id) in &catalogue.aliases {
            let today = self.ask(&Subject::Project(*id));
            if let Some(today) = today.filter(|_| catalogue.position(*alias).is_none()) {
                let from = format!("p/{alias}");
                let html = moved(&super::way::way(&from, &today), self.lang);
                self.files
                    .page(&format!("{}{from}", root(self.lang)), &html, count)?;
            }
        }
        Ok(())
    }

    /// What has a page even if none leads there.
    fn first(&self) -> Vec<Subject> {
        let catalogue = self.archive.catalogue();
        let lists = &self.archive.lists;
        let comuni = lists.comuni.iter().map(|comune| Subject::Comune(comune.code));
        let measures = lists.measures.iter().map(|it| Subject::Measure(it.code.clone()));
        let words = GLOSSARY.iter().map(|entry| Subject::Word(entry.id));
        let questions = QUESTIONS.iter().map(|question| Subject::Question(question.id));
        let projects = catalogue.regional().map(|brief| Subject::Project(brief.id));
        let first = [Subject::Data, Subject::Quality].into_iter();
        first
            .chain(comuni)
            .chain(measures)
            .chain(words)
            .chain(questions)
            .chain(projects)
            .collect()
    }

    /// Where the page of a subject stands; it is made in its turn. `None` where there is none.
    fn ask(&self, subject: &Subject) -> Option<String> {
        let catalogue = self.archive.catalogue();
        let path = match subject {
            Subject::Source(id) => {
                let mut tables = self.tables.borrow_mut();
                tables
                    .entry(*id)
                    .or_insert_with(|| path(catalogue, subject))
                    .clone()?
            }
            _ => path(catalogue, subject)?,
        };
        // The map is no page of the archive: it is always there.
        if matches!(subject, Subject::Map(_)) {
            return Some(path);
        }
        let mut asked = self.asked.borrow_mut();
        match asked.of.get(&path) {
            Some(Subject::Search(other)) => {
                let same = matches!(subject, Subject::Search(text) if text == other);
                return same.then_some(path);
            }
            Some(_) => return Some(path),
            None => {}
        }
        asked.of.insert(path.clone(), subject.clone());
        asked.queue.push_back(subject.clone());
        Some(path)
    }

    /// The page of a subject; of a list all of its pages.
    fn sheets(&self, subject: &Subject) -> Result<Vec<Sheet>, RenewError> {
        let Some(path) = path(self.archive.catalogue(), subject) else {
            return Ok(Vec::new());
        };
        if let Subject::Search(text) = subject {
            return Ok(lists::found(self.archive, path, text, self.lang));
        }
        let page = self.archive.page(subject, self.lang, self.today);
        let page = page.map_err(RenewError::Archive)?;
        let sheet = |page: Page| Sheet {
            crumbs: own::crumbs(self.archive, subject, &page, self.lang),
            after: outside(&page),
            page: tied(page, subject, self.lang),
            ..Sheet::new(path)
        };
        Ok(page.map(sheet).into_iter().collect())
    }

    fn put(&self, sheet: &Sheet, count: &mut Count) -> Result<(), RenewError> {
        let from = sheet.path.as_str();
        let to = |subject: &Subject| {
            let path = self.ask(subject)?;
            (path != from).then(|| super::way::way(from, &path))
        };
        let ties = Ties {
            to: &to,
            terms: &self.terms,
        };
        let html = self.frame.html(sheet, &sheet.page.html_among(&ties));
        self.files
            .page(&format!("{}{from}", root(self.lang)), &html, count)
    }
}

/// A page as the site has it: what another page has whole is cut short, and what every page leads to
/// is not told again.
fn tied(mut page: Page, subject: &Subject, lang: Lang) -> Page {
    if *subject == Subject::Data {
        page.title = format!("{}: {}", lang.say(w::SCREEN_DATA_TITLE), page.title);
    }
    let to = |block: &Block, is: fn(&Subject) -> bool| matches!(block, Block::Link(link) if is(&link.to));
    let links = page.parts.iter_mut().find(|part| part.id == PartId::Links);
    // The first way to a search is the one to all projects of the page.
    let whole = links.and_then(|links| {
        links.blocks.retain(|block| !to(block, |it| *it == Subject::Data));
        let is_all = |block: &Block| to(block, |it| matches!(it, Subject::Search(_)));
        let at = links.blocks.iter().position(is_all)?;
        Some(links.blocks.remove(at))
    });
    for part in &mut page.parts {
        match part.id {
            PartId::All if part.blocks.len() > MOST_ROWS => {
                part.blocks.truncate(MOST_ROWS);
                part.blocks.extend(whole.clone());
            }
            // The page of the measure has the rest.
            PartId::General => part.blocks.truncate(1),
            _ => {}
        }
        let Some(Block::Table(table)) = part.blocks.last_mut() else {
            continue;
        };
        let more = table.rows.len().saturating_sub(MOST_CELLS);
        table.rows.truncate(MOST_CELLS);
        part.blocks
            .extend((more > 0).then_some(Block::Note(Note::MoreRows(more))));
    }
    page
}

/// The way to the page of others on the same subject.
fn outside(page: &Page) -> String {
    let Some(address) = page.address.as_deref() else {
        return String::new();
    };
    let name = address.trim_start_matches("https://").split('/').next();
    let values = [("site", name.unwrap_or_default())];
    let text = page.lang.fill(w::SITE_OUTSIDE, &values);
    format!("<p><a href=\"{}\">{}</a></p>\n", escaped(address), escaped(&text))
}
