//! Long lists of a catalogue. That of an archive that was made ready before lies packed in its file,
//! and is unpacked a few things at a time when one of them is asked for: a search needs fifty of a
//! hundred thousand projects.

mod briefs;
mod packed;

pub use briefs::Briefs;
pub use packed::Packed;

use super::pack::{self, Pack, Piece, Unpack};
use std::io::{self, Write};
use std::ops::Index;
use std::sync::OnceLock;

/// Things that are unpacked together.
const TOGETHER: usize = 16;

/// Things in a row.
#[derive(Debug)]
pub struct Shelf<T> {
    len: usize,
    /// So many of them at a time.
    boxes: Vec<OnceLock<Box<[T]>>>,
    /// Those of them that are not yet unpacked.
    packed: Option<InFile>,
}

#[derive(Debug)]
struct InFile {
    bytes: Piece,
    /// Where each thing ends.
    ends: Vec<u32>,
    /// The check sum of each box.
    sums: Vec<u32>,
}

impl<T> Default for Shelf<T> {
    fn default() -> Shelf<T> {
        Shelf {
            len: 0,
            boxes: Vec::new(),
            packed: None,
        }
    }
}

impl<T: Packed> Shelf<T> {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The thing in this place.
    pub fn get(&self, at: usize) -> Option<&T> {
        (at < self.len).then(|| &self[at])
    }

    /// All of them.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator + Clone {
        (0..self.len).map(|at| &self[at])
    }

    /// The things of a box. What cannot be read is unknown.
    fn unpack(&self, number: usize) -> Box<[T]> {
        let from = number * TOGETHER;
        let count = self.len.saturating_sub(from).min(TOGETHER);
        let read = || {
            let InFile { bytes, ends, sums } = self.packed.as_ref()?;
            let ends = ends.get(from..from + count)?;
            let start = self.start(from)?;
            let bytes = bytes.read(start..u64::from(*ends.last()?), *sums.get(number)?)?;
            let mut at = 0;
            let one = |end: &u32| {
                let end = usize::try_from(u64::from(*end).checked_sub(start)?).ok()?;
                T::read(bytes.get(std::mem::replace(&mut at, end)..end)?)
            };
            ends.iter().map(one).collect::<Option<Box<[T]>>>()
        };
        read().unwrap_or_else(|| (0..count).map(|_| T::unknown()).collect())
    }

    /// Where a packed thing begins.
    fn start(&self, at: usize) -> Option<u64> {
        let ends = &self.packed.as_ref()?.ends;
        at.checked_sub(1)
            .map_or(Some(0), |before| ends.get(before).copied().map(u64::from))
    }

    /// Writes them packed.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn store<W: Write>(&self, pack: &mut Pack<W>) -> io::Result<()> {
        let (mut bytes, mut ends, mut sums) = (Vec::new(), Vec::with_capacity(self.len), Vec::new());
        for number in 0..self.boxes.len() {
            let start = bytes.len();
            for thing in self.iter().skip(number * TOGETHER).take(TOGETHER) {
                thing.write(&mut bytes);
                ends.push(u32::try_from(bytes.len()).map_err(io::Error::other)?);
            }
            sums.push(pack::sum(&bytes[start..]));
        }
        pack.array(&ends)?;
        pack.array(&sums)?;
        pack.array(&bytes)
    }

    /// Reads what [`Shelf::store`] wrote; `None` where it is not whole.
    pub fn stored(unpack: &mut Unpack) -> Option<Shelf<T>> {
        let ends: Vec<u32> = unpack.array()?;
        let sums: Vec<u32> = unpack.array()?;
        let bytes = unpack.piece()?;
        let len = ends.len();
        let mut boxes = Vec::new();
        boxes.resize_with(len.div_ceil(TOGETHER), OnceLock::new);
        let end = ends.last().copied().map_or(0, u64::from);
        let whole = sums.len() == boxes.len() && end == bytes.len() && ends.is_sorted();
        whole.then_some(Shelf {
            len,
            boxes,
            packed: Some(InFile { bytes, ends, sums }),
        })
    }
}

impl<T: Packed> Index<usize> for Shelf<T> {
    type Output = T;

    fn index(&self, at: usize) -> &T {
        let number = at / TOGETHER;
        &self.boxes[number].get_or_init(|| self.unpack(number))[at % TOGETHER]
    }
}

impl<'a, T: Packed> IntoIterator for &'a Shelf<T> {
    type Item = &'a T;
    type IntoIter = Box<dyn Iterator<Item = &'a T> + 'a>;

    fn into_iter(self) -> Self::IntoIter {
        Box::new(self.iter())
    }
}

impl<T> From<Vec<T>> for Shelf<T> {
    fn from(all: Vec<T>) -> Shelf<T> {
        let len = all.len();
        let mut all = all.into_iter();
        let mut boxes = Vec::with_capacity(len.div_ceil(TOGETHER));
        while all.len() > 0 {
            boxes.push(OnceLock::from(all.by_ref().take(TOGETHER).collect::<Box<[T]>>()));
        }
        Shelf {
            len,
            boxes,
            packed: None,
        }
    }
}

#[cfg(test)]
mod tests;
