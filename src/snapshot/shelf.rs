//! The projects of a catalogue. Those of an archive that was made ready before lie packed and are
//! unpacked a few at a time, when one of them is asked for: a search needs fifty of a hundred
//! thousand.

mod packed;

use super::pack::{Pack, Unpack};
use crate::model::{Brief, ProjectId};
use std::io::{self, Read, Write};
use std::ops::Index;
use std::sync::OnceLock;

/// Projects that are unpacked together.
const TOGETHER: usize = 16;

/// Projects in order of their ids.
#[derive(Debug, Default)]
pub struct Briefs {
    ids: Vec<ProjectId>,
    shelves: Vec<OnceLock<Box<[Brief]>>>,
    /// All of them, packed, and where each begins; nothing where the shelves are full.
    packed: Vec<u8>,
    starts: Vec<u32>,
}

impl Briefs {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The project in this place.
    pub fn get(&self, at: usize) -> Option<&Brief> {
        (at < self.len()).then(|| &self[at])
    }

    /// All of them.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Brief> + ExactSizeIterator + Clone {
        (0..self.len()).map(|at| &self[at])
    }

    /// The place of a project.
    pub fn position(&self, id: ProjectId) -> Option<usize> {
        self.ids.binary_search(&id).ok()
    }

    /// The projects from a place on that stand on one shelf. What cannot be read is a project of
    /// which nothing is known.
    fn unpack(&self, from: usize) -> Box<[Brief]> {
        let ids = self.ids.iter().skip(from).take(TOGETHER);
        let start = |at: usize| {
            self.starts
                .get(at)
                .map_or(self.packed.len(), |start| *start as usize)
        };
        let bytes = |at: usize| self.packed.get(start(at)..start(at + 1));
        let read = |(at, id): (usize, &ProjectId)| packed::read(bytes(at)?, *id);
        (from..)
            .zip(ids)
            .map(|one| read(one).unwrap_or_else(|| Brief::new(*one.1, u16::MAX)))
            .collect()
    }

    /// Writes them packed.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn store<W: Write>(&self, pack: &mut Pack<W>) -> io::Result<()> {
        let ids: Vec<[u8; 8]> = self.ids.iter().map(|id| id.to_bytes()).collect();
        let mut bytes = Vec::new();
        let mut starts = Vec::with_capacity(self.len());
        for brief in self.iter() {
            starts.push(u32::try_from(bytes.len()).map_err(io::Error::other)?);
            packed::write(brief, &mut bytes);
        }
        pack.array(&ids)?;
        pack.array(&starts)?;
        pack.array(&bytes)
    }

    /// Reads what [`Briefs::store`] wrote; `None` where it is not whole.
    pub fn stored<R: Read>(unpack: &mut Unpack<R>) -> Option<Briefs> {
        let ids = unpack.array::<[u8; 8]>()?;
        let id = |bytes: &[u8; 8]| ProjectId::parse(std::str::from_utf8(bytes).ok()?);
        let ids: Vec<ProjectId> = ids.iter().map(id).collect::<Option<_>>()?;
        let (starts, packed) = (unpack.array()?, unpack.array()?);
        let whole = starts.len() == ids.len() && ids.is_sorted();
        let mut shelves = Vec::new();
        shelves.resize_with(ids.len().div_ceil(TOGETHER), OnceLock::new);
        whole.then_some(Briefs {
            ids,
            shelves,
            packed,
            starts,
        })
    }
}

impl Index<usize> for Briefs {
    type Output = Brief;

    fn index(&self, at: usize) -> &Brief {
        let shelf = at / TOGETHER;
        let unpack = || self.unpack(shelf * TOGETHER);
        &self.shelves[shelf].get_or_init(unpack)[at % TOGETHER]
    }
}

impl<'a> IntoIterator for &'a Briefs {
    type Item = &'a Brief;
    type IntoIter = Box<dyn Iterator<Item = &'a Brief> + 'a>;

    fn into_iter(self) -> Self::IntoIter {
        Box::new(self.iter())
    }
}

/// Of projects in order of their ids.
impl From<Vec<Brief>> for Briefs {
    fn from(all: Vec<Brief>) -> Briefs {
        let ids = all.iter().map(|brief| brief.id).collect();
        let mut all = all.into_iter();
        let mut shelves = Vec::with_capacity(all.len().div_ceil(TOGETHER));
        while all.len() > 0 {
            shelves.push(OnceLock::from(
                all.by_ref().take(TOGETHER).collect::<Box<[Brief]>>(),
            ));
        }
        Briefs {
            ids,
            shelves,
            ..Briefs::default()
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::snapshot::Snapshot;

    fn stored(bytes: &[u8]) -> Option<Briefs> {
        Briefs::stored(&mut Unpack::new(bytes, bytes.len() as u64))
    }

    #[test]
    fn stored_projects_are_those_that_were_read() {
        let projects = Snapshot::embedded().unwrap().catalogue().unwrap().projects;
        let mut bytes = Vec::new();
        projects.store(&mut Pack::new(&mut bytes)).unwrap();
        let again = stored(&bytes).unwrap();
        assert_eq!(again.len(), projects.len());
        let filled = |shelf: &OnceLock<_>| shelf.get().is_some();
        assert!(again.len() > 9_000 && !again.shelves.iter().any(filled));
        for (own, other) in projects.iter().zip(again.iter()) {
            assert_eq!(format!("{own:?}"), format!("{other:?}"));
            assert_eq!(again.position(own.id), projects.position(own.id));
        }
        assert!(again.get(again.len()).is_none());
        assert!(stored(&bytes[..bytes.len() - 1]).is_none());
    }

    #[test]
    fn what_cannot_be_unpacked_is_a_project_of_which_nothing_is_known() {
        let ids = [ProjectId::of("a", "", "", 0), ProjectId::of("b", "", "", 0)];
        let mut ids = ids.map(ProjectId::to_bytes);
        ids.sort_unstable();
        for (starts, packed) in [
            ([0, 1], vec![0xffu8; 40]),
            ([9, 0], vec![0; 8]),
            ([u32::MAX, u32::MAX], Vec::new()),
        ] {
            let mut bytes = Vec::new();
            let mut pack = Pack::new(&mut bytes);
            pack.array(&ids).unwrap();
            pack.array(&starts).unwrap();
            pack.array(&packed).unwrap();
            let projects = stored(&bytes).unwrap();
            let known = projects.iter().map(|brief| (brief.id.to_bytes(), brief.measure));
            assert!(known.eq(ids.map(|id| (id, u16::MAX))));
        }
    }
}
