//! The one matcher of names: the filter, the commands, the lists and the simple mode ask here, so
//! that what was typed means the same everywhere. It knows the names that comuni had before they
//! merged.

use super::distance::{allowed, begins, within};
use crate::model::ComuneCode;
use crate::snapshot::Catalogue;
use crate::text::fold::fold;
use jiff::civil::Date;
use std::collections::HashMap;

/// Comuni that merged: their code and name, the code of today, since when.
const MERGED: &str = include_str!("../../data/places/merged.csv");

/// Names that only nearly fit, at most.
const MOST_NEAR: usize = 5;

/// A name and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name<C> {
    folded: String,
    /// As it is written.
    pub written: String,
    pub code: C,
    /// The archive is about it: such names come first.
    pub held: bool,
    /// A name of before, and since when it has another.
    pub former: Option<Date>,
}

/// How names fit what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The whole name.
    Exact,
    /// Names that begin so.
    Begun,
    /// Names that hold it, or are it but for a slip or two: to be said, never taken in silence.
    Near,
}

/// The names that fit what was typed best, in their order; none is not a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<'a, C> {
    pub how: How,
    pub names: Vec<&'a Name<C>>,
}

/// Names in the order of the alphabet, and their words: whether one of a name that is held.
#[derive(Clone, Debug)]
pub struct Names<C>(Vec<Name<C>>, HashMap<Box<str>, bool>);

impl<C> Default for Names<C> {
    fn default() -> Self {
        Names(Vec::new(), HashMap::new())
    }
}

impl<C: Copy + Ord> Names<C> {
    /// Puts names in their order.
    pub fn new(names: impl IntoIterator<Item = Name<C>>) -> Names<C> {
        let mut names: Vec<Name<C>> = names.into_iter().collect();
        names.sort_by(|a, b| (&a.folded, a.code).cmp(&(&b.folded, b.code)));
        let mut words: HashMap<Box<str>, bool> = HashMap::new();
        for name in &names {
            for word in name.folded.split(' ').filter(|word| word.len() > 2) {
                *words.entry(word.into()).or_default() |= name.held;
            }
        }
        Names(names, words)
    }

    /// Whether a folded word is one of a name.
    pub(super) fn has_word(&self, word: &str) -> bool {
        self.1.contains_key(word)
    }

    /// Whether a folded word is only one of names that the archive is not about.
    pub(super) fn is_far(&self, word: &str) -> bool {
        self.1.get(word).is_some_and(|held| !held)
    }

    /// The names of today that are this one, folded.
    pub(super) fn whole<'a>(&'a self, folded: &'a str) -> impl Iterator<Item = &'a Name<C>> {
        let from = self.0.partition_point(|name| name.folded.as_str() < folded);
        let rest = self.0.get(from..).unwrap_or_default().iter();
        let same = rest.take_while(move |name| name.folded == folded);
        same.filter(|name| name.former.is_none())
    }

    /// All names.
    pub fn iter(&self) -> impl Iterator<Item = &Name<C>> {
        self.0.iter()
    }

