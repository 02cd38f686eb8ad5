//! `banco rapporto`, `esporta`, `unisci`, `senza-risposta`, `cancella`: what the desk remembers, counted,
//! sent on, put together with that of other desks, forgotten.

use super::context::Context;
use super::failure::{Code, Failure};
use super::form::Form;
use super::out::Out;
use super::tame::tell;
use super::{page, print};
use crate::app::file_name;
use crate::desk::export::Merged;
use crate::desk::report::{By, Sum, report};
use crate::desk::unanswered::words as words_of;
use crate::desk::{Ask, Contents, Settings, Store, today};
use crate::lang::{Lang, w};
use crate::sheet::csv::{Cell, Table};
use crate::sheet::{self, Subject};
use crate::snapshot::open_ordinary;
use serde_json::{Value, json};
use std::io::Read;
use std::path::Path;

/// A file larger than this is no export of a desk.
const MOST: u64 = 64 * 1024 * 1024;

fn ask(context: &Context, ask: &Ask) -> Result<Contents, Failure> {
    let mut store = Store::at_home();
    let answer = store.answer(ask, today());
    if let Some(says) = store.aside(context.lang) {
        tell(&says);
    }
    let answer = answer.map_err(|error| Failure::data(error.say(context.lang)))?;
    Ok(answer.1)
}

fn own(context: &Context) -> Result<Merged, Failure> {
    let contents = ask(context, &Ask::Read)?;
    let mut own = Merged::default();
    for entry in contents.entries {
        own.add(&contents.desk, entry);
    }
    for number in contents.uncounted {
        own.uncount(&contents.desk, number);
    }
    Ok(own)
}

/// Who was served at this desk, counted by what stands behind the command or `--per`.
///
/// # Errors
/// When it cannot be counted by that, or the desk cannot be used.
pub fn counted(context: &Context, words: &[String], out: &mut Out) -> Result<Code, Failure> {
    told(context, &own(context)?, words.first().map(String::as_str), out)
}

/// Everybody who was served, a line each, for the region.
///
/// # Errors
/// When the desk cannot be used.
pub fn exported(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let own = own(context)?;
    own.lines().iter().for_each(|line| out.line(line));
    Ok(found(own.entries().next().is_some()))
}

/// The exports of several desks, nobody counted twice.
///
/// # Errors
/// When there is no file or one cannot be read.
pub fn merged(context: &Context, files: &[&str], out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    if files.is_empty() {
        let arg = format!("<{}>", lang.say(w::CLI_VALUE_FILE));
        return Err(Failure::usage(lang.fill(w::CLI_ERROR_MISSING, &[("arg", &arg)])));
    }
    let mut all = Merged::default();
    for file in files.iter().map(Path::new) {
        let mut bytes = Vec::new();
        let read = open_ordinary(file).and_then(|opened| opened.take(MOST).read_to_end(&mut bytes));
        read.map_err(|error| Failure::reading(file, &error, lang))?;
        all.read(&String::from_utf8_lossy(&bytes));
    }
    let mut desks: Vec<&str> = all.entries().map(|(desk, _)| desk).collect();
    desks.dedup();
    let figures = [desks.len(), all.entries().count(), all.refused].map(|n| n.to_string());
    let values = [
        ("count", &*figures[0]),
        ("people", &figures[1]),
        ("refused", &figures[2]),
    ];
    tell(&lang.fill(w::REPORT_DESKS, &values));
    told(context, &all, None, out)
}

