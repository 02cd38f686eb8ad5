//! The desk: its page, and what can be done for it from any other page. One key counts a person
//! served, one keeps a page among the favourites, one writes a note on it.

use super::action::Action;
use super::backend::{Block, Desk, DeskAnswer, DeskAsk, Kept, Sheet, Subject};
use super::event::Effect;
use super::keymap::Keymap;
use super::layout;
use super::screen::note::Note;
use super::screen::pick::{Go, PickKind};
use super::screen::{Screen, read};
use super::state::{Archive, State};
use crate::desk::Done;
use crate::lang::{Lang, Word, w};
use crate::text::number;
use std::sync::Arc;

/// What stands in a block of the page, for the keys that remove.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    Words,
    Served,
    Favourite(usize),
    Note(usize),
}

/// The page, and what each of its blocks is.
pub fn page(desk: &Desk, keymap: &Keymap, lang: Lang) -> (Sheet, Vec<Line>) {
    let mut out: Vec<(Block, Line)> = Vec::new();
    let say = |word: Word| lang.say(word).to_owned();
    let heading = |word| (Block::Heading(say(word)), Line::Words);
    let advice = |word, action| {
        let key = key(keymap, action, lang);
        (Block::Paragraph(lang.fill(word, &[("key", &key)])), Line::Words)
    };
    if let Some(why) = &desk.problem {
        out.push((Block::Paragraph(why.clone()), Line::Words));
    }
    out.push(heading(w::DESK_SERVED));
    out.push(if desk.themes.is_empty() {
        advice(w::DESK_SERVED_NONE, Action::Count)
    } else {
        (served(desk, lang), Line::Served)
    });
    out.push(heading(w::DESK_FAVOURITES));
    if desk.favourites.is_empty() {
        out.push(advice(w::DESK_FAVOURITES_NONE, Action::Favourite));
    }
    for (i, kept) in desk.favourites.iter().enumerate() {
        out.push((way(kept, kept.name.clone(), lang), Line::Favourite(i)));
    }
    out.push(heading(w::DESK_NOTES));
    if desk.notes.is_empty() {
        out.push(advice(w::DESK_NOTES_NONE, Action::Note));
    }
    for (i, kept) in desk.notes.iter().enumerate() {
        let values = [("name", kept.name.as_str()), ("text", &kept.text)];
        out.push((way(kept, lang.fill(w::DESK_NOTED, &values), lang), Line::Note(i)));
    }
    let (blocks, lines) = out.into_iter().unzip();
    let sheet = Sheet {
        title: say(w::DESK_TITLE),
        subtitle: String::new(),
        blocks,
    };
    (sheet, lines)
}

/// People by theme, today and this month, and all of them.
fn served(desk: &Desk, lang: Lang) -> Block {
    let count = |n: u64| number::integer(i64::try_from(n).unwrap_or(i64::MAX), lang);
    let themes = desk.themes.iter().map(|(theme, sums)| (theme.say(lang), *sums));
    let rows = themes.chain([(lang.say(w::DESK_TOTAL), desk.served)]);
    Block::Table {
        head: [w::DESK_HEAD_THEME, w::DESK_HEAD_DAY, w::DESK_HEAD_MONTH]
            .map(|word| lang.say(word).to_owned())
            .to_vec(),
        rows: rows
            .map(|(name, sums)| vec![name.to_owned(), count(sums.day), count(sums.month)])
            .collect(),
        right: vec![false, true, true],
    }
}

fn way(kept: &Kept, text: String, lang: Lang) -> Block {
    match &kept.to {
        Some(to) => Block::Link { text, to: to.clone() },
        None => Block::Paragraph(lang.fill(w::DESK_GONE, &[("name", &text)])),
    }
}

fn key(keymap: &Keymap, action: Action, lang: Lang) -> String {
    keymap.key_of(action).map_or(String::new(), |key| key.say(lang))
}

/// The page at hand: what is read, or what is selected in a list.
fn subject(state: &State) -> Option<Subject> {
    match &state.history.here {
        Screen::Read(read) if read.subject == Subject::Desk => {
            let (_, kept) = kept(state)?;
            kept.to.clone()
        }
        Screen::Read(read) => Some(read.subject.clone()),
        Screen::Search(search) => search.selected_row().map(|row| Subject::Project(row.id)),
        Screen::Pick(pick) if matters(pick.kind) => match &pick.selected_item()?.go {
            Go::Open(subject) => Some(subject.clone()),
            _ => None,
        },
        Screen::Note(note) => Some(note.subject.clone()),
        Screen::Workshop(talk) => Some(talk.subject.clone()),
        Screen::Map(map) => Some(Subject::Comune(map.selected?)),
        Screen::Start(_) | Screen::Pick(_) | Screen::Lesson(_) => None,
    }
}

/// Lists of what a citizen can come for.
fn matters(kind: PickKind) -> bool {
    matches!(
        kind,
        PickKind::Comuni | PickKind::Measures | PickKind::Learn | PickKind::Glossary
    )
}

/// The selected line of the desk's page.
fn line(state: &State) -> Option<Line> {
    let Screen::Read(read) = &state.history.here else {
        return None;
    };
    if read.subject != Subject::Desk {
        return None;
    }
    let (at, _) = read::layout::selected_block(read, layout::body(state.size))?;
    let lines = page(&state.desk, &state.keymap, state.lang).1;
    lines.get(at).copied()
}

