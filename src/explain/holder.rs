//! Those who hold one contract: a firm, several, a group with its leader. Persons are counted, never
//! named.

use super::claim::Cite;
use super::contracts::Contract;
use super::facts::Facts;
use super::plain::is_plural;
use super::trade;
use super::unnamed;
use crate::lang::{Word, w};
use crate::model::{Award, Body, Unnamed};
use crate::text::grammar::list;
use crate::text::number::integer;

/// Firms named in a sentence.
pub(super) const MOST_NAMES: usize = 3;

/// Words that name the others of a group, and letters where there is room for more words.
const LONGEST_OTHERS: (usize, usize) = (8, 100);

/// How much is said of them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fullness {
    /// Names, and what the firms do.
    Trades,
    Names,
    /// Of a group its leader alone, where the others have long names.
    Leader,
}

/// The winners behind one another, with what they do, the sentence that they are the subject of,
/// and what says it; none where nobody is known to have won.
pub(super) fn who(
    f: &Facts<'_>,
    contract: &Contract<'_>,
    times: usize,
    full: Fullness,
) -> Option<(String, Word, Vec<Cite>)> {
    let mut cites = Vec::new();
    let mut tell = |firms: Vec<(&Body, String)>| match full {
        Fullness::Trades => trade::behind(f, &firms, &mut cites),
        _ => firms.into_iter().map(|(_, said)| said).collect(),
    };
    let (alone, group) = contract.apart();
    let firms = group.iter().take(MOST_NAMES);
    let mut names = tell(firms.map(|body| (*body, f.the(&body.name))).collect());
    let lead = group.iter().take(1);
    let lead = tell(lead.map(|body| (*body, f.by(&body.name))).collect()).pop();
    let alone: Vec<String> = tell(alone.iter().map(|body| (*body, f.the(&body.name))).collect());
    // Several contracts of one whom nobody names may be of several.
    let unnamed = match contract.firms.is_empty() && times > 1 {
        true => contract.unnamed.repeat(2),
        false => contract.unnamed.clone(),
    };
    // A name that a table cut in its middle is counted.
    let plain: Vec<String> = group
        .iter()
        .take(MOST_NAMES)
        .map(|body| f.the(&body.name))
        .collect();
    let followers = |names: &[String], skip: usize| -> Vec<String> {
        let of_group = group.iter().zip(names).skip(skip);
        let whole = of_group.filter(|(body, _)| !body.name.contains(['(', ':']));
        whole.map(|(_, said)| said.clone()).collect()
    };
    // Where there is no room the group has those who are named.
    let unnamed_leader = contract.unnamed_leader();
    if let Some(leader) = unnamed_leader.filter(|_| full != Fullness::Leader) {
        let by = match leader.unnamed {
            Unnamed::Person => f.lang.say(w::SAY_WHO_A_PERSON).to_owned(),
            _ => unnamed::whom(f, &[leader], &mut cites),
        };
        let by = f.lang.fill(w::SAY_WHO_BY_UNNAMED, &[("whom", &by)]);
        let others = Others {
            named: &followers(&names, 0),
            plain: &followers(&plain, 0),
            firms: group.len(),
            unnamed: unnamed.get(1..).unwrap_or_default(),
            is_led_by_person: leader.unnamed == Unnamed::Person,
        };
        let others = others.said(f, full, &mut cites);
        let led = f
            .lang
            .fill(w::SAY_WHO_LED, &[("by", &by), ("lead", ""), ("others", &others)]);
        return Some(beside(f, alone, led, cites));
    }
    let others = group.len() - names.len() + unnamed.len();
    let word = match (names.as_slice(), others, contract.given().is_some()) {
        ([], 0, true) => w::SAY_WHO_NOBODY,
        ([], 0, false) => contract.way().map(|_| w::SAY_WHO_TO_COME)?,
        ([], 1, _) => w::SAY_WHO_WINNER,
        ([], _, _) => w::SAY_WHO_WINNERS,
        ([_], 0, _) if contract.firms.first().is_some_and(|b| !is_plural(&b.name)) => w::SAY_WHO_WINNER,
        _ => w::SAY_WHO_WINNERS,
    };
    if let (Some(by), Some(first), true) = (lead, names.first(), contract.is_led) {
        let others = Others {
            named: &followers(&names, 1),
            plain: &followers(&plain, 1),
            firms: group.len() - 1,
            unnamed: &unnamed,
            is_led_by_person: false,
        };
        let others = others.said(f, full, &mut cites);
        let word = match others.is_empty() {
            true => w::SAY_WHO_HEAD,
            false => w::SAY_WHO_LED,
        };
        let values = [("by", by.as_str()), ("lead", first), ("others", &others)];
        return Some(beside(f, alone, f.lang.fill(word, &values), cites));
    }
    match (names.is_empty(), others, group.len() > MOST_NAMES) {
        (_, 0, _) => {}
        (true, _, _) => return Some((unnamed::whom(f, &unnamed, &mut cites), word, cites)),
        (_, _, false) => names.extend(unnamed::beside(f, &unnamed, &mut cites)),
        (_, n, true) => names.push(and_more(f, n, contract.has_persons())),
    }
    // Who leads the group is not known.
    if contract.is_of_members() || unnamed_leader.is_some() {
        let group = f
            .lang
            .fill(w::SAY_WHO_GROUP, &[("members", &list(&names, f.lang))]);
        return Some(beside(f, alone, group, cites));
    }
    Some((list(&names, f.lang), word, cites))
}

