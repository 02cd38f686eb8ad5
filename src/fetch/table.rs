//! One table, from its address to its place: asked for where it left off or changed since, its header
//! looked at before the rest is waited for, its last row before it is believed.

use super::list::Address;
use super::part::Part;
use super::patience::{Patience, Watch};
use super::trouble::Trouble;
use super::wire::{Answer, Head, Wire};
use crate::import::{self, Begun, ENOUGH, Ledger, Received, Version};
use crate::snapshot::digest;
use jiff::civil::Date;
use std::path::Path;

/// What became of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Got {
    /// It came.
    New {
        bytes: u64,
        rows: u64,
        day: Date,
        /// Columns that no import reads.
        unknown: Vec<String>,
    },
    /// The one that was there is still the publisher's.
    Same { day: Date },
    /// A person put it there, and it is left alone.
    ByHand { rows: u64 },
}

/// A table that is being fetched.
pub struct Table<'a> {
    pub of: &'a Address,
    pub folder: &'a Path,
    pub ledger: &'a mut Ledger,
    pub today: Date,
}

/// How an answer is taken.
enum Taken {
    Same,
    /// All is there already.
    Whole(Version),
    /// It goes on behind what is there, up to so many bytes.
    Comes(Option<u64>, Version),
}

impl Table<'_> {
    /// Fetches it.
    pub fn fetch(&mut self, wire: &Wire, watch: &mut dyn Watch) -> Result<Got, Trouble> {
        let path = self.folder.join(&self.of.file);
        let have = match path.symlink_metadata() {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(Trouble::read(&path, error)),
            Ok(_) => match self.ledger.of(&path) {
                None if !self.ledger.replaces(&path) => return by_hand(&path),
                have => have.cloned(),
            },
        };
        let mut part = Part::open(&path, self.ledger.parts.contains_key(&self.of.file))?;
        let mut patience = Patience::default();
        loop {
            match self.once(wire, watch, &mut part, have.as_ref()) {
                Ok(Some((version, unknown))) => match self.finish(part, version, unknown, &path) {
                    Ok(got) => return Ok(got),
                    Err((trouble, None)) => return Err(trouble),
                    Err((trouble, Some(again))) => {
                        part = again;
                        patience.again((&self.of.address, trouble), 0, wire, watch)?;
                    }
                },
                Ok(None) => {
                    part.remove();
                    let day = have.map_or(self.today, |have| have.day);
                    return Ok(Got::Same { day });
                }
                Err(trouble) => {
                    watch.ends();
                    // What came is kept for the next time, also when the power goes.
                    part.sync()?;
                    if part.at == 0 && !trouble.may_pass() {
                        part.remove();
                        return Err(trouble);
                    }
                    patience.again((&self.of.address, trouble), part.at, wire, watch)?;
                }
            }
        }
    }

    /// One try; nothing where the table at hand is still the publisher's.
    fn once(
        &mut self,
        wire: &Wire,
        watch: &mut dyn Watch,
        part: &mut Part,
        have: Option<&Received>,
    ) -> Result<Option<(Version, Vec<String>)>, Trouble> {
        let begun = self.ledger.parts.get(&self.of.file);
        let begun = begun.filter(|begun| begun.address == self.of.address);
        let begun = begun.map(|begun| begun.version.clone()).unwrap_or_default();
        let check = begun.check();
        let mut headers = Vec::new();
        match check {
            Some(check) if part.at > 0 => {
                headers.push(("range", format!("bytes={}-", part.at)));
                headers.push(("if-range", check));
            }
            // Nothing tells whether what is there belongs to what would come.
            _ => {
                part.restart()?;
                let have = have.filter(|have| have.address == self.of.address);
                headers.extend(have.map(|have| have.version.unless()).unwrap_or_default());
            }
        }
        let answer = wire.get(&self.of.address, &headers)?;
        match taken(&answer.head, part, begun, have.is_some())? {
            Taken::Same => Ok(None),
            Taken::Whole(version) => Ok(Some((version, Vec::new()))),
            Taken::Comes(total, version) => {
                let unknown = self.receive(answer, (total, &version), part, watch)?;
                Ok(Some((version, unknown)))
            }
        }
    }

    /// Writes down what comes.
    fn receive(
        &mut self,
        mut answer: Answer,
        (total, version): (Option<u64>, &Version),
        part: &mut Part,
        watch: &mut dyn Watch,
    ) -> Result<Vec<String>, Trouble> {
        if answer.head.is_packed {
            return Err(Trouble::Packed);
        }
        let most = self.of.most;
        if total.is_some_and(|total| total > most) {
            return Err(Trouble::TooLarge(most));
        }
        watch.begins(&self.of.file, part.at, total);
        // Only the beginning of a file has a header.
        let (mut first, mut unknown) = ((part.at == 0).then(Vec::new), Vec::new());
        loop {
            let piece = answer.next()?;
            let is_end = piece.is_none();
            let bytes = piece.unwrap_or_default();
            let before = part.at + first.as_ref().map_or(0, Vec::len) as u64;
            if before + bytes.len() as u64 > most {
                part.restart()?;
                return Err(Trouble::TooLarge(most));
            }
            watch.advance(
                bytes.len() as u64,
                memchr::memchr_iter(b'\n', &bytes).count() as u64,
            );
            match &mut first {
                None => part.write(&bytes)?,
                Some(held) => {
                    held.extend_from_slice(&bytes);
                    if is_end && total.is_some_and(|total| total > held.len() as u64) {
                        return Err(Trouble::Cut);
                    }
                    if is_end || held.len() >= ENOUGH {
                        unknown = header(held)?;
                        self.begin(version)?;
                        part.write(held)?;
                        first = None;
                    }
                }
            }
            if is_end {
                break;
            }
        }
        match total.is_some_and(|total| total != part.at) {
            true => Err(Trouble::Cut),
            false => Ok(unknown),
        }
    }

    /// Says of which version the part is, before there is one.
    fn begin(&mut self, version: &Version) -> Result<(), Trouble> {
        let begun = Begun {
            address: self.of.address.clone(),
            version: version.clone(),
        };
        self.ledger.parts.insert(self.of.file.clone(), begun);
        self.save()
    }

    fn save(&mut self) -> Result<(), Trouble> {
        let saved = self.ledger.save(self.folder);
        saved.map_err(|error| Trouble::not_written(self.folder, error))
    }

    /// All came: looked at to the last row, and put in its place. The part comes back where it is to
    /// be tried once more.
    fn finish(
        &mut self,
        mut part: Part,
        version: Version,
        unknown: Vec<String>,
        path: &Path,
    ) -> Result<Got, (Trouble, Option<Part>)> {
        let alone = |trouble| (trouble, None);
        part.sync().map_err(alone)?;
        let held =
            import::held(&part.path).map_err(|error| alone(Trouble::not_looked_at(&part.path, error)))?;
        let rows = match held {
            Ok(held) if held.is_whole => held.rows,
            Ok(_) => {
                part.restart().map_err(alone)?;
                return Err((Trouble::LastRow, Some(part)));
            }
            Err(why) => return Err(alone(Trouble::Table(why))),
        };
        let sha256 = digest(&part.path).map_err(|error| alone(Trouble::read(&part.path, error)))?;
        let (bytes, day) = (
            part.at,
            version.day().map_or(self.today, |day| day.min(self.today)),
        );
        let received = Received {
            address: self.of.address.clone(),
            day,
            size: bytes,
            sha256,
            was: digest(path).ok(),
            version,
        };
        // Before the table stands in its place: it is ours whenever the power goes.
        self.ledger.tables.insert(self.of.file.clone(), received);
        self.save().map_err(alone)?;
        part.place(path).map_err(alone)?;
        self.ledger.parts.remove(&self.of.file);
        self.save().map_err(alone)?;
        Ok(Got::New {
            bytes,
            rows,
            day,
            unknown,
        })
    }
}

