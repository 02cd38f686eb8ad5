//! Whom to ask, what to ask and what to show there; never a telephone number. One desk: that of
//! the body that answers for the project, else the one that the card of its measure names.

use super::Evidence;
use super::body::Kind;
use super::claim::{Cite, Claim};
use super::facts::{Facts, cite, written};
use super::local::local;
use super::spoken::spoken;
use super::{again, gaps, state, targets, told};
use crate::lang::{Lang, w};
use crate::model::{FactKind, Status, Table, Thing};
use crate::text::fold::fold;
use crate::title::say;

pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    let mut out = match (desk(f), f.card_text()) {
        (Some(desk), _) => asked(f, &desk),
        (None, _) if gaps::is_of_a_school(f) && cup(f).is_some() => of_a_school(f),
        (None, Some(_)) if has_help(f) && !gaps::reasons(f).is_empty() => {
            with_code(f, &format!("{} ", f.lang.say(w::SAY_CONTACT_SIMEST)))
        }
        (None, Some(card)) => {
            let mut of_card = of_card(f, card.ask);
            // The desk of a firm's help is one; a school's or an office's has to be found.
            let mut asked = match f.project.fact(FactKind::Beneficiary) {
                Some(_) => with_code(f, ""),
                None => without_body(f, &behind_card(f, of_card.first())),
            };
            if let (Some(desk), Some(what)) = (of_card.first(), asked.first_mut())
                && let Some(both) = at_its_desk(f, desk)
            {
                *what = both;
                of_card.remove(0);
                asked.extend(of_card);
                asked
            } else {
                of_card.extend(asked);
                of_card
            }
        }
        (None, None) => with_code(f, ""),
    };
    let cup = cup_to_show(f);
    if cup.is_empty() || !out.iter().any(|claim| claim.text.contains(&cup)) {
        out.extend(check(f));
    }
    out
}

/// The code to show, behind what to ask; nothing where the project has none.
fn code(f: &Facts<'_>) -> String {
    f.lang.fill(w::SAY_CONTACT_WITH_CUP, &[("cup", &cup_to_show(f))])
}

fn cup_to_show(f: &Facts<'_>) -> String {
    // What was given up is no longer asked about where another request lives.
    let other = match state::status(f) {
        Status::Withdrawn => again::other(f),
        _ => None,
    };
    other
        .map_or(f.project.cup.as_str(), |other| &other.cup)
        .to_owned()
}

/// What to ask at a desk, the first thing with the code to show where there is room for it.
fn with_code(f: &Facts<'_>, desk: &str) -> Vec<Claim> {
    let reasons = gaps::reasons(f);
    let Some((first, rest)) = reasons.split_first() else {
        return Vec::new();
    };
    let mut claim = first.claim(f, desk, "");
    if let Some((cite, cup)) = cup(f).zip(Some(code(f))) {
        let mut joined = first.claim(f, desk, &cup);
        joined.cites.push(cite);
        if f.fits(&joined.text) {
            claim = joined;
        }
    }
    let there = there(f);
    let there = if desk.is_empty() { "" } else { there.as_str() };
    let rest = rest.iter().map(|reason| reason.claim(f, there, ""));
    std::iter::once(claim).chain(rest).collect()
}

/// "lì ", behind the desk.
fn there(f: &Facts<'_>) -> String {
    format!("{} ", f.lang.say(w::SAY_GAP_THERE))
}

/// Where to ask, behind "chiedere".
struct Desk {
    at: String,
    evidence: Evidence,
    cites: Vec<Cite>,
}

/// The office of the body that answers for the project, else of the ministry, where no card says
/// better.
fn desk(f: &Facts<'_>) -> Option<Desk> {
    let owner = f.project.fact(FactKind::Owner);
    let (name, evidence, cites) = match f.lead() {
        // Who has the house knows more of it than the whole Region.
        Some((_, body, _)) if owner.is_some() && Kind::of(&body.name) == Kind::Region => {
            let owner = owner?;
            let cites = vec![cite(owner.source, owner.column.column())];
            (owner.value.as_str(), Evidence::Derived, cites)
        }
        Some((role, body, source)) => {
            let cites = vec![cite(source, f.body_column(source, role))];
            (body.name.as_str(), Evidence::Derived, cites)
        }
        None if f.card.is_some() => return None,
        None => {
            let name = f.measure?.administration.as_deref()?;
            (name, Evidence::Linked, f.cite_measure("Amministrazione Titolare"))
        }
    };
    let said = spoken(name);
    let word = match Kind::of(name) {
        _ if said.is_none() => w::SAY_CONTACT_LONG,
        Kind::Comune | Kind::Territory | Kind::Region | Kind::Health | Kind::University | Kind::State => {
            w::SAY_CONTACT_URP
        }
        Kind::School => w::SAY_CONTACT_SCHOOL,
        Kind::Firm | Kind::Other => w::SAY_CONTACT_BODY,
    };
    let said = said.unwrap_or_default();
    let (of, to) = (f.of(&said), f.ask(&said));
    let at = f.lang.fill(word, &[("of_body", &of), ("to_body", &to)]);
    Some(Desk { at, evidence, cites })
}

