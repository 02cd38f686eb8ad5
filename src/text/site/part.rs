//! What a title is made of.

/// A word of a title, as it is and folded.
pub(super) struct Word<'a> {
    pub text: &'a str,
    pub folded: String,
    /// A comma, a dash, a bracket stands before it.
    pub parted: bool,
}
