//! An index in a file, so that a start need not build it: every part as an array of numbers. What
//! is cheap to make (where kinds of entities begin, the synonyms) is made again. A file may hold
//! anything, so every number that leads to a place is looked at before it is believed.

use super::build::{bases, number};
use super::columns::{COMBINATIONS, Columns};
use super::{Bases, Index, PlaceSet, Posting};
use crate::lang::Lang;
use crate::model::{ComuneCode, ProvinceCode, RegionCode};
use crate::search::codes::Codes;
use crate::search::synonyms::Synonyms;
use crate::search::vocabulary::Vocabulary;
use crate::snapshot::Catalogue;
use crate::snapshot::pack::{Pack, Unpack};
use std::io::{self, Write};
use std::sync::{Arc, OnceLock};

impl Index {
    /// Writes the index; its catalogue is kept elsewhere.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn store<W: Write>(&self, pack: &mut Pack<W>) -> io::Result<()> {
        self.make_titled();
        self.vocabulary.store(pack)?;
        pack.array(&self.starts)?;
        pack.array(&self.postings.iter().map(|p| p.0).collect::<Vec<_>>())?;
        for numbers in [
            &self.projects_of,
            &self.rows,
            &self.row_starts,
            &self.english,
            &self.beyond,
        ] {
            pack.array(numbers)?;
        }
        pack.array(self.groups())?;
        for lang in Lang::ALL {
            pack.array(self.by_name(lang))?;
        }
        store_places(&self.places, pack)?;
        self.columns.store(pack)?;
        self.codes.store(pack)
    }

    /// Reads what [`Index::store`] wrote of the index of this catalogue; `None` where it is not
    /// whole, or of another.
    pub fn stored(catalogue: Arc<Catalogue>, unpack: &mut Unpack) -> Option<Index> {
        let vocabulary = Vocabulary::stored(unpack)?;
        let starts = unpack.array()?;
        let postings: Vec<u32> = unpack.array()?;
        let postings: Vec<Posting> = postings.into_iter().map(Posting).collect();
        let mut numbers = || unpack.array::<u32>();
        let (projects_of, rows, row_starts) = (numbers()?, numbers()?, numbers()?);
        let (english, beyond, groups) = (numbers()?, numbers()?, numbers()?);
        let names = [numbers()?, numbers()?];
        let mut places = stored_places(unpack)?;
        let columns = Columns::stored(unpack)?;
        let codes = Codes::stored(unpack)?;
        let bases = bases(&catalogue, places.len());
        let len = catalogue.projects.len();
        let is_row = |row: &u32| (*row as usize) < len;
        let whole = groups.len() == len
            && names.iter().all(|names| names.len() == len)
            && groups.iter().chain(&rows).all(is_row)
            && projects_of.iter().all(|projects| *projects as usize <= len)
            && postings.iter().all(|posting| posting.entity() < bases.end)
            && codes.entities().all(|entity| entity < bases.end)
            && fits(&columns, len, bases);
        if !whole {
            return None;
        }
        let synonyms = Synonyms::load();
        let (comuni, provinces) = number(&mut places);
        Some(Index {
            comuni,
            provinces,
            vocabulary,
            starts,
            postings,
            projects_of,
            bases,
            rows,
            row_starts,
            places,
            columns,
            codes,
            phrases: synonyms.phrases.iter().map(|_| OnceLock::new()).collect(),
            synonyms,
            names: names.map(OnceLock::from),
            groups: OnceLock::from(groups),
            texts: OnceLock::new(),
            comune_names: OnceLock::new(),
            beyond_names: OnceLock::new(),
            english,
            beyond,
            catalogue,
        })
    }
}

/// Whether columns are those of so many projects, and lead to what there is.
fn fits(columns: &Columns, len: usize, bases: Bases) -> bool {
    let kinds = [
        bases.measure..bases.place,
        bases.place..bases.body,
        bases.body..bases.category,
        bases.category..bases.own,
    ];
    let is_there = |entities: &[u32; 4]| {
        let mut each = entities.iter().zip(&kinds).enumerate();
        // All but the places may be none.
        each.all(|(kind, (entity, range))| range.contains(entity) || *entity == 0 && kind != 1)
    };
    columns.lengths().iter().all(|length| *length == len)
        && columns.project.iter().all(|project| (*project as usize) < len)
        && columns.entities.iter().all(is_there)
        && columns.combination.iter().all(|n| usize::from(*n) < COMBINATIONS)
}

/// How many codes of each kind a set of places has, and what else is said of it.
type Sizes = [u32; 6];

fn store_places<W: Write>(places: &[PlaceSet], pack: &mut Pack<W>) -> io::Result<()> {
    let size = |set: &PlaceSet| -> Sizes {
        [
            set.comuni.len() as u32,
            set.provinces.len() as u32,
            set.regions.len() as u32,
            set.whole_provinces.len() as u32,
            set.whole_regions.len() as u32,
            u32::from(set.several) | u32::from(set.alone) << 1,
        ]
    };
    let sizes: Vec<Sizes> = places.iter().map(size).collect();
    let mut codes = String::new();
    for set in places {
        set.comuni.iter().for_each(|code| codes.push_str(code.as_str()));
        let provinces = set.provinces.iter().chain(&set.whole_provinces);
        provinces.for_each(|code| codes.push_str(code.as_str()));
        let regions = set.regions.iter().chain(&set.whole_regions);
        regions.for_each(|code| codes.push_str(code.as_str()));
    }
    pack.array(&sizes)?;
    pack.array(codes.as_bytes())
}

fn stored_places(unpack: &mut Unpack) -> Option<Vec<PlaceSet>> {
    let sizes: Vec<Sizes> = unpack.array()?;
    let codes = unpack.text()?;
    let left = &mut codes.as_str();
    let mut one = |[comuni, provinces, regions, whole_provinces, whole_regions, said]: &Sizes| {
        Some(PlaceSet {
            comuni: take(left, *comuni, 6, ComuneCode::parse)?,
            provinces: take(left, *provinces, 3, ProvinceCode::parse)?,
            whole_provinces: take(left, *whole_provinces, 3, ProvinceCode::parse)?,
            regions: take(left, *regions, 2, RegionCode::parse)?,
            whole_regions: take(left, *whole_regions, 2, RegionCode::parse)?,
            several: said & 1 > 0,
            alone: said & 2 > 0,
            ..PlaceSet::default()
        })
    };
    sizes.iter().map(&mut one).collect()
}

/// So many codes of so many digits each.
fn take<T>(left: &mut &str, count: u32, digits: usize, parse: fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let (taken, rest) = left.split_at_checked((count as usize).checked_mul(digits)?)?;
    *left = rest;
    let codes = taken.as_bytes().chunks_exact(digits);
    codes.map(|code| parse(std::str::from_utf8(code).ok()?)).collect()
}
