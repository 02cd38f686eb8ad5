//! One project as a row: the same fields in the list of `cerca` and in `esporta`, as JSON and CSV.

use crate::lang::Lang;
use crate::model::{Brief, Cents};
use crate::sheet::json::places;
use crate::snapshot::Catalogue;
use crate::title;
use serde_json::{Value, json};

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
];

pub fn as_json(catalogue: &Catalogue, brief: &Brief, lang: Lang) -> Value {
    json!({
        "id": brief.id,
        "cup": brief.cup,
        "local_code": brief.local_code,
        "submeasure": catalogue.measure_of(brief).map(|m| m.code.as_str()),
        "title": title::compose(catalogue, brief, lang),
        "official_title": brief.official_title,
        "places": places(catalogue, brief),
        "body": catalogue.body_of(brief).map(|b| &b.name),
        "total_eur": brief.total,
        "pnrr_eur": brief.pnrr,
        "paid_eur": brief.paid,
        "status": brief.status,
        "shared": brief.shared,
    })
}

pub fn as_csv(catalogue: &Catalogue, brief: &Brief, lang: Lang) -> Vec<String> {
    let money = |cents: Option<Cents>| cents.map(|c| c.to_string()).unwrap_or_default();
    let places = places(catalogue, brief);
    let each = |field: &str| {
        let values: Vec<&str> = places
            .iter()
            .map(|p| p[field].as_str().unwrap_or_default())
            .collect();
        values.join("|")
    };
    vec![
        brief.id.to_string(),
        brief.cup.to_string(),
        brief.local_code.to_string(),
        catalogue
            .measure_of(brief)
            .map(|m| m.code.to_string())
            .unwrap_or_default(),
        title::compose(catalogue, brief, lang),
        brief.official_title.as_deref().unwrap_or_default().to_owned(),
        each("istat"),
        each("comune"),
        each("province"),
        catalogue
            .body_of(brief)
            .map(|b| b.name.clone())
            .unwrap_or_default(),
        money(brief.total),
        money(brief.pnrr),
        money(brief.paid),
        brief.status.code().to_owned(),
        brief.shared.to_string(),
    ]
}

/// A CSV writer whose lines go to `out`.
pub fn write_csv(
    catalogue: &Catalogue,
    briefs: impl Iterator<Item = impl std::ops::Deref<Target = Brief>>,
    lang: Lang,
    out: &mut super::out::Out,
) {
    let mut line = |fields: &[String]| {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let written = writer.write_record(fields.iter().map(|f| super::out::tame(f).into_owned()));
        if let (Ok(()), Ok(bytes)) = (written, writer.into_inner()) {
            out.bytes(&bytes);
        }
    };
    line(&COLUMNS.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>());
    for brief in briefs {
        line(&as_csv(catalogue, &brief, lang));
    }
}
