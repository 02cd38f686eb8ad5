//! What was done, in sentences.

use super::key::{Made, fingerprint};
use super::manifest::Manifest;
use super::publish::Published;
use super::shelf::Entry;
use super::take::Taken;
use crate::lang::{Lang, Word, w};
use crate::text::number;
use std::path::Path;

impl Manifest {
    /// A sentence on the package.
    fn say(&self, word: Word, more: &[(&str, &str)], lang: Lang) -> String {
        let days = days(self.day, lang);
        let serial = self.serial.to_string();
        let values = [
            ("region", self.region_name.as_str()),
            ("days", &days),
            ("serial", &serial),
        ];
        lang.fill(word, &[&values[..], more].concat())
    }

    /// It was passed on.
    pub fn copied(&self, to: &Path, lang: Lang) -> String {
        let folder = to.display().to_string();
        self.say(w::RENEW_COPIED, &[("folder", &folder)], lang)
    }
}

fn days(day: jiff::civil::Date, lang: Lang) -> String {
    lang.fill(w::RENEW_DAYS, &[("day", &number::date(day, lang))])
}

impl Taken {
    /// What was taken, who signed it, how one goes back.
    pub fn say(&self, lang: Lang) -> Vec<String> {
        let word = if self.same { w::RENEW_SAME } else { w::RENEW_TAKEN };
        let mut out = vec![self.manifest.say(word, &[], lang)];
        out.push(match &self.key {
            Some(key) => lang.fill(w::RENEW_SIGNED, &[("key", &fingerprint(key))]),
            None => lang.say(w::RENEW_UNSIGNED_SAYS).to_owned(),
        });
        let announced = self.announced.as_deref().map(fingerprint);
        out.extend(announced.map(|key| lang.fill(w::RENEW_ANNOUNCED, &[("key", &key)])));
        out.extend((!self.same).then(|| lang.say(w::RENEW_FORMER).to_owned()));
        out
    }
}

/// Which archive is at hand again; none that came in a package.
pub fn gone_back(to: Option<&Entry>, lang: Lang) -> String {
    match to {
        Some(entry) => {
            let serial = entry.serial.to_string();
            let values = [("days", &*days(entry.day, lang)), ("serial", &serial)];
            lang.fill(w::RENEW_BACK, &values)
        }
        None => lang.say(w::RENEW_BACK_OWN).to_owned(),
    }
}

impl Published {
    /// What was written, and whether it is signed.
    pub fn say(&self, lang: Lang) -> [String; 2] {
        let size = number::integer(i64::try_from(self.manifest.size).unwrap_or(i64::MAX), lang);
        let file = self.file.display().to_string();
        let values = [("file", file.as_str()), ("size", &size)];
        let signed = match &self.fingerprint {
            Some(key) => lang.fill(w::RENEW_PUBLISHED_SIGNED, &[("key", key)]),
            None => lang.say(w::RENEW_PUBLISHED_UNSIGNED).to_owned(),
        };
        [self.manifest.say(w::RENEW_PUBLISHED, &values, lang), signed]
    }
}

impl Made {
    /// Where the two keys are, and what is done with them.
    pub fn say(&self, lang: Lang) -> [String; 4] {
        let [secret, public] = [&self.secret, &self.public].map(|path| path.display().to_string());
        [
            lang.say(w::RENEW_KEY_MADE).to_owned(),
            lang.fill(w::RENEW_KEY_SECRET, &[("file", &secret)]),
            lang.fill(w::RENEW_KEY_PUBLIC, &[("file", &public), ("key", &self.key)]),
            lang.fill(w::RENEW_KEY_PRINT, &[("key", &fingerprint(&self.key))]),
        ]
    }
}
