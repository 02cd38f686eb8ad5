//! What each list holds.

use super::{Go, Item, PickKind, Toggle};
use crate::lang::{GLOSSARY, LESSONS, Lang, QUESTIONS, card, w};
use crate::sheet::Subject;
use crate::sheet::projects_said;
use crate::text::fold;
use crate::text::number::count;
use crate::tui::action::Action;

use crate::tui::glyphs::GlyphSet;
use crate::tui::keymap::Key;
use crate::tui::state::State;

/// All that a list holds.
pub fn items(kind: PickKind, state: &State) -> Vec<Item> {
    match kind {
        PickKind::Comuni => comuni(state, |code| Go::Open(Subject::Comune(code))),
        PickKind::Home => {
            let mut out = comuni(state, |code| Go::Home(Some(code)));
            out.insert(
                0,
                plain(state.lang.say(w::SCREEN_SETTINGS_NO_HOME), Go::Home(None)),
            );
            out
        }
        PickKind::Measures => measures(state),
        PickKind::Glossary => glossary(state.lang),
        PickKind::Learn => learn(state.lang),
        PickKind::Help => help(state),
        PickKind::Palette => palette(state),
        PickKind::Settings => settings(state),
    }
}

pub(super) fn plain(name: &str, go: Go) -> Item {
    Item {
        name: name.to_owned(),
        note: String::new(),
        says: Vec::new(),
        also: String::new(),
        go,
    }
}

fn comuni(state: &State, go: impl Fn(crate::model::ComuneCode) -> Go) -> Vec<Item> {
    let one = |c: &crate::app::ComuneItem| Item {
        name: format!("{} ({})", c.name, c.province),
        note: count(c.projects, state.lang),
        says: vec![projects_said(c.projects, state.lang)],
        also: c.code.to_string(),
        go: go(c.code),
    };
    state.lists.comuni.iter().map(one).collect()
}

fn measures(state: &State) -> Vec<Item> {
    let lang = state.lang;
    let one = |m: &crate::app::MeasureItem| {
        let card = card(&m.card);
        let text = card.map(|c| c.text(lang));
        let mut says = vec![format!("{} {}", m.code, projects_said(m.projects, lang))];
        says.extend(
            text.into_iter()
                .flat_map(|t| [t.what, t.who, t.change].map(str::to_owned)),
        );
        Item {
            name: m.name(lang).to_owned(),
            note: count(m.projects, lang),
            says,
            also: format!(
                "{} {} {}",
                m.code,
                m.official,
                card.map_or(String::new(), |c| c.topics.join(" "))
            ),
            go: Go::Open(Subject::Measure(m.code.clone())),
        }
    };
    state.lists.measures.iter().map(one).collect()
}

fn glossary(lang: Lang) -> Vec<Item> {
    let mut out: Vec<Item> = GLOSSARY
        .iter()
        .map(|entry| {
            let text = entry.text(lang);
            Item {
                name: text.term.to_owned(),
                note: String::new(),
                says: vec![text.says.to_owned(), text.example.to_owned()],
                also: text.forms.join(" "),
                go: Go::Open(Subject::Word(entry.id)),
            }
        })
        .collect();
    out.sort_by_key(|item| fold::fold(&item.name));
    out
}

fn lessons(lang: Lang) -> impl Iterator<Item = Item> {
    LESSONS.iter().map(move |lesson| {
        let text = lesson.text(lang);
        let minutes = lesson.minutes.to_string();
        Item {
            note: lang.fill(w::SCREEN_LEARN_MINUTES, &[("minutes", &minutes)]),
            says: vec![text.goal.to_owned()],
            ..plain(text.title, Go::Lesson(lesson.id))
        }
    })
}

fn learn(lang: Lang) -> Vec<Item> {
    let mut out: Vec<Item> = lessons(lang).collect();
    out.push(Item {
        says: vec![lang.say(w::SCREEN_LEARN_GLOSSARY_SAYS).to_owned()],
        note: count(GLOSSARY.len(), lang),
        ..plain(lang.say(w::SCREEN_PICK_GLOSSARY), Go::List(PickKind::Glossary))
    });
    out.extend(QUESTIONS.iter().map(|q| {
        let text = q.text(lang);
        Item {
            says: text.answer.iter().map(|s| (*s).to_owned()).collect(),
            ..plain(text.question, Go::Open(Subject::Question(q.id)))
        }
    }));
    out
}

