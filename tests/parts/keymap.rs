//! Keys, from their names to what they do.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use sportello::lang::{Lang, Word};
use sportello::tui::action::Action;
use sportello::tui::keymap::{Context, Key, KeyError, Keymap};

const NAMED: [&str; 13] = [
    "enter",
    "esc",
    "tab",
    "up",
    "down",
    "left",
    "right",
    "page-up",
    "page-down",
    "home",
    "end",
    "backspace",
    "delete",
];

#[test]
fn the_table_names_every_action_once_with_its_words() {
    let map = Keymap::new(None).unwrap();
    for binding in &map.bindings {
        let action = binding.action;
        let lines = map.bindings.iter().filter(|b| b.action == action).count();
        assert_eq!(lines, 1, "{action:?}");
        assert_eq!(Action::from_id(action.id()), Some(action));
        for part in ["short", "long"] {
            let key = format!("keys.{}.{part}", action.id());
            assert!(Word::from_key(&key).is_some(), "{action:?}");
        }
    }
    assert!(map.bindings.len() > 50 && Action::from_id("fly").is_none());
}

#[test]
fn the_nearest_context_wins() {
    let map = Keymap::new(None).unwrap();
    let enter = Key::parse("enter").unwrap();
    let near = [Context::Reading, Context::Everywhere];
    assert_eq!(map.action(enter, &near), Some(Action::Why));
    assert_eq!(map.action(enter, &[Context::Search]), Some(Action::Open));
    assert_eq!(map.action(enter, &[Context::Everywhere]), None);
}

#[test]
fn the_users_keys_replace_ours() {
    let map = Keymap::new(Some("quit = [\"ctrl-v\"]")).unwrap();
    let everywhere = [Context::Everywhere];
    assert_eq!(
        map.action(Key::parse("ctrl-v").unwrap(), &everywhere),
        Some(Action::Quit)
    );
    assert_eq!(map.action(Key::parse("ctrl-q").unwrap(), &everywhere), None);
}

#[test]
fn a_wrong_table_says_what_is_wrong() {
    let says = |text: &str| Keymap::new(Some(text)).unwrap_err().to_string();
    assert_eq!(says("fly = [\"f1\"]"), "\"fly\" is no action of this program");
    assert_eq!(says("quit = [\"f1\"]"), "f1 would call both help and quit");
    assert_eq!(
        says("quit = [\"q\"]"),
        "quit: \"q\" is for typing: put ctrl- before it"
    );
    assert_eq!(says("quit = [\"ctrl-hop\"]"), "quit: \"ctrl-hop\" is no key");
    assert!(says("quit = ").contains("line 1"));
    let italian = Keymap::new(Some("\nquit = ")).unwrap_err().say(Lang::It);
    assert!(
        italian.contains("riga 2") && italian.contains("«quit =»"),
        "{italian}"
    );
    let italian = Keymap::new(Some("quit = [\"q\"]")).unwrap_err().say(Lang::It);
    assert!(italian.contains("quit") && italian.contains("«q»"), "{italian}");
}

#[test]
fn every_key_is_for_something_that_has_a_name() {
    let map = Keymap::new(None).unwrap();
    for lang in Lang::ALL {
        let mut names: Vec<&str> = map.bindings.iter().map(|b| b.task.say(lang)).collect();
        assert!(names.iter().all(|name| !name.is_empty() && name.len() <= 11));
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 8, "{names:?}");
    }
}

#[test]
fn names_go_there_and_back() {
    for name in [
        "ctrl-q",
        "alt-left",
        "f10",
        "shift-tab",
        "ctrl-alt-delete",
        "ctrl-space",
    ] {
        assert_eq!(Key::parse(name).unwrap().id(), name);
    }
    assert_eq!(Key::parse("f13"), Err(KeyError::Unknown("f13".into())));
}

#[test]
fn keys_are_said_as_on_the_keyboard() {
    assert_eq!(Key::parse("enter").unwrap().say(Lang::It), "Invio");
    assert_eq!(Key::parse("ctrl-q").unwrap().say(Lang::It), "Ctrl-Q");
    assert_eq!(Key::parse("shift-tab").unwrap().say(Lang::It), "Maiusc-Tab");
    for name in NAMED {
        assert_ne!(Key::parse(name).unwrap().say(Lang::En), "?", "{name}");
    }
}

#[test]
fn altgr_types_and_control_does_not() {
    let event = |c, m| KeyEvent::new(KeyCode::Char(c), m);
    let altgr = KeyModifiers::CONTROL | KeyModifiers::ALT;
    assert_eq!(Key::typed(&event('@', altgr)), Some('@'));
    assert_eq!(Key::typed(&event('È', KeyModifiers::SHIFT)), Some('È'));
    assert_eq!(Key::typed(&event('q', KeyModifiers::CONTROL)), None);
    assert_eq!(Key::typed(&event('q', KeyModifiers::ALT)), None);
}

#[test]
fn a_function_key_has_one_meaning_wherever_it_holds() {
    use Action::{Data, Filters, Hint, Look, Table, Whole};
    // More, or otherwise, of what is there; the data.
    let same: [&[Action]; 2] = [&[Filters, Hint, Whole, Table], &[Data, Look]];
    let map = Keymap::new(None).unwrap();
    let is_function = |key: &Key| matches!(key.code, KeyCode::F(_));
    let keys = map.bindings.iter().flat_map(|b| b.keys.iter().copied());
    for key in keys.filter(is_function) {
        let calls = map.bindings.iter().filter(|b| b.keys.contains(&key));
        let calls: Vec<Action> = calls.map(|b| b.action).collect();
        let one = calls.len() == 1 || same.iter().any(|same| calls.iter().all(|a| same.contains(a)));
        assert!(one, "{}: {calls:?}", key.id());
    }
}
