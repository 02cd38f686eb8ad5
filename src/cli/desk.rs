//! `banco`: who was served, what is kept, the notes; and counting one person from a script.

use super::archive;
use super::context::Context;
use super::csv::{Cell, Style, Table};
use super::failure::{Code, Failure};
use super::form::Form;
use super::out::Out;
use super::tame::tell;
use crate::desk::shelf;
use crate::desk::tally::{self, OTHER};
use crate::desk::{Ask, Contents, Item, Store, StoreError, Theme, today};
use crate::lang::{Lang, w};
use crate::snapshot::Catalogue;
use crate::text::fold::fold;
use jiff::civil::Date;
use serde_json::{Value, json};

/// The words that count, in both languages at all times.
const COUNT: &[&str] = &["segna", "count"];

/// Runs the command.
///
/// # Errors
/// When the words mean nothing, or the file of the desk or the archive cannot be used.
pub fn run(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let ask = ask(context)?;
    let mut store = Store::at_home();
    let today = today();
    let failed = |error: StoreError| Failure::data(error.say(lang));
    let (_, contents) = store.answer(&ask, today).map_err(failed)?;
    if let Some(says) = store.aside(lang) {
        tell(&says);
    }
    if ask != Ask::Read {
        out.line(&served(&contents, today, lang));
        return Ok(Code::Found);
    }
    match context.form() {
        Form::Csv => write_csv(&contents, context.style(), out),
        Form::Json => out.json(&as_json(&contents, &archive::read(context)?.1, today, lang)),
        _ => as_text(&contents, &archive::read(context)?.1, today, lang, out),
    }
    Ok(if contents == Contents::default() {
        Code::Nothing
    } else {
        Code::Found
    })
}

/// Nothing, or `segna` and a theme.
fn ask(context: &Context) -> Result<Ask, Failure> {
    let lang = context.lang;
    let words: Vec<String> = context.words("segna").into_iter().map(fold).collect();
    let theme = match words.as_slice() {
        [] => return Ok(Ask::Read),
        [count] if COUNT.contains(&count.as_str()) => Theme::Other,
        [count, theme] if COUNT.contains(&count.as_str()) => {
            let named = |t: &Theme| t.id() == theme || t.english() == theme;
            let known = Theme::ALL.iter().copied().find(named);
            known.ok_or_else(|| {
                let all = Theme::ALL.iter().map(|t| match lang {
                    Lang::It => t.id(),
                    Lang::En => t.english(),
                });
                let values = [
                    ("typed", theme.as_str()),
                    ("themes", &all.collect::<Vec<_>>().join(", ")),
                ];
                Failure::usage(lang.fill(w::DESK_UNKNOWN_THEME, &values))
            })?
        }
        _ => return Err(Failure::usage(lang.say(w::DESK_UNKNOWN))),
    };
    Ok(Ask::Count {
        theme,
        mission: OTHER.to_owned(),
    })
}

fn served(contents: &Contents, today: Date, lang: Lang) -> String {
    let (all, _) = tally::sums(&contents.tally, today);
    let (day, month) = (all.day.to_string(), all.month.to_string());
    lang.fill(w::LINEAR_DESK_SERVED, &[("day", &day), ("month", &month)])
}

fn as_text(contents: &Contents, catalogue: &Catalogue, today: Date, lang: Lang, out: &mut Out) {
    out.line(&served(contents, today, lang));
    for (theme, sums) in tally::sums(&contents.tally, today).1 {
        let (day, month) = (sums.day.to_string(), sums.month.to_string());
        let values = [("theme", theme.say(lang)), ("day", &day), ("month", &month)];
        out.line(&format!("- {}", lang.fill(w::LINEAR_DESK_THEME, &values)));
    }
    let name = |item: &Item| {
        let name = shelf::name(catalogue, item, lang);
        match shelf::place(catalogue, item) {
            Some(_) => name,
            None => lang.fill(w::DESK_GONE, &[("name", &name)]),
        }
    };
    if contents.favourites.is_empty() && contents.notes.is_empty() {
        out.line("");
        out.line(lang.say(w::LINEAR_DESK_NOTHING));
    }
    if !contents.favourites.is_empty() {
        out.line(&format!("\n{}:", lang.say(w::DESK_FAVOURITES)));
        for item in &contents.favourites {
            out.line(&format!("- {} [{}]", name(item), code(item)));
        }
    }
    if !contents.notes.is_empty() {
        out.line(&format!("\n{}:", lang.say(w::DESK_NOTES)));
        for (item, text) in &contents.notes {
            let values = [("name", name(item)), ("text", text.clone())];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            out.line(&format!("- {}", lang.fill(w::DESK_NOTED, &values)));
        }
    }
}

/// What opens it: the CUP, else the id or the code.
fn code(item: &Item) -> &str {
    if item.cup.is_empty() { &item.key } else { &item.cup }
}

fn as_json(contents: &Contents, catalogue: &Catalogue, today: Date, lang: Lang) -> Value {
    let item = |item: &Item| {
        json!({
            "kind": item.kind.id(), "key": item.key, "cup": item.cup, "submeasure": item.submeasure,
            "name": shelf::name(catalogue, item, lang),
            "here": shelf::place(catalogue, item).is_some(),
        })
    };
    let note = |(kept, text): &(Item, String)| {
        let mut note = item(kept);
        note["text"] = json!(text);
        note
    };
    let tally = contents.tally.iter().map(|t| {
        json!({
            "day": t.day.to_string(), "theme": t.theme.id(), "mission": t.mission, "people": t.people,
        })
    });
    let (all, _) = tally::sums(&contents.tally, today);
    json!({
        "day": today.to_string(), "today": all.day, "month": all.month,
        "tally": tally.collect::<Vec<_>>(),
        "favourites": contents.favourites.iter().map(item).collect::<Vec<_>>(),
        "notes": contents.notes.iter().map(note).collect::<Vec<_>>(),
    })
}

/// The people by day, theme and mission: for the report to the region.
fn write_csv(contents: &Contents, style: Style, out: &mut Out) {
    let mut table = Table::new(out, style, &["day", "theme", "mission", "people"]);
    for row in &contents.tally {
        let text = |text: &str| Cell::Text(text.to_owned());
        table.row(&[
            text(&row.day.to_string()),
            text(row.theme.id()),
            text(&row.mission),
            Cell::Number(row.people),
        ]);
    }
}
