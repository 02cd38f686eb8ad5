//! From drafts to projects: which spellings are one project, which rows of tables without the
//! whole key belong to it, and which projects lie in the region.

mod bodies;
mod copied;
mod parts;
mod unlisted;

use super::draft::{Draft, LeanList, Pair};
use super::gather::Gather;
use super::ready::{Ready, Resolved};
use super::settle;
use super::sources::{Origin, Side};
use crate::model::{AmountKind, BodyId, Fund, Place};
use crate::text::fold;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

pub(crate) const ITALIA_DOMANI: &str = "italia_domani";
pub(crate) const PNC: &str = "pnc";
pub(crate) const PA_DIGITALE: &str = "pa_digitale";

/// `named`: the bodies that some table names.
pub(crate) fn resolve(gather: &mut Gather, named: &HashSet<BodyId>) -> Resolved {
    let mut out = Resolved::default();
    // Their keys are let go of with them.
    let mut pairs = std::mem::take(&mut gather.drafts).pairs;
    let is_pnc = |pair: &Pair| pair.submeasure.is_pnc();
    pairs
        .sort_unstable_by(|a, b| (is_pnc(a), &a.submeasure, &a.cup).cmp(&(is_pnc(b), &b.submeasure, &b.cup)));
    let pnc = pairs.split_off(pairs.partition_point(|pair| !is_pnc(pair)));
    let pnrr = pairs;
    out.projects.reserve_exact(pnrr.len());
    let mut elsewhere = HashSet::new();
    for pair in pnrr {
        of_pair(pair, gather, &mut elsewhere, &mut out);
    }
    by_cup(gather, &elsewhere, &mut out);
    let pnrr = match pnc.is_empty() {
        true => HashMap::new(),
        false => out.by_cup(),
    };
    for pair in pnc {
        of_pnc(pair, gather, &pnrr, &mut out);
    }
    candidatures(gather, &mut out);
    bodies::by_code(&mut out.projects, named);
    copied::add(gather, &mut out);
    unlisted::mark(&mut out.projects, &mut gather.labels);
    out.projects.sort_by(|a, b| a.key().cmp(&b.key()));
    out
}

/// The projects of one sub-measure and CUP.
fn of_pair(pair: Pair, gather: &Gather, elsewhere: &mut HashSet<(String, String)>, out: &mut Resolved) {
    let Pair {
        submeasure,
        cup,
        keyed,
        loose,
        ..
    } = pair;
    let (mut drafts, respelt) = join(keyed);
    out.respelt += respelt;
    if let Some(loose) = loose {
        attach(&mut drafts, *loose, out);
    }
    let is_elsewhere = gather.candidatures_elsewhere.contains(&cup);
    // Where other local codes of a CUP have places, one without is not the nation's: its place is
    // not told.
    let national = !is_elsewhere && drafts.iter().flat_map(|d| &d.places).all(Place::is_nation);
    for mut draft in parts::into_wholes(drafts) {
        draft.places = settle::places(std::mem::take(&mut draft.places), gather);
        let inside = draft.places.iter().any(|p| gather.is_inside(p));
        if inside || gather.region.is_none() || national && draft.is_national() {
            let local = oldest_spelling(&draft);
            out.projects.push(Ready {
                submeasure: submeasure.clone(),
                cup: cup.clone(),
                local,
                origin: ITALIA_DOMANI,
                draft: Box::new(draft),
            });
        } else if draft.places.is_empty() {
            out.unmatched(&draft);
        } else {
            let locals = draft.spellings.iter().map(|(_, l)| (cup.clone(), fold::key(l)));
            elsewhere.extend(locals);
        }
    }
}

/// Drafts that are one project: where a sub-measure and CUP have one project on each side, later
/// spellings are the same project.
fn join(keyed: LeanList<(String, Draft)>) -> (Vec<Draft>, u64) {
    if keyed.len() < 2 {
        return (keyed.into_iter().map(|(_, d)| d).collect(), 0);
    }
    let mut sides: BTreeMap<Side, BTreeSet<usize>> = BTreeMap::new();
    for (i, (_, draft)) in keyed.iter().enumerate() {
        for source in &draft.seen {
            sides.entry(Origin::of(*source).side()).or_default().insert(i);
        }
    }
    let mut group: Vec<Option<usize>> = vec![None; keyed.len()];
    let mut groups = 0;
    for on_side in sides.values() {
        let new: Vec<usize> = on_side.iter().copied().filter(|i| group[*i].is_none()).collect();
        if on_side.len() == 1 && groups == 1 {
            new.into_iter().for_each(|i| group[i] = Some(0));
            continue;
        }
        for i in new {
            group[i] = Some(groups);
            groups += 1;
        }
    }
    let respelt = keyed.len().saturating_sub(groups) as u64;
    let mut out: Vec<Draft> = vec![Draft::default(); groups];
    for ((_, draft), group) in keyed.into_iter().zip(group) {
        if let Some(one) = group.and_then(|g| out.get_mut(g)) {
            one.absorb(draft);
        }
    }
    (out, respelt)
}

