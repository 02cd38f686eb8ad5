//! The desk: counting a person, keeping a page, writing a note on it.

use super::Turn;
use crate::app::{Ask, DeskAnswer, DeskAsk};
use crate::desk::report::{By, report};
use crate::desk::served::request_word;
use crate::desk::{Amend, Done, note};
use crate::lang::w;
use crate::sheet::Subject;
use crate::sheet::heard::speech::full_stop;
use crate::text::fold::fold;
use crate::text::number::spoken;
use crate::voice::command::Command;
use crate::voice::place::{Menu, What};
use crate::voice::state::Effect;

impl Turn<'_> {
    fn page_at_hand(&self) -> Option<Subject> {
        match &self.state.history.here.what {
            What::Page(subject) => Some(subject.clone()),
            _ => None,
        }
    }

    /// The page at hand, if the desk keeps such pages.
    fn kept_at_hand(&self) -> Option<Subject> {
        self.page_at_hand().filter(|subject| subject.place().is_some())
    }

    fn ask_desk(&mut self, ask: DeskAsk) {
        self.effects.push(Effect::Desk(ask));
    }

    pub(super) fn count_person(&mut self) {
        self.ask_desk(DeskAsk::Count(self.page_at_hand(), true));
    }

    /// Whether it was asked for twice: what cannot be undone is asked once more.
    fn sure(&mut self, command: Command) -> bool {
        let sure = self.unsure == Some(command);
        if !sure {
            self.state.unsure = Some(command);
            let word = self.lang().say(command.word());
            self.mend(w::LINEAR_DESK_SURE, &[("command", word)]);
        }
        sure
    }

    /// Forgets a question that found nothing, by its number, or all; elsewhere it leads to them.
    pub(super) fn forget(&mut self, typed: &str) {
        if !matches!(self.state.history.here.what, What::Menu(Menu::Unanswered)) {
            return self.go(What::Menu(Menu::Unanswered));
        }
        let all = ["tutte", "tutto", "all"].contains(&&*fold(typed));
        let spoken = || spoken(&fold(typed));
        let number = typed.parse().ok().or_else(spoken);
        let at = number.map_or(self.state.history.here.at, |n: usize| n.checked_sub(1));
        let at = at.filter(|_| !all);
        let asked = &self.state.desk.unanswered;
        let one = at.and_then(|at| asked.get(at)).map(|(words, ..)| words.clone());
        if one.is_none() && (!all || asked.is_empty()) {
            return self.mend(w::LINEAR_DESK_FORGET_WHICH, &[]);
        }
        let sure = self.unsure == Some(Command::Forget) && self.state.here().at == at;
        self.state.here().at = at;
        if sure {
            self.state.here().at = None;
            return self.ask_desk(DeskAsk::DropUnanswered(one));
        }
        self.state.unsure = Some(Command::Forget);
        let which = at.map_or_else(|| typed.to_owned(), |at| (at + 1).to_string());
        let command = format!("{} {which}", self.lang().say(Command::Forget.word()));
        self.mend(w::LINEAR_DESK_SURE, &[("command", &command)]);
    }

    pub(super) fn uncount(&mut self) {
        if self.state.desk.served.day == 0 || self.sure(Command::Uncount) {
            self.ask_desk(DeskAsk::Uncount);
        }
    }

    pub(super) fn favourite(&mut self) {
        let Some(subject) = self.kept_at_hand() else {
            return self.mend(w::DESK_DONE_NO_PAGE, &[]);
        };
        let ask = match self.state.desk.favourite(&subject) {
            Some(kept) => DeskAsk::Drop(kept.item.clone()),
            None => DeskAsk::Keep(subject),
        };
        self.ask_desk(ask);
    }

    /// What the person counted asked for; without a word, which requests there are.
    pub(super) fn request(&mut self, typed: &str) {
        let lang = self.lang();
        let kinds = self.state.settings.kinds_of_request();
        let said = |kind: &str| request_word(kind, lang);
        let typed = fold(typed);
        let is_it = |kind: &&String| !typed.is_empty() && fold(&said(kind)).starts_with(&typed);
        let amend = match kinds.iter().find(is_it) {
            Some(kind) => Amend::Request(kind.clone()),
            None if fold(lang.say(w::DESK_REQUEST_UNANSWERED)) == typed => Amend::Answered(false),
            None => {
                let mut all: Vec<String> = kinds.iter().map(|kind| said(kind)).collect();
                all.push(lang.say(w::DESK_REQUEST_UNANSWERED).to_owned());
                return self.mend(w::LINEAR_REPORT_WHICH, &[("kinds", &all.join(", "))]);
            }
        };
        self.ask_desk(DeskAsk::Amend(self.page_at_hand(), amend));
    }

    /// Who was served, by day or by what is named.
    pub(super) fn report(&mut self, by: &str) {
        let by = By::named(&fold(by)).unwrap_or(By::Day);
        let (desk, lang) = (&self.state.desk, self.lang());
        let entries = desk.entries.iter().map(|entry| (desk.id.as_str(), entry));
        let counted = report(entries, by, lang);
        if counted.rows.is_empty() {
            return self.word(w::REPORT_NOTHING);
        }
        // As many as one listens to: the last days, or the most.
        const MOST: usize = 6;
        let from = match by {
            By::Day | By::Week | By::Month => counted.rows.len().saturating_sub(MOST),
            _ => 0,
        };
        let all = (String::new(), lang.say(w::REPORT_ALL).to_owned(), counted.all);
        for (_, name, sum) in counted.rows.into_iter().skip(from).take(MOST).chain([all]) {
            let figures = [sum.people, sum.minutes, sum.sheets, sum.unanswered].map(|n| n.to_string());
            let [people, minutes, sheets, unanswered] = figures.each_ref().map(String::as_str);
            let values = [
                ("name", &*name),
                ("people", people),
                ("minutes", minutes),
                ("sheets", sheets),
                ("unanswered", unanswered),
            ];
            self.fill(w::LINEAR_REPORT_ROW, &values);
        }
    }

    /// A question that found nothing is kept, where the office turned that on.
    pub(super) fn keep_unanswered(&mut self, ask: &Ask) {
        if self.state.settings.unanswered {
            let found = self.state.find(self.archive, ask, 1);
            if found.total == 0 && !found.meant.iter().any(|meant| meant.sure) {
                self.ask_desk(DeskAsk::Unanswered(ask.text.clone()));
            }
        }
    }

    /// The sheet to take home of the page at hand; at the desk the report of its months.
    pub(super) fn print(&mut self) {
        let list = match self.state.history.here.what {
            What::Menu(Menu::Gathered) => Some(Subject::Gathered(self.state.gathered.clone())),
            What::Menu(Menu::Desk) if !self.state.desk.entries.is_empty() => Some(Subject::Report(By::Month)),
            _ => self.page_at_hand(),
        };
        match list.filter(Subject::can_be_printed) {
            Some(subject) => self.effects.push(Effect::Print(subject)),
            None => self.mend(w::PAPER_NO_PAGE, &[]),
        }
    }

    /// With a text it is written behind what stands there; without, what is written is said.
    pub(super) fn note(&mut self, text: &str) {
        let Some(subject) = self.kept_at_hand() else {
            return self.mend(w::DESK_DONE_NO_PAGE, &[]);
        };
        let there = self.state.desk.note(&subject);
        let there = there.map(|kept| (kept.item.clone(), kept.text.clone()));
        if text.is_empty() {
            return match there {
                Some(_) => self.say_note(&subject),
                None => self.word(w::LINEAR_DESK_NOTE_NONE),
            };
        }
        let both = there.as_ref().map(|(_, before)| format!("{before}; {text}"));
        let full = both.as_ref().is_some_and(|both| both.chars().count() > note::MAX);
        match (note::check(both.as_deref().unwrap_or(text)), there) {
            _ if full => self.mend(w::LINEAR_DESK_NOTE_FULL, &[]),
            (Ok(text), Some((item, _))) => self.ask_desk(DeskAsk::Rewrite(item, text)),
            (Ok(text), None) => self.ask_desk(DeskAsk::Note(subject, text)),
            (Err(why), _) => self.say(why.say(self.lang())),
        }
    }

    pub(super) fn erase_note(&mut self) {
        let Some(subject) = self.kept_at_hand() else {
            return self.useless(Command::Erase);
        };
        match self.state.desk.note(&subject).map(|kept| kept.item.clone()) {
            Some(item) if self.sure(Command::Erase) => self.ask_desk(DeskAsk::Rewrite(item, String::new())),
            Some(_) => {}
            None => self.word(w::LINEAR_DESK_NOTE_NONE),
        }
    }

    /// What is kept of the page at hand: said on arriving.
    pub(super) fn say_kept(&mut self) {
        let Some(subject) = self.kept_at_hand() else {
            return;
        };
        if self.state.desk.favourite(&subject).is_some() {
            self.word(w::LINEAR_DESK_IS_FAVOURITE);
        }
        self.say_note(&subject);
    }

    fn say_note(&mut self, subject: &Subject) {
        if let Some(text) = self.state.desk.note(subject).map(|kept| full_stop(&kept.text)) {
            self.fill(w::DESK_NOTE_READS, &[("text", &text)]);
        }
    }

    pub(super) fn desk_done(&mut self, answer: Result<DeskAnswer, String>) {
        let answer = match answer {
            Ok(answer) => answer,
            Err(why) => return self.mend(w::DESK_BROKEN, &[("why", &why)]),
        };
        let lang = self.lang();
        if let Some(says) = &answer.notice {
            self.say(says);
        }
        if answer.done == Done::ListKept {
            self.state.gathered.name = Some(answer.name.clone());
        }
        if let Some(says) = answer.say(lang.say(Command::Uncount.word()), lang) {
            self.say(&full_stop(&says));
        }
        self.state.desk = answer.desk;
        // A list of what is kept is made anew; the place in it stays.
        if matches!(
            self.state.history.here.what,
            What::Menu(Menu::Desk | Menu::Unanswered)
        ) {
            self.rebuild();
        }
    }
}
