//! Who does it and who won the contracts. Who pays stands under "how much".

use super::Evidence;
use super::body::{self, is_own};
use super::changes;
use super::claim::{Claim, Missing};
use super::contracts::{Contract, contracts};
use super::facts::{BODY_IN_CODE, Facts, cite};
use super::gaps;
use super::plain::is_plural;
use super::spoken::spoken;
use super::told;
use super::twin;
use super::winners;
use super::{state, subcontractors};
use crate::lang::{Lang, w};
use crate::model::{FactKind, LabelKind, Role, Status};
use crate::title::say;

/// A service of more letters makes the sentence heavy.
const LONGEST_AIM: usize = 50;

pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    let mut out: Vec<Claim> = doer(f).into_iter().collect();
    out.extend(recipient(f));
    let contracts = contracts(f);
    let mut winners = winners::claims(f, &contracts);
    // A body with many projects tells nothing alone, nor do contracts of those who have no name.
    let many = f.lead().is_some_and(|(_, body, _)| !is_own(&body.name));
    let unnamed = winners.len() == 1
        && contracts
            .iter()
            .all(|c| c.firms.is_empty() && !c.unnamed.is_empty());
    if (many || unnamed) && out.len() == 1 && !winners.is_empty() {
        out = f.follow(out.remove(0), winners.remove(0));
    }
    out.extend(winners);
    out.extend(changes::claim(f));
    out.extend(subcontractors::claim(f, &contracts));
    out.extend(no_builder(f, &contracts));
    let unnamed = match f.project.unnamed {
        0 => None,
        1 => Some(f.own_words(w::SAY_WHO_UNNAMED_ONE, &[])),
        _ => Some(f.own_words(w::SAY_WHO_UNNAMED_SOME, &[])),
    };
    out.extend(unnamed);
    let is_open = gaps::is_open(f, gaps::Kind::Doer);
    if is_open && !out.is_empty() {
        out.insert(0, gaps::alone(f, gaps::Kind::Doer));
    }
    if out.is_empty() {
        out.push(match f.project.fact(FactKind::Beneficiary) {
            Some(firm) => {
                let values = [("to", f.to(&firm.value)), ("place", String::new())];
                let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
                let cites = vec![cite(firm.source, firm.column.column())];
                f.observed(w::SAY_WHAT_BENEFICIARY, &values, cites)
            }
            None => gaps::alone(f, gaps::Kind::Doer),
        });
    }
    if is_open {
        out.extend(twin::who(f));
    }
    out
}

/// Who builds is what the tables of contracts leave open, where something is built and none of the
/// contracts may be for that. A firm may build itself.
fn no_builder(f: &Facts<'_>, contracts: &[Contract<'_>]) -> Option<Claim> {
    let nature = f.project.label(LabelKind::Nature).filter(|n| n.value == "03")?;
    let (_, lead, _) = f.lead()?;
    let is_open =
        !matches!(body::Kind::of(&lead.name), body::Kind::Firm) && state::status(f) != Status::Withdrawn;
    let is_known = contracts.iter().any(Contract::may_be_the_works);
    if is_known || !is_open {
        return None;
    }
    let word = match state::status(f) {
        Status::Completed => w::SAY_WHO_NO_BUILDER_DONE,
        _ => w::SAY_WHO_NO_BUILDER,
    };
    let cites = vec![cite(nature.source, LabelKind::Nature.column())];
    Some(Claim {
        missing: Some(Missing::NotInArchive),
        ..f.claim(Evidence::Missing, word, &[], cites)
    })
}

/// The body that answers for the project, and the firm that it does so for.
fn doer(f: &Facts<'_>) -> Option<Claim> {
    let (role, body, source) = f.lead()?;
    let column = f.body_column(source, role);
    let mut cites = vec![cite(source, column)];
    let evidence = match column {
        BODY_IN_CODE => Evidence::Linked,
        _ => Evidence::Observed,
    };
    let firm = f
        .project
        .fact(FactKind::Beneficiary)
        .filter(|firm| firm.value != body.name);
    cites.extend(firm.map(|firm| cite(firm.source, firm.column.column())));
    let status = state::status(f);
    // Under whom an older list has it, that one asked.
    let asked = f.project.moved.is_none_or(|(_, is_newer)| is_newer);
    let word = match role {
        Role::Applicant | Role::Implementer if status == Status::Withdrawn => w::SAY_WHO_GONE,
        Role::Applicant if asked && status == Status::Completed => w::SAY_WHO_APPLICANT_DONE,
        Role::ContractingAuthority => w::SAY_WHO_AUTHORITY,
        Role::Applicant if asked => w::SAY_WHO_APPLICANT,
        _ if firm.is_some() => w::SAY_WHO_IMPLEMENTER_FOR,
        _ if gives(f, &body.name) => w::SAY_WHO_GIVES,
        _ => match (is_plural(&body.name), status == Status::Completed) {
            (true, true) => w::SAY_WHO_IMPLEMENTERS_DONE,
            (true, false) => w::SAY_WHO_IMPLEMENTERS,
            (false, true) => w::SAY_WHO_IMPLEMENTER_DONE,
            (false, false) => w::SAY_WHO_IMPLEMENTER,
        },
    };
    let said = spoken(&body.name).filter(|_| firm.is_some());
    let the = f.the(said.as_deref().unwrap_or(&body.name));
    let firm = firm.map_or_else(String::new, |firm| f.the(&firm.value));
    let of = f.of(&body.name);
    let applies = [w::SAY_WHO_APPLICANT, w::SAY_WHO_APPLICANT_DONE].contains(&word);
    // English has long words for services, and "what" has told it.
    let service = told::only_service(f).filter(|_| applies && f.lang == Lang::It);
    let aim = service.and_then(|service| {
        let said = say("service", &service.value, f.lang)?;
        (said.chars().count() <= LONGEST_AIM).then_some(())?;
        cites.push(cite(service.source, service.column.column()));
        Some(f.lang.fill(w::SAY_WHO_APPLICANT_AIM, &[("service", said)]))
    });
    let aim = aim.unwrap_or_default();
    let values = [
        ("body", the.as_str()),
        ("firm", &firm),
        ("of_body", &of),
        ("aim", &aim),
    ];
    Some(f.claim(evidence, word, &values, cites))
}

/// Whether a ministry only hands out the money: help to a firm is what that firm does with it.
fn gives(f: &Facts<'_>, name: &str) -> bool {
    let nature = f.project.label(LabelKind::Nature);
    let is_help = nature.is_some_and(|nature| ["06", "07"].contains(&nature.value.as_str()));
    is_help && body::Kind::of(name) == body::Kind::State
}

fn recipient(f: &Facts<'_>) -> Option<Claim> {
    let (body, source) = f.project.body(Role::Recipient)?;
    if f.lead().is_some_and(|(_, lead, _)| lead.id == body.id) {
        return None;
    }
    // "What" has said so already.
    if f.project.fact(FactKind::Beneficiary).is_some() {
        return None;
    }
    let the = f.the(&body.name);
    let cites = vec![cite(source, f.body_column(source, Role::Recipient))];
    Some(f.observed(w::SAY_WHO_RECIPIENT, &[("body", &the)], cites))
}
