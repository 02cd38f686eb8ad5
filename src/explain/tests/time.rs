//! When, how far and how late: dates, phases, decisions, targets.

use super::*;

#[test]
fn late_only_from_dates_and_with_their_day() {
    let mut p = full();
    let progress = |p: &Project| text(&it(p), Question::Progress);
    says(
        &progress(&p),
        "Al 13 giugno 2026 il progetto procedeva, nella fase dei lavori in cantiere, in ritardo sulla data prevista",
    );
    p.dates[2].value = date(2026, 12, 31);
    says(
        &progress(&p),
        "nella fase dei lavori in cantiere; la fine prevista non era ancora passata",
    );
    let when = |p: &Project| text(&it(p), Question::When);
    says(
        &when(&p),
        "La fine è prevista per il 31 dicembre 2026; l'inizio è stato l'8 maggio 2023.",
    );
    // The planned day has gone by since the table was made: that is all we know.
    p.dates[2].value = date(2026, 9, 30);
    says_not(&progress(&p), "ritardo");
    assert!(when(&p).starts_with(
        "Doveva finire il 30 settembre 2026: il giorno è passato, ma i nostri dati si fermano al 13 giugno 2026. "
    ));
    p.labels.retain(|l| l.kind != LabelKind::Progress);
    p.dates.push(on(ProjectDateKind::EndActual, date(2026, 6, 1)));
    says(&progress(&p), "segnata il 1º giugno 2026, entro la data prevista");
    p.dates[2].value = date(2026, 3, 31);
    says(
        &progress(&p),
        "segnata il 1º giugno 2026, 2 mesi dopo la data prevista",
    );
    // No dates: nothing about lateness but that it is not known.
    p.dates.clear();
    says_not(&progress(&p), "ritardo");
    let bare = bare("M6C1I1.01.00", &[OLD_PLACES]);
    assert_eq!(progress(&bare), "Non si sa a che punto è.");
    // A contract that somebody got says more than nothing.
    let mut given = bare.clone();
    given.tenders = full().tenders;
    given.tenders[0].awarded = Some(date(2021, 7, 14));
    assert_eq!(
        progress(&given),
        "A luglio 2021 un contratto era già affidato: il resto non si sa."
    );
    says(
        &text(&it(&bare), Question::Contact),
        "i dati si fermano al 1º marzo 2023.",
    );
}

#[test]
fn an_end_after_the_table_is_no_end() {
    let mut p = full();
    p.dates.push(on(ProjectDateKind::EndActual, date(2026, 12, 31)));
    says_not(&text(&it(&p), Question::When), "è finito");
    says(
        &odd(&p),
        "La tabella segna già la fine, del 31 dicembre 2026, ma quel giorno doveva ancora venire al 13 giugno 2026.",
    );
}

#[test]
fn phases_differ_by_nature() {
    let mut p = full();
    let progress = |p: &Project| text(&it(p), Question::Progress);
    says(
        &progress(&p),
        "Al 13 giugno 2026 il progetto procedeva, nella fase dei lavori in cantiere, in ritardo",
    );
    label_of(&mut p, LabelKind::Nature).value = "01".into();
    says(&progress(&p), "procedeva, nella fase della consegna dei beni,");
    let state = p.labels.iter_mut().find(|l| l.kind == LabelKind::PhaseStatus);
    state.unwrap().value = "Conclusa".into();
    says(&progress(&p), "la fase della consegna dei beni era finita.");
    label_of(&mut p, LabelKind::PhaseStatus).value = "In chiusura".into();
    says(
        &progress(&p),
        "la fase della consegna dei beni era descritta così: «In chiusura».",
    );
    p.phases = vec![Phase {
        code: "10".into(),
        name: Some("Collaudo".into()),
        start_planned: None,
        start_actual: None,
        end_planned: Some(date(2026, 8, 11)),
        end_actual: None,
        source: PROJECTS,
    }];
    says(
        &text(&it(&p), Question::When),
        "La fine della fase del collaudo, cioè del controllo finale, era prevista per l'11 agosto 2026.",
    );
    p.phases[0].end_planned = Some(date(2027, 1, 11));
    says(
        &text(&it(&p), Question::When),
        "La fine della fase del collaudo, cioè del controllo finale, è prevista per l'11 gennaio 2027.",
    );
}

