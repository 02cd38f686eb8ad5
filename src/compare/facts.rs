//! What of a project is compared, and what differs.

use crate::model::{AmountKind, Brief, Cents, Fund, ProjectDateKind, Status};
use crate::snapshot::{Catalogue, OpenError, Snapshot};
use crate::text::fold::fold;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What of a project differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    Amount(AmountKind, Fund),
    Status,
    Date(ProjectDateKind),
    Winner,
}

impl Field {
    /// The word that stands for it in JSON and CSV: `funding.total`, `date.end_planned`.
    pub fn code(self) -> String {
        match self {
            Field::Amount(kind, fund) => format!("{}.{}", kind.code(), fund.code()),
            Field::Status => "status".to_owned(),
            Field::Date(kind) => format!("date.{}", kind.code()),
            Field::Winner => "winner".to_owned(),
        }
    }
}

/// A value that differs; nothing where none is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    Amount(AmountKind, Fund, Option<Cents>, Option<Cents>),
    Status(Status, Status),
    Date(ProjectDateKind, Option<Date>, Option<Date>),
    /// A winner of the old archive or of the new one.
    Winner(Option<String>, Option<String>),
}

impl Item {
    /// Which field it is.
    pub fn field(&self) -> Field {
        match self {
            Item::Amount(kind, fund, ..) => Field::Amount(*kind, *fund),
            Item::Status(..) => Field::Status,
            Item::Date(kind, ..) => Field::Date(*kind),
            Item::Winner(..) => Field::Winner,
        }
    }

    /// What stood there and what stands there, as programs read it.
    pub fn values(&self) -> [Option<String>; 2] {
        fn both<T: ToString>(from: &Option<T>, to: &Option<T>) -> [Option<String>; 2] {
            [from.as_ref().map(T::to_string), to.as_ref().map(T::to_string)]
        }
        match self {
            Item::Amount(_, _, from, to) => both(from, to),
            Item::Status(from, to) => [from, to].map(|status| Some(status.code().to_owned())),
            Item::Date(_, from, to) => both(from, to),
            Item::Winner(from, to) => both(from, to),
        }
    }
}

/// The facts of one project.
pub struct Facts {
    amounts: BTreeMap<(AmountKind, Fund), Cents>,
    status: Status,
    dates: BTreeMap<ProjectDateKind, Date>,
    winners: Vec<Winner>,
}

struct Winner {
    code: Option<String>,
    /// The name without its legal form and without what differs in spelling alone.
    key: String,
    name: String,
}

/// Words of legal forms, folded: "Alfa S.r.l." and "ALFA SRL" are one firm.
const FORMS: &[&str] = &[
    "srl",
    "srls",
    "spa",
    "snc",
    "sas",
    "scarl",
    "scrl",
    "scpa",
    "s",
    "r",
    "l",
    "p",
    "a",
    "n",
    "c",
    "soc",
    "coop",
    "societa",
    "cooperativa",
    "responsabilita",
    "limitata",
    "per",
    "azioni",
    "semplificata",
    "unipersonale",
];

impl Winner {
    fn new(body: &crate::model::Body) -> Winner {
        let folded = fold(&body.name);
        let words: Vec<&str> = folded.split(' ').filter(|word| !FORMS.contains(word)).collect();
        // A name that is all form stays as it is.
        let key = if words.is_empty() {
            folded.replace(' ', "")
        } else {
            words.concat()
        };
        Winner {
            code: body.tax_code.clone(),
            key,
            name: body.name.clone(),
        }
    }

    fn is(&self, other: &Winner) -> bool {
        match (&self.code, &other.code) {
            (Some(own), Some(other)) => own == other,
            _ => self.key == other.key,
        }
    }
}

/// Reads them; nothing where the archive does not have the project.
///
/// # Errors
/// When the archive cannot be read.
pub fn of((snapshot, catalogue): (&Snapshot, &Catalogue), brief: &Brief) -> Result<Option<Facts>, OpenError> {
    let Some(project) = snapshot.project(brief.id)? else {
        return Ok(None);
    };
    let is_official = |id| catalogue.source(id).is_none_or(|source| source.is_official());
    let amounts = project
        .amounts
        .iter()
        .filter(|(_, _, value)| is_official(value.source));
    let dates = project
        .dates
        .iter()
        .filter(|date| date.kind != ProjectDateKind::LastValidation);
    let awards = project.tenders.iter().flat_map(|tender| &tender.winners);
    let mut winners: Vec<Winner> = Vec::new();
    for body in awards
        .filter(|award| !award.subcontractor)
        .filter_map(|award| award.body.as_ref())
    {
        let winner = Winner::new(body);
        if !winners.iter().any(|own| own.is(&winner)) {
            winners.push(winner);
        }
    }
    Ok(Some(Facts {
        amounts: amounts
            .map(|(kind, fund, value)| ((*kind, *fund), value.value))
            .collect(),
        status: brief.status,
        dates: dates.map(|date| (date.kind, date.value)).collect(),
        winners,
    }))
}

impl Facts {
    /// What differs from what was.
    pub fn since(&self, was: &Facts) -> Vec<Item> {
        let mut out = Vec::new();
        for (key, from, to) in both(&was.amounts, &self.amounts) {
            let same = matches!((from, to), (Some(from), Some(to)) if from.is_about(to));
            if !same {
                out.push(Item::Amount(key.0, key.1, from, to));
            }
        }
        if was.status != self.status {
            out.push(Item::Status(was.status, self.status));
        }
        for (kind, from, to) in both(&was.dates, &self.dates) {
            if from != to {
                out.push(Item::Date(kind, from, to));
            }
        }
        let gone = was
            .winners
            .iter()
            .filter(|one| !self.winners.iter().any(|own| own.is(one)));
        out.extend(gone.map(|one| Item::Winner(Some(one.name.clone()), None)));
        let new = self
            .winners
            .iter()
            .filter(|one| !was.winners.iter().any(|own| own.is(one)));
        out.extend(new.map(|one| Item::Winner(None, Some(one.name.clone()))));
        out
    }
}

/// Each key of either, with both values.
fn both<K: Ord + Copy, V: Copy>(
    old: &BTreeMap<K, V>,
    new: &BTreeMap<K, V>,
) -> Vec<(K, Option<V>, Option<V>)> {
    let mut keys: Vec<K> = old.keys().chain(new.keys()).copied().collect();
    keys.sort();
    keys.dedup();
    keys.into_iter()
        .map(|key| (key, old.get(&key).copied(), new.get(&key).copied()))
        .collect()
}
