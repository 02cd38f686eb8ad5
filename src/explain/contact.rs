//! Whom to ask, what to ask and what to show there; never a telephone number. One desk: that of
//! the body that answers for the project, else the one that the card of its measure names.

use super::body::Kind;
use super::claim::Claim;
use super::facts::{Facts, cite, written};
use super::gaps;
use crate::lang::w;
use crate::model::Table;
use crate::text::fold::fold;

pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    let mut out = desk(f);
    out.extend(gaps::together(f));
    out.extend(check(f));
    out
}

/// The body's own office, and what to ask there.
fn desk(f: &Facts<'_>) -> Vec<Claim> {
    let Some((role, body, source)) = f.lead() else {
        return match f.card_text() {
            Some(card) => of_card(f, card.ask),
            None => ministry(f).into_iter().collect(),
        };
    };
    let word = match Kind::of(&body.name) {
        Kind::Comune | Kind::Territory | Kind::Region | Kind::Health | Kind::University | Kind::State => {
            w::SAY_CONTACT_URP
        }
        Kind::School => w::SAY_CONTACT_SCHOOL,
        Kind::Firm | Kind::Other => w::SAY_CONTACT_BODY,
    };
    let cites = vec![cite(source, f.body_column(source, role))];
    let (of, to) = (f.of(&body.name), f.ask(&body.name));
    let values = [("of_body", of), ("to_body", to), ("ask", ask(f))];
    let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
    vec![f.derived(word, &values, cites)]
}

/// "quanto costa e quando finisce": what the archive does not say; else how far it is today.
fn ask(f: &Facts<'_>) -> String {
    gaps::to_ask(f).unwrap_or_else(|| f.lang.say(w::SAY_GAP_TODAY).to_owned())
}

/// The card's own desk, and how to find it. Of two desks the first is the one to go to.
fn of_card(f: &Facts<'_>, text: &'static str) -> Vec<Claim> {
    const FIND: [&str; 4] = ["cercate", "ha un ufficio", "it has a public", "look there"];
    let find = |claim: &Claim| {
        let folded = fold(&claim.text);
        FIND.iter().any(|start| folded.starts_with(start))
    };
    let mut claims = written(text).into_iter();
    let first = claims.next();
    let mut out: Vec<Claim> = first.into_iter().chain(claims.filter(find)).collect();
    out.push(f.own_words(w::SAY_CONTACT_ASK, &[("ask", &ask(f))]));
    out
}

fn ministry(f: &Facts<'_>) -> Option<Claim> {
    let name = f.measure?.administration.as_deref()?;
    let (of, ask) = (f.of(name), ask(f));
    Some(f.linked(
        w::SAY_CONTACT_URP,
        &[("of_body", &of), ("to_body", ""), ("ask", &ask)],
        f.cite_measure("Amministrazione Titolare"),
    ))
}

/// The code to show, and the site that knows it.
fn check(f: &Facts<'_>) -> Vec<Claim> {
    let cup = f.project.cup.as_str();
    if cup.is_empty() {
        return vec![f.own_words(w::SAY_CONTACT_PLAN_SITE, &[])];
    }
    let cites = f.seen.first().map(|s| cite(s.id, cup_column(s.table)));
    let cites: Vec<_> = cites.into_iter().collect();
    if cites.is_empty() {
        return Vec::new();
    }
    vec![
        f.observed(w::SAY_CONTACT_CUP, &[("cup", cup)], cites),
        f.own_words(w::SAY_CONTACT_OPENCUP, &[]),
    ]
}

fn cup_column(table: Table) -> &'static str {
    match table {
        Table::Candidatures => "codice_cup",
        _ => "CUP",
    }
}
