//! `completamenti`: what a shell needs to complete the commands.

use super::failure::{Code, Failure};
use super::out::Out;
use super::{Context, args};
use clap_complete::{Shell, generate};

pub fn run(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    if let Some(shell) = context.args.get_one::<Shell>("shell") {
        let mut script = Vec::new();
        generate(*shell, &mut args::command(context.lang), "sportello", &mut script);
        out.bytes(&script);
    }
    Ok(Code::Found)
}
