//! A region publishes, a desk takes it: what is sound comes in, and nothing else does.

#![allow(clippy::unwrap_used)]

#[path = "renew/attacks.rs"]
mod attacks;
#[path = "renew/commands.rs"]
mod commands;
#[path = "renew/keys.rs"]
mod keys;
#[path = "support/made_up.rs"]
#[allow(dead_code)]
mod made_up;
#[path = "renew/net.rs"]
mod net;
#[path = "renew/round.rs"]
mod round;
#[path = "support/server.rs"]
#[allow(dead_code)]
mod server;

use sportello::import::{self, Options, RegionChoice, Silent};
use sportello::renew::{self, Desk, Made, Manifest, Published, Publishing, RenewError, Taken};
use sportello::snapshot::Snapshot;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A region with its key, a stick, a desk.
struct World {
    folder: tempfile::TempDir,
    key: Made,
}

/// What a person at the desk says to an update.
#[derive(Default)]
struct Said {
    keys: Vec<String>,
    unsigned: bool,
    back: bool,
}

const ROMA: &str = "12;LAZIO;058;ROMA;091;ROMA";

impl World {
    fn new() -> World {
        let folder = tempfile::tempdir().unwrap();
        let key = renew::make(&folder.path().join("region.key")).unwrap();
        for name in ["stick", "desk"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        World { folder, key }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn stick(&self) -> PathBuf {
        self.at("stick")
    }

    /// An archive of so many projects of a place and a day.
    fn archive(&self, rows: usize, place: &str, day: &str) -> Snapshot {
        let tables = tempfile::tempdir_in(self.folder.path()).unwrap();
        made_up::tables_of(tables.path(), rows, place, day);
        let region = if place == ROMA { "lazio" } else { "toscana" };
        let out = self.at(&format!("{region}-{rows}.sqlite"));
        let options = Options {
            inputs: vec![tables.path().to_owned()],
            region: RegionChoice::parse(region),
            out: out.clone(),
            observed: Vec::new(),
            removals: Vec::new(),
            cancel: Arc::default(),
        };
        import::run(&options, &mut Silent).unwrap();
        Snapshot::open(&out).unwrap()
    }

    fn publish_as(&self, snapshot: &Snapshot, key: Option<&Path>, next: Option<&str>) -> Published {
        let folder = self.stick();
        let publishing = Publishing {
            folder: &folder,
            snapshot,
            key,
            serial: None,
            next,
        };
        renew::publish(&publishing).unwrap()
    }

    /// A signed package of so many projects of Prato.
    fn publish(&self, rows: usize) -> Published {
        let snapshot = self.archive(rows, made_up::PRATO, "30/09/2026");
        self.publish_as(&snapshot, Some(&self.key.secret), None)
    }

    fn take_as(&self, change: impl FnOnce(&mut Said), from: &Path) -> Result<Taken, RenewError> {
        let mut said = Said {
            keys: vec![self.key.key.clone()],
            ..Said::default()
        };
        change(&mut said);
        let own = Snapshot::embedded().unwrap();
        let (opened, _) = renew::in_place_of(own, &self.at("desk"), None);
        let desk = Desk {
            archives: &self.at("desk"),
            keys: &said.keys,
            region: "09",
            day: opened.newest_day().unwrap(),
            unsigned: said.unsigned,
            back: said.back,
        };
        renew::take(&desk, from)
    }

    fn take(&self) -> Result<Taken, RenewError> {
        self.take_as(|_| {}, &self.stick())
    }

    /// What the desk opens: how many projects it has, and whether nobody signed it.
    fn opened(&self) -> (usize, bool) {
        let (snapshot, refused) = renew::in_place_of(Snapshot::embedded().unwrap(), &self.at("desk"), None);
        assert!(refused.is_empty(), "{refused:?}");
        (snapshot.overview().unwrap().projects, snapshot.is_unsigned)
    }

    /// What is refused leaves the archive that was there, and no file beside it.
    fn refused(&self, change: impl FnOnce(&mut Said)) -> RenewError {
        let before = (self.opened(), self.files());
        let error = self.take_as(change, &self.stick()).unwrap_err();
        assert_eq!((self.opened(), self.files()), before, "{error}");
        for lang in sportello::lang::Lang::ALL {
            assert!(!error.say(lang).is_empty());
        }
        error
    }

    /// The files of the desk, but for the lock.
    fn files(&self) -> Vec<String> {
        let folder = self.at("desk").join("aggiornamenti");
        let files = fs::read_dir(folder).into_iter().flatten().flatten();
        let names = files.map(|file| file.file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> = names.filter(|name| name != "blocco").collect();
        names.sort();
        names
    }

    /// Another manifest in the place of a package's, signed by the region.
    fn say(&self, of: &Published, change: impl FnOnce(&mut Manifest)) {
        let mut manifest = of.manifest.clone();
        change(&mut manifest);
        let text = serde_json::to_string_pretty(&manifest).unwrap();
        self.sign(of, text.as_bytes(), &self.key.secret);
    }

    fn sign(&self, of: &Published, bytes: &[u8], secret: &Path) {
        let text = fs::read_to_string(secret).unwrap();
        let boxed = minisign::SecretKeyBox::from_string(&text).unwrap();
        let secret = boxed.into_unencrypted_secret_key().unwrap();
        let signed = minisign::sign(None, &secret, bytes, Some("x"), Some("y")).unwrap();
        let name = of.manifest.name();
        fs::write(self.stick().join(name.manifest()), bytes).unwrap();
        fs::write(self.stick().join(name.signature()), signed.into_string()).unwrap();
    }
}
