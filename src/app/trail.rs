//! Where one is, was, and came back from.

/// Most places that are remembered.
const MOST: usize = 100;

/// The oldest place is always the one that it began with.
#[derive(Clone, Debug, Default)]
pub struct Trail<P> {
    past: Vec<P>,
    pub here: P,
    future: Vec<P>,
}

impl<P> Trail<P> {
    /// Goes on to a new place.
    pub fn open(&mut self, place: P) {
        self.past.push(std::mem::replace(&mut self.here, place));
        self.future.clear();
        if self.past.len() > MOST {
            self.past.remove(1);
        }
    }

    /// Puts another place in the place of this one, which is none to go back to.
    pub fn replace(&mut self, place: P) {
        self.here = place;
        self.future.clear();
    }

    /// Whether there was a place to go back to.
    pub fn back(&mut self) -> bool {
        let Some(place) = self.past.pop() else {
            return false;
        };
        self.future.push(std::mem::replace(&mut self.here, place));
        true
    }

    /// Whether there was a place to return to.
    pub fn forward(&mut self) -> bool {
        let Some(place) = self.future.pop() else {
            return false;
        };
        self.past.push(std::mem::replace(&mut self.here, place));
        true
    }

    /// The places before this one, the oldest first.
    pub fn past(&self) -> &[P] {
        &self.past
    }

    /// The place before this one.
    pub fn previous(&self) -> Option<&P> {
        self.past.last()
    }

    /// Drops the places at the end of the way that `drop` names, so that stepping back leads
    /// before them.
    pub fn forget(&mut self, drop: impl Fn(&P) -> bool) {
        while self.past.last().is_some_and(&drop) {
            self.past.pop();
        }
    }

    /// Begins anew at a place: all others are forgotten.
    pub fn restart(&mut self, place: P) {
        self.past.clear();
        self.replace(place);
    }

    /// All places, in their order.
    pub fn places(&mut self) -> impl Iterator<Item = &mut P> {
        let past = self.past.iter_mut();
        past.chain([&mut self.here]).chain(self.future.iter_mut())
    }

    /// Whether there is no place to go back to.
    pub fn at_the_bottom(&self) -> bool {
        self.past.is_empty()
    }
}
