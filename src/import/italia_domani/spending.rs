//! PNRR_Spesa_per_misura_PNRR: what the ministry declared as spent, nation-wide.

use crate::import::columns::{Layout, columns};
use crate::import::gather::Gather;
use crate::import::read::Row;
use crate::import::report::{LeftOut, Problem};
use crate::model::{Submeasure, Table};

columns! {
    Sub = "Codice Univoco Submisura", Needed;
    Total = "Importo Totale", Number;
    Spent = "Spesa Dichiarata PNRR", Needed, Number;
    Date = "Data di Estrazione" | "Data di aggiornamento";
}

pub(crate) const LAYOUT: Layout = Layout {
    table: Table::Spending,
    columns: COLUMNS,
};

pub(crate) fn read(row: &mut Row, gather: &mut Gather) -> Result<(), LeftOut> {
    let source = row.source(&mut gather.sources);
    let Ok(code) = Submeasure::parse(&row.text(Col::Sub)) else {
        row.problem(Col::Sub, Problem::BadSubmeasure);
        return Err(LeftOut::BadKey);
    };
    gather.keep(row);
    if let Some(spent) = row.amount(Col::Spent) {
        gather.measures.spent(code, spent, source);
    }
    Ok(())
}
