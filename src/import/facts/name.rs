//! The proper name of the thing, as people say it.
//!
//! What is kept is the name of a building, a site, a line ("Teatro Alfa"); the description of the
//! works is the publisher's text and never kept, and neither is the name of a person or of a firm.
//! So a name begins with a word of the list of buildings and places, holds a part of its own, and
//! consists of words that names are made of. At the first doubt there is no name.

mod ask;
mod begin;
mod case;
mod fuller;
mod head;
mod hospital;
mod judge;
mod parts;
mod rail;
mod several;
mod ways;
mod words;

use super::place::{span, street_at};
use super::source::{self, Source};
use super::{Found, Texts};
use crate::model::{ComuneCode, FactKind, TextColumn, Thing};
use crate::text::fold::fold;
use crate::text::repair::is_shouted;
use crate::text::tokens::{Gap, Tokens};
use ask::Ask;
use begin::{CALLED, is_of_it, is_parted, may_begin};
use head::Head;
use words::{is_firm_word, is_generic, is_particle, is_stop};

/// Most words of a name.
const MAX_WORDS: usize = 8;

/// Words that end in an accented letter, without it: another text may have dropped it.
fn accented(sources: &[Source]) -> Vec<String> {
    let mut out = Vec::new();
    for t in sources.iter().map(|s| &s.words).filter(|t| !t.text().is_ascii()) {
        for i in 0..t.len() {
            if t.raw(i)
                .ends_with(['à', 'è', 'é', 'ì', 'ò', 'ù', 'À', 'È', 'É', 'Ì', 'Ò', 'Ù'])
            {
                let mut stem = t.at(i).to_owned();
                stem.pop();
                out.push(stem);
            }
        }
    }
    out
}

/// A name and what is to be known of it.
struct Name {
    value: String,
    /// One of its kind in its comune.
    is_service: bool,
    /// It reaches the end of a text that its table cut.
    is_open: bool,
}

/// Adds the name: of the title when it was written for people, else of the summary, of the title,
/// of the tenders.
pub(super) fn add(texts: &Texts, sources: &[Source], tenders: &[Source], out: &mut Vec<Found>) {
    if source::is_digital(texts) || !source::is_work(texts) {
        return;
    }
    let comuni = source::comuni(texts);
    let mut order: Vec<&Source> = sources.iter().collect();
    order.sort_by_key(|s| s.column != TextColumn::Title || is_shouted(s.words.text()));
    let stems = accented(sources);
    let ask = Ask {
        comuni: &comuni,
        own: texts.comuni,
        stems: &stems,
        squares: false,
        known: texts.known,
        is_anywhere: false,
        is_of_villages: texts.submeasure.starts_with("M1C3I2.01"),
    };
    let all = || order.iter().copied().chain(tenders.iter().take(4));
    // A square is the thing where nothing else is.
    let thing = out
        .iter()
        .find(|f| f.kind == FactKind::Thing)
        .map(|f| f.value.as_str());
    let is_square = thing.is_none_or(|code| code == Thing::Square.code());
    // What stands among words that a list has is surer than what stands among any.
    for (squares, is_anywhere) in [(false, false), (false, texts.nature != "02"), (true, false)] {
        if squares && !is_square {
            break;
        }
        let ask = Ask {
            squares,
            is_anywhere,
            ..ask
        };
        for source in all() {
            let name =
                of_source(source, &ask).filter(|n| !n.is_open && n.value.split(' ').count() <= MAX_WORDS);
            // A tender may be for many buildings: its name must stand in title or summary, too.
            let is_tender = source.column == TextColumn::TenderObject;
            let is_others = is_tender && !sources.is_empty();
            let name = name.filter(|n| !is_others || !n.is_service && is_echoed(&n.value, sources));
            // Of many tenders the first says what the others are for.
            let is_stray = |n: &Name| is_tender && !is_others && is_anywhere && !is_kin(&n.value, tenders);
            if let Some(name) = name.filter(|n| !is_stray(n)) {
                let value = fuller::with_more(name.value, sources.iter().chain(tenders));
                let value = of_comune(value, texts);
                out.push(Found::new(FactKind::Name, value, source.column));
                return;
            }
        }
    }
    let other = |s: &Source| {
        let value = hospital::of_a_body(&s.words, texts);
        let value = value.or_else(|| rail::line(&s.words, &comuni, texts));
        Some((value.or_else(|| ways::line(&s.words))?, s.column))
    };
    if let Some((value, column)) = all().find_map(other) {
        out.push(Found::new(FactKind::Name, value, column));
        return;
    }
    // Where nothing else is known the tenders say it.
    let told = if sources.is_empty() { tenders } else { sources };
    let several = told.iter().map(|source| match parts_of(source, &ask) {
        names if names.len() > 1 => (source, names),
        _ if source.is_cut => (source, Vec::new()),
        _ => (source, several::of(&source.words, &comuni)),
    });
    if let Some((source, names)) = several.into_iter().find(|(_, names)| names.len() > 1) {
        let parts = names.into_iter().take(parts::MOST);
        out.extend(parts.map(|value| Found::new(FactKind::Part, value, source.column)));
    }
}

