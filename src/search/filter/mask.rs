//! What filters let through, row by row of the columns.

use crate::search::index::Columns;
use crate::search::index::columns::parts;
use crate::search::kind::AmountBand;
use crate::search::rows::Rows;

/// What a query's filters let through.
pub(in crate::search) struct Mask {
    /// For measures, places and bodies; categories and the rest always pass.
    pub(super) entities: Option<Vec<bool>>,
    pub(super) combinations: Option<Vec<bool>>,
    pub(super) min: i64,
    pub(super) max: i64,
    pub(super) with_amount: bool,
    pub(super) from: u32,
    pub(super) to: u32,
    /// Filters that shut out what they name and need a closer look.
    pub(super) not_amount: Vec<(i64, i64)>,
    pub(super) not_end: Vec<(u32, u32)>,
    /// The rows that are like a project, and whether they are left out.
    pub(super) like: Option<Rows>,
    pub(super) unlike: bool,
    /// A filter names what the archive does not have.
    pub(super) nothing: bool,
    pub is_open: bool,
}

impl Mask {
    pub fn open() -> Mask {
        Mask {
            entities: None,
            combinations: None,
            min: i64::MIN,
            max: i64::MAX,
            with_amount: false,
            from: 0,
            to: u32::MAX,
            not_amount: Vec::new(),
            not_end: Vec::new(),
            like: None,
            unlike: false,
            nothing: false,
            is_open: true,
        }
    }

    pub fn passes(&self, columns: &Columns, row: usize) -> bool {
        if self.is_open {
            return true;
        }
        if self.nothing {
            return false;
        }
        if let Some(like) = &self.like
            && like.contains(row) == self.unlike
        {
            return false;
        }
        if let Some(entities) = &self.entities {
            let own = &columns.entities[row][..3];
            if !own.iter().all(|e| entities[*e as usize]) {
                return false;
            }
        }
        if let Some(combinations) = &self.combinations
            && !combinations[usize::from(columns.combination[row])]
        {
            return false;
        }
        let (amount, end) = (columns.total[row], columns.end[row]);
        let published = || parts(usize::from(columns.combination[row])).2 != AmountBand::Unpublished;
        (self.min..=self.max).contains(&amount)
            && (!self.with_amount || published())
            && (self.from..=self.to).contains(&end)
            && !self
                .not_amount
                .iter()
                .any(|(min, max)| (min..=max).contains(&&amount) && published())
            && !self.not_end.iter().any(|(from, to)| (from..=to).contains(&&end))
    }
}
