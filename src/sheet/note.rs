//! Small print, typed: every form says it in its own way.

use super::marks::{Marks, mark};
use crate::lang::{GLOSSARY, Lang, Word, w};
use crate::model::{Evidence, Source, SourceId};
use crate::text::number;
use crate::title;
use jiff::civil::Date;

/// A line of small print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// Amount, share paid and status of a project, piece by piece.
    InBrief(Vec<String>),
    /// The title of a project as published.
    OfficialTitle(String),
    /// The name of a measure as published, and its code.
    OfficialName {
        name: String,
        code: String,
    },
    /// Rows of a table that are left out.
    MoreRows(usize),
    /// What a mark means.
    Mark(Evidence),
    /// The oldest and the newest date of the sources.
    Dates(Option<(Date, Date)>),
    /// From when to when the data of an archive are.
    Span(Date, Date),
    /// A source and its number in the list.
    Source {
        number: usize,
        cited: Cited,
    },
    Publisher(String),
    /// Other forms of a word.
    Forms(&'static [&'static str]),
    /// Words of the glossary, by their ids.
    See(&'static [&'static str]),
    /// Nobody signed the archive that the page is of.
    Unsigned,
    /// A line of one's own.
    Line(String),
}

/// A source as it is named at the end of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    pub id: SourceId,
    pub table: String,
    pub publisher: String,
    pub date: Option<Date>,
    pub licence: String,
}

impl From<&Source> for Cited {
    fn from(source: &Source) -> Cited {
        Cited {
            id: source.id,
            table: source.name.clone(),
            publisher: source.publisher.clone(),
            date: source.date,
            licence: source.licence.clone(),
        }
    }
}

impl Note {
    /// The note as a sentence, without the mark or the number that stands before it on paper.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Note::InBrief(pieces) => capital(&pieces.join(", ")),
            Note::OfficialTitle(title) => lang.fill(w::SHEET_OFFICIAL_TITLE, &[("title", title)]),
            Note::OfficialName { name, code } => {
                let name = lang.fill(w::SHEET_OFFICIAL_NAME, &[("name", name)]);
                format!("{name} ({code})")
            }
            Note::MoreRows(count) => {
                let count = number::count(*count, lang);
                lang.fill(w::SHEET_MORE_ROWS, &[("count", &count)])
            }
            Note::Mark(evidence) => {
                let word = mark(*evidence, Marks::Words, lang);
                format!("{word}: {}", lang.say(means(*evidence)))
            }
            Note::Dates(None) => lang.say(w::SHEET_NO_DATE).to_owned(),
            Note::Dates(Some((oldest, newest))) => {
                let word = match oldest == newest {
                    true => w::SHEET_ONE_DATE,
                    false => w::SHEET_DATES,
                };
                let (oldest, newest) = (number::date_short(*oldest), number::date_short(*newest));
                lang.fill(word, &[("oldest", &oldest), ("newest", &newest)])
            }
            Note::Span(oldest, newest) => {
                let (oldest, newest) = (number::date(*oldest, lang), number::date(*newest, lang));
                lang.fill(w::SCREEN_START_DATES, &[("oldest", &oldest), ("newest", &newest)])
            }
            Note::Source { cited, .. } => {
                let undated = || lang.say(w::SHEET_UNDATED).to_owned();
                let date = cited.date.map_or_else(undated, number::date_short);
                let values = [
                    ("table", cited.table.as_str()),
                    ("publisher", &title::publisher(&cited.publisher, lang)),
                    ("date", &date),
                    ("licence", title::licence(&cited.licence, lang)),
                ];
                lang.fill(w::SHEET_SOURCE, &values)
            }
            Note::Unsigned => lang.say(w::RENEW_UNSIGNED_SAYS).to_owned(),
            Note::Publisher(line) | Note::Line(line) => line.clone(),
            Note::Forms(forms) => forms.join(", "),
            Note::See(ids) => {
                let entry = |id: &&str| GLOSSARY.iter().find(|entry| entry.id == *id);
                let words: Vec<&str> = ids.iter().filter_map(entry).map(|e| e.text(lang).term).collect();
                lang.fill(w::SHEET_SEE, &[("words", &words.join(", "))])
            }
        }
    }

    /// The note with its mark or its number before it.
    pub fn line(&self, marks: Marks, lang: Lang) -> String {
        let says = self.say(lang);
        match self {
            Note::Mark(_) if marks == Marks::Words => says,
            Note::Mark(evidence) => format!("{} {says}", mark(*evidence, marks, lang)),
            Note::Source { number, .. } => format!("{number}. {says}"),
            Note::InBrief(pieces) if marks == Marks::Symbols => capital(&pieces.join(" · ")),
            _ => says,
        }
    }
}

/// With a capital at its start.
pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}

fn means(evidence: Evidence) -> Word {
    match evidence {
        Evidence::Observed => w::SHEET_OBSERVED_MEANS,
        Evidence::Linked => w::SHEET_LINKED_MEANS,
        Evidence::Derived => w::SHEET_DERIVED_MEANS,
        Evidence::Missing => w::SHEET_MISSING_MEANS,
        Evidence::Written => w::SHEET_WRITTEN_MEANS,
    }
}
