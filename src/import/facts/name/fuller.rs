//! What other texts of the project add to a name: of a school its kind, of a gym whose it is, of a
//! fortress the bastion that the works are on.

use super::head::{self, Head};
use super::words::is_particle;
use crate::import::facts::source::Source;
use crate::text::grammar;
use crate::text::tokens::Tokens;

/// Kinds of house that say little of which one it is.
const VAGUE: &[&str] = &["istituto", "scuola"];
const SCHOOLS: &[&str] = &["istituto", "liceo", "scuola"];

/// The name with what the texts add to it, where they agree.
pub(super) fn with_more<'a>(value: String, texts: impl Iterator<Item = &'a Source>) -> String {
    let texts: Vec<&Tokens> = texts.map(|source| &source.words).collect();
    let named = Tokens::new(&value);
    let Some(head) = head::at(&named, 0) else {
        return value;
    };
    let own = own_words(&named, head.len);
    if own.is_empty() {
        return value;
    }
    let is_bastion = |t: &Tokens| (1..t.len()).any(|i| t.at(i - 1) == "bastione" && stands(t, i, &named));
    if head.label == "fortezza" && texts.iter().any(|t| is_bastion(t)) {
        return format!("Bastione {}", grammar::of(&value));
    }
    let is_vague = VAGUE.contains(&head.label);
    if !is_vague && head.label != "palestra" {
        return value;
    }
    // "Istituto scolastico" says no more than "istituto".
    let of_school = |head: &Head| {
        let kind = head.label.split(' ').next().unwrap_or_default();
        SCHOOLS.contains(&kind) && !head.label.ends_with("scolastico")
    };
    let mut labels: Vec<&str> = Vec::new();
    for t in &texts {
        let heads = (0..t.len()).filter_map(|i| Some((i, head::at(t, i).filter(of_school)?)));
        for (i, school) in heads.filter(|(i, school)| goes_on(t, i + school.len, &own)) {
            let kind = t.at(i) != "scuola" || school.len > 1;
            if (kind || !is_vague) && school.label != head.label && !labels.contains(&school.label) {
                labels.push(school.label);
            }
        }
    }
    // "Istituto" beside "istituto superiore" is the same.
    let longest = labels.iter().copied().max_by_key(|label| label.len());
    let agree = |label: &str| labels.iter().all(|other| label.starts_with(other));
    let Some(label) = longest.filter(|label| agree(label)) else {
        return value;
    };
    let rest = value.get(head.label.len()..).unwrap_or_default();
    let school = format!("{}{rest}", large(label));
    match is_vague {
        true => school,
        false => format!("Palestra {}", grammar::of(&school)),
    }
}

/// The words that are the name's own.
fn own_words(t: &Tokens, from: usize) -> Vec<String> {
    let words = (from..t.len()).map(|i| t.at(i).to_owned());
    words
        .filter(|word| word.len() > 1 && !is_particle(word))
        .collect()
}

/// The own words stand at `from`, behind initials at most.
fn goes_on(t: &Tokens, from: usize, own: &[String]) -> bool {
    let mut words = (from..t.len())
        .map(|i| t.at(i))
        .filter(|w| w.len() > 1 && !is_particle(w) && *w != "statale");
    own.iter().all(|own| words.next() == Some(own.as_str()))
}

/// The whole name stands at `at`.
fn stands(t: &Tokens, at: usize, name: &Tokens) -> bool {
    (0..name.len()).all(|i| t.at(at + i) == name.at(i))
}

fn large(label: &str) -> String {
    let mut chars = label.chars();
    chars
        .next()
        .map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}
