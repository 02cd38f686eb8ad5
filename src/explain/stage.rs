//! The facts that tell how far a project is, in sentences.

use super::body::Kind;
use super::called::with_name;
use super::claim::{Cite, Claim};
use super::contracts::contracts;
use super::facts::{Facts, cite};
use super::spoken::spoken;
use super::tender::AWARDED;
use super::wording::{by, day, in_month, the_percent};
use super::{funds, money, phases, state, targets, updates};
use crate::lang::w;
use crate::model::{
    AmountKind, Candidature, Cents, Fund, LabelKind, ProjectDateKind, Sign, SourceId, Stated, Status,
};
use crate::text::number::{euro, integer};

/// A school's name of more letters is said once.
const LONGEST_SCHOOL: usize = 40;

/// "Nell'elenco del 1º marzo 2023 il progetto non c'è più."
pub(super) fn unlisted(f: &Facts<'_>) -> Option<Claim> {
    let newer = state::dropped(f)?;
    let of = day(f.date_of(newer)?, f.lang).of();
    let cites = vec![cite(newer, LabelKind::Unlisted.column())];
    Some(f.derived(w::SAY_PROGRESS_UNLISTED, &[("of", &of)], cites))
}

/// The status and what tells it, then the other words that a table has for it.
pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    let told = state::signs(f).told();
    let sign = told.map(|(_, sign)| sign);
    let mut out = Vec::new();
    if sign == Some(Sign::Candidature) {
        out.extend(candidature(f));
        out.extend(renounced_before(f));
    }
    out.extend(stated(f));
    match sign {
        Some(Sign::End) => out.extend(dated(f, ProjectDateKind::EndActual)),
        Some(Sign::Start) => out.extend(dated(f, ProjectDateKind::StartActual)),
        Some(Sign::Payment) => out.extend(payments(f)),
        Some(Sign::Funding) => out.extend(funding(f)),
        _ => {}
    }
    out.extend(cup(f));
    out
}

/// *Stato Avanzamento Progetto*: in our words where we know its word, else as it stands there.
fn stated(f: &Facts<'_>) -> Option<Claim> {
    let label = f.project.label(LabelKind::Progress)?;
    let mut tested: Vec<Cite> = Vec::new();
    let word = match Stated::of(&label.value) {
        Some(Stated::Withdrawn) => w::SAY_PROGRESS_GONE,
        Some(Stated::Completed) => w::SAY_PROGRESS_DONE,
        Some(Stated::Waiting) => w::SAY_PROGRESS_WAITING,
        Some(Stated::Ongoing) if phases::is_tested(f) => {
            let nature = f.project.label(LabelKind::Nature);
            for kind in [LabelKind::Phase, LabelKind::PhaseStatus] {
                tested.extend(f.project.label(kind).map(|l| cite(l.source, kind.column())));
            }
            match nature.is_some_and(|nature| nature.value == "03") {
                true => w::SAY_PROGRESS_WORKS_TESTED,
                false => w::SAY_PROGRESS_TESTED,
            }
        }
        Some(Stated::Ongoing) => w::SAY_PROGRESS_ONGOING,
        None => w::SAY_PROGRESS_STATED,
    };
    let at = f.at_aged(f.date_of(label.source));
    let mut cites = vec![cite(label.source, LabelKind::Progress.column())];
    cites.extend(tested);
    let ongoing = word == w::SAY_PROGRESS_ONGOING;
    let claim = match phases::ongoing(f).filter(|_| ongoing) {
        Some((phase, of)) => {
            cites.extend(of);
            let values = [("at", at.as_str()), ("phase", &phase)];
            f.observed(w::SAY_PROGRESS_ONGOING_PHASE, &values, cites)
        }
        None => f.observed(word, &[("at", &at), ("state", &label.value)], cites),
    };
    Some(claim)
}

/// The share of the money that is paid, behind what a table says of a project that is under way or
/// has reached its end; nothing where there is no room.
pub(super) fn with_share(f: &Facts<'_>, mut state: Vec<Claim>) -> Vec<Claim> {
    let said = f
        .project
        .label(LabelKind::Progress)
        .and_then(|l| Stated::of(&l.value));
    let Some((share, source, cites)) =
        share_paid(f).filter(|_| said == Some(Stated::Ongoing) || state::is_reached(f))
    else {
        return state;
    };
    let at = by(&f.at_source(source), f.lang);
    let values = [("at", at.as_str()), ("share", share.as_str())];
    if let Some(first) = state.first_mut() {
        let paid = f.derived(w::SAY_PROGRESS_AND_PAID, &values, cites);
        let mut joined = f.join(first.clone(), w::SAY_PROGRESS_AND_PAID, &values, paid);
        *first = joined.swap_remove(0);
    }
    state
}

/// "il 24 per cento" of the funding, its payment's table, and the two cells.
fn share_paid(f: &Facts<'_>) -> Option<(String, SourceId, Vec<Cite>)> {
    let (fund, paid, source) = money::paid(f.project)?;
    let funding = f.project.amount(AmountKind::Funding, fund)?;
    let whole = money::base(f, fund, source)?;
    let share = the_percent(paid, whole, f.lang).filter(|_| paid < whole)?;
    let cites = vec![
        cite(source, funds::column(AmountKind::Payment, fund)),
        cite(funding.source, fund.column()),
    ];
    Some((share, source, cites))
}

