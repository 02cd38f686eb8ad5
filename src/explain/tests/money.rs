//! What it costs: the kinds of money, for each inhabitant, who pays.

use super::*;

#[test]
fn figures_have_the_article_that_they_want() {
    let finish = |text: &str| crate::explain::wording::finish(text.to_owned());
    for (written, said) in [
        (
            "al 3 marzo i 8.979,20 euro erano assegnati",
            "Al 3 marzo gli 8.979,20 euro erano assegnati",
        ),
        ("usciti tutti i 11.659 euro", "Usciti tutti gli 11.659 euro"),
        ("i 80 posti dei 88 previsti", "Gli 80 posti degli 88 previsti"),
        ("Dei 11 contratti, dei 8", "Degli 11 contratti, degli 8"),
        ("i 110 posti e i 1.800 euro", "I 110 posti e i 1.800 euro"),
    ] {
        assert_eq!(finish(written), said);
    }
}

#[test]
fn four_kinds_of_money_keep_their_names() {
    let much = text(&it(&full()), Question::HowMuch);
    says(
        &much,
        "Ci sono 1.250.340,50 euro, di cui 1.000.000 dal PNRR (l'80 per cento) e 250.340,50 dal Comune.",
    );
    says(
        &much,
        "Al 31 marzo 2025 (20 mesi fa) risultavano pagati 300.000 euro, il 24 per cento del totale.",
    );
    says(
        &much,
        "Il contratto vale 880.000 euro, il 12 per cento in meno del prezzo di partenza di 1.000.000 euro.",
    );
    says(
        &much,
        "Il finanziamento vale circa 100 euro per ogni abitante di Seravezza, che nel 2023 ne aveva 12.500.",
    );
}

#[test]
fn an_amount_for_each_inhabitant_only_for_works_of_one_comune() {
    let each = |p: &Project| text(&it(p), Question::HowMuch).contains("per ogni abitante");
    let mut p = full();
    assert!(each(&p));
    p.places.push(place("100005"));
    assert!(!each(&p), "two comuni");
    let mut p = full();
    p.bodies[0].1 = body("Azienda USL Toscana Nord Ovest");
    assert!(!each(&p), "a hospital serves more than its comune");
    let mut p = full();
    label_of(&mut p, LabelKind::Nature).value = "07".into();
    assert!(!each(&p), "help to a firm");
    let mut p = full();
    label_of(&mut p, LabelKind::Progress).value = "Revocato".into();
    assert!(!each(&p), "money that was given up");
}

#[test]
fn the_plan_pays_all_only_when_the_figures_agree() {
    let mut p = full();
    p.amounts = vec![money(AmountKind::Funding, Fund::Pnrr, 100_000)];
    let much = |p: &Project| text(&it(p), Question::HowMuch);
    says(&much(&p), "ha 1.000 euro dal PNRR.");
    p.amounts.push(money(AmountKind::Funding, Fund::Total, 200_000));
    says(
        &much(&p),
        "ha 2.000 euro, di cui 1.000 dal PNRR (il 50 per cento).",
    );
    p.amounts[0].2.value = Cents(200_000);
    says(&much(&p), "ha 2.000 euro, tutti dal PNRR.");
}

/// Beside the complement's part the copy has the whole.
#[test]
fn a_larger_whole_of_the_copy_is_told_beside_the_complement() {
    let mut p = full();
    p.amounts = vec![
        money(AmountKind::Funding, Fund::Pnc, 9_200_000),
        money(AmountKind::OfCup, Fund::Total, 10_580_000),
    ];
    says(
        &text(&it(&p), Question::HowMuch),
        "Una copia non ufficiale di inizio 2023 dava un costo totale più alto: 105.800 euro.",
    );
}

/// Of a whole that others fund too, what is paid may be all of the plan.
#[test]
fn payments_that_are_all_of_the_plan_are_told_as_such() {
    let mut p = full();
    p.amounts.push(money(AmountKind::Payment, Fund::Pnrr, 30_000_000));
    let much = |p: &Project| text(&it(p), Question::HowMuch);
    says(&much(&p), "il 24 per cento del totale, tutti dal PNRR.");
    // Where the plan funds it all nobody asks.
    for (kind, fund, amount) in &mut p.amounts {
        if (*kind, *fund) == (AmountKind::Funding, Fund::Pnrr) {
            amount.value = Cents(125_034_050);
        }
    }
    says_not(&much(&p), "del totale, tutti");
}