fn told(context: &Context, all: &Merged, by: Option<&str>, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let typed = by.or(context.text("per")).unwrap_or(By::Day.names()[0]);
    let by = By::named(typed).ok_or_else(|| {
        let kinds = By::ALL.map(|by| by.names()[usize::from(lang == crate::lang::Lang::En)]);
        let values = [("typed", typed), ("kinds", &kinds.join(", "))];
        Failure::usage(lang.fill(w::REPORT_UNKNOWN_BY, &values))
    })?;
    let counted = report(all.entries(), by, lang);
    let figures = |sum: &Sum| [sum.people, sum.minutes, sum.sheets, sum.unanswered];
    match context.form() {
        Form::Csv => {
            let key = by.names()[1];
            let head = [key, "people", "minutes", "sheets", "unanswered"];
            let mut table = Table::new(out, context.style(), &head);
            for (key, _, sum) in &counted.rows {
                let figures = figures(sum).map(Cell::Number);
                let cells: Vec<Cell> = std::iter::once(Cell::Code(key.clone())).chain(figures).collect();
                table.row(&cells);
            }
        }
        Form::Json => {
            let sum = |sum: &Sum| {
                let [people, minutes, sheets, unanswered] = figures(sum);
                json!({ "people": people, "minutes": minutes, "sheets": sheets, "unanswered": unanswered })
            };
            let rows = counted.rows.iter().map(|(key, _, own)| {
                let mut row = sum(own);
                row["key"] = json!(key);
                row
            });
            let rows: Value = rows.collect();
            out.json(&json!({ "by": by.names()[1], "rows": rows, "all": sum(&counted.all) }));
        }
        Form::Jsonl => {
            all.lines().iter().for_each(|line| out.line(line));
        }
        form => {
            let page = sheet::report(all.entries(), by, false, lang);
            match form {
                Form::Pdf => print::pdf(context, &page, &file_name(&Subject::Report(by)), out)?,
                _ => page::print(context, &page, out),
            }
        }
    }
    Ok(found(counted.all.people > 0))
}

/// Keeps the words of a question that found nothing, where the office turned that on.
pub fn keep_unanswered(text: &str, lang: Lang) {
    let on = Settings::load().is_ok_and(|settings| settings.unanswered);
    if let Some(words) = words_of(text).filter(|_| on) {
        let done = Store::at_home().answer(&Ask::Unanswered(words), today());
        done.map_or_else(|error| tell(&error.say(lang)), |_| ());
    }
}

/// The questions that found nothing, numbered; `togli` and a number, or `tutte`, forgets them.
///
/// # Errors
/// When there is no question of that number, or the desk cannot be used.
pub fn unanswered(context: &Context, words: &[String], out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let asked = ask(context, &Ask::Read)?.unanswered;
    if let [drop, which] = words
        && ["togli", "remove"].contains(&drop.as_str())
    {
        let at = which.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        let one = at.and_then(|at| asked.get(at)).map(|(words, ..)| words.clone());
        if one.is_none() && !["tutte", "all"].contains(&which.as_str()) {
            let count = asked.len().to_string();
            let values = [("typed", which.as_str()), ("count", &count)];
            return Err(Failure::usage(lang.fill(w::DESK_NO_NUMBER, &values)));
        }
        ask(context, &Ask::DropUnanswered(one))?;
        tell(lang.say(w::DESK_DONE_FORGOTTEN));
        return Ok(Code::Found);
    }
    match context.form() {
        Form::Csv => {
            let mut table = Table::new(out, context.style(), &["words", "times", "last"]);
            for (words, times, last) in &asked {
                let (words, last) = (Cell::Text(words.clone()), Cell::Text(last.to_string()));
                table.row(&[words, Cell::Number(*times), last]);
            }
        }
        Form::Json => {
            let one = |(words, times, last): &(String, u64, jiff::civil::Date)| json!({ "words": words, "times": times, "last": last.to_string() });
            out.json(&asked.iter().map(one).collect::<Value>());
        }
        _ if asked.is_empty() => out.line(lang.say(w::DESK_UNANSWERED_NONE)),
        _ => {
            for (at, (words, count, day)) in asked.iter().enumerate() {
                let (count, day) = (count.to_string(), crate::text::number::date_short(*day));
                let values = [("words", words.as_str()), ("count", &count), ("day", &day)];
                out.line(&format!(
                    "{}. {}",
                    at + 1,
                    lang.fill(w::DESK_UNANSWERED_ROW, &values)
                ));
            }
        }
    }
    Ok(found(!asked.is_empty()))
}

/// Erases all that the desk keeps, when that is written out.
///
/// # Errors
/// When it is not, or a file cannot be removed.
pub fn erased(context: &Context, words: &[String]) -> Result<Code, Failure> {
    let lang = context.lang;
    if !matches!(words, [all] if all == "tutto" || all == "all") {
        return Err(Failure::usage(lang.say(w::DESK_ERASE_HOW)));
    }
    let done = Store::at_home().erase();
    done.map_err(|error| Failure::data(error.say(lang)))?;
    tell(lang.say(w::DESK_ERASED_ALL));
    Ok(Code::Found)
}

fn found(any: bool) -> Code {
    match any {
        true => Code::Found,
        false => Code::Nothing,
    }
}
