//! What is missing, and the table behind every sentence.

use super::*;

#[test]
fn a_cell_that_cannot_be_read_is_told_from_an_empty_one() {
    let unread = |fields: &[&str]| {
        let mut project = bare("M6C1I1.01.00", &[PROJECTS, PLACES]);
        project.unread = fields
            .iter()
            .map(|field| Unread {
                field: (*field).to_owned(),
                value: None,
                source: PROJECTS,
            })
            .collect();
        project
    };
    let e = it(&unread(&["date.end_planned", "funding.total"]));
    assert_eq!(missing_of(&e, Question::When), [Missing::Unread]);
    assert_eq!(
        text(&e, Question::When),
        "Non si sa quando finisce: c'è una data che non si legge."
    );
    says(
        &text(&e, Question::HowMuch),
        "Non si sa quanto costa: c'è un valore che non si legge.",
    );
    let contact = text(&e, Question::Contact);
    says(
        &contact,
        "Chiedete quanto costa e quando finisce: nella tabella c'è un valore che non si legge al 13 giugno 2026.",
    );
    // What no missing answer tells of is told as what does not add up.
    let odd = it(&unread(&[
        "tender.base",
        "tender.award",
        "phase.end_planned",
        "funding.foi",
    ]));
    for sentence in [
        "Nei dati di una gara c'è un valore che non si legge.",
        "Nei dati di una fase c'è una data che non si legge.",
        "Nei dati del finanziamento c'è un valore che non si legge.",
    ] {
        let told = odd.claims().filter(|c| c.text == sentence).count();
        assert_eq!(told, 1, "{sentence}");
    }
}

/// Where no column names the body, its tax code in the project's code does: two tables are joined.
#[test]
fn a_body_that_only_a_code_names_is_joined() {
    let mut p = full();
    let doer = |p: &Project| it(p).answer(Question::Who).claims[0].clone();
    assert_eq!(doer(&p).evidence, Evidence::Observed);
    p.bodies.retain(|(role, ..)| *role == Role::Implementer);
    p.bodies[0].2 = TARGETS;
    let told = doer(&p);
    assert_eq!(told.evidence, Evidence::Linked);
    assert!(told.cites.iter().any(|c| c.column == "Codice Locale Progetto"));
}

#[test]
fn not_published_and_not_in_the_archive_are_told_apart() {
    // Today's table has the columns, and its cells are empty.
    let e = it(&bare("M6C1I1.01.00", &[PROJECTS, PLACES]));
    assert_eq!(missing_of(&e, Question::When), [Missing::NotPublished]);
    assert_eq!(text(&e, Question::When), "Non si sa quando finisce il progetto.");
    says(
        &text(&e, Question::Contact),
        "Chiedete chi realizza il progetto, quanto costa, quando finisce e a che punto è: non è pubblicato al 13 giugno 2026.",
    );
    let mut known = bare("M6C1I1.01.00", &[PROJECTS, PLACES]);
    known.amounts = vec![money(AmountKind::Funding, Fund::Total, 100_000_000)];
    let contact = text(&it(&known), Question::Contact);
    says(
        &contact,
        "Potete chiedere al medico di famiglia. Chiedete all'ufficio per il pubblico (URP) del Comune di Prato chi realizza il progetto e quando finisce: non è pubblicato al 13 giugno 2026. Chiedete lì quanto è stato pagato:",
    );
    says(
        &contact,
        "Chiedete lì quanto è stato pagato: i dati si fermano al 13 giugno 2026.",
    );
    // The table of 2023 did not have them yet.
    let old = it(&bare("M6C1I1.01.00", &[OLD_PROJECTS, OLD_PLACES]));
    assert_eq!(missing_of(&old, Question::When), [Missing::NotInArchive]);
    assert!(missing_of(&old, Question::HowMuch).contains(&Missing::NotPublished));
    // Only a table of places: nothing is held that could say it.
    let places = it(&bare("M6C1I1.01.00", &[OLD_PLACES]));
    for question in [
        Question::Who,
        Question::HowMuch,
        Question::When,
        Question::Progress,
    ] {
        let missing = missing_of(&places, question);
        assert!(!missing.is_empty() && missing.iter().all(|m| *m == Missing::NotInArchive));
        says_not(&text(&places, question), "pubblicat");
    }
    for claim in places.claims().filter(|c| c.missing.is_some()) {
        assert_eq!(claim.evidence, Evidence::Missing);
    }
}

