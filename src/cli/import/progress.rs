//! How far the import is: a bar with rows and time left on a terminal, one plain line a file
//! elsewhere. It goes to standard error, so that the report can be piped.

use crate::cli::tame::tell_bare;
use crate::import::Progress;
use crate::lang::{Lang, w};
use indicatif::{HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;

/// The bar, or the lines in its stead.
pub struct Bar {
    lang: Lang,
    /// `None` where the output is no terminal.
    bar: Option<ProgressBar>,
    rows: u64,
}

impl Bar {
    /// A bar where there is a terminal.
    pub fn new(lang: Lang) -> Bar {
        let terminal = std::io::stderr().is_terminal();
        let bar = terminal.then(|| {
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
            let left = lang.say(w::IMPORT_LEFT);
            let template = format!("{{bar:30}} {{percent:>3}}%  {{msg}}  {left} {{eta}}");
            let style =
                ProgressStyle::with_template(&template).unwrap_or_else(|_| ProgressStyle::default_bar());
            bar.set_style(style.progress_chars("█▌░"));
            bar
        });
        Bar { lang, bar, rows: 0 }
    }

    /// Takes the bar off the screen.
    pub fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
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
