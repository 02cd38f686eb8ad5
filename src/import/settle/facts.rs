//! Labels, amounts, dates, phases, targets and bodies of a project: one of each kind stays.

use super::newest::{grouped, newest, note, of_rows};
use crate::import::draft::{LabelWords, LeanList, WordId};
use crate::model::{
    AmountKind, Body, BodyId, Cents, Disagreement, Fact, FactKind, Fund, Label, LabelKind, Observed, Phase,
    ProjectDate, ProjectDateKind, Role, SourceId, Target,
};
use crate::text::fold::{self, fold};
use jiff::civil::Date;
use std::collections::HashMap;

pub(super) fn labels(
    said: LeanList<(LabelKind, WordId, SourceId)>,
    words: &LabelWords,
    notes: &mut Vec<Disagreement>,
) -> Vec<Label> {
    let said = said.into_iter();
    let said = said.map(|(kind, value, source)| (kind, (words.word(value).to_owned(), source)));
    let mut out = Vec::new();
    grouped(said, |kind, said| {
        let same = |a: &String, b: &String| fold(a) == fold(b);
        if let Some((value, source, others)) = newest(said, same) {
            note(notes, &format!("label.{}", kind.code()), (&value, source), others);
            let name = None;
            out.push(Label {
                kind,
                value,
                name,
                source,
            });
        }
    });
    out
}

pub(super) fn amounts(
    said: LeanList<(AmountKind, Fund, Observed<Cents>)>,
    notes: &mut Vec<Disagreement>,
) -> Vec<(AmountKind, Fund, Observed<Cents>)> {
    let said = said.into_iter().map(|(k, f, o)| ((k, f), (o.value, o.source)));
    let mut out = Vec::new();
    grouped(said, |(kind, fund), said| {
        if let Some((value, source, others)) = of_rows(said, |a, b| a.is_about(*b)) {
            note(
                notes,
                &format!("{}.{}", kind.code(), fund.code()),
                (&value, source),
                others,
            );
            out.push((kind, fund, Observed { value, source }));
        }
    });
    out
}

pub(super) fn dates(said: LeanList<ProjectDate>, notes: &mut Vec<Disagreement>) -> Vec<ProjectDate> {
    let said = said.into_iter().map(|d| (d.kind, (d.value, d.source)));
    let mut out = Vec::new();
    grouped(said, |kind, said| {
        if let Some((value, source, others)) = of_rows(said, |a: &Date, b: &Date| a == b) {
            // Each release validates anew.
            if kind != ProjectDateKind::LastValidation {
                note(notes, &format!("date.{}", kind.code()), (&value, source), others);
            }
            out.push(ProjectDate { kind, value, source });
        }
    });
    out
}

pub(super) fn phases(said: LeanList<Phase>) -> Vec<Phase> {
    let said = said.into_iter().map(|p| {
        let (code, source) = (p.code.clone(), p.source);
        (code, (p, source))
    });
    let mut out = Vec::new();
    grouped(said, |_, said| {
        out.extend(newest(said, |_: &Phase, _: &Phase| true).map(|(phase, _, _)| phase));
    });
    out
}

/// Targets of the newest source that has any.
pub(super) fn targets(said: LeanList<Target>) -> Vec<Target> {
    let newest = said.iter().map(|t| t.source).max();
    let mut out: Vec<Target> = said.into_iter().filter(|t| Some(t.source) == newest).collect();
    out.sort_by(|a, b| (&a.indicator, a.year, a.month).cmp(&(&b.indicator, b.year, b.month)));
    out.dedup();
    out
}

/// A firm that a text names is written as the list of those who get the money writes it: texts lose
/// apostrophes and points ("Lalfa", "AB Beta").
pub(super) fn as_the_list_spells(facts: &mut [Fact], bodies: &[(Role, Body, SourceId)]) {
    for fact in facts.iter_mut().filter(|fact| fact.kind == FactKind::Beneficiary) {
        let same = |(role, body, _): &&(Role, Body, SourceId)| {
            *role == Role::Recipient && fold::key(&body.name) == fold::key(&fact.value)
        };
        if let Some((_, body, _)) = bodies.iter().find(same) {
            fact.value.clone_from(&body.name);
        }
    }
}

/// One implementer and one applicant, the newest; of other roles all bodies.
pub(super) fn roles(
    said: LeanList<(Role, BodyId, SourceId)>,
    bodies: &HashMap<BodyId, Body>,
    notes: &mut Vec<Disagreement>,
) -> Vec<(Role, Body, SourceId)> {
    let body = |id: &BodyId| bodies.get(id).cloned();
    let mut out = Vec::new();
    grouped(said.into_iter().map(|(r, b, s)| (r, (b, s))), |role, said| {
        let said = said.drain(..).filter_map(|(b, s)| Some((body(&b)?, s)));
        let mut said: Vec<(Body, SourceId)> = said.collect();
        if role == Role::Implementer {
            let same = |a: &Body, b: &Body| a.id == b.id || fold(&a.name) == fold(&b.name);
            if let Some((kept, source, others)) = newest(&mut said, same) {
                let names = others.into_iter().map(|(b, s)| (b.name, s)).collect();
                note(notes, "role.implementer", (&kept.name, source), names);
                out.push((role, kept, source));
            }
            return;
        }
        // A body that applies is spelt in its own way in each release.
        if role == Role::Applicant {
            let same = |_: &Body, _: &Body| true;
            out.extend(newest(&mut said, same).map(|(kept, source, _)| (role, kept, source)));
            return;
        }
        let said = said.into_iter().map(|(b, s)| (b.id.clone(), (b, s)));
        grouped(said, |_, said| {
            let kept = newest(said, |_: &Body, _: &Body| true);
            out.extend(kept.map(|(kept, source, _)| (role, kept, source)));
        });
    });
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TextColumn;

    #[test]
    fn a_firm_is_spelt_as_in_the_list_of_those_who_get_the_money() {
        let fact = |value: &str| Fact {
            kind: FactKind::Beneficiary,
            value: value.to_owned(),
            number: None,
            source: SourceId(1),
            column: TextColumn::Summary,
        };
        let body = Body {
            id: BodyId("01234567890".into()),
            name: "L'Alfa & Beta S.r.l.".to_owned(),
            tax_code: None,
            form: None,
            trade: None,
        };
        let mut facts = [fact("Lalfa Beta S.r.l."), fact("Gamma S.r.l.")];
        as_the_list_spells(&mut facts, &[(Role::Recipient, body, SourceId(2))]);
        let values = facts.map(|fact| fact.value);
        assert_eq!(values, ["L'Alfa & Beta S.r.l.", "Gamma S.r.l."]);
    }
}
