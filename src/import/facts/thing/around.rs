//! What stands around a word that may be a thing: the name of a person or a place, a road, a house
//! beside, the works on a street.

use crate::model::Thing;
use crate::text::tokens::{Gap, Tokens};

/// The words before a street say what is done to the street itself.
pub fn is_worked_on(t: &Tokens, i: usize, from: usize) -> bool {
    const WORKS: &[&str] = &[
        "sicurezza",
        "riqualificazione",
        "sistemazione",
        "asfaltatura",
        "ripristino",
        "allargamento",
        "straordinaria",
        "miglioramento",
        "rifacimento",
    ];
    let before = |back: usize| {
        i.checked_sub(back)
            .filter(|at| *at >= from)
            .map_or("", |at| t.at(at))
    };
    let bare = t.gap(i) == Gap::Blank
        && ["via", "viale", "vicolo", "strada", "corso", "lungarno"].contains(&t.at(i));
    bare && (WORKS.contains(&before(1)) || before(1) == "di" && WORKS.contains(&before(2)))
}

/// "EDIFICI ADIACENTI AL PALAZZO COMUNALE": what stands beside is not what is worked on.
pub fn is_beside(t: &Tokens, i: usize, from: usize) -> bool {
    const BESIDE: &[&str] = &[
        "adiacen",
        "limitrof",
        "antistan",
        "retrostan",
        "attigu",
        "prospicien",
        "aderenza",
        "circostant",
        "prossimit",
    ];
    let near = |back: usize| {
        i.checked_sub(back)
            .filter(|at| *at >= from)
            .map_or("", |at| t.at(at))
    };
    let beside = |word: &str| BESIDE.iter().any(|root| word.starts_with(root)) || word == "pressi";
    beside(near(1)) || super::super::place::span::is_particle(near(1)) && beside(near(2))
}

/// So many words before a thing may say that a house is joined to it, or that samples are tested there.
const FAR: usize = 8;

/// "ALLACCIO ALL'ACQUEDOTTO E ALLA FOGNATURA PER LA SCUOLA": pipes that a house is joined to.
pub fn is_joined_to(t: &Tokens, i: usize, from: usize) -> bool {
    let before = (from.max(i.saturating_sub(FAR))..i).rev();
    before
        .take_while(|at| !["per", "relativo", "servizio"].contains(&t.at(*at)))
        .any(|at| t.at(at).starts_with("allacci"))
}

/// "ANALISI DELLE TERRE DA LABORATORIO", "PROVE IN SITO E DI LABORATORIO".
pub fn is_of_tests(t: &Tokens, i: usize, from: usize) -> bool {
    const TESTS: &[&str] = &["analisi", "prov", "indagin", "campion", "sondagg", "verific"];
    let of = i > from && ["da", "di", "in"].contains(&t.at(i - 1));
    let mut before = from.max(i.saturating_sub(FAR))..i;
    of && t.at(i).starts_with("laborator")
        && before.any(|at| TESTS.iter().any(|root| t.at(at).starts_with(root)))
}

/// "DALL'INVASO DI ALFA ALL'IMPIANTO BETA": the ends of what is built between them.
pub fn is_where_from(t: &Tokens, i: usize, from: usize) -> bool {
    // "OCCUPATO DAL NIDO" is no end.
    let done_by = |at: usize| {
        at > from
            && ["ato", "ata", "ati", "ate", "ito", "ita"]
                .iter()
                .any(|end| t.at(at - 1).ends_with(end))
    };
    let before = |at: usize| i > from && FROM.contains(&t.at(at)) && !done_by(at);
    let begins = |at: usize| matches!(t.gap(at), Gap::Star | Gap::Sign);
    let far = (from.max(i.saturating_sub(FAR))..i)
        .rev()
        .take_while(|at| !begins(at + 1));
    let leads = i > from && TO.contains(&t.at(i - 1)) && !begins(i);
    let source = i > from && t.at(i - 1) == "da" && SOURCES.iter().any(|root| t.at(i).starts_with(root));
    before(i.saturating_sub(1)) || source || leads && far.into_iter().any(|at| FROM.contains(&t.at(at)))
}

const FROM: &[&str] = &["dal", "dall", "dalla", "dallo", "dai", "dagli", "dalle"];
/// Where water is taken, also behind "da".
const SOURCES: &[&str] = &["pozz", "invas", "sorgent", "serbatoi", "lagh"];
const TO: &[&str] = &["al", "all", "alla", "allo", "ai", "agli", "alle"];

pub fn is_numeral(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b"IVX".contains(&b))
}

/// Things that people and places are named after, too.
pub const TOPONYMS: &[Thing] = &[
    Thing::Bridge,
    Thing::Castle,
    Thing::Tower,
    Thing::Villa,
    Thing::Church,
    Thing::Park,
    Thing::Forest,
    Thing::Village,
    Thing::RiverBank,
    Thing::Market,
    Thing::Mill,
    Thing::Reservoir,
    Thing::Palace,
    Thing::Garden,
    Thing::Convent,
    Thing::Port,
    Thing::Farm,
    Thing::RuralBuilding,
    Thing::Fountain,
    Thing::Slope,
    Thing::Coast,
    Thing::Walls,
    Thing::Canal,
];

/// "Un tratto di mura" is no name.
const PARTS_OF: &[&str] = &[
    "tratto", "tratti", "parte", "parti", "porzione", "porzioni", "insieme",
];

/// The word at `i` is part of another thing's name: "DORMITORIO DI PONTE ALFA", "OSPEDALE VILLA
/// BETA".
pub fn is_of_names(t: &Tokens, i: usize, behind: usize, from: usize) -> bool {
    let bare = |at: usize| matches!(t.gap(at), Gap::Blank | Gap::Apostrophe | Gap::Quote);
    if i == behind && i > from {
        return bare(i);
    }
    let of = i > from + 1 && ["di", "dalla", "dal", "da", "d"].contains(&t.at(i - 1));
    let part = i > from + 1 && PARTS_OF.contains(&t.at(i - 2));
    behind_a_road(t, i, from)
        || of && bare(i) && !part && !super::super::place::span::is_works(t.at(i - 2))
        || i > from && ["localita", "loc", "frazione", "fraz"].contains(&t.at(i - 1))
}

/// "SP24 ALFA FONTANA BETA": the names of the places that the road leads to.
fn behind_a_road(t: &Tokens, i: usize, from: usize) -> bool {
    const REACH: usize = 3;
    let road = |at: usize| {
        let word = t.at(at);
        let glued = ["sp", "ss", "sr"].iter().any(|class| {
            word.strip_prefix(class)
                .is_some_and(|n| n.starts_with(|c: char| c.is_ascii_digit()))
        });
        glued || span_of_figures(word) && at > from && matches!(t.at(at - 1), "sp" | "ss" | "sr")
    };
    (1..=REACH)
        .take_while(|back| i >= from + back && t.gap(i + 1 - back) == Gap::Blank)
        .any(|back| road(i - back))
}

fn span_of_figures(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
}

/// The word before a square says where something is, not what is done to the square.
pub fn is_where(before: &str) -> bool {
    [
        "in", "a", "presso", "sito", "sita", "siti", "ubicato", "ubicata", "sede",
    ]
    .contains(&before)
}
