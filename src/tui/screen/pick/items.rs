//! What each list holds.

use super::{Go, Item, Pick, PickKind};
use crate::app::choices::{self, Choice, ToComune};
use crate::app::phrases_of;
use crate::desk::Amend;
use crate::desk::served::request_word;
use crate::lang::{GLOSSARY, Lang, Word, w};
use crate::sheet::Subject;
use crate::text::number::count;
use crate::tui::action::Action;
use crate::tui::glyphs::GlyphSet;
use crate::tui::keymap::{Binding, Context, Key};
use crate::tui::state::State;

/// All that a list holds.
pub fn items(pick: &Pick, state: &State) -> Vec<Item> {
    match pick.kind {
        PickKind::Comuni => open(choices::comuni(&state.lists, state.lang)),
        PickKind::Home => {
            let none = plain(state.lang.say(w::SCREEN_SETTINGS_NO_HOME), Go::Home(None));
            let comuni = choices::comuni(&state.lists, state.lang).into_iter();
            let comuni = comuni.map(|choice| choice.map(|to| Go::Home(to.comune())));
            std::iter::once(none).chain(comuni).collect()
        }
        PickKind::Measures => open(choices::measures(&state.lists.measures, state.lang)),
        PickKind::Glossary => open(choices::glossary(state.lang)),
        PickKind::Learn => learn(state.lang),
        PickKind::Help => help(state, pick.asked_in),
        PickKind::Palette => palette(pick, state),
        PickKind::Settings => settings(state),
        PickKind::Request => requests(state),
    }
}

fn plain(name: &str, go: Go) -> Item {
    Choice::plain(name, go)
}

fn open(choices: impl IntoIterator<Item = Choice<Subject>>) -> Vec<Item> {
    choices.into_iter().map(|choice| choice.map(Go::Open)).collect()
}

fn lessons(lang: Lang) -> impl Iterator<Item = Item> {
    choices::lessons(lang).map(|choice| choice.map(|lesson| Go::Lesson(lesson.id)))
}

fn learn(lang: Lang) -> Vec<Item> {
    let mut out: Vec<Item> = lessons(lang).collect();
    out.push(Item {
        says: vec![lang.say(w::SCREEN_LEARN_GLOSSARY_SAYS).to_owned()],
        note: count(GLOSSARY.len(), lang),
        ..plain(lang.say(w::SCREEN_PICK_GLOSSARY), Go::List(PickKind::Glossary))
    });
    out.extend(open(choices::questions(lang)));
    out
}

/// Every action with all its keys, by what they are for: those that hold on the screen where the help
/// was asked for, then the others.
fn help(state: &State, here: &[Context]) -> Vec<Item> {
    let holds = |b: &Binding| b.contexts.iter().any(|context| here.contains(context));
    let one = |b: &Binding| {
        let keys: Vec<String> = b.keys.iter().map(|k| Key::say(*k, state.lang)).collect();
        let mut name = b.action.short(state.lang).to_owned();
        if let Some(first) = name.get(..1) {
            let upper = first.to_uppercase();
            name.replace_range(..1, &upper);
        }
        Item {
            name,
            note: keys.join("  "),
            says: vec![
                b.action.long(state.lang).to_owned(),
                keys.join(", "),
                match holds(b) {
                    true => b.task.say(state.lang).to_owned(),
                    false => state.lang.say(w::KEYS_ELSEWHERE).to_owned(),
                },
            ],
            also: format!(
                "{} {} {}",
                b.action.id(),
                b.task.say(state.lang),
                phrases_of(b.action.id())
            ),
            to: Go::Do(b.action),
        }
    };
    let mut bindings: Vec<(bool, &Binding)> = state.keymap.bindings.iter().map(|b| (holds(b), b)).collect();
    bindings.sort_by_key(|(here, b)| (!here, b.task));
    bindings.into_iter().map(|(_, b)| one(b)).collect()
}

/// Lists that no key opens, then what can be done where it was asked for.
fn palette(pick: &Pick, state: &State) -> Vec<Item> {
    let lang = state.lang;
    let place = |(kind, says): (PickKind, Word)| Item {
        says: vec![lang.say(says).to_owned()],
        ..plain(lang.say(kind.title()), Go::List(kind))
    };
    let places = [
        (PickKind::Comuni, w::SCREEN_START_COMUNE_SAYS),
        (PickKind::Measures, w::SCREEN_START_MEASURES_SAYS),
    ];
    let mut out: Vec<Item> = places.map(place).into();
    out.extend(favourites(state));
    out.extend(lessons(lang));
    let works = |item: &Item| matches!(&item.to, Go::Do(action) if pick.can.contains(action));
    out.extend(help(state, &[]).into_iter().filter(works));
    out.extend(open(choices::comuni(&state.lists, state.lang)));
    out
}

/// What the person keeps, to be opened from anywhere.
fn favourites(state: &State) -> impl Iterator<Item = Item> {
    let one = |kept: &crate::app::Kept| {
        Some(Item {
            note: Action::Favourite.short(state.lang).to_owned(),
            ..plain(&kept.name, Go::Open(kept.to.clone()?))
        })
    };
    state.desk.favourites.iter().filter_map(one)
}

/// The kinds of request of the desk, and whether there was an answer.
fn requests(state: &State) -> Vec<Item> {
    let kinds = state.settings.kinds_of_request().into_iter();
    let kinds = kinds.map(|kind| plain(&request_word(&kind, state.lang), Go::Amend(Amend::Request(kind))));
    let answered = [
        (w::DESK_REQUEST_ANSWERED, true),
        (w::DESK_REQUEST_UNANSWERED, false),
    ];
    let answered = answered.map(|(word, is)| plain(state.lang.say(word), Go::Amend(Amend::Answered(is))));
    kinds.chain(answered).collect()
}

fn settings(state: &State) -> Vec<Item> {
    let lang = state.lang;
    let home = state
        .home
        .and_then(|code| state.lists.comuni.iter().find(|c| c.code == code));
    let yes_no = |yes| lang.say(if yes { w::TUI_YES } else { w::TUI_NO });
    let glyphs = match state.glyphs {
        GlyphSet::Unicode => w::SCREEN_SETTINGS_GLYPHS_ALL,
        GlyphSet::Console => w::SCREEN_SETTINGS_GLYPHS_SOME,
        GlyphSet::Ascii => w::SCREEN_SETTINGS_GLYPHS_FEW,
    };
    let none = lang.say(w::SCREEN_SETTINGS_NO_HOME);
    let home = home.map_or(none, |c| c.name.as_str());
    use Action::{Glyphs, Language, Mouse, Simple, Theme, Unanswered};
    let say = |key: String| Word::from_key(&key).map_or("", |word| lang.say(word));
    let one = |(id, value, to): (&str, &str, Go)| Item {
        note: value.to_owned(),
        says: vec![say(format!("screen.settings.{id}-says")).to_owned()],
        ..plain(say(format!("screen.settings.{id}")), to)
    };
    let all = [
        ("language", lang.say(w::TUI_LANGUAGE), Go::Do(Language)),
        ("theme", state.theme.say(lang), Go::Do(Theme)),
        ("mouse", yes_no(state.mouse), Go::Do(Mouse)),
        ("glyphs", lang.say(glyphs), Go::Do(Glyphs)),
        ("home", home, Go::List(PickKind::Home)),
        ("linear", yes_no(state.settings.linear), Go::Do(Simple)),
        (
            "unanswered",
            yes_no(state.settings.unanswered),
            Go::Do(Unanswered),
        ),
    ];
    all.map(one).into()
}
