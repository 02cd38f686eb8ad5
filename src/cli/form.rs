//! The form of an answer: for a person to read, to print, or for a program.

use crate::lang::Lang;

/// A form. Each command has some of them, and the first of them when none is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Text,
    Markdown,
    Html,
    Json,
    /// One JSON object a line.
    Jsonl,
    Csv,
    /// One sheet of paper.
    Pdf,
}

impl Form {
    const ALL: [Form; 7] = [
        Form::Text,
        Form::Markdown,
        Form::Html,
        Form::Json,
        Form::Jsonl,
        Form::Csv,
        Form::Pdf,
    ];

    /// Whether a person reads it.
    pub fn is_read(self) -> bool {
        matches!(self, Form::Text | Form::Markdown | Form::Html)
    }

    /// The word that asks for it.
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Form::Text if lang == Lang::En => "text",
            Form::Text => "testo",
            Form::Markdown => "markdown",
            Form::Html => "html",
            Form::Json => "json",
            Form::Jsonl => "jsonl",
            Form::Csv => "csv",
            Form::Pdf => "pdf",
        }
    }

    /// All the words that ask for it: in both languages, and as files of it end.
    pub fn words(self) -> [&'static str; 3] {
        let ending = match self {
            Form::Text => "txt",
            Form::Markdown => "md",
            own => own.word(Lang::En),
        };
        [self.word(Lang::It), self.word(Lang::En), ending]
    }

    /// The form that a word asks for.
    pub fn parse(typed: &str) -> Option<Form> {
        Form::ALL.into_iter().find(|form| form.words().contains(&typed))
    }
}
