//! The places of a project.

use crate::import::gather::Gather;
use crate::import::sources::Origin;
use crate::model::Place;

/// The places that the newest delivery lists; what it lacks of an address an older one gives.
pub(crate) fn places(said: Vec<Place>, gather: &Gather) -> Vec<Place> {
    let Some(newest) = said.iter().map(|p| Origin::of(p.source).side()).max() else {
        return Vec::new();
    };
    let (mut kept, older): (Vec<Place>, Vec<Place>) = said
        .into_iter()
        .partition(|p| Origin::of(p.source).side() == newest);
    let spot = |p: &Place| (p.region, p.province, p.comune, p.named.clone());
    for place in kept
        .iter_mut()
        .filter(|p| p.address.is_none() && p.comune.is_some())
    {
        let mut same = older
            .iter()
            .filter(|o| spot(o) == spot(place) && o.address.is_some());
        if let (Some(one), None) = (same.next(), same.next()) {
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
    let mut out: Vec<Place> = Vec::new();
    for place in kept {
        let repeats = out.iter().any(|o| {
            spot(o) == spot(&place)
                && (place.address.is_none() || o.address == place.address)
                && (place.share.is_none() || o.share == place.share)
        });
        if !repeats {
            out.push(place);
        }
    }
    out
}
