//! Cells that hold something which nobody can read, and that no missing answer tells of: a tender's
//! price, a day of a phase.

use super::claim::{Cite, Claim};
use super::facts::{Facts, cite};
use super::gaps;
use super::tender::PUBLISHED;
use crate::lang::{Word, w};

/// What kind of thing cannot be read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Value,
    Date,
    Cig,
}

/// For each field its part of the data, its kind, and the columns that it may stand in.
const FIELDS: &[(&str, Word, What, &[&str])] = &[
    (
        "tender.base",
        w::SAY_UNREAD_TENDER,
        What::Value,
        &["Importo Complessivo Gara", "Importo Base d'Asta CIG"],
    ),
    (
        "tender.award",
        w::SAY_UNREAD_TENDER,
        What::Value,
        &["Importo Aggiudicazione"],
    ),
    ("tender.published", w::SAY_UNREAD_TENDER, What::Date, &PUBLISHED),
    (
        "tender.awarded",
        w::SAY_UNREAD_TENDER,
        What::Date,
        &["Data Aggiudicazione Definitiva"],
    ),
    ("tender.cig", w::SAY_UNREAD_TENDER, What::Cig, &["CIG"]),
    (
        "tender.framework_cig",
        w::SAY_UNREAD_TENDER,
        What::Cig,
        &["CIG Accordo Quadro"],
    ),
    (
        "target.planned",
        w::SAY_UNREAD_TARGET,
        What::Value,
        &["Valore Programmato"],
    ),
    (
        "target.achieved",
        w::SAY_UNREAD_TARGET,
        What::Value,
        &["Valore Realizzato"],
    ),
    ("target.year", w::SAY_UNREAD_TARGET, What::Date, &["Anno"]),
    ("target.month", w::SAY_UNREAD_TARGET, What::Date, &["Mese"]),
    (
        "phase.start_planned",
        w::SAY_UNREAD_PHASE,
        What::Date,
        &["Data Inizio Prevista"],
    ),
    (
        "phase.start_actual",
        w::SAY_UNREAD_PHASE,
        What::Date,
        &["Data Inizio Effettiva"],
    ),
    (
        "phase.end_planned",
        w::SAY_UNREAD_PHASE,
        What::Date,
        &["Data Fine Prevista"],
    ),
    (
        "phase.end_actual",
        w::SAY_UNREAD_PHASE,
        What::Date,
        &["Data Fine Effettiva"],
    ),
    (
        "place.share",
        w::SAY_UNREAD_PLACE,
        What::Value,
        &["Percentuale di Localizzazione"],
    ),
    (
        "candidature.amount",
        w::SAY_UNREAD_CANDIDATURE,
        What::Value,
        &["importo_finanziamento"],
    ),
    (
        "candidature.sent",
        w::SAY_UNREAD_CANDIDATURE,
        What::Date,
        &["data_invio_candidatura"],
    ),
    (
        "candidature.funded",
        w::SAY_UNREAD_CANDIDATURE,
        What::Date,
        &["data_finanziamento"],
    ),
    (
        "candidature.status_date",
        w::SAY_UNREAD_CANDIDATURE,
        What::Date,
        &["data_stato_candidatura"],
    ),
    (
        "date.start_planned",
        w::SAY_UNREAD_PROJECT,
        What::Date,
        &["Data Inizio Progetto Prevista"],
    ),
    (
        "date.start_actual",
        w::SAY_UNREAD_PROJECT,
        What::Date,
        &["Data Inizio Progetto Effettiva"],
    ),
    (
        "date.end_planned",
        w::SAY_UNREAD_PROJECT,
        What::Date,
        &["Data Fine Progetto Prevista"],
    ),
    (
        "date.end_actual",
        w::SAY_UNREAD_PROJECT,
        What::Date,
        &["Data Fine Progetto Effettiva"],
    ),
    (
        "date.last_validation",
        w::SAY_UNREAD_PROJECT,
        What::Date,
        &["Data Ultima Validazione"],
    ),
];

/// The official column of a field.
pub(super) fn column(field: &str) -> Option<&'static str> {
    let known = FIELDS.iter().find(|(own, ..)| *own == field);
    known.and_then(|(.., columns)| columns.first().copied())
}

/// What stands in a cited cell that nobody can read, where it is kept.
pub(super) fn value(f: &Facts<'_>, cite: &Cite) -> Option<String> {
    let stands = |field: &str| {
        let known = FIELDS.iter().find(|(own, ..)| *own == field);
        known.is_some_and(|(.., columns)| columns.contains(&cite.column))
    };
    let mut unread = f.project.unread.iter();
    let own = unread.find(|unread| unread.source == cite.source && stands(&unread.field));
    own?.value.clone()
}

/// One sentence for each part of the data and kind of thing.
pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    let mut out: Vec<Claim> = Vec::new();
    for unread in f.project.unread.iter().filter(|u| !gaps::tells(f, &u.field)) {
        let source = f.catalogue.source(unread.source);
        let known = FIELDS.iter().find(|(field, ..)| *field == unread.field);
        let (part, what, columns) = match (known, unread.field.split_once('.')) {
            (Some((_, part, what, columns)), _) => (*part, *what, *columns),
            (None, Some(("funding", _))) => (w::SAY_UNREAD_FUNDING, What::Value, &[][..]),
            (None, Some(("payment", _))) => (w::SAY_UNREAD_PAYMENT, What::Value, &[][..]),
            (None, _) => continue,
        };
        let column = columns.iter().find(|c| source.is_some_and(|s| s.has_column(c)));
        let word = match what {
            What::Value => w::SAY_UNREAD_VALUE,
            What::Date => w::SAY_UNREAD_DATE,
            What::Cig => w::SAY_UNREAD_CIG,
        };
        let cites = vec![cite(unread.source, column.copied().unwrap_or("CUP"))];
        let claim = f.observed(word, &[("part", f.lang.say(part))], cites);
        if !out.iter().any(|known| known.text == claim.text) {
            out.push(claim);
        }
    }
    out
}
