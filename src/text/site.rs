//! The name of the building or place that an official title is about.

/// The site's name, or `None`.
pub fn site(_title: &str, _summary: &str, _comuni: &[&str]) -> Option<String> {
    None
}
