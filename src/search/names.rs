//! Names of places in the order in which a filter looks them up.

use crate::model::ComuneCode;
use crate::snapshot::Catalogue;
use crate::text::fold::fold;

/// Names that a filter may give, folded and sorted, each with its code and the name as written.
pub(super) type Names<C> = Vec<(String, C, String)>;

/// Sorts names by their folded form.
pub(super) fn names<'a, C>(all: impl Iterator<Item = (C, &'a str)>) -> Names<C> {
    let mut out: Names<C> = all
        .map(|(code, name)| (fold(name), code, name.to_owned()))
        .collect();
    out.sort_by(|a, b| a.0.cmp(&b.0));
    out
}

/// The names of all comuni of the catalogue, for `Index::comune_names`.
pub(super) fn comune_names(catalogue: &Catalogue) -> Names<ComuneCode> {
    names(catalogue.comuni.values().map(|c| (c.code, c.name.as_str())))
}
