//! What the unofficial copy of Open PNRR Toscana may add to a project: coordinates, and an amount
//! where no other table has one. The copy knows CUP alone, so only a CUP that is one project's is
//! told; and it means something else by the amount of some measures.

use crate::import::draft::Copied;
use crate::import::gather::Gather;
use crate::import::ready::{Ready, Resolved};
use crate::model::{AmountKind, Cents, Submeasure};
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

/// Adds to the projects that alone have their CUP.
pub(super) fn add(gather: &mut Gather, out: &mut Resolved) {
    let index = out.by_cup();
    for (cup, said) in std::mem::take(&mut gather.copied) {
        let (Some([only]), [copied]) = (index.get(&cup).map(Vec::as_slice), said.as_slice()) else {
            continue;
        };
        if let Some(ready) = out.projects.get_mut(*only)
            && (point(ready, copied, gather) | amounts(ready, copied))
        {
            ready.draft.seen.insert(copied.source);
            gather.sources.count(copied.source);
        }
    }
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
    let draft = &mut ready.draft;
    let is_funded = draft
        .amounts
        .iter()
        .any(|(kind, _, _)| *kind == AmountKind::Funding)
        || draft.candidatures.iter().any(|c| c.amount.is_some());
    let largest = copied.amounts.iter().map(|(_, cents)| *cents).max();
    let paid = draft.amounts.iter().map(|(_, _, paid)| paid.value).max();
    let fits = largest.is_some_and(|largest| largest > Cents::ZERO && paid <= Some(largest));
    if is_funded || !fits || !may_be_told(&ready.submeasure) {
        return false;
    }
    for (fund, cents) in &copied.amounts {
        draft.amount(AmountKind::Funding, *fund, Some(*cents), copied.source);
    }
    true
}

fn may_be_told(submeasure: &Submeasure) -> bool {
    let code = submeasure.as_str();
    !MEANS_OTHERWISE.iter().any(|start| code.starts_with(start))
}
