//! The lists that are not results: comuni, measures, words, questions, lessons, settings, filters,
//! what is kept at the desk.

mod desk;
mod filters;
mod names;

use super::command::Command;
use super::list::{Item, List, Target};
use super::page;
use super::place::{Menu, Names, What};
use super::results;
use super::state::State;
use crate::app::{Archive, choices};
use crate::lang::{LESSONS, Lang, w};
use crate::sheet::{Subject, in_words};
use crate::snapshot::OpenError;
use crate::title;

/// What a list holds.
///
/// # Errors
/// When the archive cannot be read.
pub fn build(archive: &Archive, menu: &Menu, state: &State) -> Result<List, OpenError> {
    let lang = state.lang;
    let say = |word| lang.say(word);
    Ok(match menu {
        Menu::Filters(ask) => filters::facets(archive, ask, state),
        Menu::Facet(ask, kind) => filters::values(archive, ask, *kind, state),
        Menu::Names(of, narrow) => names::narrowed(archive, *of, narrow, lang),
        Menu::Map(figure) => names::map(archive, *figure, lang),
        Menu::Questions => {
            let questions = choices::questions(lang);
            let items = questions.map(|choice| Item::open(choice.name, What::Page(choice.to)));
            List::of(say(w::LINEAR_MENU_QUESTIONS), items.collect())
        }
        Menu::Learn => List::of(
            say(w::LINEAR_MENU_LEARN),
            vec![
                Item::open(say(w::LINEAR_MENU_ENTRY_LESSONS), What::Menu(Menu::Lessons)),
                Item::open(say(w::LINEAR_MENU_ENTRY_QUESTIONS), What::Menu(Menu::Questions)),
                Item::open(say(w::LINEAR_MENU_ENTRY_GLOSSARY), Names::Glossary.all()),
            ],
        ),
        Menu::Lessons => {
            let item = |lesson: &'static crate::lang::Lesson| {
                let minutes = lesson.minutes.to_string();
                let values = [("title", lesson.text(lang).title), ("minutes", &minutes)];
                Item::open(lang.fill(w::LINEAR_MENU_LESSON, &values), What::Lesson(lesson))
            };
            List::of(say(w::LINEAR_MENU_LESSONS), LESSONS.iter().map(item).collect())
        }
        Menu::Desk => desk::list(archive, state),
        Menu::Unanswered => desk::unanswered(state),
        Menu::Gathered => gathered(archive, state),
        Menu::Settings => settings(archive, state),
        Menu::See(subject) => {
            let links = page::build(archive, subject, lang, state.today)?
                .map(|p| p.links)
                .unwrap_or_default();
            List::of(say(w::LINEAR_MENU_SEE), links)
        }
        Menu::Beside(ask) => List::of(say(w::LINEAR_MENU_SEE), results::beside(archive, ask, state)),
        Menu::Words(ids) => List::of(say(w::LINEAR_MENU_WORDS), page::words(ids, lang)),
        Menu::Palette => {
            let item = |command: &Command| Item::new(help_line(*command, lang), Target::Do(*command));
            let mut list = List::of(
                say(w::LINEAR_MENU_COMMANDS),
                Command::ALL.iter().map(item).collect(),
            );
            list.tail.push(say(w::LINEAR_HELP_ANY).to_owned());
            list
        }
    })
}

/// The projects gathered for one citizen, each with how much and how far.
fn gathered(archive: &Archive, state: &State) -> List {
    let (catalogue, lang) = (archive.catalogue(), state.lang);
    let briefs = state.gathered.ids().iter();
    let items = briefs.filter_map(|id| catalogue.brief(*id)).map(|brief| {
        let (title, facts) = (
            title::compose(catalogue, brief, lang),
            in_words(brief, lang).join(", "),
        );
        let label = lang.fill(w::LINEAR_RESULTS_ITEM, &[("title", &title), ("facts", &facts)]);
        let page = What::Page(Subject::Project(brief.id));
        Item {
            name: Some(title),
            ..Item::open(label, page)
        }
    });
    let mut list = List::of(&state.gathered.title(lang), items.collect());
    if list.items.is_empty() {
        list.head = vec![lang.say(w::GATHERED_NOTHING).to_owned()];
    }
    list
}

/// "altri: dice i prossimi."
pub fn help_line(command: Command, lang: Lang) -> String {
    let values = [
        ("command", lang.say(command.word())),
        ("says", lang.say(command.says())),
    ];
    lang.fill(w::LINEAR_HELP_ITEM, &values)
}

fn settings(archive: &Archive, state: &State) -> List {
    let lang = state.lang;
    let yes = |on: bool| lang.say(if on { w::TUI_YES } else { w::TUI_NO });
    let home = state.home.and_then(|code| archive.catalogue().comune_name(code));
    let value = |word, value: &str| lang.fill(word, &[("value", value)]);
    let mut items = vec![
        Item::new(
            value(w::LINEAR_SETTINGS_LANGUAGE, lang.say(w::TUI_LANGUAGE)),
            Target::Do(Command::Language),
        ),
        Item::open(
            value(
                w::LINEAR_SETTINGS_HOME,
                home.unwrap_or(lang.say(w::LINEAR_SETTINGS_NO_HOME)),
            ),
            Names::Home.all(),
        ),
        Item::new(
            value(w::LINEAR_SETTINGS_LINEAR, yes(state.settings.linear)),
            Target::Linear,
        ),
    ];
    if home.is_some() {
        items.push(Item::new(
            lang.say(w::LINEAR_SETTINGS_FORGET_HOME),
            Target::Home(None),
        ));
    }
    let keeps = value(w::LINEAR_SETTINGS_UNANSWERED, yes(state.settings.unanswered));
    items.push(Item::new(keeps, Target::Unanswered));
    List::of(lang.say(w::LINEAR_MENU_SETTINGS), items)
}
