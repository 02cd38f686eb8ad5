//! `verifica`: is this a CUP or a CIG, where is the error, and is it in the snapshot?

use super::context::Context;
use super::failure::{Code, Failure};
use super::form::Form;
use super::out::Out;
use super::{archive, list};
use crate::lang::{Lang, Word, w};
use crate::model::code::{Expected, Unusual};
use crate::model::{Cig, CodeError, Cup, ProjectId};
use crate::snapshot::{Catalogue, Snapshot};
use crate::title;
use serde_json::{Value, json};

/// What was found of one code.
struct Verdict {
    written: String,
    kind: &'static str,
    /// The code in its proper form.
    code: Option<String>,
    error: Option<CodeError>,
    unusual: Option<Unusual>,
    projects: Vec<ProjectId>,
}

/// Runs the command.
///
/// # Errors
/// When there is no code to check, or the archive cannot be read.
pub fn run(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let lang = context.lang;
    let codes = list::codes(context, "codici")?;
    let (snapshot, catalogue) = archive::read(context)?;
    let mut verdicts = Vec::new();
    for written in &codes {
        verdicts.push(verdict(written, &snapshot, &catalogue, lang)?);
    }
    if context.form() == Form::Json {
        out.json(&Value::Array(verdicts.iter().map(|v| as_json(v, lang)).collect()));
    } else {
        for verdict in &verdicts {
            as_text(verdict, &catalogue, lang, out);
        }
    }
    let good = verdicts.iter().all(|v| v.error.is_none());
    Ok(if good { Code::Found } else { Code::Nothing })
}

/// A code is read as a CIG when it has about ten characters, else as a CUP.
fn verdict(
    written: &str,
    snapshot: &Snapshot,
    catalogue: &Catalogue,
    lang: Lang,
) -> Result<Verdict, Failure> {
    let length = written.chars().filter(|c| c.is_alphanumeric()).count();
    let is_cig = (Cig::LEN - 2..=Cig::LEN + 2).contains(&length);
    let checked = match is_cig {
        true => Cig::parse(written).map(|cig| (cig.code.to_string(), cig.unusual)),
        false => Cup::parse(written).map(|cup| (cup.code.to_string(), cup.unusual)),
    };
    let (code, unusual, error) = match checked {
        Ok((code, unusual)) => (Some(code), unusual, None),
        Err(error) => (None, None, Some(error)),
    };
    let projects = match &code {
        Some(cig) if is_cig => snapshot
            .projects_of_cig(cig)
            .map_err(|e| Failure::archive(&e, lang))?,
        Some(cup) => {
            let own = catalogue.projects.iter().filter(|brief| *brief.cup == **cup);
            own.map(|brief| brief.id).collect()
        }
        None => Vec::new(),
    };
    Ok(Verdict {
        written: written.to_owned(),
        kind: if is_cig { "CIG" } else { "CUP" },
        code,
        error,
        unusual,
        projects,
    })
}

fn as_json(v: &Verdict, lang: Lang) -> Value {
    json!({
        "written": v.written, "kind": v.kind, "code": v.code, "valid": v.error.is_none(),
        "position": v.error.as_ref().map(|e| e.position),
        "error": v.error.as_ref().map(|e| explain(e, lang)),
        "unusual": v.unusual.map(|u| remark(u, lang)),
        "projects": v.projects,
    })
}

fn as_text(v: &Verdict, catalogue: &Catalogue, lang: Lang, out: &mut Out) {
    let code = v.code.as_deref().unwrap_or(&v.written);
    match &v.error {
        Some(error) => {
            let values = [("kind", v.kind), ("code", code), ("why", &explain(error, lang))];
            out.line(&lang.fill(w::CHECK_WRONG, &values));
        }
        None => out.line(&lang.fill(w::CHECK_GOOD, &[("kind", v.kind), ("code", code)])),
    }
    if let Some(unusual) = v.unusual {
        out.line(&format!("  {}", remark(unusual, lang)));
    }
    if v.error.is_none() && v.projects.is_empty() {
        out.line(&format!("  {}", lang.say(w::CHECK_NOT_HERE)));
    }
    for brief in v.projects.iter().filter_map(|id| catalogue.brief(*id)) {
        out.line(&format!(
            "  {} {}",
            brief.id,
            title::compose(catalogue, brief, lang)
        ));
    }
}

/// What is wrong and where, in the person's language.
fn explain(error: &CodeError, lang: Lang) -> String {
    let position = error.position.to_string();
    let word = match error.expected {
        Expected::Length { want, got } => {
            let values = [
                ("want", &*want.to_string()),
                ("got", &got.to_string()),
                ("position", &position),
            ];
            return lang.fill(w::CHECK_LENGTH, &values);
        }
        Expected::Letter => w::CHECK_LETTER,
        Expected::Digit => w::CHECK_DIGIT,
        Expected::LetterOrDigit => w::CHECK_LETTER_OR_DIGIT,
        Expected::Hex => w::CHECK_HEX,
        Expected::CheckDigits => w::CHECK_SUM,
        Expected::Component | Expected::InvestmentOrReform | Expected::Number => w::CHECK_OTHER,
    };
    lang.fill(word, &[("position", &position)])
}

fn remark(unusual: Unusual, lang: Lang) -> String {
    let (word, position): (Word, usize) = match unusual {
        Unusual::CupPattern { position } => (w::CHECK_CUP_PATTERN, position),
        Unusual::CupYear => (w::CHECK_CUP_YEAR, 5),
        Unusual::CigUnverifiable => (w::CHECK_CIG_UNVERIFIABLE, 1),
    };
    lang.fill(word, &[("position", &position.to_string())])
}
