//! The texts of a project as words, each text once.

use super::Texts;
use crate::model::TextColumn;
use crate::text::fold::fold;
use crate::text::tokens::Tokens;
use std::ops::RangeInclusive;

/// Most tenders of one project that are read.
const MAX_TENDERS: usize = 12;
/// Lengths at which a title, a summary and the objects of tenders were cut. What the table lost on
/// its way, accents and blanks at the cut, makes a text some letters shorter.
const TITLE_CUT: RangeInclusive<usize> = 37..=40;
const SUMMARY_CUT: RangeInclusive<usize> = 246..=255;
/// Titles of the table of nurseries.
const NURSERIES: &str = "M4C1I1.01";
const NURSERY_CUT: RangeInclusive<usize> = 125..=129;
const TENDER_CUTS: [RangeInclusive<usize>; 6] =
    [77..=78, 118..=120, 125..=128, 131..=136, 217..=218, 244..=255];

/// A text as words, and the column that it stands in.
pub(super) struct Source {
    pub words: Tokens,
    pub column: TextColumn,
    /// Its table cut it: the last word may be a half.
    pub is_cut: bool,
}

/// Title and summary as words; a title that the summary repeats is left out.
pub(super) fn of(texts: &Texts) -> Vec<Source> {
    let mut out: Vec<Source> = Vec::new();
    let repeated = texts.summary.len() >= texts.title.len() && texts.summary.starts_with(texts.title);
    for (text, column) in [
        (texts.summary, TextColumn::Summary),
        (texts.title, TextColumn::Title),
    ] {
        if text.is_empty() || column == TextColumn::Title && repeated {
            continue;
        }
        let mut source = whole(text, column);
        // The table of nurseries cuts its titles, which have no summaries, elsewhere.
        let is_nursery = texts.submeasure.starts_with(NURSERIES) && texts.summary.is_empty();
        let count = source.words.text().chars().count();
        if is_nursery && column == TextColumn::Title && TITLE_CUT.contains(&count) {
            source.is_cut = false;
        }
        out.push(source);
    }
    out
}

/// One text as words.
pub(super) fn whole(text: &str, column: TextColumn) -> Source {
    let words = match column {
        // Where quotes are signs like apostrophes, few apostrophes are accents.
        TextColumn::TenderObject => Tokens::quoting(text),
        _ => Tokens::new(text),
    };
    let count = words.text().chars().count();
    let cuts: &[RangeInclusive<usize>] = match column {
        // Those of the nurseries have one part.
        TextColumn::Title if !text.contains('*') => &[TITLE_CUT, NURSERY_CUT, SUMMARY_CUT],
        TextColumn::Title => &[TITLE_CUT, SUMMARY_CUT],
        TextColumn::TenderObject => &TENDER_CUTS,
        _ => &[SUMMARY_CUT],
    };
    // Runs of blanks were counted when it was cut.
    let blanks = text.chars().count();
    let is_cut = !is_closed(text)
        && cuts
            .iter()
            .any(|cut| cut.contains(&count) || cut.contains(&blanks));
    Source {
        words,
        column,
        is_cut,
    }
}

/// A quote or a bracket that was opened is closed at the end: nothing follows.
fn is_closed(text: &str) -> bool {
    let text = text.trim_end();
    let count = |sign: char| text.matches(sign).count();
    match text.chars().last() {
        Some(')') => count('(') == count(')'),
        Some('"') => count('"') % 2 == 0,
        Some('\'') => text.matches(" '").count() > 0 && count('\'') % 2 == 0,
        _ => false,
    }
}

/// The names of the project's comuni, folded; also without the accented end that tables drop.
pub(super) fn comuni(texts: &Texts) -> Vec<String> {
    let mut out = Vec::new();
    for (name, _) in texts.comuni.iter().take(10) {
        let mut folded = fold(name);
        out.push(folded.clone());
        for (saint, short) in [
            ("san ", "s "),
            ("santa ", "s "),
            ("sant ", "s "),
            ("santo ", "s "),
        ] {
            if folded.contains(saint) {
                out.push(folded.replace(saint, short));
            }
        }
        if name.ends_with(['à', 'è', 'é', 'ì', 'ò', 'ù']) {
            folded.pop();
            out.push(folded);
        }
    }
    out
}

/// Whether the texts speak of a work or of goods: those of grants and scholarships name bodies and
/// firms with their seats. Cinemas and theatres are named in grants, too.
pub(super) fn is_work(texts: &Texts) -> bool {
    !matches!(texts.nature, "06" | "07" | "08" | "6" | "7" | "8") || texts.submeasure.starts_with("M1C3I1.03")
}

/// Digital services: their texts name the body that buys them, not a building.
pub(super) fn is_digital(texts: &Texts) -> bool {
    texts.submeasure.starts_with("M1C1")
}

/// The objects of the tenders as words.
pub(super) fn tenders(texts: &Texts) -> Vec<Source> {
    let few = texts.tender_objects.iter().take(MAX_TENDERS);
    few.map(|text| whole(text, TextColumn::TenderObject)).collect()
}
