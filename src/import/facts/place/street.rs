//! Streets and squares with their numbers, from the second part of a title (`thing * street *
//! works`) and from sentences.

use super::head::{self, Head, Kind};
use super::{locality, slips, span};
use crate::import::facts::list::List;
use crate::text::fold::fold;
use crate::text::tokens::{Gap, Tokens};

/// Most words of a name that no small word parts.
const MAX_LISTED: usize = 4;

/// A street or a locality, and where it stands in the words.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Spot {
    pub value: String,
    pub is_street: bool,
    pub has_number: bool,
    pub from: usize,
    pub to: usize,
}

/// "EX VIA ALFA", "GIÀ PIAZZA BETA" was its name; in "G.B. VICO" the word is a family's, and
/// "al largo di" is at sea.
fn is_no_more(t: &Tokens, i: usize) -> bool {
    i > 0
        && (["ex", "gia", "gi"].contains(&t.at(i - 1)) && !["strada", "str"].contains(&t.at(i))
            || t.at(i - 1) == "al" && t.is_phrase(i, &["largo", "di"])
            || t.at(i) == "vico" && t.at(i - 1).len() == 1
            || i > 1 && t.at(i - 1) == "da" && t.at(i - 2) == "via")
}

/// Every street and locality in the words from `from` to `to`.
pub(super) fn spots(t: &Tokens, from: usize, to: usize, running: bool, comuni: &[&str]) -> Vec<Spot> {
    let mut out = Vec::new();
    let mut i = from;
    while i < to {
        if !running && let Some(spot) = unheaded(t, i, to, from, comuni) {
            i = spot.to;
            out.push(spot);
            continue;
        }
        match at(t, i, to, running, comuni) {
            Some(spot) => {
                i = spot.to.max(i + 1);
                join(t, &mut out, spot);
            }
            None => i += 1,
        }
    }
    out
}

/// "VIALE ALFA ANGOLO VIA BETA 3" is one place, and not two streets.
fn join(t: &Tokens, out: &mut Vec<Spot>, spot: Spot) {
    let at_corner = spot.from > 0 && t.at(spot.from - 1) == "angolo";
    match out.last_mut() {
        Some(last) if at_corner && last.is_street && spot.is_street && last.to + 1 == spot.from => {
            last.value = format!("{}, angolo {}", last.value, spot.value);
            last.to = spot.to;
        }
        _ => out.push(spot),
    }
}

/// The street or the locality that begins at `i`.
pub(super) fn at(t: &Tokens, i: usize, to: usize, running: bool, comuni: &[&str]) -> Option<Spot> {
    let head = head::at(t, i).filter(|_| !is_no_more(t, i))?;
    spot(t, i, head, to, running, comuni)
}

/// An industrial zone; a house in Venice, where districts count the houses.
fn unheaded(t: &Tokens, i: usize, limit: usize, from: usize, comuni: &[&str]) -> Option<Spot> {
    let spot = |value: String, to: usize, is_street: bool| {
        Some(Spot {
            value,
            is_street,
            has_number: is_street,
            from: i,
            to,
        })
    };
    if t.at(i) == "zona" && ["industriale", "artigianale"].contains(&t.at(i + 1)) && i + 1 < limit {
        return spot(format!("Zona {}", t.at(i + 1)), i + 2, false);
    }
    if i == from && comuni.contains(&"venezia") {
        let len = [1, 2]
            .into_iter()
            .find(|n| span::is_number(t.at(i + n)) && i + n < limit)?;
        let name = (i..i + len).map(|k| t.at(k)).collect::<Vec<_>>().join(" ");
        let known = [
            "dorsoduro",
            "castello",
            "cannaregio",
            "san polo",
            "santa croce",
            "san marco",
            "s marco",
            "giudecca",
        ]
        .contains(&name.as_str());
        let (number, next) = number(t, i + len, limit, false).filter(|_| known)?;
        return spot(
            format!("{} {number}", span::written(t, "", i, i + len)),
            next,
            true,
        );
    }
    None
}

/// Words behind "via" that tell no street.
const NO_STREET: &[&str] = &[
    "territorio",
    "viabilita",
    "viabilit",
    "vie",
    "varie",
    "vari",
    "diverse",
    "diversi",
    "aree",
    "intero",
];

