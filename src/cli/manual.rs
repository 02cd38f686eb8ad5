//! `manuale`: the built-in manual, as text or as a page for man. Its chapters stand in
//! `assets/manual`; commands and options come from the table of arguments.

use super::failure::{Code, Failure};
use super::out::Out;
use super::{Context, args};
use crate::lang::Lang;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

const IT: &str = include_str!("../../assets/manual/it.txt");
const EN: &str = include_str!("../../assets/manual/en.txt");

pub fn run(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    if context.args.get_flag("man") {
        let page = page(context.lang).map_err(|e| Failure::data(e.to_string()))?;
        out.bytes(&page);
    } else {
        out.text(text(context.lang));
        out.line("");
        let mut command = args::command(context.lang);
        out.text(&command.render_long_help().to_string());
    }
    Ok(Code::Found)
}

/// The chapters: a heading is a line that begins with "# ".
pub fn text(lang: Lang) -> &'static str {
    match lang {
        Lang::It => IT,
        Lang::En => EN,
    }
}

fn page(lang: Lang) -> std::io::Result<Vec<u8>> {
    let mut page = Vec::new();
    let man = Man::new(args::command(lang));
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
