//! The words for filters, their values and places.

use crate::explain::mission_name;
use crate::lang::{Lang, Word, card, w};
use crate::model::{Brief, ComuneCode};
use crate::search::{AmountBand, FacetKind, Value};
use crate::sheet::body_kind;
use crate::snapshot::Catalogue;
use crate::title;
use crate::tui::screen::search::view::status_word;

pub fn facet(kind: FacetKind, lang: Lang) -> &'static str {
    lang.say(match kind {
        FacetKind::Comune => w::SCREEN_SEARCH_FACET_COMUNE,
        FacetKind::Province => w::SCREEN_SEARCH_FACET_PROVINCE,
        FacetKind::Mission => w::SCREEN_SEARCH_FACET_MISSION,
        FacetKind::Measure => w::SCREEN_SEARCH_FACET_MEASURE,
        FacetKind::Status => w::SCREEN_SEARCH_FACET_STATUS,
        FacetKind::BodyKind => w::SCREEN_SEARCH_FACET_BODY,
        FacetKind::Amount => w::SCREEN_SEARCH_FACET_AMOUNT,
    })
}

pub fn value(catalogue: &Catalogue, value: &Value, lang: Lang) -> String {
    match value {
        Value::Comune(code) => comune(catalogue, *code),
        Value::Province(code) => catalogue
            .provinces
            .get(code)
            .map_or_else(|| code.to_string(), |p| p.name.clone()),
        Value::Mission(mission) => mission_name(mission, lang),
        Value::Measure(index) => measure(catalogue, usize::from(*index), lang),
        Value::Status(status) => lang.say(status_word(*status)).to_owned(),
        Value::Kind(kind) => lang.say(body_kind(*kind)).to_owned(),
        Value::Band(band) => lang.say(amount(*band)).to_owned(),
    }
}

/// Our name of a measure, else the official one.
fn measure(catalogue: &Catalogue, index: usize, lang: Lang) -> String {
    let Some(measure) = catalogue.measures.get(index) else {
        return String::new();
    };
    let card = card(measure.code.card_code());
    card.map_or_else(|| measure.name.clone(), |c| c.text(lang).name.to_owned())
}

pub fn comune(catalogue: &Catalogue, code: ComuneCode) -> String {
    catalogue.comune_name(code).unwrap_or(code.as_str()).to_owned()
}

fn amount(band: AmountBand) -> Word {
    match band {
        AmountBand::Unpublished => w::SCREEN_SEARCH_AMOUNT_NONE,
        AmountBand::UpTo50k => w::SCREEN_SEARCH_AMOUNT_TO_50K,
        AmountBand::UpTo200k => w::SCREEN_SEARCH_AMOUNT_TO_200K,
        AmountBand::UpTo1M => w::SCREEN_SEARCH_AMOUNT_TO_1M,
        AmountBand::UpTo5M => w::SCREEN_SEARCH_AMOUNT_TO_5M,
        AmountBand::Over5M => w::SCREEN_SEARCH_AMOUNT_OVER_5M,
    }
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
