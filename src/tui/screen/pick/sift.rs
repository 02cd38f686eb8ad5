//! Which items of a list match what is typed.

use super::Item;
use super::items::plain;
use crate::app::{Lists, names};
use crate::lang::Lang;
use crate::search::How;
use crate::text::fold;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// Indexes of the items that match, the best first: the name begins with it, a word of the name
/// does, the name holds it, other words do; then what is but a slip away, and last the letters in
/// their order. Comuni fit as they do everywhere else; those that the list does not have, by a name
/// of before or in another region, are put at its end.
pub fn sift(items: &mut Vec<Item>, typed: &str, lists: &Lists, lang: Lang) -> Vec<usize> {
    let wanted = fold::fold(typed);
    let wanted = wanted.trim();
    if wanted.is_empty() {
        return (0..items.len()).collect();
    }
    let mut found: Vec<(u8, i64, usize)> = Vec::new();
    for (i, item) in items
        .iter()
        .enumerate()
        .filter(|(_, item)| item.comune().is_none())
    {
        let name = fold::fold(&item.name);
        let rank = match names::rank(&name, wanted) {
            Some(rank) => Some(rank.max(1)),
            None if fold::fold(&item.also).contains(wanted) || says(item, wanted) => Some(OTHER_WORDS),
            None => None,
        };
        found.extend(rank.map(|rank| (rank, 0, i)));
    }
    comuni_named(items, typed, lists, lang, &mut found);
    if found.is_empty() {
        let names: Vec<String> = items.iter().map(|item| fold::fold(&item.name)).collect();
        let slips = |name: &String| Some((0, i64::try_from(names::slips(name, wanted)?).ok()?));
        // Letters scattered over a name are a guess: they count only when nothing better is found.
        let matcher = SkimMatcherV2::default();
        let letters = |name: &String| matcher.fuzzy_match(name, wanted).map(|score| (1, -score));
        let near = names.iter().enumerate();
        let near = near.filter_map(|(i, name)| Some((slips(name).or_else(|| letters(name))?, i)));
        found.extend(near.map(|((rank, score), i)| (rank, score, i)));
        if found.iter().any(|(rank, _, _)| *rank == 0) {
            found.retain(|(rank, _, _)| *rank == 0);
        }
    }
    found.sort_unstable();
    found.into_iter().map(|(_, _, i)| i).collect()
}

/// The rank of what is found by other words than its name.
const OTHER_WORDS: u8 = 4;

/// The comuni of the list that fit, if it has any comuni.
fn comuni_named(
    items: &mut Vec<Item>,
    typed: &str,
    lists: &Lists,
    lang: Lang,
    found: &mut Vec<(u8, i64, usize)>,
) {
    let Some(kind) = items
        .iter()
        .find(|item| item.comune().is_some())
        .map(|item| item.go.clone())
    else {
        return;
    };
    let fits = lists.comuni_named(typed);
    let rank = match fits.how {
        How::Exact | How::Begun => 1,
        How::Near => OTHER_WORDS,
    };
    for name in &fits.names {
        let at = items.iter().position(|item| item.comune() == Some(name.code));
        let at = match at.filter(|_| name.former.is_none()) {
            Some(at) => at,
            None => {
                let says = lists.said(name, lang);
                items.push(plain(&says, kind.clone().with(name.code)));
                items.len() - 1
            }
        };
        found.push((rank, 0, at));
    }
}

/// Whole words in what is said of it, for the help and the glossary.
fn says(item: &Item, wanted: &str) -> bool {
    wanted.len() > 3
        && item
            .says
            .iter()
            .any(|text| format!(" {}", fold::fold(text)).contains(&format!(" {wanted}")))
}

#[cfg(test)]
mod tests {
    use super::super::Go;
    use super::*;

    fn found(typed: &str) -> Vec<&'static str> {
        const NAMES: [&str; 5] = [
            "Montepulciano (SI)",
            "Pulciano",
            "Chianciano Terme",
            "Forlì",
            "Calcinaia",
        ];
        let mut items: Vec<Item> = NAMES.iter().map(|n| plain(n, Go::Home(None))).collect();
        let found = sift(&mut items, typed, &Lists::default(), Lang::It);
        found.into_iter().map(|i| NAMES[i]).collect()
    }

    #[test]
    fn the_beginning_counts_most() {
        assert_eq!(found("pulc"), ["Pulciano", "Montepulciano (SI)"]);
        assert_eq!(found("terme"), ["Chianciano Terme"]);
        assert_eq!(found("forli"), ["Forlì"]);
        assert_eq!(found("").len(), 5);
    }

    #[test]
    fn slips_then_letters_in_their_order_are_the_last_chance() {
        assert_eq!(found("calcianai"), ["Calcinaia"]);
        assert_eq!(found("mntplc"), ["Montepulciano (SI)"]);
        assert!(found("zzz").is_empty());
    }
}
