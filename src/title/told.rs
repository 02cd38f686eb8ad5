//! What the texts of a project tell for its title: whom or what it is about, and what is done.

use super::place::whereabouts;
use crate::lang::{Lang, Word};
use crate::model::{Brief, FactKind};
use crate::snapshot::Catalogue;

/// A code of the vocabularies of facts, in words.
pub fn say(group: &str, code: &str, lang: Lang) -> Option<&'static str> {
    Word::from_key(&format!("fact.{group}.{code}")).map(|word| lang.say(word))
}

/// A noun without the article before it: "asilo nido" of "un asilo nido".
pub fn bare(noun: &str) -> &str {
    let after = |article: &str| noun.strip_prefix(article);
    ["un'", "l'"]
        .into_iter()
        .find_map(after)
        .or_else(|| {
            let (article, rest) = noun.split_once(' ')?;
            let is_article = matches!(
                article,
                "un" | "una"
                    | "uno"
                    | "dei"
                    | "degli"
                    | "delle"
                    | "i"
                    | "il"
                    | "la"
                    | "gli"
                    | "le"
                    | "a"
                    | "an"
                    | "the"
            );
            is_article.then_some(rest)
        })
        .unwrap_or(noun)
}

/// The first letter as a capital.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Works that say nothing behind the name of what is made.
const EMPTY: &[&str] = &["creation", "completion"];

/// What is done, in a word or two: the service that is taken up, else the weightiest work.
pub(super) fn done(brief: &Brief, lang: Lang) -> Option<&'static str> {
    let work = || brief.facts.of(FactKind::Work).find(|code| !EMPTY.contains(code));
    match brief.facts.first(FactKind::Service) {
        Some(code) => say("service", code, lang).map(bare),
        None => say("work", work()?, lang),
    }
}

/// "Iscotrans S.p.A. (Genova)", "Scuola primaria a Siena": the head of a title, where the texts
/// say whom the money is for or what kind of thing it is.
pub(super) fn head(catalogue: &Catalogue, brief: &Brief, lang: Lang) -> Option<String> {
    if let Some(who) = brief.facts.first(FactKind::Beneficiary) {
        let comune = match brief.places.as_slice() {
            [only] => only.comune.and_then(|code| catalogue.comune_name(code)),
            _ => None,
        };
        return Some(match comune {
            Some(comune) => format!("{who} ({comune})"),
            None => who.to_owned(),
        });
    }
    let thing = say("thing", brief.facts.first(FactKind::Thing)?, lang)?;
    let thing = capital(bare(thing));
    Some(match whereabouts(catalogue, brief, lang) {
        Some(place) => format!("{thing} {place}"),
        None => thing,
    })
}