    /// What a text names: the whole name, else a name of before, else names that begin so, else
    /// names with a word that begins so, else those with the fewest slips. What the
    /// archive is about goes before what it is not about.
    pub fn find(&self, typed: &str) -> Found<'_, C> {
        let wanted = bare(typed);
        let wanted = wanted.as_str();
        let current = |n: &Name<C>| n.former.is_none();
        let begun = |n: &Name<C>| n.folded.len() > 2 && n.folded.starts_with(wanted);
        let word = format!(" {wanted}");
        let holds = |n: &Name<C>| wanted.len() > 2 && n.folded.contains(&word);
        let slips = |n: &Name<C>, errors| {
            n.folded.len() > 2 && within(wanted.as_bytes(), n.folded.as_bytes(), errors)
        };
        let unfinished = |n: &Name<C>| wanted.len() > 3 && begins(wanted.as_bytes(), n.folded.as_bytes());
        let whole = |n: &Name<C>| n.folded == wanted;
        type Test<'t, C> = &'t dyn Fn(&Name<C>) -> bool;
        let ladder: [(How, Test<'_, C>); 12] = [
            (How::Exact, &|n| current(n) && whole(n)),
            (How::Exact, &whole),
            (How::Begun, &|n| n.held && current(n) && begun(n)),
            (How::Begun, &|n| n.held && begun(n)),
            (How::Near, &|n| n.held && current(n) && holds(n)),
            (How::Begun, &begun),
            (How::Near, &|n| n.held && slips(n, 1)),
            (How::Near, &|n| n.held && slips(n, allowed(wanted.len()).max(1))),
            (How::Near, &|n| n.held && unfinished(n)),
            (How::Near, &|n| slips(n, 1)),
            (How::Near, &|n| slips(n, allowed(wanted.len()).max(1))),
            (How::Near, &unfinished),
        ];
        let mut found = Found {
            how: How::Near,
            names: Vec::new(),
        };
        if wanted.is_empty() {
            return found;
        }
        for (how, test) in ladder {
            let names = self.0.iter().filter(|name| test(name));
            found = Found {
                how,
                names: once_each(names),
            };
            if !found.names.is_empty() {
                break;
            }
        }
        if found.how == How::Near {
            found.names.truncate(MOST_NEAR);
        }
        found
    }
}

impl<C: Copy + Ord> Found<'_, C> {
    /// The codes, sorted.
    pub fn codes(&self) -> Vec<C> {
        let mut codes: Vec<C> = self.names.iter().map(|name| name.code).collect();
        codes.sort_unstable();
        codes
    }

    /// The only name that fits.
    pub fn only(&self) -> Option<&Name<C>> {
        match self.names.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }
}

impl<C> Name<C> {
    /// A name of today that the archive holds or not.
    pub fn new(written: &str, code: C, held: bool) -> Name<C> {
        Name {
            folded: fold(written),
            written: written.to_owned(),
            code,
            held,
            former: None,
        }
    }
}

/// Of several names of one thing the first, and names of today before those of before.
fn once_each<'a, C: Copy + Ord + 'a>(names: impl Iterator<Item = &'a Name<C>>) -> Vec<&'a Name<C>> {
    let mut names: Vec<&Name<C>> = names.collect();
    names.sort_by_key(|name| name.former.is_some());
    let mut out: Vec<&Name<C>> = Vec::with_capacity(names.len());
    for name in names {
        if out.iter().all(|known| known.code != name.code) {
            out.push(name);
        }
    }
    out.sort_by(|a, b| a.folded.cmp(&b.folded));
    out
}

/// "comune di Prato", "Prato".
fn bare(typed: &str) -> String {
    let folded = fold(typed);
    let folded = folded.trim();
    let before = ["comune di ", "town of ", "comune of ", "di ", "of "];
    let rest = before.iter().find_map(|before| folded.strip_prefix(before));
    italian(rest.unwrap_or(folded)).to_owned()
}

/// The Italian name of a place for its English one, folded; any other word is itself.
pub(super) fn italian(folded: &str) -> &str {
    let english = ENGLISH.iter().find(|(english, _)| *english == folded);
    english.map_or(folded, |(_, italian)| italian)
}

/// Places that have an English name, folded.
const ENGLISH: &[(&str, &str)] = &[
    ("florence", "firenze"),
    ("leghorn", "livorno"),
    ("genoa", "genova"),
    ("mantua", "mantova"),
    ("milan", "milano"),
    ("naples", "napoli"),
    ("padua", "padova"),
    ("rome", "roma"),
    ("syracuse", "siracusa"),
    ("turin", "torino"),
    ("venice", "venezia"),
    ("apulia", "puglia"),
    ("lombardy", "lombardia"),
    ("piedmont", "piemonte"),
    ("sardinia", "sardegna"),
    ("sicily", "sicilia"),
    ("tuscany", "toscana"),
];

impl Names<ComuneCode> {
    /// The comuni that a text names: by ISTAT code or by name.
    pub fn comune(&self, typed: &str) -> Found<'_, ComuneCode> {
        let code = ComuneCode::parse(typed.trim());
        let is_it = |name: &&Name<ComuneCode>| Some(name.code) == code && name.former.is_none();
        match self.0.iter().find(is_it).filter(|_| code.is_some()) {
            Some(name) => Found {
                how: How::Exact,
                names: vec![name],
            },
            None => self.find(typed),
        }
    }
}

