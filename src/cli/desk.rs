//! `banco`: who was served, what is kept, the notes; and counting one person from a script.

use super::context::Context;
use super::entry::{Argument, Kind, Takes, any, argument, form, value};
use super::failure::{Code, Failure};
use super::form::Form;
use super::out::Out;
use super::tame::tell;
use super::{archive, page, print, tally};
use crate::app::{Desk, DeskAsk, Kept, desk_answer};
use crate::desk::export::lines;
use crate::desk::{Ask, Item, Settings, Store, Theme, Visit, note, today};
use crate::lang::{Lang, w};
use crate::sheet::csv::{Cell, Style, Table};
use crate::sheet::{Note, Page, Subject};
use crate::snapshot::Catalogue;
use crate::text::fold::fold;
use crate::tui::action::Action;
use crate::tui::keymap::Keymap;
use jiff::civil::Date;
use serde_json::{Value, json};

/// The words that count, in both languages at all times.
const COUNT: &[&str] = &["segna", "count"];

/// What it can be given.
pub const ARGUMENTS: &[Argument] = &[
    any("segna", "count", Kind::COUNT, w::CLI_ARG_COUNT),
    value("per", "by", Kind::WORDS, w::CLI_ARG_DESK_BY),
    value("richiesta", "request", Kind::WORDS, w::CLI_ARG_DESK_REQUEST),
    value("minuti", "minutes", Kind::NUMBER, w::CLI_ARG_DESK_MINUTES),
    value("fogli", "sheets", Kind::NUMBER, w::CLI_ARG_DESK_SHEETS),
    argument(
        "senza-risposta",
        "unanswered",
        Takes::Nothing,
        w::CLI_ARG_DESK_UNANSWERED,
    ),
    form(&[
        Form::Text,
        Form::Markdown,
        Form::Html,
        Form::Json,
        Form::Jsonl,
        Form::Csv,
        Form::Pdf,
    ]),
    value("uscita", "output", Kind::FILE, w::CLI_ARG_DESK_OUT),
];

/// Runs the command.
///
/// # Errors
/// When the words mean nothing, or the file of the desk or the archive cannot be used.
pub fn run(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let (lang, today, form) = (context.lang, today(), context.form());
    let typed = context.words("segna");
    let words: Vec<String> = typed.iter().skip(1).map(|word| fold(word)).collect();
    match typed.first().map(|word| fold(word)).as_deref() {
        Some("rapporto" | "rendiconto" | "report") => return tally::counted(context, &words, out),
        Some("esporta" | "export") => return tally::exported(context, out),
        Some("unisci" | "merge") => return tally::merged(context, &typed[1..], out),
        Some("senza risposta" | "unanswered") => return tally::unanswered(context, &words, out),
        Some("cancella" | "erase") => return tally::erased(context, &words),
        _ => {}
    }
    let counts = ask(context)?;
    let mut store = Store::at_home();
    if let Some(count) = &counts {
        let done = store.answer(count, today);
        done.map_err(|error| Failure::data(error.say(lang)))?;
    }
    // Numbers are told without the archive; names stand in it.
    let catalogue = match counts.is_some() || form == Form::Csv {
        true => Catalogue::default(),
        false => archive::read(context)?.1,
    };
    let answer = desk_answer(&mut store, &catalogue, &DeskAsk::Read, lang, today).map_err(Failure::data)?;
    if let Some(says) = &answer.notice {
        tell(says);
    }
    let desk = answer.desk;
    match form {
        _ if counts.is_some() => out.line(&desk.say_served(lang)),
        Form::Csv => write_csv(&desk, context.style(), out),
        Form::Json => out.json(&as_json(&desk, today)),
        Form::Pdf => print::pdf(context, &as_page(&desk, lang), "banco", out)?,
        _ => page::print(context, &as_page(&desk, lang), out),
    }
    let nothing = desk.tally.is_empty() && desk.favourites.is_empty();
    let nothing = nothing && desk.notes.is_empty() && desk.lists.is_empty() && desk.unanswered.is_empty();
    Ok(if nothing { Code::Nothing } else { Code::Found })
}

