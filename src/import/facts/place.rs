//! Where in the comune: street, locality, road, water; and a comune that the text names and no
//! place row has.
//!
//! A title in the layout of the CUP has the place as its second part; where that part is empty or
//! a placeholder, the sentences of the other parts are read, then the objects of the tenders, then
//! the address of the place row. What is not sure is not said.

mod area;
mod head;
mod locality;
mod other;
mod road;
mod slips;
pub(crate) mod span;
mod spread;
mod street;

use super::source::{self, Source};
use super::{Found, Texts};
use crate::model::{FactKind, Spread, TextColumn, Thing};
use crate::text::fold::fold;
use crate::text::tokens::{Gap, Tokens};
use street::Spot;

/// Most streets of one project that are said.
const MAX_STREETS: usize = 3;

/// Adds what is found.
pub(super) fn add(texts: &Texts, sources: &[Source], tenders: &[Source], out: &mut Vec<Found>) {
    // A service on the web is in no street.
    if !source::is_work(texts) || source::is_digital(texts) {
        return;
    }
    let comuni = source::comuni(texts);
    let comuni: Vec<&str> = comuni.iter().map(String::as_str).collect();
    let roads = sources.iter().chain(tenders).find_map(|s| {
        let found = road::roads(&s.words);
        (!found.is_empty()).then_some((found, s.column))
    });
    let mut spots = second_part(texts, sources, &comuni);
    if spots.is_empty() {
        spots = sources
            .iter()
            .map(|s| in_sentences(s, &comuni))
            .find(|f| !f.is_empty())
            .unwrap_or_default();
    } else if spots.iter().all(|(s, _)| s.is_street) {
        let more = sources
            .iter()
            .flat_map(|s| in_sentences(s, &comuni))
            .filter(|(s, _)| !s.is_street);
        spots.extend(more.take(1));
    }
    if spots.is_empty() {
        spots = tenders
            .iter()
            .map(|s| in_sentences(s, &comuni))
            .find(|f| !f.is_empty())
            .unwrap_or_default();
    }
    // The form of a road or a line has the seat of the province or of the comune for its street.
    if roads.is_some() || texts.submeasure.starts_with("M2C2I4") {
        spots.retain(|(s, _)| !s.is_street || !s.has_number);
    }
    // "VIA ALFA BETA" is the name of the road.
    if let Some((roads, _)) = &roads {
        let names: Vec<String> = roads.iter().map(|(road, ..)| fold(road)).collect();
        spots.retain(|(s, _)| {
            let bare = fold(&s.value);
            let bare = bare.strip_prefix("via ").unwrap_or(&bare);
            let glued = |text: &str| text.replace(' ', "");
            !s.is_street || !names.iter().any(|name| glued(name).ends_with(&glued(bare)))
        });
    }
    // "LOC. VICO ALFANO" is a village, and no lane.
    let hamlets: Vec<String> = spots
        .iter()
        .filter(|(s, _)| !s.is_street)
        .map(|(s, _)| fold(&s.value))
        .collect();
    spots.retain(|(s, _)| !s.is_street || !hamlets.contains(&fold(&s.value)));
    if !spots.iter().any(|(s, _)| s.is_street) && roads.is_none() {
        spots.extend(addresses(texts, &comuni));
    }
    if let Some((spread, column)) = spread_of(texts, sources, out) {
        let has_street = spots.iter().any(|(s, _)| s.is_street);
        // The street is that of the office.
        let of_office = matches!(spread, Spread::Seat | Spread::Wider);
        spots.retain(|(s, _)| !of_office || !s.is_street);
        if !(spread == Spread::Streets && has_street) {
            out.push(Found::new(FactKind::Spread, spread.code(), column));
        }
    }
    for (spot, column) in spots {
        let kind = if spot.is_street {
            FactKind::Street
        } else {
            FactKind::Locality
        };
        push(out, kind, spot.value, column);
    }
    for source in sources {
        if let Some(value) = locality::of_comune(&source.words, &comuni) {
            push(out, FactKind::Locality, value, source.column);
        }
        if let Some(value) = locality::confirmed(&source.words, &comuni) {
            push(out, FactKind::Locality, value, source.column);
        }
    }
    if let Some((roads, column)) = roads {
        for value in each_once(roads).into_iter().take(MAX_STREETS) {
            push(out, FactKind::Road, value, column);
        }
    }
    for source in sources.iter().chain(tenders) {
        for value in road::waters(&source.words).into_iter().take(2) {
            push(out, FactKind::Water, value, source.column);
        }
        if out.iter().any(|f| f.kind == FactKind::Water) {
            break;
        }
    }
    if texts.comuni.is_empty()
        && let Some((area, column)) = sources
            .iter()
            .find_map(|s| Some((area::of(&s.words)?, s.column)))
            .or_else(|| of_a_province(texts, sources.iter().chain(tenders)))
    {
        push(out, FactKind::Area, area, column);
    }
    if !texts.comuni.is_empty() {
        for source in sources.iter().filter(|s| !s.is_cut) {
            for code in other::comuni(&source.words, texts.comuni, texts.known) {
                push(
                    out,
                    FactKind::OtherComune,
                    code.as_str().to_owned(),
                    source.column,
                );
            }
        }
    }
}

