//! The main job: a field, the projects that match as one types, filters, and the explanation of
//! the selected project beside them where the width allows.

pub mod layout;
pub mod update;
pub mod view;

use crate::app::{Answer, Ask, FacetValue, Leads, Meant, Row, part_of};
use crate::lang::Lang;
use crate::search::Sort;
use crate::sheet::{Page, PartId, Subject, Way, corrected};
use crate::tui::field::Field;
use std::sync::Arc;

/// Rows that are asked for at first; more are asked for when the selection comes near the end.
pub const FIRST_ROWS: usize = 60;

#[derive(Clone, Debug, Default)]
pub struct Search {
    pub field: Field,
    pub sort: Sort,
    pub limit: usize,
    pub focus: Focus,
    /// The generation and the text of the last question.
    pub asked: Option<(u64, Ask)>,
    /// The last answer and the question that it answers.
    pub answer: Option<(Ask, Arc<Answer>)>,
    pub selected: usize,
    pub scroll: usize,
    /// Enter was pressed before the answer came: it opens the first project.
    pub open_first: bool,
    /// End was pressed before all lines were there: the last one is selected.
    pub to_end: bool,
    /// Selected line among the values of all filters.
    pub filter: usize,
    pub filter_scroll: usize,
    pub preview: Preview,
}

/// What has the arrows. Letters always go to the field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    #[default]
    Results,
    Filters,
    Preview,
}

/// The sheet beside the results.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    pub asked: Option<(Subject, Lang)>,
    pub page: Option<(Subject, Arc<Page>)>,
    pub scroll: usize,
}

impl Preview {
    /// A page has come: it is kept if it was asked for last.
    pub fn arrived(&mut self, subject: &Subject, lang: Lang, page: &Result<Arc<Page>, String>) {
        if let Ok(page) = page
            && self.asked == Some((subject.clone(), lang))
        {
            self.page = Some((subject.clone(), Arc::clone(page)));
        }
    }
}

impl Search {
    /// A search with a text in its field.
    pub fn new(text: &str) -> Search {
        let mut search = Search {
            limit: FIRST_ROWS,
            ..Search::default()
        };
        search.field.set(text);
        search
    }

    /// The projects that were found.
    pub fn rows(&self) -> &[Row] {
        self.answer.as_ref().map_or(&[], |(_, answer)| &answer.rows)
    }

    /// What is meant beside projects: it stands above them.
    pub fn meant(&self) -> &[Meant] {
        self.answer.as_ref().map_or(&[], |(_, answer)| &answer.meant)
    }

    /// All lines that there are, also those that are still to be asked for.
    pub fn all(&self) -> usize {
        let lines = self.answer.as_ref().map_or(0, |(_, answer)| answer.lines);
        (lines + self.meant().len()).max(self.choices())
    }

    /// Whether there is nothing to choose from but ways out.
    pub fn is_bare(&self) -> bool {
        self.rows().is_empty() && self.meant().is_empty()
    }

    /// The selected project.
    pub fn selected_row(&self) -> Option<&Row> {
        self.rows().get(self.selected.checked_sub(self.meant().len())?)
    }

    /// What is said below the totals, and whether it is of something wrong: what was understood
    /// otherwise, else the first hint; where only what nearly matches was found it takes their place.
    pub fn said(&self) -> Option<(String, bool)> {
        let (ask, answer) = self.answer.as_ref()?;
        let hint = answer.hints.first().filter(|_| !answer.rows.is_empty());
        if answer.corrected.is_empty() {
            return hint.map(|hint| (hint.text.clone(), hint.to.is_some()));
        }
        let note = hint.filter(|_| answer.near > 0).map(|note| note.text.clone());
        let words = std::iter::once(corrected(&answer.corrected, ask.lang)).chain(note);
        Some((words.collect::<Vec<_>>().join(" "), false))
    }

    /// Whether no project matches, and some nearly do.
    pub fn nearly(&self) -> bool {
        self.nothing() && !self.rows().is_empty()
    }

    /// What stands beside the results, and the part of it that is asked for: the selected project,
    /// or the page of what is meant.
    pub fn beside(&self) -> Option<(Subject, Option<PartId>)> {
        if let Some(row) = self.selected_row() {
            return Some((Subject::Project(row.id), self.asked_part()));
        }
        match &self.meant().get(self.selected)?.to {
            Some(Leads::Page(Subject::Search(_) | Subject::Map(_), _)) => None,
            Some(Leads::Page(page, part)) => Some((page.clone(), *part)),
            _ => None,
        }
    }

    /// The page of what stands beside the results, once it is there.
    pub fn page_beside(&self) -> Option<&Page> {
        let (subject, _) = self.beside()?;
        let page = self.preview.page.as_ref();
        page.filter(|(own, _)| *own == subject).map(|(_, page)| &**page)
    }

    /// The part that answers what is asked of the projects.
    pub fn asked_part(&self) -> Option<PartId> {
        let question = self.answer.as_ref()?.1.question?;
        Some(part_of(question))
    }

    /// Whether the rows at hand answer what is typed now.
    pub fn is_fresh(&self) -> bool {
        match (&self.asked, &self.answer) {
            (Some((_, asked)), Some((answered, _))) => asked == answered && asked.text == self.field.text(),
            _ => false,
        }
    }

    /// The filters as lines: a name, then its values.
    pub fn filter_lines(&self) -> Vec<FilterLine<'_>> {
        let mut out = Vec::new();
        let facets = self.answer.iter().flat_map(|(_, answer)| &answer.facets);
        let mut index = 0;
        for facet in facets.filter(|f| !f.values.is_empty()) {
            out.push(FilterLine::Name(&facet.name));
            for value in &facet.values {
                out.push(FilterLine::Value { index, value });
                index += 1;
            }
        }
        out
    }

    /// The values of all filters.
    pub fn filters(&self) -> impl Iterator<Item = &FacetValue> {
        self.answer
            .iter()
            .flat_map(|(_, a)| &a.facets)
            .flat_map(|f| &f.values)
    }

    /// Hints that can be followed; they follow the results where none matches.
    pub fn leads(&self) -> impl Iterator<Item = (&Way, &Subject)> {
        let hints = self.answer.iter().flat_map(|(_, answer)| &answer.hints);
        hints.filter_map(|way| Some((way, way.to.as_ref()?)))
    }

    /// Whether no project matches: the ways out then follow those that nearly do, if any.
    pub fn nothing(&self) -> bool {
        self.answer.as_ref().is_some_and(|(_, answer)| answer.total == 0)
    }

    /// The way out with this number among all that the arrows walk.
    pub fn lead(&self, index: usize) -> Option<(&Way, &Subject)> {
        let own = index.checked_sub(self.meant().len() + self.rows().len())?;
        self.leads().nth(own).filter(|_| self.nothing())
    }

    /// What the arrows walk: results, then ways out where nothing matches.
    pub fn choices(&self) -> usize {
        let leads = if self.nothing() { self.leads().count() } else { 0 };
        self.meant().len() + self.rows().len() + leads
    }
}

#[derive(Clone, Copy, Debug)]
pub enum FilterLine<'a> {
    Name(&'a str),
    /// Counted through all filters.
    Value {
        index: usize,
        value: &'a FacetValue,
    },
}

impl FilterLine<'_> {
    /// Its place among the values.
    pub fn value(&self) -> Option<usize> {
        match self {
            FilterLine::Value { index, .. } => Some(*index),
            FilterLine::Name(_) => None,
        }
    }
}