/// Every action with all its keys, in the order of the table.
fn help(state: &State) -> Vec<Item> {
    let one = |b: &crate::tui::keymap::Binding| {
        let keys: Vec<String> = b.keys.iter().map(|k| Key::say(*k, state.lang)).collect();
        let mut name = b.action.short(state.lang).to_owned();
        if let Some(first) = name.get(..1) {
            let upper = first.to_uppercase();
            name.replace_range(..1, &upper);
        }
        Item {
            name,
            note: keys.join("  "),
            says: vec![b.action.long(state.lang).to_owned(), keys.join(", ")],
            also: b.action.id().to_owned(),
            go: Go::Do(b.action),
        }
    };
    state.keymap.bindings.iter().map(one).collect()
}

/// Every place, then every action.
fn palette(state: &State) -> Vec<Item> {
    let places = [
        PickKind::Comuni,
        PickKind::Measures,
        PickKind::Learn,
        PickKind::Glossary,
        PickKind::Settings,
        PickKind::Help,
    ];
    let mut out: Vec<Item> = places
        .iter()
        .map(|kind| plain(state.lang.say(kind.title()), Go::List(*kind)))
        .collect();
    out.push(plain(
        state.lang.say(w::SCREEN_DATA_TITLE),
        Go::Open(Subject::Data),
    ));
    out.push(plain(state.lang.say(w::DESK_TITLE), Go::Open(Subject::Desk)));
    out.extend(favourites(state));
    out.extend(lessons(state.lang));
    out.extend(help(state));
    out.extend(comuni(state, |code| Go::Open(Subject::Comune(code))));
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

fn settings(state: &State) -> Vec<Item> {
    let lang = state.lang;
    let home = state
        .home
        .and_then(|code| state.lists.comuni.iter().find(|c| c.code == code));
    let yes_no = |yes| lang.say(if yes { w::TUI_YES } else { w::TUI_NO });
    let glyphs = match state.glyphs {
        GlyphSet::Unicode => w::SCREEN_SETTINGS_GLYPHS_ALL,
        GlyphSet::Ascii => w::SCREEN_SETTINGS_GLYPHS_FEW,
    };
    let none = lang.say(w::SCREEN_SETTINGS_NO_HOME);
    let rows = [
        (
            w::SCREEN_SETTINGS_LANGUAGE,
            lang.say(w::TUI_LANGUAGE),
            Go::Toggle(Toggle::Language),
        ),
        (
            w::SCREEN_SETTINGS_THEME,
            state.theme.say(lang),
            Go::Toggle(Toggle::Theme),
        ),
        (
            w::SCREEN_SETTINGS_MOUSE,
            yes_no(state.mouse),
            Go::Toggle(Toggle::Mouse),
        ),
        (
            w::SCREEN_SETTINGS_GLYPHS,
            lang.say(glyphs),
            Go::Toggle(Toggle::Glyphs),
        ),
        (
            w::SCREEN_SETTINGS_HOME,
            home.map_or(none, |c| c.name.as_str()),
            Go::List(PickKind::Home),
        ),
    ];
    let says = [
        w::SCREEN_SETTINGS_LANGUAGE_SAYS,
        w::SCREEN_SETTINGS_THEME_SAYS,
        w::SCREEN_SETTINGS_MOUSE_SAYS,
        w::SCREEN_SETTINGS_GLYPHS_SAYS,
        w::SCREEN_SETTINGS_HOME_SAYS,
    ];
    let one = |((name, value, go), says): ((crate::lang::Word, &str, Go), crate::lang::Word)| Item {
        note: value.to_owned(),
        says: vec![lang.say(says).to_owned()],
        ..plain(lang.say(name), go)
    };
    rows.into_iter().zip(says).map(one).collect()
}
