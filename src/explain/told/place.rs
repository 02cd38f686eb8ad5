//! Where a project is, as part of a sentence.

use super::super::claim::Cite;
use super::super::facts::Facts;
use super::said::cites;
use crate::lang::{Lang, Word, w};
use crate::model::{Fact, FactKind, Spread};
use crate::text::fold::fold;
use crate::text::grammar::list;
use crate::title::{at_comune, whereabouts};

/// Where it is, at the start of a sentence of which it is no part; nothing where no table says it.
pub fn at_the_start(f: &Facts<'_>) -> (String, Vec<Cite>) {
    let mut used = Vec::new();
    let mut place = place(f, "", &mut used).unwrap_or_default();
    if f.lang == Lang::It && place.contains(", ") {
        place.push(',');
    }
    (place, cites(used))
}

/// Where, to the street; without the comune that a name says.
pub fn place<'a>(f: &Facts<'a>, name: &str, used: &mut Vec<&'a Fact>) -> Option<String> {
    let brief = f.brief?;
    let mut comuni = brief
        .places
        .iter()
        .filter_map(|p| f.catalogue.comune_name(p.comune?));
    let folded = format!(" {} ", fold(name));
    let says = comuni.any(|comune| folded.contains(&format!(" {} ", fold(comune))));
    let mut parts = Vec::new();
    let reach = reach(f).map(|(reach, _)| reach);
    if !says || reach == Some(Spread::Wider) {
        parts.extend(whereabouts(f.catalogue, brief, f.lang));
    }
    used.extend(
        f.project
            .fact(FactKind::Spread)
            .filter(|_| reach != Some(Spread::Seat)),
    );
    let lone = brief.places.len() == 1 && brief.places.iter().all(|p| p.comune.is_some());
    let is_said = |street: &&Fact| {
        let bare = street
            .value
            .trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
        folded.contains(&format!(" {} ", fold(bare)))
    };
    let street = f.project.fact(FactKind::Street).filter(|_| lone);
    let street = street.filter(|street| !is_said(street));
    let road = f.project.fact(FactKind::Road).filter(|road| !is_said(road));
    let hamlet = f
        .project
        .fact(FactKind::Locality)
        .filter(|_| lone && reach != Some(Spread::Wider));
    // A road is long, and a street may be in any part: the hamlet says where.
    let in_street = |hamlet: &Fact| street.is_some_and(|s| fold(&s.value).contains(&fold(&hamlet.value)));
    if let Some(hamlet) = hamlet.filter(|hamlet| !in_street(hamlet) && !is_said(hamlet)) {
        used.push(hamlet);
        parts.push(at_comune(&hamlet.value, f.lang));
    }
    if let Some(road) = road {
        used.push(road);
        parts.push(on_road(&road.value, f.lang));
    }
    if let Some(street) = street {
        used.push(street);
        let mut streets = vec![at_street(&street.value, f.lang)];
        let others: Vec<&Fact> = f
            .project
            .facts_of(FactKind::Street)
            .filter(|other| !std::ptr::eq(*other, street))
            .collect();
        // Of many streets none is the second.
        match others.as_slice() {
            [] => {}
            [other] => streets.push(at_street(&other.value, f.lang)),
            _ => streets.push(f.lang.say(w::SAY_WHERE_OTHER_STREETS).to_owned()),
        }
        used.extend(others);
        let streets: Vec<&str> = streets.iter().map(String::as_str).collect();
        parts.push(list(&streets, f.lang));
    }
    parts.extend(several(f).map(|word| f.lang.say(word).to_owned()));
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// What a text says of how far it reaches from the one comune of its rows.
pub fn reach<'a>(f: &Facts<'a>) -> Option<(Spread, &'a Fact)> {
    let fact = f.project.fact(FactKind::Spread)?;
    Some((Spread::from_code(&fact.value)?, fact))
}

/// "In più strade", where a text says so and names none.
pub fn several(f: &Facts<'_>) -> Option<Word> {
    let word = match reach(f)?.0 {
        Spread::Streets => w::SAY_WHERE_STREETS,
        Spread::Spots => w::SAY_WHERE_SPOTS,
        Spread::Wider | Spread::Seat => return None,
    };
    f.project.fact(FactKind::Street).is_none().then_some(word)
}

