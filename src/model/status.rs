//! How a project stands, in few words that a filter and a list can use.

use jiff::civil::Date;
use serde::Serialize;

/// Derived from what the tables state; `explain` says from what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The tables say that it is finished, or (PA digitale) certified and paid.
    Completed,
    /// The tables say that it is under way, or some of its money was paid.
    Ongoing,
    /// Funding was assigned; nothing more is stated.
    Funded,
    /// The body renounced the funding, or the CUP was closed or revoked.
    Withdrawn,
    /// No table at hand says.
    #[default]
    Unknown,
}

impl Status {
    pub const ALL: &[Status] = &[
        Status::Completed,
        Status::Ongoing,
        Status::Funded,
        Status::Withdrawn,
        Status::Unknown,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Status::Completed => "completed",
            Status::Ongoing => "ongoing",
            Status::Funded => "funded",
            Status::Withdrawn => "withdrawn",
            Status::Unknown => "unknown",
        }
    }
}

/// What the tables state that a status can be told from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Signs<'a> {
    /// *Stato Avanzamento Progetto*, as published.
    pub progress: Option<&'a str>,
    /// *Stato CUP*, as published.
    pub cup_status: Option<&'a str>,
    /// PA digitale: A, R or E.
    pub candidature: Option<char>,
    pub start_actual: Option<Date>,
    pub end_actual: Option<Date>,
    /// Date of the table that states `end_actual`: an end that lies after it is not yet one.
    pub seen: Option<Date>,
    pub paid: bool,
    pub funded: bool,
}

impl Signs<'_> {
    /// The status, from the strongest sign to the weakest.
    pub fn status(self) -> Status {
        let lower = |text: Option<&str>| text.unwrap_or_default().to_lowercase();
        let (progress, cup) = (lower(self.progress), lower(self.cup_status));
        let any = |text: &str, roots: &[&str]| roots.iter().any(|r| text.contains(r));
        const GONE: &[&str] = &["revoc", "rinunc", "annull", "cancell"];
        const DONE: &[&str] = &["conclus", "complet", "chius"];
        let ended = self
            .end_actual
            .is_some_and(|end| self.seen.is_none_or(|seen| end <= seen));
        if any(&progress, GONE) || any(&cup, GONE) || self.candidature == Some('R') {
            Status::Withdrawn
        } else if any(&progress, DONE) || any(&cup, DONE) || self.candidature == Some('E') || ended {
            Status::Completed
        } else if any(&progress, &["non avviat", "da avviare"]) {
            Status::Funded
        } else if any(&progress, &["corso", "avviat"]) || self.start_actual.is_some() || self.paid {
            Status::Ongoing
        } else if self.funded || self.candidature == Some('A') {
            Status::Funded
        } else {
            Status::Unknown
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stronger_signs_win() {
        let none = Signs::default();
        assert_eq!(none.status(), Status::Unknown);
        assert_eq!(Signs { funded: true, ..none }.status(), Status::Funded);
        let paid = Signs {
            funded: true,
            paid: true,
            ..none
        };
        assert_eq!(paid.status(), Status::Ongoing);
        assert_eq!(
            Signs {
                progress: Some("Non avviato"),
                ..paid
            }
            .status(),
            Status::Funded
        );
        assert_eq!(
            Signs {
                progress: Some("Concluso"),
                ..paid
            }
            .status(),
            Status::Completed
        );
        assert_eq!(
            Signs {
                cup_status: Some("CHIUSO"),
                ..paid
            }
            .status(),
            Status::Completed
        );
        assert_eq!(
            Signs {
                candidature: Some('R'),
                ..paid
            }
            .status(),
            Status::Withdrawn
        );
    }

    #[test]
    fn an_end_after_the_table_is_not_an_end() {
        let end = Date::constant(2026, 6, 30);
        let signs = Signs {
            end_actual: Some(end),
            seen: Some(Date::constant(2025, 3, 31)),
            ..Signs::default()
        };
        assert_ne!(signs.status(), Status::Completed);
        let seen = Some(Date::constant(2026, 7, 1));
        assert_eq!(Signs { seen, ..signs }.status(), Status::Completed);
    }
}
