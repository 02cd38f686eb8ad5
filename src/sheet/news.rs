//! The page of what is new in this version: its sentences stand in `assets/lang/news.*.toml`.

use super::Note;
use super::page::{Block, Page, Part, PartId};
use crate::lang::{Lang, Word, w};

/// What is new, part by part.
pub fn news(lang: Lang) -> Page {
    let mut page = Page::new(lang.say(w::NEWS_TITLE), lang);
    let version = [("version", env!("CARGO_PKG_VERSION"))];
    page.under.push(Note::Line(lang.fill(w::NEWS_VERSION, &version)));
    for heading in [w::NEWS_ADDED, w::NEWS_CHANGED, w::NEWS_FIXED] {
        let sentence = |n: usize| Word::from_key(&format!("{}-{n}", heading.key()));
        let sentences = (1..).map_while(sentence);
        let blocks = sentences.map(|word| Block::Paragraph(lang.say(word).to_owned()));
        let part = Part::new(PartId::Told(heading), lang.say(heading));
        page.parts.push(part.with(blocks.collect()));
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_says_something_in_both_languages() {
        for lang in Lang::ALL {
            let page = news(lang);
            assert_eq!(page.parts.len(), 3);
            assert!(page.parts.iter().all(|part| part.blocks.len() > 1));
        }
    }
}