fn is_no_street(t: &Tokens, from: usize, comuni: &[&str]) -> bool {
    let own = || {
        comuni.iter().any(|comune| {
            let words: Vec<&str> = comune.split(' ').collect();
            t.is_phrase(from + 2, &words)
        })
    };
    match (t.at(from), t.at(from + 1)) {
        ("comune", "di") => true,
        ("citta", "di") => own(),
        (word, _) => NO_STREET.contains(&word),
    }
}

fn spot(t: &Tokens, at: usize, head: Head, limit: usize, running: bool, comuni: &[&str]) -> Option<Spot> {
    let mut head = head;
    let mut from = at + head.len;
    if running && !is_introduced(t, at, head) {
        return None;
    }
    // A "strada" inside a sentence is a street when it has a number.
    let is_doubtful = running && DOUBTFUL.has(t.at(at));
    // The form puts "VIA" before whatever is typed: "VIA LARGO ALFA", "VIA LOC. BETA".
    while let Some(inner) = head::at(t, from).filter(|h| replaces(t, head, h, from)) {
        head = inner;
        from += head.len;
    }
    let of = t.at(from) == "di" || t.at(from) == "de" && ["le", "la", "gli"].contains(&t.at(from + 1));
    if head.kind == Kind::Hamlet && of {
        from += 1;
    }
    // "VIA TERRITORIO COMUNALE", "VIA CITTA' DI ALFA" in Alfa: the form wants a street and there is none.
    if head.kind == Kind::Street && is_no_street(t, from, comuni) {
        return None;
    }
    if t.gap(from) >= Gap::Sign && !(t.gap(from) == Gap::Sign && head.len == 1) || from >= limit {
        return None;
    }
    let mut end = span::end(t, from, limit, running, head.kind == Kind::Hamlet);
    end = without_comune(t, from, end, comuni);
    if let Some(half) = locality::half_at_end(t, from, end, comuni) {
        // "VIA ALFA BETANIA SCALO": nobody knows where the street's name ends.
        end = match t.at(half - 1) {
            "a" | "ad" | "in" => half - 1,
            _ => return None,
        };
    }
    if end <= from || !is_name(t, from, end, head, comuni) {
        return None;
    }
    let mut value = span::written(t, head.label, from, end);
    let mut to = end;
    let mut has_number = false;
    if head.kind == Kind::Street {
        if let Some((number, next)) = number(t, end, limit, running) {
            value = format!("{value} {number}");
            to = next;
            has_number = true;
        } else if let Some((km, next)) = super::road::kilometre(t, end, limit) {
            value = format!("{value}, {km}");
            to = next;
        }
    }
    if is_doubtful && !has_number {
        return None;
    }
    let is_street = head.kind == Kind::Street;
    if is_street {
        value = slips::mended(&value)?;
    }
    Some(Spot {
        value,
        is_street,
        has_number,
        from: at,
        to,
    })
}

/// Inside a sentence a short form needs its point, and "via" a preposition or a sign before it.
fn is_introduced(t: &Tokens, at: usize, head: Head) -> bool {
    let short = head.label.is_empty() && t.at(at).len() < 6 || t.at(at).len() <= 3 && t.at(at) != "via";
    // "IN LOC ALFA", of a table without points.
    let within = head.kind == Kind::Hamlet && at > 0 && ["in", "nella", "alla"].contains(&t.at(at - 1));
    !short || within || t.gap(at + 1) == Gap::Point || t.gap(at + head.len) == Gap::Point || head.len > 1
}

fn replaces(t: &Tokens, outer: Head, inner: &Head, at: usize) -> bool {
    let word = t.at(at);
    let next = at + inner.len;
    // "VIA CIRCONVALLAZIONE 3" is a whole name.
    if t.gap(next) >= Gap::Sign || span::is_number(t.at(next)) || ["n", "snc", "s"].contains(&t.at(next)) {
        return false;
    }
    // "VIA STRADA PER ALFA", "VIA STRADA CIRCONVALLAZIONE BETA".
    let road = matches!(word, "strada" | "str")
        && (["per", "circonvallazione"].contains(&t.at(next))
            || ["statale", "provinciale", "comunale", "vicinale", "regionale"].contains(&t.at(next)));
    match outer.kind {
        _ if road => true,
        Kind::Street if outer.label == "Viale" => word == "circonvallazione",
        Kind::Street if outer.label == "Via" => {
            ![
                "strada",
                "str",
                "borgo",
                "villaggio",
                "calle",
                "salita",
                "discesa",
                "corso",
            ]
            .contains(&word)
                || inner.label == "Corso"
                    && !span::is_number(t.at(at + 1))
                    && t.gap(at + 1) == Gap::Blank
                    && !t.at(at + 1).is_empty()
        }
        Kind::Hamlet => inner.kind != Kind::Street,
        _ => false,
    }
}

