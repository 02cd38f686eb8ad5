//! The projects of a catalogue, which are found by their ids.

use super::Shelf;
use crate::model::{Brief, ProjectId};
use crate::snapshot::pack::{Pack, Unpack};
use std::io::{self, Write};
use std::ops::Deref;

/// Projects in order of their ids.
#[derive(Debug, Default)]
pub struct Briefs {
    ids: Vec<ProjectId>,
    all: Shelf<Brief>,
}

impl Briefs {
    /// The place of a project.
    pub fn position(&self, id: ProjectId) -> Option<usize> {
        self.ids.binary_search(&id).ok()
    }

    /// The id of the project in this place.
    pub fn id(&self, at: usize) -> Option<ProjectId> {
        self.ids.get(at).copied()
    }

    /// Writes them packed.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn store<W: Write>(&self, pack: &mut Pack<W>) -> io::Result<()> {
        let ids: Vec<[u8; 8]> = self.ids.iter().map(|id| id.to_bytes()).collect();
        pack.array(&ids)?;
        self.all.store(pack)
    }

    /// Reads what [`Briefs::store`] wrote; `None` where it is not whole.
    pub fn stored(unpack: &mut Unpack) -> Option<Briefs> {
        let ids: Vec<[u8; 8]> = unpack.array()?;
        let ids: Vec<ProjectId> = ids
            .into_iter()
            .map(ProjectId::from_bytes)
            .collect::<Option<_>>()?;
        let all = Shelf::stored(unpack)?;
        (ids.len() == all.len() && ids.is_sorted()).then_some(Briefs { ids, all })
    }
}

impl Deref for Briefs {
    type Target = Shelf<Brief>;

    fn deref(&self) -> &Shelf<Brief> {
        &self.all
    }
}

impl<'a> IntoIterator for &'a Briefs {
    type Item = &'a Brief;
    type IntoIter = <&'a Shelf<Brief> as IntoIterator>::IntoIter;

    fn into_iter(self) -> Self::IntoIter {
        self.all.into_iter()
    }
}

/// Of projects in order of their ids.
impl From<Vec<Brief>> for Briefs {
    fn from(all: Vec<Brief>) -> Briefs {
        Briefs {
            ids: all.iter().map(|brief| brief.id).collect(),
            all: all.into(),
        }
    }
}
