//! Whom to ask, what to ask and what to show there; never a telephone number. One desk: that of
//! the body that answers for the project, else the one that the card of its measure names.

use super::body::Kind;
use super::claim::Claim;
use super::facts::{Facts, cite, written};
use super::gaps;
use crate::lang::{Lang, w};
use crate::model::{Body, Role, SourceId, Table};
use crate::text::fold::fold;

/// Letters of a name that "who" has said and that is not said again.
const LONGEST_NAME: usize = 60;

pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    let mut out = match f.lead() {
        Some((role, body, source)) => vec![desk(f, role, body, source)],
        None => match (f.card_text(), ministry(f)) {
            (Some(card), _) => of_card(f, card.ask),
            (None, ministry) => ministry.into_iter().collect(),
        },
    };
    out.extend(check(f));
    out.extend(gaps::together(f));
    out
}

/// The body's own office.
fn desk(f: &Facts<'_>, role: Role, body: &Body, source: SourceId) -> Claim {
    let word = match Kind::of(&body.name) {
        _ if body.name.chars().count() > LONGEST_NAME => w::SAY_CONTACT_LONG,
        Kind::Comune | Kind::Territory | Kind::Region | Kind::Health | Kind::University | Kind::State => {
            w::SAY_CONTACT_URP
        }
        Kind::School => w::SAY_CONTACT_SCHOOL,
        Kind::Firm | Kind::Other => w::SAY_CONTACT_BODY,
    };
    let cites = vec![cite(source, f.body_column(source, role))];
    let (of, to, ask) = (f.of(&body.name), f.ask(&body.name), ask(f));
    let comma_ask = match ask.is_empty() {
        true => String::new(),
        false => format!(",{ask}"),
    };
    let values = [
        ("of_body", &of),
        ("to_body", &to),
        ("ask", &ask),
        ("comma_ask", &comma_ask),
    ];
    f.derived(word, &values.map(|(k, v)| (k, v.as_str())), cites)
}

/// " a che punto è oggi", where all else is known.
fn ask(f: &Facts<'_>) -> String {
    match gaps::is_any(f) {
        true => String::new(),
        false => format!(" {}", f.lang.say(w::SAY_GAP_TODAY)),
    }
}

/// The card's own desk, that of the comune where the project lies, and how to find it. Of two desks
/// the first is the one to go to.
fn of_card(f: &Facts<'_>, text: &'static str) -> Vec<Claim> {
    const FIND: [&str; 4] = ["cercate", "ha un ufficio", "it has a public", "look there"];
    let find = |claim: &Claim| {
        let folded = fold(&claim.text);
        FIND.iter().any(|start| folded.starts_with(start))
    };
    let mut claims = written(text).into_iter();
    let mut first = claims.next();
    if let (Some(first), Some(comune)) = (&mut first, f.only_comune()) {
        let own = match f.lang {
            Lang::It => ("del vostro comune", format!("del comune di {}", comune.name)),
            Lang::En => (
                "your town council",
                format!("the town council of {}", comune.name),
            ),
        };
        first.text = first.text.replace(own.0, &own.1);
    }
    first.into_iter().chain(claims.filter(find)).collect()
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
fn check(f: &Facts<'_>) -> Option<Claim> {
    let cup = f.project.cup.as_str();
    if cup.is_empty() {
        return Some(f.own_words(w::SAY_CONTACT_PLAN_SITE, &[]));
    }
    let seen = f.seen.first()?;
    let cites = vec![cite(seen.id, cup_column(seen.table))];
    Some(f.observed(w::SAY_CONTACT_CUP, &[("cup", cup)], cites))
}

fn cup_column(table: Table) -> &'static str {
    match table {
        Table::Candidatures => "codice_cup",
        _ => "CUP",
    }
}
