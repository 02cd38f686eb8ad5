#![allow(clippy::unwrap_used)]

use super::*;
use crate::explain;
use crate::explain::fixture::{TODAY, catalogue, full};
use crate::lang::{Lang, QUESTIONS};
use crate::model::Submeasure;
use unicode_width::UnicodeWidthStr;

fn of_full(lang: Lang) -> Page {
    let catalogue = catalogue();
    let project = full();
    let explanation = explain::project(&catalogue, &project, lang, TODAY);
    super::project(&catalogue, &project, &explanation, jiff::civil::date(2025, 5, 12))
}

#[test]
fn text_keeps_to_its_width() {
    for width in [20, 40, 80, 120] {
        for marks in [Marks::Symbols, Marks::Ascii, Marks::Words] {
            let text = of_full(Lang::It).text(width, marks);
            // A code of fifteen characters and a long word still fit in twenty columns.
            assert!(text.lines().all(|l| l.width() <= width.max(24)), "{text}");
            assert!(!text.contains("  \n"));
        }
    }
}

#[test]
fn a_page_says_how_it_knows_and_how_old_it_is() {
    let text = of_full(Lang::It).text(80, Marks::Symbols);
    for wanted in [
        "● Il Comune di Seravezza realizza il progetto. [1]",
        "Come lo sappiamo",
        "◇ derivato: l'abbiamo calcolato dalle tabelle",
        "I dati di questa scheda vanno dal 01/01/2023 al 13/06/2026.",
        "PNRR_Progetti, Italia Domani, 13/06/2026, licenza CC BY 4.0",
    ] {
        assert!(text.contains(wanted), "no {wanted:?} in\n{text}");
    }
    let spoken = of_full(Lang::It).text(200, Marks::Words);
    assert!(spoken.contains("Il Comune di Seravezza realizza il progetto. (osservato)"));
    assert!(!spoken.contains('●'));
    let plain = of_full(Lang::En).text(80, Marks::Ascii);
    assert!(plain.contains("* The Comune di Seravezza runs the project"));
    assert!(
        plain.chars().all(|c| c.is_ascii() || "€àèéìòùÈ".contains(c)),
        "{plain}"
    );
}

#[test]
fn markdown_escapes_what_it_would_read_as_its_own() {
    let markdown = of_full(Lang::It).markdown();
    assert!(markdown.starts_with("# "));
    assert!(markdown.contains("## Quanto costa e quanto è pagato\n"));
    assert!(markdown.contains("PNRR\\_Progetti"));
    assert!(markdown.contains("| Totale | 1.250.340,50 | 300.000 |"));
    assert!(!markdown.contains("\n\n\n"));
}

#[test]
fn html_is_one_page_without_script() {
    let html = of_full(Lang::It).html();
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"it\">"));
    assert!(!html.contains("<script") && !html.contains("http"));
    let mut page = of_full(Lang::It);
    let text = Block::Paragraph("<b>&\"".into());
    page.parts = vec![Part::new(PartId::Answer, "").with(vec![text])];
    assert!(page.html().contains("<p>&lt;b&gt;&amp;&quot;</p>"));
}

/// What a screen reader goes by. The Nu checker and axe found nothing in such pages.
#[test]
fn html_has_landmarks_headings_in_order_and_notes_that_lead_somewhere() {
    let catalogue = catalogue();
    let code = Submeasure::parse("M6C1I1.01.00").unwrap();
    for lang in Lang::ALL {
        let account = explain::measure(&catalogue, &code, lang, TODAY).unwrap();
        let words = explain::entry("soggetto attuatore", lang);
        for page in [
            of_full(lang),
            measure(&catalogue, &account),
            glossary(&words, lang),
        ] {
            let html = page.html();
            let tags: Vec<&str> = html
                .split('<')
                .skip(1)
                .map(|t| t.split('>').next().unwrap())
                .collect();
            nested(&tags);
            for one in ["header", "main", "h1", "meta name=\"viewport\""] {
                assert_eq!(tags.iter().filter(|t| t.starts_with(one)).count(), 1, "{one}");
            }
            let mut level = 1;
            for heading in tags.iter().filter_map(|t| t.strip_prefix('h')) {
                if let Some(next) = heading.chars().next().and_then(|c| c.to_digit(10)) {
                    assert!(next <= level + 1, "a level left out: {html}");
                    level = next;
                }
            }
            let ids: Vec<&str> = values(&tags, "id=\"").collect();
            let once: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
            assert_eq!(ids.len(), once.len(), "an id twice");
            let named = values(&tags, "aria-labelledby=\"");
            let led = values(&tags, "href=\"#");
            assert!(named.chain(led).all(|id| once.contains(id)), "{html}");
            assert!(
                tags.iter()
                    .all(|t| !t.starts_with("th ") || t.contains("scope=\"")),
                "{html}"
            );
        }
    }
    let html = of_full(Lang::It).html();
    assert!(html.contains("<a href=\"#s1\">[1]</a>") && html.contains("<li id=\"s1\">"));
    assert!(html.contains("<footer>") && html.contains("<th scope=\"col\">"));
}

/// What stands between the quotation marks of an attribute, in every tag.
fn values<'a>(tags: &'a [&'a str], attribute: &'a str) -> impl Iterator<Item = &'a str> {
    tags.iter()
        .filter_map(move |t| t.split(attribute).nth(1)?.split('"').next())
}

