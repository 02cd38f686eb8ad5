//! What every command is given: the language, what was written behind it, and the grammar for
//! those that show it.

use super::form::Form;
use super::values::Values;
use crate::lang::Lang;
use crate::sheet::csv::Style;
use clap::parser::ValueSource;
use clap::{ArgMatches, Command};
use std::path::PathBuf;

/// What every command is given.
pub struct Context<'a> {
    pub lang: Lang,
    pub args: &'a ArgMatches,
    /// The whole grammar, with what completes its values.
    pub grammar: fn(Lang, &Values) -> Command,
}

impl Context<'_> {
    /// The words of an argument that may be several.
    pub fn words(&self, name: &str) -> Vec<&str> {
        let words = self.args.get_many::<String>(name).into_iter().flatten();
        words.map(String::as_str).collect()
    }

    /// The value of an option, where it is there.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.args.get_one::<String>(name).map(String::as_str)
    }

    /// The file or folder of an option, where it is there.
    pub fn path(&self, name: &str) -> Option<&PathBuf> {
        self.args.get_one::<PathBuf>(name)
    }

    /// The files or folders of an argument that may be several.
    pub fn paths(&self, name: &str) -> Vec<PathBuf> {
        let paths = self.args.get_many::<PathBuf>(name).into_iter().flatten();
        paths.cloned().collect()
    }

    /// Whether an option without a value was written.
    pub fn flag(&self, name: &str) -> bool {
        self.args.get_flag(name)
    }

    /// The form of the answer: the one asked for, else the command's first.
    pub fn form(&self) -> Form {
        let first = self.args.get_one::<Form>("formato").copied();
        self.asked_form().or(first).unwrap_or(Form::Text)
    }

    /// The form that was asked for, by `--formato` or by a flag of its own.
    pub fn asked_form(&self) -> Option<Form> {
        let flag = |name| matches!(self.args.try_get_one::<bool>(name), Ok(Some(true)));
        if flag("json") {
            return Some(Form::Json);
        }
        if flag("csv") || flag("excel") {
            return Some(Form::Csv);
        }
        let written = self.args.try_get_one::<Form>("formato").ok().flatten();
        let source = written.and_then(|_| self.args.value_source("formato"));
        written
            .copied()
            .filter(|_| source == Some(ValueSource::CommandLine))
    }

    /// How CSV is written: for programs, or for a spreadsheet.
    pub fn style(&self) -> Style {
        match self.args.try_get_one::<bool>("excel") {
            Ok(Some(true)) => Style::Excel,
            _ => Style::Plain,
        }
    }
}
