//! What comes back from elsewhere: results, pages, the archive's lists, a full clipboard. It belongs
//! to whichever screen asked for it.

use crate::lang::{Lang, w};
use crate::model::ComuneCode;
use crate::text::fold::fold;
use crate::tui::backend::{Answer, ComuneItem, Lists, Sheet, Subject};
use crate::tui::screen::{Screen, search};
use crate::tui::state::State;
use std::sync::Arc;

/// Which clipboards were tried.
pub(super) fn copied(lang: Lang, tried: &[&str], taken: bool) -> String {
    let last = tried.last().copied().unwrap_or_default();
    match (tried, taken) {
        ([], _) => lang.say(w::TUI_COPIED).to_owned(),
        (_, true) => lang.fill(w::TUI_COPIED_TOO, &[("tool", last)]),
        (_, false) => lang.fill(w::TUI_COPIED_TRIED, &[("tool", &tried.join(", "))]),
    }
}

/// The comune of the settings, by its ISTAT code or its name.
pub(super) fn home(chosen: Option<&str>, lists: &Lists) -> Option<ComuneCode> {
    let chosen = fold(chosen?);
    let is_it = |c: &&ComuneItem| c.code.as_str() == chosen || fold(&c.name) == chosen;
    lists.comuni.iter().find(is_it).map(|c| c.code)
}

/// An answer belongs to whichever screen asked for it, also when one has moved on.
pub(super) fn found(state: &mut State, generation: u64, answer: Answer) {
    let mut open = None;
    for screen in state.history.all() {
        if let Screen::Search(search) = screen
            && search
                .asked
                .as_ref()
                .is_some_and(|(asked, _)| *asked == generation)
        {
            let enter = search::update::found(search, generation, answer);
            open = search.selected_row().filter(|_| enter).map(|row| row.id);
            break;
        }
    }
    if let Some(id) = open.filter(|_| matches!(state.history.here, Screen::Search(_))) {
        state.history.open(Screen::read(Subject::Project(id)));
    }
}

pub(super) fn arrived(state: &mut State, subject: &Subject, sheet: Result<Sheet, String>) {
    let lang = state.lang;
    let sheet = sheet.map(Arc::new);
    for screen in state.history.all() {
        match screen {
            Screen::Read(read) if read.subject == *subject && read.asked == Some(lang) => match &sheet {
                Ok(sheet) => (read.sheet, read.failed) = (Some(Arc::clone(sheet)), None),
                Err(why) => (read.sheet, read.failed) = (None, Some(why.clone())),
            },
            Screen::Workshop(talk) if talk.subject == *subject && talk.asked == Some(lang) => match &sheet {
                Ok(sheet) => (talk.sheet, talk.failed) = (Some(Arc::clone(sheet)), None),
                Err(why) => (talk.sheet, talk.failed) = (None, Some(why.clone())),
            },
            Screen::Search(search) => {
                if let (Subject::Project(id), Ok(sheet)) = (subject, &sheet)
                    && search.preview.asked == Some((*id, lang))
                {
                    search.preview.sheet = Some((*id, Arc::clone(sheet)));
                }
            }
            _ => {}
        }
    }
}
