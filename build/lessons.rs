//! `assets/lessons/*.toml` → static tables. A lesson that one language lacks, or an exercise that
//! cannot be answered, stops the build.

use serde::Deserialize;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// The order in which lessons are offered; others follow by name.
const ORDER: &[&str] = &[
    "leggere-una-scheda",
    "che-cose-il-cup",
    "quanto-spende-il-mio-comune",
    "come-si-controlla-un-cantiere",
    "da-dove-vengono-i-dati",
    "dimostrazione",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lesson {
    id: String,
    minutes: u8,
    it: LessonText,
    en: LessonText,
    step: Vec<Step>,
}

#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)] // read through Debug, which writes the Rust literal
struct LessonText {
    title: String,
    goal: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    kind: String,
    query: Option<String>,
    open: Option<String>,
    seconds: Option<u16>,
    answer: Option<Answer>,
    it: StepText,
    en: StepText,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Answer {
    kind: String,
    #[serde(default)]
    query: String,
    #[serde(default)]
    about: String,
    right: Option<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StepText {
    heading: String,
    text: Vec<String>,
    #[serde(default)]
    question: String,
    #[serde(default)]
    options: Vec<String>,
    #[serde(default)]
    hint: String,
    #[serde(default)]
    right: String,
    #[serde(default)]
    wrong: String,
}

pub fn build(folder: &Path) -> Result<String, Box<dyn Error>> {
    let mut lessons = Vec::new();
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        if path.extension().is_some_and(|e| e == "toml") {
            let at = |e: &dyn std::fmt::Display| format!("{}: {e}", path.display());
            let text = fs::read_to_string(&path).map_err(|e| at(&e))?;
            let lesson: Lesson = toml::from_str(&text).map_err(|e| at(&e))?;
            lessons.push(lesson);
        }
    }
    let place = |id: &str| ORDER.iter().position(|o| *o == id).unwrap_or(ORDER.len());
    lessons.sort_by(|a, b| place(&a.id).cmp(&place(&b.id)).then_with(|| a.id.cmp(&b.id)));
    let mut out = String::from("pub static LESSONS: &[Lesson] = &[\n");
    for Lesson {
        id,
        minutes,
        it,
        en,
        step,
    } in lessons
    {
        writeln!(
            out,
            "Lesson {{ id: {id:?}, minutes: {minutes}, it: {it:?}, en: {en:?}, steps: &["
        )?;
        for (n, step) in step.iter().enumerate() {
            let kind = kind(step).map_err(|e| format!("{id}, step {}: {e}", n + 1))?;
            let (it, en) = (text(&step.it), text(&step.en));
            writeln!(out, "Step {{ kind: {kind}, it: {it}, en: {en} }},")?;
        }
        writeln!(out, "] }},")?;
    }
    out.push_str("];\n");
    Ok(out)
}

fn text(t: &StepText) -> String {
    let StepText {
        heading,
        text,
        question,
        options,
        hint,
        right,
        wrong,
    } = t;
    format!(
        "StepText {{ heading: {heading:?}, text: &{text:?}, question: {question:?}, options: &{options:?}, \
         hint: {hint:?}, right: {right:?}, wrong: {wrong:?} }}"
    )
}

fn kind(step: &Step) -> Result<String, String> {
    Ok(match step.kind.as_str() {
        "say" => "StepKind::Say".to_owned(),
        "show" => {
            let what = match (step.query.as_deref(), step.open.as_deref()) {
                (Some(query), None) => format!("Show::Query({query:?})"),
                (None, Some("start")) => "Show::Start".to_owned(),
                (None, Some("data")) => "Show::Data".to_owned(),
                (None, Some("comune")) => "Show::Comune".to_owned(),
                (None, Some("measures")) => "Show::Measures".to_owned(),
                (None, Some("project")) => "Show::Project".to_owned(),
                (None, Some(open)) => match open.strip_prefix("glossary:") {
                    Some(word) => format!("Show::Word({word:?})"),
                    None => return Err(format!("there is no {open} to open")),
                },
                _ => return Err("either a query or something to open".to_owned()),
            };
            format!("StepKind::Show {{ what: {what}, seconds: {:?} }}", step.seconds)
        }
        "ask" => {
            let answer = step.answer.as_ref().ok_or("an exercise without an answer")?;
            for text in [&step.it, &step.en] {
                if [&text.question, &text.hint, &text.right, &text.wrong]
                    .iter()
                    .any(|t| t.is_empty())
                {
                    return Err("an exercise has a question, a hint, a right and a wrong".to_owned());
                }
            }
            format!("StepKind::Ask({})", ask(answer, step)?)
        }
        other => return Err(format!("{other} is no kind of step")),
    })
}

fn ask(answer: &Answer, step: &Step) -> Result<String, String> {
    let wants = match answer.kind.as_str() {
        "count" => "Wants::Count".to_owned(),
        "total" => "Wants::Total".to_owned(),
        "paid" => "Wants::Paid".to_owned(),
        "pnrr" => "Wants::Pnrr".to_owned(),
        "body" => "Wants::Body".to_owned(),
        "cup" => "Wants::Cup".to_owned(),
        "status" => "Wants::Status".to_owned(),
        "year" => "Wants::Year".to_owned(),
        "evidence" => format!("Wants::Evidence({:?})", answer.about),
        "choice" => {
            let right = answer.right.ok_or("which choice is right?")?;
            let fewest = step.it.options.len().min(step.en.options.len());
            if right >= fewest {
                return Err("the right choice is not among the options".to_owned());
            }
            format!("Wants::Choice({right})")
        }
        other => return Err(format!("{other} is no kind of answer")),
    };
    if answer.kind != "choice" && answer.query.is_empty() {
        return Err("an answer without a query".to_owned());
    }
    Ok(format!("Ask {{ wants: {wants}, query: {:?} }}", answer.query))
}