/// "la strada provinciale SP 12 Alfa, km 3".
pub fn the_road(road: &str, lang: Lang) -> String {
    let kind = match road.get(..2) {
        Some("SP") => w::SAY_WHERE_PROVINCIAL_ROAD,
        Some("SS") => w::SAY_WHERE_STATE_ROAD,
        _ => w::SAY_WHERE_REGIONAL_ROAD,
    };
    lang.fill(kind, &[("road", road)])
}

/// "le strade provinciali SP 12 e SP 13".
pub fn the_roads(roads: &[&str], lang: Lang) -> String {
    let class = |road: &&str| road.get(..2).unwrap_or_default().to_owned();
    let first = roads.first().map(class).unwrap_or_default();
    let alike = roads.iter().all(|road| class(road) == first);
    let kind = match first.as_str() {
        "SP" if alike => w::SAY_WHERE_PROVINCIAL_ROADS,
        "SS" if alike => w::SAY_WHERE_STATE_ROADS,
        "SR" if alike => w::SAY_WHERE_REGIONAL_ROADS,
        _ => w::SAY_WHERE_SEVERAL_ROADS,
    };
    lang.fill(kind, &[("roads", &list(roads, lang))])
}

/// "sulla strada provinciale SP 12".
pub fn on_road(road: &str, lang: Lang) -> String {
    let road = the_road(road, lang);
    let bare = road.strip_prefix("la ").unwrap_or(&road);
    lang.fill(w::SAY_WHERE_ON_ROAD, &[("road", bare)])
}

/// "sulle strade provinciali SP 12 e SP 13".
pub fn on_roads(roads: &[&str], lang: Lang) -> String {
    match roads {
        [road] => on_road(road, lang),
        _ => {
            let roads = the_roads(roads, lang);
            let bare = roads.strip_prefix("le ").unwrap_or(&roads);
            lang.fill(w::SAY_WHERE_ON_ROADS, &[("roads", bare)])
        }
    }
}

/// Words that a street begins with, small in a sentence.
const STREETS: [&str; 15] = [
    "via",
    "viale",
    "piazza",
    "piazzale",
    "piazzetta",
    "corso",
    "largo",
    "vicolo",
    "strada",
    "contrada",
    "lungarno",
    "scali",
    "terrazza",
    "localita",
    "borgo",
];

/// Those that begin another street wherever they stand; the rest may be a part of a name.
const OTHERS: [&str; 4] = ["Via", "Viale", "Piazza", "Piazzale"];
/// What stands between two streets of one address.
const JOINTS: [&str; 3] = ["-", "e", "ed"];

/// "in via Adige 12".
pub fn at_street(street: &str, lang: Lang) -> String {
    if let Some((first, other)) = street.split_once(", angolo ") {
        let other = at_street(other, lang);
        let other = other.split_once(' ').map_or(other.as_str(), |(_, bare)| bare);
        let values = [("street", at_street(first, lang)), ("other", other.to_owned())];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        return lang.fill(w::SAY_WHERE_CORNER, &values);
    }
    let written = |street: String| match street.split_once(' ') {
        Some((head, rest)) if lang == Lang::It && is_street(&street) => {
            format!("{} {rest}", head.to_lowercase())
        }
        _ => street,
    };
    let streets: Vec<String> = apart(street).into_iter().map(written).collect();
    let streets: Vec<&str> = streets.iter().map(String::as_str).collect();
    let streets = list(&streets, lang);
    match lang {
        Lang::It => format!("in {streets}"),
        Lang::En => format!("at {streets}"),
    }
}