/// PA digitale's three letters; of several requests, the last that has one.
fn candidature(f: &Facts<'_>) -> Option<Claim> {
    let c: &Candidature = f.project.candidatures.iter().rev().find(|c| c.status.is_some())?;
    let mut cites = vec![cite(c.source, "stato_candidatura")];
    let word = match (c.status?, c.status_date.is_some()) {
        ('E', true) => w::SAY_PROGRESS_PAID_OUT,
        ('E', false) => w::SAY_PROGRESS_PAID_OUT_UNDATED,
        ('R', true) => w::SAY_PROGRESS_RENOUNCED,
        ('R', false) => w::SAY_PROGRESS_RENOUNCED_UNDATED,
        ('A', _) => w::SAY_PROGRESS_ASSIGNED,
        _ => return None,
    };
    let on = c.status_date.map(|d| day(d, f.lang).on()).unwrap_or_default();
    if c.status_date.is_some() {
        cites.push(cite(c.source, "data_stato_candidatura"));
    }
    let at = f.at_aged(f.date_of(c.source));
    let body = f.lead().and_then(|(_, body, _)| spoken(&body.name));
    // The whole of a long name stands in "what" already.
    let body = body.map(|name| match Kind::of(&name) {
        Kind::School if name.chars().count() > LONGEST_SCHOOL => {
            f.lang.say(w::SAY_WHAT_THE_SCHOOL).to_owned()
        }
        _ => f.the(&name),
    });
    let body = body.unwrap_or_else(|| f.lang.say(w::SAY_WHAT_THIS_BODY).to_owned());
    let amount = the_amount(f, c.amount);
    let values = [
        ("on", on.as_str()),
        ("at", &at),
        ("body", &body),
        ("amount", &amount),
    ];
    // That the money has not come is what we make of the letter.
    Some(match c.status? {
        'A' => f.derived(word, &values, cites),
        _ => f.observed(word, &values, cites),
    })
}

/// "i 14.000 euro"; "i soldi" where no table says how many.
pub(super) fn the_amount(f: &Facts<'_>, amount: Option<Cents>) -> String {
    match amount.filter(|a| a.0 > 0) {
        Some(amount) => f
            .lang
            .fill(w::SAY_PROGRESS_THE_AMOUNT, &[("amount", &euro(amount.0, f.lang))]),
        None => f.lang.say(w::SAY_PROGRESS_THE_MONEY).to_owned(),
    }
}

/// A request that the body renounced before it came back in a later window.
fn renounced_before(f: &Facts<'_>) -> Option<Claim> {
    let (last, earlier) = f.project.candidatures.split_last()?;
    let gone = earlier.iter().rev().find(|c| c.status == Some('R'))?;
    if last.status == Some('R') || !last.is_later_window_of(gone) || updates::given_up(f).is_some() {
        return None;
    }
    let on = day(gone.status_date?, f.lang).on();
    let cites = vec![
        cite(gone.source, "stato_candidatura"),
        cite(gone.source, "data_stato_candidatura"),
    ];
    Some(f.observed(w::SAY_PROGRESS_RENOUNCED_BEFORE, &[("on", &on)], cites))
}

/// An actual end or start, where no table says the status itself.
fn dated(f: &Facts<'_>, kind: ProjectDateKind) -> Option<Claim> {
    let date = f.project.date(kind)?;
    let word = match kind {
        ProjectDateKind::EndActual => w::SAY_PROGRESS_ENDED,
        _ => w::SAY_PROGRESS_STARTED,
    };
    let on = day(date.value, f.lang).on();
    let cites = vec![cite(date.source, kind.column())];
    Some(f.derived(word, &[("on", &on)], cites))
}

/// Money that went out is a sign, and no more than a sign.
fn payments(f: &Facts<'_>) -> Option<Claim> {
    let (fund, paid, source) = money::paid(f.project)?;
    // "How much" has the age of that day.
    let at = f.at_source(source);
    let amount = euro(paid.0, f.lang);
    if let Some((share, _, cites)) = share_paid(f) {
        return Some(with_name(f, |project| {
            let values = [
                ("at", at.as_str()),
                ("share", &share),
                ("amount", &amount),
                ("project", project),
            ];
            f.derived(w::SAY_PROGRESS_SHARE_PAID, &values, cites.clone())
        }));
    }
    let word = match state::is_all_paid(f.project) {
        true => w::SAY_PROGRESS_ALL_PAID,
        false => w::SAY_PROGRESS_PAYMENTS,
    };
    let cites = vec![cite(source, funds::column(AmountKind::Payment, fund))];
    Some(f.derived(word, &[("at", &at), ("amount", &amount)], cites))
}

