//! The rows of a list of projects: amount and status first, then the title; where two have one
//! title, the code that tells them apart.

use crate::explain::in_list;
use crate::lang::{Lang, w};
use crate::model::{Brief, ComuneCode};
use crate::snapshot::Catalogue;
use crate::text::fold::fold;
use crate::title;
use std::collections::HashMap;

/// What a list says of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListRow {
    /// Amount and status, as far as they are known.
    pub facts: Vec<String>,
    pub title: String,
    /// Where it is, when the title does not say it.
    pub place: Option<String>,
    /// "CUP …", when another row has the same title.
    pub apart: Option<String>,
}

impl ListRow {
    /// "2 mln € · in corso: Asilo nido a Seravezza".
    pub fn line(&self) -> String {
        let title = match &self.apart {
            Some(apart) => format!("{} ({apart})", self.title),
            None => self.title.clone(),
        };
        format!("{}: {title}", self.facts.join(" · "))
    }
}

/// The rows of some projects, in their order.
pub fn list_rows<'a>(
    catalogue: &Catalogue,
    briefs: impl IntoIterator<Item = &'a Brief>,
    lang: Lang,
) -> Vec<ListRow> {
    let titled = briefs.into_iter().map(|brief| {
        let title = title::compose(catalogue, brief, lang);
        (brief, title)
    });
    let titled: Vec<(&Brief, String)> = titled.collect();
    let mut same: HashMap<String, usize> = HashMap::new();
    for (_, title) in &titled {
        *same.entry(title.clone()).or_default() += 1;
    }
    let row = |(brief, title): (&Brief, String)| ListRow {
        facts: in_list(brief, lang),
        place: place_beside(catalogue, brief, &title, lang),
        apart: (same.get(&title).copied() > Some(1)).then(|| code(brief, lang)),
        title,
    };
    titled.into_iter().map(row).collect()
}

/// The code that a person can show: the CUP, else ours.
fn code(brief: &Brief, lang: Lang) -> String {
    match &*brief.cup {
        "" => lang.fill(w::LINE_CODE, &[("code", brief.id.as_str())]),
        cup => format!("CUP {cup}"),
    }
}

/// Where a project is, "Prato (PO)", unless its title names the comune already.
fn place_beside(catalogue: &Catalogue, brief: &Brief, title: &str, lang: Lang) -> Option<String> {
    let mut comuni: Vec<ComuneCode> = brief.places.iter().filter_map(|p| p.comune).collect();
    comuni.dedup();
    let title = fold(title);
    let [one] = comuni.as_slice() else {
        let place = title::whereabouts(catalogue, brief, lang)?;
        return (!title.contains(&fold(&place))).then_some(place);
    };
    let comune = catalogue.comuni.get(one)?;
    if title.contains(&fold(&comune.name)) {
        return None;
    }
    Some(match catalogue.provinces.get(&comune.province) {
        Some(province) => format!("{} ({})", comune.name, province.sigla),
        None => comune.name.clone(),
    })
}

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
