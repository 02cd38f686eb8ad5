//! Regions, provinces and comuni.

use crate::model::{Comune, Province, Region};
use crate::snapshot::sql::{Read, insert, query};
use crate::snapshot::{OpenError, Snapshot};
use rusqlite::Connection;

query! { region: "region" { code, name, in_it, of_it } "FROM region" }
query! { province: "province" { code, sigla, name, region } "FROM province" }
query! { comune: "comune" { code, name, province, population, source } "FROM comune" }

/// Writes a region.
pub fn insert_region(db: &Connection, region: &Region) -> rusqlite::Result<()> {
    insert!(db, "INSERT OR IGNORE" "region", for r in [region] => {
        code: r.code, name: r.name, in_it: r.in_it, of_it: r.of_it,
    });
    Ok(())
}

/// Writes a province.
pub fn insert_province(db: &Connection, province: &Province) -> rusqlite::Result<()> {
    insert!(db, "INSERT OR IGNORE" "province", for p in [province] => {
        code: p.code, sigla: p.sigla, name: p.name, region: p.region,
    });
    Ok(())
}

/// Writes a comune.
pub fn insert_comune(db: &Connection, comune: &Comune) -> rusqlite::Result<()> {
    insert!(db, "INSERT OR IGNORE" "comune", for c in [comune] => {
        code: c.code, name: c.name, province: c.province, population: c.population, source: c.source,
    });
    Ok(())
}

/// All regions.
pub fn regions(snapshot: &Snapshot) -> Result<Vec<Region>, OpenError> {
    snapshot.rows(region::SQL, [], |row| {
        Ok(Region {
            code: row.read(region::code)?,
            name: row.read(region::name)?,
            in_it: row.read(region::in_it)?,
            of_it: row.read(region::of_it)?,
        })
    })
}

/// All provinces.
pub fn provinces(snapshot: &Snapshot) -> Result<Vec<Province>, OpenError> {
    snapshot.rows(province::SQL, [], |row| {
        Ok(Province {
            code: row.read(province::code)?,
            sigla: row.read(province::sigla)?,
            name: row.read(province::name)?,
            region: row.read(province::region)?,
        })
    })
}

/// All comuni.
pub fn comuni(snapshot: &Snapshot) -> Result<Vec<Comune>, OpenError> {
    snapshot.rows(comune::SQL, [], |row| {
        Ok(Comune {
            code: row.read(comune::code)?,
            name: row.read(comune::name)?,
            province: row.read(comune::province)?,
            population: row.read(comune::population)?,
            source: row.read(comune::source)?,
        })
    })
}
