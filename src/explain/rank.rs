//! How large a project is beside the others of its comune: a sum alone says little.

use super::claim::Claim;
use super::comuni::is_own;
use super::facts::{Facts, cite};
use super::money::whole;
use crate::lang::w;
use crate::model::{Fund, Status};
use crate::text::number::integer;
use crate::title::at_comune;

/// Of fewer projects the citizen sees it in the list.
const LEAST: usize = 4;

/// "Dei 41 progetti che sono solo a Pisa, 6 hanno più soldi."
pub(super) fn claim(f: &Facts<'_>) -> Option<Claim> {
    let comune = f.only_comune()?;
    let brief = f
        .brief
        .filter(|own| own.is_only_in(comune.code) && own.status != Status::Withdrawn)?;
    let own = brief.total?;
    let (fund, _, source, column) = whole(f)?;
    if fund != Fund::Total || f.table(source).is_some_and(|table| !table.is_official()) {
        return None;
    }
    let others = f.catalogue.projects.iter();
    let (mut all, mut count, mut larger) = (0_usize, 0_usize, 0_usize);
    for other in others.filter(|b| is_own(b, comune.code) && b.status != Status::Withdrawn) {
        all += 1;
        count += usize::from(other.total.is_some());
        larger += usize::from(other.total > Some(own));
    }
    if count < LEAST {
        return None;
    }
    let word = match larger {
        0 => w::SAY_MUCH_LARGEST,
        1 => w::SAY_MUCH_ONE_LARGER,
        _ => w::SAY_MUCH_LARGER,
    };
    // The page of the comune counts them all.
    let known = match count == all {
        true => "",
        false => f.lang.say(w::SAY_MUCH_LARGER_KNOWN),
    };
    let values = [
        ("larger", integer(larger as i64, f.lang)),
        ("count", integer(count as i64, f.lang)),
        ("at", at_comune(&comune.name, f.lang)),
        ("known", known.to_owned()),
    ];
    let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
    Some(f.derived(word, &values, vec![cite(source, column)]))
}
