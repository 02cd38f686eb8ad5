//! `dati`: what is in the snapshot, of when, from whom.

use super::context::Context;
use super::failure::{Code, Failure};
use super::form::Form;
use super::out::Out;
use super::{archive, page};
use crate::sheet::{Subject, json};

/// Runs the command.
///
/// # Errors
/// When the archive cannot be read.
pub fn run(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let opened = archive::read(context)?;
    if context.form() == Form::Json {
        out.json(&json::data(&opened.1));
        return Ok(Code::Found);
    }
    page::of(context, &opened, &Subject::Data, out)
}
