//! Sheets to take home, of the bundle and of other regions: each on one page, as a PDF that those
//! who do not see can hear, with all that it says as text.

#![allow(clippy::unwrap_used)]

// Only the way to say that a test was skipped.
#[allow(dead_code)]
#[path = "support/official.rs"]
mod official;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use sportello::app::Archive;
use sportello::desk::report::By;
use sportello::desk::{Entry, Visit};
use sportello::explain::Question;
use sportello::import::{Options, RegionChoice, Silent, run};
use sportello::lang::Lang;
use sportello::model::{Evidence, FactKind};
use sportello::sheet::paper::{self, Handed};
use sportello::sheet::{Block, Page, PartId, Subject};
use sportello::sheet::{Format, Marks, Paper, Setting, civic, format};
use sportello::snapshot::Snapshot;
use std::collections::BTreeSet;
use std::process::Command;
use std::time::Instant;

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

/// What a checker of PDF/UA-1 and PDF/A-2a finds: nothing.
fn is_sound(pdf: &[u8], of: &str) {
    for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA2a] {
        let options = ValidationOptions::default().profile(profile);
        let report = validate_pdf_bytes(pdf, &options).unwrap();
        let found: Vec<String> = report.failures.iter().map(ToString::to_string).collect();
        assert!(
            report.is_compliant && found.is_empty(),
            "{profile} of {of}: {found:#?}"
        );
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

/// Three hundred projects drawn over five regions, by chance that is the same every time: one page
/// each, with all that the sheet says as text, and the code to photograph read from its picture.
#[test]
fn three_hundred_projects_of_five_regions_are_a_page_each() {
    const EACH: usize = 60;
    let Some(data) = official::tables() else { return };
    let folder = tempfile::tempdir().unwrap();
    let (mut took, mut read) = (Vec::new(), 0);
    for region in [
        "piemonte",
        "friuli venezia giulia",
        "umbria",
        "puglia",
        "sardegna",
    ] {
        let path = folder.path().join(format!("{region}.sqlite"));
        let options = Options {
            inputs: vec![data.join("italiadomani-2023-02-validati")],
            region: RegionChoice::parse(region),
            out: path.clone(),
            observed: Vec::new(),
            removals: Vec::new(),
            cancel: Default::default(),
        };
        run(&options, &mut Silent).unwrap();
        let archive = Archive::load(Snapshot::open(&path).unwrap()).unwrap();
        let projects = &archive.catalogue().projects;
        assert!(projects.len() > EACH, "{region}");
        let mut chance = 20_261_201_u64;
        for n in 0..EACH {
            chance = chance
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let brief = &projects[usize::try_from(chance >> 33).unwrap() % projects.len()];
            let lang = Lang::ALL[n % 2];
            let began = Instant::now();
            let page = archive.page(&Subject::Project(brief.id), lang, DAY);
            let page = page.unwrap().unwrap();
            let told = began.elapsed();
            let sheet = paper::sheet(&page, HANDED);
            let cut = began.elapsed();
            let pdf = paper::pdf(std::slice::from_ref(&sheet), DAY).unwrap();
            let whole = began.elapsed();
            took.push((whole, [told, cut - told, whole - cut]));
            assert!(paper::fits(&sheet), "{} of {region}", brief.id);
            is_sound(&pdf, &brief.id.to_string());
            if n % 6 == 0 && read_back(&sheet, &pdf) {
                if let Some(address) = &sheet.address {
                    assert_eq!(photographed(&pdf).as_ref(), Some(address));
                }
                read += 1;
            }
        }
    }
    took.sort_unstable();
    let ((middle, half), (last, most)) = (took[took.len() / 2], took[took.len() - 1]);
    println!(
        "{} sheets, {read} read back: {middle:?} each, {last:?} at most; told, cut, made: {half:?}, {most:?}",
        took.len()
    );
    assert!(cfg!(debug_assertions) || middle.as_millis() <= 50, "{middle:?}");
}

/// What a telephone reads in the picture of a PDF.
fn photographed(pdf: &[u8]) -> Option<String> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), pdf).unwrap();
    let mut drawn = Command::new("pdftoppm");
    let drawn = drawn
        .args(["-gray", "-r", "150", "-singlefile"])
        .arg(file.path())
        .output()
        .unwrap();
    // "P5", width, height, the greatest value, then a byte for each point.
    let mut rest = &drawn.stdout[..];
    let mut head = Vec::new();
    while head.len() < 4 {
        let end = rest.iter().position(u8::is_ascii_whitespace)?;
        head.push(String::from_utf8(rest[..end].to_vec()).ok()?);
        rest = &rest[end + 1..];
    }
    let (width, height): (usize, usize) = (head[1].parse().ok()?, head[2].parse().ok()?);
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| rest[y * width + x]);
    let grids = picture.detect_grids();
    Some(grids.first()?.decode().ok()?.1)
}

