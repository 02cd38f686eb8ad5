//! `manuale`: the built-in manual, whole or one chapter, as text or as a page for man. Its chapters
//! stand in `assets/manual`; commands and options come from the table of arguments.

use super::failure::{Code, Failure};
use super::out::Out;
use super::{Context, args};
use crate::lang::{Lang, w};
use crate::text::fold::fold;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

/// The manual proper, then the page on accessibility.
const IT: &[&str] = &[
    include_str!("../../assets/manual/it.txt"),
    include_str!("../../assets/manual/accessibilita.it.txt"),
];
const EN: &[&str] = &[
    include_str!("../../assets/manual/en.txt"),
    include_str!("../../assets/manual/accessibilita.en.txt"),
];

pub fn run(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let wanted = context.words("capitolo");
    if context.args.get_flag("man") {
        let page = page(lang).map_err(|e| Failure::data(e.to_string()))?;
        out.bytes(&page);
    } else if wanted.is_empty() {
        out.text(&text(lang));
        out.line("");
        let mut command = args::command(lang);
        out.text(&command.render_long_help().to_string());
    } else {
        return Ok(one(&wanted.join(" "), lang, out));
    }
    Ok(Code::Found)
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
            out.line(&lang.fill(w::CLI_NO_CHAPTER, &[("name", wanted)]));
            for (title, _) in &chapters {
                out.line(&format!("- {title}"));
            }
            Code::Nothing
        }
    }
}

/// Titles with their chapters, heading included.
fn chapters(text: &str) -> Vec<(&str, &str)> {
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
    match lang {
        Lang::It => IT.join("\n"),
        Lang::En => EN.join("\n"),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_chapters_and_criteria() {
        let of = |lang| {
            let text = text(lang);
            let chapters = chapters(&text).len();
            let criteria: Vec<String> = text
                .lines()
                .filter_map(|l| l.strip_prefix("- 11."))
                .filter_map(|l| Some(l.split_whitespace().next()?.to_owned()))
                .collect();
            (chapters, criteria)
        };
        assert_eq!(of(Lang::It), of(Lang::En));
        let (chapters, criteria) = of(Lang::It);
        assert!(
            chapters > 8 && criteria.len() > 60,
            "{chapters} {}",
            criteria.len()
        );
        assert!(criteria.is_sorted_by_key(|c| {
            let parts: Vec<u32> = c.split('.').filter_map(|n| n.parse().ok()).collect();
            parts
        }));
    }
}
