//! Sums and days as a voice says them.

use sportello::lang::Lang;
use sportello::sheet::heard::speech::spoken;

#[test]
fn sums_are_rounded_and_said_once() {
    let it = |text: &str| spoken(text, Lang::It);
    assert_eq!(
        it("In tutto il loro finanziamento è di 881.775,18 euro, cioè circa 880 mila euro."),
        "In tutto il loro finanziamento è di circa 880 mila euro."
    );
    assert_eq!(
        it("Il PNRR (1.250.000 euro) e il Comune (600.000 euro)."),
        "Il PNRR (1,2 milioni di euro) e il Comune (600 mila euro)."
            .replace("1,2 milioni", "circa 1,3 milioni")
    );
    assert_eq!(
        it("Sono 1.659 euro, circa 160 euro per abitante."),
        "Sono 1.659 euro, circa 160 euro per abitante."
    );
    assert_eq!(
        it("Contano solo gli euro del comune."),
        "Contano solo gli euro del comune."
    );
    assert_eq!(
        it("Ha 1.370.000 euro, di cui 1.200.000 dal PNRR e 50.000 dal Comune, con 12.345 dalle imprese."),
        "Ha circa 1,4 milioni di euro, di cui 1,2 milioni dal PNRR e 50 mila dal Comune, con circa 12 mila dalle imprese."
    );
    assert_eq!(it("Sono 1.659 dal 2023."), "Sono 1.659 dal 2023.");
    let en = |text: &str| spoken(text, Lang::En);
    assert_eq!(en("The total is €881,775.18."), "The total is about €880,000.");
    assert_eq!(en("It has €1.2 million."), "It has €1.2 million.");
    assert_eq!(
        en("PNRR, funding: 1,250,000 euro, payments: 225,629.32 euro."),
        "PNRR, funding: about €1.3 million, payments: about €230,000."
    );
}

#[test]
fn days_are_words() {
    assert_eq!(
        spoken("PNRR_Progetti, 31/03/2025, licenza CC BY 4.0", Lang::It),
        "PNRR_Progetti, 31 marzo 2025, licenza CC BY 4.0"
    );
    assert_eq!(
        spoken("dal 20/02/2023 al 31/03/2025.", Lang::En),
        "dal 20 February 2023 al 31 March 2025."
    );
    assert_eq!(spoken("3/4 di 99/99/9999", Lang::It), "3/4 di 99/99/9999");
}
