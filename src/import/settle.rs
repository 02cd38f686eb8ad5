//! From all that was read of a project to what is kept: the newest source that says something
//! wins, and what another says otherwise is noted.

mod tenders;

use super::gather::Gather;
use super::person;
use super::resolve::Ready;
use super::sources::{Origin, Sources};
use crate::model::{
    AmountKind, Body, BodyId, Cents, Disagreement, Fund, Label, LabelKind, Observed, Phase, Place, Project,
    ProjectDate, ProjectDateKind, ProjectId, Role, SourceId, Target,
};
use crate::text::{fold::fold, site};
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap};

/// Amounts that differ by less than this share differ by the noise of 32-bit floats.
const NOISE: f64 = 1e-6;

/// Makes the project; its sources are still provisional.
pub(crate) fn project(
    ready: Ready,
    id: ProjectId,
    gather: &Gather,
    bodies: &HashMap<BodyId, Body>,
) -> Project {
    let sources = &gather.sources;
    let Ready {
        submeasure,
        cup,
        local,
        draft,
        ..
    } = ready;
    let mut notes = Vec::new();
    let mut aliases: Vec<String> = draft
        .spellings
        .into_iter()
        .map(|(_, l)| l)
        .filter(|l| *l != local)
        .collect();
    aliases.sort();
    aliases.dedup();
    let official_title = newest_text(draft.titles, sources);
    let official_summary = newest_text(draft.summaries, sources);
    let mut labels = labels(draft.labels, sources, &mut notes);
    if has_site(&labels) {
        labels.extend(site_label(
            official_title.as_ref(),
            official_summary.as_ref(),
            &draft.places,
            gather,
        ));
    }
    labels.sort_by_key(|l| l.kind);
    let mut candidatures = draft.candidatures;
    for candidature in &mut candidatures {
        let known = candidature.call.as_ref().and_then(|c| gather.calls.get(&c.id));
        if let Some(known) = known {
            candidature.call = Some(known.clone());
        }
    }
    candidatures.sort_by(|a, b| {
        let key =
            |c: &crate::model::Candidature| (c.ipa.clone(), c.call.as_ref().map(|c| c.id.clone()), c.sent);
        key(a).cmp(&key(b))
    });
    Project {
        id,
        submeasure,
        cup,
        local_code: local,
        aliases,
        seen: draft.seen.into_iter().collect(),
        labels,
        amounts: amounts(draft.amounts, sources, &mut notes),
        dates: dates(draft.dates, sources, &mut notes),
        phases: phases(draft.phases, sources),
        places: draft.places,
        bodies: roles(draft.bodies, sources, bodies, &mut notes),
        tenders: tenders::settle(draft.tenders, draft.winners, sources, bodies),
        targets: targets(draft.targets, sources),
        candidatures,
        call: None,
        disagreements: notes,
        official_title,
        official_summary,
        siblings: Vec::new(),
    }
}

/// A value, its source, and other values with theirs.
type Newest<T> = (T, SourceId, Vec<(T, SourceId)>);

/// What the newest source says, and what older ones say otherwise, newest first.
pub(super) fn newest<T>(
    mut said: Vec<(T, SourceId)>,
    sources: &Sources,
    same: impl Fn(&T, &T) -> bool,
) -> Option<Newest<T>> {
    said.sort_by_key(|(_, source)| std::cmp::Reverse(sources.origin(*source)));
    let mut said = said.into_iter();
    let (kept, source) = said.next()?;
    let mut others: Vec<(T, SourceId)> = Vec::new();
    for (value, from) in said {
        if from != source && !same(&kept, &value) && !others.iter().any(|(v, _)| same(v, &value)) {
            others.push((value, from));
        }
    }
    Some((kept, source, others))
}

fn note<T: ToString>(
    notes: &mut Vec<Disagreement>,
    field: &str,
    kept: (&T, SourceId),
    others: Vec<(T, SourceId)>,
) {
    for (other, other_source) in others {
        notes.push(Disagreement {
            field: field.to_owned(),
            kept: kept.0.to_string(),
            kept_source: kept.1,
            other: other.to_string(),
            other_source,
        });
    }
}

fn grouped<K: Ord, V>(items: impl Iterator<Item = (K, V)>) -> BTreeMap<K, Vec<V>> {
    let mut out: BTreeMap<K, Vec<V>> = BTreeMap::new();
    for (key, value) in items {
        out.entry(key).or_default().push(value);
    }
    out
}

