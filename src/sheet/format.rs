//! The forms that every page can take.

use super::Page;
use super::marks::Marks;

/// A form of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    #[default]
    Text,
    Markdown,
    Html,
    Json,
}

/// How text is set: the columns of a line, and how the evidence of a sentence is shown.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    pub width: usize,
    pub marks: Marks,
}

/// A page in one of its forms, ending in a line break.
pub fn format(page: &Page, format: Format, setting: Setting) -> String {
    match format {
        Format::Text => page.text(setting.width, setting.marks),
        Format::Markdown => page.markdown(),
        Format::Html => page.html(),
        Format::Json => {
            let value = super::json::page(page);
            serde_json::to_string_pretty(&value).unwrap_or_default() + "\n"
        }
    }
}
