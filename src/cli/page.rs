//! A page on standard output, in the form that was asked for.

use super::archive::Opened;
use super::context::Context;
use super::failure::{Code, Failure};
use super::form::Form;
use super::out::Out;
use crate::app;
use crate::desk::today;
use crate::sheet::{Format, Marks, Page, Part, Setting, Subject, format, json};
use crate::snapshot::{Catalogue, Snapshot};
use crate::tui::terminal;

/// Prints a page.
pub fn print(context: &Context, page: &Page, out: &mut Out) {
    let form = match context.form() {
        Form::Jsonl => return out.line(&json::page(page).to_string()),
        Form::Markdown => Format::Markdown,
        Form::Html => Format::Html,
        Form::Json => Format::Json,
        Form::Text | Form::Csv | Form::Pdf => Format::Text,
    };
    let setting = Setting {
        width: width(),
        marks: Marks::default(),
    };
    out.text(&format(page, form, setting));
}

/// Prints the page of a subject of an archive, where it has one.
///
/// # Errors
/// When the archive cannot be read on.
pub fn of(
    context: &Context,
    (snapshot, catalogue): &Opened,
    subject: &Subject,
    out: &mut Out,
) -> Result<Code, Failure> {
    of_with(context, (snapshot, catalogue), subject, None, out)
}

/// The same with one more part at its end.
///
/// # Errors
/// When the archive cannot be read on.
pub fn of_with(
    context: &Context,
    (snapshot, catalogue): (&Snapshot, &Catalogue),
    subject: &Subject,
    more: Option<Part>,
    out: &mut Out,
) -> Result<Code, Failure> {
    let page = app::page(snapshot, catalogue, subject, context.lang, today());
    let mut page = page.map_err(|error| Failure::archive(&error, context.lang))?;
    page.iter_mut().for_each(|page| page.parts.extend(more.clone()));
    Ok(shown(context, page.as_ref(), out))
}

/// Prints a page that needs no archive.
pub fn own(context: &Context, subject: &Subject, out: &mut Out) -> Code {
    shown(context, app::own_page(subject, context.lang).as_ref(), out)
}

fn shown(context: &Context, page: Option<&Page>, out: &mut Out) -> Code {
    let Some(page) = page else {
        return Code::Nothing;
    };
    print(context, page, out);
    Code::Found
}

/// The width of the terminal, at most that of a comfortable line.
pub fn width() -> usize {
    const COMFORT: u16 = 88;
    let columns = terminal::size().map_or(0, |(columns, _)| columns);
    match columns {
        0 => COMFORT.into(),
        columns => columns.min(COMFORT).into(),
    }
}
