//! What the tables at hand leave unsaid, over all projects of an archive: how full each column is,
//! how many of the citizens' questions stay without an answer because of it, what cannot be read and
//! what contradicts itself. Nothing is counted here that a page would not say: the gaps are those
//! that its missing answers are made of.

use super::claim::{Missing, Question};
use super::facts::Facts;
use super::gaps::{self, Kind};
use super::{oddities, unread};
use crate::lang::{Lang, Word, w};
use crate::model::{AmountKind, Brief, Cents, Fund, LabelKind, Project, ProjectDateKind, Role, SourceId};
use crate::snapshot::{Catalogue, OpenError, Snapshot};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Over all projects but those of the whole nation.
#[derive(Clone, Debug, Default)]
pub struct Census {
    pub projects: usize,
    /// For each question the projects of which it has no answer.
    pub unanswered: BTreeMap<Question, usize>,
    pub gaps: Vec<Gap>,
    /// Each column: of how many projects it says something.
    pub columns: Vec<(&'static str, usize)>,
    /// Cells that nobody can read, by source and official column.
    pub unread: BTreeMap<(SourceId, &'static str), usize>,
    /// Fields of which one release says two values, by official column; of how many projects.
    pub contradictions: BTreeMap<&'static str, usize>,
    /// CUP that several projects of one measure bear.
    pub same_cup: usize,
}

/// Something that citizens ask first and the data do not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    kind: Kind,
    /// Which way of missing it is.
    pub which: Missing,
    /// Projects of which it is not said, and those of which the whole question stays without an
    /// answer.
    pub projects: usize,
    pub unanswered: usize,
    /// The funding of these projects, as far as it is published.
    pub funding: Cents,
}

impl Gap {
    /// The word that stands for it in JSON and CSV.
    pub fn code(&self) -> &'static str {
        match self.kind {
            Kind::Doer => "doer",
            Kind::Cost => "cost",
            Kind::Paid => "paid",
            Kind::End => "end",
            Kind::State => "state",
        }
    }

    /// "quanto costa": behind "non si sa".
    pub fn thing(&self) -> Word {
        match self.kind {
            Kind::Doer => w::SAY_GAP_DOER,
            Kind::Cost => w::SAY_GAP_COST,
            Kind::Paid => w::SAY_GAP_PAID,
            Kind::End => w::SAY_GAP_END,
            Kind::State => w::SAY_GAP_STATE,
        }
    }

    /// The question that it belongs to.
    pub fn question(&self) -> Question {
        match self.kind {
            Kind::Doer => Question::Who,
            Kind::Cost | Kind::Paid => Question::HowMuch,
            Kind::End => Question::When,
            Kind::State => Question::Progress,
        }
    }

    /// The official columns that would say it.
    pub fn columns(&self) -> Vec<&'static str> {
        self.kind.columns()
    }
}

/// Takes the census of an archive, as it is told on a day.
///
/// # Errors
/// When the archive cannot be read.
pub fn census(snapshot: &Snapshot, catalogue: &Catalogue, today: Date) -> Result<Census, OpenError> {
    of(catalogue.regional(), snapshot, catalogue, today)
}

fn of<'a>(
    briefs: impl Iterator<Item = &'a Brief>,
    snapshot: &Snapshot,
    catalogue: &Catalogue,
    today: Date,
) -> Result<Census, OpenError> {
    let mut out = Census::default();
    let mut columns = vec![0; COLUMNS.len()];
    let mut cups: BTreeMap<(String, String), usize> = BTreeMap::new();
    for brief in briefs {
        let Some(project) = snapshot.project(brief.id)? else {
            continue;
        };
        out.projects += 1;
        let told = super::project(catalogue, &project, Lang::It, today);
        let is_open = |question| !told.answer(question).is_answered();
        for question in Question::ALL.into_iter().filter(|question| is_open(*question)) {
            *out.unanswered.entry(question).or_default() += 1;
        }
        let facts = Facts::new(catalogue, &project, Lang::It, today);
        for (kind, which) in gaps::all(&facts) {
            let gap = Gap {
                kind,
                which,
                projects: 0,
                unanswered: 0,
                funding: Cents::ZERO,
            };
            let open = usize::from(is_open(gap.question()));
            let at = out
                .gaps
                .iter()
                .position(|own| (own.kind, own.which) == (kind, which));
            let at = at.unwrap_or_else(|| {
                out.gaps.push(gap);
                out.gaps.len() - 1
            });
            let own = &mut out.gaps[at];
            own.projects += 1;
            own.unanswered += open;
            own.funding += brief.total.unwrap_or_default();
        }
        for (count, (_, says)) in columns.iter_mut().zip(COLUMNS) {
            *count += usize::from(says(&project));
        }
        for cell in &project.unread {
            let column = unread::column(&cell.field);
            let column = column.unwrap_or_else(|| oddities::column(&cell.field));
            *out.unread.entry((cell.source, column)).or_default() += 1;
        }
        let mut fields: Vec<&str> = project
            .disagreements
            .iter()
            .filter(|d| oddities::is_told(d))
            .map(|d| oddities::column(&d.field))
            .collect();
        fields.sort_unstable();
        fields.dedup();
        for column in fields {
            *out.contradictions.entry(column).or_default() += 1;
        }
        if !project.cup.is_empty() {
            *cups
                .entry((project.submeasure.to_string(), project.cup))
                .or_default() += 1;
        }
    }
    out.columns = COLUMNS.iter().map(|(column, _)| *column).zip(columns).collect();
    out.same_cup = cups.values().filter(|count| **count > 1).count();
    out.gaps
        .sort_by_key(|gap| std::cmp::Reverse((gap.unanswered, gap.projects)));
    Ok(out)
}

