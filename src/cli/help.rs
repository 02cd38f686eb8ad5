//! `aiuto`: the help of the program, or of one command.

use super::context::Context;
use super::failure::{Code, Failure};
use super::out::Out;
use super::values::Values;

/// Runs the command.
///
/// # Errors
/// None of its own.
pub fn run(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let mut command = (context.grammar)(context.lang, &Values::default());
    command.build();
    let wanted = context
        .text("comando")
        .and_then(|name| command.find_subcommand_mut(name));
    let help = match wanted {
        Some(wanted) => wanted.render_help(),
        None => command.render_help(),
    };
    out.text(&help.to_string());
    Ok(Code::Found)
}
