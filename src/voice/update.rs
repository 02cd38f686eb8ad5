//! Decides what a typed line does: it changes the state, and what must be said or done comes back
//! as effects. Nothing here reads a clock, a file or a terminal.

mod asked;
mod codes;
mod desk;
mod exercise;
mod gather;
mod go;
mod lesson;
mod list;
mod names;
mod page;
mod renew;
mod talk;

use super::command::{self, Command, Typed};
use super::list::List;
use super::place::{Menu, What};
use super::state::{Content, Effect, State};
use crate::app::{Archive, Ask, Asked, DeskAnswer, why};
use crate::explain::Question;
use crate::lang::{Lang, Word, w};
use crate::renew::Newer;
use crate::sheet::PartId;
use crate::sheet::heard::speech;
use crate::snapshot::OpenError;
use crate::text::number;
use std::rc::Rc;

/// The lines that greet a person.
pub fn welcome(state: &mut State, archive: &Archive) -> Vec<Effect> {
    let mut turn = Turn::new(state, archive);
    turn.state.home = archive.lists.home(turn.state.settings.comune.as_deref());
    turn.arrive();
    turn.finish()
}

/// What came of an [`Effect::Desk`]; the error is a sentence.
pub fn desk_answered(
    state: &mut State,
    archive: &Archive,
    answer: Result<DeskAnswer, String>,
) -> Vec<Effect> {
    let mut turn = Turn::new(state, archive);
    turn.desk_done(answer);
    turn.finish()
}

/// What came of an [`Effect::Seek`].
pub fn newer_found(state: &mut State, archive: &Archive, found: Option<Newer>) -> Vec<Effect> {
    let mut turn = Turn::new(state, archive);
    turn.offer(found);
    turn.finish()
}

/// What a line does.
pub fn update(state: &mut State, archive: &Archive, line: &str) -> Vec<Effect> {
    let mut turn = Turn::new(state, archive);
    let answering = turn.answering();
    turn.unsure = turn.state.unsure.take();
    match command::parse(line, answering) {
        Typed::Empty => turn.enter(),
        Typed::Number(n) if answering => turn.answer(&n.to_string()),
        Typed::Number(n) => turn.number(n),
        Typed::Command(command, rest) => turn.act(command, &rest),
        Typed::Text if answering => turn.answer(line),
        Typed::Text => turn.text(line),
        Typed::NoNumber => turn.mend(w::LINEAR_NUMBER_BELOW, &[]),
        Typed::Thanks => turn.mend(w::LINEAR_THANKS, &[]),
        Typed::Ambiguous(commands) => {
            let words: Vec<&str> = commands.iter().map(|c| turn.lang().say(c.word())).collect();
            let values = [("typed", line.trim()), ("words", &words.join(", "))];
            turn.mend(w::LINEAR_AMBIGUOUS, &values);
        }
    }
    turn.finish()
}

/// One line being answered.
struct Turn<'a> {
    state: &'a mut State,
    archive: &'a Archive,
    lines: Vec<String>,
    effects: Vec<Effect>,
    /// What is said now is not what `ripeti` repeats.
    aside: bool,
    /// A choice was said just now, so that the name of what it opens is known.
    chosen: bool,
    /// The part that the next page is opened at.
    wanted: Option<PartId>,
    /// What the line before this one asked for, to be sure.
    unsure: Option<Command>,
}

