//! The main job: a field, the projects that match as one types, filters, and the explanation of
//! the selected project beside them where the width allows.

pub mod layout;
pub mod update;
pub mod view;

use crate::lang::Lang;
use crate::model::ProjectId;
use crate::tui::backend::{Answer, Ask, FacetValue, Row, Sheet, Sort};
use crate::tui::field::Field;
use std::sync::Arc;

/// Rows that are asked for at first; more are asked for when the selection comes near the end.
pub const FIRST_ROWS: usize = 200;

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
    pub asked: Option<(ProjectId, Lang)>,
    pub sheet: Option<(ProjectId, Arc<Sheet>)>,
    pub scroll: usize,
}

impl Search {
    pub fn new(text: &str) -> Search {
        let mut search = Search {
            limit: FIRST_ROWS,
            ..Search::default()
        };
        search.field.set(text);
        search
    }

    pub fn rows(&self) -> &[Row] {
        self.answer.as_ref().map_or(&[], |(_, answer)| &answer.rows)
    }

    pub fn selected_row(&self) -> Option<&Row> {
        self.rows().get(self.selected)
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
                out.push(FilterLine::Value {
                    index,
                    value,
                    on: self.has_filter(&value.token),
                });
                index += 1;
            }
        }
        out
    }

    pub fn filters(&self) -> impl Iterator<Item = &FacetValue> {
        self.answer
            .iter()
            .flat_map(|(_, a)| &a.facets)
            .flat_map(|f| &f.values)
    }

    fn has_filter(&self, token: &str) -> bool {
        find_token(self.field.text(), token).is_some()
    }

    /// Writes a filter into the field, or takes it out.
    pub fn toggle_filter(&mut self, token: &str) {
        let text = self.field.text().trim();
        let new = match find_token(text, token) {
            Some(at) => {
                let (before, after) = (&text[..at], &text[at + token.len()..]);
                format!("{} {}", before.trim_end(), after.trim_start())
            }
            None => format!("{text} {token}"),
        };
        self.field.set(new.trim());
    }
}

#[derive(Clone, Copy, Debug)]
pub enum FilterLine<'a> {
    Name(&'a str),
    Value {
        index: usize,
        value: &'a FacetValue,
        on: bool,
    },
}

/// Where a filter stands in typed text, as a word of its own.
fn find_token(text: &str, token: &str) -> Option<usize> {
    let free = |edge: Option<char>| edge.is_none_or(char::is_whitespace);
    text.match_indices(token)
        .find(|(at, _)| {
            free(text[..*at].chars().next_back()) && free(text[at + token.len()..].chars().next())
        })
        .map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_typed_text() {
        let mut search = Search::new("asilo");
        search.toggle_filter("comune:\"San Miniato\"");
        search.toggle_filter("stato:concluso");
        assert_eq!(search.field.text(), "asilo comune:\"San Miniato\" stato:concluso");
        search.toggle_filter("comune:\"San Miniato\"");
        assert_eq!(search.field.text(), "asilo stato:concluso");
        search.toggle_filter("stato:concluso");
        assert_eq!(search.field.text(), "asilo");
    }

    #[test]
    fn a_filter_is_a_whole_word() {
        assert_eq!(find_token("comune:prato2", "comune:prato"), None);
        assert_eq!(find_token("x comune:prato", "comune:prato"), Some(2));
    }
}