#[test]
fn what_where_benefit_and_contact_are_never_missing() {
    let mut p = bare("M6C1I1.01.00", &[]);
    p.places.clear();
    p.cup.clear();
    let mut unknown = p.clone();
    unknown.submeasure = Submeasure::parse("M9C9I9.99.00").unwrap();
    for p in [p, unknown] {
        for lang in Lang::ALL {
            let e = project(&Catalogue::default(), &p, lang, TODAY);
            for question in [
                Question::What,
                Question::Where,
                Question::Benefit,
                Question::Contact,
            ] {
                assert!(e.answer(question).is_answered(), "{question:?}");
            }
            assert!(e.answers.iter().all(|a| !a.claims.is_empty()));
        }
    }
}

#[test]
fn a_changed_fact_changes_its_sentence_only() {
    let one = it(&full());
    assert_eq!(one, it(&full()));
    let mut p = full();
    p.tenders[0].awarded = Some(date(2023, 5, 2));
    let other = it(&p);
    let changed: Vec<(&Claim, &Claim)> = one.claims().zip(other.claims()).filter(|(a, b)| a != b).collect();
    assert_eq!(one.claims().count(), other.claims().count());
    assert_eq!(changed.len(), 1);
    assert_eq!(
        changed[0].1.text,
        "Alfa Costruzioni S.r.l. e un professionista o piccola ditta che non nominiamo hanno avuto l'unico contratto noto a maggio 2023, con una gara aperta a tutti."
    );
}

#[test]
fn every_claim_has_its_table_and_why_names_it() {
    let catalogue = catalogue();
    for p in [full(), digital(), bare("E.2.0.0", &[PROJECTS])] {
        for lang in Lang::ALL {
            let e = project(&catalogue, &p, lang, TODAY);
            for claim in e.claims() {
                let why = why(claim, &catalogue, lang);
                let tables = claim.cites.len() + 1 + usize::from(claim.missing.is_some());
                assert_eq!(why.len(), tables, "{}", claim.text);
                let own = claim.evidence == Evidence::Written;
                assert!(
                    own || claim.missing.is_some() || !claim.cites.is_empty(),
                    "{}",
                    claim.text
                );
                assert!(!own || claim.cites.is_empty(), "{}", claim.text);
            }
        }
    }
    let mut p = full();
    p.amounts.truncate(1);
    let e = it(&p);
    let claim = &e.answer(Question::HowMuch).claims[0];
    assert_eq!(
        why(claim, &catalogue, Lang::It),
        [
            "Questa frase è osservata: il dato sta scritto in una tabella.",
            "La tabella è PNRR_Progetti, colonna Finanziamento Totale, di Italia Domani, con i dati del 13 giugno 2026."
        ]
    );
}

#[test]
fn no_sentence_of_a_card_or_of_the_glossary_bears_a_source() {
    use super::super::measure;
    use crate::lang::{CARDS, GLOSSARY};
    use crate::text::readability::sentences;
    let mut ours = std::collections::HashSet::new();
    for lang in Lang::ALL {
        for card in CARDS {
            let c = card.text(lang);
            for text in [c.does, c.what, c.why, c.who, c.change, c.example, c.ask] {
                ours.extend(sentences(text));
            }
        }
        for entry in GLOSSARY {
            ours.extend(sentences(entry.text(lang).says));
            ours.extend(sentences(entry.text(lang).example));
        }
    }
    let snapshot = crate::snapshot::Snapshot::embedded().unwrap();
    let catalogue = snapshot.catalogue().unwrap();
    let mut told = 0;
    let mut look = |claim: &Claim| {
        let own = claim.evidence == Evidence::Written;
        if ours.contains(claim.text.as_str()) {
            assert!(own, "{}", claim.text);
            told += 1;
        }
        assert!(!own || claim.cites.is_empty(), "{}", claim.text);
    };
    for lang in Lang::ALL {
        for known in &catalogue.measures {
            let account = measure(&catalogue, &known.code, lang, TODAY).unwrap();
            account
                .parts
                .iter()
                .flat_map(|(_, claims)| claims)
                .for_each(&mut look);
        }
        for brief in catalogue.projects.iter().step_by(20) {
            let p = snapshot.project(brief.id).unwrap().unwrap();
            project(&catalogue, &p, lang, TODAY).claims().for_each(&mut look);
        }
    }
    assert!(told > 5_000, "{told}");
}
