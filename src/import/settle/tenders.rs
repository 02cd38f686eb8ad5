//! Tenders of a project, each under its CIG, inner code and procedure, with its winners.

use crate::import::draft::{TenderRow, WinnerRow};
use crate::model::{
    AmountKind, Award, Body, BodyId, Cents, Fund, Observed, Role, SourceId, Tender, Trade, Unnamed,
};
use crate::text::fold::fold;
use crate::text::grammar::is_firm;
use std::collections::{BTreeMap, HashMap, HashSet};

type Codes = (String, String, String);

pub(super) fn settle(
    rows: impl IntoIterator<Item = TenderRow>,
    winners: impl IntoIterator<Item = WinnerRow>,
    roles: &[(Role, BodyId, SourceId)],
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
        tender.winners = awards(rows, roles, bodies);
    }
    let mut tenders: Vec<Tender> = tenders.into_values().collect();
    newest_of_code(&mut tenders);
    tenders
}

/// A contract that tables list under several inner codes has the winners of the newest.
fn newest_of_code(tenders: &mut [Tender]) {
    let mut newest: HashMap<(String, bool), SourceId> = HashMap::new();
    let key = |cig: &str, award: &Award| (cig.to_owned(), award.subcontractor);
    let coded = || tenders.iter().filter(|t| !t.cig.is_empty());
    for (cig, award) in coded().flat_map(|t| t.winners.iter().map(|a| (&t.cig, a))) {
        let known = newest.entry(key(cig, award)).or_insert(award.source);
        *known = award.source.max(*known);
    }
    for Tender { cig, winners, .. } in tenders {
        winners.retain(|a| newest.get(&key(cig, a)).is_none_or(|newest| a.source == *newest));
    }
}

