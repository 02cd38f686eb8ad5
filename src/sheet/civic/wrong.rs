//! The report of a value that does not add up, to who publishes the table.

use super::letter;
use super::written::Of;
use crate::explain::{Cell, Cite, cell};
use crate::lang::{Word, w};
use crate::sheet::form::Paper;
use crate::sheet::page::Block;
use crate::text::number;

pub(super) fn page(of: &mut Of<'_>) {
    let lang = of.lang();
    of.translated();
    letter::sender(of, Paper::Wrong);
    let odd = of.explanation.oddities.first().cloned();
    let is_ours = odd.is_none();
    of.part(w::CIVIC_TO);
    let source = odd.iter().flat_map(|claim| &claim.cites);
    let source = source
        .filter_map(|cite| of.b.catalogue.source(cite.source))
        .next();
    match source {
        Some(source) => of.fill(w::CIVIC_WRONG_TO_SAYS, &[("publisher", &source.publisher)]),
        None => of.blank(w::CIVIC_WRONG_TO_BLANK),
    }
    of.part(w::CIVIC_SUBJECT);
    match source.map(|source| (&source.name, source.date.map(number::date_short))) {
        Some((table, Some(date))) => of.fill(w::CIVIC_WRONG_SUBJECT, &[("table", table), ("date", &date)]),
        Some((table, None)) => of.fill(w::CIVIC_WRONG_SUBJECT_UNDATED, &[("table", table)]),
        None => of.blank(w::CIVIC_WRONG_SUBJECT_BLANK),
    }
    of.about();
    let p = of.project;
    let values = [
        ("cup", p.cup.as_str()),
        ("measure", p.submeasure.as_str()),
        ("local", &p.local_code),
    ];
    let key = match p.local_code.is_empty() {
        true => lang.fill(w::CIVIC_WRONG_KEY_SAYS, &values),
        false => lang.fill(w::CIVIC_WRONG_KEY_LOCAL, &values),
    };
    let what = lang.say(w::CIVIC_WRONG_KEY);
    of.fill(w::CIVIC_LINE, &[("what", what), ("rule", &key)]);
    let cells = odd.iter().flat_map(|claim| &claim.cites);
    let cells: Vec<String> = cells.filter_map(|cite| where_it_stands(of, cite)).collect();
    for cell in &cells {
        of.b.push(Block::Paragraph(cell.clone()));
    }
    if cells.is_empty() {
        of.blank(w::CIVIC_WRONG_COLUMNS);
        of.blank(w::CIVIC_WRONG_VALUE);
    }
    of.part(w::CIVIC_WRONG_ODD);
    match odd {
        Some(odd) => of.b.claims(&[odd]),
        None => of.blank(w::CIVIC_WRONG_REASON),
    }
    of.blank(w::CIVIC_WRONG_RIGHT);
    of.more();
    of.blank(w::CIVIC_SIGN);
    let rule = lang.say(w::CIVIC_WRONG_RULE).to_owned();
    let what = lang.say(w::CIVIC_WRONG_TITLE);
    let law = lang.fill(w::CIVIC_LINE, &[("what", what), ("rule", &format!("{rule}."))]);
    let say = |word: Word| lang.say(word).to_owned();
    let mut steps = vec![
        say(w::CIVIC_STEP_FILL),
        say(w::CIVIC_WRONG_SEND),
        say(w::CIVIC_STEP_KEEP),
        law,
    ];
    if is_ours {
        steps.insert(0, say(w::CIVIC_WRONG_NONE));
    }
    of.guide(&steps);
}

/// "Tabella «PNRR_Progetti» del 13/06/2026, colonna «CUP»: J57H22001230006": where a value stands and what
/// it is, as far as the archive has it.
fn where_it_stands(of: &Of<'_>, cite: &Cite) -> Option<String> {
    let lang = of.lang();
    let source = of.b.catalogue.source(cite.source)?;
    let day = source
        .date
        .map_or_else(|| lang.say(w::CIVIC_WRONG_NO_DAY).to_owned(), number::date_short);
    let cell = cell(of.b.catalogue, of.project, cite, lang, of.today);
    let word = match &cell {
        Some(Cell { row: Some(_), .. }) => w::CIVIC_WRONG_CELL_ROW,
        Some(_) => w::CIVIC_WRONG_CELL,
        None => w::CIVIC_WRONG_CELL_ALONE,
    };
    let (row, value) = cell.map_or_else(Default::default, |cell| (cell.row, cell.value));
    let values = [
        ("table", source.name.as_str()),
        ("date", &day),
        ("column", cite.column),
        ("row", &row.unwrap_or_default()),
        ("value", &value),
    ];
    Some(lang.fill(word, &values))
}
