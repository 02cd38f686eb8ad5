//! A set of words is an index, not a text: it says which words a project's texts have, in the
//! order of the alphabet.

use super::table;

/// A few words that no index needs; whoever finds one has kept a sentence.
const STOP: &str = "a ad agli ai al alla alle allo che con da dagli dai dal dalla dalle dallo dei \
    degli del dell della delle dello di e ed fra gli i il in la le lo nei negli nel nella nelle \
    nello o per su sugli sui sul sulla sulle tra un una uno";

/// What is wrong with a set, if anything.
fn fault(words: &str) -> Option<&'static str> {
    let all: Vec<&str> = words.split(' ').collect();
    let is_word = |w: &&str| !w.is_empty() && w.chars().all(|c| c.is_alphanumeric() && !c.is_uppercase());
    match () {
        () if all.len() < 4 => Some("fewer than four words"),
        () if !all.iter().all(is_word) => Some("not folded words with a blank between"),
        () if !all.windows(2).all(|w| w[0] < w[1]) => Some("not sorted, or one word twice"),
        () if all.iter().any(|w| STOP.split_whitespace().any(|s| s == *w)) => Some("a stop word"),
        () => None,
    }
}

#[test]
fn faults_of_a_set_are_seen() {
    assert_eq!(fault("asilo legno nuovo tetto"), None);
    assert!(fault("asilo legno tetto").is_some());
    assert!(fault("asilo nuovo legno tetto").is_some());
    assert!(fault("asilo asilo legno tetto").is_some());
    assert!(fault("asilo con legno tetto").is_some());
    assert!(fault("asilo legno nuovo Tetto").is_some());
    assert!(fault("asilo legno  nuovo tetto").is_some());
}

#[test]
fn sets_of_words_are_no_texts() {
    for row in table("words") {
        let words = &row["words"];
        if let Some(fault) = fault(words) {
            panic!("{}: {fault}: {words}", row["project"]);
        }
    }
}
