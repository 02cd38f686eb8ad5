//! From the official files, in every layout, to one snapshot of a region.
//!
//! Each file is recognised by its headers, never by its name or the order of its columns. Tables
//! of places are read first, twice: they say which keys are the region's. Then every other table
//! is streamed once, and only the rows of those keys are kept (`draft`); so memory grows with
//! the region, not with the nation's files. At the end drafts become projects (`resolve`), the
//! newest source wins (`settle`), and the snapshot is written in one stroke.

mod ahead;
mod bodies;
mod columns;
mod day;
mod dialect;
mod draft;
mod error;
pub mod facts;
mod fields;
mod files;
mod gather;
mod input;
mod italia_domani;
mod key;
mod layouts;
mod look;
mod measures;
mod number;
mod open_pnrr;
mod pa_digitale;
mod person;
mod places;
mod pnc;
mod progress;
mod read;
mod ready;
mod received;
mod records;
mod report;
mod resolve;
mod say;
mod settle;
mod shape;
mod sources;
mod write;

pub use error::ImportError;
pub use look::{ENOUGH, Header, Held, header, held};
pub use places::RegionChoice;
pub use progress::{Progress, Silent};
pub use received::{Begun, Ledger, Received, Version};
pub use report::{BadValue, FileReport, LeftOut, NotATable, PassedOver, Problem, Report, Usage};

use crate::model::{RegionCode, Removal, Table};
use crate::snapshot::{Ours, WriteError, Written};
use ahead::Unseen;
use gather::Gather;
use input::Input;
use italia_domani as pnrr;
use jiff::civil::Date;
use layouts::{LAYOUTS, is_of_pairs};
use places::Gazetteer;
use read::{Outside, Row, Tally};
use received::Ledgers;
use std::panic::resume_unwind;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

/// What to import.
#[derive(Clone, Debug)]
pub struct Options {
    /// Files, or folders of files.
    pub inputs: Vec<PathBuf>,
    pub region: RegionChoice,
    /// The snapshot that is written.
    pub out: PathBuf,
    /// The date of observation of tables that declare none, for a file or for all of a folder.
    pub observed: Vec<(PathBuf, Date)>,
    /// Names that are not to be shown.
    pub removals: Vec<Removal>,
    /// Set to true, it ends the import; nothing is written then.
    pub cancel: Arc<AtomicBool>,
}

/// Imports, and writes the snapshot whole or not at all.
///
/// # Errors
/// When a file, the region or the output is wrong; bad rows never stop an import.
pub fn run(options: &Options, progress: &mut dyn Progress) -> Result<Report, ImportError> {
    // Before the work, and once more when it is done.
    let own = Ours::Archive.may_replace(&options.out);
    own.map_err(|error| WriteError::Io {
        path: options.out.clone(),
        error,
    })?;
    let (written, report) = build(options, progress).map_err(|error| match error {
        ImportError::Write(error) => error.of(&options.out).into(),
        error => error,
    })?;
    if options.cancel.load(Ordering::Relaxed) {
        return Err(ImportError::Cancelled);
    }
    written.name(&options.out)?;
    Ok(report)
}

/// The snapshot, without its name.
fn build(options: &Options, progress: &mut dyn Progress) -> Result<(Written, Report), ImportError> {
    let (gather, opened) = thread::scope(|scope| {
        let opened = scope.spawn(|| open(options));
        (gather(&options.region), opened.join())
    });
    let mut gather = gather?;
    let region = gather.region;
    let (inputs, passed_over) = opened.unwrap_or_else(|panic| resume_unwind(panic))?;
    if let Some(missing) = lacks_places(&inputs) {
        return Err(ImportError::NoPlaces { missing, passed_over });
    }
    let mut outside = Outside {
        progress,
        cancel: &options.cancel,
    };
    let used = || inputs.iter().filter(|i| i.is_used());
    let twice = |i: &&Input| is_places(i.table()) && region.is_some();
    outside
        .progress
        .start(used().chain(used().filter(twice)).map(|i| i.size).sum());
    let elsewhere = region.map_or(Unseen::None, Unseen::Places);
    let tables = used().filter(twice).map(|input| (input, elsewhere)).collect();
    ahead::of(tables, |parts| -> Result<(), ImportError> {
        for input in used().filter(twice) {
            // What is wrong with these rows is counted when they are read again.
            read::file(input, parts, &mut outside, |row| {
                key(input.table(), row, &mut gather)
            })?;
        }
        Ok(())
    })?;
    let keys = gather.drafts.keys.clone();
    let unseen = |input: &Input| match region.is_some() && is_of_pairs(input.table()) {
        true => Unseen::Pairs(&keys),
        false => Unseen::None,
    };
    let tables = used().map(|input| (input, unseen(input))).collect();
    let tallies = ahead::of(tables, |parts| -> Result<_, ImportError> {
        let mut tallies: Vec<(&Input, Tally)> = Vec::new();
        for input in &inputs {
            let tally = match input.is_used() {
                true => read::file(input, parts, &mut outside, |row| {
                    take(input.table(), row, &mut gather)
                })?,
                false => Tally::default(),
            };
            tallies.push((input, tally));
        }
        Ok(tallies)
    })?;
    let Options {
        out,
        removals,
        cancel,
        ..
    } = options;
    let write = || write::write(gather, &tallies, out, removals, cancel);
    // Threads that take and give back memory of one thread wait for each other: what was read stands in
    // that of this one, what is written goes into another's. Of a nation it goes where what was read stood.
    let written = match region {
        Some(_) => thread::scope(|scope| scope.spawn(write).join()),
        None => Ok(write()),
    };
    let (written, mut report) = written.unwrap_or_else(|panic| resume_unwind(panic))?;
    report.passed_over = passed_over;
    if report.projects == 0 {
        return Err(ImportError::NothingKept {
            region: report.region_name.clone(),
            report: Box::new(report),
        });
    }
    Ok((written, report))
}

