//! One box in three faces, on the bundled region: every kind of row is drawn on the full screen and
//! said by `cerca`, and the questions of the desk open at their answer in each face.

#![allow(clippy::unwrap_used)]

use assert_cmd::Command;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use serde_json::Value;
use sportello::app::Archive;
use sportello::desk::Settings;
use sportello::explain::Question;
use sportello::lang::Lang;
use sportello::sheet::{PartId, Subject};
use sportello::snapshot::Snapshot;
use sportello::tui::event::{Effect, Event};
use sportello::tui::keymap::Keymap;
use sportello::tui::screen::Screen;
use sportello::tui::state::{State, bounded};
use sportello::tui::update::update;
use sportello::tui::view::view;
use sportello::voice::place::What;
use sportello::voice::state as voice;
use std::collections::BTreeMap;

const TODAY: jiff::civil::Date = jiff::civil::date(2026, 12, 1);

thread_local! {
    static ARCHIVE: &'static Archive = Box::leak(Box::new(Archive::load(Snapshot::embedded().unwrap()).unwrap()));
}

fn archive() -> &'static Archive {
    ARCHIVE.with(|archive| *archive)
}

/// The full screen on the archive, each question answered at once.
struct Tui<'a> {
    archive: &'a Archive,
    state: State,
}

