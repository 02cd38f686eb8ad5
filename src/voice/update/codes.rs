//! The codes of a project, as one reads them aloud.

use super::Turn;
use crate::lang::w;
use crate::sheet::Subject;
use crate::sheet::heard::speech;
use crate::voice::place::What;

impl Turn<'_> {
    pub(super) fn cup(&mut self) {
        let here = &self.state.history.here;
        let Some(cup) = self.on_page().map(|page| page.cup.clone()) else {
            return self.mend(w::LINEAR_CODE_NO_PROJECT, &[]);
        };
        if !matches!(here.what, What::Page(Subject::Project(_))) {
            return self.mend(w::LINEAR_CODE_NO_PROJECT, &[]);
        }
        match cup {
            Some(cup) => self.fill(w::LINEAR_CODE_CUP, &[("code", &cup)]),
            None => self.word(w::LINEAR_CODE_NONE),
        }
    }

    /// A code sign by sign: the one that was typed, else the project's CUP.
    pub(super) fn letters(&mut self, rest: &str) {
        let code = match rest {
            "" => self.on_page().and_then(|page| page.cup.clone()),
            typed => Some(typed.to_owned()),
        };
        match code.map(|code| speech::letters(&code)).filter(|l| !l.is_empty()) {
            Some(letters) => self.fill(w::LINEAR_CODE_LETTERS, &[("letters", &letters)]),
            None => self.mend(w::LINEAR_CODE_LETTERS_NONE, &[]),
        }
    }
}
