//! What the program finds around it: the terminal's abilities, programs that copy.

use sportello::tui::event::Done;
use sportello::tui::glyphs::GlyphSet;
use sportello::tui::runtime::clipboard::{PATIENCE, copy, fitting, tool};
use sportello::tui::runtime::helper::{Need, Wake, spawn};
use sportello::tui::runtime::setup::seen;
use sportello::tui::theme::ThemeName;
use std::sync::mpsc::channel;
use std::time::Instant;

fn of(vars: &[(&str, &str)]) -> (ThemeName, GlyphSet) {
    on(false, vars)
}

fn on(windows: bool, vars: &[(&str, &str)]) -> (ThemeName, GlyphSet) {
    let own = |name: &str| vars.iter().find(|(n, _)| *n == name);
    seen(windows, |name| own(name).map(|(_, value)| (*value).to_owned()))
}

#[test]
fn the_console_of_windows_gets_the_signs_of_its_fonts() {
    assert_eq!(on(true, &[]).1, GlyphSet::Console);
    assert_eq!(on(true, &[("WT_SESSION", "1")]).1, GlyphSet::Unicode);
    assert_eq!(on(true, &[("TERM_PROGRAM", "vscode")]).1, GlyphSet::Unicode);
    assert_eq!(on(true, &[("TERM", "dumb")]).1, GlyphSet::Ascii);
    assert_eq!(on(false, &[]).1, GlyphSet::Unicode);
}

#[test]
fn a_poor_terminal_gets_plain_signs() {
    assert_eq!(of(&[("TERM", "linux")]).1, GlyphSet::Ascii);
    assert_eq!(of(&[("LANG", "it_IT.ISO-8859-1")]).1, GlyphSet::Ascii);
    let rich = of(&[("TERM", "xterm"), ("LANG", "it_IT.UTF-8")]);
    assert_eq!(rich.1, GlyphSet::Unicode);
}

#[test]
fn no_color_means_no_colour() {
    assert_eq!(of(&[("NO_COLOR", "1")]).0, ThemeName::Mono);
    assert_eq!(of(&[]).0, ThemeName::Terminal);
}

#[test]
fn only_what_can_work_is_tried() {
    let names = |system: &str, vars: &[&str], there: &[&str]| -> Vec<&str> {
        let tools = fitting(system, |v| vars.contains(&v), |n| there.contains(&n));
        tools.iter().map(|tool| tool.name).collect()
    };
    let all = ["wl-copy", "xclip", "xsel", "pbcopy", "clip.exe"];
    assert!(names("linux", &[], &all).is_empty(), "no desktop");
    assert_eq!(names("linux", &["DISPLAY"], &all), ["xclip", "xsel"]);
    assert_eq!(
        names("linux", &["DISPLAY", "WAYLAND_DISPLAY"], &["wl-copy", "xsel"]),
        ["wl-copy", "xsel"]
    );
    assert_eq!(names("macos", &[], &all), ["pbcopy"]);
    assert_eq!(names("linux", &["WSL_DISTRO_NAME"], &all), ["clip.exe"]);
}

#[cfg(unix)]
#[test]
fn the_first_that_takes_the_text_is_enough() {
    let tools = [
        tool("no-such-program", &[]),
        tool("false", &[]),
        tool("grep", &["-q", "asilo"]),
        tool("cat", &[]),
    ];
    let done = copy(&tools, "un asilo");
    let tried = vec!["no-such-program", "false", "grep"];
    assert_eq!(done, Done::Copied { tried, taken: true });
    let tried = vec!["false"];
    assert_eq!(copy(&tools[1..2], "x"), Done::Copied { tried, taken: false });
}

#[cfg(unix)]
#[test]
fn a_program_that_hangs_is_ended() {
    let since = Instant::now();
    let done = copy(&[tool("sleep", &["60"])], &"x".repeat(1_000_000));
    assert!(matches!(done, Done::Copied { taken: false, .. }));
    assert!(since.elapsed() < 10 * PATIENCE);
}

#[test]
fn a_panic_of_a_thread_is_told_and_its_end_is_not() {
    let (wake, inbox) = channel();
    let ends = spawn("ends", Need::Cannot, wake.clone(), |_| {}).unwrap();
    ends.join().unwrap();
    let breaks = spawn("breaks", Need::Can, wake, |_| panic!("made to panic")).unwrap();
    assert!(breaks.join().is_err());
    let told: Vec<Wake> = inbox.iter().collect();
    assert!(matches!(told.as_slice(), [Wake::Broke(Need::Can)]));
}
