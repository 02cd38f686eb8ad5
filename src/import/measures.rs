//! The measures: the newest financial table of the plan says what there is; measures that only
//! the projects' tables know get a row from those.

mod administration;
mod programme;

use crate::model::{Cents, Measure, SourceId, Spending, Submeasure};
use crate::text::repair;
use std::collections::{BTreeMap, BTreeSet, HashMap};

pub(crate) use administration::readable as administration;

#[derive(Default)]
pub(crate) struct Measures {
    /// Rows of the financial tables, of every release.
    planned: BTreeMap<Submeasure, Vec<Measure>>,
    /// What the projects' tables say of their measures: raw code → measure.
    told: HashMap<Submeasure, Measure>,
    spending: BTreeMap<Submeasure, Spending>,
    /// `ID Submisura` → code: PA digitale names its measures by the number in it.
    by_number: HashMap<String, (SourceId, Submeasure)>,
}

impl Measures {
    pub fn planned(&mut self, measure: Measure) {
        self.planned
            .entry(measure.code.clone())
            .or_default()
            .push(measure);
    }

    pub fn number(&mut self, number: String, code: &Submeasure, source: SourceId) {
        let known = self.by_number.get(&number);
        if known.is_none_or(|(old, _)| *old < source) {
            self.by_number.insert(number, (source, code.clone()));
        }
    }

    /// Whether a projects' table of the same source or a newer one spoke of the measure.
    pub fn knows(&self, code: &Submeasure, source: SourceId, rich: bool) -> bool {
        self.told.get(code).is_some_and(|known| {
            let newer = known.source >= source;
            match (known.measure.is_some(), rich) {
                (true, false) => true,
                (false, true) => false,
                _ => newer,
            }
        })
    }

    pub fn tell(&mut self, measure: Measure) {
        self.told.insert(measure.code.clone(), measure);
    }

    pub fn spent(&mut self, code: Submeasure, spent: Cents, source: SourceId) {
        let known = self.spending.get(&code);
        if known.is_none_or(|old| old.source < source) {
            self.spending.insert(code, Spending { spent, source });
        }
    }

    /// The sub-measure that PA digitale calls `1.4.3`: by the plan's own table where we have it,
    /// else by the rule that all codes of the component follow.
    pub fn of_number(&self, number: &str) -> Option<Submeasure> {
        let id = format!("M1C1I{number}");
        if let Some((_, code)) = self.by_number.get(&id) {
            return Some(code.clone());
        }
        let mut parts = number.split('.');
        let first = parts.next()?;
        let two = |part: Option<&str>| part.unwrap_or("0").parse::<u8>().ok();
        let (second, third) = (two(parts.next())?, two(parts.next())?);
        Submeasure::parse(&format!("M1C1I{first}.{second:02}.{third:02}")).ok()
    }

    /// All measures of the newest plan, and those that only projects or older plans know.
    pub fn finish(self, used: &BTreeSet<Submeasure>) -> Vec<Measure> {
        let rows = || self.planned.values().flatten();
        let newest: Option<SourceId> = rows().map(|m| m.source).max();
        let mut out: BTreeMap<Submeasure, Measure> = BTreeMap::new();
        for (code, rows) in &self.planned {
            let Some(best) = rows.iter().max_by_key(|m| m.source) else {
                continue;
            };
            if Some(best.source) == newest || used.contains(code) {
                out.insert(code.clone(), best.clone());
            }
        }
        for code in used {
            if !out.contains_key(code)
                && let Some(measure) = self.told.get(code)
            {
                out.insert(code.clone(), measure.clone());
            }
        }
        let programme = programme::of(&self.planned);
        for (code, measure) in &mut out {
            measure.spending = self.spending.get(code).cloned();
            measure.programme = programme.get(code).cloned();
        }
        out.into_values().collect()
    }
}

/// The official name of a measure: blanks and accents repaired, capitals undone.
pub(crate) fn name(text: String) -> String {
    let text = text.trim_end_matches([' ', ';', ',']);
    if repair::is_shouted(text) {
        repair::sentence(text)
    } else {
        crate::text::clean::line(text)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn numbers_of_pa_digitale_name_sub_measures() {
        let mut measures = Measures::default();
        let code = |number: &str| measures_code(&Measures::default(), number);
        assert_eq!(code("1.4.3"), "M1C1I1.04.03");
        assert_eq!(code("1.2"), "M1C1I1.02.00");
        let odd = Submeasure::parse("M1C1I1.99.09").unwrap();
        measures.number("M1C1I1.2".into(), &odd, SourceId(0));
        assert_eq!(measures_code(&measures, "1.2"), odd.as_str());
    }

    fn measures_code(measures: &Measures, number: &str) -> String {
        measures.of_number(number).unwrap().to_string()
    }
}