impl<'a> Tui<'a> {
    fn new(archive: &'a Archive) -> Tui<'a> {
        let state = State {
            size: bounded(80, 24),
            lang: Lang::It,
            keymap: Keymap::new(None).unwrap().into(),
            ..State::default()
        };
        let mut tui = Tui { archive, state };
        tui.event(Event::Loaded(Ok(archive.lists.clone())));
        tui
    }

    fn event(&mut self, event: Event) {
        let mut effects = update(&mut self.state, event);
        while let Some(effect) = effects.pop() {
            let answer = match effect {
                Effect::Search { generation, ask } => Event::Found {
                    generation,
                    answer: self.archive.find(&ask),
                },
                Effect::Page { subject, lang } => {
                    let page = self.archive.page(&subject, lang, TODAY).unwrap();
                    Event::Page {
                        page: page.ok_or_else(|| "none".to_owned()),
                        subject,
                        lang,
                    }
                }
                _ => continue,
            };
            effects.extend(update(&mut self.state, answer));
        }
    }

    fn key(&mut self, code: KeyCode) {
        self.event(Event::Key(KeyEvent::new(code, KeyModifiers::NONE)));
    }

    fn type_in(&mut self, text: &str) {
        self.event(Event::Paste(text.to_owned()));
    }

    fn text(&self) -> String {
        let mut buf = Buffer::empty(self.state.size);
        view(&self.state, self.state.size, &mut buf);
        let width = usize::from(self.state.size.width);
        let cells: Vec<&str> = buf.content.iter().map(|cell| cell.symbol()).collect();
        cells.chunks(width).map(|line| line.concat() + "\n").collect()
    }
}

fn cerca(text: &str, more: &[&str]) -> String {
    cerca_with(&[more, &["--", text]].concat())
}

fn cerca_with(args: &[&str]) -> String {
    let home = tempfile::tempdir().unwrap();
    let mut command = Command::cargo_bin("sportello").unwrap();
    command
        .env("SPORTELLO_CASA", home.path())
        .env("SPORTELLO_OGGI", "2026-12-01");
    let out = command.arg("cerca").args(args).output().unwrap();
    String::from_utf8(out.stdout).unwrap()
}

/// What is typed, the row that it makes, and a piece of the note beside it.
const ROWS: &[(&str, &str, &str)] = &[
    ("il PNRR paga anche me?", "Domanda: ", ""),
    ("milestone", "Parola: ", ""),
    (
        "fascicolo sanitario elettronico",
        "Misura: I vostri esami",
        "nessun",
    ),
    ("montaione", "Comune: Montaione", "progetti"),
    ("comune:prato", "Con altri comuni: ", "Prato"),
    ("mugello", "Zona: Mugello", "comuni"),
    ("scuola a milano", "Comune: Milano", "fuori"),
    (
        "scola di zeri",
        "Nessun progetto a Zeri per «scola»",
        "Strada a Zeri",
    ),
    ("esci", "Comando: esci", ""),
    (
        "perché hanno chiuso la strada",
        "Questo i dati non lo dicono: ",
        "",
    ),
];

#[test]
fn every_kind_of_row_is_drawn_and_said() {
    let archive = archive();
    for (typed, row, note) in ROWS {
        let mut tui = Tui::new(archive);
        tui.type_in(typed);
        let screen = tui.text();
        let said = cerca(typed, &[]);
        for (face, text) in [("tui", &screen), ("cerca", &said)] {
            let at = text
                .find(row)
                .unwrap_or_else(|| panic!("{face}: {typed}: {row}\n{text}"));
            assert!(text[at..].contains(note), "{face}: {typed}: {note}\n{text}");
        }
    }
}

/// The command line prints the answer that the screen opens at; a comune's money is its own row.
/// A slip that is an Italian word too is the thing that was meant; a saint's place is none.
#[test]
fn a_thing_at_a_comune_and_a_saint_are_understood() {
    let said = cerca("scola a prato", &[]);
    assert!(said.starts_with("Ho cercato: scuola a prato"), "{said}");
    for saint in [
        "chiesa di sant'antonio da padova",
        "chiesa di san francesco di paola",
    ] {
        let said = cerca(saint, &[]);
        assert!(!said.contains("sportello comune"), "{said}");
    }
}

/// What English speakers call it finds what the plan calls otherwise.
#[test]
fn everyday_english_finds_projects() {
    for asked in [
        "money for my shop",
        "new kindergarten near me",
        "is my school being rebuilt",
        "daycare",
        "school meals",
        "bike lane",
        "football pitch",
        "potholes",
        "rubbish bins",
        "pay online",
        "police station",
        "nursing at home",
        "parking",
    ] {
        let said = cerca(asked, &["--lingua", "en"]);
        assert!(said.contains("projects found"), "{asked}: {said}");
    }
}

#[test]
fn a_question_is_answered_below_the_projects() {
    let said = cerca("quando finisce l'ospedale di comunità di Figline", &[]);
    let (_, answer) = said.split_once("risponde alla domanda «Quando».\n").unwrap();
    assert!(answer.contains("Non si sa quando finisce"), "{answer}");
    assert!(!cerca("ospedale di comunità di Figline", &[]).contains("risponde alla domanda"));
    assert!(!cerca("quanto prende Montaione", &[]).contains("risponde alla domanda"));
}

#[test]
fn what_no_table_tells_has_no_list_but_offers_one() {
    let archive = archive();
    let mut tui = Tui::new(archive);
    tui.type_in("perché hanno chiuso la strada");
    assert!(tui.text().contains("Con le parole «strada»"), "{}", tui.text());
    assert!(!tui.text().contains(" progetti ·"), "{}", tui.text());
    let said = cerca("perché hanno chiuso la strada", &[]);
    assert!(
        said.contains("Con le parole «strada»") && !said.contains("CUP "),
        "{said}"
    );
    // A place narrows it: then the list may be of use.
    assert!(cerca("perché hanno chiuso la strada a Vicchio", &[]).contains("CUP "));
    assert!(!said.contains("Non ho trovato niente"), "{said}");
    for typed in ["il PNRR paga anche me?", "cos'è il pnrr"] {
        let said = cerca(typed, &[]);
        let missing = said.contains("Nessun progetto") || said.contains("manca «");
        assert!(!missing, "{typed}: {said}");
    }
}

/// What concerns a comune with others is a list of its own, and the comune's page leads there.
/// What leads from a question leads to all that there is: no word of talk is left in it.
#[test]
fn the_way_to_what_is_shared_holds_no_words_of_talk() {
    let said = cerca("quanti soldi a reggello", &[]);
    assert!(said.contains("sportello cerca oltre:Reggello"), "{said}");
    let row = said
        .lines()
        .find(|line| line.starts_with("Con altri comuni: "))
        .unwrap();
    let count = row.trim_start_matches("Con altri comuni: ");
    let list = cerca("oltre:Reggello", &[]);
    assert!(list.starts_with(&format!("Ho trovato {count}")), "{row} {list}");
    let own = said.lines().find(|line| line.contains("solo suoi: ")).unwrap();
    assert!(own.contains(" progetti · solo suoi: "), "{own}");
}

/// One result has no filters: no empty box is opened.
#[test]
fn without_filters_none_are_opened() {
    let mut tui = Tui::new(archive());
    tui.type_in("comunità montemurlo pertini");
    assert!(tui.text().contains("1 progetto"), "{}", tui.text());
    let before = tui.text();
    tui.key(KeyCode::F(3));
    let after = tui.text();
    assert!(after.contains("niente da filtrare"), "{after}");
    assert!(!after.contains("Filtri ─") && before != after, "{after}");
}

#[test]
fn what_concerns_more_comuni_stands_apart() {
    let archive = archive();
    let found: Value = serde_json::from_str(&cerca("oltre:Prato", &["--json"])).unwrap();
    let comune = archive.lists.comuni.iter().find(|c| c.name == "Prato").unwrap();
    let page = archive
        .page(&Subject::Comune(comune.code), Lang::It, TODAY)
        .unwrap()
        .unwrap();
    let count = found["total"].as_u64().unwrap();
    assert!(count > 0 && found["sums"]["own"]["projects"] != found["total"]);
    let mut links = page.links();
    let link = links
        .find(|link| link.to == Subject::Search("oltre:Prato".into()))
        .unwrap();
    assert!(
        link.text.ends_with(&format!(": {count}")),
        "{}: {count}",
        link.text
    );
    for row in found["results"].as_array().unwrap() {
        let id = row["id"].as_str().unwrap();
        let brief = archive
            .catalogue()
            .projects
            .iter()
            .find(|b| b.id.as_str() == id)
            .unwrap();
        assert!(!brief.is_only_in(comune.code), "{id}");
    }
}

fn spoken() -> Vec<BTreeMap<String, String>> {
    let files = [
        include_str!("search_quality/spoken.csv"),
        include_str!("search_quality/spoken_other.csv"),
    ];
    let rows = files.iter().flat_map(|file| {
        let mut reader = csv::Reader::from_reader(file.as_bytes());
        reader
            .deserialize::<BTreeMap<String, String>>()
            .map(Result::unwrap)
            .collect::<Vec<_>>()
    });
    rows.collect()
}

/// A page and the part that it stands at, as the list of questions writes them.
fn page_name(archive: &Archive, subject: &Subject) -> String {
    match subject {
        Subject::Project(id) => format!("project:{id}"),
        Subject::Comune(code) => format!("comune:{}", archive.catalogue().comune_name(*code).unwrap()),
        Subject::Measure(code) => format!("measure:{code}"),
        Subject::Word(id) => format!("word:{id}"),
        Subject::Question(id) => format!("question:{id}"),
        Subject::Search(text) => match text.strip_prefix("zona:") {
            Some(name) => format!("area:{}", name.trim_matches('"')),
            None => format!("search:{text}"),
        },
        other => format!("{other:?}"),
    }
}

/// The same of the JSON's way to write it.
fn named(archive: &Archive, to: &str) -> String {
    let comuni = &archive.lists.comuni;
    let comune = |code: &str| {
        comuni
            .iter()
            .find(|c| c.code.as_str() == code)
            .map(|c| c.name.clone())
    };
    match to.split_once(':') {
        Some(("comune", code)) => format!("comune:{}", comune(code).unwrap_or_default()),
        Some(("search", text)) => page_name(archive, &Subject::Search(text.to_owned())),
        _ => to.to_owned(),
    }
}

fn fits(row: &BTreeMap<String, String>, page: &str, part: Option<PartId>) -> (bool, bool) {
    let right = row["page"].split('|').any(|one| one == page);
    let asked = |one: &str| {
        Question::ALL
            .into_iter()
            .find(|q| q.code() == one)
            .map(PartId::Question)
    };
    let at = !page.starts_with("project:")
        || row["question"].is_empty()
        || row["question"]
            .split('|')
            .any(|one| part.is_some() && asked(one) == part);
    (right, right && at)
}

/// Nine of ten spoken questions end on the right page and nine of ten at the right part of it; what
/// cannot be answered is said.
fn judge(face: &str, ask: impl Fn(&str) -> (String, Option<PartId>, bool)) {
    let (mut all, mut pages, mut parts, mut silent, mut said) = (0, 0, 0, 0, 0);
    for row in spoken().iter().filter(|row| !row["page"].starts_with("do:")) {
        let (page, part, cannot) = ask(&row["words"]);
        if row["page"] == "cannot" {
            silent += 1;
            said += usize::from(cannot);
            if !cannot {
                println!("  {face}: {}: not said", row["words"]);
            }
            continue;
        }
        let (right, at) = fits(row, &page, part);
        all += 1;
        pages += usize::from(right);
        parts += usize::from(at);
        if !at {
            println!(
                "  {face}: {}: {page} {part:?}, not {} {}",
                row["words"], row["page"], row["question"]
            );
        }
    }
    println!("{face}: {pages} of {all} pages, {parts} parts; {said} of {silent} said");
    assert!(all > 90 && silent >= 36);
    assert!(
        pages * 10 >= all * 9 && parts * 10 >= all * 9,
        "{face}: {pages} and {parts} of {all}"
    );
    assert!(said * 100 >= silent * 95, "{face}: {said} of {silent}");
}

const CANNOT: &str = "Questo i dati non lo dicono";

#[test]
fn the_full_screen_answers_spoken_questions() {
    let archive = archive();
    judge("tui", |text| {
        let mut tui = Tui::new(archive);
        tui.type_in(text);
        let cannot = tui.text().contains(CANNOT);
        let asked = match &tui.state.history.here {
            Screen::Search(search) => search.asked_part(),
            _ => None,
        };
        tui.key(KeyCode::Enter);
        match &tui.state.history.here {
            Screen::Read(read) => (page_name(archive, &read.subject), asked, cannot),
            Screen::Search(search) => {
                let to = Subject::Search(search.field.text().to_owned());
                (page_name(archive, &to), None, cannot)
            }
            _ => (String::new(), None, cannot),
        }
    });
}

#[test]
fn the_simple_mode_answers_spoken_questions() {
    use sportello::voice::update::{update, welcome};
    let archive = archive();
    judge("voice", |text| {
        let mut state = voice::State::new(Lang::It, Settings::default(), TODAY);
        welcome(&mut state, archive);
        let mut said = update(&mut state, archive, text);
        // Where choices are read out, the first is taken.
        if matches!(state.history.here.what, What::Results(_)) && state.history.here.at.is_none() {
            said.extend(update(&mut state, archive, ""));
        }
        let cannot = said.iter().any(|effect| match effect {
            voice::Effect::Say(line) => line.contains(CANNOT),
            _ => false,
        });
        let place = &state.history.here;
        match (&place.what, &state.content) {
            (What::Page(subject), voice::Content::Page(page)) => {
                let part = place.at.and_then(|at| page.parts.get(at)).map(|part| part.id);
                (page_name(archive, subject), part, cannot)
            }
            (What::Results(ask), _) => {
                let to = Subject::Search(ask.text.clone());
                (page_name(archive, &to), None, cannot)
            }
            _ => (String::new(), None, cannot),
        }
    });
}

#[test]
fn the_command_answers_spoken_questions() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("domande.txt");
    let words: Vec<String> = spoken().iter().map(|row| row["words"].clone()).collect();
    std::fs::write(&file, words.join("\n")).unwrap();
    let out = cerca_with(&["--json", "--limite", "3", "--da", file.to_str().unwrap()]);
    let found: Vec<Value> = serde_json::from_str(&out).unwrap();
    assert_eq!(found.len(), words.len());
    let answers: BTreeMap<&String, &Value> = words.iter().zip(&found).collect();
    judge("cerca", |text| {
        let found = answers[&text.to_owned()];
        let first = &found["meant"][0];
        let question = found["question"].as_str();
        let part = Question::ALL.into_iter().find(|q| Some(q.code()) == question);
        let page = match first["sure"] == true {
            true => named(archive(), first["to"].as_str().unwrap_or_default()),
            false => format!(
                "project:{}",
                found["results"][0]["id"].as_str().unwrap_or_default()
            ),
        };
        (page, part.map(PartId::Question), first["kind"] == "cannot")
    });
}

/// On an open page, and on a chosen result, a question is answered there.
#[test]
fn the_simple_mode_answers_where_one_is() {
    use sportello::voice::update::{update, welcome};
    let archive = archive();
    let mut wrong = Vec::new();
    for question in [
        "quando finisce?",
        "quanto costa",
        "ma chi lo fa",
        "a che punto è",
        "dove si trova",
        "dove",
        "a cosa serve",
        "che lavori fanno",
        "a chi mi rivolgo",
        "quanto hanno già speso",
        "chi ha vinto l'appalto",
        "entro quando lo finiscono",
    ] {
        for chosen in [false, true] {
            let mut state = voice::State::new(Lang::It, Settings::default(), TODAY);
            welcome(&mut state, archive);
            update(&mut state, archive, "asilo nido");
            update(&mut state, archive, if chosen { "giù" } else { "1" });
            update(&mut state, archive, question);
            if question != "dove" && !matches!(state.history.here.what, What::Page(Subject::Project(_))) {
                wrong.push((question, chosen));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}
