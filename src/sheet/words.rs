//! The sheets of the glossary and of the questions about the plan itself.

use super::{Block, Sheet};
use crate::lang::{Entry, GLOSSARY, Lang, Question, w};

/// Words of the glossary with what they mean, an example and the words beside them.
pub fn glossary(entries: &[&Entry], lang: Lang) -> Sheet {
    let title = lang.say(w::SHEET_GLOSSARY).to_owned();
    let mut blocks = vec![Block::Heading {
        level: 1,
        text: title.clone(),
    }];
    for entry in entries {
        let text = entry.text(lang);
        blocks.push(Block::Heading {
            level: 2,
            text: text.term.to_owned(),
        });
        blocks.push(Block::Paragraph(text.says.to_owned()));
        if !text.example.is_empty() {
            let example = [("example", text.example)];
            blocks.push(Block::Paragraph(lang.fill(w::SHEET_EXAMPLE, &example)));
        }
        let see: Vec<&str> = entry
            .see
            .iter()
            .filter_map(|id| GLOSSARY.iter().find(|e| e.id == *id))
            .map(|e| e.text(lang).term)
            .collect();
        if !see.is_empty() {
            let words = [("words", &*see.join(", "))];
            blocks.push(Block::Note(lang.fill(w::SHEET_SEE, &words)));
        }
    }
    Sheet { title, lang, blocks }
}

/// Questions that citizens ask about the plan, with their answers.
pub fn questions(of: &[&Question], lang: Lang) -> Sheet {
    let title = lang.say(w::SHEET_QUESTIONS).to_owned();
    let mut blocks = vec![Block::Heading {
        level: 1,
        text: title.clone(),
    }];
    for question in of {
        let text = question.text(lang);
        blocks.push(Block::Heading {
            level: 2,
            text: text.question.to_owned(),
        });
        blocks.push(Block::Paragraph(text.answer.join(" ")));
    }
    Sheet { title, lang, blocks }
}
