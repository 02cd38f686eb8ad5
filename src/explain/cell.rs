//! What stands in a cell that a sentence cites, as the archive keeps it: for who writes to the
//! publisher of a table. What the archive does not keep is not said.

use super::claim::Cite;
use super::facts::{BODY_IN_CODE, Facts};
use super::tender::{AWARD, BASE};
use super::{oddities, phases, targets, unread, whereabouts};
use crate::lang::{Lang, w};
use crate::model::{Place, Project};
use crate::snapshot::Catalogue;
use crate::text::number;
use jiff::civil::Date;

/// The value of a cell, and which of the project's rows it stands in where it has several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub row: Option<String>,
    pub value: String,
}

/// Places that are named one by one.
const MOST_PLACES: usize = 6;

/// The cell that a sentence on a project cites.
pub fn cell(catalogue: &Catalogue, project: &Project, cite: &Cite, lang: Lang, today: Date) -> Option<Cell> {
    let f = Facts::new(catalogue, project, lang, today);
    let plain = |value: String| (!value.is_empty()).then_some(Cell { row: None, value });
    if cite.column == "CUP" {
        return plain(project.cup.clone());
    }
    differing(&f, cite)
        .or_else(|| amount(&f, cite))
        .or_else(|| date(&f, cite))
        .or_else(|| label(&f, cite))
        .or_else(|| unread::value(&f, cite))
        .or_else(|| body(&f, cite))
        .or_else(|| place(&f, cite))
        .or_else(|| reached(&f, cite))
        .and_then(plain)
        .or_else(|| tender(&f, cite))
        .or_else(|| prices(&f, cite))
        .or_else(|| phase(&f, cite))
}

/// One of two values that do not agree.
fn differing(f: &Facts<'_>, cite: &Cite) -> Option<String> {
    let mut told = f
        .project
        .disagreements
        .iter()
        .filter(|d| oddities::is_told(d) && oddities::column(&d.field) == cite.column);
    told.find_map(|d| {
        let raw = match cite.source {
            source if source == d.kept_source => &d.kept,
            source if source == d.other_source => &d.other,
            _ => return None,
        };
        Some(oddities::as_published(&d.field, raw, f.lang))
    })
}

fn amount(f: &Facts<'_>, cite: &Cite) -> Option<String> {
    let mut amounts = f.project.amounts.iter();
    let own = amounts.find(|(kind, fund, amount)| {
        amount.source == cite.source && f.amount_column(amount.source, *kind, *fund) == cite.column
    });
    own.map(|(.., amount)| number::amount(amount.value.0, f.lang))
}

fn date(f: &Facts<'_>, cite: &Cite) -> Option<String> {
    let mut dates = f.project.dates.iter();
    let own = dates.find(|date| date.source == cite.source && date.kind.column() == cite.column);
    own.map(|date| number::date_short(date.value))
}

/// What the indicators of a table report as reached: "50" of one, "1 (T0061), 340 (T0013)" of more.
fn reached(f: &Facts<'_>, cite: &Cite) -> Option<String> {
    let of_table = f.project.targets.iter().filter(|t| t.source == cite.source);
    let all: Vec<(String, &str)> = of_table
        .filter(|_| cite.column == targets::ACHIEVED)
        .filter_map(|t| Some((number::decimal(t.achieved?, 2, f.lang), t.indicator.as_str())))
        .collect();
    each(&all)
}

/// States and classes, as their table writes them.
fn label(f: &Facts<'_>, cite: &Cite) -> Option<String> {
    let mut labels = f.project.labels.iter();
    let own = labels.find(|label| label.source == cite.source && label.kind.column() == cite.column);
    own.map(|label| match &label.name {
        Some(name) if *name != label.value => format!("{} ({name})", label.value),
        _ => label.value.clone(),
    })
}

fn body(f: &Facts<'_>, cite: &Cite) -> Option<String> {
    let own = f
        .project
        .bodies
        .iter()
        .find(|(role, _, source)| *source == cite.source && f.body_column(*source, *role) == cite.column);
    own.map(|(_, body, _)| match cite.column {
        BODY_IN_CODE => f.project.local_code.clone(),
        _ => body.name.clone(),
    })
}