/// All houses and squares that a text names, each once.
fn parts_of(source: &Source, ask: &Ask) -> Vec<String> {
    let t = &source.words;
    let segments = t.segments();
    let mut out: Vec<String> = Vec::new();
    for (n, &(from, to)) in segments.iter().enumerate() {
        if n == 1 && segments.len() > 2 || (from..to).any(|i| is_firm_word(t, i)) {
            continue;
        }
        let open_end = source.is_cut && n + 1 == segments.len();
        let named = parts::between(from, to, |i| {
            if let Some(n) = comune_at(t, i, ask.comuni) {
                return Some((None, i + n));
            }
            let head = head::at(t, i).filter(|head| parts::begins(t, from, i, head.is_street))?;
            let (name, end) = of_head(t, i, head, to, open_end, ask)?;
            let fits = !name.is_open && name.value.split(' ').count() <= MAX_WORDS;
            Some((fits.then_some(name.value), end))
        });
        for name in named {
            if !out.iter().any(|known| is_same(known, &name)) {
                out.push(name);
            }
        }
    }
    out
}

/// A word of the name's own stands in title or summary.
fn is_echoed(value: &str, sources: &[Source]) -> bool {
    let folded = fold(value);
    let own = folded.split(' ').filter(|w| w.len() > 3 && !is_generic(w));
    let stands = |word: &str| {
        sources
            .iter()
            .any(|s| (0..s.words.len()).any(|i| s.words.at(i) == word))
    };
    own.into_iter().any(stands)
}

/// A word of the name, be it only "scuola", stands in the first of the tenders, or one of its own in
/// several.
fn is_kin(value: &str, tenders: &[Source]) -> bool {
    let folded = fold(value);
    let stands = |t: &Tokens, word: &str| (0..t.len()).any(|i| t.at(i) == word);
    let long = || folded.split(' ').filter(|word| word.len() > 3);
    let in_first = tenders
        .first()
        .is_some_and(|first| long().any(|word| stands(&first.words, word)));
    let several = |word: &str| tenders.iter().filter(|s| stands(&s.words, word)).count() >= SEVERAL;
    in_first || long().any(|word| !is_generic(word) && several(word))
}

/// So many tenders that name a building are not for one beside.
const SEVERAL: usize = 2;

/// "Ospedale Alfa" of the comune Alfa is the "Ospedale di Alfa".
fn of_comune(value: String, texts: &Texts) -> String {
    for head in [
        "Ex presidio ospedaliero ",
        "Ex ospedale ",
        "Vecchio ospedale ",
        "Presidio ospedaliero ",
        "Ospedale ",
        "Stazione ",
        "Stazione ferroviaria ",
    ] {
        let Some(rest) = value.strip_prefix(head) else {
            continue;
        };
        let folded = fold(rest);
        if is_near(&folded, texts) {
            return format!("{head}di {rest}");
        }
    }
    value
}

/// A comune of the project or of its provinces.
fn is_near(folded: &str, texts: &Texts) -> bool {
    let near = |code: &ComuneCode| {
        texts
            .comuni
            .iter()
            .any(|(_, own)| own.province() == code.province())
    };
    source::comuni(texts).iter().any(|own| own == folded) || texts.known.named(folded).iter().any(near)
}

