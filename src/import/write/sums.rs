//! The sums of the report, over the projects as they are written.

use crate::import::report::Report;
use crate::model::{AmountKind, BodyId, Cents, Cig, Cup, Fund, Place, Project, RegionCode, Role, SourceId};
use std::collections::HashSet;

/// Codes that must be counted once.
#[derive(Default)]
pub(super) struct Sums {
    cups: HashSet<String>,
    cigs: HashSet<String>,
    bodies: HashSet<BodyId>,
    comuni: HashSet<crate::model::ComuneCode>,
}

impl Sums {
    /// `unofficial`: sources whose amounts stand in no total.
    pub fn add(
        &mut self,
        p: &Project,
        (region, unofficial): (Option<RegionCode>, &HashSet<SourceId>),
        report: &mut Report,
    ) {
        if region.is_some() && !p.places.is_empty() && p.places.iter().all(Place::is_nation) {
            report.national_projects += 1;
            return;
        }
        let amount = |kind, fund| {
            let told = p.amount(kind, fund).filter(|o| !unofficial.contains(&o.source));
            told.map_or(Cents::ZERO, |o| o.value)
        };
        let pnrr = amount(AmountKind::Funding, Fund::Pnrr);
        let total = amount(AmountKind::Funding, Fund::Total);
        let paid = amount(AmountKind::Payment, Fund::Total);
        report.projects += 1;
        report.pnrr_eur += pnrr;
        // Where no total is published, the part that is known, as the catalogue has it.
        let parts = [Fund::Total, Fund::Pnrr, Fund::Pnc].map(|fund| amount(AmountKind::Funding, fund));
        report.total_eur += parts.into_iter().find(|part| !part.is_zero()).unwrap_or_default();
        report.paid_eur += paid;
        if region.is_some() && p.places.iter().any(|place| place.region != region) {
            report.shared_projects += 1;
            report.shared_pnrr_eur += pnrr;
        }
        report.paid_above_funding += u64::from(!total.is_zero() && paid > total);
        report.disagreements += p.disagreements.len() as u64;
        report.tenders += p.tenders.len() as u64;
        for tender in &p.tenders {
            report.winners += tender.winners.len() as u64;
            let is_new = !tender.cig.is_empty() && self.cigs.insert(tender.cig.clone());
            report.invalid_cig += u64::from(is_new && Cig::parse(&tender.cig).is_err());
            let won = tender.winners.iter().filter_map(|w| w.body.as_ref());
            self.bodies.extend(won.map(|b| b.id.clone()));
        }
        let named = p.bodies.iter().filter(|(role, _, _)| *role != Role::Other);
        self.bodies.extend(named.map(|(_, b, _)| b.id.clone()));
        let inside = p
            .places
            .iter()
            .filter(|place| region.is_none() || place.region == region);
        self.comuni.extend(inside.filter_map(|place| place.comune));
        if self.cups.insert(p.cup.clone()) {
            match Cup::parse(&p.cup) {
                Ok(checked) => report.unusual_cup += u64::from(checked.unusual.is_some()),
                Err(_) => report.invalid_cup += 1,
            }
        }
    }

    pub fn finish(self, report: &mut Report) {
        report.cups = self.cups.len() as u64;
        report.bodies = self.bodies.len() as u64;
        report.comuni = self.comuni.len() as u64;
    }
}
