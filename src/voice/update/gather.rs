//! The projects gathered for one citizen, as they are heard: marked, told, kept, written out.

use super::Turn;
use crate::app::DeskAsk;
use crate::desk::{Gathered, note};
use crate::lang::w;
use crate::model::ProjectId;
use crate::sheet::Subject;
use crate::voice::command::Command;
use crate::voice::place::{Menu, What};
use crate::voice::state::Effect;

impl Turn<'_> {
    /// The project of a choice, by its number; without one the page, or what is chosen.
    fn project_at(&self, number: &str) -> Option<ProjectId> {
        let place = &self.state.history.here;
        let at = match (number.parse::<usize>(), &place.what) {
            (Ok(number), _) => number.checked_sub(1)?,
            (Err(_), What::Page(Subject::Project(id))) => return Some(*id),
            (Err(_), _) => place.at?,
        };
        self.list()?.items.get(at)?.project()
    }

    /// What a command does with the list.
    pub(super) fn gathering(&mut self, command: Command, rest: &str) {
        match command {
            Command::Gather => self.gather(rest),
            Command::Gathered => self.go(What::Menu(Menu::Gathered)),
            Command::GatheredEmpty => self.empty_gathered(),
            Command::SaveList => self.save_list(rest),
            Command::Export => self.export_list(),
            Command::Request => self.request(rest),
            Command::Report => self.report(rest),
            Command::Forget => self.forget(rest),
            other => self.useless(other),
        }
    }

    /// The next citizen has a list of their own.
    pub(super) fn start_anew(&mut self) {
        self.empty_gathered();
        self.effects.push(Effect::Desk(DeskAsk::Next));
        self.go(What::Start);
    }

    fn gather(&mut self, number: &str) {
        if let What::Page(Subject::Gathered(list)) = &self.state.history.here.what {
            self.state.gathered = list.clone();
            return self.go(What::Menu(Menu::Gathered));
        }
        let Some(id) = self.project_at(number) else {
            return self.mend(w::GATHERED_WHERE, &[]);
        };
        let marked = self.state.gathered.mark(id);
        self.say(&self.state.gathered.say(marked, self.lang()));
        self.told_anew();
    }

    /// Ends the list; nothing is said where there is none.
    fn empty_gathered(&mut self) {
        if !std::mem::take(&mut self.state.gathered).is_empty() {
            self.word(w::GATHERED_EMPTIED);
        }
        self.told_anew();
    }

    fn told_anew(&mut self) {
        if matches!(self.state.history.here.what, What::Menu(Menu::Gathered)) {
            self.rebuild();
        }
    }

    /// The list, where there is one; what is missing is said.
    fn gathered(&mut self) -> Option<Gathered> {
        let list = self.state.gathered.clone();
        if list.is_empty() {
            self.mend(w::GATHERED_NOTHING, &[]);
            return None;
        }
        Some(list)
    }

    fn save_list(&mut self, name: &str) {
        let Some(list) = self.gathered() else { return };
        match note::check_name(name) {
            Ok(name) if name.is_empty() => self.mend(w::GATHERED_NO_NAME, &[]),
            Ok(name) => self
                .effects
                .push(Effect::Desk(DeskAsk::KeepList(list.named(name)))),
            Err(why) => self.say(why.say(self.lang())),
        }
    }

    fn export_list(&mut self) {
        if let Some(list) = self.gathered() {
            self.effects.push(Effect::Export(list));
        }
    }
}
