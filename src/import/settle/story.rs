//! The candidatures of a project as one story. A key (body and call) returns in later releases,
//! where the newest tells how it stands, and in later windows of its call, where the last is the
//! truth and those before it are history: renounced in one, funded again in the next.

use super::newest::note;
use crate::model::{AmountKind, Candidature, Cents, Disagreement, Fund, Observed};
use std::collections::BTreeMap;

/// A body and its call.
type Key = (String, Option<String>);

/// The candidatures by body and call, and of these by window; the last one of all says how the
/// project stands.
pub(crate) fn story(
    said: impl IntoIterator<Item = Candidature>,
    notes: &mut Vec<Disagreement>,
) -> Vec<Candidature> {
    let mut stories: BTreeMap<Key, BTreeMap<Option<u32>, Vec<Candidature>>> = BTreeMap::new();
    for one in said {
        let key = (one.ipa.clone(), one.call.as_ref().map(|c| c.id.clone()));
        let windows = stories.entry(key).or_default();
        windows.entry(one.window).or_default().push(one);
    }
    let mut told = |windows: BTreeMap<Option<u32>, Vec<Candidature>>| -> Vec<Candidature> {
        let windows = windows.into_values();
        windows.flat_map(|said| of_window(said, notes)).collect()
    };
    let mut stories: Vec<Vec<Candidature>> = stories.into_values().map(&mut told).collect();
    stories.sort_by_key(|story| story.last().map(|c| (c.funded, c.status_date)));
    stories.into_iter().flatten().collect()
}

/// What the newest release says of a window; decrees of different days are steps of the story.
fn of_window(mut said: Vec<Candidature>, notes: &mut Vec<Disagreement>) -> Vec<Candidature> {
    let newest = said.iter().map(|c| c.source).max();
    said.sort_by_key(|c| (c.source, c.funded, c.status_date));
    let (older, kept): (Vec<Candidature>, Vec<Candidature>) =
        said.into_iter().partition(|c| Some(c.source) != newest);
    let mut out: Vec<Candidature> = Vec::new();
    for one in kept {
        match out.last_mut().filter(|last| last.funded == one.funded) {
            // Two rows of one decree in one release: the later state stands.
            Some(last) => {
                differing_amounts(&one, std::slice::from_ref(last), notes);
                *last = one;
            }
            None => out.push(one),
        }
    }
    if let [only] = out.as_slice() {
        differing_amounts(only, &older, notes);
    }
    out
}

fn differing_amounts(kept: &Candidature, others: &[Candidature], notes: &mut Vec<Disagreement>) {
    let Some(amount) = kept.amount else { return };
    let mut told: Vec<Cents> = Vec::new();
    for (other, source) in others.iter().filter_map(|o| Some((o.amount?, o.source))) {
        if other != amount && !told.contains(&other) {
            told.push(other);
            note(
                notes,
                "candidature.amount",
                (&amount, kept.source),
                vec![(other, source)],
            );
        }
    }
}

/// Where the tables of projects still have the money of an application that was given up, that of the
/// newer one is the project's.
pub(crate) fn of_the_living(
    amounts: &mut [(AmountKind, Fund, Observed<Cents>)],
    candidatures: &[Candidature],
) {
    let Some((last, earlier)) = candidatures.split_last() else {
        return;
    };
    let (Some(value), Some('A' | 'E')) = (last.amount.filter(|a| a.0 > 0), last.status) else {
        return;
    };
    let given_up = |amount: Cents| {
        let mut gone = earlier.iter().filter(|c| c.status == Some('R'));
        amount != value && gone.any(|c| c.amount == Some(amount))
    };
    let source = last.source;
    for (kind, _, amount) in amounts {
        if *kind == AmountKind::Funding && amount.source < source && given_up(amount.value) {
            *amount = Observed { value, source };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::sources::{Origin, Release};
    use crate::model::{SourceId, Table};
    use jiff::civil::{Date, date};

    fn one(window: u32, funded: Date, status: char, source: SourceId) -> Candidature {
        Candidature {
            ipa: "c_x".into(),
            call: None,
            window: Some(window),
            amount: Some(Cents(100)),
            sent: None,
            funded: Some(funded),
            status: Some(status),
            status_date: None,
            source,
        }
    }

    fn sources() -> [SourceId; 2] {
        [2023, 2026].map(|year| {
            let origin = Origin {
                date: Some(date(year, 1, 1)),
                release: Release::Current,
                table: Table::Candidatures,
            };
            origin.id()
        })
    }

    fn told(said: Vec<Candidature>) -> (String, usize) {
        let mut notes = Vec::new();
        let story = story(said, &mut notes);
        (story.iter().filter_map(|c| c.status).collect(), notes.len())
    }

    #[test]
    fn the_last_window_is_the_truth_and_the_newest_release_tells_it() {
        let [old, new] = sources();
        let (first, second) = (date(2022, 5, 1), date(2025, 2, 1));
        let said = vec![
            one(4, second, 'E', new),
            one(1, first, 'R', new),
            one(1, first, 'A', old),
        ];
        assert_eq!(told(said), ("RE".into(), 0));
    }

    #[test]
    fn a_window_that_newer_releases_lack_stays() {
        let [old, new] = sources();
        let said = vec![
            one(3, date(2023, 6, 1), 'A', new),
            one(1, date(2023, 1, 1), 'R', old),
        ];
        assert_eq!(told(said), ("RA".into(), 0));
    }

    #[test]
    fn rows_that_differ_in_an_amount_disagree() {
        let [old, new] = sources();
        let day = date(2022, 5, 1);
        let more = Candidature {
            amount: Some(Cents(200)),
            ..one(1, day, 'A', new)
        };
        let of = |other| told(vec![more.clone(), other]);
        assert_eq!(of(one(1, day, 'A', new)), ("A".into(), 1));
        assert_eq!(of(one(1, day, 'A', old)), ("A".into(), 1));
        // Two decrees of one window are two steps, each with its amount.
        assert_eq!(of(one(1, date(2021, 5, 1), 'R', new)), ("RA".into(), 0));
    }

    #[test]
    fn the_money_of_an_application_that_was_given_up_is_not_the_projects() {
        let [old, new] = sources();
        let kept = |status, at: SourceId| {
            let given_up = one(1, date(2022, 5, 1), 'R', new);
            let again = Candidature {
                amount: Some(Cents(80)),
                ..one(2, date(2023, 2, 1), status, new)
            };
            let amount = |value| Observed {
                value: Cents(value),
                source: at,
            };
            let mut amounts = [
                (AmountKind::Funding, Fund::Total, amount(100)),
                (AmountKind::Payment, Fund::Total, amount(100)),
                (AmountKind::Funding, Fund::Comune, amount(7)),
            ];
            of_the_living(&mut amounts, &[given_up, again]);
            amounts.map(|(_, _, a)| a.value.0)
        };
        assert_eq!(kept('A', old), [80, 100, 7]);
        assert_eq!(kept('E', old), [80, 100, 7]);
        assert_eq!(kept('R', old), [100, 100, 7]);
        // A newer table knows of the new application.
        assert_eq!(kept('A', SourceId(new.0 + 1)), [100, 100, 7]);
    }
}
