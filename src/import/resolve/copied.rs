//! What the unofficial copy of Open PNRR Toscana may add to a project: coordinates, and an amount
//! where no other table has one, or where the tables of later years have another. The copy knows CUP alone, so what it gives to the CUP of several
//! projects is told as theirs together; and it means something else by the amount of some measures.

use crate::import::draft::{Copied, put};
use crate::import::gather::Gather;
use crate::import::ready::{Ready, Resolved};
use crate::import::sources::Origin;
use crate::model::{AmountKind, Cents, Fund, SourceId, Submeasure};
use crate::text::fold::fold;

/// Where the copy's amounts, compared with those of Italia Domani, are not the project's: urban
/// regeneration, SIMEST, hospital equipment, doctorates.
const MEANS_OTHERWISE: &[&str] = &[
    "M5C2I2.01",
    "M1C2I5.01.01",
    "M6C2I1.01.02",
    "M4C1I3.04",
    "M4C1I4.01",
    "M4C2I3.03",
];

/// Adds to the projects that have a CUP of the copy.
pub(super) fn add(gather: &mut Gather, out: &mut Resolved) {
    let index = out.by_cup();
    for (cup, said) in std::mem::take(&mut gather.copied) {
        let (Some(own), [copied]) = (index.get(&cup), said.as_slice()) else {
            continue;
        };
        let told = match own.as_slice() {
            [only] => out
                .projects
                .get_mut(*only)
                .is_some_and(|ready| add_to(ready, copied, gather)),
            several => add_to_all(several, copied, out),
        };
        if told {
            gather.sources.count(copied.source);
        }
    }
}

fn add_to(ready: &mut Ready, copied: &Copied, gather: &Gather) -> bool {
    let told = point(ready, copied, gather)
        | amounts(ready, copied)
        | before(ready, copied)
        | beside_the_complement(ready, copied);
    if told {
        put(&mut ready.draft.seen, copied.source);
    }
    told
}

/// What the copy gives to a CUP, where no table has the money of any of its projects.
fn add_to_all(several: &[usize], copied: &Copied, out: &mut Resolved) -> bool {
    let whole = largest(copied);
    let may = |at: &usize| out.projects.get(*at).is_some_and(|ready| may_take(ready, whole));
    if !several.iter().all(may) {
        return false;
    }
    for at in several {
        if let Some(ready) = out.projects.get_mut(*at) {
            ready
                .draft
                .amount(AmountKind::OfCup, Fund::Total, whole, copied.source);
            put(&mut ready.draft.seen, copied.source);
        }
    }
    true
}

/// The point goes to the only place in the comune that the copy names.
fn point(ready: &mut Ready, copied: &Copied, gather: &Gather) -> bool {
    let (Some(coordinates), Some(comune)) = (copied.coordinates, &copied.comune) else {
        return false;
    };
    let name = |code| gather.places.comune(code).map(|c| fold(&c.name));
    let here = |p: &&mut crate::model::Place| p.comune.and_then(name).as_ref() == Some(comune);
    let mut found: Vec<_> = ready.draft.places.iter_mut().filter(here).collect();
    let [place] = found.as_mut_slice() else {
        return false;
    };
    place.coordinates = Some(coordinates);
    true
}

fn amounts(ready: &mut Ready, copied: &Copied) -> bool {
    if !may_take(ready, largest(copied)) {
        return false;
    }
    for (fund, cents) in &copied.amounts {
        ready
            .draft
            .amount(AmountKind::Funding, *fund, Some(*cents), copied.source);
    }
    true
}

/// The whole has changed since then when it is so many per cent more or less, the plan's part when it
/// is so many: less is what one counts in and another leaves out.
const CHANGED: [(Fund, i64); 3] = [(Fund::Total, 1), (Fund::Pnrr, 10), (Fund::Pnc, 10)];

/// A sum that is told to have grown is not so many times what it was.
const MOST: i64 = 10;

