//! The houses and squares that a text names one after the other, where none of them is the name of the
//! whole: "TRAMITE RESTAURO CASA ALFA, ALLESTIMENTO MUSEO BETA".

use super::ask::Ask;
use super::begin::is_parted;
use super::words::{is_firm_word, is_particle};
use super::{MAX_WORDS, comune_at, head, is_same, of_head};
use crate::import::facts::place::span;
use crate::import::facts::source::Source;
use crate::model::TextColumn;
use crate::text::tokens::Tokens;

/// Most parts that are told.
const MOST: usize = 4;

/// The parts in the first text that names several.
pub(super) fn of(sources: &[Source], ask: &Ask) -> Vec<(String, TextColumn)> {
    let found = sources.iter().map(|source| (source, in_source(source, ask)));
    let several = found.into_iter().find(|(_, names)| names.len() > 1);
    let named = several.into_iter().flat_map(|(source, names)| {
        names
            .into_iter()
            .map(|name| (name, source.column))
            .collect::<Vec<_>>()
    });
    named.take(MOST).collect()
}

fn in_source(source: &Source, ask: &Ask) -> Vec<String> {
    let t = &source.words;
    let segments = t.segments();
    let mut out: Vec<String> = Vec::new();
    for (n, &(from, to)) in segments.iter().enumerate() {
        let is_address = n == 1 && segments.len() > 2;
        if is_address || (from..to).any(|i| is_firm_word(t, i)) {
            continue;
        }
        let is_open = source.is_cut && n + 1 == segments.len();
        let mut i = from;
        while i < to {
            if let Some(n) = comune_at(t, i, ask.comuni) {
                i += n;
                continue;
            }
            let head = head::at(t, i).filter(|head| begins(t, from, i, head.is_street));
            let named = head.and_then(|head| of_head(t, i, head, to, is_open, ask));
            let Some((name, end)) = named else {
                i += 1;
                continue;
            };
            let fits = !name.is_open && name.value.split(' ').count() <= MAX_WORDS;
            if fits && !out.iter().any(|known| is_same(known, &name.value)) {
                out.push(name.value);
            }
            i = end.max(i + 1);
        }
    }
    out
}

/// A part begins behind a sign, behind what is done to it, or behind the one before; a square only
/// where something is done to it.
fn begins(t: &Tokens, from: usize, i: usize, is_square: bool) -> bool {
    let before = |n: usize| i.checked_sub(n).filter(|at| *at >= from).map(|at| t.at(at));
    let works = |n: usize| before(n).is_some_and(span::is_works);
    let worked = works(1) || before(1).is_some_and(is_particle) && works(2);
    worked
        || !is_square && (i == from || is_parted(t, i) || before(1).is_some_and(|w| ["e", "ed"].contains(&w)))
}
