//! PNRR_PRATT: the procedures that chose the projects.

use crate::import::columns::{Layout, columns};
use crate::import::gather::Gather;
use crate::import::measures::administration;
use crate::import::read::Row;
use crate::import::report::LeftOut;
use crate::model::{Call, Submeasure, Table};

columns! {
    Sub = "Codice Univoco Submisura", Needed;
    Administration = "Amministrazione Titolare";
    Code = "Codice PRATT", Needed;
    Kind = "Tipo Procedura";
    Title = "Titolo Procedura";
    Amount = "Importo Procedura", Needed, Number;
    Committed = "Importo Impegnato", Number;
    Available = "Importo Disponibile", Number;
    Agreements = "Importo Convenzioni", Number;
    Projects = "Numero Progetti";
    Cost = "Costo Ammesso Progetti", Number;
    Date = "Data di Estrazione" | "Data di aggiornamento";
}

pub(crate) const LAYOUT: Layout = Layout {
    table: Table::Procedures,
    columns: COLUMNS,
};

pub(crate) fn read(row: &mut Row, gather: &mut Gather) -> Result<(), LeftOut> {
    let code = row.word(Col::Code).ok_or(LeftOut::Empty)?;
    let source = gather.keep(row);
    let call = Call {
        id: code.clone(),
        measure: Submeasure::parse(&row.text(Col::Sub)).ok(),
        kind: gather.phrase_of(row, Col::Kind).map(|word| word.to_string()),
        code: Some(code),
        title: row.word(Col::Title),
        issuer: row.word(Col::Administration).map(|a| administration(&a)),
        audience: None,
        opened: None,
        closed: None,
        status: None,
        amount: row.amount(Col::Amount),
        source,
    };
    gather.call(call);
    Ok(())
}