/// What to ask there: what nothing says, in one sentence with the reason where there is room; else
/// how far it is today.
fn asked(f: &Facts<'_>, desk: &Desk) -> Vec<Claim> {
    let tell = |things: &str, code: &str, cites: Vec<Cite>| {
        let values = [("desk", desk.at.as_str()), ("things", things), ("code", code)];
        let word = match things.is_empty() {
            true => w::SAY_CONTACT_OTHER,
            false => w::SAY_CONTACT_ASK,
        };
        f.claim(desk.evidence, word, &values, cites)
    };
    // Of what is paid and has reached its aim there is nothing more to ask.
    let is_done = state::status(f) == Status::Paid && targets::reached(f).is_some();
    let open = match state::is_over(f) || is_done {
        true => of_what_is_over(f),
        false => Some(f.lang.say(w::SAY_GAP_TODAY)),
    };
    let open = open.map(|thing| format!(" {thing}")).unwrap_or_default();
    let reasons = gaps::reasons(f);
    let mut joined = with_code(f, &format!("{} ", desk.at));
    match joined.first_mut() {
        None => {
            let cites: Vec<Cite> = desk.cites.iter().cloned().chain(cup(f)).collect();
            let code = if f.project.cup.is_empty() {
                String::new()
            } else {
                code(f)
            };
            let asked = tell(&open, &code, cites.clone());
            vec![match f.fits(&asked.text) {
                true => asked,
                false => tell("", &code, cites),
            }]
        }
        Some(first) if f.fits(&first.text) => {
            let own = desk.cites.iter().filter(|c| !first.cites.contains(c));
            let own: Vec<Cite> = own.cloned().collect();
            first.cites.extend(own);
            joined
        }
        Some(_) => {
            let alone = tell("", "", desk.cites.clone());
            let there = there(f);
            let reasons = reasons.iter().map(|reason| reason.claim(f, &there, ""));
            std::iter::once(alone).chain(reasons).collect()
        }
    }
}

