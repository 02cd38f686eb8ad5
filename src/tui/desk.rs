//! The desk: what can be done for it from any page. One key counts a person
//! served, one keeps a page among the favourites, one writes a note on it.

use super::action::Action;
use super::dispatch;
use super::event::Effect;
use super::frame;
use super::gather;
use super::screen::note::Note;
use super::screen::{Screen, read};
use super::state::{Archive, State};
use crate::app::{Desk, DeskAnswer, DeskAsk, DeskLine as Line, Kept};
use crate::desk::Done;
use crate::lang::{Lang, w};
use crate::sheet::{Page, Subject};
use std::sync::Arc;

/// The page at hand: on the desk's own, the one that is selected.
pub fn subject(state: &State) -> Option<Subject> {
    match dispatch::subject(state)? {
        Subject::Desk => kept(state)?.1.to.clone(),
        subject => Some(subject),
    }
}

/// The selected line of the desk's page.
fn line(state: &State) -> Option<Line> {
    let Screen::Read(read) = &state.history.here else {
        return None;
    };
    let (at, _) = read::layout::selected_block(read, frame::body(state.size))?;
    let lines = (read.subject == Subject::Desk).then(|| page(state).1)?;
    lines.get(at).copied()
}

/// The desk's own page, and what each of its blocks is.
pub fn page(state: &State) -> (Page, Vec<Line>) {
    let keys = [Action::Count, Action::Favourite, Action::Note];
    let keys = keys.map(|action| state.keymap.say(action, state.lang));
    let keeps = state.settings.unanswered;
    state
        .desk
        .page(keys.each_ref().map(String::as_str), keeps, state.lang)
}

/// The favourite or note that is selected on the desk's page.
fn kept(state: &State) -> Option<(Line, &Kept)> {
    let line = line(state)?;
    let kept = match line {
        Line::Favourite(i) => state.desk.favourites.get(i)?,
        Line::Note(i) => state.desk.notes.get(i)?,
        Line::List(i) => state.desk.lists.get(i)?,
        Line::Words | Line::Served | Line::Unanswered(_) | Line::Way => return None,
    };
    Some((line, kept))
}

/// Whether an action's key is worth a word at the bottom of the screen.
pub fn useful(state: &State, action: Action) -> bool {
    let reading = matches!(state.history.here, Screen::Read(_) | Screen::Search(_));
    match action {
        Action::Remove => line(state).is_some_and(|line| !matches!(line, Line::Words | Line::Way)),
        Action::Count => reading,
        Action::Why => {
            line(state) == Some(Line::Way) || kept(state).is_some_and(|(_, kept)| kept.to.is_some())
        }
        _ => reading && subject(state).is_some_and(|subject| subject.place().is_some()),
    }
}

/// Beside the name of the page: that it is a favourite, that it has a note.
pub fn marks(state: &State) -> Vec<&'static str> {
    let Screen::Read(read) = &state.history.here else {
        return Vec::new();
    };
    let marks = [
        (Action::Favourite, state.desk.favourite(&read.subject)),
        (Action::Note, state.desk.note(&read.subject)),
    ];
    let there = marks.iter().filter(|(_, kept)| kept.is_some());
    there.map(|(action, _)| action.short(state.lang)).collect()
}

/// What an action does at the desk, for the page at hand.
pub fn act(state: &mut State, action: Action) -> Vec<Effect> {
    let lang = state.lang;
    let ask = match action {
        Action::Count => DeskAsk::Count(subject(state), not_found(state).is_none()),
        Action::Uncount => DeskAsk::Uncount,
        Action::Remove => match (line(state), kept(state)) {
            (_, Some((Line::Favourite(_) | Line::List(_), kept))) => DeskAsk::Drop(kept.item.clone()),
            (_, Some((Line::Note(_), kept))) => DeskAsk::Rewrite(kept.item.clone(), String::new()),
            (Some(Line::Served), _) => DeskAsk::Uncount,
            (Some(Line::Unanswered(at)), _) => {
                DeskAsk::DropUnanswered(state.desk.unanswered.get(at).map(|(words, ..)| words.clone()))
            }
            _ => return Vec::new(),
        },
        _ => {
            let Some(subject) = subject(state).filter(|subject| subject.place().is_some()) else {
                state.notice = Some(lang.say(w::DESK_DONE_NO_PAGE).to_owned());
                return Vec::new();
            };
            if action == Action::Note {
                write(state, subject);
                return Vec::new();
            }
            match state.desk.favourite(&subject) {
                Some(kept) => DeskAsk::Drop(kept.item.clone()),
                None => DeskAsk::Keep(subject),
            }
        }
    };
    vec![Effect::Desk { ask, lang }]
}

