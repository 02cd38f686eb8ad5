#![allow(clippy::unwrap_used)]

use super::fixture::*;
use super::*;
use crate::model::*;
use crate::text::readability;

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
    project(&catalogue(), p, Lang::It)
}

#[test]
#[ignore = "prints"]
fn show() {
    for p in [full(), digital(), bare("M6C1I1.01.00", &[OLD_PLACES])] {
        for lang in Lang::ALL {
            let e = project(&catalogue(), &p, lang);
            println!("== {}", e.title);
            for a in &e.answers {
                println!("{}", a.question.code());
                for c in &a.claims {
                    println!("   {:?}: {}", c.evidence, c.text);
                }
            }
            println!(
                "odd: {:?}",
                e.oddities.iter().map(|c| &c.text).collect::<Vec<_>>()
            );
            println!("{:?}", readability::measure(&e.prose(), &[]));
        }
    }
}
