//! `schema`: what the JSON of a command looks like, key by key, as a JSON Schema. The version stands
//! in `$id`: within a version keys are only added.

use super::context::Context;
use super::failure::{Code, Failure};
use super::out::Out;
use super::values::Values;
use crate::lang::w;
use clap::Command;

/// Commands by their Italian names, with their schema.
const SCHEMAS: &[(&str, &str)] = &[
    ("cerca", include_str!("../../assets/schema/cerca.json")),
    ("scheda", include_str!("../../assets/schema/scheda.json")),
    ("comune", PAGE),
    ("misura", include_str!("../../assets/schema/misura.json")),
    ("glossario", PAGE),
    ("domande", PAGE),
    ("novita", PAGE),
    ("raccolta", include_str!("../../assets/schema/raccolta.json")),
    ("dati", include_str!("../../assets/schema/dati.json")),
    ("banco", include_str!("../../assets/schema/banco.json")),
    ("verifica", include_str!("../../assets/schema/verifica.json")),
    ("esporta", include_str!("../../assets/schema/esporta.json")),
    ("qualita", include_str!("../../assets/schema/qualita.json")),
    ("confronta", include_str!("../../assets/schema/confronta.json")),
    ("importa", include_str!("../../assets/schema/importa.json")),
];

const PAGE: &str = include_str!("../../assets/schema/pagina.json");

/// Runs the command.
///
/// # Errors
/// When the command that is named writes no JSON.
pub fn run(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let wanted = context.text("comando").unwrap_or_default();
    // The grammar knows each command by both its names, and which of them is shown.
    let grammar = (context.grammar)(lang, &Values::default());
    let name = |command: &str| grammar.find_subcommand(command).map(Command::get_name);
    let found = SCHEMAS.iter().find(|(it, _)| name(it) == name(wanted));
    let Some((_, schema)) = found else {
        let all: Vec<&str> = SCHEMAS.iter().filter_map(|(it, _)| name(it)).collect();
        let values = [("command", wanted), ("all", &*all.join(", "))];
        return Err(Failure::usage(lang.fill(w::CLI_ERROR_SCHEMA, &values)));
    };
    out.text(schema);
    Ok(Code::Found)
}
