//! `aggiorna`: the data of a stick or of the folder of the settings; told first, taken when it is said
//! again.

use super::{Command, Effect, Turn};
use crate::lang::w;
use crate::renew::{Newer, fingerprint};
use crate::sheet::newer_row;

impl Turn<'_> {
    /// Takes what was told just now, else looks for it.
    pub(super) fn renew(&mut self) {
        let told = self
            .state
            .newer
            .take()
            .filter(|_| self.unsure == Some(Command::Update));
        self.effects.push(told.map_or(Effect::Seek, Effect::Take));
    }

    /// Tells what was found, and asks whether it is wanted.
    pub(super) fn offer(&mut self, found: Option<Newer>) {
        let Some(found) = found else {
            return self.mend(w::RENEW_NONE, &[]);
        };
        let lang = self.lang();
        self.mend(w::LINEAR_RENEW_FOUND, &[("row", &newer_row(&found, lang))]);
        self.mend(w::RENEW_PAGE_SIGNED, &[("key", &fingerprint(&found.key))]);
        let command = lang.say(Command::Update.word());
        self.mend(w::LINEAR_DESK_SURE, &[("command", command)]);
        self.state.unsure = Some(Command::Update);
        self.state.newer = Some(found);
    }
}
