//! What a text asks: the question in it, and what is no project.

use sportello::app::{Asked, Wish};
use sportello::explain::Question;
use sportello::lang::{Lang, QUESTIONS, Word};

fn read(text: &str) -> Asked {
    Asked::read(text, Lang::It)
}

#[test]
fn the_file_reads_and_names_what_there_is() {
    let asks: toml::Table = toml::from_str(include_str!("../../assets/asks.toml")).unwrap();
    let there = |list: &str, key: &str, is_there: &dyn Fn(&str) -> bool| {
        let entries = asks[list].as_array().unwrap();
        assert!(!entries.is_empty(), "{list}");
        for entry in entries {
            let code = entry[key].as_str().unwrap();
            assert!(is_there(code), "{list}: {code}");
        }
    };
    let word = |key: String| Word::from_key(&key).is_some();
    there("question", "code", &|code| {
        Question::ALL.iter().any(|q| q.code() == code)
    });
    there("answer", "id", &|id| QUESTIONS.iter().any(|q| q.id == id));
    there("cannot", "say", &|say| word(format!("box.cannot.{say}")));
    there("command", "id", &|id| word(format!("keys.{id}.short")));
}

#[test]
fn the_words_of_a_question_are_blanked_and_all_others_stay_in_their_place() {
    let asked = read("quando finisce l'ospedale di Figline");
    assert_eq!(asked.question, Some(Question::When));
    assert_eq!(asked.text, "               l'ospedale di Figline");
    assert!(asked.rest.contains(&"figline".to_owned()) && !asked.is_bare());
    let asked = read("quanti sordi ha preso Vinci");
    assert_eq!(asked.question, Some(Question::HowMuch));
    assert_eq!(asked.whole(|name| (name == "vinci").then_some(())), Some(()));
    let bare = read("quando finisce?");
    assert!(bare.is_bare());
    assert_eq!(bare.text, "quando finisce?");
    assert_eq!(
        read("asilo comune:prato"),
        Asked {
            text: "asilo comune:prato".into(),
            ..Asked::default()
        }
    );
}

#[test]
fn what_is_no_project_is_known() {
    let wish = |text: &str| read(text).wish;
    assert_eq!(
        wish("il PNRR paga anche me?"),
        Some(Wish::Answer("un-cittadino-puo-chiedere-soldi"))
    );
    assert_eq!(wish("voglio uscire"), Some(Wish::Do("quit".into())));
    assert_eq!(wish("mappa del rischio idraulico"), None);
    assert!(matches!(
        wish("perché hanno chiuso la strada"),
        Some(Wish::Cannot(_))
    ));
    assert_eq!(wish("asilo nido prato"), None);
    assert!(read("che cos'è il cup").means);
}

#[test]
fn when_it_is_ready_asks_when_and_whether_asks_how_far() {
    for (text, lang, question, left) in [
        (
            "quando è pronta la scuola di Vinci",
            Lang::It,
            Question::When,
            "la scuola di Vinci",
        ),
        (
            "quando è pronto il ponte di Vinci?",
            Lang::It,
            Question::When,
            "il ponte di Vinci?",
        ),
        (
            "ma quando è che il ponte sarà pronto",
            Lang::It,
            Question::When,
            "ma        è che il ponte",
        ),
        (
            "when is the school of Vinci ready",
            Lang::En,
            Question::When,
            "is the school of Vinci ready",
        ),
        (
            "when is it ready, the school",
            Lang::En,
            Question::When,
            ", the school",
        ),
        (
            "è pronta la scuola di Vinci?",
            Lang::It,
            Question::Progress,
            "la scuola di Vinci?",
        ),
        (
            "a che punto è la scuola di Vinci",
            Lang::It,
            Question::Progress,
            "la scuola di Vinci",
        ),
    ] {
        let asked = Asked::read(text, lang);
        assert_eq!(
            (asked.question, asked.text.trim()),
            (Some(question), left),
            "{text}"
        );
    }
}

#[test]
fn a_long_text_asks_what_its_beginning_asks() {
    let words = "quando finisce la scuola di Vinci ".repeat(600);
    assert!(words.len() > 20_000);
    let (long, bounded) = (read(&words), read(sportello::search::bounded(&words)));
    assert!(bounded.text.len() <= 1_000);
    assert_eq!(long, bounded);
    // What it names is looked for a few times, not once for each row of its words.
    for text in ["di e la a ".repeat(250), words] {
        let looked = std::cell::Cell::new(0);
        let none: Option<()> = read(&text).whole(|_| {
            looked.set(looked.get() + 1);
            None
        });
        assert!(none.is_none() && looked.get() <= 24 * 24 * 24, "{}", looked.get());
    }
}
