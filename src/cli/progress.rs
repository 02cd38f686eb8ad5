//! How far an import or a download is: a bar with bytes, rows and time left on a terminal, one plain
//! line a file elsewhere. It goes to standard error, so that the report can be piped.

use super::tame::tell_bare;
use crate::fetch::{Trouble, Watch};
use crate::import::Progress;
use crate::lang::{Lang, w};
use crate::text::number::integer;
use indicatif::{HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;

/// The bar, or the lines in its stead.
pub struct Bar {
    lang: Lang,
    /// `None` where the output is no terminal.
    bar: Option<ProgressBar>,
    /// What is at hand, where it is told beside the bar.
    file: String,
    rows: u64,
}

impl Bar {
    /// A bar where there is a terminal.
    pub fn new(lang: Lang) -> Bar {
        let terminal = std::io::stderr().is_terminal();
        let bar = terminal.then(|| {
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
            bar.set_style(style(lang, true));
            bar
        });
        Bar {
            lang,
            bar,
            file: String::new(),
            rows: 0,
        }
    }

    /// Takes the bar off the screen.
    pub fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }

    /// A line for the person, above the bar.
    pub fn line(&self, text: &str) {
        match &self.bar {
            Some(bar) => bar.suspend(|| tell_bare(text)),
            None => tell_bare(text),
        }
    }
}

/// So many bytes, as the publishers count them: 317 MB.
pub fn size(bytes: u64, lang: Lang) -> String {
    let (unit, name) = if bytes < 1_000_000 {
        (1_000, "kB")
    } else {
        (1_000_000, "MB")
    };
    let count = i64::try_from(bytes.div_ceil(unit)).unwrap_or(i64::MAX);
    format!("{} {name}", integer(count, lang))
}

/// With the share that is done and the time that is left, where it is known how long it is.
fn style(lang: Lang, has_end: bool) -> ProgressStyle {
    let left = lang.say(w::IMPORT_LEFT);
    let template = match has_end {
        true => format!("{{bar:30}} {{percent:>3}}%  {{msg}}  {left} {{eta}}"),
        false => "{msg}".to_owned(),
    };
    let style = ProgressStyle::with_template(&template).unwrap_or_else(|_| ProgressStyle::default_bar());
    style.progress_chars("█▌░")
}

impl Progress for Bar {
    fn start(&mut self, total_bytes: u64) {
        if let Some(bar) = &self.bar {
            bar.set_length(total_bytes);
        }
    }

    fn file(&mut self, name: &str) {
        if self.bar.is_none() {
            tell_bare(&self.lang.fill(w::IMPORT_READING, &[("file", name)]));
        }
    }

    fn advance(&mut self, bytes: u64, rows: u64) {
        self.rows += rows;
        if let Some(bar) = &self.bar {
            bar.set_message(
                self.lang
                    .fill(w::IMPORT_ROWS, &[("rows", &HumanCount(self.rows).to_string())]),
            );
            bar.inc(bytes);
        }
    }
}

impl Watch for Bar {
    fn begins(&mut self, file: &str, at: u64, total: Option<u64>) {
        (self.rows, self.file) = (0, file.to_owned());
        let from = size(at, self.lang);
        match &self.bar {
            Some(bar) => {
                bar.set_style(style(self.lang, total.is_some()));
                bar.reset();
                bar.set_length(total.unwrap_or_default());
                bar.set_position(at);
                bar.reset_eta();
            }
            None if at > 0 => {
                tell_bare(
                    &self
                        .lang
                        .fill(w::FETCH_RESUMING, &[("file", file), ("at", &from)]),
                );
            }
            None => tell_bare(&self.lang.fill(w::FETCH_READING, &[("file", file)])),
        }
    }

    fn advance(&mut self, bytes: u64, rows: u64) {
        self.rows += rows;
        if let Some(bar) = &self.bar {
            bar.inc(bytes);
            let values = [
                ("file", self.file.as_str()),
                ("bytes", &size(bar.position(), self.lang)),
                ("rows", &HumanCount(self.rows).to_string()),
            ];
            bar.set_message(self.lang.fill(w::FETCH_PROGRESS, &values));
        }
    }

    fn waits(&mut self, address: &str, why: &Trouble, seconds: u64) {
        let why = why.say(address, self.lang);
        let values = [("why", why.as_str()), ("seconds", &seconds.to_string())];
        self.line(&self.lang.fill(w::FETCH_AGAIN, &values));
    }

    fn ends(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