/// Whether a body buys: it answers for the project, or it is an office of the state.
fn buys(body: &Body, roles: &[(Role, BodyId, SourceId)]) -> bool {
    // Offices that govern, those of health and the fire brigades.
    const OFFICES: [&str; 3] = ["84.11.10", "84.12", "84.25"];
    let is_office = |trade: &Trade| OFFICES.iter().any(|code| trade.code.starts_with(code));
    let answers = |role: Role| {
        matches!(
            role,
            Role::Implementer | Role::Applicant | Role::ContractingAuthority
        )
    };
    roles.iter().any(|(role, id, _)| answers(*role) && *id == body.id)
        || !is_firm(&body.name) && body.trade.as_ref().is_some_and(is_office)
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
fn by_tender(
    winners: impl IntoIterator<Item = WinnerRow>,
    tenders: &BTreeMap<Codes, Tender>,
) -> BTreeMap<Codes, Vec<WinnerRow>> {
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

/// Winners and subcontractors of the newest source that tells any; each once.
fn awards(
    rows: Vec<WinnerRow>,
    roles: &[(Role, BodyId, SourceId)],
    bodies: &HashMap<BodyId, Body>,
) -> Vec<Award> {
    let mut out: Vec<Award> = Vec::new();
    let named = rows.into_iter().filter_map(|row| {
        let winner = row.winner?;
        let body = winner.body.as_ref().and_then(|id| bodies.get(id)).cloned();
        let award = Award {
            unnamed: match (&winner.body, &body) {
                (_, Some(_)) => Unnamed::Person,
                (None, _) => winner.unnamed,
                (_, None) if winner.unnamed == Unnamed::Company => Unnamed::Company,
                // A company whose name no row gives.
                (_, None) => Unnamed::Untold,
            },
            trade: winner.trade.filter(|_| body.is_none()),
            body,
            subcontractor: winner.subcontractor,
            role: winner.role,
            source: row.source,
        };
        let is_buyer = award.body.as_ref().is_some_and(|body| buys(body, roles));
        (!is_buyer || award.subcontractor).then_some((award, row.person))
    });
    let named: Vec<(Award, String)> = named.collect();
    for subcontractor in [false, true] {
        let of_kind = || named.iter().filter(|(a, _)| a.subcontractor == subcontractor);
        let told = |(a, _): &&(Award, String)| a.body.is_some() || a.unnamed != Unnamed::Untold;
        let newest = of_kind().filter(told).map(|(a, _)| a.source).max();
        let newest = newest.or_else(|| of_kind().map(|(a, _)| a.source).max());
        let mut kind: Vec<&(Award, String)> = of_kind().filter(|(a, _)| Some(a.source) == newest).collect();
        let id = |a: &Award| a.body.as_ref().map(|b| b.id.clone());
        // Bodies first; those who are not named behind them.
        kind.sort_by_key(|(a, person)| {
            (
                a.body.is_none(),
                id(a),
                person,
                std::cmp::Reverse(a.unnamed),
                a.role.clone(),
            )
        });
        // One table has a holder under its VAT number and once more under a code that is hidden.
        kind.dedup_by(|(b, again), (a, person)| match &a.body {
            Some(_) => id(a) == id(b),
            None => b.body.is_none() && !person.is_empty() && person == again,
        });
        out.extend(kind.into_iter().map(|(award, _)| award.clone()));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::draft::Winner;

    fn row(cig: &str, pda: &str, source: u32, body: Option<&str>, person: &str) -> WinnerRow {
        WinnerRow {
            cig: cig.into(),
            pda: pda.into(),
            procedure_code: String::new(),
            winner: Some(Winner {
                body: body.map(|id| BodyId(id.into())),
                unnamed: Unnamed::Person,
                trade: None,
                subcontractor: false,
                role: None,
            }),
            person: person.into(),
            source: SourceId(source),
        }
    }

    fn bodies(known: &[(&str, &str, &str)]) -> HashMap<BodyId, Body> {
        let body = |(id, name, trade): &(&str, &str, &str)| {
            let id = BodyId((*id).into());
            let trade = Trade::read(trade, SourceId(1));
            let name = (*name).to_owned();
            (
                id.clone(),
                Body {
                    id,
                    name,
                    tax_code: None,
                    form: None,
                    trade,
                },
            )
        };
        known.iter().map(body).collect()
    }

    fn won(tenders: &[Tender]) -> Vec<Vec<Option<&str>>> {
        tenders
            .iter()
            .map(|t| {
                t.winners
                    .iter()
                    .map(|a| a.body.as_ref().map(|b| &*b.id.0))
                    .collect()
            })
            .collect()
    }

    #[test]
    fn a_person_under_two_codes_is_one_and_two_persons_are_two() {
        let rows = vec![
            row("A", "1", 2, None, "alfa beta"),
            row("A", "1", 2, None, "alfa beta"),
            row("A", "1", 2, None, "gamma"),
            row("A", "1", 2, None, ""),
            row("A", "1", 2, None, ""),
        ];
        let tenders = settle(Vec::new(), rows, &[], &HashMap::new());
        assert_eq!(won(&tenders), [vec![None; 4]]);
    }

    #[test]
    fn the_newer_table_prevails_for_a_code_and_who_buys_has_won_nothing() {
        let known = bodies(&[
            ("1", "Alfa S.r.l.", "41.20.00"),
            ("2", "Regione Beta", "84.11.10"),
            ("3", "Comune di Gamma", ""),
            ("4", "Delta S.r.l.", "84.13.10"),
        ]);
        let rows = vec![
            row("A", "1", 1, Some("4"), ""),
            row("A", "2", 2, Some("1"), ""),
            row("B", "3", 2, Some("2"), ""),
            row("C", "4", 2, Some("3"), ""),
            row("D", "5", 2, Some("4"), ""),
        ];
        let roles = [(Role::Implementer, BodyId("3".into()), SourceId(1))];
        let tenders = settle(Vec::new(), rows, &roles, &known);
        let want: [&[Option<&str>]; 5] = [&[], &[Some("1")], &[], &[], &[Some("4")]];
        assert_eq!(won(&tenders), want);
    }

    #[test]
    fn a_company_whose_name_no_row_gives_is_untold() {
        let rows = vec![row("A", "1", 2, Some("9"), "")];
        let tenders = settle(Vec::new(), rows, &[], &HashMap::new());
        assert_eq!(tenders[0].winners[0].unnamed, Unnamed::Untold);
    }
}
