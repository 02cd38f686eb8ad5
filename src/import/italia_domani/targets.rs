//! PNRR_Indicatori_Target: the numbers that a project must reach, and those it reports.

use crate::import::columns::{Layout, columns};
use crate::import::draft::add;
use crate::import::gather::{Gather, at};
use crate::import::read::Row;
use crate::import::report::LeftOut;
use crate::model::{Table, Target};

columns! {
    Sub = "Codice Univoco Submisura", Needed;
    Cup = "CUP", Needed;
    Local = "Codice Locale Progetto", Needed;
    Code = "Codice Indicatore", Needed;
    Name = "Descrizione Indicatore";
    UnitCode = "Unità di Misura";
    Unit = "Descrizione Unità di Misura";
    Kind = "Descrizione Tipo indicatore";
    Achieved = "Valore Realizzato", Number;
    Planned = "Valore Programmato", Needed, Number;
    Month = "Mese";
    Year = "Anno";
    Date = "Data di Estrazione" | "Data di aggiornamento";
}

pub(crate) const LAYOUT: Layout = Layout {
    table: Table::Targets,
    columns: COLUMNS,
};

pub(crate) fn read(row: &mut Row, gather: &mut Gather) -> Result<(), LeftOut> {
    let pair = Gather::pair(&mut gather.drafts, row, Col::Sub, Col::Cup)?;
    let source = gather.keep(row);
    let indicator = row.word(Col::Code).ok_or(LeftOut::Empty)?;
    gather.class("indicator", &indicator, row, Col::Name, source);
    let target = Target {
        indicator,
        name: String::new(),
        unit: row.word(Col::Unit),
        planned: row.quantity(Col::Planned),
        achieved: row.quantity(Col::Achieved),
        year: row.year(Col::Year),
        month: row.month(Col::Month),
        source,
    };
    let local = row.word(Col::Local).unwrap_or_default();
    let fields = [
        (Col::Planned.into(), "planned"),
        (Col::Achieved.into(), "achieved"),
        (Col::Year.into(), "year"),
        (Col::Month.into(), "month"),
    ];
    let unread = row.unread_of(source, "target", &fields);
    let draft = at(&mut gather.drafts, pair)?.local(&local, source);
    draft.unread.extend(unread);
    add(&mut draft.targets, target);
    Ok(())
}