#[test]
fn a_price_next_to_its_start_is_nearly_that() {
    let mut p = full();
    p.tenders[0].award = Some(Cents(99_900_000));
    says(
        &text(&it(&p), Question::HowMuch),
        "Il contratto vale 999.000 euro, quasi quanto il prezzo di partenza, che era di 1.000.000 euro.",
    );
}

#[test]
fn more_paid_than_funded_has_a_reason_or_says_that_none_is_known() {
    let mut p = full();
    p.amounts[3].2.value = Cents(135_034_050);
    let much = text(&it(&p), Question::HowMuch);
    says(&much, "È più del finanziamento: nessuna tabella dice perché.");
    says_not(&much, "per cento del totale");
    p.amounts[0].2.source = OLD_PROJECTS;
    let much = text(&it(&p), Question::HowMuch);
    says(
        &much,
        "È più del finanziamento che conosciamo, che è più vecchio, fermo al 28 febbraio 2023.",
    );
    says_not(&odd(&p), "superano");
}

#[test]
fn nothing_paid_and_less_than_nothing_are_told() {
    let mut p = full();
    p.amounts[3].2.value = Cents(0);
    says(&text(&it(&p), Question::HowMuch), "nessun pagamento risultava");
    p.amounts[3].2.value = Cents(-500_000);
    says(
        &text(&it(&p), Question::HowMuch),
        "i pagamenti erano sotto zero di 5.000 euro: la tabella non dice perché.",
    );
}

#[test]
fn an_amount_of_a_later_day_is_news_and_no_contradiction() {
    let mut p = full();
    let grown = |field: &str| Disagreement {
        kind: DisagreementKind::Update,
        field: field.into(),
        kept: "352000.00".into(),
        kept_source: PROJECTS,
        other: "320000.00".into(),
        other_source: OLD_PROJECTS,
    };
    p.disagreements = vec![grown("funding.total"), grown("funding.pnrr")];
    says(
        &text(&it(&p), Question::HowMuch),
        "Il finanziamento è cresciuto di 32.000 euro: al 28 febbraio 2023 era di 320.000 euro.",
    );
    assert!(it(&p).oddities.is_empty());
    // The whole grew, and the plan puts in less.
    p.disagreements[1].kept = "300000.00".into();
    says(
        &text(&it(&p), Question::HowMuch),
        "La parte del PNRR è scesa: al 28 febbraio 2023 era di 320.000 euro, ora è di 300.000 euro.",
    );
    // Cents that a floating-point number lost are no news either.
    p.disagreements[0].other = "352000.03".into();
    p.disagreements.truncate(1);
    says_not(&text(&it(&p), Question::HowMuch), "cresciuto");
}

#[test]
fn what_a_copy_gives_to_the_code_of_several_is_theirs_together() {
    let mut p = full();
    p.amounts = vec![(
        AmountKind::OfCup,
        Fund::Total,
        Observed {
            value: Cents(243_700),
            source: PROJECTS,
        },
    )];
    p.candidatures.clear();
    p.siblings = vec![(ProjectId::of("a", "b", "c", 0), p.submeasure.clone())];
    says(
        &text(&it(&p), Question::HowMuch),
        "Una copia non ufficiale del 2023 dà 2.437 euro a due progetti insieme, questo e un altro: quanto a ciascuno non si sa.",
    );
    // The same contracts under both codes are one project, so far as anybody knows.
    p.doubles = vec![p.siblings[0].0];
    says(
        &text(&it(&p), Question::HowMuch),
        "dà 2.437 euro a questo codice (CUP), che sta su 2 schede con gli stessi contratti.",
    );
    says(
        &odd(&p),
        "e gli stessi contratti: forse è lo stesso progetto scritto due volte.",
    );
    says_not(&odd(&p), "Un altro progetto della stessa misura");
    p.doubles.clear();
    p.siblings.push(p.siblings[0].clone());
    says(
        &text(&it(&p), Question::HowMuch),
        "a più progetti insieme, questo e altri 2:",
    );
}

