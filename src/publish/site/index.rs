//! The search of the site: its box, and the one list that its script reads. Every title stands there
//! once, as what it adds to the one before it; comuni, measures and bodies stand once and are numbers
//! in the rows of the projects.

use super::way::up;
use crate::app::Archive;
use crate::explain::{body_name, status_word};
use crate::lang::{GLOSSARY, Lang, QUESTIONS, w};
use crate::model::{Brief, ComuneCode, Status};
use crate::sheet::html::escaped;
use crate::text::clean::line;
use crate::text::fold::{fold, words};
use crate::title::{compose, measure_name};
use serde_json::json;
use std::collections::{BTreeMap, HashMap};

/// The file of the list, at the root of a language, and that of the script, at the root of the site.
pub(super) const FILE: &str = "cerca-dati.js";
pub(super) const SCRIPT: &str = "cerca.js";
/// A project in more comuni is found by its other words.
const MOST_PLACES: usize = 12;
/// Signs that a title may have in common with the one before it.
const MOST_SHARED: usize = 36 * 36 - 1;

/// The box that searches, for a page. It shows itself when its script runs.
pub(super) fn search_box(from: &str, lang: Lang) -> String {
    let say = |word| escaped(lang.say(word));
    let words = json!({
        "found": lang.say(w::SITE_SEARCH_FOUND), "none": lang.say(w::SITE_SEARCH_NONE),
        "wait": lang.say(w::SITE_SEARCH_WAIT), "failed": lang.say(w::SITE_SEARCH_FAILED),
        "unknown": lang.say(w::SITE_SEARCH_UNKNOWN), "project": lang.say(w::SITE_KIND_PROJECT),
        "comune": lang.say(w::SITE_KIND_COMUNE), "measure": lang.say(w::SITE_KIND_MEASURE),
        "word": lang.say(w::SITE_KIND_WORD), "question": lang.say(w::SITE_KIND_QUESTION),
    });
    let root = up(from);
    let base = match lang {
        Lang::It => root.clone(),
        Lang::En => format!("{root}../"),
    };
    format!(
        "<form class=\"search\" id=\"search\" role=\"search\" hidden data-root=\"{root}\" data-index=\"{root}{FILE}\" data-words=\"{}\">\n\
         <label for=\"q\">{}</label>\n<input id=\"q\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\" aria-describedby=\"keys\">\n\
         <p id=\"keys\"><small>{} {}</small></p>\n<p id=\"found\" role=\"status\"></p>\n<ol id=\"results\"></ol>\n\
         <button type=\"button\" id=\"more\" hidden>{}</button>\n</form>\n<script src=\"{base}{SCRIPT}\" defer></script>\n",
        escaped(&words.to_string()),
        say(w::SITE_SEARCH_LABEL),
        say(w::SITE_SEARCH_UNDER),
        say(w::SITE_SEARCH_KEYS),
        say(w::SITE_SEARCH_MORE),
    )
}

/// The list, as a script that a page also reads from a stick.
pub(super) fn index(archive: &Archive, lang: Lang) -> String {
    let catalogue = archive.catalogue();
    let briefs: Vec<&Brief> = catalogue.regional().collect();
    let mut comuni: Vec<ComuneCode> = archive.lists.comuni.iter().map(|comune| comune.code).collect();
    comuni.extend(briefs.iter().flat_map(|brief| places(brief)));
    let mut seen = std::collections::HashSet::new();
    comuni.retain(|code| seen.insert(*code));
    let of_comune: HashMap<ComuneCode, usize> = comuni.iter().copied().zip(0..).collect();
    let measures = &archive.lists.measures;
    let of_measure: HashMap<&str, usize> = measures.iter().map(|it| it.code.as_str()).zip(0..).collect();
    let mut bodies: BTreeMap<String, usize> = BTreeMap::new();
    let mut rows: Vec<(String, String)> = Vec::with_capacity(briefs.len());
    for brief in briefs {
        let title = line(&compose(catalogue, brief, lang));
        let said = catalogue
            .body_of(brief)
            .map(|body| line(&body_name(&body.name, lang)));
        let said = said.filter(|name| adds(name, &title));
        let body = said.map(|name| {
            let next = bodies.len();
            *bodies.entry(name).or_insert(next)
        });
        let measure = catalogue.measure_of(brief);
        let measure = measure.and_then(|it| of_measure.get(it.code.as_str()).copied());
        let at: Vec<usize> = places(brief)
            .filter_map(|code| of_comune.get(&code).copied())
            .collect();
        let at = if at.len() > MOST_PLACES { Vec::new() } else { at };
        let at: Vec<String> = at.into_iter().map(in_36).collect();
        let euro = brief.total.and_then(|cents| usize::try_from(cents.0 / 100).ok());
        let status = Status::ALL.iter().position(|status| *status == brief.status);
        let number = |n: Option<usize>| n.map_or_else(String::new, in_36);
        let rest = [
            brief.id.to_string(),
            brief.cup.to_string(),
            number(measure),
            number(body),
            at.join(","),
            number(euro),
            number(status),
        ];
        rows.push((title, rest.join("\t")));
    }
    rows.sort();
    let names = |rows: Vec<Vec<&str>>| {
        let rows = rows
            .iter()
            .map(|cells| cells.iter().map(|cell| line(cell)).collect::<Vec<_>>().join("\t"));
        rows.collect::<Vec<_>>().join("\n")
    };
    let own = archive.lists.comuni.len();
    let codes: Vec<String> = comuni.iter().map(ToString::to_string).collect();
    let said: Vec<String> = comuni.iter().map(|code| place_name(archive, *code)).collect();
    let status: Vec<&str> = Status::ALL
        .iter()
        .map(|status| lang.say(status_word(*status)))
        .collect();
    let mut by_number: Vec<(&String, &usize)> = bodies.iter().collect();
    by_number.sort_by_key(|(_, number)| **number);
    let lists = [
        (
            "comuni",
            names(
                said.iter()
                    .zip(&codes)
                    .take(own)
                    .map(|(name, code)| vec![name.as_str(), code])
                    .collect(),
            ),
        ),
        // Of other regions: names of places, without a page.
        (
            "elsewhere",
            names(said.iter().skip(own).map(|name| vec![name.as_str()]).collect()),
        ),
        (
            "measures",
            names(
                measures
                    .iter()
                    .map(|it| vec![name_of(archive, &it.code, lang), it.code.as_str()])
                    .collect(),
            ),
        ),
        (
            "words",
            names(
                GLOSSARY
                    .iter()
                    .map(|it| vec![it.text(lang).term, it.id])
                    .collect(),
            ),
        ),
        (
            "questions",
            names(
                QUESTIONS
                    .iter()
                    .map(|it| vec![it.text(lang).question, it.id])
                    .collect(),
            ),
        ),
        (
            "bodies",
            names(by_number.iter().map(|(name, _)| vec![name.as_str()]).collect()),
        ),
        ("status", status.join("\n")),
        ("projects", shortened(&rows)),
    ];
    let lists = lists.map(|(name, text)| format!("{name}:`{}`", quoted(&text)));
    format!("/* Sportello */\nSPORTELLO={{\n{}\n}};\n", lists.join(",\n"))
}

