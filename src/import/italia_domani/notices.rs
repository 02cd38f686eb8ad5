//! PNRR_Bandi_e_Avvisi: calls and notices of the first releases.

use crate::import::columns::{Layout, columns};
use crate::import::gather::Gather;
use crate::import::key::short_id;
use crate::import::measures::administration;
use crate::import::read::Row;
use crate::import::report::LeftOut;
use crate::model::{Call, Submeasure, Table};

columns! {
    Sub = "Codice Univoco Submisura", Needed;
    Serial = "Numero seriale";
    Title = "Titolo Bando o Avviso", Needed;
    Issuer = "Soggetto emanante";
    Amount = "Importo complessivo gara", Number;
    AmountPnrr = "Importo previsto PNRR", Number;
    Opened = "Data apertura bando", Needed;
    Closed = "Data chiusura effettiva bando";
    Status = "Stato del Bando";
    Audience = "Destinatari del Bando o dell'Avviso";
    Date = "Data di Estrazione" | "Data aggiornamento-osservazione bandi";
}

pub(crate) const LAYOUT: Layout = Layout {
    table: Table::Notices,
    columns: COLUMNS,
};

pub(crate) fn read(row: &mut Row, gather: &mut Gather) -> Result<(), LeftOut> {
    let title = row.word(Col::Title).ok_or(LeftOut::Empty)?;
    let source = gather.keep(row);
    let serial = row.word(Col::Serial);
    let submeasure = String::from_utf8_lossy(row.raw(Col::Sub)).into_owned();
    // Some notices are published with a status that is a whole story.
    let status = gather
        .phrase_of(row, Col::Status)
        .filter(|s| s.len() <= 40)
        .map(|s| s.to_string());
    let call = Call {
        id: short_id(&format!("{} {} {submeasure}", title, serial.unwrap_or_default())),
        measure: Submeasure::parse(&submeasure).ok(),
        kind: None,
        code: None,
        title: Some(title),
        issuer: row.word(Col::Issuer).map(|a| administration(&a)),
        audience: row.word(Col::Audience),
        opened: row.date(Col::Opened),
        closed: row.date(Col::Closed),
        status,
        amount: row.amount(Col::AmountPnrr).or(row.amount(Col::Amount)),
        source,
    };
    gather.call(call);
    Ok(())
}