/// An old table is the unofficial copy.
fn with_a_copy() -> crate::snapshot::Catalogue {
    let mut catalogue = catalogue();
    for source in catalogue.sources.iter_mut().filter(|s| s.id == OLD_PROJECTS) {
        source.table = Table::OpenPnrrToscana;
        source.date = None;
    }
    catalogue
}

/// Where no table has the money of a project, that of another of its CUP is told as the other's.
#[test]
fn the_money_of_another_of_the_same_cup_is_told_as_its_own() {
    let mut p = full();
    let mut catalogue = catalogue();
    let mut other = Brief::new(ProjectId::of("M4C1I1.01.00", "X", "2", 0), 0);
    (other.total, other.paid) = (Some(Cents(1_684_000)), Some(Cents(842_000)));
    let id = other.id;
    catalogue.projects = vec![other].into();
    let how_much = |p: &Project| text(&project(&catalogue, p, Lang::It, TODAY), Question::HowMuch);
    p.siblings = vec![(id, p.submeasure.clone())];
    says_not(&how_much(&p), "Un altro progetto");
    p.amounts.clear();
    p.candidatures.clear();
    p.tenders.clear();
    says(&how_much(&p), "Non si sa quanto costa il progetto.");
    says(
        &how_much(&p),
        "Un altro progetto con lo stesso codice (CUP) ha 16.840 euro, di cui 8.420 euro già pagati.",
    );
    p.siblings[0].1 = Submeasure::parse("M5C2I2.01.00").unwrap();
    says_not(&how_much(&p), "Un altro progetto");
}

/// What the copy gave in early 2023 is told as the copy's, where the tables have another sum now.
#[test]
fn a_sum_of_the_copy_is_told_as_the_copys() {
    let mut p = full();
    let catalogue = with_a_copy();
    let how_much = |p: &Project| text(&project(&catalogue, p, Lang::It, TODAY), Question::HowMuch);
    p.disagreements = vec![Disagreement {
        kind: DisagreementKind::Update,
        field: "funding.total".into(),
        kept: "352000.00".into(),
        kept_source: PROJECTS,
        other: "320000.00".into(),
        other_source: OLD_PROJECTS,
    }];
    says(
        &how_much(&p),
        "Il finanziamento è cresciuto di 32.000 euro: una copia non ufficiale di inizio 2023 dava 320.000 euro.",
    );
    p.disagreements[0].field = "funding.pnrr".into();
    p.disagreements[0].kept = "300000.00".into();
    says(
        &how_much(&p),
        "La parte del PNRR è scesa a 300.000 euro: una copia non ufficiale di inizio 2023 dava 320.000 euro.",
    );
}

/// What the copy calls the cost is not what the plan assigned.
#[test]
fn of_a_copy_the_plans_part_is_called_assigned() {
    let mut p = full();
    let catalogue = with_a_copy();
    let of_copy = |fund, cents| {
        let value = Cents(cents);
        let source = OLD_PROJECTS;
        (AmountKind::Funding, fund, Observed { value, source })
    };
    p.amounts = vec![of_copy(Fund::Total, 71_500_000), of_copy(Fund::Pnrr, 65_000_000)];
    p.labels.clear();
    p.dates.clear();
    p.phases.clear();
    p.targets.clear();
    p.tenders.clear();
    let e = project(&catalogue, &p, Lang::It, TODAY);
    says(
        &text(&e, Question::Progress),
        "All'inizio del 2023 i 650.000 euro dal PNRR erano assegnati",
    );
}

