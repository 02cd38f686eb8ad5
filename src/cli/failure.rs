//! What a person and a script are told when something goes wrong.

use crate::lang::{Lang, w};
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    Found = 0,
    Nothing = 1,
    Usage = 2,
    BadData = 3,
}

impl From<Code> for ExitCode {
    fn from(code: Code) -> ExitCode {
        ExitCode::from(code as u8)
    }
}

/// One sentence for the person and a code for the script.
#[derive(Debug)]
pub struct Failure {
    pub code: Code,
    pub message: String,
}

impl Failure {
    pub fn usage(message: impl Into<String>) -> Failure {
        Failure {
            code: Code::Usage,
            message: message.into(),
        }
    }

    pub fn data(message: impl Into<String>) -> Failure {
        Failure {
            code: Code::BadData,
            message: message.into(),
        }
    }

    pub fn report(&self) -> ExitCode {
        eprintln!("sportello: {}", super::out::tame(&self.message));
        self.code.into()
    }
}

/// Help and version go out as they are; an error becomes one sentence in the person's language.
pub fn of_usage(error: &Error, lang: Lang) -> ExitCode {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    ) {
        // A reader that closed the pipe has seen enough.
        _ = error.print();
        return Code::Found.into();
    }
    let detail = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let arg = detail(ContextKind::InvalidArg);
    let message = match error.kind() {
        ErrorKind::InvalidSubcommand => lang.fill(
            w::CLI_ERROR_COMMAND,
            &[("command", &detail(ContextKind::InvalidSubcommand))],
        ),
        ErrorKind::UnknownArgument => lang.fill(w::CLI_ERROR_UNKNOWN, &[("arg", &arg)]),
        ErrorKind::MissingRequiredArgument => lang.fill(w::CLI_ERROR_MISSING, &[("arg", &arg)]),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = detail(ContextKind::InvalidValue);
            let valid = detail(ContextKind::ValidValue);
            match (value.is_empty(), valid.is_empty()) {
                (true, _) => lang.fill(w::CLI_ERROR_NO_VALUE, &[("arg", &arg)]),
                (false, true) => lang.fill(w::CLI_ERROR_VALUE, &[("arg", &arg), ("value", &value)]),
                (false, false) => lang.fill(
                    w::CLI_ERROR_CHOICE,
                    &[("arg", &arg), ("value", &value), ("valid", &valid)],
                ),
            }
        }
        ErrorKind::ArgumentConflict => lang.fill(w::CLI_ERROR_CONFLICT, &[("arg", &arg)]),
        _ => lang.say(w::CLI_ERROR_OTHER).to_owned(),
    };
    Failure::usage(message).report()
}
