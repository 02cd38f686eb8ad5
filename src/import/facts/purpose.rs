//! What a space of a town is for: "AREA PER ATTIVITA RICREATIVE E SPORT*VIA ROMA*RIQUALIFICAZIONE SPAZIO
//! PUBBLICO".

use super::phrase::{Phrases, clauses};
use super::source::Source;
use super::{Found, Texts};
use crate::model::{Aim, FactKind, Thing};
use std::sync::LazyLock;

/// Most purposes of one space.
const MOST: usize = 3;
/// Spaces that are for what their texts say.
const SPACES: &[Thing] = &[Thing::PublicSpace, Thing::Park, Thing::Playground];
/// What comes of the houses and services of this measure says what its spaces are for.
const OF_QUARTERS: &str = "M5C2I2.03";

static PURPOSES: LazyLock<Phrases<Aim>> = LazyLock::new(|| {
    Phrases::new(&[
        (Aim::Sport, "sport"),
        (Aim::Health, "salute\nbenessere"),
        (Aim::Company, "socialit*\naggregazion*\nricreativ*"),
        (Aim::Culture, "culturali/culturale"),
        (Aim::SharedHomes, "cohousing\nco housing"),
        (Aim::Everyone, "inclusiv*"),
    ])
});

/// Adds what the space is for, where the first part of a text says it.
pub(super) fn add(texts: &Texts, sources: &[Source], out: &mut Vec<Found>) {
    let is_space = |fact: &Found| SPACES.iter().any(|space| space.code() == fact.value);
    let first = out.iter().find(|fact| fact.kind == FactKind::Thing);
    if !texts.submeasure.starts_with(OF_QUARTERS) || !first.is_some_and(is_space) {
        return;
    }
    for source in sources {
        let t = &source.words;
        let Some(&(from, to)) = t.segments().first() else {
            continue;
        };
        let found: Vec<Aim> = clauses(t.slice(from, to))
            .iter()
            .flat_map(|clause| PURPOSES.find(&clause.split(' ').collect::<Vec<_>>()))
            .collect();
        if !found.is_empty() {
            let aims = found.into_iter().take(MOST);
            out.extend(aims.map(|aim| Found::new(FactKind::Aim, aim.code(), source.column)));
            return;
        }
    }
}