fn report_of(days: u32) -> Page {
    let entry = |n: u32| Entry {
        number: n.into(),
        change: 0,
        day: date(2025, 1, 1) + i64::from(n).days(),
        visit: Visit::default(),
    };
    let entries: Vec<Entry> = (0..days).map(entry).collect();
    let entries = entries.iter().map(|entry| ("00000000000000aa", entry));
    sportello::sheet::report(entries, By::Day, true, Lang::It)
}

/// A report is a sheet where it fits; a long one is several, with all of its rows, each below the head
/// of the table, and what is counted in all at the end.
#[test]
fn a_report_is_printed_on_as_many_sheets_as_it_takes() {
    for (days, least) in [(12, 1), (400, 8)] {
        let page = report_of(days);
        let sheets = paper::pages(&page, HANDED);
        assert!(
            sheets.len() >= least && sheets.len() <= least * 2,
            "{}",
            sheets.len()
        );
        let tables = || {
            sheets
                .iter()
                .flat_map(Page::blocks)
                .filter_map(|block| match block {
                    Block::Table(table) => Some(table),
                    _ => None,
                })
        };
        let rows: Vec<_> = tables().flat_map(|table| &table.rows).collect();
        let whole = page.blocks().find_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        let whole = whole.unwrap();
        assert_eq!(rows, whole.rows.iter().collect::<Vec<_>>());
        assert!(tables().all(|table| table.head == whole.head) && tables().count() == sheets.len());
        assert!(sheets.iter().all(paper::fits));
        let pdf = paper::pdf(&sheets, DAY).unwrap();
        is_sound(&pdf, &format!("a report of {days} days"));
        if let Some(info) = poppler("pdfinfo", &[], &pdf) {
            assert!(
                info.contains(&format!("Pages:           {}\n", sheets.len())),
                "{info}"
            );
        }
        let Some(text) = poppler("pdftotext", &["-layout", "-"], &pdf) else {
            return;
        };
        for says in [
            "Rendiconto per giorno",
            "2025-01-01",
            "In tutto",
            "Sportello digitale di Seravezza",
        ] {
            assert!(text.contains(says), "{says}: {text}");
        }
    }
}

/// Packed data that end with a carriage return are packed otherwise; what is read stays the same.
#[test]
fn no_data_of_a_pdf_end_where_a_line_could_end() {
    for days in 1..60 {
        let pdf = paper::pdf(&paper::pages(&report_of(days), HANDED), DAY).unwrap();
        assert!(!pdf.windows(12).any(|bytes| bytes == b"\r\nendstream"), "{days}");
        is_sound(&pdf, &format!("a report of {days} days"));
    }
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
                let whole = sheet(&archive, &subject, lang);
                assert!(paper::fits(&whole), "{which:?} of {} as one page", brief.id);
                for page in civic::divided(page) {
                    let sheet = paper::sheet(&page, HANDED);
                    let of = format!("{which:?} of {}", brief.id);
                    assert!(paper::fits(&sheet), "{of} does not fit: {page:#?}");
                    assert!(sheet.part(PartId::Notice).is_none(), "{of} is cut");
                    for block in sheet.blocks() {
                        let said = match block {
                            Block::Claim(told) => {
                                assert!(
                                    !told.claim.cites.is_empty() || told.claim.evidence == Evidence::Written
                                );
                                &told.claim.text
                            }
                            Block::Paragraph(text) => text,
                            _ => continue,
                        };
                        assert!(!said.contains(['{', '}']) && !said.is_empty(), "{of}: {said}");
                    }
                    if i % 20 == 0 {
                        let pdf = paper::pdf(std::slice::from_ref(&sheet), DAY).unwrap();
                        is_sound(&pdf, &of);
                        read_back(&sheet, &pdf);
                    }
                }
            }
        }
    }
}