/// What is left to pay of a project that has reached all that it had to, where nothing but the payments
/// says that it is under way.
pub(super) fn left_to_pay(f: &Facts<'_>) -> Option<Claim> {
    state::signs(f)
        .told()
        .filter(|(_, sign)| *sign == Sign::Payment)?;
    targets::last_of_all(f)?;
    let (share, source, cites) = share_paid(f)?;
    let at = by(&f.at_source(source), f.lang);
    let values = [("at", at.as_str()), ("share", share.as_str())];
    Some(f.derived(w::SAY_PROGRESS_LEFT_TO_PAY, &values, cites))
}

/// That all is paid does not say that all is done; what is reached would.
pub(super) fn with_doubt(f: &Facts<'_>, paid: Claim) -> Vec<Claim> {
    let doubt = f.derived(w::SAY_PROGRESS_IF_ENDED, &[], paid.cites.clone());
    f.join(paid, w::SAY_PROGRESS_OR_NOT, &[], doubt)
}

/// Money that was assigned, and contracts that were given.
fn funding(f: &Facts<'_>) -> Option<Claim> {
    let (source, column) = money::funded(f)?;
    let mut amount = money::whole(f).map_or_else(String::new, |(_, amount, _, _)| euro(amount.0, f.lang));
    let copied = f.table(source).is_some_and(|table| !table.is_official());
    let contracts = contracts(f);
    let given: Vec<SourceId> = contracts.iter().filter_map(|c| c.given()).collect();
    let mut cites = vec![cite(source, column)];
    // What the copy calls the cost is not all given by the plan.
    if copied && let Some(plan) = f.project.amount(AmountKind::Funding, Fund::Pnrr) {
        let given = euro(plan.value.0, f.lang);
        if given != amount && plan.value.0 > 0 {
            // Of a measure that has left the plan "how much" says that this was then.
            amount = match f.has_left() {
                Some(_) => given,
                None => f.lang.fill(w::LINE_PNRR, &[("amount", &given)]),
            };
            cites.push(cite(
                plan.source,
                f.amount_column(plan.source, AmountKind::Funding, Fund::Pnrr),
            ));
        }
    }
    cites.extend(given.iter().map(|s| cite(*s, AWARDED)));
    let newest = given.iter().chain([&source]).filter_map(|s| f.date_of(*s)).max();
    let at = match newest {
        // "How much" says that it is a copy, and of when.
        newest if copied && newest.is_none_or(|day| day.year() == 2023 && day.month() <= 3) => {
            f.lang.say(w::SAY_PROGRESS_COPY_AT).to_owned()
        }
        newest => f.at_aged(newest),
    };
    let count = integer(given.len() as i64, f.lang);
    let word = match given.len() {
        0 if !contracts.is_empty() => w::SAY_PROGRESS_ONLY_FUNDED,
        0 => w::SAY_PROGRESS_FUNDED,
        1 => w::SAY_PROGRESS_FUNDED_AND_GIVEN,
        _ => w::SAY_PROGRESS_FUNDED_AND_MANY_GIVEN,
    };
    Some(with_name(f, |project| {
        let values = [
            ("at", at.as_str()),
            ("count", &count),
            ("amount", &amount),
            ("project", project),
        ];
        f.derived(word, &values, cites.clone())
    }))
}

/// "A luglio 2021 un contratto era già affidato: il resto non si sa.": all that is known.
pub(super) fn given(f: &Facts<'_>) -> Option<Claim> {
    let contracts = contracts(f);
    let given: Vec<SourceId> = contracts.iter().filter_map(|c| c.given()).collect();
    let last = contracts.iter().filter_map(|c| Some(c.awarded()?.0)).max();
    let newest = given.iter().max_by_key(|source| f.date_of(**source))?;
    let at = last
        .and_then(|last| in_month(last.month(), last.year(), f.lang))
        .unwrap_or_else(|| f.at_source(*newest));
    let word = match given.len() {
        0 => return None,
        1 => w::SAY_PROGRESS_GIVEN,
        _ => w::SAY_PROGRESS_MANY_GIVEN,
    };
    let count = integer(given.len() as i64, f.lang);
    let cites = given.iter().map(|s| cite(*s, AWARDED)).collect();
    Some(f.derived(word, &[("at", &at), ("count", &count)], cites))
}

/// *Stato CUP*: a closed or revoked code says something; an active one nothing.
fn cup(f: &Facts<'_>) -> Option<Claim> {
    let label = f.project.label(LabelKind::CupStatus)?;
    let stated = Stated::of(&label.value)?;
    // The same twice tells nothing.
    let progress = f.project.label(LabelKind::Progress);
    if progress.is_some_and(|l| Stated::of(&l.value) == Some(stated)) {
        return None;
    }
    let word = match stated {
        // The code of what was given up is closed, too: nothing was finished.
        Stated::Completed if state::status(f) == Status::Withdrawn => return None,
        Stated::Completed => w::SAY_PROGRESS_CUP_CLOSED,
        Stated::Withdrawn => w::SAY_PROGRESS_CUP_REVOKED,
        Stated::Waiting | Stated::Ongoing => return None,
    };
    let at = f.at_aged(f.date_of(label.source));
    let cites = vec![cite(label.source, LabelKind::CupStatus.column())];
    Some(f.observed(word, &[("at", &at)], cites))
}
