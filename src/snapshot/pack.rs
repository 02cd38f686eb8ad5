//! Arrays of plain numbers in a file, each with its length and its check sum, read with one copy
//! each. They stand as the machine has them, for the machine that wrote them: whoever keeps a file
//! of them makes it anew where it cannot be read.

use bytemuck::{AnyBitPattern, NoUninit};
use std::io::{self, Read, Write};

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
        self.0.write_all(&crc32fast::hash(bytes).to_le_bytes())?;
        self.0.write_all(bytes)
    }
}

/// Reads what [`Pack`] wrote, in the same order.
pub struct Unpack<R> {
    inner: R,
    /// Bytes that may still come: no length in the file makes us take more memory than that.
    left: u64,
}

impl<R: Read> Unpack<R> {
    /// Of a source of so many bytes.
    pub fn new(inner: R, bytes: u64) -> Unpack<R> {
        Unpack { inner, left: bytes }
    }

    /// The next array; `None` where there is no whole one.
    pub fn array<T: NoUninit + AnyBitPattern>(&mut self) -> Option<Vec<T>> {
        let mut head = [0; HEAD];
        self.inner.read_exact(&mut head).ok()?;
        let (length, sum) = head.split_first_chunk::<8>()?;
        let length = u64::from_le_bytes(*length);
        self.left = self.left.checked_sub(HEAD as u64)?.checked_sub(length)?;
        let length = usize::try_from(length).ok()?;
        if !length.is_multiple_of(size_of::<T>()) {
            return None;
        }
        let mut out = vec![T::zeroed(); length / size_of::<T>()];
        let bytes: &mut [u8] = bytemuck::cast_slice_mut(&mut out);
        self.inner.read_exact(bytes).ok()?;
        (crc32fast::hash(bytes).to_le_bytes() == *sum).then_some(out)
    }

    /// The next array as a text.
    pub fn text(&mut self) -> Option<String> {
        String::from_utf8(self.array()?).ok()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn packed() -> Vec<u8> {
        let mut out = Vec::new();
        let mut pack = Pack::new(&mut out);
        pack.array(&[1u32, u32::MAX]).unwrap();
        pack.array::<u128>(&[]).unwrap();
        pack.array("però".as_bytes()).unwrap();
        pack.array(&[[7i64, -7]]).unwrap();
        out
    }

    type Arrays = (Vec<u32>, Vec<u128>, String, Vec<[i64; 2]>);

    fn unpacked(bytes: &[u8]) -> Option<Arrays> {
        let mut unpack = Unpack::new(bytes, bytes.len() as u64);
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
    fn a_length_takes_no_more_memory_than_the_file_is_long() {
        let mut bytes = (1u64 << 60).to_le_bytes().to_vec();
        bytes.extend([0; 100]);
        assert!(Unpack::new(&bytes[..], 112).array::<u8>().is_none());
        let odd = [3u64.to_le_bytes().as_slice(), &[0; 7]].concat();
        assert!(Unpack::new(&odd[..], 15).array::<u16>().is_none());
    }
}
