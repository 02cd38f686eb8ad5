//! Whose money it is: the columns of funding and of payment, one word each.

use serde::Serialize;

/// What an amount is. The four are never called by each other's name; tenders and awards stand
/// in [`super::Tender`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AmountKind {
    /// *Finanziamento*: the money set aside for the project.
    Funding,
    /// *Pagamento*: the money that went out.
    Payment,
    /// Money that an unofficial copy gives to a CUP of several projects: how much of it is whose, no
    /// table tells.
    OfCup,
}

impl AmountKind {
    pub fn code(self) -> &'static str {
        match self {
            AmountKind::Funding => "funding",
            AmountKind::Payment => "payment",
            AmountKind::OfCup => "of_cup",
        }
    }

    pub fn from_code(code: &str) -> Option<AmountKind> {
        match code {
            "funding" => Some(AmountKind::Funding),
            "payment" => Some(AmountKind::Payment),
            "of_cup" => Some(AmountKind::OfCup),
            _ => None,
        }
    }
}

macro_rules! funds {
    ($($(#[$doc:meta])* $variant:ident => $code:literal, $column:literal;)*) => {
        /// A source of money, as the columns of PNRR_Progetti and PNRR_Pagamenti_di_Progetto
        /// divide it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Fund { $($(#[$doc])* $variant,)* }

        impl Fund {
            pub const ALL: &[Fund] = &[$(Fund::$variant,)*];

            /// The word that stands for the fund in snapshots, JSON and CSV.
            pub fn code(self) -> &'static str {
                match self { $(Fund::$variant => $code,)* }
            }

            /// The official column for funding; that of payments begins with "Pagamento".
            pub fn column(self) -> &'static str {
                match self { $(Fund::$variant => $column,)* }
            }

            pub fn from_code(code: &str) -> Option<Fund> {
                match code { $($code => Some(Fund::$variant),)* _ => None }
            }
        }
    };
}

funds! {
    Total => "total", "Finanziamento Totale";
    /// The total without private money.
    TotalPublic => "total_public", "Finanziamento Totale Pubblico";
    /// The public total without money still to be found (and other items the ministry nets).
    TotalPublicNet => "total_public_net", "Finanziamento Totale Pubblico Netto";
    Pnrr => "pnrr", "Finanziamento PNRR";
    Pnc => "pnc", "Finanziamento PNC";
    State => "state", "Finanziamento - Stato";
    /// Of the state's: ordinary budget.
    StateBudget => "state_budget", "Finanziamento Stato - Bilancio";
    /// Of the state's: *Fondo opere indifferibili*, for works whose prices rose.
    StateFoi => "state_foi", "Finanziamento Stato - FOI";
    /// *Fondo per la prosecuzione delle opere pubbliche*.
    Fpop => "fpop", "Finanziamento Prosecuzione Opere Pubbliche - FPOP";
    /// European money other than the PNRR's.
    OtherEu => "other_eu", "Finanziamento UE (Diverso da PNRR)";
    Region => "region", "Finanziamento Regione";
    Province => "province", "Finanziamento Provincia";
    Comune => "comune", "Finanziamento Comune";
    OtherPublic => "other_public", "Finanziamento Altro Pubblico";
    Private => "private", "Finanziamento Privato";
    /// Money that was still to be found when the table was made.
    ToFind => "to_find", "Finanziamento da Reperire";
    Other => "other", "Altri Fondi";
}

impl Fund {
    /// The totals, which sum others up.
    pub fn is_total(self) -> bool {
        matches!(self, Fund::Total | Fund::TotalPublic | Fund::TotalPublicNet)
    }

    /// A part of another fund's column, not to be added beside it.
    pub fn is_part(self) -> bool {
        matches!(self, Fund::StateBudget | Fund::StateFoi)
    }
}
