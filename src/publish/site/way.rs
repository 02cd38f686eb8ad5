//! From page to page: paths below the root of a language, and the ways between them.

/// The file of a page.
pub(super) const FILE: &str = "index.html";

/// The way from a page to the root of its language: "../../".
pub(super) fn up(from: &str) -> String {
    "../".repeat(from.split('/').filter(|piece| !piece.is_empty()).count())
}

/// The way from one page to another of the same language.
pub(super) fn way(from: &str, to: &str) -> String {
    let up = up(from);
    match to {
        "" => format!("{up}{FILE}"),
        to => format!("{up}{to}/{FILE}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_climbs_to_the_root_and_down_again() {
        assert_eq!(way("", "c"), "c/index.html");
        assert_eq!(way("p/0a1b2c3d", "c/100005"), "../../c/100005/index.html");
        assert_eq!(way("mappa", ""), "../index.html");
    }
}