type Says = fn(&Project) -> bool;

fn has(project: &Project, kind: AmountKind, fund: Fund) -> bool {
    project.amount(kind, fund).is_some()
}

/// The columns that answers are told from, and whether one says something of a project.
const COLUMNS: &[(&str, Says)] = &[
    ("CUP", |p| !p.cup.is_empty()),
    ("Soggetto Attuatore", |p| {
        p.bodies
            .iter()
            .any(|(role, ..)| [Role::Implementer, Role::Applicant].contains(role))
    }),
    ("Finanziamento Totale", |p| {
        has(p, AmountKind::Funding, Fund::Total)
    }),
    ("Finanziamento PNRR", |p| has(p, AmountKind::Funding, Fund::Pnrr)),
    ("Pagamento Totale", |p| has(p, AmountKind::Payment, Fund::Total)),
    ("Pagamento PNRR", |p| has(p, AmountKind::Payment, Fund::Pnrr)),
    ("Data Inizio Progetto Prevista", |p| {
        p.date(ProjectDateKind::StartPlanned).is_some()
    }),
    ("Data Inizio Progetto Effettiva", |p| {
        p.date(ProjectDateKind::StartActual).is_some()
    }),
    ("Data Fine Progetto Prevista", |p| {
        p.date(ProjectDateKind::EndPlanned).is_some()
    }),
    ("Data Fine Progetto Effettiva", |p| {
        p.date(ProjectDateKind::EndActual).is_some()
    }),
    ("Stato Avanzamento Progetto", |p| {
        p.label(LabelKind::Progress).is_some()
    }),
    ("Descrizione Fase Iter di Progetto", |p| {
        p.label(LabelKind::Phase).is_some()
    }),
    ("Stato CUP", |p| p.label(LabelKind::CupStatus).is_some()),
    ("Comune", |p| p.places.iter().any(|place| place.comune.is_some())),
    ("Indirizzo", |p| {
        p.places.iter().any(|place| place.address.is_some())
    }),
    ("CIG", |p| p.tenders.iter().any(|tender| !tender.cig.is_empty())),
    ("Importo Aggiudicazione", |p| {
        p.tenders.iter().any(|tender| tender.award.is_some())
    }),
    ("Denominazione Aggiudicatario", |p| {
        p.tenders.iter().any(|tender| !tender.winners.is_empty())
    }),
    ("Valore Programmato", |p| {
        p.targets.iter().any(|target| target.planned.is_some())
    }),
    ("Valore Realizzato", |p| {
        p.targets.iter().any(|target| target.achieved.is_some())
    }),
];

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::funds;
    use super::*;

    /// A column has the name that its field has elsewhere, so that a gap finds its column.
    #[test]
    fn columns_are_named_as_the_gaps_name_them() {
        let known: Vec<&str> = COLUMNS.iter().map(|(column, _)| *column).collect();
        let payments = [Fund::Total, Fund::Pnrr].map(|fund| funds::column(AmountKind::Payment, fund));
        let dates = ProjectDateKind::ALL
            .iter()
            .filter(|kind| **kind != ProjectDateKind::LastValidation);
        let of_dates = dates.map(|kind| kind.column());
        let labels = [LabelKind::Progress, LabelKind::Phase, LabelKind::CupStatus].map(LabelKind::column);
        let fundings = [Fund::Total, Fund::Pnrr].map(Fund::column);
        for column in payments.into_iter().chain(of_dates).chain(labels).chain(fundings) {
            assert!(known.contains(&column), "{column}");
        }
    }

    /// The census says what the pages say: of each project as many questions without an answer, and
    /// the same things that nobody tells.
    #[test]
    fn its_numbers_are_those_of_the_pages() {
        let snapshot = Snapshot::embedded().unwrap();
        let catalogue = snapshot.catalogue().unwrap();
        let today = jiff::civil::date(2026, 11, 30);
        // Some of all.
        let some = || catalogue.regional().step_by(12);
        let census = of(some(), &snapshot, &catalogue, today).unwrap();
        assert_eq!(census.projects, some().count());
        let (mut when, mut end) = (0, 0);
        for brief in some() {
            let project = snapshot.project(brief.id).unwrap().unwrap();
            let told = super::super::project(&catalogue, &project, Lang::It, today);
            let answer = told.answer(Question::When);
            when += usize::from(answer.claims.iter().all(|claim| claim.missing.is_some()));
            // What the page says is to be asked for at the desk.
            let asks = told.claims().filter(|claim| claim.missing.is_some());
            end += usize::from(
                asks.map(|claim| &claim.text)
                    .any(|text| text.contains("quando finisce")),
            );
        }
        assert_eq!(
            census
                .unanswered
                .get(&Question::When)
                .copied()
                .unwrap_or_default(),
            when
        );
        let gaps = census.gaps.iter().filter(|gap| gap.code() == "end");
        let open: usize = gaps.map(|gap| gap.projects).sum();
        assert!(open >= end && end > 100, "{open} {end}");
        let unanswered: usize = census.gaps.iter().map(|gap| gap.unanswered).sum();
        assert!(unanswered > 100 && census.columns.len() == COLUMNS.len());
    }
}
