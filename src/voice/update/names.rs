//! Ways by name: a comune, a measure, a word; and the filters of a search.

use super::Turn;
use crate::app::Ask;
use crate::app::ranking::Figure;
use crate::explain;
use crate::lang::{Entry, Lang, w};
use crate::model::Submeasure;
use crate::search::How;
use crate::sheet::Subject;
use crate::text::fold::fold;
use crate::voice::command::Command;
use crate::voice::list::Target;
use crate::voice::menu;
use crate::voice::place::{Menu, Names, What};
use crate::voice::state::Content;

impl Turn<'_> {
    /// A comune by name; without one that of the page at hand, else all of them.
    pub(super) fn comune(&mut self, rest: &str) {
        if rest.is_empty() {
            let comune = |what: &What| matches!(what, What::Page(Subject::Comune(_)));
            let what = self.links(comune).unwrap_or(Names::Comuni.all());
            return self.go(what);
        }
        let found = self.archive.lists.comuni_named(rest);
        if let Some(name) = found.only() {
            let code = name.code;
            let said = match (name.former, found.how) {
                (Some(_), _) => Some(self.archive.lists.said(name, self.lang())),
                (None, How::Near) => Some(self.lang().fill(w::NAMES_MEANT, &[("name", &name.written)])),
                _ => None,
            };
            if let Some(said) = said {
                self.say(&said);
            }
            return self.go(What::Page(Subject::Comune(code)));
        }
        self.names_or_search(Names::Comuni, rest);
    }

    /// The comuni by the figure that is named, or by their projects.
    pub(super) fn map(&mut self, rest: &str) {
        let wanted = fold(rest);
        let named = |figure: &&Figure| {
            Lang::ALL
                .iter()
                .any(|lang| fold(lang.say(figure.word())) == wanted)
        };
        match Figure::ALL.iter().find(named) {
            Some(figure) => self.go(What::Menu(Menu::Map(*figure))),
            None if wanted.is_empty() => self.go(What::Menu(Menu::Map(Figure::default()))),
            None => self.mend(w::LINEAR_MENU_MAP_OTHER, &[]),
        }
    }

    pub(super) fn measure(&mut self, rest: &str) {
        if rest.is_empty() {
            let measure = |what: &What| matches!(what, What::Page(Subject::Measure(_)));
            let what = self.links(measure).unwrap_or(Names::Measures.all());
            return self.go(what);
        }
        let code = Submeasure::parse(rest).ok();
        let known = code.filter(|code| self.archive.catalogue().measure(code.as_str()).is_some());
        if let Some(code) = known {
            return self.go(What::Page(Subject::Measure(code.to_string())));
        }
        self.names_or_search(Names::Measures, rest);
    }

    pub(super) fn glossary(&mut self, rest: &str) {
        if rest.is_empty() {
            return self.go(Names::Glossary.all());
        }
        // The very word is opened, however many others hold it.
        let wanted = fold(rest);
        let entries = explain::entry(rest, self.lang());
        let own = |entry: &&&Entry| {
            let texts = Lang::ALL.map(|lang| entry.text(lang));
            let names = texts.iter().flat_map(|t| t.forms.iter().chain([&t.term]));
            names.chain([&entry.id]).any(|name| fold(name) == wanted)
        };
        if let Some(entry) = entries.iter().find(own) {
            return self.go(What::Page(Subject::Word(entry.id)));
        }
        self.names_or_search(Names::Glossary, rest);
    }

    /// The one place of a kind that the page at hand leads to.
    fn links(&self, is: impl Fn(&What) -> bool) -> Option<What> {
        let Content::Page(page) = &self.state.content else {
            return None;
        };
        let links = page.links.iter().filter_map(|item| match &item.to {
            Target::Open(what) if is(what) => Some(what),
            _ => None,
        });
        let links: Vec<&What> = links.collect();
        match links.as_slice() {
            [one] => Some((*one).clone()),
            _ => None,
        }
    }

    /// A list of names when it holds any (one name is opened at once), else a search.
    fn names_or_search(&mut self, of: Names, typed: &str) {
        let names = Menu::Names(of, typed.to_owned());
        match menu::build(self.archive, &names, self.state) {
            Ok(list) if list.items.is_empty() => self.search(Ask::whole(typed)),
            Ok(list) => match list.items.as_slice() {
                [only] => {
                    let target = only.to.clone();
                    self.follow(target);
                }
                _ => self.go(What::Menu(names)),
            },
            Err(error) => self.failed(&error),
        }
    }

    pub(super) fn filters(&mut self) {
        let ask = match &self.state.history.here.what {
            What::Results(ask) | What::Menu(Menu::Facet(ask, _) | Menu::Filters(ask)) => ask.clone(),
            _ => return self.useless(Command::Filters),
        };
        let menu = Menu::Filters(ask);
        match menu::build(self.archive, &menu, self.state) {
            Ok(list) if list.items.is_empty() => self.mend(w::LINEAR_FILTERS_NONE, &[]),
            _ => self.go(What::Menu(menu)),
        }
    }
}