fn places(brief: &Brief) -> impl Iterator<Item = ComuneCode> + '_ {
    let mut codes: Vec<ComuneCode> = brief.places.iter().filter_map(|place| place.comune).collect();
    codes.sort_unstable();
    codes.dedup();
    codes.into_iter()
}

/// "Prato (PO)".
fn place_name(archive: &Archive, code: ComuneCode) -> String {
    let catalogue = archive.catalogue();
    let Some(comune) = catalogue.comuni.get(&code) else {
        return code.to_string();
    };
    match catalogue.provinces.get(&comune.province) {
        Some(province) => format!("{} ({})", comune.name, province.sigla),
        None => comune.name.clone(),
    }
}

fn name_of<'a>(archive: &'a Archive, code: &'a str, lang: Lang) -> &'a str {
    archive
        .catalogue()
        .measure(code)
        .map_or(code, |measure| measure_name(measure, lang))
}

/// Whether the name of a body has a word that the title has not.
fn adds(name: &str, title: &str) -> bool {
    let title = fold(title);
    let has: Vec<&str> = words(&title).collect();
    words(&fold(name)).any(|word| !has.contains(&word))
}

/// The rows, each with two signs that say how much of its title is that of the row before.
fn shortened(rows: &[(String, String)]) -> String {
    let mut out = String::new();
    let mut before = "";
    for (title, rest) in rows {
        // As the script counts: in units of UTF-16.
        let same = title
            .encode_utf16()
            .zip(before.encode_utf16())
            .take_while(|(a, b)| a == b);
        let same = whole(title, same.count().min(MOST_SHARED));
        let own: String = String::from_utf16_lossy(&title.encode_utf16().skip(same).collect::<Vec<u16>>());
        let shared = format!("{:0>2}", in_36(same));
        if !out.is_empty() {
            out.push('\n');
        }
        out += &format!("{shared}{own}\t{rest}");
        before = title;
    }
    out
}

/// As many units of a text, without half a sign.
fn whole(text: &str, units: usize) -> usize {
    let mut end = 0;
    for c in text.chars() {
        match end + c.len_utf16() {
            next if next <= units => end = next,
            _ => break,
        }
    }
    end
}

fn in_36(mut n: usize) -> String {
    let mut digits = Vec::new();
    loop {
        digits.extend(char::from_digit((n % 36) as u32, 36));
        n /= 36;
        if n == 0 {
            return digits.iter().rev().collect();
        }
    }
}

/// A text between the backquotes of a script.
fn quoted(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('`', "\\`")
        .replace("${", "\\${")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_stands_as_what_it_adds_to_the_one_before() {
        let row = |title: &str| (title.to_owned(), "x".to_owned());
        let rows = [
            row("Asilo a Prato"),
            row("Asilo a Pisa"),
            row("Città 𝄞"),
            row("Città 𝄢"),
        ];
        assert_eq!(
            shortened(&rows),
            "00Asilo a Prato\tx\n09isa\tx\n00Città 𝄞\tx\n06𝄢\tx"
        );
    }

    #[test]
    fn numbers_are_short_and_a_text_ends_no_script() {
        assert_eq!([0, 35, 36, 1_975_000].map(in_36), ["0", "z", "10", "16bx4"]);
        assert_eq!(quoted("a`b\\${c}"), "a\\`b\\\\\\${c}");
    }
}
