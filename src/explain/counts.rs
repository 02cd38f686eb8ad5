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
                w::SAY_MANY_OF_PAID_OUT,
            ),
            (
                self.stated,
                progress,
                w::SAY_MANY_STATED,
                w::SAY_MANY_ONE_STATED,
                w::SAY_MANY_OF_STATED,
            ),
            (
                self.ended,
                ended,
                w::SAY_MANY_ENDED,
                w::SAY_MANY_ONE_ENDED,
                w::SAY_MANY_OF_ENDED,
            ),
            (
                self.reached,
                reached,
                w::SAY_MANY_REACHED,
                w::SAY_MANY_ONE_REACHED,
                w::SAY_MANY_OF_REACHED,
            ),
            (
                self.closed,
                closed,
                w::SAY_MANY_CLOSED,
                w::SAY_MANY_ONE_CLOSED,
                w::SAY_MANY_OF_CLOSED,
            ),
        ];
        let told = kinds.into_iter().filter(|(n, ..)| *n > 0);
        let told: Vec<_> = told.collect();
        let mut out = Vec::new();
        let several = told.len() > 1;
        if several {
            let tables: Vec<_> = told.iter().map(|(_, at, ..)| *at).collect();
            let word = w::SAY_MANY_FINISHED;
            out.extend(say(
                self.finished(),
                word,
                word,
                releases(catalogue, &tables),
                lang,
            ));
        }
        for (n, at, many, one, of_them) in told {
            let cites = releases(catalogue, &[at]);
            out.extend(match several {
                true => Some(say_of_them(n, of_them, cites, lang)),
                false => say(n, many, one, cites, lang),
            });
        }
        let all = self.all();
        let for_all = |n: usize, many: Word, for_all: Word| if n == all { for_all } else { many };
        let others = [
            (
                self.ongoing,
                for_all(self.ongoing, w::SAY_MANY_ONGOING, w::SAY_MANY_ALL_ONGOING),
                w::SAY_MANY_ONE_ONGOING,
                releases(catalogue, &[progress, payments]),
            ),
            (
                self.paid,
                w::SAY_MANY_PAID,
                w::SAY_MANY_ONE_PAID,
                releases(catalogue, &[payments]),
            ),
            (
                self.funded,
                for_all(self.funded, w::SAY_MANY_FUNDED, w::SAY_MANY_ALL_FUNDED),
                w::SAY_MANY_ONE_FUNDED,
                releases(catalogue, &[funding, paid_out]),
            ),
            (
                self.withdrawn,
                w::SAY_MANY_WITHDRAWN,
                w::SAY_MANY_ONE_WITHDRAWN,
                releases(catalogue, &[progress, closed, paid_out]),
            ),
            (
                self.unknown,
                for_all(self.unknown, w::SAY_COMUNE_UNKNOWN, w::SAY_COMUNE_ALL_UNKNOWN),
                w::SAY_COMUNE_ONE_UNKNOWN,
                releases(catalogue, &[progress, paid_out]),
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
    let (many, one) = match (share.without_amount == share.projects, share.copied) {
        (true, 0) => (w::SAY_COMUNE_NO_AMOUNTS, w::SAY_COMUNE_NO_AMOUNTS),
        (true, _) => (w::SAY_COMUNE_NO_AMOUNT_KNOWN, w::SAY_COMUNE_ONE_WITHOUT_AMOUNT),
        (false, _) => (w::SAY_COMUNE_WITHOUT_AMOUNT, w::SAY_COMUNE_ONE_WITHOUT_AMOUNT),
    };
    let unknown = say(share.without_amount, many, one, listed, lang);
    let copied = match (share.copied, share.copied == share.without_amount) {
        (0, _) => return unknown.into_iter().collect(),
        (1, true) => w::SAY_MANY_ONLY_COPIED,
        (1, false) => w::SAY_MANY_ONE_COPIED,
        (_, true) => w::SAY_MANY_ALL_COPIED,
        (_, false) => w::SAY_MANY_COPIED,
    };
    let (count, said) = (count(share.copied, lang), amount(share.copied_total, lang));
    // Without a sum there is none to be left out of.
    let apart = match share.total.0 {
        0 => "",
        _ => lang.say(w::SAY_MANY_APART),
    };
    let of = catalogue
        .sources
        .iter()
        .find(|s| s.table == Table::OpenPnrrToscana);
    let cites = of.map(|s| cite(s.id, "importo_progetto")).into_iter().collect();
    let copied = derived(
        lang.fill(copied, &[("count", &count), ("amount", &said), ("apart", apart)]),
        cites,
    );
    unknown.into_iter().chain([copied]).collect()
}

/// What of the sum was for projects that were withdrawn.
pub(super) fn withdrawn_part(share: &Share, cites: Vec<Cite>, lang: Lang) -> Option<Claim> {
    if share.withdrawn_total.0 <= 0 {
        return None;
    }
    let word = match share.withdrawn {
        1 => w::SAY_COMUNE_ONE_WITHDRAWN,
        _ => w::SAY_COMUNE_WITHDRAWN,
    };
    let (count, said) = (count(share.withdrawn, lang), amount(share.withdrawn_total, lang));
    let text = lang.fill(word, &[("count", &count), ("amount", &said)]);
    Some(derived(text, cites))
}

fn say(n: usize, many: Word, one: Word, cites: Vec<Cite>, lang: Lang) -> Option<Claim> {
    let word = match n {
        0 => return None,
        1 => one,
        _ => many,
    };
    Some(derived(lang.fill(word, &[("count", &count(n, lang))]), cites))
}

/// Some of those that the sentence before has counted.
fn say_of_them(n: usize, word: Word, cites: Vec<Cite>, lang: Lang) -> Claim {
    let count = match n {
        1 => lang.say(w::SAY_MANY_ONE_OF).to_owned(),
        _ => count(n, lang),
    };
    derived(lang.fill(word, &[("count", &count)]), cites)
}

fn derived(text: String, cites: Vec<Cite>) -> Claim {
    Claim {
        text: finish(text),
        evidence: Evidence::Derived,
        cites,
        missing: None,
    }
}

/// Of each of the given columns the newest release, and the one that tells most projects where
/// that is another one: the newest can be a small one, and then the figures are not from it.
pub(super) fn releases(catalogue: &Catalogue, columns: &[(Table, &'static str)]) -> Vec<Cite> {
    let mut out = Vec::new();
    for (table, column) in columns {
        let of = || {
            let of = catalogue.sources.iter();
            of.filter(|s| s.table == *table && s.rows > 0 && s.is_official() && s.has_column(column))
        };
        let newest = of().max_by_key(|s| (s.date, s.id));
        let fullest = of().max_by_key(|s| (s.rows, s.date, s.id));
        let fullest = fullest.filter(|f| newest.is_none_or(|n| n.rows < f.rows));
        out.extend(newest.into_iter().chain(fullest).map(|s| cite(s.id, column)));
    }
    out
}
