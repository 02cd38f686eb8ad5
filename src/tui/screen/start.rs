//! The first screen: the search field, four doors, which region, how old the data are. The line
//! on the data is a way to them, like one more door.

mod offer;
pub mod play;

#[derive(Clone, Debug, Default)]
pub struct Start {
    /// `None` while the field has the focus; past the doors, the line on the data.
    pub door: Option<usize>,
}
