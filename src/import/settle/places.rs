//! The places of a project.

use crate::import::draft::LeanList;
use crate::import::gather::Gather;
use crate::import::sources::Origin;
use crate::model::Place;
use std::collections::{BTreeMap, BTreeSet};

/// The places that the newest delivery lists; what it lacks of an address an older one gives.
pub(crate) fn places(said: LeanList<Place>, gather: &Gather) -> LeanList<Place> {
    let Some(newest) = said.iter().map(|p| Origin::of(p.source).side()).max() else {
        return LeanList::new();
    };
    let (mut kept, older): (Vec<Place>, Vec<Place>) = said
        .into_iter()
        .partition(|p| Origin::of(p.source).side() == newest);
    let spot = |p: &Place| (p.region, p.province, p.comune, p.named.clone());
    // Of each spot the one address that is told, if it is one.
    let mut told = BTreeMap::new();
    for place in older.iter().filter(|o| o.address.is_some()) {
        let one = told.entry(spot(place)).or_insert(Some(place));
        if one.is_some_and(|one| !std::ptr::eq(one, place)) {
            *one = None;
        }
    }
    for place in kept
        .iter_mut()
        .filter(|p| p.address.is_none() && p.comune.is_some())
    {
        if let Some(Some(one)) = told.get(&spot(place)) {
            place.address.clone_from(&one.address);
            place.cap = one.cap.clone().or(place.cap.take());
        }
    }
    let outside = |p: &Place| !gather.is_inside(p);
    // Inside first, then what is most precise.
    kept.sort_by_cached_key(|p| {
        let width = (p.region.is_none(), p.province.is_none(), p.comune.is_none());
        (
            outside(p),
            width,
            spot(p),
            p.address.is_none(),
            p.address.clone(),
            p.cap.is_none(),
            p.cap.clone(),
            p.source,
        )
    });
    // What a row leaves open any row of its spot has told already.
    let mut known = BTreeSet::new();
    let mut out: Vec<Place> = Vec::new();
    for place in kept {
        let (spot, address, share) = (spot(&place), Some(place.address.clone()), Some(place.share));
        let open = (
            address.clone().filter(Option::is_some),
            share.filter(Option::is_some),
        );
        if known.contains(&(spot.clone(), open.0, open.1)) {
            continue;
        }
        for address in [None, address] {
            for share in [None, share] {
                known.insert((spot.clone(), address.clone(), share));
            }
        }
        out.push(place);
    }
    out.into()
}
