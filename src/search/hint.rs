//! Nothing found is never a dead end: what to drop, what is near, whose page to open.

use super::codes::CodeKind;
use super::index::Index;
use super::place::{self, LONGEST, STREETS};
use super::query::{Notice, Trouble};
use super::scan::Without;
use super::understand::{Reading, Slot, said};
use super::{codes, distance};
use crate::model::{ComuneCode, ProjectId};
use std::ops::Range;

/// Something to tell beside the results; the words are chosen by whoever shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hint {
    /// Something in the text that could not be understood.
    Notice(Notice),
    /// Without this word so many projects would be found.
    WithoutWord {
        word: String,
        span: Range<usize>,
        projects: u32,
    },
    /// Without any filter so many projects would be found.
    WithoutFilters { projects: u32 },
    /// A filter asks for the end: of how many of all projects it is known.
    Dated { known: usize, all: usize },
    /// What no table tells was asked, and this is the list of the words beside it.
    Listed { text: String, projects: usize },
    /// The query with corrections that were not made: perhaps it was meant so.
    Offer { text: String },
    /// A word that is not known, and words near to it.
    NearWords {
        word: String,
        span: Range<usize>,
        near: Vec<String>,
    },
    /// A CUP or CIG that differs from the typed one in one sign.
    NearCode {
        typed: String,
        code: String,
        kind: CodeKind,
        project: ProjectId,
    },
    /// The query names this comune: its page may help.
    Comune(ComuneCode),
}

impl Hint {
    /// Says that a filter was read otherwise than typed.
    pub fn mends(&self) -> bool {
        matches!(
            self,
            Hint::Notice(Notice {
                trouble: Trouble::MendedValue { .. },
                ..
            })
        )
    }
}

/// Typed codes of at least this length are looked up with one sign wrong.
const LONG_CODE: usize = 8;
const MOST: usize = 5;

/// Codes near to typed ones that are not known.
pub(super) fn near_codes(index: &Index, slots: &[Slot]) -> Vec<Hint> {
    let mut out = Vec::new();
    for slot in slots {
        let Some(typed) = slot.unknown_code().filter(|t| t.len() >= LONG_CODE) else {
            continue;
        };
        for i in index.codes.near(&typed, MOST) {
            let row = index.codes.entity(i).checked_sub(index.bases.own);
            let project = row.and_then(|row| index.columns.project.get(row as usize));
            let brief = project.and_then(|p| index.catalogue.projects.get(*p as usize));
            if let Some(brief) = brief {
                out.push(Hint::NearCode {
                    typed: typed.clone(),
                    code: index.codes.code(i),
                    kind: index.codes.kind(i),
                    project: brief.id,
                });
            }
        }
    }
    out
}

/// What to say when nothing was found.
pub(super) fn nothing(index: &Index, slots: &[Slot], without: &Without) -> Vec<Hint> {
    let mut out = Vec::new();
    let read = slots.iter().filter(|s| s.reading != Reading::Ignored);
    let mut drop: Vec<(u32, &Slot)> = without.word.iter().copied().zip(read).collect();
    drop.sort_by_key(|(projects, _)| std::cmp::Reverse(*projects));
    // Without its only word a query would find everything, which helps nobody.
    let several = drop.len() > 1;
    let helps = |projects: u32| several && projects > 0 && (projects as usize) < index.len();
    for (projects, slot) in drop.into_iter().filter(|(projects, _)| helps(*projects)) {
        out.push(Hint::WithoutWord {
            word: slot.typed.clone(),
            span: slot.span.clone(),
            projects,
        });
    }
    if without.filters > 0 {
        out.push(Hint::WithoutFilters {
            projects: without.filters,
        });
    }
    let unknown = |slot: &&Slot| slot.reading == Reading::Unknown && !slot.right;
    for slot in slots.iter().filter(unknown) {
        let near = near_words(index, &slot.typed);
        if !near.is_empty() {
            out.push(Hint::NearWords {
                word: slot.typed.clone(),
                span: slot.span.clone(),
                near,
            });
        }
    }
    out.extend(named_comuni(index, slots).into_iter().map(Hint::Comune));
    out
}

