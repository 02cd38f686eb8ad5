//! What it costs: the kinds of money, for each inhabitant, who pays.

use super::*;

#[test]
fn four_kinds_of_money_keep_their_names() {
    let much = text(&it(&full()), Question::HowMuch);
    says(
        &much,
        "Il progetto ha un finanziamento totale di 1.250.340,50 euro, cioè circa 1,3 milioni di euro.",
    );
    says(&much, "Il PNRR mette 1.000.000 euro, cioè l'80 per cento.");
    says(&much, "Al 31 marzo 2025 i pagamenti arrivavano a 300.000 euro.");
    says(&much, "È il 24 per cento del finanziamento totale.");
    says(
        &much,
        "La gara partiva da 1.000.000 euro, cioè 1 milione di euro.",
    );
    says(&much, "Il contratto vale 880.000 euro.");
    says(&much, "Lo sconto sul prezzo di partenza è del 12 per cento.");
    says(
        &much,
        "La somma fa circa 100 euro per ogni abitante di Seravezza.",
    );
    says(
        &much,
        "Gli abitanti di Seravezza erano 12.500 al 1º gennaio 2023, secondo l'ISTAT.",
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
    p.labels[0].value = "07".into();
    assert!(!each(&p), "help to a firm");
}

#[test]
fn the_plan_pays_all_only_when_the_figures_agree() {
    let mut p = full();
    p.amounts = vec![money(AmountKind::Funding, Fund::Pnrr, 100_000)];
    says(&text(&it(&p), Question::Who), "I soldi vengono dal PNRR.");
    p.amounts.push(money(AmountKind::Funding, Fund::Total, 200_000));
    says(
        &text(&it(&p), Question::Who),
        "Una parte dei soldi viene dal PNRR.",
    );
    says_not(&text(&it(&p), Question::HowMuch), "Paga tutto");
}
