//! The answers of the exercises.

use sportello::app::Archive;
use sportello::lang::LESSONS;
use sportello::lang::{Lang, StepKind};
use sportello::snapshot::Snapshot;

#[test]
fn every_exercise_has_an_answer_in_the_bundled_region() {
    let archive = Archive::load(Snapshot::embedded().unwrap()).unwrap();
    let mut asked = 0;
    for lesson in LESSONS {
        for step in lesson.steps {
            let StepKind::Ask(ask) = &step.kind else {
                continue;
            };
            asked += 1;
            let answer = archive.expected(ask, None).unwrap();
            let answer = answer.unwrap_or_else(|| panic!("{}: {}", lesson.id, ask.query));
            for lang in Lang::ALL {
                let text = step.text(lang);
                let said = answer.say(text, lang);
                assert!(answer.is_right(&said, text), "{}: {said}", lesson.id);
            }
        }
    }
    assert!(asked > 15, "{asked}");
}