#[test]
fn pa_digitale_tells_its_decisions() {
    let e = it(&digital());
    let when = text(&e, Question::When);
    assert_eq!(
        when,
        "Il progetto del Comune di Montemurlo era finito quando sono arrivati i soldi, il 1º febbraio 2024. \
         I 25.246 euro, chiesti l'8 giugno 2022, sono stati assegnati l'11 settembre 2022."
    );
    says(
        &text(&e, Question::Progress),
        "Il Comune di Montemurlo ha finito il progetto e, dopo i controlli, ha ricevuto i 25.246 euro il 1º febbraio 2024.",
    );
    says(
        &text(&e, Question::HowMuch),
        "Il Comune di Montemurlo ha 25.246 euro dal PNRR.",
    );
    let mut p = digital();
    p.candidatures[0].status = Some('R');
    says(
        &text(&it(&p), Question::Progress),
        "Il Comune di Montemurlo ha rinunciato ai soldi il 1º febbraio 2024.",
    );
    says(
        &text(&it(&p), Question::Contact),
        "se pensa di farlo in un altro modo",
    );
    p.candidatures[0].status = Some('A');
    says(
        &text(&it(&p), Question::Progress),
        "il Comune di Montemurlo non aveva ancora ricevuto i 25.246 euro assegnati.",
    );
    // What is told is not asked for.
    says_not(&text(&it(&p), Question::Contact), "quanto è stato pagato");
}

#[test]
fn money_that_was_renounced_and_asked_for_again_is_told_so() {
    let mut p = digital();
    let mut later = p.candidatures[0].clone();
    p.candidatures[0].status = Some('R');
    p.candidatures[0].status_date = Some(date(2023, 1, 10));
    later.window = Some(2);
    p.candidatures.push(later);
    let progress = text(&it(&p), Question::Progress);
    assert!(
        progress.starts_with("Il Comune di Montemurlo ha finito il progetto"),
        "{progress}"
    );
    says(
        &progress,
        "Prima l'ente aveva rinunciato ai soldi, il 10 gennaio 2023, e li ha chiesti di nuovo.",
    );
}

/// Two requests under one CUP: that one was given up says nothing of the other.
#[test]
fn a_request_that_was_given_up_tells_of_the_other() {
    let mut p = digital();
    p.candidatures[0].status = Some('R');
    let mut catalogue = catalogue();
    let mut benefit = |status| {
        let other = ProjectId::of("M1C1I1.04.03", "X", "2", 0);
        let mut brief = Brief::new(other, 0);
        brief.status = status;
        brief.cup = p.cup.as_str().into();
        catalogue.projects = vec![brief].into();
        p.siblings = vec![(other, p.submeasure.clone())];
        text(&project(&catalogue, &p, Lang::It, TODAY), Question::Benefit)
    };
    says(
        &benefit(Status::Completed),
        "un'altra con lo stesso codice (CUP) risulta conclusa",
    );
    says(
        &benefit(Status::Funded),
        "ma i dati ne hanno un'altra con lo stesso codice (CUP)",
    );
    says(&benefit(Status::Withdrawn), "il progetto è ritirato");
}

/// The same body asked for the same thing again, under another CUP.
#[test]
fn a_request_that_was_given_up_tells_of_the_bodys_other() {
    let mut p = digital();
    p.candidatures[0].status = Some('R');
    p.siblings.clear();
    let mut catalogue = catalogue();
    let mut buffer = String::new();
    BriefFact {
        kind: FactKind::Service,
        value: "pagopa",
        number: None,
    }
    .write(&mut buffer);
    let mut benefit = |status, body| {
        let brief = |id, body| Brief {
            body: Some(body),
            facts: BriefFacts::written(&buffer),
            ..Brief::new(id, 0)
        };
        let mut other = brief(ProjectId::of("M1C1I1.04.03", "Y", "3", 0), body);
        other.status = status;
        other.cup = "D2".into();
        let mut all = vec![brief(p.id, 0), other];
        all.sort_by_key(|brief| brief.id);
        catalogue.projects = all.into();
        let page = project(&catalogue, &p, Lang::It, TODAY);
        let asked = text(&page, Question::Contact);
        let ask = if body == 0 {
            "a che punto è la sua altra domanda, con il codice (CUP) D2"
        } else {
            "se pensa di farlo"
        };
        says(&asked, ask);
        text(&page, Question::Benefit)
    };
    says(
        &benefit(Status::Completed, 0),
        "un'altra dello stesso ente per la stessa cosa risulta conclusa",
    );
    says(
        &benefit(Status::Funded, 0),
        "ma lo stesso ente ne ha un'altra per la stessa cosa: il codice (CUP) è D2",
    );
    says(&benefit(Status::Completed, 1), "il progetto è ritirato");
}

