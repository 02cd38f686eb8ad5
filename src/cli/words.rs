//! `glossario` and `domande`: the hard words, and the questions about the plan itself.

use super::failure::{Code, Failure};
use super::out::Out;
use super::{Context, sheet::width};
use crate::explain;
use crate::lang::{Entry, GLOSSARY, w};
use crate::sheet::{self, Marks};

pub fn glossary(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let typed = context.words("nome").join(" ");
    let entries: Vec<&Entry> = if typed.is_empty() {
        GLOSSARY.iter().collect()
    } else {
        explain::entry(&typed, lang)
    };
    if entries.is_empty() {
        out.line(&lang.fill(w::FIND_NO_NAME, &[("name", &typed)]));
        return Ok(Code::Nothing);
    }
    out.text(&sheet::glossary(&entries, lang).text(width(), Marks::default()));
    Ok(Code::Found)
}

pub fn questions(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    out.text(&sheet::questions(context.lang).text(width(), Marks::default()));
    Ok(Code::Found)
}
