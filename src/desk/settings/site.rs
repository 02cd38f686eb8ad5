//! The address of the site that has the pages of the region.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Bytes that leave room for the path of a page in a code to photograph.
const LONGEST: usize = 200;

/// An address as one writes it: `https://…`, without what stands behind `?` or `#`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Site(String);

impl Site {
    /// The address, where it is one.
    pub fn parse(text: &str) -> Option<Site> {
        let text = text.trim().trim_end_matches('/');
        let rest = text.strip_prefix("https://").or(text.strip_prefix("http://"))?;
        let host = rest.split('/').next().unwrap_or_default();
        let is_plain = |c: char| c.is_ascii_graphic() && !"?#\"<>\\".contains(c);
        let is_one = !host.is_empty() && text.len() <= LONGEST && text.chars().all(is_plain);
        is_one.then(|| Site(text.to_owned()))
    }
}

impl fmt::Display for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Site {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Site, &'static str> {
        Site::parse(&text).ok_or("an address begins with https:// and has no blanks")
    }
}

impl From<Site> for String {
    fn from(site: Site) -> String {
        site.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_address_is_one() {
        let said = |text: &str| Site::parse(text).map(|site| site.to_string());
        let whole = Some("https://pnrr.example.it/sportello".to_owned());
        assert_eq!(said(" https://pnrr.example.it/sportello/ "), whole);
        assert!(said("http://intranet").is_some());
        for bad in [
            "",
            "pnrr.example.it",
            "https://",
            "https:///p",
            "https://a b",
            "https://a/?q=1",
            "ftp://a",
            "https://à.it",
        ] {
            assert_eq!(said(bad), None, "{bad}");
        }
        assert_eq!(said(&format!("https://a.it/{}", "a".repeat(200))), None);
    }
}