/// The names of all comuni of a catalogue, and those that they had before. Those of its region come
/// first; in the whole nation, those with projects.
pub fn comune_names(catalogue: &Catalogue) -> Names<ComuneCode> {
    let places = catalogue.projects.iter().flat_map(|brief| &brief.places);
    let mut with_projects: Vec<ComuneCode> = match catalogue.region {
        Some(_) => Vec::new(),
        None => places.filter_map(|place| place.comune).collect(),
    };
    with_projects.sort_unstable();
    with_projects.dedup();
    names_of_comuni(catalogue, &with_projects)
}

/// The same, where the comuni with projects are known; they are sorted.
pub(super) fn names_of_comuni(catalogue: &Catalogue, with_projects: &[ComuneCode]) -> Names<ComuneCode> {
    let region = |code| {
        let province = catalogue.comuni.get(&code).map(|comune| comune.province);
        province.and_then(|province| Some(catalogue.provinces.get(&province)?.region))
    };
    let held = |code| match catalogue.region {
        Some(_) => region(code) == catalogue.region,
        None => with_projects.binary_search(&code).is_ok(),
    };
    let today = catalogue
        .comuni
        .values()
        .map(|c| Name::new(&c.name, c.code, held(c.code)));
    let former = MERGED.lines().skip(1).filter_map(|line| {
        let mut cells = line.split(',').skip(1);
        let (name, code, since) = (cells.next()?, cells.next()?, cells.next()?);
        let code = ComuneCode::parse(code).filter(|code| catalogue.comuni.contains_key(code))?;
        Some(Name {
            former: Some(since.parse().ok()?),
            ..Name::new(name, code, held(code))
        })
    });
    Names::new(today.chain(former))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(typed: &str) -> (How, Vec<(&'static str, bool)>) {
        let name = |written: &'static str, code, held| Name::new(written, (code, written), held);
        let former = Name {
            former: "2019-01-01".parse().ok(),
            ..name("Barberino Val d'Elsa", 7, true)
        };
        let names = Names::new([
            name("Prato", 1, true),
            name("Prata di Principato Ultra", 2, false),
            name("San Giuliano Terme", 3, true),
            name("San Giuliano Milanese", 4, false),
            name("Castel del Piano", 5, true),
            name("Montemurlo", 6, true),
            name("Barberino Tavarnelle", 7, true),
            former,
        ]);
        let found = names.find(typed);
        let named = found.names.iter().map(|n| (n.code.1, n.former.is_some()));
        (found.how, named.collect())
    }

    #[test]
    fn a_name_is_known_whole_begun_held_or_with_a_slip() {
        assert_eq!(found("comune di PRATO"), (How::Exact, vec![("Prato", false)]));
        assert_eq!(found("pratto"), (How::Near, vec![("Prato", false)]));
        assert_eq!(
            found("san giuliano"),
            (How::Begun, vec![("San Giuliano Terme", false)])
        );
        assert_eq!(found("san giuliano mil").1, [("San Giuliano Milanese", false)]);
        assert_eq!(found("piano"), (How::Near, vec![("Castel del Piano", false)]));
        assert_eq!(found("monte murlo").1, [("Montemurlo", false)]);
        assert_eq!(found("barberino").1, [("Barberino Tavarnelle", false)]);
        assert!(found("xyz").1.is_empty() && found("").1.is_empty());
    }

    #[test]
    fn english_names_stand_for_the_italian_ones() {
        let names = Names::new([Name::new("Firenze", 1, true), Name::new("Livorno", 2, true)]);
        let found = |typed| {
            let found = names.find(typed);
            (found.how, found.codes())
        };
        assert_eq!(found("Florence"), (How::Exact, vec![1]));
        assert_eq!(found("comune of Leghorn"), (How::Exact, vec![2]));
    }

    #[test]
    fn a_name_of_before_leads_to_that_of_today() {
        let (how, names) = found("barberino val d'elsa");
        assert_eq!(how, How::Exact);
        assert_eq!(names, [("Barberino Val d'Elsa", true)]);
    }
}
