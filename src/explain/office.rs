//! To whom a citizen writes about a project, and what there is to ask.

use super::Evidence;
use super::body::Kind;
use super::claim::Claim;
use super::facts::{Facts, cite};
use super::gaps;
use super::whereabouts;
use super::wording::finish;
use crate::lang::{Lang, w};
use crate::model::{LabelKind, Project};
use crate::snapshot::Catalogue;
use jiff::civil::Date;

/// Which office of a body answers citizens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Desk {
    /// The office for the public, which public administrations have.
    Public,
    School,
    /// Of a company or another body: whoever follows the project.
    Body,
}

/// The body that answers for a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// Its name as a sentence, with how it is known.
    pub claim: Claim,
    pub desk: Desk,
    /// A region or a body of the territory, for which there is an ombudsman too.
    pub is_local: bool,
}

/// What kind of spending it is, for the duty to publish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spending {
    Works,
    Grants,
    Other,
}

/// The body that realises the project; for a grant to a company, the administration that gives it;
/// where no table names a body, the comune in which all of it lies.
pub fn office(catalogue: &Catalogue, project: &Project, lang: Lang, today: Date) -> Option<Office> {
    let f = Facts::new(catalogue, project, lang, today);
    let lead = f.lead().map(|(role, body, source)| {
        let kind = Kind::of(&body.name);
        let cites = vec![cite(source, f.body_column(source, role))];
        (kind, body.name.clone(), Evidence::Observed, cites)
    });
    let spending = spending(project);
    let there = || {
        let comune = f.only_comune().filter(|_| spending != Spending::Grants)?;
        let source = project.places.first()?.source;
        let cites = vec![cite(source, whereabouts::column(&f, source))];
        let name = format!("Comune di {}", comune.name);
        Some((Kind::Comune, name, Evidence::Derived, cites))
    };
    let giver = || {
        let name = f.measure?.administration.clone()?;
        let cites = f.cite_measure("Amministrazione Titolare");
        Some((Kind::State, name, Evidence::Linked, cites))
    };
    let (kind, name, evidence, cites) = match lead {
        Some((Kind::Firm, ..)) if spending != Spending::Works => giver(),
        None if spending != Spending::Works => there().or_else(giver),
        None => there(),
        lead => lead,
    }?;
    Some(Office {
        claim: Claim {
            text: finish(format!("{}.", super::body_name(&name, lang))),
            evidence,
            cites,
            missing: None,
        },
        desk: match kind {
            Kind::School => Desk::School,
            Kind::Firm | Kind::Other => Desk::Body,
            _ => Desk::Public,
        },
        is_local: matches!(kind, Kind::Comune | Kind::Territory | Kind::Region),
    })
}

/// By the nature of its CUP.
pub fn spending(project: &Project) -> Spending {
    match project.label(LabelKind::Nature).map(|label| label.value.as_str()) {
        Some("03") => Spending::Works,
        Some("06" | "07" | "08") => Spending::Grants,
        _ => Spending::Other,
    }
}

/// What nothing says of the project, to be asked: "quando finisce"; how far it is today, where
/// all is known.
pub fn questions(catalogue: &Catalogue, project: &Project, lang: Lang, today: Date) -> Vec<&'static str> {
    let f = Facts::new(catalogue, project, lang, today);
    let open = gaps::open(&f);
    match open.is_empty() {
        true => vec![lang.say(w::SAY_GAP_TODAY)],
        false => open.into_iter().map(|word| lang.say(word)).collect(),
    }
}
