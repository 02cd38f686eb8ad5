//! The explanations of made-up projects, subject by subject.

#![allow(clippy::unwrap_used)]

mod bring;
mod counts;
mod deeds;
mod fitting;
mod line;
mod money;
mod names;
mod odd;
mod proof;
mod time;

use super::fixture::*;
use super::*;
use crate::model::*;
use crate::snapshot::Catalogue;
use jiff::civil::date;

fn text(explanation: &Explanation, question: Question) -> String {
    let texts: Vec<&str> = explanation
        .answer(question)
        .claims
        .iter()
        .map(|c| c.text.as_str())
        .collect();
    texts.join(" ")
}

fn it(p: &Project) -> Explanation {
    project(&catalogue(), p, Lang::It, TODAY)
}

fn en(p: &Project) -> Explanation {
    project(&catalogue(), p, Lang::En, TODAY)
}

fn label_of(p: &mut Project, kind: LabelKind) -> &mut Label {
    p.labels.iter_mut().find(|l| l.kind == kind).unwrap()
}

fn odd(p: &Project) -> String {
    let texts: Vec<String> = it(p).oddities.into_iter().map(|c| c.text).collect();
    texts.join(" ")
}

fn missing_of(e: &Explanation, question: Question) -> Vec<Missing> {
    e.answer(question)
        .claims
        .iter()
        .filter_map(|c| c.missing)
        .collect()
}

#[track_caller]
fn says(text: &str, wanted: &str) {
    assert!(text.contains(wanted), "no {wanted:?} in {text:?}");
}

#[track_caller]
fn says_not(text: &str, unwanted: &str) {
    assert!(!text.contains(unwanted), "{unwanted:?} in {text:?}");
}

#[test]
fn all_eight_questions_of_a_full_project() {
    let e = it(&full());
    assert_eq!(e.answers.each_ref().map(|a| a.question), Question::ALL);
    assert!(e.answers.iter().all(Answer::is_answered));
    assert!(e.oddities.is_empty(), "{:?}", e.oddities);
    let what = text(&e, Question::What);
    assert_eq!(
        what,
        "Si fanno lavori per l'Asilo nido Il Girasole: si costruisce un'opera nuova, con l'obiettivo di 60 posti di nido."
    );
    let who = text(&e, Question::Who);
    assert_eq!(
        who,
        "Il Comune di Seravezza realizza il progetto. Alfa Costruzioni S.r.l. e un professionista o piccola ditta che non nominiamo hanno avuto l'unico contratto noto ad aprile 2023, con una gara aperta a tutti."
    );
    says_not(&who, "Ministero");
    let measure: Vec<&str> = e.measure.iter().map(|c| c.text.as_str()).collect();
    assert!(measure.len() <= 4, "{measure:?}");
    says(
        &measure.join(" "),
        "La misura, che qui chiamiamo Nidi e scuole dell'infanzia, è guidata dal Ministero dell'Istruzione e del Merito.",
    );
    says_not(&measure.join(" "), "Una mamma");
    let place = text(&e, Question::Where);
    assert_eq!(
        place,
        "Il progetto è a Seravezza, in provincia di Lucca, in via Roma 1."
    );
    let contact = text(&e, Question::Contact);
    says(
        &contact,
        "Potete chiedere all'ufficio per il pubblico (URP) del Comune di Seravezza a che punto è oggi, con il codice (CUP) J57H22001230006.",
    );
}
