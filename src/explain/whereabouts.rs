//! Where: one comune, several, a province, a region, the nation; a project that also lies
//! elsewhere is never shown as a comune's own.

use super::claim::{Cite, Claim};
use super::facts::{Facts, cite};
use super::plain::plain_address;
use super::told::{at_address, at_street, on_roads, reach, several};
use crate::lang::{Lang, w};
use crate::model::{ComuneCode, Fact, FactKind, Place, ProvinceCode, RegionCode, SourceId, Spread, Table};
use crate::text::fold::fold;
use crate::text::grammar::{in_province, list, the_region};
use crate::text::number::{decimal, integer};
use crate::title::{at_comune, in_area};

/// Comuni named in a sentence, and shares told one by one.
const MOST_COMUNI: usize = 5;
const MOST_SHARES: usize = 4;
const MOST_PROVINCES: usize = 2;
/// Comuni that are all named, in two or three sentences where they are many.
const MOST_IN_TWO: usize = 12;
const MOST_NAMED: usize = 15;

pub(super) fn claims(f: &Facts<'_>) -> Vec<Claim> {
    let places = &f.project.places;
    if places.is_empty() {
        return vec![unplaced(f)];
    }
    let mut out = comuni(f);
    out.extend(unknown(f));
    out.extend(wider(f));
    out.extend(elsewhere(f));
    out
}

