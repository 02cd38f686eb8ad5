//! What was typed, among several names: one way for every list.

use sportello::app::Lists;
use sportello::app::choices::{Choice, Narrowed, glossary, measures, narrowed, questions};
use sportello::lang::Lang;
use sportello::sheet::Subject;

fn among(names: &[&'static str], typed: &str) -> (Vec<&'static str>, bool) {
    let choice = |name: &&'static str| Choice::plain(*name, Subject::Data);
    let mut choices: Vec<Choice<Subject>> = names.iter().map(choice).collect();
    let kept = narrowed(&mut choices, typed, &Lists::default(), Lang::It);
    (kept.found.iter().map(|at| names[*at]).collect(), kept.near)
}

#[test]
fn names_are_narrowed_and_slips_forgiven() {
    let all = ["Asili nido", "Nidi", "Case della Comunità", "Fibra ottica"];
    assert_eq!(among(&all, "nid"), (vec!["Nidi", "Asili nido"], false));
    assert_eq!(among(&all, "comunita"), (vec!["Case della Comunità"], false));
    assert_eq!(among(&all, "asilli nido"), (vec!["Asili nido"], true));
    assert_eq!(among(&all, "xyz"), (vec![], false));
    assert_eq!(among(&all, "").0.len(), 4);
}

#[test]
fn the_beginning_counts_most_and_letters_in_their_order_are_the_last_chance() {
    let all = [
        "Montepulciano (SI)",
        "Pulciano",
        "Chianciano Terme",
        "Forlì",
        "Calcinaia",
    ];
    assert_eq!(among(&all, "pulc").0, ["Pulciano", "Montepulciano (SI)"]);
    assert_eq!(among(&all, "terme").0, ["Chianciano Terme"]);
    assert_eq!(among(&all, "forli").0, ["Forlì"]);
    assert_eq!(among(&all, "calcianai"), (vec!["Calcinaia"], true));
    assert_eq!(among(&all, "mntplc"), (vec!["Montepulciano (SI)"], true));
    assert_eq!(among(&all, "zzz"), (vec![], false));
}

#[test]
fn what_goes_by_a_name_comes_before_what_speaks_of_it() {
    let mut words = glossary(Lang::It);
    let kept: Narrowed = narrowed(&mut words, "gara", &Lists::default(), Lang::It);
    assert!(kept.named >= 1 && kept.named < kept.found.len(), "{kept:?}");
    assert!(words[kept.found[0]].name.starts_with("gara"));
    assert_eq!(kept.named_or_all().len(), kept.named);
    let mut asked: Vec<_> = questions(Lang::It).collect();
    let first = asked[0].name.clone();
    let kept = narrowed(&mut asked, &first, &Lists::default(), Lang::It);
    assert_eq!((kept.found[0], kept.near), (0, false));
    assert!(measures(&[], Lang::It).is_empty());
}
