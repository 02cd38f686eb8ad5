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
            let mut files = files.into_iter();
            // Where nobody takes the parts any more the rest is not read.
            let _ = files.all(|(input, unseen)| file(input, unseen, &send));
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
        if !shape.fits(&self.fields, record) {
            return false;
        }
        match self.unseen {
            Unseen::None => false,
            Unseen::Places(region) => {
                let [a, b, c] = self.place;
                let fields = self.fields.some(record, [shape.submeasure, a, b, c]);
                let [submeasure, place @ ..] = fields.map(bare);
                is_submeasure(submeasure) && !is_region(place[0], Some(region)) && !is_nation(place)
            }
            Unseen::Pairs(keys) => {
                let fields = self.fields.some(record, [shape.submeasure, shape.cup]);
                let [submeasure, cup] = fields.map(bare);
                is_submeasure(submeasure) && keys.find(submeasure, cup, &mut self.key).is_none()
            }
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::import::draft::Drafts;
    use crate::import::files::Found;
    use crate::import::layouts::LAYOUTS;
    use proptest::prelude::*;

    const HEADER: &str = "Codice Univoco Submisura;CUP;Codice Locale Progetto;Codice Regione;Codice Provincia;Codice Comune;Cap";
    const OURS: &str = "M4C1I1.01.00;J11B22000010006;A;09;048;017;50100";
    const OTHER: &str = "M4C1I1.01.00;J11B22000020006;A;03;015;146;20100";

    type Seen = Vec<(u64, bool, Vec<u8>)>;

    /// The records that are seen, and how many are not.
    fn read(text: &str, unseen: Unseen) -> (Seen, u64) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("t.csv");
        std::fs::write(&path, format!("{HEADER}\n{text}")).unwrap();
        let real = path.clone();
        let input = Input::open(&Found { path, real }, &[], None, LAYOUTS);
        let input = input.unwrap().unwrap();
        of(vec![(&input, unseen)], |parts| {
            let (mut seen, mut others, mut read) = (Vec::new(), 0, 0);
            while let Some(part) = parts.next().unwrap() {
                let record =
                    |s: &super::Seen| (s.cut.line, s.is_continued, part.bytes[s.at.clone()].to_vec());
                seen.extend(part.seen.iter().map(record));
                (others, read) = (others + part.others, read + part.read);
            }
            // Empty lines at the end are no rows.
            let rows = text.trim_end_matches(['\r', '\n']).len() as u64;
            assert!((rows..=text.len() as u64).contains(&read));
            (seen, others)
        })
    }

    fn keys() -> Keys {
        let mut drafts = Drafts::default();
        drafts.admit(b"M4C1I1.01.00", b"J11B22000010006").unwrap();
        drafts.keys
    }

    #[test]
    fn rows_of_other_regions_are_passed_over_and_all_else_is_seen() {
        let odd = "M4C1I1.01.00;J11B22000020006;half";
        let text = [OTHER, OURS, odd, OTHER, "", OTHER].join("\n");
        let (seen, others) = read(&text, Unseen::Pairs(&keys()));
        assert_eq!(seen.iter().map(|s| s.0).collect::<Vec<_>>(), [3, 4]);
        assert_eq!(others, 3);
        let toscana = RegionCode::parse("09").unwrap();
        assert_eq!(read(&text, Unseen::Places(toscana)), (seen, others));
    }

    #[test]
    fn under_the_header_of_another_table_all_is_seen() {
        let another = "Codice Univoco Submisura;CUP;Codice Locale Progetto;Codice Regione;Altro;Comune;Cap";
        let text = [OTHER, another, OTHER, OTHER].join("\n");
        let (seen, others) = read(&text, Unseen::Pairs(&keys()));
        assert_eq!((seen.len(), others), (3, 1));
    }

    #[test]
    fn who_takes_no_more_ends_the_reading() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("t.csv");
        std::fs::write(
            &path,
            format!("{HEADER}\n{}", format!("{OURS}\n").repeat(200_000)),
        )
        .unwrap();
        let real = path.clone();
        let input = Input::open(&Found { path, real }, &[], None, LAYOUTS);
        let input = input.unwrap().unwrap();
        let first = of(vec![(&input, Unseen::None)], |parts| {
            parts.next().unwrap().unwrap().read
        });
        assert!(first < input.size / 2);
    }

    proptest! {
        /// Whatever the rows look like, those that are not seen are whole and of other pairs.
        #[test]
        fn only_whole_rows_of_other_pairs_are_passed_over(
            rows in proptest::collection::vec(
                prop_oneof![
                    3 => Just(OURS.to_owned()),
                    3 => Just(OTHER.to_owned()),
                    1 => Just(HEADER.to_owned()),
                    1 => Just(format!("{OTHER};")),
                    1 => Just(OTHER.replace(";A;", ";\"A\nB\";")),
                    2 => "[MJ0-9;\"\r\n\0]{0,20}",
                ],
                0..20,
            )
        ) {
            let text = rows.join("\n");
            // Of many NUL bytes the file is no table.
            prop_assume!(text.matches('\0').count() * 20 <= HEADER.len());
            let keys = keys();
            let (all, none) = read(&text, Unseen::None);
            let (seen, others) = read(&text, Unseen::Pairs(&keys));
            prop_assert_eq!(none, 0);
            prop_assert_eq!(seen.len() as u64 + others, all.len() as u64);
            prop_assert!(seen.iter().all(|row| all.contains(row)));
            let passed = all.iter().filter(|row| !seen.contains(row));
            for (_, _, row) in passed {
                prop_assert!(String::from_utf8_lossy(row).contains("J11B22000020006"));
            }
        }
    }
}
