//! `stampa` and `qr`: what a citizen takes home.

use super::context::Context;
use super::failure::{Code, Failure};
use super::form::Form;
use super::out::Out;
use super::tame::{tame, tell};
use super::{archive, gathered, list, sheet};
use crate::app::{Archive, file_name};
use crate::desk::{Settings, today};
use crate::lang::{Lang, w};
use crate::search::comune_names;
use crate::sheet::paper::{self, Handed};
use crate::sheet::qr::Code as Square;
use crate::sheet::{Format, Marks, Page, Paper, Setting, Subject, address, format};
use crate::snapshot::{Ours, save_over};
use std::path::PathBuf;

/// Columns of a line printer.
const COLUMNS: usize = 72;

/// Runs `stampa`: one sheet for each subject and language.
///
/// # Errors
/// When nothing is named, the archive cannot be read or the file cannot be written.
pub fn run(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let archive = archive::load(context)?;
    let (mut subjects, absent) = subjects(context, &archive)?;
    if let Some(paper) = context.text("modulo").and_then(Paper::named) {
        for subject in &mut subjects {
            let Subject::Project(id) = *subject else {
                return Err(Failure::usage(context.lang.say(w::PAPER_OF_A_PROJECT)));
            };
            *subject = Subject::Paper(paper, id);
        }
    }
    let languages = match context.text("lingua") {
        Some("it+en") => vec![Lang::It, Lang::En],
        _ => vec![context.lang],
    };
    let settings = Settings::load().unwrap_or_default();
    let handed = Handed {
        desk: settings.desk.as_deref(),
        day: today(),
    };
    let failed = |error| Failure::archive(&error, context.lang);
    let mut sheets = Vec::new();
    // A page of HTML is one page: the steps are its last part.
    let apart = context.form() != Form::Html;
    for subject in &subjects {
        sheets.extend(
            archive
                .sheets(subject, &languages, handed, apart)
                .map_err(failed)?,
        );
    }
    for code in &absent {
        tell(&context.lang.fill(w::FIND_NO_PROJECT, &[("code", code)]));
    }
    if sheets.is_empty() {
        return Ok(Code::Nothing);
    }
    let (ending, bytes) = printed(context, &sheets)?;
    let name = subjects.first().map(file_name).unwrap_or_default();
    put(context, file(context, &name, ending), &bytes, out)?;
    Ok(if absent.is_empty() {
        Code::Found
    } else {
        Code::Nothing
    })
}

/// Writes a page as a PDF, on as many sheets as it takes.
///
/// # Errors
/// When the file cannot be written.
pub fn pdf(context: &Context, page: &Page, name: &str, out: &mut Out) -> Result<(), Failure> {
    let (settings, day) = (Settings::load().unwrap_or_default(), today());
    let desk = settings.desk.as_deref();
    let sheets = paper::pages(page, Handed { desk, day });
    let bytes = paper::pdf(&sheets, day).map_err(|error| Failure::data(error.say(context.lang)))?;
    put(context, file(context, name, "pdf"), &bytes, out)
}

/// Into the file, which is said, or to standard output.
fn put(context: &Context, path: Option<PathBuf>, bytes: &[u8], out: &mut Out) -> Result<(), Failure> {
    let Some(path) = path else {
        out.bytes(bytes);
        return Ok(());
    };
    let done = save_over(Ours::Sheet, &path, bytes);
    done.map_err(|error| Failure::not_written(&path, &error, context.lang))?;
    let said = path.display().to_string();
    tell(&context.lang.fill(w::PAPER_WRITTEN, &[("file", &said)]));
    Ok(())
}

