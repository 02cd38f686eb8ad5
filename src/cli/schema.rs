//! `schema`: what the JSON of a command looks like, key by key, as a JSON Schema. The version stands
//! in `$id`: within a version keys are only added.

use super::context::Context;
use super::failure::{Code, Failure};
use super::out::Out;
use crate::lang::w;

/// Commands by their Italian and English names, with their schema.
const SCHEMAS: &[(&str, &str, &str)] = &[
    ("cerca", "search", include_str!("../../assets/schema/cerca.json")),
    ("scheda", "show", include_str!("../../assets/schema/scheda.json")),
    ("comune", "town", PAGE),
    (
        "misura",
        "measure",
        include_str!("../../assets/schema/misura.json"),
    ),
    ("glossario", "glossary", PAGE),
    ("domande", "questions", PAGE),
    ("dati", "data", include_str!("../../assets/schema/dati.json")),
    ("banco", "desk", include_str!("../../assets/schema/banco.json")),
    (
        "verifica",
        "check",
        include_str!("../../assets/schema/verifica.json"),
    ),
    (
        "esporta",
        "export",
        include_str!("../../assets/schema/esporta.json"),
    ),
];

const PAGE: &str = include_str!("../../assets/schema/pagina.json");

/// Runs the command.
///
/// # Errors
/// When the command that is named writes no JSON, or none whose keys are promised.
pub fn run(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let wanted = context.text("comando").unwrap_or_default();
    let found = SCHEMAS.iter().find(|(it, en, _)| wanted == *it || wanted == *en);
    let Some((_, _, schema)) = found else {
        let name = |(it, en, _): &(&'static str, &'static str, &str)| match lang {
            crate::lang::Lang::It => *it,
            crate::lang::Lang::En => *en,
        };
        let all: Vec<&str> = SCHEMAS.iter().map(name).collect();
        let values = [("command", wanted), ("all", &*all.join(", "))];
        return Err(Failure::usage(lang.fill(w::CLI_ERROR_SCHEMA, &values)));
    };
    out.text(schema);
    Ok(Code::Found)
}