/// The street of the body that gets a digital service: the form of the CUP asks for it.
pub(super) fn add_seat(texts: &Texts, out: &mut Vec<Found>) {
    if !source::is_digital(texts) {
        return;
    }
    let comuni = source::comuni(texts);
    let comuni: Vec<&str> = comuni.iter().map(String::as_str).collect();
    let spots = second_part(texts, &source::of(texts), &comuni);
    if let Some((spot, column)) = spots.into_iter().find(|(spot, _)| spot.is_street) {
        push(out, FactKind::Seat, spot.value, column);
    }
}

/// The province in which the texts say that all of it lies; where they tell two, none.
fn of_a_province<'a>(
    texts: &Texts,
    sources: impl Iterator<Item = &'a Source>,
) -> Option<(String, TextColumn)> {
    let mut told = sources.filter_map(|s| Some((area::of_province(&s.words, texts.known)?, s.column)));
    let first = told.next()?;
    told.all(|(area, _)| area == first.0).then_some(first)
}

/// That the works are in more than the one place of their row; of roads and lamps it goes without
/// saying that they are in several streets.
fn spread_of(texts: &Texts, sources: &[Source], out: &[Found]) -> Option<(Spread, TextColumn)> {
    let told = |source: &Source| Some((spread::of(texts, source)?, source.column));
    let address = || {
        let only = texts.addresses.first().filter(|_| texts.comuni.len() == 1)?;
        Some((spread::of_address(&Tokens::new(only))?, TextColumn::Address))
    };
    let found = sources.iter().find_map(told).or_else(address)?;
    let in_streets = [Thing::Roads, Thing::Road, Thing::StreetLamps].map(Thing::code);
    let is_plain = |f: &Found| f.kind == FactKind::Thing && in_streets.contains(&f.value.as_str());
    (found.0 != Spread::Streets || !out.iter().any(is_plain)).then_some(found)
}

/// "SP 71 DI ALFA" and "SP 71 ALFA, KM 3" are one road: what tells more of it is kept.
fn each_once(roads: Vec<(String, usize, usize)>) -> Vec<String> {
    let number = |road: &str| road.split([' ', ',']).take(2).collect::<Vec<_>>().join(" ");
    let mut out: Vec<String> = Vec::new();
    for (road, ..) in roads {
        match out.iter_mut().find(|known| number(known) == number(&road)) {
            Some(known) if known.len() < road.len() => *known = road,
            Some(_) => {}
            None => out.push(road),
        }
    }
    out
}

/// A street at `i`: where it ends, and whether it has a number.
pub(super) fn street_at(t: &Tokens, i: usize, limit: usize) -> Option<(usize, bool)> {
    head::at(t, i).filter(|h| i < limit && h.kind != head::Kind::Hamlet)?;
    let spot = street::at(t, i, limit, true, &[])?;
    Some((spot.to, spot.has_number))
}

