//! Every kind of screen over the bundled region, from the smallest terminal to a wall, in both
//! languages: what a person must see to go on is there, and nothing is cut without a sign.

#![allow(clippy::unwrap_used)]

#[path = "support/tui.rs"]
mod support;

use sportello::desk::Store;
use sportello::lang::{Lang, StepKind, w};
use sportello::snapshot::Snapshot;
use sportello::tui::action::Action;
use sportello::tui::backend::local::Local;
use sportello::tui::dispatch;
use sportello::tui::frame::body;
use sportello::tui::keymap::Key;
use sportello::tui::screen::search::layout as results;
use sportello::tui::screen::{Screen, lesson};
use sportello::tui::state::bounded;
use support::Driver;

const SIZES: [(u16, u16); 5] = [(30, 8), (40, 12), (80, 24), (120, 40), (200, 60)];

/// Ways to every kind of screen.
const SCREENS: &[&[&str]] = &[
    &[],
    &["osp figline"],
    &["asilo prato"],
    &["scuola reggello"],
    &["asilo prato", "f3"],
    &["asilo prato", "tab", "tab"],
    &["zzzzqqq"],
    &["farmacia portoferraio piscina"],
    &["asillo nido serravezza"],
    &["asilo seravezza", "enter"],
    &["asilo seravezza", "enter", "tab", "enter", "enter"],
    &["asilo seravezza", "enter", "ctrl-t", "una nota"],
    &["asilo seravezza", "enter", "shift-f6"],
    &["asilo seravezza", "enter", "f12"],
    &["asilo seravezza", "enter", "f12", "3"],
    &["asilo prato", "insert", "down", "insert", "shift-f7"],
    &["asilo prato", "insert", "down", "insert"],
    &["f1"],
    &["f9"],
    &["down", "enter"],
    &["down", "enter", "montemurlo", "enter"],
    &["down", "down", "enter"],
    &["down", "down", "enter", "treni"],
    &["down", "down", "enter", "M6C1I1.01", "enter"],
    &["f4"],
    &["f4", "f3"],
    &["f6"],
    &["f7"],
    &["f7", "enter"],
    &["shift-f1"],
    &["ctrl-r"],
    &["ctrl-r", "enter"],
    &["ctrl-r", "enter", "page-down"],
    &["ctrl-r", "dimo", "enter", " "],
    &["ctrl-s"],
    &["ctrl-s", "down", "down", "down", "down", "enter"],
    &["ctrl-x"],
    &["ctrl-f11"],
];

fn today() -> jiff::civil::Date {
    jiff::civil::date(2026, 11, 22)
}

fn driver() -> Driver<Local> {
    let open = || Ok((Snapshot::embedded().unwrap(), Vec::new()));
    let local = Local::new(Box::new(open), today, Store::new(None), Lang::It);
    Driver::over(80, 24, Lang::It, local)
}

/// From the start, in a size and a language, by these keys.
fn go(driver: &mut Driver<Local>, size: (u16, u16), lang: Lang, way: &[&str]) -> String {
    driver.keys(&["ctrl-n", "ctrl-n"]);
    driver.state.size = bounded(size.0, size.1);
    if driver.state.lang != lang {
        driver.keys(&["f2"]);
    }
    driver.keys(way);
    driver.state.notice = None;
    driver.text()
}

/// The text without what lines and panes put between its letters.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A screen: its size, the keys that lead to it, its text.
type Look<'a> = (&'a Driver<Local>, (u16, u16), &'a [&'a str], &'a str);

#[test]
fn every_screen_at_every_size_in_both_languages() {
    let mut driver = driver();
    for size in SIZES {
        for lang in Lang::ALL {
            for way in SCREENS {
                let text = go(&mut driver, size, lang, way);
                let look = (&driver, size, *way, text.as_str());
                on_back_and_out(look);
                all_doors(look);
                whole_header(look);
                items_apart(look);
                results_apart(look);
            }
        }
    }
}

/// At the bottom: the help, the way back, the way out; where pages are turned, how.
fn on_back_and_out((driver, size, way, text): Look<'_>) {
    let foot = text.lines().nth(usize::from(size.1) - 1).unwrap_or_default();
    let lang = driver.state.lang;
    let key = |action| driver.state.keymap.say(action, lang);
    let mut wanted = vec![key(Action::Help), key(Action::Quit)];
    if !way.is_empty() {
        wanted.push(key(Action::Back));
    }
    match &driver.state.history.here {
        Screen::Workshop(_) | Screen::Lesson(_) => {
            wanted.push(format!("{} {}", key(Action::Next), Action::Next.short(lang)));
        }
        Screen::Note(_) => wanted.push(format!(
            "{} {}",
            key(Action::SaveNote),
            Action::SaveNote.short(lang)
        )),
        _ => {}
    }
    for one in wanted {
        assert!(foot.contains(&one), "{one}: {size:?} {way:?}\n{text}");
    }
}