/// Words of the archive with one error more than a correction allows, or with the same beginning.
fn near_words(index: &Index, word: &str) -> Vec<String> {
    if word.len() < 4 || word.bytes().any(|b| b.is_ascii_digit()) {
        return Vec::new();
    }
    let held = |term: &u32| index.projects_of(*term) > 0;
    let errors = distance::allowed(word.len()) + 1;
    let mut found: Vec<u32> = index.vocabulary.near(word, errors).filter(held).collect();
    if found.is_empty() {
        let half = word.len().div_ceil(2).max(3);
        let start = word.get(..half).unwrap_or(word);
        found.extend(index.vocabulary.beginning(start).filter(held));
    }
    found.sort_by_key(|term| std::cmp::Reverse(index.projects_of(*term)));
    found.truncate(MOST);
    found
        .iter()
        .map(|t| index.vocabulary.word(*t).to_owned())
        .collect()
}

/// The comune of the archive's region that the words name, when it is one; "via Roma" names none.
pub(super) fn only_comune(index: &Index, slots: &[Slot]) -> Option<ComuneCode> {
    let words: Vec<&str> = slots.iter().map(Slot::word).collect();
    let (names, catalogue) = (index.comune_names(), &index.catalogue);
    let is_here = |code: &ComuneCode| {
        let province = catalogue.comuni.get(code).map(|c| c.province);
        let region = province
            .and_then(|p| catalogue.provinces.get(&p))
            .map(|p| p.region);
        region.is_some() && (catalogue.region.is_none() || region == catalogue.region)
    };
    let saint = place::of_a_saint(index, &said(slots)).unwrap_or_default();
    let mut found: Vec<ComuneCode> = Vec::new();
    let mut start = 0;
    while start < words.len() {
        // The longest name that begins here.
        let mut ends = (start + 1..=words.len().min(start + LONGEST)).rev();
        let named = ends.find_map(|end| {
            let name = words[start..end].join(" ");
            let codes: Vec<ComuneCode> = names.whole(&name).map(|name| name.code).collect();
            (!codes.is_empty()).then_some((end, codes))
        });
        let of_a_name = start > 0 && STREETS.contains(&words[start - 1]) || saint.contains(&start);
        let (end, codes) = named.unwrap_or((start + 1, Vec::new()));
        if !of_a_name {
            found.extend(codes.into_iter().filter(is_here));
        }
        start = end;
    }
    found.sort_unstable();
    found.dedup();
    match found.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

fn named_comuni(index: &Index, slots: &[Slot]) -> Vec<ComuneCode> {
    let names = index.comune_names();
    let mut out: Vec<ComuneCode> = Vec::new();
    let saint = place::of_a_saint(index, &said(slots)).unwrap_or_default();
    for start in (0..slots.len()).filter(|at| !saint.contains(at)) {
        let mut name = String::new();
        for slot in slots[start..].iter().take(LONGEST) {
            name.push_str(if name.is_empty() { "" } else { " " });
            name.push_str(&slot.typed);
            out.extend(names.whole(&name).map(|name| name.code));
        }
    }
    out.truncate(MOST);
    out
}

impl Slot {
    /// The word as it was read.
    pub(super) fn word(&self) -> &str {
        match &self.reading {
            Reading::Corrected(found) => found.first().unwrap_or(&self.typed),
            Reading::Joined(whole) => whole,
            _ => &self.typed,
        }
    }

    /// The code that was typed, when it is none of the archive.
    fn unknown_code(&self) -> Option<String> {
        let known = matches!(self.reading, Reading::Code(_));
        let typed =
            codes::tidy(&self.typed).len() >= LONG_CODE && codes::looks_like_code(&codes::tidy(&self.typed));
        (typed && !known).then(|| codes::tidy(&self.typed))
    }
}
