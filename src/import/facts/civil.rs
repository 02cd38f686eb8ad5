//! Civilian service: "SU00000 - ASSOCIAZIONE ALFA*Comune*NOME" names the body that young people
//! help, and what for.

use super::phrase::Phrases;
use super::{Found, Texts};
use crate::import::person::{Doubt, Subject, is_given_name, judge};
use crate::model::{Aim, FactKind, TextColumn};
use crate::text::{fold::fold, repair};
use std::sync::LazyLock;

const MEASURE: &str = "M5C1I2.01";

/// Young people who help those that do not know their way on the web.
const DIGITAL: &str = "M1C1I1.07.01";

/// Most aims of one project.
const MOST: usize = 2;
/// Longer names hold more than a name.
const MOST_WORDS: usize = 8;

/// What the words in the name of a project say that it is for.
static AIMS: LazyLock<Phrases<Aim>> = LazyLock::new(|| {
    Phrases::new(&[
        (Aim::Addiction, "dipendenze"),
        (Aim::Violence, "violenz*\nanti violence"),
        (Aim::Poverty, "povert* -educativ*"),
        (Aim::Disability, "disabil*\ndiversamente abil*"),
        (Aim::Elderly, "anzian*\nover 65\nterza eta"),
        (Aim::Minors, "minori\nbambin*\ninfanzia"),
        (Aim::Families, "famigli*"),
        (
            Aim::Inclusion,
            "inclusi*\nincluder*\nfragil*\nvulnerabil*\ndisuguaglianz*\nineguaglianz*\nrest* indietro\ndisagio sociale",
        ),
        (
            Aim::Education,
            "educazione\neducativ*\neducant*\neducare\nabbandono scolastico\ndispersione scolastica\npovert* educativ*",
        ),
        (Aim::Libraries, "bibliotec*"),
        (Aim::Culture, "cultura\nculturale\nculturali\nspettacol*\nmusei"),
        (Aim::Sport, "sport"),
        (Aim::Environment, "ambient*\necologi*\nverde"),
        (
            Aim::CivilProtection,
            "protezione civile\ntutela del territorio\ngestire i rischi",
        ),
        (Aim::Health, "salute\noncologi*\nsanitar*"),
        (Aim::Legality, "legalita"),
        (Aim::Rights, "diritti"),
        (Aim::Peace, "pace\nnonviolen*\nnon violen*"),
        (Aim::Digital, "digital*"),
    ])
});

/// "ASSOCIAZIONE ALFA*Comune*SCD - NOME: E IL RESTO": the name that such a project goes by.
fn called(summary: &str) -> Option<String> {
    let field = summary.split('*').nth(2)?.trim();
    let field = field
        .strip_prefix("SCD")
        .map_or(field, |rest| rest.trim_start_matches([' ', '-']));
    let end = [". ", ":", "("].iter().filter_map(|sign| field.find(sign)).min();
    let name = field[..end.unwrap_or(field.len())].trim();
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_person = words.iter().any(|word| is_given_name(&fold(word)));
    if is_person || !(1..=MOST_WORDS).contains(&words.len()) {
        return None;
    }
    // Slogans are shouted.
    let loud = !name.chars().any(char::is_lowercase) && words.len() > 1;
    Some(if loud { repair::name(name) } else { name.to_owned() })
}

/// The body and what the service is for.
pub(super) fn add(texts: &Texts, out: &mut Vec<Found>) {
    if texts.submeasure.starts_with(DIGITAL) {
        let name = called(texts.summary);
        out.extend(name.map(|name| Found::new(FactKind::Programme, name, TextColumn::Summary)));
    }
    if !texts.submeasure.starts_with(MEASURE) {
        return;
    }
    let mut fields = texts.summary.split('*');
    let host = fields.next().and_then(host);
    out.extend(host.map(|name| Found::new(FactKind::Host, name, TextColumn::Summary)));
    let (name, column) = match fields.nth(1) {
        Some(name) => (name, TextColumn::Summary),
        None => (texts.title, TextColumn::Title),
    };
    let folded = fold(name);
    let words: Vec<&str> = folded.split(' ').collect();
    let aims = AIMS.find(&words).into_iter().take(MOST);
    out.extend(aims.map(|aim| Found::new(FactKind::Aim, aim.code(), column)));
}

/// The name behind the number in the register, without what it is short for.
fn host(field: &str) -> Option<String> {
    let (number, name) = field.split_once(" - ")?;
    let digits = number.trim().strip_prefix("SU")?;
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    // "ALFA - ASSOCIAZIONE LUNGA FRA ALTRE", "MINISTERO-DIPARTIMENTO", "ALFA (GLI ALTRI)".
    let name = name.split([',', '(']).next().unwrap_or_default();
    let name = name.split(" - ").next().unwrap_or_default();
    let name = match name.split_once('-') {
        Some((before, _)) if before.contains(' ') => before,
        _ => name,
    };
    let mut words: Vec<&str> = name.split_whitespace().collect();
    // "A.L.F.A. ASSOCIAZIONE LUNGA FRA ALTRE".
    let is_acronym = words.first().is_some_and(|first| first.matches('.').count() > 1);
    if is_acronym && words.len() > MOST_WORDS {
        words.truncate(1);
    }
    while words
        .last()
        .is_some_and(|last| FORMS.contains(&fold(last).replace(' ', "").as_str()))
    {
        words.pop();
    }
    let whole = words.join(" ");
    // All in the register are bodies; some are called like nobody else.
    let is_body = judge("", &whole, "", Doubt::Recipient) == Subject::Body
        || !words.iter().any(|word| is_given_name(&fold(word)));
    let fits = (1..=MOST_WORDS).contains(&words.len());
    (is_body && fits).then(|| repair::name(&whole))
}

/// Legal forms, which nobody says.
const FORMS: &[&str] = &["aps", "onlus", "ets", "asc", "odv"];

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("SU00001 - COMUNE DI BETANIA", Some("Comune di Betania"))]
    #[case("SU00001 - A.L.F.A. - ASSOCIAZIONE LUNGA", Some("A.L.F.A."))]
    #[case("SU00001 - ASSOCIAZIONE ALFA BETA ONLUS APS", Some("Associazione Alfa Beta"))]
    #[case("SU00001 - LA BOTTEGA ALFA", Some("La Bottega Alfa"))]
    #[case("SU00001 - MARIO BETALFA", None)]
    #[case("ASSOCIAZIONE ALFA", None)]
    fn the_body_stands_behind_its_number(#[case] field: &str, #[case] name: Option<&str>) {
        assert_eq!(host(field).as_deref(), name, "{field}");
    }
}
