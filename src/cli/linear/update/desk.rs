//! The desk: counting a person, keeping a page, writing a note on it.

use super::{Turn, full_stop};
use crate::cli::linear::command::Command;
use crate::cli::linear::state::{Effect, Menu, Subject, What};
use crate::desk::shelf::{self, Place};
use crate::desk::{Ask, Contents, Done, Item, Theme, note, tally};
use crate::lang::w;

impl Turn<'_> {
    fn page_at_hand(&self) -> Option<&Subject> {
        match &self.state.history.here.what {
            What::Page(subject) => Some(subject),
            _ => None,
        }
    }

    fn place_at_hand(&self) -> Option<Place> {
        match self.page_at_hand()? {
            Subject::Project(id) => Some(Place::Project(*id)),
            Subject::Comune(code) => Some(Place::Comune(*code)),
            Subject::Measure(code) => Some(Place::Measure(code.clone())),
            Subject::Data | Subject::Source(_) | Subject::Word(_) | Subject::Question(_) => None,
        }
    }

    pub(super) fn count_person(&mut self) {
        let theme = match self.page_at_hand() {
            Some(Subject::Project(_)) => Theme::Project,
            Some(Subject::Comune(_)) => Theme::Comune,
            Some(Subject::Measure(_)) => Theme::Measure,
            Some(Subject::Word(_)) => Theme::Word,
            Some(Subject::Question(_)) => Theme::Question,
            Some(Subject::Data | Subject::Source(_)) | None => Theme::Other,
        };
        let mission = shelf::mission(self.world.catalogue(), self.place_at_hand().as_ref());
        self.effects.push(Effect::Desk(Ask::Count { theme, mission }));
    }

    /// The item of the page at hand, under the name that it was kept by if it was.
    fn item_at_hand<'a>(&self, kept: impl Iterator<Item = &'a Item>) -> Option<(Item, bool)> {
        let place = self.place_at_hand()?;
        let catalogue = self.world.catalogue();
        let mut kept = kept.filter(|item| shelf::place(catalogue, item).as_ref() == Some(&place));
        match kept.next() {
            Some(item) => Some((item.clone(), true)),
            None => Some((shelf::item(catalogue, &place, self.lang())?, false)),
        }
    }

    pub(super) fn favourite(&mut self) {
        match self.item_at_hand(self.state.desk.favourites.iter()) {
            Some((item, _)) => self.effects.push(Effect::Desk(Ask::Favourite(item))),
            None => self.mend(w::DESK_DONE_NO_PAGE, &[]),
        }
    }

    /// With a text it is written; without, what is written is said.
    pub(super) fn note(&mut self, text: &str) {
        let Some((item, there)) = self.item_at_hand(self.state.desk.notes.iter().map(|(item, _)| item))
        else {
            return self.mend(w::DESK_DONE_NO_PAGE, &[]);
        };
        if text.is_empty() {
            if !there {
                return self.word(w::LINEAR_DESK_NOTE_NONE);
            }
            return self.say_note();
        }
        match note::check(text) {
            Ok(text) => self.effects.push(Effect::Desk(Ask::Note(item, text))),
            Err(why) => self.say(why.say(self.lang())),
        }
    }

    pub(super) fn erase_note(&mut self) {
        match self.item_at_hand(self.state.desk.notes.iter().map(|(item, _)| item)) {
            Some((item, true)) => self.effects.push(Effect::Desk(Ask::Note(item, String::new()))),
            Some(_) => self.word(w::LINEAR_DESK_NOTE_NONE),
            None => self.useless(Command::Erase),
        }
    }

    /// What is kept of the page at hand: said on arriving.
    pub(super) fn say_kept(&mut self) {
        if let Some((_, true)) = self.item_at_hand(self.state.desk.favourites.iter()) {
            self.word(w::LINEAR_DESK_IS_FAVOURITE);
        }
        self.say_note();
    }

    fn say_note(&mut self) {
        let Some((item, true)) = self.item_at_hand(self.state.desk.notes.iter().map(|(item, _)| item)) else {
            return;
        };
        let of_item = |(kept, _): &&(Item, String)| kept.is(&item);
        let text = self
            .state
            .desk
            .notes
            .iter()
            .find(of_item)
            .map(|(_, text)| text.clone());
        if let Some(text) = text {
            self.fill(w::DESK_NOTE_READS, &[("text", &full_stop(&text))]);
        }
    }

    pub(super) fn desk_done(&mut self, ask: &Ask, answer: Result<(Done, Contents), String>) {
        let done = match answer {
            Ok((done, contents)) => {
                self.state.desk = contents;
                done
            }
            Err(why) => return self.mend(w::DESK_BROKEN, &[("why", &why)]),
        };
        let lang = self.lang();
        let (sums, _) = tally::sums(&self.state.desk.tally, self.state.today);
        let count = sums.day.to_string();
        let name = match ask {
            Ask::Favourite(item) => full_stop(&shelf::name(self.world.catalogue(), item, lang)),
            _ => String::new(),
        };
        match done {
            Done::Read => {}
            Done::Counted => {
                let uncount = lang.say(Command::Uncount.word());
                self.fill(w::DESK_DONE_COUNTED, &[("count", &count), ("key", uncount)]);
            }
            Done::Uncounted => self.fill(w::DESK_DONE_UNCOUNTED, &[("count", &count)]),
            Done::NoneCounted => self.word(w::DESK_DONE_NONE_COUNTED),
            Done::Kept => self.fill(w::DESK_DONE_KEPT, &[("name", &name)]),
            Done::Dropped => self.fill(w::DESK_DONE_DROPPED, &[("name", &name)]),
            Done::Noted => self.word(w::DESK_DONE_NOTED),
            Done::Erased => self.word(w::DESK_DONE_ERASED),
        }
        // A list of what is kept is made anew; the place in it stays.
        if matches!(self.state.history.here.what, What::Menu(Menu::Desk)) {
            self.rebuild();
        }
    }
}
