//! The real backend: a snapshot, opened while the first frame is drawn, its index, its
//! explanations.

use super::{Backend, Opened};
use crate::app::{
    Answer, Archive, Ask, Clock, DeskAnswer, DeskAsk, Lists, Opener, Stage, StepAsk, desk_answer, newer,
    print, take_newer, why,
};
use crate::desk::{Gathered, Store};
use crate::lang::{Lang, w};
use crate::renew::Newer;
use crate::sheet::paper::Handed;
use crate::sheet::{Page, Subject};
use crate::snapshot::{Catalogue, Origin, Snapshot};
use std::sync::Arc;
use std::time::Instant;

pub struct Local {
    opener: Option<Opener>,
    /// Opened, not yet read.
    snapshot: Option<Snapshot>,
    archive: Option<Archive>,
    /// The person's own data, opened when they are first asked for.
    store: Store,
    clock: Clock,
    /// That of the start, for what goes wrong before there is a screen.
    lang: Lang,
}

impl Local {
    /// Nothing is opened yet.
    pub fn new(opener: Opener, clock: Clock, store: Store, lang: Lang) -> Local {
        Local {
            opener: Some(opener),
            snapshot: None,
            archive: None,
            store,
            clock,
            lang,
        }
    }

    /// The archive, loaded now where a key came before its turn.
    fn archive(&mut self) -> Option<&Archive> {
        if self.archive.is_none() {
            _ = self.load();
        }
        self.archive.as_ref()
    }

    fn closed(&self) -> String {
        self.lang.say(w::TUI_WORKER_GONE).to_owned()
    }
}

impl Backend for Local {
    fn open(&mut self) -> Result<Opened, String> {
        let mut notices = Vec::new();
        if let Some(opener) = self.opener.take() {
            let (snapshot, refused) = opener()?;
            notices = refused;
            match snapshot.origin {
                Origin::Embedded => self.snapshot = Some(snapshot),
                // A file that opens may still not load: then the bundled region stands in its place.
                Origin::File(_) => {
                    let loaded = Archive::load_or_bundled(snapshot, self.lang);
                    let (archive, more) = loaded.map_err(|e| why(&e, self.lang))?;
                    notices.extend(more);
                    self.archive = Some(archive);
                }
            }
        }
        let loaded = self.archive.as_ref().map(|archive| &archive.snapshot);
        let snapshot = self.snapshot.as_ref().or(loaded).ok_or_else(|| self.closed())?;
        let mut overview = snapshot.overview().map_err(|e| why(&e, self.lang))?;
        if snapshot.is_unsigned {
            overview.region_name += &format!(" ({})", self.lang.say(w::RENEW_UNSIGNED));
        }
        Ok(Opened { overview, notices })
    }

    fn load(&mut self) -> Result<Arc<Lists>, String> {
        if let Some(archive) = &self.archive {
            return Ok(Arc::clone(&archive.lists));
        }
        let snapshot = self.snapshot.take().ok_or_else(|| self.closed())?;
        let archive = Archive::load(snapshot).map_err(|e| why(&e, self.lang))?;
        let lists = Arc::clone(&archive.lists);
        self.archive = Some(archive);
        Ok(lists)
    }

    fn search(&mut self, ask: &Ask) -> Answer {
        self.store.going.begin(Instant::now());
        self.archive()
            .map_or_else(Answer::default, |archive| archive.find(ask))
    }

    fn page(&mut self, subject: &Subject, lang: Lang) -> Result<Page, String> {
        let gone = || lang.say(w::SCREEN_READ_GONE).to_owned();
        self.store.going.begin(Instant::now());
        let archive = self.archive.as_ref().ok_or_else(gone)?;
        let page = archive.page(subject, lang, (self.clock)());
        let failed = |error| lang.fill(w::LINEAR_FAILED, &[("why", &why(&error, lang))]);
        let page = page.map_err(failed)?.ok_or_else(gone)?;
        Ok(page.for_screen(archive.catalogue()))
    }

    fn desk(&mut self, ask: &DeskAsk, lang: Lang) -> Result<DeskAnswer, String> {
        // People come and are counted also when the archive does not open.
        let none = Catalogue::default();
        let archive = self.archive.as_ref();
        let catalogue = archive.map_or(&none, Archive::catalogue);
        desk_answer(&mut self.store, catalogue, ask, lang, (self.clock)())
    }

    fn print(&mut self, subject: &Subject, lang: Lang, desk: Option<&str>) -> Result<String, String> {
        let archive = self.archive.as_ref().ok_or_else(|| self.closed())?;
        let handed = Handed {
            desk,
            day: (self.clock)(),
        };
        let path = print(archive, &mut self.store, subject, lang, handed)?;
        Ok(path.display().to_string())
    }

    fn export(&mut self, list: &Gathered, lang: Lang) -> Result<String, String> {
        let archive = self.archive.as_ref().ok_or_else(|| self.closed())?;
        let files = archive.export(list, lang)?;
        let files = files.map(|file| file.display().to_string());
        Ok(files.join(lang.say(w::GATHERED_AND)))
    }

    fn newer(&mut self) -> Option<Newer> {
        newer(&self.archive.as_ref()?.snapshot)
    }

    fn take(&mut self, found: &Newer, lang: Lang) -> Result<Vec<String>, String> {
        let archive = self.archive.as_ref().ok_or_else(|| self.closed())?;
        take_newer(&archive.snapshot, found, lang)
    }

    fn step(&mut self, ask: &StepAsk) -> Stage {
        let archive = self.archive.as_ref();
        let stage = archive.map(|archive| archive.stage(ask).unwrap_or_default());
        stage.unwrap_or_default()
    }
}