/// The places of a table, those that nobody knows before the others, or each with its share.
fn place(f: &Facts<'_>, cite: &Cite) -> Option<String> {
    let named = |place: &Place| {
        let known = place.comune.and_then(|code| f.catalogue.comune_name(code));
        let code = || place.comune.map(|code| code.to_string());
        known.map(str::to_owned).or(place.named.clone()).or_else(code)
    };
    let of_table = || {
        f.project
            .places
            .iter()
            .filter(|place| place.source == cite.source)
    };
    let list = |mut all: Vec<String>| {
        all.dedup();
        let whole = all.len() <= MOST_PLACES;
        (whole && !all.is_empty()).then(|| all.join(", "))
    };
    if cite.column == "Percentuale di Localizzazione" {
        let share = |place: &Place| {
            let share = number::decimal(f64::from(place.share?) / 100.0, 2, f.lang);
            Some(named(place).map_or_else(|| format!("{share}%"), |name| format!("{name} {share}%")))
        };
        return list(of_table().filter_map(share).collect());
    }
    if cite.column != whereabouts::column(f, cite.source) {
        return None;
    }
    let unknown = |place: &&Place| {
        place
            .comune
            .is_some_and(|code| f.catalogue.comune_name(code).is_none())
    };
    let odd: Vec<String> = of_table().filter(unknown).filter_map(named).collect();
    match odd.is_empty() {
        true => list(of_table().filter_map(named).collect()),
        false => list(odd),
    }
}

/// The price or the award that does not add up, in the row of its CIG.
fn tender(f: &Facts<'_>, cite: &Cite) -> Option<Cell> {
    let tender = oddities::tender_above_base(f).filter(|t| t.source == Some(cite.source))?;
    let amount = match cite.column {
        AWARD => tender.award,
        BASE => tender.base,
        _ => None,
    };
    Some(Cell {
        row: row_of(f, &tender.cig),
        value: number::amount(amount?.0, f.lang),
    })
}

/// The prices that are together more than the cost: "8.880 (A00000000A), 900 (A00000000B)".
fn prices(f: &Facts<'_>, cite: &Cite) -> Option<Cell> {
    let (prices, ..) = oddities::prices_above_cost(f).filter(|_| cite.column == AWARD)?;
    let of_table = prices.into_iter().filter(|(_, source, _)| *source == cite.source);
    let of_table: Vec<(String, &str)> = of_table
        .map(|(price, _, cig)| (number::amount(price.0, f.lang), cig))
        .collect();
    let row = match of_table.as_slice() {
        [(_, cig)] => row_of(f, cig),
        _ => None,
    };
    each(&of_table).map(|value| Cell { row, value })
}

/// The one value; of more, each with what it is of: "1 (T0061), 340 (T0013)".
fn each(values: &[(String, &str)]) -> Option<String> {
    match values {
        [] => None,
        [(one, _)] => Some(one.clone()),
        many => {
            let of = many.iter().map(|(value, of)| match of.is_empty() {
                true => value.clone(),
                false => format!("{value} ({of})"),
            });
            let of: Vec<String> = of.collect();
            Some(of.join(", "))
        }
    }
}

fn row_of(f: &Facts<'_>, cig: &str) -> Option<String> {
    (!cig.is_empty()).then(|| f.lang.fill(w::CIVIC_WRONG_ROW_CIG, &[("cig", cig)]))
}

