//! The sources of money in words, and the official columns of payments.

use crate::lang::{Lang, Word, w};
use crate::model::{AmountKind, Fund};

/// The subject of a sentence: "lo Stato"; `None` for totals and for what is still to be found.
pub(super) fn word(fund: Fund) -> Option<Word> {
    Some(match fund {
        Fund::Pnrr => w::SAY_FUND_PNRR,
        Fund::Pnc => w::SAY_FUND_PNC,
        Fund::State | Fund::StateBudget => w::SAY_FUND_STATE,
        Fund::StateFoi => w::SAY_FUND_STATE_FOI,
        Fund::Fpop => w::SAY_FUND_FPOP,
        Fund::OtherEu => w::SAY_FUND_OTHER_EU,
        Fund::Region => w::SAY_FUND_REGION,
        Fund::Province => w::SAY_FUND_PROVINCE,
        Fund::Comune => w::SAY_FUND_COMUNE,
        Fund::OtherPublic => w::SAY_FUND_OTHER_PUBLIC,
        Fund::Private => w::SAY_FUND_PRIVATE,
        Fund::Other => w::SAY_FUND_OTHER,
        Fund::Total | Fund::TotalPublic | Fund::TotalPublicNet => return None,
        Fund::ToFind => return None,
    })
}

/// "dal PNRR", "dai privati", "da un altro fondo europeo": behind a sum.
pub(super) fn from(name: &str, lang: Lang) -> String {
    const JOINED: [(&str, &str); 6] = [
        ("il ", "dal "),
        ("lo ", "dallo "),
        ("la ", "dalla "),
        ("i ", "dai "),
        ("gli ", "dagli "),
        ("le ", "dalle "),
    ];
    if lang == Lang::En {
        return format!("from {name}");
    }
    let joined = JOINED
        .iter()
        .find_map(|(article, from)| Some(format!("{from}{}", name.strip_prefix(article)?)));
    joined.unwrap_or_else(|| format!("da {name}"))
}

/// Whether its word asks for a verb in the plural.
pub(super) fn is_many(fund: Fund) -> bool {
    matches!(fund, Fund::Private | Fund::Other | Fund::OtherPublic)
}

/// The official column of an amount.
pub(super) fn column(kind: AmountKind, fund: Fund) -> &'static str {
    match (kind, fund) {
        (AmountKind::Funding | AmountKind::OfCup, fund) => fund.column(),
        (AmountKind::Payment, Fund::Pnrr) => "Pagamento PNRR",
        (AmountKind::Payment, Fund::Pnc) => "Pagamento PNC",
        (AmountKind::Payment, Fund::State) => "Pagamento - Stato",
        (AmountKind::Payment, Fund::StateBudget) => "Pagamento Stato - Bilancio",
        (AmountKind::Payment, Fund::StateFoi) => "Pagamento Stato - FOI",
        (AmountKind::Payment, Fund::Fpop) => "Pagamento Prosecuzione Opere Pubbliche - FPOP",
        (AmountKind::Payment, Fund::OtherEu) => "Pagamento UE (Diverso da PNRR)",
        (AmountKind::Payment, Fund::Region) => "Pagamento Regione",
        (AmountKind::Payment, Fund::Province) => "Pagamento Provincia",
        (AmountKind::Payment, Fund::Comune) => "Pagamento Comune",
        (AmountKind::Payment, Fund::OtherPublic) => "Pagamento Altro Pubblico",
        (AmountKind::Payment, Fund::Private) => "Pagamento Privato",
        (AmountKind::Payment, Fund::ToFind) => "Pagamento da Reperire",
        (AmountKind::Payment, Fund::Other) => "Pagamento Altri Fondi",
        (AmountKind::Payment, Fund::Total | Fund::TotalPublic | Fund::TotalPublicNet) => "Pagamento Totale",
    }
}
