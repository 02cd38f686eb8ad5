//! How far the import is, for whoever draws it.

/// Told by the import as it goes on. Bytes are counted over all passes, so that they end at the
/// total.
pub trait Progress {
    /// Bytes that will be read in all.
    fn start(&mut self, total_bytes: u64);
    /// The file that is read next, without its folder.
    fn file(&mut self, name: &str);
    /// Bytes and rows read since the last call.
    fn advance(&mut self, bytes: u64, rows: u64);
}

/// Shows nothing.
pub struct Silent;

impl Progress for Silent {
    fn start(&mut self, _: u64) {}
    fn file(&mut self, _: &str) {}
    fn advance(&mut self, _: u64, _: u64) {}
}
