//! The system's clipboard, by the programs that systems have for it. A library would link against
//! what an old machine lacks; a program that is not there is just not tried.

use crate::tui::event::Done;
use std::env;
use std::io::{self, Seek, Write};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// A program that takes the text on its standard input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tool {
    pub name: &'static str,
    args: &'static [&'static str],
    /// Windows' own program wants UTF-16.
    wide: bool,
}

/// A program that takes plain text.
pub const fn tool(name: &'static str, args: &'static [&'static str]) -> Tool {
    Tool {
        name,
        args,
        wide: false,
    }
}

const WAYLAND: &[Tool] = &[tool("wl-copy", &[])];
const X11: &[Tool] = &[
    tool("xclip", &["-selection", "clipboard"]),
    tool("xsel", &["--clipboard", "--input"]),
];
const MAC: &[Tool] = &[tool("pbcopy", &[])];
const WINDOWS: &[Tool] = &[Tool {
    name: "clip.exe",
    args: &[],
    wide: true,
}];

/// How long a program may take before the next one is tried.
pub const PATIENCE: Duration = Duration::from_millis(1_500);

/// The programs that are there and have a desktop to speak to, the likeliest first.
pub fn tools() -> Vec<Tool> {
    let var = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    let paths = env::var_os("PATH").unwrap_or_default();
    let there = |name: &str| env::split_paths(&paths).any(|folder| folder.join(name).is_file());
    fitting(env::consts::OS, var, there)
}

/// Those of a system, by its variables and by what is there.
pub fn fitting(system: &str, var: impl Fn(&str) -> bool, there: impl Fn(&str) -> bool) -> Vec<Tool> {
    let sets: [(bool, &[Tool]); 4] = [
        (system == "macos", MAC),
        // Also inside Linux on Windows.
        (system == "windows" || var("WSL_DISTRO_NAME"), WINDOWS),
        (var("WAYLAND_DISPLAY"), WAYLAND),
        (var("DISPLAY"), X11),
    ];
    let wanted = sets.iter().filter(|(fits, _)| *fits);
    wanted
        .flat_map(|(_, tools)| tools.iter().copied())
        .filter(|tool| there(tool.name))
        .collect()
}

/// Tries one after the other until one takes the text.
pub fn copy(tools: &[Tool], text: &str) -> Done {
    let mut tried = Vec::new();
    for tool in tools {
        tried.push(tool.name);
        if give(*tool, text).is_ok_and(|taken| taken) {
            return Done::Copied { tried, taken: true };
        }
    }
    Done::Copied { tried, taken: false }
}

fn give(tool: Tool, text: &str) -> io::Result<bool> {
    // A file rather than a pipe: a program that does not read cannot block us.
    let mut file = tempfile::tempfile()?;
    if tool.wide {
        let wide: Vec<u8> = std::iter::once(0xfeff)
            .chain(text.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        file.write_all(&wide)?;
    } else {
        file.write_all(text.as_bytes())?;
    }
    file.rewind()?;
    let mut child = Command::new(tool.name)
        .args(tool.args)
        .stdin(Stdio::from(file))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let since = Instant::now();
    while since.elapsed() < PATIENCE {
        if let Some(status) = child.try_wait()? {
            return Ok(status.success());
        }
        thread::sleep(Duration::from_millis(5));
    }
    child.kill()?;
    child.wait()?;
    Ok(false)
}
