//! All that a snapshot holds of one project.

use super::table::{
    amount, call, candidature, date, disagreement, fact, label, phase, place, project, removed, role, target,
    tender, text, unread,
};
use super::{OpenError, Snapshot};
use crate::model::{LabelKind, Project, ProjectId};

impl Snapshot {
    /// The whole of one project; `None` where the snapshot has no such id.
    ///
    /// # Errors
    /// When the archive cannot be read.
    pub fn project(&self, id: ProjectId) -> Result<Option<Project>, OpenError> {
        // What another spelling means is no other spelling again.
        let id = match project::codes(self, id)? {
            Some(_) => Some(id),
            None => project::meant(self, id)?,
        };
        let Some(id) = id else { return Ok(None) };
        let Some((submeasure, cup, local_code)) = project::codes(self, id)? else {
            return Ok(None);
        };
        let labels = label::of(self, id)?;
        let call = match labels.iter().find(|l| l.kind == LabelKind::Call) {
            Some(label) => call::of(self, &label.value)?,
            None => None,
        };
        let (official_title, official_summary) = text::of(self, id)?;
        let project = Project {
            id,
            unnamed: removed::count(self, &cup)?,
            siblings: project::siblings(self, id, &cup)?,
            doubles: tender::doubles(self, id, &cup)?,
            moved: candidature::moved(self, id, &cup)?,
            submeasure,
            cup,
            local_code,
            aliases: project::aliases(self, id)?,
            seen: project::seen(self, id)?,
            labels,
            facts: fact::of(self, id)?,
            amounts: amount::of(self, id)?,
            dates: date::of(self, id)?,
            phases: phase::of(self, id)?,
            places: place::of(self, id)?,
            bodies: role::of(self, id)?,
            tenders: tender::of(self, id)?,
            targets: target::of(self, id)?,
            candidatures: candidature::of(self, id)?,
            call,
            disagreements: disagreement::of(self, id)?,
            unread: unread::of(self, id)?,
            official_title,
            official_summary,
        };
        match project.rows() <= Project::MOST_ROWS {
            true => Ok(Some(project)),
            false => Err(OpenError::Damaged),
        }
    }
}
