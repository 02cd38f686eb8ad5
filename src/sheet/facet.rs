//! The filters of a search, their values and the status of a project, in words: the full screen
//! and the simple mode say the same.

use crate::explain::{mission_name, status_word};
use crate::lang::{Lang, Word, w};
use crate::search::{AmountBand, BodyKind, FacetKind, Sort, Value};
use crate::snapshot::Catalogue;
use crate::title;

/// The filters in the order in which people use them.
pub const FACETS: &[FacetKind] = &[
    FacetKind::Comune,
    FacetKind::Status,
    FacetKind::Amount,
    FacetKind::BodyKind,
    FacetKind::Mission,
    FacetKind::Measure,
    FacetKind::Province,
];

/// The name of a filter.
pub fn facet_word(kind: FacetKind) -> Word {
    match kind {
        FacetKind::Comune => w::SCREEN_SEARCH_FACET_COMUNE,
        FacetKind::Province => w::SCREEN_SEARCH_FACET_PROVINCE,
        FacetKind::Mission => w::SCREEN_SEARCH_FACET_MISSION,
        FacetKind::Measure => w::SCREEN_SEARCH_FACET_MEASURE,
        FacetKind::Status => w::SCREEN_SEARCH_FACET_STATUS,
        FacetKind::BodyKind => w::SCREEN_SEARCH_FACET_BODY,
        FacetKind::Amount => w::SCREEN_SEARCH_FACET_AMOUNT,
    }
}

/// A value of a filter, for people; where it is `spoken`, without signs that a voice would not say.
pub fn facet_value(catalogue: &Catalogue, value: &Value, spoken: bool, lang: Lang) -> String {
    match value {
        Value::Comune(code) => catalogue.comune_name(*code).unwrap_or(code.as_str()).to_owned(),
        Value::Province(code) => {
            let province = catalogue.provinces.get(code);
            province.map_or_else(|| code.to_string(), |p| p.name.clone())
        }
        Value::Mission(mission) => mission_name(mission, lang),
        Value::Measure(index) => {
            let measure = catalogue.measures.get(usize::from(*index));
            measure.map_or_else(String::new, |m| title::measure_name(m, lang).to_owned())
        }
        Value::Status(status) => lang.say(status_word(*status)).to_owned(),
        Value::Kind(kind) => lang.say(body_kind(*kind)).to_owned(),
        Value::Band(band) => lang.say(amount(*band)[usize::from(spoken)]).to_owned(),
    }
}

/// The name of a kind of body.
pub fn body_kind(kind: BodyKind) -> Word {
    match kind {
        BodyKind::Comune => w::SCREEN_SEARCH_BODY_COMUNE,
        BodyKind::Provincia => w::SCREEN_SEARCH_BODY_PROVINCIA,
        BodyKind::Regione => w::SCREEN_SEARCH_BODY_REGIONE,
        BodyKind::Health => w::SCREEN_SEARCH_BODY_HEALTH,
        BodyKind::School => w::SCREEN_SEARCH_BODY_SCHOOL,
        BodyKind::University => w::SCREEN_SEARCH_BODY_UNIVERSITY,
        BodyKind::Ministry => w::SCREEN_SEARCH_BODY_MINISTRY,
        BodyKind::Company => w::SCREEN_SEARCH_BODY_COMPANY,
        BodyKind::Other => w::SCREEN_SEARCH_BODY_OTHER,
    }
}

/// A band of amounts as it is written, and as it is spoken.
fn amount(band: AmountBand) -> [Word; 2] {
    match band {
        AmountBand::Unpublished => [w::SCREEN_SEARCH_AMOUNT_NONE, w::LINEAR_AMOUNT_NONE],
        AmountBand::UpTo50k => [w::SCREEN_SEARCH_AMOUNT_TO_50K, w::LINEAR_AMOUNT_TO_50K],
        AmountBand::UpTo200k => [w::SCREEN_SEARCH_AMOUNT_TO_200K, w::LINEAR_AMOUNT_TO_200K],
        AmountBand::UpTo1M => [w::SCREEN_SEARCH_AMOUNT_TO_1M, w::LINEAR_AMOUNT_TO_1M],
        AmountBand::UpTo5M => [w::SCREEN_SEARCH_AMOUNT_TO_5M, w::LINEAR_AMOUNT_TO_5M],
        AmountBand::Over5M => [w::SCREEN_SEARCH_AMOUNT_OVER_5M, w::LINEAR_AMOUNT_OVER_5M],
    }
}

/// The name of an order of results.
pub fn sort_word(sort: Sort) -> Word {
    match sort {
        Sort::Relevance => w::SCREEN_SEARCH_SORT_RELEVANCE,
        Sort::Amount => w::SCREEN_SEARCH_SORT_AMOUNT,
        Sort::SharePaid => w::SCREEN_SEARCH_SORT_PAID,
        Sort::EndDate => w::SCREEN_SEARCH_SORT_END,
        Sort::Name => w::SCREEN_SEARCH_SORT_NAME,
    }
}
