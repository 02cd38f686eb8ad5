//! Numbered choices: saying them, choosing one, going through them.

use super::Turn;
use crate::app::{Ask, Words};
use crate::lang::w;
use crate::sheet::heard::speech;
use crate::sheet::{Subject, sort_word};
use crate::voice::command::Command;
use crate::voice::list::{List, Target};
use crate::voice::place::{Menu, Place, What};
use crate::voice::state::Content;
use crate::voice::{menu, page};

/// Items that are said however long they take.
const LEAST: usize = 2;

impl Turn<'_> {
    pub(super) fn begin_list(&mut self) {
        let Some(list) = self.list() else {
            return;
        };
        self.say_all(list.mends.iter().chain(&list.head));
        (self.state.here().shown, self.state.here().told) = (0, 0);
        match self.first_answer(&list) {
            Some(answer) => {
                self.say_items(0, 1);
                self.say(&answer);
                self.state.here().shown = 1;
                self.say_left(list.total);
            }
            None => self.say_next(list.chunk),
        }
        if list.total > 0 {
            self.once(w::LINEAR_LIST_OPEN);
        }
    }

    /// The next items, as many as one listens to, and how many are left.
    fn say_next(&mut self, chunk: usize) {
        let (from, told) = (self.state.history.here.shown, self.state.history.here.told);
        let total = self.list().map_or(0, |list| list.total);
        let most = (from + chunk).min(total);
        self.need(most);
        let list = self.list();
        let items = list.iter().flat_map(|list| &list.items).take(most).skip(from);
        let (head, behind) = list.as_ref().map_or((&[][..], &[][..]), |list| {
            let head = if from == 0 { &list.head[..] } else { &[] };
            (head, list.tail.get(told..).unwrap_or_default())
        });
        // What is said before the items takes its time too, and the first of what comes behind them.
        let around = head.iter().chain(behind.first());
        let all = around.clone().chain(items.map(|item| &item.label));
        let fit = speech::breath(all).saturating_sub(around.count());
        let to = (from + fit.max(LEAST)).min(most);
        // Where that would be too long, what stands behind waits for the next turn.
        let behind = if fit < LEAST && to < total {
            &[][..]
        } else {
            behind
        };
        self.state.here().from = from;
        self.say_items(from, to);
        let behind = if to < total {
            behind.get(..1).unwrap_or(behind)
        } else {
            behind
        };
        self.say_all(behind);
        (self.state.here().shown, self.state.here().told) = (to, told + behind.len());
        self.say_left(total);
    }

    /// How many are left.
    fn say_left(&mut self, total: usize) {
        let left = total.saturating_sub(self.state.history.here.shown);
        if left > 0 {
            let left = self.count(left);
            self.fill(w::LINEAR_LIST_MORE, &[("count", &left)]);
        }
    }

    /// What is asked, of the first project that was found: who asks hears that before other projects.
    fn first_answer(&self, list: &List) -> Option<String> {
        let Target::At(subject @ Subject::Project(_), id) = &list.items.first()?.to else {
            return None;
        };
        let page = page::build(self.archive, subject, self.lang(), self.state.today).ok()??;
        let part = page.parts.get(page.part(&[*id])?)?;
        Some(speech::spoken(&part.lines.first()?.text, self.lang()))
    }

    /// The items said last, once more (in another language, for instance).
    pub(super) fn say_chunk(&mut self) {
        let Some(list) = self.list() else {
            return;
        };
        let (from, shown) = (self.state.history.here.from, self.state.history.here.shown);
        self.say_all(&list.head);
        self.need(shown);
        self.say_items(from, shown);
    }

    pub(super) fn say_items(&mut self, from: usize, to: usize) {
        let Some(list) = self.list() else {
            return;
        };
        for (i, item) in list.items.iter().enumerate().take(to).skip(from) {
            let here = matches!(self.state.history.here.what, What::Menu(Menu::Gathered));
            match item.project().filter(|id| !here && self.state.gathered.has(*id)) {
                Some(_) => self.say_item(i, &self.lang().fill(w::GATHERED_ROW, &[("name", &item.label)])),
                None => self.say_item(i, &item.label),
            }
        }
    }

    /// "3. Casa della Comunità a Montemurlo", of a place from 0.
    pub(super) fn say_item(&mut self, at: usize, label: &str) {
        let n = (at + 1).to_string();
        self.fill(w::LINEAR_LIST_ITEM, &[("n", &n), ("label", label)]);
    }

    fn say_all<'s>(&mut self, lines: impl IntoIterator<Item = &'s String>) {
        let said = lines.into_iter().filter(|line| !line.is_empty());
        said.for_each(|line| self.say(line));
    }

    /// Sees to it that the first `count` items are there.
    fn need(&mut self, count: usize) {
        if self.list().is_some_and(|list| list.items.len() < count) {
            let shown = self.state.history.here.shown;
            self.state.here().shown = count;
            self.rebuild();
            self.state.here().shown = shown;
        }
    }

    /// Says the choice, and there we go.
    pub(super) fn choose(&mut self, n: usize) {
        let total = self.list().map_or(0, |list| list.total);
        if total == 0 {
            return self.mend(w::LINEAR_NUMBER_NONE, &[]);
        }
        if n == 0 || n > total {
            let (n, last) = (n.to_string(), total.to_string());
            return self.mend(w::LINEAR_NUMBER_WRONG, &[("n", &n), ("last", &last)]);
        }
        self.need(n);
        self.state.here().at = Some(n - 1);
        let list = self.list();
        if let Some(item) = list.as_ref().and_then(|list| list.items.get(n - 1)) {
            self.say_choice(n, total, item.name.as_ref().unwrap_or(&item.label));
            self.follow(item.to.clone());
        }
    }

    /// "3 di 12: Casa della Comunità a Montemurlo".
    pub(super) fn say_choice(&mut self, n: usize, total: usize, label: &str) {
        let (n, total) = (n.to_string(), self.count(total));
        self.fill(
            w::LINEAR_LIST_AT,
            &[("n", &n), ("total", &total), ("label", label)],
        );
        self.chosen = true;
    }

    /// Chooses without opening.
    fn select(&mut self, at: usize) {
        self.need(at + 1);
        self.state.here().at = Some(at);
        let list = self.list();
        if let Some((list, item)) = list.as_ref().and_then(|list| Some((list, list.items.get(at)?))) {
            self.say_choice(at + 1, list.total, &item.label);
        }
    }

    /// Opens what is chosen; of results the first, when none is.
    pub(super) fn open(&mut self) {
        let place = &self.state.history.here;
        match (&self.state.content, place.at) {
            (Content::List(_), Some(at)) => self.choose(at + 1),
            (Content::List(_), None) if matches!(place.what, What::Results(_)) => self.choose(1),
            (Content::List(_), None) => self.mend(w::LINEAR_LIST_NONE_CHOSEN, &[]),
            (Content::Empty, _) => self.open_shown(),
            (Content::Page(_), _) => self.useless(Command::Open),
        }
    }

    /// The next or the previous item; from a page, that of the list it was opened from.
    pub(super) fn step(&mut self, down: bool) {
        if matches!(self.state.content, Content::Page(_)) {
            return self.step_pages(down);
        }
        let total = self.list().map_or(0, |list| list.total);
        if total == 0 {
            return self.useless(if down { Command::Down } else { Command::Up });
        }
        match (self.state.history.here.at, down) {
            (None, _) => self.select(0),
            (Some(at), true) if at + 1 < total => self.select(at + 1),
            (Some(at), false) if at > 0 => self.select(at - 1),
            (Some(_), true) => self.mend(w::LINEAR_LIST_BOTTOM, &[]),
            (Some(_), false) => self.mend(w::LINEAR_LIST_TOP, &[]),
        }
    }

    fn step_pages(&mut self, down: bool) {
        let from = |place: &Place| matches!(place.what, What::Results(_) | What::Menu(_));
        let at = self
            .state
            .history
            .previous()
            .filter(|place| from(place))
            .and_then(|place| place.at);
        let Some(at) = at else {
            return self.useless(if down { Command::Down } else { Command::Up });
        };
        self.state.history.back();
        if !self.rebuild() {
            return;
        }
        let total = self.list().map_or(0, |list| list.total);
        let next = match down {
            true => Some(at + 1).filter(|n| *n < total),
            false => at.checked_sub(1),
        };
        match next {
            Some(next) => self.choose(next + 1),
            None => {
                self.state.history.forward();
                self.rebuild();
                self.mend(
                    [w::LINEAR_LIST_TOP, w::LINEAR_LIST_BOTTOM][usize::from(down)],
                    &[],
                );
            }
        }
    }

    pub(super) fn more(&mut self) {
        let Some(list) = self.list() else {
            return match self.state.content {
                Content::Page(_) => self.go_on(),
                _ => self.useless(Command::More),
            };
        };
        if self.state.history.here.shown >= list.total || matches!(self.state.history.here.what, What::Start)
        {
            return self.mend(w::LINEAR_LIST_END, &[]);
        }
        self.say_next(list.chunk);
    }

    /// In a list of names what is typed narrows it; false when this is none, or none of its names
    /// fits.
    pub(super) fn narrow(&mut self, line: &str) -> bool {
        let What::Menu(Menu::Names(of, _)) = self.state.history.here.what else {
            return false;
        };
        let names = Menu::Names(of, line.trim().to_owned());
        match menu::build(self.archive, &names, self.state) {
            Ok(list) if !list.items.is_empty() => {
                self.state.history.replace(Place::new(What::Menu(names)));
                self.rebuild();
                match self.list().as_deref().map(|list| list.items.as_slice()) {
                    Some([only]) if matches!(only.to, Target::Open(_) | Target::Home(_)) => self.choose(1),
                    _ => self.begin_list(),
                }
                true
            }
            _ => false,
        }
    }

    pub(super) fn sort(&mut self) {
        let What::Results(ask) = &self.state.history.here.what else {
            return self.useless(Command::Sort);
        };
        let sort = ask.sort.next();
        let ask = Ask { sort, ..ask.clone() };
        let said = self.lang().say(sort_word(sort));
        self.fill(w::LINEAR_RESULTS_SORT, &[("sort", said)]);
        self.again(ask);
    }

    pub(super) fn exact(&mut self) {
        let What::Results(ask) = &self.state.history.here.what else {
            return self.useless(Command::Exact);
        };
        let (words, says) = match ask.words {
            Words::Exact => (Words::Whole, w::LINEAR_RESULTS_CORRECTS),
            _ => (Words::Exact, w::LINEAR_RESULTS_EXACT),
        };
        let ask = Ask { words, ..ask.clone() };
        self.word(says);
        self.again(ask);
    }
}
