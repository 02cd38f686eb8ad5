//! `esporta`: all projects, or all sheets with their explanations, one a line.

use super::failure::{Code, Failure};
use super::out::Out;
use super::{Context, archive, row};
use crate::explain;
use crate::sheet::json::with_readability;

pub fn run(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let failed = |e: crate::snapshot::OpenError| Failure::data(e.to_string());
    let snapshot = archive::open(context)?;
    let catalogue = snapshot.catalogue().map_err(failed)?;
    let csv = context
        .args
        .get_one::<String>("formato")
        .is_some_and(|f| f == "csv");
    if context.args.get_flag("schede") {
        for brief in &catalogue.projects {
            if let Some(project) = snapshot.project(brief.id).map_err(failed)? {
                let explanation = explain::project(&catalogue, &project, lang);
                out.line(&with_readability(&catalogue, &project, &explanation).to_string());
            }
        }
    } else if csv {
        row::write_csv(&catalogue, catalogue.projects.iter(), lang, out);
    } else {
        for brief in &catalogue.projects {
            out.line(&row::as_json(&catalogue, brief, lang).to_string());
        }
    }
    Ok(if catalogue.projects.is_empty() {
        Code::Nothing
    } else {
        Code::Found
    })
}
