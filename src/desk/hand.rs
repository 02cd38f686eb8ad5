//! A file handed to the system: opened, or sent to the printer, by the programs that systems have for
//! it. Nothing of it is done before the person at the desk asks.

use std::env;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// What is to be done with the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Open,
    Print,
}

/// A program that takes the file, behind its own arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Program {
    pub name: &'static str,
    pub arguments: &'static [&'static str],
}

/// A program with what stands before the file.
pub const fn program(name: &'static str, arguments: &'static [&'static str]) -> Program {
    Program { name, arguments }
}

/// Names the file to a program that takes no argument for it: no text of a script is made of it.
const FILE: &str = "SPORTELLO_FOGLIO";
const WINDOWS_PRINT: &[&str] = &[
    "-NoProfile",
    "-Command",
    "Start-Process -FilePath $env:SPORTELLO_FOGLIO -Verb Print",
];

/// How long a program may take to say that it failed; a viewer that stays open did not.
const PATIENCE: Duration = Duration::from_millis(2_000);

/// The programs of this system that are there, the likeliest first.
pub fn programs(way: Way) -> Vec<Program> {
    let paths = env::var_os("PATH").unwrap_or_default();
    let there = |name: &str| env::split_paths(&paths).any(|folder| folder.join(name).is_file());
    fitting(env::consts::OS, way, there)
}

/// Those of a system, by what is there.
pub fn fitting(system: &str, way: Way, there: impl Fn(&str) -> bool) -> Vec<Program> {
    let all: &[Program] = match (system, way) {
        ("windows", Way::Open) => &[program("explorer.exe", &[])],
        ("windows", Way::Print) => &[program("powershell.exe", WINDOWS_PRINT)],
        ("macos", Way::Open) => &[program("open", &[])],
        (_, Way::Open) => &[program("xdg-open", &[]), program("gio", &["open"])],
        (_, Way::Print) => &[program("lp", &["--"]), program("lpr", &["--"])],
    };
    // Windows finds its own programs outside of the path, too.
    let is_there = |program: &&Program| system == "windows" || there(program.name);
    all.iter().filter(is_there).copied().collect()
}

/// Hands the file to the first program that takes it; yields which, or nothing where none does.
pub fn hand(programs: &[Program], file: &Path) -> Option<&'static str> {
    let takes = |program: &&Program| {
        let is_script = program.arguments.iter().any(|text| text.contains(FILE));
        let child = Command::new(program.name)
            .args(program.arguments)
            .args((!is_script).then_some(file))
            .env(FILE, file)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let Ok(mut child) = child else { return false };
        let since = Instant::now();
        while since.elapsed() < PATIENCE {
            match child.try_wait() {
                // Windows' own says 1 when all went well.
                Ok(Some(status)) => return status.success() || program.name == "explorer.exe",
                Ok(None) => thread::sleep(Duration::from_millis(10)),
                Err(_) => return false,
            }
        }
        true
    };
    programs.iter().find(takes).map(|program| program.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_system_has_its_own_and_only_what_is_there_is_tried() {
        let names = |system, way, there: &[&str]| -> Vec<&str> {
            let programs = fitting(system, way, |name| there.contains(&name));
            programs.iter().map(|program| program.name).collect()
        };
        let all = ["xdg-open", "gio", "lp", "lpr", "open"];
        assert_eq!(names("linux", Way::Open, &all), ["xdg-open", "gio"]);
        assert_eq!(names("linux", Way::Print, &["lpr"]), ["lpr"]);
        assert_eq!(names("macos", Way::Open, &all), ["open"]);
        assert_eq!(names("macos", Way::Print, &all), ["lp", "lpr"]);
        assert_eq!(names("windows", Way::Print, &[]), ["powershell.exe"]);
        assert!(names("linux", Way::Open, &[]).is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn the_first_that_takes_the_file_is_enough_and_one_that_stays_open_has_it() {
        let file = tempfile::NamedTempFile::new().unwrap_or_else(|why| panic!("{why}"));
        let programs = [
            program("no-such-program", &[]),
            program("false", &[]),
            program("test", &["-f"]),
            program("cat", &[]),
        ];
        assert_eq!(hand(&programs, file.path()), Some("test"));
        assert_eq!(hand(&programs[..2], file.path()), None);
        let stays = [program("tail", &["-f"])];
        assert_eq!(hand(&stays, file.path()), Some("tail"));
    }
}