/// What stands on a page, as text.
fn text(page: &Page) -> String {
    let setting = Setting {
        width: 400,
        marks: Marks::Words,
    };
    format(page, Format::Text, setting)
}

/// Letters for twenty projects of twenty kinds: each to the body that the table names, by the right
/// article, and apart from it what whoever signs has to do.
#[test]
fn a_letter_for_twenty_kinds_goes_to_the_right_body_by_the_right_article() {
    let archive = Archive::load(Snapshot::embedded().unwrap()).unwrap();
    let catalogue = archive.catalogue();
    let mut kinds = BTreeSet::new();
    let projects = catalogue.projects.iter().filter(|brief| {
        let kind = brief.facts.first(FactKind::Thing).map(str::to_owned);
        catalogue.body_of(brief).is_some() && kind.is_some_and(|kind| kinds.insert(kind))
    });
    let (mut letters, mut direct) = (0, 0);
    for brief in projects.take(20) {
        for (which, article) in [
            (Paper::Access, "decreto legislativo 33/2013, articolo 5, comma 2"),
            (Paper::Duty, "decreto legislativo 33/2013, articolo 5, comma 1"),
            (Paper::Office, "legge 150/2000, articolo 8"),
        ] {
            let subject = Subject::Paper(which, brief.id);
            let sheets = archive.sheets(&subject, &[Lang::It], HANDED, true).unwrap();
            let [letter, home] = &sheets[..] else {
                panic!("{} sheets", sheets.len());
            };
            let (said, steps) = (text(letter), text(home));
            // A firm has no office for the public: one asks the administration of the measure.
            let own = catalogue.body_of(brief).unwrap().name.clone();
            let measure = ["Ministero", "Presidenza", "Dipartimento", "Regione"];
            let linked = letter.blocks().find_map(|block| match block {
                Block::Claim(told) if told.claim.evidence == Evidence::Linked => {
                    Some(told.claim.text.clone())
                }
                _ => None,
            });
            let linked = linked.filter(|text| measure.iter().any(|word| text.starts_with(word)));
            let body = &linked.map_or(own, |text| text.trim_end_matches('.').to_owned());
            direct += usize::from(body == &catalogue.body_of(brief).unwrap().name);
            let of = format!("{which:?} of {}: {said}\n{steps}", brief.id);
            assert!(said.contains(body) && steps.contains(body), "{body} in {of}");
            assert!(said.contains(article), "{of}");
            assert!(brief.cup.is_empty() || said.contains(&*brief.cup), "{of}");
            assert!(!said.contains("Per voi") && !said.contains("indicepa"), "{of}");
            assert!(steps.contains("1. ") && steps.contains("indicepa.gov.it"), "{of}");
            assert!(
                !said.contains(['{', '}']) && !steps.contains(['{', '}', '_']),
                "{of}"
            );
            for block in letter.blocks() {
                if let Block::Claim(told) = block {
                    let sourced = !told.notes.is_empty() && letter.part(PartId::Sources).is_some();
                    assert!(sourced || told.claim.evidence == Evidence::Written, "{of}");
                }
            }
            letters += 1;
        }
        // What is wrong in a table is told to who publishes it, by article 6.
        let subject = Subject::Paper(Paper::Wrong, brief.id);
        let sheets = archive.sheets(&subject, &[Lang::It], HANDED, true).unwrap();
        let [letter, home] = &sheets[..] else {
            panic!("{} sheets", sheets.len());
        };
        let (said, steps) = (text(letter), text(home));
        let of = format!("{said}\n{steps}");
        assert!(
            said.contains("Chi pubblica la tabella") && said.contains("Riga: CUP "),
            "{of}"
        );
        assert!(steps.contains("decreto legislativo 33/2013, articolo 6"), "{of}");
        assert!(!of.contains(['{', '}']), "{of}");
    }
    println!(
        "{letters} letters of {} kinds, {direct} to the body of its table",
        kinds.len()
    );
    assert!(letters == 60 && direct > 40, "{direct} of {letters}");
}