/// What is still open of a project that is over: how that which it brought is used, on which day it
/// ended, whether it is in use; of one that was given up, whether it is done in another way, or how far the other request is.
fn of_what_is_over(f: &Facts<'_>) -> Option<&'static str> {
    if state::status(f) == Status::Withdrawn {
        return Some(f.lang.say(match again::other(f) {
            Some(_) => w::SAY_GAP_OTHER_REQUEST,
            None => w::SAY_GAP_AGAIN,
        }));
    }
    // Of a kitchen for a nursery nobody asks for a place in it.
    let is_kitchen = told::thing(f).is_some_and(|thing| thing.value == Thing::Kitchen.code());
    let things = f.project.facts_of(FactKind::Thing).filter(|_| !is_kitchen);
    let used = f
        .project
        .facts_of(FactKind::Service)
        .chain(things)
        .find_map(|fact| say("asks", &fact.value, f.lang));
    used.or_else(|| match (state::status(f), state::is_reached(f)) {
        (Status::Completed, true) if targets::made(f).is_none() => Some(f.lang.say(w::SAY_GAP_EXACT)),
        (Status::Completed, _) => Some(f.lang.say(w::SAY_GAP_IN_USE)),
        _ => None,
    })
}

/// The card's own desk, that of the comune where the project lies, and how to find it. Of two desks
/// the first is the one to go to.
fn of_card(f: &Facts<'_>, text: &'static str) -> Vec<Claim> {
    const FIND: [&str; 4] = ["cercate", "ha un ufficio", "it has a public", "look there"];
    let find = |claim: &Claim| {
        let folded = fold(&claim.text);
        FIND.iter().any(|start| folded.starts_with(start))
    };
    let mut claims = written(text);
    // "Per elementari e medie … Per le superiori …": the desk of this school.
    let upper = ["superiori", "upper secondary"];
    let of_upper = |claim: &Claim| upper.iter().any(|word| claim.text.contains(word));
    if is_upper_school(f)
        && let Some(at) = claims.iter().position(of_upper)
    {
        claims.swap(0, at);
    }
    let mut claims = claims.into_iter();
    let mut first = claims.next();
    if let Some(first) = &mut first {
        first.text = local(f, &first.text);
    }
    first.into_iter().chain(claims.filter(find)).collect()
}

fn is_upper_school(f: &Facts<'_>) -> bool {
    let mut things = f.project.facts_of(FactKind::Thing);
    things.any(|thing| thing.value == Thing::UpperSecondarySchool.code())
}

/// What to ask at the card's desk, in one sentence where there is room and the desk is one that
/// knows: a doctor or a teacher does not.
fn at_its_desk(f: &Facts<'_>, desk: &Claim) -> Option<Claim> {
    let heads: &[&str] = match f.lang {
        Lang::It => &["Potete chiedere "],
        Lang::En => &["You can ask ", "Ask "],
    };
    let desk = heads.iter().find_map(|head| desk.text.strip_prefix(head))?;
    if !is_office(desk) {
        return None;
    }
    let desk = desk.trim_end_matches('.');
    // What is asked there closes an aside on the desk.
    let ends = if desk.contains(", ") { ", " } else { " " };
    let desk = format!("{desk}{ends}");
    let both = gaps::reasons(f).first()?.claim(f, &desk, "");
    f.fits(&both.text).then_some(both)
}

fn is_office(desk: &str) -> bool {
    let knows = ["uffici", "minister", "office", "ministry"];
    let folded = fold(desk);
    knows.iter().any(|word| folded.contains(word))
}

/// Those who are asked about care, lessons and shows, and know nothing of works.
const NO_OFFICES: [&str; 8] = [
    "medic",
    "scuola",
    "teatro",
    "inventore",
    "doctor",
    "school",
    "theatre",
    "inventor",
];

/// Where to ask what the desk of a card is asked for: there, where it knows, else at the comune.
fn behind_card(f: &Facts<'_>, desk: Option<&Claim>) -> String {
    let Some(desk) = desk else {
        return String::new();
    };
    let folded = fold(&desk.text);
    let knows = is_office(&desk.text) || !NO_OFFICES.iter().any(|word| folded.contains(word));
    match (knows, f.only_comune()) {
        (true, _) => there(f),
        (false, Some(comune)) => {
            let body = format!("Comune di {}", comune.name);
            let values = [("of_body", f.of(&body)), ("to_body", f.ask(&body))];
            let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
            format!("{} ", f.lang.fill(w::SAY_CONTACT_URP, &values))
        }
        (false, None) => String::new(),
    }
}

/// Whether a firm has the help that Simest gives.
fn has_help(f: &Facts<'_>) -> bool {
    f.project.fact(FactKind::Beneficiary).is_some() && f.is_of_measure(&["M1C2I5.01"])
}

/// People of a comune whose schools can all be asked.
const FEW_SCHOOLS: u32 = 20_000;

/// The site that knows which school it is, in a small comune its schools, then what to ask there.
fn of_a_school(f: &Facts<'_>) -> Vec<Claim> {
    let few = f
        .only_comune()
        .filter(|comune| comune.population.is_some_and(|n| n <= FEW_SCHOOLS));
    let comune = few.map_or("", |comune| &comune.name);
    let values = [("cup", f.project.cup.as_str()), ("comune", comune)];
    let word = match few {
        Some(_) => w::SAY_CONTACT_WHICH_SCHOOL_NEAR,
        None => w::SAY_CONTACT_WHICH_SCHOOL,
    };
    let site = f.observed(word, &values, cup(f).into_iter().collect());
    let desk = format!("{} ", f.lang.say(w::SAY_CONTACT_ITS_OFFICE));
    let asked = gaps::reasons_beside(f, gaps::Kind::Doer);
    let asked = asked.iter().map(|reason| reason.claim(f, &desk, ""));
    std::iter::once(site).chain(asked).collect()
}

/// Where no table names the body: what to ask, and the site where the code leads to it.
fn without_body(f: &Facts<'_>, desk: &str) -> Vec<Claim> {
    let there = if desk.is_empty() { String::new() } else { there(f) };
    let ask = |(at, reason): (usize, gaps::Reason)| {
        let full = reason.claim(f, if at == 0 { desk } else { &there }, "");
        match f.fits(&full.text) {
            true => full,
            false => reason.claim(f, "", ""),
        }
    };
    let asked = gaps::reasons(f).into_iter().enumerate().map(ask);
    let site = cup(f).map(|cite| {
        let values = [("cup", f.project.cup.as_str())];
        f.observed(w::SAY_CONTACT_OPENCUP, &values, vec![cite])
    });
    asked.chain(site).collect()
}

/// The code to show, and the site that knows it.
fn check(f: &Facts<'_>) -> Option<Claim> {
    match cup(f) {
        None => Some(f.own_words(w::SAY_CONTACT_PLAN_SITE, &[])),
        Some(cite) => Some(f.observed(w::SAY_CONTACT_CUP, &[("cup", &f.project.cup)], vec![cite])),
    }
}

/// The cell that holds the code.
fn cup(f: &Facts<'_>) -> Option<Cite> {
    let seen = f.seen.first().filter(|_| !f.project.cup.is_empty())?;
    Some(cite(seen.id, cup_column(seen.table)))
}

fn cup_column(table: Table) -> &'static str {
    match table {
        Table::Candidatures => "codice_cup",
        _ => "CUP",
    }
}
