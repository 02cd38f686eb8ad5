//! OpenData_PNC_Progetti.

use crate::import::bodies::Who;
use crate::import::columns::{Layout, columns};
use crate::import::draft::{Draft, put};
use crate::import::gather::{Gather, at, check_cup};
use crate::import::italia_domani::projects::cup_status;
use crate::import::measures::{administration, name};
use crate::import::person::{Doubt, without_codes};
use crate::import::read::Row;
use crate::import::report::{LeftOut, Problem};
use crate::model::{AmountKind, Fund, LabelKind, Measure, Observed, Role, SourceId, Submeasure, Table};

columns! {
    ProgrammeCode = "Codice Programma";
    Programme = "Programma";
    InvestmentCode = "Codice Investimento";
    Investment = "Investimento";
    Sub = "Codice Intervento", Needed;
    Name = "Intervento";
    Administration = "Amministrazione Titolare";
    Cup = "CUP", Needed;
    CupStatus = "Stato Cup";
    Nature = "Codice Natura Investimento";
    NatureName = "Natura Investimento";
    Sector = "Codice Settore Intervento Investimento";
    SectorName = "Settore Intervento Investimento";
    Subsector = "Codice Sottosettore Intervento Investimento";
    SubsectorName = "Sottosettore Intervento Investimento";
    Category = "Codice Categoria Intervento Investimento";
    CategoryName = "Categoria Intervento Investimento";
    Title = "Titolo Unita di Rilevazione";
    Implementer = "Soggetto Attuatore";
    ImplementerCode = "Codice Fiscale Soggetto Attuatore";
    Pnc = "Finanziamento PNC", Needed, Number;
    Date = "Data di Estrazione" | "Data di aggiornamento";
}

pub(crate) const LAYOUT: Layout = Layout {
    table: Table::PncProjects,
    columns: COLUMNS,
};

pub(crate) fn read(row: &mut Row, gather: &mut Gather) -> Result<(), LeftOut> {
    let pair = Gather::pair(&mut gather.drafts, row, Col::Sub, Col::Cup)?;
    let source = row.source(&mut gather.sources);
    let pair_of = at(&mut gather.drafts, pair)?;
    let code = pair_of.submeasure.clone();
    if !put(&mut pair_of.loose().listed, source) {
        // What tells two rows of one key apart is a disagreement.
        let mut said = Draft::default();
        said.amount(AmountKind::Funding, Fund::Pnc, row.amount(Col::Pnc), source);
        if pair_of.loose().differs(said) {
            return Ok(());
        }
        gather.duplicates += 1;
        row.problem(Col::Cup, Problem::DuplicateRow);
        return Err(LeftOut::Duplicate);
    }
    gather.keep(row);
    check_cup(row, Col::Cup.into());
    measure(row, gather, &code, source);
    let mut said = Draft::default();
    said.seen.push(source);
    said.amount(AmountKind::Funding, Fund::Pnc, row.amount(Col::Pnc), source);
    said.unread
        .extend(row.unread(source, |_| Some("funding.pnc".to_owned())));
    let cup_status = row.word(Col::CupStatus).map(|s| cup_status(&s));
    said.label(&mut gather.labels, LabelKind::CupStatus, cup_status, source);
    for (kind, code, text) in [
        (LabelKind::Nature, Col::Nature, Col::NatureName),
        (LabelKind::Sector, Col::Sector, Col::SectorName),
        (LabelKind::Subsector, Col::Subsector, Col::SubsectorName),
        (LabelKind::Category, Col::Category, Col::CategoryName),
    ] {
        let Some(value) = row.word(code).and_then(|c| dotted(&c)) else {
            continue;
        };
        gather.class(kind.code(), &value, row, text, source);
        said.label(&mut gather.labels, kind, Some(value), source);
    }
    let subject = (Col::ImplementerCode.into(), Col::Implementer.into(), None);
    if let Who::Body(id) = gather.who(row, subject, Doubt::Implementer, source) {
        said.bodies.push((Role::Implementer, id, source));
    }
    let title = row.long_text(Col::Title).map(without_codes);
    said.titles.extend(title.map(|value| Observed { value, source }));
    at(&mut gather.drafts, pair)?.loose().absorb(said);
    Ok(())
}

/// `0530__111_` is `05.30.111`; `0530__` is `05.30`.
fn dotted(code: &str) -> Option<String> {
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    match digits.len() {
        1 => Some(format!("0{digits}")),
        2 => Some(digits),
        4 => Some(format!("{}.{}", &digits[..2], &digits[2..])),
        7 => Some(format!("{}.{}.{}", &digits[..2], &digits[2..4], &digits[4..])),
        _ => None,
    }
}

fn measure(row: &Row, gather: &mut Gather, code: &Submeasure, source: SourceId) {
    if gather.measures.knows(code, source, true) {
        return;
    }
    let Some(own) = row.word(Col::Name) else { return };
    gather.measures.tell(Measure {
        code: code.clone(),
        name: name(own),
        measure: row.word(Col::InvestmentCode),
        measure_name: row.word(Col::Investment).map(name),
        mission_name: None,
        component_name: row.word(Col::Programme).map(name),
        loan_or_grant: None,
        administration: row.word(Col::Administration).map(|a| administration(&a)),
        total: None,
        source,
        spending: None,
        programme: None,
    });
}

#[cfg(test)]
mod tests {
    use super::dotted;

    #[test]
    fn underscores_become_points() {
        assert_eq!(dotted("0530__111_").as_deref(), Some("05.30.111"));
        assert_eq!(dotted("0530__").as_deref(), Some("05.30"));
        assert_eq!((dotted("05").as_deref(), dotted("N")), (Some("05"), None));
    }
}