/// The favourite or note that is selected on the desk's page.
fn kept(state: &State) -> Option<(Line, &Kept)> {
    let line = line(state)?;
    let kept = match line {
        Line::Favourite(i) => state.desk.favourites.get(i)?,
        Line::Note(i) => state.desk.notes.get(i)?,
        Line::Words | Line::Served => return None,
    };
    Some((line, kept))
}

/// Whether an action's key is worth a word at the bottom of the screen.
pub fn useful(state: &State, action: Action) -> bool {
    let reading = matches!(state.history.here, Screen::Read(_) | Screen::Search(_));
    match action {
        Action::Remove => line(state).is_some_and(|line| line != Line::Words),
        Action::Count => reading,
        Action::Why => kept(state).is_some_and(|(_, kept)| kept.to.is_some()),
        _ => reading && subject(state).is_some_and(|subject| subject.can_be_kept()),
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

pub fn act(state: &mut State, action: Action) -> Vec<Effect> {
    let lang = state.lang;
    let ask = match action {
        Action::Count => DeskAsk::Count(subject(state)),
        Action::Uncount => DeskAsk::Uncount,
        Action::Remove => match (line(state), kept(state)) {
            (_, Some((Line::Favourite(_), kept))) => DeskAsk::Drop(kept.item.clone()),
            (_, Some((Line::Note(_), kept))) => DeskAsk::Rewrite(kept.item.clone(), String::new()),
            (Some(Line::Served), _) => DeskAsk::Uncount,
            _ => return Vec::new(),
        },
        _ => {
            let Some(subject) = subject(state).filter(Subject::can_be_kept) else {
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

/// Opens the field of a note, with the note that is there.
fn write(state: &mut State, subject: Subject) {
    let there = state.desk.note(&subject);
    let name = match &state.history.here {
        Screen::Note(_) => return,
        Screen::Read(read) if read.subject == subject => read.sheet.as_ref().map(|s| s.title.clone()),
        Screen::Search(search) => search.selected_row().map(|row| row.title.clone()),
        Screen::Pick(pick) => pick.selected_item().map(|item| item.name.clone()),
        Screen::Read(_) | Screen::Map(_) | Screen::Start(_) | Screen::Workshop(_) | Screen::Lesson(_) => {
            there.map(|kept| kept.name.clone())
        }
    };
    let note = Note::new(subject, name.unwrap_or_default(), there);
    state.history.open(Screen::Note(Box::new(note)));
}

/// Asks for what is kept, once the archive is there (or cannot be) and when the language changes; tells the note
/// of a page on arriving there.
pub fn ensure(state: &mut State) -> Vec<Effect> {
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

fn tell_note(state: &mut State) {
    let here = match &state.history.here {
        Screen::Read(read) => Some(read.subject.clone()),
        _ => None,
    };
    if here == state.note_told {
        return;
    }
    state.note_told = here;
    let told = state
        .note_told
        .as_ref()
        .and_then(|subject| state.desk.note(subject));
    if let (Some(kept), None) = (told, &state.notice) {
        state.notice = Some(state.lang.fill(w::DESK_NOTE_READS, &[("text", &kept.text)]));
    }
}

pub fn answered(state: &mut State, lang: Lang, answer: Result<DeskAnswer, String>) {
    match answer {
        Ok(answer) => {
            if answer.done != Done::Read {
                state.notice = Some(said(state, &answer));
            }
            if answer.notice.is_some() {
                state.notice = answer.notice;
            }
            if lang == state.lang {
                state.desk = Arc::new(answer.desk);
            } else {
                // Named in the other language: asked for again.
                state.desk_asked = None;
            }
        }
        Err(why) => {
            let says = lang.fill(w::DESK_BROKEN, &[("why", &why)]);
            if *state.desk == Desk::default() {
                let problem = Some(says.clone());
                state.desk = Arc::new(Desk {
                    problem,
                    ..Desk::default()
                });
            }
            state.notice = Some(says);
        }
    }
    for screen in state.history.all() {
        if let Screen::Read(read) = screen
            && read.subject == Subject::Desk
        {
            read.asked = None;
        }
    }
}

/// What was done, in a sentence.
fn said(state: &State, answer: &DeskAnswer) -> String {
    let lang = state.lang;
    let count = answer.desk.served.day.to_string();
    let name = [("name", answer.name.as_str())];
    match answer.done {
        Done::Counted => {
            let key = key(&state.keymap, Action::Uncount, lang);
            lang.fill(w::DESK_DONE_COUNTED, &[("count", &count), ("key", &key)])
        }
        Done::Uncounted => lang.fill(w::DESK_DONE_UNCOUNTED, &[("count", &count)]),
        Done::NoneCounted => lang.say(w::DESK_DONE_NONE_COUNTED).to_owned(),
        Done::Kept => lang.fill(w::DESK_DONE_KEPT, &name),
        Done::Dropped => lang.fill(w::DESK_DONE_DROPPED, &name),
        Done::Noted => lang.say(w::DESK_DONE_NOTED).to_owned(),
        Done::Erased => lang.say(w::DESK_DONE_ERASED).to_owned(),
        Done::Read => String::new(),
    }
}
