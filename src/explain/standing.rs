//! A project in one line: amount, share paid, status and its day. What is not known is left out;
//! where nothing is known the line says so. A list says amount and status in the same order.

use super::facts::Facts;
use super::money::{self, whole};
use super::state::{self, Since};
use super::wording::{day, the_percent};
use crate::lang::{Lang, Word, w};
use crate::model::{AmountKind, Brief, Cents, Fund, Sign, Status};
use crate::text::number::{euro_sign, euro_words};

/// How far a project is, in a word or two.
pub fn status_word(status: Status) -> Word {
    match status {
        Status::Completed => w::TUI_STATUS_COMPLETED,
        Status::Ongoing => w::TUI_STATUS_ONGOING,
        Status::Paid => w::TUI_STATUS_PAID,
        Status::Funded => w::TUI_STATUS_FUNDED,
        Status::Withdrawn => w::TUI_STATUS_WITHDRAWN,
        Status::Unknown => w::TUI_STATUS_UNKNOWN,
    }
}

/// What a list says of a project, amount and status first: "2 mln €", "in corso".
pub fn in_list(brief: &Brief, lang: Lang) -> Vec<String> {
    of_brief(brief, lang, euro_sign, w::LINE_COPIED_SHORT)
}

/// The same in whole words, for those who hear it: "circa 2 milioni di euro", "in corso".
pub fn in_words(brief: &Brief, lang: Lang) -> Vec<String> {
    of_brief(brief, lang, euro_words, w::LINE_COPIED)
}

fn of_brief(brief: &Brief, lang: Lang, money: fn(i64, Lang) -> String, copied: Word) -> Vec<String> {
    let total = brief.total.map(|total| money(total.0, lang));
    let from_copy = || Some(lang.fill(copied, &[("amount", &money(brief.copied?.0, lang))]));
    let status = status(brief.status, brief.sign, lang);
    said(total.or_else(from_copy).into_iter().chain(status).collect(), lang)
}

/// What is there or works has no end for that: "pronto".
fn status(status: Status, sign: Option<Sign>, lang: Lang) -> Option<String> {
    let word = match (status, sign) {
        (Status::Completed, Some(Sign::Reached)) => w::LINE_READY,
        _ => status_word(status),
    };
    (status != Status::Unknown).then(|| lang.say(word).to_owned())
}

fn said(told: Vec<String>, lang: Lang) -> Vec<String> {
    match told.is_empty() {
        true => vec![lang.say(w::LINE_NOTHING).to_owned()],
        false => told,
    }
}

/// The line under the title of a project's page, piece by piece.
pub(super) fn line(f: &Facts<'_>) -> Vec<String> {
    // A status of "all paid" says what is paid.
    let paid = paid(f)
        .filter(|_| state::status(f) != Status::Paid)
        .map(|paid| dated(f, paid));
    let pieces = [funded(f), paid, how_far(f), unlisted(f)];
    said(pieces.into_iter().flatten().collect(), f.lang)
}

fn funded(f: &Facts<'_>) -> Option<String> {
    let (fund, cents, source, _) = whole(f)?;
    let amount = euro_words(cents.0, f.lang);
    let copied = f.table(source).is_some_and(|table| !table.is_official());
    let word = match (copied, fund) {
        (true, _) => w::LINE_COPIED,
        (false, Fund::Pnc) => w::LINE_PNC,
        (false, Fund::Total) => return Some(amount),
        (false, _) => w::LINE_PNRR,
    };
    Some(f.lang.fill(word, &[("amount", &amount)]))
}

/// The share of the funding that is paid, where both are of one fund and it is one; else what is
/// paid.
fn paid(f: &Facts<'_>) -> Option<String> {
    let paid = f.project.amount(AmountKind::Payment, Fund::Total)?;
    let (funding, payment) = (money::base(f, Fund::Total, paid.source), paid.value);
    match payment.0 {
        ..0 => return None,
        0 => return Some(f.lang.say(w::LINE_UNPAID).to_owned()),
        _ => {}
    }
    let whole = funding.filter(|whole| *whole >= payment && *whole > Cents::ZERO);
    if whole == Some(payment) {
        return Some(f.lang.say(w::LINE_PAID_ALL).to_owned());
    }
    let share = whole.and_then(|whole| the_percent(payment, whole, f.lang));
    Some(match share {
        Some(share) => f.lang.fill(w::LINE_PAID, &[("share", &share)]),
        None => f
            .lang
            .fill(w::LINE_PAID_SOME, &[("amount", &euro_words(payment.0, f.lang))]),
    })
}

/// The share with the day of its table, where the status is of another day.
fn dated(f: &Facts<'_>, paid: String) -> String {
    let of = |since: Since| match since {
        Since::On(day) => Some(day),
        Since::In(_) => None,
        Since::Seen(day) => day,
    };
    let status = state::since(f).and_then(|(.., since)| of(since));
    let source = f
        .project
        .amount(AmountKind::Payment, Fund::Total)
        .map(|a| a.source);
    match source.and_then(|source| f.date_of(source)) {
        Some(seen) if Some(seen) != status => format!("{paid} {}", day(seen, f.lang).as_of()),
        _ => paid,
    }
}

/// "Non più in elenco al 1º marzo 2023."
fn unlisted(f: &Facts<'_>) -> Option<String> {
    let at = day(f.date_of(state::dropped(f)?)?, f.lang).as_of();
    Some(f.lang.fill(w::LINE_UNLISTED, &[("at", &at)]))
}

/// The status and the day on which it came about, else the day of the table that says it.
fn how_far(f: &Facts<'_>) -> Option<String> {
    let (of, sign, since) = state::since(f)?;
    let status = status(of, Some(sign), f.lang)?;
    Some(match since {
        Since::On(day_of) => format!("{status} {}", day(day_of, f.lang).on()),
        Since::In(month) => format!("{status} {month}"),
        Since::Seen(Some(seen)) => format!("{status} {}", day(seen, f.lang).as_of()),
        Since::Seen(None) => status,
    })
}
