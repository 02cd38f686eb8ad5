//! Signals: stop, hang up, suspend, continue. The terminal is given back before the signal does
//! what it always does.

use super::{enter_again, leave};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;
use signal_hook::low_level::{emulate_default_handler, raise};
use std::io;
use std::thread;

/// Watches from a thread of its own; `redraw` is called when the terminal is ours again.
///
/// # Errors
/// When the signals cannot be watched.
pub fn watch(redraw: impl Fn() + Send + 'static) -> io::Result<()> {
    let mut signals = Signals::new([SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP])?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            match signal {
                SIGCONT => {
                    enter_again();
                    redraw();
                }
                // For SIGTSTP this returns when the program is continued, for the others never.
                _ => {
                    leave();
                    let _ = emulate_default_handler(signal);
                }
            }
        }
    })?;
    Ok(())
}

/// Suspends the program as Ctrl-Z does outside of raw mode.
pub fn suspend() {
    let _ = raise(SIGTSTP);
}