#[test]
fn a_status_is_told_in_the_words_of_its_table_or_not_at_all() {
    let mut p = full();
    let progress = |p: &Project| text(&it(p), Question::Progress);
    for (word, said) in [
        (
            "In corso",
            "il progetto procedeva, nella fase dei lavori in cantiere,",
        ),
        ("Conclusa", "il progetto era concluso"),
        ("Non ancora avviata", "il progetto non era ancora partito"),
        ("Non concluso", "il progetto così: «Non concluso»"),
        ("In attesa di conclusione", "così: «In attesa di conclusione»"),
    ] {
        label_of(&mut p, LabelKind::Progress).value = word.into();
        says(&progress(&p), said);
    }
}

#[test]
fn targets_are_told_with_their_own_month() {
    let mut p = full();
    let progress = |p: &Project| text(&it(p), Question::Progress);
    says(&progress(&p), "nessun risultato comunicato al 31 marzo 2025.");
    p.targets[0].achieved = Some(20.0);
    p.targets[0].month = Some(4);
    p.targets[0].year = Some(2024);
    says(&progress(&p), "Fatto: 20 su 60 posti di nido, ad aprile 2024.");
    p.targets[0].achieved = Some(60.0);
    says(&progress(&p), "Fatto tutto: 60 posti di nido, ad aprile 2024.");
    // Only the payments say that it is under way.
    p.labels.retain(|l| l.kind != LabelKind::Progress);
    p.dates.clear();
    p.candidatures.clear();
    says(&progress(&p), "Fatto tutto: 60 posti di nido, ad aprile 2024.");
    says(&progress(&p), "per questo lo diciamo ancora in corso.");
    says_not(&progress(&p), "il progetto era in corso");
    p.targets[0].indicator = "T9999".into();
    p.targets[0].name = "Nr. di alberi piantati".into();
    says(
        &progress(&p),
        "Fatto tutto: 60 per l'obiettivo chiamato alberi piantati",
    );
}

#[test]
fn what_an_office_counts_is_told_as_what_it_stands_for() {
    let mut p = full();
    let progress = |p: &Project| text(&it(p), Question::Progress);
    p.targets[0].indicator = "T0115".into();
    p.targets[0].planned = Some(1.0);
    says_not(&progress(&p), "contratto firmato");
    says_not(&progress(&p), "firmato.");
    p.targets[0].achieved = Some(1.0);
    says(&progress(&p), "n contratto era firmato a marzo 2025.");
    // Nothing below one; metres for kilometres, tonnes for thousands of them, hectares of fields.
    p.targets[0].indicator = "T0232".into();
    p.targets[0].planned = Some(0.17);
    says_not(&progress(&p), "0,17");
    p.targets[0].indicator = "T0018".into();
    p.targets[0].unit = Some("Chilometri".into());
    p.targets[0].planned = Some(0.55);
    p.targets[0].achieved = None;
    says(&progress(&p), "In programma: 550 metri di strade per biciclette");
    p.targets[0].indicator = "T0025".into();
    p.targets[0].unit = Some("KTEP/Anno".into());
    p.targets[0].planned = Some(0.02);
    says(
        &progress(&p),
        "In programma: 20 tonnellate di petrolio in meno ogni anno",
    );
    p.targets[0].indicator = "T0044".into();
    p.targets[0].unit = Some("Metri quadrati".into());
    p.targets[0].planned = Some(33_000_000.0);
    p.targets[0].achieved = Some(6_780_000.0);
    says(&progress(&p), "Fatto: 678 su 3.300 ettari di campi");
}

/// What is built and tested waits for papers and is not late.
#[test]
fn a_test_that_is_over_is_told_in_one_sentence() {
    let mut p = full();
    label_of(&mut p, LabelKind::Phase).value = "Collaudo".into();
    label_of(&mut p, LabelKind::PhaseStatus).value = "Progetto con iter concluso".into();
    let progress = text(&it(&p), Question::Progress);
    says(
        &progress,
        "il progetto era ancora in corso sulle carte, ma lavori e collaudo risultavano finiti",
    );
    says_not(&progress, "in ritardo");
    says_not(&progress, "procedeva");
}
