//! What a search needs of every project in rows of numbers. Rows are in order of amount, so that
//! a row's number is also its rank among equals.

use super::Entity;
use crate::model::{Brief, Cents, Scope, Status};
use crate::search::kind::{AmountBand, BodyKind};
use crate::snapshot::pack::{Pack, Unpack};
use jiff::civil::Date;
use std::io::{self, Write};

/// Whether a project is a comune's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum Local {
    /// A whole province, region or the nation.
    Wide,
    /// Several comuni, or other regions as well.
    Shared,
    /// One comune.
    Own,
}

#[derive(Debug, Default)]
pub(crate) struct Columns {
    /// Index into the catalogue's projects.
    pub project: Vec<u32>,
    /// Measure, places, body, category.
    pub entities: Vec<[Entity; 4]>,
    /// Status, kind of body and band of amount in one number; see [`combination`].
    pub combination: Vec<u16>,
    /// [`Flags`].
    pub flags: Vec<u8>,
    pub total: Vec<i64>,
    pub pnrr: Vec<i64>,
    pub paid: Vec<i64>,
    /// End as days since the year 0, 0 when it is not known.
    pub end: Vec<u32>,
}

const KINDS: usize = BodyKind::ALL.len();
const BANDS: usize = AmountBand::ALL.len();
/// How many combinations of status, kind and band there are.
pub(crate) const COMBINATIONS: usize = Status::ALL.len() * KINDS * BANDS;

pub(crate) fn combination(status: Status, kind: BodyKind, band: AmountBand) -> u16 {
    let status = Status::ALL.iter().position(|s| *s == status).unwrap_or_default();
    ((status * KINDS + kind as usize) * BANDS + band as usize) as u16
}

/// The status, kind and band of a combination.
pub(crate) fn parts(combination: usize) -> (Status, BodyKind, AmountBand) {
    let band = AmountBand::ALL[combination % BANDS];
    let kind = BodyKind::ALL[combination / BANDS % KINDS];
    (
        Status::ALL[combination / BANDS / KINDS % Status::ALL.len()],
        kind,
        band,
    )
}

/// What a flag of a row can say.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Flags {
    pub local: Local,
    /// The title names the body.
    pub titled: bool,
    /// Something is built or repaired: no course, grant or purchase.
    pub works: bool,
    /// The title says what is made here, and not the measure's.
    pub own_title: bool,
}

const TITLED: u8 = 4;
/// It lies outside of the region too, or is the whole nation's.
const SHARED: u8 = 8;
const NATIONAL: u8 = 16;
const WORKS: u8 = 32;
const OWN_TITLE: u8 = 64;

/// A day as a number that keeps the order.
pub(crate) fn day(date: Date) -> u32 {
    let (year, month) = (
        u32::try_from(date.year()).unwrap_or_default(),
        date.month() as u32,
    );
    year * 512 + month * 32 + date.day() as u32
}

impl Columns {
    pub fn len(&self) -> usize {
        self.project.len()
    }

    /// Of each column; all are the same.
    pub fn lengths(&self) -> [usize; 8] {
        [
            self.project.len(),
            self.entities.len(),
            self.combination.len(),
            self.flags.len(),
            self.total.len(),
            self.pnrr.len(),
            self.paid.len(),
            self.end.len(),
        ]
    }

    /// Writes all columns.
    pub fn store<W: Write>(&self, pack: &mut Pack<W>) -> io::Result<()> {
        pack.array(&self.project)?;
        pack.array(&self.entities)?;
        pack.array(&self.combination)?;
        pack.array(&self.flags)?;
        pack.array(&self.total)?;
        pack.array(&self.pnrr)?;
        pack.array(&self.paid)?;
        pack.array(&self.end)
    }

    /// Reads what was stored.
    pub fn stored(unpack: &mut Unpack) -> Option<Columns> {
        Some(Columns {
            project: unpack.array()?,
            entities: unpack.array()?,
            combination: unpack.array()?,
            flags: unpack.array()?,
            total: unpack.array()?,
            pnrr: unpack.array()?,
            paid: unpack.array()?,
            end: unpack.array()?,
        })
    }

    pub fn bytes(&self) -> usize {
        self.len() * (4 + 16 + 2 + 1 + 24 + 4)
    }

    pub fn push(&mut self, project: u32, brief: &Brief, entities: [Entity; 4], kind: BodyKind, flags: Flags) {
        let amount = amount(brief);
        let cents = |c: Option<Cents>| c.unwrap_or_default().0;
        self.project.push(project);
        self.entities.push(entities);
        self.combination
            .push(combination(brief.status, kind, AmountBand::of(amount)));
        let scope = match brief.scope {
            Scope::Own => 0,
            Scope::Shared => SHARED,
            Scope::National => NATIONAL,
        };
        let titled = if flags.titled { TITLED } else { 0 };
        let works = if flags.works { WORKS } else { 0 };
        let own_title = if flags.own_title { OWN_TITLE } else { 0 };
        let flags = flags.local as u8 | scope | titled | works | own_title;
        self.flags.push(flags);
        self.total.push(cents(amount));
        self.pnrr.push(cents(brief.pnrr));
        self.paid.push(cents(brief.paid));
        self.end.push(brief.end.map_or(0, day));
    }

    /// 0 for wide, 1 for shared, 2 for own.
    pub fn local(&self, row: usize) -> u64 {
        u64::from(self.flags[row] & 3)
    }

    /// Whose the row's project is, seen from the archive's region.
    pub fn scope(&self, row: usize) -> Scope {
        match self.flags[row] {
            flags if flags & NATIONAL != 0 => Scope::National,
            flags if flags & SHARED != 0 => Scope::Shared,
            _ => Scope::Own,
        }
    }

    pub fn is_works(&self, row: usize) -> bool {
        self.flags[row] & WORKS != 0
    }

    pub fn has_own_title(&self, row: usize) -> bool {
        self.flags[row] & OWN_TITLE != 0
    }

    pub fn body_in_title(&self, row: usize) -> bool {
        self.flags[row] & TITLED != 0
    }
}

/// Total funding, or that of the plan where no total is published.
pub(crate) fn amount(brief: &Brief) -> Option<Cents> {
    brief.total.or(brief.pnrr)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn combinations_come_apart_again() {
        for n in 0..COMBINATIONS {
            let (status, kind, band) = parts(n);
            assert_eq!(usize::from(combination(status, kind, band)), n);
        }
    }

    #[test]
    fn days_keep_their_order() {
        let days = [(2025, 12, 31), (2026, 1, 1), (2026, 1, 31), (2026, 2, 1)];
        assert!(days.map(|(y, m, d)| day(Date::constant(y, m, d))).is_sorted());
    }
}
