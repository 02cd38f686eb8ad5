//! From all that was read of a project to what is kept: the newest source that says something
//! wins, and what another says otherwise is noted.

mod facts;
mod newest;
mod places;
mod story;
mod tenders;
mod texts;

pub(crate) use places::places;
pub(crate) use story::story;

use super::gather::Gather;
use super::ready::Ready;
use crate::model::{Body, BodyId, Project, ProjectId};
use crate::text::fold;
use facts::{amounts, as_the_list_spells, dates, labels, phases, roles, targets};
use newest::newest_text;
use std::collections::{BTreeSet, HashMap};

/// A project, and what goes into the snapshot beside it.
pub(crate) struct Settled {
    pub project: Project,
    /// Of all its texts; empty where it has none.
    pub words: BTreeSet<String>,
}

/// Makes the project.
pub(crate) fn project(
    ready: Ready,
    id: ProjectId,
    gather: &Gather,
    bodies: &HashMap<BodyId, Body>,
) -> Settled {
    let Ready {
        submeasure,
        cup,
        local,
        draft,
        ..
    } = ready;
    let mut notes = Vec::new();
    let mut draft = draft;
    let mut labels = labels(std::mem::take(&mut draft.labels), &gather.labels, &mut notes);
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
    let official_title = newest_text(draft.titles);
    let official_summary = newest_text(draft.summaries);
    let mut facts = said.facts;
    facts.sort_by_key(|f| f.kind);
    let mut unread: Vec<_> = draft.unread.into_iter().collect();
    unread.sort();
    unread.dedup();
    labels.sort_by_key(|l| l.kind);
    let mut amounts = amounts(draft.amounts, &mut notes);
    let mut tenders = tenders::settle(draft.tenders, draft.winners, &draft.bodies, bodies);
    tenders::mark_frameworks(&mut tenders, &amounts, &gather.shared_cigs);
    let mut candidatures = story(draft.candidatures, &mut notes);
    for candidature in &mut candidatures {
        let known = candidature.call.as_ref().and_then(|c| gather.calls.get(&c.id));
        if let Some(known) = known {
            candidature.call = Some(known.clone());
        }
    }
    story::of_the_living(&mut amounts, &candidatures);
    let bodies = roles(draft.bodies, bodies, &mut notes);
    as_the_list_spells(&mut facts, &bodies);
    let project = Project {
        unnamed: 0,
        id,
        submeasure,
        cup,
        local_code: local,
        aliases,
        seen: draft.seen.into_iter().collect(),
        labels,
        facts,
        amounts,
        dates: dates(draft.dates, &mut notes),
        phases: phases(draft.phases),
        places: draft.places.into_iter().collect(),
        bodies,
        tenders,
        targets: targets(draft.targets),
        candidatures,
        call: None,
        disagreements: notes,
        unread,
        official_title,
        official_summary,
        siblings: Vec::new(),
        doubles: Vec::new(),
        moved: None,
    };
    Settled {
        project,
        words: said.words,
    }
}