/// Every tag is closed in its order, and a list holds nothing but its items.
fn nested(tags: &[&str]) {
    let mut open: Vec<&str> = Vec::new();
    for tag in tags
        .iter()
        .filter(|t| !t.starts_with('!') && !t.starts_with("meta"))
    {
        let name = tag.trim_start_matches('/').split(' ').next().unwrap();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name));
        } else {
            assert_eq!(open.last() == Some(&"ul"), name == "li", "{name} in {open:?}");
            open.push(name);
        }
    }
    assert!(open.is_empty());
}

#[test]
fn json_has_the_stated_shape() {
    let catalogue = catalogue();
    let project = full();
    let explanation = explain::project(&catalogue, &project, Lang::It, TODAY);
    let value = json::with_readability(&catalogue, &project, &explanation);
    let questions: Vec<&str> = value["answers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|a| a["question"].as_str().unwrap())
        .collect();
    assert_eq!(
        questions,
        [
            "what", "who", "how_much", "where", "when", "progress", "benefit", "contact"
        ]
    );
    let first = &value["answers"][2]["claims"][0];
    // The share of the plan is computed.
    assert_eq!(first["evidence"], "derived");
    assert_eq!(first["sources"][0]["table"], "PNRR_Progetti");
    assert_eq!(first["sources"][0]["column"], "Finanziamento Totale");
    assert_eq!(first["sources"][0]["date"], "2026-06-13");
    assert_eq!(value["project"]["cup"], "J57H22001230006");
    assert_eq!(value["project"]["submeasure"], "M4C1I1.01.00");
    let readability = &value["readability"];
    assert!(readability["gulpease"].as_f64().unwrap() > 60.0);
    assert!(readability["longest_sentence"].as_u64().unwrap() <= 25);
    for key in ["sentences", "words", "letters"] {
        assert!(readability[key].as_u64().unwrap() > 0);
    }
}

#[test]
fn a_measure_has_its_promises() {
    let catalogue = catalogue();
    let code = Submeasure::parse("M6C1I1.01.00").unwrap();
    let account = explain::measure(&catalogue, &code, Lang::It, TODAY).unwrap();
    let text = measure(&catalogue, &account).text(300, Marks::Words);
    for wanted in [
        "Per tutta Italia la misura aveva 4.000.000.000 euro, cioè 4 miliardi di euro, in una tabella senza data.",
        "È il 25 per cento di quanto la misura ha.",
        "Il Ministero della Salute guida la misura in tutta Italia.",
        "Non ci sono progetti di questa misura in Toscana in questo archivio.",
        "1.038 Case della Comunità aperte entro giugno 2026: il termine è passato.",
        "Questi numeri sono per tutta l'Italia.",
        "un passo, senza numero",
    ] {
        assert!(text.contains(wanted), "no {wanted:?} in\n{text}");
    }
}

#[test]
fn the_glossary_and_the_questions_are_pages_too() {
    let words = explain::entry("soggetto attuatore", Lang::It);
    let text = glossary(&words, Lang::It).text(60, Marks::Symbols);
    assert!(text.contains("soggetto attuatore"));
    for lang in Lang::ALL {
        let text = questions(&QUESTIONS.iter().collect::<Vec<_>>(), lang).text(60, Marks::Words);
        assert!(text.lines().count() > QUESTIONS.len());
    }
}

#[test]
fn rows_say_amount_and_status_first_and_what_tells_twins_apart() {
    use crate::model::{Brief, BriefPlace, Cents, ComuneCode, ProjectId, Status};
    let catalogue = catalogue();
    let brief = |cup: &str, cents: Option<i64>, status| Brief {
        cup: cup.into(),
        places: vec![BriefPlace {
            comune: ComuneCode::parse("046028"),
            ..BriefPlace::default()
        }],
        total: cents.map(Cents),
        status,
        ..Brief::new(ProjectId::of("M4C1I1.01.00", cup, "", 0), 0)
    };
    let briefs = [
        brief("A11B21000010001", Some(125_000_000), Status::Ongoing),
        brief("A11B21000020001", None, Status::Unknown),
    ];
    let rows = list_rows(&catalogue, &briefs, Lang::It);
    assert_eq!(rows[0].title, rows[1].title);
    assert_eq!(rows[0].facts, ["1,3 mln €", "in corso"]);
    assert_eq!(rows[1].facts, ["importo e stato sconosciuti"]);
    assert_eq!(rows[0].apart.as_deref(), Some("CUP A11B21000010001"));
    assert!(
        rows[0].line().starts_with("1,3 mln € · in corso: "),
        "{:?}",
        rows[0]
    );
    let alone = list_rows(&catalogue, &briefs[..1], Lang::En);
    assert_eq!(alone[0].apart, None);
}

#[test]
fn every_form_has_the_line_under_the_title() {
    let page = of_full(Lang::It);
    let line =
        "Circa 1,3 milioni di euro · pagato il 24 per cento al 31 marzo 2025 · in corso al 13 giugno 2026";
    assert!(page.text(120, Marks::Symbols).contains(line));
    assert!(page.text(200, Marks::Words).contains(&line.replace(" · ", ", ")));
    assert!(page.markdown().contains(&format!("\n- {line}\n")));
    assert!(
        page.html()
            .contains(&format!("<p>{}</p>", line.replace(" · ", ", ")))
    );
    assert!(json::page(&page).to_string().contains(line));
}
