//! Public bodies and companies, and the roles that they have in a project. Natural persons are
//! never among them.

use super::SourceId;
use serde::Serialize;
use std::sync::Arc;

/// Key of a body within a snapshot: its tax code, or `n:` and its folded name. One piece of memory serves
/// all the rows that name the body.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BodyId(pub Arc<str>);

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    pub id: BodyId,
    /// In ordinary case.
    pub name: String,
    /// Eleven digits, when published.
    pub tax_code: Option<String>,
    /// Legal form, as the tables describe it, in ordinary case.
    pub form: Option<String>,
    /// What it does for a living.
    pub trade: Option<Trade>,
}

/// The code of an activity in the ATECO list, "41.20.00", and where it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trade {
    pub code: String,
    pub source: SourceId,
}

impl Trade {
    /// "412000" is "41.20.00"; what is no code, and zeros, are none.
    pub fn read(raw: &str, source: SourceId) -> Option<Trade> {
        let plain = raw.chars().all(|c| c.is_ascii_digit() || c == '.');
        let digits: Vec<char> = raw.chars().filter(char::is_ascii_digit).take(6).collect();
        let pairs: Vec<String> = digits.chunks(2).map(|pair| pair.iter().collect()).collect();
        let division = pairs.first().filter(|d| d.len() == 2 && *d != "00");
        (plain && division.is_some()).then(|| Trade {
            code: pairs.join("."),
            source,
        })
    }
}

macro_rules! roles {
    ($($(#[$doc:meta])* $variant:ident => $code:literal;)*) => {
        /// What a body does in a project.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Role { $($(#[$doc])* $variant,)* }

        impl Role {
            pub fn code(self) -> &'static str {
                match self { $(Role::$variant => $code,)* }
            }

            pub fn from_code(code: &str) -> Option<Role> {
                match code { $($code => Some(Role::$variant),)* _ => None }
            }
        }
    };
}

roles! {
    /// *Soggetto attuatore*: answers for the project.
    Implementer => "implementer";
    /// *Soggetto programmatore* or other that plans.
    Programmer => "programmer";
    /// *Destinatario finale*: receives the aid.
    Recipient => "recipient";
    /// *Realizzatore*: carries out the works or services.
    Contractor => "contractor";
    /// PA digitale: the body that applied and was funded.
    Applicant => "applicant";
    /// PNC tenders: the *stazione appaltante*.
    ContractingAuthority => "contracting_authority";
    /// Any other role that a table names.
    Other => "other";
}
