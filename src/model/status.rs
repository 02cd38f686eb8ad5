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
    /// All of its money was paid; whether it is finished, no table says.
    Paid,
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
        Status::Paid,
        Status::Funded,
        Status::Withdrawn,
        Status::Unknown,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Status::Completed => "completed",
            Status::Ongoing => "ongoing",
            Status::Paid => "paid",
            Status::Funded => "funded",
            Status::Withdrawn => "withdrawn",
            Status::Unknown => "unknown",
        }
    }
}

/// What a published word says of a project, a phase or a code. Words are matched whole: "In
/// chiusura" and "Non concluso" are not "Chiuso" and "Concluso", and a word that is not listed
/// here says nothing that we would dare to repeat in our own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stated {
    Waiting,
    Ongoing,
    Completed,
    Withdrawn,
}

impl Stated {
    pub fn of(published: &str) -> Option<Stated> {
        let lower = published.trim().to_lowercase();
        let word = lower.split_whitespace().collect::<Vec<_>>().join(" ");
        // The last letter tells the gender: "concluso", "conclusa".
        let word = word.strip_prefix("fase ").unwrap_or(&word);
        let root = word.strip_suffix(['o', 'a']).unwrap_or(word);
        Some(match root {
            "non avviat" | "non ancora avviat" | "da avviare" | "non iniziat" | "non ancora iniziat" => {
                Stated::Waiting
            }
            "in cors"
            | "in corso da previsione"
            | "avviat"
            | "in esecuzione"
            | "in attuazione"
            | "in realizzazione"
            | "iniziat" => Stated::Ongoing,
            "progetto con iter conclus"
            | "iter conclus"
            | "conclus"
            | "completat"
            | "chius"
            | "terminat"
            | "ultimat"
            | "closed" => Stated::Completed,
            "revocat" | "rinunciat" | "rinunci" | "annullat" | "cancellat" | "definanziat" | "revoked"
            | "revoca" => Stated::Withdrawn,
            _ => return None,
        })
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
    /// Date of the table that states `start_actual`: a start that lies after it is not yet one.
    pub start_seen: Option<Date>,
    pub end_actual: Option<Date>,
    /// Date of the table that states `end_actual`.
    pub seen: Option<Date>,
    pub paid: bool,
    /// The payments are the whole funding.
    pub all_paid: bool,
    /// All that it must reach is reported as reached, its end too.
    pub done: bool,
    pub funded: bool,
}

/// The fact that a status is told from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sign {
    Progress,
    Cup,
    Candidature,
    End,
    Start,
    Payment,
    Funding,
    Reached,
}

impl Sign {
    pub const ALL: &[Sign] = &[
        Sign::Progress,
        Sign::Cup,
        Sign::Candidature,
        Sign::End,
        Sign::Start,
        Sign::Payment,
        Sign::Funding,
        Sign::Reached,
    ];
}

impl Signs<'_> {
    /// Whether the project had ended when the table was made.
    pub fn ended(&self) -> bool {
        self.end_actual
            .is_some_and(|end| self.seen.is_none_or(|seen| end <= seen))
    }

    /// Whether it had begun when the table was made.
    pub fn started(&self) -> bool {
        self.start_actual
            .is_some_and(|start| self.start_seen.is_none_or(|seen| start <= seen))
    }

    /// The status, and the strongest sign that tells it: what a table says in so many words comes
    /// before what we make of its dates and sums.
    pub fn told(self) -> Option<(Status, Sign)> {
        let progress = self.progress.and_then(Stated::of);
        let cup = self.cup_status.and_then(Stated::of);
        let stated = |stated| match stated {
            Stated::Waiting => Status::Funded,
            Stated::Ongoing => Status::Ongoing,
            Stated::Completed => Status::Completed,
            Stated::Withdrawn => Status::Withdrawn,
        };
        Some(match (progress, cup, self.candidature) {
            // What is wholly paid is a later application, which the list that we have does not know.
            (_, _, Some('R')) if !self.all_paid => (Status::Withdrawn, Sign::Candidature),
            (_, _, Some('E')) => (Status::Completed, Sign::Candidature),
            (Some(Stated::Withdrawn), _, _) => (Status::Withdrawn, Sign::Progress),
            (_, Some(Stated::Withdrawn), _) => (Status::Withdrawn, Sign::Cup),
            (Some(word), _, _) => (stated(word), Sign::Progress),
            (_, Some(Stated::Completed), _) => (Status::Completed, Sign::Cup),
            _ if self.ended() => (Status::Completed, Sign::End),
            _ if self.done => (Status::Completed, Sign::Reached),
            _ if self.started() => (Status::Ongoing, Sign::Start),
            _ if self.all_paid => (Status::Paid, Sign::Payment),
            _ if self.paid => (Status::Ongoing, Sign::Payment),
            (_, _, Some('A')) => (Status::Funded, Sign::Candidature),
            _ if self.funded => (Status::Funded, Sign::Funding),
            _ => return None,
        })
    }

    /// The status alone.
    pub fn status(self) -> Status {
        self.told().map_or(Status::Unknown, |(status, _)| status)
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
    fn what_is_reached_says_more_than_what_is_paid() {
        let paid = Signs {
            paid: true,
            done: true,
            ..Signs::default()
        };
        assert_eq!(paid.told(), Some((Status::Completed, Sign::Reached)));
        let progress = Some("In corso");
        assert_eq!(Signs { progress, ..paid }.status(), Status::Ongoing);
    }

    #[test]
    fn what_is_wholly_paid_was_not_given_up() {
        let given_up = Signs {
            candidature: Some('R'),
            paid: true,
            funded: true,
            ..Signs::default()
        };
        assert_eq!(given_up.status(), Status::Withdrawn);
        let all_paid = true;
        assert_eq!(Signs { all_paid, ..given_up }.status(), Status::Paid);
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

    #[test]
    fn published_words_are_matched_whole() {
        for (word, stated) in [
            ("Concluso", Some(Stated::Completed)),
            ("CONCLUSA", Some(Stated::Completed)),
            (" In  Corso ", Some(Stated::Ongoing)),
            ("Fase in corso da previsione", Some(Stated::Ongoing)),
            ("Avviato", Some(Stated::Ongoing)),
            ("Non ancora avviata", Some(Stated::Waiting)),
            ("Non avviato", Some(Stated::Waiting)),
            ("Revocato", Some(Stated::Withdrawn)),
            ("Non concluso", None),
            ("In attesa di conclusione", None),
            ("In chiusura", None),
            ("Sospeso", None),
            ("active", None),
            ("", None),
        ] {
            assert_eq!(Stated::of(word), stated, "{word}");
        }
    }

    #[test]
    fn a_table_s_own_word_comes_before_its_dates() {
        let end = Date::constant(2026, 3, 1);
        let signs = Signs {
            progress: Some("In corso"),
            end_actual: Some(end),
            seen: Some(Date::constant(2026, 6, 13)),
            ..Signs::default()
        };
        assert_eq!(signs.told(), Some((Status::Ongoing, Sign::Progress)));
        let progress = Some("In chiusura");
        assert_eq!(
            Signs { progress, ..signs }.told(),
            Some((Status::Completed, Sign::End))
        );
    }

    #[test]
    fn a_start_after_the_table_is_not_a_start() {
        let signs = Signs {
            start_actual: Some(Date::constant(2027, 1, 1)),
            start_seen: Some(Date::constant(2026, 6, 13)),
            ..Signs::default()
        };
        assert_eq!(signs.status(), Status::Unknown);
    }
}
