//! The texts in which "exact words" are looked for.

use crate::lang::Lang;
use crate::snapshot::Catalogue;
use crate::text::fold::fold_into;
use crate::title;

/// The folded texts of each row: titles in both languages, site, official title, addresses. They
/// are made when a phrase is first asked for, or by `Index::warm`.
#[derive(Debug, Default)]
pub(super) struct Texts {
    arena: String,
    ends: Vec<usize>,
}

impl Texts {
    /// Of the projects of a catalogue in this order.
    pub fn new(catalogue: &Catalogue, projects: &[u32]) -> Texts {
        let mut out = Texts::default();
        let mut folded = String::new();
        for project in projects {
            if let Some(brief) = catalogue.projects.get(*project as usize) {
                let titles = Lang::ALL.map(|lang| title::compose(catalogue, brief, lang));
                let own = [brief.site.as_deref(), brief.official_title.as_deref()];
                let addresses = brief.places.iter().filter_map(|p| p.address.as_deref());
                let texts = titles.iter().map(String::as_str);
                for text in texts.chain(own.into_iter().flatten()).chain(addresses) {
                    fold_into(text, &mut folded);
                    out.arena.push(' ');
                    out.arena.push_str(&folded);
                    out.arena.push_str(" \n");
                }
            }
            out.ends.push(out.arena.len());
        }
        out.arena.shrink_to_fit();
        out
    }

    /// The texts of a row.
    pub fn row(&self, row: usize) -> &str {
        let start = if row == 0 { 0 } else { self.ends[row - 1] };
        &self.arena[start..self.ends[row]]
    }
}