pub(super) fn column(f: &Facts<'_>, source: SourceId) -> &'static str {
    match f.table(source) {
        Some(Table::Candidatures) => "comune",
        Some(Table::PncPlaces | Table::PncProjects) => "Comune",
        _ => "Descrizione Comune",
    }
}

/// No table gives a place: the body's name, or the archive, is what there is.
fn unplaced(f: &Facts<'_>) -> Claim {
    match f.lead() {
        Some((role, body, source)) => {
            let of = f.of(&body.name);
            f.derived(
                w::SAY_WHERE_BODY,
                &[("of_body", &of)],
                vec![cite(source, f.body_column(source, role))],
            )
        }
        None => {
            let region = match f.lang {
                Lang::It => the_region(&f.catalogue.region_name),
                Lang::En => f.catalogue.region_name.clone(),
            };
            f.derived(w::SAY_WHERE_ARCHIVE, &[("region", &region)], f.cite_code())
        }
    }
}

fn is_inside(f: &Facts<'_>, place: &Place) -> bool {
    f.catalogue.region.is_none() || place.region == f.catalogue.region
}

fn comuni(f: &Facts<'_>) -> Vec<Claim> {
    let inside = |p: &&Place| is_inside(f, p);
    let mut chosen: Vec<&Place> = f.project.places.iter().filter(inside).collect();
    if chosen.is_empty() {
        chosen = f.project.places.iter().collect();
    }
    let mut found: Vec<(ComuneCode, &Place)> = Vec::new();
    for place in chosen {
        if let Some(comune) = place.comune
            && !found.iter().any(|(c, _)| *c == comune)
        {
            found.push((comune, place));
        }
    }
    let named: Vec<(&str, ComuneCode, &Place)> = found
        .iter()
        .filter_map(|(code, place)| Some((f.catalogue.comune_name(*code)?, *code, *place)))
        .collect();
    let cites: Vec<Cite> = named
        .iter()
        .map(|(_, _, p)| cite(p.source, column(f, p.source)))
        .collect();
    match named.as_slice() {
        [] => Vec::new(),
        [(name, code, place)] => {
            let mut out = vec![one(f, name, *code, place, cites)];
            out.extend(addresses(f, *code, place));
            out
        }
        many => {
            let mut names: Vec<&str> = many.iter().map(|(n, _, _)| *n).collect();
            let few = many.len() <= MOST_COMUNI;
            if !few {
                names.sort_unstable();
            }
            let provinces = provinces_of(f, many);
            let count = integer(many.len() as i64, f.lang);
            if few && provinces.is_none() {
                let values = [("count", count), ("comuni", list(&names, f.lang))];
                let values = values.each_ref().map(|(k, v)| (*k, v.as_str()));
                let all = f.observed(w::SAY_WHERE_COMUNI, &values, cites);
                return std::iter::once(all).chain(shares(f, many)).collect();
            }
            let provinces = provinces.map_or_else(String::new, |said| format!(", {said}"));
            let values = [("count", count.as_str()), ("provinces", &provinces)];
            let mut out = vec![f.observed(w::SAY_WHERE_MANY, &values, cites.clone())];
            if many.len() <= MOST_NAMED {
                let parts = if few {
                    1
                } else if many.len() <= MOST_IN_TWO {
                    2
                } else {
                    3
                };
                let parts = names.chunks(names.len().div_ceil(parts));
                out.extend(parts.enumerate().map(|(i, names)| {
                    let word = match i {
                        0 => w::SAY_WHERE_THEY_ARE,
                        1 => w::SAY_WHERE_AND,
                        _ => w::SAY_WHERE_AND_LAST,
                    };
                    f.observed(word, &[("comuni", &list(names, f.lang))], cites.clone())
                }));
                out.extend(shares(f, many));
                return out;
            }
            // Where so many cannot be read, those with the most people.
            let mut largest: Vec<&(&str, ComuneCode, &Place)> = many.iter().collect();
            let people = |code: ComuneCode| f.catalogue.comuni.get(&code).and_then(|c| c.population);
            largest.sort_by_key(|(name, code, _)| (std::cmp::Reverse(people(*code)), *name));
            let names: Vec<&str> = largest.iter().take(MOST_SHARES).map(|(n, _, _)| *n).collect();
            out.push(f.observed(w::SAY_WHERE_AMONG, &[("comuni", &list(&names, f.lang))], cites));
            out
        }
    }
}

/// "In provincia di Arezzo e in provincia di Siena": those of the comuni, where they are few.
fn provinces_of(f: &Facts<'_>, comuni: &[(&str, ComuneCode, &Place)]) -> Option<String> {
    let mut provinces: Vec<&str> = Vec::new();
    let codes = comuni.iter().filter_map(|(_, code, _)| code.province());
    for name in codes.filter_map(|code| Some(f.catalogue.provinces.get(&code)?.name.as_str())) {
        if !provinces.contains(&name) {
            provinces.push(name);
        }
    }
    provinces.sort_unstable();
    let said = provinces.iter().map(|name| province_phrase(name, f.lang));
    let said: Vec<String> = said.collect();
    let most = if comuni.len() <= MOST_COMUNI {
        1
    } else {
        MOST_PROVINCES
    };
    (1..=most).contains(&said.len()).then(|| list(&said, f.lang))
}

/// "Il progetto è a Seravezza, in provincia di Lucca, in via Roma 1."
fn one(f: &Facts<'_>, name: &str, code: ComuneCode, place: &Place, mut cites: Vec<Cite>) -> Claim {
    let mut at = at_comune(name, f.lang);
    let province = code.province().and_then(|p| f.catalogue.provinces.get(&p));
    if let Some(province) = province.filter(|p| p.name != name) {
        at = format!("{at}, {}", province_phrase(&province.name, f.lang));
    }
    let locality = f.project.fact(FactKind::Locality);
    let street = f.project.fact(FactKind::Street);
    let street = street.or(f.project.fact(FactKind::Seat));
    // A table of its own for addresses comes before what a text says.
    let told: Vec<&Fact> = match f.project.places.len() {
        1 => locality.into_iter().chain(street).collect(),
        _ => Vec::new(),
    };
    let addresses = addresses_of(f, code);
    // "A Gore, all'indirizzo Loc. Gore" says it twice.
    let said = |fact: &&&Fact| {
        let name = fold(&fact.value);
        matches!(addresses.as_slice(), [one] if fold(one).contains(&name))
    };
    let mut words: Vec<String> = told
        .iter()
        .filter(|fact| fact.kind == FactKind::Locality && !said(fact))
        .map(|fact| at_comune(&fact.value, f.lang))
        .collect();
    match addresses.as_slice() {
        [one] => {
            if let Some(said) = at_address(&plain_address(one), f.lang) {
                words.push(said);
                cites.push(cite(place.source, "Indirizzo"));
            }
        }
        _ => words.extend(
            street
                .filter(|s| told.contains(s))
                .map(|s| at_street(&s.value, f.lang)),
        ),
    }
    let roads: Vec<&Fact> = f.project.facts_of(FactKind::Road).collect();
    if !roads.is_empty() {
        let names: Vec<&str> = roads.iter().map(|road| road.value.as_str()).collect();
        words.push(on_roads(&names, f.lang));
        cites.extend(roads.iter().map(|road| cite(road.source, road.column.column())));
    }
    cites.extend(told.iter().map(|fact| cite(fact.source, fact.column.column())));
    words.extend(several(f).map(|word| f.lang.say(word).to_owned()));
    for word in words {
        at = format!("{at}, {word}");
    }
    // The address of a grant is the firm's, not that of what it does with it.
    let reach = reach(f);
    let word = match reach.map(|(reach, _)| reach) {
        _ if f.project.fact(FactKind::Beneficiary).is_some() => w::SAY_WHERE_FIRM,
        Some(Spread::Seat) => w::SAY_WHERE_SEAT,
        Some(Spread::Wider) => w::SAY_WHERE_WIDER,
        _ => w::SAY_WHERE_COMUNE,
    };
    cites.extend(reach.map(|(_, fact)| cite(fact.source, fact.column.column())));
    // The hospital that it is for, or the project.
    let name = f
        .project
        .fact(FactKind::Name)
        .filter(|_| word == w::SAY_WHERE_SEAT);
    cites.extend(name.map(|name| cite(name.source, name.column.column())));
    let what = name.map_or_else(
        || f.lang.say(w::SAY_WHERE_THE_PROJECT).to_owned(),
        |name| f.the(&name.value),
    );
    f.observed(word, &[("at_comune", &at), ("what", &what)], cites)
}

pub(super) fn province_phrase(name: &str, lang: Lang) -> String {
    match lang {
        Lang::It => in_province(name),
        Lang::En => format!("in the province of {name}"),
    }
}

/// The addresses that the tables give in a comune, none twice.
fn addresses_of<'a>(f: &Facts<'a>, comune: ComuneCode) -> Vec<&'a str> {
    let places = f.project.places.iter().filter(|p| p.comune == Some(comune));
    let addresses = places.filter_map(|p| p.address.as_deref());
    let mut all: Vec<&str> = addresses.filter(|a| !a.is_empty()).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Of several addresses in the only comune, their number.
