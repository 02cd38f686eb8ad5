//! The houses and squares that a text names one after the other, where none of them is the name of the
//! whole: "TRAMITE RESTAURO CASA ALFA, ALLESTIMENTO MUSEO BETA".

use super::begin::is_parted;
use super::words::is_particle;
use crate::import::facts::place::span;
use crate::text::tokens::Tokens;

/// Most parts that are told.
pub(super) const MOST: usize = 4;

/// The names in a part of the text; `named` gives what is named at a word, and where it ends.
pub(super) fn between(
    from: usize,
    to: usize,
    named: impl Fn(usize) -> Option<(Option<String>, usize)>,
) -> Vec<String> {
    let mut out = Vec::new();
    let mut i = from;
    while i < to {
        let (name, end) = named(i).unwrap_or((None, i + 1));
        out.extend(name);
        i = end.max(i + 1);
    }
    out
}

/// A part begins behind a sign, behind what is done to it, or behind the one before; a square only
/// where something is done to it.
pub(super) fn begins(t: &Tokens, from: usize, i: usize, is_square: bool) -> bool {
    let before = |n: usize| i.checked_sub(n).filter(|at| *at >= from).map(|at| t.at(at));
    let works = |n: usize| before(n).is_some_and(span::is_works);
    let worked = works(1) || before(1).is_some_and(is_particle) && works(2);
    let joined = i == from || is_parted(t, i) || before(1).is_some_and(|word| ["e", "ed"].contains(&word));
    worked || joined && !is_square
}
