//! `glossario` and `domande`: the hard words, and the questions about the plan itself.

use super::context::Context;
use super::failure::{Code, Failure};
use super::out::Out;
use super::page;
use super::tame::tell;
use crate::explain;
use crate::lang::{Entry, GLOSSARY, Lang, QUESTIONS, Question, w};
use crate::sheet;
use crate::text::fold::fold;

/// Runs `glossario`.
///
/// # Errors
/// None: the signature is that of every command.
pub fn glossary(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let typed = context.words("nome").join(" ");
    let entries: Vec<&'static Entry> = if typed.is_empty() {
        GLOSSARY.iter().collect()
    } else {
        explain::entry(&typed, lang)
    };
    if entries.is_empty() {
        tell(&lang.fill(w::FIND_NO_WORD, &[("name", &typed)]));
        return Ok(Code::Nothing);
    }
    page::print(context, &sheet::glossary(&entries, lang), out);
    Ok(Code::Found)
}

/// Runs `domande`: all questions, or those that have the words.
///
/// # Errors
/// None: the signature is that of every command.
pub fn questions(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let typed = context.words("parole").join(" ");
    let found = about(&typed, lang);
    if found.is_empty() {
        tell(&lang.fill(w::FIND_NO_QUESTION, &[("name", &typed)]));
        for question in QUESTIONS {
            tell(&format!("- {}", question.text(lang).question));
        }
        return Ok(Code::Nothing);
    }
    page::print(context, &sheet::questions(&found, lang), out);
    Ok(Code::Found)
}

/// Words of a question that say nothing of what it is about.
const LEAST: usize = 3;

/// The questions that have most of the words, in the question first; all without words.
pub fn about(typed: &str, lang: Lang) -> Vec<&'static Question> {
    let folded = fold(typed);
    let all: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let long: Vec<&str> = all.iter().copied().filter(|word| word.len() > LEAST).collect();
    let words = if long.is_empty() { all } else { long };
    if words.is_empty() {
        return QUESTIONS.iter().collect();
    }
    let rated = |question: &'static Question| {
        let text = question.text(lang);
        let asked = fold(text.question);
        let answered = fold(&text.answer.join(" "));
        let has = |text: &str, word: &str| text.split(' ').any(|own| own.starts_with(root(word)));
        let found = words
            .iter()
            .filter(|w| has(&asked, w) || has(&answered, w))
            .count();
        let in_question = words.iter().filter(|w| has(&asked, w)).count();
        (found * 2 > words.len()).then_some((found, in_question, question))
    };
    let mut out: Vec<(usize, usize, &Question)> = QUESTIONS.iter().filter_map(rated).collect();
    out.sort_by_key(|(found, asked, _)| std::cmp::Reverse((*asked, *found)));
    let best = out.first().map_or(0, |(_, asked, _)| *asked);
    out.retain(|(_, asked, _)| *asked == best);
    out.into_iter().map(|(_, _, question)| question).collect()
}

/// A word without its last letter, which tells number and gender: "soldi" finds "soldo".
fn root(word: &str) -> &str {
    match word.char_indices().last() {
        Some((last, _)) if last > LEAST => &word[..last],
        _ => word,
    }
}
