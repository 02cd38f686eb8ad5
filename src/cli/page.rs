//! A page on standard output, in the form that was asked for.

use super::context::Context;
use super::failure::Code;
use super::form::Form;
use super::out::Out;
use crate::app::own_page;
use crate::sheet::{Format, Marks, Page, Setting, Subject, format, json};

/// Prints a page.
pub fn print(context: &Context, page: &Page, out: &mut Out) {
    let form = match context.form() {
        Form::Jsonl => return out.line(&json::page(page).to_string()),
        Form::Markdown => Format::Markdown,
        Form::Html => Format::Html,
        Form::Json => Format::Json,
        Form::Text | Form::Csv => Format::Text,
    };
    let setting = Setting {
        width: width(),
        marks: Marks::default(),
    };
    out.text(&format(page, form, setting));
}

/// Prints a page that needs no archive.
pub fn own(context: &Context, subject: &Subject, out: &mut Out) -> Code {
    match own_page(subject, context.lang) {
        Some(page) => {
            print(context, &page, out);
            Code::Found
        }
        None => Code::Nothing,
    }
}

/// The width of the terminal, at most that of a comfortable line.
pub fn width() -> usize {
    const COMFORT: u16 = 88;
    crossterm::terminal::size()
        .map_or(COMFORT, |(columns, _)| columns.min(COMFORT))
        .into()
}
