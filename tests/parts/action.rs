//! What can be done, by name.

use sportello::lang::Word;
use sportello::tui::action::Action;

#[test]
fn every_action_has_its_words() {
    for action in Action::ALL {
        for part in ["short", "long"] {
            let key = format!("keys.{}.{part}", action.id());
            assert!(Word::from_key(&key).is_some(), "{action:?}");
        }
        assert_eq!(Action::from_id(action.id()), Some(*action));
    }
}
