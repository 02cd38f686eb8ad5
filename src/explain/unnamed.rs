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
        _ if has_untold(awards) => f.lang.say(w::SAY_WHO_ALL_WITHOUT_NAME).to_owned(),
        _ => f.lang.say(w::SAY_WHO_PERSONS_AND_COMPANIES).to_owned(),
    }
}

/// The same behind those who are named: "un'altra impresa (edilizia) che non nominiamo".
pub(super) fn beside(f: &Facts<'_>, awards: &[&Award], cites: &mut Vec<Cite>) -> Option<String> {
    match awards {
        [] => None,
        [one] => Some(alone(f, one, true, cites)),
        _ => {
            let word = match has_untold(awards) {
                true if awards.iter().all(|a| a.unnamed == Unnamed::Untold) => w::SAY_WHO_UNTOLD_OTHERS,
                true => w::SAY_WHO_OTHERS_WITHOUT_NAME,
                false => w::SAY_WHO_UNNAMED_MANY,
            };
            Some(f.lang.say(word).to_owned())
        }
    }
}

/// Of some the tables give no name: it is not we who leave it out.
fn has_untold(awards: &[&Award]) -> bool {
    awards.iter().any(|a| a.unnamed == Unnamed::Untold)
}

fn alone(f: &Facts<'_>, award: &Award, other: bool, cites: &mut Vec<Cite>) -> String {
    let trade = award.trade.as_ref().and_then(|t| trade::word(f, t));
    let trade = trade.map(|(word, cite)| {
        cites.push(cite);
        format!(" ({word})")
    });
    let (word, plain) = match award.unnamed {
        Unnamed::Person => (w::SAY_WHO_UNNAMED_FIRM, w::SAY_WHO_UNNAMED),
        // Who works at a desk may be a person.
        Unnamed::Untold if trade::is_of_the_desk(award.trade.as_ref()) => {
            (w::SAY_WHO_UNTOLD_BY_TRADE, w::SAY_WHO_UNTOLD)
        }
        Unnamed::Untold => (w::SAY_WHO_UNTOLD_FIRM, w::SAY_WHO_UNTOLD),
        Unnamed::Company if other => (w::SAY_WHO_OTHER_COMPANY, w::SAY_WHO_OTHER_COMPANY),
        Unnamed::Company => (w::SAY_WHO_COMPANY, w::SAY_WHO_COMPANY),
    };
    let word = if trade.is_some() { word } else { plain };
    f.lang.fill(word, &[("trade", &trade.unwrap_or_default())])
}
