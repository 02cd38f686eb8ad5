//! `assets/measures/*.toml`, `assets/glossary.toml` and `assets/questions.toml` → static tables,
//! so that the program parses none of it when it starts.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cards {
    card: Vec<Card>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Card {
    code: String,
    gender: String,
    plural: bool,
    topics: Vec<String>,
    it: CardText,
    en: CardText,
}

#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)] // read through Debug, which writes the Rust literal
struct CardText {
    title: String,
    name: String,
    does: String,
    what: String,
    why: String,
    who: String,
    change: String,
    example: String,
    ask: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Glossary {
    #[serde(default)]
    word: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    #[serde(default)]
    see: Vec<String>,
    it: EntryText,
    en: EntryText,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EntryText {
    term: String,
    #[serde(default)]
    forms: Vec<String>,
    says: String,
    example: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Questions {
    #[serde(default)]
    question: Vec<Question>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    id: String,
    #[serde(default)]
    see: Vec<String>,
    it: QuestionText,
    en: QuestionText,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionText {
    question: String,
    answer: Vec<String>,
}

pub fn build(assets: &Path) -> Result<String, Box<dyn Error>> {
    let mut out = String::new();
    cards(&mut out, &assets.join("measures"))?;
    let glossary: Glossary = read(&assets.join("glossary.toml"))?;
    writeln!(out, "pub static GLOSSARY: &[Entry] = &[")?;
    for Entry { id, see, it, en } in glossary.word {
        let text = |t: EntryText| {
            let EntryText {
                term,
                forms,
                says,
                example,
            } = t;
            format!("EntryText {{ term: {term:?}, forms: &{forms:?}, says: {says:?}, example: {example:?} }}")
        };
        writeln!(
            out,
            "Entry {{ id: {id:?}, see: &{see:?}, it: {}, en: {} }},",
            text(it),
            text(en)
        )?;
    }
    let questions: Questions = read(&assets.join("questions.toml"))?;
    writeln!(out, "];\npub static QUESTIONS: &[Question] = &[")?;
    for Question { id, see, it, en } in questions.question {
        let text = |t: QuestionText| {
            let QuestionText { question, answer } = t;
            format!("QuestionText {{ question: {question:?}, answer: &{answer:?} }}")
        };
        writeln!(
            out,
            "Question {{ id: {id:?}, see: &{see:?}, it: {}, en: {} }},",
            text(it),
            text(en)
        )?;
    }
    writeln!(out, "];")?;
    Ok(out)
}

fn cards(out: &mut String, folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut cards = Vec::new();
    let mut files: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    files.sort_by_key(fs::DirEntry::path);
    for file in files {
        let path = file.path();
        if path.extension().is_some_and(|e| e == "toml") {
            cards.extend(read::<Cards>(&path)?.card);
        }
    }
    cards.sort_by(|a, b| a.code.cmp(&b.code));
    if let Some(twice) = cards.windows(2).find(|w| w[0].code == w[1].code) {
        return Err(format!("two cards for {}", twice[0].code).into());
    }
    writeln!(out, "pub static CARDS: &[Card] = &[")?;
    for Card {
        code,
        gender,
        plural,
        topics,
        it,
        en,
    } in cards
    {
        let feminine = gender == "f";
        writeln!(
            out,
            "Card {{ code: {code:?}, feminine: {feminine}, plural: {plural}, topics: &{topics:?}, it: {it:?}, en: {en:?} }},"
        )?;
    }
    writeln!(out, "];")?;
    Ok(())
}

fn read<T: DeserializeOwned>(path: &Path) -> Result<T, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()).into())
}
