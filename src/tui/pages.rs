//! Pages that need no archive: a word of the glossary, a question on the plan.

use crate::explain::Terms;
use crate::lang::{GLOSSARY, Lang, QUESTIONS, w};
use crate::tui::backend::{Block, Sheet, Subject};

/// `None` for what the archive must be asked for.
pub fn own(subject: &Subject, lang: Lang) -> Option<Sheet> {
    match subject {
        Subject::Word(id) => word(id, lang),
        Subject::Question(id) => question(id, lang),
        Subject::Project(_)
        | Subject::Comune(_)
        | Subject::Measure(_)
        | Subject::Data
        | Subject::Source(_)
        | Subject::Desk
        | Subject::Map(_)
        | Subject::Search(_) => None,
    }
}

fn word(id: &str, lang: Lang) -> Option<Sheet> {
    let entry = GLOSSARY.iter().find(|e| e.id == id)?;
    let text = entry.text(lang);
    let mut blocks = vec![Block::Heading(lang.say(w::SCREEN_WORD_MEANS).to_owned())];
    blocks.push(Block::Paragraph(text.says.to_owned()));
    blocks.push(Block::Heading(lang.say(w::SCREEN_WORD_EXAMPLE).to_owned()));
    blocks.push(Block::Paragraph(text.example.to_owned()));
    see_also(entry.see, lang, &mut blocks);
    Some(Sheet {
        title: text.term.to_owned(),
        subtitle: text.forms.join(", "),
        blocks,
    })
}

fn question(id: &str, lang: Lang) -> Option<Sheet> {
    let question = QUESTIONS.iter().find(|q| q.id == id)?;
    let text = question.text(lang);
    let mut blocks: Vec<Block> = text
        .answer
        .iter()
        .map(|s| Block::Paragraph((*s).to_owned()))
        .collect();
    see_also(question.see, lang, &mut blocks);
    Some(Sheet {
        title: text.question.to_owned(),
        subtitle: String::new(),
        blocks,
    })
}

fn see_also(ids: &[&'static str], lang: Lang, blocks: &mut Vec<Block>) {
    let links: Vec<Block> = ids.iter().filter_map(|id| word_link(id, lang)).collect();
    if !links.is_empty() {
        blocks.push(Block::Heading(lang.say(w::SCREEN_WORD_SEE).to_owned()));
        blocks.extend(links);
    }
}

fn word_link(id: &str, lang: Lang) -> Option<Block> {
    let entry = GLOSSARY.iter().find(|e| e.id == id)?;
    Some(Block::Link {
        text: entry.text(lang).term.to_owned(),
        to: Subject::Word(entry.id),
    })
}

/// The words of the glossary that a text uses, each once.
pub fn words_in(text: &str, lang: Lang) -> Vec<&'static str> {
    let mut out = Vec::new();
    for (_, entry) in Terms::new(lang).find(text) {
        if !out.contains(&entry.id) {
            out.push(entry.id);
        }
    }
    out
}
