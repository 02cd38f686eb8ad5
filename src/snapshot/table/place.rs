//! Where a project is.

use crate::model::{BriefPlace, Coordinates, Place, ProjectId};
use crate::snapshot::sql::{Read, Walk, insert, query};
use crate::snapshot::{OpenError, Snapshot};
use rusqlite::{Connection, Row};

query! {
    one: "place" { region, province, comune, named, address, cap, share, lat, lon, source }
    "FROM place WHERE project = ?1 ORDER BY seq"
}
query! {
    brief: "place" { project, region, province, comune, named, address }
    "FROM place ORDER BY project, seq"
}

/// Writes the places of a project.
pub fn insert(db: &Connection, project: ProjectId, places: &[Place]) -> rusqlite::Result<()> {
    insert!(db, "INSERT" "place", for (seq, p) in (0..).zip(places) => {
        project: project, seq: seq as i64, region: p.region, province: p.province, comune: p.comune,
        named: p.named, address: p.address, cap: p.cap, share: p.share,
        lat: p.coordinates.map(Coordinates::lat), lon: p.coordinates.map(Coordinates::lon),
        source: p.source,
    });
    Ok(())
}

/// The places of a project.
pub fn of(snapshot: &Snapshot, project: ProjectId) -> Result<Vec<Place>, OpenError> {
    snapshot.rows(one::SQL, [project], |row| {
        let point = row.read::<Option<f64>>(one::lat)?.zip(row.read(one::lon)?);
        Ok(Place {
            region: row.read(one::region)?,
            province: row.read(one::province)?,
            comune: row.read(one::comune)?,
            named: row.read(one::named)?,
            address: row.read(one::address)?,
            cap: row.read(one::cap)?,
            share: row.read(one::share)?,
            coordinates: point.and_then(|(lat, lon)| Coordinates::new(lat, lon)),
            source: row.read(one::source)?,
        })
    })
}

pub const BRIEF: Walk = Walk {
    sql: brief::SQL,
    project: brief::project,
};

/// The place of a row.
pub fn brief(row: &Row<'_>) -> Result<BriefPlace, OpenError> {
    Ok(BriefPlace {
        region: row.read(brief::region)?,
        province: row.read(brief::province)?,
        comune: row.read(brief::comune)?,
        named: row.maybe_str(brief::named)?.map(Box::from),
        address: row.maybe_str(brief::address)?.map(Box::from),
    })
}
