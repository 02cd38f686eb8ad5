//! The paths that a file names, and the names that it hands on.

/// One path, from the crate's root or from the module in which it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    pub parts: Vec<String>,
    /// The name that a `use` gives it; none for a path in running code, `*` for all of them.
    pub bound: Option<String>,
    /// `pub use`: handed on.
    pub public: bool,
    /// How many modules inside the file it stands in (`mod w { … }`).
    pub inner: usize,
}

/// What a file names and declares.
#[derive(Debug, Default)]
pub struct Named {
    pub paths: Vec<Path>,
    /// `mod x;`
    pub children: Vec<String>,
}

pub fn named(words: &[String]) -> Named {
    let mut out = Named::default();
    // Depths at which a module inside the file began.
    let mut inner: Vec<usize> = Vec::new();
    let mut depth = 0;
    let mut i = 0;
    let at = |i: usize| words.get(i).map_or("", String::as_str);
    while i < words.len() {
        match at(i) {
            "mod" if is_name(at(i + 1)) && at(i + 2) == ";" => {
                out.children.push(at(i + 1).to_owned());
                i += 3;
            }
            "mod" if is_name(at(i + 1)) && at(i + 2) == "{" => {
                inner.push(depth);
                depth += 1;
                i += 3;
            }
            "{" => {
                depth += 1;
                i += 1;
            }
            "}" => {
                depth -= 1;
                if inner.last() == Some(&depth) {
                    inner.pop();
                }
                i += 1;
            }
            "use" => {
                let public = i > 0 && (at(i - 1) == "pub" || at(i - 1) == ")");
                let end = words[i..].iter().position(|w| w == ";");
                let end = end.map_or(words.len(), |at| i + at);
                let from = out.paths.len();
                tree(&words[i + 1..end], &[], &mut out.paths);
                for path in &mut out.paths[from..] {
                    (path.public, path.inner) = (public, inner.len());
                }
                i = end;
            }
            word if is_name(word) && at(i + 1) == "::" && (i == 0 || at(i - 1) != "::") => {
                let mut parts = vec![word.to_owned()];
                while at(i + 1) == "::" && is_name(at(i + 2)) {
                    parts.push(at(i + 2).to_owned());
                    i += 2;
                }
                out.paths.push(Path {
                    parts,
                    bound: None,
                    public: false,
                    inner: inner.len(),
                });
                i += 1;
            }
            _ => i += 1,
        }
    }
    out
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// The paths of `a::{b, c::{self, D as E}}`.
fn tree(words: &[String], before: &[String], out: &mut Vec<Path>) {
    let mut parts = before.to_vec();
    let mut bound = None;
    let mut i = 0;
    while i < words.len() {
        match words[i].as_str() {
            "::" => {}
            "{" => {
                for branch in branches(&words[i + 1..]) {
                    tree(branch, &parts, out);
                }
                return;
            }
            "self" if !parts.is_empty() => {}
            "*" => bound = Some("*".to_owned()),
            "as" => {
                bound = words.get(i + 1).cloned();
                break;
            }
            word => parts.push(word.to_owned()),
        }
        i += 1;
    }
    let bound = bound.or_else(|| parts.last().cloned());
    if !parts.is_empty() {
        out.push(Path {
            parts,
            bound,
            public: false,
            inner: 0,
        });
    }
}

/// What stands between the commas of a group, up to the bracket that closes it.
fn branches(words: &[String]) -> Vec<&[String]> {
    let (mut depth, mut start, mut out) = (0, 0, Vec::new());
    for (i, word) in words.iter().enumerate() {
        match word.as_str() {
            "{" => depth += 1,
            "}" if depth == 0 => {
                out.push(&words[start..i]);
                break;
            }
            "}" => depth -= 1,
            "," if depth == 0 => {
                out.push(&words[start..i]);
                start = i + 1;
            }
            _ => {}
        }
    }
    out.retain(|branch: &&[String]| !branch.is_empty());
    out
}
