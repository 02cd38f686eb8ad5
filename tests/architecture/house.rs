//! The files of the house, and the arrows between them: an arrow goes from a file that names a
//! thing to the file in which the thing stands.

use crate::path::{self, Named};
use crate::source;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Files by their module (`["search", "query"]`), with what each names.
#[derive(Default)]
pub struct House {
    files: BTreeMap<Vec<String>, Named>,
}

/// From a file to the files it names.
pub type Arrows = BTreeMap<String, BTreeSet<String>>;

impl House {
    /// Of made-up sources, or of files: each with its path below `src`.
    pub fn of<'a>(sources: impl IntoIterator<Item = (&'a str, &'a str)>) -> House {
        let mut house = House::default();
        for (file, source) in sources {
            let module = file.trim_end_matches(".rs").split('/').map(str::to_owned);
            let module: Vec<String> = module.filter(|part| part != "lib").collect();
            house.files.insert(module, path::named(&source::words(source)));
        }
        house.without_tests()
    }

    /// Every file below a folder.
    pub fn read(src: &Path) -> House {
        let mut paths = Vec::new();
        files(src, &mut paths);
        let sources: Vec<(String, String)> = paths
            .iter()
            .map(|path| {
                let name = path.strip_prefix(src).unwrap();
                (name.display().to_string(), fs::read_to_string(path).unwrap())
            })
            .collect();
        House::of(
            sources
                .iter()
                .map(|(name, source)| (name.as_str(), source.as_str())),
        )
    }

    /// A file whose `mod` stands behind `#[cfg(test)]` is there for tests, and so is what is
    /// below it.
    fn without_tests(mut self) -> House {
        let declared: BTreeSet<Vec<String>> = self
            .files
            .iter()
            .flat_map(|(module, named)| named.children.iter().map(|child| below(module, child)))
            .collect();
        let has_parent = |module: &[String]| module.len() > 1;
        let is_test = |module: &[String]| {
            (2..=module.len()).any(|n| has_parent(&module[..n]) && !declared.contains(&module[..n]))
        };
        self.files.retain(|module, _| !is_test(module));
        self
    }

    /// Rooms that a file names, its own included.
    pub fn rooms(&self) -> impl Iterator<Item = (String, BTreeSet<String>)> {
        self.files
            .iter()
            .filter(|(module, _)| !module.is_empty())
            .map(|(module, named)| {
                let full = named.paths.iter().filter(|p| p.parts[0] == "crate");
                (
                    module.join("/"),
                    full.filter_map(|p| p.parts.get(1).cloned()).collect(),
                )
            })
    }

    /// The arrows inside every room.
    pub fn arrows(&self) -> Arrows {
        let mut out = Arrows::new();
        for (module, named) in &self.files {
            for path in named.paths.iter().filter(|p| !p.public) {
                let own = self.absolute(module, path);
                let Some(parts) = own.or_else(|| self.by_use(module, path)) else {
                    continue;
                };
                let target = self.stands_in(&parts, 0);
                if target.first() == module.first() && target != *module && !target.is_empty() {
                    out.entry(module.join("/")).or_default().insert(target.join("/"));
                }
            }
        }
        out
    }

    /// The path from the crate's root; none for a path that begins elsewhere.
    fn absolute(&self, module: &[String], path: &path::Path) -> Option<Vec<String>> {
        let parts = &path.parts;
        let ups = parts.iter().take_while(|p| *p == "super").count();
        let (base, skip) = match parts[0].as_str() {
            "crate" => (Vec::new(), 1),
            "super" if ups < path.inner => return None,
            "super" => {
                let keep = module.len().checked_sub(ups - path.inner)?;
                (module[..keep].to_vec(), ups)
            }
            "self" => (module.to_vec(), 1),
            first if self.files[module].children.iter().any(|c| c == first) => (module.to_vec(), 0),
            _ => return None,
        };
        Some([base, parts[skip..].to_vec()].concat())
    }

    /// The same of a path in running code that begins with a name which a `use` brought:
    /// `use super::b;` and then `b::c::f()`.
    fn by_use(&self, module: &[String], path: &path::Path) -> Option<Vec<String>> {
        let (first, rest) = path.parts.split_first().filter(|_| path.bound.is_none())?;
        let mut brought = self.files[module].paths.iter();
        let brought = brought.find(|p| p.inner <= path.inner && p.bound.as_ref() == Some(first))?;
        Some([self.absolute(module, brought)?, rest.to_vec()].concat())
    }

    /// The file in which a thing stands: names that are handed on are followed.
    fn stands_in(&self, parts: &[String], hops: usize) -> Vec<String> {
        let known = (1..=parts.len())
            .rev()
            .find(|n| self.files.contains_key(&parts[..*n]));
        let Some(known) = known else {
            return Vec::new();
        };
        let module = &parts[..known];
        // Modules in a row of re-exports are few.
        if let Some(name) = parts.get(known).filter(|_| hops < 8) {
            let handed = self.files[module]
                .paths
                .iter()
                .find(|p| p.bound.as_ref() == Some(name));
            if let Some(parts) = handed.and_then(|p| self.absolute(module, p)) {
                let target = self.stands_in(&parts, hops + 1);
                if !target.is_empty() {
                    return target;
                }
            }
        }
        module.to_vec()
    }
}

fn below(module: &[String], child: &str) -> Vec<String> {
    let mut out = module.to_vec();
    out.push(child.to_owned());
    out
}

/// Every `.rs` file below a folder.
pub fn files(folder: &Path, out: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

/// Groups of files that reach each other, each with the arrows inside it.
pub fn circles(arrows: &Arrows) -> Vec<Arrows> {
    let reach = |from: &str| {
        let mut seen = BTreeSet::new();
        let mut todo = vec![from.to_owned()];
        while let Some(file) = todo.pop() {
            for next in arrows.get(&file).into_iter().flatten() {
                if seen.insert(next.clone()) {
                    todo.push(next.clone());
                }
            }
        }
        seen
    };
    let reached: BTreeMap<&String, BTreeSet<String>> = arrows.keys().map(|f| (f, reach(f))).collect();
    let mut done = BTreeSet::new();
    let mut out = Vec::new();
    for (file, far) in &reached {
        if !far.contains(*file) || done.contains(*file) {
            continue;
        }
        let back = |other: &&String| reached.get(other).is_some_and(|r| r.contains(*file));
        let group: BTreeSet<&String> = far.iter().filter(back).collect();
        let inside = group.iter().map(|from| {
            let to = arrows[*from].iter().filter(|to| group.contains(to)).cloned();
            ((*from).clone(), to.collect())
        });
        out.push(inside.collect());
        done.extend(group.iter().map(|f| (*f).clone()));
    }
    out
}
