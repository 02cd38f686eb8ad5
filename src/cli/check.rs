//! `verifica`: is this a CUP or a CIG, where is the error, and is it in the snapshot?

use super::context::Context;
use super::failure::{Code, Failure};
use super::form::Form;
use super::out::Out;
use super::{archive, list};
use crate::explain::code;
use crate::lang::{Lang, w};
use crate::model::code::{Lookalike, Unusual};
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
    meant: Option<Lookalike>,
    projects: Vec<ProjectId>,
}

impl Verdict {
    /// Whether the rules allow it, but a sign stands where hardly any code has it, and no project
    /// here has the code.
    fn is_doubtful(&self) -> bool {
        let odd = matches!(self.unusual, Some(Unusual::CupPattern { .. } | Unusual::CupYear));
        odd && self.projects.is_empty()
    }
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
    let good = verdicts.iter().all(|v| v.error.is_none() && !v.is_doubtful());
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
        meant: if is_cig {
            Cig::lookalike(written)
        } else {
            Cup::lookalike(written)
        },
        projects,
    })
}

fn as_json(v: &Verdict, lang: Lang) -> Value {
    json!({
        "written": v.written, "kind": v.kind, "code": v.code, "valid": v.error.is_none(),
        "position": v.error.as_ref().map(|e| e.position),
        "error": v.error.as_ref().map(|e| code::wrong(e, lang)),
        "unusual": v.unusual.map(|u| code::unusual(u, lang)),
        "meant": v.meant.as_ref().map(|meant| &meant.code),
        "projects": v.projects,
    })
}

fn as_text(v: &Verdict, catalogue: &Catalogue, lang: Lang, out: &mut Out) {
    let written = v.code.as_deref().unwrap_or(&v.written);
    let meant = v.meant.as_ref().filter(|_| v.projects.is_empty());
    let mut why: Vec<String> = Vec::new();
    why.extend(v.error.as_ref().map(|error| code::wrong(error, lang)));
    why.extend(meant.map(|meant| code::lookalike(meant, lang)));
    why.extend(v.unusual.map(|unusual| code::unusual(unusual, lang)));
    let verdict = match v.error {
        Some(_) => w::CHECK_WRONG,
        None if v.is_doubtful() => w::CHECK_DOUBTFUL,
        None => w::CHECK_GOOD,
    };
    // What is wrong stands first.
    let first = match verdict {
        w::CHECK_GOOD => String::new(),
        _ => why.remove(0),
    };
    let values = [("kind", v.kind), ("code", written), ("why", &first)];
    out.line(&lang.fill(verdict, &values));
    for line in why {
        out.line(&format!("  {line}"));
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
