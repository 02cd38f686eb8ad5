//! What comes back from elsewhere: results, pages, the archive's lists, a full clipboard. It belongs
//! to whichever screen asked for it.

use crate::app::Answer;
use crate::lang::{Lang, w};
use crate::sheet::{Page, Subject};
use crate::tui::event::{Done, Effect};
use crate::tui::screen::{Screen, search};
use crate::tui::state::State;
use std::sync::Arc;

/// What became of what was to be copied or written: which clipboards were tried, where the sheet is.
pub(super) fn said(lang: Lang, done: Result<Done, String>) -> Option<String> {
    Some(match done {
        Err(why) => why,
        Ok(Done::Saved) => return None,
        Ok(Done::Printed(file)) => lang.fill(w::PAPER_WRITTEN, &[("file", &file)]),
        Ok(Done::Copied { tried, taken }) => match (tried.last(), taken) {
            (None, _) => lang.say(w::TUI_COPIED).to_owned(),
            (Some(last), true) => lang.fill(w::TUI_COPIED_TOO, &[("tool", last)]),
            (_, false) => lang.fill(w::TUI_COPIED_TRIED, &[("tool", &tried.join(", "))]),
        },
    })
}

/// An answer belongs to whichever screen asked for it, also when one has moved on.
pub(super) fn found(state: &mut State, generation: u64, answer: Answer) -> Vec<Effect> {
    let mut open = false;
    for screen in state.history.all() {
        if let Screen::Search(search) = screen
            && search.asked.as_ref().map(|(asked, _)| *asked) == Some(generation)
        {
            open = search::update::found(search, generation, answer);
            break;
        }
    }
    match &mut state.history.here {
        Screen::Search(search) if open => search::update::open(search).follow(state),
        _ => Vec::new(),
    }
}

pub(super) fn arrived(state: &mut State, subject: &Subject, page: Result<Page, String>) {
    let lang = state.lang;
    let page = page.map(Arc::new);
    for screen in state.history.all() {
        match screen {
            Screen::Read(read) if read.subject == *subject && read.asked == Some(lang) => {
                (read.page, read.failed) = (page.clone().ok(), page.clone().err());
            }
            Screen::Workshop(talk) if talk.subject == *subject && talk.asked == Some(lang) => {
                (talk.page, talk.failed) = (page.clone().ok(), page.clone().err());
            }
            Screen::Search(search) => {
                if let (Subject::Project(id), Ok(page)) = (subject, &page)
                    && search.preview.asked == Some((*id, lang))
                {
                    search.preview.page = Some((*id, Arc::clone(page)));
                }
            }
            _ => {}
        }
    }
}