/// The first screen has its four doors in the smallest window too.
fn all_doors((driver, size, way, text): Look<'_>) {
    let doors = [
        w::SCREEN_START_COMUNE,
        w::SCREEN_START_MEASURES,
        w::SCREEN_START_LEARN,
        w::SCREEN_START_DESK,
    ];
    for door in doors.into_iter().filter(|_| way.is_empty()) {
        let name = driver.state.lang.say(door);
        assert!(text.contains(name), "{name}: {size:?}\n{text}");
    }
}

/// At the top: the place in a list and what is gathered are never cut; of a name at most the end.
fn whole_header((driver, size, way, text): Look<'_>) {
    let head = text.lines().next().unwrap_or_default();
    let [place, _] = dispatch::position(&driver.state);
    let gathered = driver.state.gathered.counted(driver.state.lang);
    for part in place.into_iter().chain(gathered) {
        assert!(head.contains(&part), "{part}: {size:?} {way:?}\n{text}");
    }
}

/// In a list every count and every key is seen, and no two lines are alike.
fn items_apart((driver, size, way, text): Look<'_>) {
    let Screen::Pick(pick) = &driver.state.history.here else {
        return;
    };
    let shown = pick.shown.iter().skip(pick.scroll).map(|at| &pick.items[*at]);
    if let Some(page) = pick.selected_page().filter(|_| size.0 >= 150) {
        let (own, beside) = pick.preview.page.as_ref().unwrap();
        assert_eq!(own, page, "{way:?}");
        let heading = beside.parts.iter().find(|part| !part.heading.is_empty()).unwrap();
        let start: String = letters(&heading.heading).chars().take(10).collect();
        assert!(letters(text).contains(&start), "{start}: {way:?}\n{text}");
    }
    let field = if size.1 >= 16 { 4 } else { 2 };
    let lines: Vec<&str> = text.lines().skip(field).collect();
    for (item, line) in shown.clone().zip(&lines).take(usize::from(size.1 - 8)) {
        assert!(
            line.contains(&item.note),
            "{}: {size:?} {way:?}\n{text}",
            item.name
        );
    }
    let mut shown_names: Vec<&String> = shown.clone().map(|item| &item.name).collect();
    shown_names.sort_unstable();
    let mut twins: Vec<(&String, &String)> = shown.map(|item| (&item.name, &item.note)).collect();
    let all = twins.len();
    twins.sort_unstable();
    twins.dedup();
    assert_eq!(twins.len(), all, "{way:?} {shown_names:?}");
}

/// A result shows its name, a remark all of its words, a failed search its remedy.
fn results_apart((driver, size, way, text): Look<'_>) {
    let Screen::Search(search) = &driver.state.history.here else {
        return;
    };
    let lang = driver.state.lang;
    let body = body(driver.state.size);
    if search.is_bare() {
        let remedy = letters(lang.say(w::SCREEN_SEARCH_TRY));
        assert!(letters(text).contains(&remedy), "{size:?} {way:?}\n{text}");
        return;
    }
    let areas = results::areas(search, body);
    if areas.results.is_empty() {
        return;
    }
    let list = results::inner(areas.results, body);
    let mut named = 0;
    for placed in results::visible(search, list) {
        if let results::Choice::Row(row, _) = &placed.choice
            && placed.area.height > 1
        {
            let start: String = row.title.chars().take(16).collect();
            assert!(
                letters(text).contains(&letters(&start)),
                "{start}: {size:?} {way:?}\n{text}"
            );
            named += 1;
        }
    }
    assert!(named > 0 || size.1 < 12, "{size:?} {way:?}\n{text}");
    let row = text.lines().nth(usize::from(areas.summary.y)).unwrap_or_default();
    let alone = search.said().is_some() && areas.said.is_empty() && !areas.summary.is_empty();
    assert!(
        !alone || !row.contains('€'),
        "a sum without what it leaves out: {size:?} {way:?}\n{text}"
    );
    let said = search.said().filter(|_| !areas.said.is_empty());
    if let Some((said, _)) = said {
        assert!(
            letters(text).contains(&letters(&said)),
            "{said}: {size:?} {way:?}\n{text}"
        );
    }
}

