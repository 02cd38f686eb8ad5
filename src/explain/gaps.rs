//! What the tables at hand do not say of a project: said once, together, with the day of the
//! archive; and asked for at the desk.

use super::called::{by_thing, called};
use super::claim::{Cite, Claim, Missing};
use super::facts::{Facts, cite};
use super::money;
use super::state;
use super::targets;
use super::wording::day;
use super::{Evidence, funds};
use crate::lang::{Lang, Word, w};
use crate::model::{AmountKind, FactKind, Fund, LabelKind, ProjectDateKind, SourceId, Status};
use crate::text::grammar::list;
use jiff::civil::Date;

/// One of the things that a citizen asks first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Doer,
    Cost,
    Paid,
    End,
    State,
}

const ALL: [Kind; 5] = [Kind::Doer, Kind::Cost, Kind::Paid, Kind::End, Kind::State];

impl Kind {
    /// Behind "potete chiedere": "quanto costa".
    fn thing(self, f: &Facts<'_>) -> Word {
        match self {
            Kind::Doer => w::SAY_GAP_DOER,
            Kind::Cost => w::SAY_GAP_COST,
            Kind::Paid => w::SAY_GAP_PAID,
            Kind::End if state::status(f) == Status::Completed => w::SAY_GAP_ENDED,
            Kind::End => w::SAY_GAP_END,
            Kind::State => w::SAY_GAP_STATE,
        }
    }

    fn is_open(self, f: &Facts<'_>) -> bool {
        match self {
            // Who has the money of a grant does with it what it is for.
            Kind::Doer => f.lead().is_none() && f.project.fact(FactKind::Beneficiary).is_none(),
            Kind::Cost => money::whole(f).is_none(),
            // Who does not know what a thing costs asks that first.
            Kind::Paid => {
                let paid = |fund: &Fund| f.project.amount(AmountKind::Payment, *fund).is_some();
                !Kind::Cost.is_open(f)
                    && state::status(f) != Status::Withdrawn
                    && !state::is_paid_out(f)
                    // "How far" says that the money has not come.
                    && !state::is_assigned(f)
                    && ![Fund::Total, Fund::Pnrr, Fund::Pnc].iter().any(paid)
            }
            Kind::End => {
                state::status(f) != Status::Withdrawn
                    && !state::is_paid_out(f)
                    && targets::reached(f).is_none()
                    && f.project.date(ProjectDateKind::EndActual).is_none()
                    && f.project.date(ProjectDateKind::EndPlanned).is_none()
            }
            Kind::State => {
                state::status(f) == Status::Unknown && f.project.label(LabelKind::Progress).is_none()
            }
        }
    }

    /// Whether what cannot be read would be a date.
    fn is_date(self) -> bool {
        self == Kind::End
    }

    /// The fields that would say it, and their columns.
    fn fields(self) -> Vec<(String, &'static str)> {
        let of = |kind: AmountKind, fund: Fund| {
            let field = format!("{}.{}", kind.code(), fund.code());
            (field, funds::column(kind, fund))
        };
        let funds = [Fund::Total, Fund::Pnrr, Fund::Pnc];
        match self {
            Kind::Doer | Kind::State => Vec::new(),
            Kind::Cost => {
                let candidature = ("candidature.amount".to_owned(), "importo_finanziamento");
                let all = funds.map(|fund| of(AmountKind::Funding, fund)).into_iter();
                all.chain([candidature]).collect()
            }
            Kind::Paid => funds.map(|fund| of(AmountKind::Payment, fund)).into(),
            Kind::End => [ProjectDateKind::EndPlanned, ProjectDateKind::EndActual]
                .map(|kind| (format!("date.{}", kind.code()), kind.column()))
                .into(),
        }
    }

    /// The columns that would say it.
    pub fn columns(self) -> Vec<&'static str> {
        match self {
            Kind::Doer => vec!["Soggetto Attuatore"],
            Kind::Cost => vec![
                Fund::Total.column(),
                Fund::Pnrr.column(),
                Fund::Pnc.column(),
                "importo_finanziamento",
            ],
            Kind::Paid => vec![
                funds::column(AmountKind::Payment, Fund::Total),
                funds::column(AmountKind::Payment, Fund::Pnrr),
            ],
            Kind::End => vec![
                ProjectDateKind::EndPlanned.column(),
                ProjectDateKind::EndActual.column(),
            ],
            Kind::State => vec![
                LabelKind::Progress.column(),
                LabelKind::Phase.column(),
                "stato_candidatura",
            ],
        }
    }
}

