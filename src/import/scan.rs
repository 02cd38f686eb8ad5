//! The thread that looks through the files: it cuts them into records and passes on those that
//! may be wanted, in batches, while the import reads what it was passed before.

use super::draft::Keys;
use super::input::Input;
use super::italia_domani::places::is_region;
use super::records::{Fields, Records, Stop};
use crate::model::RegionCode;
use std::fs::File;
use std::io::{Seek, SeekFrom};
use std::ops::Range;
use std::sync::Arc;
use std::sync::mpsc::SyncSender;

/// Which rows of a table are wanted, by the places of its columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    All,
    Region(usize, Option<RegionCode>),
    Pair(usize, usize),
    Cup(usize),
}

/// Rows of one file.
#[derive(Default)]
pub(crate) struct Batch {
    pub bytes: Vec<u8>,
    pub rows: Vec<Passed>,
    /// Rows that were looked at, and those of them that were not passed on.
    pub looked_at: u64,
    pub passed_over: u64,
    /// Bytes of the file that were looked at.
    pub read: u64,
}

/// A row in a [`Batch`].
pub(crate) struct Passed {
    pub at: Range<usize>,
    pub quotes: bool,
    pub line: u64,
    /// It has fewer or more fields than the header: so many.
    pub miscounted: Option<usize>,
}

pub(crate) enum Message {
    Rows(Batch),
    /// The file has ended, or cannot be read on.
    End(Result<(), Stop>),
}

/// A batch is passed on when it holds so many bytes, or after so many rows.
const BATCH: usize = 128 << 10;
const STEP: u64 = 4096;

/// Looks through the files, one after the other, until there is no one to pass rows to.
pub(crate) fn scan(inputs: &[(&Input, Wanted)], keys: &Arc<Keys>, out: &SyncSender<Message>) {
    for (input, wanted) in inputs {
        let result = match look_through(input, *wanted, keys, out) {
            Err(Halt::Unheard) => return,
            Err(Halt::Stop(stop)) => Err(stop),
            Ok(()) => Ok(()),
        };
        if out.send(Message::End(result)).is_err() {
            return;
        }
    }
}

enum Halt {
    Stop(Stop),
    /// The import is not listening any more.
    Unheard,
}

fn look_through(input: &Input, wanted: Wanted, keys: &Keys, out: &SyncSender<Message>) -> Result<(), Halt> {
    let io = |e| Halt::Stop(Stop::Io(e));
    let mut file = File::open(&input.path).map_err(io)?;
    file.seek(SeekFrom::Start(input.skip)).map_err(io)?;
    let mut records = Records::new(file, input.separator);
    let mut fields = Fields::new(input.separator);
    let want = input.columns.len();
    let mut batch = Batch::default();
    let mut key = Vec::new();
    let mut told = 0;
    let mut is_header = true;
    while let Some(cut) = records.next().map_err(Halt::Stop)? {
        if std::mem::take(&mut is_header) {
            continue;
        }
        let record = records.get(&cut);
        fields.hold(record, cut.quotes);
        batch.looked_at += 1;
        let fits = has_fields(&fields, record, want);
        if !fits || is_wanted(wanted, &fields, record, keys, &mut key) {
            let start = batch.bytes.len();
            batch.bytes.extend_from_slice(record);
            batch.rows.push(Passed {
                at: start..batch.bytes.len(),
                quotes: cut.quotes,
                line: cut.line,
                miscounted: (!fits).then_some(fields.len()),
            });
        } else {
            batch.passed_over += 1;
        }
        if batch.bytes.len() >= BATCH || batch.looked_at >= STEP {
            batch.read = records.bytes - told;
            told = records.bytes;
            out.send(Message::Rows(std::mem::take(&mut batch)))
                .map_err(|_| Halt::Unheard)?;
        }
    }
    batch.read = input.size.saturating_sub(told);
    out.send(Message::Rows(batch)).map_err(|_| Halt::Unheard)
}

fn is_wanted(wanted: Wanted, fields: &Fields, record: &[u8], keys: &Keys, key: &mut Vec<u8>) -> bool {
    let field = |i: usize| fields.get(record, i).trim_ascii();
    match wanted {
        Wanted::All => true,
        Wanted::Region(column, region) => is_region(field(column), region),
        Wanted::Pair(submeasure, cup) => keys.find(field(submeasure), field(cup), key).is_some(),
        Wanted::Cup(cup) => keys.has_cup(field(cup)),
    }
}

/// As many fields as the header; empty ones in excess are forgiven.
fn has_fields(fields: &Fields, record: &[u8], want: usize) -> bool {
    fields.len() == want
        || fields.len() > want && (want..fields.len()).all(|i| fields.get(record, i).is_empty())
}