fn of_source(source: &Source, ask: &Ask) -> Option<Name> {
    let t = &source.words;
    let segments = t.segments();
    let first = segments.first()?;
    // "VIA SEDI ISTITUTO": the works are in many buildings.
    if segments
        .get(1)
        .is_some_and(|&(from, _)| t.is_phrase(from, &["via", "sedi", "istituto"]))
    {
        return None;
    }
    // The project of a firm, or of a body on a list: its name is no site.
    if (first.0..first.1).any(|i| is_firm_word(t, i) || is_code(t.at(i))) {
        return None;
    }
    for (n, &(from, to)) in segments.iter().enumerate() {
        if n == 1 && segments.len() > 2 || (from..to).any(|i| is_firm_word(t, i)) {
            continue;
        }
        let open_end = source.is_cut && n + 1 == segments.len();
        let named = of_segment(t, from, to, open_end, ask);
        if !named.is_empty() {
            return together(named);
        }
    }
    None
}

/// One name, or two that the works are for: "Scuola Alfa e scuola Beta". Of three or more none is
/// the name of the work.
fn together(named: Vec<Name>) -> Option<Name> {
    let mut named = named.into_iter();
    let (first, second) = (named.next()?, named.next());
    if named.next().is_some() {
        return None;
    }
    let Some(second) = second else {
        return Some(first);
    };
    let acronym = second.value.chars().take(2).all(char::is_uppercase);
    let value = if acronym {
        second.value
    } else {
        case::small(&second.value)
    };
    Some(Name {
        value: format!("{} e {value}", first.value),
        is_service: first.is_service || second.is_service,
        is_open: first.is_open || second.is_open,
    })
}

/// "su00123": the number of a body on a list.
fn is_code(folded: &str) -> bool {
    folded.len() > 5 && folded.starts_with("su") && folded[2..].bytes().all(|b| b.is_ascii_digit())
}

/// The names in a part of the text: the first, and those of the same kind right behind it.
fn of_segment(t: &Tokens, from: usize, to: usize, open_end: bool, ask: &Ask) -> Vec<Name> {
    let mut i = from;
    let mut behind = from;
    // "PISTA CICLABILE VIA ALFA - PARCO BETA": what a way leads to is not what it is.
    let is_way = WAYS.contains(&t.at(from));
    while i < to && !(is_way && i > from) {
        if let Some(n) = comune_at(t, i, ask.comuni) {
            i += n;
            continue;
        }
        if let Some((end, _)) =
            street_at(t, i, to).filter(|_| !(ask.squares && ["piazza", "borgo"].contains(&t.at(i))))
        {
            i = end.max(i + 1);
            behind = i;
            continue;
        }
        if let Some(head) = head::at(t, i)
            && head.is_street == ask.squares
            && !(ask.squares
                && (i > from && ["in", "a", "presso", "sita", "sito"].contains(&t.at(i - 1))
                    || ask.is_of_villages))
            && (may_begin(t, from, i) || ask.is_anywhere && is_of_it(t, from, i, head) || i == behind)
            && let Some((name, end)) = of_head(t, i, head, to, open_end, ask)
        {
            let mut out = vec![name];
            more(t, (end, to), head, open_end, ask, &mut out);
            return out;
        }
        i += 1;
    }
    Vec::new()
}

/// The buildings of the same kind whose names stand right behind the first.
fn more(t: &Tokens, (from, to): (usize, usize), head: Head, open_end: bool, ask: &Ask, out: &mut Vec<Name>) {
    let mut i = from;
    let mut gone = 0;
    while i < to && gone <= MOST_BETWEEN {
        let next = head::at(t, i).filter(|h| h.list().is_some() && h.list() == head.list());
        match next.and_then(|h| of_head(t, i, h, to, open_end, ask)) {
            Some((name, end)) => {
                if !out.iter().any(|known| is_same(&known.value, &name.value)) {
                    out.push(name);
                }
                (i, gone) = (end, 0);
            }
            None => (i, gone) = (i + 1, gone + 1),
        }
    }
}

/// What leads from one place to another.
const WAYS: &[&str] = &[
    "pista",
    "percorso",
    "collegamento",
    "tratto",
    "itinerario",
    "connessione",
    "passerella",
];

/// So many words stand between two names of one list: "(SEZ. ASS.)", "di Alfa e della".
const MOST_BETWEEN: usize = 4;

