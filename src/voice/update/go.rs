//! Going from place to place: arriving, stepping back, switching language in place.

use super::Turn;
use crate::app::Ask;
use crate::lang::{Lang, w};
use crate::model::ComuneCode;
use crate::sheet::Subject;
use crate::snapshot::OpenError;
use crate::text::number;
use crate::voice::list::{Item, List, Target};
use crate::voice::place::{Menu, Names, Place, What};
use crate::voice::state::{Content, Effect};
use crate::voice::{menu, page, results};
use std::rc::Rc;

impl Turn<'_> {
    pub(super) fn go(&mut self, what: What) {
        self.place(what);
        self.arrive();
    }

    /// Stands at a new place, and says nothing yet.
    pub(super) fn place(&mut self, what: What) {
        self.state.told.clear();
        if self.state.history.here.what.is_passing() {
            self.state.history.replace(Place::new(what));
        } else {
            self.state.history.open(Place::new(what));
        }
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
            Err(error) => self.failed(&error),
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
            What::Start => Some(Content::List(Rc::new(self.doors()))),
            What::Results(ask) => {
                let wanted = place.shown.max(place.at.map_or(0, |at| at + 1));
                let list = results::build(self.archive, ask, self.state, wanted);
                Some(Content::List(Rc::new(list)))
            }
            What::Menu(menu) => {
                let list = menu::build(self.archive, menu, self.state)?;
                Some(Content::List(Rc::new(list)))
            }
            What::Page(subject) => {
                let page = page::build(self.archive, subject, self.lang(), self.state.today)?;
                page.map(|page| Content::Page(Rc::new(page)))
            }
            What::Lesson(_) => Some(Content::Empty),
        })
    }

    /// The doors of the first screen.
    fn doors(&self) -> List {
        let say = |word| self.lang().say(word);
        let doors = [
            (w::SCREEN_START_COMUNE, Names::Comuni.all()),
            (w::SCREEN_START_MEASURES, Names::Measures.all()),
            (w::SCREEN_START_LEARN, What::Menu(Menu::Learn)),
            (w::SCREEN_START_DESK, What::Menu(Menu::Desk)),
            (w::LINEAR_MENU_ENTRY_DATA, What::Page(Subject::Data)),
        ];
        let items = doors.into_iter().map(|(word, what)| Item::open(say(word), what));
        List::of("", items.collect())
    }

    fn greet(&mut self) {
        let catalogue = self.archive.catalogue();
        let count = self.count(catalogue.regional().count());
        let values = [("region", catalogue.region_name.as_str()), ("count", &count)];
        self.fill(w::LINEAR_WELCOME, &values);
        self.dates();
        self.word(w::LINEAR_START);
        let total = self.list().map_or(0, |list| list.items.len());
        self.say_items(0, total);
    }

    /// Of when the data are.
    pub(super) fn dates(&mut self) {
        let (oldest, newest) = self.archive.catalogue().dates();
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
        } else if self.lesson().is_some() {
            // "Invio: avanti" is also said in a word.
            self.go_on();
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
        self.effects.push(Effect::Save(self.state.settings.clone()));
    }

    pub(super) fn follow(&mut self, target: Target) {
        match target {
            Target::Open(what) => self.go(what),
            Target::At(subject, part) => {
                self.wanted = self.wanted.or(Some(part));
                self.go(What::Page(subject));
            }
            Target::Narrow(ask) => {
                let filter =
                    |place: &Place| matches!(place.what, What::Menu(Menu::Filters(_) | Menu::Facet(..)));
                self.state.history.forget(filter);
                self.again(ask);
            }
            Target::Do(command) => {
                // A command of the list of commands is for the place that it was called from.
                if matches!(self.state.history.here.what, What::Menu(Menu::Palette)) {
                    self.state.history.back();
                    self.rebuild();
                }
                self.act(command, "");
            }
            Target::Home(code) => self.set_home(code),
            Target::Linear => {
                let on = !self.state.settings.linear;
                self.state.settings.linear = on;
                self.save();
                self.word(match on {
                    true => w::LINEAR_SETTINGS_LINEAR_ON,
                    false => w::LINEAR_SETTINGS_LINEAR_OFF,
                });
                self.rebuild();
            }
            Target::Unanswered => {
                let on = !self.state.settings.unanswered;
                self.state.settings.unanswered = on;
                self.save();
                self.word(
                    [
                        w::LINEAR_SETTINGS_UNANSWERED_OFF,
                        w::LINEAR_SETTINGS_UNANSWERED_ON,
                    ][usize::from(on)],
                );
                self.rebuild();
            }
        }
    }

    fn set_home(&mut self, code: Option<ComuneCode>) {
        let name = code.and_then(|code| self.archive.catalogue().comune_name(code));
        self.state.home = code;
        self.state.settings.comune = name.map(str::to_owned);
        self.save();
        match name {
            Some(name) => self.fill(w::LINEAR_SETTINGS_HOME_NOW, &[("name", name)]),
            None => self.word(w::LINEAR_SETTINGS_HOME_NONE),
        }
        // Done: the list of names is left behind.
        if matches!(
            self.state.history.here.what,
            What::Menu(Menu::Names(Names::Comuni | Names::Home, _))
        ) {
            self.state.history.back();
        }
        self.rebuild();
    }
}
