//! `avvisi`: the calls of PA digitale 2026.

use super::number;
use crate::import::columns::{Layout, columns};
use crate::import::gather::Gather;
use crate::import::key::short_id;
use crate::import::read::Row;
use crate::import::report::LeftOut;
use crate::model::{Call, Table};

columns! {
    Title = "titolo", Needed;
    Measure = "misura", Needed;
    Opened = "data_inizio_bando", Needed;
    Closed = "data_fine_bando";
    Status = "stato";
    Amount = "totale_importo_stanziato", Number;
    MeasureAmount = "totale_importo_misura", Number;
    Audience = "soggetti_destinatari", Needed;
}

pub(crate) const LAYOUT: Layout = Layout {
    table: Table::Calls,
    columns: COLUMNS,
};

pub(crate) fn read(row: &mut Row, gather: &mut Gather) -> Result<(), LeftOut> {
    let title = row.word(Col::Title).ok_or(LeftOut::Empty)?;
    let source = gather.keep(row);
    let number = number(&row.text(Col::Measure));
    let call = Call {
        id: short_id(&title),
        measure: number.and_then(|n| gather.measures.of_number(&n)),
        kind: None,
        code: None,
        title: Some(title),
        issuer: None,
        audience: row.word(Col::Audience).map(|a| a.replace(';', "; ")),
        opened: row.date(Col::Opened),
        closed: row.date(Col::Closed),
        status: gather.phrase_of(row, Col::Status).map(|word| word.to_string()),
        amount: row.amount(Col::Amount),
        source,
    };
    gather.call(call);
    Ok(())
}
