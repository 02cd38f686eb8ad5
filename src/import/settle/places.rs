//! The places of a project, and the name of the site that its official title holds.

use crate::import::gather::Gather;
use crate::import::person;
use crate::model::{Fact, FactKind, Label, LabelKind, Observed, Place, TextColumn};
use crate::text::site;

/// The places that the newest delivery lists; what it lacks of an address an older one gives.
pub(crate) fn places(said: Vec<Place>, gather: &Gather) -> Vec<Place> {
    let sources = &gather.sources;
    let Some(newest) = said.iter().map(|p| sources.side(p.source)).max() else {
        return Vec::new();
    };
    let (mut kept, older): (Vec<Place>, Vec<Place>) =
        said.into_iter().partition(|p| sources.side(p.source) == newest);
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

/// Works and goods are for a building or a place; the name that stands in the title of a service
/// or of a grant is that of who receives it.
pub(super) fn has_site(labels: &[Label]) -> bool {
    let nature = labels.iter().find(|l| l.kind == LabelKind::Nature);
    nature.is_none_or(|l| ["01", "03"].contains(&l.value.as_str()))
}

/// The name of the building or site that the texts hold.
pub(super) fn name(
    title: Option<&Observed<String>>,
    summary: Option<&Observed<String>>,
    places: &[Place],
    gather: &Gather,
) -> Option<Fact> {
    let comuni: Vec<&str> = places
        .iter()
        .filter_map(|p| gather.places.comune(p.comune?))
        .map(|c| c.name.as_str())
        .take(10)
        .collect();
    fn text(t: Option<&Observed<String>>) -> &str {
        t.map_or("", |o| o.value.as_str())
    }
    let value = site::site(text(title), text(summary), &comuni)?;
    let column = match title {
        Some(_) => TextColumn::Title,
        None => TextColumn::Summary,
    };
    let source = title.or(summary)?.source;
    (!person::holds_code(&value)).then_some(Fact {
        kind: FactKind::Name,
        value,
        number: None,
        source,
        column,
    })
}
