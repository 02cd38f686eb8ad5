//! What a command is, as data: its names, what it is about, what it can be given, what it does.
//! The parser, the help, the pages for `man` and the completions are all made from it.

use super::context::Context;
use super::failure::{Code, Failure};
use super::form::Form;
use super::out::Out;
use super::values::{self, Values};
use crate::lang::{Lang, Word, w};

/// A name in both languages: each is understood in either.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    pub it: &'static str,
    pub en: &'static str,
}

impl Name {
    /// The name that is shown.
    pub fn of(self, lang: Lang) -> &'static str {
        match lang {
            Lang::It => self.it,
            Lang::En => self.en,
        }
    }

    /// Whether a typed word is this name.
    pub fn is(self, typed: &str) -> bool {
        typed == self.it || typed == self.en
    }
}

/// A command. One without something to run cannot be written down.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    pub name: Name,
    pub about: Word,
    /// Lines that can be typed as they stand.
    pub examples: Word,
    /// In the order of the help, some of them in lists that commands share.
    pub arguments: &'static [&'static [Argument]],
    pub run: fn(&Context, &mut Out) -> Result<Code, Failure>,
}

impl Entry {
    /// What it can be given.
    pub fn arguments(&self) -> impl Iterator<Item = &'static Argument> + use<> {
        self.arguments.iter().copied().flatten()
    }
}

/// Something that a command can be given. Its Italian name is its id.
#[derive(Clone, Copy, Debug)]
pub struct Argument {
    pub name: Name,
    pub takes: Takes,
    pub help: Word,
}

/// How an argument is written.
#[derive(Clone, Copy, Debug)]
pub enum Takes {
    /// `--name`
    Nothing,
    /// `--name VALUE`
    Value(Kind),
    /// `--name VALUE`, and the command needs it.
    Needed(Kind),
    /// `--name VALUE`, as often as wished.
    Each(Kind),
    /// Behind the command, at least and at most so many.
    Words(Kind, usize, usize),
}

impl Takes {
    /// What kind of value it is.
    pub fn kind(self) -> Option<Kind> {
        match self {
            Takes::Nothing => None,
            Takes::Value(kind) | Takes::Needed(kind) | Takes::Each(kind) | Takes::Words(kind, ..) => {
                Some(kind)
            }
        }
    }
}

/// A name in both languages.
pub const fn name(it: &'static str, en: &'static str) -> Name {
    Name { it, en }
}

/// `--name VALUE`.
pub const fn value(it: &'static str, en: &'static str, kind: Kind, help: Word) -> Argument {
    argument(it, en, Takes::Value(kind), help)
}

/// The forms that an answer can have, the first one where none is asked for.
pub const fn form(forms: &'static [Form]) -> Argument {
    value("formato", "format", Kind::form(forms), w::CLI_ARG_FORMAT)
}

/// Words behind the command, as many as wished.
pub const fn any(it: &'static str, en: &'static str, kind: Kind, help: Word) -> Argument {
    argument(it, en, Takes::Words(kind, 0, usize::MAX), help)
}

/// At least one word behind the command.
pub const fn some(it: &'static str, en: &'static str, kind: Kind, help: Word) -> Argument {
    argument(it, en, Takes::Words(kind, 1, usize::MAX), help)
}

/// One word behind the command.
pub const fn one(it: &'static str, en: &'static str, kind: Kind, help: Word) -> Argument {
    argument(it, en, Takes::Words(kind, 1, 1), help)
}

/// An argument of any kind.
pub const fn argument(it: &'static str, en: &'static str, takes: Takes, help: Word) -> Argument {
    let name = name(it, en);
    Argument { name, takes, help }
}

/// What a value is: what stands for it in the help, and what completes it.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    pub shown: Word,
    pub read: Read,
    pub known: fn(&Values, Lang) -> Vec<String>,
}

/// How a value is read.
#[derive(Clone, Copy, Debug)]
pub enum Read {
    Text,
    Number,
    File,
    Folder,
    /// The name of a command.
    Command,
    /// A form or a letter about a project.
    Paper,
    Shell,
    /// One of these forms, the first when none is asked for.
    Form(&'static [Form]),
}

impl Kind {
    const fn new(shown: Word, read: Read, known: fn(&Values, Lang) -> Vec<String>) -> Kind {
        Kind { shown, read, known }
    }

    const fn free(shown: Word, read: Read) -> Kind {
        Kind::new(shown, read, |_, _| Vec::new())
    }

    const fn text(shown: Word, known: fn(&Values, Lang) -> Vec<String>) -> Kind {
        Kind::new(shown, Read::Text, known)
    }

    /// One of these forms.
    pub const fn form(forms: &'static [Form]) -> Kind {
        Kind::free(w::CLI_VALUE, Read::Form(forms))
    }

    pub const WORDS: Kind = Kind::free(w::CLI_VALUE_WORDS, Read::Text);
    pub const CODES: Kind = Kind::free(w::CLI_VALUE_CODES, Read::Text);
    pub const AMOUNT: Kind = Kind::free(w::CLI_VALUE_EURO, Read::Text);
    /// `segna` and a theme.
    pub const COUNT: Kind = Kind::free(w::CLI_VALUE_COUNT, Read::Text);
    /// A file, `=` and a day.
    pub const DATED: Kind = Kind::free(w::CLI_VALUE_DATED, Read::Text);
    pub const NUMBER: Kind = Kind::free(w::CLI_VALUE, Read::Number);
    pub const FILE: Kind = Kind::free(w::CLI_VALUE_FILE, Read::File);
    pub const FILES: Kind = Kind::free(w::CLI_VALUE_INPUTS, Read::File);
    pub const FOLDER: Kind = Kind::free(w::CLI_VALUE_FOLDER, Read::Folder);
    pub const COMMAND: Kind = Kind::free(w::CLI_COMMAND, Read::Command);
    pub const PAPER: Kind = Kind::free(w::CLI_VALUE, Read::Paper);
    pub const SHELL: Kind = Kind::free(w::CLI_VALUE, Read::Shell);
    pub const COMUNE: Kind = Kind::text(w::CLI_VALUE_NAME, |values, _| values.comuni.clone());
    pub const PROVINCE: Kind = Kind::text(w::CLI_VALUE_NAME, |values, _| values.provinces.clone());
    pub const MISSION: Kind = Kind::text(w::CLI_VALUE, |_, _| values::MISSIONS.map(str::to_owned).to_vec());
    pub const MEASURE: Kind = Kind::text(w::CLI_VALUE_CODE, |values, _| values.measures.clone());
    pub const STATUS: Kind = Kind::text(w::CLI_VALUE, |_, lang| {
        values::statuses(lang).map(str::to_owned).to_vec()
    });
    pub const BODY: Kind = Kind::text(w::CLI_VALUE, |_, _| values::bodies().map(str::to_owned).collect());
    pub const TERM: Kind = Kind::text(w::CLI_VALUE_NAME, |values, _| values.terms.clone());
    pub const CHAPTER: Kind = Kind::text(w::CLI_VALUE_CHAPTER, |values, _| values.chapters.clone());
    pub const REGION: Kind = Kind::text(w::CLI_VALUE_NAME, |_, _| values::regions());
}