/// Runs `qr`: the code of a project's or comune's official page, drawn with blocks.
///
/// # Errors
/// When nothing is named or the archive cannot be read.
pub fn qr(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let archive = archive::load(context)?;
    let (subjects, absent) = subjects(context, &archive)?;
    let mut shown = false;
    for subject in &subjects {
        let site = archive.snapshot.site.as_deref();
        let address = address::address(archive.catalogue(), subject, site, context.lang);
        let Some(code) = address.as_deref().and_then(Square::new) else {
            tell(context.lang.say(w::PAPER_NO_ADDRESS));
            continue;
        };
        for y in (0..code.side()).step_by(2) {
            let sign = |x| match (code.dark(x, y), code.dark(x, y + 1)) {
                (true, true) => ' ',
                (true, false) => '▄',
                (false, true) => '▀',
                (false, false) => '█',
            };
            out.line(&(0..code.side()).map(sign).collect::<String>());
        }
        out.line(&code.text);
        shown = true;
    }
    for code in &absent {
        tell(&context.lang.fill(w::FIND_NO_PROJECT, &[("code", code)]));
    }
    Ok(if shown && absent.is_empty() {
        Code::Found
    } else {
        Code::Nothing
    })
}

/// What the codes, `--comune` and `--misura` name, and the codes that the archive lacks.
fn subjects(context: &Context, archive: &Archive) -> Result<(Vec<Subject>, Vec<String>), Failure> {
    let lang = context.lang;
    let catalogue = archive.catalogue();
    let mut out = Vec::new();
    let mut absent = Vec::new();
    if let Some(name) = context.text("comune") {
        match comune_names(catalogue).comune(name).only() {
            Some(found) => out.push(Subject::Comune(found.code)),
            None => return Err(Failure::usage(lang.fill(w::FIND_NO_NAME, &[("name", name)]))),
        }
    }
    if let Ok(Some(code)) = context.args.try_get_one::<String>("misura") {
        match catalogue.measure(code) {
            Some(measure) => out.push(Subject::Measure(measure.code.as_str().to_owned())),
            None => return Err(Failure::usage(lang.fill(w::FIND_NO_NAME, &[("name", code)]))),
        }
    }
    if let Ok(Some(name)) = context.args.try_get_one::<String>("raccolta") {
        out.push(Subject::Gathered(gathered::of(context, catalogue, name)?));
    }
    let codes = if out.is_empty() || !context.words("codici").is_empty() {
        list::codes(context, "codici")?
    } else {
        Vec::new()
    };
    for code in codes {
        match sheet::brief(context, catalogue, &archive.snapshot, &code)? {
            Some(brief) => out.push(Subject::Project(brief.id)),
            None => absent.push(code),
        }
    }
    Ok((out, absent))
}

/// The sheets in the form that was asked for, and what its files end with.
fn printed(context: &Context, sheets: &[Page]) -> Result<(&'static str, Vec<u8>), Failure> {
    let lang = context.lang;
    let setting = Setting {
        width: COLUMNS,
        marks: Marks::Words,
    };
    let (ending, form, between) = match context.form() {
        Form::Html if sheets.len() > 1 => {
            return Err(Failure::usage(lang.say(w::CLI_ERROR_ONE_HTML)));
        }
        Form::Html => ("html", Format::Html, ""),
        Form::Markdown => ("md", Format::Markdown, "\n"),
        Form::Text => ("txt", Format::Text, "\u{c}"),
        _ => {
            let pdf = paper::pdf(sheets, today());
            let pdf = pdf.map_err(|error| Failure::data(error.say(lang)))?;
            return Ok(("pdf", pdf));
        }
    };
    let text = |page| tame(&format(page, form, setting)).into_owned();
    let sheets: Vec<String> = sheets.iter().map(text).collect();
    Ok((ending, sheets.join(between).into_bytes()))
}

/// Where it goes: the file that was named; a PDF, that no terminal shows, else beside the person
/// under the name of its subject; text where it was asked for, to standard output.
fn file(context: &Context, name: &str, ending: &str) -> Option<PathBuf> {
    if let Some(named) = context.path("uscita") {
        return (named.as_os_str() != "-").then(|| named.clone());
    }
    (ending == "pdf").then(|| PathBuf::from(format!("sportello-{name}.pdf")))
}
