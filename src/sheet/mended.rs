//! What of a search was understood otherwise than it was typed, and how that is said.

use crate::lang::{Lang, w};
use crate::search::{Hint, Notice, Reading, Results, Trouble, Understood};

/// A word that was understood otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    pub typed: String,
    pub understood: String,
}

fn correction(word: &Understood, text: &str) -> Option<Correction> {
    let understood = match &word.reading {
        Reading::Corrected(found) => found.first()?.clone(),
        Reading::Joined(whole) => whole.clone(),
        Reading::Split(one, other) => format!("{one} {other}"),
        _ => return None,
    };
    Some(Correction {
        typed: text.get(word.span.clone())?.to_owned(),
        understood,
    })
}

/// What was understood otherwise than typed, once each.
pub fn corrections(results: &Results, text: &str) -> Vec<Correction> {
    let words = results.words.iter().filter_map(|word| correction(word, text));
    let mut out: Vec<Correction> = words.chain(mended_filters(results, text)).collect();
    out.dedup();
    // What even the nearest lack was read in vain; a row says that it is missing.
    let near = &results.near.hits;
    let vain = |typed: &String| near.iter().all(|near| near.missing.contains(typed));
    out.retain(|one| near.is_empty() || results.totals.found() > 0 || !vain(&one.typed));
    out
}

/// Filters that were read otherwise than typed: `comune:pratto`.
fn mended_filters<'a>(results: &'a Results, text: &'a str) -> impl Iterator<Item = Correction> + 'a {
    results.hints.iter().filter_map(|hint| match hint {
        Hint::Notice(Notice {
            span,
            trouble: Trouble::MendedValue { meant, .. },
        }) => Some(Correction {
            typed: text.get(span.clone())?.to_owned(),
            understood: meant.clone(),
        }),
        _ => None,
    })
}

/// One word is said with what was typed; several without, which stands right above.
pub fn corrected(corrections: &[Correction], lang: Lang) -> String {
    if let [one] = corrections {
        let values = [("typed", &*one.typed), ("understood", &one.understood)];
        return lang.fill(w::SCREEN_SEARCH_CORRECTED, &values);
    }
    let quoted = |word: &String| lang.fill(w::SCREEN_SEARCH_NEAR_QUOTED, &[("word", word)]);
    let words: Vec<String> = corrections.iter().map(|c| quoted(&c.understood)).collect();
    lang.fill(w::SCREEN_SEARCH_CORRECTED_MORE, &[("words", &words.join(", "))])
}
