//! Words that a street or a locality begins with, as tables write and shorten them.

use crate::text::tokens::{Gap, Tokens};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// What begins here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Street,
    /// A locality that goes by its name alone: "località Alfa" is at Alfa.
    Hamlet,
    /// A locality that keeps its word: "Contrada Alfa".
    Quarter,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Head {
    pub label: &'static str,
    pub kind: Kind,
    /// How many words it takes.
    pub len: usize,
}

/// Spellings (words parted by blanks) and the word in full.
const STREETS: &[(&str, &str)] = &[
    ("via|v ia", "Via"),
    ("viale|v le|vle|v ale|via le", "Viale"),
    ("piazza|p zza|pzza|p za|pza|p zz|piaz", "Piazza"),
    ("piazzale|p le|p ale|p zzale|piazz le|pzle", "Piazzale"),
    ("piazzetta|p tta|p zzetta", "Piazzetta"),
    ("piazzola", "Piazzola"),
    ("corso|c so|cso", "Corso"),
    ("largo|l go|lgo", "Largo"),
    ("vicolo|v lo|vlo|vic", "Vicolo"),
    ("vico", "Vico"),
    ("lungarno", "Lungarno"),
    ("lungomare", "Lungomare"),
    ("lungolago", "Lungolago"),
    ("lungotevere|l tevere", "Lungotevere"),
    ("lungadige", "Lungadige"),
    ("strada|str", "Strada"),
    ("stradone", "Stradone"),
    ("stradella", "Stradella"),
    ("salita", "Salita"),
    ("discesa", "Discesa"),
    ("traversa|trav", "Traversa"),
    ("circonvallazione|circ ne|circumvallazione", "Circonvallazione"),
    ("calle", "Calle"),
    ("fondamenta", "Fondamenta"),
    ("viottolo", "Viottolo"),
    ("spalto", "Spalto"),
    ("lungo dora", "Lungo Dora"),
    ("lungo po", "Lungo Po"),
    ("riviera", "Riviera"),
    ("rampa", "Rampa"),
];
const HAMLETS: &[(&str, &str)] = &[
    ("localita|localit|loc|loc ta|loc ita|loc lita|loc t", ""),
    ("frazione|fraz|fraz ne|fraz one|frazion", ""),
];
const QUARTERS: &[(&str, &str)] = &[
    ("contrada|c da|cda|ctr da|contr", "Contrada"),
    ("borgata|b ta", "Borgata"),
    ("vocabolo|voc", "Vocabolo"),
    ("quartiere|q re", "Quartiere"),
    ("rione", "Rione"),
    ("villaggio", "Villaggio"),
    ("sestiere", "Sestiere"),
    ("borgo", "Borgo"),
];

/// Spellings by their first word: the words that follow it, longest first.
type ByWord = FxHashMap<&'static str, Vec<(Vec<&'static str>, Head)>>;

fn heads() -> &'static ByWord {
    static HEADS: OnceLock<ByWord> = OnceLock::new();
    HEADS.get_or_init(|| {
        let mut out = ByWord::default();
        let lists = [
            (STREETS, Kind::Street),
            (HAMLETS, Kind::Hamlet),
            (QUARTERS, Kind::Quarter),
        ];
        for (list, kind) in lists {
            for (spellings, label) in list {
                for spelling in spellings.split('|') {
                    let mut words = spelling.split(' ');
                    let Some(first) = words.next() else { continue };
                    let rest: Vec<&str> = words.collect();
                    let len = rest.len() + 1;
                    out.entry(first)
                        .or_default()
                        .push((rest, Head { label, kind, len }));
                }
            }
        }
        out.values_mut()
            .for_each(|v| v.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len())));
        out
    })
}

/// The head at `i`.
pub(super) fn at(t: &Tokens, i: usize) -> Option<Head> {
    let spellings = heads().get(t.at(i))?;
    // "VIA.LE ALFA" is a viale, "VIA LE ALFE" a via.
    let fits = |rest: &[&str]| {
        t.is_phrase(i + 1, rest) && (rest != ["le"] || t.at(i) != "via" || t.gap(i + 1) == Gap::Point)
    };
    let (_, head) = spellings.iter().find(|(rest, _)| fits(rest))?;
    Some(*head)
}
