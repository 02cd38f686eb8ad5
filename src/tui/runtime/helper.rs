//! Threads beside the loop. When one breaks, the panic has given the terminal back, so the loop is
//! told: it takes the screen again, or ends where it cannot go on without the thread.

use super::wake::{Need, Wake};
use std::io;
use std::sync::mpsc::Sender;
use std::thread::{self, JoinHandle};

/// Starts a thread with a way to wake the loop.
///
/// # Errors
/// When the system gives no thread.
pub fn spawn(
    name: &str,
    need: Need,
    wake: Sender<Wake>,
    work: impl FnOnce(&Sender<Wake>) + Send + 'static,
) -> io::Result<JoinHandle<()>> {
    thread::Builder::new().name(name.into()).spawn(move || {
        let farewell = Farewell { need, wake };
        work(&farewell.wake);
    })
}

/// Tells the loop of a panic; nobody is there to be told when the program has ended.
struct Farewell {
    need: Need,
    wake: Sender<Wake>,
}

impl Drop for Farewell {
    fn drop(&mut self) {
        if thread::panicking() {
            let _ = self.wake.send(Wake::Broke(self.need));
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::sync::mpsc::channel;

    #[test]
    fn a_panic_is_told_and_an_end_is_not() {
        let (wake, inbox) = channel();
        let ends = spawn("ends", Need::Cannot, wake.clone(), |_| {}).unwrap();
        ends.join().unwrap();
        let breaks = spawn("breaks", Need::Can, wake, |_| panic!("made to panic")).unwrap();
        assert!(breaks.join().is_err());
        let told: Vec<Wake> = inbox.iter().collect();
        assert!(matches!(told.as_slice(), [Wake::Broke(Need::Can)]));
    }
}
