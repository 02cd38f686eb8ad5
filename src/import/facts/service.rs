//! Which of two: the title of a measure says "pagoPA o app IO"; the call, its title or the local
//! code say which one the money is for.

use super::{Found, Texts};
use crate::model::{FactKind, Service, TextColumn, Work};
use crate::text::fold::fold;

// Codes of the vocabulary of things.
const NURSERY: &str = "nursery";
const INFANT_SCHOOL: &str = "infant_school";
const CHILDHOOD_CENTRE: &str = "childhood_centre";
const MUSEUM: &str = "museum";
const THEATRE: &str = "theatre";
const CINEMA: &str = "cinema";

/// Codes of calls that are for one service alone.
const CALLS: &[(&str, Service)] = &[
    ("1000000242", Service::AppIo),
    ("1000000244", Service::AppIo),
    ("1000000243", Service::PagoPa),
    ("1000000245", Service::PagoPa),
    ("1000000246", Service::SpidCie),
    ("1000000247", Service::SpidCie),
];

/// A service and the words for it.
type Named = (Service, &'static [&'static str]);

/// The services that a measure can be for, with the words for each.
const WORDS: &[(&str, &[Named])] = &[
    (
        "M1C1I1.04.03",
        &[
            (Service::AppIo, &["app io", "1 4 3 app", "appio"]),
            (Service::PagoPa, &["pagopa", "pago pa", "1 4 3 pago"]),
        ],
    ),
    (
        "M1C1I1.04.04",
        &[
            (Service::SpidCie, &["spid", "cie"]),
            (Service::Anpr, &["anpr"]),
            (Service::Ansc, &["ansc"]),
        ],
    ),
    (
        "M1C1I1.03.01",
        &[
            (Service::Anncsu, &["anncsu"]),
            (Service::ItWallet, &["it wallet"]),
            (Service::Pdnd, &["piattaforma digitale nazionale dati", "pdnd"]),
        ],
    ),
    ("M1C1I1.04.05", &[(Service::Send, &["notifiche", "send"])]),
    ("M1C1I1.02", &[(Service::Cloud, &["cloud"])]),
    (
        "M1C1I1.01",
        &[(Service::DataCentre, &["infrastrutture digitali"])],
    ),
    (
        "M1C1I1.04.01",
        &[
            (Service::Website, &["sito", "siti web", "sito web"]),
            (
                Service::OnlineServices,
                &["servizi digitali", "servizi online", "servizi on line"],
            ),
        ],
    ),
];

/// The parts of local codes that say which of the places for small children it is.
const NURSERY_CODES: &[(&str, &str)] = &[
    ("asili", NURSERY),
    ("nuoasili", NURSERY),
    ("ngasili", NURSERY),
    ("ngnuoasili", NURSERY),
    ("infanz", INFANT_SCHOOL),
    ("infanzia", INFANT_SCHOOL),
    ("poli", CHILDHOOD_CENTRE),
];

/// Words in local codes and titles that say which of the halls for shows it is.
const HALLS: &[(&str, &str)] = &[
    ("dgmusei", MUSEUM),
    ("museo", MUSEUM),
    ("teatro", THEATRE),
    ("cinema", CINEMA),
    ("multisala", CINEMA),
    ("thespace", CINEMA),
];

/// The services and, where no text has said it yet, the kind of place that the codes tell apart.
pub fn add(texts: &Texts, out: &mut Vec<Found>) {
    out.extend(
        services(texts)
            .into_iter()
            .map(|(service, column)| Found::new(FactKind::Service, service.code(), column)),
    );
    let knows = |things: &[&str]| {
        let is = |f: &Found| f.kind == FactKind::Thing && things.contains(&f.value.as_str());
        out.iter().any(is)
    };
    let thing = match () {
        () if texts.submeasure.starts_with("M4C1I1.01") => {
            let all = [NURSERY, INFANT_SCHOOL, CHILDHOOD_CENTRE];
            nursery(texts.local_code).filter(|_| !knows(&all))
        }
        () if texts.submeasure.starts_with("M1C3I1.03") => {
            let all = [THEATRE, CINEMA, MUSEUM];
            hall(texts.local_code).filter(|_| !knows(&all))
        }
        () => None,
    };
    // "RICONVERSIONE DELL'EDIFICIO": it becomes what its list says.
    let turned = |f: &&Found| f.kind == FactKind::Work && f.value == Work::ChangeOfUse.code();
    let turned = out.iter().find(turned).map(|work| work.column);
    if let Some((thing, column)) = thing
        .zip(turned)
        .filter(|_| out.iter().all(|f| f.kind != FactKind::Thing))
    {
        out.push(Found::new(FactKind::Made, thing, column));
    }
    out.extend(thing.map(|t| Found::new(FactKind::Thing, t, TextColumn::LocalCode)));
}