/// The day of the phase that is told as done before its day.
fn phase(f: &Facts<'_>, cite: &Cite) -> Option<Cell> {
    let phase = phases::to_come(f).filter(|phase| phase.source == cite.source)?;
    let day = match cite.column {
        "Data Inizio Prevista" => phase.start_planned,
        "Data Inizio Effettiva" => phase.start_actual,
        "Data Fine Prevista" => phase.end_planned,
        "Data Fine Effettiva" => phase.end_actual,
        _ => None,
    };
    let name = phase.name.as_deref().unwrap_or(&phase.code);
    Some(Cell {
        row: Some(f.lang.fill(w::CIVIC_WRONG_ROW_PHASE, &[("phase", name)])),
        value: number::date_short(day?),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::fixture::{PLACES, PROJECTS, TENDERS, TODAY, catalogue, full};
    use super::*;
    use crate::model::*;
    use jiff::civil::date;

    fn of(project: &Project, source: SourceId, column: &'static str) -> Option<(Option<String>, String)> {
        let cell = cell(&catalogue(), project, &Cite { source, column }, Lang::It, TODAY);
        cell.map(|cell| (cell.row, cell.value))
    }

    #[test]
    fn names_places_states_tenders_and_phases_have_their_value() {
        let mut project = full();
        let value = |project: &Project, source, column| of(project, source, column).map(|(_, value)| value);
        let body = project.bodies[0].clone();
        assert_eq!(value(&project, body.2, "Soggetto Attuatore"), Some(body.1.name));
        assert_eq!(
            value(&project, PLACES, "Descrizione Comune").as_deref(),
            Some("Seravezza")
        );
        // A comune that nobody knows is the one that is odd.
        let unknown = Place {
            comune: Some(ComuneCode::parse("999999").unwrap()),
            named: Some("Comune di Altrove".into()),
            ..project.places[0].clone()
        };
        project.places.push(unknown);
        assert_eq!(
            value(&project, PLACES, "Descrizione Comune").as_deref(),
            Some("Comune di Altrove")
        );
        for (place, share) in project.places.iter_mut().zip([4_000, 3_000]) {
            place.share = Some(share);
        }
        assert_eq!(
            value(&project, PLACES, "Percentuale di Localizzazione").as_deref(),
            Some("Seravezza 40%, Comune di Altrove 30%")
        );
        project.labels.push(Label {
            kind: LabelKind::Progress,
            value: "In corso".into(),
            name: None,
            source: PROJECTS,
        });
        assert_eq!(
            value(&project, PROJECTS, LabelKind::Progress.column()).as_deref(),
            Some("In corso")
        );
        project.tenders = vec![Tender {
            cig: "9326801FA7".into(),
            base: Some(Cents(10_000)),
            award: Some(Cents(20_000)),
            source: Some(TENDERS),
            ..Tender::default()
        }];
        let row = Some("riga del CIG 9326801FA7".to_owned());
        assert_eq!(
            of(&project, TENDERS, AWARD),
            Some((row.clone(), "200".to_owned()))
        );
        assert_eq!(of(&project, TENDERS, BASE), Some((row, "100".to_owned())));
        project.phases = vec![Phase {
            code: "01".into(),
            name: Some("Esecuzione lavori".into()),
            start_planned: None,
            start_actual: Some(date(2030, 1, 2)),
            end_planned: None,
            end_actual: None,
            source: PROJECTS,
        }];
        assert_eq!(
            of(&project, PROJECTS, "Data Inizio Effettiva"),
            Some((
                Some("riga della fase «Esecuzione lavori»".to_owned()),
                "02/01/2030".to_owned()
            ))
        );
        assert_eq!(of(&project, PROJECTS, "Data Fine Effettiva"), None);
        assert_eq!(
            of(&project, PROJECTS, "Titolo Progetto"),
            None,
            "no official text"
        );
    }

    #[test]
    fn of_two_values_that_differ_each_table_has_its_own() {
        let mut project = full();
        project.disagreements = vec![
            Disagreement {
                kind: DisagreementKind::Contradiction,
                field: "role.implementer".into(),
                kept: "Comune di Seravezza".into(),
                kept_source: PROJECTS,
                other: "Provincia di Lucca".into(),
                other_source: TENDERS,
            },
            Disagreement {
                kind: DisagreementKind::Contradiction,
                field: "funding.total".into(),
                kept: "1000.00".into(),
                kept_source: PROJECTS,
                other: "2000.50".into(),
                other_source: TENDERS,
            },
        ];
        let value = |source, column| of(&project, source, column).unwrap().1;
        assert_eq!(value(TENDERS, "Soggetto Attuatore"), "Provincia di Lucca");
        assert_eq!(value(PROJECTS, "Soggetto Attuatore"), "Comune di Seravezza");
        assert_eq!(value(TENDERS, "Finanziamento Totale"), "2.000,50");
        assert_eq!(value(PROJECTS, "Finanziamento Totale"), "1.000");
    }

    #[test]
    fn what_nobody_can_read_is_written_as_it_stands() {
        let mut project = full();
        project.unread = vec![Unread {
            field: "place.share".into(),
            value: Some("cento".into()),
            source: PLACES,
        }];
        project.places.clear();
        let share = of(&project, PLACES, "Percentuale di Localizzazione");
        assert_eq!(share, Some((None, "cento".to_owned())));
    }
}
