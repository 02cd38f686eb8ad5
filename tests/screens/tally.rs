//! What the desk remembers, on the screen.

use super::support::Driver;
use sportello::lang::Lang;
use sportello::tui::event::Effect;

fn driver(keys: &[&str]) -> Driver {
    let mut driver = Driver::new(100, 40, Lang::It);
    driver.keys(keys);
    driver
}

#[test]
fn the_request_of_the_person_is_chosen_from_a_short_list() {
    let mut it = driver(&["as", "enter", "f11", "ctrl-f11"]);
    assert!(it.text().contains("Di che cosa si trattava?"), "{}", it.text());
    it.keys(&["soldi", "enter"]);
    assert!(
        it.text().contains("Aggiunto alla persona segnata"),
        "{}",
        it.text()
    );
    assert_eq!(it.backend.entries[0].visit.request, "soldi");
    it.keys(&["ctrl-f11", "non ha", "enter"]);
    assert!(!it.backend.entries[0].visit.answered);
    // An office has kinds of its own; a name is none.
    it.state.settings.requests = vec!["SPID".into(), "Maria".into()];
    it.keys(&["ctrl-f11"]);
    let text = it.text();
    assert!(
        text.contains("SPID") && !text.contains("Maria") && !text.contains("bandi"),
        "{text}"
    );
}

#[test]
fn reports_are_drawn_and_lead_to_one_another() {
    let mut it = driver(&["as", "enter", "f11", "f11", "ctrl-x"]);
    while !it.text().contains("▸ → Rendiconto") {
        let before = it.text();
        it.keys(&["down"]);
        assert_ne!(it.text(), before);
    }
    it.keys(&["enter"]);
    let text = it.text();
    assert!(
        text.contains("Rendiconto per giorno") && text.contains("██"),
        "{text}"
    );
    assert!(text.contains("2025-11-22") && text.contains("In tutto"), "{text}");
    it.keys(&["shift-f5"]);
    assert!(it.text().contains("Ho scritto il foglio in"), "{}", it.text());
    it.keys(&["end", "up", "up", "up", "up", "up", "enter"]);
    assert!(!it.text().contains("Rendiconto per giorno"), "{}", it.text());
}

#[test]
fn a_question_that_finds_nothing_is_kept_when_it_is_left_and_only_once_it_is_turned_on() {
    let mut it = driver(&["piscina!", "esc", "esc"]);
    assert!(it.backend.asked.is_empty(), "it is off");
    it.keys(&["ctrl-s", "senza", "enter"]);
    assert!(it.state.settings.unanswered);
    assert!(
        it.outside
            .iter()
            .any(|effect| matches!(effect, Effect::Save(s) if s.unanswered))
    );
    it.keys(&["alt-home", "piscina di Maria Rossi!", "esc", "esc"]);
    assert_eq!(it.backend.asked, ["piscina di"]);
    it.keys(&["as", "esc", "esc"]);
    assert_eq!(it.backend.asked.len(), 1, "what is found is not kept");
    it.keys(&["ctrl-x"]);
    while !it.text().contains("▸ piscina di") {
        let before = it.text();
        it.keys(&["down"]);
        assert_ne!(it.text(), before, "{before}");
    }
    it.keys(&["delete"]);
    assert!(
        it.backend.asked.is_empty() && it.text().contains("cancellato dal banco"),
        "{}",
        it.text()
    );
}

#[test]
fn who_is_counted_at_a_search_without_results_had_no_answer() {
    let it = driver(&["piscina!", "f11"]);
    assert!(!it.backend.entries[0].visit.answered);
    let it = driver(&["as", "f11"]);
    assert!(it.backend.entries[0].visit.answered);
}