/// The field, its source and its column, where the answer stands in a cell that cannot be read.
fn unread(f: &Facts<'_>, kind: Kind) -> Option<(SourceId, &'static str)> {
    let fields = kind.fields();
    f.project.unread.iter().find_map(|u| {
        let (_, column) = fields.iter().find(|(field, _)| *field == u.field)?;
        Some((u.source, *column))
    })
}

/// Whether a field that cannot be read is told where its answer is missing.
pub(super) fn tells(f: &Facts<'_>, field: &str) -> bool {
    let has = |kind: &Kind| kind.fields().iter().any(|(of, _)| of == field);
    ALL.into_iter().any(|kind| has(&kind) && kind.is_open(f))
}

/// Why it is missing: a cell that cannot be read, an empty one of a table that lists the project,
/// or no such table.
struct Why {
    which: Missing,
    cite: Option<Cite>,
    date: Option<Date>,
}

fn why(f: &Facts<'_>, kind: Kind) -> Why {
    if let Some((source, column)) = unread(f, kind) {
        return Why {
            which: Missing::Unread,
            cite: Some(cite(source, column)),
            date: f.catalogue.source(source).and_then(|s| s.date),
        };
    }
    let columns = kind.columns();
    let held = f.seen.iter().find_map(|source| {
        let column = columns.iter().find(|c| source.has_column(c))?;
        Some((*source, *column))
    });
    match held {
        Some((source, column)) => Why {
            which: Missing::NotPublished,
            cite: Some(Cite {
                source: source.id,
                column,
            }),
            date: source.date,
        },
        None => Why {
            which: Missing::NotInArchive,
            cite: None,
            date: f.newest(),
        },
    }
}

/// "Non si sa quanto costa.": the whole of an answer that has nothing else.
pub(super) fn alone(f: &Facts<'_>, kind: Kind) -> Claim {
    let why = why(f, kind);
    let thing = f.lang.say(kind.thing(f));
    let word = match (why.which, kind) {
        (Missing::Unread, _) if kind.is_date() => w::SAY_GAP_ALONE_DATE,
        (Missing::Unread, _) => w::SAY_GAP_ALONE_VALUE,
        (_, Kind::End) if state::status(f) == Status::Completed => w::SAY_GAP_ALONE_ENDED,
        (_, Kind::End) => w::SAY_GAP_ALONE_END,
        (_, Kind::Doer) if is_of_a_school(f) => w::SAY_GAP_ALONE_SCHOOL,
        // Beside those who have a contract.
        (_, Kind::Doer) if !f.project.tenders.is_empty() => w::SAY_GAP_ALONE_BODY,
        (_, Kind::Doer) => w::SAY_GAP_ALONE_DOER,
        (_, Kind::Cost) => w::SAY_GAP_ALONE_COST,
        _ => w::SAY_GAP_ALONE,
    };
    let cites = why.cite.into_iter().collect();
    // Once is enough to call the project by its name.
    let project = match kind {
        Kind::End if f.lang == Lang::It => by_thing(f).unwrap_or_else(|| called(f)),
        Kind::End => called(f),
        _ => f.lang.say(w::SAY_CALLED_ALONE).to_owned(),
    };
    let values = [("thing", thing), ("project", project.as_str())];
    Claim {
        missing: Some(why.which),
        ..f.claim(Evidence::Missing, word, &values, cites)
    }
}

/// Measures whose money schools have, of which no table says which.
const OF_SCHOOLS: &[&str] = &["M4C1I3.02", "M4C1I2.01", "M4C1I3.01", "M4C1I1.04"];

pub(super) fn is_of_a_school(f: &Facts<'_>) -> bool {
    f.is_of_measure(OF_SCHOOLS)
}

/// All that is missing of a project, and why.
pub(super) fn all(f: &Facts<'_>) -> Vec<(Kind, Missing)> {
    let open = ALL.into_iter().filter(|kind| kind.is_open(f));
    open.map(|kind| (kind, why(f, kind).which)).collect()
}

/// Whether no table says it.
pub(super) fn is_open(f: &Facts<'_>, kind: Kind) -> bool {
    kind.is_open(f)
}

