//! How a table is named whose publisher or licence the archive has in Italian words of ours.

use crate::lang::{Lang, w};
use crate::model::{LICENCE_UNDECLARED, UNOFFICIAL_COPY};

/// Who publishes a table.
pub fn publisher(written: &str, lang: Lang) -> String {
    match written.strip_suffix(UNOFFICIAL_COPY) {
        Some(name) => lang.fill(w::SOURCE_UNOFFICIAL, &[("name", name)]),
        None => written.to_owned(),
    }
}

/// The licence of a table, or that none is stated.
pub fn licence(written: &str, lang: Lang) -> &str {
    match written == LICENCE_UNDECLARED {
        true => lang.say(w::SOURCE_UNDECLARED),
        false => written,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_italian_of_ours_stands_on_an_english_page() {
        for (lang, name, none) in [
            (
                Lang::It,
                "Open PNRR Toscana, copia non ufficiale",
                "non dichiarata",
            ),
            (Lang::En, "Open PNRR Toscana, an unofficial copy", "not stated"),
        ] {
            assert_eq!(publisher("Open PNRR Toscana, copia non ufficiale", lang), name);
            assert_eq!(licence("non dichiarata", lang), none);
            assert_eq!(publisher("ISTAT", lang), "ISTAT");
            assert_eq!(licence("CC BY 4.0", lang), "CC BY 4.0");
        }
    }
}
