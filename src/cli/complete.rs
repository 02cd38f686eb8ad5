//! `completamenti`: what a shell needs to complete the commands, their options and the values that
//! an option has: comuni, missions, states.

use super::context::Context;
use super::failure::{Code, Failure};
use super::out::Out;
use super::values::Values;
use super::{archive, manual};
use clap_complete::{Shell, generate};

/// Runs the command.
///
/// # Errors
/// When the archive cannot be read.
pub fn run(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    if let Some(shell) = context.args.get_one::<Shell>("shell") {
        let text = manual::text(lang);
        let chapters = manual::chapters(&text).into_iter().map(|(title, _)| title);
        let values = Values::of(&archive::read(context)?.1, chapters, lang);
        let mut script = Vec::new();
        generate(
            *shell,
            &mut (context.grammar)(lang, &values),
            "sportello",
            &mut script,
        );
        out.bytes(&script);
    }
    Ok(Code::Found)
}
