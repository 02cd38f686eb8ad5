//! A project's sources get their final numbers once all files are read.

use crate::model::{Project, SourceId};

/// Puts the final number of every source in the place of the provisional one.
pub(crate) fn renumber(project: &mut Project, numbers: &[SourceId]) {
    let put =
        |source: &mut SourceId| *source = numbers.get(usize::from(source.0)).copied().unwrap_or(*source);
    project.seen.iter_mut().for_each(put);
    project.seen.sort();
    project.labels.iter_mut().for_each(|l| put(&mut l.source));
    project.facts.iter_mut().for_each(|f| put(&mut f.source));
    project.unread.iter_mut().for_each(|u| put(&mut u.source));
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