/// The same fact once; a street with its number beats the same street without.
fn push(out: &mut Vec<Found>, kind: FactKind, value: String, column: TextColumn) {
    let folded = fold(&value);
    let repeats = |f: &Found| {
        let other = fold(&f.value);
        f.kind == kind && (other == folded || other.starts_with(&format!("{folded} ")))
    };
    let full = out.iter().filter(|f| f.kind == kind).count() >= MAX_STREETS;
    if full || value.chars().count() > 80 || out.iter().any(repeats) {
        return;
    }
    if let Some(shorter) = out
        .iter_mut()
        .find(|f| f.kind == kind && folded.starts_with(&format!("{} ", fold(&f.value))))
    {
        *shorter = Found::new(kind, value, column);
        return;
    }
    out.push(Found::new(kind, value, column));
}

fn second_part(texts: &Texts, sources: &[Source], comuni: &[&str]) -> Vec<(Spot, TextColumn)> {
    for source in sources {
        let t = &source.words;
        let segments = t.segments();
        let Some(&(from, to)) = segments.get(1) else {
            continue;
        };
        let last = segments.len() == 2;
        if last && head::at(t, from).is_none() {
            continue;
        }
        if is_elsewhere(t, from, to, texts) {
            continue;
        }
        let found = street::spots(t, from, to, false, comuni);
        let whole = |s: &Spot| !(source.is_cut && last && s.to >= to);
        let found: Vec<_> = found
            .into_iter()
            .filter(whole)
            .map(|s| (s, source.column))
            .collect();
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// The street in the last of three parts: where the form of a grant has the address of the firm.
pub(super) fn of_last_part(texts: &Texts, column: TextColumn, text: &str, out: &mut Vec<Found>) {
    let source = source::whole(text, column);
    let segments = source.words.segments();
    let Some(&(from, to)) = segments.get(2..).and_then(<[_]>::last) else {
        return;
    };
    let comuni = source::comuni(texts);
    let comuni: Vec<&str> = comuni.iter().map(String::as_str).collect();
    let found = street::spots(&source.words, from, to, false, &comuni);
    if let Some(spot) = found.into_iter().next().filter(|_| !source.is_cut) {
        let kind = match spot.is_street {
            true => FactKind::Street,
            false => FactKind::Locality,
        };
        push(out, kind, spot.value, column);
    }
}

/// The part ends with another comune than those of the project: the seat of an office.
fn is_elsewhere(t: &Tokens, from: usize, to: usize, texts: &Texts) -> bool {
    (1..=3).any(|n| {
        let Some(start) = to.checked_sub(n).filter(|s| *s > from + 1) else {
            return false;
        };
        let apart = t.gap(start) >= Gap::Sign || t.at(start - 1).starts_with(|c: char| c.is_ascii_digit());
        let words: Vec<&str> = (start..to).map(|i| t.at(i)).collect();
        let found = texts.known.named(&words.join(" "));
        apart && !found.is_empty() && !texts.comuni.iter().any(|(_, c)| found.contains(c))
    })
}

fn in_sentences(source: &Source, comuni: &[&str]) -> Vec<(Spot, TextColumn)> {
    let t = &source.words;
    let segments = t.segments();
    let mut out = Vec::new();
    for (i, &(from, to)) in segments.iter().enumerate() {
        if i == 1 && segments.len() > 2 {
            continue;
        }
        for spot in street::spots(t, from, to, true, comuni) {
            if !(source.is_cut && i + 1 == segments.len() && spot.to >= to) {
                out.push((spot, source.column));
            }
        }
    }
    out
}

fn addresses(texts: &Texts, comuni: &[&str]) -> Vec<(Spot, TextColumn)> {
    let mut out = Vec::new();
    for address in texts.addresses.iter().take(MAX_STREETS) {
        let t = Tokens::new(address);
        let found = street::spots(&t, 0, t.len(), false, comuni);
        out.extend(found.into_iter().map(|s| (s, TextColumn::Address)));
    }
    out
}