#[test]
fn contracts_are_told_one_kind_at_a_time() {
    let mut p = full();
    let tender = |procedure: Option<&str>, cents: i64, day: Option<Date>| Tender {
        procedure: procedure.map(Into::into),
        award: Some(Cents(cents)).filter(|c| c.0 > 0),
        awarded: day,
        source: Some(TENDERS),
        ..Tender::default()
    };
    p.tenders = vec![
        tender(Some("Affidamento diretto"), 2_000_000, Some(date(2023, 2, 1))),
        tender(Some("Affidamento diretto"), 2_500_000, Some(date(2023, 3, 1))),
        tender(Some("Procedura aperta"), 90_000_000, Some(date(2023, 4, 1))),
        tender(None, 0, None),
    ];
    let e = it(&p);
    let who = text(&e, Question::Who);
    says(
        &who,
        "Un contratto è stato assegnato ad aprile 2023, con una gara aperta a tutti, per 900.000 euro: non si sa a chi.",
    );
    says(
        &who,
        "I contratti noti sono 4: 2 senza gara, 1 con una gara aperta a tutti e di 1 non si sa in che modo.",
    );
    p.dates.clear();
    let e = it(&p);
    says(
        &text(&e, Question::When),
        "Di 3 contratti su 4 si sa quando sono stati assegnati: l'ultimo il 1º aprile 2023.",
    );
    says(&text(&e, Question::When), "Non si sa quando finisce");
    // Of one day there is no last.
    let mut same = p.clone();
    same.tenders.truncate(3);
    same.tenders
        .iter_mut()
        .for_each(|t| t.awarded = Some(date(2023, 2, 1)));
    says(
        &text(&it(&same), Question::When),
        "I 3 contratti sono stati assegnati tutti il 1º febbraio 2023.",
    );
    // The day of a code is not the contract's.
    p.tenders[3].published = Some(date(2023, 5, 1));
    says(
        &text(&it(&p), Question::When),
        "Di 3 contratti su 4 si sa quando sono stati assegnati: l'ultimo il 1º aprile 2023.",
    );
    p.tenders.truncate(1);
    p.tenders[0].mode = Some("Accordo quadro".into());
    let mut serves = |kind: &str, others: &str| {
        p.tenders[0].object_kind = Some(kind.into());
        let said = format!("Il contratto serve anche ad altri {others}: vale 20.000 euro.");
        says(&text(&it(&p), Question::HowMuch), &said);
    };
    serves("Lavori", "lavori");
    serves("Forniture", "progetti");
}

/// A tender to which nobody came is held again; a purchase is listed once with its taxes.
/// From which price the only contract started is told once.
#[test]
fn the_price_that_a_tender_started_from_is_told_once() {
    let mut p = full();
    p.tenders = vec![Tender {
        cig: "A000000002".into(),
        procedure: Some("Affidamento diretto".into()),
        base: Some(Cents(4_032_000)),
        source: Some(TENDERS),
        ..Tender::default()
    }];
    says(
        &text(&it(&p), Question::Who),
        "con un prezzo di partenza di 40.320 euro",
    );
    says_not(&text(&it(&p), Question::HowMuch), "prezzo di partenza");
    // Where no day of an award is known, that of its code is told.
    p.dates.clear();
    p.phases.clear();
    p.labels.retain(|label| label.kind != LabelKind::Existing);
    p.tenders[0].published = Some(date(2021, 7, 12));
    says(
        &text(&it(&p), Question::When),
        "La procedura del contratto è stata registrata il 12 luglio 2021.",
    );
    p.amounts.clear();
    says(&text(&it(&p), Question::HowMuch), "prezzo di partenza");
}

#[test]
fn a_tender_that_was_held_again_is_one() {
    let mut p = full();
    let tender = |cig: &str, base: i64, award: Option<Cents>| Tender {
        cig: cig.into(),
        procedure: Some("Procedura negoziata".into()),
        base: Some(Cents(base)),
        award,
        source: Some(TENDERS),
        ..Tender::default()
    };
    let given = tender("A000000002", 65_552_000, Some(Cents(58_331_700)));
    for (base, said) in [
        (65_552_000, "L'unico contratto noto"),
        (72_107_200, "L'unico contratto noto"),
        (70_000_000, "I due contratti noti"),
    ] {
        p.tenders = vec![tender("A000000001", base, None), given.clone()];
        says(&text(&it(&p), Question::Who), said);
    }
}

/// The same works at the same price, first offered to some and then to all.
#[test]
fn works_that_were_offered_again_in_another_way_are_one_tender() {
    let mut p = full();
    let tender = |cig: &str, way: &str, kind: &str, award: Option<Cents>| Tender {
        cig: cig.into(),
        procedure: Some(way.into()),
        object_kind: Some(kind.into()),
        base: Some(Cents(65_552_000)),
        award,
        source: Some(TENDERS),
        ..Tender::default()
    };
    for (kind, said) in [
        ("Lavori", "Il contratto per i lavori è stato assegnato"),
        ("Servizi", "I contratti noti sono 2"),
    ] {
        p.tenders = vec![
            tender("A000000001", "Procedura negoziata", kind, None),
            tender("A000000002", "Procedura aperta", kind, Some(Cents(60_000_000))),
        ];
        says(&text(&it(&p), Question::Who), said);
    }
}

