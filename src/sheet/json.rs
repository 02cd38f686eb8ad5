//! Pages for programs: field names in English snake_case, amounts in euro with two decimals,
//! dates ISO 8601, `null` for what is not known.

use super::Note;
use super::marks::Marks;
use super::page::{Block, Page, Table};
use crate::explain::{Claim, Explanation, names};
use crate::lang::Lang;
use crate::model::{Brief, BriefPlace, Project, SourceId};
use crate::snapshot::Catalogue;
use crate::text::readability;
use crate::title;
use jiff::civil::Date;
use serde_json::{Value, json};

/// `{"project", "answers", "oddities", "measure"}`.
pub fn project(catalogue: &Catalogue, project: &Project, explanation: &Explanation) -> Value {
    let answers: Vec<Value> = explanation
        .answers
        .iter()
        .map(|a| json!({ "question": a.question.code(), "claims": claims(catalogue, &a.claims) }))
        .collect();
    json!({
        "project": head(catalogue, project, explanation),
        "answers": answers,
        "oddities": claims(catalogue, &explanation.oddities),
        "measure": claims(catalogue, &explanation.measure),
    })
}

/// [`project`] with a `readability` object, measured on the answers without what is missing.
pub fn with_readability(catalogue: &Catalogue, of: &Project, explanation: &Explanation) -> Value {
    let mut out = project(catalogue, of, explanation);
    let names = names(catalogue, of);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let r = readability::measure(&explanation.prose(), &names);
    out["readability"] = json!({
        "gulpease": hundredths(r.gulpease),
        "flesch": hundredths(r.flesch),
        "sentences": r.sentences,
        "words": r.words,
        "letters": r.letters,
        "longest_sentence": r.longest_sentence,
    });
    out
}

fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

fn claims(catalogue: &Catalogue, claims: &[Claim]) -> Vec<Value> {
    let source = |id| catalogue.source(id).map(|s| (s.name.as_str(), s.date));
    claims.iter().map(|one| claim(one, &source)).collect()
}

/// A sentence with its sources, each looked up by its id: name and date.
fn claim<'a>(claim: &Claim, source: &dyn Fn(SourceId) -> Option<(&'a str, Option<Date>)>) -> Value {
    let sources = claim.cites.iter().filter_map(|cite| {
        let (table, date) = source(cite.source)?;
        let date = date.map(|d| d.to_string());
        Some(json!({ "table": table, "column": cite.column, "date": date }))
    });
    let sources: Vec<Value> = sources.collect();
    json!({ "text": claim.text, "evidence": claim.evidence, "sources": sources })
}

fn head(catalogue: &Catalogue, project: &Project, explanation: &Explanation) -> Value {
    let brief = catalogue.brief(project.id);
    json!({
        "id": project.id,
        "cup": text_or_null(&project.cup),
        "local_code": text_or_null(&project.local_code),
        "submeasure": project.submeasure,
        "title": explanation.title,
        "line": explanation.line,
        "official_title": project.official_title.as_ref().map(|t| &t.value),
        "places": brief.map(|b| places(catalogue, b)).unwrap_or_default(),
        "body": brief.and_then(|b| Some(&catalogue.body_of(b)?.name)),
        "total_eur": brief.and_then(|b| b.total),
        "pnrr_eur": brief.and_then(|b| b.pnrr),
        "paid_eur": brief.and_then(|b| b.paid),
        "status": brief.map(|b| b.status),
        "shared": brief.map(|b| b.is_shared()),
        "national": brief.map(|b| b.is_national()),
        "language": explanation.lang,
    })
}