fn newest_text(said: Vec<Observed<String>>, sources: &Sources) -> Option<Observed<String>> {
    let said = said.into_iter().map(|o| (o.value, o.source)).collect();
    newest(said, sources, |a, b| a == b).map(|(value, source, _)| Observed { value, source })
}

fn labels(said: Vec<Label>, sources: &Sources, notes: &mut Vec<Disagreement>) -> Vec<Label> {
    let groups = grouped(said.into_iter().map(|l| (l.kind, (l.value, l.source))));
    let mut out = Vec::new();
    for (kind, said) in groups {
        let same = |a: &String, b: &String| fold(a) == fold(b);
        if let Some((value, source, others)) = newest(said, sources, same) {
            note(notes, &format!("label.{}", kind.code()), (&value, source), others);
            let name = None;
            out.push(Label {
                kind,
                value,
                name,
                source,
            });
        }
    }
    out
}

fn amounts(
    said: Vec<(AmountKind, Fund, Observed<Cents>)>,
    sources: &Sources,
    notes: &mut Vec<Disagreement>,
) -> Vec<(AmountKind, Fund, Observed<Cents>)> {
    let groups = grouped(said.into_iter().map(|(k, f, o)| ((k, f), (o.value, o.source))));
    let mut out = Vec::new();
    for ((kind, fund), said) in groups {
        if let Some((value, source, others)) = newest(said, sources, is_same_amount) {
            note(
                notes,
                &format!("{}.{}", kind.code(), fund.code()),
                (&value, source),
                others,
            );
            out.push((kind, fund, Observed { value, source }));
        }
    }
    out
}

fn is_same_amount(a: &Cents, b: &Cents) -> bool {
    let difference = a.as_euro() - b.as_euro();
    difference.abs() <= NOISE * a.as_euro().abs().max(b.as_euro().abs())
}

fn dates(said: Vec<ProjectDate>, sources: &Sources, notes: &mut Vec<Disagreement>) -> Vec<ProjectDate> {
    let groups = grouped(said.into_iter().map(|d| (d.kind, (d.value, d.source))));
    let mut out = Vec::new();
    for (kind, said) in groups {
        if let Some((value, source, others)) = newest(said, sources, |a: &Date, b: &Date| a == b) {
            // Each release validates anew.
            if kind != ProjectDateKind::LastValidation {
                note(notes, &format!("date.{}", kind.code()), (&value, source), others);
            }
            out.push(ProjectDate { kind, value, source });
        }
    }
    out
}

fn phases(said: Vec<Phase>, sources: &Sources) -> Vec<Phase> {
    let groups = grouped(said.into_iter().map(|p| (p.code.clone(), (p.clone(), p.source))));
    let newest_of = |said| newest(said, sources, |_: &Phase, _: &Phase| true);
    groups
        .into_values()
        .filter_map(newest_of)
        .map(|(phase, _, _)| phase)
        .collect()
}

/// Targets of the newest source that has any.
fn targets(said: Vec<Target>, sources: &Sources) -> Vec<Target> {
    let newest = said.iter().map(|t| sources.origin(t.source)).max();
    let mut out: Vec<Target> = said
        .into_iter()
        .filter(|t| Some(sources.origin(t.source)) == newest)
        .collect();
    out.sort_by(|a, b| (&a.indicator, a.year, a.month).cmp(&(&b.indicator, b.year, b.month)));
    out.dedup();
    out
}

/// One implementer, the newest; of other roles all bodies.
fn roles(
    said: Vec<(Role, BodyId, SourceId)>,
    sources: &Sources,
    bodies: &HashMap<BodyId, Body>,
    notes: &mut Vec<Disagreement>,
) -> Vec<(Role, Body, SourceId)> {
    let body = |id: &BodyId| bodies.get(id).cloned();
    let mut out = Vec::new();
    for (role, said) in grouped(said.into_iter().map(|(r, b, s)| (r, (b, s)))) {
        let said: Vec<(Body, SourceId)> = said
            .into_iter()
            .filter_map(|(b, s)| Some((body(&b)?, s)))
            .collect();
        if role == Role::Implementer {
            let same = |a: &Body, b: &Body| a.id == b.id || fold(&a.name) == fold(&b.name);
            if let Some((kept, source, others)) = newest(said, sources, same) {
                let names = others.into_iter().map(|(b, s)| (b.name, s)).collect();
                note(notes, "role.implementer", (&kept.name, source), names);
                out.push((role, kept, source));
            }
            continue;
        }
        let groups = grouped(said.into_iter().map(|(b, s)| (b.id.clone(), (b, s))));
        for said in groups.into_values() {
            if let Some((kept, source, _)) = newest(said, sources, |_: &Body, _: &Body| true) {
                out.push((role, kept, source));
            }
        }
    }
    out
}

