//! From all that was read of a project to what is kept: the newest source that says something
//! wins, and what another says otherwise is noted.

mod facts;
mod newest;
mod places;
mod renumber;
mod story;
mod tenders;
mod texts;

pub(crate) use places::places;
pub(crate) use renumber::renumber;
pub(crate) use story::story;

use super::gather::Gather;
use super::ready::Ready;
use crate::model::{Body, BodyId, Project, ProjectId};
use crate::text::fold;
use facts::{amounts, dates, labels, phases, roles, targets};
use newest::newest_text;
use std::collections::{BTreeSet, HashMap};

/// A project, and what goes into the snapshot beside it.
pub(crate) struct Settled {
    pub project: Project,
    /// Of all its texts; empty where it has none.
    pub words: BTreeSet<String>,
}

/// Makes the project; its sources are still provisional.
pub(crate) fn project(
    ready: Ready,
    id: ProjectId,
    gather: &Gather,
    bodies: &HashMap<BodyId, Body>,
) -> Settled {
    let sources = &gather.sources;
    let Ready {
        submeasure,
        cup,
        local,
        draft,
        ..
    } = ready;
    let mut notes = Vec::new();
    let mut draft = draft;
    let mut labels = labels(std::mem::take(&mut draft.labels), sources, &mut notes);
    let said = texts::read(&draft, submeasure.as_str(), &local, &labels, gather);
    let spelt = |l: &str| ProjectId::of(submeasure.as_str(), &cup, &fold::key(l), 0);
    let mut aliases: Vec<ProjectId> = draft
        .spellings
        .iter()
        .map(|(_, l)| spelt(l))
        .filter(|alias| *alias != id)
        .collect();
    aliases.sort();
    aliases.dedup();
    let official_title = newest_text(draft.titles, sources);
    let official_summary = newest_text(draft.summaries, sources);
    let mut facts = draft.facts;
    facts.extend(said.facts);
    facts.sort_by_key(|f| f.kind);
    let mut unread = draft.unread;
    unread.sort();
    unread.dedup();
    labels.sort_by_key(|l| l.kind);
    let amounts = amounts(draft.amounts, sources, &mut notes);
    let mut tenders = tenders::settle(draft.tenders, draft.winners, sources, bodies);
    tenders::mark_frameworks(&mut tenders, &amounts, &gather.shared_cigs);
    let mut candidatures = story(draft.candidatures, sources, &mut notes);
    for candidature in &mut candidatures {
        let known = candidature.call.as_ref().and_then(|c| gather.calls.get(&c.id));
        if let Some(known) = known {
            candidature.call = Some(known.clone());
        }
    }
    let project = Project {
        id,
        submeasure,
        cup,
        local_code: local,
        aliases,
        seen: draft.seen.into_iter().collect(),
        labels,
        facts,
        amounts,
        dates: dates(draft.dates, sources, &mut notes),
        phases: phases(draft.phases, sources),
        places: draft.places,
        bodies: roles(draft.bodies, sources, bodies, &mut notes),
        tenders,
        targets: targets(draft.targets, sources),
        candidatures,
        call: None,
        disagreements: notes,
        unread,
        official_title,
        official_summary,
        siblings: Vec::new(),
    };
    Settled {
        project,
        words: said.words,
    }
}