/// Nothing, or `segna` and a theme.
fn ask(context: &Context) -> Result<Option<Ask>, Failure> {
    let lang = context.lang;
    let words: Vec<String> = context.words("segna").into_iter().map(fold).collect();
    let theme = match words.as_slice() {
        [] => return Ok(None),
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
    let request = context
        .text("richiesta")
        .map_or(Ok(String::new()), note::check_name);
    let figure = |name: &str| context.args.get_one::<usize>(name).copied().unwrap_or_default() as u64;
    Ok(Some(Ask::Count(Visit {
        theme,
        request: request.map_err(|why| Failure::usage(why.say(lang)))?,
        sheets: figure("fogli").min(1_000),
        minutes: figure("minuti").min(1_000),
        lang: Some(lang),
        answered: !context.flag("senza-risposta"),
        ..Visit::default()
    })))
}

/// The page of the desk, each favourite with the code that opens it.
fn as_page(desk: &Desk, lang: Lang) -> Page {
    let mut coded = desk.clone();
    for kept in &mut coded.favourites {
        kept.name = format!("{} [{}]", kept.name, code(&kept.item));
    }
    let keys = Keymap::new(None).ok();
    let key = |action| keys.as_ref().map_or(String::new(), |keys| keys.say(action, lang));
    let (favourite, note) = (key(Action::Favourite), key(Action::Note));
    let keeps = Settings::load().is_ok_and(|settings| settings.unanswered);
    let (mut page, _) = coded.page(["sportello banco segna", &favourite, &note], keeps, lang);
    page.under.push(Note::Line(desk.say_served(lang)));
    page
}

/// What opens it: the CUP, else the id or the code.
fn code(item: &Item) -> &str {
    if item.cup.is_empty() { &item.key } else { &item.cup }
}

fn as_json(desk: &Desk, today: Date) -> Value {
    let item = |Kept { item, to, name, .. }: &Kept| {
        json!({
            "kind": item.kind.id(), "key": item.key, "cup": item.cup, "submeasure": item.submeasure,
            "name": name, "here": to.is_some(),
        })
    };
    let note = |kept: &Kept| {
        let mut note = item(kept);
        note["text"] = json!(kept.text);
        note
    };
    let list = |kept: &Kept| {
        let ids = match &kept.to {
            Some(Subject::Gathered(list)) => list.ids(),
            _ => &[],
        };
        json!({ "name": kept.item.name, "projects": ids })
    };
    let tally = desk.tally.iter().map(|t| {
        json!({
            "day": t.day.to_string(), "theme": t.theme.id(), "mission": t.mission, "people": t.people,
        })
    });
    json!({
        "day": today.to_string(), "today": desk.served.day, "month": desk.served.month,
        "tally": tally.collect::<Vec<_>>(),
        "served": lines(&desk.id, &desk.entries).iter().filter_map(|line| serde_json::from_str(line).ok()).collect::<Vec<Value>>(),
        "unanswered": desk.unanswered.iter().map(|(words, times, last)| {
            json!({ "words": words, "times": times, "last": last.to_string() })
        }).collect::<Vec<_>>(),
        "favourites": desk.favourites.iter().map(item).collect::<Vec<_>>(),
        "lists": desk.lists.iter().map(list).collect::<Vec<_>>(),
        "notes": desk.notes.iter().map(note).collect::<Vec<_>>(),
    })
}

/// The people by day, theme and mission: for the report to the region.
fn write_csv(desk: &Desk, style: Style, out: &mut Out) {
    let mut table = Table::new(out, style, &["day", "theme", "mission", "people"]);
    let text = |text: &str| Cell::Text(text.to_owned());
    for row in &desk.tally {
        let day = text(&row.day.to_string());
        table.row(&[
            day,
            text(row.theme.id()),
            text(&row.mission),
            Cell::Number(row.people),
        ]);
    }
}