/// What two funds put in once of what no table explains today; of a metropolitan city the column of
/// the province is its own.
#[test]
fn what_several_put_in_then_is_one_sentence() {
    let mut p = full();
    p.amounts
        .retain(|(kind, fund, _)| *kind != AmountKind::Payment && matches!(fund, Fund::Total | Fund::Pnrr));
    let then = |cents| Observed {
        value: Cents(cents),
        source: OLD_PROJECTS,
    };
    p.amounts
        .push((AmountKind::Funding, Fund::Region, then(10_000_000)));
    p.amounts
        .push((AmountKind::Funding, Fund::Province, then(5_000_000)));
    let much = text(&it(&p), Question::HowMuch);
    says(
        &much,
        "mettevano una parte la Regione (100.000) e la Provincia (50.000).",
    );
    for (_, body, _) in &mut p.bodies {
        body.name = "Città metropolitana di Firenze".into();
    }
    let much = text(&it(&p), Question::HowMuch);
    says(&much, "la Città metropolitana (50.000)");
    // Of a whole that was larger.
    p.amounts.pop();
    p.amounts.last_mut().unwrap().2.value = Cents(40_000_000);
    let much = text(&it(&p), Question::HowMuch);
    says(
        &much,
        "con un totale più alto, il resto lo metteva la Regione (400.000).",
    );
}

/// Where more is paid than there was, and one other fund paid that, it is said who.
#[test]
fn what_is_above_the_funding_says_who_paid_it() {
    let mut p = full();
    let of = |p: &mut Project, kind, fund, cents| {
        let known = p
            .amounts
            .iter()
            .find(|(k, f, _)| (*k, *f) == (kind, fund))
            .cloned();
        let source = p.amount(AmountKind::Payment, Fund::Total).unwrap().source;
        p.amounts.retain(|(k, f, _)| (*k, *f) != (kind, fund));
        let source = known
            .filter(|_| kind == AmountKind::Funding)
            .map_or(source, |(.., a)| a.source);
        p.amounts.push((
            kind,
            fund,
            Observed {
                value: Cents(cents),
                source,
            },
        ));
    };
    of(&mut p, AmountKind::Funding, Fund::Total, 10_000_000);
    let source = p.amount(AmountKind::Payment, Fund::Total).unwrap().source;
    for (kind, _, amount) in &mut p.amounts {
        if *kind == AmountKind::Funding {
            amount.source = source;
        }
    }
    of(&mut p, AmountKind::Payment, Fund::Total, 10_100_000);
    says(
        &text(&it(&p), Question::HowMuch),
        "È più del finanziamento: nessuna tabella dice perché.",
    );
    of(&mut p, AmountKind::Payment, Fund::Comune, 900_000);
    says(
        &text(&it(&p), Question::HowMuch),
        "È più del finanziamento: 9.000 euro li ha pagati il Comune.",
    );
}

/// Of what is paid the part of the plan is told.
#[test]
fn what_the_plan_paid_is_told_of_what_is_paid() {
    let mut p = full();
    let paid = p.amount(AmountKind::Payment, Fund::Total).unwrap().clone();
    p.amounts
        .retain(|(kind, fund, _)| (*kind, *fund) != (AmountKind::Payment, Fund::Pnrr));
    let half = Observed {
        value: Cents(paid.value.0 / 2),
        source: paid.source,
    };
    says_not(&text(&it(&p), Question::HowMuch), "ne ha pagati");
    p.amounts.push((AmountKind::Payment, Fund::Pnrr, half));
    says(
        &text(&it(&p), Question::HowMuch),
        "il 24 per cento del totale. Il PNRR ne ha pagati 150.000: chi ha pagato gli altri 150.000 non si sa.",
    );
    let of = |fund, cents| {
        (
            AmountKind::Payment,
            fund,
            Observed {
                value: Cents(cents),
                source: paid.source,
            },
        )
    };
    p.amounts.push(of(Fund::Comune, paid.value.0 / 2));
    says(
        &text(&it(&p), Question::HowMuch),
        "il 24 per cento del totale, di cui 150.000 dal PNRR.",
    );
}

