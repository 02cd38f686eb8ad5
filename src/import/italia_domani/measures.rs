//! OpenData_PNRR_QuadroFinProgrammazione: the measures of the plan and their allocation.

use crate::import::columns::{Layout, columns};
use crate::import::gather::Gather;
use crate::import::measures::{administration, name};
use crate::import::read::Row;
use crate::import::report::{LeftOut, Problem};
use crate::model::{Measure, Submeasure, Table};

columns! {
    MissionName = "Descrizione Missione";
    ComponentName = "Descrizione Componente";
    MeasureCode = "Codice Univoco Misura";
    MeasureName = "Descrizione Misura";
    SubId = "ID Submisura", Needed;
    Sub = "Codice Univoco Submisura", Needed;
    SubName = "Descrizione Submisura", Needed;
    Level = "Tipo Livello", Needed;
    LoanOrGrant = "Prestito o Sovvenzione", Needed;
    Administration = "Amministrazione Titolare";
    Total = "Importo Totale", Needed, Number;
    Existing = "Importo Progetti in essere", Needed, Number;
    Fsc = "Importo FSC", Number;
    New = "Importo Progetti nuovi", Number;
    Date = "Data di Estrazione" | "Data di aggiornamento";
}

pub(crate) const LAYOUT: Layout = Layout {
    table: Table::Measures,
    columns: COLUMNS,
};

pub(crate) fn read(row: &mut Row, gather: &mut Gather) -> Result<(), LeftOut> {
    let source = row.source(&mut gather.sources);
    let raw = row.word(Col::Sub).ok_or(LeftOut::Empty)?;
    let Ok(code) = Submeasure::parse(&raw) else {
        row.problem(Col::Sub, Problem::BadSubmeasure);
        return Err(LeftOut::BadKey);
    };
    gather.keep(row);
    if let Some(id) = row.word(Col::SubId) {
        gather.measures.number(id, &code, source);
    }
    gather.measures.planned(Measure {
        name: name(row.word(Col::SubName).unwrap_or_default()),
        measure: row.word(Col::MeasureCode),
        measure_name: row.word(Col::MeasureName).map(name),
        mission_name: row.word(Col::MissionName).map(name),
        component_name: row.word(Col::ComponentName).map(name),
        loan_or_grant: row.word(Col::LoanOrGrant),
        administration: row.word(Col::Administration).map(|a| administration(&a)),
        total: row.amount(Col::Total),
        source,
        spending: None,
        programme: None,
        code,
    });
    Ok(())
}