/// The own words of one are all in the other: "P.O. Alfa", "Presidio ospedaliero di Alfa".
fn is_same(a: &str, b: &str) -> bool {
    let own = |name: &str| -> Vec<String> {
        let words = fold(name);
        let own = words.split(' ').filter(|w| !is_generic(w) && !is_particle(w));
        own.map(str::to_owned).collect()
    };
    let (a, b) = (own(a), own(b));
    a.iter().all(|w| b.contains(w)) || b.iter().all(|w| a.contains(w))
}

/// A building begins here that is one of a list.
fn begins_another(t: &Tokens, i: usize) -> bool {
    head::at(t, i).is_some_and(|h| h.is_strong && h.list().is_some())
}

/// The part of the text ends here, or the words that name a place.
fn ends_part(t: &Tokens, i: usize, to: usize) -> bool {
    i >= to || is_parted(t, i)
}

/// The name that begins with this head, and where it ends.
fn of_head(
    t: &Tokens,
    start: usize,
    head: Head,
    to: usize,
    open_end: bool,
    ask: &Ask,
) -> Option<(Name, usize)> {
    let comuni = ask.comuni;
    let mut from = start + head.len;
    if let Some((value, end)) = by_street(t, head, from, to) {
        let name = Name {
            value,
            is_open: open_end && end == to,
            is_service: true,
        };
        return Some((name, end));
    }
    // "COT ZONA ALTA VAL BETA": what it serves; "ZONA BETESE" is that of its town.
    if head.is_service() && t.at(from) == "zona" && from + 2 < to && !is_parted(t, from + 2) {
        from += 1;
    }
    // "NIDO D'INFANZIA DENOMINATO LA FARFALLA".
    if CALLED.contains(&t.at(from)) && from + 1 < to {
        from += 1;
    }
    // "POLO INFANZIA 06 ALFA", "POLO INFANZIA 0-6 ALFA".
    if t.at(from) == "06" && from + 1 < to {
        from += 1;
    } else if t.is_phrase(from, &["0", "6"]) && from + 2 < to {
        from += 2;
    }
    // "ASILO NIDO COMUNALE NIDO DI ALFA": the thing once more.
    let again =
        (from..to.min(from + 3)).find(|&i| i > from && t.at(i) == t.at(from - 1) && t.gap(i) == Gap::Blank);
    if let Some(again) = again.filter(|&again| (from..again).all(|i| is_generic(t.at(i)))) {
        from = again + 1;
    }
    let from = from;
    let shouted = !(start..to.min(start + 6)).any(|i| t.raw(i).chars().skip(1).any(char::is_lowercase));
    // "PONTE ALFA" alone may be a village.
    if t.at(start) == "ponte"
        && !(start > 0 && is_particle(t.at(start - 1)))
        && (0..t.len()).filter(|&i| t.at(i) == "ponte").count() < 2
    {
        return None;
    }
    // "GLI ASILI NIDO COMUNALE ALFA E BETA" are two.
    if start > 0 && ["asili", "nidi", "scuole", "plessi", "istituti"].contains(&t.at(start - 1)) {
        return None;
    }
    // "EDIFICIO SCOLASTICO LICEO ALFA", "PIAZZA IC ALFA": the name is the other thing's.
    if t.at(from) == "ic" || head::at(t, from).is_some_and(|h| h.is_strong && from < to) {
        return None;
    }
    let mut end = from;
    while end < to {
        let word = t.at(end);
        // "C.SO ALFA" is no initial.
        let initial = word.len() == 1 && t.is_followed_by(end + 1, ".") && street_at(t, end, to).is_none();
        if initial && !is_parted(t, end) {
            end += 1;
            continue;
        }
        let day = word.len() <= 2 && span::is_number(word) && words::is_month(t.at(end + 1));
        if is_parted(t, end) && t.gap(end) != Gap::Quote
            || word == t.at(start)
            || end > from && word.starts_with("nuov") && is_generic(t.at(end + 1))
            || is_stop(word) && !ends_so(t, end)
            || end > start
                && ["piazza", "p"].contains(&word)
                && !is_particle(t.at(end - 1))
                && t.at(end + 1) != "ospedale"
            || span::is_works(word)
            || span::is_number(word) && !day
            || street_at(t, end, to).is_some() && !is_particle(t.at(end - 1))
        {
            break;
        }
        // The whole name of a comune, whatever words it has.
        if let Some(n) = comune_at(t, end, comuni).filter(|n| end > from && end + n <= to) {
            end += n;
            continue;
        }
        // "a Grosseto", "in comune di": the place, not the name; "SAN ALFA IN BETO" is a village.
        let village =
            word == "in" && end >= from + 2 && words::is_title(t.at(end - 2)) && ends_part(t, end + 2, to);
        if ["a", "ad", "in"].contains(&word)
            && (comune_at(t, end + 1, comuni).is_some()
                || t.at(end + 1).len() > 3 && t.at(end) == "in" && !village)
        {
            break;
        }
        // "MUSEO ALFA E DEL TEATRO": two things.
        if word == "e" && (span::is_particle(t.at(end + 1)) || begins_another(t, end + 1)) {
            break;
        }
        // "ALFA BETANIA PT": the sign of the province behind the comune.
        let sign =
            word.len() == 2 && (from..end).any(|k| comune_at(t, k, comuni).is_some_and(|n| k + n == end));
        // "NIDO ALFA AD ALTA EFFICIENZA".
        if sign && !is_particle(word) || word == "ad" && t.at(end + 1) == "alta" {
            break;
        }
        // Another building begins.
        if end > from
            && head::at(t, end).is_some_and(|h| h.is_strong)
            && !is_particle(t.at(end - 1))
            && !is_generic(t.at(end - 1))
        {
            break;
        }
        // Written for people: names are large.
        let small = t.raw(end).chars().next().is_some_and(char::is_lowercase);
        if !shouted && small && !is_particle(word) && !is_generic(word) {
            break;
        }
        end += 1;
    }
    let figure_follows = span::is_number(t.at(end)) && end < to && !is_parted(t, end);
    if (head.is_street || head.is_service()) && figure_follows {
        return None;
    }
    // "STAZIONE ALFA - BETA": which of the two is not told; "a valle" is no name.
    let dash = t.gap(end) == Gap::Slash || t.gap(end) == Gap::Sign && t.is_followed_by(end, " -");
    let goes_on = !is_stop(t.at(end)) && !span::is_works(t.at(end)) && !is_generic(t.at(end));
    let halved = dash && (head.label.starts_with("stazione") || head.is_line() && goes_on);
    if halved || t.is_phrase(from, &["a", "valle"]) {
        return None;
    }
    let reaches_end = open_end && end == to;
    let spelt = judge::misspelt(t, from, end).unwrap_or(end);
    // "SANT'ANTONIO NONO PIANO", "ALFA E CONVITTO", "OLIO VIII": not of the name.
    let spelt = if t.at(spelt) == "piano" && spelt > from {
        spelt - 1
    } else {
        spelt
    };
    let mut name = without_comune(t, from, spelt, comuni);
    // "POLICLINICO ALFA PTV": an acronym stands beside the name that it is short for.
    let short = |i: usize| t.at(i).len() > 2 && !t.at(i).contains(['a', 'e', 'i', 'o', 'u']);
    if name > from + 1 && short(name - 1) && !judge::is_roman(t, name - 1) {
        name -= 1;
    }
    if name > from + 2 && t.at(name - 2) == "e" && is_generic(t.at(name - 1)) {
        name -= 2;
    }
    if name > from + 1 && judge::is_roman(t, name - 1) && !judge::is_numbered(t, name) {
        name -= 1;
    }
    while name > from
        && (is_particle(t.at(name - 1))
            || words::cannot_end(t.at(name - 1))
                && !(name > from + 1 && words::is_given_name(t.at(name - 2))))
        && !judge::is_numbered(t, name)
    {
        name -= 1;
    }
    // "PALAZZETTO DI": the text ends in the middle of the name.
    let is_cut = name < end && end == t.len() && is_particle(t.at(end - 1)) && !judge::is_numbered(t, end);
    // "SCUOLA … N. 3 ALFA": the text goes on with more of the name.
    let words = name - start;
    if name <= from
        || is_cut
        || words > MAX_WORDS
        || !judge::is_a_name(t, start, from, name, head, ask)
        || judge::is_spelt_in_two_ways(t, from, name)
        || (from..name).any(|i| ask.stems.iter().any(|s| s == t.at(i)))
    {
        return None;
    }
    let mut value = case::written(t, head, from, name);
    let mut behind = name;
    if let Some(half) = other_half(t, head, name, end, to, ask) {
        value = format!("{value}-{}", case::own(t, name, half));
        behind = half;
    }
    let found = Name {
        value,
        is_open: reaches_end && name == end || open_end && behind == to,
        is_service: head.is_service() || head.is_landmark,
    };
    Some((found, behind))
}

