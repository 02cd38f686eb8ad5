//! The row of newer data on the first screen.

use super::support::Driver;
use sportello::lang::Lang;
use sportello::renew::Newer;
use sportello::sheet::{self, Subject};
use sportello::tui::event::{Effect, Event};
use sportello::tui::screen::Screen;

fn found() -> Newer {
    let digest = "0".repeat(64);
    let manifest = serde_json::json!({
        "format": 1, "region": "09", "region_name": "Toscana", "serial": 7, "day": "2026-09-30",
        "size": 1, "sha256": digest, "archive_size": 1, "archive_sha256": digest,
        "archive_format": 4, "program": "0.1.0",
    });
    Newer {
        folder: "/media/ada/CHIAVETTA".into(),
        manifest: serde_json::from_value(manifest).unwrap(),
        key: "RWx".to_owned(),
    }
}

#[test]
fn it_is_there_when_something_newer_is_found_and_opens_its_page() {
    let mut driver = Driver::new(80, 24, Lang::It);
    let says = "Dati più recenti, al 30 settembre 2026: /media/ada/CHIAVETTA";
    assert!(!driver.text().contains("Dati più recenti"));
    driver.event(Event::Newer(None));
    assert!(!driver.text().contains("Dati più recenti"));
    driver.event(Event::Newer(Some(found())));
    assert!(driver.text().contains(says), "{}", driver.text());
    driver.keys(&["down", "down", "down", "down", "down", "enter"]);
    let Screen::Read(read) = &driver.state.history.here else {
        panic!("a page")
    };
    assert_eq!(read.subject, Subject::Newer(Box::new(found())));
}

#[test]
fn they_are_taken_from_their_page_and_the_page_says_how_it_went() {
    let mut driver = Driver::new(80, 24, Lang::It);
    driver.event(Event::Newer(Some(found())));
    driver.keys(&["down", "down", "down", "down", "down", "enter"]);
    driver.outside.clear();
    driver.keys(&["enter"]);
    assert!(driver.outside.is_empty(), "only the last line takes them");
    driver.keys(&["end", "enter"]);
    let take = Effect::Take {
        found: Box::new(found()),
        lang: Lang::It,
    };
    assert_eq!(driver.outside, [take, Effect::Seek]);
    assert!(driver.text().contains("Prendo i dati"), "{}", driver.text());
    let told = |page| Event::Page {
        subject: Subject::Newer(Box::new(found())),
        lang: Lang::It,
        page,
    };
    driver.event(told(Err("manca un pezzo; restano i dati che c'erano".into())));
    assert!(driver.text().contains("manca un pezzo"), "{}", driver.text());
    driver.event(told(Ok(sheet::taken(vec!["Fatto: Toscana.".into()], Lang::It))));
    driver.event(Event::Newer(None));
    assert!(driver.text().contains("Fatto: Toscana."), "{}", driver.text());
    driver.keys(&["esc"]);
    assert!(!driver.text().contains("Dati più recenti"), "{}", driver.text());
}

#[test]
fn its_page_says_who_signed_and_how_they_are_taken() {
    for (lang, words) in [
        (Lang::It, ["30 settembre 2026", "sportello aggiorna", "--torna"]),
        (Lang::En, ["30 September 2026", "sportello update", "--back"]),
    ] {
        let page = sheet::newer(&found(), lang);
        let text = format!("{page:?}");
        for word in words.into_iter().chain(["/media/ada/CHIAVETTA", "Toscana"]) {
            assert!(text.contains(word), "{word}: {text}");
        }
    }
}