fn addresses(f: &Facts<'_>, comune: ComuneCode, first: &Place) -> Option<Claim> {
    let all = addresses_of(f, comune).len();
    let count = integer(all as i64, f.lang);
    let cites = vec![cite(first.source, "Indirizzo")];
    (all > 1).then(|| f.observed(w::SAY_WHERE_ADDRESSES, &[("count", &count)], cites))
}

fn shares(f: &Facts<'_>, places: &[(&str, ComuneCode, &Place)]) -> Vec<Claim> {
    let shared: Option<Vec<(&str, &Place, u32)>> = places
        .iter()
        .map(|(name, _, p)| Some((*name, *p, p.share.filter(|s| *s > 0)?)))
        .collect();
    let Some(shared) = shared.filter(|s| s.len() <= MOST_SHARES) else {
        return Vec::new();
    };
    shared
        .into_iter()
        .map(|(name, place, share)| {
            let (at, share) = (
                at_comune(name, f.lang),
                decimal(f64::from(share) / 100.0, 1, f.lang),
            );
            f.observed(
                w::SAY_WHERE_SHARE,
                &[("at_comune", &at), ("share", &share)],
                vec![cite(place.source, "Percentuale di Localizzazione")],
            )
        })
        .collect()
}

/// Places whose code nobody knows, as their table names them: never the whole of anything.
fn unknown(f: &Facts<'_>) -> Vec<Claim> {
    let places = f.project.places.iter().filter(|p| is_inside(f, p));
    let named = places.filter_map(|p| Some((p.named.as_deref()?, p)));
    named
        .take(MOST_COMUNI)
        .map(|(name, place)| {
            let cites = vec![cite(place.source, column(f, place.source))];
            f.observed(w::SAY_WHERE_NAMED, &[("name", name)], cites)
        })
        .collect()
}