impl<'a> Turn<'a> {
    fn new(state: &'a mut State, archive: &'a Archive) -> Turn<'a> {
        Turn {
            state,
            archive,
            lines: Vec::new(),
            effects: Vec::new(),
            aside: false,
            chosen: false,
            wanted: None,
            unsure: None,
        }
    }

    fn finish(self) -> Vec<Effect> {
        if !self.aside && !self.lines.is_empty() {
            self.state.last.clone_from(&self.lines);
        }
        let mut out: Vec<Effect> = self.lines.into_iter().map(Effect::Say).collect();
        out.extend(self.effects);
        out
    }

    fn lang(&self) -> Lang {
        self.state.lang
    }

    fn say(&mut self, text: &str) {
        self.lines.extend(speech::lines(text));
    }

    fn word(&mut self, word: Word) {
        self.say(self.lang().say(word));
    }

    /// Advice, the first time only.
    fn once(&mut self, word: Word) {
        if !self.state.heard.contains(&word) {
            self.state.heard.push(word);
            self.word(word);
        }
    }

    fn fill(&mut self, word: Word, values: &[(&str, &str)]) {
        self.say(&self.lang().fill(word, values));
    }

    /// A sentence about a slip; it does not replace what can be repeated.
    fn mend(&mut self, word: Word, values: &[(&str, &str)]) {
        self.aside = true;
        self.fill(word, values);
    }

    /// The archive cannot be read on.
    fn failed(&mut self, error: &OpenError) {
        let why = why(error, self.lang());
        self.mend(w::LINEAR_FAILED, &[("why", &why)]);
    }

    fn count(&self, n: usize) -> String {
        number::count(n, self.lang())
    }

    fn list(&self) -> Option<Rc<List>> {
        match &self.state.content {
            Content::List(list) => Some(Rc::clone(list)),
            _ => None,
        }
    }

    /// A line without a word: the next step of wherever one is.
    fn enter(&mut self) {
        match (&self.state.content, &self.state.history.here.what) {
            (_, What::Lesson(_)) if self.expected().is_some() && self.answering() => {
                self.word(w::LINEAR_LESSON_WAITS)
            }
            (Content::Page(_), _) | (_, What::Lesson(_)) => self.go_on(),
            (Content::List(_), What::Results(_)) => self.open(),
            (Content::List(_), _) if self.state.history.here.at.is_some() => self.open(),
            _ => self.locate(),
        }
    }

    fn number(&mut self, n: usize) {
        match &self.state.content {
            Content::List(_) => self.choose(n),
            Content::Page(_) => self.part_number(n),
            Content::Empty => self.lesson_number(n),
        }
    }

    /// A line that is no command: the words of a heading read its part, names narrow a list of
    /// names, all else is searched.
    fn text(&mut self, line: &str) {
        let asked = Asked::read(line.trim(), self.lang());
        if let Some(part) = self.part_asked(line) {
            self.part(part);
        } else if !self.unknown_in_lesson(line) && !self.answered_here(&asked) && !self.narrow(line) {
            self.asked(Ask::whole(line.trim()));
        }
    }

    fn search(&mut self, ask: Ask) {
        self.keep_unanswered(&ask);
        self.go(What::Results(ask));
    }

    fn act(&mut self, command: Command, rest: &str) {
        let ask = PartId::Question;
        let money = [
            PartId::Money,
            ask(Question::HowMuch),
            PartId::Told(w::SAY_COMUNE_OWN),
        ];
        let time = [
            PartId::Phases,
            ask(Question::When),
            PartId::Told(w::SAY_COMUNE_STATE),
        ];
        match command {
            Command::Help => self.help(),
            Command::Repeat => self.repeat(),
            Command::Where => self.locate(),
            Command::Back => self.back(),
            Command::Forward => self.forward(),
            Command::Home => self.start_anew(),
            Command::Quit => {
                self.word(w::LINEAR_BYE);
                self.effects.push(Effect::Quit);
            }
            Command::Language => self.language(rest),
            Command::Search if rest.is_empty() => self.mend(w::LINEAR_RESULTS_EMPTY, &[]),
            Command::Search => self.search(Ask::whole(rest)),
            Command::Open => match rest.parse() {
                Ok(n) => self.number(n),
                Err(_) => self.open(),
            },
            Command::More => self.more(),
            Command::Down => self.step(true),
            Command::Up => self.step(false),
            Command::Filters => self.filters(),
            Command::Sort => self.sort(),
            Command::Exact => self.exact(),
            Command::Continue => self.go_on(),
            Command::All => self.read_all(),
            Command::Brief => self.in_brief(),
            Command::Parts => self.parts(),
            Command::Why => self.why(rest),
            Command::Proofs => self.proofs(),
            Command::Money => self.part_named(&money, command),
            Command::Time => self.part_named(&time, command),
            Command::Tenders => self.part_named(&[PartId::Tenders], command),
            Command::Places => self.part_named(&[PartId::Places, ask(Question::Where)], command),
            Command::Sources => self.part_named(&[PartId::Sources, PartId::Tables], command),
            Command::Cup => self.cup(),
            Command::Letters => self.letters(rest),
            Command::See => self.see(),
            Command::Projects => self.projects(),
            Command::Words => self.words(),
            Command::Comune => self.comune(rest),
            Command::Map => self.map(rest),
            Command::Measure => self.measure(rest),
            Command::Glossary => self.glossary(rest),
            Command::Questions => self.go(What::Menu(Menu::Questions)),
            Command::Learn => self.go(What::Menu(Menu::Learn)),
            Command::Lessons => {
                self.go(What::Menu(Menu::Lessons));
                if let Ok(n) = rest.parse() {
                    self.choose(n);
                }
            }
            Command::Hint => self.hint(),
            Command::Workshop => self.workshop(),
            Command::Update => self.renew(),
            Command::Desk => self.go(What::Menu(Menu::Desk)),
            Command::Count => self.count_person(),
            Command::Uncount => self.uncount(),
            Command::Favourite => self.favourite(),
            Command::Note => self.note(rest),
            Command::Erase => self.erase_note(),
            Command::Print => self.print(),
            Command::Settings => self.go(What::Menu(Menu::Settings)),
            Command::Palette => self.go(What::Menu(Menu::Palette)),
            other => match other.page() {
                Some(page) => self.go(What::Page(page)),
                None => self.gathering(other, rest),
            },
        }
    }

    /// The command is of no use where one is.
    fn useless(&mut self, command: Command) {
        let word = self.lang().say(command.word());
        self.mend(w::LINEAR_NOT_HERE, &[("command", word)]);
    }

    fn repeat(&mut self) {
        if self.state.last.is_empty() {
            self.mend(w::LINEAR_NOTHING_SAID, &[]);
        }
        self.aside = true;
        self.lines.extend(self.state.last.iter().cloned());
    }
}
