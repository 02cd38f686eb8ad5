//! Words that fit the thing, in both languages: several of a kind, where a machine stands, whom a thing is
//! for, what is moved and where from.

use super::*;

/// "What" and "for whom" of a project with these facts.
fn told(facts: &[(FactKind, &str)], lang: Lang) -> (String, String) {
    let mut p = full();
    p.labels.retain(|l| l.kind != LabelKind::Type);
    p.targets.clear();
    p.facts = facts
        .iter()
        .map(|(kind, value)| Fact {
            kind: *kind,
            value: (*value).into(),
            number: None,
            source: PROJECTS,
            column: TextColumn::Title,
        })
        .collect();
    let explained = project(&catalogue(), &p, lang, TODAY);
    (
        text(&explained, Question::What),
        text(&explained, Question::Benefit),
    )
}

#[track_caller]
fn both(facts: &[(FactKind, &str)], it: &str, en: &str) {
    for (lang, wanted) in [(Lang::It, it), (Lang::En, en)] {
        let (what, whom) = told(facts, lang);
        says(&format!("{what} {whom}"), wanted);
    }
}

#[test]
fn several_of_a_kind() {
    use FactKind::*;
    let schools = [(Thing, "schools"), (Work, "safety"), (Work, "floors")];
    both(
        &schools,
        "Si mettono in sicurezza delle scuole",
        "are made safe: floors and ceilings are strengthened",
    );
    let offices = [(Thing, "office"), (Work, "safety")];
    both(&offices, "Si mettono in sicurezza degli uffici", "are made safe");
    let homes = [(Thing, "housing"), (Work, "safety")];
    both(&homes, "delle case popolari", "is made safe");
}

#[test]
fn what_is_built_for_two_and_beside() {
    use FactKind::*;
    let kitchen = [
        (Thing, "nursery"),
        (Thing, "infant_school"),
        (Thing, "kitchen"),
        (Made, "kitchen"),
        (Beside, "infant_school"),
    ];
    both(
        &kitchen,
        "una cucina per un asilo nido e una scuola dell'infanzia",
        "a kitchen for a nursery and an infant school",
    );
    let centre = [
        (Thing, "health_house"),
        (Thing, "disability_centre"),
        (Made, "health_house"),
        (Made, "disability_centre"),
        (Work, "second_building"),
    ];
    both(
        &centre,
        "un centro diurno per persone con disabilità",
        "a day centre for people with disabilities",
    );
}

#[test]
fn whom_a_thing_is_for() {
    use FactKind::*;
    both(
        &[(Thing, "cemetery")],
        "a chi va a trovare i suoi morti",
        "those who visit their dead",
    );
    both(
        &[(Thing, "public_buildings"), (Work, "energy_saving")],
        "a chi usa quegli edifici",
        "those who use those buildings",
    );
    let clinic = [(Thing, "clinic"), (Thing, "mammograph"), (Work, "machines")];
    both(&clinic, "a chi deve fare esami", "those who need tests");
    let hospital = [
        (Name, "Ospedale Alfa"),
        (Thing, "clinic"),
        (Thing, "mammograph"),
        (Work, "machines"),
    ];
    both(&hospital, "esami in ospedale", "tests in hospital");
    both(
        &[(Work, "drinking_water")],
        "a chi beve l'acqua del rubinetto",
        "those who drink tap water",
    );
}

#[test]
fn where_water_comes_from_and_what_moves() {
    use FactKind::*;
    let water = [
        (Thing, "aqueduct"),
        (Work, "drinking_water"),
        (Water, "Invaso di Alfalda"),
    ];
    both(
        &water,
        "si porta acqua da bere dall'Invaso di Alfalda",
        "drinking water is brought from the Invaso di Alfalda",
    );
    let moved = [
        (Thing, "hospital"),
        (Work, "moving"),
        (Work, "quake_proof"),
        (Lot, "dall'edificio 6 al nuovo 33"),
    ];
    both(
        &moved,
        "si spostano reparti e servizi dall'edificio 6 al nuovo 33 e si costruiscono",
        "are moved from building 6 to the new 33 and",
    );
}

#[test]
fn a_goal_does_not_repeat_its_thing() {
    let mut p = full();
    p.labels.retain(|l| l.kind != LabelKind::Type);
    let fact = |kind, value: &str| Fact {
        kind,
        value: value.into(),
        number: None,
        source: PROJECTS,
        column: TextColumn::Title,
    };
    p.facts = vec![
        fact(FactKind::Thing, "public_space"),
        fact(FactKind::Work, "urban_renewal"),
    ];
    let target = p.targets.remove(0);
    p.targets = vec![Target {
        indicator: "T0291".into(),
        planned: Some(845.0),
        achieved: None,
        ..target
    }];
    let what = |p: &Project, lang| text(&project(&catalogue(), p, lang, TODAY), Question::What);
    says(&what(&p, Lang::It), "con l'obiettivo di 845 metri quadrati.");
    says(&what(&p, Lang::En), "with the aim of 845 square metres.");
    p.facts[0] = fact(FactKind::Thing, "square");
    says(&what(&p, Lang::It), "845 metri quadrati di spazio pubblico");
}
