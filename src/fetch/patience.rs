//! When is tried again: what may pass is, a few times, after waits that grow, and as long as the
//! other side asks for; whoever watches is told of it.

use super::trouble::Trouble;
use super::wire::Wire;

/// Seconds before each try but the first.
const WAITS: [u64; 4] = [2, 5, 15, 40];
/// Who asks for more patience than this is come back to another day.
const LONGEST: u64 = 120;
/// With so many bytes more there is new hope.
const PROGRESS: u64 = 1 << 20;

/// Who is told how far it is.
pub trait Watch {
    /// A file begins to come, or goes on from `at`; how long it is may not be known.
    fn begins(&mut self, file: &str, at: u64, total: Option<u64>);
    /// Bytes and rows that came since the last call.
    fn advance(&mut self, bytes: u64, rows: u64);
    /// Something went wrong that may pass; it is tried again in so many seconds.
    fn waits(&mut self, address: &str, why: &Trouble, seconds: u64);
    /// No more of the file comes.
    fn ends(&mut self);
}

/// How often was tried.
#[derive(Default)]
pub struct Patience {
    tried: usize,
    best: u64,
}

impl Patience {
    /// Waits, where it makes sense to try again; `at` is how far the file came.
    pub fn again(
        &mut self,
        (address, trouble): (&str, Trouble),
        at: u64,
        wire: &Wire,
        watch: &mut dyn Watch,
    ) -> Result<(), Trouble> {
        if !trouble.may_pass() {
            return Err(trouble);
        }
        if at >= self.best + PROGRESS {
            (self.best, self.tried) = (at, 0);
        }
        let Some(wait) = WAITS.get(self.tried) else {
            return Err(trouble);
        };
        let asked = match &trouble {
            Trouble::Busy(Some(seconds)) => *seconds,
            _ => 0,
        };
        if asked > LONGEST {
            return Err(trouble);
        }
        let seconds = asked.max(*wait);
        self.tried += 1;
        watch.waits(address, &trouble, seconds);
        wire.wait(seconds)
    }
}

/// Tries what is short until it comes or patience is at its end.
pub fn tried<T>(
    address: &str,
    wire: &Wire,
    watch: &mut dyn Watch,
    mut once: impl FnMut(&mut dyn Watch) -> Result<T, Trouble>,
) -> Result<T, Trouble> {
    let mut patience = Patience::default();
    loop {
        match once(watch) {
            Ok(done) => return Ok(done),
            Err(trouble) => patience.again((address, trouble), 0, wire, watch)?,
        }
    }
}
