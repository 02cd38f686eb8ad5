//! The layout of Open PNRR Toscana, the regional site. The copy at hand is unofficial: neither its
//! publisher nor its day nor its licence is stated. So it adds no project; what it may add to one
//! that other tables list, [`super::resolve`] decides.

use super::columns::{Layout, columns};
use super::draft::Copied;
use super::gather::Gather;
use super::read::Row;
use super::report::{LeftOut, Problem};
use crate::model::{Coordinates, Fund, Table};
use crate::text::fold::fold;

columns! {
    Mission = "missione";
    Level = "livello_territoriale", Needed;
    Place = "localizzazione";
    Comune = "comune";
    Lat = "geo_map_lat", Needed, Number;
    Lon = "geo_map_long", Needed, Number;
    Cup = "cup", Needed;
    Total = "importo_progetto", Needed, Number;
    Pnrr = "finanziato_pnrr", Number;
    Pnc = "finanziato_pnc", Number;
}

pub(crate) const LAYOUT: Layout = Layout {
    table: Table::OpenPnrrToscana,
    columns: COLUMNS,
};

pub(crate) fn read(row: &mut Row, gather: &mut Gather) -> Result<(), LeftOut> {
    let source = row.source(&mut gather.sources);
    let Some(cup) = row.word(Col::Cup).map(|cup| cup.to_uppercase()) else {
        row.problem(Col::Cup, Problem::EmptyCup);
        return Err(LeftOut::BadKey);
    };
    let columns = [
        (Col::Total, Fund::Total),
        (Col::Pnrr, Fund::Pnrr),
        (Col::Pnc, Fund::Pnc),
    ];
    let amounts = columns
        .into_iter()
        .filter_map(|(col, fund)| Some((fund, row.amount(col)?)))
        .collect();
    let degrees = (row.quantity(Col::Lat), row.quantity(Col::Lon));
    let coordinates = match degrees {
        (Some(lat), Some(lon)) => Coordinates::new(lat, lon),
        _ => None,
    };
    let copied = Copied {
        amounts,
        comune: row.word(Col::Comune).map(|name| fold(&name)),
        coordinates,
        source,
    };
    gather.copied.entry(cup).or_default().push(copied);
    Ok(())
}