/// A group, and those who stand alone beside it before it.
fn beside(
    f: &Facts<'_>,
    mut alone: Vec<String>,
    group: String,
    cites: Vec<Cite>,
) -> (String, Word, Vec<Cite>) {
    let word = match alone.is_empty() {
        true => w::SAY_WHO_WINNER,
        false => w::SAY_WHO_WINNERS,
    };
    alone.push(group);
    (list(&alone, f.lang), word, cites)
}

/// The others of a group: those whose names are told, all its firms, and those who have no name.
struct Others<'a> {
    named: &'a [String],
    /// The same names without what the firms do.
    plain: &'a [String],
    firms: usize,
    unnamed: &'a [&'a Award],
    is_led_by_person: bool,
}

impl Others<'_> {
    /// "Beta S.r.l. e un professionista o piccola ditta": by name where they are few, else by number.
    fn said(&self, f: &Facts<'_>, full: Fullness, cites: &mut Vec<Cite>) -> String {
        let has_persons = self.unnamed.iter().any(|a| a.unnamed != Unnamed::Company);
        let count = self.firms + self.unnamed.len();
        let of = |names: &[String], last: Option<String>| {
            let mut all: Vec<String> = names.to_vec();
            all.extend(last);
            list(&all, f.lang)
        };
        let with = |named: usize, last: Option<String>| of(self.named.get(..named).unwrap_or_default(), last);
        let more = |named: usize| match count.saturating_sub(named) {
            0 => None,
            n => Some(and_more(f, n, has_persons)),
        };
        if let ([_], Fullness::Leader, 0) = (self.unnamed, full, self.firms) {
            return f.lang.say(w::SAY_WHO_ANOTHER).to_owned();
        }
        let last = match (self.firms > self.named.len(), self.unnamed) {
            (false, [one]) if one.unnamed == Unnamed::Person => Some(self.a_person(f)),
            (false, []) => None,
            _ => more(self.named.len()),
        };
        let (words, letters) = LONGEST_OTHERS;
        let is_brief = |way: &str| way.split(' ').count() <= words;
        let mut ways = Vec::new();
        if self.firms == self.named.len() && !self.is_led_by_person {
            let all = with(self.firms, unnamed::beside(f, self.unnamed, cites));
            ways.extend(Some(all).filter(|all| is_brief(all)));
        }
        // The last name tells more than what the others do.
        let names = of(self.plain, last.clone());
        ways.push(with(self.named.len(), last));
        ways.extend(Some(names).filter(|_| self.firms == self.plain.len()));
        ways.extend([with(1, more(1)), with(0, more(0))]);
        let is_short =
            |way: &&String| is_brief(way) || full != Fullness::Leader && way.chars().count() <= letters;
        // One firm is named, whatever its name.
        let only = ways.first().filter(|_| count == 1 && self.firms == 1);
        let way = only.or(ways.iter().find(is_short)).or(ways.last());
        way.map_or_else(String::new, |way| way.trim_end_matches(',').to_owned())
    }

    fn a_person(&self, f: &Facts<'_>) -> String {
        let word = match self.is_led_by_person || self.named.len() > 1 {
            true => w::SAY_WHO_ANOTHER,
            false => w::SAY_WHO_A_PERSON,
        };
        f.lang.say(word).to_owned()
    }
}

/// "un'altra impresa", "altre 4 imprese"; where persons are among them "altri 4, tra imprese e
/// professionisti".
fn and_more(f: &Facts<'_>, n: usize, has_persons: bool) -> String {
    let word = match (n, has_persons) {
        (1, false) => w::SAY_WHO_AND_ONE_MORE,
        (1, true) => w::SAY_WHO_UNNAMED,
        (_, false) => w::SAY_WHO_AND_MORE,
        (_, true) => w::SAY_WHO_AND_MORE_MIXED,
    };
    f.lang.fill(word, &[("count", &integer(n as i64, f.lang))])
}
