//! All tables of a region, one after the other: what one of them meets does not keep the others
//! from coming.

use super::list::{Address, List};
use super::patience::Watch;
use super::table::{Got, Table};
use super::trouble::Trouble;
use super::wire::Wire;
use crate::import::Ledger;
use crate::model::RegionCode;
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

const LOCK: &str = "sportello-tabelle.blocco";

/// What is to be fetched.
pub struct Fetching<'a> {
    pub list: &'a List,
    /// `None`: the whole nation.
    pub region: Option<RegionCode>,
    pub folder: &'a Path,
    pub today: Date,
    /// Set to true, it ends the fetching; what came is gone on with the next time.
    pub cancel: Arc<AtomicBool>,
}

/// Fetches them; `tell` is given each table and what became of it.
///
/// # Errors
/// When the folder cannot be used, or it was called off.
pub fn tables<W: Watch>(
    of: &Fetching<'_>,
    watch: &mut W,
    mut tell: impl FnMut(&mut W, &Address, &Result<Got, Trouble>),
) -> Result<(), Trouble> {
    let folder = of.folder;
    fs::create_dir_all(folder).map_err(|error| Trouble::write(folder, error))?;
    let _lock = lock(folder)?;
    let ledger = folder.join(Ledger::FILE);
    let mut ledger = Ledger::load(folder).map_err(|error| Trouble::read(&ledger, error))?;
    let wire = Wire::new(Arc::clone(&of.cancel));
    let mut silent = BTreeSet::new();
    for address in of.list.of(of.region) {
        let mut table = Table {
            of: address,
            folder,
            ledger: &mut ledger,
            today: of.today,
        };
        let got = match silent.contains(&address.machine()) {
            true => Err(Trouble::Skipped),
            false => table.fetch(&wire, watch),
        };
        watch.ends();
        match got {
            Err(trouble) if trouble.is_the_end() => return Err(trouble),
            got => {
                if got.as_ref().is_err_and(Trouble::is_of_the_machine) {
                    silent.insert(address.machine());
                }
                tell(watch, address, &got);
            }
        }
    }
    Ok(())
}

/// One program at a time fetches into a folder; it is held as long as the file is open.
fn lock(folder: &Path) -> Result<File, Trouble> {
    let path = folder.join(LOCK);
    let failed = |error| Trouble::write(&path, error);
    let mut options = File::options();
    let file = options.write(true).create(true).truncate(false).open(&path);
    let file = file.map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Trouble::AtIt),
        Err(TryLockError::Error(error)) => Err(failed(error)),
    }
}