/// The places that the newest delivery lists; what it lacks of an address an older one gives.
pub(crate) fn places(said: Vec<Place>, gather: &Gather) -> Vec<Place> {
    let sources = &gather.sources;
    let Some(newest) = said.iter().map(|p| sources.side(p.source)).max() else {
        return Vec::new();
    };
    let (mut kept, older): (Vec<Place>, Vec<Place>) =
        said.into_iter().partition(|p| sources.side(p.source) == newest);
    let spot = |p: &Place| (p.region, p.province, p.comune);
    for place in kept
        .iter_mut()
        .filter(|p| p.address.is_none() && p.comune.is_some())
    {
        let mut same = older
            .iter()
            .filter(|o| spot(o) == spot(place) && o.address.is_some());
        if let (Some(one), None) = (same.next(), same.next()) {
            place.address.clone_from(&one.address);
            place.cap = one.cap.clone().or(place.cap.take());
        }
    }
    let outside = |p: &Place| !gather.is_inside(p);
    // Inside first, then what is most precise.
    kept.sort_by_cached_key(|p| {
        let width = (p.region.is_none(), p.province.is_none(), p.comune.is_none());
        (
            outside(p),
            width,
            spot(p),
            p.address.is_none(),
            p.address.clone(),
            p.cap.is_none(),
            p.cap.clone(),
            p.source,
        )
    });
    let mut out: Vec<Place> = Vec::new();
    for place in kept {
        let repeats = out.iter().any(|o| {
            spot(o) == spot(&place)
                && (place.address.is_none() || o.address == place.address)
                && (place.share.is_none() || o.share == place.share)
        });
        if !repeats {
            out.push(place);
        }
    }
    out
}

/// Works and goods are for a building or a place; the name that stands in the title of a service
/// or of a grant is that of who receives it.
fn has_site(labels: &[Label]) -> bool {
    let nature = labels.iter().find(|l| l.kind == LabelKind::Nature);
    nature.is_none_or(|l| ["01", "03"].contains(&l.value.as_str()))
}

fn site_label(
    title: Option<&Observed<String>>,
    summary: Option<&Observed<String>>,
    places: &[Place],
    gather: &Gather,
) -> Option<Label> {
    let comuni: Vec<&str> = places
        .iter()
        .filter_map(|p| gather.places.comune(p.comune?))
        .map(|c| c.name.as_str())
        .take(10)
        .collect();
    fn text(t: Option<&Observed<String>>) -> &str {
        t.map_or("", |o| o.value.as_str())
    }
    let value = site::site(text(title), text(summary), &comuni)?;
    let source = title.or(summary)?.source;
    (!person::holds_code(&value)).then_some(Label {
        kind: LabelKind::Site,
        value,
        name: None,
        source,
    })
}

/// Puts the final number of every source in the place of the provisional one.
pub(crate) fn renumber(project: &mut Project, numbers: &[SourceId]) {
    let put =
        |source: &mut SourceId| *source = numbers.get(usize::from(source.0)).copied().unwrap_or(*source);
    project.seen.iter_mut().for_each(put);
    project.seen.sort();
    project.labels.iter_mut().for_each(|l| put(&mut l.source));
    project
        .amounts
        .iter_mut()
        .for_each(|(_, _, o)| put(&mut o.source));
    project.dates.iter_mut().for_each(|d| put(&mut d.source));
    project.phases.iter_mut().for_each(|p| put(&mut p.source));
    project.places.iter_mut().for_each(|p| put(&mut p.source));
    project.bodies.iter_mut().for_each(|(_, _, s)| put(s));
    for tender in &mut project.tenders {
        tender.source.iter_mut().for_each(put);
        tender.winners.iter_mut().for_each(|w| put(&mut w.source));
    }
    project.targets.iter_mut().for_each(|t| put(&mut t.source));
    for candidature in &mut project.candidatures {
        put(&mut candidature.source);
        candidature.call.iter_mut().for_each(|c| put(&mut c.source));
    }
    for note in &mut project.disagreements {
        put(&mut note.kept_source);
        put(&mut note.other_source);
    }
    project.official_title.iter_mut().for_each(|o| put(&mut o.source));
    project
        .official_summary
        .iter_mut()
        .for_each(|o| put(&mut o.source));
}

/// Sorts so that the newest is last.
pub(super) fn age(sources: &Sources, source: SourceId) -> Origin {
    sources.origin(source)
}
