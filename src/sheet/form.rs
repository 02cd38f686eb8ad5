//! The forms and letters about a project, by name; `civic` writes them.

use crate::lang::{Word, w};

/// Which paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Paper {
    /// A form to go and see.
    Visit,
    /// A question to the office for the public.
    Office,
    /// Generalised civic access: a copy of documents.
    Access,
    /// Simple civic access: what must be published.
    Duty,
    /// A value that does not add up, told to who publishes it.
    Wrong,
}

impl Paper {
    pub const ALL: [Paper; 5] = [
        Paper::Visit,
        Paper::Office,
        Paper::Access,
        Paper::Duty,
        Paper::Wrong,
    ];

    /// Its short name, in Italian and in English.
    pub fn names(self) -> [&'static str; 2] {
        match self {
            Paper::Visit => ["visita", "visit"],
            Paper::Office => ["urp", "office"],
            Paper::Access => ["accesso", "access"],
            Paper::Duty => ["obbligo", "duty"],
            Paper::Wrong => ["errore", "error"],
        }
    }

    /// The paper with this short name, in either language.
    pub fn named(name: &str) -> Option<Paper> {
        Paper::ALL.into_iter().find(|paper| paper.names().contains(&name))
    }

    /// What it is called.
    pub fn title(self) -> Word {
        match self {
            Paper::Visit => w::CIVIC_VISIT_TITLE,
            Paper::Office => w::CIVIC_OFFICE_TITLE,
            Paper::Access => w::CIVIC_ACCESS_TITLE,
            Paper::Duty => w::CIVIC_DUTY_TITLE,
            Paper::Wrong => w::CIVIC_WRONG_TITLE,
        }
    }

    /// What it is for.
    pub(super) fn says(self) -> Word {
        match self {
            Paper::Visit => w::CIVIC_VISIT_SAYS,
            Paper::Office => w::CIVIC_OFFICE_SAYS,
            Paper::Access => w::CIVIC_ACCESS_SAYS,
            Paper::Duty => w::CIVIC_DUTY_SAYS,
            Paper::Wrong => w::CIVIC_WRONG_SAYS,
        }
    }

    /// Whether somebody signs it: it is printed in Italian, with its translation behind.
    pub fn is_letter(self) -> bool {
        self != Paper::Visit
    }
}
