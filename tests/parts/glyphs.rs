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
    for set in [GlyphSet::Unicode, GlyphSet::Console, GlyphSet::Ascii] {
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
            assert!(set != GlyphSet::Ascii || sign.is_ascii(), "{sign}");
        }
    }
    let marks = kinds.map(|kind| GlyphSet::Unicode.get().evidence(kind));
    assert_eq!(marks, ["●", "◆", "◇", "○", "“"]);
}

/// The signs beyond Latin letters that Consolas and Lucida Console have, of those drawn anywhere.
const CONSOLE: &str = "─│┌┐└┘├┤┬┼═█▀▄▌▐░▒▓■□►◄▼●○◊♦→·…“";

#[test]
fn the_console_of_windows_has_every_sign_that_stands_for_another() {
    let set = GlyphSet::Console.get();
    let [all, ascii] = [GlyphSet::Unicode, GlyphSet::Ascii].map(GlyphSet::get);
    for sign in ["▸", "◂", "▶", "◀", "◆", "┊", "▼", "░", "▓", "█", "┼", "·"] {
        let drawn = set.sign(sign, "x");
        assert!(CONSOLE.contains(drawn), "{sign} is drawn as {drawn}");
        assert_eq!((all.sign(sign, "x"), ascii.sign(sign, "x")), (sign, "x"));
    }
    let own = [
        set.selected,
        set.cut,
        set.dot,
        set.on,
        set.off,
        set.link,
        set.scroll,
    ];
    let all = own.into_iter().chain(set.frame);
    let kinds = [
        Evidence::Observed,
        Evidence::Linked,
        Evidence::Derived,
        Evidence::Missing,
    ];
    for sign in all.chain(kinds.map(|kind| set.evidence(kind))) {
        assert!(CONSOLE.contains(sign), "{sign}");
    }
}
