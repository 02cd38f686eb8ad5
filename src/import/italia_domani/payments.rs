//! PNRR_Pagamenti_di_Progetto: money that went out, and the newest funding.

use crate::import::columns::{Layout, columns};
use crate::import::gather::{Gather, at, check_cup};
use crate::import::read::Row;
use crate::import::report::LeftOut;
use crate::model::{AmountKind, Fund, Table};

columns! {
    Sub = "Codice Univoco Submisura", Needed;
    Cup = "CUP", Needed;
    Local = "Codice Locale Progetto", Needed;
    FundingTotal = "Finanziamento Totale", Number;
    FundingPnrr = "Finanziamento PNRR", Number;
    Total = "Pagamento Totale" | "Pagamenti Totali", Needed, Number;
    Pnrr = "Pagamento PNRR" | "Pagamenti Totali PNRR", Number;
    State = "Pagamento - Stato" | "Pagamenti Totali Stato", Number;
    StateBudget = "Pagamento Stato - Bilancio" | "Pagamenti Totali Stato Bilancio", Number;
    StateFoi = "Pagamento Stato - FOI" | "Pagamenti Totali Stato Foi", Number;
    Fpop = "Pagamento Prosecuzione Opere Pubbliche - FPOP" | "Pagamenti Totali Prosecuzione Opere Pubbliche Fpop", Number;
    OtherEu = "Pagamento UE (Diverso da PNRR)" | "Pagamenti Totali Ue Diverso da Pnrr", Number;
    Region = "Pagamento Regione" | "Pagamenti Totali Regione", Number;
    Province = "Pagamento Provincia" | "Pagamenti Totali Provincia", Number;
    Comune = "Pagamento Comune" | "Pagamenti Totali Comune", Number;
    OtherPublic = "Pagamento Altro Pubblico" | "Pagamenti Totali Altro Pubblico", Number;
    Private = "Pagamento Privato" | "Pagamenti Totali Privato", Number;
    ToFind = "Pagamento da Reperire" | "Pagamenti Totali da Reperire", Number;
    Pnc = "Pagamento PNC" | "Pagamenti Totali PNC", Number;
    Other = "Pagamento Altri Fondi" | "Pagamenti Totali Altri Fondi", Number;
    Date = "Data di Estrazione" | "Data di aggiornamento";
}

pub(crate) const LAYOUT: Layout = Layout {
    table: Table::Payments,
    columns: COLUMNS,
};

const AMOUNTS: &[(Col, AmountKind, Fund)] = &[
    (Col::FundingTotal, AmountKind::Funding, Fund::Total),
    (Col::FundingPnrr, AmountKind::Funding, Fund::Pnrr),
    (Col::Total, AmountKind::Payment, Fund::Total),
    (Col::Pnrr, AmountKind::Payment, Fund::Pnrr),
    (Col::State, AmountKind::Payment, Fund::State),
    (Col::StateBudget, AmountKind::Payment, Fund::StateBudget),
    (Col::StateFoi, AmountKind::Payment, Fund::StateFoi),
    (Col::Fpop, AmountKind::Payment, Fund::Fpop),
    (Col::OtherEu, AmountKind::Payment, Fund::OtherEu),
    (Col::Region, AmountKind::Payment, Fund::Region),
    (Col::Province, AmountKind::Payment, Fund::Province),
    (Col::Comune, AmountKind::Payment, Fund::Comune),
    (Col::OtherPublic, AmountKind::Payment, Fund::OtherPublic),
    (Col::Private, AmountKind::Payment, Fund::Private),
    (Col::ToFind, AmountKind::Payment, Fund::ToFind),
    (Col::Pnc, AmountKind::Payment, Fund::Pnc),
    (Col::Other, AmountKind::Payment, Fund::Other),
];

pub(crate) fn read(row: &mut Row, gather: &mut Gather) -> Result<(), LeftOut> {
    let pair = Gather::pair(&mut gather.drafts, row, Col::Sub, Col::Cup)?;
    let source = gather.keep(row);
    check_cup(row, Col::Cup.into());
    let local = row.word(Col::Local).unwrap_or_default();
    let draft = at(&mut gather.drafts, pair)?.local(&local, source);
    for (col, kind, fund) in AMOUNTS {
        draft.amount(*kind, *fund, row.amount(*col), source);
    }
    draft.unread.extend(row.unread(source, |col| {
        let (_, kind, fund) = AMOUNTS.iter().find(|(c, _, _)| usize::from(*c) == col)?;
        Some(format!("{}.{}", kind.code(), fund.code()))
    }));
    Ok(())
}
