//! The words for places in a list.

use crate::lang::Lang;
use crate::model::{Brief, ComuneCode};
use crate::snapshot::Catalogue;
use crate::title;

/// Where a project is, for a list: "Prato (PO)", else as in its title.
pub fn place(catalogue: &Catalogue, brief: &Brief, lang: Lang) -> String {
    let mut comuni: Vec<ComuneCode> = brief.places.iter().filter_map(|p| p.comune).collect();
    comuni.dedup();
    if let [one] = comuni.as_slice()
        && let Some(comune) = catalogue.comuni.get(one)
    {
        return match catalogue.provinces.get(&comune.province) {
            Some(province) => format!("{} ({})", comune.name, province.sigla),
            None => comune.name.clone(),
        };
    }
    title::whereabouts(catalogue, brief, lang).unwrap_or_default()
}