/// What was searched for on the screen at hand and is not in the archive.
pub fn not_found(state: &State) -> Option<&str> {
    let Screen::Search(search) = &state.history.here else {
        return None;
    };
    let (_, answer) = search.answer.as_ref()?;
    let nothing = answer.total == 0 && !answer.meant.iter().any(|meant| meant.sure);
    state.searched().filter(|_| nothing)
}

/// Opens the field of a note, with the note that is there.
fn write(state: &mut State, subject: Subject) {
    let there = state.desk.note(&subject);
    if matches!(state.history.here, Screen::Note(_)) {
        return;
    }
    let name = dispatch::title(state, &subject).or_else(|| there.map(|kept| kept.name.clone()));
    let note = Note::new(subject, name.unwrap_or_default(), there);
    state.history.open(Screen::Note(Box::new(note)));
}

/// Asks for what is kept, once the archive is there (or cannot be) and when the language changes; tells the note
/// of a page on arriving there.
pub fn ensure(state: &mut State) -> Vec<Effect> {
    own_page(state);
    if state.archive == Archive::Loading {
        return Vec::new();
    }
    tell_note(state);
    let lang = state.lang;
    if state.desk_asked.replace(lang) == Some(lang) {
        return Vec::new();
    }
    vec![Effect::Desk {
        ask: DeskAsk::Read,
        lang,
    }]
}

/// Makes the desk's own page, where it stands and is not there in the language of now.
fn own_page(state: &mut State) {
    let lang = Some(state.lang);
    let own = match &state.history.here {
        Screen::Read(read) if read.asked == lang => return,
        Screen::Read(read) => match read.subject {
            Subject::Desk => page(state).0,
            Subject::Report(by) => state.desk.report(by, state.lang),
            _ => return,
        },
        _ => return,
    };
    if let Screen::Read(read) = &mut state.history.here {
        (read.page, read.asked) = (Some(Arc::new(own)), lang);
    }
}

fn tell_note(state: &mut State) {
    let here = match &state.history.here {
        Screen::Read(read) => Some(read.subject.clone()),
        _ => None,
    };
    let same = here == state.note_told;
    state.note_told = here;
    let page = state
        .note_told
        .as_ref()
        .filter(|_| !same && state.notice.is_none());
    if let Some(kept) = page.and_then(|page| state.desk.note(page)) {
        state.notice = Some(state.lang.fill(w::DESK_NOTE_READS, &[("text", &kept.text)]));
    }
}

/// What came of a question to the desk.
pub fn answered(state: &mut State, lang: Lang, answer: Result<DeskAnswer, String>) {
    match answer {
        Ok(answer) => {
            if answer.done == Done::ListKept {
                state.gathered.name = Some(answer.name.clone());
                gather::shown_anew(state);
            }
            let says = answer.say(&state.keymap.say(Action::Uncount, lang), state.lang);
            state.notice = answer.notice.or(says).or(state.notice.take());
            // Named in the other language it is asked for again.
            match lang == state.lang {
                true => state.desk = Arc::new(answer.desk),
                false => state.desk_asked = None,
            }
        }
        Err(why) => {
            let says = lang.fill(w::DESK_BROKEN, &[("why", &why)]);
            if *state.desk == Desk::default() {
                Arc::make_mut(&mut state.desk).problem = Some(says.clone());
            }
            state.notice = Some(says);
        }
    }
    for screen in state.history.all() {
        if let Screen::Read(read) = screen
            && matches!(read.subject, Subject::Desk | Subject::Report(_))
        {
            read.asked = None;
        }
    }
}
