//! OpenData_PNC_LocalizzazioneGeografica.

use crate::import::columns::{Layout, columns};
use crate::import::draft::{add, put};
use crate::import::gather::{Gather, at};
use crate::import::key::{is_nation, is_region};
use crate::import::read::Row;
use crate::import::report::LeftOut;
use crate::model::Table;

columns! {
    Sub = "Codice Intervento", Needed;
    Name = "Intervento";
    Cup = "CUP", Needed;
    Region = "Codice Regione", Needed;
    RegionName = "Regione";
    Province = "Codice Provincia", Needed;
    ProvinceName = "Provincia";
    Comune = "Codice Comune", Needed;
    ComuneName = "Comune";
    Date = "Data di Estrazione" | "Data di aggiornamento";
}

pub(crate) const LAYOUT: Layout = Layout {
    table: Table::PncPlaces,
    columns: COLUMNS,
};

pub(crate) fn key(row: &mut Row, gather: &mut Gather) -> Result<(), LeftOut> {
    let codes = [Col::Region, Col::Province, Col::Comune].map(|col| row.raw(col));
    if !is_region(codes[0], gather.region) && !is_nation(codes) {
        return Err(LeftOut::OtherRegion);
    }
    let admitted = gather.drafts.admit(row.raw(Col::Sub), row.raw(Col::Cup));
    admitted.map(|_| ()).map_err(|_| LeftOut::BadKey)
}

pub(crate) fn read(row: &mut Row, gather: &mut Gather) -> Result<(), LeftOut> {
    let pair = Gather::pair(&mut gather.drafts, row, Col::Sub, Col::Cup)?;
    let source = gather.keep(row);
    let columns = (Col::Region.into(), Col::Province.into(), Col::Comune.into());
    let place = gather.place(row, columns, source);
    let draft = at(&mut gather.drafts, pair)?.loose();
    put(&mut draft.seen, source);
    add(&mut draft.places, place);
    Ok(())
}