#[test]
fn a_sum_with_cents_is_joined_without_its_stop() {
    let money = text(
        &project(&catalogue(), &full(), Lang::En, TODAY),
        Question::HowMuch,
    );
    says(&money, "€1,250,340.50, of which");
    says_not(&money, ".,");
}

/// A payment is a share of what the funding was on its day.
#[test]
fn a_share_and_its_whole_are_of_one_day() {
    let mut p = full();
    let paid = p
        .amounts
        .iter_mut()
        .find(|(kind, ..)| *kind == AmountKind::Payment);
    paid.unwrap().2.source = OLD_PROJECTS;
    p.disagreements = vec![Disagreement {
        kind: DisagreementKind::Update,
        field: "funding.total".into(),
        kept: "1250340.50".into(),
        kept_source: PROJECTS,
        other: "600000.00".into(),
        other_source: OLD_PROJECTS,
    }];
    let e = it(&p);
    says(
        &text(&e, Question::HowMuch),
        "300.000 euro, il 50 per cento del totale di allora.",
    );
    says(&e.line.join(" · "), "pagato il 50 per cento");
}

#[test]
fn the_sum_is_set_beside_those_of_the_comune() {
    let mut p = full();
    let mut catalogue = catalogue();
    let only = crate::model::BriefPlace {
        comune: p.places[0].comune,
        ..crate::model::BriefPlace::default()
    };
    let brief = |id, total: i64| Brief {
        places: vec![only.clone()],
        total: (total > 0).then_some(Cents(total)),
        ..Brief::new(id, 0)
    };
    let own = p.amount(AmountKind::Funding, Fund::Total).unwrap().value.0;
    let other = |n: u8, total| brief(ProjectId::of("M4C1I1.01.00", "Y", &n.to_string(), 0), total);
    let mut told = |totals: &[i64]| {
        let mut all = vec![brief(p.id, own)];
        all.extend((0..).zip(totals).map(|(n, total)| other(n, *total)));
        all.sort_by_key(|brief| brief.id);
        catalogue.projects = all.into();
        text(&project(&catalogue, &p, Lang::It, TODAY), Question::HowMuch)
    };
    says(
        &told(&[1, own, 3]),
        "Dei 4 progetti solo a Seravezza, questo è quello con più soldi.",
    );
    says(&told(&[1, own + 1, 3]), "a Seravezza, uno solo ha più soldi.");
    says(&told(&[own + 2, own + 1, 3]), "a Seravezza, 2 hanno più soldi.");
    // The page of the comune counts those too whose cost is not known.
    says(
        &told(&[1, own + 1, 3, 0]),
        "Dei 4 progetti solo a Seravezza e con un costo noto, uno solo ha più soldi.",
    );
    p.amounts.retain(|(kind, ..)| *kind != AmountKind::Funding);
    says_not(&text(&it(&p), Question::HowMuch), "più soldi");
}

/// The sum of an application that was given up is no earlier sum of the one that lives.
#[test]
fn an_application_that_was_given_up_is_told_with_its_sum_and_day() {
    let mut p = digital();
    let mut gone = p.candidatures[0].clone();
    gone.status = Some('R');
    gone.status_date = Some(date(2022, 6, 20));
    gone.amount = Some(Cents(3_000_000));
    p.candidatures.insert(0, gone);
    let said = text(&it(&p), Question::HowMuch);
    says(&said, "25.246 euro");
    says(
        &said,
        "Una prima domanda, da 30.000 euro, è stata ritirata il 20 giugno 2022.",
    );
    let said = text(&project(&catalogue(), &p, Lang::En, TODAY), Question::HowMuch);
    says(
        &said,
        "A first application, for €30,000, was withdrawn on 20 June 2022.",
    );
    // The same sum asked for again is told with how far it is.
    p.candidatures[0].amount = p.candidatures[1].amount;
    assert!(!text(&it(&p), Question::HowMuch).contains("prima domanda"));
}
