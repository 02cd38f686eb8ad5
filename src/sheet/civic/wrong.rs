//! The report of a value that does not add up, to who publishes the table.

use super::letter;
use super::written::Of;
use crate::lang::w;
use crate::sheet::form::Paper;
use crate::sheet::note::Note;
use crate::text::number;

pub(super) fn page(of: &mut Of<'_>) {
    let lang = of.lang();
    of.b.under(Note::Line(lang.say(w::CIVIC_UNDER).to_owned()));
    letter::sender(of, Paper::Wrong);
    let odd = of.explanation.oddities.first().cloned();
    let columns: Vec<&str> = odd.iter().flat_map(|c| &c.cites).map(|c| c.column).collect();
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
    if !columns.is_empty() {
        let what = lang.say(w::CIVIC_WRONG_COLUMNS);
        of.fill(w::CIVIC_LINE, &[("what", what), ("rule", &columns.join(", "))]);
    }
    of.part(w::CIVIC_WRONG_ODD);
    match odd {
        Some(odd) => of.b.claims(&[odd]),
        None => of.say(w::CIVIC_WRONG_NONE),
    }
    of.blank(w::CIVIC_WRONG_VALUE);
    of.blank(w::CIVIC_WRONG_RIGHT);
    of.more();
    of.blank(w::CIVIC_SIGN);
    of.part(w::CIVIC_HOW);
    of.say(w::CIVIC_WRONG_SEND);
    let (what, rule) = (lang.say(w::CIVIC_WRONG_TITLE), lang.say(w::CIVIC_WRONG_RULE));
    of.fill(w::CIVIC_LINE, &[("what", what), ("rule", &format!("{rule}."))]);
    of.say(w::CIVIC_CHECKED);
}
