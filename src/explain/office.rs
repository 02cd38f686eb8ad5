//! To whom a citizen writes about a project, and what there is to ask.

use super::body::Kind;
use super::claim::Cite;
use super::facts::{Facts, cite};
use super::gaps;
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
    pub name: String,
    pub desk: Desk,
    /// A region or a body of the territory, for which there is an ombudsman too.
    pub is_local: bool,
    pub cite: Cite,
}

/// What kind of spending it is, for the duty to publish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spending {
    Works,
    Grants,
    Other,
}

/// The body that realises the project; for a grant to a company, the administration that gives it.
pub fn office(catalogue: &Catalogue, project: &Project, lang: Lang, today: Date) -> Option<Office> {
    let f = Facts::new(catalogue, project, lang, today);
    let lead = f.lead().map(|(role, body, source)| {
        let kind = Kind::of(&body.name);
        (
            kind,
            body.name.as_str(),
            cite(source, f.body_column(source, role)),
        )
    });
    let (kind, name, cite) = match lead {
        Some((Kind::Firm, ..)) | None if spending(project) != Spending::Works => {
            let name = f.measure?.administration.as_deref()?;
            let cites = f.cite_measure("Amministrazione Titolare");
            (Kind::State, name, cites.into_iter().next()?)
        }
        lead => lead?,
    };
    Some(Office {
        name: super::body_name(name, lang),
        desk: match kind {
            Kind::School => Desk::School,
            Kind::Firm | Kind::Other => Desk::Body,
            _ => Desk::Public,
        },
        is_local: matches!(kind, Kind::Comune | Kind::Territory | Kind::Region),
        cite,
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
