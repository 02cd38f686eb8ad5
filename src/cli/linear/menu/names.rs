//! Lists of names that typing narrows: comuni, measures, words of the glossary.

use super::entry_ids;
use crate::cli::linear::list::{Item, List, Target};
use crate::cli::linear::page;
use crate::cli::linear::state::{Subject, What};
use crate::cli::linear::world::World;
use crate::explain;
use crate::lang::{Lang, Word, card, w};
use crate::text::fold::fold;
use crate::text::number::integer;
use crate::title::measure_name;
use crate::tui::backend::local;
use crate::tui::screen::map::{self, Figure};

/// Names offered when none holds what was typed.
const NEAR: usize = 5;

pub fn comuni(world: &World, narrow: &str, home: bool, lang: Lang) -> List {
    let all = world.comuni();
    let (kept, near) = narrowed(&all, narrow, |(_, name, _)| vec![fold(name)]);
    let items = kept.into_iter().map(|(code, name, count)| {
        let count = integer(*count as i64, lang);
        let values = [("name", *name), ("count", &count)];
        let target = if home {
            Target::Home(Some(*code))
        } else {
            Target::Open(What::Page(Subject::Comune(*code)))
        };
        Item::new(lang.fill(w::LINEAR_PAGE_WHICH_COMUNE, &values), target)
    });
    let head = if home {
        w::LINEAR_MENU_HOME
    } else {
        w::LINEAR_MENU_COMUNI
    };
    list(head, narrow, near, items.collect(), lang)
}

/// The comuni by a figure, the highest first, as the map of the full screen has them.
pub fn map(world: &World, figure: Figure, lang: Lang) -> List {
    let rows = map::rows(&local::comuni(world.catalogue()), figure);
    let item = |row: map::Row| {
        let value = figure.exact(row.value, lang);
        let values = [("name", row.name.as_str()), ("value", &value)];
        let what = What::Page(Subject::Comune(row.code));
        Item::open(lang.fill(w::LINEAR_MENU_MAP_ROW, &values), what)
    };
    let head = lang.fill(w::LINEAR_MENU_MAP, &[("figure", lang.say(figure.word()))]);
    let mut list = List::of(&head, rows.into_iter().map(item).collect());
    let counts = match figure {
        Figure::Projects => w::LINEAR_MENU_MAP_ALL,
        Figure::Euro | Figure::PerHead => w::LINEAR_MENU_MAP_OWN,
    };
    list.head.push(lang.say(counts).to_owned());
    list.tail.push(lang.say(w::LINEAR_MENU_MAP_OTHER).to_owned());
    list
}

pub fn measures(world: &World, narrow: &str, lang: Lang) -> List {
    let counts = world.by_measure();
    let all: Vec<_> = world
        .catalogue()
        .measures
        .iter()
        .zip(counts)
        .filter(|(_, n)| *n > 0)
        .collect();
    let keys = |(measure, _): &(&crate::model::Measure, usize)| {
        let card = card(measure.code.card_code());
        let mut keys = vec![
            fold(measure_name(measure, lang)),
            fold(&measure.name),
            fold(measure.code.as_str()),
        ];
        keys.extend(card.map(|c| fold(c.text(lang).title)));
        keys.extend(card.iter().flat_map(|c| c.topics).map(|topic| fold(topic)));
        keys
    };
    let (kept, near) = narrowed(&all, narrow, keys);
    let items = kept.into_iter().map(|(measure, n)| {
        let (code, count) = (measure.code.to_string(), integer(*n as i64, lang));
        let values = [
            ("name", measure_name(measure, lang)),
            ("code", &code),
            ("count", &count),
        ];
        let what = What::Page(Subject::Measure(code.clone()));
        Item::open(lang.fill(w::LINEAR_MENU_MEASURE, &values), what)
    });
    list(w::LINEAR_MENU_MEASURES, narrow, near, items.collect(), lang)
}

pub fn glossary(narrow: &str, lang: Lang) -> List {
    let ids: Vec<&'static str> = if narrow.is_empty() {
        entry_ids().collect()
    } else {
        explain::entry(narrow, lang).into_iter().map(|e| e.id).collect()
    };
    list(
        w::LINEAR_MENU_GLOSSARY,
        narrow,
        false,
        page::words(&ids, lang),
        lang,
    )
}

fn list(head: Word, narrow: &str, near: bool, items: Vec<Item>, lang: Lang) -> List {
    let mut list = List::of(lang.say(head), items);
    if !narrow.is_empty() && (near || list.items.is_empty()) {
        let word = if near {
            w::LINEAR_LIST_NEAR
        } else {
            w::LINEAR_LIST_EMPTY
        };
        list.head = vec![lang.fill(word, &[("typed", narrow)])];
    } else if list.total > list.chunk {
        list.tail.push(lang.say(w::LINEAR_LIST_NARROW).to_owned());
    }
    list
}

/// The names that begin with what was typed, then those that hold it; when there are none, the
/// nearest ones, and true.
fn narrowed<'a, T>(all: &'a [T], typed: &str, keys: impl Fn(&T) -> Vec<String>) -> (Vec<&'a T>, bool) {
    let wanted = fold(typed);
    if wanted.is_empty() {
        return (all.iter().collect(), false);
    }
    let rank = |item: &T| {
        let keys = keys(item);
        let best = |fits: &dyn Fn(&String) -> bool| keys.iter().any(fits);
        Some(match () {
            () if best(&|k| *k == wanted) => 0,
            () if best(&|k| k.starts_with(&wanted)) => 1,
            () if best(&|k| k.contains(&wanted)) => 2,
            () => return None,
        })
    };
    let mut found: Vec<(i32, &T)> = all.iter().filter_map(|item| Some((rank(item)?, item))).collect();
    if !found.is_empty() {
        found.sort_by_key(|(rank, _)| *rank);
        return (found.into_iter().map(|(_, item)| item).collect(), false);
    }
    let errors = 1 + wanted.len() / 6;
    let distance = |item: &T| {
        let distances = keys(item)
            .into_iter()
            .map(|k| strsim::damerau_levenshtein(&k, &wanted));
        distances.min().filter(|d| *d <= errors)
    };
    let mut near: Vec<(usize, &T)> = all
        .iter()
        .filter_map(|item| Some((distance(item)?, item)))
        .collect();
    near.sort_by_key(|(d, _)| *d);
    near.truncate(NEAR);
    let any = !near.is_empty();
    (near.into_iter().map(|(_, item)| item).collect(), any)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_narrowed_and_slips_forgiven() {
        let all = ["Prato", "Montemurlo", "Pratovecchio Stia", "Castel del Piano"];
        let of = |typed: &str| {
            let (kept, near) = narrowed(&all, typed, |name| vec![fold(name)]);
            (kept.into_iter().copied().collect::<Vec<_>>(), near)
        };
        assert_eq!(of("prato"), (vec!["Prato", "Pratovecchio Stia"], false));
        assert_eq!(of("piano"), (vec!["Castel del Piano"], false));
        assert_eq!(of("monte murlo"), (vec!["Montemurlo"], true));
        assert_eq!(of("xyz"), (vec![], false));
        assert_eq!(of("").0.len(), 4);
    }
}
