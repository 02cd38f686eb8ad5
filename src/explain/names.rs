//! Names that count as one word when the length of a sentence is measured.

use super::gloss;
use super::plain::{plain_address, plain_name};
use super::spoken::spoken;
use crate::lang::{Lang, card};
use crate::model::{FactKind, Project};
use crate::snapshot::Catalogue;

/// Facts that are names.
const NAMED: &[FactKind] = &[
    FactKind::Name,
    FactKind::Part,
    FactKind::Street,
    FactKind::Seat,
    FactKind::Locality,
    FactKind::Road,
    FactKind::Water,
    FactKind::Beneficiary,
    FactKind::Programme,
    FactKind::Owner,
    FactKind::Host,
];

/// Bodies, places and measures that the explanation of a project may name.
pub fn names(catalogue: &Catalogue, project: &Project) -> Vec<String> {
    let mut out: Vec<String> = project.bodies.iter().map(|(_, b, _)| b.name.clone()).collect();
    let spoken: Vec<String> = out
        .iter()
        .filter_map(|name| Some(spoken(name)?.into_owned()))
        .collect();
    out.extend(spoken);
    let winners = project.tenders.iter().flat_map(|t| &t.winners);
    out.extend(winners.filter_map(|a| Some(a.body.as_ref()?.name.clone())));
    for place in &project.places {
        out.extend(place.named.clone());
        out.extend(place.address.as_deref().map(|a| plain_address(a).into_owned()));
        out.extend(
            place
                .comune
                .and_then(|c| Some(catalogue.comune_name(c)?.to_owned())),
        );
        out.extend(
            place
                .province
                .and_then(|p| Some(catalogue.provinces.get(&p)?.name.clone())),
        );
        out.extend(
            place
                .region
                .and_then(|r| Some(catalogue.regions.get(&r)?.name.clone())),
        );
    }
    let named = project.facts.iter().filter(|f| NAMED.contains(&f.kind));
    out.extend(named.map(|f| f.value.clone()));
    // "in via Roma": a street's kind has no capital in a sentence.
    let streets = [FactKind::Street, FactKind::Seat].map(|kind| project.facts_of(kind));
    let streets = streets.into_iter().flatten();
    out.extend(streets.filter_map(|f| f.value.split_once(' ').map(|(_, own)| own.to_owned())));
    if let Some(measure) = catalogue.measure(project.submeasure.as_str()) {
        out.push(measure.name.clone());
        out.extend(measure.administration.clone());
        out.extend(measure.mission_name.clone());
    }
    if let Some(card) = card(project.submeasure.card_code()) {
        out.extend(Lang::ALL.map(|lang| card.text(lang).name.to_owned()));
    }
    out.extend(
        [
            "Piano nazionale di ripresa e resilienza",
            "Piano nazionale complementare",
        ]
        .map(str::to_owned),
    );
    let plain: Vec<String> = out.iter().map(|n| plain_name(n).into_owned()).collect();
    let english: Vec<String> = plain.iter().filter_map(|n| gloss::english(n)).collect();
    out.extend(plain);
    out.extend(english);
    out.retain(|n| !n.is_empty());
    out.sort_unstable();
    out.dedup();
    out
}
