//! Search over the catalogue by whole words and prefixes.

use crate::lang::Lang;
use crate::model::Cents;
use crate::snapshot::Catalogue;
use crate::text::fold;
use crate::title;
use crate::tui::backend::{Answer, Ask, Row, Sort};
use std::cmp::Reverse;
use std::ops::Range;

/// Folded words of each project, in the order of the catalogue.
#[derive(Default)]
pub struct Finder {
    texts: Vec<String>,
}

impl Finder {
    pub fn new(catalogue: &Catalogue) -> Finder {
        let text = |brief| {
            let both = [Lang::It, Lang::En].map(|lang| title::compose(catalogue, brief, lang));
            let body = catalogue.body_of(brief).map_or("", |b| b.name.as_str());
            let comuni = brief
                .places
                .iter()
                .filter_map(|p| catalogue.comune_name(p.comune?));
            let comuni: Vec<&str> = comuni.collect();
            let official = brief.official_title.as_deref().unwrap_or_default();
            let [it, en] = both;
            format!(
                " {}",
                fold::fold(&format!(
                    "{it} {en} {body} {} {} {official}",
                    comuni.join(" "),
                    brief.cup
                ))
            )
        };
        Finder {
            texts: catalogue.projects.iter().map(text).collect(),
        }
    }

    pub fn search(&self, catalogue: &Catalogue, ask: &Ask) -> Answer {
        let folded = fold::fold(&ask.text);
        let words: Vec<String> = folded.split_whitespace().map(|word| format!(" {word}")).collect();
        let mut found: Vec<usize> = (0..self.texts.len())
            .filter(|i| words.iter().all(|word| self.texts[*i].contains(word.as_str())))
            .collect();
        let brief = |i: usize| &catalogue.projects[i];
        found.sort_by_key(|i| Reverse(brief(*i).total.unwrap_or_default()));
        match ask.sort {
            Sort::Relevance | Sort::Amount => {}
            Sort::SharePaid => found.sort_by_key(|i| {
                let total = brief(*i).total.unwrap_or_default().0.max(1);
                Reverse(brief(*i).paid.unwrap_or_default().0.saturating_mul(1_000) / total)
            }),
            Sort::End => found.sort_by_key(|i| (brief(*i).end.is_none(), brief(*i).end)),
            Sort::Name => found.sort_by_cached_key(|i| title::compose(catalogue, brief(*i), ask.lang)),
        }
        let sum =
            |of: fn(&crate::model::Brief) -> Option<Cents>| found.iter().filter_map(|i| of(brief(*i))).sum();
        Answer {
            total: found.len(),
            funded: sum(|b| b.total),
            paid: sum(|b| b.paid),
            rows: found
                .iter()
                .take(ask.limit)
                .map(|i| row(catalogue, *i, ask.lang, &words))
                .collect(),
            ..Answer::default()
        }
    }
}

fn row(catalogue: &Catalogue, index: usize, lang: Lang, words: &[String]) -> Row {
    let brief = &catalogue.projects[index];
    let title = title::compose(catalogue, brief, lang);
    let matched = matched(&title, words);
    Row {
        id: brief.id,
        place: title::whereabouts(catalogue, brief, lang).unwrap_or_default(),
        body: catalogue.body_of(brief).map_or(String::new(), |b| b.name.clone()),
        amount: brief.total,
        paid: brief.paid,
        status: brief.status,
        title,
        matched,
    }
}

/// Bytes of the title where a word begins as typed.
fn matched(title: &str, words: &[String]) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for (at, word) in title.split_word_indices() {
        let folded = format!(" {}", fold::fold(word));
        if words.iter().any(|w| folded.starts_with(w.as_str())) {
            out.push(at..at + word.len());
        }
    }
    out
}

trait WordIndices {
    fn split_word_indices(&self) -> Vec<(usize, &str)>;
}

impl WordIndices for str {
    fn split_word_indices(&self) -> Vec<(usize, &str)> {
        use unicode_segmentation::UnicodeSegmentation;
        self.unicode_word_indices().collect()
    }
}
