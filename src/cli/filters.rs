//! The filters of `cerca` and `esporta`: options that mean a condition of the query language. A
//! value that cannot be one is wrong use, and the answer says which values there are.

use super::context::Context;
use super::entry::{Argument, Kind, value};
use super::failure::Failure;
use super::values;
use crate::lang::{Lang, w};
use crate::search::{Hint, Query, Results, Trouble};

pub const COMUNE: Argument = value("comune", "town", Kind::COMUNE, w::CLI_FILTER_COMUNE);
pub const MEASURE: Argument = value("misura", "measure", Kind::MEASURE, w::CLI_FILTER_MISURA);

/// Each writes one word of the query language.
pub const FILTERS: &[Argument] = &[
    COMUNE,
    value("provincia", "province", Kind::PROVINCE, w::CLI_FILTER_PROVINCIA),
    value("missione", "mission", Kind::MISSION, w::CLI_FILTER_MISSIONE),
    MEASURE,
    value("stato", "status", Kind::STATUS, w::CLI_FILTER_STATO),
    value("ente", "body", Kind::BODY, w::CLI_FILTER_ENTE),
    value("importo-da", "amount-from", Kind::AMOUNT, w::CLI_FILTER_FROM),
    value("importo-a", "amount-to", Kind::AMOUNT, w::CLI_FILTER_TO),
];

/// The filters as text of the query language.
///
/// # Errors
/// When a value cannot be one of its option.
pub fn query(context: &Context) -> Result<Vec<String>, Failure> {
    let mut out = Vec::new();
    for name in FILTERS.iter().map(|filter| filter.name.it) {
        let Some(value) = context.text(name) else {
            continue;
        };
        let quoted = match value.contains(char::is_whitespace) {
            true => format!("\"{}\"", value.replace('"', "")),
            false => value.to_owned(),
        };
        let part = match name {
            "importo-da" => format!("importo>={quoted}"),
            "importo-a" => format!("importo<={quoted}"),
            name => format!("{name}:{quoted}"),
        };
        if let Some(notice) = Query::whole(&part).notices.first()
            && !matches!(notice.trouble, Trouble::MendedValue { .. })
        {
            return Err(wrong(context, name, value));
        }
        out.push(part);
    }
    Ok(out)
}

/// A name that the archive does not know, given as an option, is wrong use too.
///
/// # Errors
/// When one of the filters names what is not there.
pub fn check(context: &Context, results: &Results) -> Result<(), Failure> {
    let lang = context.lang;
    for hint in &results.hints {
        let Hint::Notice(notice) = hint else { continue };
        let Trouble::UnknownValue { key, typed, near } = &notice.trouble else {
            continue;
        };
        let own = FILTERS.iter().map(|filter| filter.name.it);
        let mut own = own.filter(|name| context.text(name).is_some() && key.words().contains(name));
        let Some(name) = own.next() else { continue };
        let arg = shown(name, lang);
        let values = [
            ("arg", arg.as_str()),
            ("value", typed),
            ("near", &near.join(", ")),
        ];
        let word = match near.is_empty() {
            true => w::CLI_ERROR_NO_SUCH,
            false => w::CLI_ERROR_NO_SUCH_NEAR,
        };
        return Err(Failure::usage(lang.fill(word, &values)));
    }
    Ok(())
}

fn wrong(context: &Context, name: &str, value: &str) -> Failure {
    let lang = context.lang;
    let valid = match name {
        "missione" => values::MISSIONS.join(", "),
        "stato" => values::statuses(lang).join(", "),
        "ente" => values::bodies().collect::<Vec<_>>().join(", "),
        "importo-da" | "importo-a" => "100000, 20mila, 1,5mln".to_owned(),
        _ => String::new(),
    };
    let arg = shown(name, lang);
    let values = [("arg", arg.as_str()), ("value", value), ("valid", &valid)];
    let word = match valid.is_empty() {
        true => w::CLI_ERROR_VALUE,
        false => w::CLI_ERROR_CHOICE,
    };
    Failure::usage(lang.fill(word, &values))
}

/// The option as the person writes it.
fn shown(name: &str, lang: Lang) -> String {
    let own = FILTERS.iter().find(|filter| filter.name.it == name);
    own.map_or_else(String::new, |filter| format!("--{}", filter.name.of(lang)))
}
