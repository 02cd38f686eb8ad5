//! The texts in which "exact words" are looked for.

use crate::lang::Lang;
use crate::model::Brief;
use crate::snapshot::Catalogue;
use crate::text::fold::fold_into;
use crate::title;
use std::sync::OnceLock;

/// The folded texts of each row, made when a phrase is first looked for in it.
#[derive(Debug, Default)]
pub(super) struct Texts(Vec<OnceLock<Box<str>>>);

impl Texts {
    /// Of so many rows.
    pub fn of(rows: usize) -> Texts {
        let mut out = Texts::default();
        out.0.resize_with(rows, OnceLock::new);
        out
    }

    /// The texts of a row, or those that `make` makes.
    pub fn row(&self, row: usize, make: impl FnOnce() -> String) -> &str {
        let cell = self.0.get(row);
        cell.map_or("", |cell| cell.get_or_init(|| make().into_boxed_str()))
    }
}

/// Titles in both languages, site, official title, addresses.
pub(super) fn of_project(catalogue: &Catalogue, brief: &Brief) -> String {
    let (mut out, mut folded) = (String::new(), String::new());
    let titles = Lang::ALL.map(|lang| title::compose(catalogue, brief, lang));
    let own = [brief.site.as_deref(), brief.official_title.as_deref()];
    let addresses = brief.places.iter().filter_map(|p| p.address.as_deref());
    let texts = titles.iter().map(String::as_str);
    for text in texts.chain(own.into_iter().flatten()).chain(addresses) {
        fold_into(text, &mut folded);
        out.push(' ');
        out.push_str(&folded);
        out.push_str(" \n");
    }
    out
}
