//! Which of the names that the tables give one tax code is kept: never one that is cut where another
//! is whole, else the one that most rows spell.

use super::form;
use crate::model::SourceId;
use crate::text::fold::{fold, key};
use crate::text::given::is_given_name;
use crate::text::grammar::is_firm;
use std::collections::HashSet;
use std::ops::RangeInclusive;

/// Letters of the forms that one table writes behind a name and another leaves out.
const FORMS: &[&str] = &["srl", "srls", "spa", "scarl", "scrl", "scpa", "soccoop"];
/// A name of so many letters fills the column of its table.
const FULL: RangeInclusive<usize> = 38..=40;
/// Fewer letters begin many names.
const SHORTEST: usize = 6;

/// One name as tables spell it.
struct Spelling {
    raw: String,
    times: u32,
    newest: SourceId,
}

/// All names of one body.
#[derive(Default)]
pub(super) struct Spellings(Vec<Spelling>);

/// Spellings that are one name.
struct Name {
    key: String,
    raw: String,
    text: String,
    times: u32,
    newest: SourceId,
    is_cut: bool,
}

impl Spellings {
    /// A row names the body so.
    pub fn add(&mut self, raw: &str, source: SourceId) {
        if !self.again(raw, source) {
            self.0.push(Spelling {
                raw: raw.to_owned(),
                times: 1,
                newest: source,
            });
        }
    }

    /// Another row says it; whether it is a name of the body at all.
    pub fn again(&mut self, raw: &str, source: SourceId) -> bool {
        let known = self.0.iter_mut().find(|known| known.raw == raw);
        known.is_some_and(|known| {
            known.times += 1;
            known.newest = known.newest.max(source);
            true
        })
    }

    /// The names as the tables have them.
    pub fn raw(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|spelling| spelling.raw.as_str())
    }

    /// The name that is kept; `whole` writes a raw one as it is shown, `form` is what the table says
    /// of the form.
    pub fn best(&self, form: &str, whole: impl Fn(&str) -> String) -> String {
        let mut names = self.names(whole);
        for i in 0..names.len() {
            let fuller = names
                .iter()
                .position(|other| !other.is_cut && is_fuller(other, &names[i]));
            if let Some(fuller) = fuller {
                names[fuller].times += std::mem::take(&mut names[i].times);
            }
        }
        // A comune that pays a firm stands in the row of the firm by mistake.
        let has_firm = names.iter().any(|name| is_firm(&name.text));
        // Forms of one name are no two firms.
        let stem = |name: &Name| {
            let form = FORMS
                .iter()
                .filter(|form| name.key.ends_with(**form))
                .max_by_key(|form| form.len());
            name.key[..name.key.len() - form.map_or(0, |form| form.len())].to_owned()
        };
        let stems: HashSet<String> = names.iter().map(stem).collect();
        let alone = stems.len() < 2;
        let rank = |name: &Name| {
            let is_another = has_firm && name.text.starts_with("Comune di ");
            let is_own = !has_owners(&name.text) && !says_its_form_twice(&name.text) && !is_another;
            let names_a_person = fold(&name.text).split(' ').any(is_given_name);
            // A firm of another kind stands under the code by mistake.
            let is_kind = alone || !form::contradicts(&name.text, form);
            (
                is_own,
                !name.is_cut,
                is_kind,
                name.times,
                !names_a_person,
                name.newest,
            )
        };
        // Of equals the first that was read.
        let best = names.into_iter().rev().max_by_key(rank);
        best.map(|name| name.text).unwrap_or_default()
    }

    fn names(&self, whole: impl Fn(&str) -> String) -> Vec<Name> {
        // "L'Alfa", "Alfa & Beta": of two with the same letters the one that parts its words, and does
        // not shout.
        let signs = |text: &str| {
            text.chars()
                .filter(|c| !c.is_alphanumeric() && !"-_".contains(*c))
                .count()
        };
        let rank = |text: &str, raw: &str| (form::ends(text), signs(text), is_mixed(raw));
        let mut names: Vec<Name> = Vec::new();
        for spelling in &self.0 {
            let text = whole(&spelling.raw);
            let fills = FULL.contains(&spelling.raw.chars().count());
            let is_cut = text.ends_with('…') || fills && !form::ends(&text);
            let key = key(&text);
            match names.iter_mut().find(|name| name.key == key) {
                Some(name) => {
                    name.times += spelling.times;
                    name.newest = name.newest.max(spelling.newest);
                    name.is_cut &= is_cut;
                    if rank(&text, &spelling.raw) > rank(&name.text, &name.raw) {
                        name.text = text;
                        name.raw.clone_from(&spelling.raw);
                    }
                }
                None => names.push(Name {
                    key,
                    raw: spelling.raw.clone(),
                    text,
                    times: spelling.times,
                    newest: spelling.newest,
                    is_cut,
                }),
            }
        }
        names
    }
}

