//! Winners who have no name here, in our words: persons, companies under the names of their
//! partners, and those whose name no table gives.

use super::claim::Cite;
use super::facts::Facts;
use super::trade;
use crate::lang::w;
use crate::model::{Award, Unnamed};

/// "un'impresa (edilizia) che non nominiamo", "professionisti o piccole ditte che non nominiamo".
pub(super) fn whom(f: &Facts<'_>, awards: &[&Award], cites: &mut Vec<Cite>) -> String {
    let all = |kind: Unnamed| awards.iter().all(|a| a.unnamed == kind);
    match awards {
        [one] => alone(f, one, false, cites),
        _ if all(Unnamed::Person) => f.lang.say(w::SAY_WHO_PERSONS).to_owned(),
        _ if all(Unnamed::Company) => f.lang.say(w::SAY_WHO_COMPANIES).to_owned(),
        _ if all(Unnamed::Untold) => f.lang.say(w::SAY_WHO_UNTOLD_MANY).to_owned(),
        _ => f.lang.say(w::SAY_WHO_PERSONS_AND_COMPANIES).to_owned(),
    }
}

/// The same behind those who are named: "un'altra impresa (edilizia) che non nominiamo".
pub(super) fn beside(f: &Facts<'_>, awards: &[&Award], cites: &mut Vec<Cite>) -> Option<String> {
    match awards {
        [] => None,
        [one] => Some(alone(f, one, true, cites)),
        _ => Some(f.lang.say(w::SAY_WHO_UNNAMED_MANY).to_owned()),
    }
}

fn alone(f: &Facts<'_>, award: &Award, other: bool, cites: &mut Vec<Cite>) -> String {
    let company = |trade: &str| {
        let word = if other {
            w::SAY_WHO_OTHER_COMPANY
        } else {
            w::SAY_WHO_COMPANY
        };
        f.lang.fill(word, &[("trade", trade)])
    };
    match award.unnamed {
        Unnamed::Person => f.lang.say(w::SAY_WHO_UNNAMED).to_owned(),
        Unnamed::Untold => f.lang.say(w::SAY_WHO_UNTOLD).to_owned(),
        Unnamed::Company => match award.trade.as_ref().and_then(|t| trade::word(f, t)) {
            Some((word, cite)) => {
                cites.push(cite);
                company(&format!(" ({word})"))
            }
            None => company(""),
        },
    }
}
