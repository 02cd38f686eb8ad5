//! A row above the projects: what it says, where it leads.

use crate::app::Wish;
use crate::lang::{Entry, Lang, QUESTIONS, Word, w};
use crate::sheet::{PartId, Subject};

/// A row above the projects.
#[derive(Clone, Debug, PartialEq)]
pub struct Meant {
    pub kind: Kind,
    pub text: String,
    /// What stands beside it.
    pub note: Option<String>,
    pub to: Option<Leads>,
    /// It is surely what was meant: Enter opens it and no project.
    pub sure: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Answer,
    Word,
    Measure,
    Comune,
    Area,
    /// What concerns a comune together with others.
    Wide,
    Command,
    /// What the data do not tell.
    Cannot,
}

/// Where a row leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leads {
    /// To a page, at a part of it.
    Page(Subject, Option<PartId>),
    /// To what the program does, by the name of its action.
    Do(String),
}

impl Kind {
    /// What it is called before the text.
    pub fn word(self) -> Word {
        match self {
            Kind::Answer => w::BOX_ANSWER,
            Kind::Word => w::BOX_WORD,
            Kind::Measure => w::BOX_MEASURE,
            Kind::Comune => w::BOX_COMUNE,
            Kind::Area => w::BOX_AREA,
            Kind::Wide => w::BOX_WIDE,
            Kind::Command => w::BOX_COMMAND,
            Kind::Cannot => w::BOX_CANNOT_TITLE,
        }
    }

    /// The word of the JSON.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Answer => "answer",
            Kind::Word => "word",
            Kind::Measure => "measure",
            Kind::Comune => "comune",
            Kind::Area => "area",
            Kind::Wide => "wide",
            Kind::Command => "command",
            Kind::Cannot => "cannot",
        }
    }
}

impl Leads {
    /// The word of the JSON: "comune:048027", "word:cup", "search:zona:Mugello", "do:map".
    pub fn code(&self) -> String {
        match self {
            Leads::Do(id) => format!("do:{id}"),
            Leads::Page(Subject::Project(id), _) => format!("project:{id}"),
            Leads::Page(Subject::Comune(code), _) => format!("comune:{code}"),
            Leads::Page(Subject::Measure(code), _) => format!("measure:{code}"),
            Leads::Page(Subject::Word(id), _) => format!("word:{id}"),
            Leads::Page(Subject::Question(id), _) => format!("question:{id}"),
            Leads::Page(Subject::Search(text), _) => format!("search:{text}"),
            Leads::Page(..) => "page".to_owned(),
        }
    }
}

impl Meant {
    /// "Comune: Montaione".
    pub fn line(&self, lang: Lang) -> String {
        format!("{}: {}", lang.say(self.kind.word()), self.text)
    }
}

/// What is wished for, as a row.
pub fn wished(wish: &Wish, lang: Lang) -> Option<Meant> {
    Some(match wish {
        Wish::Answer(id) => {
            let question = QUESTIONS.iter().find(|q| q.id == *id)?;
            Meant {
                kind: Kind::Answer,
                text: question.text(lang).question.to_owned(),
                note: question
                    .text(lang)
                    .answer
                    .first()
                    .map(|first| (*first).to_owned()),
                to: Some(Leads::Page(Subject::Question(id), None)),
                sure: true,
            }
        }
        Wish::Do(id) => Meant {
            kind: Kind::Command,
            text: lang.say(Word::from_key(&format!("keys.{id}.short"))?).to_owned(),
            note: Word::from_key(&format!("keys.{id}.long")).map(|word| lang.say(word).to_owned()),
            to: Some(Leads::Do(id.clone())),
            sure: true,
        },
        Wish::Cannot(word) => Meant {
            kind: Kind::Cannot,
            text: lang.say(*word).to_owned(),
            note: None,
            to: Some(Leads::Page(
                Subject::Question("a-chi-chiedo-di-un-progetto"),
                None,
            )),
            sure: true,
        },
    })
}

/// A word of the glossary, with the first sentence of what it means.
pub fn word_row(entry: &'static Entry, sure: bool, lang: Lang) -> Meant {
    let says = entry.text(lang).says;
    Meant {
        kind: Kind::Word,
        text: entry.text(lang).term.to_owned(),
        note: Some(
            says.split_inclusive(". ")
                .next()
                .unwrap_or(says)
                .trim()
                .to_owned(),
        ),
        to: Some(Leads::Page(Subject::Word(entry.id), None)),
        sure,
    }
}
