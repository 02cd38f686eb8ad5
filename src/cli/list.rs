//! Codes and searches from a file or from standard input, for those who have many.

use super::context::Context;
use super::failure::Failure;
use crate::lang::w;
use crate::snapshot::{open_ordinary, read_all};
use std::io;
use std::path::Path;

/// A list longer than this is no list of codes.
const MOST: u64 = 16 * 1024 * 1024;

/// The codes written behind the command and those of `--da`; `-` is standard input.
///
/// # Errors
/// When the file cannot be read, and when there is no code at all.
pub fn codes(context: &Context, name: &str) -> Result<Vec<String>, Failure> {
    let mut out = Vec::new();
    for word in context.words(name) {
        match word {
            "-" => out.extend(split(&read(context, Path::new("-"))?)),
            word => out.push(word.to_owned()),
        }
    }
    if let Some(file) = context.path("da") {
        out.extend(split(&read(context, file)?));
    }
    if out.is_empty() {
        let lang = context.lang;
        let arg = format!("<{}>", lang.say(w::CLI_VALUE_CODES));
        return Err(Failure::usage(lang.fill(w::CLI_ERROR_MISSING, &[("arg", &arg)])));
    }
    Ok(out)
}

/// The lines of `--da`, where it is there, without blank ones and remarks (`#`).
///
/// # Errors
/// When the file cannot be read.
pub fn lines(context: &Context, words: &[&str]) -> Result<Option<Vec<String>>, Failure> {
    let file = match (context.path("da"), words) {
        (Some(file), _) => file.as_path(),
        (None, ["-"]) => Path::new("-"),
        (None, _) => return Ok(None),
    };
    let text = read(context, file)?;
    let lines = text.lines().map(str::trim).filter(|line| is_wanted(line));
    Ok(Some(lines.map(str::to_owned).collect()))
}

fn is_wanted(line: &str) -> bool {
    !line.is_empty() && !line.starts_with('#')
}

/// The codes of a text: blanks, commas and semicolons divide.
pub fn split(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| is_wanted(line));
    let codes = lines.flat_map(|line| line.split([' ', '\t', ',', ';']));
    let codes = codes
        .map(|code| code.trim_matches('"'))
        .filter(|code| !code.is_empty());
    codes.map(str::to_owned).collect()
}

fn read(context: &Context, file: &Path) -> Result<String, Failure> {
    let bytes = match file == Path::new("-") {
        true => read_all(io::stdin().lock(), MOST),
        false => open_ordinary(file).and_then(|file| read_all(file, MOST)),
    };
    let bytes = bytes.map_err(|error| Failure::reading(file, &error, context.lang))?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}
