//! The real backend: a snapshot, opened when the first frame is drawn.

mod find;
mod pages;

use super::{Answer, Ask, Backend, ComuneItem, Lists, MeasureItem, Opened, Sheet, Subject};
use crate::lang::{Lang, w};
use crate::snapshot::{Catalogue, Snapshot};
use find::Finder;
use std::collections::HashMap;

/// Chooses and opens the snapshot, and says which files were passed over; the error is a sentence
/// for the person.
pub type Opener = Box<dyn FnOnce() -> Result<(Snapshot, Vec<String>), String> + Send>;

pub struct Local {
    opener: Option<Opener>,
    snapshot: Option<Snapshot>,
    catalogue: Catalogue,
    finder: Finder,
}

impl Local {
    pub fn new(opener: Opener) -> Local {
        Local {
            opener: Some(opener),
            snapshot: None,
            catalogue: Catalogue::default(),
            finder: Finder::default(),
        }
    }
}

impl Backend for Local {
    fn open(&mut self) -> Result<Opened, String> {
        let mut notices = Vec::new();
        if let Some(opener) = self.opener.take() {
            let (snapshot, refused) = opener()?;
            (self.snapshot, notices) = (Some(snapshot), refused);
        }
        let snapshot = self.snapshot.as_ref().ok_or("no archive")?;
        let overview = snapshot.overview().map_err(|e| e.to_string())?;
        Ok(Opened { overview, notices })
    }

    fn load(&mut self) -> Result<Lists, String> {
        let snapshot = self.snapshot.as_ref().ok_or("no archive")?;
        self.catalogue = snapshot.catalogue().map_err(|e| e.to_string())?;
        self.finder = Finder::new(&self.catalogue);
        Ok(lists(&self.catalogue))
    }

    fn search(&mut self, ask: &Ask) -> Answer {
        self.finder.search(&self.catalogue, ask)
    }

    fn sheet(&mut self, subject: &Subject, lang: Lang) -> Result<Sheet, String> {
        let gone = || lang.say(w::SCREEN_READ_GONE).to_owned();
        let snapshot = self.snapshot.as_ref().ok_or_else(gone)?;
        pages::sheet(snapshot, &self.catalogue, subject, lang)
            .map_err(|e| e.to_string())?
            .ok_or_else(gone)
    }
}

fn lists(catalogue: &Catalogue) -> Lists {
    let mut by_measure = vec![0usize; catalogue.measures.len()];
    let mut by_comune = HashMap::new();
    for brief in &catalogue.projects {
        if let Some(count) = by_measure.get_mut(usize::from(brief.measure)) {
            *count += 1;
        }
        let mut own: Vec<_> = brief.places.iter().filter_map(|p| p.comune).collect();
        own.sort_unstable();
        own.dedup();
        for code in own {
            *by_comune.entry(code).or_insert(0) += 1;
        }
    }
    let mut comuni: Vec<ComuneItem> = catalogue
        .comuni
        .values()
        .filter(|c| {
            let province = catalogue.provinces.get(&c.province);
            catalogue.region.is_none() || province.map(|p| p.region) == catalogue.region
        })
        .map(|c| ComuneItem {
            code: c.code,
            name: c.name.clone(),
            province: catalogue
                .provinces
                .get(&c.province)
                .map_or(String::new(), |p| p.sigla.clone()),
            projects: by_comune.get(&c.code).copied().unwrap_or(0),
        })
        .collect();
    comuni.sort_by(|a, b| a.name.cmp(&b.name));
    let measures = catalogue
        .measures
        .iter()
        .zip(&by_measure)
        .filter(|(_, n)| **n > 0);
    Lists {
        comuni,
        measures: measures
            .map(|(m, n)| MeasureItem {
                code: m.code.to_string(),
                card: m.code.card_code().to_owned(),
                name: m.name.clone(),
                projects: *n,
            })
            .collect(),
    }
}
