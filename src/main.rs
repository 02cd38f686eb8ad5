//! Reads the arguments and hands them to `cli`; nothing else happens here.

use std::process::ExitCode;

fn main() -> ExitCode {
    sportello::cli::run(std::env::args_os())
}
