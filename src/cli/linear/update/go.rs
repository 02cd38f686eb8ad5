//! Going from place to place: arriving, stepping back, switching language in place.

use super::Turn;
use crate::cli::linear::command::Command;
use crate::cli::linear::list::{List, Target};
use crate::cli::linear::state::{Ask, Content, Effect, Menu, Place, Subject, What};
use crate::cli::linear::{menu, page, results};
use crate::desk::Settings;
use crate::lang::{Lang, w};
use crate::model::ComuneCode;
use crate::snapshot::OpenError;
use crate::text::number;

impl Turn<'_> {
    pub(super) fn go(&mut self, what: What) {
        self.state.history.open(Place::new(what));
        self.arrive();
    }

    /// The same results in another order: the place stays, so stepping back leaves it.
    pub(super) fn again(&mut self, ask: Ask) {
        self.state.history.replace(Place::new(What::Results(ask)));
        self.arrive();
    }

    /// Says a new place from its beginning.
    pub(super) fn arrive(&mut self) {
        self.state.told.clear();
        if !self.rebuild() {
            return;
        }
        match &self.state.history.here.what {
            What::Start => self.greet(),
            What::Lesson(_) => self.begin_lesson(),
            What::Page(_) => self.begin_page(),
            What::Results(_) | What::Menu(_) => self.begin_list(),
        }
    }

    /// Makes what the place holds; a failure is said, and the place left.
    pub(super) fn rebuild(&mut self) -> bool {
        match self.content() {
            Ok(Some(content)) => {
                self.state.content = content;
                return true;
            }
            Ok(None) => self.mend(w::SCREEN_READ_GONE, &[]),
            Err(error) => self.mend(w::LINEAR_FAILED, &[("why", &error.to_string())]),
        }
        if self.state.history.back()
            && let Ok(Some(content)) = self.content()
        {
            self.state.content = content;
        }
        false
    }

    fn content(&self) -> Result<Option<Content>, OpenError> {
        let place = &self.state.history.here;
        Ok(match &place.what {
            What::Start => Some(Content::List(self.doors())),
            What::Results(ask) => {
                let wanted = place.shown.max(place.at.map_or(0, |at| at + 1));
                Some(Content::List(results::build(self.world, ask, self.state, wanted)))
            }
            What::Menu(menu) => Some(Content::List(menu::build(self.world, menu, self.state)?)),
            What::Page(subject) => page::build(self.world, subject, self.lang())?.map(Content::Page),
            What::Lesson(_) => Some(Content::Empty),
        })
    }

    /// The doors of the first screen.
    fn doors(&self) -> List {
        let say = |word| self.lang().say(word);
        let comuni = Menu::Comuni {
            narrow: String::new(),
            home: false,
        };
        let measures = Menu::Measures {
            narrow: String::new(),
        };
        let doors = [
            (w::SCREEN_START_COMUNE, What::Menu(comuni)),
            (w::SCREEN_START_MEASURES, What::Menu(measures)),
            (w::SCREEN_START_LEARN, What::Menu(Menu::Learn)),
            (w::SCREEN_START_DATA, What::Page(Subject::Data)),
        ];
        let items = doors
            .into_iter()
            .map(|(word, what)| crate::cli::linear::list::Item::open(say(word), what));
        List::of("", items.collect())
    }

    fn greet(&mut self) {
        let catalogue = self.world.catalogue();
        let count = self.count(catalogue.projects.len());
        let values = [("region", catalogue.region_name.as_str()), ("count", &count)];
        self.fill(w::LINEAR_WELCOME, &values);
        self.dates();
        self.word(w::LINEAR_START);
        let total = self.list().map_or(0, |list| list.items.len());
        self.say_items(0, total);
    }

    /// Of when the data are.
    pub(super) fn dates(&mut self) {
        let (oldest, newest) = self.world.catalogue().dates();
        let Some((oldest, newest)) = oldest.zip(newest) else {
            return self.word(w::LINEAR_NO_DATES);
        };
        let lang = self.lang();
        let (oldest, newest) = (number::date(oldest, lang), number::date(newest, lang));
        self.fill(w::LINEAR_DATES, &[("oldest", &oldest), ("newest", &newest)]);
    }

    pub(super) fn back(&mut self) {
        if self.state.history.back() {
            self.return_here();
        } else {
            self.mend(w::LINEAR_FIRST_PLACE, &[]);
        }
    }

    pub(super) fn forward(&mut self) {
        if self.state.history.forward() {
            self.return_here();
        } else {
            self.mend(w::LINEAR_LAST_PLACE, &[]);
        }
    }

    /// Says a place that one was at before: where it is, and what was said last there.
    fn return_here(&mut self) {
        self.state.told.clear();
        if self.rebuild() {
            self.say_place();
            if matches!(self.state.history.here.what, What::Lesson(_)) {
                self.say_step();
            }
        }
    }

    pub(super) fn language(&mut self, rest: &str) {
        let lang = match rest {
            "" => self.lang().other(),
            word => match word.parse::<Lang>() {
                Ok(lang) => lang,
                Err(_) => return self.mend(w::LINEAR_LANGUAGE_SAYS, &[]),
            },
        };
        self.state.lang = lang;
        self.state.settings.lang = Some(lang);
        self.save();
        self.word(w::LINEAR_LANGUAGE);
        let place = self.state.history.here.clone();
        if self.rebuild() {
            match (&self.state.content, place.what) {
                (Content::Page(_), _) if place.at.is_some() => self.part(place.at.unwrap_or(0)),
                (Content::List(_), What::Start) => self.greet(),
                (Content::List(_), _) => self.say_chunk(),
                (_, What::Lesson(_)) => self.say_step(),
                _ => self.say_place(),
            }
        }
    }

    fn save(&mut self) {
        let settings: Settings = self.state.settings.clone();
        self.effects.push(Effect::Save(settings));
    }

    pub(super) fn follow(&mut self, target: Target) {
        match target {
            Target::Open(what) => self.go(what),
            Target::Narrow(ask) => {
                let filter = |what: &What| matches!(what, What::Menu(Menu::Filters(_) | Menu::Facet(..)));
                self.state.history.forget(filter);
                self.again(ask);
            }
            Target::Do(command) => self.act(command, "", ""),
            Target::Home(code) => self.set_home(code),
            Target::Linear => {
                let on = !self.state.settings.linear;
                self.state.settings.linear = on;
                self.save();
                self.word(if on {
                    w::LINEAR_SETTINGS_LINEAR_ON
                } else {
                    w::LINEAR_SETTINGS_LINEAR_OFF
                });
                self.rebuild();
            }
        }
    }

    fn set_home(&mut self, code: Option<ComuneCode>) {
        let name = code.and_then(|code| self.world.catalogue().comune_name(code));
        self.state.home = code;
        self.state.settings.comune = name.map(str::to_owned);
        self.save();
        match name {
            Some(name) => self.fill(w::LINEAR_SETTINGS_HOME_NOW, &[("name", name)]),
            None => self.word(w::LINEAR_SETTINGS_HOME_NONE),
        }
        // Done: the list of names is left behind.
        if matches!(self.state.history.here.what, What::Menu(Menu::Comuni { .. })) {
            self.state.history.back();
        }
        self.rebuild();
    }

    /// A comune by name; without one that of the page at hand, else all of them.
    pub(super) fn comune(&mut self, rest: &str, line: &str) {
        if rest.is_empty() {
            match self.links(|what| match what {
                What::Page(Subject::Comune(_)) => true,
                _ => false,
            }) {
                Some(what) => self.go(what),
                None => self.go(What::Menu(Menu::Comuni {
                    narrow: String::new(),
                    home: false,
                })),
            }
            return;
        }
        if let Some(code) = self.world.comune(rest) {
            return self.go(What::Page(Subject::Comune(code)));
        }
        let narrow = rest.to_owned();
        self.names_or_search(Menu::Comuni { narrow, home: false }, line);
    }

    pub(super) fn measure(&mut self, rest: &str, line: &str) {
        if rest.is_empty() {
            let measure = |what: &What| matches!(what, What::Page(Subject::Measure(_)));
            let all = What::Menu(Menu::Measures {
                narrow: String::new(),
            });
            let what = self.links(measure).unwrap_or(all);
            return self.go(what);
        }
        if let Some(code) = self.world.measure(rest) {
            return self.go(What::Page(Subject::Measure(code)));
        }
        let narrow = rest.to_owned();
        self.names_or_search(Menu::Measures { narrow }, line);
    }

    pub(super) fn glossary(&mut self, rest: &str, line: &str) {
        if rest.is_empty() {
            return self.go(What::Menu(menu::glossary()));
        }
        let narrow = rest.to_owned();
        self.names_or_search(Menu::Glossary { narrow }, line);
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

    /// A list of names when it holds any (one name is opened at once), else a search for the line.
    fn names_or_search(&mut self, names: Menu, line: &str) {
        match menu::build(self.world, &names, self.state) {
            Ok(list) if list.items.is_empty() => self.search(Ask::of(line.trim())),
            Ok(list) => match list.items.as_slice() {
                [only] => {
                    let target = only.to.clone();
                    self.follow(target);
                }
                _ => self.go(What::Menu(names)),
            },
            Err(error) => self.mend(w::LINEAR_FAILED, &[("why", &error.to_string())]),
        }
    }

    pub(super) fn filters(&mut self) {
        let ask = match &self.state.history.here.what {
            What::Results(ask) | What::Menu(Menu::Facet(ask, _) | Menu::Filters(ask)) => ask.clone(),
            _ => return self.useless(Command::Filters),
        };
        let menu = Menu::Filters(ask);
        match menu::build(self.world, &menu, self.state) {
            Ok(list) if list.items.is_empty() => self.mend(w::LINEAR_FILTERS_NONE, &[]),
            _ => self.go(What::Menu(menu)),
        }
    }
}
