//! Sets of rows as bits: what a word matches, what all words match, what misses only one.

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rows(Vec<u64>);

impl Rows {
    pub fn none(rows: usize) -> Rows {
        Rows(vec![0; rows.div_ceil(64)])
    }

    pub fn all(rows: usize) -> Rows {
        let mut out = Rows(vec![u64::MAX; rows.div_ceil(64)]);
        if let Some(last) = out.0.last_mut().filter(|_| !rows.is_multiple_of(64)) {
            *last = (1 << (rows % 64)) - 1;
        }
        out
    }

    pub fn insert(&mut self, row: u32) {
        self.0[row as usize / 64] |= 1 << (row % 64);
    }

    pub fn contains(&self, row: usize) -> bool {
        self.0[row / 64] & 1 << (row % 64) != 0
    }

    pub fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    pub fn keep(&mut self, other: &Rows) {
        self.0.iter_mut().zip(&other.0).for_each(|(a, b)| *a &= b);
    }

    pub fn drop(&mut self, other: &Rows) {
        self.0.iter_mut().zip(&other.0).for_each(|(a, b)| *a &= !b);
    }

    /// Rows in at least `least` of the sets; one or two.
    pub fn in_some<'a>(rows: usize, sets: impl Iterator<Item = &'a Rows>, least: usize) -> Rows {
        let (mut once, mut twice) = (Rows::none(rows), Rows::none(rows));
        for set in sets {
            for ((one, two), own) in once.0.iter_mut().zip(&mut twice.0).zip(&set.0) {
                *two |= *one & own;
                *one |= own;
            }
        }
        if least > 1 { twice } else { once }
    }

    /// Calls `take` with each, in order: quicker than [`Rows::iter`] where most are taken.
    pub fn each(&self, mut take: impl FnMut(usize)) {
        for (at, word) in self.0.iter().enumerate() {
            let mut left = *word;
            while left != 0 {
                take(at * 64 + left.trailing_zeros() as usize);
                left &= left - 1;
            }
        }
    }

    /// In order.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        self.0.iter().enumerate().flat_map(|(at, word)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                let bit = left.trailing_zeros() as usize;
                left &= left.checked_sub(1)?;
                Some(at * 64 + bit)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(all: &[u32]) -> Rows {
        let mut out = Rows::none(130);
        all.iter().for_each(|row| out.insert(*row));
        out
    }

    #[test]
    fn rows_are_kept_and_dropped() {
        let mut set = rows(&[0, 63, 64, 129]);
        assert_eq!(set.iter().collect::<Vec<_>>(), [0, 63, 64, 129]);
        let mut each = Vec::new();
        set.each(|row| each.push(row));
        assert_eq!(each, [0, 63, 64, 129]);
        set.keep(&rows(&[63, 64, 100]));
        set.drop(&rows(&[64]));
        assert_eq!(set.iter().collect::<Vec<_>>(), [63]);
        assert!(set.contains(63) && !set.contains(64));
        for n in [0, 1, 64, 65, 130] {
            assert_eq!(Rows::all(n).count(), n);
        }
    }

    #[test]
    fn rows_of_several_sets_are_told() {
        let sets = [rows(&[1, 2]), rows(&[2, 3]), rows(&[2, 3, 70])];
        let some = |least| Rows::in_some(130, sets.iter(), least).iter().collect::<Vec<_>>();
        assert_eq!(some(1), [1, 2, 3, 70]);
        assert_eq!(some(2), [2, 3]);
    }
}