/// What an answer means for what is there, which is of the version `begun`.
fn taken(head: &Head, part: &mut Part, begun: Version, have: bool) -> Result<Taken, Trouble> {
    let version = Version {
        etag: head.etag.clone(),
        modified: head.modified.clone(),
    };
    let (from, whole) = head.range.unwrap_or_default();
    match head.status {
        304 if have && part.at == 0 => Ok(Taken::Same),
        200 => {
            // Also in answer to a range: the publisher sends all, or another version.
            part.restart()?;
            Ok(Taken::Comes(head.length, version))
        }
        206 if part.at > 0 && from == Some(part.at) => {
            let total = whole.or_else(|| head.length.map(|length| part.at + length));
            Ok(Taken::Comes(total, begun))
        }
        416 if part.at > 0 && whole == Some(part.at) => Ok(Taken::Whole(begun)),
        206 | 416 => {
            part.restart()?;
            Err(Trouble::Cut)
        }
        status => Err(Trouble::of_status(status, head.after)),
    }
}

/// What stands in the first bytes that no import reads.
fn header(bytes: &[u8]) -> Result<Vec<String>, Trouble> {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if text.trim_ascii_start().starts_with(b"<") {
        return Err(Trouble::Page);
    }
    let header = import::header(bytes).map_err(Trouble::Table)?;
    Ok(header.unknown)
}

fn by_hand(path: &Path) -> Result<Got, Trouble> {
    let held = import::held(path).map_err(|error| Trouble::not_looked_at(path, error))?;
    match held {
        Ok(held) => Ok(Got::ByHand { rows: held.rows }),
        Err(_) => Err(Trouble::InTheWay(path.to_owned())),
    }
}