/// The name without its comune at the end: "VIA ALFA SIENA", "VIA ALFA A SIENA".
fn without_comune(t: &Tokens, from: usize, end: usize, comuni: &[&str]) -> usize {
    for comune in comuni {
        let words: Vec<&str> = comune.split(' ').collect();
        let Some(start) = end.checked_sub(words.len()).filter(|s| *s > from) else {
            continue;
        };
        if !t.is_phrase(start, &words) {
            continue;
        }
        let before = t.at(start - 1);
        let mut cut = start;
        while cut > from && ["a", "ad", "in", "di"].contains(&t.at(cut - 1)) {
            cut -= 1;
        }
        // "VIA PORTO DI ALFA", "VIA CITTÀ DI ALFA".
        let of = before == "di" && cut > from && OF_NAMES.has(t.at(cut - 1));
        let part = of || OF_NAMES.has(before) || span::is_particle(before) && cut == start;
        if cut > from && !part {
            return cut;
        }
    }
    end
}

fn is_name(t: &Tokens, from: usize, end: usize, head: Head, comuni: &[&str]) -> bool {
    let own: Vec<&str> = (from..end)
        .map(|i| t.at(i))
        .filter(|w| !span::is_particle(w))
        .collect();
    let whole: Vec<&str> = (from..end).map(|i| t.at(i)).collect();
    let whole = whole.join(" ");
    let (Some(&first), Some(&last)) = (own.first(), own.last()) else {
        return false;
    };
    let alone = own.len() == 1
        && (ALONE.has(first)
            || span::is_number(first)
            || first.len() <= 3 && first.ends_with(['l', 'r', 't', 'n', 'm', 'd']));
    let works = span::is_works(first) && t.at(from).len() > 1 && !span::is_particle(t.at(from));
    let no_street = head.kind == Kind::Street && NOT_STREETS.has(first);
    let comune = comuni.contains(&whole.as_str()) && t.gap(end) >= Gap::Sign
        || comuni.contains(&fold(&format!("{} {whole}", head.label)).as_str());
    // A list of places, not a name.
    let run = (from..end).map(|i| !span::is_particle(t.at(i)) && !span::is_beginning(t.at(i)));
    let listed = run.fold((0, 0), |(most, now), own| {
        let now = if own { now + 1 } else { 0 };
        (most.max(now), now)
    });
    let numeral = own.len() == 1 && first.bytes().all(|b| b"ivx".contains(&b));
    // "VIA DA PIAZZA ALFA A BETA".
    let between = ["da", "su", "tra", "fra"].contains(&t.at(from)) && head::at(t, from + 1).is_some();
    // "VIA DELL ALFA": a letter is gone.
    let elided = |i: usize| {
        ["dell", "all", "nell", "sull", "dall"].contains(&t.at(i))
            && t.gap(i + 1) == Gap::Blank
            && !t.at(i + 1).starts_with(['a', 'e', 'i', 'o', 'u', 'h'])
    };
    // Where no comune is known "VIA ITALIA" is anywhere.
    let nowhere = comuni.is_empty() && first == "italia";
    let places = own.iter().filter(|w| comuni.contains(w)).count();
    let doubts = [
        own.iter().any(|w| PLACEHOLDERS.has(w)),
        NOT_ALONE.has(first),
        last.chars().count() == 1,
        alone,
        works,
        no_street,
        comune,
        listed.0 > MAX_LISTED,
        numeral,
        between,
        places > 1,
        nowhere,
        (from..end).any(elided),
        span::has_lost_its_end(t, from, end),
    ];
    !doubts.contains(&true)
}

