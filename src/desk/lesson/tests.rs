#![allow(clippy::unwrap_used)]

use super::*;
use crate::lang::{LESSONS, Step, StepKind, Wants};

fn step(wants: Wants) -> &'static Step {
    let steps = LESSONS.iter().flat_map(|l| l.steps);
    let mut asks = steps.filter(|s| matches!(&s.kind, StepKind::Ask(a) if a.wants == wants));
    asks.next().unwrap()
}

fn right(expected: &Expected, typed: &str) -> bool {
    expected.is_right(typed, step(Wants::Count).text(Lang::It))
}

#[test]
fn money_is_right_in_words_and_within_five_per_cent() {
    let three = Expected::Money(Cents(341_234_500));
    for typed in [
        "3,4 milioni",
        "3.412.345 euro",
        "€ 3,412,345.00",
        "circa 3.4 million",
        "3400 mila",
        "3 400 000",
        "tre milioni e mezzo",
        "3,5mln",
        "3.412 milioni",
    ] {
        assert!(right(&three, typed), "{typed}");
    }
    for typed in [
        "3 milioni",
        "3",
        "34 milioni",
        "tanti",
        "",
        "3,4 miliardi",
        "-",
        "milioni",
    ] {
        assert!(!right(&three, typed), "{typed}");
    }
    let nothing = Expected::Money(Cents::ZERO);
    assert!(right(&nothing, "0") && right(&nothing, "niente") && !right(&nothing, "1 euro"));
}

#[test]
fn a_count_is_exact() {
    let many = Expected::Count(1_312);
    assert!(right(&many, "1312") && right(&many, "1.312") && right(&many, "sono 1,312 progetti"));
    assert!(!right(&many, "1311") && !right(&many, "1,3"));
}

#[test]
fn a_body_is_right_by_its_own_words() {
    let body = Expected::Name("Comune di San Giuliano Terme".into());
    for typed in [
        "san giuliano terme",
        "Comune di San Guliano Terme",
        "san giuliano",
    ] {
        assert!(right(&body, typed), "{typed}");
    }
    for typed in [
        "comune",
        "il comune di",
        "Comune di Pisa",
        "san giuliano pisa",
        "",
    ] {
        assert!(!right(&body, typed), "{typed}");
    }
}

#[test]
fn codes_years_and_words_are_forgiven_their_form() {
    let code = Expected::Cup("J57H22001230006".into());
    assert!(right(&code, "j57 h22 00123 0006") && !right(&code, "J57H22001230007"));
    let year = Expected::Year(2022);
    assert!(right(&year, "nel 2022") && right(&year, "'22") && !right(&year, "2021"));
    let status = Expected::Status(Status::Ongoing);
    assert!(right(&status, "È in corso") && right(&status, "ongoing"));
    assert!(!right(&status, "in corso o concluso"));
    let evidence = Expected::Evidence(Evidence::Linked);
    assert!(right(&evidence, "Collegata") && !right(&evidence, "osservato"));
}

#[test]
fn an_option_is_chosen_by_number_or_words() {
    let step = step(Wants::Choice(1));
    let text = step.text(Lang::It);
    let expected = Expected::Choice(1);
    assert!(expected.is_right("2", text) && expected.is_right(text.options[1], text));
    for wrong in ["1", "3", "4", "0", ""] {
        assert!(!expected.is_right(wrong, text), "{wrong}");
    }
    assert_eq!(expected.say(text, Lang::It), text.options[1]);
}

#[test]
fn what_the_program_says_is_itself_right() {
    let text = step(Wants::Choice(1)).text(Lang::En);
    for lang in Lang::ALL {
        for expected in [
            Expected::Count(8_108),
            Expected::Money(Cents(447_119_425)),
            Expected::Name("Azienda USL Toscana Centro".into()),
            Expected::Cup("D15F22000610002".into()),
            Expected::Year(2009),
            Expected::Status(Status::Unknown),
            Expected::Evidence(Evidence::Missing),
            Expected::Choice(1),
        ] {
            let said = expected.say(text, lang);
            assert!(expected.is_right(&said, text), "{said}");
        }
    }
}