/// What is said of an item below its list is whole, or says which key shows the rest.
#[test]
fn what_is_said_below_a_list_ends_or_leads_on() {
    let mut driver = driver();
    for (lang, way) in Lang::ALL
        .into_iter()
        .flat_map(|lang| [["f7"], ["ctrl-r"]].map(|way| (lang, way)))
    {
        go(&mut driver, (40, 12), lang, &way);
        for _ in 0..20 {
            driver.keys(&["down"]);
            let text = driver.text();
            let Screen::Pick(pick) = &driver.state.history.here else {
                panic!("a list")
            };
            let item = pick.selected_item().unwrap();
            let foot: String = text.lines().skip(8).take(3).collect();
            let key = driver.state.keymap.say(Action::Open, lang);
            let whole = letters(&foot).ends_with(&letters(&item.says.concat()));
            assert!(whole || foot.trim_end().ends_with(&format!("… {key}")), "{text}");
        }
    }
}

/// Where a question waits, its words, its field or its answers and the key that answers are seen
/// together, if only on a page of their own.
#[test]
fn an_exercise_is_seen_whole_at_any_size() {
    let mut driver = driver();
    for (size, lang) in SIZES
        .into_iter()
        .flat_map(|size| Lang::ALL.map(|lang| (size, lang)))
    {
        go(&mut driver, size, lang, &["ctrl-r", "enter"]);
        let Screen::Lesson(first) = &driver.state.history.here else {
            panic!("a lesson")
        };
        let steps: Vec<usize> = (1..=first.steps()).collect();
        for at in steps {
            let Screen::Lesson(here) = &mut driver.state.history.here else {
                panic!("a lesson")
            };
            let mut step = sportello::tui::screen::Lesson::new(here.lesson);
            step.at = at;
            if !matches!(step.step().unwrap().kind, StepKind::Ask(_)) {
                continue;
            }
            **here = step;
            driver.keys(&["f2", "f2"]);
            driver.state.notice = None;
            let last = |driver: &Driver<Local>| match &driver.state.history.here {
                Screen::Lesson(it) => it.page == lesson::view::set(it, &driver.state).last(),
                _ => panic!("the lesson stays"),
            };
            while !last(&driver) {
                let foot = driver.text().lines().last().unwrap_or_default().to_owned();
                assert!(
                    foot.contains(Action::Next.short(lang)),
                    "{size:?}\n{}",
                    driver.text()
                );
                driver.keys(&["page-down"]);
            }
            let text = driver.text();
            let Screen::Lesson(it) = &driver.state.history.here else {
                panic!("the lesson stays")
            };
            let words = it.step().unwrap().text(lang);
            let question = letters(&it.filled(words.question));
            let tail: String = question
                .chars()
                .rev()
                .take(30)
                .collect::<Vec<_>>()
                .into_iter()
                .rev()
                .collect();
            let answers = words
                .options
                .last()
                .map_or_else(|| lang.say(w::SCREEN_LESSON_TYPE), |option| *option);
            for part in [&tail, &letters(answers)] {
                assert!(letters(&text).contains(part.as_str()), "{part}: {size:?}\n{text}");
            }
            let enter = Key::parse("enter").unwrap().say(lang);
            assert!(text.lines().last().unwrap().contains(&enter), "{size:?}\n{text}");
        }
    }
}

/// The help begins with how to leave, and says each heading once.
#[test]
fn the_help_says_on_its_first_page_how_to_leave() {
    let mut driver = driver();
    for way in SCREENS {
        let text = go(&mut driver, (80, 24), Lang::It, way);
        driver.keys(&["f1"]);
        let Screen::Pick(_) = &driver.state.history.here else {
            continue;
        };
        if matches!(way, ["f1"]) {
            continue;
        }
        let help = driver.text();
        let leaves = help
            .lines()
            .skip(4)
            .any(|line| line.contains(" Esci ") && line.contains(" Ctrl-Q"));
        assert!(leaves, "{text}\n{help}");
        let headings: Vec<&str> = help
            .lines()
            .skip(4)
            .filter(|line| line.starts_with(char::is_alphabetic))
            .collect();
        let mut once: Vec<&str> = headings.iter().filter_map(|line| line.get(..12)).collect();
        let all = once.len();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), all, "{help}");
    }
}