/// A form for a visit is a page to fill in, and a page to keep: where it may go, and that nothing must be.
#[test]
fn a_form_for_a_visit_says_what_to_keep_and_where_it_may_go() {
    let archive = Archive::load(Snapshot::embedded().unwrap()).unwrap();
    let catalogue = archive.catalogue();
    let mut named = 0;
    for brief in catalogue.projects.iter().step_by(400) {
        for (lang, free, body) in [
            (
                Lang::It,
                "Niente è obbligatorio",
                "ditelo all'ente del progetto: ",
            ),
            (
                Lang::En,
                "Nothing is compulsory",
                "tell the body of the project: ",
            ),
        ] {
            let subject = Subject::Paper(Paper::Visit, brief.id);
            let sheets = archive.sheets(&subject, &[lang], HANDED, true).unwrap();
            let [form, home] = &sheets[..] else {
                panic!("{} sheets", sheets.len());
            };
            let (form, home) = (text(form), text(home));
            assert!(!form.contains("monithon") && form.contains("[ ]"), "{form}");
            assert!(
                home.contains("1. ") && home.contains(free) && home.contains("monithon.eu"),
                "{home}"
            );
            assert_eq!(
                brief.cup.is_empty(),
                home.contains("manca") || home.contains("missing"),
                "{home}"
            );
            assert!(!home.contains(['{', '}', '_']), "{home}");
            named += usize::from(home.contains(body));
        }
    }
    assert!(named > 20, "{named}");
}

/// A wrong value is told to who publishes the table, with table, day, column, row and value.
#[test]
fn a_wrong_value_is_told_with_where_it_stands() {
    let archive = Archive::load(Snapshot::embedded().unwrap()).unwrap();
    let (mut told, mut valued, mut in_a_row) = (0, 0, 0);
    for brief in archive.catalogue().projects.iter() {
        let subject = Subject::Paper(Paper::Wrong, brief.id);
        let page = archive.page(&subject, Lang::It, DAY).unwrap().unwrap();
        if !page.blocks().any(|block| matches!(block, Block::Claim(_))) {
            continue;
        }
        let said = text(&page);
        let line = said
            .lines()
            .find(|line| line.starts_with("Tabella «"))
            .unwrap_or_else(|| panic!("{said}"));
        assert!(
            line.contains("del giorno ") && line.contains("colonna «"),
            "{said}"
        );
        assert!(
            said.contains("Chi pubblica la tabella: ") && said.contains("Riga: CUP "),
            "{said}"
        );
        for line in said.lines().filter(|line| line.starts_with("Tabella «")) {
            assert!(line.contains("Valore pubblicato: "), "{said}");
            valued += 1;
            in_a_row += usize::from(line.contains(", riga del CIG "));
        }
        told += 1;
    }
    println!("{told} letters with {valued} values, {in_a_row} of a tender");
    assert!(
        told > 1_000 && valued >= told && in_a_row > 20,
        "{valued} of {told}"
    );
}

/// A letter is signed in Italian: who reads English gets both.
#[test]
fn a_letter_in_english_comes_behind_the_italian_one() {
    let archive = Archive::load(Snapshot::embedded().unwrap()).unwrap();
    let id = archive.catalogue().projects[0].id;
    let languages = |which, asked: &[Lang]| -> Vec<Lang> {
        let sheets = archive
            .sheets(&Subject::Paper(which, id), asked, HANDED, true)
            .unwrap();
        sheets.iter().map(|page| page.lang).collect()
    };
    // The letter, its translation, the steps for who signs it.
    assert_eq!(
        languages(Paper::Access, &[Lang::En]),
        [Lang::It, Lang::En, Lang::En]
    );
    assert_eq!(languages(Paper::Access, &[Lang::It]), [Lang::It, Lang::It]);
    assert_eq!(languages(Paper::Visit, &[Lang::En]), [Lang::En, Lang::En]);
}
