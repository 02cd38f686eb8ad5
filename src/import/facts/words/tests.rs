#![allow(clippy::unwrap_used)]
use super::*;
use proptest::prelude::*;

fn set(text: &str) -> Vec<String> {
    let mut out = BTreeSet::new();
    read(text, &BTreeSet::new(), &mut out);
    out.into_iter().collect()
}

#[test]
fn words_are_sorted_and_tell_something() {
    assert_eq!(
        set("RIFACIMENTO della copertura, e dei serramenti (12 finestre) della Scuola Alfa: RIFACIMENTO"),
        [
            "alfa",
            "copertura",
            "finestre",
            "rifacimento",
            "scuola",
            "serramenti"
        ]
    );
    assert_eq!(set("SP 503 del 2022 B00C00000000000 14,5 a 1234567"), ["503"]);
}

#[test]
fn lost_accents_are_given_back() {
    assert_eq!(
        set("CASA DELLA COMUNIT NELLA CITT ALFA"),
        ["alfa", "casa", "citta", "comunita"]
    );
}

#[test]
fn persons_are_no_words() {
    for text in [
        "incarico Mario Betalfa",
        "incarico arch. Qwxyz Betalfa",
        "progetto del prof. Qwxyz",
    ] {
        let words = set(text);
        assert!(
            !words.contains(&"mario".to_owned()) && !words.contains(&"qwxyz".to_owned()),
            "{words:?}"
        );
    }
    assert_eq!(set("scuola Mario Betalfa"), ["betalfa", "mario", "scuola"]);
}

#[test]
fn known_persons_leave_but_for_their_streets() {
    let mut persons = Persons::default();
    persons.add("BETALFA QWXYZ");
    persons.add("X");
    let all = || {
        ["asilo", "betalfa", "qwxyz", "tetto"]
            .map(str::to_owned)
            .into_iter()
            .collect::<BTreeSet<_>>()
    };
    let mut words = all();
    persons.leave(&mut words, &BTreeSet::new());
    assert_eq!(words.into_iter().collect::<Vec<_>>(), ["asilo", "tetto"]);
    let mut words = all();
    let street = ["betalfa", "qwxyz"].map(str::to_owned).into_iter().collect();
    persons.leave(&mut words, &street);
    assert_eq!(words, all());
}

proptest! {
    #[test]
    fn no_code_is_a_word(before in "[a-z ]{0,12}", after in "[a-z ]{0,12}") {
        let words = set(&format!("{before} XXXYYY00A00X000Y **************** B00C00000000000 {after}"));
        prop_assert!(words.iter().all(|w| w.len() < 16 && !w.contains('*') && !w.contains("00")), "{:?}", words);
    }

    #[test]
    fn a_set_is_no_text(text in "\\PC{0,80}") {
        let words = set(&text);
        prop_assert!(words.windows(2).all(|w| w[0] < w[1]));
    }
}
