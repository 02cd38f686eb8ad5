//! When, how far and how late: dates, phases, decisions, targets.

use super::*;

#[test]
fn late_only_from_dates_and_with_their_day() {
    let mut p = full();
    let progress = |p: &Project| text(&it(p), Question::Progress);
    says(
        &progress(&p),
        "Al 13 giugno 2026 il progetto era in ritardo sulla data prevista.",
    );
    p.dates[2].value = date(2026, 9, 30);
    says(&progress(&p), "Al 13 giugno 2026 il progetto non era in ritardo");
    says(
        &text(&it(&p), Question::When),
        "La fine è prevista per il 30 settembre 2026.",
    );
    p.dates.push(on(ProjectDateKind::EndActual, date(2026, 6, 1)));
    says(&progress(&p), "Il progetto è finito entro la data prevista.");
    p.dates[2].value = date(2026, 3, 31);
    says(
        &progress(&p),
        "Il progetto è finito 2 mesi dopo la data prevista.",
    );
    // No dates: nothing about lateness but that it is not known.
    p.dates.clear();
    says_not(&progress(&p), "ritardo");
    let bare = bare("M6C1I1.01.00", &[OLD_PLACES]);
    says(
        &progress(&bare),
        "non è in questo archivio, che arriva al 1º marzo 2023",
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
        "Al 13 giugno 2026 la fase dei lavori in cantiere era in corso.",
    );
    p.labels[0].value = "01".into();
    says(&progress(&p), "la fase della consegna dei beni era in corso.");
    let state = p.labels.iter_mut().find(|l| l.kind == LabelKind::PhaseStatus);
    state.unwrap().value = "Conclusa".into();
    says(&progress(&p), "la fase della consegna dei beni era finita.");
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
        "La fine della fase del collaudo, cioè del controllo finale, è prevista per l'11 agosto 2026.",
    );
}

#[test]
fn pa_digitale_tells_its_decisions() {
    let e = it(&digital());
    let when = text(&e, Question::When);
    says(&when, "La domanda per i soldi è partita l'8 giugno 2022.");
    says(&when, "I soldi sono stati assegnati l'11 settembre 2022.");
    says(
        &when,
        "Le domande si potevano fare dal 4 aprile 2022 al 2 settembre 2022.",
    );
    says(
        &text(&e, Question::Progress),
        "i soldi sono stati versati il 1º febbraio 2024.",
    );
    says(&text(&e, Question::HowMuch), "Il PNRR dà al progetto 25.246 euro");
    let mut p = digital();
    p.candidatures[0].status = Some('R');
    says(
        &text(&it(&p), Question::Progress),
        "L'ente ha rinunciato ai soldi il 1º febbraio 2024.",
    );
    p.candidatures[0].status = Some('A');
    says(
        &text(&it(&p), Question::Progress),
        "i soldi erano assegnati ma non ancora versati",
    );
}

#[test]
fn targets_are_told_with_the_day_of_the_table() {
    let mut p = full();
    let progress = |p: &Project| text(&it(p), Question::Progress);
    says(&progress(&p), "Il progetto prevede 60 posti nei nidi.");
    says(&progress(&p), "Al 31 marzo 2025 il conto era a 0 su 60.");
    p.targets[0].planned = Some(1.0);
    p.targets[0].achieved = Some(1.0);
    says(&progress(&p), "Il progetto prevede 1 posto nei nidi.");
    says(
        &progress(&p),
        "Al 31 marzo 2025 l'obiettivo era raggiunto, con 1 su 1.",
    );
    p.targets[0].indicator = "T9999".into();
    p.targets[0].name = "Nr. di alberi piantati".into();
    says(
        &progress(&p),
        "Per l'obiettivo chiamato alberi piantati il numero previsto è 1.",
    );
}
