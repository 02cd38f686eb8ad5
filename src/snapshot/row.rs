//! Reading columns as the types of the model.

use crate::model::{Cents, ProjectId, SourceId};
use jiff::civil::Date;
use rusqlite::{Result, Row};

/// Typed columns of a row, by number.
pub(super) trait Columns {
    fn text(&self, i: usize) -> Result<String>;
    fn maybe_text(&self, i: usize) -> Result<Option<String>>;
    fn maybe_cents(&self, i: usize) -> Result<Option<Cents>>;
    fn maybe_date(&self, i: usize) -> Result<Option<Date>>;
    fn source(&self, i: usize) -> Result<SourceId>;
    fn project(&self, i: usize) -> Result<ProjectId>;
}

impl Columns for Row<'_> {
    fn text(&self, i: usize) -> Result<String> {
        self.get(i)
    }

    fn maybe_text(&self, i: usize) -> Result<Option<String>> {
        self.get(i)
    }

    fn maybe_cents(&self, i: usize) -> Result<Option<Cents>> {
        Ok(self.get::<_, Option<i64>>(i)?.map(Cents))
    }

    fn maybe_date(&self, i: usize) -> Result<Option<Date>> {
        let text = self.get_ref(i)?.as_str_or_null()?;
        Ok(text.and_then(|t| t.parse().ok()))
    }

    fn source(&self, i: usize) -> Result<SourceId> {
        self.get(i).map(SourceId)
    }

    fn project(&self, i: usize) -> Result<ProjectId> {
        let text = self.get_ref(i)?.as_str_or_null()?.unwrap_or_default();
        ProjectId::parse(text).ok_or(rusqlite::Error::InvalidQuery)
    }
}
