//! Arrays of plain numbers in a file, each with its length and its check sum, read with one copy
//! each, or left where they are until a part of one is asked for. They stand as the machine has
//! them, for the machine that wrote them: whoever keeps a file of them makes it anew where it cannot
//! be read.

use bytemuck::{AnyBitPattern, NoUninit};
use std::fmt;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::ops::Range;
use std::sync::{Arc, Mutex};

/// Bytes before each array: those of its length and of its check sum.
const HEAD: usize = 12;

/// Writes arrays one behind the other.
pub struct Pack<W>(W);

impl<W: Write> Pack<W> {
    /// Nothing is written yet.
    pub fn new(out: W) -> Pack<W> {
        Pack(out)
    }

    /// Writes an array.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn array<T: NoUninit>(&mut self, values: &[T]) -> io::Result<()> {
        let bytes: &[u8] = bytemuck::cast_slice(values);
        self.0.write_all(&(bytes.len() as u64).to_le_bytes())?;
        self.0.write_all(&sum(bytes).to_le_bytes())?;
        self.0.write_all(bytes)
    }
}

/// The check sum of some bytes.
pub fn sum(bytes: &[u8]) -> u32 {
    crc32fast::hash(bytes)
}

trait Source: Read + Seek + Send {}

impl<T: Read + Seek + Send> Source for T {}

/// A part of a file that several look into.
#[derive(Clone)]
struct Part {
    file: Arc<Mutex<dyn Source>>,
    at: u64,
    end: u64,
}

impl Part {
    /// Fills `into` with what comes next.
    fn fill(&mut self, into: &mut [u8]) -> Option<()> {
        let length = into.len() as u64;
        self.end.checked_sub(self.at)?.checked_sub(length)?;
        let mut file = self.file.lock().ok()?;
        file.seek(SeekFrom::Start(self.at)).ok()?;
        file.read_exact(into).ok()?;
        self.at += length;
        Some(())
    }
}

/// Reads what [`Pack`] wrote, in the same order.
pub struct Unpack(Part);

impl Unpack {
    /// From the beginning of a file.
    ///
    /// # Errors
    /// When its end cannot be found.
    pub fn new(mut file: impl Read + Seek + Send + 'static) -> io::Result<Unpack> {
        let end = file.seek(SeekFrom::End(0))?;
        let file = Arc::new(Mutex::new(file));
        Ok(Unpack(Part { file, at: 0, end }))
    }

    /// The next array; `None` where there is no whole one.
    pub fn array<T: NoUninit + AnyBitPattern>(&mut self) -> Option<Vec<T>> {
        let (length, stated) = self.head()?;
        let length = usize::try_from(length).ok()?;
        if !length.is_multiple_of(size_of::<T>()) {
            return None;
        }
        let mut out = vec![T::zeroed(); length / size_of::<T>()];
        let bytes: &mut [u8] = bytemuck::cast_slice_mut(&mut out);
        self.0.fill(bytes)?;
        (sum(bytes) == stated).then_some(out)
    }

    /// The next array as a text.
    pub fn text(&mut self) -> Option<String> {
        String::from_utf8(self.array()?).ok()
    }

    /// The next array of bytes, left where it is: its check sum is not looked at.
    pub fn piece(&mut self) -> Option<Piece> {
        let (length, _) = self.head()?;
        let mut part = self.0.clone();
        self.0.at += length;
        part.end = self.0.at;
        Some(Piece(part))
    }

    /// Length and check sum of the next array. No length in a file makes us take more memory than
    /// the file is long.
    fn head(&mut self) -> Option<(u64, u32)> {
        let mut head = [0; HEAD];
        self.0.fill(&mut head)?;
        let (length, sum) = head.split_first_chunk::<8>()?;
        let length = u64::from_le_bytes(*length);
        self.0.end.checked_sub(self.0.at)?.checked_sub(length)?;
        Some((length, u32::from_le_bytes(sum.try_into().ok()?)))
    }
}

/// An array of bytes in a file.
pub struct Piece(Part);

impl Piece {
    /// How long it is.
    pub fn len(&self) -> u64 {
        self.0.end - self.0.at
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Some of its bytes, where they have this check sum.
    pub fn read(&self, bytes: Range<u64>, stated: u32) -> Option<Vec<u8>> {
        let length = bytes
            .end
            .checked_sub(bytes.start)
            .filter(|_| bytes.end <= self.len())?;
        let mut part = self.0.clone();
        part.at += bytes.start;
        let mut out = vec![0; usize::try_from(length).ok()?];
        part.fill(&mut out)?;
        (sum(&out) == stated).then_some(out)
    }
}

impl fmt::Debug for Piece {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.len())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::io::Cursor;

    fn packed() -> Vec<u8> {
        let mut out = Vec::new();
        let mut pack = Pack::new(&mut out);
        pack.array(&[1u32, u32::MAX]).unwrap();
        pack.array::<u128>(&[]).unwrap();
        pack.array("però".as_bytes()).unwrap();
        pack.array(&[[7i64, -7]]).unwrap();
        out
    }

    fn unpack(bytes: &[u8]) -> Unpack {
        Unpack::new(Cursor::new(bytes.to_vec())).unwrap()
    }

    type Arrays = (Vec<u32>, Vec<u128>, String, Vec<[i64; 2]>);

    fn unpacked(bytes: &[u8]) -> Option<Arrays> {
        let mut unpack = unpack(bytes);
        Some((unpack.array()?, unpack.array()?, unpack.text()?, unpack.array()?))
    }

    #[test]
    fn what_was_packed_is_unpacked() {
        let (numbers, none, text, pairs) = unpacked(&packed()).unwrap();
        assert_eq!((numbers, none), (vec![1, u32::MAX], Vec::new()));
        assert_eq!((&*text, pairs), ("però", vec![[7, -7]]));
    }

    #[test]
    fn what_was_cut_or_changed_is_refused() {
        let whole = packed();
        for end in 0..whole.len() {
            assert!(unpacked(&whole[..end]).is_none(), "{end}");
        }
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 0x41;
            assert!(unpacked(&changed).is_none(), "{at}");
        }
    }

    #[test]
    fn a_piece_is_read_where_it_is() {
        let mut unpack = unpack(&packed());
        unpack.array::<u32>().unwrap();
        unpack.array::<u128>().unwrap();
        let piece = unpack.piece().unwrap();
        assert_eq!(unpack.array::<[i64; 2]>().unwrap(), [[7, -7]]);
        assert_eq!(piece.read(1..3, sum(b"er")).unwrap(), b"er");
        assert_eq!(piece.len(), 5);
        // Changed, or not of the piece.
        for (bytes, stated) in [
            (1..3, sum(b"ro")),
            (4..6, sum(b"")),
            (Range { start: 3, end: 1 }, 0),
            (u64::MAX - 1..u64::MAX, 0),
        ] {
            assert!(piece.read(bytes, stated).is_none());
        }
    }

    #[test]
    fn a_length_takes_no_more_memory_than_the_file_is_long() {
        let mut bytes = (1u64 << 60).to_le_bytes().to_vec();
        bytes.extend([0; 100]);
        assert!(unpack(&bytes).array::<u8>().is_none() && unpack(&bytes).piece().is_none());
        let odd = [3u64.to_le_bytes().as_slice(), &[0; 7]].concat();
        assert!(unpack(&odd).array::<u16>().is_none());
    }
}
