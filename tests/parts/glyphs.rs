//! The signs that the screens draw.

use sportello::model::{Evidence, Status};
use sportello::tui::glyphs::GlyphSet;
use unicode_width::UnicodeWidthStr;

#[test]
fn every_sign_is_one_column_and_ascii_is_ascii() {
    let kinds = [
        Evidence::Observed,
        Evidence::Linked,
        Evidence::Derived,
        Evidence::Missing,
        Evidence::Written,
    ];
    for set in [GlyphSet::Unicode, GlyphSet::Ascii] {
        let signs = set.get();
        let one = [
            signs.selected,
            signs.cut,
            signs.dot,
            signs.dash,
            signs.on,
            signs.off,
            signs.link,
            signs.up,
            signs.down,
            signs.scroll,
        ];
        let evidence = kinds.map(|kind| signs.evidence(kind));
        let status = Status::ALL.iter().map(|status| signs.status(*status));
        let all = one.into_iter().chain(signs.frame).chain(evidence).chain(status);
        for sign in all {
            assert_eq!(sign.width(), 1, "{sign}");
            assert!(set == GlyphSet::Unicode || sign.is_ascii(), "{sign}");
        }
    }
    let marks = kinds.map(|kind| GlyphSet::Unicode.get().evidence(kind));
    assert_eq!(marks, ["●", "◆", "◇", "○", "“"]);
    assert_eq!(GlyphSet::Ascii.get().status(Status::Withdrawn), "x");
}
