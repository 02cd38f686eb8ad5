//! Themes can be read: contrast of two of the 256 colours, as WCAG 2 computes it.

use ratatui::style::{Color, Style};
use sportello::lang::Lang;
use sportello::tui::theme::{Theme, ThemeName};

fn colours(role: Style) -> (Option<Color>, Option<Color>) {
    (role.fg, role.bg)
}

/// The file of a theme.
fn source(name: ThemeName) -> String {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/themes");
    std::fs::read_to_string(folder.join(format!("{}.toml", name.id()))).unwrap()
}

#[test]
fn every_theme_is_whole_and_named() {
    for name in ThemeName::ALL {
        let theme: Theme = toml::from_str(&source(*name)).unwrap();
        assert_ne!(theme.selected, theme.text);
        assert_ne!(name.say(Lang::It), name.id(), "{name:?}");
    }
}

#[test]
fn sentences_for_a_room_have_more_contrast() {
    for name in ThemeName::ALL {
        let t = name.for_a_room().get();
        for role in [t.text, t.title] {
            if let (Some(Color::Indexed(fg)), Some(Color::Indexed(bg))) = colours(role) {
                assert!(ratio(fg, bg) >= 7.0, "{name:?}: {fg} on {bg}");
            }
        }
    }
}

#[test]
fn the_shades_of_the_map_grow_and_differ() {
    for name in ThemeName::ALL {
        let shades = name.get().shades;
        let colour = |role: Style| match colours(role) {
            (Some(Color::Indexed(fg)), Some(Color::Indexed(bg))) => Some((fg, bg)),
            (None, None) => None,
            other => panic!("{name:?}: {other:?}"),
        };
        let Some(pairs) = shades.map(colour).into_iter().collect::<Option<Vec<_>>>() else {
            // The terminal's own colours: the signs alone tell the classes apart.
            assert!(matches!(name, ThemeName::Terminal | ThemeName::Mono), "{name:?}");
            continue;
        };
        for pair in pairs.windows(2) {
            let [(few, ground), (many, _)] = [pair[0], pair[1]];
            assert!(ratio(few, many) >= 1.2, "{name:?}: {few} and {many}");
            assert!(ratio(few, ground) < ratio(many, ground), "{name:?}");
        }
    }
}

#[test]
fn colours_that_a_theme_sets_can_be_read() {
    for name in ThemeName::ALL {
        let t = name.get();
        let roles = [
            t.text, t.title, t.quiet, t.frame, t.focus, t.selected, t.matched, t.key, t.heading, t.bad,
            t.figure, t.missing, t.bar,
        ];
        for role in roles.into_iter().chain(t.shades) {
            if let (Some(Color::Indexed(fg)), Some(Color::Indexed(bg))) = colours(role) {
                let ratio = ratio(fg, bg);
                assert!(ratio >= 4.5, "{name:?}: {fg} on {bg} is {ratio:.1}");
            } else {
                assert!(
                    role.bg.is_none(),
                    "{name:?}: a ground of its own needs a colour upon it"
                );
            }
        }
    }
}

/// From 1 (the same) to 21 (black on white). The first sixteen colours are the owner's choice
/// and have no known value.
fn ratio(a: u8, b: u8) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Red, green and blue.
fn rgb(index: u8) -> [u8; 3] {
    assert!(index >= 16, "colour {index} is the terminal's own");
    let level = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
    match index {
        232.. => [8 + 10 * (index - 232); 3],
        _ => {
            let n = index - 16;
            [level(n / 36), level(n / 6 % 6), level(n % 6)]
        }
    }
}

/// How an eye without the green cones sees a colour, nearly.
fn without_green(index: u8) -> [f64; 3] {
    let [r, g, b] = rgb(index).map(f64::from);
    let yellow = 0.293 * r + 0.707 * g;
    [yellow, yellow, b - 0.022 * r + 0.022 * g]
}

/// Amounts look neither like what is wrong nor like what matches the search; in the theme made for
/// them not to an eye without green either.
#[test]
fn amounts_have_a_colour_of_their_own() {
    for name in ThemeName::ALL {
        let t = name.get();
        for other in [t.bad, t.matched] {
            let (Some(Color::Indexed(a)), Some(Color::Indexed(b))) = (t.figure.fg, other.fg) else {
                continue;
            };
            let (a, b) = match name {
                ThemeName::ColourBlind => (without_green(a), without_green(b)),
                _ => (rgb(a).map(f64::from), rgb(b).map(f64::from)),
            };
            let squares = a.iter().zip(b).map(|(a, b)| (a - b).powi(2));
            let apart = squares.sum::<f64>().sqrt();
            assert!(apart >= 75.0, "{name:?}: {apart:.0}");
        }
    }
}

fn luminance(index: u8) -> f64 {
    let linear = rgb(index).map(|c| {
        let c = f64::from(c) / 255.0;
        if c <= 0.04045 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

#[test]
fn black_on_white_is_twenty_one() {
    assert!((ratio(16, 231) - 21.0).abs() < 0.01);
}
