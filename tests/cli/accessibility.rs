//! The page on accessibility says the same in both languages, and what it claims is tried where a
//! program can try it.

use std::collections::BTreeSet;
use std::path::Path;

const PAGES: [&str; 2] = [
    include_str!("../../assets/manual/accessibilita.it.txt"),
    include_str!("../../assets/manual/accessibilita.en.txt"),
];

/// A criterion that is said to hold, and the test that fails where it does not.
const TRIED: &[(&str, &str, &str)] = &[
    (
        "5.2",
        "tests/linear/start.rs",
        "a_dumb_terminal_and_a_setting_start_the_linear_mode",
    ),
    ("5.4", "tests/cli/forms.rs", "every_page_has_every_form"),
    (
        "5.9",
        "tests/tui_properties.rs",
        "the_commands_are_those_that_work_here_each_once",
    ),
    (
        "9.1.3.1",
        "src/sheet/tests.rs",
        "html_has_landmarks_headings_in_order_and_notes_that_lead_somewhere",
    ),
    ("9.4.1.2", "src/sheet/tests.rs", "html_is_one_page_without_script"),
    (
        "11.1.1.1.1",
        "tests/tui_screens.rs",
        "a_picture_is_copied_as_its_figures",
    ),
    (
        "11.1.1.1.1",
        "tests/linear/read.rs",
        "the_drawings_of_the_screen_are_heard_as_figures",
    ),
    (
        "11.1.3.1.1",
        "tests/parts/spoken.rs",
        "a_row_is_heard_as_a_sentence",
    ),
    (
        "11.1.4.1",
        "tests/parts/map.rs",
        "fewer_classes_still_reach_from_the_lightest_to_the_fullest",
    ),
    (
        "11.1.4.3",
        "tests/parts/theme.rs",
        "colours_that_a_theme_sets_can_be_read",
    ),
    ("11.1.4.10", "tests/tui_pty.rs", "every_size_is_drawn"),
    (
        "11.1.4.11",
        "tests/parts/theme.rs",
        "the_shades_of_the_map_grow_and_differ",
    ),
    (
        "11.2.1.1.1",
        "tests/tui_pty.rs",
        "a_workshop_run_through_by_keys_alone",
    ),
    (
        "11.2.1.2",
        "tests/tui_properties.rs",
        "nothing_breaks_and_esc_ends_at_the_start",
    ),
    (
        "11.2.1.2",
        "tests/tui_screens.rs",
        "the_ways_back_and_out_are_seen_at_every_size",
    ),
    (
        "11.2.1.4.1",
        "tests/tui_properties.rs",
        "esc_and_a_text_go_back_one_step_and_type_the_text",
    ),
    (
        "11.2.2.2",
        "tests/tui_lessons.rs",
        "a_key_stops_the_demonstration_and_the_space_bar_starts_it_again",
    ),
    (
        "11.2.4.7",
        "tests/tui_screens.rs",
        "the_cursor_stands_on_what_is_selected",
    ),
    (
        "11.2.4.7",
        "tests/linear/walk.rs",
        "where_repeat_and_back_work_everywhere",
    ),
    (
        "11.3.1.1.1",
        "tests/linear/start.rs",
        "language_changes_in_place_and_commands_stay_in_both",
    ),
    (
        "11.3.3.1.1",
        "tests/cli/usage.rs",
        "wrong_use_is_one_sentence_and_code_two",
    ),
    (
        "11.3.3.1.1",
        "tests/linear/find.rs",
        "wrong_numbers_and_words_are_one_sentence",
    ),
    (
        "11.3.3.3",
        "tests/cli/many.rs",
        "a_letter_for_a_digit_in_a_code_is_told",
    ),
    (
        "11.3.3.4",
        "tests/parts/voice.rs",
        "what_is_taken_away_is_asked_once_more",
    ),
    (
        "11.3.3.4",
        "tests/tui_screens.rs",
        "a_note_is_not_left_without_a_word",
    ),
    ("11.7", "tests/tui_pty.rs", "no_color_sends_no_colour"),
    (
        "12.1.2",
        "tests/cli/help.rs",
        "every_command_has_a_page_for_man_with_its_options",
    ),
];

/// The criteria that a page names, each at the head of its line: "- 5.7 and 5.8 Key repeat".
fn criteria(page: &str) -> BTreeSet<String> {
    let lines = page.lines().filter_map(|line| line.strip_prefix("- "));
    let heads = lines.filter_map(|line| line.split_once("  ").map(|(head, _)| head));
    let words = heads.flat_map(|head| head.split([' ', ',']));
    let number = |word: &&str| word.contains('.') && word.chars().all(|c| c.is_ascii_digit() || c == '.');
    words.filter(number).map(str::to_owned).collect()
}

#[test]
fn both_languages_name_the_same_criteria() {
    let [it, en] = PAGES.map(criteria);
    assert_eq!(it, en);
    for chapter in ["5.", "9.", "11.", "12."] {
        let named = it.iter().filter(|own| own.starts_with(chapter)).count();
        assert!(named > 4, "{chapter}: {named}");
    }
}

#[test]
fn what_the_page_claims_is_tried() {
    let criteria = criteria(PAGES[0]);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (criterion, file, test) in TRIED {
        assert!(criteria.contains(*criterion), "{criterion}");
        let source = std::fs::read_to_string(root.join(file)).unwrap();
        assert!(
            source.contains(&format!("fn {test}(")),
            "{criterion}: {test} in {file}"
        );
    }
}