/// Rows without a local code belong to the one project that its own side lists, or to the only
/// one that there is; where there is none they are a project of their own.
fn attach(drafts: &mut Vec<Draft>, loose: Draft, out: &mut Resolved) {
    if loose.seen.is_empty() {
        return;
    }
    let sides: BTreeSet<Side> = loose.seen.iter().map(|s| Origin::of(*s).side()).collect();
    let of_side = |d: &Draft| d.seen.iter().any(|s| sides.contains(&Origin::of(*s).side()));
    let own: Vec<usize> = (0..drafts.len()).filter(|i| of_side(&drafts[*i])).collect();
    match (own.as_slice(), drafts.as_mut_slice()) {
        (_, []) => drafts.push(loose),
        (_, [only]) => only.absorb(loose),
        ([one], _) => drafts[*one].absorb(loose),
        _ => out.unmatched(&loose),
    }
}

fn oldest_spelling(draft: &Draft) -> String {
    let oldest = draft
        .spellings
        .iter()
        .min_by_key(|(source, local)| (*source, local.clone()));
    oldest.map(|(_, local)| local.to_string()).unwrap_or_default()
}

/// Tables without a sub-measure join where one project has the CUP and the local code.
fn by_cup(gather: &mut Gather, elsewhere: &HashSet<(String, String)>, out: &mut Resolved) {
    let wanted: HashSet<&String> = gather.by_cup.keys().map(|(cup, _)| cup).collect();
    let mut index: HashMap<(String, String), Vec<usize>> = HashMap::new();
    for (i, ready) in out
        .projects
        .iter()
        .enumerate()
        .filter(|(_, r)| wanted.contains(&r.cup))
    {
        let keys = ready.draft.spellings.iter().map(|(_, l)| fold::key(l));
        for key in keys.collect::<BTreeSet<_>>() {
            index.entry((ready.cup.clone(), key)).or_default().push(i);
        }
    }
    for ((cup, local), draft) in std::mem::take(&mut gather.by_cup) {
        let found = index.get(&(cup.clone(), local.clone()));
        match found.map(Vec::as_slice).unwrap_or_default() {
            [one] => out.projects[*one].draft.absorb(draft),
            _ if elsewhere.contains(&(cup, local)) => {}
            _ => out.unmatched(&draft),
        }
    }
}

/// A PNC project joins the PNRR project that alone has its CUP: it adds money and tenders.
fn of_pnc(pair: Pair, gather: &Gather, pnrr: &HashMap<String, Vec<usize>>, out: &mut Resolved) {
    let Pair {
        submeasure,
        cup,
        loose,
        ..
    } = pair;
    let mut draft = loose.unwrap_or_default();
    draft.places = settle::places(std::mem::take(&mut draft.places), gather);
    let inside = draft.places.iter().any(|p| gather.is_inside(p)) || draft.is_national();
    if !inside && gather.region.is_some() {
        if draft.places.is_empty() {
            out.unmatched(&draft);
        }
        return;
    }
    if let Some([one]) = pnrr.get(&cup).map(Vec::as_slice)
        && let Some(one) = out.projects.get_mut(*one)
    {
        one.draft.absorb(Draft {
            seen: draft.seen,
            amounts: draft.amounts,
            unread: draft.unread,
            tenders: draft.tenders,
            bodies: draft
                .bodies
                .into_iter()
                .filter(|(r, _, _)| *r == crate::model::Role::ContractingAuthority)
                .collect(),
            ..Draft::default()
        });
        return;
    }
    out.projects.push(Ready {
        submeasure,
        cup,
        local: String::new(),
        origin: PNC,
        draft,
    });
}

/// Candidatures join by CUP: the project of the same sub-measure, or the only one that there is.
fn candidatures(gather: &mut Gather, out: &mut Resolved) {
    if gather.candidatures.is_empty() {
        return;
    }
    let index = out.by_cup();
    for ((submeasure, cup, local), draft) in std::mem::take(&mut gather.candidatures) {
        let all: Vec<usize> = index.get(&cup).cloned().unwrap_or_default();
        let same: Vec<usize> = all
            .iter()
            .copied()
            .filter(|i| out.projects[*i].submeasure == submeasure)
            .collect();
        let target = match (same.as_slice(), all.as_slice()) {
            ([one], _) | ([], [one]) => Some(*one),
            _ => None,
        };
        match target {
            Some(one) => {
                let known = &mut out.projects[one];
                // The body that asked for it has a place: it is the body's project, and not the
                // whole nation's.
                if known.draft.is_national() {
                    known.draft.places = settle::places(draft.places, gather);
                    known.draft.spellings.extend(draft.spellings);
                    (known.submeasure, known.local, known.origin) = (submeasure, local, PA_DIGITALE);
                }
                known.draft.absorb(Draft {
                    seen: draft.seen,
                    bodies: draft.bodies,
                    candidatures: draft.candidatures,
                    unread: draft.unread,
                    ..Draft::default()
                });
            }
            None => {
                let mut draft = draft;
                granted(&mut draft);
                draft.places = settle::places(draft.places, gather);
                out.projects.push(Ready {
                    submeasure,
                    cup,
                    local,
                    origin: PA_DIGITALE,
                    draft: Box::new(draft),
                });
            }
        }
    }
}

/// What a project that only PA digitale knows was granted, as the end of its story has it.
fn granted(draft: &mut Draft) {
    let story = settle::story(draft.candidatures.clone(), &mut Vec::new());
    if let Some(last) = story.last() {
        draft.amount(AmountKind::Funding, Fund::Pnrr, last.amount, last.source);
    }
}
