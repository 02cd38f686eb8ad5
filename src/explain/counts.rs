//! How far some projects are, counted by status, and the sentences that say it: for a comune and
//! for a measure. What is finished says from which kind of fact it is counted.

use super::claim::{Cite, Claim};
use super::facts::cite;
use super::share::Share;
use super::targets;
use super::wording::{amount, finish};
use crate::lang::{Lang, Word, w};
use crate::model::{Brief, Evidence, LabelKind, ProjectDateKind, Sign, Status, Table};
use crate::snapshot::Catalogue;
use crate::text::number::count;

/// Some projects by status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Paid out by PA digitale.
    pub paid_out: usize,
    /// Called finished by the table of projects.
    pub stated: usize,
    /// Their CUP is closed.
    pub closed: usize,
    /// With an actual end that has come.
    pub ended: usize,
    /// That report their end as reached.
    pub reached: usize,
    pub ongoing: usize,
    /// All of whose money was paid, and no more is known.
    pub paid: usize,
    pub funded: usize,
    pub withdrawn: usize,
    /// Of which no table says how far they are.
    pub unknown: usize,
}

impl Counts {
    /// Counts one more.
    pub(super) fn add(&mut self, brief: &Brief) {
        let kind = match (brief.status, brief.sign) {
            (Status::Completed, Some(Sign::Candidature)) => &mut self.paid_out,
            (Status::Completed, Some(Sign::Cup)) => &mut self.closed,
            (Status::Completed, Some(Sign::End)) => &mut self.ended,
            (Status::Completed, Some(Sign::Reached)) => &mut self.reached,
            (Status::Completed, _) => &mut self.stated,
            (Status::Ongoing, _) => &mut self.ongoing,
            (Status::Paid, _) => &mut self.paid,
            (Status::Funded, _) => &mut self.funded,
            (Status::Withdrawn, _) => &mut self.withdrawn,
            (Status::Unknown, _) => &mut self.unknown,
        };
        *kind += 1;
    }

    /// All that are finished, by whichever kind of fact.
    pub fn finished(&self) -> usize {
        self.paid_out + self.stated + self.closed + self.ended + self.reached
    }

    /// All of them.
    pub fn all(&self) -> usize {
        self.finished() + self.ongoing + self.paid + self.funded + self.withdrawn + self.unknown
    }

    /// One sentence for each status that some project has.
    pub(super) fn claims(&self, catalogue: &Catalogue, lang: Lang) -> Vec<Claim> {
        let progress = (Table::Projects, LabelKind::Progress.column());
        let closed = (Table::Projects, LabelKind::CupStatus.column());
        let ended = (Table::Projects, ProjectDateKind::EndActual.column());
        let paid_out = (Table::Candidatures, "stato_candidatura");
        let reached = (Table::Targets, targets::ACHIEVED);
        let payments = (Table::Payments, "Pagamento Totale");
        let funding = (Table::Projects, "Finanziamento Totale");
        let kinds = [
            (
                self.paid_out,
                paid_out,
                w::SAY_MANY_PAID_OUT,
                w::SAY_MANY_ONE_PAID_OUT,
            ),
            (self.stated, progress, w::SAY_MANY_STATED, w::SAY_MANY_ONE_STATED),
            (self.ended, ended, w::SAY_MANY_ENDED, w::SAY_MANY_ONE_ENDED),
            (
                self.reached,
                reached,
                w::SAY_MANY_REACHED,
                w::SAY_MANY_ONE_REACHED,
            ),
            (self.closed, closed, w::SAY_MANY_CLOSED, w::SAY_MANY_ONE_CLOSED),
        ];
        let told = kinds.into_iter().filter(|(n, ..)| *n > 0);
        let told: Vec<(usize, (Table, &'static str), Word, Word)> = told.collect();
        let mut out = Vec::new();
        if told.len() > 1 {
            let cites = told.iter().filter_map(|(_, at, ..)| newest(catalogue, *at));
            let word = w::SAY_MANY_FINISHED;
            out.extend(say(self.finished(), word, word, cites.collect(), lang));
        }
        for (n, at, many, one) in told {
            let cites = newest(catalogue, at).into_iter().collect();
            out.extend(say(n, many, one, cites, lang));
        }
        let cites = |tables: &[(Table, &'static str)]| -> Vec<Cite> {
            tables.iter().filter_map(|at| newest(catalogue, *at)).collect()
        };
        let others = [
            (
                self.ongoing,
                w::SAY_MANY_ONGOING,
                w::SAY_MANY_ONE_ONGOING,
                cites(&[progress, payments]),
            ),
            (
                self.paid,
                w::SAY_MANY_PAID,
                w::SAY_MANY_ONE_PAID,
                cites(&[payments]),
            ),
            (
                self.funded,
                w::SAY_MANY_FUNDED,
                w::SAY_MANY_ONE_FUNDED,
                cites(&[funding, paid_out]),
            ),
            (
                self.withdrawn,
                w::SAY_MANY_WITHDRAWN,
                w::SAY_MANY_ONE_WITHDRAWN,
                cites(&[progress, closed, paid_out]),
            ),
            (
                self.unknown,
                w::SAY_COMUNE_UNKNOWN,
                w::SAY_COMUNE_ONE_UNKNOWN,
                cites(&[progress, paid_out]),
            ),
        ];
        for (n, many, one, cites) in others {
            out.extend(say(n, many, one, cites, lang));
        }
        out
    }
}

/// Unknown amounts are counted, and no zero; what a copy alone tells stands apart.
pub(super) fn unknown_amounts(
    catalogue: &Catalogue,
    share: &Share,
    listed: Vec<Cite>,
    lang: Lang,
) -> Vec<Claim> {
    let (many, one) = match share.without_amount == share.projects && share.copied == 0 {
        true => (w::SAY_COMUNE_NO_AMOUNTS, w::SAY_COMUNE_NO_AMOUNTS),
        false => (w::SAY_COMUNE_WITHOUT_AMOUNT, w::SAY_COMUNE_ONE_WITHOUT_AMOUNT),
    };
    let unknown = say(share.without_amount, many, one, listed, lang);
    let copied = match share.copied {
        0 => return unknown.into_iter().collect(),
        1 => w::SAY_MANY_ONE_COPIED,
        _ => w::SAY_MANY_COPIED,
    };
    let (count, said) = (count(share.copied, lang), amount(share.copied_total, lang));
    let of = catalogue
        .sources
        .iter()
        .find(|s| s.table == Table::OpenPnrrToscana);
    let copied = Claim {
        text: finish(lang.fill(copied, &[("count", &count), ("amount", &said)])),
        evidence: Evidence::Derived,
        cites: of.map(|s| cite(s.id, "importo_progetto")).into_iter().collect(),
        missing: None,
    };
    unknown.into_iter().chain([copied]).collect()
}

fn say(n: usize, many: Word, one: Word, cites: Vec<Cite>, lang: Lang) -> Option<Claim> {
    let word = match n {
        0 => return None,
        1 => one,
        _ => many,
    };
    Some(Claim {
        text: finish(lang.fill(word, &[("count", &count(n, lang))])),
        evidence: Evidence::Derived,
        cites,
        missing: None,
    })
}

/// The newest release of a table that has rows.
fn newest(catalogue: &Catalogue, (table, column): (Table, &'static str)) -> Option<Cite> {
    let of = catalogue.sources.iter();
    let of = of.filter(|s| s.table == table && s.rows > 0 && s.is_official());
    Some(cite(of.max_by_key(|s| (s.date, s.id))?.id, column))
}
