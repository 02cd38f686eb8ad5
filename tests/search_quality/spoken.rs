//! Whole sentences as they are said at the desk, slips included (`spoken.csv`): the right page comes
//! first, opened at the right answer; what the data cannot answer is said.

use sportello::app::{Archive, Ask, Kind, Leads, Words};
use sportello::explain::Question;
use sportello::sheet::{PartId, Subject};
use sportello::snapshot::Snapshot;
use std::collections::BTreeMap;

/// What Enter opens: "project:cp0x93qt", and the question that it opens at.
fn opened(archive: &Archive, text: &str) -> (String, Option<String>) {
    let ask = Ask {
        text: text.to_owned(),
        limit: 10,
        ..Ask::default()
    };
    let answer = archive.find(&ask);
    let asked = answer.question.map(|q| q.code().to_owned());
    if let Some(meant) = answer.meant.get(answer.first) {
        let name = match &meant.to {
            _ if meant.kind == Kind::Cannot => "cannot".to_owned(),
            Some(Leads::Do(id)) => format!("do:{id}"),
            Some(Leads::Page(Subject::Comune(code), _)) => {
                format!("comune:{}", archive.catalogue().comune_name(*code).unwrap())
            }
            Some(Leads::Page(Subject::Question(id), _)) => format!("question:{id}"),
            Some(Leads::Page(Subject::Word(id), _)) => format!("word:{id}"),
            Some(Leads::Page(Subject::Measure(code), _)) => format!("measure:{code}"),
            _ if meant.kind == Kind::Area => format!("area:{}", meant.text),
            other => format!("{other:?}"),
        };
        // The money of a comune is the first part of its page, that of an area stands in the row.
        let at = match &meant.to {
            Some(Leads::Page(_, Some(PartId::Told(_)))) => asked,
            _ if meant.kind == Kind::Area => asked.filter(|q| *q == Question::HowMuch.code()),
            _ => None,
        };
        return (name, at);
    }
    match answer.rows.get(answer.first - answer.meant.len()) {
        Some(row) if row.missing.is_none() && row.to == Subject::Project(row.id) => {
            (format!("project:{}", row.id), asked)
        }
        Some(row) => (format!("near:{}", row.id), asked),
        None => ("nothing".to_owned(), None),
    }
}

#[test]
fn spoken_questions_open_the_right_page_at_the_right_answer() {
    measure("spoken", include_str!("spoken.csv"));
}

/// Written by another hand, when the first were served.
#[test]
fn other_spoken_questions_do_too() {
    measure("spoken, others", include_str!("spoken_other.csv"));
}

fn measure(kind: &str, file: &str) {
    let archive = Archive::load(Snapshot::embedded().unwrap()).unwrap();
    let mut reader = csv::Reader::from_reader(file.as_bytes());
    let rows: Vec<BTreeMap<String, String>> = reader.deserialize().map(Result::unwrap).collect();
    let (mut all, mut pages, mut answers, mut silent, mut said) = (0, 0, 0, 0, 0);
    for row in &rows {
        let (page, question) = opened(&archive, &row["words"]);
        if row["page"] == "cannot" {
            silent += 1;
            said += usize::from(page == "cannot");
            if page != "cannot" {
                println!("  {}: {page}, not said", row["words"]);
            }
            continue;
        }
        all += 1;
        let right = row["page"].split('|').any(|one| one == page);
        let asked = question.unwrap_or_default();
        let at = row["question"].is_empty() || row["question"].split('|').any(|one| one == asked);
        pages += usize::from(right);
        answers += usize::from(right && at);
        if !right || !at {
            println!(
                "  {}: {page} {asked}, not {} {}",
                row["words"], row["page"], row["question"]
            );
        }
    }
    println!(
        "{kind}: {pages} of {all} at the right page, {answers} at the right answer; {said} of {silent} unanswerable said"
    );
    assert!(all >= 40 && silent >= 16, "{all} {silent}");
    assert!(pages * 10 >= all * 9, "{pages} of {all}");
    assert!(answers * 10 >= all * 9, "{answers} of {all}");
    assert!(said * 100 >= silent * 95, "{said} of {silent}");
}

/// The full screen reads what is typed, the other faces what was said to its end: all count the
/// same projects.
#[test]
fn a_question_has_the_same_number_typed_or_said() {
    let archive = Archive::load(Snapshot::embedded().unwrap()).unwrap();
    let total = |text: &str, words| {
        let text = text.to_owned();
        archive
            .find(&Ask {
                text,
                words,
                ..Ask::default()
            })
            .total
    };
    let files = [
        include_str!("spoken.csv"),
        include_str!("spoken_other.csv"),
        include_str!("queries.csv"),
        include_str!("topics.csv"),
        include_str!("topics_other.csv"),
    ];
    let mut apart = Vec::new();
    let mut all = 0;
    for file in files {
        let mut reader = csv::Reader::from_reader(file.as_bytes());
        for row in reader
            .deserialize::<BTreeMap<String, String>>()
            .map(Result::unwrap)
        {
            let text = &row["words"];
            let [typed, said] = [Words::Typing, Words::Whole].map(|words| total(text, words));
            all += 1;
            if typed != said {
                apart.push(format!("{text}: {typed} typed, {said} said"));
            }
        }
    }
    println!(
        "{} of {all} count otherwise while they are typed: {apart:#?}",
        apart.len()
    );
    assert_eq!(
        total("chi ha vinto la tramvia", Words::Typing),
        total("chi ha vinto la tramvia", Words::Whole)
    );
    assert!(apart.is_empty(), "{apart:#?}");
}
