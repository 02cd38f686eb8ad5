//! The letters to the body that answers for a project.

use super::written::Of;
use crate::explain::{Desk, Office, Question, Spending, office, questions, spending};
use crate::lang::{Word, w};
use crate::sheet::form::Paper;
use crate::sheet::note::Note;
use crate::sheet::page::Block;
use crate::text::grammar::list;

pub(super) fn page(of: &mut Of<'_>, paper: Paper) {
    let lang = of.lang();
    let office = office(of.b.catalogue, of.project, lang, of.today);
    let things = questions(of.b.catalogue, of.project, lang, of.today);
    let things = list(&things, lang);
    of.b.under(Note::Line(lang.say(w::CIVIC_UNDER).to_owned()));
    sender(of, paper);
    to(of, paper, office.as_ref());
    of.part(w::CIVIC_SUBJECT);
    let title = lang.say(paper.title()).to_owned();
    let law = lang.say(law(paper)).to_owned();
    of.fill(w::CIVIC_LINE, &[("what", &title), ("rule", &law)]);
    of.about();
    of.part(w::CIVIC_KNOWN);
    of.known(&[Question::HowMuch, Question::Progress]);
    of.part(w::CIVIC_WANTED);
    let values = [("things", things.as_str())];
    match paper {
        Paper::Access => {
            of.fill(w::CIVIC_ACCESS_WANTS, &values);
            of.say(match spending(of.project) {
                Spending::Works => w::CIVIC_ACCESS_WORKS,
                _ => w::CIVIC_ACCESS_SERVICES,
            });
            of.say(w::CIVIC_ACCESS_FREE);
        }
        Paper::Duty => {
            of.say(w::CIVIC_DUTY_WANTS);
            of.say(match spending(of.project) {
                Spending::Works => w::CIVIC_DUTY_WORKS,
                Spending::Grants => w::CIVIC_DUTY_GRANTS,
                Spending::Other => w::CIVIC_DUTY_CONTRACTS,
            });
            of.fill(w::CIVIC_DUTY_THINGS, &values);
        }
        _ => {
            of.fill(w::CIVIC_OFFICE_WANTS, &values);
            of.say(w::CIVIC_OFFICE_WHOM);
        }
    }
    of.blank(w::CIVIC_SIGN);
    of.part(w::CIVIC_HOW);
    for word in how(paper, office.as_ref()) {
        of.say(word);
    }
}

/// The lines of who writes; the law asks who one is for access only.
pub(super) fn sender(of: &mut Of<'_>, paper: Paper) {
    of.part(w::CIVIC_SENDER);
    of.blank(w::CIVIC_NAME);
    if matches!(paper, Paper::Access | Paper::Duty) {
        of.blank(w::CIVIC_BIRTH);
        of.blank(w::CIVIC_HOME);
    }
    of.blank(w::CIVIC_REACH);
}

/// The body, by the table that names it, and its office.
fn to(of: &mut Of<'_>, paper: Paper, office: Option<&Office>) {
    let lang = of.lang();
    of.part(w::CIVIC_TO);
    match office {
        Some(office) => of.b.claims(std::slice::from_ref(&office.claim)),
        None => of.say(w::CIVIC_TO_ABSENT),
    }
    let which = match (paper, office.map(|o| o.desk)) {
        (Paper::Access, Some(Desk::Public) | None) => w::CIVIC_ACCESS_OFFICE,
        (Paper::Duty, _) => w::CIVIC_DUTY_OFFICE,
        (_, Some(Desk::School)) => w::CIVIC_OFFICE_OFFICE_SCHOOL,
        (_, Some(Desk::Body)) => w::CIVIC_OFFICE_OFFICE_BODY,
        _ => w::CIVIC_OFFICE_OFFICE,
    };
    let which = lang.say(which).to_owned();
    of.b.push(Block::Paragraph(format!("{which}.")));
}

fn law(paper: Paper) -> Word {
    match paper {
        Paper::Access => w::CIVIC_ACCESS_RULE,
        Paper::Duty => w::CIVIC_DUTY_RULE,
        _ => w::CIVIC_OFFICE_RULE,
    }
}

/// How it is sent, and what comes of it.
fn how(paper: Paper, office: Option<&Office>) -> Vec<Word> {
    let mut out = match paper {
        Paper::Access => vec![w::CIVIC_SEND, w::CIVIC_ACCESS_THEN, w::CIVIC_ACCESS_REVIEW],
        Paper::Duty => vec![w::CIVIC_DUTY_LOOK_FIRST, w::CIVIC_SEND, w::CIVIC_DUTY_THEN],
        _ => vec![w::CIVIC_OFFICE_SEND, w::CIVIC_OFFICE_THEN],
    };
    let school = office.is_some_and(|office| office.desk == Desk::School);
    if paper == Paper::Access && office.is_some_and(|o| o.is_local) {
        out.push(w::CIVIC_ACCESS_REVIEW_LOCAL);
    }
    if school && matches!(paper, Paper::Access | Paper::Duty) {
        out.push(w::CIVIC_ACCESS_REVIEW_SCHOOL);
    }
    out.push(w::CIVIC_ADDRESS);
    out.push(w::CIVIC_CHECKED);
    out
}