/// The services of the first column that names any: code of the call, its title, local code,
/// title, summary.
fn services(texts: &Texts) -> Vec<(Service, TextColumn)> {
    let Some((measure, words)) = WORDS.iter().find(|(m, _)| texts.submeasure.starts_with(m)) else {
        return Vec::new();
    };
    if let Some((_, service)) = CALLS.iter().find(|(code, _)| *code == texts.call_code) {
        return vec![(*service, TextColumn::CallCode)];
    }
    if let Some(service) = of_local_code(texts.local_code) {
        return vec![(service, TextColumn::LocalCode)];
    }
    // A website's call is for schools; comuni choose between two packages.
    if *measure == "M1C1I1.04.01" && fold(texts.call_title).contains("scuole") {
        return vec![(Service::Website, TextColumn::CallTitle)];
    }
    let title = if *measure == "M1C1I1.04.01" {
        ""
    } else {
        texts.call_title
    };
    for (text, column) in [
        (title, TextColumn::CallTitle),
        (texts.title, TextColumn::Title),
        (last_field(measure, texts.summary), TextColumn::Summary),
    ] {
        let folded = format!(" {} ", fold(text));
        let stands = |word: &&str| folded.contains(&format!(" {word}"));
        let named = words.iter().filter(|(_, words)| words.iter().any(&stands));
        let mut named: Vec<Service> = named.map(|(service, _)| *service).collect();
        if measure == &"M1C1I1.04.01" && folded.contains(" entrambi ") {
            named = vec![Service::Website, Service::OnlineServices];
        }
        // ANNCSU is reached through the data platform, whose name stands in every title.
        if named.len() > 1 && named.contains(&Service::Pdnd) {
            named.retain(|s| *s != Service::Pdnd);
        }
        let both_of_two = *measure == "M1C1I1.04.03" && named.len() > 1;
        if !named.is_empty() && !both_of_two {
            return named.into_iter().map(|s| (s, column)).collect();
        }
    }
    Vec::new()
}

/// `PRJ_143COM0422I_…` is for app IO, `PRJ_143COM0422P_…` for pagoPA, `PRJ_141SCU…` for the
/// website of a school.
fn of_local_code(local: &str) -> Option<Service> {
    let call = local.strip_prefix("PRJ_")?.split('_').next()?;
    if call.starts_with("141SCU") {
        return Some(Service::Website);
    }
    match (call.strip_prefix("143")?.chars().last()?, call.len()) {
        ('I', 8..) => Some(Service::AppIo),
        ('P', 8..) => Some(Service::PagoPa),
        _ => None,
    }
}

/// The first field of a summary on websites is the name of the measure.
fn last_field<'a>(measure: &str, summary: &'a str) -> &'a str {
    let last = summary.rsplit('*').next().unwrap_or_default();
    if measure == "M1C1I1.04.01" && summary.contains('*') {
        last
    } else {
        summary
    }
}

fn nursery(local: &str) -> Option<&'static str> {
    let folded = fold(local);
    let mut words = folded.split(' ').skip(1).take(2).chain(folded.split(' ').take(1));
    words.find_map(|word| {
        let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
        NURSERY_CODES.iter().find(|(w, _)| *w == letters).map(|(_, t)| *t)
    })
}

/// The hall that the local code names, if it names one kind only.
fn hall(local: &str) -> Option<&'static str> {
    let folded = fold(local).replace(' ', "");
    let mut found: Vec<&'static str> = HALLS
        .iter()
        .filter(|(w, _)| folded.contains(w))
        .map(|(_, t)| *t)
        .collect();
    found.dedup();
    match found.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn local_codes_tell_services_apart() {
        assert_eq!(of_local_code("PRJ_143COM0422I_000001"), Some(Service::AppIo));
        assert_eq!(of_local_code("PRJ_143OTH0522P_000001"), Some(Service::PagoPa));
        assert_eq!(of_local_code("PRJ_141SCU0422X_000001"), Some(Service::Website));
        assert_eq!(of_local_code("PRJ_144COM0422X_000001"), None);
        assert_eq!(of_local_code("PRJ_143I"), None);
        assert_eq!(of_local_code(""), None);
    }

    #[test]
    fn local_codes_tell_places_for_children_apart() {
        assert_eq!(nursery("NGNIDOINF-ASILI2-NG-00001"), Some(NURSERY));
        assert_eq!(nursery("POLINIDO-INFANZIA2-00001"), Some(INFANT_SCHOOL));
        assert_eq!(nursery("NGNIDOINF-POLI-00001"), Some(CHILDHOOD_CENTRE));
        assert_eq!(nursery("POLINIDO-CENTRI-00001"), None);
        assert_eq!(nursery("B00000000000000"), None);
    }

    #[test]
    fn local_codes_name_halls() {
        assert_eq!(hall("1.3_DGMUSEI_AlfaMuseo1"), Some(MUSEUM));
        assert_eq!(hall("1.3_AlfaTeatroBeta"), Some(THEATRE));
        assert_eq!(hall("1.3_CinemaTeatroBeta"), None);
        assert_eq!(hall("1.3_BETA"), None);
    }
}
