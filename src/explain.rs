//! Facts → answers that a citizen understands, each sentence with its proof.
//!
//! An [`Explanation`] answers eight questions. An answer is claims; a [`Claim`] is one sentence,
//! how we know it ([`Evidence`]) and the columns that it stands on ([`Cite`]). A question that the
//! data do not answer gets an honest sentence, which tells "not published" from "not in this
//! archive". Nothing here is set in type: `sheet` and the screens do that, from the same claims.
//!
//! The sentences stand in `assets/lang/explain.it.toml` and `explain.en.toml`; this code picks the
//! sentence and fills it in. The same facts give the same text; a changed fact changes its
//! sentence only.

mod again;
mod benefit;
mod body;
mod called;
mod cell;
mod census;
mod changes;
mod claim;
pub mod code;
mod comune;
mod comuni;
mod contact;
mod contracts;
mod counts;
mod facts;
mod firms;
mod funds;
mod gaps;
mod general;
mod gloss;
mod glossary;
mod holder;
mod how_much;
mod lateness;
mod local;
mod measure;
mod money;
mod names;
mod oddities;
mod office;
mod phases;
mod plain;
mod progress;
mod promise;
mod rank;
mod rest;
mod share;
mod spoken;
mod stage;
mod standing;
mod state;
mod subcontractors;
mod targets;
mod tender;
mod tenders;
mod told;
mod trade;
mod twin;
mod unnamed;
mod unread;
mod updates;
mod what;
mod when;
mod whereabouts;
mod who;
mod why;
mod winners;
mod wording;

pub use cell::{Cell, cell};
pub use census::{Census, Gap, census};
pub use claim::{Answer, Cite, Claim, Explanation, Missing, Question};
pub use comune::{ComuneAccount, ComuneFigures, Theme, comune, mission_name, theme_name};
pub use comuni::{ComuneSums, by_measure, comuni, is_own};
pub use counts::Counts;
pub use gloss::body_name;
pub use glossary::{Terms, entry};
pub use measure::{MeasureAccount, MeasureFigures, measure};
pub use money::paid;
pub use names::names;
pub use office::{Desk, Office, Spending, office, questions, spending};
pub use promise::promise;
pub use share::Share;
pub use standing::{in_list, in_words, status_word};
pub use why::{why, why_missing};

use crate::lang::Lang;
use crate::model::{Evidence, Project};
use crate::snapshot::Catalogue;
use facts::Facts;
use jiff::civil::Date;

/// Answers the eight questions about a project, as they are answered today.
pub fn project(catalogue: &Catalogue, project: &Project, lang: Lang, today: Date) -> Explanation {
    let facts = Facts::new(catalogue, project, lang, today);
    let answer = |question: Question| {
        let claims = match question {
            Question::What => what::claims(&facts),
            Question::Who => who::claims(&facts),
            Question::HowMuch => how_much::claims(&facts),
            Question::Where => whereabouts::claims(&facts),
            Question::When => when::claims(&facts),
            Question::Progress => progress::claims(&facts),
            Question::Benefit => benefit::claims(&facts),
            Question::Contact => contact::claims(&facts),
        };
        Answer { question, claims }
    };
    Explanation {
        id: project.id,
        title: facts.title(),
        line: standing::line(&facts),
        official_title: facts.official_title(),
        lang,
        answers: Question::ALL.map(answer),
        oddities: oddities::claims(&facts),
        measure: general::claims(&facts),
    }
}

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod tests;