/// "IIS ALFA - DI BETO": an institute that two became one has both names. Where the second ends.
fn other_half(t: &Tokens, head: Head, name: usize, end: usize, to: usize, ask: &Ask) -> Option<usize> {
    let parted = name == end && end < to && t.gap(end) == Gap::Sign;
    let dash = [" -", "-"].iter().any(|sign| t.is_followed_by(end, sign));
    if !(parted && dash && head.is_secondary()) {
        return None;
    }
    let half = (end..to).find(|&i| i > end && is_parted(t, i)).unwrap_or(to);
    let words: Vec<&str> = (end..half).map(|i| t.at(i)).collect();
    let own = |w: &&str| w.len() > 3 && !is_generic(w) && !is_stop(w) && !words::is_common(w);
    let plain = |w: &&str| !words::cannot_end(w) && !span::is_works(w) && !span::is_number(w);
    let named = words.iter().filter(|w| !is_particle(w));
    let is_name = named.clone().all(|w| own(w) && plain(w)) && (1..=2).contains(&named.count());
    let near = |part: &str| words.iter().any(|w| strsim::osa_distance(w, part) <= 2);
    let place = ask
        .comuni
        .iter()
        .flat_map(|c| c.split(' '))
        .any(|part| part.len() > 3 && near(part))
        || !ask.known.named(&words.join(" ")).is_empty();
    (is_name && !place && head::at(t, end).is_none()).then_some(half)
}

