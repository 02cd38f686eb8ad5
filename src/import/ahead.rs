//! Reading ahead: another thread cuts the files into records and passes over the rows of other
//! regions, which are most of a nation's. The readers of the tables see the rest, file by file and
//! in its order, while the next part is being cut; few parts wait, so memory does not grow.

use super::draft::Keys;
use super::fields::{Fields, Quotes, bare};
use super::input::Input;
use super::key::{is_nation, is_region};
use super::records::{Cut, Records};
use super::shape::is_submeasure;
use crate::model::{RegionCode, Table};
use std::fs::File;
use std::io::{self, Seek, SeekFrom};
use std::ops::Range;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// A part has so many bytes of records, or was found in so many of the file.
const KEPT: usize = 256 << 10;
const READ: u64 = 2 << 20;
/// So many parts wait for the reader.
const WAITING: usize = 8;

/// Which rows are passed over unseen.
#[derive(Clone, Copy)]
pub(crate) enum Unseen<'a> {
    None,
    /// Of a table of places: those of other regions.
    Places(RegionCode),
    /// Those whose sub-measure and CUP are none of the region's.
    Pairs(&'a Keys),
}

/// A record that somebody must see.
#[derive(Debug)]
pub(crate) struct Seen {
    pub at: Range<usize>,
    pub cut: Cut,
    /// It lacks fields, and what stands behind it is no row: it may be what this one lacks.
    pub is_continued: bool,
}

/// Some records of a file, in their order.
#[derive(Debug, Default)]
pub(crate) struct Part {
    pub bytes: Vec<u8>,
    pub seen: Vec<Seen>,
    /// Rows of other regions among them.
    pub others: u64,
    /// Bytes of the file that they stand in.
    pub read: u64,
}

/// What comes of a file: its parts, then nothing.
type Sent = io::Result<Option<Part>>;

/// The parts of the files, in the order of these.
pub(crate) struct Parts(Receiver<Sent>);

impl Parts {
    /// The next part of the file at hand; nothing where it ends.
    pub fn next(&self) -> Sent {
        self.0.recv().unwrap_or(Ok(None))
    }
}

/// Reads files ahead while `work` takes their parts. Work that ends early ends the reading.
pub(crate) fn of<T>(files: Vec<(&Input, Unseen)>, work: impl FnOnce(&Parts) -> T) -> T {
    thread::scope(|scope| {
        let (send, receive) = sync_channel(WAITING);
        scope.spawn(move || {
            let all = files.into_iter();
            // Nobody listens any more: so nobody wants to know.
            let _ = all.map(|(input, unseen)| file(input, unseen, &send)).all(|on| on);
        });
        work(&Parts(receive))
    })
}

/// Sends the parts of a file and its end; false where nobody takes them.
fn file(input: &Input, unseen: Unseen, send: &SyncSender<Sent>) -> bool {
    let mut ahead = match Ahead::open(input, unseen) {
        Ok(ahead) => ahead,
        Err(error) => return send.send(Err(error)).is_ok(),
    };
    loop {
        let part = ahead.part();
        let is_end = !matches!(part, Ok(Some(_)));
        if send.send(part).is_err() {
            return false;
        }
        if is_end {
            return true;
        }
    }
}

struct Ahead<'a> {
    input: &'a Input,
    unseen: Unseen<'a>,
    /// Where region, province and comune stand.
    place: [Option<usize>; 3],
    records: Records,
    fields: Fields,
    key: Vec<u8>,
}

impl<'a> Ahead<'a> {
    fn open(input: &'a Input, unseen: Unseen<'a>) -> io::Result<Ahead<'a>> {
        let mut file = File::open(&input.path)?;
        file.seek(SeekFrom::Start(input.rows_at))?;
        let place = match input.table() {
            Table::PncPlaces => ["Codice Regione", "Codice Provincia", "Codice Comune"],
            _ => ["Regione", "Provincia", "Comune"],
        };
        let has_key = input.shape.submeasure.is_some() && input.shape.cup.is_some();
        // Where a column stands twice each row must be looked at.
        let is_plain = has_key && input.fit.twins.is_empty();
        Ok(Ahead {
            input,
            unseen: if is_plain { unseen } else { Unseen::None },
            place: place.map(|name| input.place(name)),
            records: Records::new(file, input.separator, input.line),
            fields: Fields::new(input.separator),
            key: Vec::new(),
        })
    }

    fn part(&mut self) -> Sent {
        let mut part = Part::default();
        let from = self.records.bytes;
        while let Some(cut) = self.records.next(&self.input.shape)? {
            match self.is_unseen(cut) {
                true => part.others += 1,
                false => self.see(cut, &mut part)?,
            }
            if part.bytes.len() >= KEPT || self.records.bytes - from >= READ {
                break;
            }
        }
        part.read = self.records.bytes - from;
        let is_end = part.seen.is_empty() && part.others == 0;
        Ok((!is_end).then_some(part))
    }

    /// A whole row with a key, in a file of one header, that is of another region: what reads the
    /// table would say so and look at nothing else of it.
    fn is_unseen(&mut self, cut: Cut) -> bool {
        let record = self.records.get();
        if matches!(self.unseen, Unseen::None) || cut.too_long || cut.held_nul || cut.quotes == Quotes::Lost {
            return false;
        }
        self.fields.hold(record, cut.quotes);
        let shape = &self.input.shape;
        let field = |at: Option<usize>| at.map_or(b"".as_slice(), |i| bare(self.fields.get(record, i)));
        let submeasure = field(shape.submeasure);
        if !is_submeasure(submeasure) || !shape.fits(&self.fields, record) {
            return false;
        }
        match self.unseen {
            Unseen::None => false,
            Unseen::Places(region) => {
                let place = self.place.map(field);
                !is_region(place[0], Some(region)) && !is_nation(place)
            }
            Unseen::Pairs(keys) => keys.find(submeasure, field(shape.cup), &mut self.key).is_none(),
        }
    }

    fn see(&mut self, cut: Cut, part: &mut Part) -> io::Result<()> {
        let record = self.records.get();
        let from = part.bytes.len();
        part.bytes.extend_from_slice(record);
        self.fields.hold(record, cut.quotes);
        let (input, shape) = (self.input, &self.input.shape);
        let has_key = shape.is_keyless() || shape.has_key(&self.fields, record);
        // What stands under the header of another table is no row of this one.
        if !has_key && input.is_header(&self.fields, record) == Some(false) {
            self.unseen = Unseen::None;
        }
        let is_short = !shape.fits(&self.fields, record) && shape.is_short(&self.fields, record);
        let is_continued = is_short && self.is_continued()?;
        part.seen.push(Seen {
            at: from..part.bytes.len(),
            cut,
            is_continued,
        });
        Ok(())
    }

    /// The next record is no row.
    fn is_continued(&mut self) -> io::Result<bool> {
        let (shape, mut fields) = (&self.input.shape, Fields::new(self.input.separator));
        let next = self.records.peek()?.unwrap_or_default();
        fields.hold(next, Quotes::Lost);
        Ok(!next.is_empty() && !shape.fits(&fields, next) && !shape.is_short(&fields, next))
    }
}
