//! What a word of a text is done to: a survey of a wall builds no wall, a beam of the roof that is
//! repaired is no new roof, windows that are made safe stay the same windows.

use crate::model::{TextColumn, Work};

/// What is tested or studied behind such a word is not worked on.
const TESTS: &[&str] = &[
    "indagin",
    "sondagg",
    "carotagg",
    "riliev",
    "sagg",
    "prove",
    "verific",
    "monitoragg",
    "analisi",
    "relazion",
];
/// Where the tests end, and what they are made for begins.
const PURPOSES: &[&str] = &[
    "per",
    "finalizzat",
    "propedeutic",
    "preliminar",
    "relativ",
    "inerent",
    "riguardant",
    "nell",
    "lavor",
    "intervent",
    "opere",
    "progett",
    "riqualificazion",
    "ristrutturazion",
    "efficientament",
    "realizzazion",
];
/// Words that join a verb to what it is done to.
const LINKS: &[&str] = &[
    "di", "della", "delle", "dell", "del", "dei", "degli", "degl", "in", "su", "sul", "sulla", "sulle",
    "gli", "le", "la", "a",
];

/// Works that are said of one thing only: found where their words stand as what is done there.
const OF_ONE_THING: &[Work] = &[
    Work::Roof,
    Work::RoofCare,
    Work::Windows,
    Work::Wiring,
    Work::Structure,
];

/// The words of a clause without what is only tested.
pub(super) fn built(words: &[&str], column: TextColumn) -> Vec<String> {
    let mut tested = false;
    let mut out = Vec::with_capacity(words.len());
    for (i, word) in words.iter().enumerate() {
        let begins = |roots: &[&str]| roots.iter().any(|root| word.starts_with(root));
        if column == TextColumn::TenderObject && begins(TESTS) {
            tested = true;
        } else if begins(PURPOSES) {
            tested = false;
        }
        // "PARETI NON STRUTTURALI" bear nothing.
        let denied = i > 0 && words[i - 1] == "non";
        out.push(if tested || denied {
            String::new()
        } else {
            (*word).to_owned()
        });
    }
    out
}

/// Whether a work that is found in the words is done to something else: `again` looks into the words
/// without the things that are only the place of another work.
pub(super) fn is_of_another<'a>(work: Work, words: &[&'a str], again: impl Fn(&[&str]) -> Vec<Work>) -> bool {
    if !OF_ONE_THING.contains(&work) {
        return false;
    }
    let shown = |(i, word): (usize, &&'a str)| match is_place_of_another(words, i) {
        true => "",
        false => *word,
    };
    let plain: Vec<&str> = words.iter().enumerate().map(shown).collect();
    !again(&plain).contains(&work)
}

fn is_place_of_another(words: &[&str], i: usize) -> bool {
    let begins = |word: &str, roots: &[&str]| roots.iter().any(|root| word.starts_with(root));
    let linked = words[..i]
        .iter()
        .rposition(|word| !LINKS.contains(word) && !word.is_empty());
    let Some(before) = linked.map(|at| words[at]) else {
        return false;
    };
    let second = linked.and_then(|at| at.checked_sub(1)).map_or("", |at| words[at]);
    match words[i] {
        word if begins(word, &["copertur", "tett"]) => {
            let insulated = begins(before, &["coibentazion", "isolament"])
                || begins(before, &["termic"]) && begins(second, &["isolament"]);
            begins(before, &["trav", "orditur", "capriat", "lucernar", "terrazz"])
                || insulated && !["e", "ed"].contains(&second)
        }
        word if begins(word, &["infiss", "serrament", "finestr", "vetrat"]) => begins(
            before,
            &["sicurezza", "restaur", "revision", "riparazion", "verniciatur"],
        ),
        word if begins(word, &["elettric"]) && begins(before, &["cabin"]) => {
            is_place_of_another(words, i - 1)
        }
        // "MARCIAPIEDI DAL PONTE ALFA ALLA STAZIONE".
        word if begins(word, &["pont", "viadott"]) => ["dal", "al"].contains(&before),
        word if begins(word, &["cabin"]) => begins(before, &["sismic", "antisismic"]),
        _ => false,
    }
}