/// "POLIAMBULATORIO VIA ALFA": people call it by its street.
fn by_street(t: &Tokens, head: Head, from: usize, to: usize) -> Option<(String, usize)> {
    if head.label != "poliambulatorio" || t.at(from) != "via" {
        return None;
    }
    let (end, _) = street_at(t, from, to).filter(|(_, has_number)| !has_number)?;
    let street = span::written(t, "", from + 1, end);
    Some((format!("Poliambulatorio di via {street}"), end))
}

/// "LA CASETTA SUL FIUME": the last two words of their part.
fn ends_so(t: &Tokens, i: usize) -> bool {
    ["sul", "sulla", "sull", "nel"].contains(&t.at(i))
        && t.gap(i + 2) == Gap::Star
        && !words::is_common(t.at(i + 1))
}

/// How many words of a comune's name stand at `at`.
fn comune_at(t: &Tokens, at: usize, comuni: &[String]) -> Option<usize> {
    comuni.iter().find_map(|comune| {
        let parts: Vec<&str> = comune.split(' ').collect();
        t.is_phrase(at, &parts).then_some(parts.len())
    })
}

/// The words from `at` to the end of the text begin the name of a comune: the table cut it.
fn begins_comune(t: &Tokens, at: usize, end: usize, comuni: &[String]) -> bool {
    let words: Vec<&str> = (at..end).map(|i| t.at(i)).collect();
    // "SANTA CROCE SULLAR" lost an apostrophe, too.
    let half = words.concat();
    let begins = |comune: &String| comune.contains(' ') && comune.replace(' ', "").starts_with(&half);
    end == t.len() && words.len() > 1 && comuni.iter().any(begins)
}

/// The name without its comune at the end, when something of its own is left.
fn without_comune(t: &Tokens, from: usize, end: usize, comuni: &[String]) -> usize {
    for at in from..end {
        let whole = comune_at(t, at, comuni).is_some_and(|n| at + n == end);
        if !whole && !begins_comune(t, at, end, comuni) {
            continue;
        }
        // "NUOVO DI BOSCO ALFA", "ISOLA DI ALFA" name a place within Alfa.
        let within = |part: usize, of: usize| {
            at > from + 1 && ["di", "a"].contains(&t.at(at - part)) && span::is_beginning(t.at(at - of))
        };
        if within(2, 1) || within(1, 2) {
            return end;
        }
        let mut rest = at;
        while rest > from && is_particle(t.at(rest - 1)) && !judge::is_numbered(t, rest) {
            rest -= 1;
        }
        if judge::has_own_part(t, from, rest) && !words::cannot_end(t.at(rest - 1)) {
            return rest;
        }
    }
    end
}