/// Rows that mean the whole of a province, of a region or of the nation.
fn wider(f: &Facts<'_>) -> Vec<Claim> {
    let is_whole = |p: &&Place| p.comune.is_none() && p.named.is_none();
    let whole: Vec<&Place> = f.project.places.iter().filter(is_whole).collect();
    let mut out = Vec::new();
    let mut provinces: Vec<(ProvinceCode, &Place)> = Vec::new();
    let mut regions: Vec<(RegionCode, &Place)> = Vec::new();
    for place in whole {
        match (place.province, place.region) {
            (Some(province), _) => {
                if is_inside(f, place) && !provinces.iter().any(|(p, _)| *p == province) {
                    provinces.push((province, place));
                }
            }
            (None, Some(region)) => {
                if is_inside(f, place) && !regions.iter().any(|(r, _)| *r == region) {
                    regions.push((region, place));
                }
            }
            (None, None) => {
                if out.is_empty() && !is_of_one_comune(f) {
                    let cites = || vec![cite(place.source, column(f, place.source))];
                    out.push(f.observed(w::SAY_WHERE_NATION, &[], cites()));
                }
            }
        }
    }
    let names: Vec<&str> = provinces
        .iter()
        .filter_map(|(p, _)| Some(f.catalogue.provinces.get(p)?.name.as_str()))
        .collect();
    let cites: Vec<Cite> = provinces
        .iter()
        .map(|(_, p)| cite(p.source, "Descrizione Provincia"))
        .collect();
    match names.as_slice() {
        [] => {}
        [one] => out.push(f.observed(w::SAY_WHERE_PROVINCE, &[("province", one)], cites)),
        many => out.push(f.observed(
            w::SAY_WHERE_PROVINCES,
            &[("provinces", &list(many, f.lang))],
            cites,
        )),
    }
    if let Some(area) = f.project.fact(FactKind::Area).filter(|_| !regions.is_empty()) {
        let at = in_area(&area.value, f.lang);
        let cites = vec![cite(area.source, area.column.column())];
        out.push(f.observed(w::SAY_WHERE_COMUNE, &[("at_comune", &at)], cites));
        return out;
    }
    for (code, place) in regions {
        if let Some(region) = f.catalogue.regions.get(&code) {
            let name = match f.lang {
                Lang::It => the_region(&region.name),
                Lang::En => region.name.clone(),
            };
            let cites = vec![cite(place.source, "Descrizione Regione")];
            out.push(f.observed(w::SAY_WHERE_REGION, &[("region", &name)], cites));
        }
    }
    out
}

/// All places that are named lie in one comune: a row without a place beside them, as some tables
/// have for a single pharmacy, does not make the project the nation's.
fn is_of_one_comune(f: &Facts<'_>) -> bool {
    let named = f.project.places.iter().filter(|p| p.region.is_some());
    let mut comuni: Vec<_> = named.map(|p| p.comune).collect();
    comuni.sort_unstable();
    comuni.dedup();
    matches!(comuni.as_slice(), [Some(_)])
}

/// The places in other regions than that of the archive.
fn outside<'a>(f: &Facts<'a>) -> Vec<&'a Place> {
    let places = f.project.places.iter();
    let outside = places.filter(|p| p.region.is_some() && !is_inside(f, p));
    outside.filter(|_| f.catalogue.region.is_some()).collect()
}

/// Whether it lies in other regions, too: its figures are of all of them.
pub(super) fn is_elsewhere(f: &Facts<'_>) -> bool {
    !outside(f).is_empty()
}

/// Other regions: the amounts are of the whole project, not of the region's part.
fn elsewhere(f: &Facts<'_>) -> Vec<Claim> {
    let outside = outside(f);
    let mut names: Vec<&str> = outside
        .iter()
        .filter_map(|p| Some(f.catalogue.regions.get(&p.region?)?.name.as_str()))
        .collect();
    names.sort_unstable();
    names.dedup();
    let Some(first) = outside.first() else {
        return Vec::new();
    };
    let cites = || vec![cite(first.source, "Descrizione Regione")];
    let also = match names.as_slice() {
        [] => f.observed(w::SAY_WHERE_ELSEWHERE, &[], cites()),
        [one] => f.observed(w::SAY_WHERE_OTHER_REGION, &[("region", one)], cites()),
        few if few.len() <= MOST_COMUNI => f.observed(
            w::SAY_WHERE_OTHER_REGIONS,
            &[("regions", &list(few, f.lang))],
            cites(),
        ),
        many => {
            let count = integer(many.len() as i64, f.lang);
            f.observed(w::SAY_WHERE_MANY_REGIONS, &[("count", &count)], cites())
        }
    };
    let whole = match f.project.targets.is_empty() {
        true => w::SAY_WHERE_WHOLE_AMOUNT,
        false => w::SAY_WHERE_WHOLE_FIGURES,
    };
    vec![also, f.derived(whole, &[], cites())]
}
