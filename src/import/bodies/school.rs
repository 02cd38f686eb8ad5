//! Schools whose list leaves out what kind of school they are ("Alfa Beta"): who applies for the same
//! project says it ("Istituto Comprensivo Alfa Beta").

use crate::model::{Body, BodyId};
use crate::text::fold::fold;
use std::collections::{BTreeMap, HashMap};

/// What the whole name of a school begins with, folded.
const KINDS: &[&str] = &[
    "istituto ",
    "liceo ",
    "circolo didattico ",
    "direzione didattica ",
    "convitto ",
    "educandato ",
];
/// Words that do not tell one school from another.
const PLAIN: &[&str] = &[
    "scuola", "statale", "di", "d", "del", "della", "dell", "in", "e", "n", "da", "de",
];

/// Names each body of a pair, who carries out a project and who applied for it, as the second one
/// where that is the whole name of the first.
pub(crate) fn as_they_apply(bodies: &mut HashMap<BodyId, Body>, pairs: &[(BodyId, BodyId)]) {
    let mut told: BTreeMap<&BodyId, BTreeMap<&str, usize>> = BTreeMap::new();
    for (own, applicant) in pairs {
        let (Some(body), Some(applicant)) = (bodies.get(own), bodies.get(applicant)) else {
            continue;
        };
        if body.id != applicant.id && is_whole(&applicant.name, &body.name) {
            *told.entry(own).or_default().entry(&applicant.name).or_default() += 1;
        }
    }
    let best = told.into_iter().filter_map(|(own, names)| {
        let most = names
            .into_iter()
            .max_by_key(|(name, times)| (*times, name.len()))?;
        Some((own.clone(), most.0.to_owned()))
    });
    for (own, name) in best.collect::<Vec<_>>() {
        if let Some(body) = bodies.get_mut(&own) {
            body.name = name;
        }
    }
    // Who applies has no tax code there: it is the one body that has the name.
    let mut alone: BTreeMap<&BodyId, Option<&BodyId>> = BTreeMap::new();
    for (own, applicant) in pairs {
        let same = alone.entry(applicant).or_insert(Some(own));
        *same = same.filter(|known| *known == own);
    }
    for (applicant, own) in alone {
        let own = own.and_then(|own| bodies.get(own)).cloned();
        if let Some((old, own)) = bodies.get_mut(applicant).zip(own)
            && old.tax_code.is_none()
            && fold(&old.name) == fold(&own.name)
        {
            *old = own;
        }
    }
}

/// Whether a name says the kind of school that another leaves out, and all its words.
fn is_whole(name: &str, than: &str) -> bool {
    let (long, short) = (fold(name), fold(than));
    let has_kind = |folded: &str| KINDS.iter().any(|kind| folded.starts_with(kind));
    let words: Vec<&str> = long.split(' ').collect();
    let mut own = short.split(' ').filter(|word| !PLAIN.contains(word)).peekable();
    let has = |word: &str| {
        let is_initial = word.len() == 1 && !word.bytes().all(|b| b.is_ascii_digit());
        is_initial || words.contains(&word)
    };
    own.peek().is_some() && !name.ends_with('…') && has_kind(&long) && !has_kind(&short) && own.all(has)
}

#[cfg(test)]
mod tests {
    use super::{as_they_apply, is_whole};
    use crate::model::{Body, BodyId};
    use rstest::rstest;
    use std::collections::HashMap;

    #[test]
    fn a_school_is_called_as_it_applies_and_is_one_body() {
        let body = |id: &str, name: &str, code: Option<&str>| Body {
            id: BodyId(id.into()),
            name: name.into(),
            tax_code: code.map(str::to_owned),
            form: None,
            trade: None,
        };
        let (alfa, beta) = (BodyId("01234567890".into()), BodyId("01234567891".into()));
        let (applies, shared) = (BodyId("n:alfa".into()), BodyId("n:beta".into()));
        let all = [
            body(&alfa.0, "Scuola Alfa", Some(&alfa.0)),
            body(&beta.0, "Scuola Beta", Some(&beta.0)),
            body(&applies.0, "Liceo Classico Alfa", None),
            body(&shared.0, "Istituto Comprensivo Beta", None),
        ];
        let mut bodies: HashMap<BodyId, Body> = all.into_iter().map(|body| (body.id.clone(), body)).collect();
        let pairs = [
            (alfa.clone(), applies.clone()),
            (beta.clone(), shared.clone()),
            (alfa.clone(), shared.clone()),
        ];
        as_they_apply(&mut bodies, &pairs);
        assert_eq!(bodies[&alfa].name, "Liceo Classico Alfa");
        assert_eq!(bodies[&applies].id, alfa);
        assert_eq!(bodies[&beta].name, "Istituto Comprensivo Beta");
        // Two schools apply under it: nobody knows which one it is.
        assert_eq!(bodies[&shared].id, shared);
    }

    #[rstest]
    #[case(
        "Istituto Comprensivo N. 1 - Alfa della Beta",
        "Scuola N. 1 - Alfa della Beta",
        true
    )]
    #[case("Istituto Comprensivo di Alfa in Beta", "Scuola Alfa in Beta", true)]
    #[case("Istituto Tecnico Industriale Alfa", "Scuola G. Alfa", true)]
    #[case("Istituto Comprensivo Alfa Beta", "Alfa Beta", true)]
    #[case("Istituto Comprensivo Gamma", "Scuola Alfa", false)]
    #[case("Istituto Comprensivo Alfa 2", "Scuola Alfa 1", false)]
    #[case("Istituto Comprensivo di Alfa", "Comune di Alfa", false)]
    #[case("Alfa", "Scuola Alfa", false)]
    #[case("Istituto Comprensivo Alfa…", "Scuola Alfa", false)]
    #[case("Istituto Comprensivo di Alfa", "Istituto Comprensivo Alfa", false)]
    fn a_name_with_its_kind_is_whole(#[case] name: &str, #[case] than: &str, #[case] want: bool) {
        assert_eq!(is_whole(name, than), want);
    }
}