/// "Alfa S.r.l." beside "Alfa"; of a body that is no firm the name that holds the other.
fn is_fuller(name: &Name, than: &Name) -> bool {
    let rest = name.key.strip_prefix(than.key.as_str());
    let with_form = rest.is_some_and(|rest| FORMS.contains(&rest));
    let holds = || {
        let (long, short) = (
            format!(" {} ", fold(&name.text)),
            format!(" {} ", fold(&than.text)),
        );
        long.len() > short.len() && than.key.len() > SHORTEST && long.contains(&short)
    };
    with_form || !is_firm(&name.text) && !is_firm(&than.text) && holds()
}

/// "Alfa S.n.c. di Rossi Mario & C.": its owners are persons.
fn has_owners(text: &str) -> bool {
    let behind = ["S.n.c.", "S.a.s.", "Snc", "Sas"]
        .iter()
        .find_map(|form| text.split_once(form));
    behind.is_some_and(|(_, rest)| rest.trim_start().starts_with("di "))
}

/// "Alfa S.r.l. - Alfa Società per Azioni" in brief, at length and once more.
fn says_its_form_twice(text: &str) -> bool {
    ["S.r.l.", "S.p.A."]
        .iter()
        .any(|form| text.matches(form).count() > 1)
}

/// "IGE Impianti": small letters tell which capitals are the firm's own.
fn is_mixed(raw: &str) -> bool {
    let shouts = |word: &str| word.len() > 4 && word.chars().all(char::is_uppercase);
    raw.chars().any(char::is_lowercase) && raw.chars().any(char::is_uppercase) && !raw.split(' ').any(shouts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    // The most frequent, not the newest.
    #[case(&[("Alfa S.r.l.", 3, 1), ("Gruppo Beta Alfa S.r.l.", 1, 2)], "Alfa S.r.l.")]
    // Of as many the newest.
    #[case(&[("Alfa S.r.l.", 1, 1), ("Beta S.r.l.", 1, 2)], "Beta S.r.l.")]
    // A cut one loses, however often it stands.
    #[case(&[("Consorzio delle Acque e del Territorio A", 9, 2), ("Consorzio delle Acque e del Territorio Alfa", 1, 1)], "Consorzio delle Acque e del Territorio Alfa")]
    #[case(&[("Gruppo Alfa Impianti Tecnologici e Costru…", 2, 2), ("Alfa S.p.A.", 1, 1)], "Alfa S.p.A.")]
    // The form belongs to the name.
    #[case(&[("Alfabeta", 4, 2), ("Alfabeta S.p.A.", 3, 1), ("Gamma S.p.A.", 5, 1)], "Alfabeta S.p.A.")]
    // Words that ran together.
    #[case(&[("Lalfabeta S.r.l.", 3, 2), ("L'Alfabeta S.r.l.", 1, 1)], "L'Alfabeta S.r.l.")]
    // Who holds the other, of those that are no firms.
    #[case(&[("Associazione Alfa di Beta", 1, 1), ("Alfa di Beta", 5, 2)], "Associazione Alfa di Beta")]
    // As the firm writes itself.
    #[case(&[("IGE IMPIANTI S.r.l.", 3, 2), ("IGE Impianti S.r.l.", 1, 1)], "IGE Impianti S.r.l.")]
    // A comune has another code.
    #[case(&[("Comune di Alfa", 4, 2), ("Beta S.r.l.", 1, 1)], "Beta S.r.l.")]
    // Of as many the one that names no person.
    #[case(&[("Alfa Ciro e Francesco S.r.l.", 2, 2), ("Alfa Costruzioni S.r.l.", 2, 2)], "Alfa Costruzioni S.r.l.")]
    // Owners are persons.
    #[case(&[("Alfa S.n.c. di Rossi Mario & C.", 9, 2), ("Alfa S.r.l.", 1, 1)], "Alfa S.r.l.")]
    fn one_name_is_kept(#[case] rows: &[(&str, u32, u32)], #[case] want: &str) {
        for rows in [rows.to_vec(), rows.iter().rev().copied().collect()] {
            let mut names = Spellings::default();
            for (raw, times, source) in rows {
                (0..times).for_each(|_| names.add(raw, SourceId(source)));
            }
            assert_eq!(names.best("", str::to_owned), want);
        }
    }

    /// Of two firms under one code that is kept which is of the kind that the table says.
    #[test]
    fn the_form_tells_which_firm_a_code_is_of() {
        let mut names = Spellings::default();
        for raw in [
            "Alfa Progetti S.r.l.",
            "Alfa Progetti S.r.l.",
            "Alfa Mobili S.p.A.",
        ] {
            names.add(raw, SourceId(1));
        }
        assert_eq!(
            names.best("Società per azioni", str::to_owned),
            "Alfa Mobili S.p.A."
        );
        let limited = "Società a responsabilità limitata";
        assert_eq!(names.best(limited, str::to_owned), "Alfa Progetti S.r.l.");
        let mut names = Spellings::default();
        for raw in ["Alfa S.p.A.", "Alfa S.p.A.", "Alfa S.r.l."] {
            names.add(raw, SourceId(1));
        }
        assert_eq!(names.best(limited, str::to_owned), "Alfa S.p.A.");
    }
}
