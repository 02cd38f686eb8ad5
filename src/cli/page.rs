//! A page on standard output, in the form that was asked for.

use super::context::Context;
use super::form::Form;
use super::out::Out;
use crate::sheet::json;
use crate::sheet::{Marks, Sheet};
use crate::snapshot::Catalogue;

/// Prints a page.
pub fn print(context: &Context, catalogue: &Catalogue, sheet: &Sheet, out: &mut Out) {
    match context.form() {
        Form::Markdown => out.text(&sheet.markdown()),
        Form::Html => out.text(&sheet.html()),
        Form::Json => out.json(&json::sheet(catalogue, sheet)),
        Form::Jsonl => out.line(&json::sheet(catalogue, sheet).to_string()),
        Form::Text | Form::Csv => out.text(&sheet.text(width(), Marks::default())),
    }
}

/// The width of the terminal, at most that of a comfortable line.
pub fn width() -> usize {
    const COMFORT: u16 = 88;
    crossterm::terminal::size()
        .map_or(COMFORT, |(columns, _)| columns.min(COMFORT))
        .into()
}