/// In this year the copy is of the past.
const LATER: i16 = 2024;

/// What the copy gave in early 2023 to a project that the tables of later years alone give money to.
fn before(ready: &mut Ready, copied: &Copied) -> bool {
    let mut told = false;
    for (fund, least) in CHANGED {
        let own = ready.draft.amounts.iter();
        let own = own.filter(|(kind, of, _)| (*kind, *of) == (AmountKind::Funding, fund));
        let own: Vec<(i64, SourceId)> = own.map(|(_, _, now)| (now.value.0, now.source)).collect();
        let is_later =
            |(_, source): &(i64, SourceId)| Origin::of(*source).date.is_some_and(|day| day.year() >= LATER);
        let then = copied.amounts.iter().find(|(of, _)| *of == fund);
        let Some(((now, _), (_, then))) = own.iter().max_by_key(|(_, source)| *source).zip(then) else {
            continue;
        };
        let has_changed = *now > 0 && then.0 > 0 && (now - then.0).abs() * 100 > now * least;
        // Ten times as much is money of another kind.
        let is_alike = now / MOST < then.0 && then.0 / MOST < *now;
        if has_changed && is_alike && own.iter().all(is_later) && was_alike(&ready.submeasure) {
            let draft = &mut ready.draft;
            draft.amount(AmountKind::Funding, fund, Some(*then), copied.source);
            told = true;
        }
    }
    told
}

/// The whole that the copy gives to a project of which the later tables have the complement's part
/// alone, where that part is the copy's, too.
fn beside_the_complement(ready: &mut Ready, copied: &Copied) -> bool {
    let of = |fund: Fund| {
        copied
            .amounts
            .iter()
            .find(|(of, _)| *of == fund)
            .map(|(_, a)| a.0)
    };
    let own = ready.draft.amounts.iter();
    let own: Vec<(Fund, i64)> = own
        .filter(|(kind, ..)| *kind == AmountKind::Funding)
        .map(|(_, fund, a)| (*fund, a.value.0))
        .collect();
    let ([(Fund::Pnc, part)], Some(then), Some(whole)) = (own.as_slice(), of(Fund::Pnc), of(Fund::Total))
    else {
        return false;
    };
    let is_same = (part - then).abs() * 100 <= *part;
    if !is_same || whole * 100 <= part * 101 || whole / MOST >= *part || !was_alike(&ready.submeasure) {
        return false;
    }
    let draft = &mut ready.draft;
    draft.amount(AmountKind::OfCup, Fund::Total, Some(Cents(whole)), copied.source);
    true
}

fn largest(copied: &Copied) -> Option<Cents> {
    copied.amounts.iter().map(|(_, cents)| *cents).max()
}

/// Whether the copy has money for a project that no other table gives any, and no less than is paid.
fn may_take(ready: &Ready, largest: Option<Cents>) -> bool {
    let draft = &ready.draft;
    let is_funded = draft
        .amounts
        .iter()
        .any(|(kind, _, _)| *kind == AmountKind::Funding)
        || draft.candidatures.iter().any(|c| c.amount.is_some());
    let paid = draft.amounts.iter().map(|(_, _, paid)| paid.value).max();
    let fits = largest.is_some_and(|largest| largest > Cents::ZERO && paid <= Some(largest));
    !is_funded && fits && may_be_told(&ready.submeasure)
}

/// Urban regeneration: of what the copy has as the plan's part the later tables have less than half, and
/// the totals of most agree.
const HALVED: &str = "M5C2I2.01";

/// Whether the copy meant by an amount of early 2023 what the later tables mean.
fn was_alike(submeasure: &Submeasure) -> bool {
    submeasure.as_str().starts_with(HALVED) || may_be_told(submeasure)
}

fn may_be_told(submeasure: &Submeasure) -> bool {
    let code = submeasure.as_str();
    !MEANS_OTHERWISE.iter().any(|start| code.starts_with(start))
}
