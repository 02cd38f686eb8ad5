//! PNRR_Iter_di_Progetto: the steps of a project's way, with their four dates.

use crate::import::columns::{Layout, columns};
use crate::import::draft::add;
use crate::import::gather::{Gather, at};
use crate::import::read::Row;
use crate::import::report::LeftOut;
use crate::model::{Phase, Table};

columns! {
    Sub = "Codice Univoco Submisura", Needed;
    Cup = "CUP", Needed;
    Local = "Codice Locale Progetto", Needed;
    Code = "Codice Fase" | "Codice Fase Iter di Progetto" | "Codice Fase Iter" | "Codice Fase Procedurale", Needed;
    Name = "Descrizione Fase" | "Descrizione Fase Iter di Progetto" | "Descrizione Fase Iter" | "Fase" | "Descrizione Fase Procedurale";
    StartPlanned = "Data Inizio Prevista" | "Data Inizio Fase Prevista" | "Data Prevista Inizio", Needed;
    StartActual = "Data Inizio Effettiva" | "Data Inizio Fase Effettiva" | "Data Effettiva Inizio";
    EndPlanned = "Data Fine Prevista" | "Data Fine Fase Prevista" | "Data Prevista Fine", Needed;
    EndActual = "Data Fine Effettiva" | "Data Fine Fase Effettiva" | "Data Effettiva Fine";
    Date = "Data di Estrazione" | "Data di aggiornamento";
}

pub(crate) const LAYOUT: Layout = Layout {
    table: Table::Phases,
    columns: COLUMNS,
};

pub(crate) fn read(row: &mut Row, gather: &mut Gather) -> Result<(), LeftOut> {
    let pair = Gather::pair(&mut gather.drafts, row, Col::Sub, Col::Cup)?;
    let source = gather.keep(row);
    let phase = Phase {
        code: row.word(Col::Code).ok_or(LeftOut::Empty)?,
        name: gather.phrase_of(row, Col::Name).map(|word| word.to_string()),
        start_planned: row.date(Col::StartPlanned),
        start_actual: row.date(Col::StartActual),
        end_planned: row.date(Col::EndPlanned),
        end_actual: row.date(Col::EndActual),
        source,
    };
    let local = row.word(Col::Local).unwrap_or_default();
    let fields = [
        (Col::StartPlanned.into(), "start_planned"),
        (Col::StartActual.into(), "start_actual"),
        (Col::EndPlanned.into(), "end_planned"),
        (Col::EndActual.into(), "end_actual"),
    ];
    let unread = row.unread_of(source, "phase", &fields);
    let draft = at(&mut gather.drafts, pair)?.local(&local, source);
    draft.unread.extend(unread);
    add(&mut draft.phases, phase);
    Ok(())
}
