//! The projects that are gathered for one citizen while one talks: in the order in which they were
//! marked, in memory, and kept only under a name that holds no person.

use crate::lang::{Lang, w};
use crate::model::ProjectId;

/// A talk has no more; and each of them is a page of paper.
pub const MOST: usize = 60;

/// A list of projects.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Gathered {
    ids: Vec<ProjectId>,
    /// What it is kept under.
    pub name: Option<String>,
}

/// What became of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marked {
    Put,
    Taken,
    /// There are [`MOST`] already.
    Full,
}

impl Gathered {
    /// These projects, each once.
    pub fn of(ids: impl IntoIterator<Item = ProjectId>, name: Option<String>) -> Gathered {
        let mut out = Gathered {
            ids: Vec::new(),
            name,
        };
        for id in ids {
            if !out.has(id) && out.ids.len() < MOST {
                out.ids.push(id);
            }
        }
        out
    }

    /// The same under a name.
    pub fn named(self, name: String) -> Gathered {
        let name = Some(name);
        Gathered { name, ..self }
    }

    /// The projects, in the order of their marks.
    pub fn ids(&self) -> &[ProjectId] {
        &self.ids
    }

    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    pub fn has(&self, id: ProjectId) -> bool {
        self.ids.contains(&id)
    }

    /// Puts a project in, or takes it out.
    pub fn mark(&mut self, id: ProjectId) -> Marked {
        let before = self.ids.len();
        self.ids.retain(|own| *own != id);
        match self.ids.len() {
            left if left < before => Marked::Taken,
            MOST.. => Marked::Full,
            _ => {
                self.ids.push(id);
                Marked::Put
            }
        }
    }

    /// The project after one, or before it; the first where that one is not here.
    pub fn beside(&self, id: Option<ProjectId>, after: bool) -> Option<ProjectId> {
        let at = id.and_then(|id| self.ids.iter().position(|own| *own == id));
        match (at, after) {
            (None, _) => self.ids.first().copied(),
            (Some(at), true) => self.ids.get(at + 1).copied(),
            (Some(at), false) => self.ids.get(at.checked_sub(1)?).copied(),
        }
    }

    /// "3 raccolti"; nothing where there is none.
    pub fn counted(&self, lang: Lang) -> Option<String> {
        let word = match self.ids.len() {
            0 => return None,
            1 => w::GATHERED_ONE,
            _ => w::GATHERED_MANY,
        };
        Some(lang.fill(word, &[("count", &self.ids.len().to_string())]))
    }

    /// What its page is called: "Scuole di Prato: 3 progetti".
    pub fn title(&self, lang: Lang) -> String {
        let count = self.ids.len().to_string();
        let projects = match self.ids.len() {
            1 => lang.say(w::GATHERED_PROJECT).to_owned(),
            _ => lang.fill(w::GATHERED_PROJECTS, &[("count", &count)]),
        };
        let name = self.name.as_deref().unwrap_or(lang.say(w::GATHERED_TITLE));
        format!("{name}: {projects}")
    }

    /// What a mark did, in a sentence.
    pub fn say(&self, marked: Marked, lang: Lang) -> String {
        let count = self.ids.len().to_string();
        let word = match marked {
            Marked::Put => w::GATHERED_PUT,
            Marked::Taken => w::GATHERED_TAKEN,
            Marked::Full => w::GATHERED_FULL,
        };
        lang.fill(word, &[("count", &count)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: usize) -> ProjectId {
        ProjectId::of("M1", "", &n.to_string(), 0)
    }

    #[test]
    fn a_mark_put_twice_is_taken_and_the_order_is_that_of_the_marks() {
        let mut list = Gathered::default();
        assert_eq!(list.counted(Lang::It), None);
        for n in [3, 1, 2] {
            assert_eq!(list.mark(id(n)), Marked::Put);
        }
        assert_eq!(list.mark(id(1)), Marked::Taken);
        assert_eq!(list.ids(), [id(3), id(2)]);
        assert_eq!(list.counted(Lang::It).as_deref(), Some("2 raccolti"));
        assert_eq!(list.title(Lang::It), "Progetti raccolti: 2 progetti");
    }

    #[test]
    fn one_walks_from_project_to_project() {
        let list = Gathered::of([1, 2, 2, 3].map(id), None);
        assert_eq!(list.beside(None, true), Some(id(1)));
        assert_eq!(list.beside(Some(id(9)), false), Some(id(1)));
        assert_eq!(list.beside(Some(id(2)), true), Some(id(3)));
        assert_eq!(list.beside(Some(id(2)), false), Some(id(1)));
        assert_eq!(list.beside(Some(id(3)), true), None);
        assert_eq!(list.beside(Some(id(1)), false), None);
    }

    #[test]
    fn a_list_has_an_end() {
        let mut list = Gathered::of((0..MOST + 5).map(id), None);
        assert_eq!(list.ids().len(), MOST);
        assert_eq!(list.mark(id(MOST + 9)), Marked::Full);
        assert_eq!(list.ids().len(), MOST);
    }
}