/// What the archive does not say: "quando finisce".
pub(super) fn open(f: &Facts<'_>) -> Vec<Word> {
    let open = ALL.into_iter().filter(|kind| kind.is_open(f));
    open.map(|kind| kind.thing(f)).collect()
}

/// What to ask because nothing says it, and why nothing does.
pub(super) struct Reason {
    which: Missing,
    /// "quando finisce", "quanto è pagato".
    things: Vec<&'static str>,
    is_date: bool,
    cites: Vec<Cite>,
    date: Option<Date>,
}

impl Reason {
    /// "Chiedete quando finisce: non è pubblicato al 13 giugno 2026", at the desk that is given and
    /// with the code to show.
    pub fn claim(&self, f: &Facts<'_>, desk: &str, code: &str) -> Claim {
        let word = match self.which {
            Missing::Unread if self.is_date => w::SAY_GAP_UNREAD_DATE,
            Missing::Unread => w::SAY_GAP_UNREAD,
            Missing::NotPublished => w::SAY_GAP_UNPUBLISHED,
            Missing::NotInArchive => match state::dropped(f) {
                Some(newer) => return self.of_a_dropped(f, newer, desk, code),
                None => w::SAY_GAP_ABSENT,
            },
        };
        let things = list(&self.things, f.lang);
        let tell = |at: String| {
            let values = [("desk", desk), ("things", &things), ("code", code), ("at", &at)];
            f.claim(Evidence::Missing, word, &values, self.cites.clone())
        };
        let aged = tell(f.at_aged(self.date));
        let claim = match f.fits(&aged.text) {
            true => aged,
            false => tell(f.at(self.date)),
        };
        Claim {
            missing: Some(self.which),
            ..claim
        }
    }
}

impl Reason {
    /// Of a project that a newer list has no more: whether it goes on, and as much of the rest as
    /// finds room.
    fn of_a_dropped(&self, f: &Facts<'_>, newer: SourceId, desk: &str, code: &str) -> Claim {
        let of = f
            .date_of(newer)
            .map(|date| day(date, f.lang).of())
            .unwrap_or_default();
        let tell = |some: &[&str]| {
            let all: Vec<&str> = std::iter::once(f.lang.say(w::SAY_GAP_STILL))
                .chain(some.iter().copied())
                .collect();
            let values = [
                ("desk", desk),
                ("things", &list(&all, f.lang)),
                ("code", code),
                ("of", &of),
            ];
            let cites = vec![cite(newer, LabelKind::Unlisted.column())];
            f.claim(Evidence::Missing, w::SAY_GAP_UNLISTED, &values, cites)
        };
        let mut ways = (0..=self.things.len())
            .rev()
            .filter_map(|n| Some(tell(self.things.get(..n)?)));
        let claim = ways
            .find(|claim| f.fits(&claim.text))
            .unwrap_or_else(|| tell(&[]));
        Claim {
            missing: Some(self.which),
            ..claim
        }
    }
}

/// What to ask at the desk: once for what is not published and once for what is not here.
pub(super) fn reasons(f: &Facts<'_>) -> Vec<Reason> {
    of_kinds(f, &ALL)
}

/// The same without one of them.
pub(super) fn reasons_beside(f: &Facts<'_>, told: Kind) -> Vec<Reason> {
    let kinds: Vec<Kind> = ALL.into_iter().filter(|kind| *kind != told).collect();
    of_kinds(f, &kinds)
}

fn of_kinds(f: &Facts<'_>, kinds: &[Kind]) -> Vec<Reason> {
    let open: Vec<(Kind, Why)> = kinds
        .iter()
        .copied()
        .filter(|kind| kind.is_open(f))
        .map(|kind| (kind, why(f, kind)))
        .collect();
    [Missing::Unread, Missing::NotPublished, Missing::NotInArchive]
        .into_iter()
        .filter_map(|which| {
            let of: Vec<&(Kind, Why)> = open.iter().filter(|(_, why)| why.which == which).collect();
            let things: Vec<&str> = of.iter().map(|(kind, _)| f.lang.say(kind.thing(f))).collect();
            let mut cites: Vec<Cite> = of.iter().filter_map(|(_, why)| why.cite.clone()).collect();
            cites.dedup();
            Some(Reason {
                which,
                things,
                is_date: of.iter().all(|(kind, _)| kind.is_date()),
                cites,
                date: of.iter().map(|(_, why)| why.date).max()?,
            })
        })
        .collect()
}
