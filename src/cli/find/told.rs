//! What a search found, as lines for a person.

use super::super::entry::name;
use super::super::out::Out;
use super::super::tame::shell;
use crate::app::{Answer, Leads, Meant, Row};
use crate::explain::Question;
use crate::lang::{Lang, w};
use crate::sheet::{self, Subject, Way};
use crate::snapshot::Catalogue;
use crate::text::number::count;

/// The command that shows where a row leads, by its name in the person's language.
fn command(to: &Leads, lang: Lang) -> Option<String> {
    let (command, of) = match to {
        Leads::Page(Subject::Comune(code), _) => (name("comune", "town"), code.to_string()),
        Leads::Page(Subject::Measure(code), _) => (name("misura", "measure"), code.clone()),
        Leads::Page(Subject::Word(id), _) => (name("glossario", "glossary"), id.replace('-', " ")),
        Leads::Page(Subject::Search(text), _) => (name("cerca", "search"), shell(text)),
        Leads::Do(id) if id == "help" => (name("aiuto", "help"), String::new()),
        Leads::Do(id) if id == "data" => (name("dati", "data"), String::new()),
        Leads::Do(id) if id == "news" => (name("novita", "news"), String::new()),
        _ => return None,
    };
    Some(
        format!("sportello {} {of}", command.of(lang))
            .trim_end()
            .to_owned(),
    )
}

/// Prints what is meant, the count, the projects, those that are near, and the ways on.
pub fn print(catalogue: &Catalogue, answer: &Answer, lang: Lang, out: &mut Out) {
    answer.meant.iter().for_each(|one| meant(one, lang, out));
    if let Some(query) = &answer.query {
        out.line(&lang.fill(w::FIND_CORRECTED, &[("query", query)]));
    }
    let (found, near) = answer.rows.split_at(answer.rows.len() - answer.near);
    match answer.total - answer.national {
        // What is near, or what no project has, is said below.
        0 if answer.near > 0 || answer.absent || answer.national > 0 => {}
        0 if answer.meant.iter().any(|meant| meant.sure) => {}
        0 => out.line(lang.say(w::FIND_NOTHING)),
        1 => out.line(lang.say(w::FIND_ONE)),
        n if found.is_empty() => out.line(&lang.fill(w::FIND_COUNT, &[("n", &count(n, lang))])),
        n if found.len() >= answer.lines => out.line(&lang.fill(w::FIND_ALL, &[("n", &count(n, lang))])),
        n => {
            let values = [("n", &*count(n, lang)), ("shown", &count(found.len(), lang))];
            out.line(&lang.fill(w::FIND_MANY, &values));
        }
    }
    found.iter().for_each(|row| project(catalogue, row, out));
    let (said, leads): (Vec<&Way>, Vec<&Way>) = answer.hints.iter().partition(|way| way.to.is_none());
    said.iter().for_each(|way| out.line(&way.text));
    near.iter().for_each(|row| project(catalogue, row, out));
    for way in leads {
        match way.to {
            Some(Subject::Comune(code)) => {
                let name = catalogue.comune_name(code).unwrap_or_default();
                out.line(&lang.fill(w::FIND_COMUNE, &[("comune", &shell(name))]));
            }
            _ => out.line(&way.text),
        }
    }
}

/// The answer of the first project to the question that was asked.
pub fn answered(question: Question, told: &[String], lang: Lang, out: &mut Out) {
    let heading = lang.say(sheet::heading(question));
    out.line("");
    out.line(&lang.fill(w::BOX_OPENS, &[("question", heading)]));
    told.iter().for_each(|sentence| out.line(sentence));
}

/// What is meant beside projects, and the command that shows it.
fn meant(meant: &Meant, lang: Lang, out: &mut Out) {
    let command = meant.to.as_ref().and_then(|to| command(to, lang));
    out.line(&meant.line(lang));
    for below in meant.note.iter().chain(&command) {
        out.line(&format!("          {below}"));
    }
}

/// A project on two lines: id, amount, status and code; then the title, and the words that it
/// lacks.
fn project(catalogue: &Catalogue, row: &Row, out: &mut Out) {
    let one = catalogue
        .brief(row.id)
        .filter(|_| matches!(row.to, Subject::Project(_)));
    let cup = one.map_or("", |brief| &brief.cup);
    let cup = (!cup.is_empty()).then(|| format!("CUP {cup}"));
    let facts: Vec<&str> = row.facts.iter().chain(&cup).map(String::as_str).collect();
    let lacks = row.missing.as_ref().map(|words| format!(" ({words})"));
    out.line(&format!("{}  {}", row.id, facts.join(" · ")));
    out.line(&format!("          {}{}", row.title, lacks.unwrap_or_default()));
}
