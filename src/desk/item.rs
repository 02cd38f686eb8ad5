//! What can be kept or noted: a project, a comune, a measure. An item outlives the archive that
//! it was taken from, so it carries its own codes and the name it had.

use crate::model::{ComuneCode, ProjectId, Submeasure};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Project,
    Comune,
    Measure,
    /// A list of projects, by the name that it was kept under.
    List,
}

impl Kind {
    pub const ALL: &[Kind] = &[Kind::Project, Kind::Comune, Kind::Measure, Kind::List];

    /// Its word in the file and in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Kind::Project => "project",
            Kind::Comune => "comune",
            Kind::Measure => "measure",
            Kind::List => "list",
        }
    }

    pub fn from_id(id: &str) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|kind| kind.id() == id)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub kind: Kind,
    /// Id of a project, ISTAT code of a comune, code of a measure.
    pub key: String,
    /// Of a project: should its id change in another archive, these two find it again.
    pub cup: String,
    pub submeasure: String,
    /// What it was called when it was kept, for an archive that does not have it.
    pub name: String,
}

impl Item {
    pub fn project(id: ProjectId, cup: &str, submeasure: &Submeasure, name: String) -> Item {
        Item {
            kind: Kind::Project,
            key: id.to_string(),
            cup: cup.to_owned(),
            submeasure: submeasure.to_string(),
            name,
        }
    }

    pub fn comune(code: ComuneCode, name: String) -> Item {
        Item {
            kind: Kind::Comune,
            key: code.to_string(),
            cup: String::new(),
            submeasure: String::new(),
            name,
        }
    }

    pub fn measure(code: &str, name: String) -> Item {
        Item {
            kind: Kind::Measure,
            key: code.to_owned(),
            cup: String::new(),
            submeasure: code.to_owned(),
            name,
        }
    }

    /// A list, by its name.
    pub fn list(name: &str) -> Item {
        Item {
            kind: Kind::List,
            key: name.to_owned(),
            cup: String::new(),
            submeasure: String::new(),
            name: name.to_owned(),
        }
    }

    pub fn is(&self, other: &Item) -> bool {
        self.kind == other.kind && self.key == other.key
    }
}
