//! Words that say little: articles and prepositions are passed over, and words such as
//! "progetto" or "quanto" raise what has them but never shut out what has not.

use super::distance;

const STOP: &[&str] = &[
    "a", "ad", "ai", "al", "all", "alla", "alle", "allo", "agli", "and", "are", "at", "by", "c", "che",
    "chi", "ci", "come", "con", "d", "da", "dai", "dal", "dall", "dalla", "dalle", "dagli", "dallo", "de",
    "degli", "dei", "del", "dell", "della", "delle", "dello", "di", "do", "dove", "e", "ed", "for", "from",
    "fra", "gli", "how", "i", "il", "in", "is", "it", "l", "la", "le", "lo", "ma", "much", "my", "nei",
    "nel", "nell", "nella", "nelle", "negli", "nello", "non", "o", "of", "on", "or", "per", "quale", "quali",
    "quando", "quanto", "quanti", "se", "si", "sono", "sta", "stanno", "su", "sugli", "sui", "sul", "sull",
    "sulla", "sulle", "sullo", "the", "to", "tra", "un", "una", "uno", "what", "when", "where", "who",
    "with", "è",
];

const SOFT: &[&str] = &[
    "comune",
    "comuni",
    "costruzione",
    "costa",
    "costo",
    "cup",
    "euro",
    "fanno",
    "finisce",
    "fondi",
    "lavori",
    "intervento",
    "interventi",
    "italia",
    "money",
    "new",
    "nuova",
    "nuove",
    "nuovi",
    "nuovo",
    "opera",
    "opere",
    "pnrr",
    "progetti",
    "progetto",
    "project",
    "projects",
    "provincia",
    "realizzazione",
    "ristrutturazione",
    "soldi",
    "works",
    "zona",
];

/// Passed over, unless nothing else was typed.
pub(super) fn is_stop(folded: &str) -> bool {
    STOP.contains(&folded)
}

/// Never shuts out a project.
pub(super) fn is_soft(folded: &str) -> bool {
    SOFT.contains(&folded)
}

/// The word of these lists, of four letters or more, that an unknown one is with one error less.
pub(super) fn near(folded: &str) -> Option<&'static str> {
    let all = STOP.iter().chain(SOFT).filter(|word| word.len() >= 4);
    all.copied()
        .find(|word| distance::within(folded.as_bytes(), word.as_bytes(), 1))
}