/// What is known before a table is read.
fn gather(choice: &RegionChoice) -> Result<Gather, ImportError> {
    let places = Gazetteer::load()?;
    let region = places.choose(choice)?.map(|r| r.code);
    Ok(Gather::new(places, region))
}

/// The code and the name of a region as a person writes it; no code for the whole nation.
///
/// # Errors
/// When there is no such region.
pub fn region(choice: &RegionChoice) -> Result<(Option<RegionCode>, String), ImportError> {
    let places = Gazetteer::load()?;
    let region = places.choose(choice)?;
    Ok((
        region.map(|r| r.code),
        region.map_or_else(|| "Italia".to_owned(), |r| r.name.clone()),
    ))
}

/// The tables that an import knows, each with its columns as today's release spells them.
pub fn known() -> Vec<(Table, Vec<&'static str>)> {
    let columns = |layout: &&columns::Layout| layout.columns.iter().map(|c| c.name).collect();
    LAYOUTS
        .iter()
        .map(|layout| (layout.table, columns(layout)))
        .collect()
}

/// Recognises every file; sorted by table, date and name, so that the order in which they were
/// given does not matter. What is no table is passed over.
fn open(options: &Options) -> Result<(Vec<Input>, Vec<PassedOver>), ImportError> {
    let found = files::find(&options.inputs)?;
    let observed = files::observed(&options.observed, &found)?;
    let mut ledgers = Ledgers::default();
    let (mut inputs, mut passed_over) = (Vec::new(), Vec::new());
    for found in &found {
        match Input::open(found, &observed, ledgers.of(&found.path), LAYOUTS)? {
            Ok(input) => inputs.push(input),
            Err(why) => passed_over.push(PassedOver {
                path: crate::text::clean::line(&found.path.to_string_lossy()),
                why,
            }),
        }
    }
    inputs.sort_by_cached_key(|i| (order(i.table()), i.release, i.stated, i.name(), i.path.clone()));
    if inputs.iter().any(Input::is_used) {
        Ok((inputs, passed_over))
    } else {
        Err(ImportError::Nothing { passed_over })
    }
}

/// Measures come first: PA digitale asks them for its codes.
fn order(table: Table) -> (bool, bool, Table) {
    (table != Table::Measures, !is_places(table), table)
}

fn is_places(table: Table) -> bool {
    matches!(table, Table::Places | Table::PncPlaces)
}

/// Without a table of places nobody knows which rows are the region's.
fn lacks_places(inputs: &[Input]) -> Option<Table> {
    let has = |table: Table| inputs.iter().any(|i| i.table() == table);
    let pnrr = [
        Table::Projects,
        Table::Subjects,
        Table::Tenders,
        Table::Winners,
        Table::Subcontractors,
        Table::Payments,
        Table::Targets,
        Table::Phases,
    ];
    if pnrr.into_iter().any(has) && !has(Table::Places) {
        Some(Table::Places)
    } else if [Table::PncProjects, Table::PncTenders].into_iter().any(has) && !has(Table::PncPlaces) {
        Some(Table::PncPlaces)
    } else if ![Table::Places, Table::PncPlaces, Table::Candidatures]
        .into_iter()
        .any(has)
    {
        Some(Table::Places)
    } else {
        None
    }
}

/// One row of a table of places, in the first pass.
fn key(table: Table, row: &mut Row, gather: &mut Gather) -> Result<(), LeftOut> {
    match table {
        Table::PncPlaces => pnc::places::key(row, gather),
        _ => pnrr::places::key(row, gather),
    }
}

/// One row to the reader of its table.
fn take(table: Table, row: &mut Row, gather: &mut Gather) -> Result<(), LeftOut> {
    match table {
        Table::Projects => pnrr::projects::read(row, gather),
        Table::Places => pnrr::places::read(row, gather),
        Table::Subjects => pnrr::subjects::read(row, gather),
        Table::Tenders => pnrr::tenders::read(row, gather),
        Table::Winners => pnrr::winners::read(row, gather, false),
        Table::Subcontractors => pnrr::winners::read(row, gather, true),
        Table::Payments => pnrr::payments::read(row, gather),
        Table::Targets => pnrr::targets::read(row, gather),
        Table::Phases => pnrr::phases::read(row, gather),
        Table::Procedures => pnrr::procedures::read(row, gather),
        Table::Notices => pnrr::notices::read(row, gather),
        Table::Measures => pnrr::measures::read(row, gather),
        Table::Milestones => pnrr::milestones::read(row, gather),
        Table::Spending => pnrr::spending::read(row, gather),
        Table::PncProjects => pnc::projects::read(row, gather),
        Table::PncPlaces => pnc::places::read(row, gather),
        Table::PncTenders => pnc::tenders::read(row, gather),
        Table::Candidatures => pa_digitale::read(row, gather),
        Table::Calls => pa_digitale::calls::read(row, gather),
        Table::OpenPnrrToscana => open_pnrr::read(row, gather),
        Table::Recommendations | Table::Tags | Table::MilestoneMap | Table::Istat => Ok(()),
    }
}
