//! The pages of the glossary and of the questions about the plan itself: one word or question,
//! or several on one page.

use super::page::{Block, Link, Page, Part, PartId};
use super::{Note, Subject};
use crate::explain::Terms;
use crate::lang::{Entry, GLOSSARY, Lang, QUESTIONS, Question, w};

/// Words of the glossary with what they mean, an example and the words beside them.
pub fn glossary(entries: &[&'static Entry], lang: Lang) -> Page {
    let part = |entry: &&'static Entry| {
        let text = entry.text(lang);
        let mut blocks = vec![Block::Paragraph(text.says.to_owned())];
        if !text.example.is_empty() {
            let example = [("example", text.example)];
            blocks.push(Block::Paragraph(lang.fill(w::SHEET_EXAMPLE, &example)));
        }
        if !entry.see.is_empty() {
            blocks.push(Block::Note(Note::See(entry.see)));
        }
        Part::new(PartId::Entry(entry.id), text.term).with(blocks)
    };
    let mut page = Page::new(lang.say(w::SHEET_GLOSSARY), lang);
    page.parts = entries.iter().map(part).collect();
    page
}

/// Questions that citizens ask about the plan, with their answers.
pub fn questions(of: &[&Question], lang: Lang) -> Page {
    let part = |question: &&Question| {
        let text = question.text(lang);
        let answer = vec![Block::Paragraph(text.answer.join(" "))];
        (question.id, text.question, answer)
    };
    let parts = of.iter().map(part);
    let mut page = Page::new(lang.say(w::SHEET_QUESTIONS), lang);
    page.parts = parts
        .map(|(id, heading, answer)| Part::new(PartId::Entry(id), heading).with(answer))
        .collect();
    page
}

/// One word of the glossary, by its id.
pub fn word(id: &str, lang: Lang) -> Option<Page> {
    let entry = entry(id)?;
    let text = entry.text(lang);
    let part = |id, heading, text: &str| {
        Part::new(id, lang.say(heading)).with(vec![Block::Paragraph(text.to_owned())])
    };
    let mut page = Page::new(text.term, lang);
    page.under
        .extend((!text.forms.is_empty()).then_some(Note::Forms(text.forms)));
    page.parts
        .push(part(PartId::Means, w::SCREEN_WORD_MEANS, text.says));
    page.parts
        .push(part(PartId::Example, w::SCREEN_WORD_EXAMPLE, text.example));
    page.parts.extend(see_also(entry.see, lang));
    Some(page)
}

/// One question on the plan, by its id.
pub fn question(id: &str, lang: Lang) -> Option<Page> {
    let question = QUESTIONS.iter().find(|q| q.id == id)?;
    let text = question.text(lang);
    let mut page = Page::new(text.question, lang);
    let answer = text.answer.iter().map(|s| Block::Paragraph((*s).to_owned()));
    page.parts
        .push(Part::new(PartId::Answer, "").with(answer.collect()));
    page.parts.extend(see_also(question.see, lang));
    Some(page)
}

fn see_also(ids: &[&str], lang: Lang) -> Option<Part> {
    let links: Vec<Block> = words(ids, lang).map(Block::Link).collect();
    let part = Part::new(PartId::See, lang.say(w::SCREEN_WORD_SEE));
    (!links.is_empty()).then(|| part.with(links))
}

fn entry(id: &str) -> Option<&'static Entry> {
    GLOSSARY.iter().find(|entry| entry.id == id)
}

/// Words of the glossary, by their ids, as ways to their pages.
pub fn words<'a>(ids: &'a [&'a str], lang: Lang) -> impl Iterator<Item = Link> + 'a {
    let entries = ids.iter().filter_map(|id| entry(id));
    entries.map(move |entry| Link::new(entry.text(lang).term, Subject::Word(entry.id)))
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
