//! `manuale`: the built-in manual, whole or one chapter, as text or as a page for man. Its chapters
//! stand in `assets/manual`, that on keys is made of the table of keys; commands and options come from the table of arguments.

mod keys;

use super::context::Context;
use super::failure::{Code, Failure};
use super::out::Out;
use super::tame::tell;
use super::values::Values;
use crate::lang::{Lang, w};
use crate::snapshot::{Ours, save_over};
use crate::text::fold::fold;
use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};
use std::fs;
use std::path::Path;

/// The manual proper, then the page on accessibility.
const IT: &[&str] = &[
    include_str!("../../assets/manual/it.txt"),
    include_str!("../../assets/manual/accessibilita.it.txt"),
];
const EN: &[&str] = &[
    include_str!("../../assets/manual/en.txt"),
    include_str!("../../assets/manual/accessibilita.en.txt"),
];

/// Runs the command.
///
/// # Errors
/// When the pages for `man` cannot be written.
pub fn run(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let wanted = context.words("capitolo");
    let mut command = (context.grammar)(lang, &Values::default());
    if let Some(folder) = context.path("uscita") {
        return write_pages(folder, command, context, out);
    }
    if context.flag("man") {
        return one_page(command, &wanted, context, out);
    }
    if wanted.is_empty() {
        out.text(&text(lang));
        out.line("");
        out.text(&command.render_long_help().to_string());
        return Ok(Code::Found);
    }
    Ok(one(&wanted.join(" "), lang, out))
}

/// The chapter with this title, or whose title holds it; else the titles that there are.
fn one(wanted: &str, lang: Lang, out: &mut Out) -> Code {
    let text = text(lang);
    let chapters = chapters(&text);
    let folded = fold(wanted);
    let fits = |test: &dyn Fn(&str) -> bool| chapters.iter().find(|(title, _)| test(&fold(title)));
    match fits(&|title| title == folded).or_else(|| fits(&|title| title.contains(&folded))) {
        Some((_, chapter)) => {
            out.text(chapter);
            Code::Found
        }
        None => {
            tell(&lang.fill(w::CLI_NO_CHAPTER, &[("name", wanted)]));
            for (title, _) in &chapters {
                tell(&format!("- {title}"));
            }
            Code::Nothing
        }
    }
}

/// Titles with their chapters, heading included.
pub fn chapters(text: &str) -> Vec<(&str, &str)> {
    let starts: Vec<usize> = text
        .match_indices("# ")
        .map(|(at, _)| at)
        .filter(|at| *at == 0 || text[..*at].ends_with('\n'))
        .collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let chapter = |(start, end): (&usize, usize)| {
        let chapter = &text[*start..end];
        let title = chapter.lines().next().unwrap_or_default();
        (title.trim_start_matches("# "), chapter)
    };
    starts.iter().zip(ends).map(chapter).collect()
}

/// The chapters: a heading is a line that begins with "# ".
pub fn text(lang: Lang) -> String {
    let chapters = match lang {
        Lang::It => IT,
        Lang::En => EN,
    };
    format!("{}\n{}", chapters.join("\n"), keys::chapter(lang))
}

/// The page for `man` of the program, or of the command that is named.
fn one_page(command: Command, wanted: &[&str], context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let pages = pages(command, context.lang);
    let named = match wanted {
        [] => "sportello".to_owned(),
        [name, ..] => format!("sportello-{name}"),
    };
    let typed = |page: &&Page| page.names.contains(&named);
    match pages.iter().find(typed) {
        Some(page) => out.bytes(&page.bytes),
        None => {
            let all: Vec<&str> = pages[1..].iter().map(|page| page.command.as_str()).collect();
            let values = [("command", wanted.join(" ")), ("all", all.join(", "))];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            return Err(Failure::usage(context.lang.fill(w::CLI_ERROR_COMMAND, &values)));
        }
    }
    Ok(Code::Found)
}

/// Writes every page for `man` into a folder.
fn write_pages(folder: &Path, command: Command, context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let failed = |error| Failure::writing(folder, &error, context.lang);
    fs::create_dir_all(folder).map_err(failed)?;
    for page in pages(command, context.lang) {
        let file = folder.join(format!("{}.1", page.names[0]));
        save_over(Ours::Manual, &file, &page.bytes)
            .map_err(|error| Failure::not_written(&file, &error, context.lang))?;
        out.line(&file.display().to_string());
    }
    Ok(Code::Found)
}

/// A page for `man`.
struct Page {
    command: String,
    /// `sportello-cerca` and its name in the other language.
    names: Vec<String>,
    bytes: Vec<u8>,
}

/// The program's page with the whole manual, then one for each command with its options.
fn pages(mut command: Command, lang: Lang) -> Vec<Page> {
    command.build();
    let commands: Vec<Command> = command.get_subcommands().cloned().collect();
    let program = Page {
        command: String::new(),
        names: vec!["sportello".to_owned()],
        bytes: whole(command, lang).unwrap_or_default(),
    };
    let of = |command: Command| {
        let name = command.get_name().to_owned();
        let names = std::iter::once(name.as_str()).chain(command.get_all_aliases());
        Page {
            names: names.map(|name| format!("sportello-{name}")).collect(),
            bytes: short(command).unwrap_or_default(),
            command: name,
        }
    };
    std::iter::once(program)
        .chain(commands.into_iter().map(of))
        .collect()
}

/// A command's page: what it is about, its options, its examples.
fn short(command: Command) -> std::io::Result<Vec<u8>> {
    let name = format!("sportello-{}", command.get_name());
    let examples = command
        .get_after_help()
        .map(|text| text.to_string())
        .unwrap_or_default();
    let man = Man::new(command.name(name).after_help(""));
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_options_section(&mut page)?;
    let mut roff = Roff::default();
    let (heading, lines) = examples.split_once('\n').unwrap_or_default();
    roff.control("SH", [heading.trim_end_matches(':').to_uppercase().as_str()]);
    roff.control("nf", []);
    lines.lines().for_each(|line| _ = roff.text([roman(line)]));
    roff.control("fi", []);
    roff.to_writer(&mut page)?;
    Ok(page)
}

/// The program's page, with the chapters of the manual.
fn whole(command: Command, lang: Lang) -> std::io::Result<Vec<u8>> {
    let mut page = Vec::new();
    let man = Man::new(command);
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_options_section(&mut page)?;
    man.render_subcommands_section(&mut page)?;
    let mut roff = Roff::default();
    for line in text(lang).lines() {
        match line.strip_prefix("# ") {
            Some(heading) => _ = roff.control("SH", [heading.to_uppercase().as_str()]),
            None if line.is_empty() => _ = roff.control("PP", []),
            None => match line.split_once("  ") {
                Some((term, rest)) if !term.is_empty() && term.starts_with("- ") => {
                    roff.control("TP", []);
                    roff.text([bold(term.trim_start_matches("- "))]);
                    roff.text([roman(rest.trim())]);
                }
                _ => _ = roff.text([roman(line)]),
            },
        }
    }
    roff.to_writer(&mut page)?;
    Ok(page)
}
