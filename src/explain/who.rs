//! Who does it and who pays.

use super::claim::Claim;
use super::facts::{Facts, cite};
use super::gaps::{self, Kind};
use super::plain::is_plural;
use super::{funds, tenders, winners};
use crate::lang::w;
use crate::model::{AmountKind, Cents, Fund, Role};
use crate::text::grammar::list;

pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    let mut out: Vec<Claim> = doer(f).into_iter().collect();
    out.extend(recipient(f));
    out.extend(winners::claims(f));
    out.extend(tenders::choice(f));
    out.extend(winners::subcontractors(f));
    out.extend(tenders::without_cig(f));
    if out.is_empty() {
        out.push(gaps::alone(f, Kind::Doer));
    }
    out.extend(payers(f));
    out
}

/// The body that answers for the project.
fn doer(f: &Facts<'_>) -> Option<Claim> {
    let (role, body, source) = f.lead()?;
    let word = match role {
        Role::ContractingAuthority => w::SAY_WHO_AUTHORITY,
        Role::Applicant => w::SAY_WHO_APPLICANT,
        _ if is_plural(&body.name) => w::SAY_WHO_IMPLEMENTERS,
        _ => w::SAY_WHO_IMPLEMENTER,
    };
    let the = f.the(&body.name);
    let cites = vec![cite(source, f.body_column(source, role))];
    Some(f.observed(word, &[("body", &the)], cites))
}

fn recipient(f: &Facts<'_>) -> Option<Claim> {
    let (body, source) = f.project.body(Role::Recipient)?;
    if f.lead().is_some_and(|(_, lead, _)| lead.id == body.id) {
        return None;
    }
    let the = f.the(&body.name);
    let cites = vec![cite(source, f.body_column(source, Role::Recipient))];
    Some(f.observed(w::SAY_WHO_RECIPIENT, &[("body", &the)], cites))
}

/// Whose money it is, without figures: those stand under "how much".
fn payers(f: &Facts<'_>) -> Vec<Claim> {
    let mut parts: Vec<(Fund, Cents)> = Vec::new();
    let mut cites = Vec::new();
    for (kind, fund, amount) in &f.project.amounts {
        if *kind == AmountKind::Funding && amount.value.0 >= 10_000 && funds::word(*fund).is_some() {
            parts.push((*fund, amount.value));
            cites.push(cite(amount.source, fund.column()));
        }
    }
    let others: Vec<Fund> = Fund::ALL
        .iter()
        .copied()
        .filter(|fund| !matches!(fund, Fund::Pnrr | Fund::Pnc))
        .filter(|fund| parts.iter().any(|(f, _)| f == fund))
        .collect();
    let pnc = f.project.submeasure.is_pnc();
    let plan = if pnc { Fund::Pnc } else { Fund::Pnrr };
    let given = parts.iter().find(|(f, _)| *f == plan).map(|(_, sum)| *sum);
    let total = f.project.amount(AmountKind::Funding, Fund::Total);
    // A total above the plan's part has other payers, also where no column names them.
    let more = matches!((total, given), (Some(t), Some(g)) if t.value.0 > g.0 + 100);
    let mut out = Vec::new();
    if f.has_left().is_some() {
        // Who pays now that the measure has left the plan no table says.
        return out;
    }
    match (given.is_some(), others.is_empty()) {
        (true, true) if more => {
            let word = if pnc {
                w::SAY_WHO_PART_PNC
            } else {
                w::SAY_WHO_PART_PNRR
            };
            cites.extend(total.map(|t| cite(t.source, Fund::Total.column())));
            out.push(f.derived(word, &[], cites));
        }
        (true, true) => {
            let word = if pnc {
                w::SAY_WHO_ALL_PNC
            } else {
                w::SAY_WHO_ALL_PNRR
            };
            out.push(f.observed(word, &[], cites));
        }
        (true, false) => {
            let word = if pnc {
                w::SAY_WHO_PART_PNC
            } else {
                w::SAY_WHO_PART_PNRR
            };
            out.push(f.observed(word, &[], cites.clone()));
            out.push(others_pay(f, &others, cites));
        }
        (false, false) => out.push(others_pay(f, &others, cites)),
        (false, true) => {}
    }
    out
}

fn others_pay(f: &Facts<'_>, others: &[Fund], cites: Vec<super::Cite>) -> Claim {
    let word = match others {
        [fund] if !funds::is_many(*fund) => w::SAY_WHO_ALSO_ONE,
        _ => w::SAY_WHO_ALSO_MANY,
    };
    let names = others
        .iter()
        .filter_map(|fund| Some(f.lang.say(funds::word(*fund)?)));
    let names: Vec<&str> = names.collect();
    f.observed(word, &[("funds", &list(&names, f.lang))], cites)
}