fn text_or_null(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// The places of a project: `{"istat", "comune", "province"}`, each `null` where the place is
/// "the whole of it".
pub fn places(catalogue: &Catalogue, brief: &Brief) -> Vec<Value> {
    let mut out: Vec<Value> = Vec::new();
    for place in &brief.places {
        let value = place_value(catalogue, place);
        if !out.contains(&value) {
            out.push(value);
        }
    }
    out
}

fn place_value(catalogue: &Catalogue, place: &BriefPlace) -> Value {
    let province = place.province.and_then(|code| catalogue.provinces.get(&code));
    json!({
        "istat": place.comune,
        "comune": place.comune.and_then(|code| catalogue.comune_name(code)),
        "province": province.map(|p| &p.name),
    })
}

/// A project as a row of a list.
pub fn row(catalogue: &Catalogue, brief: &Brief, lang: Lang) -> Value {
    json!({
        "id": brief.id,
        "cup": brief.cup,
        "local_code": brief.local_code,
        "submeasure": catalogue.measure_of(brief).map(|m| m.code.as_str()),
        "title": title::compose(catalogue, brief, lang),
        "official_title": brief.official_title,
        "places": places(catalogue, brief),
        "body": catalogue.body_of(brief).map(|b| &b.name),
        "total_eur": brief.total,
        "pnrr_eur": brief.pnrr,
        "paid_eur": brief.paid,
        "status": brief.status,
        "shared": brief.is_shared(),
        "national": brief.is_national(),
    })
}

/// What the archive holds, with every table as it was read.
pub fn data(catalogue: &Catalogue) -> Value {
    let totals = catalogue.totals();
    let (oldest, newest) = catalogue.dates();
    let sources: Vec<Value> = catalogue
        .sources
        .iter()
        .map(|s| {
            json!({
                "table": s.name, "publisher": s.publisher, "date": s.date.map(|d| d.to_string()),
                "rows": s.rows, "licence": s.licence, "url": s.url,
            })
        })
        .collect();
    json!({
        "region": catalogue.region_name,
        "region_code": catalogue.region.map(|r| r.to_string()),
        "oldest": oldest.map(|d| d.to_string()),
        "newest": newest.map(|d| d.to_string()),
        "projects": totals.projects,
        "cups": totals.cups,
        "pnrr_eur": totals.pnrr,
        "total_eur": totals.total,
        "paid_eur": totals.paid,
        "shared_projects": totals.shared,
        "shared_pnrr_eur": totals.shared_pnrr,
        "national_projects": totals.national,
        "without_amount": totals.without_amount,
        "copied_projects": totals.copied,
        "copied_eur": totals.copied_total,
        "comuni": totals.comuni,
        "measures": totals.measures,
        "sources": sources,
    })
}

/// Any page: `{"title", "blocks"}`, each block with its `kind`.
pub fn page(page: &Page) -> Value {
    let lang = page.lang;
    let heading = |level: u8, text: &str| json!({ "kind": "heading", "level": level, "text": text });
    let note = |note: &Note| json!({ "kind": "note", "text": note.line(Marks::Symbols, lang) });
    let mut blocks = vec![heading(1, &page.title)];
    blocks.extend(page.under.iter().map(note));
    for part in page.parts.iter().filter(|part| part.id.on_paper()) {
        if !part.heading.is_empty() {
            blocks.push(heading(part.id.level(), &part.heading));
        }
        blocks.extend(part.blocks.iter().filter_map(|block| {
            Some(match block {
                Block::Paragraph(text) => json!({ "kind": "paragraph", "text": text }),
                Block::Blank(what) => json!({ "kind": "blank", "text": what }),
                Block::Note(it) => note(it),
                Block::Table(Table { head, rows, .. }) => {
                    json!({ "kind": "table", "head": head, "rows": rows })
                }
                Block::Pairs(pairs) => json!({ "kind": "pairs", "rows": pairs }),
                Block::Link(link) => json!({ "kind": "link", "text": link.text }),
                Block::Claim(told) => {
                    let source = |id| page.source(id).map(|s| (s.table.as_str(), s.date));
                    let mut value = claim(&told.claim, &source);
                    value["kind"] = "claim".into();
                    value
                }
                Block::Picture(_) => return None,
            })
        }));
    }
    json!({ "title": page.title, "blocks": blocks })
}
