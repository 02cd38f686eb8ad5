//! Tenders of a project, each under its CIG, inner code and procedure, with its winners.

use crate::import::draft::{TenderRow, WinnerRow};
use crate::model::{AmountKind, Award, Body, BodyId, Cents, Fund, Observed, SourceId, Tender};
use crate::text::fold::fold;
use std::collections::{BTreeMap, HashMap, HashSet};

type Codes = (String, String, String);

pub(super) fn settle(
    rows: Vec<TenderRow>,
    winners: Vec<WinnerRow>,
    bodies: &HashMap<BodyId, Body>,
) -> Vec<Tender> {
    let mut by_codes: BTreeMap<Codes, Vec<(Tender, SourceId)>> = BTreeMap::new();
    for TenderRow {
        procedure_code,
        tender,
        source,
    } in rows
    {
        let codes = (tender.cig.clone(), tender.pda.clone(), procedure_code);
        by_codes.entry(codes).or_default().push((tender, source));
    }
    let mut tenders: BTreeMap<Codes, Tender> = BTreeMap::new();
    for (codes, mut rows) in by_codes {
        rows.sort_by_key(|(_, source)| std::cmp::Reverse(*source));
        let merged = rows.into_iter().map(|(t, _)| t).reduce(filled);
        tenders.extend(merged.map(|t| (codes, t)));
    }
    for (codes, rows) in by_tender(winners, &tenders) {
        let tender = tenders.entry(codes.clone()).or_insert_with(|| Tender {
            cig: codes.0,
            pda: codes.1,
            source: rows.first().map(|w| w.source),
            ..Tender::default()
        });
        tender.winners = awards(rows, bodies);
    }
    tenders.into_values().collect()
}

/// A base price that is more than so many times the funding of the project is not its own.
const FRAMEWORK: i64 = 3;

/// Marks the base prices that are of a framework for many projects, not of this one alone: far
/// above its funding, under a CIG that other CUP share or a framework's.
pub(super) fn mark_frameworks(
    tenders: &mut [Tender],
    amounts: &[(AmountKind, Fund, Observed<Cents>)],
    shared: &HashSet<String>,
) {
    let funded = [Fund::Total, Fund::Pnrr, Fund::Pnc].iter().find_map(|fund| {
        let of = |(k, f, _): &&(AmountKind, Fund, Observed<Cents>)| (*k, f) == (AmountKind::Funding, fund);
        amounts.iter().find(of).map(|(_, _, amount)| amount.value.0)
    });
    for tender in tenders {
        let of_many = shared.contains(&tender.cig)
            || tender.framework_cig.is_some()
            || tender
                .mode
                .as_deref()
                .is_some_and(|mode| fold(mode).contains("accordo quadro"));
        let far_above = matches!((tender.base, funded), (Some(base), Some(funded))
            if funded > 0 && base.0 / FRAMEWORK > funded);
        tender.framework = of_many && far_above;
    }
}

/// What the newer row lacks the older one gives.
fn filled(new: Tender, old: Tender) -> Tender {
    Tender {
        cig: new.cig,
        pda: new.pda,
        framework_cig: new.framework_cig.or(old.framework_cig),
        object_kind: new.object_kind.or(old.object_kind),
        tasks: if new.object.is_some() {
            new.tasks
        } else {
            old.tasks
        },
        object: new.object.or(old.object),
        mode: new.mode.or(old.mode),
        procedure: new.procedure.or(old.procedure),
        published: new.published.or(old.published),
        absence_code: new.absence_code.or(old.absence_code),
        absence: new.absence.or(old.absence),
        base: new.base.or(old.base),
        framework: new.framework || old.framework,
        award: new.award.or(old.award),
        awarded: new.awarded.or(old.awarded),
        source: new.source,
        winners: Vec::new(),
    }
}

/// Winners under the codes of a listed tender: with their procedure, else without, where that
/// leaves one; else under their own codes.
fn by_tender(winners: Vec<WinnerRow>, tenders: &BTreeMap<Codes, Tender>) -> BTreeMap<Codes, Vec<WinnerRow>> {
    let mut out: BTreeMap<Codes, Vec<WinnerRow>> = BTreeMap::new();
    for winner in winners {
        let own = (
            winner.cig.clone(),
            winner.pda.clone(),
            winner.procedure_code.clone(),
        );
        let codes = if tenders.contains_key(&own) {
            own
        } else {
            let from = (own.0.clone(), own.1.clone(), String::new());
            let near = tenders.range(from..).map(|(codes, _)| codes);
            let mut near = near.take_while(|(cig, pda, _)| *cig == own.0 && *pda == own.1);
            match (near.next(), near.next()) {
                (Some(one), None) => one.clone(),
                _ => own,
            }
        };
        out.entry(codes).or_default().push(winner);
    }
    out
}

/// Winners and subcontractors of the newest source that names any; each body once.
fn awards(rows: Vec<WinnerRow>, bodies: &HashMap<BodyId, Body>) -> Vec<Award> {
    let mut out: Vec<Award> = Vec::new();
    // A company whose name no row gives is nobody; it is no person either.
    let is_known = |a: &&Award| a.body.as_ref().is_none_or(|body| bodies.contains_key(&body.id));
    for subcontractor in [false, true] {
        let of_kind = || {
            rows.iter()
                .filter_map(|w| w.award.as_ref())
                .filter(|a| a.subcontractor == subcontractor)
                .filter(is_known)
        };
        let newest = of_kind().map(|a| a.source).max();
        let mut kind: Vec<Award> = of_kind().filter(|a| Some(a.source) == newest).cloned().collect();
        for award in &mut kind {
            award.body = award.body.take().and_then(|b| bodies.get(&b.id).cloned());
        }
        let id = |a: &Award| a.body.as_ref().map(|b| b.id.clone());
        // Bodies first; persons, who are not named, behind them.
        kind.sort_by_key(|a| (a.body.is_none(), id(a), a.role.clone()));
        kind.dedup_by(|b, a| a.body.is_some() && id(a) == id(b));
        out.append(&mut kind);
    }
    out
}