/// The streets of an address that names several: "Via Alfa Via Beta", "Via Alfa/Via Beta", "Via
/// Alfa e Viale Beta". "Via Martiri di Via Alfa" is one.
fn apart(address: &str) -> Vec<String> {
    let spaced = address.replace("/Via ", " - Via ").replace("-Via ", " - Via ");
    let mut streets: Vec<Vec<&str>> = Vec::new();
    for word in spaced.split_whitespace() {
        match streets.last_mut() {
            Some(last) if OTHERS.contains(&word) && last.len() > 1 && !leads_on(last) => {
                while last.last().is_some_and(|end| JOINTS.contains(end)) {
                    last.pop();
                }
                streets.push(vec![word]);
            }
            Some(last) => last.push(word),
            None => streets.push(vec![word]),
        }
    }
    if streets.len() < 2 || streets.iter().any(|street| street.len() < 2) {
        return vec![address.to_owned()];
    }
    let whole = |street: &Vec<&str>| street.join(" ").trim_end_matches(',').to_owned();
    streets.iter().map(whole).collect()
}

/// Whether the words end with one that leads on: "Martiri di".
fn leads_on(words: &[&str]) -> bool {
    words
        .last()
        .is_some_and(|word| !JOINTS.contains(word) && word.starts_with(char::is_lowercase))
}

/// Whether an address begins with the word of a street.
fn is_street(address: &str) -> bool {
    let head = address.split(' ').next().unwrap_or_default();
    STREETS.contains(&fold(head).as_str())
}

/// An address as a place of a sentence: "in via Adige 12", "in località Alfa", "in vari punti del
/// comune". None where it is only letters that stand for streets ("V Alfa V Beta").
pub fn at_address(address: &str, lang: Lang) -> Option<String> {
    let (head, rest) = address.split_once([' ', '.']).unwrap_or((address, ""));
    let rest = rest.trim_start_matches(['.', ' ']);
    let fill = |word: Word| lang.fill(word, &[("address", rest)]);
    let words = fold(address);
    let has = |list: &[&str]| words.split(' ').any(|word| list.contains(&word));
    if is_street(address) && !has(&["varie", "vari"]) {
        return Some(at_street(address, lang));
    }
    Some(match fold(head).as_str() {
        _ if has(&["vari", "varie", "alcune", "alcuni", "diverse", "diversi"]) => {
            lang.say(w::SAY_WHERE_AT_VARIOUS).to_owned()
        }
        "v" => return None,
        "strade" if words == "strade comunali" => lang.say(w::SAY_WHERE_AT_VARIOUS).to_owned(),
        "loc" | "localita" if !rest.is_empty() => fill(w::SAY_WHERE_AT_LOCALITY),
        "frazione" | "fraz" if !rest.is_empty() => fill(w::SAY_WHERE_AT_HAMLET),
        _ => lang.fill(w::SAY_WHERE_AT_ADDRESS, &[("address", address)]),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Via Adige 12", Some("in via Adige 12"))]
    #[case("Via Alfa Via Beta Via Gamma", Some("in via Alfa, via Beta e via Gamma"))]
    #[case("Via Alfa e Viale della Beta", Some("in via Alfa e viale della Beta"))]
    #[case("Via Alfa/Via Beta", Some("in via Alfa e via Beta"))]
    #[case("Via Alfa - Via Beta 2", Some("in via Alfa e via Beta 2"))]
    #[case("Via Martiri di Via Alfa 3", Some("in via Martiri di Via Alfa 3"))]
    #[case("Lungarno Alfa 3", Some("in lungarno Alfa 3"))]
    #[case(
        "Viale Alfa, angolo Via Beta 3",
        Some("in viale Alfa all'angolo con via Beta 3")
    )]
    #[case("Loc. Alfa Gore", Some("in località Alfa Gore"))]
    #[case("Frazione Beta", Some("nella frazione di Beta"))]
    #[case("Varie Vie del Comune", Some("in vari punti del comune"))]
    #[case("Vie Varie", Some("in vari punti del comune"))]
    #[case("V A. Alfa V B. Beta V", None)]
    #[case("La Gamma", Some("all'indirizzo La Gamma"))]
    fn an_address_is_said_as_a_place(#[case] address: &str, #[case] said: Option<&str>) {
        assert_eq!(at_address(address, Lang::It).as_deref(), said);
    }
}
