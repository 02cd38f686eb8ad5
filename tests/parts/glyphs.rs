//! The signs that the screens draw.

use sportello::model::Evidence;
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
            signs.on,
            signs.off,
            signs.link,
            signs.scroll,
        ];
        let evidence = kinds.map(|kind| signs.evidence(kind));
        let all = one.into_iter().chain(signs.frame).chain(evidence);
        for sign in all {
            assert_eq!(sign.width(), 1, "{sign}");
            assert!(set == GlyphSet::Unicode || sign.is_ascii(), "{sign}");
        }
    }
    let marks = kinds.map(|kind| GlyphSet::Unicode.get().evidence(kind));
    assert_eq!(marks, ["●", "◆", "◇", "○", "“"]);
}
