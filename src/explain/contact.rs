//! Whom to ask and where to check: a body and its office, never a telephone number.

use super::body::Kind;
use super::claim::Claim;
use super::facts::{Facts, cite};
use crate::lang::w;
use crate::model::{Body, Role, SourceId, Table};
use crate::text::fold::fold;

pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    let mut out = Vec::new();
    let lead = f.lead();
    let kind = lead.map(|(_, body, _)| Kind::of(&body.name));
    if let (Some((role, body, source)), Some(kind)) = (lead, kind) {
        out.extend(office(f, kind, body, role, source));
    }
    let answers_citizens = matches!(
        kind,
        Some(Kind::Comune | Kind::Territory | Kind::Health | Kind::School | Kind::University)
    );
    if !answers_citizens {
        // What the card says of the body that was just named would say it twice.
        let lead = lead.map(|(_, body, _)| fold(&body.name));
        let named = |text: &str| {
            lead.as_ref()
                .is_some_and(|name| fold(text).contains(name.as_str()))
        };
        match f.card_text() {
            Some(card) if card.ask.split(". ").next().is_some_and(named) => {}
            Some(card) => out.extend(f.card_claims(card.ask)),
            None => out.extend(ministry(f)),
        }
    }
    out.extend(check(f));
    out
}

/// The office of the body that answers citizens.
fn office(f: &Facts<'_>, kind: Kind, body: &Body, role: Role, source: SourceId) -> Option<Claim> {
    let word = match kind {
        Kind::Comune | Kind::Territory | Kind::Region | Kind::Health | Kind::University | Kind::State => {
            w::SAY_CONTACT_URP
        }
        Kind::School => w::SAY_CONTACT_SCHOOL,
        Kind::Firm | Kind::Other => w::SAY_CONTACT_BODY,
    };
    let of = f.of(&body.name);
    let to = f.ask(&body.name);
    let cites = vec![cite(source, f.body_column(source, role))];
    Some(f.derived(word, &[("of_body", &of), ("to_body", &to)], cites))
}

fn ministry(f: &Facts<'_>) -> Option<Claim> {
    let name = f.measure?.administration.as_deref()?;
    let of = f.of(name);
    Some(f.linked(
        w::SAY_CONTACT_URP,
        &[("of_body", &of), ("to_body", "")],
        f.cite_measure("Amministrazione Titolare"),
    ))
}

fn check(f: &Facts<'_>) -> Vec<Claim> {
    let cup = f.project.cup.as_str();
    let mut out = Vec::new();
    let cites = || -> Vec<_> {
        f.seen
            .first()
            .map(|s| cite(s.id, cup_column(s.table)))
            .into_iter()
            .collect()
    };
    if cup.is_empty() {
        out.push(f.derived(w::SAY_CONTACT_PLAN_SITE, &[], f.cite_code()));
    } else {
        out.push(f.observed(w::SAY_CONTACT_CUP, &[("cup", cup)], cites()));
        out.push(f.derived(w::SAY_CONTACT_OPENCUP, &[], cites()));
    }
    out
}

fn cup_column(table: Table) -> &'static str {
    match table {
        Table::Candidatures => "codice_cup",
        _ => "CUP",
    }
}
