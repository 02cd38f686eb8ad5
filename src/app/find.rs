//! A search: the question for the index, and its results as rows, filters and sentences.

mod facets;

pub use facets::{Facet, FacetValue};

use super::{Archive, Asked, Meant};
use crate::explain::Question;
use crate::lang::Lang;
use crate::model::{Brief, Cents, ComuneCode, ProjectId};
use crate::search::{Hint, Hit, Query, Results, Settings, Sort};
use crate::sheet::{self, Correction, ListRow, Subject, Way, corrections, search_ways};
use crate::snapshot::Catalogue;
use crate::text::clean;
use std::ops::Range;

/// How the words of a search are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Words {
    /// As they are typed: the last one may be unfinished.
    #[default]
    Typing,
    Whole,
    /// Whole, and none is corrected.
    Exact,
}

/// A search as it was typed, filters included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ask {
    pub text: String,
    pub words: Words,
    pub sort: Sort,
    /// Most rows to give back.
    pub limit: usize,
    pub lang: Lang,
    /// The comune whose projects stand first.
    pub home: Option<ComuneCode>,
}

impl Ask {
    /// These words, all of them whole, in the usual order.
    pub fn whole(text: impl Into<String>) -> Ask {
        Ask {
            text: text.into(),
            words: Words::Whole,
            ..Ask::default()
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// What is meant beside projects: it stands above them.
    pub meant: Vec<Meant>,
    /// What is asked of the projects: a page opens there.
    pub question: Option<Question>,
    /// It is a question, a word or a wish: what surely answers it is opened at once.
    pub asks: bool,
    /// What Enter opens, counted through what is meant and the rows.
    pub first: usize,
    pub rows: Vec<Row>,
    /// Rows at the end that only nearly match.
    pub near: usize,
    /// All that match, also those beyond the limit; what is near is not counted.
    pub total: usize,
    /// The lines that they make: alike ones are one.
    pub lines: usize,
    /// Those of the whole nation among them, and those that lie elsewhere too: in no sum.
    pub national: usize,
    pub wider: usize,
    /// Public money set aside for what lies here alone, and paid so far.
    pub funded: Cents,
    pub paid: Cents,
    pub facets: Vec<Facet>,
    /// Words that were understood otherwise than typed.
    pub corrected: Vec<Correction>,
    /// The whole query as it was understood, where words of it were corrected.
    pub query: Option<String>,
    /// Sentences on filters that were read otherwise than typed.
    pub mended: Vec<String>,
    /// A word is in no project: the hints say so.
    pub absent: bool,
    /// Sentences about the query: an unknown filter, a word to drop.
    pub hints: Vec<Way>,
}

/// One project in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub id: ProjectId,
    /// Where it leads: to the project, or to the list of those that it stands for.
    pub to: Subject,
    pub title: String,
    pub place: String,
    /// Amount and status, as far as they are known; of several projects their number and sum.
    pub facts: Vec<String>,
    /// Where it is, when the title does not say it.
    pub beside: Option<String>,
    /// The code, when another row has its title.
    pub apart: Option<String>,
    /// Bytes of the title that match.
    pub matched: Vec<Range<usize>>,
    /// The words that it lacks, as a phrase, where it only nearly matches.
    pub missing: Option<String>,
}

/// Values of a filter that are shown as one types, and those that are listed.
const SHOWN_VALUES: usize = 10;
const ALL_VALUES: usize = 500;

impl Archive {
    /// The answer to a search.
    pub fn find(&self, ask: &Ask) -> Answer {
        let (asked, results) = self.search(ask, true);
        self.answer(ask, &asked, &results)
    }

    /// What a search asks, and what it finds; to `fold` is to have one hit for projects that are
    /// alike.
    pub fn search(&self, ask: &Ask, fold: bool) -> (Asked, Results) {
        let asked = Asked::read(&ask.text, ask.lang);
        let typing = ask.words == Words::Typing;
        let query = match typing {
            true => Query::parse(&asked.text),
            false => Query::whole(&asked.text),
        };
        let settings = Settings {
            sort: ask.sort,
            home: ask.home,
            correct: ask.words != Words::Exact,
            facet_values: if typing { SHOWN_VALUES } else { ALL_VALUES },
            fold,
            lang: ask.lang,
        };
        let results = asked.settle(self.index.search(&query, &settings, ask.limit));
        (asked, results)
    }

    /// What was found, as rows, filters and sentences.
    pub fn answer(&self, ask: &Ask, asked: &Asked, results: &Results) -> Answer {
        let meant = self.meant(asked, results, ask.lang);
        let sure = meant.first().is_some_and(|first| first.sure);
        let question = asked.question.filter(|_| !asked.means);
        let answer = answer(self.catalogue(), results, ask);
        Answer {
            first: if sure || answer.rows.is_empty() {
                0
            } else {
                meant.len()
            },
            meant,
            question,
            asks: question.is_some() || asked.means || asked.wish.is_some(),
            ..answer
        }
    }
}

fn answer(catalogue: &Catalogue, results: &Results, ask: &Ask) -> Answer {
    let brief = |hit: &Hit| catalogue.projects.get(hit.project as usize);
    let found = results.hits.iter().map(|hit| (hit, &[][..]));
    let room = ask.limit.saturating_sub(results.hits.len());
    let near = results.near.hits.iter().take(room);
    let near = near.map(|near| (&near.hit, &near.missing[..]));
    let hits: Vec<(&Hit, &Brief, &[String])> = found
        .chain(near)
        .filter_map(|(hit, missing)| Some((hit, brief(hit)?, missing)))
        .collect();
    let said = sheet::list_rows(catalogue, hits.iter().map(|(_, brief, _)| *brief), ask.lang);
    let rows = hits
        .into_iter()
        .zip(said)
        .map(|((hit, brief, missing), mut said)| {
            if let Some(facts) = sheet::alike(hit, ask.lang) {
                (said.facts, said.apart) = (facts, None);
            }
            Row {
                missing: (!missing.is_empty()).then(|| sheet::missing(missing, ask.lang)),
                to: sheet::hit_subject(hit, &ask.text),
                ..row(catalogue, brief, said, results, ask.lang)
            }
        });
    let rows: Vec<Row> = rows.collect();
    let mended = results.hints.iter().filter_map(|hint| match hint {
        Hint::Notice(notice) if hint.mends() => Some(sheet::search_trouble(&notice.trouble, ask.lang)),
        _ => None,
    });
    Answer {
        near: rows.len().saturating_sub(results.hits.len()),
        rows,
        total: results.totals.found(),
        national: results.totals.national,
        wider: results.totals.wider,
        lines: results.lines,
        funded: results.totals.total,
        paid: results.totals.paid,
        facets: facets::of(catalogue, results, ask.words == Words::Typing, ask.lang),
        corrected: corrections(results, &ask.text),
        query: results.corrected.clone(),
        mended: mended.collect(),
        absent: !results.absent.is_empty(),
        hints: search_ways(catalogue, results, &ask.text, ask.lang),
        ..Answer::default()
    }
}

fn row(catalogue: &Catalogue, brief: &Brief, said: ListRow, results: &Results, lang: Lang) -> Row {
    let title = clean::line(&said.title);
    Row {
        id: brief.id,
        to: Subject::Project(brief.id),
        place: clean::line(&sheet::place(catalogue, brief, lang)),
        facts: said.facts,
        beside: said.place.map(|place| clean::line(&place)),
        apart: said.apart,
        matched: results.highlight.spans(&title),
        missing: None,
        title,
    }
}
