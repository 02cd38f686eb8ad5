//! The letters to the body that answers for a project.

use super::written::Of;
use crate::explain::{Desk, Office, Question, Spending, office, questions, spending};
use crate::lang::{Word, w};
use crate::sheet::form::Paper;
use crate::sheet::page::Block;
use crate::text::grammar::list;

pub(super) fn page(of: &mut Of<'_>, paper: Paper) {
    let lang = of.lang();
    let office = office(of.b.catalogue, of.project, lang, of.today);
    let things = questions(of.b.catalogue, of.project, lang, of.today);
    let things = list(&things, lang);
    of.translated();
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
    let steps = steps(of, paper, office.as_ref());
    of.guide(&steps);
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
    let which = lang.say(which(paper, office)).to_owned();
    of.b.push(Block::Paragraph(format!("{which}.")));
}

/// Which office of the body it goes to.
pub fn which(paper: Paper, office: Option<&Office>) -> Word {
    match (paper, office.map(|o| o.desk)) {
        (Paper::Access, Some(Desk::Public) | None) => w::CIVIC_ACCESS_OFFICE,
        (Paper::Duty, _) => w::CIVIC_DUTY_OFFICE,
        (_, Some(Desk::School)) => w::CIVIC_OFFICE_OFFICE_SCHOOL,
        (_, Some(Desk::Body)) => w::CIVIC_OFFICE_OFFICE_BODY,
        _ => w::CIVIC_OFFICE_OFFICE,
    }
}

fn law(paper: Paper) -> Word {
    match paper {
        Paper::Access => w::CIVIC_ACCESS_RULE,
        Paper::Duty => w::CIVIC_DUTY_RULE,
        _ => w::CIVIC_OFFICE_RULE,
    }
}

/// What the citizen does: fills it in, knows to whom it goes, sends it, and waits.
fn steps(of: &Of<'_>, paper: Paper, office: Option<&Office>) -> Vec<String> {
    let lang = of.lang();
    let say = |word: Word| lang.say(word).to_owned();
    let body = office.map_or_else(|| say(w::CIVIC_TO_ABSENT), |office| office.claim.text.clone());
    let whom = lang.fill(
        w::CIVIC_STEP_WHERE,
        &[("body", &body), ("office", lang.say(which(paper, office)))],
    );
    let mut out = Vec::new();
    if paper == Paper::Duty {
        out.push(say(w::CIVIC_DUTY_LOOK_FIRST));
    }
    out.push(say(w::CIVIC_STEP_FILL));
    out.push(format!("{whom} {}", say(w::CIVIC_ADDRESS)));
    out.push(say(match paper {
        Paper::Access | Paper::Duty => w::CIVIC_SEND,
        _ => w::CIVIC_OFFICE_SEND,
    }));
    out.push(say(w::CIVIC_STEP_KEEP));
    out.push(say(match paper {
        Paper::Access => w::CIVIC_ACCESS_THEN,
        Paper::Duty => w::CIVIC_DUTY_THEN,
        _ => w::CIVIC_OFFICE_THEN,
    }));
    if paper == Paper::Access {
        out.push(say(w::CIVIC_ACCESS_REVIEW));
        if office.is_some_and(|office| office.is_local) {
            out.push(say(w::CIVIC_ACCESS_REVIEW_LOCAL));
        }
    }
    let school = office.is_some_and(|office| office.desk == Desk::School);
    if school && matches!(paper, Paper::Access | Paper::Duty) {
        out.push(say(w::CIVIC_ACCESS_REVIEW_SCHOOL));
    }
    out
}