/// A house number: "12", "12/A", "N. 12", "12 BIS", "14/8-11".
fn number(t: &Tokens, at: usize, limit: usize, running: bool) -> Option<(String, usize)> {
    let mut i = at;
    let marked = ["n", "nr", "nn", "num", "numero", "civ", "civico", "n_"].contains(&t.at(i));
    if marked {
        i += 1;
        if t.at(i) == "civico" {
            i += 1;
        }
    }
    let digits = t.at(i);
    let figures = digits.bytes().take_while(u8::is_ascii_digit).count();
    if i >= limit || figures == 0 || figures > 4 || digits.len() > figures + 3 {
        return None;
    }
    let near = matches!(t.gap(i), Gap::Blank | Gap::Sign | Gap::Point) || marked && t.gap(i) != Gap::Star;
    if !near
        || UNITS.has(t.at(i + 1)) && t.gap(i + 1) == Gap::Blank
        || (digits.len() > figures && !digits[figures..].bytes().all(|b| b.is_ascii_alphabetic()))
    {
        return None;
    }
    if running && !marked && t.gap(i) == Gap::Sign && digits.len() > 3 {
        return None;
    }
    if figures == 1 && digits.starts_with('0') {
        return None;
    }
    let mut out = t
        .raw(i)
        .to_uppercase()
        .replace("BIS", " bis")
        .replace("TER", " ter");
    if digits.len() == figures + 1 && figures > 0 {
        out = format!("{}/{}", &out[..figures], &out[figures..]);
    }
    i += 1;
    let next = t.at(i);
    let letter = next.len() == 1 && next.bytes().all(|b| b.is_ascii_alphabetic());
    let small = next.len() <= 4 && next.bytes().all(|b| b.is_ascii_digit());
    match t.gap(i) {
        _ if i >= limit => {}
        Gap::Slash if letter => {
            out = format!("{out}/{}", t.raw(i).to_uppercase());
            i += 1;
        }
        gap @ (Gap::Slash | Gap::Hyphen) if small => {
            let sign = if gap == Gap::Slash { '/' } else { '-' };
            out = format!("{out}{sign}{next}");
            i += 1;
            // "14/8-11": from one house to another.
            let last = t.at(i);
            if t.gap(i) == Gap::Hyphen
                && i < limit
                && last.len() <= 3
                && last.bytes().all(|b| b.is_ascii_digit())
            {
                out = format!("{out}-{last}");
                i += 1;
            }
        }
        Gap::Blank
            if letter && t.gap(i + 1) >= Gap::Sign && !["e", "a"].contains(&next)
                || letter && i + 1 == limit =>
        {
            out = format!("{out}/{}", t.raw(i).to_uppercase());
            i += 1;
        }
        Gap::Blank if ["bis", "ter"].contains(&next) => {
            out = format!("{out} {next}");
            i += 1;
        }
        _ => {}
    }
    Some((out, i))
}

/// Words that stand where no place is known.
static PLACEHOLDERS: List = List::new(
    "varie vari varia diverse diversi diversa xxx xxxx nd territorio territoriale territoriali definire indirizzi indirizzo sedi plessi
     strade vie piazze intero intera tutto tutti tutte nessuna nessuno altro altra multiple multipli molteplici comuni seguenti
     non vedi elenco interessati interessate ubicazioni omissis nome numerose denominazione quota centri siti regione citta_",
);
/// A name does not begin with these.
static NOT_ALONE: List = List::new("cap tel foglio civico telefono");
/// Nothing follows: no name.
static ALONE: List = List::new(
    "comunale comunali centro principale pubblica pubbliche urbana urbane statale snc sn nuova vecchia vicinale
     campagna agro sede interna esterna aerea telematica sperimentale prioritaria definitiva preliminare ordinaria straordinaria esclusiva
     principali generale breve lungo finale diretta amministrativa legale industriale",
);
static NOT_STREETS: List = List::new(
    "alcune alcuni varie vari diverse diversi area aree comparto comune comuni distretto tratto tratti edificio edifici complesso immobile zona zone agro tutta quadrante
     sperimentale prioritaria telematica aerea fuga fughe sviluppo estinzione definizione dismissione completamento attuazione programmazione
     isolato blocco lotto asl sito parcheggio ciclabile centro_ studio formazione aggiornamento recupero lavori laurea vita opera
     natura carico sinistra particella presidio viabilita immobili adduzione opzionale esterno distretti ats",
);
/// Behind these the name of a comune belongs to the street.
static OF_NAMES: List = List::new(
    "porta porto ponte corte colle monte borgo villa san santa santo val valle castel citta nuova vecchia piazza via casa torre rocca madonna
     provinciale statale vicinale comunale pian piano piana fra e",
);
static DOUBTFUL: List = List::new("borgo villaggio strada str salita discesa traversa calle piazzola");
static UNITS: List = List::new(
    "alloggi appartamenti posti classi aule mq ml mc m km edifici unita interventi piani lotti plessi scuole kw kwp euro mesi anni
     postazioni gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
);
