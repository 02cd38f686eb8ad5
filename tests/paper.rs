//! Sheets to take home, of the bundle and of other regions: each on one page, as a PDF that those
//! who do not see can hear, with all that it says as text.

#![allow(clippy::unwrap_used)]

// Only the way to say that a test was skipped.
#[allow(dead_code)]
#[path = "support/official.rs"]
mod official;

use jiff::civil::{Date, date};
use sportello::app::Archive;
use sportello::explain::Question;
use sportello::lang::Lang;
use sportello::model::Evidence;
use sportello::sheet::Paper;
use sportello::sheet::paper::{self, Handed};
use sportello::sheet::{Block, Page, PartId, Subject};
use sportello::snapshot::Snapshot;
use std::collections::BTreeSet;
use std::process::Command;

const DAY: Date = Date::constant(2026, 12, 1);
const HANDED: Handed<'static> = Handed {
    desk: Some("Sportello digitale di Seravezza"),
    day: DAY,
};

fn sheet(archive: &Archive, subject: &Subject, lang: Lang) -> Page {
    let page = archive.page(subject, lang, date(2026, 12, 1)).unwrap().unwrap();
    paper::sheet(&page, HANDED)
}

/// What one of the poppler tools prints about a PDF; none where it is not installed.
fn poppler(tool: &str, arguments: &[&str], pdf: &[u8]) -> Option<String> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), pdf).unwrap();
    let mut command = Command::new(tool);
    match command.arg(file.path()).args(arguments).output() {
        Ok(output) => {
            assert!(output.status.success(), "{output:?}");
            Some(String::from_utf8(output.stdout).unwrap())
        }
        Err(why) => {
            official::skip(&format!("{tool}: {why}"));
            None
        }
    }
}

/// All letters of a text, without blanks: where a line ends is the paper's affair.
fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// A hundred projects drawn over the whole bundle, in both languages.
#[test]
fn a_project_fits_on_one_page_and_keeps_what_matters() {
    let archive = Archive::load(Snapshot::embedded().unwrap()).unwrap();
    let projects = &archive.catalogue().projects;
    let mut cut = 0;
    for (i, brief) in projects.iter().step_by(projects.len() / 100).enumerate() {
        let lang = if i % 2 == 0 { Lang::It } else { Lang::En };
        let subject = Subject::Project(brief.id);
        let whole = archive.page(&subject, lang, DAY).unwrap().unwrap();
        let sheet = sheet(&archive, &subject, lang);
        for question in Question::ALL {
            let first = |page: &Page| page.part(PartId::Question(question)).unwrap().blocks[0].clone();
            assert_eq!(first(&whole), first(&sheet), "{}", brief.id);
        }
        cut += usize::from(sheet.parts.iter().any(|p| p.id == PartId::Notice));
        let cited = sheet.blocks().filter_map(|block| match block {
            Block::Claim(told) => Some(told.notes.clone()),
            _ => None,
        });
        let listed = sheet.part(PartId::Sources).unwrap().blocks.len();
        assert!(cited.flatten().max().is_none_or(|_| listed > 0));
        let pdf = paper::pdf(std::slice::from_ref(&sheet), DAY).unwrap();
        if i % 10 == 0 && !read_back(&sheet, &pdf) {
            return;
        }
    }
    println!("{cut} of 100 sheets are cut");
}

/// What another program reads in the PDF; false where there is none.
fn read_back(sheet: &Page, pdf: &[u8]) -> bool {
    let Some(info) = poppler("pdfinfo", &[], pdf) else {
        return false;
    };
    for line in [
        "Pages:           1\n",
        "Tagged:          yes\n",
        "Page size:       595.276 x 841.89 pts (A4)\n",
    ] {
        assert!(info.contains(line), "{info}");
    }
    assert!(info.contains(&sheet.title), "{info}");
    let fonts = poppler("pdffonts", &[], pdf).unwrap();
    assert!(
        fonts.lines().skip(2).all(|line| line.contains("yes yes yes")),
        "{fonts}"
    );
    let text = letters(&poppler("pdftotext", &["-"], pdf).unwrap());
    for block in sheet.blocks() {
        let said = match block {
            Block::Claim(told) => &told.claim.text,
            Block::Paragraph(text) => text,
            _ => continue,
        };
        assert!(text.contains(&letters(said)), "{said} is not in {text}");
    }
    true
}

/// Two languages are two pages; the same sheets are the same bytes.
#[test]
fn two_languages_are_two_pages_and_the_bytes_are_the_same_twice() {
    let archive = Archive::load(Snapshot::embedded().unwrap()).unwrap();
    let subject = Subject::Project(archive.catalogue().projects[0].id);
    let both = || Lang::ALL.map(|lang| sheet(&archive, &subject, lang));
    let pdf = paper::pdf(&both(), DAY).unwrap();
    if let Some(info) = poppler("pdfinfo", &[], &pdf) {
        assert!(info.contains("Pages:           2\n"), "{info}");
    }
    assert_eq!(pdf, paper::pdf(&both(), DAY).unwrap());
}

/// Forms and letters of a project of each measure: whole on one page, nothing left to
/// fill but the lines, every fact with its source, and read back by another program.
#[test]
fn forms_and_letters_fit_on_one_page_whole() {
    let archive = Archive::load(Snapshot::embedded().unwrap()).unwrap();
    let mut measures = BTreeSet::new();
    let projects = &archive.catalogue().projects;
    let of_kinds: Vec<_> = projects
        .iter()
        .filter(|brief| measures.insert(brief.measure))
        .collect();
    assert!(of_kinds.len() >= 20, "{}", of_kinds.len());
    for (i, brief) in of_kinds.iter().enumerate() {
        for which in Paper::ALL {
            let subject = Subject::Paper(which, brief.id);
            for lang in Lang::ALL {
                let page = archive.page(&subject, lang, DAY).unwrap().unwrap();
                let sheet = sheet(&archive, &subject, lang);
                let of = format!("{which:?} of {}", brief.id);
                assert!(paper::fits(&sheet), "{of} does not fit: {page:#?}");
                assert!(sheet.part(PartId::Notice).is_none(), "{of} is cut");
                for block in sheet.blocks() {
                    let said = match block {
                        Block::Claim(told) => {
                            assert!(!told.claim.cites.is_empty() || told.claim.evidence == Evidence::Written);
                            &told.claim.text
                        }
                        Block::Paragraph(text) => text,
                        _ => continue,
                    };
                    assert!(!said.contains(['{', '}']) && !said.is_empty(), "{of}: {said}");
                }
                if i % 20 == 0 {
                    let pdf = paper::pdf(std::slice::from_ref(&sheet), DAY).unwrap();
                    read_back(&sheet, &pdf);
                }
            }
        }
    }
}

/// A letter is signed in Italian: who reads English gets both.
#[test]
fn a_letter_in_english_comes_behind_the_italian_one() {
    let archive = Archive::load(Snapshot::embedded().unwrap()).unwrap();
    let id = archive.catalogue().projects[0].id;
    let languages = |which, asked: &[Lang]| -> Vec<Lang> {
        let sheets = archive.sheets(&Subject::Paper(which, id), asked, HANDED).unwrap();
        sheets.iter().map(|page| page.lang).collect()
    };
    assert_eq!(languages(Paper::Access, &[Lang::En]), [Lang::It, Lang::En]);
    assert_eq!(languages(Paper::Access, &[Lang::It]), [Lang::It]);
    assert_eq!(languages(Paper::Visit, &[Lang::En]), [Lang::En]);
}
