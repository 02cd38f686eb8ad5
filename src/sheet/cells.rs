//! One project as a row of CSV, with the fields of its JSON: in the list of `cerca` and in `esporta`.

use super::csv::Cell;
use super::json::places;
use crate::lang::Lang;
use crate::model::Brief;
use crate::snapshot::Catalogue;
use crate::title;

/// The columns of the CSV, in order; several places are separated by `|`.
pub const COLUMNS: &[&str] = &[
    "id",
    "cup",
    "local_code",
    "submeasure",
    "title",
    "official_title",
    "istat",
    "comune",
    "province",
    "body",
    "total_eur",
    "pnrr_eur",
    "paid_eur",
    "status",
    "shared",
    "national",
];

/// The row as the cells of [`COLUMNS`].
pub fn as_cells(catalogue: &Catalogue, brief: &Brief, lang: Lang) -> Vec<Cell> {
    let places = places(catalogue, brief);
    let each = |field: &str| {
        let values: Vec<&str> = places
            .iter()
            .map(|p| p[field].as_str().unwrap_or_default())
            .collect();
        values.join("|")
    };
    let measure = catalogue.measure_of(brief);
    let body = catalogue.body_of(brief);
    vec![
        Cell::Code(brief.id.to_string()),
        Cell::Code(brief.cup.to_string()),
        Cell::Code(brief.local_code.to_string()),
        Cell::Code(measure.map(|m| m.code.to_string()).unwrap_or_default()),
        Cell::Text(title::compose(catalogue, brief, lang)),
        Cell::Text(brief.official_title.as_deref().unwrap_or_default().to_owned()),
        Cell::Code(each("istat")),
        Cell::Text(each("comune")),
        Cell::Text(each("province")),
        Cell::Text(body.map(|b| b.name.clone()).unwrap_or_default()),
        Cell::Money(brief.total),
        Cell::Money(brief.pnrr),
        Cell::Money(brief.paid),
        Cell::Text(brief.status.code().to_owned()),
        Cell::Text(brief.is_shared().to_string()),
        Cell::Text(brief.is_national().to_string()),
    ]
}
